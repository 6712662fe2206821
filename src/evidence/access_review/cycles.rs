//! When reviews began, series by series, and the longest time between two of them.
//!
//! Reviews of different things are different series: a gap lies between two reviews of the same. A review in
//! which nobody decided anything is none.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::evidence::fact::Place;
use crate::evidence::identity_list::bounded::short;
use crate::evidence::reading::AsOf;
use crate::evidence::time::{DAY, Moment, ZONE_DOUBT};

/// Most reviews that are told apart.
const REVIEWS: usize = 200_000;
/// Most days that are listed.
const DAYS: usize = 1_000;

/// Which reviews count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// All.
    All,
    /// Those with machine identities among the items.
    Machines,
    /// Those of privileged roles.
    Roles,
}

/// One review.
pub(super) struct Review<'t> {
    /// What is reviewed again and again.
    pub series: &'t str,
    /// How that is shown.
    pub title: &'t str,
    /// Which of the series it is.
    pub key: String,
    /// When it began.
    pub began: Option<Moment>,
    /// Whether the item is a machine identity.
    pub has_machine: bool,
    /// Whether a role is reviewed.
    pub on_role: bool,
    /// Where.
    pub place: Place,
}

/// All reviews of a file.
#[derive(Debug, Default)]
pub(super) struct Cycles {
    series: BTreeMap<String, Series>,
    count: usize,
    /// Reviews of one thing closer together than this, in seconds, are one.
    together: f64,
    /// Whether there were too many.
    pub is_cut: bool,
}

#[derive(Debug, Default)]
struct Series {
    title: String,
    cycles: BTreeMap<String, Cycle>,
}

#[derive(Debug, Clone)]
struct Cycle {
    began: Option<Moment>,
    is_decided: bool,
    has_machine: bool,
    on_role: bool,
    place: Place,
}

/// The longest time between two reviews.
#[derive(Debug, Clone)]
pub(super) struct Gap {
    /// How long.
    pub seconds: f64,
    /// By how much it may be off.
    pub doubt: f64,
    /// Of which series.
    pub title: String,
    /// Where the later review stands.
    pub place: Place,
    /// Whether no series has waited longer since its last review.
    pub is_longest: bool,
}

impl Cycles {
    /// Where items bear the dates of their decisions only: those of a thing that lie together are one review.
    pub(super) fn merged(days: f64) -> Self {
        Self {
            together: days * DAY,
            ..Self::default()
        }
    }

    /// Adds the review of an item, and whether the item was decided.
    pub(super) fn add(&mut self, review: Review, is_decided: bool) {
        let (name, key) = (short(review.series), short(&review.key).to_owned());
        let is_known = self
            .series
            .get(name)
            .is_some_and(|series| series.cycles.contains_key(&key));
        if !is_known && self.count == REVIEWS {
            self.is_cut = true;
            return;
        }
        self.count += usize::from(!is_known);
        let series = self.series.entry(name.to_owned()).or_default();
        if series.title.is_empty() {
            series.title = short(review.title).to_owned();
        }
        let cycle = series.cycles.entry(key).or_insert_with(|| Cycle {
            began: review.began,
            is_decided: false,
            has_machine: false,
            on_role: false,
            place: review.place,
        });
        cycle.is_decided |= is_decided;
        cycle.began = match (cycle.began, review.began) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        cycle.has_machine |= review.has_machine && is_decided;
        cycle.on_role |= review.on_role && is_decided;
    }

    /// How many reviews the longest series has, and how it is called.
    pub(super) fn count(&self) -> Option<(u64, &str)> {
        let counts = self.series.values().map(|series| {
            let dated = series
                .starts(Of::All, self.together)
                .map(|starts| starts.len());
            let all = || {
                series
                    .cycles
                    .values()
                    .filter(|cycle| cycle.is_decided)
                    .count()
            };
            (dated.unwrap_or_else(all) as u64, series.title.as_str())
        });
        counts.fold(None, |most, next| match most {
            Some((count, _)) if count >= next.0 => most,
            _ => Some(next),
        })
    }

    /// The days on which reviews began.
    pub(super) fn days(&self) -> BTreeSet<String> {
        let cycles = self
            .series
            .values()
            .flat_map(|series| series.cycles.values());
        let days = cycles
            .filter(|cycle| cycle.is_decided)
            .filter_map(|cycle| cycle.began);
        let days: BTreeSet<String> = days
            .map(|began| began.at.date_naive().to_string())
            .collect();
        days.into_iter().rev().take(DAYS).collect()
    }

    /// The longest time between two reviews; none where no series has two of known date.
    pub(super) fn gap(&self, of: Of, as_of: AsOf) -> Option<Gap> {
        let mut longest: Option<Gap> = None;
        let mut longest_wait = 0.0_f64;
        for series in self.series.values() {
            let Some(starts) = series.starts(of, self.together) else {
                continue;
            };
            let last = starts.last().and_then(|cycle| cycle.began);
            let wait = last.and_then(|last| as_of.age(last.at)).unwrap_or(0.0);
            longest_wait = longest_wait.max(wait);
            for gap in starts
                .windows(2)
                .filter_map(|pair| series.gap(&pair[0], &pair[1]))
            {
                if longest
                    .as_ref()
                    .is_none_or(|longest| gap.seconds > longest.seconds)
                {
                    longest = Some(gap);
                }
            }
        }
        longest.map(|gap| Gap {
            is_longest: gap.seconds >= longest_wait,
            ..gap
        })
    }
}

