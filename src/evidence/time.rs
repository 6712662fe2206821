//! Moments and lengths of time, in every form that exports write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::fact::Limit;
use super::input::json::Json;

/// A moment, and whether its text says in which time zone it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The moment; without a zone it is read as UTC.
    pub at: DateTime<Utc>,
    /// Whether the text names a zone, or is a number that needs none.
    pub has_zone: bool,
}

/// Seconds in a day.
pub const DAY: f64 = 86_400.0;
/// How far a moment without a zone may lie from UTC: 14 hours, the widest offset in use.
pub const ZONE_DOUBT: f64 = 14.0 * 3600.0;

impl Moment {
    /// Seconds by which it may lie elsewhere.
    pub fn doubt(self) -> f64 {
        match self.has_zone {
            true => 0.0,
            false => ZONE_DOUBT,
        }
    }

    /// Whether it stands for "never": service providers write the year 2299 or 9999.
    pub fn is_never(self) -> bool {
        self.at.date_naive() >= NaiveDate::from_ymd_opt(2299, 1, 1).expect("it is a day")
    }
}

/// Reads a moment: RFC 3339 with any fraction, the same with a space or without a zone, a day alone, a day
/// in words (`December 13, 2024`), or a number of seconds, milliseconds or microseconds since 1970.
pub fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    if text.is_empty() || text.len() > 64 {
        return None;
    }
    if let Ok(number) = text.parse::<f64>() {
        return epoch(number);
    }
    let zoned = |at: DateTime<chrono::FixedOffset>| Moment {
        at: at.to_utc(),
        has_zone: true,
    };
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(zoned(at));
    }
    for form in [
        "%Y-%m-%d %H:%M:%S%.f%:z",
        "%Y-%m-%dT%H:%M:%S%.f%z",
        "%Y-%m-%dT%H:%M%:z",
    ] {
        if let Ok(at) = DateTime::parse_from_str(text, form) {
            return Some(zoned(at));
        }
    }
    if let Some(text) = text.strip_suffix(" UTC").or_else(|| text.strip_suffix('Z')) {
        return naive(text).map(|at| zoned(at.and_utc().fixed_offset()));
    }
    let naive = naive(text)?;
    Some(Moment {
        at: naive.and_utc(),
        has_zone: false,
    })
}

fn naive(text: &str) -> Option<NaiveDateTime> {
    let forms = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M",
    ];
    let moment = forms
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    moment.or_else(|| Some(day(text)?.and_time(NaiveTime::MIN)))
}

/// Reads a day: `2026-11-22`, `2026/11/22`, `December 13, 2024`, `13 Dec 2024`, `13-Dec-24`. A year before
/// 1000 is one of two digits, but for the first, which stands for none.
pub fn day(text: &str) -> Option<NaiveDate> {
    let forms = [
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%B %d, %Y",
        "%b %d, %Y",
        "%d %B %Y",
        "%d %b %Y",
        "%B %d %Y",
        "%b %d %Y",
        "%d-%b-%Y",
        "%d/%b/%Y",
        "%d-%b-%y",
        "%d/%b/%y",
    ];
    let mut days = forms
        .iter()
        .filter_map(|form| NaiveDate::parse_from_str(text.trim(), form).ok());
    days.find(|day| !(2..1000).contains(&chrono::Datelike::year(day)))
}

/// The moment of a number since 1970: below 10^11 seconds, below 10^14 milliseconds, else microseconds.
/// Outside the years 1990 to 2100 it is no moment, but for the far ends that stand for "never", which are
/// written in seconds.
pub fn epoch(number: f64) -> Option<Moment> {
    let size = number.abs();
    let scale = match size {
        _ if !number.is_finite() || size >= 1e17 => return None,
        _ if size < 1e11 => 1e6,
        _ if size < 1e14 => 1e3,
        _ => 1.0,
    };
    let moment = |scale: f64| {
        let at = DateTime::from_timestamp_micros((number * scale) as i64)?;
        Some(Moment { at, has_zone: true })
    };
    let near = moment(scale).filter(|moment| {
        let year = chrono::Datelike::year(&moment.at);
        (1990..=2100).contains(&year)
    });
    near.or_else(|| moment(1e6).filter(|moment| size < 1e12 && moment.is_never()))
}

/// The moment of a JSON value: a text, a number, or the object that recorders write for one
/// (`{"__class__": "datetime", "year": ...}`).
pub fn of_json(value: &Json) -> Option<Moment> {
    if let Some(text) = value.text() {
        return moment(text);
    }
    if value.is_map() {
        let part = |key: &str| Some(value.number_of(key)? as u32);
        let day = NaiveDate::from_ymd_opt(part("year")? as i32, part("month")?, part("day")?)?;
        let time = |key: &str| part(key).unwrap_or(0);
        let at = day.and_hms_opt(time("hour"), time("minute"), time("second"))?;
        return Some(Moment {
            at: at.and_utc(),
            has_zone: true,
        });
    }
    epoch(value.number()?)
}

/// Reads a length of time as a setting writes it: ISO 8601 (`P90D`, `PT5M`), `d.hh:mm:ss`, `hh:mm:ss`, or
/// a number with a unit (`30d`, `12h`, `15m`, `900s`). Seconds.
pub fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.is_empty() || text.len() > 64 {
        return None;
    }
    iso(text).or_else(|| clock(text)).or_else(|| short(text))
}

/// As [`length`], for a limit; what cannot be read is not known.
pub fn limit(text: &str) -> Limit {
    length(text).map_or(Limit::Unknown, Limit::seconds)
}

