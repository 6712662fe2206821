//! Is it proven: what checks have to say about an assessment, as findings.
//!
//! One subject a file. A finding never moves a number of the score; a critical one worsens the
//! verdict.

pub mod answers;
pub mod claims;
pub mod documents;
pub mod parity;
pub mod series;

pub use self::parity::parity;

use std::fmt;

use crate::evidence::fact;
use crate::pack::id::{ControlId, EvidenceId, FindingId, PartId, QuestionId};
use crate::pack::question::Severity;

/// What a check found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Id, such as `live-leavers` or `RF-S-05`.
    pub id: FindingId,
    /// The red flag that it is.
    pub red_flag: Option<FindingId>,
    /// How bad it is.
    pub severity: Severity,
    /// Which of the two axes it is on.
    pub axis: Axis,
    /// The control it weakens.
    pub control: ControlId,
    /// Where it was read.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// What mends it.
    pub remediation: String,
    /// What to ask for in the contract.
    pub clause: String,
}

/// Where a finding was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In an answer.
    Answer {
        /// The question.
        question: QuestionId,
        /// The part of the answer, when it is about one.
        part: Option<PartId>,
    },
    /// In assurance documents.
    Document {
        /// The document; none for what is about several.
        document: Option<EvidenceId>,
        /// The field, or the question it is held against.
        field: &'static str,
    },
    /// In an artefact, against the answer to a question.
    Artefact {
        /// The question.
        question: QuestionId,
        /// The part of the answer, when it is about one.
        part: Option<PartId>,
        /// The evidence record.
        record: EvidenceId,
        /// Where in its file.
        at: fact::Place,
    },
}

impl Place {
    /// The question whose answer shows it.
    pub fn question(&self) -> Option<&QuestionId> {
        match self {
            Self::Answer { question, .. } | Self::Artefact { question, .. } => Some(question),
            Self::Document { .. } => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer { question, .. } => write!(f, "{question}"),
            Self::Artefact {
                question, record, ..
            } => write!(f, "{question}, {record}"),
            Self::Document {
                document: Some(document),
                field,
            } => write!(f, "{document}, {field}"),
            Self::Document {
                document: None,
                field,
            } => write!(f, "{field}"),
        }
    }
}

/// The two axes, which are never netted against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// What the assurance documents cover; a finding here is a red flag.
    Assurance,
    /// What the technique shows.
    Technical,
}

/// Id of the domain whose controls are the assurance axis; all others are the technical one.
pub const ASSURANCE_DOMAIN: &str = "assurance";

impl Axis {
    /// The axis a domain is on.
    pub fn of_domain(domain: &str) -> Self {
        if domain == ASSURANCE_DOMAIN {
            Self::Assurance
        } else {
            Self::Technical
        }
    }
}

/// Joins what answers show with what documents show. Red flags come from the answers given by hand
/// and from the documents, never from answers that the documents settled; where both raise one, it is
/// told once, by the document, which knows it more closely, unless the answer is the worse.
pub fn joined(
    answers: Vec<Finding>,
    by_hand: Vec<Finding>,
    documents: Vec<Finding>,
) -> Vec<Finding> {
    let told = |finding: &Finding| {
        let flag = finding.red_flag.as_ref();
        let as_bad = |told: &Finding| told.severity >= finding.severity;
        flag.is_some_and(|flag| {
            documents
                .iter()
                .any(|told| told.id == *flag && as_bad(told))
        })
    };
    let answers = answers.into_iter();
    let mut findings: Vec<Finding> = answers.filter(|it| it.red_flag.is_none()).collect();
    let flags = by_hand.into_iter().filter(|it| it.red_flag.is_some());
    findings.extend(flags.filter(|finding| !told(finding)));
    findings.extend(documents);
    sort(&mut findings);
    findings
}

/// Puts findings in the order readers see: the worst first, then by id and place.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        b.severity
            .cmp(&a.severity)
            .then_with(|| a.id.cmp(&b.id))
            .then_with(|| a.place.cmp(&b.place))
            .then_with(|| a.message.cmp(&b.message))
    });
}
