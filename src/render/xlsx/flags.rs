//! The sheet of the red flags of assurance documents, and of what only asks for a look.

use super::Work;
use super::cell::{Cell, Column, Sheet};
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-red-flag"), 11.0),
        (say!(words, "col-severity"), 10.0),
        (say!(words, "col-finding"), 30.0),
        (say!(words, "col-control"), 9.0),
        (say!(words, "col-where"), 26.0),
        (say!(words, "col-what-is-wrong"), 70.0),
        (say!(words, "col-what-it-takes-from-the-credit"), 44.0),
        (say!(words, "col-topics"), 26.0),
        (say!(words, "col-controls"), 18.0),
        (say!(words, "col-standing-of-the-rule"), 18.0),
        (say!(words, "col-source"), 40.0),
    ]
}

/// The sheet, for whoever gets the findings.
pub fn sheet(work: &Work) -> Option<Sheet> {
    let words = work.words;
    let findings = work.report.findings.as_ref()?;
    let flags = findings.red_flags.iter().map(|flag| {
        vec![
            Cell::maybe(flag.red_flag.as_deref()),
            Cell::text(&flag.severity),
            Cell::text(&flag.id),
            Cell::text(&flag.control),
            Cell::text(&flag.question),
            Cell::text(&flag.message),
            Cell::text(&flag.effect),
            Cell::lines(&flag.topics),
            Cell::text(flag.controls.join(", ")),
            Cell::maybe(flag.standing.as_deref()),
            Cell::maybe(flag.source.as_deref()),
        ]
    });
    let looks = findings.prompts.iter().map(|prompt| {
        vec![
            Cell::text(&prompt.red_flag),
            Cell::text(say!(words, "flag-look")),
            Cell::Empty,
            Cell::Empty,
            Cell::text(&prompt.place),
            Cell::text(&prompt.message),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::text(&prompt.standing),
            Cell::maybe(prompt.source.as_deref()),
        ]
    });
    Some(Sheet::table(
        (say!(words, "sheet-flags"), say!(words, "about-flags")),
        columns(words),
        flags.chain(looks).collect(),
    ))
}
