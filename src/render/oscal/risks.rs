//! What was found to be wrong: a risk for each finding, with what it adds and what mends it.

use serde::Serialize;
use uuid::Uuid;

use super::assets::by_program;
use super::common::{Origin, Prop};
use super::observations::{self, RelatedObservation};
use super::text::{Line, Plain, Prose};
use super::{Case, NAMESPACE, counted};
use crate::checks::{Axis, Finding, Place};
use crate::pack::question::Severity;
use crate::report::print::plain;
use crate::source::names::name_of;

/// A risk.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Risk {
    pub uuid: Uuid,
    pub title: Line,
    pub description: Prose,
    pub statement: Prose,
    pub props: Vec<Prop>,
    pub status: &'static str,
    pub origins: Vec<Origin>,
    pub characterizations: Vec<Characterization>,
    pub remediations: Vec<Response>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related_observations: Vec<RelatedObservation>,
}

/// A risk in numbers.
#[derive(Serialize)]
pub struct Characterization {
    pub origin: Origin,
    pub facets: Vec<Facet>,
}

/// One number or word of it.
#[derive(Serialize)]
pub struct Facet {
    pub name: &'static str,
    pub system: &'static str,
    pub value: Plain,
}

/// What is to be done about a risk.
#[derive(Serialize)]
pub struct Response {
    pub uuid: Uuid,
    pub lifecycle: &'static str,
    pub title: Line,
    pub description: Prose,
    pub props: Vec<Prop>,
    pub tasks: Vec<Task>,
}

/// A step of it.
#[derive(Serialize)]
pub struct Task {
    pub uuid: Uuid,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub title: Line,
    pub description: Prose,
    pub props: Vec<Prop>,
}

/// A risk that belongs to something.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RelatedRisk {
    pub risk_uuid: Uuid,
}

/// The findings with a key for each that the next assessment would give it again.
pub fn keyed<'a>(case: &'a Case) -> Vec<(String, &'a Finding)> {
    let mut keys: Vec<String> = vec![];
    let mut keyed = vec![];
    for finding in &case.result.findings {
        let id = format!("{} {}", finding.id, place(finding));
        keyed.push((counted(&keys, id.clone()), finding));
        keys.push(id);
    }
    keyed
}

/// Where a finding stands, in what lasts: the number of a record does not. A document can raise a red flag more
/// than once in one field, so its words tell them apart.
fn place(finding: &Finding) -> String {
    match &finding.place {
        Place::Answer { question, part } | Place::Artefact { question, part, .. } => {
            let part = part.as_ref().map_or("", |part| part.as_str());
            format!("{question} {part}")
        }
        Place::Document { field, .. } => format!("{field} {}", finding.message),
    }
}

/// The risk of that key.
pub fn risk_id(case: &Case, key: &str) -> Uuid {
    case.ids.lasting("risk", key)
}

/// A severity as data names it.
pub fn severity(severity: Severity) -> &'static str {
    name_of(Severity::NAMES, severity)
}

/// A risk for each finding, the worst first.
pub fn risks(case: &Case) -> Vec<Risk> {
    let keyed = keyed(case);
    let keyed = keyed.iter().enumerate();
    keyed
        .map(|(at, (key, finding))| risk(case, at, key, finding))
        .collect()
}

fn risk(case: &Case, at: usize, key: &str, finding: &Finding) -> Risk {
    let message = plain(&finding.message);
    Risk {
        uuid: risk_id(case, key),
        title: Line::new(&message),
        description: Prose::new(&message),
        statement: Prose::new(&statement(case, finding)),
        props: props(finding),
        status: "open",
        origins: vec![by_program(case)],
        characterizations: vec![Characterization {
            origin: by_program(case),
            facets: facets(case, finding),
        }],
        remediations: vec![response(case, key, finding)],
        related_observations: observations::of_finding(case, at, finding),
    }
}

/// What the finding weakens.
fn statement(case: &Case, finding: &Finding) -> String {
    let control = case.pack.model.control(&finding.control);
    let title = control.map_or("not in the model", |control| control.title.as_str());
    format!("It weakens the control {} ({title}).", finding.control)
}

/// The names that a finding has with us.
pub fn props(finding: &Finding) -> Vec<Prop> {
    let mut props = vec![
        Prop::new("finding", &finding.id),
        Prop::new("severity", severity(finding.severity)),
        Prop::new("control", &finding.control),
        Prop::new(
            "axis",
            match finding.axis {
                Axis::Assurance => "assurance",
                Axis::Technical => "technical",
            },
        ),
        Prop::new("place", &finding.place),
    ];
    if let Some(flag) = &finding.red_flag {
        props.push(Prop::new("red-flag", flag));
    }
    props
}

/// Severity, and what the control as a whole adds to the residual risk, at full precision.
fn facets(case: &Case, finding: &Finding) -> Vec<Facet> {
    let facet = |name, value: &str| Facet {
        name,
        system: NAMESPACE,
        value: Plain::new(value),
    };
    let mut facets = vec![facet("severity", severity(finding.severity))];
    if let Some(driver) = case.result.score.driver(&finding.control) {
        facets.extend([
            facet("control-points", &driver.points.to_string()),
            facet(
                "control-points-not-implemented",
                &driver.not_implemented.to_string(),
            ),
            facet("control-points-not-proven", &driver.not_proven.to_string()),
            facet("control-points-open", &driver.open.to_string()),
        ]);
    }
    facets
}

/// What mends it, and the clause to ask for.
fn response(case: &Case, key: &str, finding: &Finding) -> Response {
    let task = |kind, title: &str, text: &str| Task {
        uuid: case.ids.lasting(kind, key),
        kind: "action",
        title: Line::new(title),
        description: Prose::new(text),
        props: vec![Prop::new("act", kind)],
    };
    let mut tasks = vec![task("remediation", "Mend it", &finding.remediation)];
    if !finding.clause.is_empty() {
        tasks.push(task(
            "contract-clause",
            "Ask for the contract clause",
            &finding.clause,
        ));
    }
    Response {
        uuid: case.ids.lasting("response", key),
        lifecycle: "recommendation",
        title: Line::new(&finding.remediation),
        description: Prose::new(&finding.remediation),
        props: vec![Prop::of_oscal("type", "mitigate")],
        tasks,
    }
}
