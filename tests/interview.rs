//! The interview as a state machine: every transition.

#[path = "interview/support.rs"]
mod support;

use std::collections::BTreeMap;

use idp_assay::assessment::answer::{Approval, Response, State, Value};
use idp_assay::assessment::evidence::{EvidenceRecord, Origin, Supports};
use idp_assay::assessment::live::Live;
use idp_assay::interview::{Author, Interview, Progress, Standing, Target};
use idp_assay::pack::Pack;
use idp_assay::pack::id::QuestionId;
use idp_assay::pack::model::EvidenceKind;
use idp_assay::pack::question::Depth;

use support::{any_value, author, day, empty, minutes, pack, sitting};

fn at(interview: &Interview) -> Option<String> {
    let current = interview.current();
    current.map(|question| question.id.to_string())
}

fn go_to(interview: &mut Interview, question: &str) {
    let target = Target::Question(question.into());
    interview.jump(&target).expect("the question is asked");
}

/// Answers every question asked, from the current one on.
fn answer_all(interview: &mut Interview) {
    while let Some(question) = interview.current() {
        interview
            .record(any_value(&question.form, 0))
            .expect("it fits");
        interview.advance();
    }
}

fn record(supports: &[&str]) -> EvidenceRecord {
    EvidenceRecord {
        id: "E1".into(),
        kind: EvidenceKind::ConfigExport,
        origin: Origin::Vendor,
        date: day("2026-01-15"),
        period: None,
        sample: None,
        exceptions: 0,
        qualified: false,
        directness: None,
        tested_control: None,
        reference: "token settings, page 2".into(),
        file: None,
        copy: None,
        read: None,
        planted: vec![],
        supports: Supports::Questions(supports.iter().map(|&id| id.into()).collect()),
    }
}

#[test]
fn a_sitting_begins_at_the_first_question() {
    let pack = pack();
    assert_eq!(at(&sitting(&pack)).as_deref(), Some("Q.use.01"));
}

#[test]
fn a_sitting_resumes_at_the_first_open_question() {
    let pack = pack();
    let mut first = sitting(&pack);
    first.record(Value::YesNo(false)).expect("it fits");
    first.advance();
    first.record(minutes(60.0)).expect("it fits");
    let second = Interview::new(&pack, first.assessment().clone(), author());
    assert_eq!(at(&second).as_deref(), Some("Q.tok.02"));
}

/// A sitting over the first section, cut off after one part of `Q.tok.04`.
fn cut_off_between_parts(pack: &Pack) -> Interview<'_> {
    let mut interview = sitting(pack);
    interview.record(Value::YesNo(true)).expect("it fits");
    interview.advance();
    interview.record(Value::Count(5)).expect("it fits");
    go_to(&mut interview, "Q.tok.04");
    let parts = [("secret".into(), minutes(5.0))].into();
    interview.record(Value::Parts(parts)).expect("it fits");
    interview
}

#[test]
fn a_sitting_resumes_at_a_question_that_was_answered_in_part() {
    let pack = pack();
    let mut first = cut_off_between_parts(&pack);
    for question in ["Q.tok.01", "Q.tok.02", "Q.tok.03"] {
        go_to(&mut first, question);
        first.unknown("the vendor", author().on).expect("asked");
    }
    let mut second = Interview::new(&pack, first.assessment().clone(), author());
    assert_eq!(at(&second).as_deref(), Some("Q.tok.04"));
    assert_eq!(
        second.response(&"Q.tok.04".into()),
        first.response(&"Q.tok.04".into())
    );
    assert!(second.back());
    assert_eq!(at(&second).as_deref(), Some("Q.tok.03"));
}

#[test]
fn a_question_left_in_part_on_purpose_is_not_asked_twice_in_a_sitting() {
    let pack = pack();
    let mut interview = cut_off_between_parts(&pack);
    let mut seen = vec![];
    while let Some(question) = interview.current() {
        seen.push(question.id.as_str());
        interview.advance();
    }
    assert_eq!(
        seen.iter().filter(|id| **id == "Q.tok.04").count(),
        1,
        "{seen:?}"
    );
}

