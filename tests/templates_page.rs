//! `templates/README.md` lists what a template can print, and its examples work.
//!
//! The list is written from the report and its schema; `UPDATE_DOCS=1 cargo test --test templates_page` writes it
//! anew.

mod fixture;

use std::fmt::Write;
use std::fs;
use std::sync::Arc;

use fixture::{Picks, filled};
use idp_assay::built_in;
use idp_assay::render::document::{Block, parse};
use idp_assay::render::markdown::{BUILT_IN, Templates};
use idp_assay::report::{Audience, Frame, Report};
use idp_assay::source::Source;
use serde_json::Value;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/README.md");
const SCHEMA: &str = include_str!("../docs/report.schema.json");
/// What stands before the list of variables.
const MARK: &str = "<!-- variables -->\n";
const AUDIENCES: [(Audience, &str); 3] = [
    (Audience::Committee, "committee"),
    (Audience::Architect, "architect"),
    (Audience::Analyst, "analyst"),
];

fn report(audience: Audience) -> Report {
    let pack = built_in::pack();
    Report::new(
        &pack,
        &filled(&pack, Picks::Mixed),
        &Frame::unsigned(audience),
    )
}

fn page() -> String {
    fs::read_to_string(PAGE).expect("the page is there")
}

/// Schema of the report, without what surrounds it in the JSON form.
fn schema() -> Value {
    let schema: Value = serde_json::from_str(SCHEMA).expect("a schema is JSON");
    schema["properties"]["report"].clone()
}

/// The editions that hold a part.
fn editions(part: &str) -> String {
    let holds = |audience| {
        let report = serde_json::to_value(report(audience)).expect("a report is JSON");
        !report[part].is_null()
    };
    let names: Vec<&str> = AUDIENCES
        .iter()
        .filter(|(audience, _)| holds(*audience))
        .map(|(_, name)| *name)
        .collect();
    match names.as_slice() {
        [] => "where artefacts are read: architect, analyst".to_owned(),
        names if names.len() == AUDIENCES.len() => "every edition".to_owned(),
        names => names.join(", "),
    }
}

fn variables() -> String {
    let mut list = String::new();
    let schema = schema();
    for (part, schema) in properties(&schema) {
        let _ = write!(
            list,
            "\n### `{part}`\n\n{} In: {}.\n\n| path | type | meaning |\n|---|---|---|\n",
            described(schema),
            editions(part)
        );
        row(&mut list, part, schema);
    }
    list
}

/// The properties in the order of the report, which that of `required` is.
fn properties(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let names = schema["required"].as_array().into_iter().flatten();
    let names = names.filter_map(Value::as_str);
    names.map(|name| (name, &schema["properties"][name]))
}

fn described(schema: &Value) -> &str {
    let text = schema["description"].as_str();
    text.expect("every property of the schema is described")
}

/// A row for a value, and for what is in it.
fn row(list: &mut String, path: &str, schema: &Value) {
    let inner = content(schema);
    if path.contains('.') || inner["properties"].is_null() {
        let meaning = described(schema).replace('|', "\\|");
        let _ = writeln!(list, "| `{path}` | {} | {meaning} |", type_of(schema));
    }
    let rows = if is_list(schema) { "[]" } else { "" };
    for (name, schema) in properties(inner) {
        row(list, &format!("{path}{rows}.{name}"), schema);
    }
}

/// What a list holds rows of, or a part that may be missing is.
fn content(schema: &Value) -> &Value {
    let schema = alternative(schema);
    match schema.get("items") {
        Some(items) => content(items),
        None => schema,
    }
}

fn alternative(schema: &Value) -> &Value {
    let all = schema["oneOf"].as_array();
    let found = all.and_then(|all| all.iter().find(|schema| schema["type"] != "null"));
    found.unwrap_or(schema)
}

fn is_list(schema: &Value) -> bool {
    alternative(schema).get("items").is_some()
}

