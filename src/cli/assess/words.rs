//! Answers, kinds of evidence and standings in words.

use crate::assessment::answer::{Duration, State, Value};
use crate::interview::Standing;
use crate::pack::answer::{AnswerKind, Choice, Form, Unit};
use crate::pack::id::OptionId;
use crate::pack::model::EvidenceKind;

/// The state of an answer in words; none when it is open.
pub(super) fn state(form: &Form, state: &State) -> Option<String> {
    match state {
        State::Open => None,
        State::Answered(value) => Some(format!("answered: {}", answer(form, value))),
        State::Unknown(asked) => Some(format!("unknown: asked {} on {}", asked.who, asked.on)),
        State::NotApplicable(na) => Some(match &na.approved {
            Some(approval) => format!("not applicable: {}; approved by {}", na.reason, approval.by),
            None => format!(
                "not applicable: {}; open until a second person approves",
                na.reason
            ),
        }),
    }
}

/// An answer in words.
pub(super) fn answer(form: &Form, value: &Value) -> String {
    match (form, value) {
        (Form::Single(kind), value) => single(kind, value),
        (Form::Parts(parts), Value::Parts(values)) => {
            let answered = parts.iter().filter_map(|part| {
                let value = values.get(&part.id)?;
                Some(format!("{}: {}", part.text, single(&part.kind, value)))
            });
            answered.collect::<Vec<_>>().join("; ")
        }
        (Form::Parts(_), _) => String::new(),
    }
}

/// One answer, or the answer to one part, in words.
pub(super) fn single(kind: &AnswerKind, value: &Value) -> String {
    match (kind, value) {
        (AnswerKind::Choice(options), Value::Choice(id)) => option(options, id),
        (AnswerKind::Several(_), Value::Several(ids)) if ids.is_empty() => "none of them".into(),
        (AnswerKind::Several(options), Value::Several(ids)) => {
            let texts: Vec<String> = ids.iter().map(|id| option(options, id)).collect();
            texts.join("; ")
        }
        (_, Value::YesNo(true)) => "yes".into(),
        (_, Value::YesNo(false)) => "no".into(),
        (_, Value::Duration(Duration::Unlimited)) => "without end".into(),
        (_, Value::Duration(duration)) => duration.to_string(),
        (_, Value::Count(count)) => count.to_string(),
        (_, Value::Percent(percent)) => format!("{percent} %"),
        (_, Value::Date(date)) => date.to_string(),
        (_, Value::Period(period)) => format!("{} to {}", period.from, period.to),
        (_, Value::List(items)) => items.join("; "),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Choice(_) | Value::Several(_) | Value::Parts(_)) => String::new(),
    }
}

fn option(options: &[Choice], id: &OptionId) -> String {
    let found = options.iter().find(|option| option.id == *id);
    found.map_or_else(|| id.to_string(), |option| option.text.clone())
}

/// A kind of evidence in plain words.
pub(super) fn kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Verified => "we tested it ourselves in our own tenant",
        EvidenceKind::Soc2T2 => "SOC 2 Type II report (operation over a period)",
        EvidenceKind::ConfigExport => "export or live demonstration of the vendor's settings",
        EvidenceKind::Soc2T1 => "SOC 2 Type I report (design on one day)",
        EvidenceKind::Iso27001 => "ISO/IEC 27001 certificate that covers the service",
        EvidenceKind::Policy => "policy or procedure document",
        EvidenceKind::Assertion => "the vendor's word: a mail, a call, a filled questionnaire",
    }
}

/// A unit as it is written behind a number.
pub(super) fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Seconds => " s",
        Unit::Minutes => " min",
        Unit::Hours => " h",
        Unit::Days => " d",
        Unit::Months => " months",
        Unit::Years => " years",
        Unit::Count => "",
        Unit::Percent => " %",
    }
}

/// A mark for where a question stands, and the word for those who do not see it.
pub(super) fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "· open",
        Standing::Partly => "◐ in part",
        Standing::Unknown => "? unknown",
        Standing::NotApplicable => "– not applicable",
        Standing::Answered => "✔ answered",
    }
}
