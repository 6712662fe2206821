//! What time alone changes: the day on which the band, or the verdict, stops being what it is.
//!
//! With the answers left as they are, evidence fades, documents stop counting and red flags rise;
//! nothing gets better by growing older. So a change stays, and its first day is found by halving.

use chrono::{Days, Months, NaiveDate};

use super::score_assessment;
use super::verdict::{Ruling, Status, Verdict};
use crate::assessment::Assessment;
use crate::pack::Pack;
use crate::pack::model::Band;

/// How many years ahead is looked (our cut).
pub const YEARS: u32 = 10;

/// The first changes that come by ageing alone, each on the first day that differs from the day
/// assessed; none when there is none within [`YEARS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ageing {
    /// Another band; none while the result is unrated.
    pub band: Option<(NaiveDate, Band)>,
    /// Another verdict.
    pub verdict: Option<(NaiveDate, Verdict)>,
}

/// Looks ahead from the day that an assessment speaks about.
pub fn ageing(pack: &Pack, assessment: &Assessment) -> Ageing {
    let (from, to) = (assessment.as_of, end(assessment.as_of));
    let mut later = assessment.clone();
    let mut ruling = |day: NaiveDate| {
        later.as_of = day;
        score_assessment(pack, &later).score.ruling
    };
    Ageing {
        band: first_change((from, to), |day| band(&ruling(day)))
            .and_then(|(day, band)| Some((day, band?))),
        verdict: first_change((from, to), |day| ruling(day).verdict),
    }
}

/// The band of a result that has one.
fn band(ruling: &Ruling) -> Option<Band> {
    (ruling.status != Status::Unrated).then_some(ruling.band)
}

/// The last day that is looked at.
fn end(from: NaiveDate) -> NaiveDate {
    from.checked_add_months(Months::new(12 * YEARS))
        .unwrap_or(NaiveDate::MAX)
}

/// The first day after `from`, up to `to`, on which `at` gives something else, and what it gives;
/// what has changed once must not change back.
fn first_change<T: PartialEq>(
    (from, to): (NaiveDate, NaiveDate),
    mut at: impl FnMut(NaiveDate) -> T,
) -> Option<(NaiveDate, T)> {
    let (now, mut changed) = (at(from), at(to));
    if changed == now {
        return None;
    }
    let (mut same, mut other) = (from, to);
    loop {
        let between = (other - same).num_days().unsigned_abs() / 2;
        if between == 0 {
            return Some((other, changed));
        }
        let middle = same + Days::new(between);
        let there = at(middle);
        if there == now {
            same = middle;
        } else {
            (other, changed) = (middle, there);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ageing, end, first_change};
    use crate::fixture;
    use crate::pack::model::Band;
    use crate::score::verdict::Verdict;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn the_first_day_that_differs_is_found() {
        let from = day("2026-06-30");
        for changes in ["2026-07-01", "2026-07-02", "2028-02-29", "2036-06-30"].map(day) {
            let found = first_change((from, end(from)), |at| at >= changes);
            assert_eq!(found, Some((changes, true)));
        }
    }

    #[test]
    fn a_change_after_ten_years_is_not_looked_for() {
        let from = day("2026-06-30");
        let found = first_change((from, end(from)), |at| at >= day("2036-07-01"));
        assert_eq!(found, None);
    }

    #[test]
    fn evidence_that_fades_changes_band_and_verdict() {
        let pack = fixture::pack(&fixture::gates());
        let answers =
            "answers:\n  Q.rv: {value: yes}\n  Q.nl: {value: yes}\n  Q.as: {value: yes}\n";
        let evidence = "evidence:\n  - {id: E1, kind: verified, from: us, date: 2026-06-01, \
                        reference: R, supports: [Q.rv, Q.nl, Q.as]}\n";
        let assessment = fixture::assessment(&pack, &format!("{answers}{evidence}"));
        let aged = ageing(&pack, &assessment);
        let (on, band) = aged.band.expect("a test of our own fades");
        assert!(on > assessment.as_of && band > Band::Low);
        let open = fixture::assessment(&pack, answers);
        assert_eq!(ageing(&pack, &open).band, None, "what has no age stays");
    }

    #[test]
    fn a_result_without_a_band_changes_none() {
        let pack = fixture::pack(&fixture::gates());
        let open = fixture::assessment(&pack, "answers: {}\n");
        let aged = ageing(&pack, &open);
        assert_eq!(aged.band, None);
        assert_ne!(aged.verdict.map(|(_, to)| to), Some(Verdict::Approve));
    }
}
