//! The exposure `H`: from gaps to a hazard that adds up (docs/scoring.md 5 and 8).
//!
//! `H = eta0 + sum of eta_d PM_d + eta_blast BLAST + sum of kappa m g^q`. Weaknesses are
//! alternative ways in, so hazards add; the power mean lets one bad control count for more than a
//! mean would, and a knock-out's own term cannot be diluted. Every term is homogeneous, so Euler's
//! theorem gives each control's exact share. Sums run in the order of ids, whatever order the
//! model or the inputs come in: the same case gives the same bits.

use crate::pack::id::{ControlId, DomainId};
use crate::pack::model::{BlastDimension, Control, Model, Shape};

/// Where each live control stands in the formula; made once, used for every reading.
#[derive(Debug, Clone)]
pub struct Layout<'m> {
    shape: &'m Shape,
    controls: Vec<&'m Control>,
    domains: Vec<Budgeted<'m>>,
    blast: Vec<Side>,
}

/// A domain with at least one live control.
#[derive(Debug, Clone)]
struct Budgeted<'m> {
    id: &'m DomainId,
    budget: f64,
    group: Group,
}

/// A side of the blast radius that at least one live control bounds.
#[derive(Debug, Clone)]
struct Side {
    dimension: BlastDimension,
    group: Group,
}

/// Controls under one power mean.
#[derive(Debug, Clone)]
struct Group {
    /// Their places among the live controls, ascending.
    members: Vec<usize>,
    /// Sum of their weights.
    weight: f64,
}

/// The exposure of one vector of gaps, in full.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    /// `H`, 0 or more.
    pub total: f64,
    /// What it is the sum of, in the order summed.
    pub terms: Vec<Term>,
    /// Share of each live control in `H - eta0`, in the order of their ids.
    pub shares: Vec<f64>,
}

/// One term of the exposure.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Where it comes from.
    pub source: TermSource,
    /// Its value, 0 or more.
    pub value: f64,
}

/// Where a term of the exposure comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermSource {
    /// What stays with a perfect vendor.
    Irreducible,
    /// The gaps of a domain.
    Domain(DomainId),
    /// Scope, duration and reuse of credentials together.
    Blast,
    /// A knock-out's own term.
    KnockOut(ControlId),
}

impl<'m> Layout<'m> {
    /// Lays out `live`, the controls of `model` that count, in any order.
    pub fn new(model: &'m Model, live: impl IntoIterator<Item = &'m Control>) -> Self {
        let mut controls: Vec<_> = live.into_iter().collect();
        controls.sort_by(|a, b| a.id.cmp(&b.id));
        let mut domains: Vec<_> = model
            .domains
            .iter()
            .map(|domain| Budgeted {
                id: &domain.id,
                budget: domain.budget,
                group: Group::of(&controls, |control| control.domain == domain.id),
            })
            .filter(|domain| !domain.group.members.is_empty())
            .collect();
        domains.sort_by(|a, b| a.id.cmp(b.id));
        let side = |dimension| Side {
            dimension,
            group: Group::of(&controls, |control| control.blast == Some(dimension)),
        };
        let sides = DIMENSIONS.map(side).into_iter();
        let blast = sides
            .filter(|side| !side.group.members.is_empty())
            .collect();
        Self {
            shape: &model.shape,
            controls,
            domains,
            blast,
        }
    }

    /// The live controls, by id; every vector of gaps is in this order.
    pub fn controls(&self) -> &[&'m Control] {
        &self.controls
    }

    /// `H` of these gaps, without its parts.
    pub fn hazard(&self, gaps: &[f64]) -> f64 {
        let powers = self.powers(gaps);
        let mut total = self.shape.eta0;
        for domain in &self.domains {
            total += domain.budget * domain.group.mean(&self.controls, &powers, self.shape.p);
        }
        total += self.shape.eta_blast * self.blast_mean(&powers);
        for (control, &gap) in self.controls.iter().zip(gaps) {
            if control.knockout > 0.0 {
                total += self.knock_out(control, gap);
            }
        }
        total
    }

    /// `H` of these gaps with its terms and each control's share.
    pub fn exposure(&self, gaps: &[f64]) -> Exposure {
        let powers = self.powers(gaps);
        let mut shares = vec![0.0; self.controls.len()];
        let mut terms = vec![Term {
            source: TermSource::Irreducible,
            value: self.shape.eta0,
        }];
        self.add_domains(&powers, &mut terms, &mut shares);
        self.add_blast(&powers, &mut terms, &mut shares);
        self.add_knock_outs(gaps, &mut terms, &mut shares);
        Exposure {
            total: terms.iter().map(|term| term.value).sum(),
            terms,
            shares,
        }
    }

