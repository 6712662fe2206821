//! The sheet that is opened first: what was assessed, what came of it, and what the sheets are for.

use super::Work;
use super::cell::{Cell, Column, Sheet, Shown};
use super::checks;

const NAME: &str = "Overview";
const ABOUT: &str = "The working file of one assessment. Answers, findings and verdict are the program's; cells with a dotted frame are there to be filled in or changed.";
const COLUMNS: &[Column] = &[("About", 34.0), ("What", 110.0)];

/// What each sheet is for; those that the audience does not get are left out.
const SHEETS: [(&str, &str); 14] = [
    (
        "Answers",
        "Every question that was asked, with its answer as a number, day or percent.",
    ),
    (
        "Findings",
        "What is wrong with the technique, the worst first.",
    ),
    (
        "Flags",
        "Red flags of the assurance documents, and what only asks for a look.",
    ),
    (
        "Plan",
        "What is to be done, in which order; owner, day, commitment and proof to fill in.",
    ),
    (
        "Requests",
        "What is still to be asked of whom; sent and received to fill in.",
    ),
    ("Evidence", "The evidence register with digests."),
    (
        "Documents",
        "The assurance documents, what each counts as, and until when.",
    ),
    (
        "Scores",
        "The residual risk recomputed by formulas, in every reading.",
    ),
    ("Check", "Recomputed against reported."),
    (
        "Controls",
        "Effectiveness, gap and points of each control, by formulas.",
    ),
    (
        "Levels",
        "Levels and credibilities of the scored answers: change one to see what follows.",
    ),
    (
        "Use",
        "Our own use of the provider, and the inherent risk that follows.",
    ),
    ("Model", "Parameters of the scoring model."),
    (
        "Long",
        "Texts that are longer than a cell can be, where there are any.",
    ),
];

/// The sheet.
pub fn sheet(work: &Work) -> Sheet {
    let mut rows = subject(work);
    rows.extend(result(work));
    rows.extend(standing(work));
    let sheets = SHEETS.iter();
    rows.extend(sheets.map(|(name, what)| row(&format!("Sheet {name}"), Cell::text(*what))));
    Sheet {
        is_left: true,
        ..Sheet::grid(NAME, ABOUT, COLUMNS, rows)
    }
}

fn row(about: &str, what: Cell) -> Vec<Cell> {
    vec![Cell::text(about), what]
}

fn subject(work: &Work) -> Vec<Vec<Cell>> {
    let subject = &work.report.subject;
    vec![
        row("Vendor", Cell::text(&subject.vendor)),
        row("Product", Cell::text(&subject.product)),
        row("As of", Cell::Day(work.assessment.as_of)),
        row("Depth", Cell::text(&subject.depth)),
        row("Assessor", Cell::text(&subject.assessor)),
    ]
}

fn result(work: &Work) -> Vec<Vec<Cell>> {
    let (summary, residual) = (&work.report.summary, &work.result.score.residual);
    let points = |name: &str, value| Cell::Formula(name.to_owned(), value, Shown::Points);
    let band = work.result.score.ruling.band.name();
    vec![
        row("Verdict", Cell::text(&summary.verdict.title)),
        row("What it means", Cell::text(&summary.verdict.meaning)),
        row("Why", Cell::lines(&summary.reasons)),
        row(
            "Residual risk as reported",
            Cell::text(&summary.residual.sentence),
        ),
        row(
            "Residual risk, recomputed",
            points("residual", residual.point),
        ),
        row(
            "Lowest: every claim true",
            points("residual_low", residual.low),
        ),
        row(
            "Highest: independent evidence only",
            points("residual_high", residual.high),
        ),
        row(
            "Band, recomputed",
            Cell::TextFormula("band".to_owned(), band.to_owned()),
        ),
        row(
            "Recomputed equals reported",
            Cell::TextFormula(
                "recomputed_equals_reported".to_owned(),
                checks::EQUAL.to_owned(),
            ),
        ),
    ]
}

fn standing(work: &Work) -> Vec<Vec<Cell>> {
    let (summary, subject) = (&work.report.summary, &work.report.subject);
    let mut rows = vec![
        row("Status", Cell::text(&summary.standing.status)),
        row("Coverage", Cell::text(&summary.standing.coverage)),
        row(
            "Confidence",
            Cell::printed(&summary.standing.confidence, Shown::Level),
        ),
        row("Technique, credited", Cell::text(&summary.technical_axis)),
        row(
            "Assurance documents, credited",
            Cell::text(&summary.assurance_axis),
        ),
    ];
    for (at, condition) in summary.conditions.iter().enumerate() {
        let title = format!("{} {}", summary.conditions_title, at + 1);
        rows.push(row(&title, Cell::text(condition)));
    }
    rows.extend([
        row("Questionnaire", Cell::lines(&subject.packs)),
        row("Model", Cell::text(&subject.model)),
        row("Fingerprint of the model", Cell::text(&subject.fingerprint)),
        row(
            "Digest of the assessment",
            Cell::maybe(subject.digest.as_deref()),
        ),
    ]);
    rows
}
