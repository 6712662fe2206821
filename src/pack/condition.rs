//! When a question is asked: all / any / not over the answers to other questions.
//!
//! Structured like FHIR's `enableWhen`, so that it can be checked when the pack is read.

use serde::{Deserialize, Serialize};

use super::id::{OptionId, PartId, QuestionId};

/// A condition over answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// Every one of them holds.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The answer to a question is this.
    Test(Test),
}

/// One test of one answer. A question that is open, unknown or not live meets no test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Test {
    /// The question.
    pub question: QuestionId,
    /// The part of its answer; the whole answer, without one.
    pub part: Option<PartId>,
    /// What the answer must be.
    pub expected: Expected,
}

/// What a test expects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expected {
    /// This option of a choice, or one of the chosen several.
    Option(OptionId),
    /// Yes (`true`) or no.
    YesNo(bool),
    /// Any answer at all.
    Answered,
}

impl Condition {
    /// Every test of the condition, in the order written.
    pub fn tests(&self) -> Vec<&Test> {
        match self {
            Self::All(inner) | Self::Any(inner) => {
                inner.iter().flat_map(Condition::tests).collect()
            }
            Self::Not(inner) => inner.tests(),
            Self::Test(test) => vec![test],
        }
    }

    /// Whether it holds, given what tells whether a single test does.
    pub fn holds(&self, test_holds: &impl Fn(&Test) -> bool) -> bool {
        match self {
            Self::All(inner) => inner.iter().all(|condition| condition.holds(test_holds)),
            Self::Any(inner) => inner.iter().any(|condition| condition.holds(test_holds)),
            Self::Not(inner) => !inner.holds(test_holds),
            Self::Test(test) => test_holds(test),
        }
    }
}
