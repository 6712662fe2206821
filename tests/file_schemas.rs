//! The files that people write follow the schemas published for them.

mod schema;

use std::process::Command;

use serde_json::Value;

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("it is YAML")
}

#[test]
fn every_example_follows_the_schema_of_assessments() {
    let schema = schema::read("assessment");
    for vendor in ["brindlewick", "entra-public-facts", "sealwright"] {
        let path = format!(
            "{}/examples/{vendor}/assessment.yaml",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read_to_string(path).expect("the example is there");
        schema::check(&schema, &yaml(&text));
    }
}

#[test]
#[should_panic]
fn a_key_that_means_nothing_does_not_follow_it() {
    let text = "{format: 1, vendor: V, product: P, packs: [{id: idp, version: 1.0.0}], model: m, depth: full, as_of: 2026-01-01, vendr: x}";
    schema::check(&schema::read("assessment"), &yaml(text));
}

#[test]
fn the_template_of_answers_follows_its_schema() {
    let output = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(["questions", "--format", "answers", "--depth", "full"])
        .output()
        .expect("the program starts");
    let text = String::from_utf8(output.stdout).expect("it is text");
    schema::check(&schema::read("answers"), &yaml(&text));
}

#[test]
fn the_template_of_documents_follows_the_schema_of_answers() {
    let output = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(["questions", "--format", "documents"])
        .output()
        .expect("the program starts");
    let text = String::from_utf8(output.stdout).expect("it is text");
    schema::check(&schema::read("answers"), &yaml(&text));
}
