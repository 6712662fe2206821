//! The kinds of text that OSCAL tells apart; whatever comes from outside is written as one of them.
//!
//! Titles and prose are Markdown there, so words from outside are escaped as they are in the report. Values
//! are plain and stand on one line. Tokens are names as XML has them. A moment bears a time zone.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use uuid::Uuid;

use crate::render::escape::{PLACEHOLDER, escaped, is_hidden};

/// One line of Markdown that means exactly the text it was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Line(String);

impl Line {
    /// The text as a line.
    pub fn new(text: &str) -> Self {
        Self(escaped(text))
    }
}

/// Paragraphs of Markdown that mean exactly the texts they were made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Prose(String);

impl Prose {
    /// One paragraph.
    pub fn new(text: &str) -> Self {
        Self(escaped(text))
    }

    /// A paragraph for each text.
    pub fn of<T: AsRef<str>>(texts: &[T]) -> Self {
        let paragraphs: Vec<String> = texts.iter().map(|text| escaped(text.as_ref())).collect();
        Self(paragraphs.join("\n\n"))
    }

    /// The Markdown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A plain value on one line, never empty, with a mark in place of each character that has no ink.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Plain(String);

impl Plain {
    /// The text as a value.
    pub fn new(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        Self(match words.is_empty() {
            true => PLACEHOLDER.to_owned(),
            false => words.join(" ").replace(is_hidden, "\u{fffd}"),
        })
    }
}

/// A name that begins with a letter or `_` and goes on with letters, digits, `.`, `-` and `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Token(String);

impl Token {
    /// The id with what a token cannot hold left out or replaced: `IA-13(3)` becomes `IA-13.3`, `4.1`
    /// becomes `_4.1`, `NHI7:2025` becomes `NHI7-2025`.
    pub fn new(id: &str) -> Self {
        let kept = id.chars().filter(|c| *c != ')').map(|c| match c {
            '(' => '.',
            '.' | '-' | '_' => c,
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        });
        let kept: String = kept.collect();
        Self(match kept.starts_with(|c: char| c.is_ascii_alphabetic()) {
            true => kept,
            false => format!("_{kept}"),
        })
    }
}

/// Midnight UTC of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Moment(String);

/// The years that the schema's pattern of a moment knows.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

impl Moment {
    /// The beginning of a day; the nearest that OSCAL can write where it cannot write that one.
    pub fn new(day: NaiveDate) -> Self {
        let year = day.year().clamp(*YEARS.start(), *YEARS.end());
        let (month, of_month) = match (day.month(), day.day()) {
            // The pattern of 1.2.1 knows no leap day before the year 2000.
            (2, 29) if year < 2000 || year != day.year() => (2, 28),
            other => other,
        };
        Self(format!("{year:04}-{month:02}-{of_month:02}T00:00:00Z"))
    }
}

/// A reference to something in the document or beside the assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Href(String);

impl Href {
    /// Something of that id in this document.
    pub fn within(id: Uuid) -> Self {
        Self(format!("#{id}"))
    }

    /// A file beside the assessment: its path with everything encoded that could mean something else.
    pub fn file(path: &str) -> Self {
        let mut href = String::new();
        // Two slashes would begin the name of a host.
        if path.starts_with("//") {
            href.push_str("/.");
        }
        for byte in path.bytes() {
            match byte {
                b'/' | b'.' | b'-' | b'_' | b'~' => href.push(char::from(byte)),
                byte if byte.is_ascii_alphanumeric() => href.push(char::from(byte)),
                byte => href.push_str(&format!("%{byte:02X}")),
            }
        }
        Self(href)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn words_from_outside_stay_on_their_line_and_mean_themselves() {
        assert_eq!(Line::new("a\n# b *c*").0, r"a \# b \*c\*");
        assert_eq!(Prose::of(&["a", "- b"]).0, "a\n\n\\- b");
        assert_eq!(Plain::new(" a\n\u{202e}b \t").0, "a \u{fffd}b");
        assert_eq!(Plain::new("\u{3000}").0, "–");
    }

    #[test]
    fn ids_of_frameworks_become_tokens() {
        let token = |id| Token::new(id).0;
        assert_eq!(token("CC6.1"), "CC6.1");
        assert_eq!(token("IA-13(3)"), "IA-13.3");
        assert_eq!(token("4.1"), "_4.1");
        assert_eq!(token("NHI7:2025"), "NHI7-2025");
        assert_eq!(token(""), "_");
    }

    #[test]
    fn a_day_is_written_as_its_first_moment() {
        assert_eq!(Moment::new(day("2024-02-29")).0, "2024-02-29T00:00:00Z");
        assert_eq!(Moment::new(day("1996-02-29")).0, "1996-02-28T00:00:00Z");
        assert_eq!(Moment::new(day("1899-12-31")).0, "1900-12-31T00:00:00Z");
        assert_eq!(Moment::new(day("3000-01-01")).0, "2999-01-01T00:00:00Z");
    }

    #[test]
    fn a_path_leads_to_no_host_and_no_scheme() {
        assert_eq!(Href::file("a b/c#d.csv").0, "a%20b/c%23d.csv");
        assert_eq!(Href::file("https://x").0, "https%3A//x");
        assert_eq!(Href::file("//host/x").0, "/.//host/x");
        assert_eq!(Href::file("Zoë").0, "Zo%C3%AB");
    }
}