#[test]
fn a_jump_enters_a_section_at_a_question_answered_in_part() {
    let pack = pack();
    let mut interview = cut_off_between_parts(&pack);
    for question in ["Q.tok.01", "Q.tok.02", "Q.tok.03"] {
        go_to(&mut interview, question);
        interview.unknown("the vendor", author().on).expect("asked");
    }
    interview
        .jump(&Target::Section("credentials".into()))
        .expect("it is asked");
    assert_eq!(at(&interview).as_deref(), Some("Q.tok.04"));
}

#[test]
fn a_question_answered_in_part_is_not_done() {
    let pack = pack();
    let interview = cut_off_between_parts(&pack);
    let progress = interview.progress();
    assert_eq!((progress.done(), progress.unfinished()), (2, 9));
    assert_eq!((progress.open, progress.partly), (8, 1));
}

#[test]
fn a_note_alone_leaves_the_question_open() {
    let pack = pack();
    let mut first = sitting(&pack);
    first.note("asked by mail").expect("a question is current");
    let second = Interview::new(&pack, first.assessment().clone(), author());
    assert_eq!(at(&second).as_deref(), Some("Q.use.01"));
}

#[test]
fn nothing_is_current_when_all_is_answered() {
    let pack = pack();
    let mut first = sitting(&pack);
    answer_all(&mut first);
    let second = Interview::new(&pack, first.assessment().clone(), author());
    assert_eq!(at(&second), None);
    assert_eq!(second.progress().percent(), 100);
}

#[test]
fn an_answer_opens_the_questions_that_hang_on_it() {
    let pack = pack();
    let mut interview = sitting(&pack);
    let change = interview.record(Value::YesNo(true)).expect("it fits");
    let opened: Vec<&str> = change.opened.iter().map(|id| id.as_str()).collect();
    assert_eq!(opened, ["Q.tok.04", "Q.use.02"]);
    interview.advance();
    assert_eq!(at(&interview).as_deref(), Some("Q.use.02"));
}

#[test]
fn a_closed_question_keeps_its_answer_and_is_not_asked() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview.record(Value::YesNo(true)).expect("it fits");
    interview.advance();
    interview.record(Value::Count(5000)).expect("it fits");
    assert!(interview.back());
    let change = interview.record(Value::YesNo(false)).expect("it fits");
    assert_eq!(change.closed.len(), 2);
    let kept = interview.response(&"Q.use.02".into());
    assert_eq!(
        kept.map(|kept| &kept.state),
        Some(&State::Answered(Value::Count(5000)))
    );
    assert!(!Live::new(&pack, interview.assessment()).counts(&"Q.use.02".into()));
    interview.advance();
    assert_eq!(at(&interview).as_deref(), Some("Q.tok.01"));
}

#[test]
fn a_question_that_opens_again_brings_its_answer_back() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview.record(Value::YesNo(true)).expect("it fits");
    interview.advance();
    interview.record(Value::Count(7)).expect("it fits");
    interview.back();
    interview.record(Value::YesNo(false)).expect("it fits");
    interview.record(Value::YesNo(true)).expect("it fits");
    assert!(Live::new(&pack, interview.assessment()).counts(&"Q.use.02".into()));
    interview.advance();
    assert_eq!(at(&interview).as_deref(), Some("Q.tok.01"));
}

#[test]
fn depth_decides_what_is_asked() {
    let pack = pack();
    let asked = |depth| {
        Interview::new(&pack, empty(&pack, depth), author())
            .progress()
            .asked()
    };
    let counts = [Depth::Quick, Depth::Standard, Depth::Full].map(asked);
    assert_eq!(counts, [4, 9, 10]);
}

#[test]
fn a_skipped_question_stays_open_and_is_not_asked_twice_in_a_sitting() {
    let pack = pack();
    let mut interview = sitting(&pack);
    let mut shown = vec![];
    while let Some(question) = interview.current() {
        shown.push(question.id.to_string());
        interview.advance();
    }
    assert_eq!(shown.len(), 9);
    assert_eq!(interview.progress().open, 9);
    assert!(interview.assessment().answers.is_empty());
}

