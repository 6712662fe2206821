//! Writes an assessment as YAML that a person can read and git can compare.
//!
//! Keys always come in the same order, answers by id, evidence as recorded; what the reader takes
//! for granted is left out.

mod artefact;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use self::artefact::ReadingEntry;
use super::Assessment;
use super::answer::{Response, State, Value};
use super::document::{Document, Recorded};
use super::evidence::{EvidenceFile, EvidenceRecord, Supports};
use crate::pack::id::{PartId, QuestionId};
use crate::pack::language::Language;
use crate::pack::model::{EvidenceKind, Relevance};
use crate::pack::question::Depth;

/// The file's text.
pub fn write(assessment: &Assessment) -> String {
    let file = File {
        format: 1,
        vendor: &assessment.vendor,
        product: &assessment.product,
        assessor: assessment.assessor.as_deref(),
        language: (assessment.language != Language::default()).then(|| assessment.language.tag()),
        packs: assessment
            .packs
            .iter()
            .map(|pack| PackEntry {
                id: &pack.part.id,
                version: &pack.part.version,
                path: pack.path.as_deref(),
            })
            .collect(),
        model: &assessment.model,
        depth: assessment.depth,
        as_of: assessment.as_of,
        answers: assessment
            .answers
            .iter()
            .map(|(id, response)| (id, ResponseEntry::new(response)))
            .collect(),
        documents: assessment
            .documents
            .iter()
            .map(DocumentEntry::new)
            .collect(),
        evidence: assessment.evidence.iter().map(EvidenceEntry::new).collect(),
    };
    serde_yaml::to_string(&file).expect("every value of an assessment can be written as YAML")
}

#[derive(Serialize)]
struct File<'a> {
    format: u32,
    vendor: &'a str,
    product: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    assessor: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    packs: Vec<PackEntry<'a>>,
    model: &'a str,
    depth: Depth,
    as_of: NaiveDate,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    answers: BTreeMap<&'a QuestionId, ResponseEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    documents: Vec<DocumentEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<EvidenceEntry<'a>>,
}

#[derive(Serialize)]
struct DocumentEntry<'a> {
    id: &'a str,
    kind: &'static str,
    reference: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<FileEntry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed: Option<ApprovalEntry<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    says: BTreeMap<&'a PartId, RecordedEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    read: Vec<ExcerptEntry<'a>>,
}

#[derive(Serialize)]
struct ExcerptEntry<'a> {
    field: &'a str,
    page: u32,
    words: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum RecordedEntry<'a> {
    One(ValueEntry<'a>),
    Rows(Vec<BTreeMap<&'a PartId, ValueEntry<'a>>>),
}

impl<'a> RecordedEntry<'a> {
    fn new(recorded: &'a Recorded) -> Self {
        match recorded {
            Recorded::One(value) => Self::One(ValueEntry::new(value)),
            Recorded::Rows(rows) => {
                let row = |row: &'a BTreeMap<PartId, Value>| {
                    let values = row.iter().map(|(id, value)| (id, ValueEntry::new(value)));
                    values.collect()
                };
                Self::Rows(rows.iter().map(row).collect())
            }
        }
    }
}

