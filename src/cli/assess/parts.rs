//! Asks for the parts of an answer in turn; each is saved as soon as it is given.

use std::collections::BTreeMap;

use super::ask::{Blank, Given, Wanted, ask};
use super::help;
use super::session::{Session, answered};
use super::words::single;
use crate::assessment::answer::Value;
use crate::cli::Failure;
use crate::cli::terminal::{Command, Line, Reply, Tone};
use crate::pack::answer::Part;
use crate::pack::id::PartId;
use crate::pack::question::Question;
use crate::words::say;

type Values = BTreeMap<PartId, Value>;

/// Asks for all parts, beginning with the first open one; gives back a command for the question.
pub(super) fn ask_all<'p>(
    session: &mut Session<'_, 'p>,
    question: &'p Question,
    parts: &'p [Part],
) -> Result<Option<Command>, Failure> {
    let mut at = first_open(&held(session, question), parts);
    while let Some(part) = parts.get(at) {
        let values = held(session, question);
        let current = values.get(&part.id);
        show(session, (at, parts.len()), part, current);
        let wanted = Wanted {
            words: session.said(),
            kind: &part.kind,
            current,
            blank: Blank::Open,
        };
        let command = match ask(session.prompter, wanted)? {
            Reply::Given(given) => {
                record(session, part, values, given)?;
                at += 1;
                continue;
            }
            Reply::Command(Command::More) => match session.choose_command()? {
                Some(command) => command,
                None => continue,
            },
            Reply::Command(command) => command,
        };
        match command {
            Command::Back if at > 0 => at -= 1,
            Command::Skip => at += 1,
            Command::Help => {
                let lines = help::lines(&session.interview, question);
                session.prompter.say(&lines);
            }
            Command::Unknown if !values.is_empty() => {
                if unknown(session, question, part)? {
                    at += 1;
                }
            }
            command => return Ok(Some(command)),
        }
    }
    Ok(None)
}

/// The parts that are answered.
fn held(session: &Session, question: &Question) -> Values {
    match answered(&session.interview, question) {
        Some(Value::Parts(values)) => values.clone(),
        _ => Values::new(),
    }
}

/// The part to begin with; the first one when all are answered.
fn first_open(values: &Values, parts: &[Part]) -> usize {
    let open = parts.iter().position(|part| !values.contains_key(&part.id));
    open.unwrap_or(0)
}

fn show(session: &mut Session, (at, of): (usize, usize), part: &Part, current: Option<&Value>) {
    let words = session.said();
    let (number, of) = ((at + 1).to_string(), of.to_string());
    let heading = say!(words, "ask-part", number, of, text = &part.text);
    let aside = match current {
        Some(value) => say!(
            words,
            "ask-part-answered",
            answer = single(words, &part.kind, value)
        ),
        None => say!(words, "ask-part-open"),
    };
    let lines = [
        Line::new(Tone::Heading, heading),
        Line::new(Tone::Aside, aside),
    ];
    session.prompter.say(&lines);
}

fn record(
    session: &mut Session,
    part: &Part,
    mut values: Values,
    given: Given,
) -> Result<(), Failure> {
    let told = match given {
        Given::Kept => return Ok(()),
        Given::Value(value) => {
            let told = single(session.said(), &part.kind, &value);
            values.insert(part.id.clone(), value);
            told
        }
        Given::Open => match values.remove(&part.id) {
            Some(_) => say!(session.said(), "told-part-open-again"),
            None => return Ok(()),
        },
    };
    session.change(
        |interview| match values.is_empty() {
            true => interview.withdraw(),
            false => interview.record(Value::Parts(values)),
        },
        &told,
    )?;
    Ok(())
}

/// Nobody knows one part while others are answered: it stays open, and the note tells who was asked.
fn unknown(session: &mut Session, question: &Question, part: &Part) -> Result<bool, Failure> {
    let Some((who, on)) = session.who_was_asked()? else {
        return Ok(false);
    };
    let words = session.said();
    let (id, on) = (part.id.as_str(), words.date(on));
    let note = say!(words, "note-unknown", id, who, on);
    let held = session.interview.response(&question.id);
    let note = match held.and_then(|held| held.note.as_deref()) {
        Some(before) => format!("{before}; {note}"),
        None => note,
    };
    let told = say!(words, "told-in-note");
    session.change(|interview| interview.note(&note), &told)
}
