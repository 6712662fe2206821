//! Answers without a terminal: from a file, all of them or none, and line by line from a pipe.

#[path = "interview/desk.rs"]
mod desk;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use desk::{Desk, PROGRAM};

const ANSWERS: &str = "\
format: 1
answers:
  Q.use.01: {value: yes}
  Q.tok.01: {value: 15 min, note: seen in the console}
  Q.tok.02: {na: {reason: we rotate nothing there, approved: {by: Ada, on: 2026-02-20}}, by: Grace}
evidence:
  - {id: E1, kind: config_export, from: vendor, date: 2026-02-20, reference: token settings, supports: [Q.tok.01]}
";

/// Runs `assess` with that input.
fn assess(desk: &Desk, more: &[&str], input: &str) -> Output {
    let mut child = Command::new(PROGRAM)
        .args(["--as-of", "2026-03-01", "assess"])
        .arg(desk.file())
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it was piped");
    // A program that refuses before it reads has closed its end.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

/// Runs `assess --answers` on that text.
fn merge(desk: &Desk, answers: &str) -> Output {
    let path = desk.folder().join("answers.yaml");
    std::fs::write(&path, answers).expect("a file of answers");
    assess(desk, &["--answers", &path.display().to_string()], "")
}

#[track_caller]
fn told(output: &Output, code: i32) -> String {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{told}");
    told
}

#[test]
fn answers_from_a_file_are_signed_and_saved_at_once() {
    let desk = Desk::new();
    let told = told(&merge(&desk, ANSWERS), 0);
    assert!(
        told.contains("3 answers changed, 0 the same, 1 evidence record added"),
        "{told}"
    );
    assert!(told.contains("Score:  idp-assay score"), "{told}");
    let text = desk.text();
    assert!(text.contains("as_of: \"2026-03-01\""), "{text}");
    assert!(
        text.contains("value: 15 min\n    note: seen in the console\n    by: Ada\n"),
        "{text}"
    );
    assert!(text.contains("by: Grace"), "{text}");
}

#[test]
fn the_same_answers_again_change_nothing() {
    let desk = Desk::new();
    told(&merge(&desk, ANSWERS), 0);
    let before = desk.text();
    let told = told(&merge(&desk, ANSWERS), 0);
    assert!(
        told.contains("0 answers changed, 4 the same, 0 evidence records added"),
        "{told}"
    );
    assert_eq!(desk.text(), before);
}

/// The template of the small pack's answers, with nothing filled in.
fn template() -> String {
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/interview");
    let printed = Command::new(PROGRAM)
        .args(["questions", "--format", "answers", "--pack", pack])
        .output()
        .expect("the program runs");
    String::from_utf8(printed.stdout).expect("the template is text")
}

#[test]
fn a_template_that_nobody_filled_in_changes_nothing() {
    let desk = Desk::new();
    let empty = desk.text();
    let first = told(&merge(&desk, &template()), 0);
    assert!(first.contains("0 answers changed, 0 the same"), "{first}");
    assert_eq!(desk.text(), empty);

    told(&merge(&desk, ANSWERS), 0);
    let answered = desk.text();
    let second = told(&merge(&desk, &template()), 0);
    assert!(second.contains("0 answers changed, 0 the same"), "{second}");
    assert_eq!(desk.text(), answered);
}

#[test]
fn a_file_of_answers_is_the_same_in_every_language_and_its_outcome_is_told_in_one() {
    let desk = Desk::with(&["--language", "de"]);
    let told = told(&merge(&desk, ANSWERS), 0);
    let merged = "3 Antworten geändert, 0 gleich geblieben, 1 Nachweis hinzugefügt";
    assert!(told.contains(merged), "{told}");
    assert!(told.contains("11 Fragen: 2 beantwortet"), "{told}");
    assert!(desk.text().contains("value: 15 min"), "{}", desk.text());
}

#[test]
fn a_german_interview_line_by_line_takes_german_answers() {
    let desk = Desk::with(&["--language", "de", "--assessor", "Ada", "--depth", "full"]);
    let answers = "J\n5.000\n1,5 Stunden\n2\nkeine\nja\n90 Tage\nnein\n\n12,5 %\nj\n\
                   31.1.2026\n01.01.2025 bis 31.12.2025\na; b\n:u\nBetrieb\n\n";
    let told = told(&assess(&desk, &["--plain"], answers), 0);
    for line in [
        "Example · Sign-in · Tiefe: vollständig",
        "Jede Antwort wird sofort gespeichert",
        "deshalb kommen 2 Fragen hinzu",
        "Antwort (ja oder nein; `:` für mehr)",
        "gespeichert: nichts davon",
        "gespeichert: 12,5 %",
        "gespeichert: 31.01.2026",
        "gespeichert: unbekannt, gefragt wurde Betrieb am 01.03.2026",
        "12 Fragen: 11 beantwortet, 1 unbekannt.",
        "Bewertung: idp-assay score",
    ] {
        assert!(told.contains(line), "`{line}` is not in {told}");
    }
    let text = desk.text();
    for value in ["value: 5000", "value: 1.5 h", "secret: 90 d"] {
        assert!(text.contains(value), "`{value}` is not in {text}");
    }
}

#[test]
fn what_the_file_leaves_out_stays() {
    let desk = Desk::new();
    told(&merge(&desk, ANSWERS), 0);
    let parts = |parts: &str| format!("format: 1\nanswers: {{Q.tok.04: {{value: {{{parts}}}}}}}\n");
    told(
        &merge(&desk, &parts("secret: 24 h, remark: rotated by hand")),
        0,
    );
    told(&merge(&desk, &parts("secret: 30 d")), 0);
    let fewer = "format: 1\nanswers: {Q.tok.01: {value: 20 min}, Q.use.01: {note: asked again}}\n";
    let told = told(&merge(&desk, fewer), 0);
    assert!(told.contains("2 answers changed"), "{told}");
    let text = desk.text();
    for kept in [
        "value: 20 min\n    note: seen in the console",
        "value: \"yes\"\n    note: asked again",
        "remark: rotated by hand\n      secret: 30 d",
    ] {
        assert!(text.contains(kept), "`{kept}` is not in {text}");
    }
}

#[test]
fn whoever_approved_is_not_made_the_one_who_set_aside() {
    let desk = Desk::new();
    let answers = "\
format: 1
answers:
  Q.tok.02: {na: {reason: not used, approved: {by: Grace, on: 2026-02-20}}}
";
    let path = desk.folder().join("answers.yaml");
    std::fs::write(&path, answers).expect("a file of answers");
    let path = path.display().to_string();
    told(
        &assess(&desk, &["--assessor", "Grace", "--answers", &path], ""),
        0,
    );
    told(&assess(&desk, &["--plain"], ""), 0);
}

#[test]
fn a_file_with_problems_is_refused_as_a_whole_with_all_of_them() {
    let desk = Desk::new();
    let before = desk.text();
    let broken = ANSWERS
        .replace("15 min", "15")
        .replace("Q.use.01", "Q.use.1")
        .replace("Q.tok.02", "Q.log.01")
        .replace("by: Grace", "by: Ada")
        .replace("supports: [Q.tok.01]", "supports: []");
    let told = told(&merge(&desk, &broken), 3);
    for problem in [
        "`15` is not a length of time",
        "unknown question `Q.use.1`",
        "`Ada` approves what `Ada` set aside",
        "the record supports no question",
        "4 problems",
    ] {
        assert!(told.contains(problem), "`{problem}` is not in {told}");
    }
    assert_eq!(desk.text(), before);
}

#[test]
fn evidence_under_a_taken_id_is_refused() {
    let desk = Desk::new();
    told(&merge(&desk, ANSWERS), 0);
    let before = desk.text();
    let other = ANSWERS
        .replace("token settings", "another export")
        .replace("15 min", "20 min");
    let told = told(&merge(&desk, &other), 3);
    assert!(
        told.contains("evidence `E1` is recorded already, and differs"),
        "{told}"
    );
    assert_eq!(desk.text(), before);
}

#[test]
fn an_answer_dated_in_the_future_is_refused_and_today_is_not() {
    let desk = Desk::new();
    let dated =
        |day: &str| format!("format: 1\nanswers: {{Q.use.01: {{value: yes, on: {day}}}}}\n");
    told(&merge(&desk, &dated("2026-03-02")), 3);
    told(&merge(&desk, &dated("2026-03-01")), 0);
}

#[test]
fn answers_can_come_from_stdin() {
    let desk = Desk::new();
    told(&assess(&desk, &["--answers", "-"], ANSWERS), 0);
    assert!(desk.text().contains("value: 15 min"), "{}", desk.text());
}

#[test]
fn a_file_that_is_not_there_is_bad_input() {
    let desk = Desk::new();
    let told = told(&assess(&desk, &["--answers", "nowhere.yaml"], ""), 3);
    assert!(told.contains("cannot read `nowhere.yaml`"), "{told}");
}

#[test]
fn line_by_line_works_in_a_pipe_and_ends_with_it() {
    let desk = Desk::new();
    let told = told(&assess(&desk, &["--plain"], "maybe\nyes\nlots\n5000\n"), 0);
    for text in [
        "Answer (yes or no; `:` for more): ",
        "write `yes` or `no`",
        "saved: yes",
        "not taken: `lots` is not a whole number",
        "saved: 5000",
        "11 questions: 2 answered, 9 open.",
    ] {
        assert!(told.contains(text), "`{text}` is not in {told}");
    }
    assert!(!told.contains('\u{1b}'), "{told}");
    assert!(desk.text().contains("value: 5000"), "{}", desk.text());
}

#[test]
fn whoever_begins_a_nameless_assessment_is_asked_once_and_kept() {
    let desk = Desk::with(&[]);
    let first = told(&assess(&desk, &["--plain"], "Grace\nyes\n"), 0);
    assert!(first.contains("Who answers?"), "{first}");
    assert!(desk.text().contains("assessor: Grace"), "{}", desk.text());
    assert!(desk.text().contains("by: Grace"), "{}", desk.text());
    let second = told(&assess(&desk, &["--plain"], "5000\n"), 0);
    assert!(!second.contains("Who answers?"), "{second}");
}

#[test]
fn another_assessor_signs_only_his_own_answers() {
    let desk = Desk::new();
    told(
        &assess(&desk, &["--plain", "--assessor", "Grace"], "yes\n"),
        0,
    );
    let text = desk.text();
    assert!(
        text.contains("assessor: Ada") && text.contains("by: Grace"),
        "{text}"
    );
}

#[test]
fn an_unknown_section_is_a_usage_error_with_the_nearest_name() {
    let desk = Desk::new();
    let told = told(&assess(&desk, &["--plain", "--section", "loging"], ""), 2);
    assert!(
        told.contains("unknown section `loging`") && told.contains("did you mean `logging`?"),
        "{told}"
    );
}
