//! The reference model irm-1.0.0 and cases under it, for the tests of the score.
//!
//! Every number is that of docs/scoring.md, written down a second time; each control is fed by one
//! question.

#![allow(
    dead_code,
    reason = "each test file and the benchmark use their own part"
)]

pub mod vectors;
pub mod world;

use std::collections::BTreeMap;

use idp_assay::assessment::level::Level;
use idp_assay::pack::model::{
    Band, BandEdge, BlastDimension, Control, Domain, EvidenceKind, EvidenceModel, Factor,
    InherentModel, Limits, Model, Relevance, Rung, Shape, Subject,
};
use idp_assay::pack::question::ContextInput;
use idp_assay::score::control::{ControlInput, QuestionInput};
use idp_assay::score::credibility::EvidenceItem;
use idp_assay::score::inherent::Profile;
use idp_assay::score::{Case, Score, assess};

use BlastDimension::{Duration, Reuse, Scope};
use Relevance::{Direct, Generic, None as Not, Partial};
use Subject::{Human, Nhi, Platform};

/// Kinds of evidence, from the weakest rung to the strongest.
pub const KINDS: [EvidenceKind; 7] = [
    EvidenceKind::Assertion,
    EvidenceKind::Policy,
    EvidenceKind::Iso27001,
    EvidenceKind::Soc2T1,
    EvidenceKind::ConfigExport,
    EvidenceKind::Soc2T2,
    EvidenceKind::Verified,
];

/// Relevances, from the most direct to none.
pub const RELEVANCES: [Relevance; 4] = [Direct, Partial, Generic, Not];

/// Id, domain, weight, subject, knock-out, blast, SOC 2, ISO/IEC 27001.
type Row = (
    &'static str,
    &'static str,
    f64,
    Subject,
    f64,
    Option<BlastDimension>,
    Relevance,
    Relevance,
);

const CONTROLS: [Row; 29] = [
    ("AS1", "assurance", 2.0, Platform, 0.0, None, Not, Direct),
    ("AS2", "assurance", 3.0, Platform, 0.0, None, Direct, Not),
    ("AS3", "assurance", 3.0, Nhi, 0.0, None, Direct, Partial),
    ("AS4", "assurance", 1.0, Platform, 0.0, None, Not, Not),
    (
        "HA1",
        "human_access",
        3.0,
        Human,
        1.0,
        None,
        Direct,
        Partial,
    ),
    (
        "HA2",
        "human_access",
        3.0,
        Human,
        0.0,
        None,
        Direct,
        Partial,
    ),
    (
        "HA3",
        "human_access",
        2.0,
        Human,
        0.5,
        None,
        Direct,
        Partial,
    ),
    ("LG1", "logging", 3.0, Platform, 1.0, None, Partial, Generic),
    ("LG2", "logging", 1.0, Platform, 0.0, None, Direct, Partial),
    ("LG3", "logging", 2.0, Nhi, 0.0, None, Generic, Not),
    (
        "NC1",
        "nhi_credentials",
        3.0,
        Nhi,
        0.0,
        Some(Duration),
        Generic,
        Not,
    ),
    (
        "NC2",
        "nhi_credentials",
        3.0,
        Nhi,
        0.0,
        Some(Duration),
        Partial,
        Generic,
    ),
    (
        "NC3",
        "nhi_credentials",
        2.0,
        Nhi,
        0.0,
        Some(Reuse),
        Generic,
        Not,
    ),
    (
        "NC4",
        "nhi_credentials",
        2.0,
        Nhi,
        0.0,
        Some(Reuse),
        Generic,
        Not,
    ),
    (
        "NC5",
        "nhi_credentials",
        2.0,
        Nhi,
        0.0,
        Some(Reuse),
        Not,
        Not,
    ),
    (
        "NL1",
        "nhi_lifecycle",
        3.0,
        Nhi,
        1.0,
        None,
        Partial,
        Generic,
    ),
    (
        "NL2",
        "nhi_lifecycle",
        3.0,
        Nhi,
        1.0,
        None,
        Partial,
        Generic,
    ),
    (
        "NL3",
        "nhi_lifecycle",
        2.0,
        Nhi,
        0.0,
        Some(Duration),
        Partial,
        Generic,
    ),
    ("NL4", "nhi_lifecycle", 2.0, Nhi, 0.0, None, Generic, Not),
    (
        "PL1", "platform", 3.0, Platform, 1.0, None, Partial, Generic,
    ),
    (
        "PL2", "platform", 2.0, Platform, 0.0, None, Partial, Generic,
    ),
    ("PL3", "platform", 1.0, Platform, 0.0, None, Direct, Partial),
    (
        "PR1",
        "privilege",
        3.0,
        Nhi,
        0.0,
        Some(Scope),
        Partial,
        Generic,
    ),
    (
        "PR2",
        "privilege",
        3.0,
        Human,
        0.0,
        Some(Scope),
        Partial,
        Generic,
    ),
    (
        "PR3",
        "privilege",
        2.0,
        Human,
        0.0,
        Some(Scope),
        Direct,
        Partial,
    ),
    ("RV1", "revocation", 3.0, Nhi, 1.0, None, Generic, Not),
    ("RV2", "revocation", 1.0, Platform, 0.0, None, Not, Not),
    ("RW1", "reviews", 3.0, Nhi, 0.0, None, Partial, Generic),
    ("RW2", "reviews", 3.0, Human, 0.0, None, Direct, Partial),
];

const BUDGETS: [(&str, f64); 9] = [
    ("assurance", 0.08),
    ("human_access", 0.17),
    ("logging", 0.13),
    ("nhi_credentials", 0.18),
    ("nhi_lifecycle", 0.18),
    ("platform", 0.13),
    ("privilege", 0.13),
    ("reviews", 0.09),
    ("revocation", 0.13),
];

