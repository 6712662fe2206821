//! The order of evaluation: gate, override, points, tie-breaks, and what is already held.
//!
//! The steps stand in the order in which they are taken; a later one only refines an earlier one.

use super::Recommendation;
use super::criteria::{CRITERIA, CriterionRow};
use super::edge::{self, EdgeCase};
use super::input::{Deadline, Held, Input, Need, Scheme};
use super::outcome::{Outcome, Start};
use super::table::{Points, RULES, Rule, Signal};
use crate::pack::question::Criterion;

/// From this many points on each side, both schemes are advised (judgement).
const BOTH_FROM: u32 = 5;
/// From this difference in points, one scheme is clearly ahead (judgement).
const CLEAR_LEAD: u32 = 3;
/// Below this share of the inventory, in percent, scattered ownership puts the inventory first (judgement).
const INVENTORY_ENOUGH: f64 = 80.0;

/// Applies the decision table in its order of evaluation.
pub fn recommend(input: &Input) -> Recommendation {
    let fired: Vec<&'static Rule> = RULES
        .iter()
        .filter(|rule| input.shows(rule.signal))
        .collect();
    let points = fired.iter().map(|rule| rule.points).sum();
    let by_points = by_points(input, points);
    let named = input.contract_names.and_then(named_outcome);
    let refined = refine(input, named.unwrap_or(by_points));
    let outcome = match refined {
        Outcome::Soc2First if input.fast_growing_saas == Some(true) => Outcome::Soc2IsoInformed,
        other => other,
    };
    let warnings = edge::cases(input, outcome);
    Recommendation {
        inventory_first: inventory_first(input),
        outcome,
        points,
        fired,
        modifiers: modifiers(input, refined),
        unanswered: scoring_criteria()
            .filter(|row| !input.answers(row.input))
            .collect(),
        against_points: named.is_some_and(|named| named.is_opposite_of(by_points)),
        start: start(input, outcome, points),
        earliest_type_ii: warnings
            .contains(&EdgeCase::E05)
            .then(|| input.as_of.and_then(edge::earliest_type_ii))
            .flatten(),
        warnings,
    }
}

/// The criteria that can give points; confidence is counted over them.
pub(super) fn scoring_criteria() -> impl Iterator<Item = &'static CriterionRow> {
    CRITERIA.iter().filter(|row| row.gives_points)
}

/// Step 1, the gate C16. It precedes the advice and does not stop it.
fn inventory_first(input: &Input) -> bool {
    input.ownership_scattered == Some(true)
        && input
            .inventory_pct
            .is_some_and(|known| known < INVENTORY_ENOUGH)
}

/// Step 2, the override C17.
fn named_outcome(scheme: Scheme) -> Option<Outcome> {
    match scheme {
        Scheme::Iso => Some(Outcome::IsoFirst),
        Scheme::Soc2 => Some(Outcome::Soc2First),
        Scheme::Both => Some(Outcome::Both),
        Scheme::None => None,
    }
}

/// Steps 3 to 6: points, then tie-breaks.
fn by_points(input: &Input, points: Points) -> Outcome {
    if points == Points::default() {
        return Outcome::NeedMoreContext;
    }
    if points.iso >= BOTH_FROM && points.soc2 >= BOTH_FROM {
        return Outcome::Both;
    }
    if points.iso >= points.soc2 + CLEAR_LEAD {
        return Outcome::IsoFirst;
    }
    if points.soc2 >= points.iso + CLEAR_LEAD {
        return Outcome::Soc2First;
    }
    match (input.need, input.deadline, input.regulated) {
        (Some(Need::ManagementSystem), _, _) => Outcome::IsoFirst,
        (Some(Need::ScopedAttestation), _, _) => Outcome::Soc2First,
        (None, Some(Deadline::Under4Months), _) => Outcome::Soc2First,
        (None, _, Some(true)) => Outcome::IsoFirst,
        (None, _, _) => Outcome::NeedMoreContext,
    }
}

