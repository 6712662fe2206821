//! The period of a Type II report and the day of a Type I report.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::dates::{self, DAY, Span};
use super::document::{Document, Passage, Section, part, range};
use super::found::{Candidates, Found, Weight};
use super::pattern::{pattern, patterns};

patterns! {
    THROUGHOUT = r"throughout the period,?( of| from| beginning)?\s*$";
    FOR_PERIOD = r"(for the period|period covered|review period|reporting period|examination period|period)( of| from|:| -)?\s*$";
    ELSEWHERE = r"\b(prior|previous|preceding|last|earlier|former|comparative|subsequent|next|penetration|interim)\b|iso/iec|\bbridge\b|\bgap\b";
    REPORT = r"description|system|design|report";
}

static AS_OF: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!("as (?:of|at):? (?P<day>{})", *DAY)));

/// Bytes before a period that tell what it is about.
const CONTEXT: usize = 160;

/// The period of the report.
pub(super) fn find(document: &Document) -> Option<Found<Span>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        for (at, span) in dates::spans(&passage.flow) {
            if let Some(weight) = weight(passage, at.start) {
                candidates.add(passage.found(span, weight, at));
            }
        }
    }
    candidates.best()
}

/// How well the words before a period found it; none when they speak of another.
fn weight(passage: &Passage, at: usize) -> Option<Weight> {
    let before = passage.before(at, CONTEXT);
    let near = before
        .get(before.len().saturating_sub(60)..)
        .unwrap_or(before);
    if ELSEWHERE.is_match(near) {
        return None;
    }
    let is_own = matches!(passage.section, Section::Auditor | Section::Assertion);
    let may_be_cover = is_own || passage.section == Section::Front;
    let is_for = may_be_cover && FOR_PERIOD.is_match(before);
    match (THROUGHOUT.is_match(before), is_own) {
        (true, true) => Some(Weight::Stated),
        (true, false) => Some(Weight::Said),
        (false, _) => is_for.then_some(Weight::Said),
    }
}

/// Periods that the auditor examined throughout.
pub(super) fn throughout(document: &Document) -> Vec<Found<Span>> {
    let mut finds = Vec::new();
    for passage in &document.passages {
        for (at, span) in dates::spans(&passage.flow) {
            if weight(passage, at.start) == Some(Weight::Stated) {
                finds.push(passage.found(span, Weight::Stated, at));
            }
        }
    }
    finds
}

/// Days as of which the auditor examined the design.
pub(super) fn as_of(document: &Document) -> Vec<Found<NaiveDate>> {
    let mut finds = Vec::new();
    for passage in &document.passages {
        let weight = match passage.section {
            Section::Auditor | Section::Assertion => Weight::Stated,
            Section::Front => Weight::Said,
            _ => continue,
        };
        for found in passage.all(&AS_OF) {
            let before = passage.before(range(&found).start, CONTEXT);
            let is_cover = passage.section == Section::Front;
            let is_own = is_cover || REPORT.is_match(before);
            if !is_own || ELSEWHERE.is_match(before) {
                continue;
            }
            if let Some(day) = part(&found, "day").and_then(|day| dates::parse(day.as_str())) {
                finds.push(passage.found(day, weight, range(&found)));
            }
        }
    }
    finds
}

/// The day of a Type I report.
pub(super) fn find_as_of(document: &Document) -> Option<Found<NaiveDate>> {
    as_of(document)
        .into_iter()
        .collect::<Candidates<_>>()
        .best()
}
