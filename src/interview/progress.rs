//! How far an interview has come: what stands where, by section and in all.

use super::Interview;
use crate::assessment::answer::{State, Value};
use crate::pack::answer::{Form, Part};
use crate::pack::question::{Question, Section};

/// What the file holds for a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing but perhaps a note.
    Open,
    /// Some of the parts that bear a level are answered.
    Partly,
    /// Somebody was asked and did not know.
    Unknown,
    /// Set aside with a reason.
    NotApplicable,
    /// Answered.
    Answered,
}

/// Questions by where they stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Open questions.
    pub open: usize,
    /// Questions answered in part.
    pub partly: usize,
    /// Questions that nobody could answer.
    pub unknown: usize,
    /// Questions set aside, approved or not.
    pub not_applicable: usize,
    /// Answered questions.
    pub answered: usize,
}

impl Progress {
    /// All questions asked.
    pub fn asked(&self) -> usize {
        self.unfinished() + self.done()
    }

    /// Questions that are open, or answered in part.
    pub fn unfinished(&self) -> usize {
        self.open + self.partly
    }

    /// Questions that need nothing more.
    pub fn done(&self) -> usize {
        self.unknown + self.not_applicable + self.answered
    }

    /// The share that needs nothing more, in whole percent rounded down; 100 when none is asked.
    pub fn percent(&self) -> usize {
        (100 * self.done()).checked_div(self.asked()).unwrap_or(100)
    }

    fn add(&mut self, standing: Standing) {
        *match standing {
            Standing::Open => &mut self.open,
            Standing::Partly => &mut self.partly,
            Standing::Unknown => &mut self.unknown,
            Standing::NotApplicable => &mut self.not_applicable,
            Standing::Answered => &mut self.answered,
        } += 1;
    }
}

impl<'p> Interview<'p> {
    /// Where a question stands.
    pub fn standing(&self, question: &Question) -> Standing {
        let settled = self.settled(&question.id);
        let response = settled.or_else(|| self.response(&question.id));
        match response.map(|response| &response.state) {
            None | Some(State::Open) => Standing::Open,
            Some(State::Unknown(_)) => Standing::Unknown,
            Some(State::NotApplicable(_)) => Standing::NotApplicable,
            Some(State::Answered(value)) => answered(&question.form, value),
        }
    }

    /// Progress over every question asked at this depth and under these answers.
    pub fn progress(&self) -> Progress {
        let sections = self.pack.sections.iter();
        self.count(sections.flat_map(|section| self.asked_in(section)))
    }

    /// Progress over one section.
    pub fn section_progress(&self, section: &'p Section) -> Progress {
        self.count(self.asked_in(section))
    }

    /// The sections of which anything is asked, in order.
    pub fn sections(&self) -> impl Iterator<Item = &'p Section> + '_ {
        let sections = self.pack.sections.iter();
        sections.filter(|section| self.asked_in(section).next().is_some())
    }

    /// The questions of a section that are asked, in order.
    pub fn questions_of(&self, section: &'p Section) -> impl Iterator<Item = &'p Question> + '_ {
        self.asked_in(section)
    }

    /// The section of the current question, and which one of its questions it is, from 1.
    pub fn position(&self) -> Option<(&'p Section, usize)> {
        let current = self.current()?;
        let section = self.pack.section_of(&current.id)?;
        let at = self
            .asked_in(section)
            .position(|question| question.id == current.id)?;
        Some((section, at + 1))
    }

    fn count<'q>(&self, questions: impl Iterator<Item = &'q Question>) -> Progress {
        let mut progress = Progress::default();
        for question in questions {
            progress.add(self.standing(question));
        }
        progress
    }
}

/// Where an answer stands: parts without a level may be left out.
fn answered(form: &Form, value: &Value) -> Standing {
    let (parts, values) = match (form, value) {
        (Form::Parts(parts), Value::Parts(values)) => (parts, values),
        _ => return Standing::Answered,
    };
    let bears = |part: &&Part| part.kind.has_level();
    let is_missing = |part: &Part| !values.contains_key(&part.id);
    let incomplete = match parts.iter().any(|part| bears(&part)) {
        true => parts.iter().filter(bears).any(is_missing),
        false => parts.iter().any(is_missing),
    };
    match (values.is_empty(), incomplete) {
        (true, _) => Standing::Open,
        (false, true) => Standing::Partly,
        (false, false) => Standing::Answered,
    }
}
