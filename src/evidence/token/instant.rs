//! The moments in claims: seconds since 1970, as RFC 7519 says, or what servers write instead.

use crate::evidence::input::json::Json;
use crate::evidence::time;

/// A moment in a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Instant {
    /// The claim is not there.
    Absent,
    /// Seconds since 1970; `is_scaled` when it was written in smaller units.
    At {
        /// The seconds.
        seconds: f64,
        /// Whether it was written in milliseconds or microseconds.
        is_scaled: bool,
    },
    /// It lies behind the year 2100 in every unit, and so never comes.
    Never,
    /// It is no moment: a length, a negative number, other words.
    Unread,
}

/// First second of 1990 and of 2101.
const YEARS: std::ops::Range<f64> = 631_152_000.0..4_133_980_800.0;

impl Instant {
    /// The moment under a key.
    pub fn of(claims: &Json, key: &str) -> Self {
        match claims.get(key) {
            None => Self::Absent,
            Some(value) if value.is_null() => Self::Absent,
            Some(value) => match (value.number(), value.text().and_then(time::moment)) {
                (Some(number), _) => Self::number(number),
                (None, Some(moment)) => Self::number(moment.at.timestamp() as f64),
                (None, None) => Self::Unread,
            },
        }
    }

    /// The smaller units count only where they make a moment of our time; a far year stays far.
    fn number(number: f64) -> Self {
        let units = [1.0, 1e3, 1e6].into_iter();
        let seconds = units.map(|unit| (number / unit, unit > 1.0));
        let mut near = seconds.filter(|(seconds, _)| YEARS.contains(seconds));
        match near.next() {
            Some((seconds, is_scaled)) => Self::At { seconds, is_scaled },
            None if number >= YEARS.end => Self::Never,
            None => Self::Unread,
        }
    }

    /// The seconds since 1970, where it is a moment.
    pub fn seconds(self) -> Option<f64> {
        match self {
            Self::At { seconds, .. } => Some(seconds),
            Self::Absent | Self::Never | Self::Unread => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::input::json::Document;

    fn of(value: &str) -> Instant {
        let text = format!("{{\"exp\": {value}}}");
        let document = Document::parse(&text).expect("it is JSON");
        Instant::of(&document.roots()[0], "exp")
    }

    #[test]
    fn seconds_are_read_in_every_form_seen() {
        let at = |seconds, is_scaled| Instant::At { seconds, is_scaled };
        let cases = [
            ("1795322235", at(1_795_322_235.0, false)),
            ("1795322235.5", at(1_795_322_235.5, false)),
            ("\"1795322235\"", at(1_795_322_235.0, false)),
            ("\"2026-11-22T04:37:15Z\"", at(1_795_322_235.0, false)),
            ("1795322235000", at(1_795_322_235.0, true)),
            ("1795322235000000", at(1_795_322_235.0, true)),
            ("null", Instant::Absent),
        ];
        for (text, expected) in cases {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn a_year_far_away_never_comes() {
        // The years 2101 and 9999, in seconds, and what no clock reaches.
        for text in ["4133980800", "9999999999", "253402300799", "1e300"] {
            assert_eq!(of(text), Instant::Never, "{text}");
        }
        assert!(of("4133980799").seconds().is_some());
    }

    #[test]
    fn what_is_no_moment_is_not_read() {
        for text in [
            "0", "-1", "3600", "\"soon\"", "[1]", "true", "\"NaN\"", "1e999",
        ] {
            assert_eq!(of(text), Instant::Unread, "{text}");
        }
    }
}
