//! The words of the model as a reader knows them: bands, depths, kinds of evidence, severities.

use crate::assessment::document::soc2::EntityStatus;
use crate::assessment::evidence::Origin;
use crate::evidence::fact::Basis;
use crate::pack::catalogue::Standing;
use crate::pack::document::RuleStanding;
use crate::pack::id::ControlId;
use crate::pack::model::{Band, BlastDimension, EvidenceKind, Factor, Relevance, Subject};
use crate::pack::question::{ContextInput, Depth, Severity};
use crate::score::Score;
use crate::score::verdict::{Ruling, Status};
use crate::score::whatif::{Action, Step};
use crate::words::{Words, say};

/// A band of the residual risk.
pub fn band(words: &Words, band: Band) -> String {
    match band {
        Band::Low => say!(words, "band-low"),
        Band::Moderate => say!(words, "band-moderate"),
        Band::Elevated => say!(words, "band-elevated"),
        Band::High => say!(words, "band-high"),
        Band::Critical => say!(words, "band-critical"),
    }
}

/// The band of a result; the range of bands while it is unrated.
pub fn ruled(words: &Words, ruling: &Ruling) -> String {
    let [low, high] = ruling.band_range.map(|end| band(words, end));
    match ruling.status {
        Status::Rated | Status::Provisional => band(words, ruling.band),
        Status::Unrated if low == high => low,
        Status::Unrated => say!(words, "band-range", low, high),
    }
}

/// How deep an assessment asks.
pub fn depth(words: &Words, depth: Depth) -> String {
    match depth {
        Depth::Quick => say!(words, "depth-quick"),
        Depth::Standard => say!(words, "depth-standard"),
        Depth::Full => say!(words, "depth-full"),
    }
}

/// A rung of the evidence ladder.
pub fn kind(words: &Words, kind: EvidenceKind) -> String {
    match kind {
        EvidenceKind::Assertion => say!(words, "kind-assertion"),
        EvidenceKind::Policy => say!(words, "kind-policy"),
        EvidenceKind::Iso27001 => say!(words, "kind-iso"),
        EvidenceKind::Soc2T1 => say!(words, "kind-type-1"),
        EvidenceKind::ConfigExport => say!(words, "kind-config-export"),
        EvidenceKind::Soc2T2 => say!(words, "kind-type-2"),
        EvidenceKind::Verified => say!(words, "kind-verified"),
    }
}

/// Evidence of a kind, to be counted.
pub fn kinds(words: &Words, kind: EvidenceKind) -> String {
    match kind {
        EvidenceKind::Assertion => say!(words, "kinds-assertion"),
        EvidenceKind::Policy => say!(words, "kinds-policy"),
        EvidenceKind::Iso27001 => say!(words, "kinds-iso"),
        EvidenceKind::Soc2T1 => say!(words, "kinds-type-1"),
        EvidenceKind::ConfigExport => say!(words, "kinds-config-export"),
        EvidenceKind::Soc2T2 => say!(words, "kinds-type-2"),
        EvidenceKind::Verified => say!(words, "kinds-verified"),
    }
}

/// How directly a document speaks about something.
pub fn relevance(words: &Words, relevance: Relevance) -> String {
    match relevance {
        Relevance::None => say!(words, "relevance-none"),
        Relevance::Generic => say!(words, "relevance-generic"),
        Relevance::Partial => say!(words, "relevance-partial"),
        Relevance::Direct => say!(words, "relevance-direct"),
    }
}

/// Who a piece of evidence came from.
pub fn origin(words: &Words, origin: Origin) -> String {
    match origin {
        Origin::Vendor => say!(words, "origin-vendor"),
        Origin::Us => say!(words, "origin-us"),
    }
}

/// What a fact rests on.
pub fn basis(words: &Words, basis: Basis) -> String {
    match basis {
        Basis::Measured => say!(words, "basis-measured"),
        Basis::Configured => say!(words, "basis-configured"),
        Basis::Capability => say!(words, "basis-capability"),
        Basis::CompleteList => say!(words, "basis-complete-list"),
        Basis::Sample => say!(words, "basis-sample"),
        Basis::Attested => say!(words, "basis-attested"),
    }
}

