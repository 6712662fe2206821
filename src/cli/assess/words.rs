//! Answers, kinds of evidence and standings in words.

use crate::assessment::answer::{Duration, State, Value};
use crate::interview::Standing;
use crate::pack::answer::{AnswerKind, Choice, Form, Unit};
use crate::pack::id::OptionId;
use crate::pack::model::EvidenceKind;
use crate::pack::question::Depth;
use crate::words::{Words, say};

/// The state of an answer in words; none when it is open.
pub(super) fn state(words: &Words, form: &Form, state: &State) -> Option<String> {
    match state {
        State::Open => None,
        State::Answered(value) => {
            let answer = answer(words, form, value);
            Some(say!(words, "held-answered", answer))
        }
        State::Unknown(asked) => {
            let (who, on) = (&asked.who, words.date(asked.on));
            Some(say!(words, "held-unknown", who, on))
        }
        State::NotApplicable(na) => Some(match &na.approved {
            Some(approval) => {
                let (reason, by) = (&na.reason, &approval.by);
                say!(words, "held-not-applicable", reason, by)
            }
            None => say!(words, "held-not-approved", reason = &na.reason),
        }),
    }
}

/// An answer in words.
pub(super) fn answer(words: &Words, form: &Form, value: &Value) -> String {
    match (form, value) {
        (Form::Single(kind), value) => single(words, kind, value),
        (Form::Parts(parts), Value::Parts(values)) => {
            let answered = parts.iter().filter_map(|part| {
                let value = values.get(&part.id)?;
                Some(format!(
                    "{}: {}",
                    part.text,
                    single(words, &part.kind, value)
                ))
            });
            answered.collect::<Vec<_>>().join("; ")
        }
        (Form::Parts(_), _) => String::new(),
    }
}

/// One answer, or the answer to one part, in words.
pub(super) fn single(words: &Words, kind: &AnswerKind, value: &Value) -> String {
    match (kind, value) {
        (AnswerKind::Choice(options), Value::Choice(id)) => option(options, id),
        (AnswerKind::Several(_), Value::Several(ids)) if ids.is_empty() => {
            say!(words, "answer-none-of-them")
        }
        (AnswerKind::Several(options), Value::Several(ids)) => {
            let texts: Vec<String> = ids.iter().map(|id| option(options, id)).collect();
            texts.join("; ")
        }
        (_, Value::YesNo(true)) => say!(words, "yes"),
        (_, Value::YesNo(false)) => say!(words, "no"),
        (_, Value::Duration(Duration::Unlimited)) => say!(words, "length-unlimited"),
        (_, Value::Duration(Duration::Finite { amount, unit })) => quantity(words, *amount, *unit),
        (_, Value::Count(count)) => count.to_string(),
        (_, Value::Percent(percent)) => quantity(words, *percent, Unit::Percent),
        (_, Value::Date(day)) => words.date(*day),
        (_, Value::Period(period)) => {
            let (from, to) = (words.date(period.from), words.date(period.to));
            say!(words, "period", from, to)
        }
        (_, Value::List(items)) => items.join("; "),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Choice(_) | Value::Several(_) | Value::Parts(_)) => String::new(),
    }
}

fn option(options: &[Choice], id: &OptionId) -> String {
    let found = options.iter().find(|option| option.id == *id);
    found.map_or_else(|| id.to_string(), |option| option.text.clone())
}

/// A number with its unit, as short as it is typed.
pub(super) fn quantity(words: &Words, amount: f64, unit: Unit) -> String {
    let count = if amount == 1.0 { 1 } else { 2 };
    let amount = words.decimal(&amount.to_string());
    match unit {
        Unit::Seconds => say!(words, "short-seconds", amount),
        Unit::Minutes => say!(words, "short-minutes", amount),
        Unit::Hours => say!(words, "short-hours", amount),
        Unit::Days => say!(words, "short-days", amount, count),
        Unit::Months => say!(words, "length-months", amount, count),
        Unit::Years => say!(words, "length-years", amount, count),
        Unit::Count => amount,
        Unit::Percent => say!(words, "percent", percent = amount),
    }
}

