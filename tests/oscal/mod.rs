//! Looks at an OSCAL document with NIST's schemas, and at what they do not see: its references.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::Value;

/// The schemas of the release 1.2.1.
pub struct Schemas {
    results: Validator,
    plan: Validator,
}

impl Schemas {
    pub fn read() -> Self {
        let schema = |text: &str| {
            let schema: Value = serde_json::from_str(text).expect("a schema is JSON");
            let id = schema["$id"].as_str().expect("a schema has an id");
            assert!(id.contains("/1.2.1/"), "{id}");
            let options = jsonschema::draft7::options().should_validate_formats(true);
            options.build(&schema).expect("a valid schema")
        };
        Self {
            results: schema(include_str!("oscal_assessment-results_schema.json")),
            plan: schema(include_str!("oscal_poam_schema.json")),
        }
    }

    pub fn check_results(&self, document: &Value) {
        check(&self.results, document);
    }

    pub fn check_plan(&self, document: &Value) {
        check(&self.plan, document);
    }
}

fn check(schema: &Validator, document: &Value) {
    let wrong: Vec<String> = schema
        .iter_errors(document)
        .take(5)
        .map(|error| {
            let error = format!("{}: {error}", error.instance_path());
            error.chars().take(400).collect()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Panics where a name stands twice, a reference leads nowhere, a list is empty or a moment has no zone.
pub fn refers_well(document: &Value) {
    let mut walk = Walk::default();
    walk.value(document, "");
    for (place, reference) in &walk.references {
        assert!(
            walk.names.contains(reference),
            "{place}: {reference} leads nowhere"
        );
    }
    for (place, target) in &walk.targets {
        assert!(
            walk.parts.contains(target),
            "{place}: {target} leads nowhere"
        );
    }
}

#[derive(Default)]
struct Walk {
    /// The `uuid` of every object.
    names: BTreeSet<String>,
    /// The `id` of every part of an objective and of every role.
    parts: BTreeSet<String>,
    /// Where an object is referred to by its `uuid`.
    references: Vec<(String, String)>,
    /// Where a part or role is referred to by its `id`.
    targets: Vec<(String, String)>,
}

impl Walk {
    fn value(&mut self, value: &Value, place: &str) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    let place = format!("{place}/{key}");
                    self.field(key, value, &place);
                    self.value(value, &place);
                }
            }
            Value::Array(items) => {
                assert!(!items.is_empty(), "{place}: an empty list");
                for (at, item) in items.iter().enumerate() {
                    let place = format!("{place}/{at}");
                    if let (true, Some(uuid)) = (place.contains("party-uuids"), item.as_str()) {
                        self.references.push((place.clone(), uuid.to_owned()));
                    }
                    self.value(item, &place);
                }
            }
            Value::String(text) => assert!(!text.is_empty(), "{place}: an empty text"),
            Value::Null => panic!("{place}: nothing"),
            Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn field(&mut self, key: &str, value: &Value, place: &str) {
        let Some(text) = value.as_str() else {
            return;
        };
        let text = text.to_owned();
        match key {
            "uuid" => assert!(self.names.insert(text), "{place}: {value} stands twice"),
            "id" if is_token(&text) => {
                assert!(self.parts.insert(text), "{place}: {value} stands twice")
            }
            "id" => assert!(place.contains("system-id"), "{place}: {value} is no token"),
            "target-id" | "objective-id" | "role-id" => self.targets.push((place.to_owned(), text)),
            "control-id" | "name" if !place.contains("parties") => {
                assert!(is_token(&text), "{place}: {value} is no token");
            }
            "href" => {
                if let Some(uuid) = text.strip_prefix('#') {
                    self.references.push((place.to_owned(), uuid.to_owned()));
                }
            }
            "last-modified" | "collected" | "expires" | "start" | "end" => {
                assert!(text.ends_with("T00:00:00Z"), "{place}: {value} has no zone");
            }
            key if key.ends_with("-uuid") => self.references.push((place.to_owned(), text)),
            _ => {}
        }
    }
}

/// Whether a text is a token, in the letters that we write.
fn is_token(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next();
    first.is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
}
