//! From when to when a log speaks, and which of its times cannot be believed.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::held::Held;
use crate::evidence::reading::Covers;
use crate::evidence::time::{self, Moment};

/// Years before which no event of these logs can lie; null dates of some systems do.
const FIRST_YEAR: i32 = 1990;

/// The first and the last moment, with what was left out.
#[derive(Debug)]
pub(super) struct Span {
    as_of: DateTime<Utc>,
    ends: Option<(DateTime<Utc>, DateTime<Utc>)>,
    doubt: f64,
    /// Times that cannot be read or cannot be: how many, and the line of the first.
    pub unread: Odd,
    /// Times after the day the log speaks about.
    pub later: Odd,
    /// Events without a time.
    pub missing: Odd,
}

/// How often something odd came, and on which line it came first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Odd {
    /// How often.
    pub count: u64,
    /// The first line; 0 while there is none.
    pub line: u64,
}

impl Odd {
    /// Counts one more.
    pub fn on(&mut self, line: u64) {
        if self.count == 0 {
            self.line = line;
        }
        self.count += 1;
    }
}

impl Span {
    /// No time yet, for a log that speaks about this moment.
    pub fn until(as_of: DateTime<Utc>) -> Self {
        Self {
            as_of,
            ends: None,
            doubt: 0.0,
            unread: Odd::default(),
            later: Odd::default(),
            missing: Odd::default(),
        }
    }

    /// Takes the time of an event, and tells whether it names its zone.
    pub fn add(&mut self, time: &Held, line: u64) -> bool {
        if !time.is_there() {
            self.missing.on(line);
            return false;
        }
        let Some(moment) = read(time) else {
            self.unread.on(line);
            return false;
        };
        if (moment.at - self.as_of).as_seconds_f64() > moment.doubt() {
            self.later.on(line);
        } else {
            let (from, to) = self.ends.unwrap_or((moment.at, moment.at));
            self.ends = Some((from.min(moment.at), to.max(moment.at)));
            self.doubt = self.doubt.max(moment.doubt());
        }
        moment.has_zone
    }

    /// From the first to the last.
    pub fn covers(&self) -> Option<Covers> {
        self.ends.map(|(from, to)| Covers { from, to })
    }

    /// Seconds by which both may lie elsewhere.
    pub fn doubt(&self) -> f64 {
        self.doubt
    }
}

fn read(time: &Held) -> Option<Moment> {
    let moment = match time {
        Held::Text(text) => quick(text).or_else(|| time::moment(text))?,
        Held::Number(number) => time::epoch(*number)?,
        _ => return None,
    };
    (moment.at.year() >= FIRST_YEAR).then_some(moment)
}

