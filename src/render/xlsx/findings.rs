//! The sheet of the findings on the technique.

use super::Work;
use super::cell::{Cell, Column, Sheet};
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-finding"), 34.0),
        (say!(words, "col-severity"), 10.0),
        (say!(words, "col-control"), 9.0),
        (say!(words, "col-where"), 26.0),
        (say!(words, "col-what-is-wrong"), 110.0),
    ]
}

/// The sheet, for whoever gets the findings.
pub fn sheet(work: &Work) -> Option<Sheet> {
    let words = work.words;
    let findings = &work.report.findings.as_ref()?.technical;
    let rows = findings.iter().map(|finding| {
        vec![
            Cell::text(&finding.id),
            Cell::text(&finding.severity),
            Cell::text(&finding.control),
            Cell::text(&finding.question),
            Cell::text(&finding.message),
        ]
    });
    Some(Sheet::table(
        (say!(words, "sheet-findings"), say!(words, "about-findings")),
        columns(words),
        rows.collect(),
    ))
}
