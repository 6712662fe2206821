//! `evidence read` of an artefact: what it says, each fact with its basis and place.

use std::fmt::Write;

use serde::Serialize;

use crate::checks::claims::told;
use crate::cli::visible::visible;
use crate::evidence::fact::{Basis, Fact, FactValue, Limit, counted};
use crate::evidence::families::FAMILIES;
use crate::evidence::log;
use crate::evidence::reading::{AsOfSource, Reading};
use crate::pack::language::Language;
use crate::source::names::name_of;
use crate::words::Words;

/// Version of the JSON; it rises when a key changes its name, meaning or presence.
const SCHEMA: u32 = 1;

/// A reading as text.
pub(super) fn text(reading: &Reading) -> String {
    let words = Words::of(Language::English);
    let mut out = String::new();
    let as_of = reading.as_of.at.format("%Y-%m-%d %H:%M");
    let by = name_of(AsOfSource::NAMES, reading.as_of.by);
    let _ = writeln!(
        out,
        "{} ({}), {}, as of {as_of} UTC ({by})",
        reading.family,
        reading.format,
        counted(reading.items, "item")
    );
    if let Some(covers) = reading.covers {
        let day = |at: chrono::DateTime<chrono::Utc>| at.format("%Y-%m-%d %H:%M").to_string();
        let _ = writeln!(out, "covers {} to {} UTC", day(covers.from), day(covers.to));
    }
    for fact in &reading.facts {
        let about = fact
            .about
            .as_deref()
            .map_or_else(String::new, |about| format!(", about {about}"));
        let whole = if fact.is_whole { "" } else { ", in part" };
        let _ = writeln!(
            out,
            "{}: {}\n    {}{whole}{}, {}",
            fact.name,
            visible(&told(words, &fact.value)),
            name_of(Basis::NAMES, fact.basis),
            visible(&about),
            visible(&fact.place.to_string())
        );
    }
    for odd in &reading.anomalies {
        let _ = writeln!(
            out,
            "odd: {} ({})",
            visible(&odd.what),
            visible(&odd.place.to_string())
        );
    }
    for why in &reading.partial {
        let _ = writeln!(out, "not all there is: {}", visible(why));
    }
    out
}

#[derive(Serialize)]
struct ReadingJson<'a> {
    schema: u32,
    family: &'a str,
    format: &'a str,
    as_of: String,
    as_of_by: &'static str,
    items: u64,
    facts: Vec<FactJson<'a>>,
    odd: Vec<OddJson<'a>>,
    partial: &'a [String],
}

#[derive(Serialize)]
struct FactJson<'a> {
    fact: &'a str,
    #[serde(flatten)]
    value: ValueJson<'a>,
    basis: &'static str,
    whole: bool,
    about: Option<&'a str>,
    path: &'a str,
    line: Option<u64>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueJson<'a> {
    Seconds { seconds: f64 },
    Limit { limit: serde_json::Value },
    Count { count: u64 },
    Date { date: String },
    Names { names: Vec<&'a str> },
    Share { part: u64, of: u64 },
    Holds { holds: bool },
}

#[derive(Serialize)]
struct OddJson<'a> {
    what: &'a str,
    path: &'a str,
    line: Option<u64>,
}

/// A reading as JSON.
pub(super) fn json(reading: &Reading) -> String {
    let fact = |fact| FactJson::new(fact);
    let odd = reading.anomalies.iter().map(|odd| OddJson {
        what: &odd.what,
        path: &odd.place.path,
        line: odd.place.line,
    });
    let reading = ReadingJson {
        schema: SCHEMA,
        family: &reading.family,
        format: &reading.format,
        as_of: reading.as_of.at.to_rfc3339(),
        as_of_by: name_of(AsOfSource::NAMES, reading.as_of.by),
        items: reading.items,
        facts: reading.facts.iter().map(fact).collect(),
        odd: odd.collect(),
        partial: &reading.partial,
    };
    let text = serde_json::to_string_pretty(&reading);
    text.expect("no map here has a key that is not a text") + "\n"
}

impl<'a> FactJson<'a> {
    fn new(fact: &'a Fact) -> Self {
        Self {
            fact: &fact.name,
            value: ValueJson::new(&fact.value),
            basis: name_of(Basis::NAMES, fact.basis),
            whole: fact.is_whole,
            about: fact.about.as_deref(),
            path: &fact.place.path,
            line: fact.place.line,
        }
    }
}

impl<'a> ValueJson<'a> {
    fn new(value: &'a FactValue) -> Self {
        match value {
            FactValue::Duration(seconds) => Self::Seconds { seconds: *seconds },
            FactValue::Limit(limit) => Self::Limit {
                limit: match limit {
                    Limit::Finite(seconds) => (*seconds).into(),
                    Limit::Unlimited => "unlimited".into(),
                    Limit::Unset => "unset".into(),
                    Limit::Unknown => "unknown".into(),
                },
            },
            FactValue::Count(count) => Self::Count { count: *count },
            FactValue::Date(at) => Self::Date {
                date: at.to_rfc3339(),
            },
            FactValue::Set(names) => Self::Names {
                names: names.iter().map(String::as_str).collect(),
            },
            FactValue::Share { part, of } => Self::Share {
                part: *part,
                of: *of,
            },
            FactValue::Holds(holds) => Self::Holds { holds: *holds },
        }
    }
}

/// Every kind of artefact that is read, by family.
pub(super) fn kinds() -> String {
    let mut out = String::new();
    for family in FAMILIES {
        let _ = writeln!(out, "{}: {}", family.id, family.title);
        for format in family.formats {
            let _ = writeln!(out, "    {}: {}", format.id, format.title);
        }
    }
    let _ = writeln!(out, "{}: {}", log::FAMILY.id, log::FAMILY.title);
    for (id, title) in log::FORMATS {
        let _ = writeln!(out, "    {id}: {title}");
    }
    out
}
