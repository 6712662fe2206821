//! Several dated exports of one kind: what they show together that none shows alone.
//!
//! Two key sets prove that a key was changed, or that it was not; reviews in several files are cycles; and
//! the days that files speak about cover so much of the period that is looked at.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::assessment::Assessment;
use crate::assessment::evidence::EvidenceRecord;
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::reading::{AsOfSource, Reading};
use crate::pack::id::EvidenceId;

/// Days of the observation period: the year up to the day that is assessed (our choice; a SOC 2 Type II
/// mostly covers as much).
pub const OBSERVED: u64 = 365;
/// Parts of the period that each need a dated file.
const PARTS: u64 = 12;

/// A fact that several records state together.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// The fact.
    pub fact: Fact,
    /// The records, by day.
    pub records: Vec<EvidenceId>,
    /// What they are, in words.
    pub reference: String,
}

/// Dated exports of one kind, by day.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Family and format.
    pub kind: String,
    /// Record and day of each, the oldest first.
    pub dated: Vec<(EvidenceId, NaiveDate)>,
    /// Share of the observation period that they cover, in percent: days that logs and histories span,
    /// and the twelfth of the period that a single export falls into.
    pub coverage: f64,
    /// The longest time between two of them, in days.
    pub longest_gap: i64,
}

/// The records whose file was read and says its own day, or the analyst does.
fn dated(assessment: &Assessment) -> impl Iterator<Item = (&EvidenceRecord, &Reading)> {
    let read = assessment.evidence.iter();
    let read = read.filter_map(|record| Some((record, record.read.as_ref()?)));
    read.filter(|(_, reading)| reading.as_of.by != AsOfSource::Assumed || reading.covers.is_some())
}

/// The series of an assessment: kinds of file of which there are several.
pub fn series(assessment: &Assessment) -> Vec<Series> {
    let mut kinds: BTreeMap<String, Vec<(&EvidenceRecord, &Reading)>> = BTreeMap::new();
    for (record, reading) in dated(assessment) {
        let kind = format!("{}, {}", reading.family, reading.format);
        kinds.entry(kind).or_default().push((record, reading));
    }
    let several = kinds.into_iter().filter(|(_, members)| members.len() > 1);
    several
        .map(|(kind, mut members)| {
            members.sort_by_key(|(_, reading)| reading.as_of.at);
            let days: Vec<NaiveDate> = members
                .iter()
                .map(|(_, reading)| day(reading.as_of.at))
                .collect();
            let gaps = days.windows(2).map(|pair| (pair[1] - pair[0]).num_days());
            Series {
                longest_gap: gaps.max().unwrap_or(0),
                coverage: covered(assessment.as_of, &members).share(),
                dated: members
                    .iter()
                    .map(|(record, _)| record.id.clone())
                    .zip(days)
                    .collect(),
                kind,
            }
        })
        .collect()
}

fn day(at: DateTime<Utc>) -> NaiveDate {
    at.date_naive()
}

/// The days of the observation period that files speak about.
struct Covered(BTreeSet<u64>);

impl Covered {
    /// In percent of the period.
    fn share(&self) -> f64 {
        100.0 * self.0.len() as f64 / OBSERVED as f64
    }
}

fn covered(as_of: NaiveDate, members: &[(&EvidenceRecord, &Reading)]) -> Covered {
    let first = as_of - Days::new(OBSERVED - 1);
    let at = |day: NaiveDate| {
        u64::try_from((day - first).num_days())
            .ok()
            .filter(|at| *at < OBSERVED)
    };
    let mut days = BTreeSet::new();
    for (_, reading) in members {
        match reading.covers {
            Some(covers) => {
                let from = day(covers.from).max(first);
                let to = day(covers.to).min(as_of);
                if let (Some(from), Some(to)) = (at(from), at(to)) {
                    days.extend(from..=to);
                }
            }
            None => {
                if let Some(at) = at(day(reading.as_of.at)) {
                    let part = at * PARTS / OBSERVED;
                    days.extend((0..OBSERVED).filter(|day| day * PARTS / OBSERVED == part));
                }
            }
        }
    }
    Covered(days)
}