impl Series {
    /// Its reviews in the order of time; none where one has no date, because a gap there may be none.
    fn starts(&self, of: Of, together: f64) -> Option<Vec<Cycle>> {
        let counts = |cycle: &&Cycle| match of {
            Of::All => cycle.is_decided,
            Of::Machines => cycle.has_machine,
            Of::Roles => cycle.on_role,
        };
        let mut cycles: Vec<Cycle> = self.cycles.values().filter(counts).cloned().collect();
        if cycles.iter().any(|cycle| cycle.began.is_none()) {
            return None;
        }
        cycles.sort_by_key(|cycle| cycle.began);
        let mut last = None;
        cycles.retain(|cycle| {
            let at = cycle.began.map(|began| began.at);
            let apart = last.zip(at).map(|(last, at): (DateTime<Utc>, _)| at - last);
            last = at;
            apart.is_none_or(|apart| apart.as_seconds_f64() > together)
        });
        Some(cycles)
    }

    fn gap(&self, first: &Cycle, second: &Cycle) -> Option<Gap> {
        let (first, second, place) = (first.began?, second.began?, second.place.clone());
        Some(Gap {
            seconds: (second.at - first.at).as_seconds_f64(),
            // Days are compared as days, and where neither names a zone it is the same.
            doubt: match first.has_zone == second.has_zone {
                true => 0.0,
                false => ZONE_DOUBT,
            },
            title: self.title.clone(),
            place,
            is_longest: true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::reading::AsOfSource;
    use crate::evidence::time::moment;

    fn review<'t>(series: &'t str, day: &str) -> Review<'t> {
        Review {
            series,
            title: series,
            key: day.to_owned(),
            began: moment(day),
            has_machine: false,
            on_role: false,
            place: Place::default(),
        }
    }

    fn cycles(reviews: &[(&str, &str)]) -> Cycles {
        let mut cycles = Cycles::default();
        for (series, day) in reviews {
            cycles.add(review(series, day), true);
        }
        cycles
    }

    fn at(day: &str) -> AsOf {
        let at = moment(day).expect("a moment").at;
        let by = AsOfSource::Artefact;
        AsOf { at, by }
    }

    fn gap(cycles: &Cycles, as_of: &str) -> Option<(f64, String, bool)> {
        let gap = cycles.gap(Of::All, at(as_of))?;
        Some((gap.seconds / DAY, gap.title, gap.is_longest))
    }

    #[test]
    fn gaps_lie_between_reviews_of_the_same() {
        let cycles = cycles(&[
            ("a", "2026-01-01"),
            ("b", "2025-01-01"),
            ("a", "2026-04-01"),
            ("a", "2026-02-01"),
        ]);
        let wanted = Some((59.0, "a".to_owned(), false));
        assert_eq!(gap(&cycles, "2026-04-10"), wanted);
        assert_eq!(cycles.count(), Some((3, "a")));
    }

    #[test]
    fn one_review_has_no_gap() {
        assert_eq!(
            gap(
                &cycles(&[("a", "2026-01-01"), ("b", "2026-04-01")]),
                "2026-05-01"
            ),
            None
        );
    }

    #[test]
    fn waiting_longer_than_ever_is_told() {
        let cycles = cycles(&[("a", "2026-01-01"), ("a", "2026-03-01")]);
        for (as_of, is_longest) in [("2026-04-29", true), ("2026-04-30", false)] {
            let wanted = Some((59.0, "a".to_owned(), is_longest));
            assert_eq!(gap(&cycles, as_of), wanted, "{as_of}");
        }
    }

    #[test]
    fn a_review_of_unknown_date_leaves_no_gap_to_tell() {
        let cycles = cycles(&[("a", "2026-01-01"), ("a", "soon"), ("a", "2026-03-01")]);
        assert_eq!(gap(&cycles, "2026-04-01"), None);
        assert_eq!(cycles.count(), Some((3, "a")));
    }

    #[test]
    fn a_review_without_a_decision_is_none() {
        let mut cycles = cycles(&[("a", "2026-01-01"), ("a", "2026-03-01")]);
        cycles.add(review("a", "2026-02-01"), false);
        cycles.add(review("a", "unknown"), false);
        assert_eq!(
            gap(&cycles, "2026-03-02"),
            Some((59.0, "a".to_owned(), true))
        );
        assert_eq!(cycles.count(), Some((2, "a")));
        assert_eq!(cycles.days().len(), 2);
    }

    #[test]
    fn decisions_close_together_are_one_review() {
        let mut cycles = Cycles::merged(14.0);
        for day in ["2026-01-01", "2026-01-15", "2026-01-29", "2026-02-13"] {
            cycles.add(review("a", day), true);
        }
        assert_eq!(cycles.count(), Some((2, "a")));
    }

    #[test]
    fn machines_count_only_where_they_are_items() {
        let mut cycles = cycles(&[
            ("a", "2026-01-01"),
            ("a", "2026-02-01"),
            ("a", "2026-03-01"),
        ]);
        for day in ["2026-01-01", "2026-03-01"] {
            let review = Review {
                has_machine: true,
                ..review("a", day)
            };
            cycles.add(review, true);
        }
        let as_of = at("2026-03-02");
        let gap = cycles.gap(Of::Machines, as_of).expect("there are two");
        assert_eq!(gap.seconds, 59.0 * DAY);
        assert!(cycles.gap(Of::Roles, as_of).is_none());
    }
}
