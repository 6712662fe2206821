//! The framework recommendation as JSON, schema version 1.

use serde::Serialize;

use super::SCHEMA;
use crate::assessment::Assessment;
use crate::recommend::criteria::CriterionRow;
use crate::recommend::edge::EdgeCase;
use crate::recommend::outcome::{Outcome, Start};
use crate::recommend::piece::Piece;
use crate::recommend::table::Rule;
use crate::recommend::tier::{State, Tier};
use crate::recommend::{Advised, Recommendation};
use crate::score::simulation::Simulation;
use crate::words::Words;

/// A recommendation.
#[derive(Serialize)]
pub struct RecommendationJson<'a> {
    schema: u32,
    as_of: String,
    vendor: &'a str,
    product: &'a str,
    inventory_first: bool,
    result: Outcome,
    start: Option<Start>,
    points: PointsJson,
    fired: Vec<FiredJson>,
    modifiers: Vec<&'static str>,
    unanswered: Vec<&'static str>,
    confidence: f64,
    against_points: bool,
    warnings: Vec<WarningJson>,
    earliest_type_ii: Option<String>,
    simulation: SimulationJson,
    tier: Option<TierJson>,
}

#[derive(Serialize)]
struct PointsJson {
    iso: u32,
    soc2: u32,
}

#[derive(Serialize)]
struct FiredJson {
    id: &'static str,
    iso: u32,
    soc2: u32,
    reason: String,
    source: String,
}

#[derive(Serialize)]
struct WarningJson {
    id: &'static str,
    text: String,
    source: String,
}

/// The residual risk with each document, in points.
#[derive(Serialize)]
struct SimulationJson {
    today: f64,
    iso27001: f64,
    soc2_type2: f64,
    both: f64,
    not_removed: f64,
}

#[derive(Serialize)]
struct TierJson {
    id: &'static str,
    pieces: Vec<PieceJson>,
}

#[derive(Serialize)]
struct PieceJson {
    text: String,
    state: &'static str,
}

impl<'a> RecommendationJson<'a> {
    /// What is advised on `assessment`.
    pub fn new(words: &Words, assessment: &'a Assessment, advised: &Advised) -> Self {
        let advice: &Recommendation = &advised.recommendation;
        Self {
            schema: SCHEMA,
            as_of: assessment.as_of.to_string(),
            vendor: &assessment.vendor,
            product: &assessment.product,
            inventory_first: advice.inventory_first,
            result: advice.outcome,
            start: advice.start,
            points: PointsJson {
                iso: advice.points.iso,
                soc2: advice.points.soc2,
            },
            fired: advice.fired.iter().map(|rule| fired(words, rule)).collect(),
            modifiers: ids(&advice.modifiers),
            unanswered: ids(&advice.unanswered),
            confidence: advice.confidence(),
            against_points: advice.against_points,
            warnings: advice
                .warnings
                .iter()
                .map(|case| warning(words, *case))
                .collect(),
            earliest_type_ii: advice.earliest_type_ii.map(|day| day.to_string()),
            simulation: simulation(advised.simulation),
            tier: advised
                .tier
                .as_ref()
                .map(|(of_use, pieces)| tier(words, *of_use, pieces)),
        }
    }
}

fn ids(rows: &[&'static CriterionRow]) -> Vec<&'static str> {
    rows.iter().map(|row| row.id).collect()
}

fn fired(words: &Words, rule: &Rule) -> FiredJson {
    FiredJson {
        id: rule.id,
        iso: rule.points.iso,
        soc2: rule.points.soc2,
        reason: rule.reason.text(words),
        source: rule.source.text(words),
    }
}

fn warning(words: &Words, case: EdgeCase) -> WarningJson {
    WarningJson {
        id: case.id(),
        text: case.text(words),
        source: case.source().text(words),
    }
}

fn simulation(simulation: Simulation) -> SimulationJson {
    SimulationJson {
        today: simulation.today,
        iso27001: simulation.iso27001,
        soc2_type2: simulation.soc2_type2,
        both: simulation.both,
        not_removed: simulation.not_removed(),
    }
}

fn tier(words: &Words, tier: Tier, pieces: &[(Piece, State)]) -> TierJson {
    TierJson {
        id: tier.id(),
        pieces: pieces
            .iter()
            .map(|(piece, state)| PieceJson {
                text: piece.text(words),
                state: state.name(),
            })
            .collect(),
    }
}
