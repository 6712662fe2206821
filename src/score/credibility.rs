//! How far a piece of evidence can be believed (docs/scoring.md 3).
//!
//! An item counts `assertion + (base - assertion) * relevance * age`: weak, stale or misplaced
//! evidence sinks to the vendor's mere word, never below it. Several items count as their best,
//! not as their sum, because reports, certificates and policies describe the same control again.

use std::collections::BTreeMap;

use crate::pack::id::EvidenceId;
use crate::pack::model::{EvidenceKind, EvidenceModel, Relevance, Rung};

/// A piece of evidence as the model sees it, for one control.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceItem {
    /// The record it was read from; none for evidence that is only supposed.
    pub record: Option<EvidenceId>,
    /// Rung of the ladder.
    pub kind: EvidenceKind,
    /// Age in months, 0 or more: since the period of a Type II ended, since a certificate's last
    /// audit, since the day of anything else.
    pub age_months: f64,
    /// Length of the period of a SOC 2 Type II, in months; 0 for other kinds.
    pub period_months: f64,
    /// How directly it speaks about the control.
    pub relevance: Relevance,
    /// Items tested; none (or 0) when it does not say.
    pub sample: Option<u32>,
    /// Items that deviated.
    pub exceptions: u32,
    /// Whether the opinion is qualified or adverse.
    pub qualified: bool,
    /// Whether the reviewer named the report's tested control.
    pub tested_control: bool,
    /// Red flags that weakened it; they are in its relevance and its opinion already.
    pub weakened_by: Vec<&'static str>,
}

impl EvidenceItem {
    /// A flawless item of today: direct, without exceptions, over twelve months if it has a period.
    pub fn fresh(kind: EvidenceKind) -> Self {
        Self {
            record: None,
            kind,
            age_months: 0.0,
            period_months: match kind {
                EvidenceKind::Soc2T2 => 12.0,
                _ => 0.0,
            },
            relevance: Relevance::Direct,
            sample: None,
            exceptions: 0,
            qualified: false,
            tested_control: false,
            weakened_by: vec![],
        }
    }
}

/// What the items behind an answer are worth together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Credibility {
    /// `c`: how far the answer is believed, 0 to 1.
    pub credited: f64,
    /// `c_ind`: how far it is believed without the vendor's own word, 0 to `credited`.
    pub independent: f64,
}

impl Credibility {
    /// What is left when the better of both is taken for each reading.
    pub(crate) fn or_better(self, other: Self) -> Self {
        Self {
            credited: self.credited.max(other.credited),
            independent: self.independent.max(other.independent),
        }
    }
}

/// One item with every factor of its arithmetic.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighed {
    /// `c0`: fresh and direct, after period, exceptions and opinion; 0 to 1.
    pub base: f64,
    /// `s`: share that counts at its relevance, 0 to 1.
    pub relevance: f64,
    /// `d`: share that is left at its age, 0 to 1.
    pub age: f64,
    /// `i`: how independent its kind is of the vendor's word, 0 to 1.
    pub independence: f64,
    /// What it is worth: `assertion + (c0 - assertion) * s * d`.
    pub credited: f64,
    /// What it is worth without the vendor's word: `i * c0 * s * d`.
    pub independent: f64,
}

impl Weighed {
    fn worth(&self) -> Credibility {
        Credibility {
            credited: self.credited,
            independent: self.independent,
        }
    }
}

/// Weighs evidence under one model, and remembers what is slow to compute.
///
/// One report stands behind many questions; the bound of its exceptions is the same for all.
#[derive(Debug, Clone)]
pub struct Weigher<'m> {
    model: &'m EvidenceModel,
    /// By kind, in the order of declaration.
    ladder: Vec<&'m Rung>,
    /// By relevance, in the order of declaration.
    relevance: Vec<f64>,
    rates: BTreeMap<(u32, u32), f64>,
}

impl<'m> Weigher<'m> {
    /// A weigher under `model`.
    pub fn new(model: &'m EvidenceModel) -> Self {
        let ladder: Vec<_> = model.ladder.values().collect();
        let relevance: Vec<_> = model.relevance.values().copied().collect();
        assert!(
            ladder.len() == EvidenceKind::NAMES.len() && relevance.len() == Relevance::NAMES.len(),
            "a checked model has a rung for every kind and a share for every relevance"
        );
        Self {
            model,
            ladder,
            relevance,
            rates: BTreeMap::new(),
        }
    }

    /// Credibility of an answer with these items behind it; without any it is an assertion.
    pub fn credibility(&mut self, items: &[EvidenceItem]) -> Credibility {
        let none = Credibility {
            credited: self.assertion(),
            independent: 0.0,
        };
        let best = items
            .iter()
            .map(|item| self.weigh(item).worth())
            .fold(none, Credibility::or_better);
        Credibility {
            independent: best.independent.min(best.credited),
            ..best
        }
    }

    /// Weighs one item.
    pub fn weigh(&mut self, item: &EvidenceItem) -> Weighed {
        let rung = self.rung(item.kind);
        let base = self.base(item);
        let relevance = self.relevance[item.relevance as usize];
        let age = match (rung.grace_months, rung.half_life_months) {
            (Some(grace), Some(half_life)) => half_left(item.age_months - grace, half_life),
            _ => 1.0,
        };
        let assertion = self.assertion();
        Weighed {
            base,
            relevance,
            age,
            independence: rung.independence,
            credited: assertion + (base - assertion) * (relevance * age),
            independent: rung.independence * base * (relevance * age),
        }
    }