/// The reference model.
pub fn model() -> Model {
    Model {
        version: "irm-1.0.0".to_owned(),
        shape: Shape {
            p: 2.0,
            q: 4.0,
            kappa: 0.40,
            eta0: 0.05,
            eta_blast: 0.22,
        },
        evidence: evidence_model(),
        inherent: InherentModel {
            beta: BTreeMap::from([
                (Factor::Data, 0.55),
                (Factor::Criticality, 0.50),
                (Factor::Regulatory, 0.30),
                (Factor::Nhi, 0.40),
                (Factor::Cicd, 0.35),
                (Factor::Blast, 0.90),
            ]),
            nhi_log10_full: 5.0,
        },
        limits: Limits {
            gate_effectiveness: 0.25,
            gate_min_inherent: 0.50,
            rated: 0.80,
            provisional: 0.40,
            confident: 0.50,
        },
        bands: bands(),
        domains: BUDGETS.map(domain).to_vec(),
        controls: CONTROLS.map(control).to_vec(),
        sources: BTreeMap::new(),
    }
}

fn domain((id, budget): (&str, f64)) -> Domain {
    Domain {
        id: id.into(),
        title: id.to_owned(),
        budget,
    }
}

fn control(row: Row) -> Control {
    let (id, domain, weight, subject, knockout, blast, soc2, iso27001) = row;
    Control {
        id: id.into(),
        domain: domain.into(),
        title: id.to_owned(),
        weight,
        subject,
        knockout,
        blast,
        na_allowed: knockout == 0.0,
        soc2,
        iso27001,
    }
}

fn bands() -> Vec<BandEdge> {
    [
        (0.0, Band::Low),
        (20.0, Band::Moderate),
        (40.0, Band::Elevated),
        (60.0, Band::High),
        (80.0, Band::Critical),
    ]
    .map(|(from, band)| BandEdge { from, band })
    .to_vec()
}

fn evidence_model() -> EvidenceModel {
    let rung = |credibility, independence, decay: Option<(f64, f64)>| Rung {
        credibility,
        independence,
        grace_months: decay.map(|(grace, _)| grace),
        half_life_months: decay.map(|(_, half_life)| half_life),
    };
    EvidenceModel {
        ladder: BTreeMap::from([
            (EvidenceKind::Assertion, rung(0.30, 0.0, None)),
            (EvidenceKind::Policy, rung(0.40, 0.0, Some((12.0, 24.0)))),
            (EvidenceKind::Iso27001, rung(0.50, 1.0, Some((12.0, 12.0)))),
            (EvidenceKind::Soc2T1, rung(0.60, 1.0, Some((3.0, 6.0)))),
            (
                EvidenceKind::ConfigExport,
                rung(0.70, 0.5, Some((1.0, 6.0))),
            ),
            (EvidenceKind::Soc2T2, rung(0.80, 1.0, Some((3.0, 12.0)))),
            (EvidenceKind::Verified, rung(0.97, 1.0, Some((3.0, 9.0)))),
        ]),
        relevance: BTreeMap::from([(Not, 0.0), (Generic, 0.2), (Partial, 0.5), (Direct, 1.0)]),
        full_period_months: 12.0,
        default_sample: 25,
        qualified_cap: 0.40,
    }
}

/// Inputs of the context, in the order of [`profile`].
pub const CONTEXT: [ContextInput; 8] = [
    ContextInput::Data,
    ContextInput::Criticality,
    ContextInput::Regulatory,
    ContextInput::NhiCount,
    ContextInput::Cicd,
    ContextInput::Scope,
    ContextInput::Duration,
    ContextInput::Reuse,
];

/// A profile of the eight inputs.
pub fn profile(values: [f64; 8]) -> Profile {
    Profile::new(CONTEXT.into_iter().zip(values))
}

/// The reference context: a central provider, 5000 machine identities, pipelines to production.
pub fn reference_profile() -> Profile {
    profile([0.75, 1.0, 0.75, 5000.0, 1.0, 0.75, 0.5, 0.5])
}

/// What is told of one control: a level, or silence, and the evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub level: Option<f64>,
    pub evidence: Vec<EvidenceItem>,
}

impl Answer {
    pub fn new(level: f64, evidence: Vec<EvidenceItem>) -> Self {
        Self {
            level: Some(level),
            evidence,
        }
    }

    pub fn open() -> Self {
        Self {
            level: None,
            evidence: vec![],
        }
    }
}

/// Answers by control; a control that is left out is not applicable.
pub type Answers = BTreeMap<String, Answer>;

/// One answer for every control of the model.
pub fn every(model: &Model, answer: impl Fn(&Control) -> Answer) -> Answers {
    let each = model.controls.iter();
    each.map(|control| (control.id.to_string(), answer(control)))
        .collect()
}

/// A control fed by one gating question.
pub fn input(control: &str, answer: &Answer) -> ControlInput {
    let question = QuestionInput {
        question: format!("Q.{control}").as_str().into(),
        share: 1.0,
        gating: true,
        level: answer.level.map_or(Level::OPEN, Level::answered_at),
        evidence: answer.evidence.clone(),
    };
    ControlInput::new(control.into(), vec![question])
}

pub fn inputs(answers: &Answers) -> Vec<ControlInput> {
    answers
        .iter()
        .map(|(control, answer)| input(control, answer))
        .collect()
}

/// The score of answers, without findings.
pub fn score(model: &Model, profile: &Profile, answers: &Answers) -> Score {
    assess(&Case {
        model,
        profile,
        controls: &inputs(answers),
        findings: &[],
    })
}
