//! A grid of states, each with a sign of its own.

use super::super::figure::words;
use super::super::inline::fields;
use super::{Form, first_word};

pub(super) const KEYS: &[&str] = &["columns", "legend"];

/// What is known about a row, column by column.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    pub columns: Vec<String>,
    /// The states that are in use, with what they mean here.
    pub legend: Vec<(State, String)>,
    pub rows: Vec<MatrixRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    pub label: String,
    /// As many as there are columns.
    pub states: Vec<State>,
}

/// A state of a cell; what it means, the legend says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// All of it: a solid field with a tick.
    Full,
    /// Some of it: a hatched field.
    Part,
    /// Nothing of it: an empty field.
    Empty,
    /// Left to somebody else: a crossed field.
    Out,
    /// Not known: a question mark.
    Open,
    /// Does not arise: a dash.
    None,
}

impl State {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "full" => Self::Full,
            "part" => Self::Part,
            "empty" => Self::Empty,
            "out" => Self::Out,
            "open" => Self::Open,
            "none" => Self::None,
            _ => return None,
        })
    }
}

pub(super) fn read(form: &Form) -> Option<Matrix> {
    let matrix = Matrix {
        columns: form.list("columns"),
        legend: fields(form.get("legend")?)
            .map(entry)
            .collect::<Option<Vec<_>>>()?,
        rows: form.each(row)?,
    };
    let (columns, legend) = (matrix.columns.len(), &matrix.legend);
    let is_told = |state: &State| legend.iter().any(|(told, _)| told == state);
    let fits = |row: &MatrixRow| row.states.len() == columns && row.states.iter().all(is_told);
    ((1..=MOST_COLUMNS).contains(&columns) && matrix.rows.iter().all(fits)).then_some(matrix)
}

/// More would leave no room for their names.
const MOST_COLUMNS: usize = 6;

fn entry(field: &str) -> Option<(State, String)> {
    let (state, name) = first_word(field);
    Some((State::named(&state)?, name))
}

fn row(line: &str) -> Option<MatrixRow> {
    let mut cells = fields(line);
    let label = words(cells.next()?);
    let states = cells.map(|cell| State::named(words(cell).trim()));
    Some(MatrixRow {
        label,
        states: states.collect::<Option<Vec<_>>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(text: &str) -> Option<Matrix> {
        read(&Form::new(text, KEYS))
    }

    #[test]
    fn every_state_is_in_the_legend() {
        let text = "columns: a | b\nlegend: full all of it | none nothing\nA | full | none";
        assert!(matrix(text).is_some());
        assert!(matrix(&text.replace("| none nothing", "")).is_none());
    }

    #[test]
    fn every_row_has_all_columns() {
        assert!(matrix("columns: a | b\nlegend: full yes\nA | full").is_none());
    }
}
