//! Writes what was read from an artefact.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use crate::evidence::fact::{Basis, Fact, FactValue, Limit, Place};
use crate::evidence::reading::{Anomaly, AsOfSource, Reading};
use crate::source::names::name_of;

#[derive(Serialize)]
pub(super) struct ReadingEntry<'a> {
    family: &'a str,
    format: &'a str,
    as_of: AsOfEntry,
    #[serde(skip_serializing_if = "Option::is_none")]
    covers: Option<CoversEntry>,
    items: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    facts: Vec<FactEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    odd: Vec<AnomalyEntry<'a>>,
    #[serde(skip_serializing_if = "slice_is_empty")]
    partial: &'a [String],
}

fn slice_is_empty(texts: &&[String]) -> bool {
    texts.is_empty()
}

#[derive(Serialize)]
struct AsOfEntry {
    at: String,
    by: &'static str,
}

#[derive(Serialize)]
struct CoversEntry {
    from: String,
    to: String,
}

#[derive(Serialize)]
struct FactEntry<'a> {
    fact: &'a str,
    #[serde(flatten)]
    value: ValueEntry<'a>,
    basis: &'static str,
    #[serde(flatten)]
    place: PlaceEntry<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<&'static str>,
    #[serde(skip_serializing_if = "is_zero")]
    uncertain: f64,
}

fn is_zero(number: &f64) -> bool {
    *number == 0.0
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueEntry<'a> {
    Seconds { seconds: f64 },
    Limit { limit: f64 },
    LimitWord { limit: &'static str },
    Count { count: u64 },
    Date { date: String },
    Names { names: Vec<&'a str> },
    Share { part: u64, of: u64 },
    Holds { holds: &'static str },
}

#[derive(Serialize)]
struct PlaceEntry<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
}

#[derive(Serialize)]
struct AnomalyEntry<'a> {
    what: &'a str,
    #[serde(flatten)]
    place: PlaceEntry<'a>,
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

impl<'a> ReadingEntry<'a> {
    pub(super) fn new(reading: &'a Reading) -> Self {
        Self {
            family: &reading.family,
            format: &reading.format,
            as_of: AsOfEntry {
                at: moment(reading.as_of.at),
                by: name_of(AsOfSource::NAMES, reading.as_of.by),
            },
            covers: reading.covers.map(|covers| CoversEntry {
                from: moment(covers.from),
                to: moment(covers.to),
            }),
            items: reading.items,
            facts: reading.facts.iter().map(FactEntry::new).collect(),
            odd: reading.anomalies.iter().map(AnomalyEntry::new).collect(),
            partial: &reading.partial,
        }
    }
}

impl<'a> FactEntry<'a> {
    fn new(fact: &'a Fact) -> Self {
        Self {
            fact: &fact.name,
            value: ValueEntry::new(&fact.value),
            basis: name_of(Basis::NAMES, fact.basis),
            place: PlaceEntry::new(&fact.place),
            about: fact.about.as_deref(),
            whole: (!fact.is_whole).then_some("no"),
            uncertain: fact.uncertain,
        }
    }
}

impl<'a> ValueEntry<'a> {
    fn new(value: &'a FactValue) -> Self {
        match value {
            FactValue::Duration(seconds) => Self::Seconds { seconds: *seconds },
            FactValue::Limit(Limit::Finite(seconds)) => Self::Limit { limit: *seconds },
            FactValue::Limit(Limit::Unlimited) => Self::LimitWord { limit: "unlimited" },
            FactValue::Limit(Limit::Unset) => Self::LimitWord { limit: "unset" },
            FactValue::Limit(Limit::Unknown) => Self::LimitWord { limit: "unknown" },
            FactValue::Count(count) => Self::Count { count: *count },
            FactValue::Date(at) => Self::Date { date: moment(*at) },
            FactValue::Set(names) => Self::Names {
                names: names.iter().map(String::as_str).collect(),
            },
            FactValue::Share { part, of } => Self::Share {
                part: *part,
                of: *of,
            },
            FactValue::Holds(true) => Self::Holds { holds: "yes" },
            FactValue::Holds(false) => Self::Holds { holds: "no" },
        }
    }
}

impl<'a> PlaceEntry<'a> {
    fn new(place: &'a Place) -> Self {
        Self {
            path: &place.path,
            line: place.line,
        }
    }
}

impl<'a> AnomalyEntry<'a> {
    fn new(anomaly: &'a Anomaly) -> Self {
        Self {
            what: &anomaly.what,
            place: PlaceEntry::new(&anomaly.place),
        }
    }
}
