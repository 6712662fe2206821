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
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-question"), 12.0),
        (say!(words, "col-part"), 14.0),
        (say!(words, "col-section"), 20.0),
        (say!(words, "col-what-was-asked"), 52.0),
        (say!(words, "col-state"), 12.0),
        (say!(words, "col-answer"), 52.0),
        (say!(words, "col-value"), 14.0),
        (say!(words, "col-unit"), 10.0),
        (say!(words, "col-note"), 36.0),
        (say!(words, "col-evidence"), 14.0),
        (say!(words, "col-recorded"), 18.0),
        (say!(words, "col-control"), 9.0),
        (say!(words, "col-gating"), 8.0),
        (say!(words, "col-level"), 8.0),
        (say!(words, "col-credibility"), 10.0),
    ]
}
/// The sheet, for whoever gets the answers.
pub fn sheet(work: &Work, levels: &Levels) -> Option<Sheet> {
    let answers = work.report.answers.as_ref()?;
    let words = work.words;
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
                (Form::Single(_), Some(State::Answered(value))) => typed(words, value),
                _ => (Cell::Empty, String::new()),
            };
            let [level, credibility] = levels.linked(&id);
            let (control, gating) = role(words, question);
            rows.push(vec![
                Cell::text(&said.question),
                Cell::Empty,
                Cell::text(&section.title),
                Cell::text(&said.text),
                Cell::text(state_of(words, question, state)),
                Cell::text(&said.answer),
                value,
                Cell::text(unit),
                Cell::maybe(said.note.as_deref()),
                Cell::text(said.evidence.join(", ")),
                Cell::maybe(said.recorded.as_deref()).or_day(words),
                Cell::text(control),
                Cell::text(gating),
                level,
                credibility,
            ]);
            rows.extend(parts(words, question, state, &section.title));
        }
    }
    Some(Sheet::table(
        (say!(words, "sheet-answers"), say!(words, "about-answers")),
        columns(words),
        rows,
    ))
}

impl Cell {
    /// A day, where the text is nothing but one.
    fn or_day(self, words: &Words) -> Self {
        match self {
            Self::Text(text) => Self::day(words, &text),
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
        let (typed, unit) = typed(words, value);
        let form = Form::Single(part.kind.clone());
        let mut cells = vec![
            Cell::text(question.id.as_str()),
            Cell::text(part.id.as_str()),
            Cell::text(section),
            Cell::text(&part.text),
            Cell::text(say!(words, "state-answered")),
            Cell::text(print::answer(words, &form, value).join("\n")),
            typed,
            Cell::text(unit),
        ];
        cells.resize(columns(words).len(), Cell::Empty);
        cells
    })
    .collect()
}

fn state_of(words: &Words, question: &Question, state: Option<&State>) -> String {
    match state {
        Some(State::Answered(Value::Parts(values))) => match &question.form {
            Form::Parts(parts) if values.len() < parts.len() => say!(words, "state-in-part"),
            _ => say!(words, "state-answered"),
        },
        Some(State::Answered(_)) => say!(words, "state-answered"),
        Some(State::Unknown(_)) => say!(words, "state-unknown"),
        Some(State::NotApplicable(_)) => say!(words, "state-set-aside"),
        Some(State::Open) | None => say!(words, "state-open"),
    }
}

fn role<'q>(words: &Words, question: &'q Question) -> (&'q str, String) {
    match &question.role {
        Role::Scored(scored) if scored.gating => (scored.control.as_str(), say!(words, "yes")),
        Role::Scored(scored) => (scored.control.as_str(), String::new()),
        Role::Context(_) | Role::Criterion(_) | Role::Record => ("", String::new()),
    }
}

/// A value that can be counted, with its unit.
fn typed(words: &Words, value: &Value) -> (Cell, String) {
    match value {
        Value::Count(count) => (Cell::count(*count), say!(words, "unit-count")),
        Value::Percent(percent) => (
            Cell::Number(percent / 100.0, Shown::Percent),
            "%".to_owned(),
        ),
        Value::Date(day) => (Cell::Day(*day), say!(words, "unit-day")),
        Value::Duration(duration) => length(words, *duration),
        Value::Choice(_)
        | Value::Several(_)
        | Value::YesNo(_)
        | Value::Period(_)
        | Value::List(_)
        | Value::Text(_)
        | Value::Parts(_) => (Cell::Empty, String::new()),
    }
}

/// A length of time in minutes below a day, else in days.
fn length(words: &Words, duration: Duration) -> (Cell, String) {
    match duration.amount_in(Unit::Days) {
        None => (Cell::text(say!(words, "length-unlimited")), String::new()),
        Some(days) if days < 1.0 => {
            let minutes = duration.amount_in(Unit::Minutes).unwrap_or(0.0);
            (Cell::Number(minutes, Shown::Plain), "min".to_owned())
        }
        Some(days) => (Cell::Number(days, Shown::Plain), "d".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    fn words() -> &'static Words {
        Words::of(Language::English)
    }

    fn length_of(text: &str) -> (Cell, String) {
        typed(
            words(),
            &Value::Duration(Duration::parse(words(), text).expect("a length")),
        )
    }

    #[test]
    fn a_length_below_a_day_is_in_minutes_and_a_day_is_in_days() {
        assert_eq!(
            length_of("23 h"),
            (Cell::Number(1380.0, Shown::Plain), "min".to_owned())
        );
        assert_eq!(
            length_of("24 h"),
            (Cell::Number(1.0, Shown::Plain), "d".to_owned())
        );
        assert_eq!(length_of("never").0, Cell::text("without end"));
    }

    #[test]
    fn a_percent_is_a_share_shown_as_percent() {
        assert_eq!(
            typed(words(), &Value::Percent(85.0)),
            (Cell::Number(0.85, Shown::Percent), "%".to_owned())
        );
    }
}
