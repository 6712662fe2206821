//! Edge cases of the recommendation: when each applies, and what to do about it.
//!
//! E12 (statistics offered as a reason) has no condition: no field of the input can hold one.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use super::input::{Deadline, Input, NhiSpan, Scheme};
use super::outcome::Outcome;
use super::reason::Source;
use crate::words::{Words, say};

/// Shortest period of a first SOC 2 Type II that is worth having, in months: the AICPA sets no
/// minimum and suggests at least six (ASR-01, secondary).
const TYPE_II_PERIOD: Months = Months::new(6);
/// Fieldwork and reporting after the period, in months (judgement).
const FIELDWORK: Months = Months::new(2);

/// An edge case that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum EdgeCase {
    /// Procurement asks a company that has nothing yet for proof soon.
    E01,
    /// A regulated group.
    E02,
    /// A fast-growing SaaS company.
    E03,
    /// A tight scope chosen for speed.
    E04,
    /// SOC 2 taken to be faster.
    E05,
    /// SOC 2 wanted for confidentiality.
    E06,
    /// ISO/IEC 27001 chosen to prove that controls worked.
    E07,
    /// An ISO/IEC 27001 scope of one product.
    E08,
    /// Both wanted from a small team.
    E09,
    /// Neither demanded while machine identities weigh much.
    E10,
    /// AI agents hold identities.
    E11,
}

impl EdgeCase {
    /// Every case, by id.
    pub const ALL: &'static [Self] = &[
        Self::E01,
        Self::E02,
        Self::E03,
        Self::E04,
        Self::E05,
        Self::E06,
        Self::E07,
        Self::E08,
        Self::E09,
        Self::E10,
        Self::E11,
    ];
}

/// The edge cases that apply, by id.
pub fn cases(input: &Input, outcome: Outcome) -> Vec<EdgeCase> {
    EdgeCase::ALL
        .iter()
        .copied()
        .filter(|case| case.applies(input, outcome))
        .collect()
}

/// The first day a SOC 2 Type II report could exist when its controls start on `from`; none beyond
/// the calendar.
pub fn earliest_type_ii(from: NaiveDate) -> Option<NaiveDate> {
    from.checked_add_months(TYPE_II_PERIOD)?
        .checked_add_months(FIELDWORK)
}

impl EdgeCase {
    /// The id of the decision table.
    pub fn id(self) -> &'static str {
        match self {
            Self::E01 => "E01",
            Self::E02 => "E02",
            Self::E03 => "E03",
            Self::E04 => "E04",
            Self::E05 => "E05",
            Self::E06 => "E06",
            Self::E07 => "E07",
            Self::E08 => "E08",
            Self::E09 => "E09",
            Self::E10 => "E10",
            Self::E11 => "E11",
        }
    }

    fn applies(self, input: &Input, outcome: Outcome) -> bool {
        let yes = |answer| answer == Some(true);
        let hurried = input.deadline == Some(Deadline::Under4Months);
        match self {
            Self::E01 => hurried && yes(input.service_assurance_demand) && outcome.is_soc2_alone(),
            Self::E02 => yes(input.regulated) && yes(input.multi_entity),
            Self::E03 => yes(input.fast_growing_saas),
            Self::E04 => {
                outcome.is_soc2_alone()
                    && (hurried || input.nhi_span == Some(NhiSpan::ProductAndCorporate))
            }
            Self::E05 => hurried && outcome.asks_for_soc2(),
            Self::E06 => yes(input.sensitive_data) && outcome.asks_for_soc2(),
            Self::E07 => yes(input.tested_operation_wanted) && outcome.is_iso_alone(),
            Self::E08 => input.nhi_span == Some(NhiSpan::ProductOnly) && outcome.is_iso_alone(),
            Self::E09 => {
                input.governance_capacity == Some(false)
                    && matches!(
                        outcome,
                        Outcome::Both | Outcome::AddIso | Outcome::AddSoc2TypeII
                    )
            }
            Self::E10 => yes(input.high_nhi_exposure) && is_undemanded(input),
            Self::E11 => yes(input.ai_agents),
        }
    }

    /// What to do about it, in one or two sentences.
    pub fn text(self, words: &Words) -> String {
        match self {
            Self::E01 => say!(words, "edge-e01"),
            Self::E02 => say!(words, "edge-e02"),
            Self::E03 => say!(words, "edge-e03"),
            Self::E04 => say!(words, "edge-e04"),
            Self::E05 => say!(words, "edge-e05"),
            Self::E06 => say!(words, "edge-e06"),
            Self::E07 => say!(words, "edge-e07"),
            Self::E08 => say!(words, "edge-e08"),
            Self::E09 => say!(words, "edge-e09"),
            Self::E10 => say!(words, "edge-e10"),
            Self::E11 => say!(words, "edge-e11"),
        }
    }

    /// Where the handling comes from.
    pub fn source(self) -> Source {
        match self {
            Self::E01 => Source::Texts("S2-43"),
            Self::E02 => Source::Texts("S2-44"),
            Self::E03 => Source::Texts("S2-45"),
            Self::E04 => Source::Texts("S2-40, S2-41"),
            Self::E05 => Source::Qualified("S2-49", "W17"),
            Self::E06 => Source::Corrected("S2-06", "W16"),
            Self::E07 => Source::Texts("W21"),
            Self::E08 => Source::Texts("S2-40"),
            Self::E09 => Source::Pages("engarde.cc"),
            Self::E10 => Source::Range("S2-36", "S2-38"),
            Self::E11 => Source::Texts("S4-63"),
        }
    }
}

