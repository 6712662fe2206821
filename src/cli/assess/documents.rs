//! Assurance documents in the interview: which there are, what they say, who confirms it.
//!
//! The sections that documents answer ask for them first, one by one. Of each the short fields come
//! first, and the rest only where the depth and the answers call for it. Everything is saved as it
//! is given; the document counts once somebody has confirmed it.

mod begin;
mod fields;
mod rows;
mod value;

use super::session::{Flow, Session};
use crate::assessment::document::Document;
use crate::cli::Failure;
use crate::cli::terminal::{Ask, Command, Line, Menu, Reply, Tone, tell};
use crate::pack::document::DocumentKind;
use crate::pack::id::EvidenceId;
use crate::pack::question::Question;
use crate::words::say;

/// What can be done with documents.
enum Deed {
    Record(DocumentKind),
    GoOn(EvidenceId),
    Remove(EvidenceId),
    Nothing,
}

/// Asks for the documents that a section rests on, before its first question in a sitting.
pub(super) fn offer(session: &mut Session, question: &Question) -> Result<Flow, Failure> {
    let section = session.interview.pack().section_of(&question.id);
    let Some(section) = section.filter(|section| !section.documents.is_empty()) else {
        return Ok(Flow::On);
    };
    if !session.offered.insert(section.id.clone()) {
        return Ok(Flow::On);
    }
    let lines = [
        Line::new(Tone::Heading, section.title.clone()),
        Line::new(Tone::Aside, section.intro.trim()),
        Line::new(Tone::Text, say!(session.said(), "document-first")),
    ];
    session.prompter.say(&lines);
    session.introduced.insert(section.id.clone());
    let flow = all(session, &section.documents)?;
    session.interview.look_again();
    Ok(flow)
}

/// Goes through a document field by field, and asks for its confirmation.
pub(in crate::cli) fn confirm_document(
    session: &mut Session,
    id: &EvidenceId,
) -> Result<(), Failure> {
    fields::go_on(session, id).map(drop)
}

/// The documents, at any question.
pub(super) fn menu(session: &mut Session) -> Result<Flow, Failure> {
    let entries = session.interview.pack().documents.kinds.iter();
    let kinds: Vec<DocumentKind> = entries.map(|entry| entry.kind).collect();
    if kinds.is_empty() {
        let text = say!(session.said(), "document-none-taken");
        tell(session.prompter, Tone::Refused, text);
        return Ok(Flow::On);
    }
    let flow = all(session, &kinds)?;
    session.interview.look_again();
    Ok(flow)
}

/// Offers to record documents of these kinds until there is none left.
fn all(session: &mut Session, kinds: &[DocumentKind]) -> Result<Flow, Failure> {
    loop {
        let (deeds, items) = deeds(session, kinds);
        let words = session.said();
        let prompt = match session.interview.assessment().documents.is_empty() {
            true => say!(words, "document-ask"),
            false => say!(words, "document-ask-another"),
        };
        let menu = Menu {
            ask: Ask::detail(&prompt),
            items: &items,
            at: Some(waiting(session, &deeds).unwrap_or(items.len() - 1)),
        };
        let chosen = match session.prompter.select(&menu)? {
            Reply::Given(chosen) => chosen,
            Reply::Command(Command::Stop) => return Ok(Flow::Stop),
            Reply::Command(_) => return Ok(Flow::On),
        };
        let flow = match &deeds[chosen] {
            Deed::Nothing => return Ok(Flow::On),
            Deed::Record(kind) => begin::begin(session, *kind)?,
            Deed::GoOn(id) => fields::go_on(session, id)?,
            Deed::Remove(id) => remove(session, id)?,
        };
        if flow == Flow::Stop {
            return Ok(flow);
        }
    }
}

/// The place of the first document that waits for somebody to confirm it.
fn waiting(session: &Session, deeds: &[Deed]) -> Option<usize> {
    let assessment = session.interview.assessment();
    deeds.iter().position(|deed| match deed {
        Deed::GoOn(id) => assessment
            .document(id)
            .is_some_and(|held| !held.is_confirmed()),
        Deed::Record(_) | Deed::Remove(_) | Deed::Nothing => false,
    })
}

/// What can be done: go on with what is there, record what is not, or nothing.
fn deeds(session: &Session, kinds: &[DocumentKind]) -> (Vec<Deed>, Vec<String>) {
    let (words, pack) = (session.said(), session.interview.pack());
    let depth = session.interview.assessment().depth;
    let held = session.interview.assessment().documents.iter();
    let held = held.filter(|document| kinds.contains(&document.kind));
    let there = held.flat_map(|document| {
        let form = pack.documents.form(document.kind);
        let open = form.map_or(0, |form| document.open(form, depth).len());
        let what = named(session, document);
        let go_on = match (document.is_confirmed(), open) {
            (true, 0) => say!(words, "document-go-on-whole", what = &what),
            (true, open) => say!(words, "document-go-on-confirmed", what = &what, open),
            (false, open) => say!(words, "document-go-on", what = &what, open),
        };
        let remove = say!(words, "document-remove", what);
        [
            (Deed::GoOn(document.id.clone()), go_on),
            (Deed::Remove(document.id.clone()), remove),
        ]
    });
    let new = kinds.iter().filter_map(|&kind| {
        let entry = pack.documents.kind(kind)?;
        Some((
            Deed::Record(kind),
            say!(words, "document-record", title = &entry.title),
        ))
    });
    let nothing = (Deed::Nothing, say!(words, "document-no-more"));
    there.chain(new).chain([nothing]).unzip()
}

/// A document of the assessment.
fn document<'s>(session: &'s Session, id: &EvidenceId) -> Option<&'s Document> {
    session.interview.assessment().document(id)
}

/// A document by id, kind and reference.
fn named(session: &Session, document: &Document) -> String {
    let documents = &session.interview.pack().documents;
    let kind = documents.kind(document.kind);
    let title = kind.map_or(document.kind.name(), |entry| entry.title.as_str());
    format!("{}: {title}, {}", document.id, document.reference)
}

fn remove(session: &mut Session, id: &EvidenceId) -> Result<Flow, Failure> {
    let words = session.said();
    let prompt = say!(words, "document-ask-remove");
    if session
        .prompter
        .confirm(Ask::detail(&prompt), Some(false))?
        == Reply::Given(true)
    {
        let told = say!(words, "document-removed", id = id.as_str());
        session.change(|interview| interview.remove_document(id), &told)?;
    }
    Ok(Flow::On)
}
