//! A prompter for tests: answers from a list, and keeps what was shown.

use std::collections::VecDeque;

use super::text::harmless;
use super::{Ask, Command, Line, Menu, Prompter, Reply};
use crate::cli::Failure;
use crate::pack::language::Language;
use crate::words::Words;

/// One scripted answer.
#[derive(Debug, Clone)]
pub(in crate::cli) enum Key {
    /// An item that begins with this text.
    Pick(&'static str),
    /// Items that begin with these texts.
    Tick(&'static [&'static str]),
    /// The item at this place.
    At(usize),
    /// The items at these places.
    TickAt(&'static [usize]),
    /// Yes or no.
    Say(bool),
    /// A line of text; one that begins with a colon is a command, anywhere.
    Type(&'static str),
    /// Ctrl-C.
    Interrupt,
}

/// Answers from a list; when it is used up, the sitting is stopped.
#[derive(Debug, Default)]
pub(in crate::cli) struct Script {
    keys: VecDeque<Key>,
    /// Everything shown and asked, a line each.
    pub(in crate::cli) shown: Vec<String>,
    /// Every item that was offered.
    pub(in crate::cli) offered: Vec<String>,
}

impl Script {
    pub(in crate::cli) fn new(keys: impl IntoIterator<Item = Key>) -> Self {
        Self {
            keys: keys.into_iter().collect(),
            shown: vec![],
            offered: vec![],
        }
    }

    /// Whether a shown line contains the text.
    pub(in crate::cli) fn saw(&self, text: &str) -> bool {
        self.shown.iter().any(|line| line.contains(text))
    }

    /// The next key; `None` where a command stands in its place.
    fn next(&mut self, prompt: &str) -> Result<Result<Key, Command>, Failure> {
        self.shown.push(format!("> {prompt}"));
        match self.keys.pop_front() {
            None => Ok(Err(Command::Stop)),
            Some(Key::Interrupt) => Err(Failure::Interrupted),
            Some(Key::Type(line)) => Ok(match Command::parse(Words::of(Language::English), line) {
                Some(command) => Err(command.expect("the script knows the commands")),
                None => Ok(Key::Type(line)),
            }),
            Some(key) => Ok(Ok(key)),
        }
    }
}

/// The place of the item that begins with a text.
fn find(menu: &Menu, text: &str) -> usize {
    let found = menu.items.iter().position(|item| item.starts_with(text));
    found.unwrap_or_else(|| panic!("`{text}` is none of {:?}", menu.items))
}

impl Prompter for Script {
    fn guide(&self) -> String {
        "a script needs no guide".to_owned()
    }

    fn say(&mut self, lines: &[Line]) {
        self.shown
            .extend(lines.iter().map(|line| harmless(&line.text)));
    }

    fn select(&mut self, menu: &Menu) -> Result<Reply<usize>, Failure> {
        self.offered.extend(menu.items.iter().cloned());
        Ok(match self.next(menu.ask.prompt)? {
            Err(command) => Reply::Command(command),
            Ok(Key::Pick(text)) => Reply::Given(find(menu, text)),
            Ok(Key::At(place)) => Reply::Given(place),
            Ok(key) => panic!("`{}` was answered with {key:?}", menu.ask.prompt),
        })
    }

    fn several(&mut self, menu: &Menu, _: &[usize]) -> Result<Reply<Vec<usize>>, Failure> {
        self.offered.extend(menu.items.iter().cloned());
        Ok(match self.next(menu.ask.prompt)? {
            Err(command) => Reply::Command(command),
            Ok(Key::Tick(texts)) => {
                Reply::Given(texts.iter().map(|text| find(menu, text)).collect())
            }
            Ok(Key::TickAt(places)) => Reply::Given(places.to_vec()),
            Ok(key) => panic!("`{}` was answered with {key:?}", menu.ask.prompt),
        })
    }

    fn confirm(&mut self, ask: Ask, _: Option<bool>) -> Result<Reply<bool>, Failure> {
        Ok(match self.next(ask.prompt)? {
            Err(command) => Reply::Command(command),
            Ok(Key::Say(yes)) => Reply::Given(yes),
            Ok(key) => panic!("`{}` was answered with {key:?}", ask.prompt),
        })
    }

    fn line(&mut self, ask: Ask) -> Result<Reply<String>, Failure> {
        Ok(match self.next(ask.prompt)? {
            Err(command) => Reply::Command(command),
            Ok(Key::Type(line)) => Reply::Given(line.to_string()),
            Ok(key) => panic!("`{}` was answered with {key:?}", ask.prompt),
        })
    }
}
