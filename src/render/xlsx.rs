//! Workbooks: the questionnaire as a sheet, and the working file of a procurement.
//!
//! Every text from outside is a cell of text, never a formula or a link, whatever it begins with;
//! numbers and days are cells of their own kind. The sheets of the arithmetic hold formulas over
//! the levels and the credibilities, and beside them what the program reported: a change of a level
//! shows what it would do. One file a sheet, with all its words.

mod address;
mod answers;
mod book;
mod cell;
mod checks;
mod controls;
mod documents;
mod evidence;
mod findings;
mod flags;
mod levels;
mod long;
mod model;
mod overview;
mod plan;
mod questionnaire;
mod requests;
mod scores;
mod usage;

use rust_xlsxwriter::XlsxError;

pub use self::questionnaire::questionnaire;

use self::book::Book;
use self::levels::Levels;
use crate::assessment::Assessment;
use crate::pack::Pack;
use crate::report::Report;
use crate::score::{AssessmentScore, score_assessment};
use crate::words::Words;

/// What the sheets are written from.
struct Work<'a> {
    words: &'static Words,
    pack: &'a Pack,
    assessment: &'a Assessment,
    report: &'a Report,
    result: AssessmentScore,
}

/// The working file of an assessment, with the sheets that the audience of `report` gets.
///
/// # Errors
///
/// When the assessment has more rows than a sheet can hold.
pub fn report(pack: &Pack, assessment: &Assessment, report: &Report) -> Result<Vec<u8>, XlsxError> {
    let work = Work {
        words: Words::of(pack.language),
        pack,
        assessment,
        report,
        result: score_assessment(pack, assessment),
    };
    let levels = Levels::new(&work);
    let mut book = Book::new(work.words, &report.subject, assessment.as_of)?;
    book.add(overview::sheet(&work))?;
    let lists = [
        answers::sheet(&work, &levels),
        findings::sheet(&work),
        flags::sheet(&work),
        plan::sheet(&work),
        requests::sheet(&work),
        evidence::sheet(&work),
        documents::sheet(&work),
    ];
    for list in lists.into_iter().flatten() {
        book.add(list)?;
    }
    book.add(scores::sheet(&work))?;
    book.add(checks::sheet(&work))?;
    book.add(controls::sheet(&work, &levels))?;
    book.add(levels.sheet(&work))?;
    book.add(usage::sheet(&work))?;
    book.add(model::sheet(&work))?;
    book.bytes()
}
