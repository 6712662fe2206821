//! An assessment with assurance documents of every state, on the answers and evidence of the made-up vendor.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::Path;

use chrono::Days;
use idp_assay::assessment::{Assessment, reader};
use idp_assay::pack::Pack;
use idp_assay::source::Source;

/// The assessment as of 2026-11-22.
pub fn assessment(pack: &Pack) -> Assessment {
    moved(pack, (0, 0, 0))
}

/// The same with the period of its report moved into the past, the expiry of its certificate into
/// the future, and the day assessed into the future, by so many days each.
pub fn moved(pack: &Pack, (period, expiry, as_of): (u64, u64, u64)) -> Assessment {
    let moved = |text: &str, day: &str, days: i64| {
        let date: chrono::NaiveDate = day.parse().expect("a date");
        let to = match days < 0 {
            true => date - Days::new(days.unsigned_abs()),
            false => date + Days::new(days.unsigned_abs()),
        };
        text.replace(day, &to.to_string())
    };
    let days = |days: u64| i64::try_from(days).expect("a few years");
    let text = include_str!("documents.yaml");
    let text = moved(text, "2025-10-01", -days(period));
    let text = moved(&text, "2026-09-30", -days(period));
    let text = moved(&text, "2028-02-29", days(expiry));
    let text = moved(&text, "2026-11-22", days(as_of));
    read(pack, &text)
}

/// The same with other words in the documents.
pub fn changed(pack: &Pack, changes: &[(&str, &str)]) -> Assessment {
    let mut text = include_str!("documents.yaml").to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    read(pack, &text)
}

fn read(pack: &Pack, text: &str) -> Assessment {
    let text = text.replace("answers:\n", &made_up());
    let source = Source::new("documents.yaml", text);
    reader::read(&source, pack, None).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Answers and evidence of the made-up vendor.
fn made_up() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let vendor = folder.join("examples/brindlewick/assessment.yaml");
    let vendor = std::fs::read_to_string(vendor).expect("the example is there");
    ["answers", "evidence"]
        .map(|key| section(&vendor, key))
        .concat()
}

/// A key of the file with all that stands under it.
fn section(text: &str, key: &str) -> String {
    let head = format!("{key}:");
    let lines = text.lines().skip_while(|line| *line != head);
    let under = lines
        .enumerate()
        .take_while(|(at, line)| *at == 0 || line.is_empty() || line.starts_with([' ', '-']));
    under.map(|(_, line)| format!("{line}\n")).collect()
}
