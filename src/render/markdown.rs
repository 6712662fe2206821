//! The report as Markdown: the templates of `templates/`, filled with a [`Report`].
//!
//! Markdown is the source of every other written form. All text of the report is escaped on its
//! way in, ours like that from outside, so no answer can change the structure. The templates are
//! compiled in; an error means that a template and the report do not fit together.

use std::io::{self, Write};

use tera::{Context, Delimiters, Tera};

use super::escape::escape_markdown;
use crate::report::Report;

/// A template that does not fit the report.
#[derive(Debug, thiserror::Error)]
#[error("cannot render the report: {0}")]
pub struct RenderError(#[from] tera::Error);

/// Name and text of each template.
const TEMPLATES: [(&str, &str); 22] = [
    ("report.md", include_str!("../../templates/report.md")),
    (
        "report/summary.md",
        include_str!("../../templates/report/summary.md"),
    ),
    (
        "report/contents.md",
        include_str!("../../templates/report/contents.md"),
    ),
    (
        "report/reading.md",
        include_str!("../../templates/report/reading.md"),
    ),
    (
        "report/inherent.md",
        include_str!("../../templates/report/inherent.md"),
    ),
    (
        "report/drivers.md",
        include_str!("../../templates/report/drivers.md"),
    ),
    (
        "report/risk.md",
        include_str!("../../templates/report/risk.md"),
    ),
    (
        "report/claims.md",
        include_str!("../../templates/report/claims.md"),
    ),
    (
        "report/nhi.md",
        include_str!("../../templates/report/nhi.md"),
    ),
    (
        "report/documents.md",
        include_str!("../../templates/report/documents.md"),
    ),
    (
        "report/coverage.md",
        include_str!("../../templates/report/coverage.md"),
    ),
    (
        "report/findings.md",
        include_str!("../../templates/report/findings.md"),
    ),
    (
        "report/entity-controls.md",
        include_str!("../../templates/report/entity-controls.md"),
    ),
    (
        "report/advice.md",
        include_str!("../../templates/report/advice.md"),
    ),
    (
        "report/outlook.md",
        include_str!("../../templates/report/outlook.md"),
    ),
    (
        "report/plan.md",
        include_str!("../../templates/report/plan.md"),
    ),
    (
        "report/timeline.md",
        include_str!("../../templates/report/timeline.md"),
    ),
    (
        "report/register.md",
        include_str!("../../templates/report/register.md"),
    ),
    (
        "report/requests.md",
        include_str!("../../templates/report/requests.md"),
    ),
    (
        "report/answers.md",
        include_str!("../../templates/report/answers.md"),
    ),
    (
        "report/method.md",
        include_str!("../../templates/report/method.md"),
    ),
    (
        "report/caveat.md",
        include_str!("../../templates/report/caveat.md"),
    ),
];

/// Writes the report as Markdown.
///
/// # Errors
/// When a template does not fit the report; no content of a report can bring that about.
pub fn write(report: &Report) -> Result<String, RenderError> {
    let context = Context::from_serialize(report)?;
    let engine = engine()?;
    Ok(tidy(&engine.render("report.md", &context)?))
}

fn engine() -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    tera.set_delimiters(Delimiters {
        comment_start: "<#".into(),
        comment_end: "#>".into(),
        ..Delimiters::default()
    })?;
    tera.set_escape_fn(escape);
    tera.autoescape_on([".md"]);
    tera.add_raw_templates(TEMPLATES)?;
    Ok(tera)
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
    fn no_template_prints_raw_text() {
        for (name, template) in TEMPLATES {
            assert!(!template.replace(' ', "").contains("|safe"), "{name}");
            assert!(!template.contains("{#"), "{name}");
        }
    }

    #[test]
    fn every_template_is_well_formed() {
        assert!(engine().is_ok());
    }

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
