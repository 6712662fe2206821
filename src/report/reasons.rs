//! Why the verdict is what it is: the decision's own reasons and every cap, in plain words.

use super::{Material, print, terms};
use crate::checks::Axis;
use crate::checks::claims::REFUTED;
use crate::pack::id::ControlId;
use crate::pack::model::Band;
use crate::pack::question::Severity;
use crate::score::gate::{GateState, Lack, ProofGate, ProofGateName};
use crate::score::verdict::{Status, Verdict};
use crate::words::{Words, say};

/// How many reasons page one holds.
const MOST: usize = 5;

/// The reasons for the verdict, the most severe first.
pub fn reasons(material: &Material) -> Vec<String> {
    let mut reasons = all(material);
    reasons.truncate(MOST);
    reasons
}

fn all(material: &Material) -> Vec<String> {
    let (words, ruling) = (material.words, &material.score().ruling);
    let limits = &material.pack.model.limits;
    let covered = print::coverage(words, ruling.coverage, limits);
    let mut reasons = critical(material, Axis::Technical);
    reasons.extend(refuted(material));
    if ruling.status == Status::Unrated {
        let needed = print::percent(words, limits.provisional);
        reasons.push(say!(words, "reason-unrated", covered, needed));
        return reasons;
    }
    reasons.extend(knock_outs(material, GateState::Failed));
    let band = material.band();
    if ruling.band >= Band::High {
        reasons.push(say!(words, "reason-band", band));
    }
    reasons.extend(critical(material, Axis::Assurance));
    reasons.extend(ruling.proof.iter().filter_map(|gate| proof(words, gate)));
    reasons.extend(knock_outs(material, GateState::Open));
    if ruling.status == Status::Provisional {
        reasons.push(say!(words, "reason-provisional", covered));
    }
    if matches!(ruling.band, Band::Moderate | Band::Elevated) {
        reasons.push(say!(words, "reason-band-conditions", band));
    }
    if ruling.confidence < limits.confident {
        reasons.push(say!(words, "reason-confidence"));
    }
    if ruling.verdict == Verdict::Approve {
        reasons.push(say!(words, "reason-approve"));
    }
    reasons
}

/// That files refute what was said, and of what.
fn refuted(material: &Material) -> Option<String> {
    let findings = material.findings().iter();
    let refuted: Vec<_> = findings
        .filter(|finding| finding.id.as_str() == REFUTED)
        .collect();
    if refuted.is_empty() {
        return None;
    }
    let mut controls: Vec<&ControlId> = refuted.iter().map(|finding| &finding.control).collect();
    controls.sort();
    controls.dedup();
    let subjects: Vec<String> = controls
        .into_iter()
        .map(|each| terms::subject_of(material.words, each))
        .collect();
    Some(say!(
        material.words,
        "reason-refuted",
        count = refuted.len(),
        subjects = material.words.listed(&subjects)
    ))
}

/// Critical findings of an axis, each with what it says.
fn critical(material: &Material, axis: Axis) -> Vec<String> {
    let words = material.words;
    let findings = material.findings().iter();
    findings
        .filter(|finding| finding.severity == Severity::Critical && finding.axis == axis)
        .map(|finding| {
            let control = finding.control.as_str();
            let message = print::plain(&finding.message);
            match axis {
                Axis::Technical => say!(words, "reason-critical-finding", control, message),
                Axis::Assurance => say!(words, "reason-critical-flag", control, message),
            }
        })
        .collect()
}

fn knock_outs(material: &Material, state: GateState) -> Option<String> {
    let words = material.words;
    let gates = material.score().ruling.gates.iter();
    let names: Vec<String> = gates
        .filter(|gate| gate.state == state)
        .map(|gate| terms::subject_of(words, &gate.control))
        .collect();
    if names.is_empty() {
        return None;
    }
    let (count, subjects) = (names.len(), words.listed(&names));
    let mild = material.score().inherent.risk < material.pack.model.limits.gate_min_inherent;
    Some(match state {
        GateState::Failed if mild => say!(words, "reason-knock-outs-mild", count, subjects),
        GateState::Failed => say!(words, "reason-knock-outs-failed", count, subjects),
        GateState::Open => say!(words, "reason-knock-outs-open", count, subjects),
        GateState::Passed => say!(words, "reason-knock-outs-passed", subjects),
    })
}

/// A proof gate that is not met, with what is missing, by kind of lack.
fn proof(words: &Words, gate: &ProofGate) -> Option<String> {
    let missing: Vec<String> = LACKS
        .iter()
        .filter_map(|&lack| lacking(words, gate, lack))
        .collect();
    let missing = missing.join("; ");
    (!gate.is_met()).then(|| match gate.name {
        ProofGateName::A => say!(words, "reason-gate-a", missing),
        ProofGateName::B => say!(words, "reason-gate-b", missing),
    })
}

const LACKS: [Lack; 4] = [
    Lack::Control,
    Lack::Effectiveness,
    Lack::Artefact,
    Lack::Operation,
];

fn lacking(words: &Words, gate: &ProofGate, lack: Lack) -> Option<String> {
    let of_lack = gate.missing.iter().filter(|missing| missing.lack == lack);
    let names: Vec<String> = of_lack
        .map(|missing| terms::subject_of(words, &missing.control))
        .collect();
    let (count, subjects) = (names.len(), words.listed(&names));
    (count > 0).then(|| match lack {
        Lack::Control => say!(words, "reason-lacks-control", count, subjects),
        Lack::Effectiveness => say!(words, "reason-lacks-effectiveness", count, subjects),
        Lack::Artefact => say!(words, "reason-lacks-artefact", count, subjects),
        Lack::Operation => say!(words, "reason-lacks-operation", count, subjects),
    })
}
