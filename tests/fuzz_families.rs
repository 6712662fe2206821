//! The corpora of the families' fuzz targets and the fixtures of `artefacts/`, replayed, and fixtures that are cut,
//! bent and doubled at random.

use std::fs;
use std::path::{Path, PathBuf};

use idp_assay::evidence::families::FAMILIES;
use idp_assay::evidence::log;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

#[path = "../fuzz/invariants.rs"]
mod invariants;

fn families() -> Vec<&'static str> {
    let known = FAMILIES.iter().map(|family| family.id);
    known.chain([log::FAMILY.id]).collect()
}

/// The files of a folder, in order.
fn files(folder: &str, family: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(folder)
        .join(family);
    let entries =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("it is there").path())
        .collect();
    paths.sort();
    paths
}

#[track_caller]
fn check(family: &str, path: &Path) {
    let bytes = fs::read(path).expect("the file can be read");
    let result = std::panic::catch_unwind(|| invariants::check(family, &bytes));
    assert!(result.is_ok(), "{family}: {}", path.display());
}

#[test]
fn every_target_has_a_family_and_a_corpus() {
    let manifest = include_str!("../fuzz/Cargo.toml");
    for family in families() {
        let target = family.replace('-', "_");
        assert!(
            manifest.contains(&format!("name = \"{target}\"")),
            "{target} is no target"
        );
        assert!(
            files("fuzz/corpus", family).len() >= 3,
            "{family} has hardly a corpus"
        );
    }
}

#[test]
fn the_corpus_of_a_family_keeps_the_invariants_of_readings() {
    for family in families() {
        files("fuzz/corpus", family)
            .iter()
            .for_each(|path| check(family, path));
    }
}

#[test]
fn every_fixture_keeps_them_in_every_family() {
    for path in families()
        .iter()
        .flat_map(|family| files("tests/artefacts", family))
    {
        families().iter().for_each(|family| check(family, &path));
    }
}

/// A change to a file.
#[derive(Debug, Clone)]
enum Change {
    Cut(Index),
    Byte(Index, u8),
    /// The value that begins behind this place becomes another.
    Value(Index, &'static str),
    Line(Index),
    /// Some bytes are taken out.
    Without(Index, usize),
}

/// Values at the edges of what a reader may expect.
const EXTREMES: &[&str] = &[
    "null",
    "true",
    "\"\"",
    "[]",
    "{}",
    "0",
    "-1",
    "-0.0",
    "1e308",
    "1e999",
    "99999999999999999999",
    "9007199254740993",
    "\"NaN\"",
    "\"-1\"",
    "\"true\"",
    "\"0001-01-01T00:00:00Z\"",
    "\"9999-12-31T23:59:59.9999999Z\"",
    "\"+262143-12-31T23:59:59Z\"",
    "\"2026-02-30 25:61\"",
    "\"P99999999999Y\"",
    "\"99999999.23:59:59\"",
    "\"\u{202e}\u{200b}\u{1f512}\"",
    "\"\\u0000\\ud83d\\udd12\"",
    "\"{\\\"a\\\":\"",
    "\"%7B%ZZ%\"",
    "\"eyJhbGciOiJub25lIn0.eyJleHAiOjF9.c2lnbmF0dXJl\"",
    "\"AKIAXEXAMPLE7BACKUP1\"",
    "[[[[[[[[]]]]]]]]",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<Index>;
    let change = prop_oneof![
        1 => at().prop_map(Change::Cut),
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        6 => (at(), select(EXTREMES)).prop_map(|(at, value)| Change::Value(at, value)),
        2 => at().prop_map(Change::Line),
        2 => (at(), 1..200usize).prop_map(|(at, length)| Change::Without(at, length)),
    ];
    vec(change, 1..6)
}

fn changed(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match change {
        Change::Cut(at) => bytes.truncate(at.index(length)),
        Change::Byte(at, byte) => bytes[at.index(length)] = *byte,
        Change::Without(at, count) => {
            let from = at.index(length);
            bytes.drain(from..length.min(from + count));
        }
        Change::Line(at) => {
            let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
            let at = at.index(lines.len());
            *bytes = [&lines[..=at], &lines[at..]].concat().concat();
        }
        Change::Value(at, value) => {
            if let Some(range) = value_behind(bytes, at.index(length)) {
                // A table holds its values without the quotes of JSON.
                let is_json = matches!(bytes.first(), Some(b'{' | b'['));
                let value = if is_json {
                    value
                } else {
                    value.trim_matches('"')
                };
                bytes.splice(range, value.bytes());
            }
        }
    }
}

/// Where the next value stands: behind a colon in JSON, between commas or semicolons in a table.
fn value_behind(bytes: &[u8], from: usize) -> Option<std::ops::Range<usize>> {
    let is_json = matches!(bytes.first(), Some(b'{' | b'['));
    let begins: &[u8] = if is_json { b":" } else { b",;\n" };
    let mut start = from
        + bytes[from..]
            .iter()
            .position(|byte| begins.contains(byte))?
        + 1;
    while bytes.get(start) == Some(&b' ') {
        start += 1;
    }
    let rest = bytes.get(start..)?;
    let length = match rest.first()? {
        b'"' => rest[1..].iter().position(|byte| *byte == b'"')? + 2,
        _ => rest.iter().position(|byte| b",;}]\n".contains(byte))?,
    };
    Some(start..start + length)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_bent_fixture_keeps_them_too(at in any::<Index>(), changes in changes()) {
        let fixtures: Vec<_> = families().iter().flat_map(|family| {
            files("tests/artefacts", family).into_iter().map(move |path| (*family, path))
        }).collect();
        let (own, path) = at.get(&fixtures);
        let mut bytes = fs::read(path).expect("the file can be read");
        for change in &changes {
            changed(&mut bytes, change);
        }
        invariants::check(own, &bytes);
    }
}
