//! The sheet that holds what the formulas come to against what the program reported.

use super::Work;
use super::address::row;
use super::cell::{Cell, Column, Sheet, Shown};
use super::controls;

const NAME: &str = "Check";
const ABOUT: &str = "Recomputed equals reported, until somebody changes a level, a credibility or a parameter: then the difference is what the change would do.";
const COLUMNS: &[Column] = &[
    ("Quantity", 44.0),
    ("Recomputed", 16.0),
    ("Reported by the program", 16.0),
    ("Difference", 14.0),
    ("Check", 12.0),
];

/// Words of the rows.
const POINTS: &str = "Points of the controls, greatest difference";
const ALL: &str = "Recomputed equals reported";
pub const EQUAL: &str = "✓ equal";
const DIFFERS: &str = "✗ differs";

/// Difference up to which two numbers count as one.
const TOLERANCE: &str = "0.000000001";

/// The sheet.
pub fn sheet(work: &Work) -> Sheet {
    let score = &work.result.score;
    let (residual, ruling) = (&score.residual, &score.ruling);
    let quantities = [
        ("Residual risk, headline", "residual", residual.point),
        ("Residual risk, low", "residual_low", residual.low),
        (
            "Residual risk, if answered well",
            "residual_open",
            residual.open,
        ),
        ("Residual risk, high", "residual_high", residual.high),
        (
            "Residual risk with a perfect vendor",
            "irreducible",
            residual.irreducible,
        ),
        ("Exposure H", "exposure", score.exposure),
        ("Exposure fraction V", "exposure_fraction", score.fraction),
        (
            "Inherent risk, points",
            "inherent*100",
            score.inherent.points(),
        ),
        ("Coverage", "coverage", ruling.coverage),
        ("Confidence", "confidence", ruling.confidence),
    ];
    let mut rows: Vec<Vec<Cell>> = (0..)
        .zip(quantities)
        .map(|(at, (name, formula, reported))| line(at, name, formula, reported))
        .collect();
    rows.push(points(work, rows.len()));
    rows.push(verdict(rows.len()));
    let all = (
        "recomputed_equals_reported".to_owned(),
        'E',
        rows.len() - 1..rows.len(),
    );
    Sheet {
        names: vec![all],
        ..Sheet::grid(NAME, ABOUT, COLUMNS, rows)
    }
}

fn line(at: usize, name: &str, formula: &str, reported: f64) -> Vec<Cell> {
    let n = row(at);
    vec![
        Cell::text(name),
        Cell::Formula(formula.to_owned(), reported, Shown::Exact),
        Cell::Number(reported, Shown::Exact),
        Cell::Formula(format!("B{n}-C{n}"), 0.0, Shown::Tiny),
        check(n),
    ]
}

/// The points of all controls in one line.
fn points(work: &Work, at: usize) -> Vec<Cell> {
    let n = row(at);
    let all = |letter| controls::all(work, letter);
    let (found, reported) = (all(controls::POINTS), all(controls::REPORTED));
    let greatest = format!("SUMPRODUCT(MAX(ABS({found}-{reported})))");
    vec![
        Cell::text(POINTS),
        Cell::Empty,
        Cell::Empty,
        Cell::Formula(greatest, 0.0, Shown::Tiny),
        check(n),
    ]
}

fn check(n: usize) -> Cell {
    Cell::TextFormula(
        format!("IF(ABS(D{n})<{TOLERANCE},\"{EQUAL}\",\"{DIFFERS}\")"),
        EQUAL.to_owned(),
    )
}

fn verdict(at: usize) -> Vec<Cell> {
    let (first, last) = (row(0), row(at - 1));
    let equal = format!("COUNTIF(E{first}:E{last},\"{EQUAL}\")=ROWS(E{first}:E{last})");
    vec![
        Cell::text(ALL),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::TextFormula(
            format!("IF({equal},\"{EQUAL}\",\"{DIFFERS}\")"),
            EQUAL.to_owned(),
        ),
    ]
}
