//! Makes text from outside safe to stand anywhere in the report's Markdown.
//!
//! [`escape_markdown`] is tera's escape function: whatever a vendor or analyst wrote comes back as the same
//! words and can never open a table cell, a link, HTML, a list or a heading. The rule is small because it
//! escapes by character and position, not by pattern; the tests hold it against hostile and random strings.

use std::io::{self, Write};

pub use crate::source::hidden::is_hidden;

/// Printed in place of an empty value, since `**{{ x }}**` around nothing would read as `****`.
pub const PLACEHOLDER: &str = "–";

/// Writes `text` as inline Markdown that means exactly `text`.
///
/// Runs of whitespace become one space, and characters that are [hidden](is_hidden) become U+FFFD. The result
/// has no line break, so it is safe in table cells, list items and the lines of the report's own blocks. Empty
/// text gives [`PLACEHOLDER`].
///
/// # Errors
/// Only those of `out`.
pub fn escape_markdown(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut state = Position::Start;
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = state != Position::Start;
            continue;
        }
        if std::mem::take(&mut gap) {
            out.write_all(b" ")?;
        }
        if is_hidden(c) {
            out.write_all("\u{fffd}".as_bytes())?;
            state = Position::Inside;
            continue;
        }
        if is_active(c, state) {
            out.write_all(b"\\")?;
        }
        write!(out, "{c}")?;
        state = state.after(c);
    }
    match state {
        Position::Start => out.write_all(PLACEHOLDER.as_bytes()),
        Position::Number | Position::Inside => Ok(()),
    }
}

/// The escaped form of `text` as a string; see [`escape_markdown`].
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len() + text.len() / 8);
    escape_markdown(text, &mut out).expect("writing to memory cannot fail");
    String::from_utf8(out).expect("only whole characters are written")
}

/// Where in the text a character stands, as far as Markdown cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Position {
    /// Nothing printed yet: a list marker or setext underline could begin here.
    Start,
    /// Only digits so far: `.` or `)` would make a numbered list.
    Number,
    Inside,
}

impl Position {
    fn after(self, c: char) -> Self {
        match self {
            Self::Start | Self::Number if c.is_ascii_digit() => Self::Number,
            Self::Start | Self::Number | Self::Inside => Self::Inside,
        }
    }
}

/// Whether Markdown would read `c` as markup at this position.
fn is_active(c: char, position: Position) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '^' | '$' | '#'
        | '{' | '}' => true,
        '+' | '-' | '=' | ':' => position == Position::Start,
        '.' | ')' => position == Position::Number,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_as_they_are() {
        assert_eq!(escaped("Zoë Müller, 24 h"), "Zoë Müller, 24 h");
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escaped("a|b `c` <d>"), r"a\|b \`c\` \<d\>");
    }

    #[test]
    fn a_list_marker_is_escaped_only_at_the_start() {
        assert_eq!(escaped("- a - b"), r"\- a - b");
        assert_eq!(escaped("12. a 3. b"), r"12\. a 3. b");
        // A colon begins a definition in other dialects, which may read the Markdown report.
        assert_eq!(escaped(": a: b"), r"\: a: b");
    }

    #[test]
    fn lines_become_one_line() {
        assert_eq!(escaped("  a\n\n\u{a0}b\t"), "a b");
    }

    #[test]
    fn hidden_characters_become_visible() {
        assert_eq!(
            escaped("a\u{202e}b\u{0}c\u{e0041}"),
            "a\u{fffd}b\u{fffd}c\u{fffd}"
        );
        assert!(is_hidden('\u{10ffff}') && is_hidden('\u{fffe}') && is_hidden('\u{fdd0}'));
        assert!(!is_hidden('\u{fffd}') && !is_hidden('\u{fdcf}'));
    }

    #[test]
    fn an_empty_value_prints_a_dash() {
        assert_eq!(escaped(" \n"), PLACEHOLDER);
    }
}
