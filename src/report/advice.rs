//! The framework recommendation in full: every criterion that fired, what is unanswered, what
//! documents would change here, and what our tier of use asks for.

use serde::Serialize;

use super::{Material, print};
use crate::recommend::Recommendation;
use crate::recommend::criteria::{CriterionRow, Whose};
use crate::recommend::piece::Piece;
use crate::recommend::table::{Rule, criterion_of};
use crate::recommend::tier::State;
use crate::score::verdict::Status;
use crate::words::{Words, say};

/// The recommendation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Advice {
    /// The advice.
    pub title: String,
    /// What it means.
    pub meaning: String,
    /// What else a reader must know of it, one sentence each.
    pub remarks: Vec<String>,
    /// Points for ISO/IEC 27001.
    pub iso: u32,
    /// Points for SOC 2.
    pub soc2: u32,
    /// Criteria that gave points.
    pub fired: Vec<FiredRow>,
    /// Criteria without points that shaped the advice.
    pub modifiers: Vec<String>,
    /// Criteria with points that nobody answered.
    pub unanswered: Vec<String>,
    /// How many of the criteria are answered.
    pub confidence: String,
    /// Edge cases that apply.
    pub warnings: Vec<WarningRow>,
    /// What a fresh document would change here; empty while the result is unrated.
    pub simulation: Vec<SimulationRow>,
    /// What neither document removes, or why nothing is simulated, in a sentence.
    pub not_removed: String,
    /// What our tier of use asks for; none while the tier is not answered.
    pub tier: Option<TierText>,
}

/// A criterion that gave points.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FiredRow {
    /// Its id.
    pub id: &'static str,
    /// What it asks.
    pub asks: String,
    /// Whose state it asks about.
    pub whose: String,
    /// Why it points where it does.
    pub reason: String,
    /// Points for ISO/IEC 27001.
    pub iso: u32,
    /// Points for SOC 2.
    pub soc2: u32,
    /// Where the direction comes from.
    pub source: String,
}

/// An edge case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WarningRow {
    /// Its id.
    pub id: &'static str,
    /// What to do about it.
    pub text: String,
    /// Where the handling comes from.
    pub source: String,
}

/// The score with a document added.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimulationRow {
    /// What is added.
    pub with: String,
    /// The score then.
    pub points: String,
    /// Points it takes off.
    pub less: String,
}

/// What our tier of use asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TierText {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What the tier is.
    pub title: String,
    /// Each piece, and how it stands.
    pub pieces: Vec<PieceRow>,
}

/// A piece of what a tier asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PieceRow {
    /// The piece.
    pub text: String,
    /// How it stands.
    pub state: String,
}

/// Writes down the recommendation.
pub fn advice(material: &Material) -> Advice {
    let advice = material.advice();
    Advice {
        title: material.advice_title(),
        meaning: advice.outcome.meaning(material.words),
        remarks: remarks(material.words, advice),
        iso: advice.points.iso,
        soc2: advice.points.soc2,
        fired: advice
            .fired
            .iter()
            .map(|rule| fired(material.words, rule))
            .collect(),
        modifiers: named(material.words, &advice.modifiers),
        unanswered: named(material.words, &advice.unanswered),
        confidence: confidence(material.words, advice),
        warnings: advice
            .warnings
            .iter()
            .map(|case| WarningRow {
                id: case.id(),
                text: case.text(material.words),
                source: case.source().text(material.words),
            })
            .collect(),
        simulation: simulation(material),
        not_removed: not_removed(material),
        tier: tier_text(material),
    }
}

/// What precedes and qualifies the advice.
fn remarks(words: &Words, advice: &Recommendation) -> Vec<String> {
    let inventory = advice
        .inventory_first
        .then(|| say!(words, "advised-inventory"));
    let against = advice
        .against_points
        .then(|| say!(words, "advised-against-points"));
    let start = advice.start.map(|start| start.text(words));
    let earliest = advice.earliest_type_ii;
    let earliest = earliest.map(|day| say!(words, "advised-earliest", day = words.date(day)));
    [inventory, against, start, earliest]
        .into_iter()
        .flatten()
        .collect()
}

fn fired(words: &Words, rule: &Rule) -> FiredRow {
    let criterion = criterion_of(rule);
    FiredRow {
        id: rule.id,
        asks: criterion.asks(words),
        whose: match criterion.whose {
            Whose::Ours => say!(words, "advised-ours"),
            Whose::Vendor => say!(words, "advised-vendors"),
        },
        reason: rule.reason.text(words),
        iso: rule.points.iso,
        soc2: rule.points.soc2,
        source: rule.source.text(words),
    }
}

fn named(words: &Words, rows: &[&CriterionRow]) -> Vec<String> {
    rows.iter()
        .map(|row| format!("{} ({})", row.id, row.asks(words)))
        .collect()
}

fn confidence(words: &Words, advice: &Recommendation) -> String {
    let all = advice.criteria();
    let answered = all - advice.unanswered.len();
    let share = print::percent(words, advice.confidence());
    say!(words, "advised-answered", answered, all, share)
}

fn simulation(material: &Material) -> Vec<SimulationRow> {
    if is_unrated(material) {
        return vec![];
    }
    let (words, simulation) = (material.words, material.advised.simulation);
    let today = material.printed_points(simulation.today);
    let row = |with, points: f64| SimulationRow {
        with,
        points: material.points(points),
        less: print::points(words, today - material.printed_points(points)),
    };
    vec![
        row(say!(words, "simulated-today"), simulation.today),
        row(say!(words, "simulated-iso"), simulation.iso27001),
        row(say!(words, "simulated-soc2"), simulation.soc2_type2),
        row(say!(words, "simulated-both"), simulation.both),
    ]
}

fn is_unrated(material: &Material) -> bool {
    material.score().ruling.status == Status::Unrated
}

fn not_removed(material: &Material) -> String {
    if is_unrated(material) {
        return say!(material.words, "simulated-not");
    }
    let rest = material.advised.simulation.not_removed();
    let share = print::percent_within(material.words, rest, &[1.0]);
    say!(material.words, "simulated-rest", share)
}

fn tier_text(material: &Material) -> Option<TierText> {
    let (tier, pieces) = material.advised.tier.as_ref()?;
    let row = |(piece, state): &(Piece, State)| PieceRow {
        text: piece.text(material.words),
        state: state.text(material.words),
    };
    Some(TierText {
        id: tier.id(),
        name: tier.name(),
        title: tier.title(material.words),
        pieces: pieces.iter().map(row).collect(),
    })
}
