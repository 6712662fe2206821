//! How answers are written: lengths of time, percents, dates and options, typed or in a file.

use std::fmt;

use chrono::NaiveDate;

use super::answer::{Duration, Value};
use crate::pack::answer::{AnswerKind, Choice, Unit};
use crate::pack::id::OptionId;

/// Why a text is no answer of the kind asked for, and what would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What was found.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

impl Refusal {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.message, self.help)
    }
}

impl Duration {
    /// The amount in another unit of time; `None` without end, or when the unit is not one of time.
    ///
    /// Whole months are counted as people mean them: twelve are a year of 365 days, and what is left
    /// has 30 days each, so that `6 months` is not longer than 180 days.
    pub fn amount_in(self, wanted: Unit) -> Option<f64> {
        let Self::Finite { amount, unit } = self else {
            return None;
        };
        if unit == wanted {
            return Some(amount);
        }
        let seconds = match unit {
            Unit::Months if amount.fract() == 0.0 => {
                let years = (amount / 12.0).floor() * Unit::Years.seconds()?;
                years + (amount % 12.0) * 30.0 * Unit::Days.seconds()?
            }
            unit => amount * unit.seconds()?,
        };
        Some(seconds / wanted.seconds()?)
    }

    /// Reads `15 min`, `24 h`, `90 d`, `12 months`, `1 year`, or `never`, which is `without end`.
    ///
    /// # Errors
    ///
    /// A refusal when the amount is no number of at least 0 or the unit is not one of time.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let help = "write an amount and a unit, such as `15 min`, `24 h`, `90 d`, `12 months`, or \
                    `never` for without end";
        let text = text.trim();
        if matches!(
            text.to_ascii_lowercase().as_str(),
            "never" | "without end" | "unlimited" | "no limit"
        ) {
            return Ok(Self::Unlimited);
        }
        let refuse = || Refusal::new(format!("`{text}` is not a length of time"), help);
        let split = text
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .ok_or_else(refuse)?;
        let amount: f64 = text[..split].parse().map_err(|_| refuse())?;
        if !amount.is_finite() {
            return Err(refuse());
        }
        let unit = unit(text[split..].trim()).ok_or_else(refuse)?;
        Ok(Self::Finite { amount, unit })
    }
}

/// A unit of time by one of its names; `m` is none, because it could be minutes or months.
fn unit(name: &str) -> Option<Unit> {
    match name.to_ascii_lowercase().as_str() {
        "s" | "sec" | "second" | "seconds" => Some(Unit::Seconds),
        "min" | "minute" | "minutes" => Some(Unit::Minutes),
        "h" | "hour" | "hours" => Some(Unit::Hours),
        "d" | "day" | "days" => Some(Unit::Days),
        "month" | "months" => Some(Unit::Months),
        "y" | "year" | "years" => Some(Unit::Years),
        _ => None,
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (amount, unit) = match self {
            Self::Unlimited => return f.write_str("never"),
            Self::Finite { amount, unit } => (amount, unit),
        };
        write!(f, "{amount} {}", unit.name())
    }
}

/// Largest count that can be recorded: up to here every whole number is exact.
pub const MOST_COUNTED: u64 = 1 << 50;

/// Reads a whole number from 0 to [`MOST_COUNTED`].
///
/// # Errors
///
/// A refusal when it is none.
pub fn count(text: &str) -> Result<u64, Refusal> {
    let help = "write a whole number from 0, such as `12`";
    let refuse = |_| Refusal::new(format!("`{text}` is not a whole number"), help);
    match text.trim().parse().map_err(refuse)? {
        number if number > MOST_COUNTED => Err(Refusal::new(
            format!("`{number}` is more than can be recorded"),
            format!("write a whole number up to {MOST_COUNTED}"),
        )),
        number => Ok(number),
    }
}

/// Reads a percent from 0 to 100, with or without its sign.
///
/// # Errors
///
/// A refusal when it is none or lies outside.
pub fn percent(text: &str) -> Result<f64, Refusal> {
    let help = "write a number from 0 to 100, such as `85`";
    let refuse = || Refusal::new(format!("`{text}` is not a percent"), help);
    let digits = text.trim().trim_end_matches('%').trim_end();
    let percent: f64 = digits.parse().map_err(|_| refuse())?;
    if (0.0..=100.0).contains(&percent) {
        return Ok(percent);
    }
    Err(refuse())
}

