//! What an assurance document proposes to record: its kind, and values for the fields of that kind.
//!
//! The ids are those of the questionnaire's list of documents. A value is proposed only where the text supports
//! it, and where two values contradict each other, only when one is better founded. Reading is linear in the
//! length of the text: the patterns never go back.

mod assertion;
mod certificate;
mod dates;
mod document;
mod entity_controls;
mod exceptions;
mod found;
mod furniture;
mod incidents;
mod kind;
mod letter;
mod opinion;
mod parties;
mod pattern;
mod period;
mod responses;
mod scope;
mod signature;
mod soc2;
mod summary;
mod table;
mod topic;
pub mod vocabulary;

use chrono::NaiveDate;

use self::document::Document;
use self::found::Found;
pub use self::kind::Kind;
use super::Pages;

/// What was read out of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The kind of document, where its text leaves no doubt.
    pub kind: Option<ProposedKind>,
    /// Values for the fields of that kind, in the order of its form; none without a kind.
    pub proposals: Vec<Proposal>,
}

/// A proposed kind of document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedKind {
    /// The kind.
    pub kind: Kind,
    /// Page it was read on, from 1.
    pub page: usize,
    /// The words it was read from, on one line.
    pub words: String,
}

/// A proposed value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Id of the field. A field of rows is proposed once for each row.
    pub field: &'static str,
    /// The value.
    pub value: Proposed,
    /// Page it was read on, from 1.
    pub page: usize,
    /// The words it was read from: one line of at most 160 characters.
    pub words: String,
}

/// A value that a field can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposed {
    /// Id of an option.
    Choice(&'static str),
    /// Ids of options.
    Several(Vec<&'static str>),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Date(NaiveDate),
    /// First and last day.
    Period {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// A number.
    Count(u64),
    /// Words.
    Text(String),
    /// Words, one entry each.
    List(Vec<String>),
    /// Fields of one row.
    Row(Vec<(&'static str, Proposed)>),
}

/// Reads what a document says of itself.
pub fn propose(pages: &Pages) -> Reading {
    let document = Document::new(pages);
    let Some(found) = kind::find(&document) else {
        return Reading {
            kind: None,
            proposals: Vec::new(),
        };
    };
    let mut proposals = Proposals(Vec::new());
    match found.value {
        kind @ (Kind::Soc2T2 | Kind::Soc2T1) => soc2::propose(&document, kind, &mut proposals),
        kind if kind.is_certificate() => certificate::propose(&document, kind, &mut proposals),
        Kind::BridgeLetter => letter::propose(&document, &mut proposals),
        kind => summary::propose(&document, kind, &mut proposals),
    }
    let is_listed =
        |proposal: &Proposal| vocabulary::has(found.value, proposal.field, &proposal.value);
    debug_assert!(
        proposals.0.iter().all(is_listed),
        "every id that is proposed is in the vocabulary: {:?}",
        proposals.0
    );
    Reading {
        kind: Some(ProposedKind {
            kind: found.value,
            page: found.page,
            words: found.words,
        }),
        proposals: proposals.0,
    }
}

/// Proposals as they are collected.
struct Proposals(Vec<Proposal>);

impl Proposals {
    /// Proposes what was found, if anything was.
    fn add<T>(
        &mut self,
        field: &'static str,
        found: Option<Found<T>>,
        value: impl Fn(T) -> Proposed,
    ) {
        self.0.extend(found.map(|found| Proposal {
            field,
            value: value(found.value),
            page: found.page,
            words: found.words,
        }));
    }
}
