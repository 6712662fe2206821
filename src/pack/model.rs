//! The numbers of the scoring model and the catalogue of controls it scores.
//!
//! The shape of the formula is fixed in code (`score`); what an organisation may set for itself is
//! data, read from `questionnaires/model.yaml`. Every figure there names its source, and a
//! judgement is called one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::{ControlId, DomainId};
use crate::source::names::name_of;

/// The scoring model: parameters, domains and controls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Version of formula and defaults, such as `irm-1.0.0`; two reports compare only within one.
    pub version: String,
    /// The shape of the exposure function.
    pub shape: Shape,
    /// The evidence ladder and what weakens an item on it.
    pub evidence: EvidenceModel,
    /// From our use of the provider to the inherent risk.
    pub inherent: InherentModel,
    /// When a result counts as answered, and when a gate holds.
    pub limits: Limits,
    /// Lower edges of the bands, in points, ascending; the first is 0.
    pub bands: Vec<BandEdge>,
    /// Exposure budgets, sorted by id.
    pub domains: Vec<Domain>,
    /// Scored controls, sorted by id.
    pub controls: Vec<Control>,
    /// Where the numbers come from, by the key that holds them; a judgement says that it is one.
    pub sources: BTreeMap<String, String>,
}

impl Model {
    /// Where the bands begin, in points: a printed score must not cross one.
    pub fn band_edges(&self) -> Vec<f64> {
        self.bands.iter().map(|edge| edge.from).collect()
    }

    /// The control of that id.
    pub fn control(&self, id: &ControlId) -> Option<&Control> {
        self.controls
            .binary_search_by(|control| control.id.cmp(id))
            .ok()
            .map(|at| &self.controls[at])
    }

    /// The domain of that id.
    pub fn domain(&self, id: &DomainId) -> Option<&Domain> {
        self.domains
            .binary_search_by(|domain| domain.id.cmp(id))
            .ok()
            .map(|at| &self.domains[at])
    }
}

/// Exponents and weights of the exposure function; changing one needs a new model version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// Exponent of the power mean inside a domain, at least 1.
    pub p: f64,
    /// Exponent of the knock-out term, at least 1.
    pub q: f64,
    /// Exposure that one fully failed knock-out adds on its own.
    pub kappa: f64,
    /// Exposure that stays with a perfect vendor.
    pub eta0: f64,
    /// Budget of the interaction of scope, duration and reuse.
    pub eta_blast: f64,
}

/// What a piece of evidence is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EvidenceModel {
    /// One rung for each kind of evidence.
    pub ladder: BTreeMap<EvidenceKind, Rung>,
    /// Share of a rung that counts for a control it touches only so directly, 0 to 1.
    pub relevance: BTreeMap<Relevance, f64>,
    /// A SOC 2 Type II of this many months gets the full rung.
    pub full_period_months: f64,
    /// Items an auditor is taken to have tested when the report does not say.
    pub default_sample: u32,
    /// Highest credibility under a qualified or adverse opinion on the criterion, 0 to 1.
    pub qualified_cap: f64,
}

/// One rung of the evidence ladder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rung {
    /// Credibility of a fresh, directly relevant item, 0 to 1.
    pub credibility: f64,
    /// How far it is independent of the vendor's own word, 0 to 1.
    pub independence: f64,
    /// Months for which it does not age; `None` when it never ages.
    pub grace_months: Option<f64>,
    /// Months after the grace period in which it loses half; `None` when it never ages.
    pub half_life_months: Option<f64>,
}

/// Kinds of evidence, from the weakest rung to the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// The vendor says so; an answer without evidence is one.
    Assertion,
    /// A policy or procedure document: intent.
    Policy,
    /// An ISO/IEC 27001 certificate whose scope covers the service.
    Iso27001,
    /// A SOC 2 Type I report: design on one day.
    Soc2T1,
    /// A system-generated export or a live demonstration by the vendor.
    ConfigExport,
    /// A SOC 2 Type II report: operation over a period.
    Soc2T2,
    /// We tested it ourselves in our own tenant.
    Verified,
}

impl EvidenceKind {
    /// Names as YAML and JSON write them, weakest first.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("assertion", Self::Assertion),
        ("policy", Self::Policy),
        ("iso27001", Self::Iso27001),
        ("soc2_t1", Self::Soc2T1),
        ("config_export", Self::ConfigExport),
        ("soc2_t2", Self::Soc2T2),
        ("verified", Self::Verified),
    ];

    /// The name as YAML and JSON write it.
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }

    /// Whether it is a report or certificate about the vendor, not about the technique itself.
    pub fn is_assurance_document(self) -> bool {
        matches!(self, Self::Iso27001 | Self::Soc2T1 | Self::Soc2T2)
    }
}