/// Step 7: builds on what is held (C18). Only a Type II report counts as SOC 2 held, because a
/// Type I shows design on one day.
fn refine(input: &Input, outcome: Outcome) -> Outcome {
    let (iso, type_ii) = (input.holds(Held::Iso), input.holds(Held::Soc2TypeII));
    match (outcome, iso, type_ii) {
        (_, true, true) => Outcome::KeepBoth,
        (Outcome::Both, true, false) | (Outcome::Soc2First, true, false) => Outcome::AddSoc2TypeII,
        (Outcome::Both, false, true) | (Outcome::IsoFirst, false, true) => Outcome::AddIso,
        (Outcome::Soc2First, false, true) if wants_management_system(input) => Outcome::AddIso,
        (Outcome::Soc2First, false, true) => Outcome::KeepSoc2IsoInformed,
        (Outcome::IsoFirst, true, false) if wants_tests(input) => Outcome::AddSoc2TypeII,
        (Outcome::IsoFirst, true, false) => Outcome::KeepIso,
        (other, _, _) => other,
    }
}

/// C01 management system, C02, C04 or C08.
fn wants_management_system(input: &Input) -> bool {
    [
        Signal::Need(Need::ManagementSystem),
        Signal::Yes(Criterion::MultiEntity),
        Signal::Yes(Criterion::Regulated),
        Signal::Yes(Criterion::DurableModel),
    ]
    .into_iter()
    .any(|signal| input.shows(signal))
}

/// C03 or C07.
fn wants_tests(input: &Input) -> bool {
    input.service_assurance_demand == Some(true) || input.tested_operation_wanted == Some(true)
}

/// Where to begin when both are advised: with the fast proof when time is short, else with the
/// larger sum; an equal sum falls back on what must be proven, and decides nothing without it.
fn start(input: &Input, outcome: Outcome, points: Points) -> Option<Start> {
    if outcome != Outcome::Both {
        return None;
    }
    if input.deadline == Some(Deadline::Under4Months) && !input.holds(Held::Soc2TypeI) {
        return Some(Start::Soc2TypeI);
    }
    match points.iso.cmp(&points.soc2) {
        std::cmp::Ordering::Greater => Some(Start::Iso),
        std::cmp::Ordering::Less => Some(Start::Soc2),
        std::cmp::Ordering::Equal => input.need.map(|need| match need {
            Need::ManagementSystem => Start::Iso,
            Need::ScopedAttestation => Start::Soc2,
        }),
    }
}

