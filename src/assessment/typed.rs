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