fn iso(text: &str) -> Option<f64> {
    let text = text.strip_prefix('P')?;
    let (days, time) = text.split_once('T').unwrap_or((text, ""));
    let units = |text: &str, units: &[(char, f64)]| {
        let (mut sum, mut rest) = (0.0, text);
        while !rest.is_empty() {
            let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
            let unit = rest[end..].chars().next()?;
            let (_, seconds) = units.iter().find(|(name, _)| *name == unit)?;
            sum += rest[..end].parse::<f64>().ok()? * seconds;
            rest = &rest[end + 1..];
        }
        Some(sum)
    };
    if days.is_empty() && time.is_empty() {
        return None;
    }
    let days = units(
        days,
        &[
            ('Y', 365.0 * DAY),
            ('M', 30.0 * DAY),
            ('W', 7.0 * DAY),
            ('D', DAY),
        ],
    )?;
    Some(days + units(time, &[('H', 3600.0), ('M', 60.0), ('S', 1.0)])?)
}

fn clock(text: &str) -> Option<f64> {
    let (days, time) = match text.split_once('.') {
        Some((days, time)) if time.contains(':') => (days.parse::<f64>().ok()?, time),
        _ => (0.0, text),
    };
    let parts: Vec<f64> = time
        .split(':')
        .map(|part| part.parse().ok().filter(|number: &f64| *number >= 0.0))
        .collect::<Option<_>>()?;
    match parts.as_slice() {
        [hours, minutes, seconds] => Some(days * DAY + hours * 3600.0 + minutes * 60.0 + seconds),
        _ => None,
    }
}

fn short(text: &str) -> Option<f64> {
    let end = text.find(|c: char| c.is_ascii_alphabetic())?;
    let number: f64 = text[..end].trim().parse().ok()?;
    let unit = match &text[end..] {
        "s" | "sec" | "seconds" => 1.0,
        "m" | "min" | "minutes" => 60.0,
        "h" | "hours" => 3600.0,
        "d" | "days" => DAY,
        "w" => 7.0 * DAY,
        _ => return None,
    };
    (number >= 0.0).then_some(number * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> (String, bool) {
        let moment = moment(text).unwrap_or_else(|| panic!("`{text}` is a moment"));
        (
            moment.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
            moment.has_zone,
        )
    }

    #[test]
    fn moments_are_read_in_every_form_seen() {
        let zoned = |text: &str| (text.to_owned(), true);
        assert_eq!(at("2026-11-22T04:38:21Z"), zoned("2026-11-22T04:38:21"));
        assert_eq!(
            at("2022-01-02T03:04:22.5789369Z"),
            zoned("2022-01-02T03:04:22")
        );
        assert_eq!(
            at("2022-01-02T03:04:22.123456789Z"),
            zoned("2022-01-02T03:04:22")
        );
        assert_eq!(
            at("2022-01-02T03:04:22-08:00"),
            zoned("2022-01-02T11:04:22")
        );
        assert_eq!(
            at("2022-01-02T03:04:22.000+0000"),
            zoned("2022-01-02T03:04:22")
        );
        assert_eq!(
            at("2026-11-22 04:38:21.114499+00:00"),
            zoned("2026-11-22T04:38:21")
        );
        let naive = |text: &str| (text.to_owned(), false);
        assert_eq!(
            at("2026-01-16 02:35:09.752365"),
            naive("2026-01-16T02:35:09")
        );
        assert_eq!(at("2026-01-16"), naive("2026-01-16T00:00:00"));
        for text in [
            "December 13, 2024",
            "Dec 13 2024",
            "13-Dec-2024",
            "13-DEC-24",
            "13/Dec/24",
        ] {
            assert_eq!(at(text), naive("2024-12-13T00:00:00"), "{text}");
        }
    }

    #[test]
    fn numbers_tell_their_unit_by_their_size() {
        for text in [
            "1795322235",
            "1795322235000",
            "1795322235000000",
            "1795322235.25",
        ] {
            assert_eq!(at(text).0, "2026-11-22T04:37:15");
        }
        assert_eq!(epoch(99_999.0), None);
        assert_eq!(epoch(f64::INFINITY), None);
        assert_eq!(epoch(-1.0), None);
    }

    #[test]
    fn the_far_end_in_seconds_is_never() {
        assert!(epoch(253_402_300_799.0).expect("a moment").is_never());
        assert_eq!(epoch(5_000_000_000.0), None);
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "redacted",
            "N/A",
            "no_information",
            "not_supported",
            "2026-13-01",
            "0",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_are_read_in_every_form_seen() {
        assert_eq!(length("P90D"), Some(90.0 * DAY));
        assert_eq!(length("PT5M"), Some(300.0));
        assert_eq!(length("P1DT12H"), Some(1.5 * DAY));
        assert_eq!(length("1.00:00:00"), Some(DAY));
        assert_eq!(length("08:30:00"), Some(8.5 * 3600.0));
        assert_eq!(length("15m"), Some(900.0));
        for text in ["", "P", "PT", "-1d", "soon", "1:2", "P-1D0"] {
            assert!(length(text).is_none_or(|length| length < 0.0), "{text}");
        }
    }

    #[test]
    fn far_away_is_never() {
        assert!(moment("9999-12-31T23:59:59Z").expect("a moment").is_never());
        assert!(moment("2299-12-31T00:00:00Z").expect("a moment").is_never());
        assert!(!moment("2099-12-31T00:00:00Z").expect("a moment").is_never());
    }
}
