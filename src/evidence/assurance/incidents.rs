//! The incidents that the description of the system names.

use super::Proposed;
use super::dates;
use super::document::{Document, Passage, Section, is_title};
use super::found::{Found, Weight};
use super::pattern::patterns;
use super::table::{Table, tables};

patterns! {
    TITLE = r"^(?:[0-9]{1,2}(?:\.[0-9]{1,2})*\.? )?(?:(?:identified|significant|security|system|reported|disclosed|disclosures? of) )*incidents?(?: disclosures?| identified| reported)?(?: (?:of|in|during) the (?:\w+ )?period)?$";
    DATE = r"^(?:dates?|when|day)\b";
    WHAT = r"^(?:what happened|(?:\w+ )?incidents?|nature|summary|events?|description)\b";
    NOT_WHAT = r"chang|measure|action|response|date|number|\bid\b|severity";
    NONE = r"(?:^|[.] )(?:there were )?no (?:\w+ ){0,4}incidents? (?:that [^.]{0,160} )?(?:(?:was|were) (?:identified|reported|noted|detected)|occurred|(?:of|in|during|throughout) the (?:\w+ )?period)";
    EXCEPT = r"other than|except|apart from|besides";
}

/// Blocks of text that may stand between the title and its table.
const NEAR: usize = 4;
/// Longest title, in characters.
const SHORT: usize = 60;

/// What the description says of incidents.
pub(super) struct Incidents {
    /// Whether there are any.
    pub(super) has: Option<Found<bool>>,
    /// One row for each.
    pub(super) rows: Vec<Found<Vec<(&'static str, Proposed)>>>,
}

pub(super) fn find(document: &Document) -> Incidents {
    let parts = parts(document);
    let rows = rows(&parts);
    let none = none(&parts);
    let has = match (rows.first(), none) {
        (Some(row), None) => Some(row.clone().map(|_| true)),
        (None, none) => none,
        (Some(_), Some(_)) => None,
    };
    let rows = if has.is_some() { rows } else { Vec::new() };
    Incidents { has, rows }
}

/// What stands under the title, up to the next one or the end of the page.
fn parts(document: &Document) -> Vec<Passage> {
    let mut parts = Vec::new();
    for passage in document.section(Section::Description) {
        let lines = &passage.drawn;
        let is_apart = |at: usize| at == 0 || lines[at - 1].is_empty();
        let mut open: Option<usize> = None;
        for at in 0..=lines.len() {
            let is_end = at == lines.len() || is_apart(at) && is_end(&lines[at]);
            let is_begin = at < lines.len() && is_apart(at) && TITLE.is_match(&lines[at]);
            if is_end && let Some(from) = open.take() {
                parts.push(passage.part(from..at));
            }
            if is_begin {
                open = Some(at + 1);
            }
        }
    }
    parts
}

/// Whether a line can be the title of the next part, also where only its first word has a capital.
fn is_end(line: &str) -> bool {
    let is_short = !line.is_empty() && line.chars().count() <= SHORT;
    let is_open = !line.ends_with(['.', ',', ';', ':']) && !line.contains('\t');
    is_title(line) || is_short && is_open && line.starts_with(char::is_uppercase)
}

fn rows(parts: &[Passage]) -> Vec<Found<Vec<(&'static str, Proposed)>>> {
    let near = parts.iter().filter(|part| {
        let blocks = part.drawn.split(|line| line.is_empty());
        let blocks = blocks.filter(|block| !block.is_empty());
        let first = blocks.take(NEAR).position(|block| block[0].contains('\t'));
        first.is_some()
    });
    let mut rows = Vec::new();
    for table in tables(near, |header| columns(header).is_some()) {
        rows.extend(of_table(&table));
    }
    rows
}

fn columns(header: &[String]) -> Option<(usize, usize)> {
    let date = header.iter().position(|title| DATE.is_match(title))?;
    let is_what = |title: &&String| WHAT.is_match(title) && !NOT_WHAT.is_match(title);
    let what = header.iter().filter(is_what);
    (what.count() == 1).then_some(())?;
    let what = header.iter().position(|title| is_what(&title))?;
    Some((date, what))
}

fn of_table(table: &Table<'_>) -> Vec<Found<Vec<(&'static str, Proposed)>>> {
    let Some((date, what)) = columns(&table.header) else {
        return Vec::new();
    };
    let row = |row: &super::table::Row<'_>| {
        let text = row.cell(what).filter(|text| text.contains(' '))?;
        let day = row.cell(date).and_then(dates::parse);
        let mut values = Vec::new();
        values.extend(day.map(|day| ("date", Proposed::Date(day))));
        values.push(("what", Proposed::Text(text.to_string())));
        Some(row.passage.found_in(values, Weight::Stated, &row.cells))
    };
    table.rows.iter().filter_map(row).collect()
}

/// Where it is said that there was none.
fn none(parts: &[Passage]) -> Option<Found<bool>> {
    let said = |part: &Passage| {
        let found = NONE.find(&part.flow)?;
        let rest = part.after(found.end(), 160);
        let sentence = rest.split(". ").next().unwrap_or(rest);
        let is_plain = !EXCEPT.is_match(sentence) && !EXCEPT.is_match(found.as_str());
        is_plain.then(|| part.found(false, Weight::Said, found.range()))
    };
    parts.iter().find_map(said)
}
