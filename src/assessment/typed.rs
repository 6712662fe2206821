//! What is typed, as each language writes it: numbers, units, days, yes and no.
//!
//! English forms are understood in every language. What two languages read differently, such as `1.500`,
//! is no number in the other one.

use chrono::NaiveDate;

use crate::pack::answer::Unit;
use crate::pack::language::Language;

/// Yes or no, by word or first letter.
pub fn yes_no(language: Language, text: &str) -> Option<bool> {
    match (language, text.to_lowercase().as_str()) {
        (_, "y" | "yes") | (Language::German, "j" | "ja") => Some(true),
        (_, "n" | "no") | (Language::German, "nein") => Some(false),
        _ => None,
    }
}

/// Whether the text is the word for no item of several.
pub fn is_none(language: Language, text: &str) -> bool {
    match (language, text.to_lowercase().as_str()) {
        (_, "none") => true,
        (Language::German, word) => matches!(word, "keine" | "keines" | "nichts"),
        (Language::English, _) => false,
    }
}

/// Whether the text is the word for all there are.
pub fn is_all(language: Language, text: &str) -> bool {
    text == "all" || language == Language::German && text.eq_ignore_ascii_case("alle")
}

/// Whether a length of time has no end.
pub(super) fn is_without_end(language: Language, text: &str) -> bool {
    match (language, text.to_lowercase().as_str()) {
        (_, "never" | "without end" | "unlimited" | "no limit") => true,
        (Language::German, word) => {
            matches!(word, "nie" | "niemals" | "unbegrenzt" | "ohne ende")
        }
        (Language::English, _) => false,
    }
}

/// A unit of time by one of its names; `m` is none, because it could be minutes or months.
pub(super) fn unit(language: Language, name: &str) -> Option<Unit> {
    let name = name.to_lowercase();
    let english = match name.as_str() {
        "s" | "sec" | "second" | "seconds" => Some(Unit::Seconds),
        "min" | "minute" | "minutes" => Some(Unit::Minutes),
        "h" | "hour" | "hours" => Some(Unit::Hours),
        "d" | "day" | "days" => Some(Unit::Days),
        "month" | "months" => Some(Unit::Months),
        "y" | "year" | "years" => Some(Unit::Years),
        _ => None,
    };
    match language {
        Language::English => english,
        Language::German => english.or_else(|| german_unit(name.trim_end_matches('.'))),
    }
}

fn german_unit(name: &str) -> Option<Unit> {
    match name {
        "sek" | "sekunde" | "sekunden" => Some(Unit::Seconds),
        "min" | "minuten" => Some(Unit::Minutes),
        "std" | "stunde" | "stunden" => Some(Unit::Hours),
        "tag" | "tage" | "tagen" => Some(Unit::Days),
        "monat" | "monate" | "monaten" => Some(Unit::Months),
        "jahr" | "jahre" | "jahren" => Some(Unit::Years),
        _ => None,
    }
}

/// Whether a number may hold this mark.
pub(super) fn is_mark(language: Language, mark: char) -> bool {
    mark == '.' || language == Language::German && mark == ','
}

/// A number of at least 0 with decimals behind a mark of the language, or behind a point.
pub(super) fn number(language: Language, text: &str) -> Option<f64> {
    let text = match language {
        Language::English => text.to_owned(),
        // A point that divides thousands in German would divide decimals in English.
        Language::German if is_grouped(text) => return None,
        Language::German if text.contains('.') && text.contains(',') => return None,
        Language::German => text.replace(',', "."),
    };
    let number = text.parse::<f64>().ok();
    number.filter(|number| number.is_finite() && *number >= 0.0)
}

/// A whole number; German may divide thousands with points.
pub(super) fn whole(language: Language, text: &str) -> Option<u64> {
    match language {
        Language::German if is_grouped(text) => text.replace('.', "").parse().ok(),
        Language::English | Language::German => text.parse().ok(),
    }
}

/// Whether points divide the thousands of a number, as in `1.500`.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| group.chars().all(|c| c.is_ascii_digit());
    let begins = (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0');
    let mut rest = groups.peekable();
    begins && rest.peek().is_some() && rest.all(|group| group.len() == 3 && is_digits(group))
}

/// A day as year-month-day; German also day.month.year.
pub(super) fn day(language: Language, text: &str) -> Option<NaiveDate> {
    let iso = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let iso = iso.filter(|day| day.to_string() == text);
    match language {
        Language::English => iso,
        Language::German => iso.or_else(|| german_day(text)),
    }
}

