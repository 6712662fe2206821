//! What stands behind the answers: evidence records, before anybody has read the files.

use chrono::NaiveDate;

use super::answer::Period;
use super::calendar::months_between;
use crate::evidence::reading::Reading;
use crate::pack::id::{EvidenceId, QuestionId};
use crate::pack::model::{EvidenceKind, Relevance};
use crate::source::names::name_of;
use crate::words::{Words, say};

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
    pub help: String,
}

/// Something that no record may say.
struct Rule {
    key: &'static str,
    message: fn(&Words) -> String,
    help: fn(&Words) -> String,
    /// Whether a record breaks it, given the size of a sample that is not stated.
    is_broken: fn(&EvidenceRecord, u32) -> bool,
}

/// What a record may not say at once.
static RULES: [Rule; 15] = [
    Rule {
        key: "from",
        message: |words| say!(words, "record-not-verified"),
        help: |words| say!(words, "record-not-verified-help"),
        is_broken: |record, _| {
            record.kind == EvidenceKind::Verified && record.origin == Origin::Vendor
        },
    },
    Rule {
        key: "kind",
        message: |words| say!(words, "record-no-period"),
        help: |words| say!(words, "record-no-period-help"),
        is_broken: |record, _| record.kind == EvidenceKind::Soc2T2 && record.period.is_none(),
    },
    Rule {
        key: "period",
        message: |words| say!(words, "record-period-not-due"),
        help: |words| say!(words, "record-period-not-due-help"),
        is_broken: |record, _| record.kind != EvidenceKind::Soc2T2 && record.period.is_some(),
    },
    Rule {
        key: "period",
        message: |words| say!(words, "record-period-after-report"),
        help: |words| say!(words, "record-period-after-report-help"),
        is_broken: |record, _| record.period.is_some_and(|period| record.date < period.to),
    },
    Rule {
        key: "period",
        message: |words| say!(words, "record-period-backwards"),
        help: |words| say!(words, "record-period-backwards-help"),
        is_broken: |record, _| record.period.is_some_and(|period| period.to < period.from),
    },
    Rule {
        key: "sample",
        message: |words| say!(words, "record-sample-large"),
        help: |words| say!(words, "record-sample-large-help"),
        is_broken: |record, _| {
            record.sample.is_some_and(|sample| sample > MOST_SAMPLED)
                || record.exceptions > MOST_SAMPLED
        },
    },
    Rule {
        key: "exceptions",
        message: |words| say!(words, "record-exceptions-many"),
        help: |words| say!(words, "record-exceptions-many-help"),
        is_broken: |record, unstated| record.exceptions > record.sample.unwrap_or(unstated),
    },
    Rule {
        key: "supports",
        message: |words| say!(words, "record-supports-all"),
        help: |words| say!(words, "record-supports-all-help"),
        is_broken: |record, _| {
            record.supports == Supports::All && !record.kind.is_assurance_document()
        },
    },
    Rule {
        key: "supports",
        message: |words| say!(words, "record-supports-none"),
        help: |words| say!(words, "record-supports-none-help"),
        is_broken: |record, _| {
            record.supports == Supports::Questions(vec![]) && record.read.is_none()
        },
    },
    Rule {
        key: "tested_control",
        message: |words| say!(words, "record-tested-control-not-due"),
        help: |words| say!(words, "record-tested-control-not-due-help"),
        is_broken: |record, _| {
            record.tested_control.is_some() && !record.kind.is_assurance_document()
        },
    },
    Rule {
        key: "tested_control",
        message: |words| say!(words, "record-tested-control-unnamed"),
        help: |words| say!(words, "record-tested-control-unnamed-help"),
        is_broken: |record, _| {
            let named = record.tested_control.as_deref();
            named.is_some_and(|name| name.trim().is_empty())
        },
    },
    Rule {
        key: "reference",
        message: |words| say!(words, "record-no-reference"),
        help: |words| say!(words, "record-no-reference-help"),
        is_broken: |record, _| record.reference.trim().is_empty(),
    },
    Rule {
        key: "kind",
        message: |words| say!(words, "record-artefact-kind"),
        help: |words| say!(words, "record-artefact-kind-help"),
        is_broken: |record, _| {
            let is_shown = [EvidenceKind::ConfigExport, EvidenceKind::Verified];
            record.read.is_some() && !is_shown.contains(&record.kind)
        },
    },
    Rule {
        key: "planted",
        message: |words| say!(words, "record-planted"),
        help: |words| say!(words, "record-planted-help"),
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
        message: |words| say!(words, "record-tested-control-all"),
        help: |words| say!(words, "record-tested-control-all-help"),
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
    pub fn contradictions(&self, words: &Words, default_sample: u32) -> Vec<Contradiction> {
        let broken = RULES
            .iter()
            .filter(|rule| (rule.is_broken)(self, default_sample));
        broken
            .map(|rule| Contradiction {
                key: rule.key,
                message: (rule.message)(words),
                help: (rule.help)(words),
            })
            .collect()
    }
}
