//! The text of a document page by page, made harmless where it comes in.

use serde::{Deserialize, Serialize};

use crate::source::hidden::is_hidden;

/// The text of each page in reading order.
///
/// A line of the page is a line of the text, an empty line is a gap between paragraphs, and a tab is a gap wide
/// enough to be that between two columns; one at the begin of a line says that the line begins the next cell of
/// the row. The text holds no control or invisible characters, ligatures are
/// spelled out, and every other kind of space is a plain one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Pages(Vec<String>);

impl Pages {
    /// The pages in their order.
    pub fn new(pages: impl IntoIterator<Item = String>) -> Self {
        Self(pages.into_iter().map(|page| clean(&page)).collect())
    }

    /// The text of each page.
    pub fn texts(&self) -> &[String] {
        &self.0
    }

    /// Whether there is hardly a letter on any page, as in a scan that nobody ran through text recognition.
    pub fn is_scan(&self) -> bool {
        let letters = |page: &String| page.chars().filter(|c| c.is_alphanumeric()).count();
        let letters: usize = self.0.iter().map(letters).sum();
        letters < LETTERS_OF_A_TEXT
    }
}

/// Fewer letters and digits than this are a stamp on a scan, not a text.
const LETTERS_OF_A_TEXT: usize = 24;

impl From<Vec<String>> for Pages {
    fn from(pages: Vec<String>) -> Self {
        Self::new(pages)
    }
}

impl From<Pages> for Vec<String> {
    fn from(pages: Pages) -> Self {
        pages.0
    }
}

fn clean(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    for line in page.lines() {
        let start = text.len();
        for c in line.chars() {
            match c {
                '\t' => text.push('\t'),
                '\u{fb00}' => text.push_str("ff"),
                '\u{fb01}' => text.push_str("fi"),
                '\u{fb02}' => text.push_str("fl"),
                '\u{fb03}' => text.push_str("ffi"),
                '\u{fb04}' => text.push_str("ffl"),
                '\u{fb05}' | '\u{fb06}' => text.push_str("st"),
                '\u{2010}' | '\u{2011}' => text.push('-'),
                c if c.is_whitespace() => text.push(' '),
                c if is_hidden(c) => {}
                c => text.push(c),
            }
        }
        let is_cell = text[start..].starts_with('\t');
        let kept = text[start..].trim().to_string();
        text.truncate(start);
        if is_cell && !kept.is_empty() {
            text.push('\t');
        }
        text.push_str(&kept);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> String {
        Pages::new([text.to_string()]).texts()[0].clone()
    }

    #[test]
    fn ligatures_and_spaces_are_plain() {
        assert_eq!(
            cleaned("quali\u{fb01}ed\u{a0}o\u{fb03}ce"),
            "qualified office\n"
        );
        assert_eq!(cleaned("carve\u{2011}out"), "carve-out\n");
    }

    #[test]
    fn characters_without_ink_are_gone() {
        assert_eq!(cleaned("a\u{1b}[2J\u{202e}b\u{ad}c\u{0}"), "a[2Jbc\n");
    }

    #[test]
    fn columns_and_lines_stay() {
        assert_eq!(
            cleaned(" CC6.2\tAccess \n\nnext"),
            "CC6.2\tAccess\n\nnext\n"
        );
    }

    #[test]
    fn the_mark_of_a_cell_stays_where_there_is_one() {
        assert_eq!(
            cleaned("\tinterval \n\t \n  \tword"),
            "\tinterval\n\nword\n"
        );
    }

    #[test]
    fn a_page_number_makes_no_text() {
        let page = |text: &str| Pages::new([text.to_string()]);
        assert!(page("Page 1 of 20\n").is_scan());
        assert!(!page("This is to certify that Acme holds it\n").is_scan());
    }

    #[test]
    fn what_is_read_back_is_cleaned_as_well() {
        let pages: Pages = serde_json::from_str(r#"["a\u0000b"]"#).expect("it is a list of texts");
        assert_eq!(pages.texts(), ["ab\n"]);
    }
}
