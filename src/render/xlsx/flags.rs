//! The sheet of the red flags of assurance documents, and of what only asks for a look.

use super::cell::{Cell, Column, Sheet};
use crate::report::Report;

const NAME: &str = "Flags";
const ABOUT: &str = "Red flags of the assurance documents and what each takes from their credit; a look is no finding and moves no score.";
const COLUMNS: &[Column] = &[
    ("Red flag", 11.0),
    ("Severity", 10.0),
    ("Finding", 30.0),
    ("Control", 9.0),
    ("Where", 26.0),
    ("What is wrong", 70.0),
    ("What it takes from the credit", 44.0),
    ("Topics", 26.0),
    ("Controls", 18.0),
    ("Standing of the rule", 18.0),
    ("Source", 40.0),
];
const LOOK: &str = "a look";

/// The sheet, for whoever gets the findings.
pub fn sheet(report: &Report) -> Option<Sheet> {
    let findings = report.findings.as_ref()?;
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
            Cell::text(LOOK),
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
        NAME,
        ABOUT,
        COLUMNS,
        flags.chain(looks).collect(),
    ))
}
