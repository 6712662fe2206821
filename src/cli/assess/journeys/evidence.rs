//! Sittings in which evidence is recorded, linked and removed.

use super::{answered_at, begin, empty};
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

#[test]
fn a_file_that_is_known_is_read_and_held_against_the_answer_at_once() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("token.json");
    // Issued at 1 767 225 600, ends a day later; nobody signed it.
    let token =
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzdmMiLCJpYXQiOjE3NjcyMjU2MDAsImV4cCI6MTc2NzMxMjAwMH0.";
    let answer = format!("{{\"access_token\": \"{token}\", \"token_type\": \"Bearer\"}}");
    std::fs::write(&path, answer).expect("the file can be written");
    let typed = path.to_string_lossy().into_owned();
    let keys = [
        Type("15 min"),
        Type(":e"),
        Pick("we tested"),
        Type(Box::leak(typed.into_boxed_str())),
    ];
    let pack = crate::built_in::pack();
    let author = Author {
        name: None,
        on: "2026-02-01".parse().expect("a date"),
    };
    let mut interview = Interview::new(&pack, empty(&pack), author);
    let target = Target::Question("Q.tok.01".into());
    interview.jump(&target).expect("the question is asked");
    let sitting = answered_at(interview, &keys, &folder.path().join("a.yaml"));
    assert!(sitting.script.saw("read as token (token-response)"));
    assert!(
        sitting
            .script
            .saw("refuted: said 15 min, the file shows 24 h")
    );
    let record = &sitting.saved.last().expect("it was saved").evidence[0];
    assert!(record.read.is_some() && record.copy.is_some());
}
