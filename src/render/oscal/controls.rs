//! Which controls were reviewed, and what each of them is to achieve.
//!
//! Our controls stand in no catalogue that OSCAL could import, so their objectives are defined in the document
//! itself. The entries of frameworks that the questions refer to are selected apart, and said to be references.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Case;
use super::common::{Link, Prop};
use super::resources;
use super::text::{Href, Line, Prose, Token};
use crate::pack::catalogue::Framework;
use crate::pack::id::{ControlId, FrameworkId};
use crate::pack::model::Control;
use crate::pack::question::Question;

/// The framework whose published OSCAL catalogue writes ids in small letters.
const SP_800_53: &str = "nist_800_53_r5";
/// How OSCAL calls a part that says what is to be achieved.
const OBJECTIVE: &str = "assessment-objective";

/// Definitions that no plan holds.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LocalDefinitions {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    objectives_and_methods: Vec<LocalObjective>,
    remarks: Prose,
}

/// What a control is to achieve.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct LocalObjective {
    control_id: Token,
    description: Prose,
    props: Vec<Prop>,
    parts: Vec<Part>,
}

/// An objective, or a question of it.
#[derive(Serialize)]
struct Part {
    id: Token,
    name: &'static str,
    title: Line,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    prose: Prose,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Part>,
}

/// What was reviewed.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ReviewedControls {
    description: Prose,
    control_selections: Vec<ControlSelection>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    control_objective_selections: Vec<ObjectiveSelection>,
}

/// Controls of one catalogue.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ControlSelection {
    description: Prose,
    props: Vec<Prop>,
    links: Vec<Link>,
    include_controls: Vec<SelectedControl>,
}

/// A control by its id.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SelectedControl {
    control_id: Token,
}

/// Objectives of our controls.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ObjectiveSelection {
    description: Prose,
    include_objectives: Vec<SelectedObjective>,
}

/// An objective by its id.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SelectedObjective {
    objective_id: Token,
}

/// The objective of a control.
pub fn objective(control: &ControlId) -> Token {
    Token::new(&format!("{control}_obj"))
}

/// The controls that count, by id.
fn live<'a>(case: &'a Case) -> impl Iterator<Item = &'a Control> {
    let results = case.result.score.controls.iter();
    results.filter_map(|result| case.pack.model.control(&result.control))
}

/// The objectives of the controls that count.
pub fn local_definitions(case: &Case) -> LocalDefinitions {
    LocalDefinitions {
        objectives_and_methods: live(case).map(|it| local_objective(case, it)).collect(),
        remarks: Prose::new(
            "The controls are those of the scoring model; each is measured by the questions below it.",
        ),
    }
}

fn local_objective(case: &Case, control: &Control) -> LocalObjective {
    let id = objective(&control.id);
    let questions = case.pack.questions_of(&control.id).map(|(it, _)| it);
    let questions = questions.filter(|question| is_live(case, question));
    LocalObjective {
        control_id: Token::new(control.id.as_str()),
        description: Prose::new(&control.title),
        props: vec![
            Prop::new("control", &control.id),
            Prop::new("domain", &control.domain),
        ],
        parts: vec![Part {
            name: OBJECTIVE,
            title: Line::new(&control.title),
            props: vec![],
            prose: Prose::new(&format!(
                "Determine whether this is in place: {}.",
                control.title
            )),
            parts: questions.map(|question| part(control, question)).collect(),
            id,
        }],
    }
}

fn is_live(case: &Case, question: &Question) -> bool {
    let controls = case.result.score.controls.iter();
    let mut questions = controls.flat_map(|control| &control.questions);
    questions.any(|held| held.question == question.id)
}

fn part(control: &Control, question: &Question) -> Part {
    let frameworks = question.frameworks.iter();
    let props = frameworks.flat_map(|(framework, ids)| {
        let prop = |id| Prop::new("framework-id", id).of_class(framework.as_str());
        ids.iter().map(prop)
    });
    Part {
        id: Token::new(&format!("{}_obj.{}", control.id, question.id)),
        name: OBJECTIVE,
        title: Line::new(&format!("{}: {}", question.id, question.text)),
        props: props.collect(),
        prose: Prose::new(&question.good),
        parts: vec![],
    }
}

/// Our controls with their objectives, then the entries of each framework that questions refer to.
pub fn reviewed_controls(case: &Case) -> ReviewedControls {
    let mut selections = vec![our_controls(case)];
    let frameworks = case.pack.catalogue.frameworks.iter();
    selections.extend(frameworks.filter_map(|(id, framework)| referred(case, id, framework)));
    selections.retain(|selection| !selection.include_controls.is_empty());
    let objectives: Vec<SelectedObjective> = live(case)
        .map(|control| SelectedObjective {
            objective_id: objective(&control.id),
        })
        .collect();
    let objectives = (!objectives.is_empty()).then(|| ObjectiveSelection {
        description: Prose::new("The objectives of our controls."),
        include_objectives: objectives,
    });
    ReviewedControls {
        description: Prose::new(
            "The controls of the scoring model were assessed. Entries of frameworks are references of the \
             questions that were asked; no finding is made on them.",
        ),
        control_selections: selections,
        control_objective_selections: objectives.into_iter().collect(),
    }
}

fn our_controls(case: &Case) -> ControlSelection {
    ControlSelection {
        description: Prose::new("The controls of the scoring model, assessed."),
        props: vec![Prop::new("selection", "assessed")],
        links: vec![reference(resources::catalogue(case))],
        include_controls: live(case)
            .map(|control| SelectedControl {
                control_id: Token::new(control.id.as_str()),
            })
            .collect(),
    }
}

fn reference(resource: uuid::Uuid) -> Link {
    Link {
        href: Href::within(resource),
        rel: "reference",
    }
}

/// The entries of a framework that the questions asked refer to; none where there is none.
fn referred(case: &Case, id: &FrameworkId, framework: &Framework) -> Option<ControlSelection> {
    let sections = case.report.answers.iter().flat_map(|it| &it.sections);
    let asked = sections.flat_map(|section| &section.rows);
    let asked = asked.filter_map(|row| case.pack.question(&row.question.as_str().into()));
    let ids = asked.filter_map(|question| question.frameworks.get(id));
    let tokens: BTreeSet<Token> = ids.flatten().map(|entry| control_id(id, entry)).collect();
    (!tokens.is_empty()).then(|| ControlSelection {
        description: Prose::new(&format!(
            "{}: entries that the questions refer to.",
            framework.name
        )),
        props: vec![
            Prop::new("selection", "referred-to"),
            Prop::new("framework", id),
        ],
        links: vec![reference(resources::framework(case, id))],
        include_controls: tokens
            .into_iter()
            .map(|control_id| SelectedControl { control_id })
            .collect(),
    })
}

/// The id of a framework's entry as a token, as its published OSCAL catalogue writes it where there is one.
fn control_id(framework: &FrameworkId, entry: &str) -> Token {
    match framework.as_str() {
        SP_800_53 => Token::new(&entry.to_ascii_lowercase()),
        _ => Token::new(entry),
    }
}
