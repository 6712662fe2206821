//! The opinion of the auditor, the criteria it excepts, and what the auditor emphasises.
//!
//! "We do not express an opinion" stands in every report, about what the auditor did not look at; only as a
//! heading, or about the description and controls themselves, is it a disclaimer.

use super::document::{Document, Passage, Section, is_heading, range};
use super::found::{Candidates, Found, Weight};
use super::pattern::patterns;

patterns! {
    HEADING = r"^(basis for )?(?:(?P<qualified>qualified)|(?P<adverse>adverse)|(?P<disclaimer>disclaimer of)) opinion$";
    EXCEPT = r"in our opinion,? (and )?except for|except for the (possible )?(effects? of )?(the )?matters? (described|discussed|noted|referred)|our qualified opinion";
    ADVERSE = r"in our opinion,? because of|our adverse opinion";
    DISCLAIMED = r"(accordingly|therefore|because of [^.]{0,120}),? we (do|did) not express an opinion on (the description|whether)|not able to obtain sufficient appropriate evidence to provide a basis for";
    CLEAN = r"in our opinion,? in all material respects|in our opinion,? the [^.]{0,160} in all material respects|unmodified opinion|unqualified opinion";
    BASIS = r"^basis for (qualified|adverse) opinion$";
    EMPHASIS = r"^emphasis[ -]of[ -](a )?matter(s)?$";
    CRITERION = r"\b(?:CC[1-9]\.[0-9]{1,2}|A1\.[1-3]|C1\.[12]|PI1\.[1-5]|P[1-8]\.[0-9])\b";
}

/// Most paragraphs under one heading that are read on a page.
const MOST: usize = 8;

/// The passages the opinion stands in.
fn passages(document: &Document) -> impl Iterator<Item = &Passage> {
    let section = match document.has(Section::Auditor) {
        true => Section::Auditor,
        false => Section::Front,
    };
    document.section(section)
}

/// The opinion; a departure from the plain one must be said in words of its own.
pub(super) fn find(document: &Document) -> Option<Found<&'static str>> {
    let mut departures = Candidates::new();
    let mut clean = Candidates::new();
    for passage in passages(document) {
        for line in &passage.lines {
            if let Some(found) = HEADING.captures(line) {
                let named = |name: &str| found.name(name).is_some();
                let opinion = match (named("qualified"), named("adverse")) {
                    (true, _) => "qualified",
                    (_, true) => "adverse",
                    _ => "disclaimer",
                };
                let words = std::slice::from_ref(line);
                departures.add(passage.found_in(opinion, Weight::Stated, words));
            }
        }
        let said = [
            (&EXCEPT, "qualified"),
            (&ADVERSE, "adverse"),
            (&DISCLAIMED, "disclaimer"),
        ];
        for (pattern, opinion) in said {
            for found in passage.all(pattern) {
                departures.add(passage.found(opinion, Weight::Said, range(&found)));
            }
        }
        for found in passage.all(&CLEAN) {
            clean.add(passage.found("unmodified", Weight::Said, range(&found)));
        }
    }
    if departures.all().is_empty() {
        clean.best()
    } else {
        departures.best()
    }
}

/// The criteria that the basis of a qualified opinion names.
pub(super) fn criteria(document: &Document) -> Option<Found<Vec<String>>> {
    let mut ids: Vec<String> = Vec::new();
    let mut first: Option<Found<()>> = None;
    let mut note = |passage: &Passage, lines: &[String]| {
        let text = lines.join(" ");
        for found in CRITERION.find_iter(&text) {
            let id = found.as_str().to_uppercase();
            if !ids.contains(&id) {
                ids.push(id);
            }
            first.get_or_insert_with(|| passage.found_in((), Weight::Stated, lines));
        }
    };
    for (passage, lines) in under(document, &BASIS) {
        for line in sentences(lines) {
            note(passage, &[line]);
        }
    }
    first.map(|found| found.map(|()| ids))
}

fn sentences(lines: &[String]) -> Vec<String> {
    let text = lines.join(" ");
    text.split_inclusive(". ").map(str::to_string).collect()
}

/// The paragraph of emphasis.
pub(super) fn emphasis(document: &Document) -> Option<Found<String>> {
    let (passage, lines) = under(document, &EMPHASIS).into_iter().next()?;
    let text: Vec<&str> = lines
        .iter()
        .flat_map(|line| line.split_whitespace())
        .collect();
    let text: String = text.join(" ").chars().take(1000).collect();
    (!text.is_empty()).then(|| passage.found_in(text, Weight::Stated, lines))
}

/// What stands under a heading, up to the next one.
fn under<'a>(
    document: &'a Document,
    heading: &'a regex::Regex,
) -> Vec<(&'a Passage, &'a [String])> {
    let mut found: Vec<(&Passage, &[String])> = Vec::new();
    for passage in passages(document) {
        let lines = &passage.lines;
        let headings = (0..lines.len()).filter(|at| heading.is_match(&lines[*at]));
        for at in headings.take(MOST) {
            let body = &lines[at + 1..];
            let follows =
                |at: &usize| *at > 0 && body[*at - 1].is_empty() && is_heading(&body[*at]);
            let end = (0..body.len()).find(follows).unwrap_or(body.len());
            let end = (0..end)
                .find(|at| *at > 0 && HEADING.is_match(&body[*at]))
                .unwrap_or(end);
            found.push((passage, &body[..end]));
        }
    }
    found
}
