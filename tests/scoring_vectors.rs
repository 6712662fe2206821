//! The 30 golden vectors of the scoring model, at 1e-9.
//!
//! They come from the reference implementation, which shares no code with this one.

mod support;

use std::collections::BTreeMap;

use idp_assay::pack::model::Band;
use idp_assay::score::Score;
use idp_assay::score::gate::GateState;
use idp_assay::score::verdict::{Decision, Status};
use support::score;
use support::vectors::{Vector, vectors};

fn near(name: &str, what: &str, found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-9,
        "{name}: {what} is {found}, expected {expected}"
    );
}

fn check(vector: &Vector, score: &Score) {
    let (name, expect) = (vector.name.as_str(), &vector.expect);
    let (residual, ruling) = (&score.residual, &score.ruling);
    near(name, "I", score.inherent.risk, expect.I);
    near(name, "H", score.exposure, expect.H);
    near(name, "V", score.fraction, expect.V);
    near(name, "R", residual.point, expect.R);
    near(name, "lo", residual.low, expect.lo);
    near(name, "hi", residual.high, expect.hi);
    near(name, "R_open", residual.open, expect.R_open);
    near(name, "R0", residual.irreducible, expect.R0);
    near(name, "confidence", ruling.confidence, expect.confidence);
    near(name, "coverage", ruling.coverage, expect.answered);
    near(name, "blast index", score.blast_index, expect.blast_index);
    assert_eq!(band_name(ruling.band), expect.band, "{name}");
    assert_eq!(status_name(ruling.status), expect.status, "{name}");
    assert_eq!(gate_names(score), expect.gates, "{name}");
    assert_eq!(decision_name(ruling.decision), expect.decision, "{name}");
    check_drivers(name, score, &expect.drivers);
}

fn check_drivers(name: &str, score: &Score, expected: &BTreeMap<String, f64>) {
    assert_eq!(score.drivers.len(), expected.len(), "{name}");
    for driver in &score.drivers {
        let control = driver.control.as_str();
        near(name, control, driver.points, expected[control]);
        let parts = driver.not_implemented + driver.not_proven + driver.open;
        near(name, control, parts, driver.points);
    }
}

fn band_name(band: Band) -> &'static str {
    match band {
        Band::Low => "Low",
        Band::Moderate => "Moderate",
        Band::Elevated => "Elevated",
        Band::High => "High",
        Band::Critical => "Critical",
    }
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Rated => "RATED",
        Status::Provisional => "PROVISIONAL",
        Status::Unrated => "UNRATED",
    }
}

fn decision_name(decision: Decision) -> &'static str {
    match decision {
        Decision::NoDecision => "NO DECISION - obtain answers",
        Decision::DoNotApprove => "DO NOT APPROVE - remediate first",
        Decision::Hold => "HOLD - conditions precedent",
        Decision::ApproveWithConditions => "APPROVE WITH CONDITIONS",
        Decision::Approve => "APPROVE",
    }
}

/// Knock-outs whose gate is not passed, `?` after those that are open.
fn gate_names(score: &Score) -> Vec<String> {
    let gates = score.ruling.gates.iter();
    gates
        .filter_map(|gate| match gate.state {
            GateState::Passed => None,
            GateState::Open => Some(format!("{}?", gate.control)),
            GateState::Failed => Some(gate.control.to_string()),
        })
        .collect()
}

#[test]
fn every_vector_is_met() {
    let vectors = vectors();
    assert_eq!(vectors.model, support::model().version);
    assert_eq!(vectors.cases.len(), 30);
    for vector in &vectors.cases {
        let found = score(&support::model(), &vector.profile(), &vector.answers());
        check(vector, &found);
    }
}
