//! What becomes of an answer: recorded with name and day, the note beside it kept.

use chrono::NaiveDate;

use super::fit::fits;
use super::{Change, Interview};
use crate::assessment::answer::{Asked, NotApplicable, Response, State, Value};
use crate::assessment::value::Refusal;
use crate::pack::id::ControlId;
use crate::pack::question::{Question, Role};
use crate::words::say;

impl<'p> Interview<'p> {
    /// Records an answer to the current question, in place of what was there; a note stays.
    ///
    /// # Errors
    ///
    /// When the value is not of the kind the question asks for.
    pub fn record(&mut self, value: Value) -> Result<Change<'p>, Refusal> {
        let question = self.asking()?;
        if !fits(&question.form, &value) {
            let words = self.words();
            return Err(Refusal::new(
                say!(words, "refused-kind", id = question.id.as_str()),
                say!(words, "refused-kind-help"),
            ));
        }
        self.set(State::Answered(value))
    }

    /// Records that nobody knows the answer to the current question.
    ///
    /// # Errors
    ///
    /// When nobody is named, or the day lies in the future.
    pub fn unknown(&mut self, who: &str, on: NaiveDate) -> Result<Change<'p>, Refusal> {
        let who = who.trim();
        if who.is_empty() {
            return Err(Refusal::new(
                say!(self.words(), "refused-nobody"),
                say!(self.words(), "refused-nobody-asked"),
            ));
        }
        self.not_future(on)?;
        let who = who.to_string();
        self.set(State::Unknown(Asked { who, on }))
    }

    /// Sets the current question aside; it stays open in the score until a second person approves.
    ///
    /// # Errors
    ///
    /// When its control applies to every provider, or there is no reason.
    pub fn not_applicable(&mut self, reason: &str) -> Result<Change<'p>, Refusal> {
        let (words, question) = (self.words(), self.asking()?);
        if let Some(control) = self.always_applies(question) {
            let (id, control) = (question.id.as_str(), control.as_str());
            return Err(Refusal::new(
                say!(words, "refused-always-applies", id, control),
                say!(words, "refused-always-applies-help"),
            ));
        }
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::new(
                say!(words, "refused-no-reason"),
                say!(words, "refused-no-reason-help"),
            ));
        }
        self.set(State::NotApplicable(NotApplicable {
            reason: reason.to_string(),
            approved: None,
        }))
    }

    /// The control that forbids to set a question aside, if one does.
    pub fn always_applies(&self, question: &'p Question) -> Option<&'p ControlId> {
        let Role::Scored(scored) = &question.role else {
            return None;
        };
        let control = self.pack.model.control(&scored.control)?;
        (!control.na_allowed).then_some(&control.id)
    }

    /// Writes a note beside the answer to the current question; an empty one removes it.
    ///
    /// Who answered, and when, stays as it was.
    ///
    /// # Errors
    ///
    /// When no question is current.
    pub fn note(&mut self, text: &str) -> Result<Change<'p>, Refusal> {
        let question = self.asking()?;
        let text = text.trim();
        let note = (!text.is_empty()).then(|| text.to_string());
        let response = match self.response(&question.id) {
            Some(held) => Response {
                note,
                ..held.clone()
            },
            None => self.response_with(State::Open, note),
        };
        Ok(self.put(question, response))
    }

    /// Takes the answer to the current question back, so that it is open again; a note stays.
    ///
    /// # Errors
    ///
    /// When no question is current.
    pub fn withdraw(&mut self) -> Result<Change<'p>, Refusal> {
        self.set(State::Open)
    }

    fn set(&mut self, state: State) -> Result<Change<'p>, Refusal> {
        let question = self.asking()?;
        let note = self
            .response(&question.id)
            .and_then(|held| held.note.clone());
        let response = self.response_with(state, note);
        Ok(self.put(question, response))
    }

    fn response_with(&self, state: State, note: Option<String>) -> Response {
        Response {
            state,
            note,
            by: self.author.name.clone(),
            on: Some(self.author.on),
        }
    }

    fn put(&mut self, question: &'p Question, response: Response) -> Change<'p> {
        if response.state == State::Open && response.note.is_none() {
            self.assessment.answers.remove(&question.id);
        } else {
            self.assessment
                .answers
                .insert(question.id.clone(), response);
        }
        self.touch();
        self.refresh()
    }

    /// Moves the day the assessment speaks about to that of this sitting, never back.
    pub(super) fn touch(&mut self) {
        self.assessment.as_of = self.assessment.as_of.max(self.author.on);
    }

    /// The question that is being asked.
    pub(super) fn asking(&self) -> Result<&'p Question, Refusal> {
        let words = self.words();
        self.current().ok_or_else(|| {
            Refusal::new(
                say!(words, "refused-no-question"),
                say!(words, "refused-no-question-help"),
            )
        })
    }

    pub(super) fn not_future(&self, day: NaiveDate) -> Result<(), Refusal> {
        if day > self.author.on {
            let words = self.words();
            return Err(Refusal::new(
                say!(words, "refused-future", day = words.date(day)),
                say!(words, "refused-future-help"),
            ));
        }
        Ok(())
    }
}
