//! The plan to the next better band as a stair.

use serde::Serialize;

use super::Named;
use super::residual::is_rated;
use crate::report::risk::bands;
use crate::report::{Material, terms};
use crate::words::say;

/// The steps to a band.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StairFigure {
    /// The figure in words.
    pub alt: String,
    /// What it shows.
    pub caption: String,
    /// The score today.
    pub start: Named,
    /// The edge to get below.
    pub target: Named,
    /// The steps in the order taken, each with the score after it.
    pub steps: Vec<Named>,
}

/// Writes down the stair; none in the best band, or where no step helps.
pub fn stair(material: &Material) -> Option<StairFigure> {
    let plan = material
        .plan
        .as_ref()
        .filter(|plan| !plan.steps.is_empty())?;
    let words = material.words;
    let target = terms::band(words, plan.target);
    let ends = bands(words, &material.pack.model);
    let edge = ends.iter().find(|band| band.name == target)?;
    let today = material.points(material.score().residual.point);
    let steps: Vec<Named> = plan
        .steps
        .iter()
        .map(|step| Named {
            value: material.points(step.after),
            name: format!("{} {}", step.control, material.title(&step.control)),
        })
        .collect();
    let taken = plan.steps.iter().zip(&steps);
    let taken: Vec<String> = taken
        .map(|(step, after)| {
            let (name, points) = (step.control.as_str(), after.value.as_str());
            say!(words, "figure-named", name, points)
        })
        .collect();
    let (edge, count) = (edge.upper.as_str(), steps.len());
    Some(StairFigure {
        alt: say!(
            words,
            "figure-stair-alt",
            today,
            steps = words.listed(&taken),
            edge,
            band = target.as_str()
        ),
        caption: match plan.reached <= plan.target {
            true => say!(words, "figure-stair", count, band = target.as_str()),
            false => {
                let band = terms::band(words, plan.reached);
                say!(words, "figure-stair-short", count, band)
            }
        },
        start: Named {
            value: today,
            name: match is_rated(material) {
                true => say!(words, "figure-stair-today"),
                false => say!(words, "figure-stair-today-unrated"),
            },
        },
        target: Named {
            value: edge.to_owned(),
            name: say!(words, "figure-stair-target", edge, band = target),
        },
        steps,
    })
}
