//! What the evidence speaks about, on the calendar, against the year before the day assessed.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use serde::Serialize;

use super::super::{Material, print, words};
use super::Sign;
use crate::assessment::calendar::months_between;
use crate::assessment::document::Document;
use crate::assessment::document::certificate::Certificate;
use crate::assessment::document::other::{Authorisation, Letter, Summary};
use crate::assessment::document::soc2::Soc2;
use crate::assessment::evidence::EvidenceRecord;
use crate::checks::documents::credit::credits;
use crate::pack::model::EvidenceKind;

/// More records than this share the lanes of their kinds.
const MOST_LANES: usize = 24;

/// The evidence on the calendar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineFigure {
    /// The figure in words.
    pub alt: String,
    /// What it shows.
    pub caption: String,
    /// The time that counts.
    pub observed: Stretch,
    /// The day assessed.
    pub day: String,
    /// Words for that day.
    pub day_name: String,
    /// The signs in use.
    pub legend: Vec<Sign>,
    /// The lanes: one a record, or one a kind where there are many.
    pub lanes: Vec<LaneRow>,
    /// Every record and document, also those without a day.
    pub rows: Vec<SpanRow>,
}

/// A stretch of time with a name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stretch {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Its name.
    pub name: &'static str,
}

/// A lane of the picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LaneRow {
    /// Its name.
    pub label: String,
    /// Days and periods.
    pub spans: Vec<SpanSign>,
}

/// A day or period of the picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SpanSign {
    /// Name of its sign.
    pub sign: &'static str,
    /// The day, or the first day.
    pub from: String,
    /// The last day of a period.
    pub to: Option<String>,
}

/// A record or document with the time it speaks about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SpanRow {
    /// Its id.
    pub record: String,
    /// What it is.
    pub what: String,
    /// The day, or the first day.
    pub from: Option<String>,
    /// The last day of a period.
    pub to: Option<String>,
    /// How far it counts.
    pub counts: &'static str,
}

/// How far something counts on the day assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Full,
    Part,
    Past,
}

impl Standing {
    const ALL: [Self; 3] = [Self::Full, Self::Part, Self::Past];

    fn sign(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Part => "part",
            Self::Past => "past",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Full => "fresh",
            Self::Part => "ageing: counts less and less",
            Self::Past => "before that year, or gives no credit",
        }
    }
}

/// A record or document, before it is written down.
struct Entry {
    id: String,
    kind: String,
    /// What records of this kind are called together.
    kinds: String,
    reference: String,
    /// First and last day; the same for a day, none where no day is recorded.
    days: Option<(NaiveDate, NaiveDate)>,
    standing: Standing,
}

/// Writes down the timeline; none without evidence.
pub fn timeline(material: &Material) -> Option<TimelineFigure> {
    let assessment = material.assessment;
    let as_of = assessment.as_of;
    let from = as_of.checked_sub_months(Months::new(12)).unwrap_or(as_of) + Days::new(1);
    let records = assessment.evidence.iter();
    let documents = assessment.documents.iter();
    let entries: Vec<Entry> = documents
        .map(|document| of_document(material, document, from))
        .chain(records.map(|record| of_record(material, record, from)))
        .collect();
    if entries.iter().all(|entry| entry.days.is_none()) {
        return None;
    }
    let is_used = |standing: Standing| {
        let mut dated = entries.iter().filter(|entry| entry.days.is_some());
        dated.any(|entry| entry.standing == standing)
    };
    let used = Standing::ALL
        .into_iter()
        .filter(|standing| is_used(*standing));
    Some(TimelineFigure {
        alt: alt(&entries, from, as_of),
        caption: format!("What the evidence speaks about, against the year up to {as_of}"),
        observed: Stretch {
            from: from.to_string(),
            to: as_of.to_string(),
            name: "the year before",
        },
        day: as_of.to_string(),
        day_name: format!("assessed on {as_of}"),
        legend: used
            .map(|standing| Sign {
                sign: standing.sign(),
                name: standing.words(),
            })
            .collect(),
        lanes: lanes(&entries),
        rows: entries.iter().map(row).collect(),
    })
}

fn of_record(material: &Material, record: &EvidenceRecord, from: NaiveDate) -> Entry {
    let days = record
        .tested_period()
        .map_or((record.date, record.date), |period| {
            (period.from, period.to)
        });
    let age = record.age(material.assessment.as_of);
    Entry {
        id: record.id.to_string(),
        kind: words::kind(record.kind).to_owned(),
        kinds: format!(
            "{} from {}",
            words::kinds(record.kind),
            words::origin(record.origin)
        ),
        reference: record.reference.clone(),
        standing: standing(material, record.kind, age, days.1 < from),
        days: Some(days),
    }
}

