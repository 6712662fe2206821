//! A sitting: shows a question, takes the answer or a command, saves, goes on.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;

use super::ask::{Blank, Given, Wanted, ask};
use super::words::single;
use super::{documents, screen};
use crate::assessment::Assessment;
use crate::assessment::answer::{State, Value};
use crate::assessment::value::{Refusal, date};
use crate::cli::terminal::{Ask, Command, Line, Prompter, Reply, Tone, tell};
use crate::cli::{Failure, store};
use crate::interview::{Change, Interview};
use crate::pack::answer::{AnswerKind, Form};
use crate::pack::id::SectionId;
use crate::pack::question::Question;
use crate::words::{Words, say};

/// Saves the assessment after a change.
pub(in crate::cli) type Save<'a> = &'a mut dyn FnMut(&Assessment) -> Result<(), Failure>;

/// A sitting over an assessment.
pub(in crate::cli) struct Session<'a, 'p> {
    pub(in crate::cli) interview: Interview<'p>,
    pub(in crate::cli) prompter: &'a mut dyn Prompter,
    pub(in crate::cli) save: Save<'a>,
    /// The assessment file; evidence is named relative to its folder.
    pub(in crate::cli) home: &'a Path,
    /// The sections whose introduction was shown.
    pub(in crate::cli) introduced: BTreeSet<SectionId>,
    /// The sections whose documents were asked for.
    pub(in crate::cli) offered: BTreeSet<SectionId>,
}

/// Whether the sitting goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// With the question that is current now.
    On,
    /// Not at all.
    Stop,
}

