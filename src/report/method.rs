//! How the numbers come about: model, parameters, sourced numbers and the rules they follow.
//!
//! Every number has a source here, and what is our judgement says so.

mod parameters;

use std::collections::BTreeSet;

use serde::Serialize;

use self::parameters::{judged, parameters};
use super::{Material, print, terms};
use crate::pack::answer::{AnswerKind, Form, Scale};
use crate::pack::id::ThresholdId;
use crate::pack::model::{Control, EvidenceKind, Model};
use crate::pack::question::Question;
use crate::words::{Words, say};

/// The method and its numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Method {
    /// Version of formula and defaults.
    pub model: String,
    /// Digest of the parameters in force.
    pub fingerprint: String,
    /// Packs the assessment was answered with.
    pub packs: Vec<String>,
    /// Parameters in force.
    pub parameters: Vec<Parameter>,
    /// The evidence ladder.
    pub ladder: Vec<RungRow>,
    /// Budgets of the domains.
    pub budgets: Vec<Parameter>,
    /// Weights of the controls.
    pub controls: Vec<ControlRow>,
    /// Sourced numbers that the scales of the questions asked rest on.
    pub thresholds: Vec<ThresholdRow>,
}

/// A parameter of the model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parameter {
    /// What it sets.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Where it comes from.
    pub source: String,
}

/// A rung of the evidence ladder.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RungRow {
    /// Kind of evidence.
    pub kind: String,
    /// Credibility when fresh and direct.
    pub credibility: String,
    /// How far it is independent of the vendor's word.
    pub independence: String,
    /// How it ages.
    pub ageing: String,
    /// Where the credibility comes from.
    pub source: String,
}

/// A control with its numbers; all of them are judgement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ControlRow {
    /// Its id.
    pub control: String,
    /// What is in place when it is.
    pub title: String,
    /// Weight inside its domain.
    pub weight: String,
    /// Multiplier of the knock-out term; none for what is no knock-out.
    pub knockout: Option<String>,
    /// The side of the blast radius it bounds.
    pub blast: Option<String>,
    /// How directly a SOC 2 report can speak about it.
    pub soc2: String,
    /// How directly an ISO/IEC 27001 certificate can speak about it.
    pub iso27001: String,
}

/// A sourced number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ThresholdRow {
    /// Its id.
    pub id: String,
    /// What is measured.
    pub metric: String,
    /// The number in words.
    pub value: String,
    /// What it applies to.
    pub applies_to: String,
    /// Document and place.
    pub source: String,
    /// How far it can be leaned on.
    pub standing: String,
}

/// Writes down the method.
pub fn method(material: &Material) -> Method {
    let model = &material.pack.model;
    Method {
        model: model.version.clone(),
        fingerprint: material.result.fingerprint.clone(),
        packs: material.packs(),
        parameters: parameters(material.words, model),
        ladder: ladder(material.words, model),
        budgets: budgets(material.words, model),
        controls: model
            .controls
            .iter()
            .map(|x| control(material.words, x))
            .collect(),
        thresholds: thresholds(material),
    }
}

fn ladder(words: &Words, model: &Model) -> Vec<RungRow> {
    let rungs = model.evidence.ladder.iter();
    rungs
        .map(|(kind, rung)| RungRow {
            kind: terms::kind(words, *kind),
            credibility: print::two_decimals(words, rung.credibility),
            independence: print::two_decimals(words, rung.independence),
            ageing: match (rung.grace_months, rung.half_life_months) {
                (Some(grace), Some(half)) => {
                    let [grace, half] = [grace, half].map(|time| print::months(words, time));
                    say!(words, "rung-ageing", grace, half)
                }
                _ => say!(words, "rung-ageing-none"),
            },
            source: rung_source(words, *kind),
        })
        .collect()
}

/// Why a rung of the shipped ladder stands where it does.
fn rung_source(words: &Words, kind: EvidenceKind) -> String {
    match kind {
        EvidenceKind::Assertion => say!(words, "rung-assertion-source"),
        EvidenceKind::Policy => say!(words, "rung-policy-source"),
        EvidenceKind::Iso27001 => say!(words, "rung-iso-source"),
        EvidenceKind::Soc2T1 => say!(words, "rung-type-1-source"),
        EvidenceKind::ConfigExport => say!(words, "rung-config-export-source"),
        EvidenceKind::Soc2T2 => say!(words, "rung-type-2-source"),
        EvidenceKind::Verified => say!(words, "rung-verified-source"),
    }
}

fn control(words: &Words, control: &Control) -> ControlRow {
    ControlRow {
        control: control.id.to_string(),
        title: control.title.clone(),
        weight: print::number(words, control.weight),
        knockout: (control.knockout > 0.0).then(|| print::number(words, control.knockout)),
        blast: control.blast.map(|each| terms::dimension(words, each)),
        soc2: terms::relevance(words, control.soc2),
        iso27001: terms::relevance(words, control.iso27001),
    }
}

fn budgets(words: &Words, model: &Model) -> Vec<Parameter> {
    let domains = model.domains.iter();
    domains
        .map(|domain| {
            let budget = print::number(words, domain.budget);
            judged(words, domain.title.clone(), budget)
        })
        .collect()
}

/// The sourced numbers that the scales of the questions asked rest on, by id.
fn thresholds(material: &Material) -> Vec<ThresholdRow> {
    let used: BTreeSet<&ThresholdId> = material
        .pack
        .questions()
        .filter(|question| material.live.asks(&question.id))
        .flat_map(leans_on)
        .collect();
    used.into_iter()
        .filter_map(|id| Some((id, material.pack.catalogue.thresholds.get(id)?)))
        .map(|(id, threshold)| ThresholdRow {
            id: id.to_string(),
            metric: threshold.metric.clone(),
            value: threshold.value.clone(),
            applies_to: threshold.applies_to.clone(),
            source: threshold.source.clone(),
            standing: terms::standing(material.words, threshold.standing),
        })
        .collect()
}

fn leans_on(question: &Question) -> Vec<&ThresholdId> {
    let kinds: Vec<&AnswerKind> = match &question.form {
        Form::Single(kind) => vec![kind],
        Form::Parts(parts) => parts.iter().map(|part| &part.kind).collect(),
    };
    let scales = kinds.into_iter().filter_map(scale);
    scales.flat_map(|scale| &scale.basis).collect()
}

fn scale(kind: &AnswerKind) -> Option<&Scale> {
    match kind {
        AnswerKind::Duration(scale) | AnswerKind::Count(scale) | AnswerKind::Percent(scale) => {
            scale.as_ref()
        }
        AnswerKind::Choice(_)
        | AnswerKind::Several(_)
        | AnswerKind::YesNo(_)
        | AnswerKind::Date
        | AnswerKind::Period
        | AnswerKind::List
        | AnswerKind::Text => None,
    }
}
