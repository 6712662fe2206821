//! The report in German: no sentence of it is English, in any form. The PDF is set from the same tree as the page.

mod workbook;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use workbook::Workbook;

/// Words that no German sentence holds.
const ENGLISH: [&str; 12] = [
    "the", "and", "is", "are", "of", "not", "with", "for", "which", "by", "from", "to",
];

/// What stays as it is written, and why.
const ALLOWED: [(&str, &str); 9] = [
    ("Statement of Applicability", "the name of a document"),
    ("Proof of", "menus and titles of English products"),
    ("System and Organization Controls", "a proper name"),
    ("Points of Focus", "said in English by auditors"),
    ("Key for Code", "PKCE, a proper name"),
    ("Consent and permissions", "a menu of an English product"),
    ("Monitoring and health", "a menu of an English product"),
    ("access to support", "a setting of an English product"),
    ("just in time", "said in English by everybody"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Writes an example in this language.
fn write(example: &str, language: &str, audience: &str, outputs: &[PathBuf]) {
    let file = root()
        .join("examples")
        .join(example)
        .join("assessment.yaml");
    let mut command = Command::new(env!("CARGO_BIN_EXE_idp-assay"));
    command.arg("report").arg(file);
    command.args(["--language", language, "--audience", audience]);
    for output in outputs {
        command.arg("-o").arg(output);
    }
    let output = command.output().expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
}

/// The texts of an example that somebody wrote into it: answers, notes, references, names.
fn given(example: &str) -> String {
    let folder = root().join("examples").join(example);
    let text = std::fs::read_to_string(folder.join("assessment.yaml")).expect("an example");
    words_alone(&text)
}

/// Letters and digits with one space between: neither escapes nor line ends matter.
fn words_alone(text: &str) -> String {
    // An id such as `owner-not-mandatory` is one word.
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    let words = words.map(|word| word.trim_matches('-'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// English words of a text, each with the two words around it, where no input and no proper name holds them.
fn english(text: &str, given: &str) -> BTreeSet<String> {
    let text = words_alone(text);
    let words: Vec<&str> = text.split(' ').collect();
    let around = words.windows(5).filter(|around| {
        let is_english = ENGLISH.contains(&around[2]);
        let allowed = ALLOWED.iter().any(|(allowed, _)| {
            around.join(" ").contains(allowed) || allowed.contains(&around[1..4].join(" "))
        });
        // A quoted text begins or ends beside words of ours.
        let is_given = |part: &[&str]| given.contains(&part.join(" "));
        is_english && !allowed && !around.windows(3).any(is_given)
    });
    around.map(|around| around.join(" ")).collect()
}

fn check(example: &str) {
    let folder = TempDir::new().expect("a temporary folder");
    let given = given(example);
    let mut found = BTreeSet::new();
    for audience in ["committee", "architect", "analyst"] {
        let path = |ending: &str| folder.path().join(format!("{audience}.{ending}"));
        let outputs = ["md", "html", "pdf", "xlsx"].map(path);
        write(example, "de", audience, &outputs);
        let text = std::fs::read_to_string(&outputs[0]).expect("a report");
        found.extend(english(&text, &given));
        found.extend(english(&html_text(&outputs[1]), &given));
        for text in book_texts(&outputs[3]) {
            found.extend(english(&text, &given));
        }
    }
    let found: Vec<String> = found.into_iter().collect();
    assert!(
        found.is_empty(),
        "{} places:\n{}",
        found.len(),
        found.join("\n")
    );
}

/// The texts of all cells of a workbook.
fn book_texts(path: &Path) -> Vec<String> {
    let book = Workbook::read(&std::fs::read(path).expect("a workbook"));
    let cells = book.sheets.iter().flat_map(|sheet| sheet.cells.values());
    cells
        .filter_map(|cell| cell.text().map(str::to_owned))
        .collect()
}

/// The words of a page, without its tags, style and script.
fn html_text(path: &Path) -> String {
    let page = std::fs::read_to_string(path).expect("a page");
    let mut text = String::new();
    let mut rest = page.as_str();
    while let Some((words, tag)) = rest.split_once('<') {
        text.push_str(words);
        text.push(' ');
        let skipped = ["style", "script"]
            .into_iter()
            .find(|name| tag.starts_with(name));
        let end = skipped.map_or(">".to_owned(), |name| format!("</{name}>"));
        rest = tag.split_once(&end).map_or("", |(_, rest)| rest);
    }
    text
}

#[test]
fn a_report_on_papers_alone_holds_no_english_sentence() {
    check("larkhaven");
}

#[test]
fn a_report_with_artefacts_holds_no_english_sentence() {
    check("ferrowick");
}
