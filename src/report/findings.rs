//! Findings by severity, and the plan that mends them.
//!
//! Red flags of assurance documents stand apart from technical findings: the two axes are never
//! netted (RULE-01). The plan prefers less scope, lifetime and reuse over more reviews (RULE-09).

use crate::words::Words;
use std::cmp::Reverse;

use serde::Serialize;

use super::red_flags::{PromptRow, RedFlagRow, prompts, red_flags};
use super::validation::{ValidationStep, validation};
use super::{Material, print, terms};
use crate::checks::{Axis, Finding};
use crate::pack::question::Severity;

/// All findings, the worst first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Findings {
    /// Findings on the technique.
    pub technical: Vec<FindingRow>,
    /// Red flags of assurance documents.
    pub red_flags: Vec<RedFlagRow>,
    /// What only asks for a look, and is no finding.
    pub prompts: Vec<PromptRow>,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingRow {
    /// Its id.
    pub id: String,
    /// Its severity.
    pub severity: String,
    /// The control it weakens.
    pub control: String,
    /// The question whose answer shows it.
    pub question: String,
    /// What is wrong.
    pub message: String,
}

/// The remediation plan and the clauses to ask for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// Steps in the order to take them.
    pub steps: Vec<Step>,
    /// Clauses for findings of medium severity and above, in the same order.
    pub clauses: Vec<Clause>,
    /// What falls to us to validate, whoever is at fault or nobody.
    pub validation: Vec<ValidationStep>,
}

/// A step of the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// What is wrong.
    pub wrong: Vec<String>,
    /// What mends it.
    pub remediation: String,
    /// The findings it mends.
    pub findings: Vec<String>,
    /// The worst of their severities.
    pub severity: String,
    /// The control it strengthens.
    pub control: String,
    /// Points that the control adds today.
    pub points: String,
}

/// A contract clause to ask for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Clause {
    /// The clause.
    pub text: String,
    /// The control it serves.
    pub control: String,
}

/// Writes down the findings.
pub fn findings(material: &Material) -> Findings {
    let findings = material.findings().iter();
    let technical = findings.filter(|finding| finding.axis == Axis::Technical);
    Findings {
        technical: technical.map(|each| row(material.words, each)).collect(),
        red_flags: red_flags(material),
        prompts: prompts(material),
    }
}

fn row(words: &Words, finding: &Finding) -> FindingRow {
    FindingRow {
        id: finding.id.to_string(),
        severity: terms::severity(words, finding.severity),
        control: finding.control.to_string(),
        question: finding.place.to_string(),
        message: print::plain(&finding.message),
    }
}

/// The findings in the order to mend them: by severity, then by the kind of remedy, then by points.
pub fn ordered<'a>(material: &'a Material) -> Vec<&'a Finding> {
    let mut ordered: Vec<&Finding> = material.findings().iter().collect();
    ordered.sort_by_key(|finding| {
        (
            Reverse(finding.severity),
            effort(material, finding),
            Reverse(material.printed.of(&finding.control).points),
        )
    });
    ordered
}

/// Writes down the plan.
pub fn plan(material: &Material) -> Plan {
    let (mut steps, mut clauses): (Vec<Step>, Vec<Clause>) = (vec![], vec![]);
    for finding in ordered(material) {
        let id = finding.id.to_string();
        match steps
            .iter_mut()
            .find(|step| step.remediation == finding.remediation)
        {
            Some(step) => {
                step.findings.push(id);
                step.wrong.push(print::plain(&finding.message));
            }
            None => steps.push(step(material, finding)),
        }
        let asks = finding.severity >= CLAUSE_FROM;
        if asks && !clauses.iter().any(|clause| clause.text == finding.clause) {
            clauses.push(Clause {
                text: finding.clause.clone(),
                control: finding.control.to_string(),
            });
        }
    }
    Plan {
        steps,
        clauses,
        validation: validation(material),
    }
}

fn step(material: &Material, finding: &Finding) -> Step {
    Step {
        remediation: finding.remediation.clone(),
        findings: vec![finding.id.to_string()],
        wrong: vec![print::plain(&finding.message)],
        severity: terms::severity(material.words, finding.severity),
        control: finding.control.to_string(),
        points: print::tenths(material.words, material.printed.of(&finding.control).points),
    }
}

/// From this severity on, a finding asks for a clause in the contract (judgement).
const CLAUSE_FROM: Severity = Severity::Medium;

/// How the kind of remedy ranks: less scope, lifetime or reuse first, more reviews last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Effort {
    Cut,
    Build,
    Review,
}

/// Id of the domain whose remedies are reviews.
const REVIEWS: &str = "reviews";

fn effort(material: &Material, finding: &Finding) -> Effort {
    match material.pack.model.control(&finding.control) {
        Some(control) if control.blast.is_some() => Effort::Cut,
        Some(control) if control.domain.as_str() == REVIEWS => Effort::Review,
        Some(_) | None => Effort::Build,
    }
}
