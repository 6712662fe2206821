//! What one fact says to one claim, by the basis of the fact (the specification of evidence, section 2).

use chrono::NaiveDate;

use super::Verdict;
use super::why::Why;
use crate::assessment::answer::{Duration, Value};
use crate::evidence::fact::{Basis, Fact, FactValue, Limit};
use crate::evidence::time::DAY;
use crate::pack::answer::{AnswerKind, Unit};
use crate::pack::fact::{Bound, Comparison, FactTest};
use crate::pack::id::OptionId;

/// A verdict with its reason.
pub(super) struct Ruling {
    pub(super) verdict: Verdict,
    pub(super) why: Why,
    /// The answer that takes the place of a refuted one.
    pub(super) measured: Option<Value>,
}

impl Ruling {
    pub(super) fn open(verdict: Verdict, why: Why) -> Self {
        Self {
            verdict,
            why,
            measured: None,
        }
    }

    fn refuted(why: Why, measured: Value) -> Self {
        Self {
            verdict: Verdict::Refuted,
            why,
            measured: Some(measured),
        }
    }
}

/// A fact, and what is known about it besides.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) fact: &'a Fact,
    /// Events that were brought about while a log was taken.
    pub(super) planted: &'a [String],
    /// Whether it is an age or a time between days.
    pub(super) whole_days: bool,
    /// The day of a newer file of its kind, where this one is older than the period that is looked at.
    pub(super) superseded: Option<NaiveDate>,
}

/// What a fact says to a claim; none where it says nothing to this one.
pub(super) fn judge(
    kind: &AnswerKind,
    claim: &Value,
    shown: Shown,
    comparison: &Comparison,
) -> Option<Ruling> {
    let fact = shown.fact;
    let ruling = match comparison {
        Comparison::AtMost { tolerance } => match numbers(claim, shown, Side::Most) {
            Ok(pair) => most(&pair, fact, *tolerance),
            Err(ruling) => ruling,
        },
        Comparison::AtLeast => match numbers(claim, shown, Side::Least) {
            Ok(pair) => least(&pair, fact),
            Err(ruling) => ruling,
        },
        Comparison::Contains { of } => contains(claim, (fact, shown.planted), of)?,
        Comparison::Test(test) => tested(kind, claim, fact, test)?,
    };
    Some(match (shown.superseded, ruling.verdict) {
        (Some(newer), Verdict::Refuted | Verdict::Confirmed) => {
            Ruling::open(Verdict::Insufficient, Why::Superseded(newer))
        }
        _ => ruling,
    })
}

/// Which end of what is there a claim names.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Most,
    Least,
}

/// A claim and a fact on one scale: seconds, items or percent; without end is infinite.
struct Pair {
    claim: f64,
    /// The fact at its least, as it is, and at its most, where the file leaves doubt.
    found: [f64; 3],
    /// The fact as an answer of the claim's kind.
    measured: Value,
}

impl Pair {
    fn exact(claim: f64, found: f64, measured: Value) -> Self {
        Self {
            claim,
            found: [found; 3],
            measured,
        }
    }
}

fn numbers(claim: &Value, shown: Shown, side: Side) -> Result<Pair, Ruling> {
    let insufficient = |why: Why| Err(Ruling::open(Verdict::Insufficient, why));
    match (claim, &shown.fact.value) {
        (Value::Duration(claim), FactValue::Duration(seconds)) => {
            Ok(lengths(*claim, *seconds, shown, side))
        }
        (Value::Duration(claim), FactValue::Limit(limit)) => match limit {
            Limit::Finite(seconds) => Ok(lengths(*claim, *seconds, shown, side)),
            Limit::Unlimited => Ok(lengths(*claim, f64::INFINITY, shown, side)),
            Limit::Unset => insufficient(Why::NotSet),
            Limit::Unknown => insufficient(Why::NotReadable),
        },
        (Value::Count(claim), FactValue::Count(found)) => {
            let measured = Value::Count(*found);
            Ok(Pair::exact(*claim as f64, *found as f64, measured))
        }
        (Value::Percent(_), FactValue::Share { of: 0, .. }) => insufficient(Why::EmptyList),
        (Value::Percent(claim), FactValue::Share { part, of }) => {
            let found = 100.0 * *part as f64 / *of as f64;
            // One in three is 33 %; none and all are meant as said.
            let is_rounded = claim.fract() == 0.0 && (found - claim).abs() < 0.5;
            let is_end = *claim == 0.0 || *claim == 100.0;
            let at = if is_rounded && !is_end { *claim } else { found };
            Ok(Pair::exact(*claim, at, Value::Percent(found)))
        }
        _ => Err(Ruling::open(Verdict::NotComparable, Why::OtherKind)),
    }
}