/// `31.12.2026`, `1.2.2026` and `1. 2. 2026`.
fn german_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('.').map(str::trim);
    let mut next = |digits: std::ops::RangeInclusive<usize>| {
        let part = parts.next().filter(|part| digits.contains(&part.len()))?;
        let is_number = part.chars().all(|c| c.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| is_number)
    };
    let (day, month, year) = (next(1..=2)?, next(1..=2)?, next(4..=4)?);
    let is_whole = parts.next().is_none();
    let year = i32::try_from(year).ok().filter(|_| is_whole)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The two ends of a period.
pub(super) fn ends(language: Language, text: &str) -> Option<(&str, &str)> {
    let english = text.split_once(" to ");
    match language {
        Language::English => english,
        Language::German => english.or_else(|| text.split_once(" bis ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::answer::Duration;
    use crate::assessment::value::{count, date, parse_line, percent, period};
    use crate::pack::answer::AnswerKind;
    use crate::words::Words;

    fn words() -> &'static Words {
        Words::of(Language::English)
    }

    fn german() -> &'static Words {
        Words::of(Language::German)
    }

    #[test]
    fn german_is_typed_as_it_is_written_and_english_beside_it() {
        let read = |words, text: &str| Duration::parse(words, text).ok();
        for (german_text, english_text) in [
            ("90 Tage", "90 d"),
            ("1 Tag", "1 d"),
            ("15 min", "15 min"),
            ("24 h", "24 h"),
            ("24 Std.", "24 h"),
            ("1,5 Stunden", "1.5 h"),
            ("12 Monate", "12 months"),
            ("1 Jahr", "1 year"),
            ("30 Sekunden", "30 s"),
            ("nie", "never"),
            ("Unbegrenzt", "never"),
        ] {
            let told = read(german(), german_text);
            assert!(told.is_some(), "{german_text}");
            assert_eq!(told, read(words(), english_text), "{german_text}");
            assert_eq!(told, read(german(), english_text), "{english_text}");
        }
        assert_eq!(read(words(), "90 Tage"), None);
        assert_eq!(percent(german(), "12,5 %"), Ok(12.5));
        assert_eq!(count(german(), "5.000"), Ok(5000));
        assert!(count(words(), "5.000").is_err());
    }

    #[test]
    fn a_number_that_german_and_english_read_differently_is_refused() {
        assert!(Duration::parse(german(), "1.500 h").is_err());
        assert!(Duration::parse(german(), "0.125 h").is_ok());
        assert!(percent(german(), "10.000").is_err());
    }

    #[test]
    fn german_days_and_periods_are_read_as_they_are_written() {
        let day = date(words(), "2026-12-31");
        assert_eq!(date(german(), "31.12.2026"), day);
        assert_eq!(date(german(), "2026-12-31"), day);
        assert!(date(german(), "31.02.2026").is_err());
        assert!(date(german(), "31.12.26").is_err());
        assert!(date(words(), "31.12.2026").is_err());
        let year = period(words(), "2026-01-01 to 2026-12-31");
        assert_eq!(period(german(), "1.1.2026 bis 31.12.2026"), year);
        assert_eq!(period(german(), "2026-01-01 to 2026-12-31"), year);
    }

    #[test]
    fn what_is_refused_is_refused_in_german() {
        let refused = Duration::parse(german(), "bald").map_err(|refused| refused.message);
        assert_eq!(refused, Err("`bald` ist keine Zeitspanne".into()));
        let kind = AnswerKind::YesNo(None);
        let refused = parse_line(german(), &kind, "vielleicht").map_err(|refused| refused.help);
        assert_eq!(refused, Err("schreiben Sie `ja` oder `nein`".into()));
    }

    #[test]
    fn yes_and_no_are_those_of_the_language_and_english_ones() {
        for (text, yes) in [("J", true), ("ja", true), ("Nein", false), ("n", false)] {
            assert_eq!(yes_no(Language::German, text), Some(yes), "{text}");
        }
        assert_eq!(yes_no(Language::German, "yes"), Some(true));
        assert_eq!(yes_no(Language::English, "j"), None);
        assert!(is_all(Language::German, "Alle") && is_all(Language::English, "all"));
        assert!(!is_all(Language::English, "alle"));
    }
}