fn of_document(material: &Material, document: &Document, from: NaiveDate) -> Entry {
    let days = days(document);
    let credits = credits(&material.reading.held);
    let credit = credits
        .iter()
        .find(|credit| credit.document.id == document.id);
    let is_before = days.is_none_or(|(_, to)| to < from);
    let kind = material.kind_of(document);
    Entry {
        id: document.id.to_string(),
        kinds: kind.clone(),
        kind,
        reference: document.reference.clone(),
        standing: credit.map_or(Standing::Past, |credit| {
            let age = months_between(credit.aged_from, material.assessment.as_of);
            standing(material, credit.kind, age, is_before)
        }),
        days,
    }
}

fn standing(material: &Material, kind: EvidenceKind, age: f64, is_before: bool) -> Standing {
    let rung = material.pack.model.evidence.ladder.get(&kind);
    let grace = rung.and_then(|rung| rung.grace_months);
    match grace {
        _ if is_before => Standing::Past,
        Some(grace) if age > grace => Standing::Part,
        Some(_) | None => Standing::Full,
    }
}

/// The time that a document speaks about; a certificate, the time that it is good for.
fn days(document: &Document) -> Option<(NaiveDate, NaiveDate)> {
    let on = |day: NaiveDate| (day, day);
    if let Some(report) = Soc2::of(document) {
        let period = report.period.filter(|_| report.is_type_two());
        let day = report.as_of.or(report.report_date);
        return period
            .map(|period| (period.from, period.to))
            .or(day.map(on));
    }
    if let Some(certificate) = Certificate::of(document) {
        let until = certificate.expiry.or(certificate.audited());
        return match (certificate.issue, until) {
            (Some(from), Some(to)) if from < to => Some((from, to)),
            (Some(day), _) | (None, Some(day)) => Some(on(day)),
            (None, None) => None,
        };
    }
    if let Some(letter) = Letter::of(document) {
        let covers = letter.covers.map(|covers| (covers.from, covers.to));
        return covers.or(letter.signed.map(on));
    }
    if let Some(authorisation) = Authorisation::of(document) {
        return authorisation.date.map(on);
    }
    Summary::of(document)?.date.map(on)
}

/// One lane an entry, or one a kind where there are many, in the order of their first entries.
fn lanes(entries: &[Entry]) -> Vec<LaneRow> {
    let dated: Vec<&Entry> = entries
        .iter()
        .filter(|entry| entry.days.is_some())
        .collect();
    if dated.len() <= MOST_LANES {
        let lane = |entry: &&Entry| LaneRow {
            label: format!("{} {}", entry.id, entry.kind),
            spans: span(entry).into_iter().collect(),
        };
        return dated.iter().map(lane).collect();
    }
    let mut groups: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    let mut order: Vec<&str> = vec![];
    for entry in dated {
        let group = groups.entry(&entry.kinds).or_default();
        if group.is_empty() {
            order.push(&entry.kinds);
        }
        group.push(entry);
    }
    let lane = |kinds: &str| LaneRow {
        label: format!("{kinds} ({})", groups[kinds].len()),
        spans: groups[kinds]
            .iter()
            .filter_map(|entry| span(entry))
            .collect(),
    };
    order.into_iter().map(lane).collect()
}

fn span(entry: &Entry) -> Option<SpanSign> {
    let (from, to) = entry.days?;
    Some(SpanSign {
        sign: entry.standing.sign(),
        from: from.to_string(),
        to: (from < to).then(|| to.to_string()),
    })
}

fn row(entry: &Entry) -> SpanRow {
    SpanRow {
        record: entry.id.clone(),
        what: match entry.reference.is_empty() {
            true => entry.kind.clone(),
            false => format!("{}: {}", entry.kind, entry.reference),
        },
        from: entry.days.map(|(from, _)| from.to_string()),
        to: entry
            .days
            .filter(|(from, to)| from < to)
            .map(|(_, to)| to.to_string()),
        counts: entry.standing.words(),
    }
}

fn alt(entries: &[Entry], from: NaiveDate, as_of: NaiveDate) -> String {
    let count = |standing: Standing| {
        let held = entries.iter().filter(|entry| entry.standing == standing);
        held.count()
    };
    format!(
        "{} on a time axis, against the year from {from} to {as_of}: {} fresh, {} ageing, {} from before that year or without credit.",
        print::counted(entries.len(), "record or document", "records and documents"),
        count(Standing::Full),
        count(Standing::Part),
        count(Standing::Past),
    )
}
