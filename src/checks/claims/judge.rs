//! What one fact says to one claim, by the basis of the fact (the specification of evidence, section 2).

use super::Verdict;
use super::wording::length;
use crate::assessment::answer::{Duration, Value};
use crate::evidence::fact::{Basis, Fact, FactValue, Limit};
use crate::pack::answer::{AnswerKind, Unit};
use crate::pack::fact::{Bound, Comparison, FactTest};
use crate::pack::id::OptionId;

/// A verdict with its reason.
pub(super) struct Ruling {
    pub(super) verdict: Verdict,
    pub(super) why: String,
    /// The answer that takes the place of a refuted one.
    pub(super) measured: Option<Value>,
}

impl Ruling {
    pub(super) fn open(verdict: Verdict, why: impl Into<String>) -> Self {
        Self {
            verdict,
            why: why.into(),
            measured: None,
        }
    }

    fn refuted(why: impl Into<String>, measured: Value) -> Self {
        Self {
            verdict: Verdict::Refuted,
            why: why.into(),
            measured: Some(measured),
        }
    }
}

/// What a fact says to a claim; none where it says nothing to this one.
pub(super) fn judge(
    kind: &AnswerKind,
    claim: &Value,
    (fact, planted): (&Fact, &[String]),
    comparison: &Comparison,
) -> Option<Ruling> {
    match comparison {
        Comparison::AtMost { tolerance } => Some(match numbers(claim, fact, Side::Most) {
            Ok(pair) => most(&pair, fact, *tolerance),
            Err(ruling) => ruling,
        }),
        Comparison::AtLeast => Some(match numbers(claim, fact, Side::Least) {
            Ok(pair) => least(&pair, fact),
            Err(ruling) => ruling,
        }),
        Comparison::Contains { of } => contains(claim, (fact, planted), of),
        Comparison::Test(test) => tested(kind, claim, fact, test),
    }
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
    found: f64,
    /// The fact as an answer of the claim's kind.
    measured: Value,
}

fn numbers(claim: &Value, fact: &Fact, side: Side) -> Result<Pair, Ruling> {
    let insufficient = |why: &str| Err(Ruling::open(Verdict::Insufficient, why));
    match (claim, &fact.value) {
        (Value::Duration(claim), FactValue::Duration(seconds)) => {
            Ok(lengths(*claim, *seconds, side))
        }
        (Value::Duration(claim), FactValue::Limit(limit)) => match limit {
            Limit::Finite(seconds) => Ok(lengths(*claim, *seconds, side)),
            Limit::Unlimited => Ok(lengths(*claim, f64::INFINITY, side)),
            Limit::Unset => {
                insufficient("the file does not set it: the default of the server holds")
            }
            Limit::Unknown => insufficient("its value in the file cannot be read"),
        },
        (Value::Count(claim), FactValue::Count(found)) => Ok(Pair {
            claim: *claim as f64,
            found: *found as f64,
            measured: Value::Count(*found),
        }),
        (Value::Percent(_), FactValue::Share { of: 0, .. }) => insufficient("the list is empty"),
        (Value::Percent(claim), FactValue::Share { part, of }) => {
            let found = 100.0 * *part as f64 / *of as f64;
            Ok(Pair {
                claim: *claim,
                found,
                measured: Value::Percent(found),
            })
        }
        _ => Err(Ruling::open(
            Verdict::NotComparable,
            "the two are of different kinds",
        )),
    }
}

/// Lengths of time. What is counted in days is compared in whole days, and a calendar month may have 31
/// of them: quarterly reviews lie up to 92 days apart.
fn lengths(claim: Duration, found: f64, side: Side) -> Pair {
    const DAY: f64 = 86_400.0;
    let (claimed, found_at) = match claim {
        Duration::Unlimited => (f64::INFINITY, found),
        Duration::Finite { amount, unit } => {
            let seconds = claim.amount_in(Unit::Seconds).unwrap_or(f64::INFINITY);
            let whole_days = (found / DAY).floor() * DAY;
            match (unit, side) {
                (Unit::Months, Side::Most) => (
                    (amount * 365.25 / 12.0).floor() * DAY + 2.0 * DAY,
                    whole_days,
                ),
                (Unit::Years, Side::Most) => (amount * 366.0 * DAY, whole_days),
                (Unit::Days, Side::Most) => (seconds, whole_days),
                _ => (seconds, found),
            }
        }
    };
    let measured = match found.is_finite() {
        true => Duration::Finite {
            amount: found,
            unit: Unit::Seconds,
        },
        false => Duration::Unlimited,
    };
    Pair {
        claim: claimed,
        found: found_at,
        measured: Value::Duration(measured),
    }
}