/// A kind of evidence in plain words.
pub(super) fn kind(words: &Words, kind: EvidenceKind) -> String {
    match kind {
        EvidenceKind::Verified => say!(words, "rung-verified"),
        EvidenceKind::Soc2T2 => say!(words, "rung-type-2"),
        EvidenceKind::ConfigExport => say!(words, "rung-config-export"),
        EvidenceKind::Soc2T1 => say!(words, "rung-type-1"),
        EvidenceKind::Iso27001 => say!(words, "rung-iso"),
        EvidenceKind::Policy => say!(words, "rung-policy"),
        EvidenceKind::Assertion => say!(words, "rung-assertion"),
    }
}

/// A mark for where a question stands, and the word for those who do not see it.
pub(super) fn mark(words: &Words, standing: Standing) -> String {
    match standing {
        Standing::Open => say!(words, "mark-open"),
        Standing::Partly => say!(words, "mark-partly"),
        Standing::Unknown => say!(words, "mark-unknown"),
        Standing::NotApplicable => say!(words, "mark-not-applicable"),
        Standing::Answered => say!(words, "mark-answered"),
    }
}

/// What is assessed, and how deep.
pub(super) fn title(words: &Words, (vendor, product): (&str, &str), depth: Depth) -> String {
    match depth {
        Depth::Quick => say!(words, "title-quick", vendor, product),
        Depth::Standard => say!(words, "title-standard", vendor, product),
        Depth::Full => say!(words, "title-full", vendor, product),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    #[test]
    fn german_counts_choose_their_form() {
        let german = Words::of(Language::German);
        let opened = |count: usize| say!(german, "told-opened", count);
        assert_eq!(opened(1), "deshalb kommt 1 Frage hinzu");
        assert_eq!(opened(2), "deshalb kommen 2 Fragen hinzu");
        let closed = |count: usize| say!(german, "told-closed", count);
        assert!(closed(1).starts_with("deshalb entfällt 1 Frage;"));
        assert!(closed(3).starts_with("deshalb entfallen 3 Fragen;"));
        let read = |count: usize| say!(german, "file-read", family = "log", format = "x", count);
        assert_eq!(read(1), "gelesen als log (x), 1 Tatsache");
        assert_eq!(read(0), "gelesen als log (x), 0 Tatsachen");
        let open = |open: usize| say!(german, "document-go-on", what = "D1", open);
        assert_eq!(open(1), "weiter mit D1 (nicht bestätigt, 1 Feld offen)");
        assert_eq!(open(9), "weiter mit D1 (nicht bestätigt, 9 Felder offen)");
        let questions = |count: usize| say!(german, "end-counts", count, counts = "1 offen");
        assert_eq!(questions(1), "1 Frage: 1 offen.");
        assert_eq!(questions(7), "7 Fragen: 1 offen.");
    }

    #[test]
    fn quantities_are_written_as_they_are_typed() {
        let told = |language, amount, unit| quantity(Words::of(language), amount, unit);
        for (amount, unit, english, german) in [
            (15.0, Unit::Minutes, "15 min", "15 min"),
            (1.5, Unit::Hours, "1.5 h", "1,5 h"),
            (1.0, Unit::Days, "1 d", "1 Tag"),
            (90.0, Unit::Days, "90 d", "90 Tage"),
            (12.0, Unit::Months, "12 months", "12 Monate"),
            (1.0, Unit::Years, "1 year", "1 Jahr"),
            (12.5, Unit::Percent, "12.5 %", "12,5 %"),
            (3.0, Unit::Count, "3", "3"),
        ] {
            assert_eq!(told(Language::English, amount, unit), english);
            assert_eq!(told(Language::German, amount, unit), german);
        }
    }
}
