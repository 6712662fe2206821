//! The controls that a report leaves to its readers.

use super::Proposed;
use super::document::{Document, Passage, Section, is_title};
use super::found::{Found, Weight};
use super::pattern::patterns;
use super::table::{Row, Table, tables};

patterns! {
    TITLE = r"complementary (user[- ]entity|customer) controls?|user[- ]entity (control )?(considerations|responsibilities)|\bcuecs?\b";
    TITLE_ALONE = r"^(?:[0-9.]+ )?(?:complementary (?:user[- ]entity|customer) controls?(?: \(cuecs?\))?|user[- ]entity (?:controls?|responsibilities|control considerations))$";
    COLUMN = r"complementary (?:user[- ]entity|customer) controls?|user[- ]entity (?:controls?|responsibilit|considerations)|customer responsibilit";
    TEXT = r"^(?:description|control|requirement|consideration)\b";
    NUMBER = r"^(?:cuec ?)?(?:no\.?|#|ids?|number|ref\.?|reference)$|^cuecs?$";
    NUMBERS = r"^cuecs?(?: ?(?:no\.?|#|ids?|number))?$";
    NOT_TEXT = r"^(?:(?:and )?(?:CC[1-9]|A1|C1|PI1|P[1-8])\.[0-9]{1,2},? ?)+$|^cuec[- ]?[0-9.]+$";
    NONE = r"(there are )?no complementary user[- ]entity controls (are|were|is|that|which|required|identified)|there are no complementary user[- ]entity controls|does not (require|rely on|include|have) (any )?complementary user[- ]entity controls";
    BULLET = r"^(?:[\x{2022}\x{25cf}\x{25aa}\x{25e6}\x{2023}\x{2219}\x{b7}\x{f0b7}*\x{25a0}-]\s*|o\s|\(?[0-9]{1,2}[.)]\s+|\(?[a-z][.)]\s+|cuec[- ]?#?[0-9.]+[:.)]?\s*)(?P<text>.*)$";
    SUBJECT = r"^(?:the )?(user entit(y|ies)|customers?|users|clients?|subscribers?|user organi[sz]ations?)\b.*\b(responsible|should|must|are required|is required|need to)\b";
}

/// Most controls, and the longest text of one, that are proposed.
const MOST: usize = 60;
const LONGEST: usize = 400;

/// What the report says of controls that it leaves to its readers.
pub(super) struct EntityControls {
    /// Whether there are any.
    pub(super) has: Option<Found<bool>>,
    /// One row for each.
    pub(super) rows: Vec<Found<Vec<(&'static str, Proposed)>>>,
}

pub(super) fn find(document: &Document) -> EntityControls {
    let mut rows = of_tables(document);
    if rows.is_empty() {
        rows = of_list(document);
    }
    let none = document.first(&NONE).map(|found| found.map(|()| false));
    let has = match (rows.first(), none) {
        (Some(row), None) => Some(row.clone().map(|_| true)),
        (None, none) => none,
        (Some(_), Some(_)) => None,
    };
    let rows = if has.is_some() { rows } else { Vec::new() };
    EntityControls { has, rows }
}

/// The rows of the tables that list them.
fn of_tables(document: &Document) -> Vec<Found<Vec<(&'static str, Proposed)>>> {
    let passages = document.section(Section::Description);
    let mut found = Vec::new();
    let is_header = |header: &[String]| {
        let is_title = |title: &String| COLUMN.is_match(title) || NUMBERS.is_match(title);
        header.iter().any(is_title)
    };
    for table in tables(passages, is_header) {
        if let Some(text) = table.column(&COLUMN).or_else(|| table.column(&TEXT)) {
            let rows = table
                .rows
                .iter()
                .filter_map(|row| of_row(&table, row, text));
            found.extend(rows.take(MOST - found.len().min(MOST)));
        }
    }
    found
}

fn of_row(
    table: &Table<'_>,
    row: &Row<'_>,
    column: usize,
) -> Option<Found<Vec<(&'static str, Proposed)>>> {
    let text = row.cell(column)?;
    if NOT_TEXT.is_match(text) || !text.contains(' ') || text.len() > LONGEST {
        return None;
    }
    let number = table.column(&NUMBER).filter(|at| *at != column);
    let text = match number.and_then(|at| row.cell(at)) {
        Some(number) => format!("{number}: {text}"),
        None => text.to_string(),
    };
    let values = vec![("control", Proposed::Text(text))];
    Some(row.passage.found_in(values, Weight::Stated, &row.cells))
}

/// The items under the title, to the next heading.
fn of_list(document: &Document) -> Vec<Found<Vec<(&'static str, Proposed)>>> {
    let mut list = List::default();
    for passage in document.section(Section::Description) {
        for (at, line) in passage.lines.iter().enumerate() {
            if is_title(line) && TITLE.is_match(line) || TITLE_ALONE.is_match(line) {
                list.is_open = true;
                continue;
            }
            if !list.is_open || list.items.len() >= MOST {
                continue;
            }
            // A heading at the top of a page is the title of the section, repeated.
            let is_apart = at == 0 || passage.lines[at - 1].is_empty();
            let is_start = BULLET.is_match(line) || SUBJECT.is_match(line);
            if is_title(line) && is_apart && !is_start && !line.contains('\t') {
                list.is_open = at < 2;
                list.is_in_item = false;
                continue;
            }
            list.push(passage, line);
        }
    }
    let found = |(page, text): (&Passage, String)| {
        let words = std::slice::from_ref(&text);
        let row = vec![("control", Proposed::Text(text.clone()))];
        page.found_in(row, Weight::Said, words)
    };
    list.items.into_iter().map(found).collect()
}

/// The items of a list as they are read.
#[derive(Default)]
struct List<'a> {
    is_open: bool,
    is_in_item: bool,
    items: Vec<(&'a Passage, String)>,
}

impl<'a> List<'a> {
    fn push(&mut self, passage: &'a Passage, line: &str) {
        let bullet = BULLET.captures(line).and_then(|found| found.name("text"));
        let is_ended = self
            .items
            .last()
            .is_none_or(|(_, text)| text.ends_with(['.', ';']));
        let begins = bullet.is_some() || SUBJECT.is_match(line) && (!self.is_in_item || is_ended);
        let text = bullet.map_or(line, |text| text.as_str()).replace('\t', " ");
        if begins {
            // `User entities are responsible for the following:` opens the list and is none of its items.
            self.is_in_item = !text.ends_with(':');
            if self.is_in_item {
                self.items.push((passage, text.trim().to_string()));
            }
        } else if line.is_empty() {
            self.is_in_item = false;
        } else if self.is_in_item
            && let Some((_, item)) = self.items.last_mut()
            && item.len() + text.len() < LONGEST
        {
            item.push(' ');
            item.push_str(text.trim());
        }
    }
}
