//! Asks for what a document says, field by field and row by row, and who confirms it.

use std::path::PathBuf;

use super::named;
use crate::assessment::answer::Value;
use crate::assessment::document::{Document, Recorded, Row};
use crate::assessment::evidence::EvidenceFile;
use crate::cli::Failure;
use crate::cli::assess::ask::{Blank, Given, Wanted, ask};
use crate::cli::assess::evidence::find_file;
use crate::cli::assess::session::{Flow, Session};
use crate::cli::assess::words::single;
use crate::cli::evidence::read;
use crate::cli::proposed::{Prefilled, prefill};
use crate::cli::terminal::{Ask, Command, Line, Menu, Reply, Tone, say};
use crate::pack::document::{Column, DocumentForm, DocumentKind, Field, FieldKind, Holds};
use crate::pack::id::EvidenceId;
use crate::source::names::value_of;

/// How asking for a field went.
enum Step {
    Next,
    Back,
    /// Back to the questions.
    Leave,
    Stop,
}

/// Begins a document: where it lies, what it is called, then its fields.
pub(super) fn begin(session: &mut Session, kind: DocumentKind) -> Result<Flow, Failure> {
    let folder = session.folder.to_path_buf();
    let prompt = "Path of its file, of which only path and SHA-256 are kept; Enter for none";
    let file = session.detail(prompt, |line| match line {
        "" => Ok(None),
        line => find_file(line, &folder).map(Some),
    })?;
    let Some(file) = file else {
        return Ok(Flow::On);
    };
    let prompt = "What is it called, and where does it lie?";
    let Some(reference) = session.words(prompt, "its title and place")? else {
        return Ok(Flow::On);
    };
    let (kind, Prefilled { says, read }) = proposed(session, kind, file.as_ref())?;
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
    let told = format!("document {id}; it counts once it is confirmed");
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
    let nothing = (kind, Prefilled::default());
    let path = file.map(|file| session.folder.join(&file.path));
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
            let text = format!("its text gives no proposals: {}", failure.summary());
            say(session.prompter, Tone::Text, text);
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
            let prompt = format!("Its text reads like this: {}. Is it that?", other.title);
            let ask = Ask::detail(&prompt);
            match session.prompter.confirm(ask, Some(true))? {
                Reply::Given(true) => other.kind,
                Reply::Given(false) | Reply::Command(_) => return Ok(nothing),
            }
        }
    };
    let Some(form) = documents.form(kind) else {
        return Ok(nothing);
    };
    let prefilled = prefill(&reading, kind, form);
    let text = format!(
        "{} fields are proposed from its text, each with page and words; compare them",
        prefilled.says.len()
    );
    say(session.prompter, Tone::Text, text);
    Ok((kind, prefilled))
}

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
    let nothing_open = open(session, id, form).is_empty();
    for pass in [true, false] {
        match fields(session, id, (form, pass, nothing_open))? {
            Step::Next | Step::Back => {}
            Step::Leave => return Ok(Flow::On),
            Step::Stop => return Ok(Flow::Stop),
        }
    }
    confirm(session, id)
}

fn document<'s>(session: &'s Session, id: &EvidenceId) -> Option<&'s Document> {
    session.interview.assessment().document(id)
}

fn open<'f>(session: &Session, id: &EvidenceId, form: &'f DocumentForm) -> Vec<&'f Field> {
    let depth = session.interview.assessment().depth;
    document(session, id).map_or(vec![], |held| held.open(form, depth))
}

