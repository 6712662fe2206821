//! The golden vectors as written by the reference implementation.

use std::collections::BTreeMap;

use idp_assay::pack::model::{EvidenceKind, Relevance};
use idp_assay::score::credibility::EvidenceItem;
use idp_assay::score::inherent::Profile;
use serde::Deserialize;

use super::{Answer, Answers, every, model, profile};

#[derive(Deserialize)]
pub struct Vectors {
    pub model: String,
    pub cases: Vec<Vector>,
}

#[derive(Deserialize)]
pub struct Vector {
    pub name: String,
    pub context: BTreeMap<String, f64>,
    pub answers: BTreeMap<String, Told>,
    pub expect: Expected,
}

#[derive(Deserialize)]
pub struct Told {
    pub level: Option<f64>,
    pub na: bool,
    pub evidence: Vec<Item>,
}

#[derive(Deserialize)]
pub struct Item {
    pub kind: EvidenceKind,
    pub age_months: f64,
    pub period_months: f64,
    pub relevance: Relevance,
    pub sample: u32,
    pub exceptions: u32,
    pub qualified: bool,
}

#[derive(Deserialize)]
#[allow(non_snake_case, reason = "the symbols of the model")]
pub struct Expected {
    pub I: f64,
    pub H: f64,
    pub V: f64,
    pub R: f64,
    pub lo: f64,
    pub hi: f64,
    pub R_open: f64,
    pub R0: f64,
    pub confidence: f64,
    pub answered: f64,
    pub band: String,
    pub gates: Vec<String>,
    pub decision: String,
    pub status: String,
    pub blast_index: f64,
    pub drivers: BTreeMap<String, f64>,
}

/// All of them.
pub fn vectors() -> Vectors {
    let text = include_str!("../scoring_vectors.json");
    serde_json::from_str(text).expect("the vectors are valid")
}

/// A worked example by its letter: A perfect, D average, F certified without machine controls.
pub fn vendor(letter: &str) -> Answers {
    let cases = vectors().cases;
    let found = cases
        .iter()
        .find(|vector| vector.name.split(' ').next() == Some(letter));
    found.expect("the vendor is a vector").answers()
}

const NAMES: [&str; 8] = [
    "data",
    "criticality",
    "regulatory",
    "nhi_count",
    "cicd",
    "scope",
    "duration",
    "reuse",
];

impl Vector {
    pub fn profile(&self) -> Profile {
        profile(NAMES.map(|name| self.context[name]))
    }

    /// What it does not name is open, what does not apply is left out.
    pub fn answers(&self) -> Answers {
        let mut answers = every(&model(), |_| Answer::open());
        for (control, told) in &self.answers {
            if told.na {
                answers.remove(control);
            } else {
                let evidence = told.evidence.iter().map(item).collect();
                let level = told.level;
                answers.insert(control.clone(), Answer { level, evidence });
            }
        }
        answers
    }
}

fn item(item: &Item) -> EvidenceItem {
    EvidenceItem {
        age_months: item.age_months,
        period_months: item.period_months,
        relevance: item.relevance,
        sample: Some(item.sample),
        exceptions: item.exceptions,
        qualified: item.qualified,
        ..EvidenceItem::fresh(item.kind)
    }
}