impl<'p> Session<'_, 'p> {
    /// What is said in this sitting.
    pub(super) fn said(&self) -> &'static Words {
        self.interview.words()
    }

    /// The folder the assessment lies in.
    pub(super) fn folder(&self) -> &Path {
        store::folder(self.home)
    }

    /// Asks until nothing is left or somebody stops.
    ///
    /// # Errors
    ///
    /// When an answer cannot be saved, or a prompt is interrupted.
    pub(super) fn run(&mut self) -> Result<(), Failure> {
        while let Some(question) = self.interview.current() {
            if documents::offer(self, question)? == Flow::Stop {
                break;
            }
            // A document may have answered it.
            let Some(question) = self.interview.current() else {
                break;
            };
            let lines = screen::question(&self.interview, question, &mut self.introduced);
            self.prompter.say(&lines);
            let command = match &question.form {
                Form::Single(kind) => self.single(question, kind)?,
                Form::Parts(parts) => super::parts::ask_all(self, question, parts)?,
            };
            match command {
                None => self.interview.advance(),
                Some(command) => {
                    if self.obey(question, command)? == Flow::Stop {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// Asks for the one answer of a question; gives back a command given instead.
    fn single(
        &mut self,
        question: &'p Question,
        kind: &AnswerKind,
    ) -> Result<Option<Command>, Failure> {
        loop {
            let wanted = Wanted {
                words: self.said(),
                kind,
                current: answered(&self.interview, question),
                blank: Blank::Refused,
            };
            match ask(self.prompter, wanted)? {
                Reply::Command(command) => return Ok(Some(command)),
                Reply::Given(Given::Kept | Given::Open) => return Ok(None),
                Reply::Given(Given::Value(value)) => {
                    let told = single(self.said(), kind, &value);
                    if self.change(|interview| interview.record(value), &told)? {
                        return Ok(None);
                    }
                }
            }
        }
    }

    /// Changes the assessment and saves it; a refusal is shown. Tells whether it was changed.
    pub(super) fn change(
        &mut self,
        change: impl FnOnce(&mut Interview<'p>) -> Result<Change<'p>, Refusal>,
        told: &str,
    ) -> Result<bool, Failure> {
        match change(&mut self.interview) {
            Ok(change) => {
                self.store()?;
                self.prompter
                    .say(&done(self.interview.words(), told, &change));
                Ok(true)
            }
            Err(refused) => {
                tell(self.prompter, Tone::Refused, refused.to_string());
                Ok(false)
            }
        }
    }

    /// Saves; when the machine does not let us, whoever answers can mend that and try again.
    pub(super) fn store(&mut self) -> Result<(), Failure> {
        loop {
            let Err(failure) = (self.save)(self.interview.assessment()) else {
                return Ok(());
            };
            let Failure::Machine { message, help } = &failure else {
                return Err(failure);
            };
            let unchanged = || say!(self.interview.words(), "told-unchanged");
            let help = help.clone().unwrap_or_else(unchanged);
            tell(self.prompter, Tone::Refused, format!("{message}; {help}"));
            let again = say!(self.said(), "ask-save-again");
            if self.prompter.confirm(Ask::detail(&again), Some(true))? != Reply::Given(true) {
                return Err(failure);
            }
        }
    }

    /// Asks for something beside the answer until it is understood; `None` when it was left.
    pub(super) fn detail<T>(
        &mut self,
        prompt: &str,
        understand: impl Fn(&str) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Failure> {
        loop {
            let Reply::Given(line) = self.prompter.line(Ask::detail(prompt))? else {
                return Ok(None);
            };
            match understand(&line.replace('\n', " ")) {
                Ok(given) => return Ok(Some(given)),
                Err(refused) => tell(self.prompter, Tone::Refused, refused.to_string()),
            }
        }
    }

    /// Who was asked, and on which day.
    pub(super) fn who_was_asked(&mut self) -> Result<Option<(String, NaiveDate)>, Failure> {
        let words = self.said();
        let (prompt, help) = (say!(words, "ask-who"), say!(words, "empty-who"));
        let Some(who) = self.text(&prompt, help)? else {
            return Ok(None);
        };
        let on = self.day_or_today(&say!(words, "ask-when"))?;
        Ok(on.map(|on| (who, on)))
    }

    /// A day of something we did ourselves, today at the latest; today when nothing is typed.
    pub(super) fn day_or_today(&mut self, what: &str) -> Result<Option<NaiveDate>, Failure> {
        let (words, today) = (self.said(), self.interview.today());
        let prompt = say!(words, "ask-or-today", what, today = words.date(today));
        self.detail(&prompt, |line| match line {
            "" => Ok(today),
            line => past(words, line, today),
        })
    }

    /// A day that a document states, today at the latest; it has to be typed.
    pub(super) fn stated_day(&mut self, what: &str) -> Result<Option<NaiveDate>, Failure> {
        let (words, today) = (self.said(), self.interview.today());
        let prompt = say!(words, "ask-stated-day", what);
        self.detail(&prompt, |line| match line {
            "" => Err(nothing_typed(words, say!(words, "empty-day"))),
            line => past(words, line, today),
        })
    }

    /// Asks for text that must not be empty; `help` says what to write where it is.
    pub(super) fn text(&mut self, prompt: &str, help: String) -> Result<Option<String>, Failure> {
        let words = self.said();
        self.detail(prompt, |line| match line {
            "" => Err(nothing_typed(words, help.clone())),
            line => Ok(line.to_string()),
        })
    }
}

/// A typed day that is not later than `today`.
fn past(words: &Words, line: &str, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    match date(words, line)? {
        day if day > today => Err(Refusal::new(
            say!(words, "refused-future", day = words.date(day)),
            say!(words, "refused-future-day"),
        )),
        day => Ok(day),
    }
}

/// Refuses an empty line.
pub(super) fn nothing_typed(words: &Words, help: String) -> Refusal {
    Refusal::new(say!(words, "refused-nothing"), help)
}

/// The answer a question has, if it has one.
pub(super) fn answered<'i>(interview: &'i Interview, question: &Question) -> Option<&'i Value> {
    match &interview.response(&question.id)?.state {
        State::Answered(value) => Some(value),
        State::Unknown(_) | State::NotApplicable(_) | State::Open => None,
    }
}

/// What was saved, and what it did to other questions.
fn done(words: &Words, told: &str, change: &Change) -> Vec<Line> {
    let mut lines = vec![Line::new(Tone::Done, say!(words, "told-saved", told))];
    let (opened, closed) = (change.opened.len(), change.closed.len());
    if opened > 0 {
        let text = say!(words, "told-opened", count = opened);
        lines.push(Line::new(Tone::Aside, text));
    }
    if closed > 0 {
        let text = say!(words, "told-closed", count = closed);
        lines.push(Line::new(Tone::Aside, text));
    }
    lines
}
