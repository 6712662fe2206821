//! Sittings in which evidence is recorded, linked and removed.

use super::{Sitting, answered_at, begin, empty};
use crate::assessment::evidence::Supports;
use crate::cli::terminal::script::Key::{self, Pick, Say, Type};

use crate::interview::{Author, Interview, Target};
use crate::pack::model::EvidenceKind;

#[test]
fn a_soc_2_report_is_asked_for_its_period_sample_and_opinion() {
    let keys = [
        Type(":e"),
        Pick("SOC 2 Type II"),
        Pick("the vendor"),
        Type("2026-01-20"),
        Type("2025-01-01 to 2026-02-28"),
        Type("40"),
        Type("2"),
        Say(true),
        Type("CC6.1-04"),
        Pick("directly"),
        Type("SOC 2 report 2025"),
        Type("pack.yaml"),
        Type("all"),
        Type("2025-01-01 to 2025-12-31"),
        Type("Q.tok.01"),
        Type("2025-01-01 to 2025-12-31"),
    ];
    let sitting = begin("Q.tok.01", &keys);
    assert!(
        sitting
            .script
            .saw("one tested control cannot speak for every question")
    );
    assert!(
        sitting
            .script
            .saw("the period ends after the day of the report")
    );
    let record = &sitting.saved.last().expect("it was saved").evidence[0];
    assert_eq!(record.kind, EvidenceKind::Soc2T2);
    assert_eq!(
        (record.sample, record.exceptions, record.qualified),
        (Some(40), 2, true)
    );
    assert_eq!(record.tested_control.as_deref(), Some("CC6.1-04"));
    assert_eq!(
        record.supports,
        Supports::Questions(vec!["Q.tok.01".into()])
    );
    assert_eq!(
        record.file.as_ref().map(|file| file.path.as_str()),
        Some("pack.yaml")
    );
}

#[test]
fn only_our_own_test_or_export_may_be_of_today_unsaid() {
    let offers_today = |keys: &[Key]| {
        let keys = [&[Type(":e")], keys].concat();
        begin("Q.tok.01", &keys).script.saw("Enter for today")
    };
    assert!(offers_today(&[Pick("we tested"), Type("")]));
    assert!(offers_today(&[
        Pick("export"),
        Pick("we took it"),
        Type("")
    ]));
    assert!(!offers_today(&[
        Pick("export"),
        Pick("the vendor"),
        Type("")
    ]));
    assert!(!offers_today(&[Pick("policy"), Pick("we took it")]));
}

#[test]
fn the_date_of_a_certificate_has_to_be_typed() {
    let keys = [
        Type(":e"),
        Pick("ISO/IEC 27001"),
        Pick("the vendor"),
        Type(""),
    ];
    let sitting = begin("Q.tok.01", &keys);
    assert!(
        sitting
            .script
            .saw("nothing is typed; write the day, or `:b` to go back")
    );
    assert!(!sitting.script.saw("Enter for today"));
}

#[test]
fn a_record_is_linked_to_a_second_question_detached_and_removed_on_purpose() {
    let keys = [
        Type(":e"),
        Pick("policy"),
        Pick("the vendor"),
        Type("2025-11-30"),
        Pick("as the model"),
        Type("token policy"),
        Type(""),
        Type(""),
        Type(":s"),
        Type(":e"),
        Pick("link E1"),
        Type(":e"),
        Pick("detach E1"),
        Type(":j Q.tok.01"),
        Type(":e"),
        Pick("remove E1"),
        Say(false),
        Type(":e"),
        Pick("remove E1"),
        Say(true),
    ];
    let sitting = begin("Q.tok.01", &keys);
    let supports = |at: usize| sitting.saved[at].evidence[0].supports.clone();
    let questions = |ids: &[&str]| Supports::Questions(ids.iter().map(|&id| id.into()).collect());
    assert_eq!(supports(0), questions(&["Q.tok.01"]));
    assert_eq!(supports(1), questions(&["Q.tok.01", "Q.tok.02"]));
    assert_eq!(supports(2), questions(&["Q.tok.01"]));
    assert_eq!(sitting.saved.len(), 4);
    assert!(sitting.saved[3].evidence.is_empty());
}

/// A sitting at the question of token lifetimes, with the built-in questionnaire and a file beside it; each
/// `FILE` that is typed is its path.
fn with_file(text: &str, keys: &[Key]) -> Sitting {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("token.json");
    std::fs::write(&path, text).expect("the file can be written");
    let typed: &'static str = Box::leak(path.to_string_lossy().into_owned().into_boxed_str());
    let keys: Vec<Key> = keys
        .iter()
        .map(|key| match key {
            Type("FILE") => Type(typed),
            key => key.clone(),
        })
        .collect();
    let pack = crate::built_in::pack();
    let author = Author {
        name: None,
        on: "2026-02-01".parse().expect("a date"),
    };
    let mut interview = Interview::new(&pack, empty(&pack), author);
    let target = Target::Question("Q.tok.01".into());
    interview.jump(&target).expect("the question is asked");
    answered_at(interview, &keys, &folder.path().join("a.yaml"))
}

/// Issued at 1 767 225 600, ends a day later; nobody signed it.
const TOKEN: &str = r#"{"access_token": "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzdmMiLCJpYXQiOjE3NjcyMjU2MDAsImV4cCI6MTc2NzMxMjAwMH0.",
    "token_type": "Bearer"}"#;

#[test]
fn a_file_that_is_known_is_read_and_held_against_the_answer_at_once() {
    let keys = [Type("15 min"), Type(":e"), Pick("we tested"), Type("FILE")];
    let sitting = with_file(TOKEN, &keys);
    assert!(sitting.script.saw("read as token (token-response)"));
    assert!(
        sitting
            .script
            .saw("refuted: said 15 min, the file shows 24 h")
    );
    let record = &sitting.saved.last().expect("it was saved").evidence[0];
    assert!(record.read.is_some() && record.copy.is_some());
}

#[test]
fn a_file_counts_once_and_can_be_removed() {
    let again = [
        Type(":e"),
        Pick("record new"),
        Pick("we tested"),
        Type("FILE"),
    ];
    let remove = [Type(":e"), Pick("remove E1"), Say(true)];
    let first = [Type(":e"), Pick("we tested"), Type("FILE")];
    let keys = [first.as_slice(), &again, &remove].concat();
    let sitting = with_file(TOKEN, &keys);
    assert!(sitting.script.saw("the file is recorded already, as E1"));
    let counts: Vec<usize> = sitting
        .saved
        .iter()
        .map(|saved| saved.evidence.len())
        .collect();
    assert_eq!(counts, [1, 0]);
}

#[test]
fn a_file_of_a_day_to_come_is_not_taken() {
    let report = r#"{"Content": "user,arn,user_creation_time\n<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00Z\n",
        "ReportFormat": "text/csv", "GeneratedTime": "2026-02-02T00:00:00Z"}"#;
    let keys = [Type(":e"), Pick("we tested"), Type("FILE")];
    let sitting = with_file(report, &keys);
    assert!(sitting.script.saw("`2026-02-02` lies in the future"));
    assert!(sitting.script.saw("nothing was recorded"));
    assert!(sitting.saved.is_empty());
}
