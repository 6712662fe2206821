//! Edge cases of the recommendation: when each applies, and what to do about it.
//!
//! E12 (statistics offered as a reason) has no condition: no field of the input can hold one.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use super::input::{Deadline, Input, NhiSpan, Scheme};
use super::outcome::Outcome;

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
    pub fn text(self) -> &'static str {
        match self {
            Self::E01 => {
                "Procurement asks for proof soon: SOC 2 Type I, then Type II; ISO/IEC 27001 once identity \
                 governance is a wider discipline."
            }
            Self::E02 => {
                "A regulated group: let ISO/IEC 27001 be the anchor, with SOC 2 for those services whose \
                 customers ask for it."
            }
            Self::E03 => {
                "A fast-growing SaaS company: SOC 2 outward, the methods of ISO/IEC 27001 inward."
            }
            Self::E04 => {
                "A tight scope is allowed, but have what lies outside it written down, and which machine \
                 identities cross the boundary."
            }
            Self::E05 => {
                "SOC 2 is faster as a Type I only. A Type II report needs its controls to run for a period \
                 (six months taken here) and then fieldwork (two months taken here, our judgement)."
            }
            Self::E06 => {
                "Sensitive data is reached: check that the confidentiality category is in the scope of the SOC 2 \
                 report; only security always is."
            }
            Self::E07 => {
                "A certificate shows that a management system conforms; it shows no test results. It does not \
                 answer whether controls worked over time."
            }
            Self::E08 => {
                "A certificate scoped to one product acts like a SOC 2 boundary without its tests."
            }
            Self::E09 => {
                "Both from a small team: one control matrix, one store of evidence, and audits at different times \
                 of the year."
            }
            Self::E10 => {
                "Nobody demands either scheme, and machine identities weigh much: put the technical baseline \
                 first (inventory, secrets manager, privileged access, policy as code)."
            }
            Self::E11 => {
                "AI agents hold identities: neither scheme covers them. Add a view by NIST AI RMF or \
                 ISO/IEC 42001."
            }
        }
    }

    /// Where the handling comes from.
    pub fn source(self) -> &'static str {
        match self {
            Self::E01 => "S2-43",
            Self::E02 => "S2-44",
            Self::E03 => "S2-45",
            Self::E04 => "S2-40, S2-41",
            Self::E05 => "S2-49, qualified by W17",
            Self::E06 => "S2-06, corrected by W16",
            Self::E07 => "W21",
            Self::E08 => "S2-40",
            Self::E09 => "engarde.cc (secondary)",
            Self::E10 => "S2-36 to S2-38",
            Self::E11 => "S4-63",
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