/// Reads `2026-11-22T04:38:21.5Z`, also with a space or without a zone, as [`time::moment`] does and many
/// times faster; none for any other form.
fn quick(text: &str) -> Option<Moment> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| {
        bytes[from..to].iter().try_fold(0u32, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + u32::from(byte - b'0'))
        })
    };
    if bytes.len() < 19 || bytes.len() > 30 {
        return None;
    }
    let marks = [(4, b'-'), (7, b'-'), (13, b':'), (16, b':')];
    let is_shaped = marks.iter().all(|(at, mark)| bytes[*at] == *mark);
    if !is_shaped || !matches!(bytes[10], b'T' | b' ') {
        return None;
    }
    let (rest, has_zone) = match bytes[19..].split_last() {
        Some((b'Z', rest)) => (rest, true),
        _ => (&bytes[19..], false),
    };
    let end = 19 + rest.len();
    let nanos = match rest.len() {
        0 => 0,
        digits @ 2..=10 if rest[0] == b'.' => number(20, end)? * 10u32.pow(10 - digits as u32),
        _ => return None,
    };
    let day = NaiveDate::from_ymd_opt(number(0, 4)? as i32, number(5, 7)?, number(8, 10)?)?;
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let at = day.and_hms_nano_opt(hour, minute, second, nanos)?.and_utc();
    Some(Moment { at, has_zone })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span() -> Span {
        Span::until("2026-11-22T23:59:59Z".parse().expect("a moment"))
    }

    fn text(text: &str) -> Held<'_> {
        Held::Text(text.into())
    }

    #[test]
    fn the_quick_way_reads_as_the_slow_one() {
        for text in [
            "2026-11-22T04:38:21Z",
            "2026-11-22T04:38:21.5Z",
            "2026-11-22T04:38:21.123456789Z",
            "2026-11-22 04:38:21.225",
            "2026-11-22 04:38:21",
            "2026-11-22T04:38:21",
            "2026-02-29T04:38:21Z",
            "2026-13-01T04:38:21Z",
            "2026-11-22T24:38:21Z",
            "2026-11-22T04:38:60Z",
            "0001-01-01T00:00:00Z",
        ] {
            if let Some(quick) = quick(text) {
                assert_eq!(Some(quick), time::moment(text), "{text}");
            }
        }
        assert!(quick("2026-11-22T04:38:21.5Z").is_some());
        assert!(quick("2026-11-22 04:38:21").is_some());
    }

    #[test]
    fn forms_that_it_does_not_know_are_left_to_the_slow_one() {
        for text in [
            "2026-11-22T04:38:21+02:00",
            "2026-11-22T04:38:21.Z",
            "2026-11-22T04:38:21.1234567890Z",
            "2026-11-22T04:38:21ZZ",
            "2026-11-22t04:38:21Z",
            "ä026-11-22T04:38:21Z",
            "2026-11-22T04:38:2äZ",
        ] {
            assert_eq!(quick(text), None, "{text}");
        }
    }

    #[test]
    fn mixed_forms_are_put_in_order_by_time_and_not_by_text() {
        let mut span = span();
        for time in [
            text("2026-03-01T02:00:00+14:00"),
            text("2026-03-01T00:00:00Z"),
            Held::Number(1_772_323_200_500.0),
        ] {
            assert!(span.add(&time, 1));
        }
        let covers = span.covers().expect("three moments");
        assert_eq!(covers.from.to_rfc3339(), "2026-02-28T12:00:00+00:00");
        assert_eq!(covers.to.to_rfc3339(), "2026-03-01T00:00:00.500+00:00");
        assert_eq!(span.doubt(), 0.0);
    }

    #[test]
    fn a_time_without_a_zone_is_in_doubt() {
        let mut span = span();
        assert!(!span.add(&text("2026-03-01 00:00:00.1"), 1));
        assert_eq!(span.doubt(), time::ZONE_DOUBT);
    }

    #[test]
    fn a_time_after_the_day_is_odd_and_stretches_nothing() {
        let mut span = span();
        span.add(&text("2026-11-22T23:59:59Z"), 1);
        span.add(&text("2026-11-23T00:00:00Z"), 2);
        // Without a zone it may still lie before the end of the day.
        span.add(&text("2026-11-23T13:59:59"), 3);
        span.add(&text("2026-11-23T14:00:00"), 4);
        assert_eq!(span.later, Odd { count: 2, line: 2 });
        let covers = span.covers().expect("two moments");
        assert_eq!(covers.to.to_rfc3339(), "2026-11-23T13:59:59+00:00");
    }

    #[test]
    fn what_is_no_time_is_told_apart_from_none() {
        let mut span = span();
        for (line, time) in [
            (1, Held::Nothing),
            (2, text("redacted")),
            (3, text("0001-01-01T00:00:00Z")),
            (4, Held::Truth(true)),
            (5, Held::Number(-1.0)),
        ] {
            assert!(!span.add(&time, line));
        }
        assert_eq!(span.missing, Odd { count: 1, line: 1 });
        assert_eq!(span.unread, Odd { count: 4, line: 2 });
        assert!(span.covers().is_none());
    }
}