/// How directly an item speaks about a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relevance {
    /// Not at all.
    None,
    /// Only as part of the whole.
    Generic,
    /// In part.
    Partial,
    /// The very control.
    Direct,
}

impl Relevance {
    /// Names as YAML and JSON write them, weakest first.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("none", Self::None),
        ("generic", Self::Generic),
        ("partial", Self::Partial),
        ("direct", Self::Direct),
    ];
}

/// From the use we make of the provider to the inherent risk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InherentModel {
    /// Weight of each factor.
    pub beta: BTreeMap<Factor, f64>,
    /// Base-10 logarithm of the number of machine identities that counts as 1.
    pub nhi_log10_full: f64,
}

/// Factors of the inherent risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// Sensitivity of what the identities reach.
    Data,
    /// How much of the business stops when sign-in stops.
    Criticality,
    /// Regulatory duties on the use.
    Regulatory,
    /// Number of machine identities.
    Nhi,
    /// Reach into build and deployment.
    Cicd,
    /// Scope, duration and reuse of a stolen credential, taken together.
    Blast,
}

/// Limits of the decision: policy of the risk committee, not measurement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// A knock-out with less credited effectiveness fails its gate, 0 to 1.
    pub gate_effectiveness: f64,
    /// Below this inherent risk a failed gate holds instead of blocking, 0 to 1.
    pub gate_min_inherent: f64,
    /// Answered share of the budget from which a result is rated, 0 to 1.
    pub rated: f64,
    /// Answered share of the budget from which a result is provisional, 0 to 1.
    pub provisional: f64,
    /// Below this confidence an approval carries conditions, 0 to 1.
    pub confident: f64,
}

impl Band {
    /// Names as YAML and JSON write them, mildest first.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("low", Self::Low),
        ("moderate", Self::Moderate),
        ("elevated", Self::Elevated),
        ("high", Self::High),
        ("critical", Self::Critical),
    ];

    /// The name as YAML and JSON write it.
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }

    /// The next milder band; none below the mildest.
    pub fn milder(self) -> Option<Self> {
        match self {
            Self::Low => None,
            Self::Moderate => Some(Self::Low),
            Self::Elevated => Some(Self::Moderate),
            Self::High => Some(Self::Elevated),
            Self::Critical => Some(Self::High),
        }
    }
}

/// Where a band begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BandEdge {
    /// Lowest score of the band, in points.
    pub from: f64,
    /// The band.
    pub band: Band,
}

/// Bands of the residual risk, from mild to severe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Below 20 points in the shipped model.
    Low,
    /// 20 to below 40.
    Moderate,
    /// 40 to below 60.
    Elevated,
    /// 60 to below 80.
    High,
    /// 80 and above.
    Critical,
}

/// A domain and the exposure it adds when everything in it is absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Domain {
    /// Id, such as `revocation`.
    pub id: DomainId,
    /// Name for readers.
    pub title: String,
    /// Exposure budget, above 0.
    pub budget: f64,
}

/// A scored control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Control {
    /// Id, such as `RV1`.
    pub id: ControlId,
    /// Domain whose budget it shares.
    pub domain: DomainId,
    /// What is in place when the control is.
    pub title: String,
    /// Relative weight inside the domain, above 0.
    pub weight: f64,
    /// Whose identities it governs.
    pub subject: Subject,
    /// Multiplier of the knock-out term, 0 to 1; 0 for a control that is none.
    pub knockout: f64,
    /// The dimension of the blast radius it bounds.
    pub blast: Option<BlastDimension>,
    /// Whether its questions may be set aside as not applicable.
    pub na_allowed: bool,
    /// How directly a SOC 2 report can evidence it.
    pub soc2: Relevance,
    /// How directly an ISO/IEC 27001 certificate can evidence it.
    pub iso27001: Relevance,
}

/// Whose identities a control governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Machine identities.
    Nhi,
    /// People.
    Human,
    /// The platform both rest on.
    Platform,
}

/// Dimensions of the identity blast radius.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlastDimension {
    /// What a credential reaches.
    Scope,
    /// How long it stays useful.
    Duration,
    /// How many systems trust it.
    Reuse,
}
