//! Asks for one answer, in the way its kind is best given.

use crate::assessment::answer::Value;
use crate::assessment::value::{parse_line, together_named};
use crate::cli::Failure;
use crate::cli::terminal::{Ask, Menu, Prompter, Reply, Tone, tell};
use crate::pack::answer::{AnswerKind, Choice};
use crate::pack::id::OptionId;
use crate::words::{Words, say};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// What is said.
    pub(super) words: &'static Words,
    /// The kind of answer.
    pub(super) kind: &'a AnswerKind,
    /// The answer so far, which Enter keeps.
    pub(super) current: Option<&'a Value>,
    /// Whether it can be left open.
    pub(super) blank: Blank,
}

/// What an answer left blank means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blank {
    /// Nothing; the question has to be skipped.
    Refused,
    /// The part stays open, or becomes open again.
    Open,
}

/// What was given.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Given {
    /// An answer.
    Value(Value),
    /// The answer that was there.
    Kept,
    /// No answer.
    Open,
}

/// Asks until an answer or a command is given; a refused one is shown with its help.
pub(super) fn ask(prompter: &mut dyn Prompter, wanted: Wanted) -> Result<Reply<Given>, Failure> {
    let words = wanted.words;
    let prompt = match wanted.kind {
        AnswerKind::Choice(options) => return choice(prompter, wanted, options),
        AnswerKind::Several(options) => return several(prompter, wanted, options),
        AnswerKind::YesNo(_) => return yes_no(prompter, wanted),
        AnswerKind::Duration(_) => say!(words, "ask-duration"),
        AnswerKind::Count(_) => say!(words, "ask-count"),
        AnswerKind::Percent(_) => say!(words, "ask-percent"),
        AnswerKind::Date => say!(words, "ask-date"),
        AnswerKind::Period => say!(words, "ask-period"),
        AnswerKind::List => say!(words, "ask-list"),
        AnswerKind::Text => say!(words, "ask-text"),
    };
    line(prompter, wanted, &prompt)
}

fn choice(
    prompter: &mut dyn Prompter,
    wanted: Wanted,
    options: &[Choice],
) -> Result<Reply<Given>, Failure> {
    let mut items: Vec<String> = options.iter().map(|option| option.text.clone()).collect();
    if wanted.blank == Blank::Open {
        items.push(say!(wanted.words, "ask-leave-part-open"));
    }
    let at = match wanted.current {
        Some(Value::Choice(chosen)) => place(options, chosen),
        _ => None,
    };
    let prompt = say!(wanted.words, "ask-answer");
    let menu = Menu {
        ask: Ask::answer(&prompt),
        items: &items,
        at,
    };
    Ok(match prompter.select(&menu)? {
        Reply::Command(command) => Reply::Command(command),
        Reply::Given(chosen) if Some(chosen) == at => Reply::Given(Given::Kept),
        Reply::Given(chosen) => Reply::Given(match options.get(chosen) {
            Some(option) => Given::Value(Value::Choice(option.id.clone())),
            None => Given::Open,
        }),
    })
}

fn several(
    prompter: &mut dyn Prompter,
    wanted: Wanted,
    options: &[Choice],
) -> Result<Reply<Given>, Failure> {
    let items: Vec<String> = options.iter().map(|option| option.text.clone()).collect();
    let mut ticked: Vec<usize> = match wanted.current {
        Some(Value::Several(ids)) => ids.iter().filter_map(|id| place(options, id)).collect(),
        _ => vec![],
    };
    let (prompt, is_none) = (
        say!(wanted.words, "ask-several"),
        say!(wanted.words, "ask-is-none"),
    );
    let menu = Menu {
        ask: Ask::answer(&prompt),
        items: &items,
        at: None,
    };
    loop {
        let chosen = match prompter.several(&menu, &ticked)? {
            Reply::Command(command) => return Ok(Reply::Command(command)),
            Reply::Given(chosen) => chosen,
        };
        let ids: Vec<_> = chosen.iter().map(|&at| options[at].id.clone()).collect();
        if let Err(refused) = together_named(wanted.words, &ids, options) {
            tell(prompter, Tone::Refused, refused.to_string());
            // What was ticked stays, so that only what is wrong has to be changed.
            ticked = chosen;
            continue;
        }
        if ids.is_empty() && prompter.confirm(Ask::detail(&is_none), None)? != Reply::Given(true) {
            continue;
        }
        let value = Value::Several(ids);
        let is_kept = wanted.current == Some(&value);
        return Ok(Reply::Given(if is_kept {
            Given::Kept
        } else {
            Given::Value(value)
        }));
    }
}

fn yes_no(prompter: &mut dyn Prompter, wanted: Wanted) -> Result<Reply<Given>, Failure> {
    let current = match wanted.current {
        Some(Value::YesNo(yes)) => Some(*yes),
        _ => None,
    };
    let prompt = say!(wanted.words, "ask-answer");
    Ok(match prompter.confirm(Ask::answer(&prompt), current)? {
        Reply::Command(command) => Reply::Command(command),
        Reply::Given(yes) if Some(yes) == current => Reply::Given(Given::Kept),
        Reply::Given(yes) => Reply::Given(Given::Value(Value::YesNo(yes))),
    })
}

fn line(
    prompter: &mut dyn Prompter,
    wanted: Wanted,
    prompt: &str,
) -> Result<Reply<Given>, Failure> {
    loop {
        let line = match prompter.line(Ask::answer(prompt))? {
            Reply::Command(command) => return Ok(Reply::Command(command)),
            Reply::Given(pasted) => pasted.replace(
                '\n',
                match wanted.kind {
                    AnswerKind::List => ";",
                    _ => " ",
                },
            ),
        };
        let given = match (line.as_str(), wanted.current, wanted.blank) {
            ("", Some(_), _) => Given::Kept,
            ("", None, Blank::Open) | ("-", _, Blank::Open) => Given::Open,
            ("", None, Blank::Refused) => {
                let refused = say!(wanted.words, "refused-empty");
                tell(prompter, Tone::Refused, refused);
                continue;
            }
            (line, current, _) => match parse_line(wanted.words, wanted.kind, line) {
                Ok(value) if current == Some(&value) => Given::Kept,
                Ok(value) => Given::Value(value),
                Err(refused) => {
                    tell(prompter, Tone::Refused, refused.to_string());
                    continue;
                }
            },
        };
        return Ok(Reply::Given(given));
    }
}

fn place(options: &[Choice], id: &OptionId) -> Option<usize> {
    options.iter().position(|option| option.id == *id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::terminal::script::{Key, Script};
    use crate::pack::language::Language;

    fn option(id: &str, text: &str, alone: bool) -> Choice {
        Choice {
            id: id.into(),
            text: text.to_string(),
            level: Some(0.0),
            alone,
        }
    }

    #[test]
    fn options_that_exclude_each_other_are_refused_by_their_texts_and_asked_again() {
        let kind = AnswerKind::Several(vec![
            option("api", "By API", false),
            option("none", "Not at all", true),
        ]);
        let wanted = Wanted {
            words: Words::of(Language::English),
            kind: &kind,
            current: None,
            blank: Blank::Refused,
        };
        let ticks: [&[&str]; 3] = [&["By API", "Not at all"], &[], &["Not at all"]];
        let mut script = Script::new(ticks.map(Key::Tick));
        let given = ask(&mut script, wanted).expect("it is answered");
        let none = Value::Several(vec!["none".into()]);
        assert_eq!(given, Reply::Given(Given::Value(none)));
        assert!(script.saw("`Not at all` cannot stand beside other options"));
        assert!(script.saw("choose `Not at all` if nothing applies"));
    }
}