impl<'a> DocumentEntry<'a> {
    fn new(document: &'a Document) -> Self {
        let says = document.says.iter();
        let read = document.read.iter();
        Self {
            id: document.id.as_str(),
            kind: document.kind.name(),
            reference: &document.reference,
            file: document.file.as_ref().map(FileEntry::new),
            confirmed: document.confirmed.as_ref().map(|confirmed| ApprovalEntry {
                by: &confirmed.by,
                on: confirmed.on,
            }),
            says: says
                .map(|(id, recorded)| (id, RecordedEntry::new(recorded)))
                .collect(),
            read: read
                .map(|excerpt| ExcerptEntry {
                    field: excerpt.field.as_str(),
                    page: excerpt.page,
                    words: &excerpt.words,
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct PackEntry<'a> {
    id: &'a str,
    version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
}

#[derive(Serialize)]
struct ResponseEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<ValueEntry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<AskedEntry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    na: Option<NotApplicableEntry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
}

impl<'a> ResponseEntry<'a> {
    fn new(response: &'a Response) -> Self {
        let mut entry = Self {
            value: None,
            unknown: None,
            na: None,
            note: response.note.as_deref(),
            by: response.by.as_deref(),
            on: response.on,
        };
        match &response.state {
            State::Answered(value) => entry.value = Some(ValueEntry::new(value)),
            State::Unknown(asked) => {
                entry.unknown = Some(AskedEntry {
                    asked: &asked.who,
                    on: asked.on,
                });
            }
            State::NotApplicable(na) => {
                entry.na = Some(NotApplicableEntry {
                    reason: &na.reason,
                    approved: na.approved.as_ref().map(|approval| ApprovalEntry {
                        by: &approval.by,
                        on: approval.on,
                    }),
                });
            }
            State::Open => {}
        }
        entry
    }
}

#[derive(Serialize)]
struct AskedEntry<'a> {
    asked: &'a str,
    on: NaiveDate,
}

#[derive(Serialize)]
struct NotApplicableEntry<'a> {
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    approved: Option<ApprovalEntry<'a>>,
}

#[derive(Serialize)]
struct ApprovalEntry<'a> {
    by: &'a str,
    on: NaiveDate,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueEntry<'a> {
    Text(&'a str),
    Written(String),
    Count(u64),
    Percent(f64),
    Date(NaiveDate),
    Period { from: NaiveDate, to: NaiveDate },
    List(Vec<&'a str>),
    Parts(BTreeMap<&'a PartId, ValueEntry<'a>>),
}

impl<'a> ValueEntry<'a> {
    fn new(value: &'a Value) -> Self {
        match value {
            Value::Choice(id) => Self::Text(id.as_str()),
            Value::Several(ids) => Self::List(ids.iter().map(|id| id.as_str()).collect()),
            Value::YesNo(true) => Self::Text("yes"),
            Value::YesNo(false) => Self::Text("no"),
            Value::Duration(duration) => Self::Written(duration.to_string()),
            Value::Count(count) => Self::Count(*count),
            Value::Percent(percent) => Self::Percent(*percent),
            Value::Date(date) => Self::Date(*date),
            Value::Period(period) => Self::Period {
                from: period.from,
                to: period.to,
            },
            Value::List(items) => Self::List(items.iter().map(String::as_str).collect()),
            Value::Text(text) => Self::Text(text),
            Value::Parts(parts) => Self::Parts(
                parts
                    .iter()
                    .map(|(id, value)| (id, Self::new(value)))
                    .collect(),
            ),
        }
    }
}

#[derive(Serialize)]
struct EvidenceEntry<'a> {
    id: &'a str,
    kind: EvidenceKind,
    from: &'static str,
    date: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<PeriodEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sample: Option<u32>,
    #[serde(skip_serializing_if = "is_zero")]
    exceptions: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    qualified: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    directness: Option<Relevance>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tested_control: Option<&'a str>,
    reference: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<FileEntry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy: Option<FileEntry<'a>>,
    supports: SupportsEntry<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<ReadingEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    planted: Vec<&'a str>,
}

#[derive(Serialize)]
struct PeriodEntry {
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Serialize)]
struct FileEntry<'a> {
    path: &'a str,
    sha256: &'a str,
}

impl<'a> FileEntry<'a> {
    fn new(file: &'a EvidenceFile) -> Self {
        Self {
            path: &file.path,
            sha256: &file.sha256,
        }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum SupportsEntry<'a> {
    All(&'static str),
    Questions(&'a [QuestionId]),
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl<'a> EvidenceEntry<'a> {
    fn new(record: &'a EvidenceRecord) -> Self {
        Self {
            id: record.id.as_str(),
            kind: record.kind,
            from: record.origin.name(),
            date: record.date,
            period: record.period.map(|period| PeriodEntry {
                from: period.from,
                to: period.to,
            }),
            sample: record.sample,
            exceptions: record.exceptions,
            qualified: record.qualified.then_some("yes"),
            directness: record.directness,
            tested_control: record.tested_control.as_deref(),
            reference: &record.reference,
            file: record.file.as_ref().map(FileEntry::new),
            supports: match &record.supports {
                Supports::All => SupportsEntry::All("all"),
                Supports::Questions(ids) => SupportsEntry::Questions(ids),
            },
            copy: record.copy.as_ref().map(FileEntry::new),
            read: record.read.as_ref().map(ReadingEntry::new),
            planted: record.planted.iter().map(String::as_str).collect(),
        }
    }
}
