//! By what a table's columns sort where their text does not say it: numbers, shares and severities.
//!
//! Only the form of the table decides, never what stands in a cell, so that no answer can change the page:
//! a column is of numbers when it is set to the right, and of severities when its head says so.

use super::words::severities;
use crate::render::document::{Alignment, Cell, Inline, Table, plain_text};
use crate::words::{Words, say};
use chrono::Datelike;

/// How a column sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// As its text does; days as `2026-11-20` and ids sort well.
    Text,
    /// By the day, where days are written so that their text does not sort well.
    Day,
    Number,
    Severity,
}

impl Order {
    pub(super) fn of(table: &Table, column: usize, words: &Words) -> Self {
        if plain_text(&table.head[column]) == say!(words, "head-severity") {
            Self::Severity
        } else if table.columns[column] == Alignment::Right {
            Self::Number
        } else if is_of_days(table, column, words) {
            Self::Day
        } else {
            Self::Text
        }
    }

    /// The value by which a cell sorts, where its text is not enough.
    pub(super) fn value(self, cell: &Cell, words: &Words) -> Option<f64> {
        let text = plain_text(cell);
        match self {
            Self::Text => None,
            Self::Day => words
                .day_in(text.trim())
                .map(|day| f64::from(day.num_days_from_ce())),
            Self::Number => number(&text, words.decimal_mark()),
            Self::Severity => severity(&text, words).map(|rank| rank as f64),
        }
    }
}

/// The place of a severity, from 0 for the mildest.
pub(super) fn severity(text: &str, words: &Words) -> Option<usize> {
    severities(words).iter().position(|name| name == text)
}

/// Whether a column holds days that need a value to be sorted, and nothing else.
fn is_of_days(table: &Table, column: usize, words: &Words) -> bool {
    let texts = table.rows.iter().map(|row| plain_text(&row[column]));
    let mut told = texts.filter(|text| text.contains(char::is_alphanumeric));
    let is_day = |text: String| {
        let day = words.day_in(text.trim());
        day.is_some_and(|day| day.to_string() != text.trim())
    };
    let mut told = told.by_ref().peekable();
    told.peek().is_some() && told.all(is_day)
}

/// A plain number or share, with a sign or without.
fn number(text: &str, decimal: &str) -> Option<f64> {
    let text = text.trim();
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let digits = text.trim_start_matches(['+', '-', '−']);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || decimal.contains(c));
    let text = text.replace('−', "-").replace(decimal, ".");
    is_number.then(|| text.parse().ok()).flatten()
}

/// Whether the last row is a total, which stays at the foot: its first cell is set in bold as a whole.
pub(super) fn has_total(table: &Table) -> bool {
    let first = table.rows.last().and_then(|row| row.first());
    table.rows.len() > 1
        && first.is_some_and(|cell| matches!(cell.as_slice(), [Inline::Strong(_)]))
        && table.columns.contains(&Alignment::Right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;
    use crate::render::document::{Block, parse};

    fn table(markdown: &str) -> Table {
        match parse(markdown).blocks.swap_remove(0) {
            Block::Table(table) => table,
            other => panic!("{other:?} is no table"),
        }
    }

    fn english() -> &'static Words {
        Words::of(Language::English)
    }

    #[test]
    fn days_sort_by_the_calendar_however_they_are_written() {
        let german = Words::of(Language::German);
        let days = table("| Datum |\n|---|\n| 02.01.2026 |\n| – |\n| 01.02.2026 |\n");
        assert_eq!(Order::of(&days, 0, german), Order::Day);
        let values = days
            .rows
            .iter()
            .map(|row| Order::Day.value(&row[0], german));
        let values: Vec<Option<f64>> = values.collect();
        assert!(values[0] < values[2] && values[1].is_none());
        assert_eq!(Order::of(&days, 0, english()), Order::Text);
        let mixed = table("| Was |\n|---|\n| 02.01.2026 |\n| nie |\n");
        assert_eq!(Order::of(&mixed, 0, german), Order::Text);
    }

    #[test]
    fn numbers_and_shares_have_a_value() {
        let values = ["7.5", "100 %", "0", "−3.5", "+2"].map(|text| number(text, "."));
        assert_eq!(values, [7.5, 100.0, 0.0, -3.5, 2.0].map(Some));
        assert_eq!(number("7,5", ","), Some(7.5));
    }

    #[test]
    fn what_is_no_plain_number_has_none() {
        for text in [
            "",
            "–",
            "2026-11-20",
            "90 days",
            "1.2.3",
            "-",
            "inf",
            "7,5",
            "1e9",
        ] {
            assert_eq!(number(text, "."), None, "{text}");
        }
    }

    #[test]
    fn severities_rise_from_info_to_critical() {
        let table = table("| Severity | n |\n|---|--:|\n| High | 7 |\n| Info | High |\n");
        let order = Order::of(&table, 0, english());
        let values = table.rows.iter().map(|row| order.value(&row[0], english()));
        assert_eq!(values.collect::<Vec<_>>(), [Some(3.0), Some(0.0)]);
        assert_eq!(Order::of(&table, 1, english()), Order::Number);
    }

    #[test]
    fn a_number_in_a_column_of_words_is_a_word() {
        let table = table("| Answer |\n|---|\n| 12 |\n");
        assert_eq!(Order::of(&table, 0, english()), Order::Text);
    }

    #[test]
    fn a_bold_last_row_of_numbers_is_a_total() {
        assert!(has_total(&table(
            "| a | n |\n|---|--:|\n| b | 1 |\n| **c** | 1 |\n"
        )));
        assert!(!has_total(&table(
            "| a | n |\n|---|--:|\n| b | 1 |\n| c **d** | 1 |\n"
        )));
        assert!(!has_total(&table(
            "| a | n |\n|---|---|\n| b | 1 |\n| **c** | 1 |\n"
        )));
    }
}
