//! The questionnaire as a sheet that can be sent, filtered and filled in.
//!
//! Every cell is written as text or number, never as a formula, whatever the text begins with.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::pack::Pack;
use crate::pack::answer::{AnswerKind, Choice, Form};
use crate::pack::question::{Depth, Question, Role};

/// Heads of the columns, with their widths in characters.
const COLUMNS: [(&str, f64); 12] = [
    ("Id", 11.0),
    ("Section", 22.0),
    ("Question", 60.0),
    ("Answer wanted", 50.0),
    ("Answer", 40.0),
    ("Why we ask", 45.0),
    ("What good looks like", 45.0),
    ("Where to find it", 45.0),
    ("What to attach", 35.0),
    ("Control", 9.0),
    ("Gating", 8.0),
    ("Depth", 10.0),
];

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
    let sheet = book.add_worksheet();
    sheet.set_name("Questions")?;
    head(sheet)?;
    let mut row = 0;
    for section in &pack.sections {
        for question in section
            .questions
            .iter()
            .filter(|question| question.depth <= depth)
        {
            row += 1;
            line(sheet, row, &section.title, question)?;
        }
    }
    sheet.autofilter(0, 0, row, COLUMNS.len() as u16 - 1)?;
    book.save_to_buffer()
}

fn head(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin);
    for (column, (name, width)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, name, &format)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    section: &str,
    question: &Question,
) -> Result<(), XlsxError> {
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let (control, gating) = match &question.role {
        Role::Scored(scored) => (
            scored.control.as_str(),
            if scored.gating { "yes" } else { "" },
        ),
        Role::Context(_) | Role::Criterion(_) | Role::Record => ("", ""),
    };
    let depth = question.depth.name();
    let wanted = wanted(&question.form);
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
        depth,
    ];
    for (column, text) in (0..).zip(cells) {
        if column != ANSWER {
            sheet.write_string_with_format(row, column, text, &format)?;
        }
    }
    Ok(())
}

/// What an answer looks like, one line for each option or part.
fn wanted(form: &Form) -> String {
    match form {
        Form::Single(kind) => self::kind(kind).join("\n"),
        Form::Parts(parts) => {
            let parts = parts.iter().map(|part| {
                let lines = kind(&part.kind).join("; ");
                format!("{}: {lines}", part.text)
            });
            parts.collect::<Vec<_>>().join("\n")
        }
    }
}

fn kind(kind: &AnswerKind) -> Vec<String> {
    match kind {
        AnswerKind::Choice(options) => choices("one of", options),
        AnswerKind::Several(options) => choices("any of", options),
        AnswerKind::YesNo(_) => vec!["yes or no".to_string()],
        AnswerKind::Duration(_) => vec!["a length of time, such as 15 min, or never".to_string()],
        AnswerKind::Count(_) => vec!["a whole number".to_string()],
        AnswerKind::Percent(_) => vec!["a percent, 0 to 100".to_string()],
        AnswerKind::Date => vec!["a date".to_string()],
        AnswerKind::Period => vec!["first and last day".to_string()],
        AnswerKind::List => vec!["a list".to_string()],
        AnswerKind::Text => vec!["text".to_string()],
    }
}

fn choices(how: &str, options: &[Choice]) -> Vec<String> {
    let texts = options.iter().map(|option| format!("- {}", option.text));
    std::iter::once(how.to_string()).chain(texts).collect()
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
