//! Every statement of the five texts reaches a question, a rule, a part of the report, or stands
//! among those that are deliberately only context.

use std::collections::{BTreeMap, BTreeSet};

use idp_assay::built_in;
use idp_assay::pack::Pack;
use idp_assay::pack::id::QuestionId;
use idp_assay::recommend::criteria::CRITERIA;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trace {
    claims: BTreeMap<String, Claim>,
    context_only: BTreeSet<String>,
    rules: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    #[serde(default)]
    asked: Vec<String>,
    #[serde(default)]
    served: Vec<String>,
}

/// How many statements each text makes.
const STATEMENTS: [(char, usize); 5] = [('0', 56), ('1', 63), ('2', 54), ('3', 83), ('4', 64)];

fn trace() -> Trace {
    let text = include_str!("traceability/claims.yaml");
    serde_yaml::from_str(text).expect("the trace is YAML")
}

fn claims_of_pack(pack: &Pack) -> BTreeMap<&str, Vec<&str>> {
    let mut claims: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for question in pack.questions() {
        for claim in &question.claims {
            claims
                .entry(claim.as_str())
                .or_default()
                .push(question.id.as_str());
        }
    }
    claims
}

#[test]
fn every_statement_is_traced_once() {
    let trace = trace();
    let statements = STATEMENTS
        .iter()
        .flat_map(|&(text, count)| (1..=count).map(move |number| format!("S{text}-{number:02}")));
    for id in statements {
        let traced = trace.claims.contains_key(&id);
        let context = trace.context_only.contains(&id);
        assert!(
            traced != context,
            "{id} must stand in exactly one of the two lists"
        );
    }
    let count: usize = STATEMENTS.iter().map(|(_, count)| count).sum();
    assert_eq!(trace.claims.len() + trace.context_only.len(), count);
}

#[test]
fn every_statement_that_names_a_question_reaches_it() {
    let pack = built_in::pack();
    let claims = claims_of_pack(&pack);
    for (id, claim) in trace().claims {
        for question in &claim.asked {
            let reached = claims
                .get(id.as_str())
                .is_some_and(|ids| ids.contains(&question.as_str()));
            let context = question.starts_with("Q.ctx.");
            let exists = pack.question(&QuestionId::new(question.as_str())).is_some();
            assert!(
                reached || (context && exists),
                "{id} does not reach {question}"
            );
        }
    }
}

#[test]
fn every_statement_without_a_question_is_served_somewhere() {
    for (id, claim) in trace().claims {
        assert!(
            !claim.asked.is_empty() || !claim.served.is_empty(),
            "{id} reaches nothing"
        );
    }
}

#[test]
fn what_serves_a_statement_exists() {
    let pack = built_in::pack();
    let trace = trace();
    for (id, claim) in &trace.claims {
        for served in &claim.served {
            assert!(
                exists(&pack, &trace, served),
                "{id} is served by `{served}`, which is not there"
            );
        }
    }
}

fn exists(pack: &Pack, trace: &Trace, served: &str) -> bool {
    let (kind, name) = served.split_once(':').expect("a kind and a name");
    match kind {
        "rule" => trace.rules.contains_key(name),
        "criterion" => CRITERIA.iter().any(|criterion| criterion.id == name),
        "case" => idp_assay::recommend::edge::EdgeCase::ALL
            .iter()
            .any(|case| case.id() == name),
        "model" => pack.model.sources.contains_key(name),
        "catalogue" => pack.catalogue.frameworks.contains_key(name),
        "report" => {
            let root = env!("CARGO_MANIFEST_DIR");
            std::path::Path::new(&format!("{root}/templates/report/{name}.md")).exists()
        }
        _ => false,
    }
}

#[test]
fn no_question_claims_a_statement_that_is_not_there() {
    let pack = built_in::pack();
    let trace = trace();
    for (claim, questions) in claims_of_pack(&pack) {
        assert!(
            trace.claims.contains_key(claim),
            "{claim} of {questions:?} is unknown or context only"
        );
    }
}

#[test]
fn all_questions_of_the_bank_are_asked() {
    const BANK: &[(&str, u32)] = &[
        ("asr", 17),
        ("inv", 4),
        ("own", 2),
        ("prv", 2),
        ("lp", 4),
        ("jit", 4),
        ("auth", 6),
        ("fed", 3),
        ("tok", 5),
        ("rot", 4),
        ("sec", 3),
        ("off", 4),
        ("rev", 3),
        ("dor", 2),
        ("log", 9),
        ("mon", 2),
        ("rvw", 8),
        ("bg", 3),
        ("del", 3),
        ("gst", 2),
        ("tp", 4),
        ("hum", 1),
        ("reu", 2),
        ("env", 1),
        ("chg", 3),
        ("val", 3),
        ("evd", 5),
        ("gov", 3),
        ("inc", 1),
        ("ai", 1),
        ("ctx", 1),
    ];
    let pack = built_in::pack();
    let ids = BANK.iter().flat_map(|&(group, count)| {
        (1..=count).map(move |number| format!("Q.{group}.{number:02}"))
    });
    let ids: Vec<String> = ids.collect();
    assert_eq!(ids.len(), 115);
    for id in ids {
        assert!(
            pack.question(&QuestionId::new(id.as_str())).is_some(),
            "{id} is not asked"
        );
    }
}