    /// Exposure that each control adds when it alone is absent from its domain's weights:
    /// `eta_d w / W_d + kappa m`. Used for coverage and confidence only.
    pub fn budgets(&self) -> Vec<f64> {
        let mut budgets = vec![0.0; self.controls.len()];
        for domain in &self.domains {
            for &at in &domain.group.members {
                let control = self.controls[at];
                budgets[at] = domain.budget * control.weight / domain.group.weight
                    + self.shape.kappa * control.knockout;
            }
        }
        budgets
    }

    /// The power mean of the gaps that bound one side of the blast radius; `None` without any.
    pub fn side(&self, dimension: BlastDimension, gaps: &[f64]) -> Option<f64> {
        let mut sides = self.blast.iter();
        let side = sides.find(|side| side.dimension == dimension)?;
        let powers = self.powers(gaps);
        Some(side.group.mean(&self.controls, &powers, self.shape.p))
    }

    fn powers(&self, gaps: &[f64]) -> Vec<f64> {
        gaps.iter().map(|gap| gap.powf(self.shape.p)).collect()
    }

    fn knock_out(&self, control: &Control, gap: f64) -> f64 {
        self.shape.kappa * control.knockout * gap.powf(self.shape.q)
    }

    /// The geometric mean over the sides of the blast radius that any control bounds.
    fn blast_mean(&self, powers: &[f64]) -> f64 {
        if self.blast.is_empty() {
            return 0.0;
        }
        let product: f64 = self
            .blast
            .iter()
            .map(|side| side.group.mean(&self.controls, powers, self.shape.p))
            .product();
        product.powf(1.0 / self.blast.len() as f64)
    }

    fn add_domains(&self, powers: &[f64], terms: &mut Vec<Term>, shares: &mut [f64]) {
        for domain in &self.domains {
            let value = domain.budget * domain.group.mean(&self.controls, powers, self.shape.p);
            domain
                .group
                .share_out(value, &self.controls, powers, shares);
            terms.push(Term {
                source: TermSource::Domain(domain.id.clone()),
                value,
            });
        }
    }

    fn add_blast(&self, powers: &[f64], terms: &mut Vec<Term>, shares: &mut [f64]) {
        let value = self.shape.eta_blast * self.blast_mean(powers);
        for side in &self.blast {
            let part = value / self.blast.len() as f64;
            side.group.share_out(part, &self.controls, powers, shares);
        }
        terms.push(Term {
            source: TermSource::Blast,
            value,
        });
    }

    fn add_knock_outs(&self, gaps: &[f64], terms: &mut Vec<Term>, shares: &mut [f64]) {
        for (at, (control, &gap)) in self.controls.iter().zip(gaps).enumerate() {
            if control.knockout > 0.0 {
                let value = self.knock_out(control, gap);
                shares[at] += value;
                terms.push(Term {
                    source: TermSource::KnockOut(control.id.clone()),
                    value,
                });
            }
        }
    }
}

/// Sides of the blast radius, in the order multiplied.
pub(crate) const DIMENSIONS: [BlastDimension; 3] = [
    BlastDimension::Scope,
    BlastDimension::Duration,
    BlastDimension::Reuse,
];

impl Group {
    fn of(controls: &[&Control], is_member: impl Fn(&Control) -> bool) -> Self {
        let members: Vec<_> = (0..controls.len())
            .filter(|&at| is_member(controls[at]))
            .collect();
        let weight = members.iter().map(|&at| controls[at].weight).sum();
        Self { members, weight }
    }

    /// Sum of weight times the gap to the power `p`.
    fn sum(&self, controls: &[&Control], powers: &[f64]) -> f64 {
        self.members
            .iter()
            .map(|&at| controls[at].weight * powers[at])
            .sum()
    }

    /// The weighted power mean of the members' gaps.
    fn mean(&self, controls: &[&Control], powers: &[f64], p: f64) -> f64 {
        (self.sum(controls, powers) / self.weight).powf(1.0 / p)
    }

    /// Shares a value out to the members by weight times the gap to the power `p`.
    fn share_out(&self, value: f64, controls: &[&Control], powers: &[f64], shares: &mut [f64]) {
        let sum = self.sum(controls, powers);
        if sum > 0.0 {
            for &at in &self.members {
                shares[at] += value * (controls[at].weight * powers[at]) / sum;
            }
        }
    }
}
