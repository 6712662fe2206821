//! The sheet of the evidence requests, by who can hand the evidence over.

use super::Work;
use super::cell::{Cell, Choices, Column, Sheet, Shown};
use crate::report::requests::{Holder, Request};
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-of"), 12.0),
        (say!(words, "col-about"), 12.0),
        (say!(words, "col-control"), 9.0),
        (say!(words, "col-what-is-asked"), 56.0),
        (say!(words, "col-why"), 44.0),
        (say!(words, "col-where-to-find-it"), 44.0),
        (say!(words, "col-what-to-attach"), 36.0),
        (say!(words, "col-points"), 8.0),
        (say!(words, "col-sent"), 12.0),
        (say!(words, "col-received"), 12.0),
        (say!(words, "col-file"), 22.0),
        (say!(words, "col-state"), 13.0),
    ]
}

/// What can be chosen as the state of a row.
fn choices(words: &Words) -> Vec<Choices> {
    vec![Choices {
        column: 11,
        words: vec![
            say!(words, "request-state-to-send"),
            say!(words, "request-state-sent"),
            say!(words, "request-state-received"),
            say!(words, "request-state-checked"),
            say!(words, "request-state-refused"),
        ],
    }]
}

fn holder(words: &Words, holder: Holder) -> String {
    match holder {
        Holder::Vendor => say!(words, "holder-vendor"),
        Holder::Auditor => say!(words, "holder-auditor"),
        Holder::Us => say!(words, "holder-us"),
    }
}

/// The sheet, for whoever gets the requests.
pub fn sheet(work: &Work) -> Option<Sheet> {
    let words = work.words;
    let mut rows: Vec<Vec<Cell>> = vec![];
    for group in &work.report.requests.as_ref()?.groups {
        let of = Cell::text(holder(words, group.holder));
        rows.extend(group.requests.iter().map(|request| {
            tracked([
                of.clone(),
                Cell::text(&request.question),
                Cell::maybe(request.control.as_deref()),
                Cell::text(&request.text),
                Cell::text(&request.why),
                Cell::text(&request.find),
                Cell::text(&request.attach),
                points(work, request),
            ])
        }));
        rows.extend(group.documents.iter().map(|request| {
            tracked([
                of.clone(),
                Cell::text(&request.document),
                Cell::Empty,
                Cell::text(&request.text),
                Cell::text(&request.why),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
            ])
        }));
    }
    Some(Sheet {
        choices: choices(words),
        frozen: 2,
        ..Sheet::table(
            (say!(words, "sheet-requests"), say!(words, "about-requests")),
            columns(words),
            rows,
        )
    })
}

/// A request, with the cells that track it.
fn tracked(known: [Cell; 8]) -> Vec<Cell> {
    let mut cells = known.to_vec();
    cells.extend([Cell::FillDay, Cell::FillDay, Cell::Fill, Cell::Fill]);
    cells
}

/// What the question adds to the residual risk today.
fn points(work: &Work, request: &Request) -> Cell {
    let drivers = &work.result.score.drivers;
    let mut questions = drivers.iter().flat_map(|driver| &driver.questions);
    let found = questions.find(|part| part.question.as_str() == request.question);
    found.map_or(Cell::Empty, |part| Cell::Number(part.points, Shown::Points))
}
