//! The sheet of the evidence requests, by who can hand the evidence over.

use super::Work;
use super::cell::{Cell, Choices, Column, Sheet, Shown};
use crate::report::requests::{Holder, Request};

const NAME: &str = "Requests";
const ABOUT: &str = "What is still open or only asserted, by who can hand it over, what weighs most first. Framed cells are yours to fill in.";
const COLUMNS: &[Column] = &[
    ("Of", 12.0),
    ("About", 12.0),
    ("Control", 9.0),
    ("What is asked", 56.0),
    ("Why", 44.0),
    ("Where to find it", 44.0),
    ("What to attach", 36.0),
    ("Points", 8.0),
    ("Sent", 12.0),
    ("Received", 12.0),
    ("File", 22.0),
    ("State", 13.0),
];

const CHOICES: &[Choices] = &[Choices {
    column: 11,
    words: &["to send", "sent", "received", "checked", "refused"],
}];

fn holder(holder: Holder) -> &'static str {
    match holder {
        Holder::Vendor => "vendor",
        Holder::Auditor => "auditor",
        Holder::Us => "ourselves",
    }
}

/// The sheet, for whoever gets the requests.
pub fn sheet(work: &Work) -> Option<Sheet> {
    let mut rows: Vec<Vec<Cell>> = vec![];
    for group in &work.report.requests.as_ref()?.groups {
        let of = Cell::text(holder(group.holder));
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
        choices: CHOICES,
        frozen: 2,
        ..Sheet::table(NAME, ABOUT, COLUMNS, rows)
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
