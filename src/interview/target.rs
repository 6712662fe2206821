//! Where to go on: to a section or a question, by its id.

use super::{Course, Interview};
use crate::assessment::value::Refusal;
use crate::pack::id::{QuestionId, SectionId};
use crate::pack::question::{Question, Section};
use crate::source::nearest;
use crate::words::say;

/// Where to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The first unfinished question of a section; its first one, to go through it again, when none
    /// is.
    Section(SectionId),
    /// A question.
    Question(QuestionId),
}

impl<'p> Interview<'p> {
    /// Limits the sitting to one section and begins there.
    ///
    /// # Errors
    ///
    /// When there is no such section, or nothing of it is asked.
    pub fn limit_to(&mut self, section: &SectionId) -> Result<(), Refusal> {
        let (question, again) = self.entry_of(section)?;
        self.only = self.pack.section_of(&question.id);
        self.again = again;
        self.shown.clear();
        self.show(Some(question));
        self.path = self.answered_before();
        Ok(())
    }

    /// Goes to a section or question; leaving the section that the sitting is limited to ends the
    /// limit.
    ///
    /// # Errors
    ///
    /// When there is none of that id, or it is not asked.
    pub fn jump(&mut self, target: &Target) -> Result<(), Refusal> {
        let (question, again) = match target {
            Target::Section(id) => self.entry_of(id)?,
            Target::Question(id) => (self.asked_question(id)?, None),
        };
        self.again = again;
        self.course = Course::Onward;
        let inside = |section: &&Section| section.questions.contains(question);
        self.only = self.only.filter(inside);
        self.path.extend(self.current);
        self.show(Some(question));
        Ok(())
    }

    /// The question to enter a section by, and the section if it is gone through again.
    fn entry_of(&self, id: &SectionId) -> Result<(&'p Question, Option<&'p Section>), Refusal> {
        let Some(section) = self.pack.sections.iter().find(|section| section.id == *id) else {
            return Err(self.unknown_section(id.as_str()));
        };
        let asked: Vec<&Question> = self.asked_in(section).collect();
        let unfinished = asked.iter().find(|question| self.is_unfinished(question));
        match (unfinished, asked.first()) {
            (Some(question), _) => Ok((question, None)),
            (None, Some(first)) => Ok((first, Some(section))),
            (None, None) => Err(Refusal::new(
                say!(self.words(), "refused-section-empty", id = id.as_str()),
                say!(self.words(), "refused-left-out"),
            )),
        }
    }

    fn asked_question(&self, id: &QuestionId) -> Result<&'p Question, Refusal> {
        let words = self.words();
        match self.pack.question(id) {
            Some(question) if self.live.asks(id) => Ok(question),
            Some(_) => Err(Refusal::new(
                say!(words, "refused-not-asked", id = id.as_str()),
                say!(words, "refused-left-out"),
            )),
            None => {
                let known = self.pack.questions().map(|question| question.id.as_str());
                let help = match nearest(id.as_str(), known) {
                    Some(near) => say!(words, "refused-did-you-mean", near),
                    None => say!(words, "refused-question-help"),
                };
                let message = say!(words, "refused-question", id = id.as_str());
                Err(Refusal::new(message, help))
            }
        }
    }

    /// Names every section, the one that was probably meant first.
    fn unknown_section(&self, found: &str) -> Refusal {
        let sections = self.pack.sections.iter();
        let known: Vec<&str> = sections.map(|section| section.id.as_str()).collect();
        let near = nearest(found, known.iter().copied());
        let others = known.iter().filter(|id| Some(**id) != near);
        let others: Vec<String> = others.map(|id| format!("`{id}`")).collect();
        let others = others.join(", ");
        let words = self.words();
        let help = match near {
            Some(near) if others.is_empty() => say!(words, "refused-did-you-mean", near),
            Some(near) => say!(words, "refused-section-near", near, others),
            None => say!(words, "refused-section-help", others),
        };
        Refusal::new(say!(words, "refused-section", found), help)
    }
}
