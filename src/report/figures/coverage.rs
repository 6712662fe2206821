//! What the documents do about each topic, as a grid of signs.

use serde::Serialize;

use super::Sign;
use crate::report::coverage::{Coverage, State, TopicRow};

/// The coverage matrix in signs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoverageFigure {
    /// The figure in words.
    pub alt: String,
    /// What it shows.
    pub caption: &'static str,
    /// Names of the columns.
    pub columns: [&'static str; 4],
    /// The signs in use.
    pub legend: Vec<Sign>,
    /// One row a topic.
    pub rows: Vec<StatesRow>,
}

/// A topic.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatesRow {
    /// Its name.
    pub label: String,
    /// Its state by column.
    pub states: [&'static str; 4],
}

const COLUMNS: [&str; 4] = ["SOC 2", "ISO/IEC 27001", "Left to us", "Own validation"];

/// The signs with what they mean, in the order of the legend.
const SIGNS: [(State, &str); 6] = [
    (State::Full, "tested, or settled"),
    (State::Part, "declared only, weakened, or settled in part"),
    (State::Empty, "not mentioned, or still to be done"),
    (State::Out, "carved out, or left to us"),
    (State::Open, "nobody looked"),
    (State::None, "nothing recorded, or not needed"),
];

/// Writes down the matrix; none where no document says anything and nothing is left to us.
pub fn coverage(coverage: &Coverage) -> Option<CoverageFigure> {
    let rows = &coverage.topics;
    let is_used = |state: State| rows.iter().any(|row| row.states.contains(&state));
    let legend = SIGNS.iter().filter(|(state, _)| is_used(*state));
    let is_told = |row: &TopicRow| row.states[..3].iter().any(|state| *state != State::None);
    rows.iter().any(is_told).then(|| CoverageFigure {
        alt: alt(coverage),
        caption: "What the documents test about each topic, and what is left to us",
        columns: COLUMNS,
        legend: legend
            .map(|(state, name)| Sign {
                sign: state.name(),
                name,
            })
            .collect(),
        rows: rows
            .iter()
            .map(|row| StatesRow {
                label: row.topic.clone(),
                states: row.states.map(State::name),
            })
            .collect(),
    })
}

fn alt(coverage: &Coverage) -> String {
    let count = |column: usize, state: State| {
        let rows = coverage.topics.iter();
        rows.filter(|row| row.states[column] == state).count()
    };
    format!(
        "Of {} topics, SOC 2 reports test {} in full and {} in part, ISO/IEC 27001 certificates {} in full and {} in part. Controls on {} are left to us. Own validation is still to be done on {}.",
        coverage.topics.len(),
        count(0, State::Full),
        count(0, State::Part),
        count(1, State::Full),
        count(1, State::Part),
        coverage.topics.len() - count(2, State::None),
        count(3, State::Empty),
    )
}
