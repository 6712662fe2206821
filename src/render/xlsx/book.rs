//! The workbook: sheets of cells become sheets of a file, all with one look and one print setting.
//!
//! No clock: the file is dated by the day of the assessment.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, FormatPattern, Formula, Table, TableColumn,
    TableStyle, Workbook, Worksheet, XlsxError,
};

use super::address::{self, HEAD, letter};
use super::cell::{Cell, Choices, Column, Sheet, Shown};
use super::long::Long;
use crate::pack::language::Language;
use crate::pack::question::Severity;
use crate::render::escape::is_hidden;
use crate::report::{Subject, terms};
use crate::words::{Words, say};

/// Most signs that a property or a line at the edge of a page takes.
const MOST_AT_THE_EDGE: usize = 60;
/// First day that every program counts alike; the day after the one that never was.
const FIRST_DAY: (i32, u32, u32) = (1900, 3, 1);
/// Paper, and the width in characters from which a sheet needs the larger one.
const A4: u8 = 9;
const A3: u8 = 8;
const WIDE: f64 = 190.0;

/// A workbook in the making.
pub struct Book {
    words: &'static Words,
    book: Workbook,
    long: Long,
    header: String,
    footer: String,
}

impl Book {
    /// An empty book about this subject.
    pub fn new(
        words: &'static Words,
        subject: &Subject,
        day: NaiveDate,
    ) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        let mut properties = DocProperties::new()
            .set_title(say!(words, "book-title"))
            .set_subject(short(&format!("{} {}", subject.vendor, subject.product)))
            .set_author(short(&subject.assessor))
            .set_comment(subject.digest.as_deref().unwrap_or_default());
        if let Some(day) = excel_day(day) {
            properties = properties.set_creation_datetime(&day);
        }
        book.set_properties(&properties);
        let digest = subject.digest.as_deref().unwrap_or_default();
        let digest: String = digest.chars().take(16).collect();
        let edge = |text: &str| short(text).replace('&', "&&");
        let page = say!(words, "book-page", page = "&P", pages = "&N");
        Ok(Self {
            words,
            book,
            long: Long::default(),
            header: format!(
                "&L{} · {}&R&A",
                edge(&subject.vendor),
                edge(&subject.product)
            ),
            footer: format!("&L{} · {digest}&R{page}", subject.as_of),
        })
    }

    /// Adds a sheet.
    pub fn add(&mut self, sheet: Sheet) -> Result<(), XlsxError> {
        for (name, column, rows) in &sheet.names {
            let cells = address::cells(&sheet.name, *column, rows);
            self.book.define_name(name, &format!("={cells}"))?;
        }
        let page = self.book.add_worksheet();
        page.set_name(&sheet.name)?;
        head(page, &sheet)?;
        for (row, cells) in (HEAD + 1..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells) {
                write(page, (self.words, &mut self.long), (row, column), cell)?;
                if sheet.is_left {
                    left(page, self.words, (row, column), cell)?;
                }
            }
            page.set_row_height(row, height(&sheet.columns, cells))?;
        }
        if sheet.rows.is_empty() {
            let nothing = say!(self.words, "book-nothing");
            page.write_string_with_format(HEAD + 1, 0, nothing, &body())?;
        }
        offer(page, &sheet, self.words)?;
        mark(page, &sheet, self.words)?;
        let width: f64 = sheet.columns.iter().map(|(_, width)| width).sum();
        page.set_paper_size(if width < WIDE { A4 } else { A3 });
        print(page, &self.header, &self.footer)
    }

    /// The bytes of the file.
    pub fn bytes(mut self) -> Result<Vec<u8>, XlsxError> {
        if let Some(sheet) = self.long.sheet(self.words) {
            self.add(sheet)?;
        }
        self.book.save_to_buffer()
    }
}

/// Title, line, heads and widths.
fn head(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(15);
    page.write_string_with_format(0, 0, &sheet.name, &title)?;
    let about = Format::new().set_italic().set_font_color(GREY);
    page.write_string_with_format(1, 0, &sheet.about, &about)?;
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_font_color(Color::White)
        .set_background_color(INK)
        .set_border_bottom(FormatBorder::Thin);
    for (column, (name, width)) in (0..).zip(&sheet.columns) {
        page.write_string_with_format(HEAD, column, name, &format)?;
        page.set_column_width(column, *width)?;
    }
    page.set_row_height(HEAD, 3.0 * LINE + 3.0)?;
    page.set_freeze_panes(HEAD + 1, sheet.frozen)?;
    if sheet.is_table {
        let heads = sheet.columns.iter().map(|(name, _)| {
            TableColumn::new()
                .set_header(name)
                .set_header_format(&format)
        });
        let table = Table::new()
            .set_name(format!("{}_table", sheet.name))
            .set_style(TableStyle::Light1)
            .set_alt_text_title(&sheet.name)
            .set_alt_text(&sheet.about)
            .set_columns(&heads.collect::<Vec<_>>());
        page.add_table(HEAD, 0, last_row(sheet), last_column(sheet), &table)?;
    }
    Ok(())
}

