//! What a red flag reaches when an answer raises it, and no document says more closely.

use super::effect::Reach;
use super::held::Held;
use crate::assessment::answer::Value;
use crate::checks::{Finding, Place};
use crate::pack::id::TopicId;

/// Topics that a control plane stands for.
pub(super) const CONTROL_PLANE: &[&str] = &[
    "token_ttl",
    "rotation",
    "secret_storage",
    "revocation_at_scale",
    "environment_isolation",
    "strong_auth",
    "federation_scim",
];
/// Topics that the interfaces we call stand for.
pub(super) const INTERFACES: &[&str] = &[
    "federation_scim",
    "token_ttl",
    "provisioning",
    "third_party_nhi",
];
/// Topics that delegated administration and support tooling stand for.
pub(super) const DELEGATED: &[&str] = &["delegated_admin"];
/// Topics on which an exception reaches tenants through the vendor's staff (RF-S-14).
pub(super) const IDENTITY: &[&str] = &[
    "offboarding",
    "access_review",
    "privileged_jit",
    "rotation",
    "secret_storage",
    "logging",
    "monitoring",
];
/// Topics that hosting, keys and logs of a subservice organisation stand for.
pub(super) const SUBSERVICE: &[&str] = &[
    "environment_isolation",
    "secret_storage",
    "rotation",
    "logging",
    "log_retention_export",
    "monitoring",
];

/// The topics behind the parts of the question for each identity topic (Q.asr.15); the first
/// column is the part.
pub(super) const MATRIX: &[(&str, &[&str])] = &[
    ("machine-inventory", &["inventory"]),
    ("offboarding", &["offboarding"]),
    ("access-review", &["access_review"]),
    ("privileged-access", &["privileged_jit"]),
    ("authentication", &["strong_auth"]),
    ("signing-keys", &["secret_storage", "rotation"]),
    ("token-lifetime", &["token_ttl"]),
    ("mass-revocation", &["revocation_at_scale"]),
    ("tenant-isolation", &["environment_isolation"]),
    ("support-access", &["delegated_admin"]),
    ("logging", &["logging"]),
    ("change-control", &["change_mgmt"]),
];

/// What a finding from an answer reaches.
pub(super) fn of_answer(held: &Held, finding: &Finding) -> Reach {
    let Place::Answer { question, part } = &finding.place else {
        return Reach::All;
    };
    let part = part.as_ref().map_or("", |part| part.as_str());
    match (question.as_str(), part) {
        ("Q.asr.02", "control-plane") => Reach::topics(CONTROL_PLANE),
        ("Q.asr.02", "interfaces") => Reach::topics(INTERFACES),
        ("Q.asr.02", "delegated-admin" | "support-tools") => Reach::topics(DELEGATED),
        ("Q.asr.05", _) => criteria(held, "Q.asr.05", "criteria", &[]),
        ("Q.asr.06", _) => criteria(held, "Q.asr.06", "exceptions", IDENTITY),
        ("Q.asr.08", _) => Reach::topics(SUBSERVICE),
        ("Q.asr.12", _) => criteria(held, "Q.asr.12", "excluded", &[]),
        ("Q.asr.14" | "Q.gov.01", _) => Reach::Machines,
        ("Q.asr.15", part) => {
            let row = MATRIX.iter().find(|(known, _)| *known == part);
            row.map_or(Reach::All, |(_, topics)| Reach::topics(topics))
        }
        _ => Reach::All,
    }
}

/// The topics of the criteria and controls that stand in the lines of an answer; those given, or
/// else everything, where none does.
fn criteria(held: &Held, question: &str, part: &str, otherwise: &[&str]) -> Reach {
    let lines = match held.part(question, part) {
        Some(Value::List(lines)) => lines.as_slice(),
        _ => &[],
    };
    let words = lines
        .iter()
        .flat_map(|line| line.split([' ', ',', ';', ':']));
    let mut topics: Vec<TopicId> = words
        .flat_map(|word| {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            [held.topics_of_criterion(word), held.topics_of_control(word)].concat()
        })
        .collect();
    topics.sort();
    topics.dedup();
    match (topics.is_empty(), otherwise.is_empty()) {
        (false, _) => Reach::Topics(topics),
        (true, false) => Reach::topics(otherwise),
        (true, true) => Reach::All,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::built_in;
    use crate::pack::answer::{AnswerKind, Form};

    #[test]
    fn every_topic_is_one_of_the_built_in_catalogue() {
        let pack = built_in::pack();
        let matrix = MATRIX.iter().map(|(_, topics)| *topics);
        let lists = [CONTROL_PLANE, INTERFACES, DELEGATED, IDENTITY, SUBSERVICE];
        for topic in lists.into_iter().chain(matrix).flatten() {
            let mut known = pack.catalogue.topics.iter();
            assert!(known.any(|known| known.id.as_str() == *topic), "{topic}");
        }
    }

    #[test]
    fn the_matrix_has_the_parts_of_its_question() {
        let pack = built_in::pack();
        let question = pack.question(&"Q.asr.15".into()).expect("it is asked");
        let Form::Parts(parts) = &question.form else {
            panic!("it has parts")
        };
        let graded = parts
            .iter()
            .filter(|part| matches!(part.kind, AnswerKind::Choice(_)));
        let parts = graded.map(|part| part.id.as_str());
        assert!(parts.eq(MATRIX.iter().map(|(part, _)| *part)));
    }
}
