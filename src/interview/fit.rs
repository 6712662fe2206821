//! Whether a value is an answer to the question it is given to.
//!
//! What fits here can be written to a file and read back against the same pack.

use crate::assessment::answer::Value;
use crate::assessment::value::fits as fits_kind;
use crate::pack::answer::Form;

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
