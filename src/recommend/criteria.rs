//! The criteria of the decision table: what each asks, whose state it asks about, and whether it
//! can give points.
//!
//! C06 is not used. C16 has two inputs.

use crate::pack::question::Criterion;

/// Whose state a criterion asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Ours, as buyer.
    Ours,
    /// The vendor's.
    Vendor,
}

/// A criterion of the table.
#[derive(Debug, PartialEq)]
pub struct CriterionRow {
    /// Its id.
    pub id: &'static str,
    /// The field that holds its answer.
    pub input: Criterion,
    /// Whose state it asks about.
    pub whose: Whose,
    /// What it asks, in a few words.
    pub asks: &'static str,
    /// Whether it can give points; the others shape what the points say.
    pub gives_points: bool,
}

/// Whose state a criterion asks about.
pub const fn whose(input: Criterion) -> Whose {
    match input {
        Criterion::GovernanceCapacity
        | Criterion::CrispTestableControls
        | Criterion::PublicCredentialWanted
        | Criterion::FastGrowingSaas
        | Criterion::OwnershipScattered
        | Criterion::InventoryPct
        | Criterion::Have => Whose::Vendor,
        _ => Whose::Ours,
    }
}

const fn criterion(id: &'static str, input: Criterion, asks: &'static str) -> CriterionRow {
    let gives_points = !matches!(
        input,
        Criterion::FastGrowingSaas
            | Criterion::OwnershipScattered
            | Criterion::InventoryPct
            | Criterion::ContractNames
            | Criterion::Have
    );
    CriterionRow {
        id,
        input,
        whose: whose(input),
        asks,
        gives_points,
    }
}

/// Every criterion, by id.
pub const CRITERIA: [CriterionRow; 18] = [
    criterion("C01", Criterion::Need, "what must be proven"),
    criterion(
        "C02",
        Criterion::MultiEntity,
        "several departments or subsidiaries, changing risk",
    ),
    criterion(
        "C03",
        Criterion::ServiceAssuranceDemand,
        "demand for proof about a specific service",
    ),
    criterion("C04", Criterion::Regulated, "a regulated organisation"),
    criterion("C05", Criterion::Buyers, "where the buyers are"),
    criterion(
        "C07",
        Criterion::TestedOperationWanted,
        "operation over time must be visible, with tests and exceptions",
    ),
    criterion(
        "C08",
        Criterion::DurableModel,
        "identity governance is a durable operating model",
    ),
    criterion("C09", Criterion::Deadline, "when the first proof is due"),
    criterion("C10", Criterion::NhiSpan, "where machine identities work"),
    criterion(
        "C11",
        Criterion::GovernanceCapacity,
        "capacity for recurring risk treatment",
    ),
    criterion(
        "C12",
        Criterion::CrispTestableControls,
        "controls are written so that they can be tested",
    ),
    criterion(
        "C13",
        Criterion::PublicCredentialWanted,
        "a public credential is wanted",
    ),
    criterion(
        "C14",
        Criterion::AddOnsWanted,
        "add-on standards are wanted",
    ),
    criterion(
        "C15",
        Criterion::FastGrowingSaas,
        "a fast-growing SaaS company",
    ),
    criterion(
        "C16",
        Criterion::OwnershipScattered,
        "ownership is scattered",
    ),
    criterion(
        "C16",
        Criterion::InventoryPct,
        "share of the identities that is inventoried",
    ),
    criterion(
        "C17",
        Criterion::ContractNames,
        "a contract or regulator names a scheme",
    ),
    criterion("C18", Criterion::Have, "proofs already held"),
];
