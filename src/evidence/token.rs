//! Tokens, and what servers answer about them: the lifetime that is real, whatever a setting says.
//!
//! Everything here is measured on single tokens: one that lives too long disproves, and none proves. An expired
//! token is good evidence, so the day a file speaks about is never taken from a token.

mod bare;
mod claims;
mod instant;
mod introspection;
mod jwt;
mod kind;
mod response;
mod tokens;

use self::tokens::Tokens;
use super::families::{Family, Format};
use super::input::json::{Document, Json};

/// Tokens.
pub const FAMILY: Family = Family {
    id: "token",
    title: "Tokens",
    formats: &[
        Format {
            id: "token-response",
            title: "Answer of a token endpoint",
            read: response::read,
        },
        Format {
            id: "introspection",
            title: "Answer to a token introspection (RFC 7662)",
            read: introspection::read,
        },
        Format {
            id: "jwt",
            title: "JSON Web Token",
            read: bare::read,
        },
    ],
};

/// The answers of a file that is made of them: the text itself, or each item of its list. Of an object, an
/// object in it may be the answer; of a log or an export with one somewhere in it, nothing is.
fn pick<'d, 'c>(document: &'d Document<'c>, is: fn(&Json) -> bool) -> Vec<&'d Json<'c>> {
    match document.roots() {
        [root] if root.is_map() => {
            let views = document.views();
            let whole = views.iter().copied().find(|view| is(view));
            let held = views.iter().flat_map(|view| view.entries());
            // An answer of one member is too little to be found inside of others.
            let inner = held
                .map(|(_, held)| held)
                .find(|held| held.entries().len() > 1 && is(held));
            whole.or(inner).into_iter().collect()
        }
        [root] if root.items().iter().all(is) => root.items().iter().collect(),
        roots if roots.iter().all(is) => roots.iter().collect(),
        _ => vec![],
    }
}

/// Tells keys that stand twice.
fn with_duplicates<'p>(mut tokens: Tokens<'p>, document: &Document) -> Tokens<'p> {
    for (key, place) in document.duplicates() {
        tokens
            .reading
            .odd(format!("key `{key}` stands twice"), place);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::fact::{Fact, FactValue};
    use crate::evidence::input::No;
    use crate::evidence::reading::Reading;
    use crate::evidence::testing::{Read, read_on};

    /// What a reader makes of a text.
    pub fn tried_with(read: Read, text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    /// The fact of a name.
    pub fn fact<'r>(reading: &'r Reading, name: &str) -> &'r Fact {
        let found = reading.facts.iter().find(|fact| fact.name == name);
        found.unwrap_or_else(|| panic!("`{name}` is said: {:?}", reading.facts))
    }

    /// The value of a fact, where it is said.
    pub fn value(reading: &Reading, name: &str) -> Option<FactValue> {
        let found = reading.facts.iter().find(|fact| fact.name == name);
        found.map(|fact| fact.value.clone())
    }

    #[test]
    fn a_call_that_a_recorder_wrapped_is_unwrapped() {
        let text = r#"{"status_code": 200, "data": {"active": false}}"#;
        let reading = tried_with(introspection::read, text).expect("it is an answer");
        assert_eq!(fact(&reading, "token-active").place.path, "/data/active");
    }

    #[test]
    fn keys_that_stand_twice_are_told() {
        let text = r#"{"active": true, "active": false}"#;
        let reading = tried_with(introspection::read, text).expect("it is an answer");
        assert!(reading.anomalies[0].what.contains("`active` stands twice"));
    }
}
