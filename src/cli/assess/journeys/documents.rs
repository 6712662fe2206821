//! Sittings in which assurance documents are recorded, confirmed and left.

use super::{Sitting, answered_by, empty};
use crate::assessment::answer::Value;
use crate::assessment::document::{Document, Recorded};
use crate::built_in;
use crate::checks::documents::settle::settled;
use crate::cli::terminal::script::Key::{self, Pick, Say, Tick, Type};
use crate::interview::{Author, Interview};
use crate::pack::question::Depth;

/// Runs a sitting over the section on SOC 2 of the built-in pack.
fn sit(depth: Depth, keys: &[&[Key]]) -> Sitting {
    let pack = built_in::pack();
    let author = Author {
        name: Some("Ada".into()),
        on: "2026-06-01".parse().expect("a date"),
    };
    let mut assessment = empty(&pack);
    assessment.depth = depth;
    let mut interview = Interview::settled_by(settled, &pack, assessment, author);
    let section = "soc2".into();
    interview.limit_to(&section).expect("the section is asked");
    answered_by(interview, &keys.concat())
}

const BEGIN: &[Key] = &[
    Pick("record: SOC 2 Type II"),
    Type(""),
    Type("The report of 2025"),
    Pick("The vendor's own"),
    Type("2025-01-01 to 2025-12-31"),
];
const SHORT: &[Key] = &[
    Type("2026-03-13"),
    Pick("Signed"),
    Pick("Unmodified"),
    Tick(&["Security", "Availability"]),
    Type("Sign-in"),
    Say(true),
    Pick("The complete report"),
    Type("Pellworth & Dray LLP"),
    Say(false),
];

fn only_document(sitting: &Sitting) -> &Document {
    let last = sitting.saved.last().expect("something was saved");
    assert_eq!(last.documents.len(), 1);
    &last.documents[0]
}

#[test]
fn a_confirmed_report_answers_the_questions_about_it() {
    let keys = [BEGIN, SHORT, &[Say(true), Pick("no, go on")]];
    let sitting = sit(Depth::Quick, &keys);
    let document = only_document(&sitting);
    let confirmed = document.confirmed.as_ref().expect("it is confirmed");
    assert_eq!(confirmed.by, "Ada");
    assert!(sitting.script.saw("D1 is confirmed by Ada"));
    // What it answers is not asked: the sitting goes on with what it does not.
    assert!(!sitting.script.saw("Q.asr.03  "));
    assert!(!sitting.script.saw("Q.asr.05  "));
    assert!(sitting.script.saw("Q.asr.14  "));
}

#[test]
fn what_nobody_has_confirmed_answers_nothing() {
    let keys = [BEGIN, SHORT, &[Say(false), Pick("no, go on")]];
    let sitting = sit(Depth::Quick, &keys);
    assert_eq!(only_document(&sitting).confirmed, None);
    assert!(sitting.script.saw("D1 is kept and does not count"));
    assert!(sitting.script.saw("Q.asr.03  "));
}

#[test]
fn a_sitting_cut_off_within_a_document_keeps_every_field_and_goes_on_behind_it() {
    let sitting = sit(Depth::Quick, &[BEGIN, &[Key::Interrupt]]);
    assert!(sitting.end.is_err());
    let document = only_document(&sitting);
    assert_eq!(document.says.len(), 2);
    assert!(document.says.contains_key("period"));
}

#[test]
fn a_field_that_is_back_is_asked_again_and_a_day_to_come_is_refused() {
    let keys = [
        BEGIN,
        &[
            Type(":b"),
            Type("2025-04-01 to 2025-12-31"),
            Type("2026-06-02"),
        ],
    ];
    let sitting = sit(Depth::Quick, &keys);
    assert!(sitting.script.saw("`2026-06-02` lies in the future"));
    let document = only_document(&sitting);
    let period = document.value("period");
    assert!(
        matches!(period, Some(Value::Period(period)) if period.from.to_string() == "2025-04-01")
    );
    assert!(!document.says.contains_key("report-date"));
}

#[test]
fn the_rest_is_asked_at_greater_depth_and_only_where_the_answers_call_for_it() {
    let asked = |depth, exceptions| {
        let mut short = SHORT.to_vec();
        short.pop();
        short.push(Say(exceptions));
        sit(depth, &[BEGIN, &short])
    };
    let quick = asked(Depth::Quick, false);
    assert!(!quick.script.saw("emphasise"));
    assert!(!quick.script.saw("The exceptions, one row each"));
    let standard = asked(Depth::Standard, false);
    assert!(standard.script.saw("emphasise"));
    assert!(
        asked(Depth::Quick, true)
            .script
            .saw("The exceptions, one row each")
    );
}

#[test]
fn rows_are_added_changed_and_removed() {
    let mut short = SHORT.to_vec();
    short.pop();
    short.push(Say(true));
    let row: &[Key] = &[
        Type("CC6.2"),
        Type("CC6.2-03"),
        Pick("Offboarding"),
        Type("25"),
        Type("2"),
        Type("a job was added"),
        Type(""),
        Type(":s"),
    ];
    let keys = [
        BEGIN,
        &short,
        &[Pick("add a row")],
        row,
        &[Pick("add another row")],
        row,
        &[Pick("remove: CC6.2"), Pick("no more"), Say(true)],
    ];
    let sitting = sit(Depth::Quick, &keys);
    let document = only_document(&sitting);
    let Some(Recorded::Rows(rows)) = document.says.get("exceptions") else {
        panic!("there are rows");
    };
    assert_eq!(rows.len(), 1);
    assert_eq!(
        rows[0].get("topic"),
        Some(&Value::Text("offboarding".into()))
    );
    assert_eq!(rows[0].get("count"), Some(&Value::Count(2)));
    assert!(document.is_confirmed());
}

#[test]
fn a_document_that_is_changed_has_to_be_confirmed_again() {
    let keys = [
        BEGIN,
        SHORT,
        &[Say(true), Pick("go on with D1"), Pick("Those of another")],
    ];
    let sitting = sit(Depth::Quick, &keys);
    assert_eq!(only_document(&sitting).confirmed, None);
}

#[test]
fn a_document_is_removed_on_purpose() {
    let keys = [BEGIN, SHORT, &[Say(true), Pick("remove D1"), Say(true)]];
    let sitting = sit(Depth::Quick, &keys);
    let last = sitting.saved.last().expect("something was saved");
    assert!(last.documents.is_empty());
}
