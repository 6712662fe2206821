//! `evidence add` and `evidence check` by command: what is refused, where joined facts go, and that an edit of
//! what is recorded is noticed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use idp_assay::assessment::evidence::{EvidenceRecord, Supports};
use idp_assay::assessment::{Assessment, reader};
use idp_assay::built_in;
use idp_assay::source::Source;

const LEAVERS: &str = "email,left_on\nann@example.com,2026-05-31\nbob@example.com,2026-06-30\n";
const ACCOUNTS: &str = "email,status\nann@example.com,active\nbob@example.com,disabled\n";
const INVENTORY: &str = "account,owner,created,status\nsvc-a,bob@example.com,2024-01-01,active\n";
/// A day that has been, long after the leavers left.
const DAY: &str = "2026-09-01";

/// A folder with an empty assessment.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().expect("a folder"),
        };
        let new = ["new", "a.yaml", "--vendor", "V", "--product", "P"];
        assert!(desk.run(&new).status.success());
        for (name, text) in [
            ("leavers.csv", LEAVERS),
            ("accounts.csv", ACCOUNTS),
            ("inventory.csv", INVENTORY),
        ] {
            desk.write(name, text);
        }
        let log = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ferrowick/artefacts");
        fs::copy(log.join("log.ndjson"), desk.path("log.ndjson")).expect("it is copied");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("it is written");
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_idp-assay"))
            .args(args)
            .current_dir(self.folder.path())
            .output()
            .expect("the program starts")
    }

    /// `evidence add` with these arguments, from the vendor on [`DAY`].
    fn add(&self, args: &[&str]) -> Output {
        let add = [
            "evidence", "add", "a.yaml", "--from", "vendor", "--as-of", DAY,
        ];
        self.run(&[&add, args].concat())
    }

    fn added(&self, args: &[&str]) {
        let added = self.add(args);
        assert!(added.status.success(), "{}", said(&added));
    }

    /// Exit code, and what `evidence check` tells on stdout and stderr.
    fn check(&self) -> (Option<i32>, String) {
        let checked = self.run(&["evidence", "check", "a.yaml"]);
        let told = String::from_utf8_lossy(&checked.stdout).into_owned();
        (checked.status.code(), told + &said(&checked))
    }

    /// Replaces a text in the assessment, once.
    fn edit(&self, from: &str, to: &str) {
        let text = self.text();
        assert!(text.contains(from), "no {from} in {text}");
        self.write("a.yaml", &text.replacen(from, to, 1));
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path("a.yaml")).expect("it is there")
    }

    fn assessment(&self) -> Assessment {
        let source = Source::new("a.yaml", self.text());
        reader::read(&source, &built_in::pack(), None).expect("it is read")
    }

    /// Nothing was recorded and nothing copied.
    fn is_untouched(&self) -> bool {
        self.assessment().evidence.is_empty() && !self.path("a.yaml.evidence").exists()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Name and partner of the joined facts of a record.
fn joined(record: &EvidenceRecord) -> Vec<(&str, &str)> {
    let facts = record.read.iter().flat_map(|read| &read.facts);
    let joined = facts.filter(|fact| fact.place.path.ends_with("joined"));
    joined
        .filter_map(|fact| Some((fact.name.as_ref(), fact.about.as_deref()?)))
        .collect()
}

#[test]
fn only_what_a_log_can_be_asked_for_is_planted() {
    let desk = Desk::new();
    for (planted, help) in [
        ("", "known are "),
        ("revok", "did you mean `revoke`?"),
        ("moonlight", "known are "),
    ] {
        let refused = desk.add(&["log.ndjson", "--planted", planted]);
        assert_eq!(refused.status.code(), Some(2), "{planted}");
        let told = format!("`{planted}` is nothing that can be planted");
        assert!(said(&refused).contains(&told), "{}", said(&refused));
        assert!(said(&refused).contains(help), "{}", said(&refused));
        assert!(desk.is_untouched());
    }
    desk.added(&["log.ndjson", "--planted", "revoke", "--planted", "revoke"]);
    assert_eq!(desk.assessment().evidence[0].planted, ["revoke"]);
}

#[test]
fn a_tested_control_without_a_name_is_refused() {
    let desk = Desk::new();
    let refused = desk.add(&["--supports", "all", "--tested-control", " "]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("nothing is written"));
    assert!(desk.is_untouched());
}

#[test]
fn a_joined_fact_lies_in_the_record_it_points_into_whichever_came_first() {
    for order in [
        ["leavers.csv", "accounts.csv", "inventory.csv"],
        ["accounts.csv", "inventory.csv", "leavers.csv"],
        ["inventory.csv", "leavers.csv", "accounts.csv"],
    ] {
        for at_once in [true, false] {
            let desk = Desk::new();
            match at_once {
                true => desk.added(&order),
                false => order.iter().for_each(|file| desk.added(&[file])),
            }
            let held = desk.assessment();
            let record = |name: &str| {
                let mut records = held.evidence.iter();
                records.find(|record| record.reference == name).expect(name)
            };
            let with = format!("with {}", record("leavers.csv").id);
            let live = [("live-leavers", with.as_str()), ("disable-slowest", &with)];
            assert_eq!(joined(record("accounts.csv")), live);
            let owned = [("owned-by-leavers", with.as_str())];
            assert_eq!(joined(record("inventory.csv")), owned);
            assert!(joined(record("leavers.csv")).is_empty());
            let (code, told) = desk.check();
            assert_eq!(code, Some(0), "{order:?}: {told}");
        }
    }
}

#[test]
fn a_joined_fact_of_a_whole_list_has_no_empty_place() {
    let desk = Desk::new();
    desk.write("accounts.csv", &ACCOUNTS.replace(",active", ",disabled"));
    desk.added(&["leavers.csv", "accounts.csv"]);
    let held = desk.assessment();
    let facts = &held.evidence[1].read.as_ref().expect("it was read").facts;
    let live = facts.iter().find(|fact| fact.name == "live-leavers");
    assert_eq!(live.expect("it is joined").place.path, "joined");
}

#[test]
fn the_same_list_again_adds_facts_with_the_other_record_only() {
    let desk = Desk::new();
    desk.added(&["leavers.csv", "accounts.csv"]);
    let ours = [
        "evidence",
        "add",
        "a.yaml",
        "leavers.csv",
        "--from",
        "us",
        "--as-of",
        DAY,
    ];
    assert!(desk.run(&ours).status.success());
    let held = desk.assessment();
    let partners: Vec<&str> = joined(&held.evidence[1])
        .iter()
        .map(|fact| fact.1)
        .collect();
    assert_eq!(partners, ["with E1", "with E1", "with E3", "with E3"]);
    assert_eq!(desk.check().0, Some(0));
}

#[test]
fn a_file_counts_once_for_each_who_gave_it() {
    let desk = Desk::new();
    desk.added(&["accounts.csv"]);
    let twice = desk.add(&["accounts.csv"]);
    assert_eq!(twice.status.code(), Some(2));
    assert!(said(&twice).contains("the file is recorded already, as E1"));
    let ours = [
        "evidence",
        "add",
        "a.yaml",
        "accounts.csv",
        "--from",
        "us",
        "--as-of",
        DAY,
    ];
    assert!(desk.run(&ours).status.success());
    assert_eq!(desk.assessment().evidence.len(), 2);
}

#[test]
fn an_edit_of_what_is_recorded_is_noticed() {
    for (from, to) in [
        (
            "count: 1\n      basis: complete-list\n      path: row 1, joined",
            "count: 0\n      basis: complete-list\n      path: row 1, joined",
        ),
        ("items: 2", "items: 3"),
        ("date: \"2026-09-01\"", "date: \"2026-08-31\""),
        ("by: analyst", "by: artefact"),
        ("family: identity-list", "family: scim"),
        ("path: row 1, joined", "path: row 2, joined"),
    ] {
        let desk = Desk::new();
        desk.added(&["leavers.csv", "accounts.csv"]);
        desk.edit(from, to);
        let (code, told) = desk.check();
        assert_eq!(code, Some(1), "{from}: {told}");
        assert!(
            told.contains("1 record no longer says what its file says"),
            "{told}"
        );
        assert!(told.contains(" differs   "), "{told}");
        assert!(
            told.contains("record the file anew, or give the same --columns"),
            "{told}"
        );
    }
}

#[test]
fn a_joined_fact_that_is_taken_out_is_noticed() {
    let desk = Desk::new();
    desk.added(&["leavers.csv", "accounts.csv"]);
    let text = desk.text();
    let start = text.find("    - fact: live-leavers").expect("it is joined");
    let end = start + 1 + text[start + 1..].find("    - fact: ").expect("another");
    desk.write("a.yaml", &format!("{}{}", &text[..start], &text[end..]));
    assert_eq!(desk.check().0, Some(1));
}

#[test]
fn a_copy_alone_is_good_until_the_record_is_edited() {
    let desk = Desk::new();
    desk.added(&["leavers.csv", "accounts.csv"]);
    fs::remove_file(desk.path("accounts.csv")).expect("it was there");
    let (code, told) = desk.check();
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("E2     copy only accounts.csv\n"), "{told}");
    desk.edit("path: row 1, joined", "path: row 2, joined");
    let (code, told) = desk.check();
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("E2     differs   accounts.csv\n"), "{told}");
}

