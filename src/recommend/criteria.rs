//! The criteria of the decision table: what each asks, whose state it asks about, and whether it
//! can give points.
//!
//! C06 is not used. C16 has two inputs.

use crate::pack::question::Criterion;
use crate::words::{Words, say};

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
    /// Whether it can give points; the others shape what the points say.
    pub gives_points: bool,
}

impl CriterionRow {
    /// What it asks, in a few words.
    pub fn asks(&self, words: &Words) -> String {
        match self.input {
            Criterion::Need => say!(words, "asks-need"),
            Criterion::MultiEntity => say!(words, "asks-multi-entity"),
            Criterion::ServiceAssuranceDemand => say!(words, "asks-service-assurance-demand"),
            Criterion::Regulated => say!(words, "asks-regulated"),
            Criterion::Buyers => say!(words, "asks-buyers"),
            Criterion::TestedOperationWanted => say!(words, "asks-tested-operation-wanted"),
            Criterion::DurableModel => say!(words, "asks-durable-model"),
            Criterion::Deadline => say!(words, "asks-deadline"),
            Criterion::NhiSpan => say!(words, "asks-nhi-span"),
            Criterion::GovernanceCapacity => say!(words, "asks-governance-capacity"),
            Criterion::CrispTestableControls => say!(words, "asks-crisp-testable-controls"),
            Criterion::PublicCredentialWanted => say!(words, "asks-public-credential-wanted"),
            Criterion::AddOnsWanted => say!(words, "asks-add-ons-wanted"),
            Criterion::FastGrowingSaas => say!(words, "asks-fast-growing-saas"),
            Criterion::OwnershipScattered => say!(words, "asks-ownership-scattered"),
            Criterion::InventoryPct => say!(words, "asks-inventory-pct"),
            Criterion::ContractNames => say!(words, "asks-contract-names"),
            Criterion::Have => say!(words, "asks-have"),
        }
    }
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

const fn criterion(id: &'static str, input: Criterion) -> CriterionRow {
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
        gives_points,
    }
}

/// Every criterion, by id.
pub const CRITERIA: [CriterionRow; 18] = [
    criterion("C01", Criterion::Need),
    criterion("C02", Criterion::MultiEntity),
    criterion("C03", Criterion::ServiceAssuranceDemand),
    criterion("C04", Criterion::Regulated),
    criterion("C05", Criterion::Buyers),
    criterion("C07", Criterion::TestedOperationWanted),
    criterion("C08", Criterion::DurableModel),
    criterion("C09", Criterion::Deadline),
    criterion("C10", Criterion::NhiSpan),
    criterion("C11", Criterion::GovernanceCapacity),
    criterion("C12", Criterion::CrispTestableControls),
    criterion("C13", Criterion::PublicCredentialWanted),
    criterion("C14", Criterion::AddOnsWanted),
    criterion("C15", Criterion::FastGrowingSaas),
    criterion("C16", Criterion::OwnershipScattered),
    criterion("C16", Criterion::InventoryPct),
    criterion("C17", Criterion::ContractNames),
    criterion("C18", Criterion::Have),
];
