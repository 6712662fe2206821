//! ISO/IEC 27001 or SOC 2: which proof must exist first for the identity governance around a service.
//!
//! The advice is a decision table ([`table`]) with a fixed order of evaluation, kept as data so that
//! a reader can check each row. Weights and cut-offs are our judgement; the direction of each
//! criterion has a source. The advice never moves a number or the verdict of the assessment.

pub mod collect;
pub mod criteria;
pub mod edge;
mod evaluate;
pub mod input;
pub mod outcome;
pub mod piece;
pub mod proof;
pub mod reason;
pub mod table;
pub mod tier;

use chrono::NaiveDate;

use self::criteria::CriterionRow;
use self::edge::EdgeCase;
pub use self::evaluate::recommend;
use self::evaluate::scoring_criteria;
use self::outcome::{Outcome, Side, Start};
use self::piece::Piece;
use self::table::{Points, Rule};
use self::tier::Tier;
use crate::assessment::Assessment;
use crate::checks::documents::settle::settle;
use crate::pack::Pack;
use crate::pack::question::Criterion;
use crate::score::AssessmentScore;
use crate::score::simulation::{Simulation, simulate};
use crate::words::{Words, say};

/// What is advised, and everything it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// Whether inventory and ownership come before whatever is advised (C16).
    pub inventory_first: bool,
    /// The advice.
    pub outcome: Outcome,
    /// Points for each scheme.
    pub points: Points,
    /// The rows of the table that gave points, in its order.
    pub fired: Vec<&'static Rule>,
    /// Criteria without points that shaped the advice (C15 to C18).
    pub modifiers: Vec<&'static CriterionRow>,
    /// Criteria with points that nobody answered, in the table's order.
    pub unanswered: Vec<&'static CriterionRow>,
    /// Whether a contract or regulator decided against the side that has more points.
    pub against_points: bool,
    /// Where to begin when both are advised and the table decides it.
    pub start: Option<Start>,
    /// Edge cases that apply.
    pub warnings: Vec<EdgeCase>,
    /// The first day a SOC 2 Type II report could exist, when haste makes that matter (E05).
    pub earliest_type_ii: Option<NaiveDate>,
}

impl Recommendation {
    /// How many criteria can give points.
    pub fn criteria(&self) -> usize {
        scoring_criteria().count()
    }

    /// The reason that weighs most; what the advice means where none stands out.
    pub fn main_reason(&self, words: &Words) -> String {
        let is_named = |row: &&CriterionRow| row.input == Criterion::ContractNames;
        if self.modifiers.iter().any(is_named) {
            return say!(words, "reason-named-by-contract");
        }
        let points = |rule: &Rule| match self.outcome.side() {
            Some(Side::Iso) => rule.points.iso,
            Some(Side::Soc2) => rule.points.soc2,
            None => 0,
        };
        // Of equals the first counts, in the order of the table.
        let strongest = self.fired.iter().rev().max_by_key(|rule| points(rule));
        match strongest {
            Some(rule) if points(rule) > 0 => rule.reason.text(words),
            Some(_) | None => self.outcome.meaning(words),
        }
    }

    /// Share of the criteria with points that are answered, 0 to 1.
    pub fn confidence(&self) -> f64 {
        let all = self.criteria();
        (all - self.unanswered.len()) as f64 / all as f64
    }
}

/// The advice on an assessment, with what stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Advised {
    /// The advice.
    pub recommendation: Recommendation,
    /// What a fresh certificate or report would change here.
    pub simulation: Simulation,
    /// What we use the provider for, and how each piece that this asks for stands.
    pub tier: Option<(Tier, Vec<(Piece, tier::State)>)>,
}

/// Advises on an assessment that was scored with the same pack.
///
/// Its documents settle the questions about them first; a document that gives no credit is not
/// held.
pub fn advise(pack: &Pack, assessment: &Assessment, result: &AssessmentScore) -> Advised {
    let settled = settle(pack, assessment);
    let assessment = settled.as_ref().unwrap_or(assessment);
    let proof = proof::proof(pack, assessment, result);
    let mut input = collect::input(pack, assessment);
    proof::keep_what_counts(&mut input, assessment, result);
    Advised {
        recommendation: recommend(&input),
        simulation: simulate(&result.case(&pack.model)),
        tier: collect::tier(assessment).map(|tier| (tier, tier::pieces(tier, &proof))),
    }
}
