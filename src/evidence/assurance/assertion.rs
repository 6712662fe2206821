//! Management's assertion: that it is there, and about the system of the report.

use super::document::{Document, Section};
use super::found::{Found, Weight};
use super::pattern::patterns;

patterns! {
    ASSERTS = r"\bwe (?:confirm|assert)\b|best of our knowledge|prepared (?:the|our) (?:\w+ )?description";
}

/// Whether a section of its own holds an assertion that names the system.
pub(super) fn find(document: &Document, system: &[String]) -> Option<Found<&'static str>> {
    let is_named = |text: &str| {
        let text = text.to_lowercase();
        let mut names = system.iter();
        names.any(|name| text.contains(&name.to_lowercase()))
    };
    let passages: Vec<_> = document.section(Section::Assertion).collect();
    let asserts = passages
        .iter()
        .any(|passage| ASSERTS.is_match(&passage.flow));
    let first = passages.iter().find(|passage| is_named(&passage.flow))?;
    asserts.then(|| {
        let end = first.flow.find('\n').unwrap_or(first.flow.len());
        first.found("present", Weight::Stated, 0..end)
    })
}
