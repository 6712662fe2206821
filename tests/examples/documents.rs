//! The vendor whose documents somebody has read: what is wrong with them, and until when they count.

use std::collections::BTreeSet;

use idp_assay::assessment::document::Document;
use idp_assay::checks::documents::dates::stops_counting;
use idp_assay::checks::documents::held::Held;
use idp_assay::cli::store::Opened;
use idp_assay::score::gate::GateState;

use super::{DOCUMENTS, open, score};

#[test]
fn its_documents_raise_the_flags_that_their_readme_promises() {
    let scored = score(&open(DOCUMENTS));
    let raised: BTreeSet<&str> = scored.raised.iter().map(|raised| raised.flag).collect();
    let readme = std::fs::read_to_string("examples/larkhaven/documents/README.md");
    let readme = readme.expect("it can be read");
    for flag in [
        "RF-S-08", "RF-S-09", "RF-S-14", "RF-S-15", "RF-S-16", "RF-S-18", "RF-S-21", "RF-S-23",
        "RF-S-24", "RF-S-31", "RF-S-32", "RF-S-33", "RF-S-34", "RF-S-40", "RF-I-26",
    ] {
        assert!(raised.contains(flag), "{flag} is not raised");
        assert!(readme.contains(flag), "{flag} is not in the README");
    }
    for flag in &raised {
        assert!(
            readme.contains(flag),
            "{flag} is raised and not in the README"
        );
    }
}

#[test]
fn keys_that_another_company_keeps_unexamined_fail_their_gate() {
    let scored = score(&open(DOCUMENTS));
    let gates = &scored.score.ruling.gates;
    let gate = gates.iter().find(|gate| gate.control.as_str() == "PL1");
    assert_eq!(gate.map(|gate| gate.state), Some(GateState::Failed));
}

#[test]
fn its_documents_stop_counting_on_known_days() {
    let Opened { pack, assessment } = open(DOCUMENTS);
    let held = Held::new(&pack, &assessment);
    let days: Vec<(String, String)> = stops_counting(&held)
        .iter()
        .map(|stop| (stop.document.to_string(), stop.on.to_string()))
        .collect();
    let expected = [
        ("D1", "2026-07-03"),
        ("D2", "2027-07-03"),
        ("D3", "2026-05-02"),
        ("D4", "2027-05-20"),
    ];
    let expected = expected.map(|(id, day)| (id.to_owned(), day.to_owned()));
    assert_eq!(days, expected);
}

#[test]
fn every_document_was_confirmed_after_the_program_had_read_it() {
    let documents = open(DOCUMENTS).assessment.documents;
    assert_eq!(documents.len(), 4);
    assert!(documents.iter().all(Document::is_confirmed));
    assert!(documents.iter().all(|document| document.read.len() >= 3));
}
