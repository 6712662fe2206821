//! Bad input ends in a clear error with place and help, the right exit code, and the file as it was.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// An assessment with nothing wrong.
const GOOD: &str = "\
format: 1
vendor: Example Identity
product: Example Cloud
assessor: A. Analyst
packs: [{id: idp, version: 1.0.0}]
model: irm-1.0.0
depth: standard
as_of: 2026-11-20
answers:
  Q.ctx.02: {value: yes, by: A. Analyst, on: 2026-11-02}
  Q.ctx.26: {value: 400}
evidence:
  - {id: E1, kind: policy, from: vendor, date: 2026-10-01, reference: Access policy, supports: [Q.inv.01]}
";

struct Case {
    folder: TempDir,
    text: String,
}

impl Case {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
            text: GOOD.to_string(),
        }
    }

    fn with(mut self, old: &str, new: &str) -> Self {
        assert!(self.text.contains(old), "`{old}` stands in the file");
        self.text = self.text.replacen(old, new, 1);
        self
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("a.yaml")
    }

    /// Runs a command on the file; the file must be the same afterwards.
    fn run(&self, arguments: &[&str]) -> Output {
        fs::write(self.path(), &self.text).expect("the file can be written");
        let output = run_in(self.folder.path(), arguments);
        let after = fs::read_to_string(self.path()).expect("the file can be read");
        assert_eq!(after, self.text, "the file is as it was");
        output
    }

    /// What `lint` says about the file, with exit code 3.
    fn refused(&self) -> String {
        let output = self.run(&["lint", "a.yaml"]);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(3), "{said}");
        said
    }
}

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .output()
        .expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_good_file_has_no_problems() {
    let output = Case::new().run(&["lint", "a.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn everything_wrong_with_an_assessment_is_said_at_once() {
    let said = Case::new()
        .with("vendor: Example Identity", "vendr: Example Identity")
        .with("depth: standard", "depth: deep")
        .with("as_of: 2026-11-20", "as_of: 2026-02-30")
        .with("Q.ctx.02: {value: yes,", "Q.ctx.02: {value: sometimes,")
        .with(
            "Q.ctx.26: {value: 400}",
            "Q.ctx.26: {value: many}\n  Q.ctx.26: {value: 3}\n  Q.tok.99: {value: 1 h}",
        )
        .with("kind: policy", "kind: hearsay")
        .refused();
    insta::assert_snapshot!(said);
}

#[test]
fn answers_of_the_wrong_kind_are_told_what_is_wanted() {
    let said = Case::new()
        .with(
            "  Q.ctx.26: {value: 400}",
            "  Q.ctx.26: {value: -4}\n  Q.ctx.23: {value: secret}\n  Q.tok.01: {value: {machine-access-token: 15, machine-access: 1 h}}\n  Q.ctx.17: {value: 130 %}\n  Q.ctx.20: {value: [aws, aws]}\n  Q.rev.01: {value: {ways: all}}",
        )
        .refused();
    insta::assert_snapshot!(said);
}

#[test]
fn a_knock_out_cannot_be_set_aside_nor_a_question_by_one_person_alone() {
    let said = Case::new()
        .with(
            "  Q.ctx.26: {value: 400}",
            "  Q.rev.01: {na: {reason: we trust them}}\n  Q.dor.01: {na: {reason: no credentials, approved: {by: a. analyst, on: 2026-11-03}}}",
        )
        .refused();
    insta::assert_snapshot!(said);
}

#[test]
fn evidence_that_contradicts_itself_is_refused() {
    let said = Case::new()
        .with(
            "evidence:\n",
            "evidence:\n  - {id: E2, kind: verified, from: vendor, date: 2026-11-01, reference: a test, supports: [Q.inv.01]}\n  - {id: E3, kind: soc2_t2, from: vendor, date: 2026-11-01, reference: the report, exceptions: 30, supports: all}\n  - {id: E1, kind: config_export, from: vendor, date: 2026-11-21, reference: an export, supports: all}\n",
        )
        .refused();
    insta::assert_snapshot!(said);
}

/// The good file with documents in front of the evidence.
fn with_documents(documents: &str) -> Case {
    Case::new().with(
        "evidence:\n",
        &format!("documents:\n{documents}evidence:\n"),
    )
}

#[test]
fn good_documents_have_no_problems() {
    let case = with_documents(
        "  - {id: R, kind: soc2_t2, reference: the report, confirmed: {by: A. Analyst, on: 2026-11-20}, says: {opinion: unmodified, report-date: 2026-11-20, topics: [{topic: rotation, coverage: tested}]}}\n  - {id: L, kind: bridge_letter, reference: the letter, says: {report: R}}\n",
    );
    let output = case.run(&["lint", "a.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn everything_wrong_with_documents_is_said_at_once() {
    let said = with_documents(
        "  - {id: D1, kind: soc2_t3, reference: a report}\n  - id: D2\n    kind: soc2_t2\n    reference: a report\n    says:\n      opinon: unmodified\n      opinion: clean\n      as-of: 2026-01-31\n      categories: [security, safety]\n      period: {from: 2026-06-30, to: 2026-01-01}\n      licensed: maybe\n      exceptions: [{criterion: CC6.2}, {criterion: CC6.2, count: some}, {criterion: CC6.2, count: 1, topic: rotaton}]\n      topics: [{topic: rotation, covrage: tested}]\n  - {id: D3, kind: iso27001, says: {edition: 2022}}\n",
    )
    .refused();
    insta::assert_snapshot!(said);
}

#[test]
fn what_documents_refer_to_must_be_there() {
    let said = with_documents(
        "  - {id: R1, kind: soc2_t2, reference: the report}\n  - {id: R1, kind: soc2_t1, reference: another}\n  - {id: E1, kind: soc3, reference: a summary}\n  - {id: L, kind: bridge_letter, reference: the letter, says: {report: R2}}\n  - {id: L2, kind: bridge_letter, reference: the letter, says: {report: E1}}\n  - {id: S, kind: soc1, reference: a summary, read: [{field: subjct, page: 0, words: \"Larkhaven\"}]}\n",
    )
    .refused();
    insta::assert_snapshot!(said);
}

#[test]
fn a_document_cannot_speak_from_the_future() {
    let said = with_documents(
        "  - {id: R, kind: soc2_t2, reference: the report, confirmed: {by: A. Analyst, on: 2026-11-21}, says: {report-date: 2026-11-21}}\n  - {id: C, kind: iso27001, reference: the certificate, says: {issue: 2026-11-21, last-audit: 2026-11-21, expiry: 2029-11-20}}\n  - {id: L, kind: bridge_letter, reference: the letter, says: {signed: 2026-11-21}}\n",
    )
    .refused();
    insta::assert_snapshot!(said);
}

#[test]
fn scoring_for_an_earlier_day_refuses_documents_of_a_later_one() {
    let case = with_documents(
        "  - {id: R, kind: soc2_t2, reference: the report, says: {report-date: 2026-11-10}}\n",
    );
    let output = case.run(&["score", "a.yaml", "--as-of", "2026-11-09"]);
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    insta::assert_snapshot!(said(&output));
    let output = case.run(&["score", "a.yaml", "--as-of", "2026-11-10"]);
    assert!(!said(&output).contains("2026-11-10"), "{}", said(&output));
}

#[test]
fn a_record_after_the_day_of_the_assessment_is_refused_with_help() {
    let case = Case::new().with("on: 2026-11-02", "on: 2026-11-21");
    insta::assert_snapshot!(case.refused());
}

#[test]
fn scoring_for_an_earlier_day_refuses_what_was_not_yet_there() {
    let output = Case::new().run(&["score", "a.yaml", "--as-of", "2026-10-15"]);
    assert_eq!(output.status.code(), Some(3));
    insta::assert_snapshot!(said(&output));
    assert!(output.stdout.is_empty());
}

#[test]
fn another_pack_or_model_version_is_refused() {
    let other_pack = Case::new()
        .with("version: 1.0.0", "version: 0.9.0")
        .refused();
    let other_model = Case::new().with("irm-1.0.0", "irm-2.0.0").refused();
    insta::assert_snapshot!(format!("{other_pack}\n{other_model}"));
}

#[test]
fn a_broken_list_of_packs_hides_no_other_problem() {
    for packs in [
        "",
        "packs: []\n",
        "packs: [{id: idp, versoin: 1.0.0}]\n",
        "packs: [{id: idp, version: 0.9.0}]\n",
        "packs: [{id: ipd, version: 1.0.0}]\n",
        "packs: [{id: idp, version: 1.0.0}, {id: ours, version: 1.0.0}]\n",
    ] {
        let said = Case::new()
            .with("packs: [{id: idp, version: 1.0.0}]\n", packs)
            .with("vendor:", "vendr:")
            .with("Q.ctx.26: {value: 400}", "Q.ctx.99: {value: 400}")
            .refused();
        for expected in ["pack", "`vendr`", "Q.ctx.99"] {
            assert!(said.contains(expected), "{packs}: {expected} in\n{said}");
        }
    }
}

#[test]
fn answers_for_a_pack_in_a_folder_are_not_held_against_another() {
    let said = Case::new()
        .with(
            "packs: [{id: idp, version: 1.0.0}]",
            "packs: [{id: ours, versoin: 1.0.0, path: ours}]",
        )
        .with("Q.ctx.26: {value: 400}", "Q.ours.01: {value: 400}")
        .refused();
    assert!(
        said.contains("`versoin`") && !said.contains("Q.ours.01"),
        "{said}"
    );
}

#[test]
fn broken_yaml_is_shown_where_it_breaks() {
    let said = Case::new()
        .with(
            "packs: [{id: idp, version: 1.0.0}]",
            "packs: [{id: idp, version: 1.0.0}",
        )
        .refused();
    assert!(
        said.contains("error[syntax]") && said.contains("--> a.yaml:"),
        "{said}"
    );
}

#[test]
fn two_documents_and_an_empty_file_are_refused() {
    let two = Case::new()
        .with("format: 1\n", "format: 1\n---\n")
        .refused();
    assert!(two.contains("error["), "{two}");
    let case = Case {
        text: String::new(),
        ..Case::new()
    };
    assert!(case.refused().contains("error["));
}

#[test]
fn an_alias_bomb_is_refused_and_does_no_harm() {
    let mut bomb = String::from("bomb:\n  - &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let before = format!("*a{}", level - 1);
        let items = [before.as_str(); 10].join(", ");
        bomb += &format!("  - &a{level} [{items}]\n");
    }
    let said = Case::new()
        .with("answers:\n", &format!("{bomb}answers:\n"))
        .refused();
    assert!(said.contains("error[over-limit]"), "{said}");
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!(
        "deep: {}{}\nanswers:\n",
        "[".repeat(20_000),
        "]".repeat(20_000)
    );
    let said = Case::new().with("answers:\n", &deep).refused();
    assert!(said.contains("error["), "{said}");
}

#[test]
fn a_hundred_megabytes_are_refused_unread() {
    let case = Case::new();
    let file = fs::File::create(case.path()).expect("the file can be made");
    file.set_len(100 * 1024 * 1024)
        .expect("the file can be that long");
    let output = run_in(case.folder.path(), &["score", "a.yaml"]);
    assert_eq!(output.status.code(), Some(3));
    insta::assert_snapshot!(said(&output));
}

#[test]
fn a_file_that_is_no_text_says_so() {
    let case = Case::new();
    fs::write(case.path(), b"format: 1\nvendor: \xff\xfe\n").expect("the file can be written");
    let output = run_in(case.folder.path(), &["score", "a.yaml"]);
    assert_eq!(output.status.code(), Some(3));
    insta::assert_snapshot!(said(&output));
}

#[test]
fn a_file_that_is_missing_or_a_folder_says_so() {
    let case = Case::new();
    for path in ["missing.yaml", "."] {
        let output = run_in(case.folder.path(), &["score", path]);
        assert_eq!(output.status.code(), Some(3), "{path}");
        assert!(
            said(&output).contains("error[unreadable]"),
            "{}",
            said(&output)
        );
    }
}

#[test]
fn an_assessment_is_never_started_over_another() {
    let case = Case::new();
    let output = case.run(&["new", "a.yaml", "--vendor", "V", "--product", "P"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("is there already"));
}

#[test]
fn a_vendor_needs_a_name_that_can_be_shown() {
    let case = Case::new();
    let long = "x".repeat(201);
    for name in ["", "  ", long.as_str()] {
        let output = case.run(&["new", "b.yaml", "--vendor", name, "--product", "P"]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_the_machines_fault() {
    let case = Case::new();
    let output = case.run(&[
        "new",
        "no/such/folder/b.yaml",
        "--vendor",
        "V",
        "--product",
        "P",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("cannot create `no/such/folder/b.yaml`: No such file"),
        "{}",
        said(&output)
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_the_machines_fault() {
    let output = Case::new().run(&["report", "a.yaml", "-o", "/dev/full", "--format", "md"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("No space left"), "{}", said(&output));
}

#[test]
fn a_file_another_process_writes_is_left_alone() {
    let case = Case::new();
    fs::write(case.path(), &case.text).expect("the file can be written");
    let held = fs::File::open(case.path()).expect("the file can be opened");
    held.lock().expect("the file can be locked");
    let arguments = [
        "evidence",
        "add",
        "a.yaml",
        "--from",
        "us",
        "--as-of",
        "2026-11-01",
        "--supports",
        "Q.inv.01",
        "--reference",
        "a test",
    ];
    let output = case.run(&arguments);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("being written by another process"),
        "{}",
        said(&output)
    );
}

#[test]
fn what_is_saved_keeps_the_rights_and_the_link_of_the_file() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let case = Case::new();
    let link = case.folder.path().join("link.yaml");
    fs::write(case.path(), &case.text).expect("the file can be written");
    fs::set_permissions(case.path(), fs::Permissions::from_mode(0o640)).expect("rights can be set");
    symlink("a.yaml", &link).expect("a link can be made");
    let arguments = [
        "evidence",
        "add",
        "link.yaml",
        "--from",
        "us",
        "--as-of",
        "2026-11-01",
        "--supports",
        "Q.inv.01",
        "--reference",
        "a test",
    ];
    let output = run_in(case.folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(link.is_symlink());
    let rights = fs::metadata(case.path())
        .expect("it is there")
        .permissions()
        .mode()
        & 0o777;
    assert_eq!(rights, 0o640);
    let after = fs::read_to_string(case.path()).expect("it can be read");
    assert!(after.contains("id: E2"), "{after}");
    let left = fs::read_dir(case.folder.path())
        .expect("it can be listed")
        .count();
    assert_eq!(left, 2, "no temporary file is left");
}

#[test]
fn a_result_worse_than_asked_for_ends_with_ten() {
    let case = Case::new();
    for (limit, code) in [("low", 10), ("approve", 10), ("do-not-approve", 0)] {
        let output = case.run(&["score", "a.yaml", "--fail-on", limit]);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{limit}: {}",
            said(&output)
        );
        assert!(
            !output.stdout.is_empty(),
            "the result is printed all the same"
        );
    }
}

#[test]
fn wrong_usage_ends_with_two_and_help() {
    let case = Case::new();
    let unknown = case.run(&["score", "a.yaml", "--explain", "RV9"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(
        said(&unknown).contains("did you mean `RV1`?")
            || said(&unknown).contains("did you mean `RV2`?")
    );
    let format = case.run(&["report", "a.yaml", "-o", "report.docx"]);
    assert_eq!(format.status.code(), Some(2));
    assert!(said(&format).contains("no format is known for `report.docx`"));
}

#[test]
fn a_logo_that_is_no_picture_is_refused_with_help() {
    let case = Case::new();
    let report = ["report", "a.yaml", "-o", "r.html", "--logo", "a.yaml"];
    let named = [&report[..], &["--organisation", "Northgate"]].concat();
    let output = case.run(&named);
    assert_eq!(output.status.code(), Some(2));
    let said = said(&output);
    assert!(
        said.contains("`a.yaml` cannot be the logo: it is neither"),
        "{said}"
    );
    assert!(said.contains("save the logo as PNG or JPEG"), "{said}");
    assert_eq!(
        case.run(&report).status.code(),
        Some(2),
        "a logo needs a name"
    );
}

#[test]
fn every_path_given_to_lint_is_checked() {
    let case = Case::new().with("depth: standard", "depth: deep");
    let output = case.run(&["lint", "a.yaml", "missing.yaml"]);
    assert_eq!(output.status.code(), Some(3));
    let said = said(&output);
    assert!(
        said.contains("unknown value `deep`") && said.contains("missing.yaml"),
        "{said}"
    );
}

#[test]
fn evidence_that_could_not_be_read_back_is_never_recorded() {
    for (wrong, expected) in [
        (&["--sample", "5000000"][..], "more items"),
        (&["--reference", "  "], "nothing is written"),
        (
            &[
                "--kind",
                "soc2_t2",
                "--period-from",
                "2026-10-01",
                "--period-to",
                "2026-01-01",
            ],
            "ends before it begins",
        ),
        (
            &["--kind", "soc2_t1", "--tested-control", " "],
            "nothing is written",
        ),
    ] {
        let fixed = ["evidence", "add", "a.yaml", "--from", "vendor"];
        let rest = ["--supports", "Q.inv.01", "--as-of", "2026-11-01"];
        let mut arguments = [&fixed[..], &rest, wrong].concat();
        if !wrong.contains(&"--reference") {
            arguments.extend(["--reference", "an export"]);
        }
        let output = Case::new().run(&arguments);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}: {said}");
        assert!(said.contains(expected), "{wrong:?}: {said}");
        assert!(!said.contains("recorded as"), "{wrong:?}: {said}");
    }
}

#[test]
fn a_record_is_called_recorded_only_when_it_is() {
    let output = Case::new().run(&[
        "evidence",
        "add",
        "a.yaml",
        "--from",
        "us",
        "--supports",
        "Q.inv.01",
        "--reference",
        "a drill",
        "--as-of",
        "2999-01-01",
    ]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("future") && !said.contains("recorded as"),
        "{said}"
    );
}

#[test]
fn a_record_without_an_id_hides_no_unknown_key() {
    let said = Case::new()
        .with("{id: E1, kind", "{idd: E1, sampel: 3, kind")
        .refused();
    assert!(
        said.contains("`idd`") && said.contains("`sampel`"),
        "{said}"
    );
}

#[test]
fn a_count_beyond_what_can_be_recorded_is_told_its_limit() {
    let said = Case::new()
        .with("{value: 400}", "{value: 99999999999999999}")
        .refused();
    assert!(said.contains("1125899906842624"), "{said}");
}

#[test]
fn an_alias_to_a_number_stands_for_what_is_written_there() {
    let case = Case::new()
        .with("vendor: Example Identity", "vendor: &name 42")
        .with("product: Example Cloud", "product: *name");
    let output = case.run(&["score", "a.yaml"]);
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(
        shown.contains("42") && !shown.contains("*name"),
        "{shown}\n{}",
        said(&output)
    );
}

#[test]
fn stdin_that_is_no_text_is_told_like_a_file() {
    let case = Case::new();
    fs::write(case.path(), &case.text).expect("the file can be written");
    let mut child = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(["assess", "a.yaml", "--answers", "-"])
        .current_dir(case.folder.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("stdin is a pipe");
    stdin
        .write_all(b"format: 1\nanswers: \xff\n")
        .expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    let said = said(&output);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(
        said.contains("error[not-text]: `stdin` is not UTF-8 text (byte 19)"),
        "{said}"
    );
}
