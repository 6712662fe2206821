//! Questions, the sections that hold them, and what a bad answer means.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::Form;
use super::condition::Condition;
use super::document::DocumentKind;
use super::fact::FactLink;
use super::id::{
    ClaimId, ControlId, FindingId, FrameworkId, OptionId, PartId, QuestionId, SectionId,
    ThresholdId, TopicId,
};
use super::model::{EvidenceKind, Factor};
use crate::source::names::name_of;

/// A section of the questionnaire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Id, such as `logging`.
    pub id: SectionId,
    /// Name for readers.
    pub title: String,
    /// What the section is about, one or two sentences.
    pub intro: String,
    /// Assurance documents whose reading answers questions here; they are asked for first.
    pub documents: Vec<DocumentKind>,
    /// Questions in the order they are asked.
    pub questions: Vec<Question>,
}

/// A question, with all that whoever answers it needs to know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Stable id, such as `Q.tok.01`.
    pub id: QuestionId,
    /// Topic of the crosswalk it belongs to.
    pub topic: TopicId,
    /// What is asked.
    pub text: String,
    /// Why we ask.
    pub why: String,
    /// What good looks like.
    pub good: String,
    /// Where to find the answer.
    pub find: String,
    /// What to attach as evidence, in words.
    pub attach: String,
    /// Kinds of evidence that count here.
    pub evidence: Vec<EvidenceKind>,
    /// What the answer looks like.
    pub form: Form,
    /// What the answer is for.
    pub role: Role,
    /// The shallowest depth at which it is asked.
    pub depth: Depth,
    /// When it is asked; always, without one.
    pub when: Option<Condition>,
    /// Ids of the frameworks it touches, by framework.
    pub frameworks: BTreeMap<FrameworkId, Vec<String>>,
    /// Statements of the seed texts that it serves; empty for an expert's addition.
    pub claims: Vec<ClaimId>,
    /// Sourced numbers it leans on besides those of its scales.
    pub thresholds: Vec<ThresholdId>,
    /// What artefacts say about it.
    pub facts: Vec<FactLink>,
    /// What bad answers mean, the worst first.
    pub bad: Vec<BadAnswer>,
}

/// What an answer is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Role {
    /// It feeds a scored control.
    Scored(Scored),
    /// It feeds a factor of the inherent risk or one of the three sides of the blast radius.
    Context(ContextInput),
    /// It feeds a criterion of the framework recommendation.
    Criterion(Criterion),
    /// It is kept and shown, and steers other questions.
    Record,
}

/// How a question feeds its control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scored {
    /// The control.
    pub control: ControlId,
    /// Weight among the control's live questions, above 0.
    pub share: f64,
    /// Whether the control can be no better than this answer.
    pub gating: bool,
}

/// Inputs of the inherent risk that a context question can feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContextInput {
    /// Sensitivity of the data reached.
    Data,
    /// Criticality of sign-in.
    Criticality,
    /// Regulatory duties.
    Regulatory,
    /// Number of machine identities: a count.
    NhiCount,
    /// Reach into build and deployment.
    Cicd,
    /// Privilege reach of the most privileged identity.
    Scope,
    /// How long a stolen credential stays useful.
    Duration,
    /// How many systems share a credential or trust.
    Reuse,
}

impl ContextInput {
    /// Names as YAML writes them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("data", Self::Data),
        ("criticality", Self::Criticality),
        ("regulatory", Self::Regulatory),
        ("nhi_count", Self::NhiCount),
        ("cicd", Self::Cicd),
        ("scope", Self::Scope),
        ("duration", Self::Duration),
        ("reuse", Self::Reuse),
    ];

    /// The factor that the input is part of.
    pub fn factor(self) -> Factor {
        match self {
            Self::Data => Factor::Data,
            Self::Criticality => Factor::Criticality,
            Self::Regulatory => Factor::Regulatory,
            Self::NhiCount => Factor::Nhi,
            Self::Cicd => Factor::Cicd,
            Self::Scope | Self::Duration | Self::Reuse => Factor::Blast,
        }
    }
}

