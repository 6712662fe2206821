//! Assurance documents: their kinds, what is recorded of each, and what can be wrong with them.
//!
//! A document is asked about like a question, by a form of fields; the checks read what was
//! recorded. The red flags are data too: what each means, how bad it can be, what mends it.

use serde::{Deserialize, Serialize};

use super::answer::AnswerKind;
use super::condition::Condition;
use super::id::{ControlId, FindingId, PartId};
use super::question::Severity;
use crate::source::names::name_of;

/// Kinds, forms and red flags of a pack; all empty in one that takes no documents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DocumentCatalogue {
    /// The kinds that can be recorded, in the order offered.
    pub kinds: Vec<KindEntry>,
    /// The forms of the kinds.
    pub forms: Vec<DocumentForm>,
    /// The red flags, in the order of their ids.
    pub red_flags: Vec<RedFlag>,
}

impl DocumentCatalogue {
    /// The entry of a kind.
    pub fn kind(&self, kind: DocumentKind) -> Option<&KindEntry> {
        self.kinds.iter().find(|entry| entry.kind == kind)
    }

    /// The form of a kind.
    pub fn form(&self, kind: DocumentKind) -> Option<&DocumentForm> {
        self.forms.get(self.kind(kind)?.form)
    }

    /// The red flag of that id.
    pub fn red_flag(&self, id: &str) -> Option<&RedFlag> {
        self.red_flags.iter().find(|flag| flag.id.as_str() == id)
    }
}

/// Kinds of assurance documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// SOC 2 Type II: operation over a period.
    Soc2T2,
    /// SOC 2 Type I: design on one day.
    Soc2T1,
    /// ISO/IEC 27001 certificate.
    Iso27001,
    /// Bridge letter of the vendor's management.
    BridgeLetter,
    /// SOC 3: public summary without tests.
    Soc3,
    /// SOC 1: financial reporting.
    Soc1,
    /// CSA STAR Level 1: self-assessment.
    Star1,
    /// Badge, trust page or words such as "compliant with".
    Statement,
    /// CSA STAR Level 2: checked by a third party.
    Star2,
    /// ISO/IEC 27017: cloud controls.
    Iso27017,
    /// ISO/IEC 27018: personal data in public clouds.
    Iso27018,
    /// ISO/IEC 27701: privacy management.
    Iso27701,
    /// FedRAMP authorisation.
    Fedramp,
}

impl DocumentKind {
    /// Names as YAML and JSON write them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("soc2_t2", Self::Soc2T2),
        ("soc2_t1", Self::Soc2T1),
        ("iso27001", Self::Iso27001),
        ("bridge_letter", Self::BridgeLetter),
        ("soc3", Self::Soc3),
        ("soc1", Self::Soc1),
        ("star_1", Self::Star1),
        ("statement", Self::Statement),
        ("star_2", Self::Star2),
        ("iso27017", Self::Iso27017),
        ("iso27018", Self::Iso27018),
        ("iso27701", Self::Iso27701),
        ("fedramp", Self::Fedramp),
    ];

    /// The name as YAML and JSON write it.
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }

    /// Whether it is a SOC 2 report of either type.
    pub fn is_soc2(self) -> bool {
        matches!(self, Self::Soc2T1 | Self::Soc2T2)
    }
}

/// A kind and its form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KindEntry {
    /// The kind.
    pub kind: DocumentKind,
    /// Name for readers.
    pub title: String,
    /// Place of its form among the forms.
    pub form: usize,
}

/// What is recorded of a kind of document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentForm {
    /// Id, such as `soc2`.
    pub id: String,
    /// The fields in the order asked.
    pub fields: Vec<Field>,
}

impl DocumentForm {
    /// The field of that id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id.as_str() == id)
    }
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Id, unique in its form.
    pub id: PartId,
    /// What is asked.
    pub text: String,
    /// Where it is found.
    pub find: String,
    /// The kinds that have it; every kind of the form, when empty.
    pub only: Vec<DocumentKind>,
    /// Whether it is asked at every depth; others from standard depth on.
    pub short: bool,
    /// When it is asked; always, without one.
    pub when: Option<Condition>,
    /// Whether a date in it cannot lie after the day assessed.
    pub past: bool,
    /// What it holds.
    pub holds: Holds,
}

impl Field {
    /// Whether a document of this kind has it.
    pub fn is_of(&self, kind: DocumentKind) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Holds {
    /// One value.
    One(FieldKind),
    /// Rows of named values.
    Rows(Vec<Column>),
}

/// A named value of a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Id, unique in its rows.
    pub id: PartId,
    /// What is asked.
    pub text: String,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether a row is nothing without it.
    pub needed: bool,
}

/// A kind of value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FieldKind {
    /// As an answer to a question.
    Answer(AnswerKind),
    /// A topic of the crosswalk, by id.
    Topic,
    /// Another document of the assessment, by id.
    Document,
}

/// Something that can be wrong with an assurance document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RedFlag {
    /// Id of the fact base, such as `RF-S-05`.
    pub id: FindingId,
    /// What it is, in a few words.
    pub title: String,
    /// Why it matters for an identity provider.
    pub why: String,
    /// The assurance control it weakens.
    pub control: ControlId,
    /// The severities it can take, mildest first.
    pub severities: Vec<Severity>,
    /// How far the rule is sourced.
    pub standing: RuleStanding,
    /// Whether it only asks for a look: it is no finding and never moves the score.
    pub prompt: bool,
    /// Where the rule comes from.
    pub source: String,
    /// The fields and questions it reads.
    pub reads: String,
    /// What mends it.
    pub remediation: String,
    /// What to ask for in the contract.
    pub clause: String,
}

/// How far a rule is sourced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleStanding {
    /// Read in the source.
    Primary,
    /// Read in somebody's account of it.
    Secondary,
    /// Our own judgement.
    Judgement,
}

impl RuleStanding {
    /// Names as YAML writes them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("primary", Self::Primary),
        ("secondary", Self::Secondary),
        ("judgement", Self::Judgement),
    ];

    /// The name as YAML writes it.
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}
