//! Figure blocks of one's own templates that do not follow their form, and where they are written.

use std::sync::Arc;

use crate::render::document::Misdrawn;
use crate::source::{Code, Place, Problem, Source};

/// A warning for a block that is shown as code, at its place in the templates when that can be told.
pub(super) fn warning(block: &Misdrawn, own: &[&Arc<Source>]) -> Option<Problem> {
    let places: Vec<(Place, usize)> = own
        .iter()
        .flat_map(|source| fences(source, block))
        .collect();
    let best = places.into_iter().rev().max_by_key(|(_, lines)| *lines)?.0;
    let message = format!(
        "a `{}` block does not follow its form and is shown as code",
        block.word
    );
    let help = format!(
        "templates/README.md shows how `{}` is written; filled in, it reads: {}",
        block.word,
        first_lines(&block.text)
    );
    Some(
        Problem::new(Code::FigureForm, message)
            .at(best)
            .help(help)
            .warning(),
    )
}

/// Blocks of this word in a template, with how many of their fixed lines stand in the one that was written.
fn fences(source: &Arc<Source>, block: &Misdrawn) -> Vec<(Place, usize)> {
    let text = source.text();
    let mut found = Vec::new();
    let fence = format!("```{}", block.word);
    for (at, _) in text.match_indices(&fence) {
        let rest = &text[at + fence.len()..];
        if rest
            .lines()
            .next()
            .is_some_and(|line| !line.trim().is_empty())
        {
            continue;
        }
        let body = rest.split("```").next().unwrap_or_default();
        let fixed = body.lines().map(str::trim).filter(|line| !line.is_empty());
        let shared = fixed.filter(|line| block.text.lines().any(|written| written.trim() == *line));
        found.push((Place::new(source, at..at + fence.len()), shared.count()));
    }
    found
}

fn first_lines(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let cut: String = lines.join(" / ").chars().take(120).collect();
    if cut.is_empty() {
        "nothing".to_owned()
    } else {
        format!("`{cut}`")
    }
}
