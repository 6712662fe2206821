//! How each control came out: satisfied, not satisfied, or not decided.
//!
//! OSCAL knows only `satisfied` and `not-satisfied`. What is open or unproven is `not-satisfied` with the reason
//! `other`, never `fail`: nobody has seen it fail.

use serde::Serialize;
use uuid::Uuid;

use super::Case;
use super::assets::by_program;
use super::common::{Origin, Prop};
use super::controls::objective;
use super::observations::{self, RelatedObservation};
use super::risks::{self, RelatedRisk};
use super::text::{Line, Prose, Token};
use crate::pack::id::ControlId;
use crate::pack::model::{EvidenceKind, Model};
use crate::score::ControlResult;
use crate::score::gate::GateState;

/// A finding in the sense of OSCAL: what is concluded on an objective.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Finding {
    uuid: Uuid,
    title: Line,
    description: Prose,
    props: Vec<Prop>,
    origins: Vec<Origin>,
    target: Target,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_observations: Vec<RelatedObservation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_risks: Vec<RelatedRisk>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Target {
    #[serde(rename = "type")]
    kind: &'static str,
    target_id: Token,
    status: TargetStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    implementation_status: Option<ImplementationStatus>,
}

#[derive(Serialize)]
struct TargetStatus {
    state: &'static str,
    reason: &'static str,
    remarks: Prose,
}

#[derive(Serialize)]
struct ImplementationStatus {
    state: &'static str,
    remarks: Prose,
}

/// From here on a share is the whole, whatever its sum lost in rounding.
const WHOLE: f64 = 1.0 - 1e-9;

/// How a control came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Everything is answered and in place, and more than the vendor's word stands behind all of it.
    Satisfied,
    /// Something is known to be missing.
    Missing,
    /// Nothing is known to be missing, but something is open.
    Open,
    /// Everything is said to be in place, and the vendor's word alone says so for some of it.
    Unproven,
}

impl Outcome {
    fn of(model: &Model, control: &ControlResult, gate: Option<GateState>) -> Self {
        let assertion = model.evidence.ladder.get(&EvidenceKind::Assertion);
        let assertion = assertion.map_or(0.0, |rung| rung.credibility);
        let mut claims = control.questions.iter().map(|question| question.claim);
        match gate {
            Some(GateState::Open) => Self::Open,
            Some(GateState::Failed) => Self::Missing,
            Some(GateState::Passed) | None if control.readings.at_best < WHOLE => Self::Missing,
            Some(GateState::Passed) | None if control.readings.answered < WHOLE => Self::Open,
            Some(GateState::Passed) | None => {
                match claims.all(|claim| claim.credibility.credited > assertion) {
                    true => Self::Satisfied,
                    false => Self::Unproven,
                }
            }
        }
    }

    fn status(self) -> TargetStatus {
        let (state, reason, remarks) = match self {
            Self::Satisfied => (
                "satisfied",
                "pass",
                "Everything is answered and in place, and more than the vendor's word stands behind it.",
            ),
            Self::Missing => (
                "not-satisfied",
                "fail",
                "Something is known to be missing, or too little of a knock-out is credited.",
            ),
            Self::Open => (
                "not-satisfied",
                "other",
                "Open: what is not answered could still bring it.",
            ),
            Self::Unproven => (
                "not-satisfied",
                "other",
                "Not proven: for some of it there is nothing but the vendor's word.",
            ),
        };
        TargetStatus {
            state,
            reason,
            remarks: Prose::new(remarks),
        }
    }
}

/// A finding for each control that counts, by id.
pub fn findings(case: &Case) -> Vec<Finding> {
    let controls = case.result.score.controls.iter();
    controls.map(|control| finding(case, control)).collect()
}

fn finding(case: &Case, control: &ControlResult) -> Finding {
    let id = &control.control;
    let gate = gate(case, id);
    let outcome = Outcome::of(&case.pack.model, control, gate);
    let title = case.pack.model.control(id);
    let title = title.map_or_else(|| id.to_string(), |known| format!("{id}: {}", known.title));
    let status = outcome.status();
    Finding {
        uuid: case.ids.passing("finding", id.as_str()),
        title: Line::new(&title),
        description: status.remarks.clone(),
        props: props(case, control, gate),
        origins: vec![by_program(case)],
        target: Target {
            kind: "objective-id",
            target_id: objective(id),
            status,
            implementation_status: implementation(control),
        },
        related_observations: observations::of_control(case, id),
        related_risks: related_risks(case, id),
    }
}

/// How far it is said to be in place; none while nothing is, because OSCAL has no word for that.
fn implementation(control: &ControlResult) -> Option<ImplementationStatus> {
    let state = match control.readings.claimed {
        claimed if claimed >= WHOLE => "implemented",
        claimed if claimed > 0.0 => "partial",
        _ => return None,
    };
    Some(ImplementationStatus {
        state,
        remarks: Prose::new("As claimed, with what files refute counted as measured."),
    })
}

/// How the gate of a knock-out stands; none for another control.
fn gate(case: &Case, control: &ControlId) -> Option<GateState> {
    let mut gates = case.result.score.ruling.gates.iter();
    gates
        .find(|gate| gate.control == *control)
        .map(|gate| gate.state)
}

/// The numbers of the control at full precision.
fn props(case: &Case, control: &ControlResult, gate: Option<GateState>) -> Vec<Prop> {
    let readings = &control.readings;
    let mut props = vec![
        Prop::new("control", &control.control),
        Prop::new("credited", readings.credited),
        Prop::new("claimed", readings.claimed),
        Prop::new("independent", readings.independent),
        Prop::new("answered", readings.answered),
    ];
    if let Some(driver) = case.result.score.driver(&control.control) {
        props.extend([
            Prop::new("points", driver.points),
            Prop::new("points-not-implemented", driver.not_implemented),
            Prop::new("points-not-proven", driver.not_proven),
            Prop::new("points-open", driver.open),
        ]);
    }
    if let Some(gate) = gate {
        let state = match gate {
            GateState::Passed => "passed",
            GateState::Open => "open",
            GateState::Failed => "failed",
        };
        props.push(Prop::new("gate", state));
    }
    props
}

fn related_risks(case: &Case, control: &ControlId) -> Vec<RelatedRisk> {
    let keyed = risks::keyed(case);
    let own = keyed
        .iter()
        .filter(|(_, finding)| finding.control == *control);
    own.map(|(key, _)| RelatedRisk {
        risk_uuid: risks::risk_id(case, key),
    })
    .collect()
}