#[test]
fn a_list_that_is_gone_does_not_make_its_partner_differ() {
    let desk = Desk::new();
    desk.added(&["leavers.csv", "accounts.csv"]);
    let copy = desk.assessment().evidence[0].copy.clone().expect("a copy");
    fs::remove_file(desk.path("leavers.csv")).expect("it was there");
    fs::remove_file(desk.path(&copy.path)).expect("it was there");
    let (code, told) = desk.check();
    assert_eq!(code, Some(1));
    assert!(
        told.contains("2 recorded files are missing or changed"),
        "{told}"
    );
    assert!(!told.contains("differs"), "{told}");
}

#[test]
fn facts_of_no_file_are_told() {
    let desk = Desk::new();
    desk.added(&["leavers.csv"]);
    let text = desk.text();
    let start = text.find("  file:\n").expect("a file");
    let end = text.find("  supports:").expect("what was read");
    desk.write("a.yaml", &format!("{}{}", &text[..start], &text[end..]));
    let (code, told) = desk.check();
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("E1     no file\n"), "{told}");
}

#[test]
fn a_file_read_with_named_columns_is_checked_with_them() {
    let desk = Desk::new();
    desk.write("people.csv", &LEAVERS.replace("left_on", "gone"));
    desk.write("columns.yaml", "left_on: gone\n");
    desk.added(&["people.csv", "--columns", "columns.yaml"]);
    desk.added(&["accounts.csv"]);
    let (code, told) = desk.check();
    assert_eq!(code, Some(1));
    assert!(told.contains("differs"), "{told}");
    let with = ["evidence", "check", "a.yaml", "--columns", "columns.yaml"];
    let checked = desk.run(&with);
    let told = said(&checked);
    // The accounts have no such column, and were read without.
    assert!(!told.contains("error"), "{told}");
    assert!(checked.status.success());
}

