//! Sittings in which questions are answered, left, explained and interrupted.

use std::collections::BTreeSet;
use std::path::Path;

use super::{begin, empty, pack, sit};
use crate::assessment::Assessment;
use crate::assessment::answer::State;
use crate::assessment::answer::Value;
use crate::assessment::reader;
use crate::assessment::writer;
use crate::cli::Failure;
use crate::cli::assess::session::Session;
use crate::cli::terminal::script::Key::{Interrupt, Pick, Say, Tick, Type};
use crate::cli::terminal::script::Script;
use crate::interview::Author;
use crate::interview::Interview;
use crate::source::Source;

#[test]
fn every_kind_of_answer_is_asked_for_and_can_be_read_back() {
    let keys = [
        Say(true),
        Type("5000"),
        Type("15 min"),
        Pick("Possible"),
        Tick(&["API keys", "Certificates"]),
        Type("90 d"),
        Say(true),
        Type("by mail"),
        Type("85"),
        Say(false),
        Type("2026-01-31"),
        Type("2025-01-01 to 2025-12-31"),
        Type("one; two"),
        Type("as the report says"),
    ];
    let pack = pack();
    let sitting = sit(&pack, empty(&pack), "Q.use.01", &keys);
    assert!(sitting.end.is_ok());
    let last = sitting.saved.last().expect("it was saved");
    assert_eq!(last.answers.len(), pack.questions().count());
    let source = Source::new("saved.yaml", writer::write(last));
    assert_eq!(reader::read(&source, &pack, None).as_ref(), Ok(last));
    assert!(sitting.script.saw("saved: API keys; Certificates"));
}

#[test]
fn each_answer_and_each_part_is_saved_at_once() {
    let sitting = begin(
        "Q.use.01",
        &[Say(true), Type(":j Q.tok.04"), Type("90 d"), Say(false)],
    );
    assert_eq!(sitting.saved.len(), 3);
    let Some(Value::Parts(parts)) = sitting.value("Q.tok.04") else {
        panic!("the parts are saved");
    };
    assert_eq!(parts.len(), 2);
}

#[test]
fn a_part_can_be_left_open_cleared_and_gone_back_to() {
    let keys = [
        Say(true),
        Type(":j Q.tok.04"),
        Type("90 d"),
        Type(":s"),
        Type(":b"),
        Type(":b"),
        Type("-"),
        Say(true),
    ];
    let sitting = begin("Q.use.01", &keys);
    let Some(Value::Parts(parts)) = sitting.value("Q.tok.04") else {
        panic!("the parts are saved");
    };
    let answered: Vec<&str> = parts.keys().map(|part| part.as_str()).collect();
    assert_eq!(answered, ["alerts"]);
    assert!(sitting.script.saw("this part is open again"));
}

#[test]
fn a_part_nobody_knows_stays_open_with_a_note_and_keeps_the_others() {
    let keys = [
        Say(true),
        Type(":j Q.tok.04"),
        Type("90 d"),
        Type(":u"),
        Type("the vendor"),
        Type(""),
    ];
    let sitting = begin("Q.use.01", &keys);
    let held = &sitting.saved.last().expect("it was saved").answers["Q.tok.04"];
    assert_eq!(
        held.note.as_deref(),
        Some("`alerts` is unknown: asked the vendor on 2026-02-01")
    );
    assert!(matches!(&held.state, State::Answered(Value::Parts(parts)) if parts.len() == 1));
}

#[test]
fn enter_keeps_the_answer_and_saves_nothing() {
    let sitting = begin("Q.tok.01", &[Type("1 h"), Type(":b"), Type(""), Type(":q")]);
    assert_eq!(sitting.saved.len(), 1);
    assert!(sitting.script.saw("answered: 1 h (Ada, 2026-02-01)"));
}

#[test]
fn never_is_told_as_the_report_tells_it() {
    let sitting = begin("Q.tok.01", &[Type("never"), Type(":b")]);
    assert!(sitting.script.saw("`never` is without end"));
    assert!(sitting.script.saw("saved: without end"));
    assert!(sitting.script.saw("answered: without end (Ada"));
}

