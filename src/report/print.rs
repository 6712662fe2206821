//! How numbers, days and answers are printed: rounding happens here and nowhere else.
//!
//! A printed figure never contradicts what it stands for. A score just below an edge is not rounded
//! onto it, and printed parts add up to the printed whole.

use chrono::NaiveDate;

use crate::assessment::answer::{Duration, Period, Value};
use crate::assessment::calendar::months_between;
use crate::pack::answer::{AnswerKind, Choice, Form, Unit};
use crate::pack::id::OptionId;
use crate::pack::language::Language;
use crate::pack::model::Limits;
use crate::words::{Words, say};

/// Rounds to a multiple of 1/`per_unit` that lies on the same side of every edge as `value` does.
///
/// An edge belongs to the side above it, as the bands and limits of the model do.
pub fn within(value: f64, per_unit: f64, edges: &[f64]) -> f64 {
    let nearest = (value * per_unit).round() / per_unit;
    let crossed = |printed: f64| edges.iter().any(|&edge| (value < edge) != (printed < edge));
    if !crossed(nearest) {
        return nearest;
    }
    let below = (value * per_unit).floor() / per_unit;
    if crossed(below) {
        (value * per_unit).ceil() / per_unit
    } else {
        below
    }
}

/// Points with one decimal, on the right side of the edges.
pub fn points_within(words: &Words, value: f64, edges: &[f64]) -> String {
    words.number(within(value, 10.0, edges), 1)
}

/// Points with one decimal.
pub fn points(words: &Words, value: f64) -> String {
    points_within(words, value, &[])
}

/// A share of 1 as whole percent, on the right side of the limits.
pub fn percent_within(words: &Words, share: f64, limits: &[f64]) -> String {
    let percent = words.number(within(share, 100.0, limits) * 100.0, 0);
    say!(words, "percent", percent)
}

/// A share of 1 as whole percent.
pub fn percent(words: &Words, share: f64) -> String {
    percent_within(words, share, &[])
}

/// The answered share of what can add risk, on the right side of the limits on it.
pub fn coverage(words: &Words, coverage: f64, limits: &Limits) -> String {
    percent_within(words, coverage, &[limits.provisional, limits.rated, 1.0])
}

/// A confidence with two decimals, on the right side of its limit.
pub fn confidence(words: &Words, confidence: f64, limits: &Limits) -> String {
    words.number(within(confidence, 100.0, &[limits.confident]), 2)
}

/// A level, credibility or gap with two decimals.
pub fn two_decimals(words: &Words, value: f64) -> String {
    words.number(within(value, 100.0, &[]), 2)
}

/// Tenths of points as a figure, such as 123 as `12.3`.
pub fn tenths(words: &Words, tenths: i64) -> String {
    words.number(tenths as f64 / 10.0, 1)
}

/// A length in months with one decimal where it has one.
pub fn months(words: &Words, months: f64) -> String {
    let months = within(months, 10.0, &[]);
    let amount = number(words, months);
    say!(words, "length-months", amount, count = form_of(months))
}

/// The time since a day in months; none before it.
pub fn age(words: &Words, since: NaiveDate, as_of: NaiveDate) -> Option<String> {
    (since <= as_of).then(|| months(words, months_between(since, as_of)))
}

/// The message of a check without the marks that a terminal puts around values.
pub fn plain(message: &str) -> String {
    message.replace('`', "")
}

/// A number without needless decimals.
pub fn number(words: &Words, value: f64) -> String {
    words.decimal(&value.to_string())
}

/// Whole days.
pub fn days(words: &Words, days: i64) -> String {
    let count = usize::try_from(days).unwrap_or(0);
    let amount = count.to_string();
    say!(words, "length-days", amount, count)
}

/// A period.
pub fn period(words: &Words, period: Period) -> String {
    let [from, to] = [period.from, period.to].map(|day| words.date(day));
    say!(words, "period", from, to)
}

/// The title of a thing inside a sentence, which English writes small.
pub fn inside(words: &Words, title: &str) -> String {
    match words.language() {
        Language::English => title.to_lowercase(),
        Language::German => title.to_owned(),
    }
}

/// An answer in words, one line for each thing it says.
///
/// A value that does not fit its form is printed as far as it is understood; the reader of
/// assessments lets none through.
pub fn answer(words: &Words, form: &Form, value: &Value) -> Vec<String> {
    match (form, value) {
        (Form::Single(kind), value) => single(words, kind, value),
        (Form::Parts(parts), Value::Parts(values)) => parts
            .iter()
            .filter_map(|part| Some((part, values.get(&part.id)?)))
            .map(|(part, value)| said(&part.text, &single(words, &part.kind, value).join("; ")))
            .collect(),
        (Form::Parts(_), _) => vec![],
    }
}

/// What was asked and what was said, with one mark between them.
fn said(asked: &str, answer: &str) -> String {
    match asked.trim_end() {
        question if question.ends_with('?') => format!("{question} {answer}"),
        sentence => format!("{}: {answer}", sentence.trim_end_matches(['.', ':'])),
    }
}

