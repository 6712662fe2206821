//! Gates: what must hold whatever the score says.
//!
//! A knock-out's gate asks for credited effectiveness (docs/scoring.md 7). The two proof gates ask for
//! more than the vendor's word and its assurance documents on the machine identities: gate A on
//! inventory and ownership, offboarding, rotation and revocation, gate B on dormancy, rotation and
//! revocation. Neither certificate nor report passes them alone.

use super::ControlResult;
use super::control::{ControlInput, Readings};
use super::credibility::{EvidenceItem, Weigher};
use crate::pack::id::ControlId;
use crate::pack::model::{EvidenceKind, Model};
use crate::words::{Words, say};

/// A knock-out and how its gate stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// The knock-out.
    pub control: ControlId,
    /// How its gate stands.
    pub state: GateState,
}

/// How a gate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GateState {
    /// Enough is credited.
    Passed,
    /// Not enough is credited, but what is open could still bring it.
    Open,
    /// Not enough is credited, whatever the open questions say.
    Failed,
}

/// One of the two gates on proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofGate {
    /// Which one.
    pub name: ProofGateName,
    /// What is missing, by control; empty when the gate is met.
    pub missing: Vec<MissingProof>,
}

impl ProofGate {
    /// Whether nothing is missing.
    pub fn is_met(&self) -> bool {
        self.missing.is_empty()
    }
}

/// The gates on proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProofGateName {
    /// Inventory and ownership, offboarding, rotation and revocation are shown at all.
    A,
    /// Dormancy, rotation and revocation are credited and shown in operation.
    B,
}

/// What a control lacks to meet a gate on proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingProof {
    /// The control.
    pub control: ControlId,
    /// What it lacks.
    pub lack: Lack,
}

/// What can be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// The control is not in the model that was used.
    Control,
    /// Evidence that is worth more than an assertion and is not only an assurance document.
    Artefact,
    /// Credited effectiveness.
    Effectiveness,
    /// A system export, a SOC 2 Type II or a test of our own.
    Operation,
}

impl MissingProof {
    /// The control and what it lacks, in words.
    pub(super) fn text(&self, words: &Words) -> String {
        let control = self.control.as_str();
        match self.lack {
            Lack::Control => say!(words, "lack-control", control),
            Lack::Artefact => say!(words, "lack-artefact", control),
            Lack::Effectiveness => say!(words, "lack-effectiveness", control),
            Lack::Operation => say!(words, "lack-operation", control),
        }
    }
}

/// Inventory and ownership, offboarding, rotation, revocation.
const GATE_A: [&str; 4] = ["NL1", "NL2", "NC2", "RV1"];
/// Dormancy, rotation, revocation.
const GATE_B: [&str; 3] = ["NL4", "NC2", "RV1"];

/// The gate of every knock-out among the live controls, by control.
pub(super) fn gates(model: &Model, results: &[ControlResult]) -> Vec<Gate> {
    let is_knock_out = |result: &&ControlResult| {
        let control = model.control(&result.control);
        control.is_some_and(|control| control.knockout > 0.0)
    };
    results
        .iter()
        .filter(is_knock_out)
        .map(|result| Gate {
            control: result.control.clone(),
            state: state(model.limits.gate_effectiveness, &result.readings),
        })
        .collect()
}

fn state(needed: f64, readings: &Readings) -> GateState {
    if readings.credited >= needed {
        GateState::Passed
    } else if readings.if_answered >= needed {
        GateState::Open
    } else {
        GateState::Failed
    }
}

/// What the proof gates look at.
pub(super) struct Proof<'a, 'm> {
    pub model: &'m Model,
    /// By control.
    pub inputs: &'a [&'a ControlInput],
    /// In the same order as the inputs.
    pub results: &'a [ControlResult],
}

impl Proof<'_, '_> {
    /// Gate A and gate B, in this order.
    pub fn gates(&self, weigher: &mut Weigher) -> [ProofGate; 2] {
        let a = GATE_A
            .iter()
            .filter_map(|&id| self.lacks_for_a(id, weigher));
        let a = a.collect();
        let b = GATE_B
            .iter()
            .filter_map(|&id| self.lacks_for_b(id, weigher));
        let b = b.collect();
        [
            ProofGate {
                name: ProofGateName::A,
                missing: a,
            },
            ProofGate {
                name: ProofGateName::B,
                missing: b,
            },
        ]
    }

    fn lacks_for_a(&self, id: &str, weigher: &mut Weigher) -> Option<MissingProof> {
        self.missing(id, |input, _| {
            let shown =
                items(input).any(|item| is_artefact(item) && weigher.adds_to_assertion(item));
            (!shown).then_some(Lack::Artefact)
        })
    }

    fn lacks_for_b(&self, id: &str, weigher: &mut Weigher) -> Option<MissingProof> {
        let needed = self.model.limits.gate_effectiveness;
        self.missing(id, |input, result| {
            if result.readings.credited < needed {
                return Some(Lack::Effectiveness);
            }
            let shown =
                items(input).any(|item| shows_operation(item) && weigher.adds_to_assertion(item));
            (!shown).then_some(Lack::Operation)
        })
    }

    /// What `lack` says of a live control. One that is set aside as not applicable lacks nothing;
    /// one that the model does not know cannot be shown.
    fn missing(
        &self,
        id: &str,
        lack: impl FnOnce(&ControlInput, &ControlResult) -> Option<Lack>,
    ) -> Option<MissingProof> {
        let at = self
            .inputs
            .binary_search_by(|input| input.control().as_str().cmp(id));
        let lack = match at {
            Ok(at) => lack(self.inputs[at], &self.results[at]),
            Err(_) if self.is_known(id) => None,
            Err(_) => Some(Lack::Control),
        };
        lack.map(|lack| MissingProof {
            control: id.into(),
            lack,
        })
    }

    fn is_known(&self, id: &str) -> bool {
        self.model
            .controls
            .iter()
            .any(|control| control.id.as_str() == id)
    }
}

/// The items behind questions that are answered, at least in part.
fn items(input: &ControlInput) -> impl Iterator<Item = &EvidenceItem> {
    input
        .questions()
        .iter()
        .filter(|question| question.level.answered() > 0.0)
        .flat_map(|question| &question.evidence)
}

/// Whether an item is no assurance document, or a SOC 2 Type II whose tested control is named.
fn is_artefact(item: &EvidenceItem) -> bool {
    !item.kind.is_assurance_document() || item.kind == EvidenceKind::Soc2T2 && item.tested_control
}

fn shows_operation(item: &EvidenceItem) -> bool {
    match item.kind {
        EvidenceKind::ConfigExport | EvidenceKind::Soc2T2 | EvidenceKind::Verified => true,
        EvidenceKind::Assertion
        | EvidenceKind::Policy
        | EvidenceKind::Iso27001
        | EvidenceKind::Soc2T1 => false,
    }
}
