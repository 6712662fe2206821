//! What a cell of the working file holds, and the sheets that cells stand in.

use std::ops::Range;

use chrono::NaiveDate;

use crate::words::Words;

/// A cell. What comes from outside is never a formula.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Nothing yet: a place to write.
    Fill,
    /// A place to write a day.
    FillDay,
    /// Text, whatever it begins with.
    Text(String),
    /// A number.
    Number(f64, Shown),
    /// A number to change: an input of the arithmetic; empty while it is open.
    Input(Option<f64>, Shown),
    /// A day.
    Day(NaiveDate),
    /// A formula of ours with the number it comes to.
    Formula(String, f64, Shown),
    /// A formula of ours with the text it comes to.
    TextFormula(String, String),
}

/// How a number is shown; the cell holds all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Plain,
    /// A whole number.
    Count,
    /// A share of 1 in percent.
    Percent,
    /// One decimal.
    Points,
    /// Three decimals.
    Level,
    /// Six decimals.
    Exact,
    /// With its exponent: a difference.
    Tiny,
}

impl Cell {
    /// Text, or nothing.
    pub fn text(text: impl Into<String>) -> Self {
        match text.into() {
            text if text.is_empty() => Self::Empty,
            text => Self::Text(text),
        }
    }

    /// Lines of text.
    pub fn lines(lines: &[String]) -> Self {
        Self::text(lines.join("\n"))
    }

    /// Text where there is some.
    pub fn maybe(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// A number as a report prints it, such as `12.3`; text, where it is none.
    pub fn printed(words: &Words, text: &str, shown: Shown) -> Self {
        let number = words.number_in(text);
        number.map_or_else(|| Self::text(text), |number| Self::Number(number, shown))
    }

    /// A day as a report prints it; text, where it is none.
    pub fn day(words: &Words, text: &str) -> Self {
        words
            .day_in(text)
            .map_or_else(|| Self::text(text), Self::Day)
    }

    /// A count: text, where a number of a sheet would not hold all of its digits.
    pub fn count(count: u64) -> Self {
        match count {
            0..=MOST_EXACT => Self::Number(count as f64, Shown::Count),
            _ => Self::Text(count.to_string()),
        }
    }
}

/// Up to here every whole number of a sheet is exact; beyond 15 digits sheets show zeros.
const MOST_EXACT: u64 = 999_999_999_999_999;

/// A column: its head, and its width in characters.
pub type Column = (String, f64);

/// A choice offered in the cells of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The column, from 0.
    pub column: usize,
    /// What can be chosen.
    pub words: Vec<String>,
}

/// A sheet: a title, a line on it, heads, and rows of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name, as on the tab: letters alone, because formulas name it.
    pub name: String,
    /// What it is, in one line.
    pub about: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Columns that stay in view, from the left.
    pub frozen: u16,
    /// Whether it is a table: filtered, sorted and counted; else its rows stay where they are.
    pub is_table: bool,
    /// Whether numbers stand at the left, under texts: a list of all kinds of values.
    pub is_left: bool,
    /// Choices to fill in.
    pub choices: Vec<Choices>,
    /// Names for the formulas: name, column and rows of data.
    pub names: Vec<(String, char, Range<usize>)>,
}

impl Sheet {
    /// A table with the first column in view; without a row, one line says that there is none.
    pub fn table(
        (name, about): (String, String),
        columns: Vec<Column>,
        rows: Vec<Vec<Cell>>,
    ) -> Self {
        Self {
            name,
            about,
            columns,
            rows,
            frozen: 1,
            is_table: true,
            is_left: false,
            choices: vec![],
            names: vec![],
        }
    }

    /// Rows whose places other formulas name.
    pub fn grid(words: (String, String), columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        Self {
            is_table: false,
            ..Self::table(words, columns, rows)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    #[test]
    fn a_count_that_a_sheet_cannot_hold_is_text() {
        assert_eq!(
            Cell::count(MOST_EXACT),
            Cell::Number(999_999_999_999_999.0, Shown::Count)
        );
        assert_eq!(
            Cell::count(u64::MAX),
            Cell::Text("18446744073709551615".to_owned())
        );
    }

    #[test]
    fn numbers_and_days_are_read_as_the_language_prints_them() {
        let words = Words::of(Language::German);
        let day = "2026-12-31".parse().expect("a date");
        assert_eq!(Cell::day(words, "31.12.2026"), Cell::Day(day));
        assert_eq!(
            Cell::printed(words, "12,3", Shown::Points),
            Cell::Number(12.3, Shown::Points)
        );
    }

    #[test]
    fn what_is_printed_as_no_number_stays_text() {
        assert_eq!(
            Cell::printed(Words::of(Language::English), "12.3", Shown::Points),
            Cell::Number(12.3, Shown::Points)
        );
        assert_eq!(
            Cell::printed(Words::of(Language::English), "–", Shown::Points),
            Cell::text("–")
        );
    }
}
