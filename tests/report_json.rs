//! The JSON forms and their published schemas.

mod fixture;
mod schema;

use fixture::{Picks, empty, filled};
use idp_assay::assessment::Assessment;
use idp_assay::built_in;
use idp_assay::pack::Pack;
use idp_assay::recommend::advise;
use idp_assay::render::json;
use idp_assay::report::{Audience, Frame, Report};
use idp_assay::score::score_assessment;
use serde_json::Value;

fn assessments(pack: &Pack) -> Vec<Assessment> {
    let picks = [Picks::Best, Picks::Worst, Picks::Mixed];
    let mut assessments: Vec<Assessment> = picks.iter().map(|&picks| filled(pack, picks)).collect();
    assessments.push(empty(pack));
    assessments
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn score_of(pack: &Pack, assessment: &Assessment) -> Value {
    parsed(&json::score(
        pack,
        assessment,
        &score_assessment(pack, assessment),
    ))
}

fn report_of(pack: &Pack, assessment: &Assessment, audience: Audience) -> Value {
    let report = Report::new(pack, assessment, &Frame::unsigned(audience));
    parsed(&json::report(pack, assessment, &report))
}

#[test]
fn every_score_follows_its_schema() {
    let pack = built_in::pack();
    let schema = schema::read("score");
    for assessment in assessments(&pack) {
        schema::check(&schema, &score_of(&pack, &assessment));
    }
}

#[test]
fn every_recommendation_follows_its_schema() {
    let pack = built_in::pack();
    let schema = schema::read("recommendation");
    for assessment in assessments(&pack) {
        let advised = advise(&pack, &assessment, &score_assessment(&pack, &assessment));
        schema::check(
            &schema,
            &parsed(&json::recommendation(&pack, &assessment, &advised)),
        );
    }
}

#[test]
#[should_panic(expected = "band")]
fn a_score_of_another_shape_is_found() {
    let pack = built_in::pack();
    let mut score = score_of(&pack, &empty(&pack));
    score["band"] = Value::from("Critical");
    schema::check(&schema::read("score"), &score);
}

#[test]
fn drivers_and_the_irreducible_part_sum_to_the_point() {
    let pack = built_in::pack();
    let score = score_of(&pack, &filled(&pack, Picks::Mixed));
    let number = |value: &Value| value.as_f64().expect("a number");
    let drivers = score["drivers"].as_array().expect("a list");
    let sum: f64 = drivers.iter().map(|driver| number(&driver["points"])).sum();
    let point = number(&score["residual"]["point"]);
    assert!((sum + number(&score["irreducible"]) - point).abs() < 1e-9);
}

#[test]
fn the_same_assessment_gives_the_same_bytes() {
    let pack = built_in::pack();
    let assessment = filled(&pack, Picks::Mixed);
    let text = || json::score(&pack, &assessment, &score_assessment(&pack, &assessment));
    assert_eq!(text(), text());
}

/// The schemas of a schema, and of what its parts refer to.
fn parts(schema: &Value) -> Vec<(&String, &Value)> {
    let properties = schema["properties"].as_object().into_iter().flatten();
    let own: Vec<(&String, &Value)> = properties.collect();
    let children = match schema {
        Value::Object(map) => map.values().collect(),
        Value::Array(items) => items.iter().collect(),
        _ => vec![],
    };
    own.into_iter()
        .chain(children.into_iter().flat_map(parts))
        .collect()
}

#[test]
fn every_schema_is_one_and_describes_each_property() {
    for name in schema::SCHEMAS {
        let schema = schema::read(name);
        jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    for name in ["score", "recommendation", "report"] {
        let schema = schema::read(name);
        assert_eq!(schema["properties"]["schema"]["const"], 1);
        assert!(schema["title"].is_string() && schema["$id"].is_string());
        for (key, part) in parts(&schema) {
            let text = part["description"].as_str().unwrap_or_default();
            assert!(
                text.ends_with('.'),
                "{name}: `{key}` is not described: {part}"
            );
        }
    }
}

#[test]
fn every_report_follows_its_schema() {
    let pack = built_in::pack();
    let schema = schema::read("report");
    for assessment in assessments(&pack) {
        for audience in [Audience::Committee, Audience::Architect, Audience::Analyst] {
            schema::check(&schema, &report_of(&pack, &assessment, audience));
        }
    }
}