#[test]
fn a_column_that_is_not_there_is_named() {
    let desk = Desk::new();
    desk.write("columns.yaml", "left_on: departure\n");
    let refused = desk.add(&["leavers.csv", "--columns", "columns.yaml"]);
    assert_eq!(refused.status.code(), Some(3));
    let told = said(&refused);
    let wanted = "`columns.yaml` takes `left_on` from the column `departure`, which `leavers.csv` does not have";
    assert!(told.contains(wanted), "{told}");
    assert!(
        told.contains("its columns are `email`, `left_on`"),
        "{told}"
    );
    assert!(told.lines().count() < 5, "{told}");
    assert!(desk.is_untouched());
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let name = OsStr::from_bytes(b"acc\xffounts.csv");
    fs::copy(desk.path("accounts.csv"), desk.folder.path().join(name)).expect("it is copied");
    let refused = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(["evidence", "add", "a.yaml", "--from", "us", "--as-of", DAY])
        .args([OsStr::new("leavers.csv"), name])
        .current_dir(desk.folder.path())
        .output()
        .expect("the program starts");
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("is not UTF-8, so it cannot be recorded"));
    assert!(said(&refused).contains("rename the file"));
    assert!(desk.is_untouched());
}

#[test]
fn nothing_is_copied_before_every_file_is_accepted() {
    let desk = Desk::new();
    desk.write("notes.txt", "nothing of the kind\n");
    let refused = desk.add(&["accounts.csv", "notes.txt"]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(desk.is_untouched());
}

#[test]
fn a_question_is_supported_once_and_all_stands_alone() {
    let desk = Desk::new();
    let call = ["--reference", "A call", "--supports", "Q.rev.01"];
    desk.added(&[&call[..], &["--supports", "Q.rev.01"]].concat());
    let Supports::Questions(ids) = &desk.assessment().evidence[0].supports else {
        panic!("it supports questions");
    };
    assert_eq!(ids.len(), 1);
    let refused = desk.add(&[&call[..], &["--supports", "all"]].concat());
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("`all` stands alone"));
}

#[test]
fn who_said_a_day_that_lies_ahead_is_helped() {
    let desk = Desk::new();
    let add = [
        "evidence",
        "add",
        "a.yaml",
        "accounts.csv",
        "--from",
        "us",
        "--as-of",
        "2999-01-01",
    ];
    let refused = desk.run(&add);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("`2999-01-01` lies in the future"));
    assert!(
        said(&refused).contains("check `--as-of`"),
        "{}",
        said(&refused)
    );
}
