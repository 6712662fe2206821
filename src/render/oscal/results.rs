//! Assessment results: one result with its objectives, observations, risks and findings.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use super::Case;
use super::assets::{assessment_assets, service};
use super::common::{AssessmentAssets, Component, Metadata};
use super::controls::{LocalDefinitions, ReviewedControls, local_definitions, reviewed_controls};
use super::findings::{Finding, findings};
use super::metadata::metadata;
use super::observations::{Observation, observations};
use super::resources::{self, BackMatter};
use super::risks::{Risk, risks};
use super::text::{Href, Line, Moment, Prose};

/// The document.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ResultsDocument {
    assessment_results: AssessmentResults,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct AssessmentResults {
    uuid: Uuid,
    metadata: Metadata,
    import_ap: ImportPlan,
    local_definitions: LocalDefinitions,
    results: Vec<ResultOf>,
    back_matter: BackMatter,
}

#[derive(Serialize)]
struct ImportPlan {
    href: Href,
    remarks: Prose,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResultOf {
    uuid: Uuid,
    title: Line,
    description: Prose,
    start: Moment,
    end: Moment,
    local_definitions: Assessed,
    reviewed_controls: ReviewedControls,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    observations: Vec<Observation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    risks: Vec<Risk>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<Finding>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Assessed {
    components: Vec<Component>,
    assessment_assets: AssessmentAssets,
}

impl ResultsDocument {
    /// The assessment results of a case.
    pub fn new(case: &Case) -> Self {
        Self {
            assessment_results: AssessmentResults {
                uuid: case.ids.passing("document", "assessment-results"),
                metadata: metadata(
                    case,
                    "Assessment results",
                    "The residual risk is an index from 0 to 100, not a probability and not money.",
                ),
                import_ap: ImportPlan {
                    href: Href::within(resources::plan(case)),
                    remarks: Prose::new(
                        "There is no plan in OSCAL; the resource tells what was planned.",
                    ),
                },
                local_definitions: local_definitions(case),
                results: vec![result(case)],
                back_matter: resources::of_results(case),
            },
        }
    }
}

fn result(case: &Case) -> ResultOf {
    let summary = &case.report.summary;
    let mut words = vec![
        format!("{}. {}", summary.verdict.title, summary.verdict.meaning),
        summary.residual.sentence.clone(),
    ];
    words.extend(summary.reasons.iter().cloned());
    ResultOf {
        uuid: case.ids.passing("result", ""),
        title: Line::new(&case.subject()),
        description: Prose::of(&words),
        start: Moment::new(first_day(case)),
        end: Moment::new(case.given.as_of),
        local_definitions: Assessed {
            components: vec![service(case)],
            assessment_assets: assessment_assets(case),
        },
        reviewed_controls: reviewed_controls(case),
        observations: observations(case),
        risks: risks(case),
        findings: findings(case),
    }
}

/// The first day on which something was collected that the result rests on.
fn first_day(case: &Case) -> NaiveDate {
    let given = case.given;
    let answers = given.answers.values().filter_map(|response| response.on);
    let facts = case.result.compared.iter().map(|row| row.as_of);
    let documents = given
        .documents
        .iter()
        .filter_map(|document| document.confirmed.as_ref());
    let days = answers
        .chain(facts)
        .chain(documents.map(|confirmed| confirmed.on));
    days.fold(given.as_of, NaiveDate::min)
}
