//! Values that stand beside or under a label.

use regex::Regex;

use crate::evidence::assurance::document::{Document, Passage};
use crate::evidence::assurance::found::{Found, Weight};

/// Most labels of one kind that are looked at.
const MOST: usize = 64;

/// What stands beside each place where a cell begins with a label: in the same cell, in the next one, or below.
pub(super) fn labelled(document: &Document, label: &Regex) -> Vec<Found<String>> {
    let mut finds = Vec::new();
    let mut tried = 0;
    for passage in &document.passages {
        for at in 0..passage.lines.len() {
            let cells: Vec<&str> = passage.lines[at].split('\t').collect();
            for (column, cell) in cells.iter().enumerate() {
                let Some(found) = label.find(cell.trim_start()) else {
                    continue;
                };
                if tried == MOST {
                    return finds;
                }
                tried += 1;
                let Some(rest) = value_of(&cell.trim_start()[found.end()..]) else {
                    continue;
                };
                let value = if !rest.is_empty() {
                    Some(rest.to_string())
                } else if let Some(next) =
                    cells.get(column + 1).filter(|next| !label.is_match(next))
                {
                    Some(next.trim().to_string())
                } else {
                    below(passage, at, column)
                };
                if let Some(value) =
                    value.filter(|value| !value.is_empty() && !value.ends_with(':'))
                {
                    let to = (at + 3).min(passage.lines.len());
                    finds.push(passage.found_in(value, Weight::Stated, &passage.lines[at..to]));
                }
            }
        }
    }
    finds
}

/// What follows a label in its cell; nothing where the words go on and so were none.
fn value_of(rest: &str) -> Option<&str> {
    let is_separated = rest.trim().is_empty() || rest.starts_with([':', '.', '#']) || {
        let next = rest.trim_start().chars().next();
        rest.starts_with(' ')
            && next.is_some_and(|c| c == ':' || c.is_uppercase() || c.is_ascii_digit())
    };
    is_separated.then(|| rest.trim_start_matches([':', '.', '#', ' ']).trim())
}

/// The cell under another.
fn below(passage: &Passage, at: usize, column: usize) -> Option<String> {
    let lines = &passage.lines[at + 1..];
    let line = lines.iter().take(3).find(|line| !line.is_empty())?;
    let cells: Vec<&str> = line.split('\t').collect();
    let columns = passage.lines[at].split('\t').count();
    let cell = if cells.len() == columns {
        cells[column]
    } else {
        cells[0]
    };
    let is_first = column == 0 || cells.len() == columns;
    is_first.then(|| cell.trim().to_string())
}