#[test]
fn back_follows_the_path_that_was_taken() {
    let pack = pack();
    let mut interview = sitting(&pack);
    go_to(&mut interview, "Q.log.02");
    go_to(&mut interview, "Q.tok.02");
    assert!(interview.back());
    assert_eq!(at(&interview).as_deref(), Some("Q.log.02"));
    assert!(interview.back());
    assert_eq!(at(&interview).as_deref(), Some("Q.use.01"));
    assert!(!interview.back());
    assert_eq!(at(&interview).as_deref(), Some("Q.use.01"));
}

#[test]
fn back_passes_over_what_is_no_longer_asked() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview.record(Value::YesNo(true)).expect("it fits");
    interview.advance();
    interview.advance();
    interview.back();
    assert_eq!(at(&interview).as_deref(), Some("Q.use.02"));
    interview.advance();
    go_to(&mut interview, "Q.use.01");
    interview.record(Value::YesNo(false)).expect("it fits");
    interview.back();
    assert_eq!(at(&interview).as_deref(), Some("Q.tok.01"));
    interview.back();
    assert_eq!(at(&interview).as_deref(), Some("Q.use.01"));
}

#[test]
fn back_from_the_end_shows_the_last_question() {
    let pack = pack();
    let mut interview = sitting(&pack);
    answer_all(&mut interview);
    assert_eq!(at(&interview), None);
    assert!(interview.back());
    assert_eq!(at(&interview).as_deref(), Some("Q.log.05"));
}

#[test]
fn a_new_sitting_goes_back_to_what_was_answered_before() {
    let pack = pack();
    let mut first = sitting(&pack);
    first.record(Value::YesNo(false)).expect("it fits");
    let mut second = Interview::new(&pack, first.assessment().clone(), author());
    assert_eq!(at(&second).as_deref(), Some("Q.tok.01"));
    assert!(second.back());
    assert_eq!(at(&second).as_deref(), Some("Q.use.01"));
}

#[test]
fn a_jump_enters_a_section_at_its_first_open_question() {
    let pack = pack();
    let mut interview = sitting(&pack);
    go_to(&mut interview, "Q.log.01");
    interview.record(Value::YesNo(true)).expect("it fits");
    interview
        .jump(&Target::Section("logging".into()))
        .expect("it is asked");
    assert_eq!(at(&interview).as_deref(), Some("Q.log.02"));
}

#[test]
fn a_jump_into_an_answered_section_goes_through_it_again() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview.advance();
    for _ in 0..3 {
        let question = interview.current().expect("one of credentials");
        interview
            .record(any_value(&question.form, 0))
            .expect("it fits");
        interview.advance();
    }
    interview
        .jump(&Target::Section("credentials".into()))
        .expect("it is asked");
    let mut seen = vec![];
    for _ in 0..4 {
        seen.extend(at(&interview));
        interview.advance();
    }
    assert_eq!(seen, ["Q.tok.01", "Q.tok.02", "Q.tok.03", "Q.log.01"]);
}

#[test]
fn open_questions_before_a_jump_are_asked_at_the_end() {
    let pack = pack();
    let mut interview = sitting(&pack);
    go_to(&mut interview, "Q.log.05");
    interview.advance();
    assert_eq!(at(&interview).as_deref(), Some("Q.tok.01"));
}

#[test]
fn a_jump_to_what_is_unknown_or_not_asked_is_refused_and_moves_nothing() {
    let pack = pack();
    let mut interview = sitting(&pack);
    let refused = |interview: &mut Interview, target| {
        interview
            .jump(&target)
            .expect_err("it is refused")
            .to_string()
    };
    let typo = refused(&mut interview, Target::Section("loging".into()));
    assert_eq!(
        typo,
        "unknown section `loging`; did you mean `logging`? others are `use`, `credentials`"
    );
    let strange = refused(&mut interview, Target::Section("nope".into()));
    assert_eq!(
        strange,
        "unknown section `nope`; use one of `use`, `credentials`, `logging`"
    );
    let closed = refused(&mut interview, Target::Question("Q.use.02".into()));
    assert!(closed.starts_with("`Q.use.02` is not asked"), "{closed}");
    let deep = refused(&mut interview, Target::Question("Q.tok.05".into()));
    assert!(deep.starts_with("`Q.tok.05` is not asked"), "{deep}");
    assert_eq!(at(&interview).as_deref(), Some("Q.use.01"));
}

