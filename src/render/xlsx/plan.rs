//! The sheet of the plan: what to mend, which clauses to agree, what to validate ourselves.

use super::cell::{Cell, Choices, Column, Sheet, Shown};
use crate::report::Report;

const NAME: &str = "Plan";
const ABOUT: &str = "Steps in the order to take them, then clauses for the contract, then our own validation. Framed cells are yours to fill in.";
const COLUMNS: &[Column] = &[
    ("Step", 7.0),
    ("Kind", 10.0),
    ("What is to be done", 60.0),
    ("Why", 60.0),
    ("Findings", 28.0),
    ("Severity", 10.0),
    ("Control", 12.0),
    ("Points", 8.0),
    ("Owner", 18.0),
    ("Due", 12.0),
    ("Vendor's commitment", 28.0),
    ("State", 13.0),
    ("Closed by (evidence)", 28.0),
];

/// Kinds of step.
const MEND: &str = "mend";
const CLAUSE: &str = "clause";
const VALIDATE: &str = "validate";

const CHOICES: &[Choices] = &[Choices {
    column: 11,
    words: &["open", "asked", "agreed", "in progress", "done", "accepted"],
}];

/// The sheet, for whoever gets the plan.
pub fn sheet(report: &Report) -> Option<Sheet> {
    let plan = report.plan.as_ref()?;
    let steps = plan.steps.iter().map(|step| {
        [
            Cell::text(MEND),
            Cell::text(&step.remediation),
            Cell::lines(&step.wrong),
            Cell::text(step.findings.join(", ")),
            Cell::text(&step.severity),
            Cell::text(&step.control),
            Cell::printed(&step.points, Shown::Points),
        ]
    });
    let clauses = plan.clauses.iter().map(|clause| {
        [
            Cell::text(CLAUSE),
            Cell::text(&clause.text),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::text(&clause.control),
            Cell::Empty,
        ]
    });
    let validation = plan.validation.iter().map(|step| {
        [
            Cell::text(VALIDATE),
            Cell::text(&step.act),
            Cell::text(&step.why),
            Cell::Empty,
            Cell::Empty,
            Cell::lines(&step.subjects),
            Cell::Empty,
        ]
    });
    let all = steps.chain(clauses).chain(validation);
    let rows = (1..).zip(all).map(|(at, known)| {
        let mut cells = vec![Cell::count(at)];
        cells.extend(known);
        cells.extend([Cell::Fill, Cell::FillDay]);
        cells.extend([Cell::Fill, Cell::Fill, Cell::Fill]);
        cells
    });
    Some(Sheet {
        choices: CHOICES,
        ..Sheet::table(NAME, ABOUT, COLUMNS, rows.collect())
    })
}