/// Which of C15 to C18 had an effect. `refined` is the advice before C15 looked at it.
fn modifiers(input: &Input, refined: Outcome) -> Vec<&'static CriterionRow> {
    let effective = |row: &&CriterionRow| match row.input {
        Criterion::FastGrowingSaas => {
            refined == Outcome::Soc2First && input.fast_growing_saas == Some(true)
        }
        Criterion::OwnershipScattered => inventory_first(input),
        Criterion::ContractNames => input.contract_names.and_then(named_outcome).is_some(),
        Criterion::Have => refined.builds_on_what_is_held(),
        _ => false,
    };
    CRITERIA.iter().filter(effective).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;
    use crate::words::Words;

    fn ids(rules: &[&Rule]) -> Vec<&'static str> {
        rules.iter().map(|rule| rule.id).collect()
    }

    /// Regulated gives ISO 2 points, so SOC 2 needs 5 for a clear lead.
    fn regulated() -> Input {
        Input {
            regulated: Some(true),
            ..Input::default()
        }
    }

    #[test]
    fn a_lead_of_three_points_is_clear_and_two_is_not() {
        let two = Input {
            service_assurance_demand: Some(true),
            ..Input::default()
        };
        assert_eq!(recommend(&two).outcome, Outcome::NeedMoreContext);
        let three = Input {
            crisp_testable_controls: Some(true),
            ..two
        };
        assert_eq!(recommend(&three).outcome, Outcome::Soc2First);
    }

    #[test]
    fn both_needs_five_points_on_each_side() {
        let four = Input {
            need: Some(Need::ManagementSystem),
            multi_entity: Some(true),
            service_assurance_demand: Some(true),
            tested_operation_wanted: Some(true),
            ..Input::default()
        };
        assert_eq!(recommend(&four).outcome, Outcome::IsoFirst);
        let five = Input {
            crisp_testable_controls: Some(true),
            ..four
        };
        assert_eq!(recommend(&five).outcome, Outcome::Both);
    }

    #[test]
    fn a_tie_is_broken_by_need_then_deadline_then_regulation() {
        let tie = Input {
            service_assurance_demand: Some(true),
            ..regulated()
        };
        assert_eq!(recommend(&tie).outcome, Outcome::IsoFirst);
        let hurried = Input {
            deadline: Some(Deadline::Under4Months),
            ..tie.clone()
        };
        assert_eq!(recommend(&hurried).outcome, Outcome::Soc2First);
        let needed = Input {
            need: Some(Need::ManagementSystem),
            tested_operation_wanted: Some(true),
            ..hurried
        };
        let advice = recommend(&needed);
        assert_eq!(advice.points, Points { iso: 5, soc2: 5 });
        assert_eq!(advice.start, Some(Start::Soc2TypeI));
    }

    #[test]
    fn the_inventory_comes_first_below_eighty_percent() {
        let at = |known| Input {
            ownership_scattered: Some(true),
            inventory_pct: Some(known),
            ..regulated()
        };
        assert!(recommend(&at(79.9)).inventory_first);
        assert!(!recommend(&at(80.0)).inventory_first);
    }

    #[test]
    fn a_contract_against_the_points_is_said() {
        let input = Input {
            need: Some(Need::ScopedAttestation),
            contract_names: Some(Scheme::Iso),
            ..Input::default()
        };
        let advice = recommend(&input);
        assert_eq!(advice.outcome, Outcome::IsoFirst);
        assert!(advice.against_points);
        let with = Input {
            contract_names: Some(Scheme::Soc2),
            ..input
        };
        assert!(!recommend(&with).against_points);
    }

    #[test]
    fn a_type_i_report_does_not_count_as_soc_2_held() {
        let input = Input {
            need: Some(Need::ScopedAttestation),
            have: Some([Held::Soc2TypeI].into()),
            ..Input::default()
        };
        assert_eq!(recommend(&input).outcome, Outcome::Soc2First);
    }

    #[test]
    fn confidence_counts_the_thirteen_criteria_with_points() {
        assert_eq!(scoring_criteria().count(), 13);
        assert_eq!(recommend(&Input::default()).confidence(), 0.0);
        let advice = recommend(&regulated());
        assert!((advice.confidence() - 1.0 / 13.0).abs() < 1e-12);
        assert_eq!(ids(&advice.fired), ["C04"]);
    }

    #[test]
    fn the_main_reason_points_where_the_advice_does() {
        let input = Input {
            need: Some(Need::ScopedAttestation),
            multi_entity: Some(true),
            regulated: Some(true),
            durable_model: Some(true),
            ..Input::default()
        };
        let advice = recommend(&input);
        assert_eq!(advice.outcome, Outcome::IsoFirst);
        let english = Words::of(Language::English);
        assert!(
            advice
                .main_reason(english)
                .starts_with("One management system")
        );
    }

    #[test]
    fn a_no_is_an_answer_that_fires_nothing() {
        let input = Input {
            regulated: Some(false),
            ..Input::default()
        };
        let advice = recommend(&input);
        assert!(advice.fired.is_empty());
        assert_eq!(advice.unanswered.len(), 12);
    }

    #[test]
    fn equal_sums_without_a_need_leave_the_start_open() {
        let named = Input {
            contract_names: Some(Scheme::Both),
            ..Input::default()
        };
        assert_eq!(recommend(&named).start, None);
    }
}
