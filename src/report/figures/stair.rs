//! The plan to the next better band as a stair.

use serde::Serialize;

use super::Named;
use super::residual::is_rated;
use crate::report::risk::bands;
use crate::report::{Material, print, terms};

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
    let target = terms::band(material.words, plan.target);
    let ends = bands(material.words, &material.pack.model);
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
        .map(|(step, after)| format!("{} {}", step.control, after.value))
        .collect();
    let count = print::counted(steps.len(), "step", "steps");
    Some(StairFigure {
        alt: format!(
            "From {today} points today, step by step: {}. Below {} points the band is {target}.",
            material.words.listed(&taken),
            edge.upper
        ),
        caption: match plan.reached <= plan.target {
            true => format!("{count} to the band {target}"),
            false => format!(
                "{count} that help most, and still {}",
                terms::band(material.words, plan.reached)
            ),
        },
        start: Named {
            value: today,
            name: match is_rated(material) {
                true => "Today".to_owned(),
                false => "Today, with what is open counted as absent".to_owned(),
            },
        },
        target: Named {
            value: edge.upper.clone(),
            name: format!("below {}: {target}", edge.upper),
        },
        steps,
    })
}
