//! Is it proven: what checks have to say about an assessment, as findings.
//!
//! One subject a file. A finding never moves a number of the score; a critical one worsens the
//! verdict.

pub mod answers;
pub mod parity;

pub use self::parity::parity;

use crate::pack::id::{ControlId, FindingId, PartId, QuestionId};
use crate::pack::question::Severity;

/// What a check found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Id, such as `live-leavers`.
    pub id: FindingId,
    /// How bad it is.
    pub severity: Severity,
    /// Which of the two axes it is on.
    pub axis: Axis,
    /// The control it weakens.
    pub control: ControlId,
    /// The question whose answer shows it.
    pub question: QuestionId,
    /// The part of the answer, when it is about one.
    pub part: Option<PartId>,
    /// What is wrong.
    pub message: String,
    /// What mends it.
    pub remediation: String,
    /// What to ask for in the contract.
    pub clause: String,
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

/// Puts findings in the order readers see: the worst first, then by id, question and part.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        b.severity
            .cmp(&a.severity)
            .then_with(|| a.id.cmp(&b.id))
            .then_with(|| a.question.cmp(&b.question))
            .then_with(|| a.part.cmp(&b.part))
    });
}
