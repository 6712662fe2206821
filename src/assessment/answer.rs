//! What we were told: answers, and the reasons why there is none.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::pack::answer::Unit;
use crate::pack::id::{OptionId, PartId};

/// What the file holds for one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The answer as far as there is one.
    pub state: State,
    /// Anything the assessor wants the reader to know.
    pub note: Option<String>,
    /// Who recorded it.
    pub by: Option<String>,
    /// The day it was recorded.
    pub on: Option<NaiveDate>,
}

impl Response {
    /// Every day that is recorded with it.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let state = match &self.state {
            State::Unknown(asked) => Some(asked.on),
            State::NotApplicable(na) => na.approved.as_ref().map(|approval| approval.on),
            State::Answered(_) | State::Open => None,
        };
        self.on.into_iter().chain(state)
    }
}

/// An answer, or the reason why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// Answered, wholly or in some parts.
    Answered(Value),
    /// Asked, but nobody knows; open in the score.
    Unknown(Asked),
    /// Not applicable; open in the score until a second person approved it.
    NotApplicable(NotApplicable),
    /// Nothing but a note; open in the score.
    Open,
}

/// Who was asked, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who was asked.
    pub who: String,
    /// When.
    pub on: NaiveDate,
}

/// Why a question does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotApplicable {
    /// The reason.
    pub reason: String,
    /// The second person's approval.
    pub approved: Option<Approval>,
}

/// A second person's approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Who approved.
    pub by: String,
    /// When.
    pub on: NaiveDate,
}

/// The value of an answer; its shape is that of the question's form.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// The chosen option.
    Choice(OptionId),
    /// The chosen options, in the order of the question.
    Several(Vec<OptionId>),
    /// Yes or no.
    YesNo(bool),
    /// A length of time.
    Duration(Duration),
    /// A number of things.
    Count(u64),
    /// 0 to 100.
    Percent(f64),
    /// A day.
    Date(NaiveDate),
    /// A first and a last day.
    Period(Period),
    /// Lines of text.
    List(Vec<String>),
    /// Text.
    Text(String),
    /// The parts that are answered.
    Parts(BTreeMap<PartId, Value>),
}

/// A length of time as it was told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Duration {
    /// An amount in a unit of time.
    Finite {
        /// The amount, at least 0.
        amount: f64,
        /// The unit it was told in.
        unit: Unit,
    },
    /// Without end.
    Unlimited,
}

/// First and last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day, not before the first.
    pub to: NaiveDate,
}