/// Whether it is known that nobody asks for a scheme: no customer, regulator or contract.
///
/// What nobody answered is not a no.
fn is_undemanded(input: &Input) -> bool {
    input.service_assurance_demand == Some(false)
        && input.regulated == Some(false)
        && input.contract_names == Some(Scheme::None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recommend::input::Need;
    use crate::recommend::recommend;

    fn warned(input: &Input) -> Vec<EdgeCase> {
        recommend(input).warnings
    }

    #[test]
    fn a_short_deadline_names_the_first_day_of_a_type_ii_report() {
        let input = Input {
            need: Some(Need::ScopedAttestation),
            deadline: Some(Deadline::Under4Months),
            as_of: NaiveDate::from_ymd_opt(2026, 6, 30),
            ..Input::default()
        };
        let advice = recommend(&input);
        assert!(advice.warnings.contains(&EdgeCase::E05));
        assert_eq!(
            advice.earliest_type_ii,
            NaiveDate::from_ymd_opt(2027, 2, 28)
        );
        let patient = Input {
            deadline: Some(Deadline::From4To12Months),
            ..input
        };
        assert_eq!(recommend(&patient).earliest_type_ii, None);
    }

    #[test]
    fn a_certificate_wanted_for_test_results_is_warned_about() {
        let input = Input {
            need: Some(Need::ManagementSystem),
            multi_entity: Some(true),
            tested_operation_wanted: Some(true),
            ..Input::default()
        };
        assert!(warned(&input).contains(&EdgeCase::E07));
        let unwanted = Input {
            tested_operation_wanted: Some(false),
            ..input
        };
        assert!(!warned(&unwanted).contains(&EdgeCase::E07));
    }

    #[test]
    fn heavy_use_of_machine_identities_without_demand_puts_the_baseline_first() {
        let input = Input {
            high_nhi_exposure: Some(true),
            service_assurance_demand: Some(false),
            regulated: Some(false),
            contract_names: Some(Scheme::None),
            ..Input::default()
        };
        assert_eq!(warned(&input), [EdgeCase::E10]);
        let demanded = Input {
            regulated: Some(true),
            ..input
        };
        assert!(!warned(&demanded).contains(&EdgeCase::E10));
    }

    #[test]
    fn what_nobody_answered_is_no_lack_of_demand() {
        let open = Input {
            high_nhi_exposure: Some(true),
            ..Input::default()
        };
        assert!(!warned(&open).contains(&EdgeCase::E10));
    }

    #[test]
    fn both_from_a_small_team_is_warned_about() {
        let input = Input {
            contract_names: Some(Scheme::Both),
            governance_capacity: Some(false),
            ..Input::default()
        };
        assert_eq!(warned(&input), [EdgeCase::E09]);
    }

    #[test]
    fn a_tight_boundary_with_identities_beyond_it_is_warned_about() {
        let input = Input {
            need: Some(Need::ScopedAttestation),
            service_assurance_demand: Some(true),
            nhi_span: Some(NhiSpan::ProductAndCorporate),
            ..Input::default()
        };
        assert_eq!(warned(&input), [EdgeCase::E04]);
        let inside = Input {
            nhi_span: Some(NhiSpan::ProductOnly),
            ..input
        };
        assert!(warned(&inside).is_empty());
    }
}
