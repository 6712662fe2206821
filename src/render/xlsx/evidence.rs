//! The sheet of the evidence register.

use super::Work;
use super::cell::{Cell, Column, Sheet};

const NAME: &str = "Evidence";
const ABOUT: &str =
    "Every evidence record, in the order recorded, with the digest of its file on that day.";
const COLUMNS: &[Column] = &[
    ("Record", 9.0),
    ("Kind", 22.0),
    ("From", 14.0),
    ("Day", 12.0),
    ("Speaks about", 26.0),
    ("Age", 14.0),
    ("What it is", 50.0),
    ("Remarks", 44.0),
    ("Supports", 30.0),
    ("File", 30.0),
    ("SHA-256", 34.0),
];

/// The sheet, for whoever gets the register.
pub fn sheet(work: &Work) -> Option<Sheet> {
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
    Some(Sheet::table(NAME, ABOUT, COLUMNS, rows.collect()))
}