/// Input fields of the framework recommendation, by the criterion that reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// C01: what must be proven (`management_system`, `scoped_attestation`).
    Need,
    /// C02: several departments or subsidiaries (yes/no).
    MultiEntity,
    /// C03: customers ask about a specific service (yes/no).
    ServiceAssuranceDemand,
    /// C04: regulated (yes/no).
    Regulated,
    /// C05: where the buyers are (`north_america`, `europe_uk_apac_public`, `mixed`).
    Buyers,
    /// C07: operation over time must be visible (yes/no).
    TestedOperationWanted,
    /// C08: a durable operating model (yes/no).
    DurableModel,
    /// C09: deadline of the first proof (`under_4_months`, `4_to_12_months`, `none`).
    Deadline,
    /// C10: where machine identities work (`product_and_corporate`, `product_only`).
    NhiSpan,
    /// C11: capacity for governance (yes/no).
    GovernanceCapacity,
    /// C12: controls written crisply and testable (yes/no).
    CrispTestableControls,
    /// C13: a public credential is wanted (yes/no).
    PublicCredentialWanted,
    /// C14: add-on standards wanted (yes/no).
    AddOnsWanted,
    /// C15: fast-growing SaaS (yes/no).
    FastGrowingSaas,
    /// C16: ownership is scattered (yes/no).
    OwnershipScattered,
    /// C16: share of the inventory that is known (percent).
    InventoryPct,
    /// C17: a contract or regulator names a scheme (`iso`, `soc2`, `both`, `none`).
    ContractNames,
    /// C18: reports already held (several of `iso`, `soc2_t1`, `soc2_t2`).
    Have,
}

impl Criterion {
    /// Names as YAML writes them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("need", Self::Need),
        ("multi_entity", Self::MultiEntity),
        ("service_assurance_demand", Self::ServiceAssuranceDemand),
        ("regulated", Self::Regulated),
        ("buyers", Self::Buyers),
        ("tested_operation_wanted", Self::TestedOperationWanted),
        ("durable_model", Self::DurableModel),
        ("deadline", Self::Deadline),
        ("nhi_span", Self::NhiSpan),
        ("governance_capacity", Self::GovernanceCapacity),
        ("crisp_testable_controls", Self::CrispTestableControls),
        ("public_credential_wanted", Self::PublicCredentialWanted),
        ("add_ons_wanted", Self::AddOnsWanted),
        ("fast_growing_saas", Self::FastGrowingSaas),
        ("ownership_scattered", Self::OwnershipScattered),
        ("inventory_pct", Self::InventoryPct),
        ("contract_names", Self::ContractNames),
        ("have", Self::Have),
    ];
}

/// How deep an assessment asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    /// The gating questions; every control has one.
    Quick,
    /// Most questions.
    Standard,
    /// All of them.
    Full,
}

impl Severity {
    /// Names as YAML and JSON write them, mildest first.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("info", Self::Info),
        ("low", Self::Low),
        ("medium", Self::Medium),
        ("high", Self::High),
        ("critical", Self::Critical),
    ];
}

impl Depth {
    /// Names as YAML and JSON write them, shallowest first.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("quick", Self::Quick),
        ("standard", Self::Standard),
        ("full", Self::Full),
    ];

    /// The name as YAML and JSON write it.
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}

/// What a bad answer means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BadAnswer {
    /// Id of the finding, kebab-case, unique in the pack.
    pub finding: FindingId,
    /// The red flag of an assurance document that it is, such as `RF-S-05`.
    pub red_flag: Option<FindingId>,
    /// The part it looks at; the whole answer, without one.
    pub part: Option<PartId>,
    /// When it applies.
    pub trigger: Trigger,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, one sentence.
    pub message: String,
    /// What mends it.
    pub remediation: String,
    /// What to ask for in the contract.
    pub clause: String,
}

/// What makes an answer a bad one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Trigger {
    /// Its level is below this, above 0 and at most 1.
    Below(f64),
    /// One of these options is chosen.
    Options(Vec<OptionId>),
}

/// Severity of a finding, from mild to severe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth mending.
    Low,
    /// To be mended.
    Medium,
    /// To be mended before it is relied on.
    High,
    /// Decides the verdict.
    Critical,
}