#[test]
fn a_sitting_limited_to_a_section_ends_with_it() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview
        .limit_to(&"credentials".into())
        .expect("it is asked");
    let mut seen = vec![];
    while let Some(question) = interview.current() {
        seen.push(question.id.as_str());
        interview.advance();
    }
    assert_eq!(seen, ["Q.tok.01", "Q.tok.02", "Q.tok.03"]);
    assert!(interview.limit_to(&"nowhere".into()).is_err());
}

#[test]
fn leaving_the_section_ends_the_limit() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview
        .limit_to(&"credentials".into())
        .expect("it is asked");
    go_to(&mut interview, "Q.log.05");
    interview.advance();
    assert_eq!(at(&interview).as_deref(), Some("Q.use.01"));
}

#[test]
fn every_change_bears_name_and_day_and_moves_as_of_forward() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview.record(Value::YesNo(true)).expect("it fits");
    let held = interview
        .response(&"Q.use.01".into())
        .expect("it is recorded");
    assert_eq!(
        (held.by.as_deref(), held.on),
        (Some("Ada"), Some(day("2026-02-01")))
    );
    assert_eq!(interview.assessment().as_of, day("2026-02-01"));
}

#[test]
fn as_of_never_moves_back() {
    let pack = pack();
    let mut assessment = empty(&pack, Depth::Standard);
    assessment.as_of = day("2026-03-01");
    let mut interview = Interview::new(&pack, assessment, author());
    interview.record(Value::YesNo(true)).expect("it fits");
    assert_eq!(interview.assessment().as_of, day("2026-03-01"));
}

#[test]
fn a_value_of_another_kind_is_refused() {
    let pack = pack();
    let mut interview = sitting(&pack);
    assert!(interview.record(Value::Count(3)).is_err());
    go_to(&mut interview, "Q.tok.02");
    assert!(interview.record(Value::Choice("perhaps".into())).is_err());
    assert!(interview.assessment().answers.is_empty());
}

#[test]
fn unknown_names_who_was_asked_and_when() {
    let pack = pack();
    let mut interview = sitting(&pack);
    assert!(interview.unknown(" ", day("2026-02-01")).is_err());
    assert!(interview.unknown("the vendor", day("2026-02-02")).is_err());
    interview
        .unknown("the vendor", day("2026-02-01"))
        .expect("today is no future");
    let progress = interview.progress();
    assert_eq!((progress.unknown, progress.open), (1, 8));
}

#[test]
fn not_applicable_is_refused_where_the_control_always_applies() {
    let pack = pack();
    let mut interview = sitting(&pack);
    go_to(&mut interview, "Q.tok.01");
    let refused = interview
        .not_applicable("we use none")
        .expect_err("a knock-out");
    assert!(refused.message.contains("control `K1`"), "{refused}");
    go_to(&mut interview, "Q.tok.02");
    assert!(interview.not_applicable("  ").is_err());
    interview
        .not_applicable("we use none")
        .expect("K2 allows it");
    assert_eq!(interview.progress().not_applicable, 1);
    assert!(Live::new(&pack, interview.assessment()).counts(&"Q.tok.02".into()));
}

#[test]
fn a_note_changes_neither_answer_nor_approval_nor_who_answered() {
    let pack = pack();
    let mut first = sitting(&pack);
    go_to(&mut first, "Q.tok.02");
    first.not_applicable("we use none").expect("K2 allows it");
    let mut assessment = first.assessment().clone();
    let held = assessment.answers.get_mut(&QuestionId::from("Q.tok.02"));
    if let Some(State::NotApplicable(reason)) = held.map(|held| &mut held.state) {
        let (by, on) = ("Grace".to_string(), day("2026-02-01"));
        reason.approved = Some(Approval { by, on });
    }
    let before = assessment.answers.clone();
    let grace = Author {
        name: Some("Grace".into()),
        on: day("2026-02-03"),
    };
    let mut second = Interview::new(&pack, assessment, grace);
    go_to(&mut second, "Q.tok.02");
    second
        .note("see the mail of 2 February")
        .expect("a question is current");
    let held = second.response(&"Q.tok.02".into()).expect("it is recorded");
    let expected = Response {
        note: Some("see the mail of 2 February".into()),
        ..before[&QuestionId::from("Q.tok.02")].clone()
    };
    assert_eq!(*held, expected);
}