fn type_of(schema: &Value) -> String {
    if let Some(words) = alternative(schema)["enum"].as_array() {
        let words = words.iter().filter_map(Value::as_str);
        let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
        return words.join(", ");
    }
    let may_be_null = schema["oneOf"]
        .as_array()
        .is_some_and(|all| all.iter().any(|schema| schema["type"] == "null"));
    let names = match &alternative(schema)["type"] {
        Value::Array(names) => names.clone(),
        name => vec![name.clone()],
    };
    let mut words: Vec<&str> = names.iter().filter_map(Value::as_str).map(word).collect();
    if may_be_null {
        words.push("null");
    }
    if is_list(schema) && content(schema)["properties"].is_null() {
        words = vec!["list of texts"];
    }
    words.join(" or ")
}

fn word(name: &str) -> &str {
    match name {
        "string" => "text",
        "array" => "list",
        "object" => "group",
        "boolean" => "yes or no",
        other => other,
    }
}

#[test]
fn the_page_lists_what_a_template_can_print() {
    let page = page();
    let (head, _) = page.split_once(MARK).expect("the mark is there");
    let wanted = format!("{head}{MARK}{}", variables());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(PAGE, &wanted).expect("the page can be written");
        return;
    }
    assert!(
        page == wanted,
        "templates/README.md is outdated; see the head of this file"
    );
}

#[test]
fn every_variable_that_a_report_has_is_described() {
    fn check(value: &Value, schema: &Value, path: &str) {
        let schema = content(schema);
        match value {
            Value::Array(rows) => rows.iter().for_each(|row| check(row, schema, path)),
            Value::Object(map) => {
                for (key, value) in map {
                    let known = &schema["properties"][key];
                    assert!(known["description"].is_string(), "{path}.{key}");
                    check(value, known, &format!("{path}.{key}"));
                }
            }
            _ => {}
        }
    }
    for (audience, _) in AUDIENCES {
        let report = serde_json::to_value(report(audience)).expect("a report is JSON");
        check(&report, &schema(), "report");
    }
}

/// The templates that the page shows behind a mark.
fn shown(mark: &str) -> Vec<String> {
    let page = page();
    let fence = format!("<!-- {mark} -->\n````markdown\n");
    let blocks = page.split(&fence).skip(1);
    let blocks = blocks.map(|rest| rest.split("````").next().unwrap_or_default().to_owned());
    blocks.collect()
}

fn with(path: &str, text: &str) -> Templates {
    let own: Arc<Source> = Source::new(path, text);
    Templates::with([(path.to_owned(), own)]).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn the_example_of_a_page_one_works() {
    let examples = shown("example");
    assert_eq!(examples.len(), 1);
    let templates = with("report/summary.md", &examples[0]);
    let text = templates
        .write(&report(Audience::Committee))
        .unwrap_or_else(|problems| panic!("{problems}"));
    assert!(text.contains("label: Our decision"));
    assert!(text.contains("## Contents"), "the other parts are built in");
    assert_eq!(templates.misdrawn(&text), None);
}

#[test]
fn the_example_of_each_figure_is_drawn() {
    let examples = shown("figure");
    for word in [
        "verdict",
        "cards",
        "key-values",
        "bars",
        "risk",
        "signatures",
        "contents",
    ] {
        let is_of = |text: &&String| text.starts_with(&format!("```{word}\n"));
        let example = examples.iter().find(is_of).expect(word);
        let templates = with("report.md", example);
        let text = templates
            .write(&report(Audience::Architect))
            .unwrap_or_else(|problems| panic!("{problems}"));
        let blocks = parse(&text).blocks;
        assert!(
            !blocks.iter().any(|block| matches!(block, Block::Code(_))),
            "{word}: {blocks:?}"
        );
    }
}

#[test]
fn the_filters_and_files_that_the_page_names_are_there() {
    let page = page();
    for (path, _) in BUILT_IN
        .iter()
        .filter(|(path, _)| !path.starts_with("report/"))
    {
        assert!(page.contains(&format!("`{path}`")), "{path}");
    }
    let line = page.split("Filters: ").nth(1).expect("a list of filters");
    let list = line.split('.').next().unwrap_or_default();
    for filter in list.split(',').map(|name| name.trim().trim_matches('`')) {
        with(
            "report.md",
            &format!("{{% if false %}}{{{{ [1] | {filter} }}}}{{% endif %}}"),
        );
    }
}
