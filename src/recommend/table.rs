//! The decision table as data: what gives points to which scheme, and why.
//!
//! The weights are our judgement; each row names the statement of the texts, or the
//! public page, that gives its direction.

use std::iter::Sum;

use super::criteria::{CRITERIA, CriterionRow};
use super::input::{Buyers, Deadline, Need, NhiSpan};
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
    /// Why, in one sentence for the report.
    pub reason: &'static str,
    /// Statements of the texts (S…), corrections of them (W…), or public pages.
    pub source: &'static str,
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
        reason: "It must be shown that identity governance is run as a lasting system that treats risk and improves.",
        source: "S2-01, S2-03, S2-48",
    },
    Rule {
        id: "C01",
        signal: Signal::Need(Need::ScopedAttestation),
        points: soc2(3),
        reason: "It must be shown that named controls of one service work.",
        source: "S2-02, S2-03, S2-49",
    },
    Rule {
        id: "C02",
        signal: Signal::Yes(Criterion::MultiEntity),
        points: iso(2),
        reason: "One management system can grow over several entities; the boundary of a SOC 2 report is drawn for each system.",
        source: "S2-25",
    },
    Rule {
        id: "C03",
        signal: Signal::Yes(Criterion::ServiceAssuranceDemand),
        points: soc2(2),
        reason: "A SOC 2 report speaks about the very service that is asked about, and about the tests of it.",
        source: "S2-26, S2-22",
    },
    Rule {
        id: "C04",
        signal: Signal::Yes(Criterion::Regulated),
        points: iso(2),
        reason: "A system of many controls fits many duties better than one reporting period does.",
        source: "S2-44",
    },
    Rule {
        id: "C05",
        signal: Signal::Buyers(Buyers::NorthAmerica),
        points: soc2(2),
        reason: "Procurement in the United States and Canada reads SOC 2 reports.",
        source: "fortinetics.com, securitywall.co, mallette.ca (secondary)",
    },
    Rule {
        id: "C05",
        signal: Signal::Buyers(Buyers::EuropeUkApacPublic),
        points: iso(2),
        reason: "Procurement in Europe, the United Kingdom, Asia-Pacific and public tenders expects a certificate.",
        source: "fortinetics.com, routeb.com, securitywall.co (secondary)",
    },
    Rule {
        id: "C05",
        signal: Signal::Buyers(Buyers::Mixed),
        points: Points { iso: 1, soc2: 1 },
        reason: "Each region asks for a proof of its own.",
        source: "fortinetics.com, securitywall.co (secondary)",
    },
    Rule {
        id: "C07",
        signal: Signal::Yes(Criterion::TestedOperationWanted),
        points: soc2(2),
        reason: "Only a SOC 2 Type II report shows tests and exceptions over a period.",
        source: "S0-01, S2-22, S4-21; W21",
    },
    Rule {
        id: "C08",
        signal: Signal::Yes(Criterion::DurableModel),
        points: iso(2),
        reason: "Owners of risk, approval rules, the life of secrets, reviews, logging and exceptions live in a management system.",
        source: "S2-15 to S2-21",
    },
    Rule {
        id: "C09",
        signal: Signal::Deadline(Deadline::Under4Months),
        points: soc2(1),
        reason: "A SOC 2 Type I report can exist in about three months; a Type II needs its period first, a certificate its two stages.",
        source: "S2-49, qualified by W17; fortinetics.com (secondary)",
    },
    Rule {
        id: "C10",
        signal: Signal::NhiSpan(NhiSpan::ProductAndCorporate),
        points: iso(1),
        reason: "A tight product boundary would leave machine identities outside.",
        source: "S2-40, S2-41",
    },
    Rule {
        id: "C10",
        signal: Signal::NhiSpan(NhiSpan::ProductOnly),
        points: soc2(1),
        reason: "The system boundary of a SOC 2 report holds all machine identities.",
        source: "S2-26",
    },
    Rule {
        id: "C11",
        signal: Signal::Yes(Criterion::GovernanceCapacity),
        points: iso(1),
        reason: "There is capacity for the risk treatment that a certificate asks for every year.",
        source: "S2-34",
    },
    Rule {
        id: "C12",
        signal: Signal::Yes(Criterion::CrispTestableControls),
        points: soc2(1),
        reason: "Controls that are written so that they can be tested are what a SOC 2 examination rewards.",
        source: "S2-35",
    },
    Rule {
        id: "C13",
        signal: Signal::Yes(Criterion::PublicCredentialWanted),
        points: iso(1),
        reason: "A certificate can be shown to anybody; a SOC 2 report is shared under a confidentiality agreement.",
        source: "routeb.com, engarde.cc (secondary)",
    },
    Rule {
        id: "C14",
        signal: Signal::Yes(Criterion::AddOnsWanted),
        points: iso(1),
        reason: "ISO/IEC 27017, 27018, 27701 and 42001 extend the management system or stand beside it.",
        source: "marekhronec.com, msecb.com (secondary)",
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
