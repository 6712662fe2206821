//! Texts that no cell can hold: cut where they stand, and whole, in pieces, in a sheet of their own.

use super::cell::{Cell, Column, Sheet};
use crate::words::{Words, say};

/// Most UTF-16 units that a cell holds.
const MOST: usize = 32_767;
/// Units of a text that stay where it stands, so that there is room for the pointer.
const KEPT: usize = 32_000;

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-text"), 8.0),
        (say!(words, "col-piece"), 8.0),
        (say!(words, "col-words"), 120.0),
    ]
}

/// The texts met so far that were too long.
#[derive(Debug, Default)]
pub struct Long {
    texts: Vec<String>,
}

impl Long {
    /// The text as a cell can hold it; what is too long ends with where the whole of it stands.
    pub fn fitted(&mut self, words: &Words, text: String) -> String {
        if units(&text) <= MOST {
            return text;
        }
        let start = pieces(&text).next().unwrap_or_default().to_owned();
        self.texts.push(text);
        let sheet = say!(words, "sheet-long");
        say!(words, "long-cut", start, sheet, text = self.texts.len())
    }

    /// The sheet, when any text was too long.
    pub fn sheet(&mut self, words: &Words) -> Option<Sheet> {
        let texts = std::mem::take(&mut self.texts);
        let rows = texts.iter().enumerate().flat_map(|(at, text)| {
            pieces(text).enumerate().map(move |(piece, text)| {
                vec![
                    Cell::count(at as u64 + 1),
                    Cell::count(piece as u64 + 1),
                    Cell::text(text),
                ]
            })
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| {
            Sheet::table(
                (say!(words, "sheet-long"), say!(words, "about-long")),
                columns(words),
                rows,
            )
        })
    }
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// A text in pieces of at most [`KEPT`] units.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut held = 0;
        let end = rest.char_indices().find(|(_, sign)| {
            held += sign.len_utf16();
            held > KEPT
        });
        let (piece, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    #[test]
    fn a_text_just_as_long_as_a_cell_stays_whole_and_one_sign_more_is_cut() {
        let (mut long, words) = (Long::default(), Words::of(Language::English));
        let whole = "x".repeat(MOST);
        assert_eq!(long.fitted(words, whole.clone()), whole);
        assert_eq!(long.sheet(words), None);
        let cut = long.fitted(words, format!("{whole}y"));
        assert!(cut.ends_with("(whole in the sheet Long, text 1)"));
        assert!(units(&cut) <= MOST);
    }

    #[test]
    fn pieces_join_to_the_whole_and_split_no_sign() {
        let text = "\u{1f511}é".repeat(30_000);
        assert_eq!(pieces(&text).collect::<String>(), text);
        assert!(pieces(&text).all(|piece| units(piece) <= KEPT));
    }
}
