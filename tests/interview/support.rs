//! The small pack, an empty assessment on it, and answers of every form.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use idp_assay::assessment::answer::{Duration, Period, Value};
use idp_assay::assessment::{Assessment, PackReference};
use idp_assay::interview::{Author, Interview};
use idp_assay::pack::Pack;
use idp_assay::pack::answer::{AnswerKind, Form, Unit};
use idp_assay::pack::question::Depth;
use idp_assay::pack::reader::Files;
use idp_assay::source::{Code, Problem, Source};

/// The files of `tests/interview`.
struct Folder;

impl Files for Folder {
    fn open(&self, path: &str) -> Result<Arc<Source>, Problem> {
        std::fs::read_to_string(format!("tests/interview/{path}"))
            .map(|text| Source::new(path, text))
            .map_err(|error| Problem::new(Code::Unreadable, error.to_string()))
    }
}

/// The small pack.
pub fn pack() -> Pack {
    let manifest = Folder.open("pack.yaml").expect("the manifest is there");
    match idp_assay::pack::reader::read(&manifest, &Folder) {
        Ok(pack) => pack,
        Err(problems) => panic!("{problems}"),
    }
}

/// A day written as year-month-day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// An assessment without answers.
pub fn empty(pack: &Pack, depth: Depth) -> Assessment {
    Assessment {
        vendor: "Example".into(),
        product: "Sign-in".into(),
        assessor: Some("Ada".into()),
        language: Default::default(),
        packs: pack
            .parts
            .iter()
            .map(|part| PackReference {
                part: part.clone(),
                path: None,
            })
            .collect(),
        model: pack.model.version.clone(),
        depth,
        as_of: day("2026-01-10"),
        answers: BTreeMap::new(),
        documents: vec![],
        evidence: vec![],
    }
}

/// Ada, on 1 February 2026.
pub fn author() -> Author {
    Author {
        name: Some("Ada".into()),
        on: day("2026-02-01"),
    }
}

/// A sitting over an empty assessment.
pub fn sitting(pack: &Pack) -> Interview<'_> {
    Interview::new(pack, empty(pack, Depth::Standard), author())
}

/// A length of time.
pub fn minutes(amount: f64) -> Value {
    let unit = Unit::Minutes;
    Value::Duration(Duration::Finite { amount, unit })
}

/// Some answer of that form, another one for another `pick`.
pub fn any_value(form: &Form, pick: usize) -> Value {
    let single = |kind: &AnswerKind| match kind {
        AnswerKind::Choice(options) => Value::Choice(options[pick % options.len()].id.clone()),
        AnswerKind::Several(options) => {
            let (alone, others): (Vec<_>, Vec<_>) = options.iter().partition(|option| option.alone);
            let chosen = others.iter().skip(pick % options.len());
            let mut ids: Vec<_> = chosen.map(|option| option.id.clone()).collect();
            if ids.is_empty() {
                ids.extend(alone.first().map(|option| option.id.clone()));
            }
            Value::Several(ids)
        }
        AnswerKind::YesNo(_) => Value::YesNo(pick.is_multiple_of(2)),
        AnswerKind::Duration(_) => minutes(pick as f64),
        AnswerKind::Count(_) => Value::Count(pick as u64),
        AnswerKind::Percent(_) => Value::Percent((pick % 101) as f64),
        AnswerKind::Date => Value::Date(day("2025-06-01")),
        AnswerKind::Period => {
            let (from, to) = (day("2025-01-01"), day("2025-12-31"));
            Value::Period(Period { from, to })
        }
        AnswerKind::List => Value::List(vec![format!("entry {pick}")]),
        AnswerKind::Text => Value::Text(format!("text {pick}")),
    };
    match form {
        Form::Single(kind) => single(kind),
        Form::Parts(parts) => {
            let answered = parts.iter().skip(pick % (parts.len() + 1));
            Value::Parts(
                answered
                    .map(|part| (part.id.clone(), single(&part.kind)))
                    .collect(),
            )
        }
    }
}
