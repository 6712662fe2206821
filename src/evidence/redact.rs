//! Takes secrets out of whatever is stored, shown or logged.
//!
//! Two nets: values under keys, columns or parameters that hold secrets by their name (`names`), and words
//! that are secrets by their look, wherever they stand (`looks`). Ids of keys keep their last four
//! characters, because people compare them; of a signed token the header and the claims that are compared
//! stay. What was redacted once is not changed by doing it again, and a copy is still read by the family that
//! read the file.

mod beside;
mod ids;
mod json;
mod looks;
mod names;
mod packed;
mod pairs;
mod plain;
mod seen;
mod shape;
mod table;
#[cfg(test)]
mod tests;
mod token;
mod xml;

use std::borrow::Cow;

use super::fact::{Fact, FactValue};
use super::input::Input;
use super::input::content::Content;
use super::reading::Reading;

/// What stands where a secret stood.
pub const GONE: &str = "[redacted]";

/// What goes besides secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether each e-mail address becomes a mark. The same address has the same mark everywhere, so that
    /// lists of accounts can still be held against each other; whoever guesses an address can test the guess.
    pub emails: bool,
}

/// The text without what is secret in it by its look, or by a name in it.
pub fn text(text: &str) -> String {
    text_with(text, Options::default()).into_owned()
}

/// As [`text()`], and without what the options name.
fn text_with(text: &str, options: Options) -> Cow<'_, str> {
    let words = looks::words(text, options);
    let values = match pairs::values(&words) {
        Cow::Owned(values) => Cow::Owned(values),
        Cow::Borrowed(_) => words,
    };
    match options.emails {
        true => Cow::Owned(looks::without_emails(&values).into_owned()),
        false => values,
    }
}

/// The last four characters of an id, with a mark for the rest; a short one is cut altogether.
pub fn tail(id: &str) -> String {
    let count = id.chars().count();
    match count {
        0 => String::new(),
        _ if is_tail(id) => id.to_owned(),
        1..=8 => GONE.to_owned(),
        _ => {
            let end: String = id.chars().skip(count - 4).collect();
            format!("…{end}")
        }
    }
}

/// Whether an id was cut to its end before: four characters, and a number where several ended alike.
fn is_tail(id: &str) -> bool {
    let end = id
        .strip_prefix('…')
        .map(|end| end.split_once('~').unwrap_or((end, "")));
    id == GONE
        || end.is_some_and(|(end, number)| {
            end.chars().count() == 4
                && number.len() < 8
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Cuts what is secret by its look out of a fact.
pub(super) fn fact(fact: &mut Fact) {
    fact_with(fact, Options::default());
}

fn fact_with(fact: &mut Fact, options: Options) {
    let text = |text: &str| text_with(text, options).into_owned();
    if let Some(about) = &mut fact.about {
        *about = text(about);
    }
    fact.place.path = text(&fact.place.path);
    if let FactValue::Set(names) = &mut fact.value {
        *names = names.iter().map(|name| text(name.as_str())).collect();
    }
}

/// Takes out of a reading what the options name; secrets are out of it already.
pub fn reading(reading: &mut Reading, options: Options) {
    let text = |text: &str| text_with(text, options).into_owned();
    for fact in &mut reading.facts {
        fact_with(fact, options);
    }
    for anomaly in &mut reading.anomalies {
        anomaly.what = text(&anomaly.what);
        anomaly.place.path = text(&anomaly.place.path);
    }
    for why in &mut reading.partial {
        *why = text(why);
    }
}

/// The text of a file as it may be kept: nothing in it that is secret by its name or its look. None where
/// that cannot be told: what is no text of a known shape is not kept.
pub fn copy(content: &Content) -> Option<String> {
    copy_with(content, Options::default())
}

/// As [`copy()`], and without what the options name.
pub fn copy_with(content: &Content, options: Options) -> Option<String> {
    let whole = content.text()?;
    match content.input().ok()? {
        Input::Json(document) => {
            let mut walk = json::Walk::new(whole, options);
            let new = walk.document(&document).unwrap_or_else(|| whole.to_owned());
            Some(walk.seen.scrub(new))
        }
        Input::Table(_) => table::copy(whole, options),
        Input::Xml(xml) => xml::copy(xml, options),
        Input::Text(lines) => Some(plain::copy(lines, options)),
    }
}
