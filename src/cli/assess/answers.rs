//! `assess --answers`: answers from a file, all of them or none.

use std::path::Path;
use std::sync::Arc;

use super::author;
use crate::assessment::Assessment;
use crate::assessment::answer::{Response, State, Value};
use crate::assessment::evidence::EvidenceRecord;
use crate::assessment::reader::{self, Answers};
use crate::cli::{Failure, Surroundings, store};
use crate::interview::Author;
use crate::pack::id::EvidenceId;
use crate::source::{Code, Problem, Problems, Source};
use crate::words::{Words, say};

/// What the merge did.
#[derive(Debug, Default, PartialEq, Eq)]
struct Merged {
    changed: usize,
    same: usize,
    evidence: usize,
}

/// Checks every answer of the file, then writes all of them at once.
pub(super) fn run(
    args: &super::Args,
    from: &Path,
    surroundings: Surroundings,
) -> Result<(), Failure> {
    let source = read(from)?;
    let (mut draft, opened) = store::Draft::open(&args.file)?;
    let opened = opened.in_language(None);
    let words = Words::of(opened.pack.language);
    let mut assessment = opened.assessment;
    let author = author(args, &assessment, surroundings);
    let last = author.on.max(assessment.as_of);
    let answers = reader::answers(&source, &opened.pack, &assessment, last)?;
    let merged = merge(&mut assessment, answers, &author)?;
    if merged.changed + merged.evidence > 0 {
        assessment.as_of = last;
        draft.save(&assessment)?;
    }
    surroundings.say(&say!(
        words,
        "end-merged",
        changed = merged.changed,
        same = merged.same.to_string(),
        evidence = merged.evidence
    ));
    super::tell_standing(&args.file, &opened.pack, &assessment, surroundings);
    Ok(())
}

/// The text of the file; `-` is stdin.
fn read(path: &Path) -> Result<Arc<Source>, Failure> {
    match path == Path::new("-") {
        true => store::read_stdin(),
        false => store::read_source(path),
    }
}

/// Answers replace those there are, as far as the file tells them; evidence is added to what is recorded.
fn merge(
    assessment: &mut Assessment,
    answers: Answers,
    author: &Author,
) -> Result<Merged, Problems> {
    let mut merged = Merged::default();
    let mut problems = Vec::new();
    for document in answers.documents {
        match assessment.document(&document.id) {
            None => {
                assessment.documents.push(document);
                merged.evidence += 1;
            }
            Some(held) if *held == document => merged.same += 1,
            Some(_) => problems.push(differs(&document.id)),
        }
    }
    for record in answers.evidence {
        let same_id = |held: &&EvidenceRecord| held.id == record.id;
        match assessment.evidence.iter().find(same_id) {
            None => {
                assessment.evidence.push(record);
                merged.evidence += 1;
            }
            Some(held) if *held == record => merged.same += 1,
            Some(_) => problems.push(differs(&record.id)),
        }
    }
    for (id, told) in answers.answers {
        let held = assessment.answers.get(&id);
        let Some(response) = onto(held, told) else {
            continue;
        };
        if held.is_some_and(|held| is_same(held, &response)) {
            merged.same += 1;
            continue;
        }
        assessment.answers.insert(id, signed(response, author));
        merged.changed += 1;
    }
    match Problems::collect(problems) {
        Some(problems) => Err(problems),
        None => Ok(merged),
    }
}

fn differs(id: &EvidenceId) -> Problem {
    let message = format!("evidence `{id}` is recorded already, and differs");
    let help = "give it another id, or change the record in the assessment";
    Problem::new(Code::DuplicateId, message).help(help)
}

/// What is told, on top of what is held; none when nothing is told.
///
/// What the file leaves empty, as a template does, changes nothing: an answer, a part of it and a note stay.
fn onto(held: Option<&Response>, told: Response) -> Option<Response> {
    let nothing = match &told.state {
        State::Open => true,
        State::Answered(Value::Parts(parts)) => parts.is_empty(),
        State::Answered(_) | State::Unknown(_) | State::NotApplicable(_) => false,
    };
    match (held, nothing) {
        (_, true) if told.note.is_none() => None,
        (Some(held), true) => Some(Response {
            note: told.note,
            ..held.clone()
        }),
        (None, true) => Some(Response {
            state: State::Open,
            ..told
        }),
        (Some(held), false) => Some(Response {
            state: joined(&held.state, told.state),
            note: told.note.or_else(|| held.note.clone()),
            ..told
        }),
        (None, false) => Some(told),
    }
}

/// The told answer, with the parts that only the held one has.
fn joined(held: &State, told: State) -> State {
    match (held, told) {
        (State::Answered(Value::Parts(held)), State::Answered(Value::Parts(told))) => {
            let parts = held.clone().into_iter().chain(told);
            State::Answered(Value::Parts(parts.collect()))
        }
        (_, told) => told,
    }
}

/// Whether the answer tells what is held already; who told it, and when, may be left out.
fn is_same(held: &Response, response: &Response) -> bool {
    let same_by = response.by.is_none() || response.by == held.by;
    let same_on = response.on.is_none() || response.on == held.on;
    held.state == response.state && held.note == response.note && same_by && same_on
}

/// The response with name and day, where it bears none.
///
/// A name is never put on an approved `not applicable`: the approval was checked without it.
fn signed(mut response: Response, author: &Author) -> Response {
    let is_approved = match &response.state {
        State::NotApplicable(na) => na.approved.is_some(),
        State::Answered(_) | State::Unknown(_) | State::Open => false,
    };
    if response.by.is_none() && !is_approved {
        response.by = author.name.clone();
    }
    response.on = response.on.or(Some(author.on));
    response
}
