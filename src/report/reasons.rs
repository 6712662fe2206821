//! Why the verdict is what it is: the decision's own reasons and every cap, in plain words.

use super::{Material, print, terms};
use crate::checks::Axis;
use crate::checks::claims::REFUTED;
use crate::pack::id::ControlId;
use crate::pack::model::Band;
use crate::pack::question::Severity;
use crate::score::gate::{GateState, Lack, ProofGate, ProofGateName};
use crate::score::verdict::{Status, Verdict};
use crate::words::Words;

/// How many reasons page one holds.
const MOST: usize = 5;

/// The reasons for the verdict, the most severe first.
pub fn reasons(material: &Material) -> Vec<String> {
    let mut reasons = all(material);
    reasons.truncate(MOST);
    reasons
}

fn all(material: &Material) -> Vec<String> {
    let ruling = &material.score().ruling;
    let mut reasons = critical(material, Axis::Technical);
    reasons.extend(refuted(material));
    if ruling.status == Status::Unrated {
        reasons.push(format!(
            "Only {} of what can add risk is answered; below {} no band is given and nothing is decided.",
            print::coverage(material.words, ruling.coverage, &material.pack.model.limits),
            print::percent(material.words, material.pack.model.limits.provisional),
        ));
        return reasons;
    }
    reasons.extend(knock_outs(material, GateState::Failed));
    if ruling.band >= Band::High {
        reasons.push(format!(
            "The residual risk is in the band {}.",
            material.band()
        ));
    }
    reasons.extend(critical(material, Axis::Assurance));
    reasons.extend(ruling.proof.iter().filter_map(|x| proof(material.words, x)));
    reasons.extend(knock_outs(material, GateState::Open));
    if ruling.status == Status::Provisional {
        reasons.push(format!(
            "Only {} of what can add risk is answered, so the result is provisional.",
            print::coverage(material.words, ruling.coverage, &material.pack.model.limits),
        ));
    }
    if matches!(ruling.band, Band::Moderate | Band::Elevated) {
        reasons.push(format!(
            "The residual risk is in the band {}, which calls for conditions.",
            material.band()
        ));
    }
    if ruling.confidence < material.pack.model.limits.confident {
        reasons.push("Confidence is low: too much of the score rests on what is open, or claimed and not proven."
                .to_owned(),
        );
    }
    if ruling.verdict == Verdict::Approve {
        reasons.push(
            "No knock-out fails or is open, both gates on proof are met, and the residual risk is low."
                .to_owned(),
        );
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
    Some(format!(
        "Files refute {}, on {}. What they show counts.",
        print::counted(refuted.len(), "answer", "answers"),
        material.words.listed(&subjects)
    ))
}

/// Critical findings of an axis, each with what it says.
fn critical(material: &Material, axis: Axis) -> Vec<String> {
    let what = match axis {
        Axis::Technical => "Critical finding",
        Axis::Assurance => "Critical red flag of an assurance document",
    };
    let findings = material.findings().iter();
    findings
        .filter(|finding| finding.severity == Severity::Critical && finding.axis == axis)
        .map(|finding| {
            format!(
                "{what} on {}: {}",
                finding.control,
                print::plain(&finding.message)
            )
        })
        .collect()
}

fn knock_outs(material: &Material, state: GateState) -> Option<String> {
    let gates = material.score().ruling.gates.iter();
    let names: Vec<String> = gates
        .filter(|gate| gate.state == state)
        .map(|gate| terms::subject_of(material.words, &gate.control))
        .collect();
    if names.is_empty() {
        return None;
    }
    let one = names.len() == 1;
    let names = material.words.listed(&names);
    let mild = material.score().inherent.risk < material.pack.model.limits.gate_min_inherent;
    Some(match state {
        GateState::Failed if mild => format!(
            "{} {names}. The inherent risk of our use is low enough that this holds an approval back and does not refuse it.",
            if one {
                "A knock-out fails:"
            } else {
                "Knock-outs fail:"
            },
        ),
        GateState::Failed if one => format!("A knock-out fails: {names}."),
        GateState::Failed => format!("Knock-outs fail: {names}."),
        GateState::Open if one => format!("A knock-out is not decided yet: {names}."),
        GateState::Open => format!("Knock-outs are not decided yet: {names}."),
        GateState::Passed => format!("Passed: {names}."),
    })
}

/// A proof gate that is not met, with what is missing, by kind of lack.
fn proof(words: &Words, gate: &ProofGate) -> Option<String> {
    let name = match gate.name {
        ProofGateName::A => "Gate A",
        ProofGateName::B => "Gate B",
    };
    let missing: Vec<String> = LACKS
        .iter()
        .filter_map(|&lack| lacking(words, gate, lack))
        .collect();
    (!gate.is_met()).then(|| format!("{name} is not met: {}.", missing.join("; ")))
}

const LACKS: [Lack; 4] = [
    Lack::Control,
    Lack::Effectiveness,
    Lack::Artefact,
    Lack::Operation,
];

fn lacking(words: &Words, gate: &ProofGate, lack: Lack) -> Option<String> {
    let of_lack = gate.missing.iter().filter(|missing| missing.lack == lack);
    let subjects: Vec<String> = of_lack
        .map(|missing| terms::subject_of(words, &missing.control))
        .collect();
    let one = subjects.len() == 1;
    (!subjects.is_empty()).then(|| {
        let verb = match lack {
            Lack::Control if one => "is not in the model",
            Lack::Control => "are not in the model",
            Lack::Effectiveness if one => "is not credited as effective",
            Lack::Effectiveness => "are not credited as effective",
            Lack::Artefact if one => "has no proof beyond assertions and assurance documents",
            Lack::Artefact => "have no proof beyond assertions and assurance documents",
            Lack::Operation if one => {
                "is not shown at work by an export, a SOC 2 Type II report or a test of our own"
            }
            Lack::Operation => {
                "are not shown at work by an export, a SOC 2 Type II report or a test of our own"
            }
        };
        format!("{} {verb}", words.listed(&subjects))
    })
}
