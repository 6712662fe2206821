//! The evidence register: every record, what it is worth checking for, and what it supports.

use serde::Serialize;

use super::{Material, print, terms};
use crate::assessment::evidence::{EvidenceRecord, Supports};
use crate::checks::claims::Verdict;
use crate::evidence::reading::{AsOfSource, Reading};
use crate::words::{Words, say};

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
    let words = material.words;
    RecordRow {
        id: record.id.to_string(),
        kind: terms::kind(words, record.kind),
        origin: terms::origin(words, record.origin),
        dated: dated(words, record),
        age: print::months(words, record.age(material.assessment.as_of)),
        reference: record.reference.clone(),
        remarks: remarks(words, record),
        supports: supports(material, record),
        file: record.file.as_ref().map(|file| file.path.clone()),
        sha256: record.file.as_ref().map(|file| file.sha256.clone()),
    }
}

fn dated(words: &Words, record: &EvidenceRecord) -> String {
    let day = words.date(record.date);
    let Some(period) = record.period else {
        return day;
    };
    let [from, to] = [period.from, period.to].map(|end| words.date(end));
    say!(words, "register-period", from, to, day)
}

/// What a file was read as, and who says of which day it is.
fn read(words: &Words, read: &Reading) -> String {
    let dated = match read.as_of.by {
        AsOfSource::Artefact => say!(words, "register-dated-by-itself"),
        AsOfSource::Analyst => say!(words, "register-dated-by-analyst"),
        AsOfSource::Assumed => say!(words, "register-undated"),
    };
    let (family, format) = (read.family.as_str(), read.format.as_str());
    let count = read.facts.len();
    match read.partial.is_empty() {
        true => say!(words, "register-read", family, format, count, dated),
        false => say!(words, "register-read-partly", family, format, count, dated),
    }
}

fn remarks(words: &Words, record: &EvidenceRecord) -> Vec<String> {
    let sample = record.sample.map(|sample| sample as usize);
    let sample = sample.map(|count| say!(words, "register-sample", count));
    let count = record.exceptions as usize;
    let exceptions = (count > 0).then(|| say!(words, "register-exceptions", count));
    let qualified = record.qualified.then(|| say!(words, "register-qualified"));
    let tested = record.tested_control.as_ref();
    let tested = tested.map(|control| say!(words, "register-tested-control", control));
    let directness = record.directness.map(|directness| {
        let relevance = terms::relevance(words, directness);
        say!(words, "register-directness", relevance)
    });
    // What is said of a document that nobody recorded field by field.
    let is_unread = record.kind.is_assurance_document();
    let unread = is_unread.then(|| say!(words, "register-unread"));
    let read = record.read.as_ref().map(|reading| read(words, reading));
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
        Supports::All => say!(material.words, "register-supports-all"),
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
