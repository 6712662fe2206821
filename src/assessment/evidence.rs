//! What stands behind the answers: evidence records, before anybody has read the files.

use chrono::NaiveDate;

use super::answer::Period;
use super::calendar::months_between;
use crate::evidence::reading::Reading;
use crate::pack::id::{EvidenceId, QuestionId};
use crate::pack::model::{EvidenceKind, Relevance};
use crate::source::names::name_of;

/// A piece of evidence and the questions it supports.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceRecord {
    /// Id, unique in the assessment.
    pub id: EvidenceId,
    /// Rung of the ladder.
    pub kind: EvidenceKind,
    /// Who it came from.
    pub origin: Origin,
    /// The day it speaks about: the day of the export or test, of the last audit for a certificate.
    /// For a report with a period this is the day of the report.
    pub date: NaiveDate,
    /// The period a SOC 2 Type II covers.
    pub period: Option<Period>,
    /// Items tested, when the evidence says so.
    pub sample: Option<u32>,
    /// Items of the sample that deviated.
    pub exceptions: u32,
    /// Whether the auditor's opinion is qualified or adverse on what it supports.
    pub qualified: bool,
    /// How directly it speaks about the questions it supports, where the reviewer said so.
    pub directness: Option<Relevance>,
    /// The tested control of a report that the reviewer recorded, such as `CC6.1-04`.
    pub tested_control: Option<String>,
    /// What and where it is, in words.
    pub reference: String,
    /// A file beside the assessment.
    pub file: Option<EvidenceFile>,
    /// The copy of the file without what is secret in it.
    pub copy: Option<EvidenceFile>,
    /// What the file says, where it is of a kind that is read.
    pub read: Option<Reading>,
    /// Events that were brought about while a log was taken, by the names of what they show: their
    /// absence from the log is proof.
    pub planted: Vec<String>,
    /// The questions it supports.
    pub supports: Supports,
}

/// Who a piece of evidence came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The vendor gave it.
    Vendor,
    /// We took it ourselves.
    Us,
}

impl Origin {
    /// Names as YAML writes them.
    pub const NAMES: &'static [(&'static str, Self)] =
        &[("vendor", Self::Vendor), ("us", Self::Us)];

    /// The name as YAML writes it.
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}

/// A file beside the assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceFile {
    /// Path relative to the assessment file.
    pub path: String,
    /// SHA-256 of the file when it was recorded, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// Which questions a record supports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Supports {
    /// These.
    Questions(Vec<QuestionId>),
    /// All that are answered; only for SOC 2 reports and ISO/IEC 27001 certificates, which count at
    /// the relevance of the model's catalogue.
    All,
}

impl Supports {
    /// Whether it supports that question.
    pub fn includes(&self, question: &QuestionId) -> bool {
        match self {
            Self::Questions(ids) => ids.contains(question),
            Self::All => true,
        }
    }
}

/// Most items a sample can hold.
pub const MOST_SAMPLED: u32 = 1_000_000;

/// Something in a record that contradicts the rest of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The key it stands under.
    pub key: &'static str,
    /// What is wrong.
    pub message: String,
    /// What mends it.
    pub help: &'static str,
}

/// Something that no record may say.
struct Rule {
    key: &'static str,
    message: &'static str,
    help: &'static str,
    /// Whether a record breaks it, given the size of a sample that is not stated.
    is_broken: fn(&EvidenceRecord, u32) -> bool,
}

