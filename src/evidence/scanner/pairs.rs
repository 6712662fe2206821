//! Checks of Prowler that measure a fact of ours.
//!
//! The threshold is the scanner's: a check that counts days to its own clock says nothing of a claim with
//! another number, so only checks whose question is ours are in the table.

use super::Measured;
use crate::evidence::fact::{Basis, Fact, FactValue};

/// What the findings of a check make of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Makes {
    /// As many as failed.
    Failures,
    /// As many as passed.
    Passes,
    /// The passed of all.
    PassedShare,
    /// Holds where it passed and never failed; does not where it failed.
    Holds,
    /// Holds where it passed; a failure may have other reasons.
    HoldsWhenPassed,
}

/// A check, and the fact it measures.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) check: &'static str,
    fact: &'static str,
    makes: Makes,
}

const fn pair(check: &'static str, fact: &'static str, makes: Makes) -> Pair {
    Pair { check, fact, makes }
}

const PAIRS: &[Pair] = &[
    // Amazon Web Services.
    pair(
        "iam_no_root_access_key",
        "root-access-keys",
        Makes::Failures,
    ),
    pair("iam_root_mfa_enabled", "root-mfa", Makes::PassedShare),
    pair(
        "iam_rotate_access_key_90_days",
        "keys-over-90-days",
        Makes::Failures,
    ),
    pair(
        "iam_user_two_active_access_key",
        "two-active-keys",
        Makes::Failures,
    ),
    pair(
        "iam_user_mfa_enabled_console_access",
        "console-users-with-mfa",
        Makes::PassedShare,
    ),
    pair(
        "iam_aws_attached_policy_no_administrative_privileges",
        "wildcard-policies",
        Makes::Failures,
    ),
    pair(
        "iam_customer_attached_policy_no_administrative_privileges",
        "wildcard-policies",
        Makes::Failures,
    ),
    pair(
        "iam_inline_policy_no_administrative_privileges",
        "wildcard-policies",
        Makes::Failures,
    ),
    pair(
        "cloudtrail_multi_region_enabled",
        "trail-logging",
        Makes::HoldsWhenPassed,
    ),
    pair(
        "cloudtrail_multi_region_enabled_logging_management_events",
        "trail-logging",
        Makes::HoldsWhenPassed,
    ),
    // Google Cloud.
    pair(
        "iam_sa_user_managed_key_rotate_90_days",
        "keys-over-90-days",
        Makes::Failures,
    ),
    // Okta.
    pair(
        "systemlog_streaming_enabled",
        "log-streams-active",
        Makes::Passes,
    ),
    pair(
        "apitoken_not_super_admin",
        "admin-api-tokens",
        Makes::Failures,
    ),
    pair(
        "apitoken_restricted_to_network_zone",
        "api-token-network",
        Makes::PassedShare,
    ),
    // Microsoft 365.
    pair(
        "entra_legacy_authentication_blocked",
        "legacy-auth-blocked",
        Makes::Holds,
    ),
];

/// Prowler passes users without a password in the check of their MFA; they are none of ours.
const NO_PASSWORD: &str = "does not have Console Password enabled";

impl Pair {
    /// The pair of a check.
    pub(super) fn of(check: &str) -> Option<&'static Self> {
        PAIRS.iter().find(|pair| pair.check == check)
    }

    /// Whether a finding with these words is about what the fact is about.
    pub(super) fn counts(&self, text: &str) -> bool {
        self.fact != "console-users-with-mfa" || !text.contains(NO_PASSWORD)
    }

    /// The fact, where findings decided it.
    pub(super) fn facts(&self, measured: &Measured, scanner: &str) -> Option<Fact> {
        let (passed, failed) = (measured.passed.count, measured.failed.count);
        if passed + failed == 0 {
            return None;
        }
        let value = match self.makes {
            Makes::Failures => FactValue::Count(failed),
            Makes::Passes => FactValue::Count(passed),
            Makes::PassedShare => FactValue::Share {
                part: passed,
                of: passed + failed,
            },
            Makes::Holds => FactValue::Holds(failed == 0),
            Makes::HoldsWhenPassed if passed == 0 => return None,
            Makes::HoldsWhenPassed => FactValue::Holds(true),
        };
        let first = match self.makes {
            Makes::Passes | Makes::HoldsWhenPassed => [&measured.passed, &measured.failed],
            _ => [&measured.failed, &measured.passed],
        };
        let first = first.into_iter().find(|sum| sum.count > 0)?;
        let about = match measured.muted {
            0 => format!("{scanner} {}", self.check),
            muted => format!("{scanner} {}, {muted} muted", self.check),
        };
        Some(Fact::new(self.fact, value, Basis::Measured, first.place()).about(about))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Sum;
    use super::*;
    use crate::evidence::fact::Place;

    fn measured(check: &str, passed: u64, failed: u64) -> Option<FactValue> {
        let sum = |count| Sum {
            count,
            first: (count > 0).then(Place::default),
        };
        let measured = Measured {
            passed: sum(passed),
            failed: sum(failed),
            muted: 0,
        };
        let pair = Pair::of(check).expect("it is paired");
        Some(pair.facts(&measured, "Prowler")?.value)
    }

    #[test]
    fn each_check_stands_once() {
        for pair in PAIRS {
            let same = PAIRS.iter().filter(|other| other.check == pair.check);
            assert_eq!(same.count(), 1, "{}", pair.check);
        }
    }

    #[test]
    fn findings_become_facts_by_what_the_check_asks() {
        let count = |count| Some(FactValue::Count(count));
        let holds = |holds| Some(FactValue::Holds(holds));
        for (check, passed, failed, value) in [
            ("iam_no_root_access_key", 3, 1, count(1)),
            ("iam_no_root_access_key", 3, 0, count(0)),
            ("iam_no_root_access_key", 0, 0, None),
            ("systemlog_streaming_enabled", 1, 0, count(1)),
            ("systemlog_streaming_enabled", 0, 1, count(0)),
            (
                "iam_root_mfa_enabled",
                1,
                1,
                Some(FactValue::Share { part: 1, of: 2 }),
            ),
            ("entra_legacy_authentication_blocked", 1, 0, holds(true)),
            ("entra_legacy_authentication_blocked", 1, 1, holds(false)),
            ("cloudtrail_multi_region_enabled", 1, 9, holds(true)),
            ("cloudtrail_multi_region_enabled", 0, 9, None),
        ] {
            assert_eq!(
                measured(check, passed, failed),
                value,
                "{check} {passed} {failed}"
            );
        }
    }

    #[test]
    fn users_without_a_password_are_not_in_the_share_with_mfa() {
        let pair = Pair::of("iam_user_mfa_enabled_console_access").expect("it is paired");
        assert!(!pair.counts("User amy does not have Console Password enabled."));
        assert!(pair.counts("User amy has Console Password enabled but MFA disabled."));
    }
}