/// The last row of data; one that says so, where there is none.
fn last_row(sheet: &Sheet) -> u32 {
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX - HEAD);
    HEAD + rows.max(1)
}

fn last_column(sheet: &Sheet) -> u16 {
    u16::try_from(sheet.columns.len() - 1).expect("a sheet has few columns")
}

const INK: Color = Color::RGB(0x001F_3A4D);
const GREY: Color = Color::RGB(0x0055_5555);
const TO_FILL: Color = Color::RGB(0x00FF_F8DC);
const CHANGEABLE: Color = Color::RGB(0x001F_4E9E);

fn body() -> Format {
    Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Hair)
}

/// A place to write: a tint, and a frame for whoever sees no tint.
fn to_fill() -> Format {
    body()
        .set_pattern(FormatPattern::Solid)
        .set_background_color(TO_FILL)
        .set_border(FormatBorder::Dotted)
}

fn number(shown: Shown) -> Format {
    let format = match shown {
        Shown::Plain => "General",
        Shown::Count => "#,##0",
        Shown::Percent => "0.##\\ %",
        Shown::Points => "0.0",
        Shown::Level => "0.000",
        Shown::Exact => "0.000000",
        Shown::Tiny => "0.0E+00",
    };
    body().set_num_format(format)
}

fn day_format(format: Format, words: &Words) -> Format {
    format.set_num_format(match words.language() {
        Language::English => "yyyy-mm-dd",
        Language::German => "dd.mm.yyyy",
    })
}

/// Writes one cell; long texts go on in a sheet of their own.
fn write(
    page: &mut Worksheet,
    (words, long): (&Words, &mut Long),
    (row, column): (u32, u16),
    cell: &Cell,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => page.write_blank(row, column, &body())?,
        Cell::Fill => page.write_blank(row, column, &to_fill())?,
        Cell::FillDay => page.write_blank(row, column, &day_format(to_fill(), words))?,
        Cell::Text(text) => {
            let text = long.fitted(words, visible(text));
            page.write_string_with_format(row, column, text, &body())?
        }
        Cell::Number(value, shown) => {
            page.write_number_with_format(row, column, *value, &number(*shown))?
        }
        Cell::Input(value, shown) => {
            let format = number(*shown)
                .set_font_color(CHANGEABLE)
                .set_background_color(TO_FILL)
                .set_border(FormatBorder::Dotted);
            match value {
                Some(value) => page.write_number_with_format(row, column, *value, &format)?,
                None => page.write_blank(row, column, &format)?,
            }
        }
        Cell::Day(day) => match excel_day(*day) {
            Some(at) => {
                page.write_datetime_with_format(row, column, &at, &day_format(body(), words))?
            }
            None => page.write_string_with_format(row, column, words.date(*day), &body())?,
        },
        Cell::Formula(text, value, shown) => {
            let formula = Formula::new(format!("={text}")).set_result(value.to_string());
            page.write_formula_with_format(row, column, formula, &number(*shown))?
        }
        Cell::TextFormula(text, value) => {
            let formula = Formula::new(format!("={text}")).set_result(value);
            page.write_formula_with_format(row, column, formula, &body())?
        }
    };
    Ok(())
}

/// Moves a number or a day to the left, under the texts.
fn left(
    page: &mut Worksheet,
    words: &Words,
    (row, column): (u32, u16),
    cell: &Cell,
) -> Result<(), XlsxError> {
    let format = match cell {
        Cell::Number(_, shown) | Cell::Formula(_, _, shown) => number(*shown),
        Cell::Day(_) => day_format(body(), words),
        _ => return Ok(()),
    };
    page.set_cell_format(row, column, &format.set_align(FormatAlign::Left))?;
    Ok(())
}

/// Height of one line of text, and the most that a row can have, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 405.0;

