//! Claims and facts in words, in units that people use.

use super::Compared;
use crate::assessment::answer::{Duration, Value};
use crate::evidence::fact::{self, Fact, FactValue, JOINED, Limit, NAMELESS};
use crate::evidence::time::DAY;
use crate::pack::answer::{AnswerKind, Unit};
use crate::words::{Words, say};

/// Most names of a set that are spelt out.
const NAMES: usize = 12;

/// A length of time in units that people use: `24 h`, `90 d`, `15 min`, `15 min 1 s`.
pub(super) fn length(words: &Words, seconds: f64) -> String {
    // Ages are told in whole days: the hour of an export says nothing.
    if seconds >= 2.0 * DAY {
        return amount(words, (seconds / DAY).floor(), Unit::Days);
    }
    let seconds = seconds.round();
    let (hours, past_hour) = (
        (seconds / 3600.0).floor(),
        (seconds % 3600.0 / 60.0).floor(),
    );
    if hours >= 2.0 && past_hour == 0.0 {
        return amount(words, hours, Unit::Hours);
    }
    if hours >= 4.0 {
        let (hours, minutes) = (hours.to_string(), past_hour.to_string());
        return say!(words, "fact-hours-minutes", hours, minutes);
    }
    let (minutes, rest) = ((seconds / 60.0).floor(), seconds % 60.0);
    if minutes >= 2.0 && rest > 0.0 {
        let (minutes, seconds) = (minutes.to_string(), rest.to_string());
        return say!(words, "fact-minutes-seconds", minutes, seconds);
    }
    match minutes >= 2.0 {
        true => amount(words, minutes, Unit::Minutes),
        false => amount(words, seconds, Unit::Seconds),
    }
}

/// So much of a unit of time, as short as it is written.
fn amount(words: &Words, amount: f64, unit: Unit) -> String {
    let count = if amount == 1.0 { 1 } else { 2 };
    let amount = words.decimal(&amount.to_string());
    match unit {
        Unit::Seconds => say!(words, "fact-seconds", amount),
        Unit::Minutes => say!(words, "fact-minutes", amount),
        Unit::Hours => say!(words, "fact-hours", amount),
        Unit::Days => say!(words, "fact-days", amount, count),
        Unit::Months => say!(words, "length-months", amount, count),
        Unit::Years => say!(words, "length-years", amount, count),
        Unit::Count => amount,
        Unit::Percent => say!(words, "percent", percent = amount),
    }
}

/// What a fact says.
pub fn told(words: &Words, value: &FactValue) -> String {
    match value {
        FactValue::Duration(seconds) | FactValue::Limit(Limit::Finite(seconds)) => {
            length(words, *seconds)
        }
        FactValue::Limit(Limit::Unlimited) => say!(words, "length-unlimited"),
        FactValue::Limit(Limit::Unset) => say!(words, "fact-not-set"),
        FactValue::Limit(Limit::Unknown) => say!(words, "fact-not-readable"),
        FactValue::Count(count) => count.to_string(),
        FactValue::Date(at) => words.date(at.date_naive()),
        FactValue::Set(names) if names.is_empty() => say!(words, "fact-none"),
        FactValue::Set(names) => {
            let shown: Vec<&str> = names.iter().take(NAMES).map(String::as_str).collect();
            let rest = names.len() - shown.len();
            let shown = shown.join(", ");
            match rest {
                0 => shown,
                rest => say!(words, "fact-names-and-more", names = shown, count = rest),
            }
        }
        FactValue::Share { part, of } => {
            let (part, of) = (part.to_string(), of.to_string());
            say!(words, "fact-share", part, of)
        }
        FactValue::Holds(holds) => yes_no(words, *holds),
    }
}

fn yes_no(words: &Words, yes: bool) -> String {
    match yes {
        true => say!(words, "yes"),
        false => say!(words, "no"),
    }
}

/// What a fact is about: names of the file, and words of ours where it rests on another record too.
pub(super) fn about(words: &Words, fact: &Fact) -> Option<String> {
    if let Some(record) = fact.joined_with() {
        return Some(say!(words, "about-joined-with", record));
    }
    fact.about.as_ref().map(|about| match about.as_str() {
        NAMELESS => say!(words, "about-nameless"),
        named => words.matter(named),
    })
}

/// Where in a file something stands.
pub fn place(words: &Words, place: &fact::Place) -> String {
    let path = path_in_words(words, &place.path);
    match (place.line.map(|line| line.to_string()), path.as_str()) {
        (None, "") => say!(words, "place-whole-file"),
        (None, _) => path,
        (Some(line), "") => say!(words, "place-line", line),
        (Some(line), _) => say!(words, "place-line-and-path", line, path),
    }
}

