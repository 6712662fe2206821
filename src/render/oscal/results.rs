//! Assessment results: one result with its objectives, observations, risks and findings.

use serde::Serialize;
use uuid::Uuid;

use super::Case;
use super::assets::{assessment_assets, service};
use super::common::{AssessmentAssets, BackMatter, Component, Metadata, Observation, Risk};
use super::controls::{LocalDefinitions, ReviewedControls, local_definitions, reviewed_controls};
use super::findings::{Finding, findings};
use super::metadata::metadata;
use super::observations::observations;
use super::resources;
use super::risks::risks;
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
    let given = case.given;
    let days = given.answers.values().filter_map(|response| response.on);
    ResultOf {
        uuid: case.ids.passing("result", ""),
        title: Line::new(&case.subject()),
        description: Prose::of(&words),
        start: Moment::new(days.min().map_or(given.as_of, |day| day.min(given.as_of))),
        end: Moment::new(given.as_of),
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