    /// Whether an item is still worth more than the vendor's mere word.
    pub fn adds_to_assertion(&mut self, item: &EvidenceItem) -> bool {
        self.weigh(item).credited > self.assertion()
    }

    /// `c0`: the rung, less what period, exceptions and opinion take from it.
    fn base(&mut self, item: &EvidenceItem) -> f64 {
        let mut base = match item.kind {
            EvidenceKind::Soc2T2 => self.operation_over(item.period_months),
            kind => self.rung(kind).credibility,
        };
        if item.exceptions > 0 {
            base *= self.share_left(item.exceptions, item.sample);
        }
        if item.qualified {
            base = base.min(self.model.qualified_cap);
        }
        base
    }

    /// A Type II over no time is a Type I; over the full period it has its whole rung.
    fn operation_over(&self, months: f64) -> f64 {
        let design = self.rung(EvidenceKind::Soc2T1).credibility;
        let operation = self.rung(EvidenceKind::Soc2T2).credibility;
        design + (operation - design) * (months.max(0.0) / self.model.full_period_months).min(1.0)
    }

    /// Bound of the operating rate with these exceptions, over the bound without any.
    fn share_left(&mut self, exceptions: u32, sample: Option<u32>) -> f64 {
        let tested = sample
            .filter(|&items| items > 0)
            .unwrap_or(self.model.default_sample);
        *self
            .rates
            .entry((exceptions, tested))
            .or_insert_with(|| operating_rate(exceptions, tested) / operating_rate(0, tested))
    }

    fn assertion(&self) -> f64 {
        self.rung(EvidenceKind::Assertion).credibility
    }

    fn rung(&self, kind: EvidenceKind) -> &'m Rung {
        self.ladder[kind as usize]
    }
}

/// The share left some months past the grace period; before its end everything is.
fn half_left(overdue: f64, half_life: f64) -> f64 {
    if overdue > 0.0 {
        0.5_f64.powf(overdue / half_life)
    } else {
        1.0
    }
}

/// Chance left to a worse operating rate: the bound holds in 95 of 100 samples.
const DOUBT: f64 = 0.05;

/// One-sided 95 % Clopper–Pearson lower bound of the operating rate, after `deviations` in
/// `tested` items; 0 when all deviate.
pub fn operating_rate(deviations: u32, tested: u32) -> f64 {
    if deviations >= tested {
        return 0.0;
    }
    let (hits, items) = (f64::from(deviations), f64::from(tested));
    if deviations == 0 {
        return DOUBT.powf(1.0 / items);
    }
    let ways = (0..deviations).map(|hit| ((items - f64::from(hit)) / f64::from(hit + 1)).ln());
    let ways: f64 = ways.sum();
    let (mut low, mut high) = (hits / items, 1.0);
    // Eighty halvings are below the resolution of a float.
    for _ in 0..80 {
        let middle = (low + high) / 2.0;
        if at_most(hits, items, ways, middle) > DOUBT {
            low = middle;
        } else {
            high = middle;
        }
    }
    1.0 - high
}

/// Probability of at most `hits` in `items` that each deviate with `rate`; `ways` is the logarithm
/// of the number of ways to choose the hits.
///
/// The rate lies above the share of hits, so the terms fall from the last one down, and the sum
/// ends where they no longer count: large samples cost little more than small ones.
fn at_most(hits: f64, items: f64, ways: f64, rate: f64) -> f64 {
    let last = ways + hits * rate.ln() + (items - hits) * (-rate).ln_1p();
    let odds = (1.0 - rate) / rate;
    let (mut term, mut sum, mut hit) = (last.exp(), 0.0, hits);
    while hit >= 0.0 && term > sum * f64::EPSILON * 1e-3 {
        sum += term;
        term *= hit / (items - hit + 1.0) * odds;
        hit -= 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
    }

    #[test]
    fn bounds_of_the_operating_rate_are_those_of_the_reference() {
        near(operating_rate(0, 25), 0.8870718549931568);
        near(operating_rate(1, 25), 0.8238792893954819);
        near(operating_rate(3, 25), 0.7182774920222859);
        near(operating_rate(6, 25), 0.5804799927899741);
        near(operating_rate(2, 5), 0.18925537743777077);
        near(operating_rate(1, 40), 0.8868116390552624);
    }

    #[test]
    fn all_deviating_is_no_operation_and_one_less_is_some() {
        assert_eq!(operating_rate(25, 25), 0.0);
        assert_eq!(operating_rate(26, 25), 0.0);
        assert!(operating_rate(24, 25) > 0.0);
    }

    #[test]
    fn a_large_sample_is_read_as_it_is() {
        // By the same sum with 40 digits.
        near(operating_rate(100, 1000), 0.883008467903632);
        near(operating_rate(1000, 100_000), 0.9894667990993637);
        assert!(operating_rate(999_999, 1_000_000) > 0.0);
    }

    #[test]
    fn large_samples_stay_in_order() {
        let bounds: Vec<_> = (0..1000).map(|hits| operating_rate(hits, 1000)).collect();
        assert!(bounds.windows(2).all(|pair| pair[0] > pair[1]));
    }
}
