//! The answers that documents give to the questions about them.
//!
//! Whoever records a document need not answer the same again: its dates, opinion, scope and tests
//! settle the questions on SOC 2 and ISO/IEC 27001. An answer given by hand stays where it is the
//! worse one, because no document lifts a claim. But for its kind, a document settles nothing before
//! somebody has said that it speaks about the service, or that it does not. A bridge letter settles
//! nothing.

mod certificate;
mod report;

use std::collections::BTreeMap;

use super::held::Held;
use crate::assessment::Assessment;
use crate::assessment::answer::{Duration, Response, State, Value};
use crate::assessment::document::Document;
use crate::assessment::level::value_level;
use crate::assessment::value::fits;
use crate::pack::Pack;
use crate::pack::answer::{AnswerKind, Form, Unit};
use crate::pack::document::DocumentKind;
use crate::pack::id::{PartId, QuestionId};
use crate::pack::question::{Question, Role};

/// A part of a question that documents settle; the whole question, without one.
type Spot = (&'static str, Option<&'static str>);

/// What documents say to questions.
#[derive(Debug, Default)]
struct Told(BTreeMap<Spot, Value>);

impl Told {
    fn whole(&mut self, question: &'static str, value: Option<Value>) {
        self.0.extend(value.map(|value| ((question, None), value)));
    }

    fn part(&mut self, question: &'static str, part: &'static str, value: Option<Value>) {
        let value = value.map(|value| ((question, Some(part)), value));
        self.0.extend(value);
    }

    fn choice(&mut self, question: &'static str, part: &'static str, option: Option<&str>) {
        let value = option.map(|option| Value::Choice(option.into()));
        self.part(question, part, value);
    }

    fn yes_no(&mut self, question: &'static str, part: &'static str, yes: Option<bool>) {
        self.part(question, part, yes.map(Value::YesNo));
    }
}

/// The answers as the documents of an assessment leave them: what differs from those given.
pub fn settled(pack: &Pack, assessment: &Assessment) -> BTreeMap<QuestionId, Response> {
    if assessment.documents.iter().all(|held| !held.is_confirmed()) {
        return BTreeMap::new();
    }
    of(&Held::new(pack, assessment))
}

/// The answers that differ from those given, by question.
fn of(held: &Held) -> BTreeMap<QuestionId, Response> {
    let mut told = Told::default();
    told.whole("Q.asr.01", kinds(held));
    if let Some(report) = held.report() {
        report::tell(&mut told, report, held);
    }
    if let Some(certificate) = held.certificate() {
        certificate::tell(&mut told, certificate, held);
    }
    let mut settled: BTreeMap<QuestionId, Response> = BTreeMap::new();
    for ((question, part), value) in told.0 {
        let Some(question) = held.pack.question(&question.into()) else {
            continue;
        };
        let given = settled
            .get(&question.id)
            .or_else(|| held.assessment.answers.get(&question.id));
        if let Some(response) = onto(question, given, (part, value)) {
            settled.insert(question.id.clone(), response);
        }
    }
    settled
}

/// The assessment with its answers as the documents leave them, to be shown; none when they settle
/// nothing. What is scored is the assessment as it stands: there the answers are known to be by hand.
pub fn settle(pack: &Pack, assessment: &Assessment) -> Option<Assessment> {
    let settled = settled(pack, assessment);
    if settled.is_empty() {
        return None;
    }
    let mut assessment = assessment.clone();
    assessment.answers.extend(settled);
    Some(assessment)
}

/// A response with what a document says on top; none when it changes nothing.
fn onto(
    question: &Question,
    given: Option<&Response>,
    (part, value): (Option<&str>, Value),
) -> Option<Response> {
    let answered = match given.map(|response| &response.state) {
        // What is set aside stays so: a second person has to agree to that, or has.
        Some(State::NotApplicable(_)) => return None,
        Some(State::Answered(value)) => Some(value),
        Some(State::Unknown(_) | State::Open) | None => None,
    };
    let state = match (part, &question.form) {
        (None, Form::Single(kind)) => {
            let value = Some(value).filter(|value| fits(kind, value))?;
            State::Answered(match question.role {
                Role::Scored(_) => worse(kind, answered, value)?,
                // Which kinds are held is neither better nor worse.
                _ => Some(value).filter(|value| answered != Some(value))?,
            })
        }
        (Some(part), Form::Parts(parts)) => {
            let known = parts.iter().find(|known| known.id.as_str() == part)?;
            let value = Some(value).filter(|value| fits(&known.kind, value))?;
            let mut values = match answered {
                Some(Value::Parts(values)) => values.clone(),
                _ => BTreeMap::new(),
            };
            let value = worse(&known.kind, values.get(part), value)?;
            values.insert(PartId::new(part), value);
            State::Answered(Value::Parts(values))
        }
        _ => return None,
    };
    Some(Response {
        state,
        note: given.and_then(|given| given.note.clone()),
        by: given.and_then(|given| given.by.clone()),
        on: given.and_then(|given| given.on),
    })
}

/// The worse of what was answered and what a document says; none when the answer stays.
pub(in crate::checks) fn worse(
    kind: &AnswerKind,
    answered: Option<&Value>,
    said: Value,
) -> Option<Value> {
    let Some(answered) = answered else {
        return Some(said);
    };
    if *answered == said {
        return None;
    }
    match (value_level(kind, answered), value_level(kind, &said)) {
        (Some(answered), Some(said)) if answered <= said => None,
        _ => Some(said),
    }
}

/// The kinds that are held, with those that are said to be.
fn kinds(held: &Held) -> Option<Value> {
    let question = held.pack.question(&"Q.asr.01".into())?;
    let Form::Single(AnswerKind::Several(options)) = &question.form else {
        return None;
    };
    let recorded: Vec<&str> = held
        .assessment
        .documents
        .iter()
        .filter(|document| document.is_confirmed())
        .filter_map(option)
        .collect();
    if recorded.is_empty() {
        return None;
    }
    let said = match held.answer("Q.asr.01") {
        Some(Value::Several(chosen)) => chosen.as_slice(),
        _ => &[],
    };
    let is_held = |id: &str| recorded.contains(&id) || said.iter().any(|said| said.as_str() == id);
    let chosen = options.iter().filter(|option| !option.alone);
    let chosen = chosen.filter(|option| is_held(option.id.as_str()));
    Some(Value::Several(
        chosen.map(|option| option.id.clone()).collect(),
    ))
}

/// The option that a kind of document is.
fn option(document: &Document) -> Option<&'static str> {
    match document.kind {
        DocumentKind::Iso27001 => Some("iso"),
        DocumentKind::BridgeLetter | DocumentKind::Statement => None,
        kind => Some(kind.name()),
    }
}

/// A length of time in days.
fn days(days: i64) -> Option<Value> {
    (days >= 0).then_some(Value::Duration(Duration::Finite {
        amount: days as f64,
        unit: Unit::Days,
    }))
}
