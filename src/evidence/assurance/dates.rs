//! Days and periods, in the ways in which reports and certificates write them.
//!
//! A day such as 03/04/2025 means two days, so it is none.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use regex::Regex;

use super::pattern::pattern;

const MONTHS: &str = "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|m\u{e4}rz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";

/// A day; a space stands for white space.
pub(super) static DAY: LazyLock<String> = LazyLock::new(|| {
    format!(
        r"(?:\b[0-9]{{4}}[-/][0-9]{{1,2}}[-/][0-9]{{1,2}}\b|\b[0-9]{{1,2}}[./][0-9]{{1,2}}[./][0-9]{{4}}\b|\b(?:{MONTHS})\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? ?[0-9]{{4}}\b|\b[0-9]{{1,2}}(?:st|nd|rd|th|\.)?(?: day)?(?: of)?(?: |-)(?:{MONTHS})\.?,?(?: |-)[0-9]{{4}}\b)"
    )
});

static FROM_TO: LazyLock<Regex> = LazyLock::new(|| {
    let day = DAY.as_str();
    pattern(&format!(
        r"(?:(?P<day>{day})|(?P<short>\b(?:{MONTHS})\.? [0-9]{{1,2}}(?:st|nd|rd|th)?|\b[0-9]{{1,2}}(?:st|nd|rd|th|\.)?(?: of)? (?:{MONTHS})\.?)),?\s*(?:to|through|thru|until|till|bis|and|-)(?: and including)?\s*(?P<to>{day})"
    ))
});

static ONE: LazyLock<Regex> = LazyLock::new(|| pattern(&DAY));
static NAMED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"\b({MONTHS})\b")));
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[0-9]+"));

/// The day that a text is, if it is one.
pub(super) fn parse(text: &str) -> Option<NaiveDate> {
    let numbers: Vec<(u32, usize)> = NUMBERS
        .find_iter(text)
        .filter_map(|number| Some((number.as_str().parse().ok()?, number.len())))
        .collect();
    let (year, month, day) = match (numbers.as_slice(), NAMED.find(text)) {
        ([(day, _), (year, 4)], Some(name)) => (*year, month(name.as_str())?, *day),
        ([(year, 4), (month, _), (day, _)], None) => (*year, *month, *day),
        ([(first, _), (second, _), (year, 4)], None) => {
            let is_german = text.contains('.');
            match (*first, *second) {
                (day, month) if is_german || day > 12 || day == month => (*year, month, day),
                (month, day) if day > 12 => (*year, month, day),
                _ => return None,
            }
        }
        _ => return None,
    };
    if !(1990..=2100).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day)
}

fn month(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let begin: String = name.chars().take(3).collect();
    let month = match begin.as_str() {
        "jan" => 1,
        "feb" => 2,
        "mar" | "m\u{e4}r" => 3,
        "apr" => 4,
        "may" | "mai" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "oct" | "okt" => 10,
        "nov" => 11,
        "dec" | "dez" => 12,
        _ => return None,
    };
    Some(month)
}

/// Every day of a text with its place.
pub(super) fn days(text: &str) -> impl Iterator<Item = (Range<usize>, NaiveDate)> {
    ONE.find_iter(text)
        .filter_map(|found| Some((found.range(), parse(found.as_str())?)))
}

/// First and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

/// Every period of a text with its place. Where the first day has no year, it is in the year of the last.
pub(super) fn spans(text: &str) -> impl Iterator<Item = (Range<usize>, Span)> {
    FROM_TO.captures_iter(text).filter_map(|found| {
        let last = found.name("to")?.as_str();
        let to = parse(last)?;
        let from = match (found.name("day"), found.name("short")) {
            (Some(day), _) => parse(day.as_str())?,
            (None, short) => {
                let year = to.format("%Y");
                parse(&format!("{} {year}", short?.as_str()))?
            }
        };
        (from < to).then_some((found.get(0)?.range(), Span { from, to }))
    })
}

/// The day after.
pub(super) fn next_day(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("the day exists")
    }

    fn only(text: &str) -> Option<NaiveDate> {
        let days: Vec<_> = days(text).collect();
        assert!(days.len() < 2, "{text}: {days:?}");
        days.first().map(|(_, day)| *day)
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "December 31, 2025",
            "DECEMBER 31ST, 2025",
            "Dec. 31, 2025",
            "December 31,2025",
            "31 December 2025",
            "31st of December 2025",
            "31st day of December, 2025",
            "31. Dezember 2025",
            "31-Dec-2025",
            "2025-12-31",
            "2025/12/31",
            "31.12.2025",
            "31/12/2025",
            "12/31/2025",
        ] {
            assert_eq!(
                only(&format!("on {text} in")),
                Some(ymd(2025, 12, 31)),
                "{text}"
            );
        }
    }

    #[test]
    fn every_month_is_known() {
        let english =
            "January February March April May June July August September October November December";
        let german = "Januar Februar M\u{e4}rz April Mai Juni Juli August September Oktober November Dezember";
        for months in [english, german] {
            for (at, name) in months.split(' ').enumerate() {
                let expected = ymd(2025, at as u32 + 1, 2);
                assert_eq!(only(&format!("2 {name} 2025")), Some(expected), "{name}");
            }
        }
        assert_eq!(only("Sept. 5, 2025"), Some(ymd(2025, 9, 5)));
    }

    #[test]
    fn a_day_that_could_be_two_is_none() {
        assert_eq!(only("03/04/2025"), None);
        assert_eq!(only("04/04/2025"), Some(ymd(2025, 4, 4)));
        assert_eq!(only("03.04.2025"), Some(ymd(2025, 4, 3)));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "ISO/IEC 27001:2022",
            "February 30, 2025",
            "13.13.2025",
            "CC6.1.2025",
            "2017 Trust Services Criteria",
            "May 2025",
            "December 31, 1025",
            "Maybe 3, 2025",
        ] {
            assert_eq!(only(text), None, "{text}");
        }
    }

    fn span(text: &str) -> Option<(NaiveDate, NaiveDate)> {
        spans(text).next().map(|(_, span)| (span.from, span.to))
    }

    #[test]
    fn a_period_is_read_however_it_is_written() {
        let year = Some((ymd(2025, 1, 1), ymd(2025, 12, 31)));
        for text in [
            "January 1, 2025 to December 31, 2025",
            "January 1, 2025, through December 31, 2025",
            "January 1 to December 31, 2025",
            "January 1, 2025 through and including December 31, 2025",
            "1 January 2025 - 31 December 2025",
            "1 January - 31 December 2025",
            "01.01.2025 bis 31.12.2025",
            "2025-01-01 to 2025-12-31",
            "2025-01-01-2025-12-31",
            "January 1, 2025 -\nDecember 31, 2025",
        ] {
            assert_eq!(span(text), year, "{text}");
        }
    }

    #[test]
    fn a_period_that_runs_backwards_is_none() {
        assert_eq!(span("December 31, 2025 to January 1, 2025"), None);
        assert_eq!(span("November 1 to March 31, 2025"), None);
    }
}
