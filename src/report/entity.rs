//! Controls that the documents leave to us: who has them, and what we have tested ourselves.
//!
//! A SOC 2 report counts on controls at the user entity. Where nobody has mapped them they are
//! untested duties of our own (S4-29, S4-30).

use serde::Serialize;

use super::Material;
use super::said::{Said, said};
use crate::pack::question::Question;

/// The question about mapped user-entity controls, and the family about our own validation.
const MAPPED: &str = "Q.asr.07";
const VALIDATION: &str = "Q.val.";

/// User-entity controls and our own validation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntityControls {
    /// What was said about mapping and accepting them; none when the depth did not ask.
    pub mapped: Vec<Said>,
    /// What was said about our own validation.
    pub validation: Vec<Said>,
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
    EntityControls {
        mapped: chosen(|question| question.id.as_str() == MAPPED),
        validation: chosen(|question| question.id.as_str().starts_with(VALIDATION)),
    }
}
