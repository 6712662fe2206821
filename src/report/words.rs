//! The words of the model as a reader knows them: bands, depths, kinds of evidence, severities.

use crate::assessment::document::soc2::EntityStatus;
use crate::assessment::evidence::Origin;
use crate::pack::catalogue::Standing;
use crate::pack::document::RuleStanding;
use crate::pack::id::ControlId;
use crate::pack::model::{Band, BlastDimension, EvidenceKind, Factor, Relevance, Subject};
use crate::pack::question::{ContextInput, Severity};
use crate::score::Score;
use crate::score::verdict::{Ruling, Status};
use crate::score::whatif::{Action, Step};

/// A band of the residual risk.
pub fn band(band: Band) -> &'static str {
    match band {
        Band::Low => "Low",
        Band::Moderate => "Moderate",
        Band::Elevated => "Elevated",
        Band::High => "High",
        Band::Critical => "Critical",
    }
}

/// The band of a result; the range of bands while it is unrated.
pub fn ruled(ruling: &Ruling) -> String {
    let [low, high] = ruling.band_range.map(band);
    match ruling.status {
        Status::Rated | Status::Provisional => band(ruling.band).to_owned(),
        Status::Unrated if low == high => low.to_owned(),
        Status::Unrated => format!("{low} to {high}"),
    }
}

/// A rung of the evidence ladder.
pub fn kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Assertion => "assertion",
        EvidenceKind::Policy => "policy document",
        EvidenceKind::Iso27001 => "ISO/IEC 27001 certificate",
        EvidenceKind::Soc2T1 => "SOC 2 Type I report",
        EvidenceKind::ConfigExport => "system export or demonstration",
        EvidenceKind::Soc2T2 => "SOC 2 Type II report",
        EvidenceKind::Verified => "test of our own",
    }
}

/// Evidence of a kind, to be counted.
pub fn kinds(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Assertion => "assertions",
        EvidenceKind::Policy => "policies",
        EvidenceKind::Iso27001 => "ISO/IEC 27001",
        EvidenceKind::Soc2T1 => "SOC 2 Type I",
        EvidenceKind::ConfigExport => "exports",
        EvidenceKind::Soc2T2 => "SOC 2 Type II",
        EvidenceKind::Verified => "own tests",
    }
}

/// How directly a document speaks about something.
pub fn relevance(relevance: Relevance) -> &'static str {
    match relevance {
        Relevance::None => "none",
        Relevance::Generic => "generic",
        Relevance::Partial => "partial",
        Relevance::Direct => "direct",
    }
}

/// Who a piece of evidence came from.
pub fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Vendor => "the vendor",
        Origin::Us => "us",
    }
}

/// A severity.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "Info",
        Severity::Low => "Low",
        Severity::Medium => "Medium",
        Severity::High => "High",
        Severity::Critical => "Critical",
    }
}

/// Whose identities a control governs.
pub fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Nhi => "Machine identities",
        Subject::Human => "People",
        Subject::Platform => "Platform",
    }
}

/// What a control is about in a word or two, for those that can decide a verdict; its id for others.
pub fn subject_of(control: &ControlId) -> String {
    let subject = match control.as_str() {
        "HA1" => "administrator MFA",
        "HA3" => "vendor support access",
        "LG1" => "logging and log export",
        "NC2" => "rotation",
        "NL1" => "inventory and ownership",
        "NL2" => "offboarding",
        "NL4" => "dormancy",
        "PL1" => "signing keys",
        "RV1" => "revocation",
        other => return other.to_owned(),
    };
    format!("{subject} ({control})")
}

/// A factor of the inherent risk.
pub fn factor(factor: Factor) -> &'static str {
    match factor {
        Factor::Data => "Sensitivity of the data reached",
        Factor::Criticality => "Criticality of sign-in",
        Factor::Regulatory => "Regulatory duties",
        Factor::Nhi => "Number of machine identities",
        Factor::Cicd => "Reach into build and deployment",
        Factor::Blast => "Blast radius of a stolen credential",
    }
}

/// A side of the blast radius.
pub fn dimension(dimension: BlastDimension) -> &'static str {
    match dimension {
        BlastDimension::Scope => "scope",
        BlastDimension::Duration => "duration",
        BlastDimension::Reuse => "reuse",
    }
}

/// An input of the inherent risk.
pub fn context(input: ContextInput) -> &'static str {
    match input {
        ContextInput::Data
        | ContextInput::Criticality
        | ContextInput::Regulatory
        | ContextInput::NhiCount
        | ContextInput::Cicd => factor(input.factor()),
        ContextInput::Scope => "Blast radius: what a stolen credential reaches",
        ContextInput::Duration => "Blast radius: how long it stays useful",
        ContextInput::Reuse => "Blast radius: how many systems trust it",
    }
}

/// What a step of a plan asks for: an answer first, where the gap of its control is mostly open.
pub fn step(step: &Step, score: &Score) -> &'static str {
    let result = score.control(&step.control);
    let is_open = result.is_some_and(|result| result.readings.is_mostly_open());
    match step.action {
        Action::Verify => "test it ourselves",
        Action::ImplementAndVerify if is_open => {
            "answer, then put in place what is missing and test"
        }
        Action::ImplementAndVerify => "put in place and test",
    }
}

/// How far a rule is sourced.
pub fn rule(standing: RuleStanding) -> &'static str {
    match standing {
        RuleStanding::Primary => "read in the source",
        RuleStanding::Secondary => "read in an account of it",
        RuleStanding::Judgement => "our judgement",
    }
}

/// State of a control that is left to us.
pub fn entity_status(status: Option<EntityStatus>) -> &'static str {
    match status {
        Some(EntityStatus::Checked) => "in place, and checked by us",
        Some(EntityStatus::InPlace) => "in place",
        Some(EntityStatus::Planned) => "planned",
        Some(EntityStatus::Open) => "not in place",
        None => "state not recorded",
    }
}

/// How far a number can be leaned on.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Primary => "read in the source",
        Standing::Secondary => "read in an account of it",
        Standing::Unverified => "not checked",
        Standing::Judgement => "our judgement",
    }
}