/// Lengths of time. Ages, and times between days, are held in whole days against what is claimed in days,
/// and a claim in months allows the longest months there are: quarterly reviews lie up to 92 days apart.
fn lengths(claim: Duration, found: f64, shown: Shown, side: Side) -> Pair {
    let seconds = claim.amount_in(Unit::Seconds).unwrap_or(f64::INFINITY);
    let (claimed, in_days) = match claim {
        Duration::Finite { amount, unit } if side == Side::Most && shown.whole_days => match unit {
            Unit::Months => (longest(amount) * DAY, true),
            Unit::Years => (longest(12.0 * amount) * DAY, true),
            Unit::Days => (seconds, true),
            _ => (seconds, false),
        },
        _ => (seconds, false),
    };
    let at = |found: f64| match in_days {
        true => (found / DAY).floor() * DAY,
        false => found.round(),
    };
    let doubt = shown.fact.uncertain;
    let measured = match found.is_finite() {
        true => Duration::Finite {
            amount: found,
            unit: Unit::Seconds,
        },
        false => Duration::Unlimited,
    };
    Pair {
        claim: claimed,
        found: [(found - doubt).max(0.0), found, found + doubt].map(at),
        measured: Value::Duration(measured),
    }
}

/// Days in the longest stretch of so many months; part of a month counts by its mean length.
fn longest(months: f64) -> f64 {
    // Two years of which the second is a leap year hold every stretch of up to a year.
    const DAYS: [f64; 24] = [
        31., 28., 31., 30., 31., 30., 31., 31., 30., 31., 30., 31., 31., 29., 31., 30., 31., 30.,
        31., 31., 30., 31., 30., 31.,
    ];
    let (years, rest) = ((months / 12.0).floor(), (months % 12.0).floor());
    let stretch = |from: usize| {
        DAYS.iter()
            .cycle()
            .skip(from)
            .take(rest as usize)
            .sum::<f64>()
    };
    let whole = (0..24).map(stretch).fold(0.0, f64::max);
    let mean = 365.25 / 12.0;
    years * 365.25 + whole + (months.fract() * mean).ceil() + f64::from(u8::from(years > 0.0))
}

/// The claim is the most there is.
fn most(pair: &Pair, fact: &Fact, tolerance: f64) -> Ruling {
    let [least, found, most] = pair.found;
    if (least <= pair.claim) != (most <= pair.claim) {
        return in_doubt(fact);
    }
    if found <= pair.claim {
        return agrees(fact);
    }
    if found <= pair.claim + tolerance {
        return Ruling::open(Verdict::Insufficient, Why::Emergency);
    }
    let is_share = matches!(fact.value, FactValue::Share { .. });
    match fact.basis {
        Basis::Capability | Basis::Attested => weak(fact.basis),
        Basis::Measured | Basis::Sample if is_share && pair.claim > 0.0 => {
            Ruling::open(Verdict::Insufficient, Why::ShareOfSome)
        }
        // One item above the claim is enough, in a sample too.
        Basis::Measured | Basis::Sample => Ruling::refuted(Why::OneCase, pair.measured.clone()),
        Basis::Configured => Ruling::refuted(Why::AllowsMore, pair.measured.clone()),
        Basis::CompleteList => Ruling::refuted(Why::ListsMore, pair.measured.clone()),
    }
}

/// The claim is the least there is.
fn least(pair: &Pair, fact: &Fact) -> Ruling {
    let [least, found, most] = pair.found;
    if (least >= pair.claim) != (most >= pair.claim) {
        return in_doubt(fact);
    }
    if found >= pair.claim {
        return agrees(fact);
    }
    let is_all = matches!(fact.value, FactValue::Share { .. }) && pair.claim >= 100.0;
    match fact.basis {
        Basis::Capability | Basis::Attested => weak(fact.basis),
        Basis::Measured | Basis::Sample if is_all && fact.is_whole => {
            Ruling::refuted(Why::OneCaseOfAll, pair.measured.clone())
        }
        Basis::Measured | Basis::Sample => Ruling::open(Verdict::Insufficient, Why::MoreElsewhere),
        Basis::Configured if !fact.is_whole => Ruling::open(Verdict::Insufficient, Why::OtherCopy),
        Basis::Configured => Ruling::refuted(Why::GivesLess, pair.measured.clone()),
        Basis::CompleteList => Ruling::refuted(Why::ListsLess, pair.measured.clone()),
    }
}

/// Either could be true, by as much as the file leaves open.
fn in_doubt(fact: &Fact) -> Ruling {
    Ruling::open(Verdict::Insufficient, Why::Within(fact.uncertain))
}

fn agrees(fact: &Fact) -> Ruling {
    let (verdict, why) = match (fact.basis, fact.is_whole) {
        (Basis::Configured, true) => (Verdict::Confirmed, Why::SetSo),
        (Basis::CompleteList, true) => (Verdict::Confirmed, Why::ListAgrees),
        (Basis::Configured, false) => (Verdict::Consistent, Why::SetSoInPart),
        (Basis::CompleteList, false) => (Verdict::Consistent, Why::ListInPart),
        (Basis::Measured, _) => (Verdict::Consistent, Why::CaseAgrees),
        (Basis::Sample, _) => (Verdict::Consistent, Why::SampleAgrees),
        (Basis::Capability, _) => (Verdict::Consistent, Why::Supported),
        (Basis::Attested, _) => (Verdict::Consistent, Why::Attested),
    };
    Ruling::open(verdict, why)
}

