//! How answers are written: lengths of time, percents, dates and options, typed or in a file.
//!
//! What is typed may be written as the language of the words writes it, and is refused in that language.
//! A file speaks English whatever its reports speak.

use std::fmt;

use chrono::NaiveDate;

use super::answer::{Duration, Period, Value};
use super::typed;
use crate::pack::answer::{AnswerKind, Choice, Unit};
use crate::pack::id::OptionId;
use crate::words::{Words, say};

/// Why a text is no answer of the kind asked for, and what would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What was found.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

impl Refusal {
    /// A refusal.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
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
    pub fn parse(words: &Words, text: &str) -> Result<Self, Refusal> {
        let (text, language) = (text.trim(), words.language());
        if typed::is_without_end(language, text) {
            return Ok(Self::Unlimited);
        }
        let finite = || {
            let is_amount = |c: char| c.is_ascii_digit() || typed::is_mark(language, c);
            let (amount, unit) = text.split_at(text.find(|c| !is_amount(c))?);
            let amount = typed::number(language, amount)?;
            let unit = typed::unit(language, unit.trim())?;
            Some(Self::Finite { amount, unit })
        };
        finite().ok_or_else(|| {
            Refusal::new(
                say!(words, "refused-duration", text),
                say!(words, "refused-duration-help"),
            )
        })
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
pub fn count(words: &Words, text: &str) -> Result<u64, Refusal> {
    let refuse = || {
        Refusal::new(
            say!(words, "refused-count", text),
            say!(words, "refused-count-help"),
        )
    };
    match typed::whole(words.language(), text.trim()).ok_or_else(refuse)? {
        number if number > MOST_COUNTED => Err(Refusal::new(
            say!(words, "refused-count-large", number = number.to_string()),
            say!(
                words,
                "refused-count-large-help",
                most = MOST_COUNTED.to_string()
            ),
        )),
        number => Ok(number),
    }
}

/// Reads a percent from 0 to 100, with or without its sign.
///
/// # Errors
///
/// A refusal when it is none or lies outside.
pub fn percent(words: &Words, text: &str) -> Result<f64, Refusal> {
    let digits = text.trim().trim_end_matches('%').trim_end();
    let percent = typed::number(words.language(), digits);
    let inside = percent.filter(|percent| (0.0..=100.0).contains(percent));
    inside.ok_or_else(|| {
        Refusal::new(
            say!(words, "refused-percent", text),
            say!(words, "refused-percent-help"),
        )
    })
}

/// Reads a day written as year-month-day, or as the language writes it.
///
/// # Errors
///
/// A refusal when there is no such day, or it is written otherwise.
pub fn date(words: &Words, text: &str) -> Result<NaiveDate, Refusal> {
    let text = text.trim();
    typed::day(words.language(), text).ok_or_else(|| {
        Refusal::new(
            say!(words, "refused-date", text),
            say!(words, "refused-date-help"),
        )
    })
}

/// Finds an option by its id.
///
/// # Errors
///
/// A refusal with the nearest id, or all of them.
pub fn option(words: &Words, text: &str, options: &[Choice]) -> Result<OptionId, Refusal> {
    let text = text.trim();
    let found = options.iter().find(|option| option.id.as_str() == text);
    found.map(|option| option.id.clone()).ok_or_else(|| {
        let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
        let help = match crate::source::nearest(text, ids.iter().copied()) {
            Some(near) => say!(words, "refused-did-you-mean", near),
            None => say!(words, "refused-option-help", ids = ids.join(", ")),
        };
        Refusal::new(say!(words, "refused-option", text), help)
    })
}

/// Whether options can be chosen together; a refusal names them by id, as files do.
///
/// # Errors
///
/// A refusal when one that stands alone has company, or when nothing is chosen although an option
/// says so.
pub fn together(words: &Words, chosen: &[OptionId], options: &[Choice]) -> Result<(), Refusal> {
    match conflict(chosen, options) {
        None => Ok(()),
        Some(conflict) => Err(conflict.refusal(words, |option| option.id.as_str())),
    }
}

/// As [`together`], with the options named as whoever chooses sees them.
///
/// # Errors
///
/// As [`together`].
pub fn together_named(
    words: &Words,
    chosen: &[OptionId],
    options: &[Choice],
) -> Result<(), Refusal> {
    match conflict(chosen, options) {
        None => Ok(()),
        Some(conflict) => Err(conflict.refusal(words, |option| &option.text)),
    }
}

/// What keeps options from being chosen together.
enum Conflict<'o> {
    /// It has company and must not.
    NotAlone(&'o Choice),
    /// Nothing is chosen, although this option says so.
    Nothing(&'o Choice),
}

fn conflict<'o>(chosen: &[OptionId], options: &'o [Choice]) -> Option<Conflict<'o>> {
    let alone = || options.iter().filter(|option| option.alone);
    if let Some(option) = alone().find(|option| chosen.len() > 1 && chosen.contains(&option.id)) {
        return Some(Conflict::NotAlone(option));
    }
    let nothing = alone().find(|option| option.level.unwrap_or(0.0) == 0.0);
    nothing.filter(|_| chosen.is_empty()).map(Conflict::Nothing)
}

impl Conflict<'_> {
    fn refusal(&self, words: &Words, name: impl Fn(&Choice) -> &str) -> Refusal {
        match self {
            Self::NotAlone(option) => Refusal::new(
                say!(words, "refused-not-alone", option = name(option)),
                say!(words, "refused-not-alone-help"),
            ),
            Self::Nothing(option) => Refusal::new(
                say!(words, "refused-nothing-chosen"),
                say!(words, "refused-nothing-chosen-help", option = name(option)),
            ),
        }
    }
}

