//! The evidence register: every record, what it is worth checking for, and what it supports.

use crate::words::Words;
use serde::Serialize;

use super::{Material, print, terms};
use crate::assessment::evidence::{EvidenceRecord, Supports};
use crate::checks::claims::Verdict;
use crate::evidence::reading::{AsOfSource, Reading};

/// Every evidence record, in the order recorded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Register {
    /// The records.
    pub records: Vec<RecordRow>,
    /// Whether any of them has a file.
    pub has_files: bool,
}

/// An evidence record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordRow {
    /// Its id.
    pub id: String,
    /// Kind and origin.
    pub kind: String,
    /// Who it came from.
    pub origin: String,
    /// The day or period it speaks about.
    pub dated: String,
    /// Age in months on the day of the assessment, counted as the score counts it.
    pub age: String,
    /// What it is and where it is kept, as recorded.
    pub reference: String,
    /// Opinion, exceptions, sample, tested control, directness: whatever weakens or sharpens it.
    pub remarks: Vec<String>,
    /// The questions it supports.
    pub supports: String,
    /// Path of the file beside the assessment.
    pub file: Option<String>,
    /// Digest of the file when it was recorded.
    pub sha256: Option<String>,
}

/// Writes down the evidence register.
pub fn register(material: &Material) -> Register {
    let records = material.assessment.evidence.iter();
    Register {
        records: records.map(|record| row(material, record)).collect(),
        has_files: material
            .assessment
            .evidence
            .iter()
            .any(|record| record.file.is_some()),
    }
}

fn row(material: &Material, record: &EvidenceRecord) -> RecordRow {
    RecordRow {
        id: record.id.to_string(),
        kind: terms::kind(material.words, record.kind).to_owned(),
        origin: terms::origin(material.words, record.origin).to_owned(),
        dated: match record.period {
            Some(period) => format!("{} to {}, dated {}", period.from, period.to, record.date),
            None => record.date.to_string(),
        },
        age: print::months(material.words, record.age(material.assessment.as_of)),
        reference: record.reference.clone(),
        remarks: remarks(material.words, record),
        supports: supports(material, record),
        file: record.file.as_ref().map(|file| file.path.clone()),
        sha256: record.file.as_ref().map(|file| file.sha256.clone()),
    }
}

/// What is said of a document that nobody recorded field by field.
const UNREAD: &str =
    "recorded without being read: scope, opinion and exceptions are the reviewer's word";

/// What a file was read as, and who says of which day it is.
fn read(read: &Reading) -> String {
    let by = match read.as_of.by {
        AsOfSource::Artefact => "dated by itself",
        AsOfSource::Analyst => "dated by the analyst",
        AsOfSource::Assumed => "undated: the day it was attached is assumed",
    };
    let facts = print::counted(read.facts.len(), "fact", "facts");
    let whole = if read.partial.is_empty() {
        ""
    } else {
        ", not whole"
    };
    format!(
        "read as {} ({}): {facts}, {by}{whole}",
        read.family, read.format
    )
}

fn remarks(words: &Words, record: &EvidenceRecord) -> Vec<String> {
    let sample = record.sample.map(|sample| {
        format!(
            "{} tested",
            print::counted(sample as usize, "item", "items")
        )
    });
    let exceptions = (record.exceptions > 0)
        .then(|| print::counted(record.exceptions as usize, "exception", "exceptions"));
    let qualified = record
        .qualified
        .then(|| "qualified or adverse opinion".to_owned());
    let tested = record
        .tested_control
        .as_ref()
        .map(|control| format!("tested control {control}"));
    let directness = record.directness.map(|directness| {
        format!(
            "relevance {} by the reviewer",
            terms::relevance(words, directness)
        )
    });
    let unread = record
        .kind
        .is_assurance_document()
        .then(|| UNREAD.to_owned());
    let read = record.read.as_ref().map(read);
    [
        read, qualified, exceptions, sample, tested, directness, unread,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The questions it was recorded for, and those that its facts speak about.
fn supports(material: &Material, record: &EvidenceRecord) -> String {
    match &record.supports {
        Supports::All => "all answers, at the relevance of the catalogue".to_owned(),
        Supports::Questions(ids) => {
            let compared = material.result.compared.iter();
            let own = compared
                .filter(|row| row.records.contains(&record.id) && row.verdict != Verdict::Refuted);
            let shown = own.map(|row| row.question.as_str());
            let mut all: Vec<&str> = vec![];
            for id in ids.iter().map(|id| id.as_str()).chain(shown) {
                if !all.contains(&id) {
                    all.push(id);
                }
            }
            match all.is_empty() {
                true => "–".to_owned(),
                false => all.join(", "),
            }
        }
    }
}
