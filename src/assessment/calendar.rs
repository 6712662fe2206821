//! Months between days, as the scoring model counts them.
//!
//! Whole calendar months, then the days that remain over the length of the month they fall in
//! (docs/scoring.md 10). Everything is counted to a day in the assessment, never to the clock.

use chrono::{Datelike, Months, NaiveDate};

use super::answer::Period;

/// Months from one day to another, 0 or more; 0 when `to` is not after `from`.
///
/// A month that begins on a day the next one does not have ends on that one's last day:
/// 31 January to 28 February is one month.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> f64 {
    if to <= from {
        return 0.0;
    }
    let whole = whole_months(from, to);
    let (begin, end) = (month_after(from, whole), month_after(from, whole + 1));
    let rest = (to - begin).num_days() as f64;
    f64::from(whole) + rest / (end - begin).num_days() as f64
}

/// Length of a period in months; its first and its last day both count, so that 1 January to
/// 31 December is 12.
pub fn length_in_months(period: Period) -> f64 {
    let day_after = period.to.succ_opt().unwrap_or(period.to);
    months_between(period.from, day_after)
}

/// The most whole months that fit between two days, the second after the first.
fn whole_months(from: NaiveDate, to: NaiveDate) -> u32 {
    let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let begun = u32::try_from(count(to) - count(from)).expect("the second day is later");
    if month_after(from, begun) > to {
        begun - 1
    } else {
        begun
    }
}

/// The day `months` months later; the last day there is, past the end of the calendar.
fn month_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn months(from: &str, to: &str) -> f64 {
        months_between(day(from), day(to))
    }

    #[test]
    fn the_same_day_is_no_month_and_neither_is_the_day_before() {
        assert_eq!(months("2026-03-10", "2026-03-10"), 0.0);
        assert_eq!(months("2026-03-10", "2026-03-09"), 0.0);
    }

    #[test]
    fn a_month_is_whole_on_the_same_day_and_not_the_day_before() {
        assert_eq!(months("2026-03-10", "2026-04-10"), 1.0);
        assert_eq!(months("2026-03-10", "2026-04-09"), 30.0 / 31.0);
    }

    #[test]
    fn days_count_over_the_month_they_fall_in() {
        assert_eq!(months("2026-02-10", "2026-02-24"), 14.0 / 28.0);
        assert_eq!(months("2028-02-10", "2028-02-24"), 14.0 / 29.0);
        assert_eq!(months("2026-04-10", "2026-06-25"), 2.0 + 15.0 / 30.0);
    }

    #[test]
    fn a_month_from_the_31st_ends_on_the_last_day_there_is() {
        assert_eq!(months("2026-01-31", "2026-02-28"), 1.0);
        assert_eq!(months("2026-01-31", "2026-03-30"), 1.0 + 30.0 / 31.0);
        assert_eq!(months("2026-01-31", "2026-03-31"), 2.0);
    }

    #[test]
    fn the_29th_of_february_comes_round_on_the_28th() {
        assert_eq!(months("2028-02-29", "2029-02-28"), 12.0);
        assert!(months("2028-02-29", "2029-02-27") < 12.0);
        assert_eq!(months("2028-02-29", "2032-02-29"), 48.0);
    }

    #[test]
    fn a_later_day_is_never_fewer_months() {
        let from = day("2027-12-31");
        let all: Vec<f64> = from
            .iter_days()
            .take(1500)
            .map(|to| months_between(from, to))
            .collect();
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_period_counts_its_first_and_its_last_day() {
        let length = |from: &str, to: &str| {
            length_in_months(Period {
                from: day(from),
                to: day(to),
            })
        };
        assert_eq!(length("2025-01-01", "2025-12-31"), 12.0);
        assert_eq!(length("2025-04-01", "2025-09-30"), 6.0);
        assert_eq!(length("2025-01-01", "2025-12-30"), 11.0 + 30.0 / 31.0);
        assert_eq!(length("2025-05-01", "2025-05-01"), 1.0 / 31.0);
    }
}