/// Reads a day written as year-month-day.
///
/// # Errors
///
/// A refusal when there is no such day, or it is written otherwise.
pub fn date(text: &str) -> Result<NaiveDate, Refusal> {
    let text = text.trim();
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    date.filter(|date| date.to_string() == text).ok_or_else(|| {
        Refusal::new(
            format!("`{text}` is not a date"),
            "write an existing day as year-month-day, such as `2026-01-31`",
        )
    })
}

/// Finds an option by its id.
///
/// # Errors
///
/// A refusal with the nearest id, or all of them.
pub fn option(text: &str, options: &[Choice]) -> Result<OptionId, Refusal> {
    let text = text.trim();
    let found = options.iter().find(|option| option.id.as_str() == text);
    found.map(|option| option.id.clone()).ok_or_else(|| {
        let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
        let help = match crate::source::nearest(text, ids.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("use one of: {}", ids.join(", ")),
        };
        Refusal::new(format!("unknown option `{text}`"), help)
    })
}

/// Whether options can be chosen together; a refusal names them by id, as files do.
///
/// # Errors
///
/// A refusal when one that stands alone has company, or when nothing is chosen although an option
/// says so.
pub fn together(chosen: &[OptionId], options: &[Choice]) -> Result<(), Refusal> {
    together_named(chosen, options, |option| option.id.as_str())
}

/// As [`together`], with the options named as whoever chooses sees them.
///
/// # Errors
///
/// As [`together`].
pub fn together_named(
    chosen: &[OptionId],
    options: &[Choice],
    name: impl Fn(&Choice) -> &str,
) -> Result<(), Refusal> {
    let alone = || options.iter().filter(|option| option.alone);
    if let Some(option) = alone().find(|option| chosen.len() > 1 && chosen.contains(&option.id)) {
        return Err(Refusal::new(
            format!("`{}` cannot stand beside other options", name(option)),
            "choose it alone, or leave it out",
        ));
    }
    match alone().find(|option| option.level.unwrap_or(0.0) == 0.0) {
        Some(option) if chosen.is_empty() => Err(Refusal::new(
            "nothing is chosen",
            format!("choose `{}` if nothing applies", name(option)),
        )),
        _ => Ok(()),
    }
}

/// Whether a value is an answer of that kind, and names only options that it has.
pub fn fits(kind: &AnswerKind, value: &Value) -> bool {
    match (kind, value) {
        (AnswerKind::Choice(options), Value::Choice(chosen)) => is_option(options, chosen),
        (AnswerKind::Several(options), Value::Several(chosen)) => {
            chosen.iter().all(|chosen| is_option(options, chosen))
                && together(chosen, options).is_ok()
        }
        (AnswerKind::Percent(_), Value::Percent(percent)) => (0.0..=100.0).contains(percent),
        (AnswerKind::List, Value::List(items)) => items.iter().all(|item| !item.trim().is_empty()),
        (AnswerKind::Text, Value::Text(text)) => !text.trim().is_empty(),
        (AnswerKind::Period, Value::Period(period)) => period.from <= period.to,
        (AnswerKind::Duration(_), Value::Duration(Duration::Finite { amount, .. })) => {
            amount.is_finite() && *amount >= 0.0
        }
        (AnswerKind::Count(_), Value::Count(count)) => *count <= MOST_COUNTED,
        (AnswerKind::YesNo(_), Value::YesNo(_))
        | (AnswerKind::Duration(_), Value::Duration(Duration::Unlimited))
        | (AnswerKind::Date, Value::Date(_)) => true,
        _ => false,
    }
}

fn is_option(options: &[Choice], chosen: &OptionId) -> bool {
    options.iter().any(|option| option.id == *chosen)
}

/// Reads an answer typed as one line: options by id, several separated by commas, a period as two
/// dates with `to` between them, a list separated by semicolons.
///
/// # Errors
///
/// A refusal that tells what the kind of answer wants.
pub fn parse_line(kind: &AnswerKind, line: &str) -> Result<Value, Refusal> {
    let line = line.trim();
    match kind {
        AnswerKind::Choice(options) => option(line, options).map(Value::Choice),
        AnswerKind::Several(options) => {
            let ids = line.split(',').map(|id| option(id, options));
            let ids: Vec<OptionId> = ids.collect::<Result<_, _>>()?;
            together(&ids, options)?;
            Ok(Value::Several(ids))
        }
        AnswerKind::YesNo(_) => match line.to_ascii_lowercase().as_str() {
            "y" | "yes" => Ok(Value::YesNo(true)),
            "n" | "no" => Ok(Value::YesNo(false)),
            _ => Err(Refusal::new(
                format!("`{line}` is neither"),
                "write `yes` or `no`",
            )),
        },
        AnswerKind::Duration(_) => Duration::parse(line).map(Value::Duration),
        AnswerKind::Count(_) => count(line).map(Value::Count),
        AnswerKind::Percent(_) => percent(line).map(Value::Percent),
        AnswerKind::Date => date(line).map(Value::Date),
        AnswerKind::Period => period(line),
        AnswerKind::List => {
            let items = line
                .split(';')
                .map(str::trim)
                .filter(|item| !item.is_empty());
            let items: Vec<String> = items.map(str::to_string).collect();
            if items.is_empty() {
                return Err(Refusal::new(
                    "expected a list, found nothing",
                    "separate entries with `;`",
                ));
            }
            Ok(Value::List(items))
        }
        AnswerKind::Text if line.is_empty() => Err(Refusal::new(
            "expected text, found nothing",
            "write a sentence",
        )),
        AnswerKind::Text => Ok(Value::Text(line.to_string())),
    }
}

