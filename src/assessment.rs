//! What we were told: the context, the answers and the evidence of one vendor's assessment.

pub mod answer;
pub mod calendar;
pub mod document;
pub mod evidence;
pub mod level;
pub mod live;
pub mod reader;
pub mod typed;
pub mod value;
pub mod writer;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use self::answer::Response;
use self::document::Document;
use self::evidence::{EvidenceRecord, Origin};
use crate::evidence::fact::Fact;
use crate::pack::id::{EvidenceId, QuestionId};
use crate::pack::language::Language;
use crate::pack::question::Depth;
use crate::pack::{Pack, PackPart};

/// One assessment of one vendor's identity provider.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Who sells the service.
    pub vendor: String,
    /// The service that is assessed.
    pub product: String,
    /// Who answers.
    pub assessor: Option<String>,
    /// The language its interview and its reports speak.
    pub language: Language,
    /// The packs it was answered with.
    pub packs: Vec<PackReference>,
    /// Version of the scoring model.
    pub model: String,
    /// How deep it asks.
    pub depth: Depth,
    /// The day it speaks about; ages are counted to here, never to the clock.
    pub as_of: NaiveDate,
    /// What was answered, by question.
    pub answers: BTreeMap<QuestionId, Response>,
    /// Assurance documents, in the order recorded.
    pub documents: Vec<Document>,
    /// What stands behind the answers besides, in the order recorded.
    pub evidence: Vec<EvidenceRecord>,
}

impl Assessment {
    /// The latest day that an answer, a document or an evidence record bears; none when there is
    /// no record.
    pub fn latest_record(&self, pack: &Pack) -> Option<NaiveDate> {
        let answers = self.answers.values().flat_map(Response::days);
        let evidence = self.evidence.iter().flat_map(EvidenceRecord::days);
        let documents = self.documents.iter().flat_map(|document| {
            let form = pack.documents.form(document.kind);
            form.into_iter().flat_map(|form| document.days(form))
        });
        answers.chain(evidence).chain(documents).max()
    }

    /// The document of that id.
    pub fn document(&self, id: &EvidenceId) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == *id)
    }

    /// The record of a file with this digest that was read, from the same hand: a file counts once.
    pub fn record_read(&self, origin: Origin, sha256: &str) -> Option<&EvidenceRecord> {
        let mut records = self.evidence.iter();
        records.find(|record| {
            let digest = record.file.as_ref().map(|file| file.sha256.as_str());
            record.read.is_some() && record.origin == origin && digest == Some(sha256)
        })
    }

    /// Adds to what the file of a record says; tells whether that was not said before.
    pub fn learn(&mut self, id: &EvidenceId, fact: Fact) -> bool {
        let record = self.evidence.iter_mut().find(|record| record.id == *id);
        let read = record.and_then(|record| record.read.as_mut());
        match read.filter(|read| !read.facts.contains(&fact)) {
            Some(read) => {
                read.facts.push(fact);
                true
            }
            None => false,
        }
    }

    /// An id that no document bears yet: `D` and the next number.
    pub fn next_document_id(&self) -> EvidenceId {
        let taken = self.documents.iter().map(|document| &document.id);
        next(
            "D",
            taken.chain(self.evidence.iter().map(|record| &record.id)),
        )
    }

    /// An id that no evidence record bears yet: `E` and the next number.
    pub fn next_evidence_id(&self) -> EvidenceId {
        let taken = self.documents.iter().map(|document| &document.id);
        next(
            "E",
            taken.chain(self.evidence.iter().map(|record| &record.id)),
        )
    }
}

/// The letter and the number after the highest that is taken with it.
fn next<'a>(letter: &str, taken: impl Iterator<Item = &'a EvidenceId>) -> EvidenceId {
    let numbers = taken.filter_map(|id| id.as_str().strip_prefix(letter)?.parse::<u32>().ok());
    let numbers = numbers.map(u64::from);
    EvidenceId::new(format!("{letter}{}", numbers.max().unwrap_or(0) + 1))
}

/// A pack an assessment was answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackReference {
    /// Id and version.
    pub part: PackPart,
    /// Where it lies, relative to the assessment file; none for the built-in pack.
    pub path: Option<String>,
}
