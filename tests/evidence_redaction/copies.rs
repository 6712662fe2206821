//! Copies are as good as their files: they give the same facts, and are not changed by being copied.

use std::path::Path;

use idp_assay::evidence::families;
use idp_assay::evidence::input;
use idp_assay::evidence::reading::{Context, Reading};
use idp_assay::evidence::redact;

use crate::inputs;

fn read(text: &str) -> Option<Reading> {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is a day");
    let content = input::open(text.as_bytes()).ok()?;
    families::read(&content, &Context::on(day)).ok()
}

fn copy(text: &str) -> Option<String> {
    redact::copy(&input::open(text.as_bytes()).ok()?)
}

/// What is wrong with the copies of the files in a folder.
fn wrong(root: &Path) -> Vec<String> {
    let mut wrong = vec![];
    for file in inputs::files(root) {
        let text = inputs::text(&file);
        let Some(reading) = read(&text) else {
            continue;
        };
        let name = file.display();
        let Some(first) = copy(&text) else {
            wrong.push(format!("{name}: there is no copy"));
            continue;
        };
        if copy(&first).as_ref() != Some(&first) {
            wrong.push(format!("{name}: the copy of the copy differs"));
        }
        match read(&first) {
            None => wrong.push(format!("{name}: the copy is not read")),
            Some(again) => {
                wrong.extend(different(&reading, &again).map(|what| format!("{name}: {what}")))
            }
        }
    }
    wrong
}

/// The first difference of two readings but for the ends of ids.
fn different(one: &Reading, other: &Reading) -> Option<String> {
    let facts = one.facts.iter().zip(&other.facts);
    let mut differing = facts.filter(|(a, b)| a != b);
    if let Some((a, b)) = differing.next() {
        return Some(format!("{a:?}\n    became {b:?}"));
    }
    let odd = one
        .anomalies
        .iter()
        .zip(&other.anomalies)
        .find(|(a, b)| a != b);
    if let Some((a, b)) = odd {
        return Some(format!("{a:?}\n    became {b:?}"));
    }
    (one != other).then(|| {
        format!(
            "{} facts became {}; {:?} {:?}",
            one.facts.len(),
            other.facts.len(),
            one.partial,
            other.partial
        )
    })
}

#[test]
fn the_copy_of_a_fixture_gives_the_same_facts() {
    let wrong = wrong(&inputs::fixtures());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn the_copy_of_a_sample_gives_the_same_facts() {
    let Some(samples) = inputs::samples() else {
        return;
    };
    let wrong = wrong(&samples);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
