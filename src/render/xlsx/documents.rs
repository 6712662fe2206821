//! The sheet of the assurance documents.

use super::cell::{Cell, Column, Sheet};
use crate::report::Report;

const NAME: &str = "Documents";
const ABOUT: &str = "The assurance documents in the order recorded: what each counts as, and the first day on which it counts no more.";
const COLUMNS: &[Column] = &[
    ("Document", 10.0),
    ("Kind", 22.0),
    ("What it is", 44.0),
    ("Days", 34.0),
    ("Standing", 40.0),
    ("Counts as", 40.0),
    ("Age", 14.0),
    ("Counts no more from", 13.0),
    ("Because", 34.0),
    ("Followed by", 10.0),
    ("Confirmed", 24.0),
    ("File", 30.0),
    ("SHA-256", 34.0),
];

/// The sheet, for whoever gets the documents.
pub fn sheet(report: &Report) -> Option<Sheet> {
    let documents = &report.documents.as_ref()?.documents;
    let rows = documents.iter().map(|document| {
        vec![
            Cell::text(&document.id),
            Cell::text(&document.kind),
            Cell::text(&document.reference),
            Cell::lines(&document.dates),
            Cell::lines(&document.standing),
            Cell::text(&document.counts_as),
            Cell::maybe(document.age.as_deref()),
            document.stops.as_deref().map_or(Cell::Empty, Cell::day),
            Cell::maybe(document.because.as_deref()),
            Cell::maybe(document.followed_by.as_deref()),
            Cell::maybe(document.confirmed.as_deref()),
            Cell::maybe(document.file.as_deref()),
            Cell::maybe(document.sha256.as_deref()),
        ]
    });
    Some(Sheet::table(NAME, ABOUT, COLUMNS, rows.collect()))
}
