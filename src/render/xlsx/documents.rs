//! The sheet of the assurance documents.

use super::Work;
use super::cell::{Cell, Column, Sheet};
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-document"), 10.0),
        (say!(words, "col-kind"), 22.0),
        (say!(words, "col-what-it-is"), 44.0),
        (say!(words, "col-days"), 34.0),
        (say!(words, "col-standing"), 40.0),
        (say!(words, "col-counts-as"), 40.0),
        (say!(words, "col-age"), 14.0),
        (say!(words, "col-counts-no-more-from"), 13.0),
        (say!(words, "col-because"), 34.0),
        (say!(words, "col-followed-by"), 10.0),
        (say!(words, "col-confirmed"), 24.0),
        (say!(words, "col-file"), 30.0),
        (say!(words, "col-sha-256"), 34.0),
    ]
}

/// The sheet, for whoever gets the documents.
pub fn sheet(work: &Work) -> Option<Sheet> {
    let words = work.words;
    let documents = &work.report.documents.as_ref()?.documents;
    let rows = documents.iter().map(|document| {
        vec![
            Cell::text(&document.id),
            Cell::text(&document.kind),
            Cell::text(&document.reference),
            Cell::lines(&document.dates),
            Cell::lines(&document.standing),
            Cell::text(&document.counts_as),
            Cell::maybe(document.age.as_deref()),
            document
                .stops
                .as_deref()
                .map_or(Cell::Empty, |day| Cell::day(words, day)),
            Cell::maybe(document.because.as_deref()),
            Cell::maybe(document.followed_by.as_deref()),
            Cell::maybe(document.confirmed.as_deref()),
            Cell::maybe(document.file.as_deref()),
            Cell::maybe(document.sha256.as_deref()),
        ]
    });
    Some(Sheet::table(
        (
            say!(words, "sheet-documents"),
            say!(words, "about-documents"),
        ),
        columns(words),
        rows.collect(),
    ))
}
