//! Reviews in several files: how many cycles they show, and the longest time without one.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Derived;
use crate::assessment::Assessment;
use crate::assessment::evidence::EvidenceRecord;
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::reading::Reading;
use crate::evidence::time::DAY;
use crate::words::{Words, say};

/// Days on which reviews of one cycle begin or are decided lie no further than this from its first, as the
/// readers of single files have it.
const TOGETHER: i64 = 14;

/// The reviews that several files state.
struct Reviews<'a> {
    words: &'a Words,
    records: Vec<&'a EvidenceRecord>,
    /// Days on which reviews began, up to the day assessed.
    days: Vec<NaiveDate>,
    /// Whether each file is all there is: in a part of one, the review between two others may be missing.
    is_whole: bool,
}

/// The cycles and gaps of reviews over all files that date their reviews; none where only one does.
///
/// We may not hold all files, so that they are samples: no number of cycles is disproved by them.
pub(super) fn derived(words: &Words, assessment: &Assessment) -> Vec<Derived> {
    let as_of = assessment.as_of;
    let mut derived = vec![];
    if let Some(all) = Reviews::of(words, assessment, |_| true) {
        derived.push(all.cycles());
        derived.extend(all.gap("review-gap", as_of));
    }
    if let Some(machines) = Reviews::of(words, assessment, covers_machines) {
        derived.extend(machines.gap("machine-review-gap", as_of));
    }
    derived
}

/// Whether a file shows that machine identities are among what is reviewed.
fn covers_machines(reading: &Reading) -> bool {
    let mut facts = reading.facts.iter();
    facts.any(|fact| fact.name == "review-covers-machines" && fact.value == FactValue::Holds(true))
}

/// The days on which the reviews of a file began; none where it states no dates.
fn days(reading: &Reading) -> Option<impl Iterator<Item = NaiveDate>> {
    reading.facts.iter().find_map(|fact| match &fact.value {
        FactValue::Set(days) if fact.name == "review-dates" => {
            Some(days.iter().filter_map(|day| day.parse().ok()))
        }
        _ => None,
    })
}

impl<'a> Reviews<'a> {
    fn of(
        words: &'a Words,
        assessment: &'a Assessment,
        counts: impl Fn(&Reading) -> bool,
    ) -> Option<Self> {
        let mut all: BTreeSet<NaiveDate> = BTreeSet::new();
        let (mut records, mut is_whole) = (vec![], true);
        for record in &assessment.evidence {
            let reading = record.read.as_ref().filter(|reading| counts(reading));
            if let Some((reading, days)) = reading.and_then(|read| Some((read, days(read)?))) {
                all.extend(days.filter(|day| *day <= assessment.as_of));
                records.push(record);
                is_whole &= reading.partial.is_empty();
            }
        }
        (records.len() > 1).then(|| Self {
            words,
            records,
            days: all.into_iter().collect(),
            is_whole,
        })
    }

    /// How many cycles there are: reviews that begin soon after the first of a cycle belong to it.
    fn count(&self) -> u64 {
        let mut first = None;
        let mut count = 0;
        for day in &self.days {
            let is_same =
                first.is_some_and(|first: NaiveDate| (*day - first).num_days() <= TOGETHER);
            if !is_same {
                first = Some(*day);
                count += 1;
            }
        }
        count
    }

    fn cycles(&self) -> Derived {
        let value = FactValue::Count(self.count());
        let about = say!(self.words, "reviews-in-files", count = self.records.len());
        self.derived("review-cycles", value, about)
    }

    /// The longest time between two reviews, or since the last one where that is longer; none where there are
    /// not two, or one may be missing.
    fn gap(&self, name: &'static str, as_of: NaiveDate) -> Option<Derived> {
        let apart = |from: NaiveDate, to: NaiveDate| (to - from).num_days();
        let between = self.days.windows(2).map(|pair| (pair[0], pair[1]));
        let (from, to) = between.max_by_key(|(from, to)| apart(*from, *to))?;
        let last = *self.days.last()?;
        let (words, count) = (self.words, self.records.len());
        let (gap, about) = match apart(from, to).max(apart(last, as_of)) {
            gap if gap > apart(from, to) => {
                let last = words.date(last);
                (gap, say!(words, "reviews-since", last, count))
            }
            gap => {
                let (from, to) = (words.date(from), words.date(to));
                (gap, say!(words, "reviews-between", from, to, count))
            }
        };
        let value = FactValue::Duration(gap as f64 * DAY);
        self.is_whole.then(|| self.derived(name, value, about))
    }

    fn derived(&self, name: &'static str, value: FactValue, about: String) -> Derived {
        let fact = Fact::new(name, value, Basis::Sample, Place::default());
        Derived {
            fact: fact.about(about),
            records: self
                .records
                .iter()
                .map(|record| record.id.clone())
                .collect(),
            reference: say!(self.words, "reviews-exports"),
        }
    }
}