/// Whether a value is an answer of that kind, and names only options that it has.
pub fn fits(kind: &AnswerKind, value: &Value) -> bool {
    match (kind, value) {
        (AnswerKind::Choice(options), Value::Choice(chosen)) => is_option(options, chosen),
        (AnswerKind::Several(options), Value::Several(chosen)) => {
            chosen.iter().all(|chosen| is_option(options, chosen))
                && conflict(chosen, options).is_none()
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
pub fn parse_line(words: &Words, kind: &AnswerKind, line: &str) -> Result<Value, Refusal> {
    let line = line.trim();
    match kind {
        AnswerKind::Choice(options) => option(words, line, options).map(Value::Choice),
        AnswerKind::Several(options) => {
            let ids = line.split(',').map(|id| option(words, id, options));
            let ids: Vec<OptionId> = ids.collect::<Result<_, _>>()?;
            together(words, &ids, options)?;
            Ok(Value::Several(ids))
        }
        AnswerKind::YesNo(_) => yes_no(words, line).map(Value::YesNo),
        AnswerKind::Duration(_) => Duration::parse(words, line).map(Value::Duration),
        AnswerKind::Count(_) => count(words, line).map(Value::Count),
        AnswerKind::Percent(_) => percent(words, line).map(Value::Percent),
        AnswerKind::Date => date(words, line).map(Value::Date),
        AnswerKind::Period => period(words, line).map(Value::Period),
        AnswerKind::List => list(words, line).map(Value::List),
        AnswerKind::Text if line.is_empty() => Err(Refusal::new(
            say!(words, "refused-no-text"),
            say!(words, "refused-no-text-help"),
        )),
        AnswerKind::Text => Ok(Value::Text(line.to_string())),
    }
}

fn yes_no(words: &Words, line: &str) -> Result<bool, Refusal> {
    typed::yes_no(words.language(), line).ok_or_else(|| {
        Refusal::new(
            say!(words, "refused-yes-no", line),
            say!(words, "refused-yes-no-help"),
        )
    })
}

/// Reads a period: two days with `to` between them, or that word of the language.
///
/// # Errors
///
/// A refusal when it is none, or runs backwards.
pub fn period(words: &Words, line: &str) -> Result<Period, Refusal> {
    let help = || say!(words, "refused-period-help");
    let (from, to) = typed::ends(words.language(), line)
        .ok_or_else(|| Refusal::new(say!(words, "refused-period", line), help()))?;
    let (from, to) = (date(words, from)?, date(words, to)?);
    if to < from {
        return Err(Refusal::new(
            say!(words, "refused-period-backwards", line),
            help(),
        ));
    }
    Ok(Period { from, to })
}

fn list(words: &Words, line: &str) -> Result<Vec<String>, Refusal> {
    let items = line.split(';').map(str::trim);
    let items: Vec<String> = items
        .filter(|item| !item.is_empty())
        .map(str::to_string)
        .collect();
    if items.is_empty() {
        return Err(Refusal::new(
            say!(words, "refused-no-list"),
            say!(words, "refused-no-list-help"),
        ));
    }
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    fn words() -> &'static Words {
        Words::of(Language::English)
    }

    #[test]
    fn what_could_not_be_read_back_is_refused_where_it_is_typed() {
        assert_eq!(count(words(), "1125899906842624"), Ok(MOST_COUNTED));
        assert!(count(words(), "1125899906842625").is_err());
        assert!(Duration::parse(words(), &format!("{} h", "9".repeat(400))).is_err());
    }

    #[test]
    fn durations_are_read_with_or_without_a_space() {
        let quarter = Duration::Finite {
            amount: 15.0,
            unit: Unit::Minutes,
        };
        assert_eq!(Duration::parse(words(), "15 min"), Ok(quarter));
        assert_eq!(Duration::parse(words(), "15min"), Ok(quarter));
    }

    #[test]
    fn never_is_without_end() {
        assert_eq!(Duration::parse(words(), "never"), Ok(Duration::Unlimited));
        assert_eq!(
            Duration::parse(words(), "Without end"),
            Ok(Duration::Unlimited)
        );
        assert!(Duration::parse(words(), "without").is_err());
    }

    #[test]
    fn six_months_are_half_a_year_and_no_longer_than_180_days() {
        let days = |text| {
            Duration::parse(words(), text)
                .expect("a duration")
                .amount_in(Unit::Days)
        };
        assert_eq!(days("3 months"), Some(90.0));
        assert_eq!(days("6 months"), Some(180.0));
        assert_eq!(days("12 months"), Some(365.0));
        assert_eq!(days("18 months"), Some(545.0));
        assert_eq!(days("Never"), None);
        let months = Duration::parse(words(), "18 months").expect("a duration");
        assert_eq!(months.amount_in(Unit::Months), Some(18.0));
    }

    #[test]
    fn a_bare_number_or_an_ambiguous_unit_is_no_duration() {
        for text in ["15", "15 m", "-3 d", "soon", "", "1.2.3 h"] {
            assert!(Duration::parse(words(), text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_duration_is_written_as_it_is_read() {
        for text in ["15 min", "1.5 h", "90 d", "12 months", "never"] {
            let duration = Duration::parse(words(), text).expect("it is a duration");
            assert_eq!(duration.to_string(), text);
        }
    }

    #[test]
    fn a_percent_ends_at_one_hundred() {
        assert_eq!(percent(words(), "100 %"), Ok(100.0));
        assert!(percent(words(), "100.1").is_err());
        assert!(percent(words(), "NaN").is_err());
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
        assert!(together(words(), &chosen(&["aws"]), &options).is_ok());
        assert!(together(words(), &chosen(&["none"]), &options).is_ok());
        assert!(together(words(), &chosen(&["aws", "none"]), &options).is_err());
        assert!(together(words(), &[], &options).is_err());
        assert!(together(words(), &[], &options[..1]).is_ok());
    }

    #[test]
    fn a_period_may_be_a_day_but_not_run_backwards() {
        assert!(period(words(), "2026-01-01 to 2026-01-01").is_ok());
        assert!(period(words(), "2026-01-02 to 2026-01-01").is_err());
    }
}
