//! From the numbers to a verdict, and the caps that worsen it.
//!
//! The decision is docs/scoring.md 7. Caps are policy, each listed with its reason: a missing proof,
//! a critical red flag of a document, a critical technical finding. They only ever worsen the
//! verdict. While too little is answered, only a critical technical finding says anything.

use super::band::{band, to_nearest_edge};
use super::coverage::coverage;
use super::gate::{Gate, GateState, MissingProof, ProofGate, ProofGateName, gates};
use super::{ControlResult, Residual};
use crate::checks::{Axis, Finding};
use crate::pack::id::{ControlId, FindingId};
use crate::pack::model::{Band, Limits, Model};
use crate::pack::question::Severity;
use crate::source::names::name_of;
use crate::words::{Words, say};

/// What follows from the numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// Band of the residual risk.
    pub band: Band,
    /// Bands of the low and of the high end of the interval.
    pub band_range: [Band; 2],
    /// Points from the residual risk to the nearest edge between two bands; `None` with one band.
    pub to_nearest_edge: Option<f64>,
    /// Whether enough is answered.
    pub status: Status,
    /// Answered share of the exposure budget, 0 to 1.
    pub coverage: f64,
    /// One minus the uncertain share of the exposure budget, 0 to 1.
    pub confidence: f64,
    /// The gate of every live knock-out, by control.
    pub gates: Vec<Gate>,
    /// Gate A and gate B.
    pub proof: [ProofGate; 2],
    /// The decision of the scoring model.
    pub decision: Decision,
    /// The decision under its caps.
    pub verdict: Verdict,
    /// The caps that hold, in the order of their declaration.
    pub caps: Vec<AppliedCap>,
}

/// How much of the exposure budget is answered, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Too little to name a band.
    Unrated,
    /// Enough for a band that may still move.
    Provisional,
    /// Enough.
    Rated,
}

/// The decision of the scoring model, before any cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// Approve.
    Approve,
    /// Approve with conditions.
    ApproveWithConditions,
    /// Hold until preconditions are met.
    Hold,
    /// Nothing can be decided before more is answered.
    NoDecision,
    /// Do not approve before it is mended.
    DoNotApprove,
}

/// What the committee is told, from mild to severe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Use it.
    Approve,
    /// Use it under the conditions listed.
    ApproveWithConditions,
    /// A pilot under conditions, nothing that matters.
    PilotOnly,
    /// Too little is known.
    InsufficientEvidence,
    /// Do not use it.
    DoNotApprove,
}

impl Verdict {
    /// Names as JSON and `--fail-on` write them, mildest first.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("approve", Self::Approve),
        ("approve-with-conditions", Self::ApproveWithConditions),
        ("pilot-only", Self::PilotOnly),
        ("insufficient-evidence", Self::InsufficientEvidence),
        ("do-not-approve", Self::DoNotApprove),
    ];

    /// The name as JSON writes it.
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}

/// A cap on the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cap {
    /// Gate A is not met.
    GateA,
    /// Gate B is not met.
    GateB,
    /// A document bears a critical red flag.
    CriticalRedFlag,
    /// A critical technical finding.
    CriticalTechnicalFinding,
}

/// A cap that holds here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppliedCap {
    /// Which one.
    pub cap: Cap,
    /// What it rests on.
    pub because: Because,
}

/// What a cap rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// What a gate on proof lacks.
    Missing(Vec<MissingProof>),
    /// Critical findings, each with the control it weakens.
    Findings(Vec<(FindingId, ControlId)>),
}

impl AppliedCap {
    /// Why it holds, in one sentence without a final stop.
    pub fn reason(&self, words: &Words) -> String {
        let because = self.because.text(words);
        match self.cap {
            Cap::GateA => say!(words, "cap-gate-a", because),
            Cap::GateB => say!(words, "cap-gate-b", because),
            Cap::CriticalRedFlag => say!(words, "cap-critical-red-flag", because),
            Cap::CriticalTechnicalFinding => {
                say!(words, "cap-critical-technical-finding", because)
            }
        }
    }
}

impl Because {
    fn text(&self, words: &Words) -> String {
        match self {
            Self::Missing(missing) => {
                let missing = missing.iter().map(|missing| missing.text(words));
                missing.collect::<Vec<_>>().join("; ")
            }
            Self::Findings(findings) => {
                let findings = findings.iter().map(|(finding, control)| {
                    let (finding, control) = (finding.as_str(), control.as_str());
                    say!(words, "cap-finding", finding, control)
                });
                findings.collect::<Vec<_>>().join(", ")
            }
        }
    }
}

