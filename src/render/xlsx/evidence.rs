//! The sheet of the evidence register.

use super::Work;
use super::cell::{Cell, Column, Sheet};
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-record"), 9.0),
        (say!(words, "col-kind"), 22.0),
        (say!(words, "col-from"), 14.0),
        (say!(words, "col-day"), 12.0),
        (say!(words, "col-speaks-about"), 26.0),
        (say!(words, "col-age"), 14.0),
        (say!(words, "col-what-it-is"), 50.0),
        (say!(words, "col-remarks"), 44.0),
        (say!(words, "col-supports"), 30.0),
        (say!(words, "col-file"), 30.0),
        (say!(words, "col-sha-256"), 34.0),
    ]
}

/// The sheet, for whoever gets the register.
pub fn sheet(work: &Work) -> Option<Sheet> {
    let words = work.words;
    let register = work.report.register.as_ref()?;
    let records = register.records.iter().zip(&work.assessment.evidence);
    let rows = records.map(|(row, record)| {
        vec![
            Cell::text(&row.id),
            Cell::text(&row.kind),
            Cell::text(&row.origin),
            Cell::Day(record.date),
            Cell::text(&row.dated),
            Cell::text(&row.age),
            Cell::text(&row.reference),
            Cell::lines(&row.remarks),
            Cell::text(&row.supports),
            Cell::maybe(row.file.as_deref()),
            Cell::maybe(row.sha256.as_deref()),
        ]
    });
    Some(Sheet::table(
        (say!(words, "sheet-evidence"), say!(words, "about-evidence")),
        columns(words),
        rows.collect(),
    ))
}