fn period(line: &str) -> Result<Value, Refusal> {
    let help = "write first and last day, such as `2025-01-01 to 2025-12-31`";
    let (from, to) = line
        .split_once(" to ")
        .ok_or_else(|| Refusal::new(format!("`{line}` is not a period"), help))?;
    let (from, to) = (date(from)?, date(to)?);
    if to < from {
        return Err(Refusal::new(
            format!("`{line}` ends before it begins"),
            help,
        ));
    }
    Ok(Value::Period(super::answer::Period { from, to }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_read_back_is_refused_where_it_is_typed() {
        assert_eq!(count("1125899906842624"), Ok(MOST_COUNTED));
        assert!(count("1125899906842625").is_err());
        assert!(Duration::parse(&format!("{} h", "9".repeat(400))).is_err());
    }

    #[test]
    fn durations_are_read_with_or_without_a_space() {
        let quarter = Duration::Finite {
            amount: 15.0,
            unit: Unit::Minutes,
        };
        assert_eq!(Duration::parse("15 min"), Ok(quarter));
        assert_eq!(Duration::parse("15min"), Ok(quarter));
    }

    #[test]
    fn never_is_without_end() {
        assert_eq!(Duration::parse("never"), Ok(Duration::Unlimited));
        assert_eq!(Duration::parse("Without end"), Ok(Duration::Unlimited));
        assert!(Duration::parse("without").is_err());
    }

    #[test]
    fn six_months_are_half_a_year_and_no_longer_than_180_days() {
        let days = |text| {
            Duration::parse(text)
                .expect("a duration")
                .amount_in(Unit::Days)
        };
        assert_eq!(days("3 months"), Some(90.0));
        assert_eq!(days("6 months"), Some(180.0));
        assert_eq!(days("12 months"), Some(365.0));
        assert_eq!(days("18 months"), Some(545.0));
        assert_eq!(days("Never"), None);
        let months = Duration::parse("18 months").expect("a duration");
        assert_eq!(months.amount_in(Unit::Months), Some(18.0));
    }

    #[test]
    fn a_bare_number_or_an_ambiguous_unit_is_no_duration() {
        for text in ["15", "15 m", "-3 d", "soon", "", "1.2.3 h"] {
            assert!(Duration::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_duration_is_written_as_it_is_read() {
        for text in ["15 min", "1.5 h", "90 d", "12 months", "never"] {
            let duration = Duration::parse(text).expect("it is a duration");
            assert_eq!(duration.to_string(), text);
        }
    }

    #[test]
    fn a_percent_ends_at_one_hundred() {
        assert_eq!(percent("100 %"), Ok(100.0));
        assert!(percent("100.1").is_err());
        assert!(percent("NaN").is_err());
    }

    #[test]
    fn an_option_that_stands_alone_has_no_company_and_is_not_left_unsaid() {
        let option = |id: &str, alone| Choice {
            id: id.into(),
            text: id.to_string(),
            level: Some(0.0),
            alone,
        };
        let options = [option("aws", false), option("none", true)];
        let chosen = |ids: &[&str]| ids.iter().map(|&id| id.into()).collect::<Vec<OptionId>>();
        assert!(together(&chosen(&["aws"]), &options).is_ok());
        assert!(together(&chosen(&["none"]), &options).is_ok());
        assert!(together(&chosen(&["aws", "none"]), &options).is_err());
        assert!(together(&[], &options).is_err());
        assert!(together(&[], &options[..1]).is_ok());
    }

    #[test]
    fn a_period_may_be_a_day_but_not_run_backwards() {
        assert!(period("2026-01-01 to 2026-01-01").is_ok());
        assert!(period("2026-01-02 to 2026-01-01").is_err());
    }
}
