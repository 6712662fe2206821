//! Asks for one value of a document, and tells it in words.

use super::named;
use crate::assessment::answer::Value;
use crate::cli::Failure;
use crate::cli::assess::ask::{Blank, Given, Wanted, ask};
use crate::cli::assess::session::Session;
use crate::cli::assess::words::single;
use crate::cli::terminal::{Ask, Command, Menu, Reply, Tone, tell};
use crate::pack::document::{DocumentKind, FieldKind};
use crate::words::say;

/// How asking for a field went.
pub(super) enum Step {
    Next,
    Back,
    /// Back to the questions.
    Leave,
    Stop,
}

/// Asks for a value; a command that leads elsewhere comes back as a step.
pub(super) fn value(
    session: &mut Session,
    kind: &FieldKind,
    (current, blank): (Option<&Value>, Blank),
) -> Result<Result<Given, Step>, Failure> {
    loop {
        let reply = match kind {
            FieldKind::Answer(kind) => {
                let wanted = Wanted {
                    words: session.said(),
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
                    let text = say!(session.said(), "document-none-to-follow");
                    tell(session.prompter, Tone::Text, text);
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
                let text = say!(session.said(), "document-help");
                tell(session.prompter, Tone::Text, text);
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
        items.push(say!(session.said(), "ask-leave-open"));
    }
    let at = match current {
        Some(Value::Text(id)) => entries.iter().position(|(known, _)| known == id),
        _ => None,
    };
    let prompt = say!(session.said(), "ask-answer");
    let menu = Menu {
        ask: Ask::answer(&prompt),
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
pub(super) fn told_value(session: &Session, kind: &FieldKind, value: &Value) -> String {
    match (kind, value) {
        (FieldKind::Answer(kind), value) => single(session.said(), kind, value),
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
