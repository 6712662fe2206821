//! The sheet of the plan: what to mend, which clauses to agree, what to validate ourselves.

use super::Work;
use super::cell::{Cell, Choices, Column, Sheet, Shown};
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-step"), 7.0),
        (say!(words, "col-kind"), 10.0),
        (say!(words, "col-what-is-to-be-done"), 60.0),
        (say!(words, "col-why"), 60.0),
        (say!(words, "col-findings"), 28.0),
        (say!(words, "col-severity"), 10.0),
        (say!(words, "col-control"), 12.0),
        (say!(words, "col-points"), 8.0),
        (say!(words, "col-owner"), 18.0),
        (say!(words, "col-due"), 12.0),
        (say!(words, "col-vendor-commitment"), 28.0),
        (say!(words, "col-state"), 13.0),
        (say!(words, "col-closed-by-evidence"), 28.0),
    ]
}

/// What can be chosen as the state of a row.
fn choices(words: &Words) -> Vec<Choices> {
    vec![Choices {
        column: 11,
        words: vec![
            say!(words, "plan-state-open"),
            say!(words, "plan-state-asked"),
            say!(words, "plan-state-agreed"),
            say!(words, "plan-state-in-progress"),
            say!(words, "plan-state-done"),
            say!(words, "plan-state-accepted"),
        ],
    }]
}

/// The sheet, for whoever gets the plan.
pub fn sheet(work: &Work) -> Option<Sheet> {
    let words = work.words;
    let plan = work.report.plan.as_ref()?;
    let steps = plan.steps.iter().map(|step| {
        [
            Cell::text(say!(words, "plan-mend")),
            Cell::text(&step.remediation),
            Cell::lines(&step.wrong),
            Cell::text(step.findings.join(", ")),
            Cell::text(&step.severity),
            Cell::text(&step.control),
            Cell::printed(words, &step.points, Shown::Points),
        ]
    });
    let clauses = plan.clauses.iter().map(|clause| {
        [
            Cell::text(say!(words, "plan-clause")),
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
            Cell::text(say!(words, "plan-validate")),
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
        choices: choices(words),
        ..Sheet::table(
            (say!(words, "sheet-plan"), say!(words, "about-plan")),
            columns(words),
            rows.collect(),
        )
    })
}