/// What a capability or a statement that speaks against a claim is worth.
fn weak(basis: Basis) -> Ruling {
    let why = match basis {
        Basis::Capability => Why::CouldDiffer,
        _ => Why::SaidOtherwise,
    };
    Ruling::open(Verdict::Insufficient, why)
}

/// Each option claimed is among the names.
fn contains(claim: &Value, (fact, planted): (&Fact, &[String]), of: &[OptionId]) -> Option<Ruling> {
    let (Value::Several(chosen), FactValue::Set(names)) = (claim, &fact.value) else {
        return None;
    };
    let asked: Vec<&OptionId> = chosen.iter().filter(|id| of.contains(id)).collect();
    if asked.is_empty() {
        return None;
    }
    let is_missing = |id: &&OptionId| !names.contains(id.as_str());
    let missing: Vec<&OptionId> = asked.into_iter().filter(is_missing).collect();
    if missing.is_empty() {
        return Some(agrees(fact));
    }
    let proves_absence =
        matches!(fact.basis, Basis::Configured | Basis::CompleteList) && fact.is_whole;
    let was_planted = |id: &&&OptionId| planted.iter().any(|name| name == id.as_str());
    let disproven: Vec<&OptionId> = match proves_absence {
        true => missing.clone(),
        false => missing.iter().filter(was_planted).copied().collect(),
    };
    let list = |ids: &[&OptionId]| {
        let names: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
        names.join(", ")
    };
    if disproven.is_empty() {
        let why = match fact.basis {
            Basis::Capability => Why::NotSupported(list(&missing)),
            _ => Why::NotSeen(list(&missing)),
        };
        return Some(Ruling::open(Verdict::Insufficient, why));
    }
    let left = chosen.iter().filter(|id| !disproven.contains(id));
    let why = match proves_absence {
        true => Why::NotThere(list(&disproven)),
        false => Why::NotLogged(list(&disproven)),
    };
    Some(Ruling::refuted(
        why,
        Value::Several(left.cloned().collect()),
    ))
}

/// A bound that the fact may break, and the claims that fall with it.
fn tested(kind: &AnswerKind, claim: &Value, fact: &Fact, test: &FactTest) -> Option<Ruling> {
    let claimed: Vec<OptionId> = match claim {
        Value::Choice(id) => vec![id.clone()],
        Value::Several(ids) => ids.clone(),
        Value::YesNo(yes) => vec![if *yes { "yes" } else { "no" }.into()],
        _ => return None,
    };
    let is_broken = is_broken(test.bound, &fact.value)?;
    let among = |ids: &[OptionId]| claimed.iter().any(|id| ids.contains(id));
    if !is_broken {
        return among(&test.confirms).then(|| agrees(fact));
    }
    if !among(&test.refutes) {
        return Some(Ruling::open(Verdict::Consistent, Why::NotRuledOut));
    }
    if fact.uncertain > 0.0 {
        return Some(Ruling::open(Verdict::Insufficient, Why::NoZone));
    }
    let is_absence = matches!(test.bound, Bound::Is(false) | Bound::Under(_));
    match fact.basis {
        Basis::Capability | Basis::Attested => return Some(weak(fact.basis)),
        Basis::Sample if is_absence && !is_counter_example(fact) => {
            return Some(Ruling::open(Verdict::Insufficient, Why::NotSeenInPart));
        }
        _ => {}
    }
    let measured = match (kind, &test.to) {
        (AnswerKind::YesNo(_), Some(to)) => Value::YesNo(to.as_str() == "yes"),
        (_, Some(to)) => Value::Choice(to.clone()),
        (_, None) => {
            let left = claimed.into_iter().filter(|id| !test.refutes.contains(id));
            Value::Several(left.collect())
        }
    };
    Some(Ruling::refuted(Why::ShownOtherwise, measured))
}

/// Whether a share below its bound names an item that does not have what all are said to have.
fn is_counter_example(fact: &Fact) -> bool {
    matches!(fact.value, FactValue::Share { part, of } if part < of)
}

fn is_broken(bound: Bound, value: &FactValue) -> Option<bool> {
    let number = match value {
        FactValue::Count(count) => *count as f64,
        FactValue::Share { part, of } if *of > 0 => 100.0 * *part as f64 / *of as f64,
        FactValue::Holds(holds) => {
            return match bound {
                Bound::Is(wanted) => Some(*holds == wanted),
                _ => None,
            };
        }
        _ => return None,
    };
    match bound {
        Bound::Over(limit) => Some(number > limit),
        Bound::Under(limit) => Some(number < limit),
        Bound::Is(_) => None,
    }
}
