//! The sheet of the findings on the technique.

use super::cell::{Cell, Column, Sheet};
use crate::report::Report;

const NAME: &str = "Findings";
const ABOUT: &str = "What is wrong with the technique, the worst first; red flags of documents stand apart and are never netted against it.";
const COLUMNS: &[Column] = &[
    ("Finding", 34.0),
    ("Severity", 10.0),
    ("Control", 9.0),
    ("Where", 26.0),
    ("What is wrong", 110.0),
];

/// The sheet, for whoever gets the findings.
pub fn sheet(report: &Report) -> Option<Sheet> {
    let findings = &report.findings.as_ref()?.technical;
    let rows = findings.iter().map(|finding| {
        vec![
            Cell::text(&finding.id),
            Cell::text(&finding.severity),
            Cell::text(&finding.control),
            Cell::text(&finding.question),
            Cell::text(&finding.message),
        ]
    });
    Some(Sheet::table(NAME, ABOUT, COLUMNS, rows.collect()))
}
