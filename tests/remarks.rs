//! The remarks that readers make on files: each of them is said in every language.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use idp_assay::evidence::families;
use idp_assay::evidence::input;
use idp_assay::evidence::reading::Context;
use idp_assay::pack::language::Language;
use idp_assay::words::Words;

/// All files below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found.sort();
    found
}

/// The remarks on a file; none where it is not read.
fn remarks(path: &Path, on: NaiveDate) -> Vec<String> {
    let bytes = fs::read(path).expect("the file can be read");
    let Ok(content) = input::open(std::io::Cursor::new(bytes)) else {
        return vec![];
    };
    let Ok(reading) = families::read(&content, &Context::on(on)) else {
        return vec![];
    };
    let odd = reading.anomalies.into_iter().map(|odd| odd.what);
    odd.chain(reading.partial).collect()
}

/// Whether the German catalogue says it: no remark is the same in both languages.
fn is_said(remark: &str) -> bool {
    Words::of(Language::German).remark(remark) != remark
}

#[test]
fn every_remark_on_a_fixture_is_said_in_german() {
    // On an early day everything in a file lies ahead, which readers remark on.
    let days = ["2026-11-01", "2001-01-01"].map(|day| day.parse().expect("a day"));
    let paths = files(Path::new("tests/artefacts"));
    let read = paths
        .iter()
        .flat_map(|path| days.map(|day| (path, remarks(path, day))));
    let mut seen = 0;
    for (path, remarks) in read {
        for remark in remarks {
            seen += 1;
            assert!(is_said(&remark), "{}: `{remark}`", path.display());
        }
    }
    assert!(seen > 20, "{seen} remarks");
}

/// The texts that code writes as a remark, each with `1` in the place of a value.
fn written(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let starts = ["odd(", "not_whole(", "note(", "gaps.push("].into_iter();
    let calls = starts.flat_map(|start| code.split(start).skip(1));
    let texts = calls.filter_map(|call| {
        let text = call.trim_start();
        let text = text.strip_prefix('&').unwrap_or(text);
        let text = text.strip_prefix("format!(").unwrap_or(text).trim_start();
        text.strip_prefix('"')?.split('"').next()
    });
    texts.map(filled).collect()
}

fn filled(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let rest = part.split_once('}').map_or("", |(_, rest)| rest);
        text + "1" + rest
    })
}

/// Remarks put together of words that the code holds apart; the catalogue has one message for each of them.
const PUT_TOGETHER: [&str; 8] = [
    "1 with an unknown end; roleAssignmentScheduleInstances tells it",
    "1 1",
    "1 lies after the day of the file",
    "a token: 1",
    "when `1` was 1 1",
    "`1` was 1 after the day of the list",
    "`1` was 1 before it was created",
    "when `1` 1 1",
];

#[test]
fn every_remark_that_code_writes_out_is_said_in_german() {
    let of_file = |path: PathBuf| written(&fs::read_to_string(path).expect("a file of ours"));
    let paths = files(Path::new("src/evidence")).into_iter();
    let remarks: Vec<String> = paths.flat_map(of_file).collect();
    assert!(remarks.len() > 50, "{} remarks", remarks.len());
    let is_put_together = |remark: &str| PUT_TOGETHER.contains(&remark);
    let unsaid = remarks.into_iter();
    let unsaid = unsaid.filter(|remark| !is_said(remark) && !is_put_together(remark));
    assert_eq!(unsaid.collect::<Vec<_>>(), Vec::<String>::new());
}
