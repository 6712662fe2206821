//! Asks for what a document says, field by field, and who confirms it.

use super::document;
use super::rows::rows;
use super::value::{Step, told_value, value};
use crate::assessment::document::{Document, Recorded};
use crate::cli::Failure;
use crate::cli::assess::ask::{Blank, Given};
use crate::cli::assess::session::{Flow, Session};
use crate::cli::terminal::{Ask, Command, Line, Reply, Tone, tell};
use crate::pack::document::{DocumentForm, Field, Holds};
use crate::pack::id::EvidenceId;
use crate::words::say;

/// Asks for the open fields of a document, the short ones first, and then for its confirmation.
pub(super) fn go_on(session: &mut Session, id: &EvidenceId) -> Result<Flow, Failure> {
    let Some(kind) = session
        .interview
        .assessment()
        .document(id)
        .map(|held| held.kind)
    else {
        return Ok(Flow::On);
    };
    let Some(form) = session.interview.pack().documents.form(kind) else {
        return Ok(Flow::On);
    };
    let again = open(session, id, form).is_empty();
    match fields(session, id, (form, again))? {
        Step::Next => confirm(session, id),
        Step::Back | Step::Leave => Ok(Flow::On),
        Step::Stop => Ok(Flow::Stop),
    }
}

fn open<'f>(session: &Session, id: &EvidenceId, form: &'f DocumentForm) -> Vec<&'f Field> {
    let depth = session.interview.assessment().depth;
    document(session, id).map_or(vec![], |held| held.open(form, depth))
}

/// Asks for the short fields and then for the others; for all of them again, when none is open.
fn fields(
    session: &mut Session,
    id: &EvidenceId,
    (form, again): (&DocumentForm, bool),
) -> Result<Step, Failure> {
    let depth = session.interview.assessment().depth;
    let (short, rest): (Vec<&Field>, Vec<&Field>) =
        form.fields.iter().partition(|field| field.short);
    let order = [short, rest].concat();
    let (mut at, mut path) = (0, Vec::<usize>::new());
    while let Some(field) = order.get(at) {
        let Some(held) = document(session, id) else {
            return Ok(Step::Leave);
        };
        let is_back = path.last() == Some(&at);
        let is_open = !held.says.contains_key(&field.id);
        let wanted = again || is_back || is_open || is_proposed(held, field);
        if !held.asks(form, field, depth) || !wanted {
            at += 1;
            continue;
        }
        if is_back {
            path.pop();
        }
        match one(session, id, field)? {
            Step::Next => {
                path.push(at);
                at += 1;
            }
            Step::Back => match path.last() {
                Some(&before) => at = before,
                None => return Ok(Step::Back),
            },
            step => return Ok(step),
        }
    }
    Ok(Step::Next)
}

/// Whether a field holds what the program read and nobody has confirmed yet.
fn is_proposed(held: &Document, field: &Field) -> bool {
    !held.is_confirmed() && held.read.iter().any(|excerpt| excerpt.field == field.id)
}

/// Asks for one field and records it.
fn one(session: &mut Session, id: &EvidenceId, field: &Field) -> Result<Step, Failure> {
    let Some(held) = document(session, id).cloned() else {
        return Ok(Step::Leave);
    };
    show(session, &held, field);
    match &field.holds {
        Holds::One(kind) => loop {
            let current = held.value(field.id.as_str());
            let given = match value(session, kind, (current, Blank::Open))? {
                Ok(given) => given,
                Err(step) => return Ok(step),
            };
            let (recorded, told) = match given {
                Given::Kept => return Ok(Step::Next),
                Given::Open if current.is_none() => return Ok(Step::Next),
                Given::Open => (None, say!(session.said(), "told-field-open-again")),
                Given::Value(value) => {
                    let told = told_value(session, kind, &value);
                    (Some(Recorded::One(value)), told)
                }
            };
            if session.change(
                |interview| interview.record_field(id, field, recorded),
                &told,
            )? {
                return Ok(Step::Next);
            }
        },
        Holds::Rows(columns) => rows(session, id, (field, columns)),
    }
}

/// Says what is asked for, where it is found, and what is recorded so far.
fn show(session: &mut Session, held: &Document, field: &Field) {
    let words = session.said();
    let mut lines = vec![
        Line::new(Tone::Heading, format!("{} · {}", held.id, field.text)),
        Line::new(Tone::Aside, field.find.clone()),
    ];
    if let (Holds::One(kind), Some(value)) = (&field.holds, held.value(field.id.as_str())) {
        let value = told_value(session, kind, value);
        let so_far = say!(words, "document-so-far", value);
        lines.push(Line::new(Tone::Aside, so_far));
    }
    let read = held.read.iter().filter(|excerpt| excerpt.field == field.id);
    lines.extend(read.map(|excerpt| {
        let page = excerpt.page.to_string();
        let text = say!(words, "document-read-on", page, excerpt = &excerpt.words);
        Line::new(Tone::Aside, text)
    }));
    session.prompter.say(&lines);
}

/// Asks whether the record is right; only then it counts.
fn confirm(session: &mut Session, id: &EvidenceId) -> Result<Flow, Failure> {
    let Some(held) = document(session, id) else {
        return Ok(Flow::On);
    };
    if held.is_confirmed() {
        return Ok(Flow::On);
    }
    let words = session.said();
    let prompt = say!(words, "document-ask-confirm", id = id.as_str());
    match session.prompter.confirm(Ask::detail(&prompt), Some(true))? {
        Reply::Given(true) => {}
        Reply::Command(Command::Stop) => return Ok(Flow::Stop),
        Reply::Given(false) | Reply::Command(_) => {
            let text = say!(words, "document-unconfirmed", id = id.as_str());
            tell(session.prompter, Tone::Text, text);
            return Ok(Flow::On);
        }
    }
    let by = match session.interview.author() {
        Some(name) => name.to_owned(),
        None => match session.text(
            &say!(words, "document-ask-reader"),
            say!(words, "empty-reader"),
        )? {
            Some(name) => name,
            None => return Ok(Flow::On),
        },
    };
    let told = say!(words, "document-is-confirmed", id = id.as_str(), by = &by);
    session.change(|interview| interview.confirm_document(id, &by), &told)?;
    Ok(Flow::On)
}