#[test]
fn an_answer_keeps_its_note_until_the_note_is_emptied() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview.note("by phone").expect("a question is current");
    interview.record(Value::YesNo(true)).expect("it fits");
    interview.withdraw().expect("a question is current");
    let held = interview
        .response(&"Q.use.01".into())
        .expect("the note is kept");
    assert_eq!(
        (&held.state, held.note.as_deref()),
        (&State::Open, Some("by phone"))
    );
    interview.note(" ").expect("a question is current");
    assert_eq!(interview.response(&"Q.use.01".into()), None);
}

#[test]
fn parts_are_open_then_partly_then_answered_and_remarks_do_not_count() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview.record(Value::YesNo(true)).expect("it fits");
    go_to(&mut interview, "Q.tok.04");
    let question = interview.current().expect("the parts");
    let mut parts = BTreeMap::new();
    let mut standings = vec![];
    let values = [
        ("remark", Value::Text("x".into())),
        ("secret", minutes(5.0)),
        ("alerts", Value::YesNo(true)),
    ];
    for (id, value) in [None]
        .into_iter()
        .chain(values.into_iter().map(Some))
        .flatten()
    {
        parts.insert(id.into(), value);
        interview
            .record(Value::Parts(parts.clone()))
            .expect("it fits");
        standings.push(interview.standing(question));
    }
    assert_eq!(
        standings,
        [Standing::Partly, Standing::Partly, Standing::Answered]
    );
    interview
        .record(Value::Parts(BTreeMap::new()))
        .expect("it fits");
    assert_eq!(interview.standing(question), Standing::Open);
}

#[test]
fn progress_counts_sections_and_the_whole() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview.record(Value::YesNo(false)).expect("it fits");
    interview.advance();
    interview.record(minutes(15.0)).expect("it fits");
    let section = &pack.sections[1];
    let expected = Progress {
        answered: 1,
        open: 2,
        ..Progress::default()
    };
    assert_eq!(interview.section_progress(section), expected);
    assert_eq!(
        (interview.progress().done(), interview.progress().asked()),
        (2, 9)
    );
    assert_eq!(interview.progress().percent(), 22);
    let position = interview
        .position()
        .map(|(section, at)| (section.id.to_string(), at));
    assert_eq!(position, Some(("credentials".to_string(), 1)));
}

#[test]
fn evidence_is_attached_linked_and_detached() {
    let pack = pack();
    let mut interview = sitting(&pack);
    interview
        .attach(record(&["Q.use.01"]))
        .expect("nothing contradicts");
    go_to(&mut interview, "Q.tok.01");
    interview.link(&"E1".into()).expect("it is there");
    interview.link(&"E1".into()).expect("twice is once");
    let supports = |interview: &Interview| interview.assessment().evidence[0].supports.clone();
    assert_eq!(
        supports(&interview),
        record(&["Q.use.01", "Q.tok.01"]).supports
    );
    interview.detach(&"E1".into()).expect("it is there");
    assert_eq!(supports(&interview), record(&["Q.use.01"]).supports);
    interview.back();
    interview.detach(&"E1".into()).expect("it is there");
    assert!(interview.assessment().evidence.is_empty());
    assert!(interview.link(&"E1".into()).is_err());
}

#[test]
fn evidence_that_contradicts_itself_or_the_file_is_refused() {
    let pack = pack();
    let mut interview = sitting(&pack);
    let mut keys = |change: &dyn Fn(&mut EvidenceRecord)| {
        let mut record = record(&["Q.use.01"]);
        change(&mut record);
        let refused = interview.attach(record).err().unwrap_or_default();
        refused.iter().map(|found| found.key).collect::<Vec<_>>()
    };
    assert_eq!(
        keys(&|record| record.kind = EvidenceKind::Verified),
        ["from"]
    );
    assert_eq!(keys(&|record| record.date = day("2026-02-02")), ["date"]);
    assert_eq!(keys(&|record| record.reference = " ".into()), ["reference"]);
    assert_eq!(
        keys(&|record| record.supports = Supports::Questions(vec!["Q.x".into()])),
        ["supports"]
    );
    assert!(keys(&|_| ()).is_empty());
    assert_eq!(keys(&|_| ()), ["id"]);
}