/// Asks for the short fields or for the others; all of them again, when none is open.
fn fields(
    session: &mut Session,
    id: &EvidenceId,
    (form, short, again): (&DocumentForm, bool, bool),
) -> Result<Step, Failure> {
    let depth = session.interview.assessment().depth;
    let mut at = 0;
    let mut path: Vec<usize> = vec![];
    while let Some(field) = form.fields.get(at) {
        let Some(held) = document(session, id) else {
            return Ok(Step::Leave);
        };
        let is_back = path.last() == Some(&at);
        let wanted =
            again || is_back || !held.says.contains_key(&field.id) || is_proposed(held, field);
        if field.short != short || !held.asks(form, field, depth) || !wanted {
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
                Given::Open => (None, "this field is open again".to_owned()),
                Given::Value(value) => {
                    let told = words(session, kind, &value);
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
    let mut lines = vec![
        Line::new(Tone::Heading, format!("{} · {}", held.id, field.text)),
        Line::new(Tone::Aside, field.find.clone()),
    ];
    if let (Holds::One(kind), Some(value)) = (&field.holds, held.value(field.id.as_str())) {
        let so_far = format!("so far: {} (Enter keeps it)", words(session, kind, value));
        lines.push(Line::new(Tone::Aside, so_far));
    }
    let read = held.read.iter().filter(|excerpt| excerpt.field == field.id);
    lines.extend(read.map(|excerpt| {
        let text = format!("read on page {}: “{}”", excerpt.page, excerpt.words);
        Line::new(Tone::Aside, text)
    }));
    session.prompter.say(&lines);
}

/// Asks for a value; a command that leads elsewhere comes back as a step.
fn value(
    session: &mut Session,
    kind: &FieldKind,
    (current, blank): (Option<&Value>, Blank),
) -> Result<Result<Given, Step>, Failure> {
    loop {
        let reply = match kind {
            FieldKind::Answer(kind) => {
                let wanted = Wanted {
                    kind,
                    current,
                    blank,
                };
                ask(session.prompter, wanted)?
            }
            FieldKind::Topic => {
                let topics = session.interview.pack().catalogue.topics.iter();
                let entries = topics.map(|topic| (topic.id.to_string(), topic.name.clone()));
                pick(session, entries.collect(), (current, blank))?
            }
            FieldKind::Document => {
                let documents = session.interview.assessment().documents.iter();
                let entries = documents
                    .filter(|held| matches!(held.kind, DocumentKind::Soc2T2 | DocumentKind::Soc2T1))
                    .map(|held| (held.id.to_string(), named(session, held)));
                let entries: Vec<_> = entries.collect();
                if entries.is_empty() {
                    let text = "no report is recorded that it could follow; it is left open";
                    say(session.prompter, Tone::Text, text);
                    return Ok(Ok(Given::Open));
                }
                pick(session, entries, (current, blank))?
            }
        };
        let command = match reply {
            Reply::Given(given) => return Ok(Ok(given)),
            Reply::Command(Command::More) => match session.choose_command()? {
                Some(command) => command,
                None => continue,
            },
            Reply::Command(command) => command,
        };
        return Ok(Err(match command {
            Command::Back => Step::Back,
            Command::Skip => return Ok(Ok(Given::Kept)),
            Command::Stop => Step::Stop,
            Command::Help => {
                let text =
                    "`:s` leaves the field open, `:b` goes back, `:j` returns to the questions";
                say(session.prompter, Tone::Text, text);
                continue;
            }
            _ => Step::Leave,
        }));
    }
}

/// Lets one of several named things be picked.
fn pick(
    session: &mut Session,
    entries: Vec<(String, String)>,
    (current, blank): (Option<&Value>, Blank),
) -> Result<Reply<Given>, Failure> {
    let mut items: Vec<String> = entries.iter().map(|(_, name)| name.clone()).collect();
    if blank == Blank::Open {
        items.push("(leave this open)".to_owned());
    }
    let at = match current {
        Some(Value::Text(id)) => entries.iter().position(|(known, _)| known == id),
        _ => None,
    };
    let menu = Menu {
        ask: Ask::answer("Answer"),
        items: &items,
        at,
    };
    Ok(match session.prompter.select(&menu)? {
        Reply::Command(command) => Reply::Command(command),
        Reply::Given(chosen) if Some(chosen) == at => Reply::Given(Given::Kept),
        Reply::Given(chosen) => Reply::Given(match entries.get(chosen) {
            Some((id, _)) => Given::Value(Value::Text(id.clone())),
            None => Given::Open,
        }),
    })
}

/// A value in words.
fn words(session: &Session, kind: &FieldKind, value: &Value) -> String {
    match (kind, value) {
        (FieldKind::Answer(kind), value) => single(kind, value),
        (FieldKind::Topic, Value::Text(id)) => {
            let topics = session.interview.pack().catalogue.topics.iter();
            let mut found = topics.filter(|topic| topic.id.as_str() == id);
            found
                .next()
                .map_or_else(|| id.clone(), |topic| topic.name.clone())
        }
        (_, Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// Asks for rows until there is none left; each is saved as soon as it is whole.
fn rows(
    session: &mut Session,
    id: &EvidenceId,
    (field, columns): (&Field, &[Column]),
) -> Result<Step, Failure> {
    loop {
        let rows = document(session, id).and_then(|held| held.rows(field.id.as_str()));
        let rows = rows.map_or(vec![], <[Row]>::to_vec);
        let (deeds, items) = row_deeds(session, columns, &rows);
        let menu = Menu {
            ask: Ask::answer("Rows"),
            items: &items,
            at: Some(items.len() - 1),
        };
        let chosen = match session.prompter.select(&menu)? {
            Reply::Given(chosen) => chosen,
            Reply::Command(Command::Back) => return Ok(Step::Back),
            Reply::Command(Command::Stop) => return Ok(Step::Stop),
            Reply::Command(Command::Skip) => return Ok(Step::Next),
            Reply::Command(_) => return Ok(Step::Leave),
        };
        let mut changed = rows.clone();
        let told = match deeds[chosen] {
            RowDeed::Done => return Ok(Step::Next),
            RowDeed::Remove(at) => {
                changed.remove(at);
                "the row is removed".to_owned()
            }
            RowDeed::Change(at) => match row(session, columns, rows[at].clone())? {
                Ok(row) => {
                    let told = row_words(session, columns, &row);
                    changed[at] = row;
                    told
                }
                Err(Step::Stop) => return Ok(Step::Stop),
                Err(_) => continue,
            },
            RowDeed::Add => match row(session, columns, Row::new())? {
                Ok(row) => {
                    let told = row_words(session, columns, &row);
                    changed.push(row);
                    told
                }
                Err(Step::Stop) => return Ok(Step::Stop),
                Err(_) => continue,
            },
        };
        let recorded = (!changed.is_empty()).then_some(Recorded::Rows(changed));
        session.change(
            |interview| interview.record_field(id, field, recorded),
            &told,
        )?;
    }
}

/// What can be done with rows.
#[derive(Clone, Copy)]
enum RowDeed {
    Add,
    Change(usize),
    Remove(usize),
    Done,
}

fn row_deeds(session: &Session, columns: &[Column], rows: &[Row]) -> (Vec<RowDeed>, Vec<String>) {
    let there = rows.iter().enumerate().flat_map(|(at, row)| {
        let text = row_words(session, columns, row);
        [
            (RowDeed::Change(at), format!("change: {text}")),
            (RowDeed::Remove(at), format!("remove: {text}")),
        ]
    });
    let add = match rows.is_empty() {
        true => "add a row".to_owned(),
        false => "add another row".to_owned(),
    };
    let done = match rows.is_empty() {
        true => "none, go on".to_owned(),
        false => "no more, go on".to_owned(),
    };
    let ends = [(RowDeed::Add, add), (RowDeed::Done, done)];
    there.chain(ends).unzip()
}

fn row_words(session: &Session, columns: &[Column], row: &Row) -> String {
    let values = columns.iter().filter_map(|column| {
        let value = row.get(&column.id)?;
        Some(words(session, &column.kind, value))
    });
    values.collect::<Vec<_>>().join(" · ")
}

/// Asks for the columns of a row; a step where that was left.
fn row(
    session: &mut Session,
    columns: &[Column],
    mut row: Row,
) -> Result<Result<Row, Step>, Failure> {
    let mut at = 0;
    while let Some(column) = columns.get(at) {
        say(session.prompter, Tone::Question, column.text.clone());
        let current = row.get(&column.id).cloned();
        let blank = match column.needed {
            true => Blank::Refused,
            false => Blank::Open,
        };
        let given = match value(session, &column.kind, (current.as_ref(), blank))? {
            Ok(given) => given,
            Err(Step::Back) if at > 0 => {
                at -= 1;
                continue;
            }
            Err(step) => return Ok(Err(step)),
        };
        match given {
            Given::Value(value) => drop(row.insert(column.id.clone(), value)),
            Given::Open => drop(row.remove(&column.id)),
            Given::Kept => {}
        }
        if column.needed && !row.contains_key(&column.id) {
            let text = "a row is nothing without this; `:b` goes back";
            say(session.prompter, Tone::Refused, text);
            continue;
        }
        at += 1;
    }
    Ok(Ok(row))
}

/// Asks whether the record is right; only then it counts.
fn confirm(session: &mut Session, id: &EvidenceId) -> Result<Flow, Failure> {
    let Some(held) = document(session, id) else {
        return Ok(Flow::On);
    };
    if held.is_confirmed() {
        return Ok(Flow::On);
    }
    let prompt = format!("Does {id} say what is recorded? It counts once you confirm it");
    match session.prompter.confirm(Ask::detail(&prompt), Some(true))? {
        Reply::Given(true) => {}
        Reply::Command(Command::Stop) => return Ok(Flow::Stop),
        Reply::Given(false) | Reply::Command(_) => {
            let text = format!("{id} is kept and does not count; `:d` goes on with it");
            say(session.prompter, Tone::Text, text);
            return Ok(Flow::On);
        }
    }
    let by = match session.interview.author() {
        Some(name) => name.to_owned(),
        None => match session.words("Who has read it?", "a name")? {
            Some(name) => name,
            None => return Ok(Flow::On),
        },
    };
    let told = format!("{id} is confirmed by {by} and counts");
    session.change(|interview| interview.confirm_document(id, &by), &told)?;
    Ok(Flow::On)
}
