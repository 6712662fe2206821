//! Begins a document: where it lies, what its text proposes, what it is called.

use std::path::PathBuf;

use super::fields::go_on;
use crate::assessment::document::Document;
use crate::assessment::evidence::EvidenceFile;
use crate::cli::Failure;
use crate::cli::assess::evidence::ask_file;
use crate::cli::assess::session::{Flow, Session};
use crate::cli::evidence::read;
use crate::cli::proposed::{Prefilled, prefill};
use crate::cli::terminal::{Ask, Reply, Tone, tell};
use crate::pack::document::DocumentKind;
use crate::source::names::value_of;
use crate::words::say;

/// Begins a document: where it lies, what it is called, then its fields.
pub(super) fn begin(session: &mut Session, kind: DocumentKind) -> Result<Flow, Failure> {
    let words = session.said();
    let file = ask_file(session, &say!(words, "ask-unread-file"))?;
    let Some(file) = file else {
        return Ok(Flow::On);
    };
    let (prompt, help) = (
        say!(words, "document-ask-title"),
        say!(words, "empty-title"),
    );
    let Some(reference) = session.text(&prompt, help)? else {
        return Ok(Flow::On);
    };
    let (kind, Prefilled { says, read, .. }) = proposed(session, kind, file.as_ref())?;
    let document = Document {
        id: session.interview.assessment().next_document_id(),
        kind,
        reference,
        file,
        confirmed: None,
        says,
        read,
    };
    let id = document.id.clone();
    let told = say!(words, "document-begun", id = id.as_str());
    session.change(|interview| Ok(interview.put_document(document)), &told)?;
    go_on(session, &id)
}

/// What the text of a PDF proposes; nothing, and why, where it has none. Where it reads like another
/// kind, whoever answers says which it is.
fn proposed(
    session: &mut Session,
    kind: DocumentKind,
    file: Option<&EvidenceFile>,
) -> Result<(DocumentKind, Prefilled), Failure> {
    let words = session.said();
    let nothing = (kind, Prefilled::default());
    let path = file.map(|file| session.folder().join(&file.path));
    let is_pdf = |path: &PathBuf| {
        let ending = path.extension().unwrap_or_default();
        ending.eq_ignore_ascii_case("pdf")
    };
    let Some(path) = path.filter(is_pdf) else {
        return Ok(nothing);
    };
    let reading = match read(&path) {
        Ok(reading) => reading,
        Err(Failure::Interrupted) => return Err(Failure::Interrupted),
        Err(failure) => {
            let text = say!(words, "document-unread", why = failure.summary());
            tell(session.prompter, Tone::Text, text);
            return Ok(nothing);
        }
    };
    let named = reading.kind.as_ref().map(|proposed| proposed.kind.id());
    let named = named.and_then(|id| value_of(DocumentKind::NAMES, id));
    let documents = &session.interview.pack().documents;
    let other = named.filter(|named| *named != kind);
    let kind = match other.and_then(|other| documents.kind(other)) {
        None => kind,
        Some(other) => {
            let prompt = say!(words, "document-ask-kind", title = &other.title);
            match session.prompter.confirm(Ask::detail(&prompt), Some(true))? {
                Reply::Given(true) => other.kind,
                Reply::Given(false) | Reply::Command(_) => return Ok(nothing),
            }
        }
    };
    let Some(form) = documents.form(kind) else {
        return Ok(nothing);
    };
    let until = session
        .interview
        .today()
        .max(session.interview.assessment().as_of);
    let prefilled = prefill(&reading, kind, (form, until));
    let text = say!(words, "document-proposed", count = prefilled.says.len());
    tell(session.prompter, Tone::Text, text);
    if let Some(left) = prefilled.left_out(words) {
        tell(session.prompter, Tone::Text, left);
    }
    Ok((kind, prefilled))
}
