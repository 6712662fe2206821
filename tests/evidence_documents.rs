//! Assurance documents by command: read from a PDF, listed, confirmed.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use idp_assay::assessment::{Assessment, reader};
use idp_assay::built_in;
use idp_assay::pack::document::DocumentKind;
use idp_assay::source::Source;

/// A folder with an empty assessment.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().expect("a folder"),
        };
        let new = [
            "new",
            "a.yaml",
            "--vendor",
            "V",
            "--product",
            "Sign-in Cloud",
        ];
        assert!(desk.run(&new).status.success());
        desk
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_idp-assay"))
            .args(args)
            .current_dir(self.folder.path())
            .output()
            .expect("the program starts")
    }

    fn assessment(&self) -> Assessment {
        let text = std::fs::read_to_string(self.folder.path().join("a.yaml")).expect("it is there");
        let source = Source::new("a.yaml", text);
        reader::read(&source, &built_in::pack(), None).expect("it is read")
    }
}

fn pdf(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/evidence")
        .join(name)
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_report_is_read_recorded_and_counts_once_it_is_confirmed() {
    let desk = Desk::new();
    let report = pdf("soc2-chromium.pdf");
    let added = desk.run(&[
        "evidence",
        "add",
        "a.yaml",
        report.to_str().expect("a path"),
    ]);
    assert!(added.status.success(), "{}", said(&added));
    assert!(said(&added).contains("recorded as D1: SOC 2 Type II report"));
    let held = desk.assessment();
    let document = &held.documents[0];
    assert_eq!(document.kind, DocumentKind::Soc2T2);
    assert!(!document.is_confirmed());
    assert!(document.says.contains_key("period"));
    let period = document
        .read
        .iter()
        .find(|excerpt| excerpt.field.as_str() == "period");
    assert!(period.is_some_and(|excerpt| excerpt.page > 0 && !excerpt.words.is_empty()));
    let confirmed = desk.run(&["evidence", "confirm", "a.yaml", "D1", "--by", "Ana"]);
    assert!(said(&confirmed).contains("D1 is confirmed by Ana"));
    let held = desk.assessment();
    let confirmed = held.documents[0]
        .confirmed
        .as_ref()
        .expect("it is confirmed");
    assert_eq!(confirmed.by, "Ana");
}

#[test]
fn a_scan_needs_its_kind_and_proposes_nothing() {
    let desk = Desk::new();
    let scan = pdf("scan.pdf");
    let scan = scan.to_str().expect("a path");
    let refused = desk.run(&["evidence", "add", "a.yaml", scan]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(said(&refused).contains("it holds no text"));
    assert!(desk.assessment().documents.is_empty());
    let added = desk.run(&["evidence", "add", "a.yaml", scan, "--document", "iso27001"]);
    assert!(said(&added).contains("nothing is proposed: cannot read"));
    let held = desk.assessment();
    assert_eq!(held.documents[0].kind, DocumentKind::Iso27001);
    assert!(held.documents[0].says.is_empty());
}

#[test]
fn what_cannot_be_confirmed_is_told_with_what_there_is() {
    let desk = Desk::new();
    let none = desk.run(&["evidence", "confirm", "a.yaml", "D1", "--by", "Ana"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(said(&none).contains("record one with `evidence add FILE REPORT.pdf`"));
}

#[test]
fn evidence_that_is_no_document_says_where_it_is_from_and_what_it_supports() {
    let desk = Desk::new();
    let nobody = desk.run(&["evidence", "add", "a.yaml", "a.yaml"]);
    assert_eq!(nobody.status.code(), Some(2));
    assert!(said(&nobody).contains("add `--from vendor` or `--from us`"));
    let nothing = desk.run(&["evidence", "add", "a.yaml", "a.yaml", "--from", "us"]);
    assert!(said(&nothing).contains("is no kind of artefact that is known"));
    assert!(said(&nothing).contains("`--supports QUESTION --as-of DATE`"));
    let spoken = desk.run(&[
        "evidence",
        "add",
        "a.yaml",
        "--from",
        "us",
        "--reference",
        "A call",
    ]);
    assert!(said(&spoken).contains("the evidence supports no question"));
}

#[test]
fn documents_are_listed_with_why_they_do_not_count() {
    let desk = Desk::new();
    let letter = pdf("letter-reportlab.pdf");
    desk.run(&[
        "evidence",
        "add",
        "a.yaml",
        letter.to_str().expect("a path"),
    ]);
    let listed = desk.run(&["evidence", "list", "a.yaml"]);
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.contains("D1     Bridge letter: "), "{listed}");
    assert!(listed.contains("not confirmed by a person]"), "{listed}");
}
