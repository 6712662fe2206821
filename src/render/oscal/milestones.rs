//! The plan of action and milestones: what to mend, what to answer, and the risks that call for it.
//!
//! Nobody has promised a day yet, so no item bears one; OSCAL lets whoever tracks it add them.

use std::collections::BTreeSet;

use serde::Serialize;
use uuid::Uuid;

use super::Case;
use super::assets::{assessment_assets, by_program, service};
use super::common::{AssessmentAssets, Component, Metadata, Origin, Prop};
use super::metadata::metadata;
use super::observations::{Observation, RelatedObservation, observations, of_finding, of_open};
use super::resources::{self, BackMatter};
use super::risks::{self, RelatedRisk, Risk};
use super::text::{Line, Plain, Prose};
use crate::checks::Finding;
use crate::report::print::plain;
use crate::score::ControlResult;

/// The document.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PlanDocument {
    plan_of_action_and_milestones: PlanOfAction,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct PlanOfAction {
    uuid: Uuid,
    metadata: Metadata,
    system_id: SystemId,
    local_definitions: Assessed,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    observations: Vec<Observation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    risks: Vec<Risk>,
    poam_items: Vec<Item>,
    #[serde(skip_serializing_if = "Option::is_none")]
    back_matter: Option<BackMatter>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SystemId {
    identifier_type: &'static str,
    id: Plain,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Assessed {
    components: Vec<Component>,
    assessment_assets: AssessmentAssets,
    remarks: Prose,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item {
    uuid: Uuid,
    title: Line,
    description: Prose,
    props: Vec<Prop>,
    origins: Vec<Origin>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_observations: Vec<RelatedObservation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_risks: Vec<RelatedRisk>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<Prose>,
}

/// A system that is named by a UUID.
const UUID_SYSTEM: &str = "https://ietf.org/rfc/rfc4122";

impl PlanDocument {
    /// The plan that follows from a case.
    pub fn new(case: &Case) -> Self {
        let (risks, items) = (risks::risks(case), items(case));
        let shown = risks.iter().map(|risk| &risk.related_observations);
        let shown = shown.chain(items.iter().map(|item| &item.related_observations));
        let shown: BTreeSet<Uuid> = shown.flatten().map(|it| it.observation_uuid).collect();
        let evidence = resources::of_evidence(case);
        Self {
            plan_of_action_and_milestones: PlanOfAction {
                uuid: case.ids.passing("document", "plan-of-action"),
                metadata: metadata(
                    case,
                    "Plan of action and milestones",
                    "Items stand in the order of their severity; no day is set, because none is agreed.",
                ),
                system_id: SystemId {
                    identifier_type: UUID_SYSTEM,
                    id: Plain::new(&case.ids.service().to_string()),
                },
                local_definitions: Assessed {
                    components: vec![service(case)],
                    assessment_assets: assessment_assets(case),
                    remarks: Prose::new("There is no security plan in OSCAL to import."),
                },
                observations: observations(case)
                    .into_iter()
                    .filter(|observation| shown.contains(&observation.uuid))
                    .collect(),
                risks,
                poam_items: items,
                back_matter: (!evidence.is_empty()).then_some(BackMatter {
                    resources: evidence,
                }),
            },
        }
    }
}

/// An item for each finding, one for each control with open questions, and one where there is neither.
fn items(case: &Case) -> Vec<Item> {
    let keyed = risks::keyed(case);
    let keyed = keyed.iter();
    let mut items: Vec<Item> = keyed
        .map(|(key, finding)| to_mend(case, key, finding))
        .collect();
    let controls = case.result.score.controls.iter();
    items.extend(controls.filter_map(|control| to_answer(case, control)));
    if items.is_empty() {
        items.push(to_keep(case));
    }
    items
}

fn to_mend(case: &Case, key: &str, finding: &Finding) -> Item {
    let mut props = risks::props(finding);
    let steps = case.report.plan.iter().flat_map(|plan| &plan.steps);
    let mut steps = steps.zip(1_usize..);
    if let Some((_, number)) = steps.find(|(step, _)| step.remediation == finding.remediation) {
        props.push(Prop::new("plan-step", number));
    }
    let risk = risks::risk_id(case, key);
    let at = case
        .result
        .findings
        .iter()
        .position(|other| std::ptr::eq(other, finding));
    Item {
        uuid: case.ids.lasting("item", key),
        title: Line::new(&plain(&finding.message)),
        description: Prose::new(&finding.remediation),
        props,
        origins: vec![by_program(case)],
        related_observations: at.map_or_else(Vec::new, |at| of_finding(case, at, finding)),
        related_risks: vec![RelatedRisk { risk_uuid: risk }],
        remarks: (!finding.clause.is_empty())
            .then(|| Prose::new(&format!("Contract clause to ask for: {}", finding.clause))),
    }
}

/// What is open about a control; none where nothing is.
fn to_answer(case: &Case, control: &ControlResult) -> Option<Item> {
    let open = of_open(case, control);
    let known = case.pack.model.control(&control.control);
    let title = known.map_or("not in the model", |known| known.title.as_str());
    (!open.is_empty()).then(|| Item {
        uuid: case.ids.lasting("item", &format!("open {}", control.control)),
        title: Line::new(&format!("Answer what is open about {}: {title}", control.control)),
        description: Prose::new(
            "What is open counts as missing in the headline, and widens the interval. Ask for the answers and \
             for what proves them.",
        ),
        props: vec![
            Prop::new("control", &control.control),
            Prop::new("open-questions", open.len()),
        ],
        origins: vec![by_program(case)],
        related_observations: open,
        related_risks: vec![],
        remarks: None,
    })
}

/// What is left to do where nothing is wrong and nothing is open: OSCAL wants one item at least.
fn to_keep(case: &Case) -> Item {
    Item {
        uuid: case.ids.lasting("item", "keep"),
        title: Line::new("Keep the evidence current"),
        description: Prose::new(
            "Nothing is to be mended and nothing is open. Evidence ages: assess again before it stops counting.",
        ),
        props: vec![Prop::new("act", "keep")],
        origins: vec![by_program(case)],
        related_observations: vec![],
        related_risks: vec![],
        remarks: None,
    }
}
