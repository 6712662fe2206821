//! What the recommendation is decided from: one optional field for each criterion.
//!
//! C01 to C05, C07 to C10, C14 and C17 are our needs as buyer; C11 to C13, C15, C16 and C18 are the
//! vendor's state. A field nobody answered is `None`, which is never the same as a no.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::table::Signal;
use crate::pack::question::Criterion;

/// The answers to the criteria, and the circumstances that edge cases look at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Input {
    /// C01.
    pub need: Option<Need>,
    /// C02.
    pub multi_entity: Option<bool>,
    /// C03.
    pub service_assurance_demand: Option<bool>,
    /// C04.
    pub regulated: Option<bool>,
    /// C05.
    pub buyers: Option<Buyers>,
    /// C07.
    pub tested_operation_wanted: Option<bool>,
    /// C08.
    pub durable_model: Option<bool>,
    /// C09.
    pub deadline: Option<Deadline>,
    /// C10.
    pub nhi_span: Option<NhiSpan>,
    /// C11.
    pub governance_capacity: Option<bool>,
    /// C12.
    pub crisp_testable_controls: Option<bool>,
    /// C13.
    pub public_credential_wanted: Option<bool>,
    /// C14.
    pub add_ons_wanted: Option<bool>,
    /// C15.
    pub fast_growing_saas: Option<bool>,
    /// C16.
    pub ownership_scattered: Option<bool>,
    /// C16: share of the inventory that is known, 0 to 100.
    pub inventory_pct: Option<f64>,
    /// C17.
    pub contract_names: Option<Scheme>,
    /// C18; an empty set says that nothing is held.
    pub have: Option<BTreeSet<Held>>,
    /// The day the advice speaks about.
    pub as_of: Option<NaiveDate>,
    /// Whether AI agents hold identities here.
    pub ai_agents: Option<bool>,
    /// Whether sensitive data is reached, so that confidentiality may be a reason.
    pub sensitive_data: Option<bool>,
    /// Whether machine identities are many or reach production.
    pub high_nhi_exposure: Option<bool>,
}

/// C01: what must be proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// A management system that lasts.
    ManagementSystem,
    /// Selected controls of a service.
    ScopedAttestation,
}

/// C05: where the buyers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Buyers {
    /// The United States and Canada.
    NorthAmerica,
    /// Europe, the United Kingdom, Asia-Pacific, public tenders.
    EuropeUkApacPublic,
    /// Several of these.
    Mixed,
}

/// C09: when the first proof is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// In less than four months.
    Under4Months,
    /// In four to twelve months.
    From4To12Months,
    /// At no fixed date.
    None,
}

/// C10: where machine identities work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NhiSpan {
    /// In the product and in corporate systems.
    ProductAndCorporate,
    /// In the product alone.
    ProductOnly,
}

/// C17: the scheme that a contract or regulator names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// ISO/IEC 27001.
    Iso,
    /// SOC 2.
    Soc2,
    /// Both.
    Both,
    /// None of them.
    None,
}

/// C18: a proof that is held already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// An ISO/IEC 27001 certificate.
    Iso,
    /// A SOC 2 Type I report.
    Soc2TypeI,
    /// A SOC 2 Type II report.
    Soc2TypeII,
}

impl Input {
    /// Whether the answers show what a row of the table looks for.
    pub fn shows(&self, signal: Signal) -> bool {
        match signal {
            Signal::Need(need) => self.need == Some(need),
            Signal::Buyers(buyers) => self.buyers == Some(buyers),
            Signal::Deadline(deadline) => self.deadline == Some(deadline),
            Signal::NhiSpan(span) => self.nhi_span == Some(span),
            Signal::Yes(criterion) => self.yes_no(criterion) == Some(true),
        }
    }

    /// Whether a criterion is answered at all.
    pub fn answers(&self, criterion: Criterion) -> bool {
        match criterion {
            Criterion::Need => self.need.is_some(),
            Criterion::Buyers => self.buyers.is_some(),
            Criterion::Deadline => self.deadline.is_some(),
            Criterion::NhiSpan => self.nhi_span.is_some(),
            Criterion::InventoryPct => self.inventory_pct.is_some(),
            Criterion::ContractNames => self.contract_names.is_some(),
            Criterion::Have => self.have.is_some(),
            yes_no => self.yes_no(yes_no).is_some(),
        }
    }

    /// Whether a proof is held; what nobody answered is not.
    pub fn holds(&self, held: Held) -> bool {
        self.have.as_ref().is_some_and(|have| have.contains(&held))
    }

    /// The answer to a yes/no criterion; none for the others.
    fn yes_no(&self, criterion: Criterion) -> Option<bool> {
        match criterion {
            Criterion::MultiEntity => self.multi_entity,
            Criterion::ServiceAssuranceDemand => self.service_assurance_demand,
            Criterion::Regulated => self.regulated,
            Criterion::TestedOperationWanted => self.tested_operation_wanted,
            Criterion::DurableModel => self.durable_model,
            Criterion::GovernanceCapacity => self.governance_capacity,
            Criterion::CrispTestableControls => self.crisp_testable_controls,
            Criterion::PublicCredentialWanted => self.public_credential_wanted,
            Criterion::AddOnsWanted => self.add_ons_wanted,
            Criterion::FastGrowingSaas => self.fast_growing_saas,
            Criterion::OwnershipScattered => self.ownership_scattered,
            Criterion::Need
            | Criterion::Buyers
            | Criterion::Deadline
            | Criterion::NhiSpan
            | Criterion::InventoryPct
            | Criterion::ContractNames
            | Criterion::Have => None,
        }
    }
}
