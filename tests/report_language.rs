//! What the language of a report changes, and what it does not.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// An example, written in this language to a file of this ending.
fn written(language: &str, ending: &str) -> String {
    let folder = TempDir::new().expect("a temporary folder");
    let file: PathBuf = folder.path().join(format!("report.{ending}"));
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/larkhaven/assessment.yaml");
    let output = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(["report", "--language", language])
        .arg(example)
        .arg("-o")
        .arg(&file)
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    std::fs::read_to_string(file).expect("the report is there")
}

#[test]
fn an_exchange_format_speaks_one_language() {
    for ending in ["oscal-ar.json", "oscal-poam.json"] {
        assert_eq!(written("de", ending), written("en", ending), "{ending}");
    }
}

#[test]
fn a_page_says_its_language_and_keeps_its_anchors() {
    let (german, english) = (written("de", "html"), written("en", "html"));
    assert!(german.contains("<html lang=\"de\">") && english.contains("<html lang=\"en\">"));
    let anchors = ["limits-of-this-report", "risk-picture", "from-the-vendor"];
    for anchor in anchors {
        let anchor = format!(" id=\"{anchor}\"");
        assert!(
            german.contains(&anchor) && english.contains(&anchor),
            "{anchor}"
        );
    }
    assert!(german.contains(">Grenzen dieses Berichts<") && german.contains("Zum Inhalt springen"));
}