/// What a record may not say at once.
static RULES: [Rule; 15] = [
    Rule {
        key: "from",
        message: "`verified` evidence cannot come from the vendor",
        help: "what the vendor shows is a `config_export`; `verified` is what we tested ourselves",
        is_broken: |record, _| {
            record.kind == EvidenceKind::Verified && record.origin == Origin::Vendor
        },
    },
    Rule {
        key: "kind",
        message: "a SOC 2 Type II report covers a period, and none is given",
        help: "write `period: {from: 2025-01-01, to: 2025-12-31}` as the report states it",
        is_broken: |record, _| record.kind == EvidenceKind::Soc2T2 && record.period.is_none(),
    },
    Rule {
        key: "period",
        message: "only a SOC 2 Type II report covers a period",
        help: "leave out `period:`; the day it speaks about is `date:`",
        is_broken: |record, _| record.kind != EvidenceKind::Soc2T2 && record.period.is_some(),
    },
    Rule {
        key: "period",
        message: "the period ends after the day of the report",
        help: "check both dates; a report signed before the end of its period is void, record it as an `assertion`",
        is_broken: |record, _| record.period.is_some_and(|period| record.date < period.to),
    },
    Rule {
        key: "period",
        message: "the period ends before it begins",
        help: "write the earlier day first",
        is_broken: |record, _| record.period.is_some_and(|period| period.to < period.from),
    },
    Rule {
        key: "sample",
        message: "more items than can be recorded",
        help: "write how many items were tested, a million at the most",
        is_broken: |record, _| {
            record.sample.is_some_and(|sample| sample > MOST_SAMPLED)
                || record.exceptions > MOST_SAMPLED
        },
    },
    Rule {
        key: "exceptions",
        message: "more exceptions than items were tested",
        help: "count the items that deviated, out of those tested",
        is_broken: |record, unstated| record.exceptions > record.sample.unwrap_or(unstated),
    },
    Rule {
        key: "supports",
        message: "only an assurance document can support `all`",
        help: "list the questions it supports; `all` is for SOC 2 reports and certificates",
        is_broken: |record, _| {
            record.supports == Supports::All && !record.kind.is_assurance_document()
        },
    },
    Rule {
        key: "supports",
        message: "the record supports no question",
        help: "name at least one question, such as `[Q.rev.01]`",
        is_broken: |record, _| {
            record.supports == Supports::Questions(vec![]) && record.read.is_none()
        },
    },
    Rule {
        key: "tested_control",
        message: "only an assurance document has tested controls",
        help: "leave it out; tested controls are those of a SOC 2 report or a certificate's audit",
        is_broken: |record, _| {
            record.tested_control.is_some() && !record.kind.is_assurance_document()
        },
    },
    Rule {
        key: "tested_control",
        message: "the tested control has no name",
        help: "write its id as the report does, or leave it out",
        is_broken: |record, _| {
            let named = record.tested_control.as_deref();
            named.is_some_and(|name| name.trim().is_empty())
        },
    },
    Rule {
        key: "reference",
        message: "there is no reference",
        help: "write what it is and where it lies",
        is_broken: |record, _| record.reference.trim().is_empty(),
    },
    Rule {
        key: "kind",
        message: "an artefact that was read is an export of settings or our own test",
        help: "write `config_export` for what the vendor gave, `verified` for what we took ourselves",
        is_broken: |record, _| {
            let is_shown = [EvidenceKind::ConfigExport, EvidenceKind::Verified];
            record.read.is_some() && !is_shown.contains(&record.kind)
        },
    },
    Rule {
        key: "planted",
        message: "only a log that was read can lack what was planted",
        help: "leave it out, or record the log with `evidence add`",
        is_broken: |record, _| {
            let is_log = record
                .read
                .as_ref()
                .is_some_and(|read| read.family == "log");
            !record.planted.is_empty() && !is_log
        },
    },
    Rule {
        key: "supports",
        message: "one tested control cannot speak for every question",
        help: "make a record of its own for each tested control, with the questions it answers",
        is_broken: |record, _| record.tested_control.is_some() && record.supports == Supports::All,
    },
];

impl EvidenceRecord {
    /// Every day it speaks about.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        [self.date]
            .into_iter()
            .chain(self.period.map(|period| period.to))
    }

    /// The period a SOC 2 Type II covers; no other kind has one that counts.
    pub fn tested_period(&self) -> Option<Period> {
        self.period.filter(|_| self.kind == EvidenceKind::Soc2T2)
    }

    /// Age in months: since the tested period ended, else since the day it speaks about.
    pub fn age(&self, as_of: NaiveDate) -> f64 {
        let from = self.tested_period().map_or(self.date, |period| period.to);
        months_between(from, as_of)
    }

    /// What in the record contradicts itself; `default_sample` is the size of an unstated sample.
    pub fn contradictions(&self, default_sample: u32) -> Vec<Contradiction> {
        let broken = RULES
            .iter()
            .filter(|rule| (rule.is_broken)(self, default_sample));
        broken
            .map(|rule| Contradiction {
                key: rule.key,
                message: rule.message.to_string(),
                help: rule.help,
            })
            .collect()
    }
}