fn single(words: &Words, kind: &AnswerKind, value: &Value) -> Vec<String> {
    match (kind, value) {
        (AnswerKind::Choice(options), Value::Choice(id)) => vec![option(options, id)],
        (AnswerKind::Several(_), Value::Several(ids)) if ids.is_empty() => {
            vec![say!(words, "answer-none-of-them")]
        }
        (AnswerKind::Several(options), Value::Several(ids)) => {
            ids.iter().map(|id| option(options, id)).collect()
        }
        (_, Value::YesNo(yes)) => vec![if *yes {
            say!(words, "yes")
        } else {
            say!(words, "no")
        }],
        (_, Value::Duration(duration)) => vec![length(words, *duration)],
        (_, Value::Count(count)) => vec![count.to_string()],
        (_, Value::Percent(percent)) => {
            let percent = number(words, *percent);
            vec![say!(words, "percent", percent)]
        }
        (_, Value::Date(day)) => vec![words.date(*day)],
        (_, Value::Period(told)) => vec![period(words, *told)],
        (_, Value::List(lines)) => lines.clone(),
        (_, Value::Text(text)) => text.lines().map(str::to_owned).collect(),
        (_, Value::Choice(_) | Value::Several(_) | Value::Parts(_)) => vec![],
    }
}

fn option(options: &[Choice], id: &OptionId) -> String {
    options
        .iter()
        .find(|option| option.id == *id)
        .map_or_else(|| id.to_string(), |option| option.text.clone())
}

/// A length of time as it was told.
pub fn length(words: &Words, duration: Duration) -> String {
    match duration {
        Duration::Unlimited => say!(words, "length-unlimited"),
        Duration::Finite { amount, unit } => {
            let (count, amount) = (form_of(amount), number(words, amount));
            match unit {
                Unit::Seconds => say!(words, "length-seconds", amount, count),
                Unit::Minutes => say!(words, "length-minutes", amount, count),
                Unit::Hours => say!(words, "length-hours", amount, count),
                Unit::Days => say!(words, "length-days", amount, count),
                Unit::Months => say!(words, "length-months", amount, count),
                Unit::Years => say!(words, "length-years", amount, count),
                Unit::Count => say!(words, "length-items", amount, count),
                Unit::Percent => say!(words, "percent", percent = amount),
            }
        }
    }
}

/// The count whose form of a word an amount takes: 1 of one, else of many.
fn form_of(amount: f64) -> usize {
    if amount == 1.0 { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    fn words() -> &'static Words {
        Words::of(Language::English)
    }

    #[test]
    fn shares_and_confidence_keep_their_side_of_the_limits_on_them_alone() {
        let limits = Limits {
            gate_effectiveness: 0.25,
            gate_min_inherent: 0.5,
            rated: 0.8,
            provisional: 0.4,
            confident: 0.5,
        };
        assert_eq!(confidence(words(), 0.4996, &limits), "0.49");
        assert_eq!(coverage(words(), 0.796, &limits), "79 %");
        assert_eq!(coverage(words(), 0.496, &limits), "50 %");
        assert_eq!(coverage(words(), 0.29, &limits), "29 %");
    }

    #[test]
    fn a_day_has_no_age_before_it_has_come() {
        let day = |text: &str| text.parse().expect("a date");
        let as_of = day("2026-06-30");
        assert_eq!(
            age(words(), day("2026-05-30"), as_of).as_deref(),
            Some("1 month")
        );
        assert_eq!(age(words(), as_of, as_of).as_deref(), Some("0 months"));
        assert_eq!(age(words(), day("2026-07-01"), as_of), None);
    }

    #[test]
    fn one_mark_stands_between_question_and_answer() {
        assert_eq!(said("How often?", "weekly"), "How often? weekly");
        assert_eq!(
            said("Date of the report.", "2026-01-31"),
            "Date of the report: 2026-01-31"
        );
        assert_eq!(said("Interval", "90 d"), "Interval: 90 d");
    }

    const EDGES: [f64; 5] = [0.0, 20.0, 40.0, 60.0, 80.0];

    #[test]
    fn a_score_just_below_an_edge_is_not_printed_on_it() {
        assert_eq!(points_within(words(), 39.96, &EDGES), "39.9");
        assert_eq!(points_within(words(), 40.0, &EDGES), "40.0");
        assert_eq!(points_within(words(), 39.94, &EDGES), "39.9");
        assert_eq!(points_within(words(), 51.84, &EDGES), "51.8");
    }

    #[test]
    fn an_edge_between_two_tenths_is_respected_too() {
        assert_eq!(points_within(words(), 33.34, &[33.33]), "33.4");
        assert_eq!(points_within(words(), 33.32, &[33.33]), "33.3");
    }

    #[test]
    fn coverage_just_below_its_limit_is_not_printed_as_the_limit() {
        assert_eq!(percent_within(words(), 0.7996, &[0.8]), "79 %");
        assert_eq!(percent_within(words(), 0.8, &[0.8]), "80 %");
    }

    #[test]
    fn a_length_of_time_is_printed_as_it_was_told() {
        let minutes = |amount| Duration::Finite {
            amount,
            unit: Unit::Minutes,
        };
        assert_eq!(length(words(), minutes(1.0)), "1 minute");
        assert_eq!(length(words(), minutes(1.5)), "1.5 minutes");
        assert_eq!(length(words(), Duration::Unlimited), "without end");
    }

    #[test]
    fn nothing_chosen_of_several_is_said() {
        let form = Form::Single(AnswerKind::Several(vec![]));
        assert_eq!(
            answer(words(), &form, &Value::Several(vec![])),
            ["none of them"]
        );
    }
}
