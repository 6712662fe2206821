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
use crate::cli::terminal::{Ask, Command, Line, Prompter, Reply, Tone, say};
use crate::cli::{Failure, store};
use crate::interview::{Change, Interview};
use crate::pack::answer::{AnswerKind, Form};
use crate::pack::id::SectionId;
use crate::pack::question::Question;

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
                kind,
                current: answered(&self.interview, question),
                blank: Blank::Refused,
            };
            match ask(self.prompter, wanted)? {
                Reply::Command(command) => return Ok(Some(command)),
                Reply::Given(Given::Kept | Given::Open) => return Ok(None),
                Reply::Given(Given::Value(value)) => {
                    let told = single(kind, &value);
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
                self.prompter.say(&done(told, &change));
                Ok(true)
            }
            Err(refused) => {
                say(self.prompter, Tone::Refused, refused.to_string());
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
            let help = help.as_deref().unwrap_or("the file is as it was");
            say(self.prompter, Tone::Refused, format!("{message}; {help}"));
            let again = Ask::detail("Try to save again?");
            if self.prompter.confirm(again, Some(true))? != Reply::Given(true) {
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
                Err(refused) => say(self.prompter, Tone::Refused, refused.to_string()),
            }
        }
    }

    /// Who was asked, and on which day.
    pub(super) fn who_was_asked(&mut self) -> Result<Option<(String, NaiveDate)>, Failure> {
        let Some(who) = self.words("Who was asked?", "a name or a role")? else {
            return Ok(None);
        };
        let on = self.day_or_today("When?")?;
        Ok(on.map(|on| (who, on)))
    }

    /// A day of something we did ourselves, today at the latest; today when nothing is typed.
    pub(super) fn day_or_today(&mut self, what: &str) -> Result<Option<NaiveDate>, Failure> {
        let today = self.interview.today();
        let prompt = format!("{what} Enter for today, {today}");
        self.detail(&prompt, |line| match line {
            "" => Ok(today),
            line => past(line, today),
        })
    }

    /// A day that a document states, today at the latest; it has to be typed.
    pub(super) fn stated_day(&mut self, what: &str) -> Result<Option<NaiveDate>, Failure> {
        let today = self.interview.today();
        let prompt = format!("{what} As year-month-day");
        self.detail(&prompt, |line| match line {
            "" => Err(nothing_typed("the day")),
            line => past(line, today),
        })
    }

    /// Asks for text that must not be empty.
    pub(super) fn words(&mut self, prompt: &str, what: &str) -> Result<Option<String>, Failure> {
        self.detail(prompt, |line| match line {
            "" => Err(nothing_typed(what)),
            line => Ok(line.to_string()),
        })
    }
}

/// A typed day that is not later than `today`.
fn past(line: &str, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    match date(line)? {
        day if day > today => Err(Refusal {
            message: format!("`{day}` lies in the future"),
            help: "write a day that has been".to_string(),
        }),
        day => Ok(day),
    }
}

fn nothing_typed(what: &str) -> Refusal {
    Refusal {
        message: "nothing is typed".to_string(),
        help: format!("write {what}, or `:b` to go back"),
    }
}

/// The answer a question has, if it has one.
pub(super) fn answered<'i>(interview: &'i Interview, question: &Question) -> Option<&'i Value> {
    match &interview.response(&question.id)?.state {
        State::Answered(value) => Some(value),
        State::Unknown(_) | State::NotApplicable(_) | State::Open => None,
    }
}

/// What was saved, and what it did to other questions.
fn done(told: &str, change: &Change) -> Vec<Line> {
    let mut lines = vec![Line::new(Tone::Done, format!("saved: {told}"))];
    let count = |count: usize| match count {
        1 => "1 question".to_string(),
        count => format!("{count} questions"),
    };
    if !change.opened.is_empty() {
        let text = format!("{} more to ask because of it", count(change.opened.len()));
        lines.push(Line::new(Tone::Aside, text));
    }
    if !change.closed.is_empty() {
        let closed = count(change.closed.len());
        let text = format!("{closed} less to ask because of it; answers there are kept, unscored");
        lines.push(Line::new(Tone::Aside, text));
    }
    lines
}
