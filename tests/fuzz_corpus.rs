//! The corpus of the fuzz targets, replayed, and random documents made of the words that matter.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use idp_assay::evidence::Pages;
use idp_assay::evidence::assurance::{Reading, propose};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn corpus(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let entries = fs::read_dir(folder).expect("the corpus can be read");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("it is there").path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

fn pages(text: &str) -> Pages {
    Pages::new(text.split('\u{c}').map(str::to_string))
}

/// Whether a reader can check every proposal.
fn can_be_checked(reading: &Reading, pages: &Pages) -> bool {
    let kind = reading.kind.iter().map(|kind| (kind.page, &kind.words));
    let proposals = reading
        .proposals
        .iter()
        .map(|found| (found.page, &found.words));
    let is_right = |(page, words): (usize, &String)| {
        let is_line = words.chars().count() <= 160 && !words.chars().any(char::is_control);
        is_line && !words.is_empty() && (1..=pages.texts().len()).contains(&page)
    };
    let has_form = reading.kind.is_some() || reading.proposals.is_empty();
    has_form && kind.chain(proposals).all(is_right)
}

#[test]
fn every_file_of_the_pdf_corpus_is_read_or_refused() {
    for path in corpus("pdf") {
        let output = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
            .args(["evidence", "read"])
            .arg(&path)
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        match output.status.code() {
            Some(0) => {}
            Some(3) => assert!(
                said.contains("error[bad-pdf]"),
                "{}: {said}",
                path.display()
            ),
            other => panic!("{}: {other:?}: {said}", path.display()),
        }
    }
}

#[test]
fn every_text_of_the_corpus_can_be_checked() {
    let mut kinds = 0;
    for path in corpus("propose") {
        let pages = pages(&fs::read_to_string(&path).expect("it is text"));
        let reading = propose(&pages);
        assert!(can_be_checked(&reading, &pages), "{}", path.display());
        kinds += usize::from(reading.kind.is_some());
    }
    assert!(kinds >= 3);
}

/// Pieces that the patterns look for, and some that are hard to cut.
const PIECES: &[&str] = &[
    "Section I: Independent Service Auditor's Report\n\n",
    "Section III: Description of the System X\n\n",
    "Section IV: Tests of Controls\n\n",
    "Section V: Other Information\n\n",
    "Table of Contents\n",
    "Opinion\n",
    "\n\n",
    "We have examined",
    "trust services criteria relevant to security and privacy",
    "throughout the period",
    "January 1, 2025",
    "31.12.2025",
    "to",
    "through",
    "as of",
    "SOC 2",
    "Type II",
    "Type 1",
    "report",
    "In our opinion,",
    "except for the matter described",
    "in all material respects",
    "Qualified Opinion\n",
    "Basis for Qualified Opinion\n",
    "CC6.2",
    "CC6.1-01",
    "IAM-07",
    "No exceptions noted.",
    "Exception noted.",
    "2 of 25",
    "twenty-five",
    "\u{fc}\u{df}\u{2014}",
    "\u{1f512}",
    "\u{e9}",
    "\t",
    "\n",
    ". ",
    "\"",
    "(",
    ")",
    "uses Example Cloud",
    "a subservice organization",
    "Complementary User Entity Controls\n\n",
    "\u{2022} ",
    "User entities are responsible for this.",
    "This is to certify that",
    "requirements of ISO/IEC 27001:2022",
    "Certificate Number:",
    "IS 1234",
    "Issue date:",
    "Valid from",
    "Expiry date",
    "Scope:",
    "Statement of Applicability",
    "version 3",
    "bridge letter",
    "Dear",
    "since",
    "date of this letter",
    "no material changes",
    "incidents",
    "Harrow LLP\n",
    "Denver,",
    "/s/ Jane",
    "Issued by",
    "for and on behalf of BSI",
    "\u{c}",
    "x",
    " ",
    "..... 4\n",
];

/// Beginnings after which a document is of a kind whatever follows.
const BEGINNINGS: &[&str] = &[
    "",
    "Independent Service Auditor's Report\n\nWe have examined, on the trust services criteria, throughout the period \
     January 1, 2025 to December 31, 2025, what follows. ",
    "Certificate of Registration\nIt complies with ISO/IEC 27001:2022. ",
    "To whom it may concern: this bridge letter follows the SOC 2 report. ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_documents_can_be_checked(
        beginning in select(BEGINNINGS),
        pieces in vec(select(PIECES), 0..120),
        gap in select(vec!["", " ", "\n"]),
    ) {
        let pages = pages(&(beginning.to_string() + &pieces.join(gap)));
        let reading = propose(&pages);
        prop_assert!(can_be_checked(&reading, &pages), "{reading:?}");
    }

    #[test]
    fn a_document_reads_the_same_twice(pieces in vec(select(PIECES), 0..60)) {
        let pages = pages(&pieces.join(" "));
        prop_assert_eq!(propose(&pages), propose(&pages));
    }
}
