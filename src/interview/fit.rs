//! Whether a value is an answer to the question it is given to.
//!
//! What fits here can be written to a file and read back against the same pack.

use crate::assessment::answer::{Duration, Value};
use crate::assessment::value::{MOST_COUNTED, together};
use crate::pack::answer::{AnswerKind, Choice, Form};
use crate::pack::id::OptionId;

/// Whether the value has the form, and names only options and parts that it has.
pub(super) fn fits(form: &Form, value: &Value) -> bool {
    match (form, value) {
        (Form::Single(kind), value) => fits_kind(kind, value),
        (Form::Parts(parts), Value::Parts(values)) => values.iter().all(|(id, value)| {
            let part = parts.iter().find(|part| part.id == *id);
            part.is_some_and(|part| fits_kind(&part.kind, value))
        }),
        (Form::Parts(_), _) => false,
    }
}

fn fits_kind(kind: &AnswerKind, value: &Value) -> bool {
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
