//! What was said to each question, and what is open.

use std::collections::BTreeMap;

use super::super::Case;
use super::super::assets::{about_service, by_assessor};
use super::super::common::Prop;
use super::super::text::{Line, Moment, Prose};
use super::{Method, OBJECTIVE, Observation, methods, record, relevant};
use crate::assessment::answer::State;
use crate::pack::id::EvidenceId;
use crate::pack::question::{Question, Role};
use crate::report::said::Said;
use crate::score::QuestionResult;

/// An observation that serves to understand the others.
const CONTEXT: &str = "context";

/// One observation for each question asked, in the order of the questionnaire.
pub fn answers(case: &Case) -> Vec<Observation> {
    let sections = case.report.answers.iter().flat_map(|it| &it.sections);
    let rows = sections.flat_map(|section| &section.rows);
    rows.filter_map(|said| {
        let question = case.pack.question(&said.question.as_str().into())?;
        Some(observation(case, question, said))
    })
    .collect()
}

fn observation(case: &Case, question: &Question, said: &Said) -> Observation {
    let response = case.assessment.answers.get(&question.id);
    let evidence: Vec<EvidenceId> = said.evidence.iter().map(EvidenceId::new).collect();
    let mut words = vec![said.answer.clone()];
    words.extend(said.note.as_ref().map(|note| format!("Note: {note}")));
    let day = response.and_then(|response| response.on);
    Observation {
        uuid: case.ids.passing("answer", question.id.as_str()),
        title: Line::new(&format!("{}: {}", question.id, question.text)),
        description: Prose::of(&words),
        props: props(case, question),
        methods: methods(how(case, question, &evidence)),
        types: vec![match question.role {
            Role::Scored(_) => OBJECTIVE,
            Role::Context(_) | Role::Criterion(_) | Role::Record => CONTEXT,
        }],
        origins: vec![by_assessor(case)],
        subjects: about_service(case),
        relevant_evidence: evidence
            .iter()
            .filter_map(|id| relevant(case, id))
            .collect(),
        collected: Moment::new(day.unwrap_or(case.given.as_of)),
        expires: None,
    }
}

/// Somebody was asked, unless a document gave the answer; then what the evidence is.
fn how(case: &Case, question: &Question, evidence: &[EvidenceId]) -> Vec<Method> {
    let answer = |answers: &BTreeMap<_, _>| answers.get(&question.id).cloned();
    let by_hand = answer(&case.given.answers) == answer(&case.assessment.answers);
    let mut how = vec![match by_hand {
        true => Method::Interview,
        false => Method::Examine,
    }];
    how.extend(evidence.iter().map(|id| match record(case, id) {
        Some(record) => Method::of(record.kind),
        None => Method::Examine,
    }));
    how
}

fn props(case: &Case, question: &Question) -> Vec<Prop> {
    let mut props = vec![
        Prop::new("question", &question.id),
        Prop::new("topic", &question.topic),
        Prop::new("state", state(case, question)),
    ];
    if let Some(open) = open(case, question) {
        props.push(Prop::new("open", open));
    }
    if let Role::Scored(scored) = &question.role {
        props.push(Prop::new("control", &scored.control));
        props.push(Prop::new("gating", yes_no(scored.gating)));
    }
    if let Some(QuestionResult { claim, .. }) = numbers(case, question) {
        props.push(Prop::new("level", claim.level.closed()));
        props.push(Prop::new("credibility", claim.credibility.credited));
    }
    props
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn state(case: &Case, question: &Question) -> &'static str {
    match case
        .assessment
        .answers
        .get(&question.id)
        .map(|it| &it.state)
    {
        Some(State::Answered(_)) => "answered",
        Some(State::Unknown(_)) => "unknown",
        Some(State::NotApplicable(_)) => "not-applicable",
        Some(State::Open) | None => "open",
    }
}

/// Whether the question is open, wholly or in part; none where nothing is.
fn open(case: &Case, question: &Question) -> Option<&'static str> {
    if let Some(QuestionResult { claim, .. }) = numbers(case, question) {
        return match claim.level.answered() {
            answered if answered <= 0.0 => Some("yes"),
            answered if answered < 1.0 => Some("in part"),
            _ => None,
        };
    }
    match case
        .assessment
        .answers
        .get(&question.id)
        .map(|it| &it.state)
    {
        Some(State::Answered(_)) => None,
        Some(State::NotApplicable(reason)) => reason.approved.is_none().then_some("yes"),
        Some(State::Unknown(_) | State::Open) | None => Some("yes"),
    }
}

/// The numbers of a question that counts for a control.
fn numbers<'a>(case: &'a Case, question: &Question) -> Option<&'a QuestionResult> {
    let Role::Scored(scored) = &question.role else {
        return None;
    };
    let control = case.result.score.control(&scored.control)?;
    let mut questions = control.questions.iter();
    questions.find(|held| held.question == question.id)
}
