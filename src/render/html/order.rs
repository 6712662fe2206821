//! By what a table's columns sort where their text does not say it: numbers, shares and severities.
//!
//! Only the form of the table decides, never what stands in a cell, so that no answer can change the page:
//! a column is of numbers when it is set to the right, and of severities when its head says so.

use super::words::Words;
use crate::render::document::{Alignment, Cell, Inline, Table, plain_text};

/// How a column sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// As its text does; days as `2026-11-20` and ids sort well.
    Text,
    Number,
    Severity,
}

impl Order {
    pub(super) fn of(table: &Table, column: usize, words: &Words) -> Self {
        if plain_text(&table.head[column]) == words.severity {
            Self::Severity
        } else if table.columns[column] == Alignment::Right {
            Self::Number
        } else {
            Self::Text
        }
    }

    /// The value by which a cell sorts, where its text is not enough.
    pub(super) fn value(self, cell: &Cell, words: &Words) -> Option<f64> {
        let text = plain_text(cell);
        match self {
            Self::Text => None,
            Self::Number => number(&text, words.decimal),
            Self::Severity => severity(&text, words).map(|rank| rank as f64),
        }
    }
}

/// The place of a severity, from 0 for the mildest.
pub(super) fn severity(text: &str, words: &Words) -> Option<usize> {
    words.severities.iter().position(|name| *name == text)
}

/// A plain number or share, with a sign or without.
fn number(text: &str, decimal: char) -> Option<f64> {
    let text = text.trim();
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let digits = text.trim_start_matches(['+', '-', '−']);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == decimal);
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
    use super::super::words::ENGLISH;
    use super::*;
    use crate::render::document::{Block, parse};

    fn table(markdown: &str) -> Table {
        match parse(markdown).blocks.swap_remove(0) {
            Block::Table(table) => table,
            other => panic!("{other:?} is no table"),
        }
    }

    #[test]
    fn numbers_and_shares_have_a_value() {
        let values = ["7.5", "100 %", "0", "−3.5", "+2"].map(|text| number(text, '.'));
        assert_eq!(values, [7.5, 100.0, 0.0, -3.5, 2.0].map(Some));
        assert_eq!(number("7,5", ','), Some(7.5));
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
            assert_eq!(number(text, '.'), None, "{text}");
        }
    }

    #[test]
    fn severities_rise_from_info_to_critical() {
        let table = table("| Severity | n |\n|---|--:|\n| High | 7 |\n| Info | High |\n");
        let order = Order::of(&table, 0, &ENGLISH);
        let values = table.rows.iter().map(|row| order.value(&row[0], &ENGLISH));
        assert_eq!(values.collect::<Vec<_>>(), [Some(3.0), Some(0.0)]);
        assert_eq!(Order::of(&table, 1, &ENGLISH), Order::Number);
    }

    #[test]
    fn a_number_in_a_column_of_words_is_a_word() {
        let table = table("| Answer |\n|---|\n| 12 |\n");
        assert_eq!(Order::of(&table, 0, &ENGLISH), Order::Text);
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
