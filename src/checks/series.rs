//! Several dated exports of one kind: what they show together that none shows alone.
//!
//! Two key sets prove that a key was changed, or that it was not (`keys`); reviews in several files are
//! cycles (`reviews`); and the days that files speak about cover so much of the period that is looked at.

mod keys;
mod reviews;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::assessment::Assessment;
use crate::assessment::evidence::EvidenceRecord;
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::log;
use crate::evidence::reading::{AsOfSource, Reading};
use crate::pack::id::EvidenceId;
use crate::words::{Words, say};

/// Days of the observation period: the year up to the day that is assessed (our choice; a SOC 2 Type II
/// mostly covers as much).
pub const OBSERVED: u64 = 365;
/// Parts of the period: a file that is no log speaks about the one that its day falls into.
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
    /// Share of the observation period that they cover, in percent.
    ///
    /// A log counts from its first to its last event, however few lie between them. Any other file counts
    /// for the twelfth of the period that its day falls into, and a history for the days it spans besides.
    pub coverage: f64,
    /// The longest time between two of them, in days.
    pub longest_gap: i64,
    /// What they show together, in words and without a final stop: keys that stayed, and keys that changed.
    pub shows: Vec<String>,
}

/// The records whose file was read and says its own day, or the analyst does.
fn dated(assessment: &Assessment) -> impl Iterator<Item = (&EvidenceRecord, &Reading)> {
    let read = assessment.evidence.iter();
    let read = read.filter_map(|record| Some((record, record.read.as_ref()?)));
    read.filter(|(_, reading)| reading.as_of.by != AsOfSource::Assumed || reading.covers.is_some())
}

/// The series of an assessment: kinds of file of which there are several.
pub fn series(words: &Words, assessment: &Assessment) -> Vec<Series> {
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
                shows: keys::shown(words, &members),
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

/// The day of a file; where nobody says one, the last day that it speaks about.
fn own_day(reading: &Reading) -> NaiveDate {
    match (reading.as_of.by, reading.covers) {
        (AsOfSource::Assumed, Some(covers)) => day(covers.to),
        _ => day(reading.as_of.at),
    }
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
        if let Some(covers) = reading.covers {
            let from = day(covers.from).max(first);
            let to = day(covers.to).min(as_of);
            if let (Some(from), Some(to)) = (at(from), at(to)) {
                days.extend(from..=to);
            }
        }
        // However short the history in an export is, it is worth no less than an export without one.
        if reading.family != log::FAMILY.id
            && let Some(at) = at(own_day(reading))
        {
            let part = at * PARTS / OBSERVED;
            days.extend((0..OBSERVED).filter(|day| day * PARTS / OBSERVED == part));
        }
    }
    Covered(days)
}

/// What several records show together.
pub fn derived(words: &Words, assessment: &Assessment) -> Vec<Derived> {
    let members: Vec<_> = dated(assessment).collect();
    let mut derived = keys::kept(words, &members);
    derived.extend(reviews::derived(words, assessment));
    derived.extend(coverage(words, assessment.as_of, &members));
    derived
}

/// The share of the observation period that all files together speak about. What we hold is not all there
/// may be, so it is a sample.
fn coverage(
    words: &Words,
    as_of: NaiveDate,
    members: &[(&EvidenceRecord, &Reading)],
) -> Option<Derived> {
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
        fact: fact.in_part().about(say!(words, "series-days-of-the-year")),
        records: members
            .iter()
            .map(|(record, _)| record.id.clone())
            .collect(),
        reference: say!(words, "series-all-files"),
    })
}

#[cfg(test)]
mod tests {
    use crate::pack::language::Language;
    use crate::words::{Words, say};

    #[test]
    fn keys_and_files_are_counted_in_german() {
        let german = Words::of(Language::German);
        let files = |count: usize| say!(german, "reviews-in-files", count);
        assert_eq!(
            (files(1), files(2)),
            ("in 1 Datei".into(), "in 2 Dateien".into())
        );
        let changed = |count: usize| say!(german, "keys-changed", count, from = "A", to = "B");
        assert_eq!(
            changed(1),
            "der Schlüssel wurde zwischen dem A und dem B gewechselt"
        );
        assert_eq!(
            changed(2),
            "alle Schlüssel wurden zwischen dem A und dem B gewechselt"
        );
        let stayed = |count: usize| say!(german, "keys-stayed-rest", count);
        assert!(stayed(1).starts_with("1 weiterer Schlüssel steht"));
        assert!(stayed(3).starts_with("3 weitere Schlüssel stehen"));
    }
}
