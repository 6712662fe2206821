//! The inherent risk: what our own use would risk with no control at all.

use serde::Serialize;

use super::said::said;
use super::{Material, print, terms};
use crate::pack::question::{ContextInput, Question, Role};
use crate::score::inherent::InherentPart;
use crate::score::round;
use crate::words::say;

/// The inherent risk and its drivers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Inherent {
    /// `100 I`, in points.
    pub points: String,
    /// One row for each input; their points add up to the printed inherent risk.
    pub rows: Vec<InherentRow>,
    /// Inputs nobody has given, which count as the worst.
    pub open: Vec<String>,
}

/// An input of the inherent risk.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InherentRow {
    /// What it is.
    pub factor: String,
    /// What was answered.
    pub answer: String,
    /// What it counts as, 0 to 1.
    pub value: String,
    /// Its points.
    pub points: String,
}

/// Writes down the inherent risk.
pub fn inherent(material: &Material) -> Inherent {
    let inherent = &material.score().inherent;
    let total = print::within(inherent.points(), 10.0, &[]);
    let points: Vec<f64> = inherent.parts.iter().map(|part| part.points).collect();
    let tenths = round::to_tenths(&points, total);
    let rows = inherent.parts.iter().zip(tenths);
    Inherent {
        points: print::points(material.words, total),
        rows: rows
            .map(|(part, tenths)| row(material, part, tenths))
            .collect(),
        open: inherent
            .open()
            .map(|input| terms::context(material.words, input))
            .collect(),
    }
}

fn row(material: &Material, part: &InherentPart, tenths: f64) -> InherentRow {
    InherentRow {
        factor: terms::context(material.words, part.input),
        answer: match question(material, part.input) {
            Some(question) => said(material, question).answer,
            None => say!(material.words, "said-not-asked"),
        },
        value: print::two_decimals(material.words, part.counted),
        points: print::points(material.words, tenths),
    }
}

fn question<'a>(material: &Material<'a>, input: ContextInput) -> Option<&'a Question> {
    material
        .pack
        .questions()
        .find(|question| question.role == Role::Context(input))
}
