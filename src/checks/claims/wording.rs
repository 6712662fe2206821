//! Claims and facts in words, in units that people use.

use super::Compared;
use crate::assessment::answer::{Duration, Value};
use crate::evidence::fact::{FactValue, Limit};
use crate::evidence::time::DAY;
use crate::pack::answer::AnswerKind;

/// Most names of a set that are spelt out.
const NAMES: usize = 12;

/// A length of time in units that people use: `24 h`, `90 d`, `15 min`, `15 min 1 s`.
pub fn length(seconds: f64) -> String {
    // Ages are told in whole days: the hour of an export says nothing.
    if seconds >= 2.0 * DAY {
        return format!("{} d", (seconds / DAY).floor());
    }
    let seconds = seconds.round();
    for (size, name, (rest_size, rest_name)) in
        [(3600.0, "h", (60.0, "min")), (60.0, "min", (1.0, "s"))]
    {
        let (whole, rest) = (
            (seconds / size).floor(),
            (seconds % size / rest_size).floor(),
        );
        if whole >= 2.0 && (rest == 0.0 || size == 60.0 || seconds >= 4.0 * size) {
            return match rest == 0.0 {
                true => format!("{whole} {name}"),
                false => format!("{whole} {name} {rest} {rest_name}"),
            };
        }
    }
    format!("{seconds} s")
}

/// What a fact says.
pub fn told(value: &FactValue) -> String {
    match value {
        FactValue::Duration(seconds) => length(*seconds),
        FactValue::Limit(Limit::Finite(seconds)) => length(*seconds),
        FactValue::Limit(Limit::Unlimited) => "without end".to_owned(),
        FactValue::Limit(Limit::Unset) => "not set".to_owned(),
        FactValue::Limit(Limit::Unknown) => "not readable".to_owned(),
        FactValue::Count(count) => count.to_string(),
        FactValue::Date(at) => at.format("%Y-%m-%d").to_string(),
        FactValue::Set(names) if names.is_empty() => "none".to_owned(),
        FactValue::Set(names) => {
            let shown: Vec<&str> = names.iter().take(NAMES).map(String::as_str).collect();
            match names.len() - shown.len() {
                0 => shown.join(", "),
                rest => format!("{} and {rest} more", shown.join(", ")),
            }
        }
        FactValue::Share { part, of } => format!("{part} of {of}"),
        FactValue::Holds(true) => "yes".to_owned(),
        FactValue::Holds(false) => "no".to_owned(),
    }
}

/// What was claimed.
pub(super) fn claim(kind: &AnswerKind, value: &Value) -> String {
    match (kind, value) {
        (_, Value::Duration(Duration::Unlimited)) => "without end".to_owned(),
        (_, Value::Duration(duration)) => duration.to_string(),
        (_, Value::Count(count)) => count.to_string(),
        (_, Value::Percent(percent)) => format!("{percent} %"),
        (_, Value::YesNo(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        (AnswerKind::Choice(options), Value::Choice(id)) => options
            .iter()
            .find(|option| option.id == *id)
            .map_or_else(|| id.to_string(), |option| format!("“{}”", option.text)),
        (_, Value::Several(ids)) if ids.is_empty() => "none".to_owned(),
        (_, Value::Several(ids)) => {
            let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
            ids.join(", ")
        }
        _ => String::new(),
    }
}

/// A refuted claim in one sentence, with both values and the place.
pub(super) fn refuted(row: &Compared) -> String {
    let claim = row.claim.as_deref().unwrap_or_default();
    let about = row
        .about
        .as_deref()
        .map_or_else(String::new, |about| format!(" ({about})"));
    let (title, found) = (&row.title, &row.found);
    let place = format!("{}, {}", row.reference, row.place);
    match row.measured {
        // Words and figures do not stand on one scale.
        Some(Value::Choice(_) | Value::Several(_) | Value::YesNo(_)) => {
            format!("Said {claim}; the file shows: {title}{about}: {found} ({place}).")
        }
        _ => format!("{title}{about}: said {claim}, is {found} ({place})."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_told_in_units_people_use() {
        let cases = [
            (86_400.0, "24 h"),
            (900.0, "15 min"),
            (7_776_000.0, "90 d"),
            (2.0, "2 s"),
            (60.0, "60 s"),
            (7200.0, "2 h"),
            (31_600_000.0, "365 d"),
            (0.0, "0 s"),
            (5400.0, "90 min"),
            (901.0, "15 min 1 s"),
            (90_061.0, "25 h 1 min"),
            (119.0, "119 s"),
        ];
        for (seconds, words) in cases {
            assert_eq!(length(seconds), words);
        }
    }
}
