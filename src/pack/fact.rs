//! What artefacts can say, and which questions it answers.

use serde::{Deserialize, Serialize};

use super::id::{FactId, OptionId, PartId};

/// A fact that artefacts can state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactEntry {
    /// Id, such as `machine-token-lifetime`.
    pub id: FactId,
    /// What kind of value it has.
    pub kind: FactKind,
    /// Name for readers.
    pub title: String,
    /// Whether it is an age or a time between days, which is held against claims in days as whole days.
    pub whole_days: bool,
}

/// What kind of value a fact has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactKind {
    /// A length of time, seen or allowed.
    Duration,
    /// A number of things.
    Count,
    /// A moment.
    Date,
    /// Names.
    Set,
    /// So many of all.
    Share,
    /// Whether it holds.
    Holds,
}

impl FactKind {
    /// Names as YAML writes them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("duration", Self::Duration),
        ("count", Self::Count),
        ("date", Self::Date),
        ("set", Self::Set),
        ("share", Self::Share),
        ("holds", Self::Holds),
    ];
}

/// A fact that answers a question, and how the two are compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactLink {
    /// The fact.
    pub fact: FactId,
    /// The part of the question that it answers; the whole question, without one.
    pub part: Option<PartId>,
    /// Families of artefacts whose facts count here; all, when there are none.
    pub families: Vec<String>,
    /// Whether a fact that agrees can prove the claim: that nothing stands against a rule does not.
    pub proves: bool,
    /// How claim and fact are compared.
    pub comparison: Comparison,
}

/// How a claim and a fact are compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Comparison {
    /// The claim is the most there is: a fact above it refutes it.
    AtMost {
        /// By how much a count may exceed the claim for a reason the file does not tell, such as
        /// emergency accounts; what lies between is left open.
        tolerance: f64,
    },
    /// The claim is the least there is: a fact below it refutes it.
    AtLeast,
    /// Each option that is claimed must be among the names of the fact.
    Contains {
        /// The options that the fact can speak about.
        of: Vec<OptionId>,
    },
    /// What the fact must not be for some claims to hold.
    Test(FactTest),
}

/// A bound that a fact may break, and the claims that fall with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactTest {
    /// The bound.
    pub bound: Bound,
    /// Options, or `yes` and `no`, that cannot be true when the fact is so.
    pub refutes: Vec<OptionId>,
    /// The answer that is left of them; of several options, those refuted are taken away instead.
    pub to: Option<OptionId>,
    /// Options that the fact confirms when it is not so.
    pub confirms: Vec<OptionId>,
}

/// When a fact speaks against a claim.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Bound {
    /// When it holds, or does not.
    Is(bool),
    /// When it is more than this; a share in percent.
    Over(f64),
    /// When it is less than this; a share in percent.
    Under(f64),
}