/// A path with its words, which say a row of a table or that another list was held beside it.
fn path_in_words(words: &Words, path: &str) -> String {
    if path == JOINED {
        return say!(words, "place-joined");
    }
    let alone = path.strip_suffix(JOINED);
    if let Some(path) = alone.and_then(|path| path.strip_suffix(", ")) {
        let path = path_in_words(words, path);
        return say!(words, "place-path-joined", path);
    }
    let is_number = |row: &&str| !row.is_empty() && row.bytes().all(|it| it.is_ascii_digit());
    if let Some(row) = path.strip_prefix("row ").filter(is_number) {
        return say!(words, "place-row", row);
    }
    match path.rsplit_once(" row ") {
        Some((path, row)) if is_number(&row) => say!(words, "place-path-row", path, row),
        _ => path.to_owned(),
    }
}

/// What was claimed.
pub(super) fn claim(words: &Words, kind: &AnswerKind, value: &Value) -> String {
    match (kind, value) {
        (_, Value::Duration(Duration::Unlimited)) => say!(words, "length-unlimited"),
        (
            _,
            Value::Duration(Duration::Finite {
                amount: claimed,
                unit,
            }),
        ) => amount(words, *claimed, *unit),
        (_, Value::Count(count)) => count.to_string(),
        (_, Value::Percent(percent)) => amount(words, *percent, Unit::Percent),
        (_, Value::YesNo(yes)) => yes_no(words, *yes),
        (AnswerKind::Choice(options), Value::Choice(id)) => {
            options.iter().find(|option| option.id == *id).map_or_else(
                || id.to_string(),
                |option| say!(words, "claim-option", option = &option.text),
            )
        }
        (_, Value::Several(ids)) if ids.is_empty() => say!(words, "fact-none"),
        (_, Value::Several(ids)) => {
            let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
            ids.join(", ")
        }
        _ => String::new(),
    }
}

/// A refuted claim in one sentence, with both values and the place.
pub(super) fn refuted(words: &Words, row: &Compared) -> String {
    let claim = row.claim.as_deref().unwrap_or_default();
    let title = match &row.about {
        Some(about) => format!("{} ({about})", row.title),
        None => row.title.clone(),
    };
    let found = &row.found;
    let place = format!("{}, {}", row.reference, place(words, &row.place));
    match row.measured {
        // Words and figures do not stand on one scale.
        Some(Value::Choice(_) | Value::Several(_) | Value::YesNo(_)) => {
            say!(words, "refuted-words", claim, title, found, place)
        }
        _ => say!(words, "refuted-figures", claim, title, found, place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    fn english() -> &'static Words {
        Words::of(Language::English)
    }

    fn german() -> &'static Words {
        Words::of(Language::German)
    }

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
        for (seconds, told) in cases {
            assert_eq!(length(english(), seconds), told);
        }
    }

    #[test]
    fn a_claim_is_told_in_the_unit_it_was_made_in() {
        let claimed = |amount, unit| {
            let value = Value::Duration(Duration::Finite { amount, unit });
            claim(german(), &AnswerKind::Count(None), &value)
        };
        assert_eq!(claimed(1.5, Unit::Hours), "1,5 h");
        assert_eq!(claimed(1.0, Unit::Days), "1 Tag");
        assert_eq!(claimed(90.0, Unit::Days), "90 Tage");
    }

    #[test]
    fn a_place_names_its_line_first() {
        let row = fact::Place::row(2, 3);
        assert_eq!(place(english(), &row), row.to_string());
        assert_eq!(place(german(), &row), "Zeile 3, Datenzeile 2");
        assert_eq!(place(german(), &fact::Place::default()), "ganze Datei");
        let at = |path: &str| fact::Place::new(path, None);
        assert_eq!(
            place(german(), &at("row 9, joined")),
            "Datenzeile 9, verknüpft"
        );
        assert_eq!(
            place(german(), &at("/Content row 3")),
            "/Content Datenzeile 3"
        );
        for path in [
            "row 9, joined",
            "/Content row 3",
            "joined",
            "row x",
            "/narrow 3",
            "",
        ] {
            assert_eq!(place(english(), &at(path)), at(path).to_string());
        }
    }

    #[test]
    fn only_words_of_ours_are_said_of_what_a_fact_is_about() {
        let place = fact::Place::new("row 9, joined", None);
        let of = |text: &str| {
            let value = FactValue::Count(1);
            let basis = fact::Basis::Sample;
            about(
                german(),
                &Fact::new("users", value, basis, place.clone()).about(text),
            )
        };
        assert_eq!(of("with E1").as_deref(), Some("mit E1"));
        assert_eq!(of("(no name)").as_deref(), Some("(ohne Namen)"));
        assert_eq!(of("svc-with E1").as_deref(), Some("svc-with E1"));
    }

    #[test]
    fn names_beyond_the_first_dozen_are_counted() {
        let names = (10..23).map(|number| number.to_string()).collect();
        let told = told(german(), &FactValue::Set(names));
        assert!(told.ends_with("21 und 1 weiterer Name"), "{told}");
    }
}
