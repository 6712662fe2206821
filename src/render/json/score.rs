//! The score as JSON, schema version 1.

use serde::Serialize;

use super::SCHEMA;
use crate::assessment::Assessment;
use crate::checks::{Finding, Place};
use crate::pack::id::{EvidenceId, FindingId, PartId};
use crate::pack::model::Band;
use crate::pack::question::{Depth, Severity};
use crate::score::AssessmentScore;
use crate::score::driver::{DomainPoints, Driver};
use crate::score::gate::{Gate, GateState};
use crate::score::verdict::{AppliedCap, Cap, Status};
use crate::words::Words;

/// A score. Points run from 0 to 100, shares from 0 to 1.
#[derive(Serialize)]
pub struct ScoreJson<'a> {
    schema: u32,
    model: &'a str,
    fingerprint: &'a str,
    as_of: String,
    vendor: &'a str,
    product: &'a str,
    depth: Depth,
    inherent: f64,
    exposure: f64,
    residual: Residual,
    irreducible: f64,
    band: Band,
    band_range: [Band; 2],
    status: &'static str,
    coverage: f64,
    confidence: f64,
    verdict: &'static str,
    caps: Vec<CapJson>,
    gates: Vec<GateJson<'a>>,
    drivers: Vec<DriverJson<'a>>,
    domains: Vec<DomainJson<'a>>,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct Residual {
    point: f64,
    low: f64,
    high: f64,
    open: f64,
}

#[derive(Serialize)]
struct CapJson {
    cap: &'static str,
    reason: String,
}

#[derive(Serialize)]
struct GateJson<'a> {
    control: &'a str,
    state: &'static str,
}

#[derive(Serialize)]
struct DriverJson<'a> {
    control: &'a str,
    points: f64,
    not_implemented: f64,
    not_proven: f64,
}

#[derive(Serialize)]
struct DomainJson<'a> {
    domain: &'a str,
    points: f64,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    id: &'a str,
    severity: Severity,
    control: &'a str,
    message: &'a str,
    red_flag: Option<&'a str>,
    place: PlaceJson<'a>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    question: Option<&'a str>,
    part: Option<&'a str>,
    document: Option<&'a str>,
    field: Option<&'a str>,
    /// The evidence record whose file shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    /// Where in its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

impl<'a> ScoreJson<'a> {
    /// The score of `assessment`.
    pub fn new(words: &Words, assessment: &'a Assessment, result: &'a AssessmentScore) -> Self {
        let (score, ruling) = (&result.score, &result.score.ruling);
        Self {
            schema: SCHEMA,
            model: &assessment.model,
            fingerprint: &result.fingerprint,
            as_of: assessment.as_of.to_string(),
            vendor: &assessment.vendor,
            product: &assessment.product,
            depth: assessment.depth,
            inherent: score.inherent.points(),
            exposure: score.exposure,
            residual: Residual {
                point: score.residual.point,
                low: score.residual.low,
                high: score.residual.high,
                open: score.residual.open,
            },
            irreducible: score.residual.irreducible,
            band: ruling.band,
            band_range: ruling.band_range,
            status: status(ruling.status),
            coverage: ruling.coverage,
            confidence: ruling.confidence,
            verdict: ruling.verdict.name(),
            caps: ruling.caps.iter().map(|each| cap(words, each)).collect(),
            gates: ruling.gates.iter().map(gate).collect(),
            drivers: score.drivers.iter().map(driver).collect(),
            domains: score.domains.iter().map(domain).collect(),
            findings: result.findings.iter().map(finding).collect(),
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Rated => "rated",
        Status::Provisional => "provisional",
        Status::Unrated => "unrated",
    }
}

fn cap(words: &Words, applied: &AppliedCap) -> CapJson {
    CapJson {
        cap: match applied.cap {
            Cap::GateA => "gate-a",
            Cap::GateB => "gate-b",
            Cap::CriticalRedFlag => "critical-red-flag",
            Cap::CriticalTechnicalFinding => "critical-technical-finding",
        },
        reason: applied.reason(words),
    }
}

fn gate(gate: &Gate) -> GateJson<'_> {
    GateJson {
        control: gate.control.as_str(),
        state: match gate.state {
            GateState::Passed => "passed",
            GateState::Failed => "failed",
            GateState::Open => "open",
        },
    }
}

fn driver(driver: &Driver) -> DriverJson<'_> {
    DriverJson {
        control: driver.control.as_str(),
        points: driver.points,
        not_implemented: driver.not_implemented,
        not_proven: driver.not_proven,
    }
}

fn domain(domain: &DomainPoints) -> DomainJson<'_> {
    DomainJson {
        domain: domain.domain.as_str(),
        points: domain.points,
    }
}

fn finding(finding: &Finding) -> FindingJson<'_> {
    FindingJson {
        id: finding.id.as_str(),
        severity: finding.severity,
        control: finding.control.as_str(),
        message: &finding.message,
        red_flag: finding.red_flag.as_ref().map(FindingId::as_str),
        place: place(&finding.place),
    }
}

fn place(place: &Place) -> PlaceJson<'_> {
    match place {
        Place::Answer { question, part } => PlaceJson {
            question: Some(question.as_str()),
            part: part.as_ref().map(PartId::as_str),
            document: None,
            field: None,
            record: None,
            at: None,
        },
        Place::Document { document, field } => PlaceJson {
            question: None,
            part: None,
            document: document.as_ref().map(EvidenceId::as_str),
            field: Some(field),
            record: None,
            at: None,
        },
        Place::Artefact {
            question,
            part,
            record,
            at,
        } => PlaceJson {
            question: Some(question.as_str()),
            part: part.as_ref().map(PartId::as_str),
            document: None,
            field: None,
            record: Some(record.as_str()),
            at: Some(at.to_string()),
        },
    }
}
