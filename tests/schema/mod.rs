//! Checks a JSON value against a published schema, by the `jsonschema` crate.

use jsonschema::{Registry, Validator};
use serde_json::Value;

/// The published schemas, by the names of their files.
pub const SCHEMAS: [&str; 5] = ["answers", "assessment", "recommendation", "report", "score"];

/// A published schema, by the name of its file.
pub fn read(name: &str) -> Value {
    let path = format!("{}/docs/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a published schema");
    serde_json::from_str(&text).expect("a schema is JSON")
}

/// Panics with every place that does not follow the schema.
pub fn check(schema: &Value, value: &Value) {
    let errors: Vec<String> = validator(schema)
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

fn validator(schema: &Value) -> Validator {
    let mut registry = Registry::new();
    for name in SCHEMAS {
        let schema = read(name);
        let id = schema["$id"]
            .as_str()
            .expect("each schema has an id")
            .to_owned();
        registry = registry.add(id, schema).expect("an id is an address");
    }
    let registry = registry.prepare().expect("the schemas are all there");
    jsonschema::options()
        .with_registry(&registry)
        .should_validate_formats(true)
        .build(schema)
        .unwrap_or_else(|error| panic!("{error}"))
}