impl Cap {
    /// The best verdict left under the cap.
    pub fn ceiling(self) -> Verdict {
        match self {
            Self::GateB => Verdict::ApproveWithConditions,
            Self::GateA | Self::CriticalRedFlag => Verdict::PilotOnly,
            Self::CriticalTechnicalFinding => Verdict::DoNotApprove,
        }
    }
}

impl From<Decision> for Verdict {
    fn from(decision: Decision) -> Self {
        match decision {
            Decision::Approve => Self::Approve,
            Decision::ApproveWithConditions => Self::ApproveWithConditions,
            Decision::Hold => Self::PilotOnly,
            Decision::NoDecision => Self::InsufficientEvidence,
            Decision::DoNotApprove => Self::DoNotApprove,
        }
    }
}

/// What a ruling rests on.
#[derive(Debug)]
pub(super) struct Grounds<'a> {
    pub model: &'a Model,
    /// `I`, 0 to 1.
    pub inherent: f64,
    pub residual: Residual,
    pub results: &'a [ControlResult],
    pub proof: [ProofGate; 2],
    pub findings: &'a [Finding],
}

impl Grounds<'_> {
    /// Rules on the grounds.
    pub fn ruling(self) -> Ruling {
        let coverage = coverage(self.results);
        let edges = &self.model.bands;
        let position = Position {
            status: status(&self.model.limits, coverage.answered),
            band: band(edges, self.residual.point),
            inherent: self.inherent,
            confidence: coverage.confidence,
            gates: gates(self.model, self.results),
        };
        let decision = decision(&self.model.limits, &position);
        let caps = self.caps(position.status);
        Ruling {
            band: position.band,
            band_range: [
                band(edges, self.residual.low),
                band(edges, self.residual.high),
            ],
            to_nearest_edge: to_nearest_edge(edges, self.residual.point),
            status: position.status,
            coverage: coverage.answered,
            confidence: coverage.confidence,
            gates: position.gates,
            proof: self.proof,
            decision,
            verdict: verdict(decision, &caps),
            caps,
        }
    }

    fn caps(&self, status: Status) -> Vec<AppliedCap> {
        let mut caps = vec![];
        if status != Status::Unrated {
            caps.extend(self.proof.iter().filter_map(proof_cap));
            caps.extend(finding_cap(self.findings, Axis::Assurance));
        }
        caps.extend(finding_cap(self.findings, Axis::Technical));
        caps
    }
}

/// The status of an answered share of the budget, 0 to 1.
fn status(limits: &Limits, coverage: f64) -> Status {
    if coverage >= limits.rated {
        Status::Rated
    } else if coverage >= limits.provisional {
        Status::Provisional
    } else {
        Status::Unrated
    }
}

/// What the decision looks at.
#[derive(Debug, Clone)]
struct Position {
    status: Status,
    band: Band,
    inherent: f64,
    confidence: f64,
    gates: Vec<Gate>,
}

/// The decision rule of docs/scoring.md 7.
fn decision(limits: &Limits, at: &Position) -> Decision {
    if at.status == Status::Unrated {
        return Decision::NoDecision;
    }
    let has = |state| at.gates.iter().any(|gate| gate.state == state);
    let (failed, open) = (has(GateState::Failed), has(GateState::Open));
    let blocks = failed && at.inherent >= limits.gate_min_inherent;
    if blocks || at.band == Band::Critical {
        return Decision::DoNotApprove;
    }
    if at.band == Band::High || failed || open || at.status == Status::Provisional {
        return Decision::Hold;
    }
    if at.band >= Band::Moderate || at.confidence < limits.confident {
        return Decision::ApproveWithConditions;
    }
    Decision::Approve
}

/// The verdict: the decision, worsened by every cap.
fn verdict(decision: Decision, caps: &[AppliedCap]) -> Verdict {
    caps.iter()
        .map(|applied| applied.cap.ceiling())
        .fold(decision.into(), Verdict::max)
}

fn proof_cap(gate: &ProofGate) -> Option<AppliedCap> {
    let cap = match gate.name {
        ProofGateName::A => Cap::GateA,
        ProofGateName::B => Cap::GateB,
    };
    (!gate.is_met()).then(|| AppliedCap {
        cap,
        because: Because::Missing(gate.missing.clone()),
    })
}

/// The cap of the critical findings on an axis.
fn finding_cap(findings: &[Finding], axis: Axis) -> Option<AppliedCap> {
    let cap = match axis {
        Axis::Assurance => Cap::CriticalRedFlag,
        Axis::Technical => Cap::CriticalTechnicalFinding,
    };
    let critical: Vec<_> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Critical && finding.axis == axis)
        .map(|finding| (finding.id.clone(), finding.control.clone()))
        .collect();
    (!critical.is_empty()).then_some(AppliedCap {
        cap,
        because: Because::Findings(critical),
    })
}
