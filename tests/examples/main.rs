//! The shipped examples are what their README says, and their reports are what the program writes.
//!
//! `UPDATE_EXAMPLES=1 cargo test --test examples` writes the reports anew; look at what changed
//! before you commit it.

mod documents;
mod made_up;
mod paper;
mod public;

use std::path::{Path, PathBuf};
use std::process::Command;

use idp_assay::assessment::{reader, writer};
use idp_assay::cli::store::{self, Opened};
use idp_assay::pack::model::Band;
use idp_assay::score::verdict::Status;
use idp_assay::score::{AssessmentScore, score_assessment};
use idp_assay::source::Source;
use sha2::{Digest, Sha256};

/// A vendor that does not exist, with good papers and neglected machine identities.
const MADE_UP: &str = "brindlewick";
/// A real provider, answered from public facts alone.
const PUBLIC: &str = "entra-public-facts";
/// A vendor that does not exist, with spotless papers and no controls on machine identities.
const PAPER: &str = "sealwright";

/// A vendor that does not exist, whose assurance documents somebody has read.
const DOCUMENTS: &str = "larkhaven";

/// A vendor that does not exist, whose answers are held against files.
const ARTEFACTS: &str = "ferrowick";

const EXAMPLES: [&str; 5] = [MADE_UP, PUBLIC, PAPER, DOCUMENTS, ARTEFACTS];
const REPORTS: [&str; 3] = ["report.pdf", "report.md", "report.html"];
const SCORE: &str = "score.json";

fn folder(example: &str) -> PathBuf {
    Path::new("examples").join(example)
}

fn file(example: &str) -> PathBuf {
    folder(example).join("assessment.yaml")
}

/// The assessment of an example, which must be without problems.
fn open(example: &str) -> Opened {
    store::read(&file(example), None).expect("an example has no problems")
}

fn score(opened: &Opened) -> AssessmentScore {
    score_assessment(&opened.pack, &opened.assessment)
}

/// Runs the program and gives what it wrote to stdout.
fn run(arguments: &[&str]) -> Vec<u8> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_idp-assay"));
    let output = program.args(arguments).output().expect("the program runs");
    let talk = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {talk}");
    output.stdout
}

/// The comment at the top of a file, with the text below it.
fn split_head(text: &str) -> (&str, &str) {
    let head: usize = text
        .split_inclusive('\n')
        .take_while(|line| line.starts_with('#'))
        .map(str::len)
        .sum();
    text.split_at(head)
}

#[test]
fn every_example_passes_lint() {
    for example in EXAMPLES {
        let path = file(example);
        run(&["lint", path.to_str().expect("the path is text")]);
    }
}

#[test]
fn every_example_is_as_the_program_writes_it_below_a_comment() {
    for example in EXAMPLES {
        let Opened { pack, assessment } = open(example);
        let text = std::fs::read_to_string(file(example)).expect("it can be read");
        let (head, body) = split_head(&text);
        assert!(!head.is_empty(), "{example}");
        let written = writer::write(&assessment);
        assert_eq!(written, body, "{example}");
        let read = reader::read(&Source::new(example, written), &pack, None);
        assert_eq!(read.expect("it has no problems"), assessment);
    }
}

#[test]
fn every_example_says_who_answered_and_when() {
    for example in EXAMPLES {
        for (id, response) in open(example).assessment.answers {
            assert!(response.by.is_some(), "{example} {id}");
            assert!(response.on.is_some(), "{example} {id}");
        }
    }
}

/// The residual risk as the README states it: an unrated one only as its interval.
fn result(scored: &AssessmentScore) -> String {
    let (residual, ruling) = (scored.score.residual, &scored.score.ruling);
    match ruling.status {
        Status::Unrated => format!("{:.1} to {:.1}, unrated", residual.low, residual.high),
        Status::Provisional | Status::Rated => {
            let mut names = Band::NAMES.iter();
            let (name, _) = names
                .find(|(_, band)| *band == ruling.band)
                .expect("it has a name");
            format!("{:.1}, {name}", residual.point)
        }
    }
}

#[test]
fn every_example_stands_in_the_readme_with_its_result() {
    let readme = std::fs::read_to_string("examples/README.md").expect("it can be read");
    for (example, verdict) in [
        (MADE_UP, "approve with conditions"),
        (PUBLIC, "insufficient evidence"),
        (PAPER, "do not approve"),
        (DOCUMENTS, "do not approve"),
        (ARTEFACTS, "do not approve"),
    ] {
        let link = format!("({example}/assessment.yaml)");
        let mut rows = readme.lines().filter(|line| line.contains(&link));
        let row = rows.next().expect("it stands in the table");
        assert!(row.contains(verdict), "{example}");
        let result = result(&score(&open(example)));
        assert!(
            row.contains(&format!("| {result} |")),
            "{example}: {result}"
        );
    }
}

#[test]
fn files_beside_an_example_are_those_that_were_recorded() {
    let mut seen = 0;
    for example in EXAMPLES {
        let assessment = open(example).assessment;
        let records = assessment.evidence.iter();
        let records = records.filter_map(|record| record.file.as_ref());
        let documents = assessment.documents.iter();
        let documents = documents.filter_map(|document| document.file.as_ref());
        for recorded in records.chain(documents) {
            let bytes = std::fs::read(folder(example).join(&recorded.path)).expect("it is there");
            let digest = Sha256::digest(&bytes);
            let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(hex, recorded.sha256, "{example}: {}", recorded.path);
            seen += 1;
        }
    }
    assert_eq!(seen, 18);
}

/// Writes the reports of an example, and its score as JSON, into `to`.
fn write_reports(example: &str, to: &Path) {
    let path = file(example);
    let assessment = path.to_str().expect("the path is text");
    for report in REPORTS {
        let output = to.join(report);
        let output = output.to_str().expect("the path is text");
        run(&["--quiet", "report", assessment, "-o", output]);
    }
    let json = run(&["score", assessment, "--format", "json"]);
    std::fs::write(to.join(SCORE), json).expect("the folder can be written");
}

#[test]
fn the_reports_are_those_that_the_program_writes() {
    let update = std::env::var_os("UPDATE_EXAMPLES").is_some();
    for example in EXAMPLES {
        if update {
            write_reports(example, &folder(example));
        }
        let fresh = tempfile::tempdir().expect("a folder can be made");
        write_reports(example, fresh.path());
        for file in REPORTS.into_iter().chain([SCORE]) {
            let shipped = std::fs::read(folder(example).join(file)).expect("it is shipped");
            let written = std::fs::read(fresh.path().join(file)).expect("it was written");
            assert!(!shipped.is_empty(), "{example}/{file} is empty");
            assert!(
                shipped == written,
                "{example}/{file} is outdated; run `UPDATE_EXAMPLES=1 cargo test --test examples`"
            );
        }
    }
}
