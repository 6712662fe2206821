//! The fields of a bridge letter: when it was signed, which days it speaks about, and what of them.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::dates::{self, DAY, Span, next_day};
use super::document::{Document, Passage, part, range};
use super::found::{Candidates, Found, Weight};
use super::pattern::{pattern, patterns};
use super::{Proposals, Proposed};

patterns! {
    OF_THE_REPORT = r"\b(report|examination|audit|covered|covering|examined|soc ?[123])\b";
    OF_THE_GAP = r"\b(since|bridge|gap|subsequent|this letter|changes?|interim|following|after)\b";
    // Words of a report that is not there yet.
    PLANNED = r"\b(planned|next (?:soc ?2 )?(?:type \w+ )?(?:report|examination|audit)|upcoming|future|scheduled|will (?:be|cover|begin|start))\b";
    CHANGES = r"\b(no|any|not|not been|there (have|were) been|aware of) [^.\n]{0,60}\bchanges?\b|\bchanges?\b[^.\n]{0,60}\b(occurred|made|identified)";
    INCIDENTS = r"\b(no|any|not|aware of|there (have|were) been) [^.\n]{0,80}\b(incidents?|breach(es)?)\b|\b(incidents?|breach(es)?)\b[^.\n]{0,60}\b(occurred|identified|reported)";
}

static DATE_LINE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"^(?:date[d]?:? )?(?P<day>{})\.?$", *DAY)));
static SINCE: LazyLock<Regex> = LazyLock::new(|| {
    let day = DAY.as_str();
    pattern(&format!(
        r"\b(?:(?P<after>since|after)|from|between|of)(?: the end of (?:the|that) (?:report|examination)? ?period,?(?: on)?)? (?P<from>{day}),?(?: \([^)]{{0,40}}\))?,? (?:to|through|until|and|up to)(?: and including)? (?:the )?date of (?:this|the) letter"
    ))
});

/// Most periods that a letter is read for.
const MOST: usize = 64;

pub(super) fn propose(document: &Document, to: &mut Proposals) {
    let signed = signed(document);
    let day = signed.as_ref().map(|found| found.value);
    to.add("signed", signed, Proposed::Date);
    to.add("covers", covers(document, day), |span| Proposed::Period {
        from: span.from,
        to: span.to,
    });
    let yes = |found: Found<()>| found.map(|()| true);
    to.add(
        "changes",
        document.first(&CHANGES).map(yes),
        Proposed::YesNo,
    );
    to.add(
        "incidents",
        document.first(&INCIDENTS).map(yes),
        Proposed::YesNo,
    );
}

/// The day that stands alone on a line.
fn signed(document: &Document) -> Option<Found<NaiveDate>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        for line in &passage.lines {
            let day = DATE_LINE.captures(line);
            let day = day.and_then(|found| dates::parse(found.name("day")?.as_str()));
            if let Some(day) = day {
                let words = std::slice::from_ref(line);
                candidates.add(passage.found_in(day, Weight::Stated, words));
            }
        }
    }
    candidates.best()
}

/// The days between the report and the letter. That they begin where those of the report end is the best proof.
fn covers(document: &Document, signed: Option<NaiveDate>) -> Option<Found<Span>> {
    let mut spans: Vec<(&Passage, std::ops::Range<usize>, Span)> = Vec::new();
    for passage in &document.passages {
        let found = dates::spans(&passage.flow).map(|(at, span)| (passage, at, span));
        spans.extend(found.take(MOST - spans.len()));
    }
    let mut candidates = Candidates::new();
    for (passage, at, span) in &spans {
        let before = passage.before(at.start, 160);
        if PLANNED.is_match(before) {
            continue;
        }
        let follows = |other: &Span| next_day(other.to) == span.from || other.to == span.from;
        let is_next = spans.iter().any(|(_, _, other)| follows(other));
        let near = before
            .get(before.len().saturating_sub(70)..)
            .unwrap_or(before);
        let last_of = |pattern: &Regex| pattern.find_iter(near).last().map(|found| found.end());
        let weight = match (last_of(&OF_THE_REPORT), last_of(&OF_THE_GAP)) {
            _ if is_next => Weight::Stated,
            (report, Some(gap)) if report < Some(gap) => Weight::Said,
            _ => continue,
        };
        candidates.add(passage.found(*span, weight, at.clone()));
    }
    for passage in &document.passages {
        for found in passage.all(&SINCE) {
            let from = part(&found, "from").and_then(|day| dates::parse(day.as_str()));
            if let Some((from, to)) = from.zip(signed) {
                // The report speaks about its last day; the letter goes on with the next.
                let is_after = part(&found, "after").is_some();
                let is_last = spans.iter().any(|(_, _, span)| span.to == from);
                let from = if is_after || is_last {
                    next_day(from)
                } else {
                    from
                };
                if from <= to {
                    candidates.add(passage.found(Span { from, to }, Weight::Stated, range(&found)));
                }
            }
        }
    }
    candidates.best()
}
