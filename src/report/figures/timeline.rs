//! What the evidence speaks about, on the calendar, against the year before the day assessed.

mod entry;

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use serde::Serialize;

use self::entry::{Entry, Standing, entries};
use super::Sign;
use crate::report::Material;
use crate::words::{Words, say};

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
    pub name: String,
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
    pub counts: String,
}

/// Writes down the timeline; none without evidence.
pub fn timeline(material: &Material) -> Option<TimelineFigure> {
    let (words, as_of) = (material.words, material.assessment.as_of);
    let from = as_of.checked_sub_months(Months::new(12)).unwrap_or(as_of) + Days::new(1);
    let entries = entries(material, from);
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
        alt: alt(words, &entries, from, as_of),
        caption: say!(words, "figure-timeline", day = words.date(as_of)),
        observed: Stretch {
            from: from.to_string(),
            to: as_of.to_string(),
            name: say!(words, "figure-timeline-year"),
        },
        day: as_of.to_string(),
        day_name: say!(words, "figure-timeline-day", day = words.date(as_of)),
        legend: used
            .map(|standing| Sign {
                sign: standing.sign(),
                name: standing.name(words),
            })
            .collect(),
        lanes: lanes(&entries),
        rows: entries.iter().map(|entry| row(words, entry)).collect(),
    })
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

fn row(words: &Words, entry: &Entry) -> SpanRow {
    SpanRow {
        record: entry.id.clone(),
        what: match entry.reference.is_empty() {
            true => entry.kind.clone(),
            false => format!("{}: {}", entry.kind, entry.reference),
        },
        from: entry.days.map(|(from, _)| words.date(from)),
        to: entry
            .days
            .filter(|(from, to)| from < to)
            .map(|(_, to)| words.date(to)),
        counts: entry.standing.name(words),
    }
}

fn alt(words: &Words, entries: &[Entry], from: NaiveDate, as_of: NaiveDate) -> String {
    let count = |standing: Standing| {
        let held = entries.iter().filter(|entry| entry.standing == standing);
        held.count()
    };
    say!(
        words,
        "figure-timeline-alt",
        count = entries.len(),
        from = words.date(from),
        to = words.date(as_of),
        fresh = count(Standing::Full),
        ageing = count(Standing::Part),
        past = count(Standing::Past)
    )
}
