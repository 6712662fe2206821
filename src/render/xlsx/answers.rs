//! The sheet of the answers: one row for each question asked, and one for each part that was told.
//!
//! What can be counted stands a second time as a number, a day or a percent of its own cell.

use super::Work;
use super::cell::{Cell, Column, Sheet, Shown};
use super::levels::Levels;
use crate::assessment::answer::{Duration, State, Value};
use crate::pack::answer::{Form, Unit};
use crate::pack::question::{Question, Role};
use crate::report::print;
use crate::words::Words;

const NAME: &str = "Answers";
const ABOUT: &str = "Every question that was asked. Lengths of time count in minutes below a day, else in days. Level and credibility follow the sheet Levels.";
const COLUMNS: &[Column] = &[
    ("Question", 12.0),
    ("Part", 14.0),
    ("Section", 20.0),
    ("What was asked", 52.0),
    ("State", 12.0),
    ("Answer", 52.0),
    ("Value", 14.0),
    ("Unit", 10.0),
    ("Note", 36.0),
    ("Evidence", 14.0),
    ("Recorded", 18.0),
    ("Control", 9.0),
    ("Gating", 8.0),
    ("Level", 8.0),
    ("Credibility", 10.0),
];
const GATING: &str = "yes";

/// States of an answer.
const ANSWERED: &str = "answered";
const IN_PART: &str = "in part";
const UNKNOWN: &str = "unknown";
const SET_ASIDE: &str = "not applicable";
const OPEN: &str = "open";

/// The sheet, for whoever gets the answers.
pub fn sheet(work: &Work, levels: &Levels) -> Option<Sheet> {
    let answers = work.report.answers.as_ref()?;
    let words = Words::of(work.pack.language);
    let mut rows: Vec<Vec<Cell>> = vec![];
    for section in &answers.sections {
        for said in &section.rows {
            let id = said.question.as_str().into();
            let Some(question) = work.pack.question(&id) else {
                continue;
            };
            let response = work.assessment.answers.get(&id);
            let state = response.map(|response| &response.state);
            let (value, unit) = match (&question.form, state) {
                (Form::Single(_), Some(State::Answered(value))) => typed(value),
                _ => (Cell::Empty, ""),
            };
            let [level, credibility] = levels.linked(&id);
            let (control, gating) = role(question);
            rows.push(vec![
                Cell::text(&said.question),
                Cell::Empty,
                Cell::text(&section.title),
                Cell::text(&said.text),
                Cell::text(state_of(question, state)),
                Cell::text(&said.answer),
                value,
                Cell::text(unit),
                Cell::maybe(said.note.as_deref()),
                Cell::text(said.evidence.join(", ")),
                Cell::maybe(said.recorded.as_deref()).or_day(),
                Cell::text(control),
                Cell::text(gating),
                level,
                credibility,
            ]);
            rows.extend(parts(words, question, state, &section.title));
        }
    }
    Some(Sheet::table(NAME, ABOUT, COLUMNS, rows))
}

impl Cell {
    /// A day, where the text is nothing but one.
    fn or_day(self) -> Self {
        match self {
            Self::Text(text) => Self::day(&text),
            other => other,
        }
    }
}

/// The parts of an answer that were told, a row each.
fn parts(
    words: &Words,
    question: &Question,
    state: Option<&State>,
    section: &str,
) -> Vec<Vec<Cell>> {
    let (Form::Parts(parts), Some(State::Answered(Value::Parts(values)))) = (&question.form, state)
    else {
        return vec![];
    };
    let told = parts
        .iter()
        .filter_map(|part| Some((part, values.get(&part.id)?)));
    told.map(|(part, value)| {
        let (typed, unit) = typed(value);
        let form = Form::Single(part.kind.clone());
        let mut cells = vec![
            Cell::text(question.id.as_str()),
            Cell::text(part.id.as_str()),
            Cell::text(section),
            Cell::text(&part.text),
            Cell::text(ANSWERED),
            Cell::text(print::answer(words, &form, value).join("\n")),
            typed,
            Cell::text(unit),
        ];
        cells.resize(COLUMNS.len(), Cell::Empty);
        cells
    })
    .collect()
}

fn state_of(question: &Question, state: Option<&State>) -> &'static str {
    match state {
        Some(State::Answered(Value::Parts(values))) => match &question.form {
            Form::Parts(parts) if values.len() < parts.len() => IN_PART,
            _ => ANSWERED,
        },
        Some(State::Answered(_)) => ANSWERED,
        Some(State::Unknown(_)) => UNKNOWN,
        Some(State::NotApplicable(_)) => SET_ASIDE,
        Some(State::Open) | None => OPEN,
    }
}

fn role(question: &Question) -> (&str, &'static str) {
    match &question.role {
        Role::Scored(scored) if scored.gating => (scored.control.as_str(), GATING),
        Role::Scored(scored) => (scored.control.as_str(), ""),
        Role::Context(_) | Role::Criterion(_) | Role::Record => ("", ""),
    }
}

/// A value that can be counted, with its unit.
fn typed(value: &Value) -> (Cell, &'static str) {
    match value {
        Value::Count(count) => (Cell::count(*count), "count"),
        Value::Percent(percent) => (Cell::Number(percent / 100.0, Shown::Percent), "%"),
        Value::Date(day) => (Cell::Day(*day), "day"),
        Value::Duration(duration) => length(*duration),
        Value::Choice(_)
        | Value::Several(_)
        | Value::YesNo(_)
        | Value::Period(_)
        | Value::List(_)
        | Value::Text(_)
        | Value::Parts(_) => (Cell::Empty, ""),
    }
}

/// A length of time in minutes below a day, else in days.
fn length(duration: Duration) -> (Cell, &'static str) {
    match duration.amount_in(Unit::Days) {
        None => (Cell::text("without end"), ""),
        Some(days) if days < 1.0 => {
            let minutes = duration.amount_in(Unit::Minutes).unwrap_or(0.0);
            (Cell::Number(minutes, Shown::Plain), "min")
        }
        Some(days) => (Cell::Number(days, Shown::Plain), "d"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length_of(text: &str) -> (Cell, &'static str) {
        let english = Words::of(crate::pack::language::Language::English);
        typed(&Value::Duration(
            Duration::parse(english, text).expect("a length"),
        ))
    }

    #[test]
    fn a_length_below_a_day_is_in_minutes_and_a_day_is_in_days() {
        assert_eq!(
            length_of("23 h"),
            (Cell::Number(1380.0, Shown::Plain), "min")
        );
        assert_eq!(length_of("24 h"), (Cell::Number(1.0, Shown::Plain), "d"));
        assert_eq!(length_of("never").0, Cell::text("without end"));
    }

    #[test]
    fn a_percent_is_a_share_shown_as_percent() {
        assert_eq!(
            typed(&Value::Percent(85.0)),
            (Cell::Number(0.85, Shown::Percent), "%")
        );
    }
}
