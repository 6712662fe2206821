//! The checks on machine identities: every control with its answers, level, credibility and gap.

use serde::Serialize;

use super::drivers::gate_word;
use super::said::{Said, said};
use super::{Material, print};
use crate::pack::id::QuestionId;
use crate::pack::model::{Control, Subject};
use crate::words::say;

/// Every control of machine identities that counts, by id.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NhiChecks {
    /// The controls.
    pub controls: Vec<NhiControl>,
    /// Controls that are set aside as not applicable.
    pub set_aside: Vec<String>,
}

/// A control of machine identities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NhiControl {
    /// Its id.
    pub control: String,
    /// What is in place when it is.
    pub title: String,
    /// What is claimed, 0 to 1.
    pub level: String,
    /// What is credited for it, 0 to 1.
    pub credited: String,
    /// The gap, 0 to 1.
    pub gap: String,
    /// Answered share.
    pub answered: String,
    /// How its gate stands, for a knock-out.
    pub gate: Option<String>,
    /// Points it adds.
    pub points: String,
    /// Its questions, by id.
    pub questions: Vec<Checked>,
}

/// A question of a control with its numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Checked {
    /// What was said.
    pub said: Said,
    /// Whether the control can be no better than this answer.
    pub gating: bool,
    /// Level, 0 to 1.
    pub level: String,
    /// Credibility, 0 to 1.
    pub credibility: String,
}

/// Writes down the checks on machine identities.
pub fn nhi_checks(material: &Material) -> NhiChecks {
    let controls = material.pack.model.controls.iter();
    let nhi: Vec<&Control> = controls
        .filter(|control| control.subject == Subject::Nhi)
        .collect();
    let live = |control: &&&Control| material.score().control(&control.id).is_some();
    NhiChecks {
        controls: nhi
            .iter()
            .filter_map(|control| checked(material, control))
            .collect(),
        set_aside: nhi
            .iter()
            .filter(|control| !live(control))
            .map(|control| material.named(&control.id))
            .collect(),
    }
}

fn checked(material: &Material, control: &Control) -> Option<NhiControl> {
    let result = material.score().control(&control.id)?;
    let questions = result.questions.iter();
    Some(NhiControl {
        control: control.id.to_string(),
        title: control.title.clone(),
        level: print::two_decimals(material.words, result.readings.claimed),
        credited: print::two_decimals(material.words, result.readings.credited),
        gap: print::two_decimals(material.words, result.readings.gap()),
        answered: print::percent(material.words, result.readings.answered),
        gate: material
            .gate(&control.id)
            .map(|state| gate_word(material.words, state)),
        points: print::tenths(material.words, material.printed.of(&control.id).points),
        questions: questions
            .filter_map(|question| check(material, &question.question, question.claim))
            .collect(),
    })
}

fn check(
    material: &Material,
    id: &QuestionId,
    claim: crate::score::control::Claim,
) -> Option<Checked> {
    let open = claim.level.answered() == 0.0;
    let or_open = |value: f64| {
        if open {
            say!(material.words, "said-no-number")
        } else {
            print::two_decimals(material.words, value)
        }
    };
    Some(Checked {
        said: said(material, material.pack.question(id)?),
        gating: claim.gating,
        level: or_open(claim.level.closed()),
        credibility: or_open(claim.credibility.credited),
    })
}