/// A severity.
pub fn severity(words: &Words, severity: Severity) -> String {
    match severity {
        Severity::Info => say!(words, "severity-info"),
        Severity::Low => say!(words, "severity-low"),
        Severity::Medium => say!(words, "severity-medium"),
        Severity::High => say!(words, "severity-high"),
        Severity::Critical => say!(words, "severity-critical"),
    }
}

/// Whose identities a control governs.
pub fn subject(words: &Words, subject: Subject) -> String {
    match subject {
        Subject::Nhi => say!(words, "subject-nhi"),
        Subject::Human => say!(words, "subject-human"),
        Subject::Platform => say!(words, "subject-platform"),
    }
}

/// What a control is about in a word or two, for those that can decide a verdict; its id for others.
pub fn subject_of(words: &Words, control: &ControlId) -> String {
    let subject = match control.as_str() {
        "HA1" => say!(words, "about-admin-mfa"),
        "HA3" => say!(words, "about-vendor-access"),
        "LG1" => say!(words, "about-logging"),
        "NC2" => say!(words, "about-rotation"),
        "NL1" => say!(words, "about-inventory"),
        "NL2" => say!(words, "about-offboarding"),
        "NL4" => say!(words, "about-dormancy"),
        "PL1" => say!(words, "about-signing-keys"),
        "RV1" => say!(words, "about-revocation"),
        other => return other.to_owned(),
    };
    format!("{subject} ({control})")
}

/// A factor of the inherent risk.
pub fn factor(words: &Words, factor: Factor) -> String {
    match factor {
        Factor::Data => say!(words, "factor-data"),
        Factor::Criticality => say!(words, "factor-criticality"),
        Factor::Regulatory => say!(words, "factor-regulatory"),
        Factor::Nhi => say!(words, "factor-nhi"),
        Factor::Cicd => say!(words, "factor-cicd"),
        Factor::Blast => say!(words, "factor-blast"),
    }
}

/// A side of the blast radius.
pub fn dimension(words: &Words, dimension: BlastDimension) -> String {
    match dimension {
        BlastDimension::Scope => say!(words, "dimension-scope"),
        BlastDimension::Duration => say!(words, "dimension-duration"),
        BlastDimension::Reuse => say!(words, "dimension-reuse"),
    }
}

/// An input of the inherent risk.
pub fn context(words: &Words, input: ContextInput) -> String {
    match input {
        ContextInput::Data
        | ContextInput::Criticality
        | ContextInput::Regulatory
        | ContextInput::NhiCount
        | ContextInput::Cicd => factor(words, input.factor()),
        ContextInput::Scope => say!(words, "context-scope"),
        ContextInput::Duration => say!(words, "context-duration"),
        ContextInput::Reuse => say!(words, "context-reuse"),
    }
}

/// What a step of a plan asks for: an answer first, where the gap of its control is mostly open.
pub fn step(words: &Words, step: &Step, score: &Score) -> String {
    let result = score.control(&step.control);
    let is_open = result.is_some_and(|result| result.readings.is_mostly_open());
    match step.action {
        Action::Verify => say!(words, "step-verify"),
        Action::ImplementAndVerify if is_open => say!(words, "step-answer-and-implement"),
        Action::ImplementAndVerify => say!(words, "step-implement-and-verify"),
    }
}

/// How far a rule is sourced.
pub fn rule(words: &Words, standing: RuleStanding) -> String {
    match standing {
        RuleStanding::Primary => say!(words, "rule-primary"),
        RuleStanding::Secondary => say!(words, "rule-secondary"),
        RuleStanding::Judgement => say!(words, "rule-judgement"),
    }
}

/// State of a control that is left to us.
pub fn entity_status(words: &Words, status: Option<EntityStatus>) -> String {
    match status {
        Some(EntityStatus::Checked) => say!(words, "entity-checked"),
        Some(EntityStatus::InPlace) => say!(words, "entity-in-place"),
        Some(EntityStatus::Planned) => say!(words, "entity-planned"),
        Some(EntityStatus::Open) => say!(words, "entity-open"),
        None => say!(words, "entity-unknown"),
    }
}

/// How far a number can be leaned on.
pub fn standing(words: &Words, standing: Standing) -> String {
    match standing {
        Standing::Primary => say!(words, "standing-primary"),
        Standing::Secondary => say!(words, "standing-secondary"),
        Standing::Unverified => say!(words, "standing-unverified"),
        Standing::Judgement => say!(words, "standing-judgement"),
    }
}
