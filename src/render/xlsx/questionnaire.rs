//! The questionnaire as a sheet that can be sent, filtered and filled in.
//!
//! Every cell is written as text or number, never as a formula, whatever the text begins with.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::cell::Column;
use crate::pack::Pack;
use crate::pack::answer::{AnswerKind, Choice, Form};
use crate::pack::question::{Depth, Question, Role};
use crate::report::terms;
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-id"), 11.0),
        (say!(words, "col-section"), 22.0),
        (say!(words, "col-question"), 60.0),
        (say!(words, "col-answer-wanted"), 50.0),
        (say!(words, "col-answer"), 40.0),
        (say!(words, "col-why-we-ask"), 45.0),
        (say!(words, "col-what-good-looks-like"), 45.0),
        (say!(words, "col-where-to-find-it"), 45.0),
        (say!(words, "col-what-to-attach"), 35.0),
        (say!(words, "col-control"), 9.0),
        (say!(words, "col-gating"), 8.0),
        (say!(words, "col-depth"), 10.0),
    ]
}

/// Column of `Answer`, which is left empty to be filled in.
const ANSWER: u16 = 4;

/// The questions asked at `depth` as a workbook.
///
/// # Errors
///
/// When a cell is longer than a sheet can hold.
pub fn questionnaire(pack: &Pack, depth: Depth) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same pack gives the same bytes: a workbook bears no clock.
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(&pack.title)
            .set_creation_datetime(&day),
    );
    let words = Words::of(pack.language);
    let sheet = book.add_worksheet();
    sheet.set_name(say!(words, "sheet-questions"))?;
    let columns = columns(words);
    head(sheet, &columns)?;
    let mut row = 0;
    for section in &pack.sections {
        for question in section
            .questions
            .iter()
            .filter(|question| question.depth <= depth)
        {
            row += 1;
            line(words, sheet, (row, &section.title), question)?;
        }
    }
    sheet.autofilter(0, 0, row, columns.len() as u16 - 1)?;
    book.save_to_buffer()
}

fn head(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin);
    for (column, (name, width)) in (0..).zip(columns) {
        sheet.write_string_with_format(0, column, name, &format)?;
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

fn line(
    words: &Words,
    sheet: &mut Worksheet,
    (row, section): (u32, &str),
    question: &Question,
) -> Result<(), XlsxError> {
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let yes = say!(words, "yes");
    let (control, gating) = match &question.role {
        Role::Scored(scored) => (
            scored.control.as_str(),
            if scored.gating { yes.as_str() } else { "" },
        ),
        Role::Context(_) | Role::Criterion(_) | Role::Record => ("", ""),
    };
    let depth = terms::depth(words, question.depth);
    let wanted = wanted(words, &question.form);
    let cells = [
        question.id.as_str(),
        section,
        &question.text,
        &wanted,
        "",
        &question.why,
        &question.good,
        &question.find,
        &question.attach,
        control,
        gating,
        &depth,
    ];
    for (column, text) in (0..).zip(cells) {
        if column != ANSWER {
            sheet.write_string_with_format(row, column, text, &format)?;
        }
    }
    Ok(())
}

/// What an answer looks like, one line for each option or part.
fn wanted(words: &Words, form: &Form) -> String {
    match form {
        Form::Single(kind) => self::kind(words, kind).join("\n"),
        Form::Parts(parts) => {
            let parts = parts.iter().map(|part| {
                let lines = kind(words, &part.kind).join("; ");
                format!("{}: {lines}", part.text)
            });
            parts.collect::<Vec<_>>().join("\n")
        }
    }
}

fn kind(words: &Words, kind: &AnswerKind) -> Vec<String> {
    match kind {
        AnswerKind::Choice(options) => choices(say!(words, "wanted-one-of"), options),
        AnswerKind::Several(options) => choices(say!(words, "wanted-any-of"), options),
        AnswerKind::YesNo(_) => vec![say!(words, "wanted-yes-no")],
        AnswerKind::Duration(_) => vec![say!(words, "wanted-length")],
        AnswerKind::Count(_) => vec![say!(words, "wanted-count")],
        AnswerKind::Percent(_) => vec![say!(words, "wanted-percent")],
        AnswerKind::Date => vec![say!(words, "wanted-date")],
        AnswerKind::Period => vec![say!(words, "wanted-period")],
        AnswerKind::List => vec![say!(words, "wanted-list")],
        AnswerKind::Text => vec![say!(words, "wanted-text")],
    }
}

fn choices(how: String, options: &[Choice]) -> Vec<String> {
    let texts = options.iter().map(|option| format!("- {}", option.text));
    std::iter::once(how).chain(texts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_pack_gives_the_same_bytes() {
        let pack = crate::built_in::pack();
        let write = || questionnaire(&pack, Depth::Full).expect("it can be written");
        let first = write();
        assert!(first.starts_with(b"PK"));
        assert_eq!(first, write());
    }
}
