//! What was said to a question: whole where all answers stand, brief where it is one figure among others.

use serde::Serialize;

use super::{Material, print};
use crate::assessment::answer::{Asked, NotApplicable, Response, State, Value};
use crate::assessment::evidence::{EvidenceRecord, Supports};
use crate::checks::claims::{Verdict, confirmed_by, place};
use crate::checks::documents::credit::credits;
use crate::pack::model::{EvidenceKind, Relevance};
use crate::pack::question::{Question, Role};
use crate::words::{Words, say};

/// Longest brief form of a text from outside, in characters.
const BRIEF: usize = 240;

/// A question and what was said to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said {
    /// Id of the question.
    pub question: String,
    /// What was asked.
    pub text: String,
    /// The answer, or why there is none, in one line.
    pub answer: String,
    /// The answer, shortened when free text makes it long.
    pub brief: String,
    /// The assessor's note.
    pub note: Option<String>,
    /// Ids of the evidence records and documents behind it.
    pub evidence: Vec<String>,
    /// When it was recorded, and by whom where it was not the assessor.
    pub recorded: Option<String>,
}

/// Says what the assessment holds for a question.
pub fn said(material: &Material, question: &Question) -> Said {
    let response = material.assessment.answers.get(&question.id);
    let state = response.map(|response| &response.state);
    let mut lines = answer_lines(material.words, question, state);
    lines.extend(refuted(material, question));
    let answer = lines.join("; ");
    let is_long = state.is_some_and(has_free_text) && answer.chars().count() > BRIEF;
    Said {
        question: question.id.to_string(),
        text: question.text.clone(),
        recorded: response.and_then(|response| recorded(material, response)),
        evidence: records_behind(material, question)
            .map(|record| record.id.to_string())
            .chain(documents_behind(material, question))
            .collect(),
        brief: if is_long {
            shortened(material.words, &answer)
        } else {
            answer.clone()
        },
        answer,
        note: response.and_then(|response| response.note.clone()),
    }
}

/// What files show against the answer.
fn refuted(material: &Material, question: &Question) -> Vec<String> {
    let rows = material.result.compared.iter();
    let rows = rows.filter(|row| row.question == question.id && row.verdict == Verdict::Refuted);
    rows.map(|row| {
        say!(
            material.words,
            "said-refuted",
            title = print::inside(material.words, &row.title),
            found = row.found.as_str(),
            file = row.reference.as_str(),
            place = place(material.words, &row.place)
        )
    })
    .collect()
}

/// The evidence records that can say something about the answer to a question.
///
/// A document for all questions stands behind those that are scored, answered and not out of its
/// reach altogether.
pub fn records_behind<'a>(
    material: &'a Material,
    question: &'a Question,
) -> impl Iterator<Item = &'a EvidenceRecord> {
    let answered = material.is_answered(question);
    material
        .assessment
        .evidence
        .iter()
        .filter(move |record| answered && speaks_about(material, record, question))
}

/// Ids of the assurance documents that are worth something behind the answer to a question.
pub fn documents_behind(material: &Material, question: &Question) -> Vec<String> {
    let Role::Scored(scored) = &question.role else {
        return vec![];
    };
    let control = material.pack.model.control(&scored.control);
    let Some(control) = control.filter(|_| material.is_answered(question)) else {
        return vec![];
    };
    let reading = &material.reading;
    let credited = credits(&reading.held)
        .into_iter()
        .map(|credit| credit.behind(question, control, &reading.raised));
    credited
        .filter(|credited| credited.relevance > Relevance::None)
        .map(|credited| credited.document.to_string())
        .collect()
}

fn speaks_about(material: &Material, record: &EvidenceRecord, question: &Question) -> bool {
    let compared = &material.result.compared;
    let spot = (&question.id, &record.id);
    if let Some(shown) = confirmed_by(material.pack, material.assessment, compared, spot) {
        return shown > Relevance::None;
    }
    match (&record.supports, &question.role) {
        (Supports::Questions(ids), _) => ids.contains(&question.id),
        (Supports::All, Role::Scored(scored)) => {
            let control = material.pack.model.control(&scored.control);
            let reach = control.map(|control| match record.kind {
                EvidenceKind::Iso27001 => control.iso27001,
                _ => control.soc2,
            });
            reach.is_some_and(|reach| reach > Relevance::None)
        }
        (Supports::All, Role::Context(_) | Role::Criterion(_) | Role::Record) => false,
    }
}

/// Whether somebody outside chose the words of it, and not only among options.
fn has_free_text(state: &State) -> bool {
    fn free(value: &Value) -> bool {
        match value {
            Value::List(_) | Value::Text(_) => true,
            Value::Parts(parts) => parts.values().any(free),
            _ => false,
        }
    }
    match state {
        State::Answered(value) => free(value),
        State::Unknown(_) | State::NotApplicable(_) => true,
        State::Open => false,
    }
}

/// The beginning of a text, and where the whole of it stands.
fn shortened(words: &Words, text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = one_line.chars().take(BRIEF).collect();
    say!(words, "said-shortened", start = start.trim_end())
}

fn answer_lines(words: &Words, question: &Question, state: Option<&State>) -> Vec<String> {
    match state {
        Some(State::Answered(value)) => print::answer(words, &question.form, value),
        Some(State::Unknown(asked)) => vec![unknown(words, asked)],
        Some(State::NotApplicable(set_aside)) => vec![not_applicable(words, set_aside)],
        Some(State::Open) | None => vec![say!(words, "said-open")],
    }
}

fn unknown(words: &Words, asked: &Asked) -> String {
    let (day, who) = (words.date(asked.on), asked.who.as_str());
    say!(words, "said-unknown", day, who)
}

fn not_applicable(words: &Words, set_aside: &NotApplicable) -> String {
    let reason = set_aside.reason.as_str();
    let Some(approval) = &set_aside.approved else {
        return say!(words, "said-not-applicable", reason);
    };
    let (by, day) = (approval.by.as_str(), words.date(approval.on));
    say!(words, "said-not-applicable-approved", reason, by, day)
}

/// The day, and who, where it was not the assessor of the whole.
fn recorded(material: &Material, response: &Response) -> Option<String> {
    let by = response
        .by
        .as_ref()
        .filter(|by| material.assessment.assessor.as_ref() != Some(by));
    match (by, response.on) {
        (Some(by), Some(on)) => Some(format!("{by}, {}", material.words.date(on))),
        (Some(by), None) => Some(by.clone()),
        (None, Some(on)) => Some(material.words.date(on)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    #[test]
    fn a_shortened_text_says_where_the_whole_of_it_stands() {
        let text = shortened(Words::of(Language::English), &"word ".repeat(BRIEF));
        assert!(text.starts_with("word word "));
        assert!(text.ends_with("word… (whole in All answers)"));
    }
}
