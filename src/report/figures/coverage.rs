//! What the documents do about each topic, as a grid of signs.

use serde::Serialize;

use super::Sign;
use crate::report::coverage::{Coverage, State, TopicRow};
use crate::words::{Words, say};

/// The coverage matrix in signs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoverageFigure {
    /// The figure in words.
    pub alt: String,
    /// What it shows.
    pub caption: String,
    /// Names of the columns.
    pub columns: [String; 4],
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

/// The signs in the order of the legend.
const SIGNS: [State; 6] = [
    State::Full,
    State::Part,
    State::Empty,
    State::Out,
    State::Open,
    State::None,
];

fn columns(words: &Words) -> [String; 4] {
    [
        say!(words, "column-soc2"),
        say!(words, "column-iso"),
        say!(words, "column-ours"),
        say!(words, "column-validation"),
    ]
}

/// What a sign means.
fn meaning(words: &Words, state: State) -> String {
    match state {
        State::Full => say!(words, "cover-full"),
        State::Part => say!(words, "cover-part"),
        State::Empty => say!(words, "cover-empty"),
        State::Out => say!(words, "cover-out"),
        State::Open => say!(words, "cover-open"),
        State::None => say!(words, "cover-none"),
    }
}

/// Writes down the matrix; none where nobody looked, or no document says anything and nothing is left to us.
pub fn coverage(words: &Words, coverage: &Coverage) -> Option<CoverageFigure> {
    let rows = &coverage.topics;
    let is_used = |state: State| rows.iter().any(|row| row.states.contains(&state));
    let legend = SIGNS.into_iter().filter(|state| is_used(*state));
    let says_nothing = |state: &State| matches!(state, State::None | State::Open);
    let is_told = |row: &TopicRow| !row.states[..3].iter().all(says_nothing);
    rows.iter().any(is_told).then(|| CoverageFigure {
        alt: alt(words, coverage),
        caption: say!(words, "figure-coverage"),
        columns: columns(words),
        legend: legend
            .map(|state| Sign {
                sign: state.name(),
                name: meaning(words, state),
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

fn alt(words: &Words, coverage: &Coverage) -> String {
    let count = |column: usize, state: State| {
        let rows = coverage.topics.iter();
        rows.filter(|row| row.states[column] == state).count()
    };
    say!(
        words,
        "figure-coverage-alt",
        topics = coverage.topics.len(),
        soc2_full = count(0, State::Full),
        soc2_part = count(0, State::Part),
        iso_full = count(1, State::Full),
        iso_part = count(1, State::Part),
        ours = coverage.topics.len() - count(2, State::None),
        open = count(3, State::Empty)
    )
}
