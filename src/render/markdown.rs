//! The report as Markdown: the templates of `templates/`, filled with a [`Report`].
//!
//! Markdown is the source of every other written form. All text of the report is escaped on its
//! way in, ours like that from outside, so no answer can change the structure. [`Templates`] are the
//! built-in ones, or some of them replaced by files of one's own; `problem` says in our words what is wrong with
//! such a file.

mod built_in;
mod figures;
mod names;
mod problem;
mod say;
mod tags;
mod templates;

use std::io::{self, Write};

use super::escape::escape_markdown;
use crate::report::Report;
use crate::source::Problems;

pub use self::built_in::BUILT_IN;
pub use self::templates::Templates;

/// Writes the report as Markdown, with the built-in templates.
///
/// # Errors
/// When a template does not fit the report; no content of a report can bring that about.
pub fn write(report: &Report) -> Result<String, Problems> {
    Templates::built_in().write(report)
}

/// Escapes a text, except for the point of a decimal number at its start: no list marker has a
/// digit right behind its point, and figures read their numbers as they stand.
fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let rest = after_decimal_point(text).unwrap_or(text);
    out.write_all(&text.as_bytes()[..text.len() - rest.len()])?;
    escape_markdown(rest, out)
}

/// What follows the decimal point of the number a text begins with.
fn after_decimal_point(text: &str) -> Option<&str> {
    let (whole, rest) = text.split_once('.')?;
    let digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    (digits && rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)
}

/// Leaves one blank line where templates leave several, and none at the ends.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        if blank && !tidied.is_empty() {
            tidied.push('\n');
        }
        blank = false;
        tidied.push_str(line);
        tidied.push('\n');
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_point_is_left_alone_and_a_list_marker_is_not() {
        let escaped = |text| {
            let mut out = Vec::new();
            escape(text, &mut out).expect("memory");
            String::from_utf8(out).expect("text")
        };
        assert_eq!(escaped("39.9"), "39.9");
        assert_eq!(escaped("39.9 of *a*"), "39.9 of \\*a\\*");
        assert_eq!(escaped("1."), "1\\.");
        assert_eq!(escaped("1. a"), "1\\. a");
    }

    #[test]
    fn blank_lines_are_made_one() {
        assert_eq!(tidy("\n\na  \n\n\nb\nc\n\n"), "a\n\nb\nc\n");
    }
}
