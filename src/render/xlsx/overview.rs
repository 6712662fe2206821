//! The sheet that is opened first: what was assessed, what came of it, and what the sheets are for.

use super::Work;
use super::cell::{Cell, Column, Sheet, Shown};
use super::checks;
use crate::report::terms;
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-about"), 34.0),
        (say!(words, "col-what"), 110.0),
    ]
}

/// What each sheet is for; those that the audience does not get are left out.
fn sheets(words: &Words) -> [(String, String); 14] {
    [
        (say!(words, "sheet-answers"), say!(words, "purpose-answers")),
        (
            say!(words, "sheet-findings"),
            say!(words, "purpose-findings"),
        ),
        (say!(words, "sheet-flags"), say!(words, "purpose-flags")),
        (say!(words, "sheet-plan"), say!(words, "purpose-plan")),
        (
            say!(words, "sheet-requests"),
            say!(words, "purpose-requests"),
        ),
        (
            say!(words, "sheet-evidence"),
            say!(words, "purpose-evidence"),
        ),
        (
            say!(words, "sheet-documents"),
            say!(words, "purpose-documents"),
        ),
        (say!(words, "sheet-scores"), say!(words, "purpose-scores")),
        (say!(words, "sheet-checks"), say!(words, "purpose-checks")),
        (
            say!(words, "sheet-controls"),
            say!(words, "purpose-controls"),
        ),
        (say!(words, "sheet-levels"), say!(words, "purpose-levels")),
        (say!(words, "sheet-usage"), say!(words, "purpose-usage")),
        (say!(words, "sheet-model"), say!(words, "purpose-model")),
        (say!(words, "sheet-long"), say!(words, "purpose-long")),
    ]
}

/// The sheet.
pub fn sheet(work: &Work) -> Sheet {
    let words = work.words;
    let mut rows = subject(work);
    rows.extend(result(work));
    rows.extend(standing(work));
    let sheets = sheets(words).into_iter();
    rows.extend(sheets.map(|(name, what)| row(say!(words, "row-sheet", name), Cell::text(what))));
    Sheet {
        is_left: true,
        ..Sheet::grid(
            (say!(words, "sheet-overview"), say!(words, "about-overview")),
            columns(words),
            rows,
        )
    }
}

fn row(about: String, what: Cell) -> Vec<Cell> {
    vec![Cell::text(about), what]
}

fn subject(work: &Work) -> Vec<Vec<Cell>> {
    let (subject, words) = (&work.report.subject, work.words);
    vec![
        row(say!(words, "row-vendor"), Cell::text(&subject.vendor)),
        row(say!(words, "row-product"), Cell::text(&subject.product)),
        row(say!(words, "row-as-of"), Cell::Day(work.assessment.as_of)),
        row(say!(words, "row-depth"), Cell::text(&subject.depth)),
        row(say!(words, "row-assessor"), Cell::text(&subject.assessor)),
    ]
}

fn result(work: &Work) -> Vec<Vec<Cell>> {
    let (summary, residual) = (&work.report.summary, &work.result.score.residual);
    let words = work.words;
    let points = |name: &str, value| Cell::Formula(name.to_owned(), value, Shown::Points);
    let band = terms::band(words, work.result.score.ruling.band);
    vec![
        row(
            say!(words, "row-verdict"),
            Cell::text(&summary.verdict.title),
        ),
        row(
            say!(words, "row-meaning"),
            Cell::text(&summary.verdict.meaning),
        ),
        row(say!(words, "row-why"), Cell::lines(&summary.reasons)),
        row(
            say!(words, "row-reported"),
            Cell::text(&summary.residual.sentence),
        ),
        row(
            say!(words, "row-recomputed"),
            points("residual", residual.point),
        ),
        row(
            say!(words, "row-lowest"),
            points("residual_low", residual.low),
        ),
        row(
            say!(words, "row-highest"),
            points("residual_high", residual.high),
        ),
        row(
            say!(words, "row-band"),
            Cell::TextFormula("band".to_owned(), band),
        ),
        row(
            say!(words, "check-all"),
            Cell::TextFormula(
                "recomputed_equals_reported".to_owned(),
                checks::equal(words),
            ),
        ),
    ]
}

fn standing(work: &Work) -> Vec<Vec<Cell>> {
    let (summary, subject) = (&work.report.summary, &work.report.subject);
    let words = work.words;
    let mut rows = vec![
        row(
            say!(words, "row-status"),
            Cell::text(&summary.standing.status),
        ),
        row(
            say!(words, "row-coverage"),
            Cell::text(&summary.standing.coverage),
        ),
        row(
            say!(words, "row-confidence"),
            Cell::printed(words, &summary.standing.confidence, Shown::Level),
        ),
        row(
            say!(words, "row-technique"),
            Cell::text(&summary.technical_axis),
        ),
        row(
            say!(words, "row-assurance"),
            Cell::text(&summary.assurance_axis),
        ),
    ];
    for (at, condition) in summary.conditions.iter().enumerate() {
        let title = format!("{} {}", summary.conditions_title, at + 1);
        rows.push(row(title, Cell::text(condition)));
    }
    rows.extend([
        row(
            say!(words, "row-questionnaire"),
            Cell::lines(&subject.packs),
        ),
        row(say!(words, "row-model"), Cell::text(&subject.model)),
        row(
            say!(words, "row-fingerprint"),
            Cell::text(&subject.fingerprint),
        ),
        row(
            say!(words, "row-digest"),
            Cell::maybe(subject.digest.as_deref()),
        ),
    ]);
    rows
}
