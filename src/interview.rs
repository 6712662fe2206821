//! How we ask: which question comes next, and what becomes of each answer.
//!
//! A state machine that knows no terminal, file or clock: it is given an assessment, the questions
//! and who answers on which day, and holds the assessment to save after each change. Which
//! questions are live is found anew after every change, so that an answer can open and close
//! others; what was answered there stays in the file and out of the score.

mod document;
mod evidence;
mod fit;
mod progress;
mod record;
mod target;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

pub use self::progress::{Progress, Standing};
pub use self::target::Target;
use crate::assessment::Assessment;
use crate::assessment::answer::Response;
use crate::assessment::live::Live;
use crate::pack::Pack;
use crate::pack::id::QuestionId;
use crate::pack::question::{Question, Section};
use crate::words::Words;

/// Who answers, and the day that is recorded with each answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Name; none where the assessment is to be kept without one.
    pub name: Option<String>,
    /// The day of this sitting.
    pub on: NaiveDate,
}

/// What a change did to other questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change<'p> {
    /// Questions that are asked now and were not before.
    pub opened: Vec<&'p QuestionId>,
    /// Questions that are no longer asked; what was answered there is kept.
    pub closed: Vec<&'p QuestionId>,
}

/// Where going on leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    /// To every unfinished question ahead.
    Onward,
    /// Behind the last question: only to those that the sitting has not shown yet.
    Leftovers,
}

/// The answers that the documents of an assessment give to questions about them.
pub type Settle = fn(&Pack, &Assessment) -> BTreeMap<QuestionId, Response>;

/// One sitting over an assessment.
#[derive(Debug, Clone)]
pub struct Interview<'p> {
    pack: &'p Pack,
    assessment: Assessment,
    author: Author,
    settle: Settle,
    /// What the documents answer, found anew after every change.
    settled: BTreeMap<QuestionId, Response>,
    live: Live<'p>,
    current: Option<&'p Question>,
    /// The questions left behind, the latest last.
    path: Vec<&'p Question>,
    /// The questions that were shown in this sitting.
    shown: BTreeSet<&'p QuestionId>,
    course: Course,
    /// The only section to ask, if the sitting is limited to one.
    only: Option<&'p Section>,
    /// The section whose answered questions are shown again too.
    again: Option<&'p Section>,
}

impl<'p> Interview<'p> {
    /// Begins a sitting at the first question that is open or answered in part; none is current when
    /// nothing is left.
    pub fn new(pack: &'p Pack, assessment: Assessment, author: Author) -> Self {
        Self::settled_by(|_, _| BTreeMap::new(), pack, assessment, author)
    }

    /// As [`Self::new`], where documents answer questions: those are not asked again.
    pub fn settled_by(
        settle: Settle,
        pack: &'p Pack,
        assessment: Assessment,
        author: Author,
    ) -> Self {
        let settled = settle(pack, &assessment);
        let live = live(pack, &assessment, &settled);
        let mut interview = Self {
            pack,
            assessment,
            author,
            settle,
            settled,
            live,
            current: None,
            path: vec![],
            shown: BTreeSet::new(),
            course: Course::Onward,
            only: None,
            again: None,
        };
        interview.show(interview.first_unfinished());
        interview.path = interview.answered_before();
        interview
    }

