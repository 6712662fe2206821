//! The rows of a SOC 2 report, typed: exceptions, controls left to us, subservice organisations, events.

use chrono::NaiveDate;

use super::{EntityStatus, Method, SubserviceReport, Weight};
use crate::assessment::document::{
    Document, Row, as_count, as_date, as_one_of, as_several, as_text, as_yes,
};
use crate::pack::id::TopicId;

/// A sample in which a control did not work.
#[derive(Debug, Clone, PartialEq)]
pub struct Exception<'d> {
    /// Criterion, such as `CC6.2`.
    pub criterion: &'d str,
    /// Number of the control.
    pub control: Option<&'d str>,
    /// Topic it is about.
    pub topic: Option<TopicId>,
    /// Items tested.
    pub sample: Option<u32>,
    /// Items that deviated.
    pub count: u32,
    /// Management's response.
    pub response: Option<&'d str>,
    /// Date of the remedy.
    pub remedy: Option<NaiveDate>,
    /// Whether it was there last year.
    pub repeated: bool,
}

/// Most items that a sample counts as; nobody tests more by hand.
const MOST_ITEMS: u64 = 1_000_000;

impl<'d> Exception<'d> {
    pub(super) fn of(row: &'d Row) -> Option<Self> {
        let small = |value: u64| u32::try_from(value.min(MOST_ITEMS)).unwrap_or(u32::MAX);
        let filled = |text: &&str| !text.trim().is_empty();
        let topic = row.get("topic").and_then(as_text);
        Some(Self {
            criterion: as_text(row.get("criterion")?)?,
            control: row.get("control").and_then(as_text).filter(filled),
            topic: topic.map(TopicId::new),
            sample: row.get("sample").and_then(as_count).map(small),
            count: small(as_count(row.get("count")?)?),
            response: row.get("response").and_then(as_text).filter(filled),
            remedy: row.get("remedy").and_then(as_date),
            repeated: row.get("repeated").and_then(as_yes).unwrap_or(false),
        })
    }

    /// Share of the sample that deviated, 0 to 1; an unstated sample counts as `default` items.
    pub fn rate(&self, default: u32) -> f64 {
        let sample = self.sample.filter(|sample| *sample > 0).unwrap_or(default);
        (f64::from(self.count) / f64::from(sample)).min(1.0)
    }
}

/// A control that the vendor expects us to run.
#[derive(Debug, Clone, PartialEq)]
pub struct EntityControl<'d> {
    /// The control.
    pub control: &'d str,
    /// Topic it is about.
    pub topic: Option<TopicId>,
    /// Who owns it at our side.
    pub owner: Option<&'d str>,
    /// How far it is.
    pub status: Option<EntityStatus>,
    /// Day of our last check.
    pub checked: Option<NaiveDate>,
}

impl<'d> EntityControl<'d> {
    pub(super) fn of(row: &'d Row) -> Option<Self> {
        let owner = row.get("owner").and_then(as_text);
        Some(Self {
            control: as_text(row.get("control")?)?,
            topic: row.get("topic").and_then(as_text).map(TopicId::new),
            owner: owner.filter(|owner| !owner.trim().is_empty()),
            status: row
                .get("status")
                .and_then(|value| as_one_of(value, EntityStatus::NAMES)),
            checked: row.get("checked").and_then(as_date),
        })
    }
}

/// A company whose services the vendor builds on.
#[derive(Debug, Clone, PartialEq)]
pub struct Subservice<'d> {
    /// Its name.
    pub name: &'d str,
    /// What it does, by option.
    pub does: Vec<&'d str>,
    /// How it is treated.
    pub method: Option<Method>,
    /// Whether the controls it must run are listed.
    pub csocs: Option<bool>,
    /// Whether its report was read.
    pub report: Option<SubserviceReport>,
}

impl<'d> Subservice<'d> {
    pub(super) fn of(row: &'d Row) -> Option<Self> {
        let does = row.get("does").and_then(as_several).unwrap_or(&[]);
        Some(Self {
            name: as_text(row.get("name")?)?,
            does: does.iter().map(|id| id.as_str()).collect(),
            method: row
                .get("method")
                .and_then(|value| as_one_of(value, Method::NAMES)),
            csocs: row.get("csocs").and_then(as_yes),
            report: row
                .get("report")
                .and_then(|value| as_one_of(value, SubserviceReport::NAMES)),
        })
    }
}

/// Something that happened after the period.
#[derive(Debug, Clone, PartialEq)]
pub struct LaterEvent<'d> {
    /// When.
    pub date: Option<NaiveDate>,
    /// What happened.
    pub what: &'d str,
    /// Topic it is about.
    pub topic: Option<TopicId>,
    /// How much it matters.
    pub weight: Weight,
}

impl<'d> LaterEvent<'d> {
    pub(super) fn of(row: &'d Row) -> Option<Self> {
        Some(Self {
            date: row.get("date").and_then(as_date),
            what: as_text(row.get("what")?)?,
            topic: row.get("topic").and_then(as_text).map(TopicId::new),
            weight: as_one_of(row.get("weight")?, Weight::NAMES)?,
        })
    }
}

pub(in crate::assessment::document) fn later_events(document: &Document) -> Vec<LaterEvent<'_>> {
    let rows = document.rows("later-events").unwrap_or(&[]);
    rows.iter().filter_map(LaterEvent::of).collect()
}
