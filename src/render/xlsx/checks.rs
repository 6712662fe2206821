//! The sheet that holds what the formulas come to against what the program reported.

use super::Work;
use super::address::row;
use super::cell::{Cell, Column, Sheet, Shown};
use super::controls;
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-quantity"), 44.0),
        (say!(words, "col-recomputed"), 16.0),
        (say!(words, "col-reported-by-the-program"), 16.0),
        (say!(words, "col-difference"), 14.0),
        (say!(words, "col-check"), 12.0),
    ]
}

/// What a check says where both are equal.
pub fn equal(words: &Words) -> String {
    say!(words, "check-equal")
}

/// Difference up to which two numbers count as one.
const TOLERANCE: &str = "0.000000001";

/// The sheet.
pub fn sheet(work: &Work) -> Sheet {
    let score = &work.result.score;
    let words = work.words;
    let (residual, ruling) = (&score.residual, &score.ruling);
    let quantities = [
        (say!(words, "check-residual"), "residual", residual.point),
        (say!(words, "check-low"), "residual_low", residual.low),
        (
            say!(words, "check-answered"),
            "residual_open",
            residual.open,
        ),
        (say!(words, "check-high"), "residual_high", residual.high),
        (
            say!(words, "check-irreducible"),
            "irreducible",
            residual.irreducible,
        ),
        (say!(words, "score-exposure"), "exposure", score.exposure),
        (
            say!(words, "score-fraction"),
            "exposure_fraction",
            score.fraction,
        ),
        (
            say!(words, "check-inherent"),
            "inherent*100",
            score.inherent.points(),
        ),
        (say!(words, "check-coverage"), "coverage", ruling.coverage),
        (
            say!(words, "score-confidence"),
            "confidence",
            ruling.confidence,
        ),
    ];
    let mut rows: Vec<Vec<Cell>> = (0..)
        .zip(quantities)
        .map(|(at, (name, formula, reported))| line(words, (at, name), formula, reported))
        .collect();
    rows.push(points(work, rows.len()));
    rows.push(verdict(words, rows.len()));
    let all = (
        "recomputed_equals_reported".to_owned(),
        'E',
        rows.len() - 1..rows.len(),
    );
    Sheet {
        names: vec![all],
        ..Sheet::grid(
            (say!(words, "sheet-checks"), say!(words, "about-checks")),
            columns(words),
            rows,
        )
    }
}

fn line(words: &Words, (at, name): (usize, String), formula: &str, reported: f64) -> Vec<Cell> {
    let n = row(at);
    vec![
        Cell::text(name),
        Cell::Formula(formula.to_owned(), reported, Shown::Exact),
        Cell::Number(reported, Shown::Exact),
        Cell::Formula(format!("B{n}-C{n}"), 0.0, Shown::Tiny),
        check(words, n),
    ]
}

/// The points of all controls in one line.
fn points(work: &Work, at: usize) -> Vec<Cell> {
    let (n, words) = (row(at), work.words);
    let all = |letter| controls::all(work, letter);
    let (found, reported) = (all(controls::POINTS), all(controls::REPORTED));
    let greatest = format!("SUMPRODUCT(MAX(ABS({found}-{reported})))");
    vec![
        Cell::text(say!(words, "check-points")),
        Cell::Empty,
        Cell::Empty,
        Cell::Formula(greatest, 0.0, Shown::Tiny),
        check(words, n),
    ]
}

fn check(words: &Words, n: usize) -> Cell {
    state(words, &format!("ABS(D{n})<{TOLERANCE}"))
}

/// What a check says, by a condition that holds now.
fn state(words: &Words, condition: &str) -> Cell {
    let (equal, differs) = (equal(words), say!(words, "check-differs"));
    Cell::TextFormula(format!("IF({condition},\"{equal}\",\"{differs}\")"), equal)
}

fn verdict(words: &Words, at: usize) -> Vec<Cell> {
    let (first, last) = (row(0), row(at - 1));
    let equal = equal(words);
    let all = format!("COUNTIF(E{first}:E{last},\"{equal}\")=ROWS(E{first}:E{last})");
    vec![
        Cell::text(say!(words, "check-all")),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        state(words, &all),
    ]
}