#[test]
fn nothing_typed_is_no_answer() {
    let sitting = begin("Q.tok.01", &[Type(""), Type(":s")]);
    assert!(
        sitting
            .script
            .saw("nothing is typed; `:s` skips the question")
    );
    assert!(sitting.saved.is_empty());
}

#[test]
fn none_of_several_has_to_be_said_twice() {
    let sitting = begin("Q.tok.03", &[Tick(&[]), Say(false), Tick(&[]), Say(true)]);
    assert_eq!(sitting.saved.len(), 1);
    assert_eq!(sitting.value("Q.tok.03"), Some(&Value::Several(vec![])));
}

#[test]
fn an_answer_is_replaced_by_unknown_only_on_purpose() {
    let keys = [
        Type("1 h"),
        Type(":b"),
        Type(":u"),
        Say(false),
        Type(":clear"),
        Say(true),
    ];
    let sitting = begin("Q.tok.01", &keys);
    assert_eq!(sitting.saved.len(), 2);
    assert_eq!(sitting.state("Q.tok.01"), None);
    assert!(sitting.script.saw("The answer so far: 1 h"));
}

#[test]
fn a_detail_can_be_left_without_a_trace() {
    let keys = [
        Type(":u"),
        Type(":b"),
        Type(":note"),
        Type(":b"),
        Type(":e"),
        Type(":b"),
        Type(":e"),
        Pick("policy"),
        Type(":b"),
        Type(":j"),
        Type(":b"),
    ];
    let sitting = begin("Q.tok.01", &keys);
    assert!(sitting.saved.is_empty());
    assert!(sitting.script.saw("nothing was recorded"));
}

#[test]
fn what_the_control_forbids_is_refused_before_a_reason_is_asked_for() {
    let sitting = begin("Q.tok.01", &[Type(":n")]);
    assert!(sitting.script.saw("control `K1` applies to every provider"));
    assert!(!sitting.script.saw("Why does it not apply?"));
}

#[test]
fn help_tells_why_what_where_and_how_it_is_scored() {
    let sitting = begin("Q.tok.01", &[Type(":?")]);
    for text in [
        "Why Q.tok.01 is asked.",
        "What is good at Q.tok.01.",
        "Where Q.tok.01 is found.",
        "What to attach to Q.tok.01.",
        "It feeds control K1: Tokens live briefly.",
        "It is gating",
        "knock-out",
        "15 min → 1, 1440 min → 0.5, 43200 min → 0 (from TOK-01)",
        "SOC 2 trust services criteria: CC6.1",
        "skip (:s): leave it open and go on",
    ] {
        assert!(
            sitting.script.saw(text),
            "{text}: {:?}",
            sitting.script.shown
        );
    }
}

#[test]
fn an_interruption_keeps_what_was_saved() {
    let sitting = begin("Q.tok.01", &[Type("1 h"), Interrupt]);
    assert!(matches!(sitting.end, Err(Failure::Interrupted)));
    assert!(sitting.value("Q.tok.01").is_some());
}

#[test]
fn a_save_that_failed_can_be_tried_again() {
    let pack = pack();
    let author = Author {
        name: None,
        on: "2026-02-01".parse().expect("a date"),
    };
    let mut script = Script::new([Say(true), Say(true), Say(false)]);
    let mut attempts = 0;
    let mut save = |_: &Assessment| {
        attempts += 1;
        Err(Failure::machine("cannot save", &"the disk is full"))
    };
    let end = Session {
        interview: Interview::new(&pack, empty(&pack), author),
        prompter: &mut script,
        save: &mut save,
        home: Path::new("assessment.yaml"),
        introduced: BTreeSet::new(),
        offered: BTreeSet::new(),
    }
    .run();
    assert!(matches!(end, Err(Failure::Machine { .. })));
    assert_eq!(attempts, 2);
}
