//! The decision table as data: what gives points to which scheme, and why.
//!
//! The weights are our judgement; each row names the statement of the texts, or the
//! public page, that gives its direction.

use std::iter::Sum;

use super::criteria::{CRITERIA, CriterionRow};
use super::input::{Buyers, Deadline, Need, NhiSpan};
use super::reason::{Reason, Source};
use crate::pack::question::Criterion;

/// Points for each scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Points {
    /// For ISO/IEC 27001.
    pub iso: u32,
    /// For SOC 2.
    pub soc2: u32,
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::default(), |sum, next| Self {
            iso: sum.iso + next.iso,
            soc2: sum.soc2 + next.soc2,
        })
    }
}

/// What a row looks for in the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// This must be proven.
    Need(Need),
    /// The buyers are there.
    Buyers(Buyers),
    /// The first proof is due then.
    Deadline(Deadline),
    /// Machine identities work there.
    NhiSpan(NhiSpan),
    /// This is answered with yes.
    Yes(Criterion),
}

/// A row that gives points.
#[derive(Debug, PartialEq)]
pub struct Rule {
    /// The criterion it belongs to.
    pub id: &'static str,
    /// What it looks for.
    pub signal: Signal,
    /// What it gives.
    pub points: Points,
    /// Why.
    pub reason: Reason,
    /// Where its direction comes from.
    pub source: Source,
}

/// The criterion that a rule belongs to.
pub fn criterion_of(rule: &Rule) -> &'static CriterionRow {
    CRITERIA
        .iter()
        .find(|row| row.id == rule.id)
        .expect("each rule belongs to a criterion")
}

const fn iso(points: u32) -> Points {
    Points {
        iso: points,
        soc2: 0,
    }
}

const fn soc2(points: u32) -> Points {
    Points {
        iso: 0,
        soc2: points,
    }
}

/// The rows that give points, in the order of the table.
pub const RULES: [Rule; 17] = [
    Rule {
        id: "C01",
        signal: Signal::Need(Need::ManagementSystem),
        points: iso(3),
        reason: Reason::LastingSystem,
        source: Source::Texts("S2-01, S2-03, S2-48"),
    },
    Rule {
        id: "C01",
        signal: Signal::Need(Need::ScopedAttestation),
        points: soc2(3),
        reason: Reason::NamedControls,
        source: Source::Texts("S2-02, S2-03, S2-49"),
    },
    Rule {
        id: "C02",
        signal: Signal::Yes(Criterion::MultiEntity),
        points: iso(2),
        reason: Reason::SeveralEntities,
        source: Source::Texts("S2-25"),
    },
    Rule {
        id: "C03",
        signal: Signal::Yes(Criterion::ServiceAssuranceDemand),
        points: soc2(2),
        reason: Reason::ThisService,
        source: Source::Texts("S2-26, S2-22"),
    },
    Rule {
        id: "C04",
        signal: Signal::Yes(Criterion::Regulated),
        points: iso(2),
        reason: Reason::ManyDuties,
        source: Source::Texts("S2-44"),
    },
    Rule {
        id: "C05",
        signal: Signal::Buyers(Buyers::NorthAmerica),
        points: soc2(2),
        reason: Reason::NorthAmerica,
        source: Source::Pages("fortinetics.com, securitywall.co, mallette.ca"),
    },
    Rule {
        id: "C05",
        signal: Signal::Buyers(Buyers::EuropeUkApacPublic),
        points: iso(2),
        reason: Reason::Europe,
        source: Source::Pages("fortinetics.com, routeb.com, securitywall.co"),
    },
    Rule {
        id: "C05",
        signal: Signal::Buyers(Buyers::Mixed),
        points: Points { iso: 1, soc2: 1 },
        reason: Reason::EachRegion,
        source: Source::Pages("fortinetics.com, securitywall.co"),
    },
    Rule {
        id: "C07",
        signal: Signal::Yes(Criterion::TestedOperationWanted),
        points: soc2(2),
        reason: Reason::TestsOverTime,
        source: Source::Texts("S0-01, S2-22, S4-21; W21"),
    },
    Rule {
        id: "C08",
        signal: Signal::Yes(Criterion::DurableModel),
        points: iso(2),
        reason: Reason::LivesInSystem,
        source: Source::Range("S2-15", "S2-21"),
    },
    Rule {
        id: "C09",
        signal: Signal::Deadline(Deadline::Under4Months),
        points: soc2(1),
        reason: Reason::FastTypeI,
        source: Source::QualifiedAndPages("S2-49", "W17", "fortinetics.com"),
    },
    Rule {
        id: "C10",
        signal: Signal::NhiSpan(NhiSpan::ProductAndCorporate),
        points: iso(1),
        reason: Reason::BeyondProduct,
        source: Source::Texts("S2-40, S2-41"),
    },
    Rule {
        id: "C10",
        signal: Signal::NhiSpan(NhiSpan::ProductOnly),
        points: soc2(1),
        reason: Reason::WholeProduct,
        source: Source::Texts("S2-26"),
    },
    Rule {
        id: "C11",
        signal: Signal::Yes(Criterion::GovernanceCapacity),
        points: iso(1),
        reason: Reason::Capacity,
        source: Source::Texts("S2-34"),
    },
    Rule {
        id: "C12",
        signal: Signal::Yes(Criterion::CrispTestableControls),
        points: soc2(1),
        reason: Reason::Testable,
        source: Source::Texts("S2-35"),
    },
    Rule {
        id: "C13",
        signal: Signal::Yes(Criterion::PublicCredentialWanted),
        points: iso(1),
        reason: Reason::Shown,
        source: Source::Pages("routeb.com, engarde.cc"),
    },
    Rule {
        id: "C14",
        signal: Signal::Yes(Criterion::AddOnsWanted),
        points: iso(1),
        reason: Reason::AddOns,
        source: Source::Pages("marekhronec.com, msecb.com"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_criterion_with_points_has_a_rule_and_no_other_has() {
        for row in &CRITERIA {
            let ruled = RULES.iter().any(|rule| rule.id == row.id);
            assert_eq!(ruled, row.gives_points, "{}", row.id);
        }
    }

    #[test]
    fn criteria_and_rules_stand_in_the_order_of_their_ids() {
        assert!(CRITERIA.is_sorted_by_key(|row| row.id));
        assert!(RULES.is_sorted_by_key(|rule| rule.id));
    }
}
