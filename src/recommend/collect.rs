//! From the answers of an assessment to the input of the recommendation.
//!
//! The ids of the options are the values of the decision table, so that this file only names them.

use super::input::{Buyers, Deadline, Held, Input, Need, NhiSpan, Scheme};
use super::tier::Tier;
use crate::assessment::Assessment;
use crate::assessment::answer::{State, Value};
use crate::assessment::live::Live;
use crate::pack::Pack;
use crate::pack::answer::{AnswerKind, Form};
use crate::pack::id::OptionId;
use crate::pack::question::{ContextInput, Criterion, Question, Role};

/// The question that records whether AI agents hold identities.
const AI_AGENTS: &str = "Q.ctx.21";
/// The question that records the tier of our use.
const TIER: &str = "Q.ctx.22";
/// From this level of a context factor on, what it stands for counts as high (judgement).
const HIGH: f64 = 0.75;
/// From this many machine identities on, they count as many (judgement).
const MANY_NHIS: u64 = 1_000;

/// Collects the answers to criterion questions and the circumstances that edge cases look at.
///
/// Open, unknown and not applicable answers leave a field empty, and so do answers to questions that
/// are not asked any more. So does a value that names no
/// option of the table; the checks of the pack keep that from happening with the built-in one.
pub fn input(pack: &Pack, assessment: &Assessment) -> Input {
    let live = Live::new(pack, assessment);
    let mut input = Input {
        as_of: Some(assessment.as_of),
        ..Input::default()
    };
    for question in pack.questions().filter(|question| live.asks(&question.id)) {
        let Some(State::Answered(value)) = assessment
            .answers
            .get(&question.id)
            .map(|response| &response.state)
        else {
            continue;
        };
        match question.role {
            Role::Criterion(criterion) => take_criterion(&mut input, criterion, value),
            Role::Context(context) => take_context(&mut input, context, (question, value)),
            Role::Record if question.id.as_str() == AI_AGENTS => input.ai_agents = yes_no(value),
            Role::Record | Role::Scored(_) => {}
        }
    }
    input
}

/// The tier of our use, as recorded.
pub fn tier(assessment: &Assessment) -> Option<Tier> {
    match &assessment.answers.get(TIER)?.state {
        State::Answered(value) => choice(value, |id| match id {
            "t1" => Some(Tier::T1),
            "t2" => Some(Tier::T2),
            "t3" => Some(Tier::T3),
            _ => None,
        }),
        _ => None,
    }
}

fn take_criterion(input: &mut Input, criterion: Criterion, value: &Value) {
    let flag = yes_no(value);
    match criterion {
        Criterion::Need => input.need = choice(value, need),
        Criterion::MultiEntity => input.multi_entity = flag,
        Criterion::ServiceAssuranceDemand => input.service_assurance_demand = flag,
        Criterion::Regulated => input.regulated = flag,
        Criterion::Buyers => input.buyers = choice(value, buyers),
        Criterion::TestedOperationWanted => input.tested_operation_wanted = flag,
        Criterion::DurableModel => input.durable_model = flag,
        Criterion::Deadline => input.deadline = choice(value, deadline),
        Criterion::NhiSpan => input.nhi_span = choice(value, nhi_span),
        Criterion::GovernanceCapacity => input.governance_capacity = flag,
        Criterion::CrispTestableControls => input.crisp_testable_controls = flag,
        Criterion::PublicCredentialWanted => input.public_credential_wanted = flag,
        Criterion::AddOnsWanted => input.add_ons_wanted = flag,
        Criterion::FastGrowingSaas => input.fast_growing_saas = flag,
        Criterion::OwnershipScattered => input.ownership_scattered = flag,
        Criterion::InventoryPct => {
            input.inventory_pct = match value {
                Value::Percent(percent) => Some(*percent),
                _ => None,
            }
        }
        Criterion::ContractNames => input.contract_names = choice(value, scheme),
        Criterion::Have => {
            input.have = match value {
                Value::Several(ids) => {
                    Some(ids.iter().filter_map(|id| held(id.as_str())).collect())
                }
                _ => None,
            }
        }
    }
}

fn take_context(input: &mut Input, context: ContextInput, (question, value): (&Question, &Value)) {
    let high = match value {
        Value::Count(count) => *count >= MANY_NHIS,
        _ => option_level(question, value) >= HIGH,
    };
    match context {
        ContextInput::Data => input.sensitive_data = Some(high),
        ContextInput::NhiCount | ContextInput::Cicd => {
            input.high_nhi_exposure = Some(high || input.high_nhi_exposure == Some(true));
        }
        _ => {}
    }
}

/// The factor that chosen options stand for: their sum, at most 1.
fn option_level(question: &Question, value: &Value) -> f64 {
    let Form::Single(AnswerKind::Choice(options) | AnswerKind::Several(options)) = &question.form
    else {
        return 0.0;
    };
    let chosen = |id: &OptionId| match value {
        Value::Choice(one) => one == id,
        Value::Several(several) => several.contains(id),
        _ => false,
    };
    let levels = options
        .iter()
        .filter(|option| chosen(&option.id))
        .filter_map(|option| option.level);
    levels.sum::<f64>().min(1.0)
}

fn yes_no(value: &Value) -> Option<bool> {
    match value {
        Value::YesNo(yes) => Some(*yes),
        _ => None,
    }
}

fn choice<T>(value: &Value, named: impl Fn(&str) -> Option<T>) -> Option<T> {
    match value {
        Value::Choice(id) => named(id.as_str()),
        _ => None,
    }
}

fn need(id: &str) -> Option<Need> {
    match id {
        "management_system" => Some(Need::ManagementSystem),
        "scoped_attestation" => Some(Need::ScopedAttestation),
        _ => None,
    }
}

fn buyers(id: &str) -> Option<Buyers> {
    match id {
        "north_america" => Some(Buyers::NorthAmerica),
        "europe_uk_apac_public" => Some(Buyers::EuropeUkApacPublic),
        "mixed" => Some(Buyers::Mixed),
        _ => None,
    }
}

fn deadline(id: &str) -> Option<Deadline> {
    match id {
        "under_4_months" => Some(Deadline::Under4Months),
        "4_to_12_months" => Some(Deadline::From4To12Months),
        "none" => Some(Deadline::None),
        _ => None,
    }
}

fn nhi_span(id: &str) -> Option<NhiSpan> {
    match id {
        "product_and_corporate" => Some(NhiSpan::ProductAndCorporate),
        "product_only" => Some(NhiSpan::ProductOnly),
        _ => None,
    }
}

fn scheme(id: &str) -> Option<Scheme> {
    match id {
        "iso" => Some(Scheme::Iso),
        "soc2" => Some(Scheme::Soc2),
        "both" => Some(Scheme::Both),
        "none" => Some(Scheme::None),
        _ => None,
    }
}

/// Other papers an answer may name, such as a SOC 3 report, are no proof this advice builds on.
fn held(id: &str) -> Option<Held> {
    match id {
        "iso" => Some(Held::Iso),
        "soc2_t1" => Some(Held::Soc2TypeI),
        "soc2_t2" => Some(Held::Soc2TypeII),
        _ => None,
    }
}