/// What several records show together.
pub fn derived(assessment: &Assessment) -> Vec<Derived> {
    let members: Vec<_> = dated(assessment).collect();
    let mut derived = keys_kept(&members);
    derived.extend(review_gap(&members));
    derived.extend(coverage(assessment.as_of, &members));
    derived
}

/// A signing key that stands in two dated key sets is at least as old as the time between them.
fn keys_kept(members: &[(&EvidenceRecord, &Reading)]) -> Vec<Derived> {
    let ids = |reading: &Reading| {
        reading.facts.iter().find_map(|fact| match &fact.value {
            FactValue::Set(ids) if fact.name == "signing-key-ids" => Some(ids.clone()),
            _ => None,
        })
    };
    let mut sets: Vec<_> = members
        .iter()
        .filter_map(|(record, reading)| Some((record, reading, ids(reading)?)))
        .collect();
    sets.sort_by_key(|(_, reading, _)| reading.as_of.at);
    let mut longest: Option<(f64, Derived)> = None;
    for (at, (first, earlier, ids)) in sets.iter().enumerate() {
        for (last, later, others) in &sets[at + 1..] {
            let Some(kept) = ids.iter().find(|id| others.contains(*id)) else {
                continue;
            };
            let age = (later.as_of.at - earlier.as_of.at).as_seconds_f64();
            if longest.as_ref().is_none_or(|(longest, _)| age > *longest) {
                let fact = Fact::new(
                    "signing-key-age",
                    FactValue::Duration(age),
                    Basis::Measured,
                    Place::default(),
                );
                let derived = Derived {
                    fact: fact.about(format!("key {kept} in both")),
                    records: vec![first.id.clone(), last.id.clone()],
                    reference: format!("{} and {}", first.reference, last.reference),
                };
                longest = Some((age, derived));
            }
        }
    }
    longest.into_iter().map(|(_, derived)| derived).collect()
}

/// The longest time between review cycles that stand in several files.
fn review_gap(members: &[(&EvidenceRecord, &Reading)]) -> Option<Derived> {
    let mut dates: BTreeMap<NaiveDate, &EvidenceRecord> = BTreeMap::new();
    for (record, reading) in members {
        for fact in reading
            .facts
            .iter()
            .filter(|fact| fact.name == "review-dates")
        {
            if let FactValue::Set(days) = &fact.value {
                let days = days.iter().filter_map(|day| day.parse().ok());
                dates.extend(days.map(|day| (day, *record)));
            }
        }
    }
    let records: BTreeSet<&EvidenceId> = dates.values().map(|record| &record.id).collect();
    if records.len() < 2 {
        return None;
    }
    let days: Vec<NaiveDate> = dates.keys().copied().collect();
    let gap = days
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).num_days())
        .max()?;
    let fact = Fact::new(
        "review-gap",
        FactValue::Duration(gap as f64 * 86_400.0),
        Basis::Measured,
        Place::default(),
    );
    Some(Derived {
        fact: fact.about(format!("{} cycles in {} files", days.len(), records.len())),
        records: records.into_iter().cloned().collect(),
        reference: "the review exports".to_owned(),
    })
}

/// The share of the observation period that all files together speak about. What we hold is not all there
/// may be, so it is a sample.
fn coverage(as_of: NaiveDate, members: &[(&EvidenceRecord, &Reading)]) -> Option<Derived> {
    let covered = covered(as_of, members);
    if members.is_empty() {
        return None;
    }
    let value = FactValue::Share {
        part: covered.0.len() as u64,
        of: OBSERVED,
    };
    let fact = Fact::new("evidence-coverage", value, Basis::Sample, Place::default());
    Some(Derived {
        fact: fact
            .in_part()
            .about("days of the year up to the day assessed"),
        records: members
            .iter()
            .map(|(record, _)| record.id.clone())
            .collect(),
        reference: "all dated files".to_owned(),
    })
}