/// The height that the longest text of a row needs, because not every program works it out.
fn height(columns: &[Column], cells: &[Cell]) -> f64 {
    let lines = columns.iter().zip(cells).map(|((_, width), cell)| {
        let Cell::Text(text) = cell else { return 1.0 };
        let lines = text.lines().map(|line| {
            let signs = line.chars().count() as f64;
            (signs / (width * 0.95)).ceil().max(1.0)
        });
        lines.sum()
    });
    (lines.fold(1.0, f64::max) * LINE).min(HIGHEST)
}

/// A day as sheets count it; none before the first that all of them count alike.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let (year, month, first) = FIRST_DAY;
    let first = NaiveDate::from_ymd_opt(year, month, first)?;
    if day < first {
        return None;
    }
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    );
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// The text with a mark in place of each sign that has no ink; its lines stay.
fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mark = |sign: char| match sign {
        '\n' | '\t' => sign,
        sign if is_hidden(sign) || sign.is_control() => '\u{fffd}',
        sign => sign,
    };
    text.chars().map(mark).collect()
}

/// One short line for the edge of a page or a property.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = visible(&words.join(" "));
    match line.chars().count() {
        0..=MOST_AT_THE_EDGE => line,
        _ => {
            let start: String = line.chars().take(MOST_AT_THE_EDGE - 1).collect();
            format!("{start}…")
        }
    }
}

/// Choices to fill in, and limits of the numbers that can be changed.
fn offer(page: &mut Worksheet, sheet: &Sheet, words: &Words) -> Result<(), XlsxError> {
    let input = say!(words, "book-input");
    for Choices { column, words } in &sheet.choices {
        let column = u16::try_from(*column).expect("a sheet has few columns");
        let list = DataValidation::new().allow_list_strings(words)?;
        page.add_data_validation(HEAD + 1, column, last_row(sheet), column, &list)?;
    }
    for (row, cells) in (HEAD + 1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            if matches!(cell, Cell::Input(_, Shown::Level)) {
                let share = DataValidation::new()
                    .allow_decimal_number(DataValidationRule::Between(0.0, 1.0))
                    .set_input_message(&input)?;
                page.add_data_validation(row, column, row, column, &share)?;
            }
        }
    }
    Ok(())
}

/// Weight for the words that want an eye: bold and a tint; the words say it without either.
fn loud(words: &Words) -> [(String, Color); 3] {
    let [critical, high] =
        [Severity::Critical, Severity::High].map(|severity| terms::severity(words, severity));
    [
        (critical, Color::RGB(0x00F8_D7DA)),
        (high, Color::RGB(0x00FD_E8D0)),
        ("✗".to_owned(), Color::RGB(0x00F8_D7DA)),
    ]
}

/// Heads of the columns whose words are marked.
fn marked(words: &Words) -> [String; 3] {
    [
        say!(words, "col-severity"),
        say!(words, "col-check"),
        say!(words, "col-gate"),
    ]
}

fn mark(page: &mut Worksheet, sheet: &Sheet, words: &Words) -> Result<(), XlsxError> {
    let (last, right) = (last_row(sheet), last_column(sheet));
    let marked = marked(words);
    for (column, (head, _)) in (0..).zip(&sheet.columns) {
        if !marked.contains(head) {
            continue;
        }
        let top = format!("{}{}", letter(usize::from(column)), HEAD + 2);
        for (word, tint) in loud(words) {
            let format = Format::new().set_bold().set_background_color(tint);
            let rule = ConditionalFormatFormula::new()
                .set_rule(format!("=LEFT({top},{})=\"{word}\"", word.chars().count()).as_str())
                .set_format(format);
            page.add_conditional_format(HEAD + 1, column.min(right), last, column, &rule)?;
        }
    }
    Ok(())
}

/// Landscape, as wide as a page, heads on every page, what it is about on its edges.
fn print(page: &mut Worksheet, header: &str, footer: &str) -> Result<(), XlsxError> {
    page.set_landscape();
    page.set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(HEAD, HEAD)?;
    page.set_header(header);
    page.set_footer(footer);
    page.set_margins(0.4, 0.4, 0.7, 0.7, 0.3, 0.3);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_before_the_calendars_agree_is_none_and_the_next_is_one() {
        let day = |text: &str| excel_day(text.parse().expect("a date"));
        assert!(day("1900-02-28").is_none());
        assert!(day("1900-03-01").is_some());
        assert!(day("1850-01-01").is_none());
    }

    #[test]
    fn signs_without_ink_are_marked_and_lines_stay() {
        assert_eq!(visible("a\u{7}b\r\nc\td\re"), "a\u{fffd}b\nc\td\ne");
    }
}
