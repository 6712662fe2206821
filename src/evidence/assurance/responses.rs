//! What management answers to exceptions: by the number of a control, in a table or behind its label.
//!
//! An answer proves no exception: it is taken over only for one that the tests list.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::dates::{self, DAY};
use super::document::{Document, Passage, Section, part};
use super::exceptions::CONTROL;
use super::pattern::{pattern, patterns};
use super::table::{Row, Table, tables};

patterns! {
    COLUMN = r"\bresponses?\b|^management'?s? (?:comments?|actions?)";
    REMEDY = r"remed|^(?:target|due|completion|planned|expected|implementation)\b.*date|^date\b|\bdate$|resolution date";
    LABELLED = r"(?:management'?s? response|response (?:of|by|from) (?:the )?management)(?: to (?:the )?(?:exception|deviation))?: ?(?P<text>[^\n]{20,1000})";
}

static MENDED: LazyLock<Regex> = LazyLock::new(|| {
    let day = DAY.as_str();
    pattern(&format!(
        r"\b(?:remediated|remedied|implemented|completed|resolved|corrected|mended|fixed|in place|done)(?: fully)? (?:on|by|as of|since|until|before) (?P<day>{day})"
    ))
});

/// Bytes before an answer in which its control is named.
const NEAR: usize = 600;
/// Longest answer that is proposed, in characters.
const LONGEST: usize = 1000;

/// The answer to an exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Response {
    pub(super) text: String,
    pub(super) remedy: Option<NaiveDate>,
}

/// The answers by control; nothing for a control that has two.
pub(super) fn find(document: &Document) -> BTreeMap<String, Response> {
    let mut all: BTreeMap<String, Vec<Response>> = BTreeMap::new();
    let passages = document.passages.iter();
    let passages =
        passages.filter(|passage| matches!(passage.section, Section::Tests | Section::Other));
    let is_header = |header: &[String]| header.iter().any(|title| COLUMN.is_match(title));
    for table in tables(passages, is_header) {
        for row in &table.rows {
            if let Some((control, response)) = of_row(&table, row) {
                all.entry(control).or_default().push(response);
            }
        }
    }
    for passage in document.section(Section::Other) {
        for (control, response) in labelled(passage) {
            all.entry(control).or_default().push(response);
        }
    }
    let single = |(control, mut responses): (String, Vec<Response>)| {
        responses.dedup();
        let response = responses.pop()?;
        responses.is_empty().then_some((control, response))
    };
    all.into_iter().filter_map(single).collect()
}

fn of_row(table: &Table<'_>, row: &Row<'_>) -> Option<(String, Response)> {
    let column = table.column(&COLUMN)?;
    let text = row.cell(column)?;
    // The control stands before the answer, by itself or with words; two of them cannot be told apart.
    let before = row.cells.get(..column)?.join(" ");
    let control = only_control(&before)?;
    let is_answer = text.chars().count() >= 12 && dates::parse(text).is_none();
    let date = table.column(&REMEDY).filter(|at| *at != column);
    let remedy = date.and_then(|at| only_day(row.cell(at)?));
    is_answer.then(|| (control, response(text, remedy)))
}

/// Answers behind their label, with the control that is named last before it.
fn labelled(passage: &Passage) -> Vec<(String, Response)> {
    let mut found = Vec::new();
    for captures in passage.all(&LABELLED) {
        let Some(text) = part(&captures, "text") else {
            continue;
        };
        let start = captures.get(0).map_or(0, |whole| whole.start());
        let paragraphs = passage.flow[..start].trim_end_matches('\n');
        let near = passage.before_within(paragraphs.len(), NEAR);
        let near = near.rsplit('\n').next().unwrap_or(near);
        let Some(control) = only_control(near) else {
            continue;
        };
        if !CONTROL.is_match(text.as_str()) {
            let days = MENDED.captures_iter(text.as_str());
            let mut days = days.filter_map(|day| dates::parse(day.name("day")?.as_str()));
            let remedy = days.next().filter(|_| days.next().is_none());
            found.push((control, response(text.as_str(), remedy)));
        }
    }
    found
}

fn response(text: &str, remedy: Option<NaiveDate>) -> Response {
    Response {
        text: text
            .chars()
            .take(LONGEST)
            .collect::<String>()
            .trim()
            .to_string(),
        remedy,
    }
}

/// The only control that a text names.
fn only_control(text: &str) -> Option<String> {
    let mut controls = CONTROL.find_iter(text).map(|found| found.as_str());
    let first = controls.next()?;
    controls
        .all(|other| other == first)
        .then(|| first.to_string())
}

/// The only day of a text.
fn only_day(text: &str) -> Option<NaiveDate> {
    let mut days = dates::days(text);
    let (_, day) = days.next()?;
    days.next().is_none().then_some(day)
}
