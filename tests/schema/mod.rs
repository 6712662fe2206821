//! Checks a JSON value against the part of JSON Schema that the published schemas use.

use serde_json::{Map, Value};

/// A published schema, by the name of its file.
pub fn read(name: &str) -> Value {
    let path = format!("{}/docs/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a published schema");
    serde_json::from_str(&text).expect("a schema is JSON")
}

/// Panics with the place of the first thing that does not follow the schema.
pub fn check(schema: &Value, value: &Value) {
    let root = Root { schema };
    root.check(schema, value, "");
}

struct Root<'s> {
    schema: &'s Value,
}

impl Root<'_> {
    fn check(&self, schema: &Value, value: &Value, place: &str) {
        let rules = schema.as_object().expect("a schema is an object");
        for (rule, expected) in rules {
            match rule.as_str() {
                "$ref" => self.refer(expected, value, place),
                "const" => assert_eq!(value, expected, "{place}"),
                "enum" => assert!(list(expected).contains(value), "{place}: {value}"),
                "type" => assert!(has_type(value, expected), "{place}: {value}"),
                "minimum" => assert!(number(value) >= number(expected), "{place}: {value}"),
                "maximum" => assert!(number(value) <= number(expected), "{place}: {value}"),
                "minItems" => assert!(items(value) >= number(expected), "{place}"),
                "maxItems" => assert!(items(value) <= number(expected), "{place}"),
                "required" => required(value, expected, place),
                "additionalProperties" if expected.is_object() => {
                    self.others(rules, expected, value, place);
                }
                "additionalProperties" => self.known_only(rules, value, place),
                "propertyNames" => self.names(expected, value, place),
                "oneOf" => self.one_of(expected, value, place),
                "minLength" => assert!(value.as_str() != Some(""), "{place}: no text"),
                "pattern" => assert!(is_sha256(value, expected), "{place}: {value}"),
                "properties" => self.properties(expected, value, place),
                "items" => self.items(expected, value, place),
                "$schema" | "$id" | "$defs" | "title" | "description" | "default" => {}
                "format" => assert_eq!(expected, "date", "{place}: a format that is not checked"),
                other => panic!("{place}: `{other}` is not checked here"),
            }
        }
    }

    fn names(&self, schema: &Value, value: &Value, place: &str) {
        let map = value.as_object().expect("names are those of a map");
        for name in map.keys() {
            self.check(schema, &Value::from(name.as_str()), place);
        }
    }

    /// Follows a reference to a definition of this schema or to another published one.
    fn refer(&self, reference: &Value, value: &Value, place: &str) {
        let reference = reference.as_str().expect("a reference is a text");
        match reference.strip_prefix("#/$defs/") {
            Some(name) => self.check(&self.schema["$defs"][name], value, place),
            None => {
                let name = reference.strip_suffix(".schema.json");
                check(&read(name.expect("the file of a schema")), value);
            }
        }
    }

    /// Values of keys that `properties` does not name.
    fn others(&self, rules: &Map<String, Value>, schema: &Value, value: &Value, place: &str) {
        for (key, value) in value.as_object().into_iter().flatten() {
            if rules
                .get("properties")
                .and_then(|known| known.get(key))
                .is_none()
            {
                self.check(schema, value, &format!("{place}/{key}"));
            }
        }
    }

    /// Alternatives that a value's own type tells apart.
    fn one_of(&self, schemas: &Value, value: &Value, place: &str) {
        let fits = |schema: &&Value| match schema.get("const") {
            Some(constant) => constant == value,
            None => has_type(value, &schema["type"]),
        };
        let mut fitting = list(schemas).iter().filter(fits);
        let schema = fitting.next().unwrap_or_else(|| panic!("{place}: {value}"));
        self.check(schema, value, place);
    }

    fn known_only(&self, rules: &Map<String, Value>, value: &Value, place: &str) {
        let known = rules["properties"].as_object().expect("properties");
        for key in value.as_object().into_iter().flat_map(Map::keys) {
            assert!(
                known.contains_key(key),
                "{place}/{key} is not in the schema"
            );
        }
    }

    fn properties(&self, properties: &Value, value: &Value, place: &str) {
        for (key, schema) in properties.as_object().expect("properties") {
            if let Some(value) = value.get(key) {
                self.check(schema, value, &format!("{place}/{key}"));
            }
        }
    }

    fn items(&self, schema: &Value, value: &Value, place: &str) {
        for (at, item) in value.as_array().into_iter().flatten().enumerate() {
            self.check(schema, item, &format!("{place}/{at}"));
        }
    }
}

fn required(value: &Value, keys: &Value, place: &str) {
    for key in list(keys) {
        let key = key.as_str().expect("a key");
        let there = value.is_null() || value.get(key).is_some();
        assert!(there, "{place}/{key} is missing");
    }
}

fn has_type(value: &Value, types: &Value) -> bool {
    let is = |name: &Value| match name.as_str().expect("the name of a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("`{other}` is no type"),
    };
    match types {
        Value::Array(names) => names.iter().any(is),
        name => is(name),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn items(value: &Value) -> f64 {
    list(value).len() as f64
}

/// The only pattern the published schemas have.
fn is_sha256(value: &Value, pattern: &Value) -> bool {
    assert_eq!(pattern, "^[0-9a-f]{64}$", "a pattern that is not checked");
    let digits = value.as_str().unwrap_or("");
    digits.len() == 64
        && digits
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
