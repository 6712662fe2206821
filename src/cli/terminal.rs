//! The terminal: everything the interview says and asks goes through a [`Prompter`].
//!
//! Three of them exist: prompts with colour and menus (`dialog`), line by line for screen readers
//! and pipes (`plain`), and a script for tests. Text from packs and assessments is made harmless on
//! the way out (`text`), and Ctrl-C at any prompt ends in [`Failure::Interrupted`] with the terminal
//! as it was (`interrupt`).

mod ahead;
mod command;
mod dialog;
mod interrupt;
mod pages;
mod plain;
pub(super) mod progress;
#[cfg(test)]
pub(super) mod script;
mod text;
mod ticks;

use std::io::IsTerminal;

pub(super) use self::command::Command;
pub(super) use self::interrupt::told as interrupted;
use super::Failure;
use crate::source::Style;
use crate::words::Words;

/// What comes back from a prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reply<T> {
    /// What was asked for.
    Given(T),
    /// Something else is wanted first.
    Command(Command),
}

/// How a line is meant; each prompter shows it in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// Where we are.
    Heading,
    /// What is asked.
    Question,
    /// Plain text.
    Text,
    /// Beside the point.
    Aside,
    /// It worked.
    Done,
    /// It was refused.
    Refused,
}

/// A paragraph to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// How it is meant.
    pub(super) tone: Tone,
    /// What it says; anything but trusted.
    pub(super) text: String,
}

impl Line {
    /// A paragraph.
    pub(super) fn new(tone: Tone, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { tone, text }
    }
}

/// What to ask, and what else can be done instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ask<'a> {
    /// What is asked for, in a few words.
    pub(super) prompt: &'a str,
    /// What can be done instead.
    pub(super) exit: Exit,
}

impl<'a> Ask<'a> {
    /// Asks for the answer to a question; every command can be given instead.
    pub(super) fn answer(prompt: &'a str) -> Self {
        let exit = Exit::More;
        Self { prompt, exit }
    }

    /// Asks for something beside it; the only way out is back to the question.
    pub(super) fn detail(prompt: &'a str) -> Self {
        let exit = Exit::Back;
        Self { prompt, exit }
    }
}

/// How a prompt is left without what it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// By any command.
    More,
    /// By going back.
    Back,
}

/// A choice to offer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Menu<'a> {
    /// What to choose.
    pub(super) ask: Ask<'a>,
    /// What there is to choose from.
    pub(super) items: &'a [String],
    /// The item to begin at; the one that Enter keeps.
    pub(super) at: Option<usize>,
}

/// Whoever answers, seen from the interview.
pub(super) trait Prompter {
    /// How help and the other commands are reached, for newcomers.
    fn guide(&self) -> String;

    /// Shows paragraphs.
    fn say(&mut self, lines: &[Line]);

    /// Asks for one of several items, by its place.
    ///
    /// # Errors
    ///
    /// [`Failure::Interrupted`], as every prompt.
    fn select(&mut self, menu: &Menu) -> Result<Reply<usize>, Failure>;

    /// Asks for any number of items, by their places in order; `chosen` are ticked to begin with.
    fn several(&mut self, menu: &Menu, chosen: &[usize]) -> Result<Reply<Vec<usize>>, Failure>;

    /// Asks for yes or no.
    fn confirm(&mut self, ask: Ask, default: Option<bool>) -> Result<Reply<bool>, Failure>;

    /// Asks for a line of text, which may be empty; several lines pasted at once are one text, with
    /// line feeds between them.
    fn line(&mut self, ask: Ask) -> Result<Reply<String>, Failure>;
}

/// Says one paragraph.
pub(super) fn tell(prompter: &mut dyn Prompter, tone: Tone, text: impl Into<String>) {
    prompter.say(&[Line::new(tone, text)]);
}

/// Line by line, or with menus that are redrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Line by line.
    Plain,
    /// With menus.
    Menus,
}

/// Opens the terminal for prompts that speak a language.
///
/// # Errors
///
/// When there is none, and the manner needs one.
pub(super) fn open(
    manner: Manner,
    style: Style,
    words: &'static Words,
) -> Result<Box<dyn Prompter>, Failure> {
    let is_terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    if manner == Manner::Menus && !is_terminal {
        return Err(Failure::Usage {
            message: "there is no terminal to ask in".to_string(),
            help: "give the answers in a file with `--answers FILE`, or ask line by line with `--plain`"
                .to_string(),
        });
    }
    interrupt::watch(words)?;
    Ok(match manner {
        Manner::Plain => Box::new(plain::Plain::new(
            std::io::stdin().lock(),
            std::io::stderr(),
            words,
        )),
        Manner::Menus => Box::new(dialog::Dialog::open(style, words)),
    })
}