/// The claim is the most there is.
fn most(pair: &Pair, fact: &Fact, tolerance: f64) -> Ruling {
    if let Some(open) = in_doubt(pair, fact) {
        return open;
    }
    if pair.found <= pair.claim {
        return agrees(fact);
    }
    if pair.found <= pair.claim + tolerance {
        let why = "the difference may be emergency accounts, which are not counted";
        return Ruling::open(Verdict::Insufficient, why);
    }
    let is_share = matches!(fact.value, FactValue::Share { .. });
    match fact.basis {
        Basis::Capability | Basis::Attested => weak(fact.basis),
        Basis::Measured | Basis::Sample if is_share && pair.claim > 0.0 => Ruling::open(
            Verdict::Insufficient,
            "the share of some items is not that of all",
        ),
        // One item above the claim is enough, in a sample too.
        Basis::Measured | Basis::Sample => {
            Ruling::refuted("one case disproves it", pair.measured.clone())
        }
        Basis::Configured => Ruling::refuted("the setting allows more", pair.measured.clone()),
        Basis::CompleteList => Ruling::refuted("the list shows more", pair.measured.clone()),
    }
}

/// The claim is the least there is.
fn least(pair: &Pair, fact: &Fact) -> Ruling {
    if let Some(open) = in_doubt(pair, fact) {
        return open;
    }
    if pair.found >= pair.claim {
        return agrees(fact);
    }
    let is_all = matches!(fact.value, FactValue::Share { .. }) && pair.claim >= 100.0;
    match fact.basis {
        Basis::Capability | Basis::Attested => weak(fact.basis),
        Basis::Measured | Basis::Sample if is_all && fact.is_whole => {
            Ruling::refuted("one case disproves \"all\"", pair.measured.clone())
        }
        Basis::Measured | Basis::Sample => Ruling::open(
            Verdict::Insufficient,
            "the file shows a part; there may be more elsewhere",
        ),
        Basis::Configured if !fact.is_whole => {
            let why = "the file shows a part; another copy may be kept longer";
            Ruling::open(Verdict::Insufficient, why)
        }
        Basis::Configured => Ruling::refuted("the setting gives less", pair.measured.clone()),
        Basis::CompleteList => Ruling::refuted("the list shows less", pair.measured.clone()),
    }
}

/// Whether the missing time zone could turn the verdict.
fn in_doubt(pair: &Pair, fact: &Fact) -> Option<Ruling> {
    let is_near = (pair.found - pair.claim).abs() <= fact.uncertain;
    (fact.uncertain > 0.0 && is_near).then(|| {
        let why = format!(
            "its dates name no hour or zone and may be {} off",
            length(fact.uncertain)
        );
        Ruling::open(Verdict::Insufficient, why)
    })
}

fn agrees(fact: &Fact) -> Ruling {
    let (verdict, why) = match (fact.basis, fact.is_whole) {
        (Basis::Configured, true) => (
            Verdict::Confirmed,
            "set so, with nothing in the file against it",
        ),
        (Basis::CompleteList, true) => (Verdict::Confirmed, "the whole list agrees"),
        (Basis::Configured, false) => (
            Verdict::Consistent,
            "set so; what could override it is not in the file",
        ),
        (Basis::CompleteList, false) => (Verdict::Consistent, "the list is not whole"),
        (Basis::Measured, _) => (
            Verdict::Consistent,
            "the case that was measured agrees; others may not",
        ),
        (Basis::Sample, _) => (
            Verdict::Consistent,
            "what was seen agrees; it is not all there is",
        ),
        (Basis::Capability, _) => (Verdict::Consistent, "supported is not the same as in use"),
        (Basis::Attested, _) => (Verdict::Consistent, "said by somebody else, not shown"),
    };
    Ruling::open(verdict, why)
}

/// What a capability or a statement that speaks against a claim is worth.
fn weak(basis: Basis) -> Ruling {
    let why = match basis {
        Basis::Capability => "the service could; the file does not show that it is so in use",
        _ => "somebody says otherwise; the file does not show it",
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
            Basis::Capability => format!("the file does not say that it can: {}", list(&missing)),
            _ => format!(
                "not seen: {}; that it did not happen is no proof",
                list(&missing)
            ),
        };
        return Some(Ruling::open(Verdict::Insufficient, why));
    }
    let left = chosen.iter().filter(|id| !disproven.contains(id));
    let why = match proves_absence {
        true => format!("not there: {}", list(&disproven)),
        false => format!("brought about and not logged: {}", list(&disproven)),
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
        return Some(Ruling::open(
            Verdict::Consistent,
            "the file does not rule it out",
        ));
    }
    if fact.uncertain > 0.0 {
        let why = "it rests on a date without a time zone";
        return Some(Ruling::open(Verdict::Insufficient, why));
    }
    let is_absence = matches!(test.bound, Bound::Is(false) | Bound::Under(_));
    match fact.basis {
        Basis::Capability | Basis::Attested => return Some(weak(fact.basis)),
        Basis::Sample if is_absence && !is_counter_example(fact) => {
            let why = "not seen in a part of it; that is no proof";
            return Some(Ruling::open(Verdict::Insufficient, why));
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
    Some(Ruling::refuted("the file shows otherwise", measured))
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
