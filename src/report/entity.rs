//! Controls that the documents leave to us: who has them, and what we have tested ourselves.
//!
//! A SOC 2 report counts on controls at the user entity. Where nobody has mapped them they are
//! untested duties of our own (S4-29, S4-30).

use serde::Serialize;

use super::said::{Said, said};
use super::{Material, terms};
use crate::checks::documents::matrix::{Ours, entity_controls as left_to_us};
use crate::pack::question::Question;

/// The question about mapped user-entity controls, and the family about our own validation.
const MAPPED: &str = "Q.asr.07";
const VALIDATION: &str = "Q.val.";

/// User-entity controls and our own validation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntityControls {
    /// The controls that the current reports leave to us, in the order recorded.
    pub controls: Vec<EntityControlRow>,
    /// What was said about mapping and accepting them; none when the depth did not ask.
    pub mapped: Vec<Said>,
    /// What was said about our own validation.
    pub validation: Vec<Said>,
}

/// A control that a report leaves to us.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntityControlRow {
    /// The report.
    pub document: String,
    /// The control.
    pub control: String,
    /// Name of the topic it is about.
    pub topic: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// How far it is.
    pub status: String,
    /// Day of our last check.
    pub checked: Option<String>,
    /// Whether it has an owner and is in place.
    pub settled: bool,
}

/// Writes down the user-entity controls.
pub fn entity_controls(material: &Material) -> EntityControls {
    let chosen = |wanted: fn(&Question) -> bool| {
        material
            .pack
            .questions()
            .filter(|question| wanted(question) && material.live.asks(&question.id))
            .map(|question| said(material, question))
            .collect()
    };
    let controls = left_to_us(&material.reading.held);
    EntityControls {
        controls: controls.iter().map(|ours| row(material, ours)).collect(),
        mapped: chosen(|question| question.id.as_str() == MAPPED),
        validation: chosen(|question| question.id.as_str().starts_with(VALIDATION)),
    }
}

fn row(material: &Material, ours: &Ours) -> EntityControlRow {
    EntityControlRow {
        document: ours.document.to_string(),
        control: ours.control.clone(),
        topic: ours.topic.as_ref().map(|topic| material.topic(topic)),
        owner: ours.owner.clone(),
        status: terms::entity_status(material.words, ours.status),
        checked: ours.checked.map(|day| material.words.date(day)),
        settled: ours.is_settled(),
    }
}
