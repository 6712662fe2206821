//! The firm that signs the auditor's report, and the day it does.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::dates::{self, DAY};
use super::document::{Document, Passage, Section, part, range};
use super::found::{Candidates, Found, Weight};
use super::pattern::{pattern, patterns};

patterns! {
    FIRM = r"(?-i:\b(LLP|L\.L\.P\.|PLLC|LLC|P\.C\.|PC|P\.A\.|CPAs?|CPA's|GmbH|AG|Ltd\.?|Limited)(\W|$))|certified public accountants|chartered accountants|wirtschaftspr|^(deloitte|ernst & young|kpmg|pricewaterhousecoopers|pwc|grant thornton|bdo|rsm|schellman|a-lign)\b";
    SIGNED = r"^/s/ ?(?P<name>\S.*)$";
    BY = r"(?:report (?:issued|prepared)|prepared|issued|audited|examined|performed) by:? (?P<name>(?-i:[A-Z])[\w&.,' -]{2,60}?(?-i:LLP|PLLC|P\.C\.|LLC|CPAs|CPA|PC|GmbH|AG)\b)";
    NOT_A_PLACE = r"period|ended|through|from|as of|since|until|\bto\b|issued|effective|between|version|revision|report for";
    // A sentence that goes on in the next line.
    GOES_ON = r"(\b(to|through|and|from|of|ended|ending|on|period|until|dated|between|the)|[-,:])$";
    PROFESSION = r",? (?:registered |independent |licensed )?(?:certified public|chartered) accountants?\b.*$";
    PROFESSION_ALONE = r"^(?:registered |independent |licensed )*(?:certified public|chartered) accountants?\b|^wirtschaftspr\x{fc}fer";
    TO = r"^to:? |^dear |^report to ";
    NOT_A_FIRM = r"^to\b|^dear|management of|board of directors|: |\binc\b";
}

static DATE_LINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?P<place>[\w .,':|()\t-]{{0,60}}?)(?P<day>{})$",
        *DAY
    ))
});

/// How many lines may stand between firm and day.
const NEAR: usize = 4;
/// How many lines of the report may stand before its address.
const ADDRESS: usize = 8;

/// The lines of the auditor's report, in the passage each stands in.
fn lines(document: &Document) -> Vec<(&Passage, &String)> {
    let passages = document.section(Section::Auditor);
    let all = passages.flat_map(|passage| passage.lines.iter().map(move |line| (passage, line)));
    all.filter(|(_, line)| !line.is_empty()).collect()
}

/// The day that stands alone on a line, or behind a place.
fn day(line: &str) -> Option<NaiveDate> {
    let found = DATE_LINE.captures(line)?;
    let place = part(&found, "place")?.as_str();
    if NOT_A_PLACE.is_match(place) {
        return None;
    }
    dates::parse(part(&found, "day")?.as_str())
}

/// The days that stand alone on a line, with the place of that line.
fn days(lines: &[(&Passage, &String)]) -> Vec<(usize, NaiveDate)> {
    let is_begun =
        |at: usize| at > 0 && GOES_ON.is_match(lines[at - 1].1) && !is_place(lines[at - 1].1);
    let days = lines.iter().enumerate().filter(|(at, _)| !is_begun(*at));
    days.filter_map(|(at, (_, line))| Some((at, day(line)?)))
        .collect()
}

/// Whether a line is the name of a place that ends with a comma.
fn is_place(line: &str) -> bool {
    line.ends_with(',') && line.chars().count() < 40
}

/// The firm that a line names.
fn firm(line: &str) -> Option<&str> {
    if let Some(signed) = SIGNED.captures(line) {
        return signed.name("name").map(|name| name.as_str());
    }
    let is_short = line.chars().count() <= 70;
    let is_name = is_short && FIRM.is_match(line) && !NOT_A_FIRM.is_match(line);
    let is_sentence = line.ends_with('.') && !line.ends_with("P.C.");
    (is_name && !is_sentence).then_some(line)
}

/// The day of the auditor's report: under the signature, else the only day that stands alone.
pub(super) fn date(document: &Document) -> Option<Found<NaiveDate>> {
    let lines = lines(document);
    let is_signed = |at: usize| {
        let from = at.saturating_sub(NEAR);
        let to = (at + NEAR + 1).min(lines.len());
        lines[from..to].iter().any(|(_, line)| firm(line).is_some())
    };
    let mut candidates = Candidates::new();
    for (at, day) in days(&lines) {
        let passage = lines[at].0;
        let weight = match is_signed(at) {
            true => Weight::Stated,
            false => Weight::Said,
        };
        let same_page = |(other, _): &&(&Passage, &String)| other.page == passage.page;
        let words = lines[at.saturating_sub(2)..=at].iter().filter(same_page);
        let words: Vec<String> = words.map(|(_, line)| (*line).clone()).collect();
        candidates.add(passage.found_in(day, weight, &words));
    }
    candidates.best()
}

/// To whom the report is addressed, at its begin.
fn addressee(lines: &[(&Passage, &String)]) -> String {
    let top = lines
        .iter()
        .take(ADDRESS)
        .position(|(_, line)| TO.is_match(line));
    let address = top.map_or(&[][..], |at| &lines[at..(at + 3).min(lines.len())]);
    let address: Vec<&str> = address.iter().map(|(_, line)| line.as_str()).collect();
    address.join(" ")
}

/// That the report is signed and dated: the firm stands beside the day.
pub(super) fn complete(
    date: Option<&Found<NaiveDate>>,
    auditor: Option<&Found<String>>,
) -> Option<Found<&'static str>> {
    let (date, auditor) = date.zip(auditor)?;
    let is_signed = date.weight == Weight::Stated && auditor.weight == Weight::Stated;
    let is_beside = date.page == auditor.page;
    (is_signed && is_beside).then(|| date.clone().map(|_| "complete"))
}

/// The firm: beside the day of the report, else on the cover.
pub(super) fn auditor(document: &Document) -> Option<Found<String>> {
    let lines = lines(document);
    let mut candidates = Candidates::new();
    let addressee = addressee(&lines);
    for (at, _) in days(&lines) {
        let from = at.saturating_sub(NEAR);
        let to = (at + NEAR + 1).min(lines.len());
        for (passage, line) in &lines[from..to] {
            let name = firm(line).filter(|line| !PROFESSION_ALONE.is_match(line));
            let name = name.map(|name| PROFESSION.replace(name, "").trim().to_string());
            if let Some(name) = name.filter(|name| !addressee.contains(name.as_str())) {
                let words = std::slice::from_ref(*line);
                candidates.add(passage.found_in(name, Weight::Stated, words));
            }
        }
    }
    for passage in document.section(Section::Front) {
        for found in passage.all(&BY) {
            if let Some(name) = part(&found, "name") {
                let name = name.as_str().to_string();
                candidates.add(passage.found(name, Weight::Said, range(&found)));
            }
        }
    }
    candidates.best()
}