    /// The assessment as it is now.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// The questionnaire.
    pub fn pack(&self) -> &'p Pack {
        self.pack
    }

    /// What is said in this sitting, in the language of the questionnaire.
    pub fn words(&self) -> &'static Words {
        Words::of(self.pack.language)
    }

    /// The day of this sitting.
    pub fn today(&self) -> NaiveDate {
        self.author.on
    }

    /// Who answers in this sitting, where that is known.
    pub fn author(&self) -> Option<&str> {
        self.author.name.as_deref()
    }

    /// The question to ask; none at the end.
    pub fn current(&self) -> Option<&'p Question> {
        self.current
    }

    /// What the file holds for a question.
    pub fn response(&self, question: &QuestionId) -> Option<&Response> {
        self.assessment.answers.get(question)
    }

    /// What the documents answer to a question, where they do.
    pub fn settled(&self, question: &QuestionId) -> Option<&Response> {
        self.settled.get(question)
    }

    /// Goes on to the next unfinished question, whether the current one was answered or is skipped.
    ///
    /// Behind the last one it goes on with unfinished questions that this sitting has not shown yet,
    /// and then ends: what was left on purpose is asked again by the next sitting.
    pub fn advance(&mut self) {
        let next = self.next();
        self.path.extend(self.current);
        self.show(next);
    }

    /// Goes on where documents have just answered the current question, or no longer let it be asked.
    pub fn look_again(&mut self) {
        let is_done = |question: &&Question| {
            !self.live.asks(&question.id)
                || self.settled.contains_key(&question.id) && !self.is_unfinished(question)
        };
        if self.current.as_ref().is_some_and(is_done) {
            self.advance();
        }
    }

    /// Goes back to the question shown before, along the path that was taken; false at its start.
    ///
    /// In a sitting that has just begun the path is that of the questions answered earlier.
    pub fn back(&mut self) -> bool {
        while let Some(question) = self.path.pop() {
            if self.live.asks(&question.id) {
                self.course = Course::Onward;
                self.show(Some(question));
                return true;
            }
        }
        false
    }

    fn show(&mut self, question: Option<&'p Question>) {
        self.current = question;
        self.shown.extend(question.map(|question| &question.id));
    }

    fn next(&mut self) -> Option<&'p Question> {
        let current = self.current?;
        if let Some(section) = self.again {
            let next = after(self.asked_in(section), current).next();
            if next.is_some() {
                return next;
            }
            self.again = None;
        }
        if self.course == Course::Onward {
            let ahead = after(self.asked(), current).find(|question| self.is_unfinished(question));
            if ahead.is_some() {
                return ahead;
            }
            self.course = Course::Leftovers;
        }
        self.asked().find(|question| self.is_left(question))
    }

    /// Unfinished, and not shown in this sitting.
    fn is_left(&self, question: &Question) -> bool {
        self.is_unfinished(question) && !self.shown.contains(&question.id)
    }

    fn first_unfinished(&self) -> Option<&'p Question> {
        self.asked().find(|question| self.is_unfinished(question))
    }

    /// Open, or answered in part: a sitting may have been cut off between two parts.
    fn is_unfinished(&self, question: &Question) -> bool {
        matches!(self.standing(question), Standing::Open | Standing::Partly)
    }

    /// The questions asked in this sitting, in order.
    fn asked(&self) -> impl Iterator<Item = &'p Question> + '_ {
        let sections = self.pack.sections.iter();
        let in_limit = |section: &&Section| self.only.is_none_or(|only| only.id == section.id);
        sections
            .filter(in_limit)
            .flat_map(|section| self.asked_in(section))
    }

    fn asked_in(&self, section: &'p Section) -> impl Iterator<Item = &'p Question> + '_ {
        let questions = section.questions.iter();
        questions.filter(|question| self.live.asks(&question.id))
    }

    /// The finished questions before the current one: the path of earlier sittings.
    fn answered_before(&self) -> Vec<&'p Question> {
        let is_current = |question: &Question| Some(question) == self.current;
        let before = self.asked().take_while(|question| !is_current(question));
        before
            .filter(|question| !self.is_unfinished(question))
            .collect()
    }

    /// Finds the live questions anew, and what changed since.
    fn refresh(&mut self) -> Change<'p> {
        self.settled = (self.settle)(self.pack, &self.assessment);
        let now = live(self.pack, &self.assessment, &self.settled);
        let before = std::mem::replace(&mut self.live, now);
        let now = &self.live;
        Change {
            opened: now.asked().filter(|id| !before.asks(id)).collect(),
            closed: before.asked().filter(|id| !now.asks(id)).collect(),
        }
    }
}

/// The live questions, with what the documents answer.
fn live<'p>(
    pack: &'p Pack,
    assessment: &Assessment,
    settled: &BTreeMap<QuestionId, Response>,
) -> Live<'p> {
    if settled.is_empty() {
        return Live::new(pack, assessment);
    }
    let mut assessment = assessment.clone();
    assessment.answers.extend(settled.clone());
    Live::new(pack, &assessment)
}

/// What follows `current`.
fn after<'p>(
    questions: impl Iterator<Item = &'p Question>,
    current: &'p Question,
) -> impl Iterator<Item = &'p Question> {
    questions
        .skip_while(move |question| question.id != current.id)
        .skip(1)
}
