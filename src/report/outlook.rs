//! What would change the result: control by control, and the shortest greedy plan to a better band.

use serde::Serialize;

use super::{Audience, Material, print, terms};
use crate::pack::model::Band;
use crate::score::whatif::WhatIf;
use crate::words::{Words, say};

/// How many controls the table names; the committee gets those that change most.
const TOP: usize = 12;
const TOP_FOR_COMMITTEE: usize = 5;

/// What would change the result.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outlook {
    /// Controls that would take off most points, the most first; for whoever gets everything.
    pub rows: Vec<WhatIfRow>,
    /// The plan to the next better band; none in the best one.
    pub plan: Option<PlanText>,
}

/// What changing one control would take off the score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhatIfRow {
    /// Id of the control.
    pub control: String,
    /// What is in place when it is.
    pub title: String,
    /// Points off when it is put in place, at today's evidence.
    pub implement: String,
    /// Points off when today's answers are tested by us.
    pub prove: String,
    /// Points off when both are done.
    pub both: String,
}

/// A plan to a band.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanText {
    /// The band to reach.
    pub target: String,
    /// Steps in the order taken.
    pub steps: Vec<PlanStep>,
    /// Where the plan ends, in a sentence.
    pub end: String,
}

/// A step of a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanStep {
    /// Id of the control.
    pub control: String,
    /// What is in place when it is.
    pub title: String,
    /// What to do.
    pub action: String,
    /// The score after it.
    pub after: String,
    /// The band after it.
    pub band: String,
}

/// Writes down what would change the result.
pub fn outlook(material: &Material) -> Outlook {
    let top = match material.frame.audience {
        Audience::Committee => TOP_FOR_COMMITTEE,
        Audience::Architect | Audience::Analyst => TOP,
    };
    let rows = material.what_if.iter().take(top);
    Outlook {
        rows: rows.map(|row| what_if(material, row)).collect(),
        plan: material.plan.as_ref().map(|plan| PlanText {
            target: terms::band(material.words, plan.target),
            steps: plan
                .steps
                .iter()
                .map(|step| PlanStep {
                    control: step.control.to_string(),
                    title: material.title(&step.control),
                    action: terms::step(material.words, step, material.score()),
                    after: material.points(step.after),
                    band: terms::band(material.words, material.band_of(step.after)),
                })
                .collect(),
            end: end(material.words, plan.target, plan.reached, plan.steps.len()),
        }),
    }
}

fn what_if(material: &Material, row: &WhatIf) -> WhatIfRow {
    WhatIfRow {
        control: row.control.to_string(),
        title: material.title(&row.control),
        implement: print::points(material.words, row.implement),
        prove: print::points(material.words, row.prove),
        both: print::points(material.words, row.both),
    }
}

fn end(words: &Words, target: Band, reached: Band, count: usize) -> String {
    let band = terms::band(words, reached);
    match reached <= target {
        true => say!(words, "outlook-reached", count, band),
        false => say!(words, "outlook-not-reached", count, band),
    }
}
