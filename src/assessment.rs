//! What we were told: the context, the answers and the evidence of one vendor's assessment.

pub mod answer;
pub mod calendar;
pub mod evidence;
pub mod level;
pub mod live;
pub mod reader;
pub mod value;
pub mod writer;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use self::answer::Response;
use self::evidence::EvidenceRecord;
use crate::pack::PackPart;
use crate::pack::id::{EvidenceId, QuestionId};
use crate::pack::question::Depth;

/// One assessment of one vendor's identity provider.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Who sells the service.
    pub vendor: String,
    /// The service that is assessed.
    pub product: String,
    /// Who answers.
    pub assessor: Option<String>,
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
    /// What stands behind it, in the order recorded.
    pub evidence: Vec<EvidenceRecord>,
}

impl Assessment {
    /// The latest day that an answer or an evidence record bears; none when there is no record.
    pub fn latest_record(&self) -> Option<NaiveDate> {
        let answers = self.answers.values().flat_map(Response::days);
        let evidence = self.evidence.iter().flat_map(EvidenceRecord::days);
        answers.chain(evidence).max()
    }

    /// An id that no evidence record bears yet: `E` and the next number.
    pub fn next_evidence_id(&self) -> EvidenceId {
        let number = |record: &EvidenceRecord| record.id.as_str().strip_prefix('E')?.parse().ok();
        let last: u64 = self.evidence.iter().filter_map(number).max().unwrap_or(0);
        EvidenceId::new(format!("E{}", last + 1))
    }
}

/// A pack an assessment was answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackReference {
    /// Id and version.
    pub part: PackPart,
    /// Where it lies, relative to the assessment file; none for the built-in pack.
    pub path: Option<String>,
}
