//! The exceptions that the tests of a SOC 2 report list.
//!
//! Only the section of tests is read. "No exceptions" is proposed when every test says so and nothing else in
//! that section or behind it speaks of one; a word that could be an exception is enough to propose nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use regex::Captures;

use super::Proposed;
use super::document::{Document, Passage, Section, part};
use super::found::{Found, Weight};
use super::pattern::patterns;
use super::responses::{self, Response};
use super::topic;

const NUMBER: &str = "[0-9]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty-five|twenty|thirty|forty|fifty|sixty";

patterns! {
    pub(super) CONTROL = r"\b(?:CC[1-9]\.[0-9]{1,2}|A1\.[1-3]|C1\.[12]|PI1\.[1-5]|P[1-8]\.[0-9])[-.][0-9]{1,3}\b|(?-i:\b[A-Z]{2,5}-[0-9]{2,3}(?:\.[0-9]{1,2})?\b)";
    OF_A_CRITERION = r"^(?:CC[1-9]|A1|C1|PI1|P[1-8])\.[0-9]";
    EVENT = r"(?P<control>\b(?:CC[1-9]\.[0-9]{1,2}|A1\.[1-3]|C1\.[12]|PI1\.[1-5]|P[1-8]\.[0-9])[-.][0-9]{1,3}\b|(?-i:\b[A-Z]{2,5}-[0-9]{2,3}(?:\.[0-9]{1,2})?\b))|(?P<criterion>\b(?:CC[1-9]\.[0-9]{1,2}|A1\.[1-3]|C1\.[12]|PI1\.[1-5]|P[1-8]\.[0-9])\b)|(?P<none>\b(?:no|without|zero|nil)(?: (?:relevant|testing|control|other|additional|further))? (?:exceptions?|deviations?)\b)|(?P<some>\b(?:exceptions?|deviations?)\b)";
    IS_NOTED = r"^(?:exceptions?|deviations?)(?: (?:was|were))? (?:noted|identified|found|observed)\b";
    // Words of the explanations before the tests, and of controls about exceptions to a policy.
    EXPLAINED = r"\b(if any|any|whether|nature of|when|where|should|may|would|means?|column|definition)\b";
    POLICY = r"^exceptions? (to|requests?|reports?|process|handling|approvals?|management|register)\b|^deviations? from\b";
    POLICY_BEFORE = r"\b(policy|approved|by|security|risk|configuration)\s+$";
    ALL_TESTS = r"^(?:no|without|zero) [\w ]{0,20}(?:exceptions?|deviations?)(?: (?:was|were))? (?:noted|identified|found) (?:in|during|for|as a result of|from|throughout) (?:any|all|each|the|our|these) [\w ]{0,12}tests?";
    FAILED = r"not operating effectively|did not operate|(was|were) not (performed|completed|removed|revoked|reviewed|documented|approved|disabled|retained)|non-?compliance (was|were) noted|not suitably designed";
    NOT_A_CONTROL = r"^(AES|SHA|RSA|TLS|SSL|UTF|ISO|SOC|SP|CVE|FIPS|TSP|RFC|COVID|HMAC|PBKDF|AICPA|TIER|TR|MD|NIST|IEC|PKCS)-";
}

static COUNT: std::sync::LazyLock<regex::Regex> = std::sync::LazyLock::new(|| {
    super::pattern::pattern(&format!(
        r"\b(?P<count>{NUMBER})(?: \((?P<count_again>[0-9]{{1,5}})\))? (?:out )?of (?:the |a |all )?(?:(?:total|sample|population) of )?(?P<sample>{NUMBER})(?: \((?P<sample_again>[0-9]{{1,5}})\))?\b"
    ))
});

/// Bytes after the words of an exception, and before them, in which its numbers stand.
const REACH: usize = 300;

/// What the tests say of exceptions.
pub(super) struct Exceptions {
    /// Whether there are any.
    pub(super) has: Option<Found<bool>>,
    /// One row for each.
    pub(super) rows: Vec<Found<Vec<(&'static str, Proposed)>>>,
}

/// What has been read so far.
#[derive(Default)]
struct Tests {
    /// The criterion last named; none when several are named together.
    criterion: Option<String>,
    /// End of the criterion before, on its page.
    criterion_end: Option<usize>,
    control: Option<String>,
    controls: BTreeSet<String>,
    without: Vec<Found<()>>,
    is_said_of_all: bool,
    is_unclear: bool,
    rows: Vec<Found<Row>>,
}

#[derive(Clone, PartialEq)]
struct Row {
    criterion: Option<String>,
    control: Option<String>,
    numbers: Option<(u64, u64)>,
    topic: Option<&'static str>,
}

pub(super) fn find(document: &Document) -> Exceptions {
    let mut tests = Tests::default();
    for passage in document.section(Section::Tests) {
        tests.read(passage);
    }
    for passage in document.section(Section::Other) {
        tests.is_unclear |= passage
            .all(&EVENT)
            .any(|found| found.name("some").is_some());
    }
    tests.finish(&responses::find(document))
}

impl Tests {
    fn read(&mut self, passage: &Passage) {
        self.criterion_end = None;
        self.is_unclear |= FAILED.is_match(&passage.flow);
        let events: Vec<Captures<'_>> = passage.all(&EVENT).collect();
        let place = |at: usize| {
            events
                .get(at)
                .and_then(|event| event.get(0))
                .map(|m| m.range())
        };
        for (at, event) in events.iter().enumerate() {
            let Some(here) = place(at) else { continue };
            let before = at
                .checked_sub(1)
                .and_then(place)
                .map_or(0, |range| range.end);
            let after = place(at + 1).map_or(passage.flow.len(), |range| range.start);
            let words = &passage.flow[here.clone()];
            if part(event, "control").is_some() {
                self.control(words);
            } else if part(event, "criterion").is_some() {
                self.criterion(words, &here);
            } else if part(event, "none").is_some() {
                self.is_said_of_all |= ALL_TESTS.is_match(passage.after(here.start, 120));
                self.without.push(passage.found((), Weight::Said, here));
            } else {
                self.some(passage, here, before..after);
            }
        }
    }

    fn control(&mut self, id: &str) {
        if NOT_A_CONTROL.is_match(id) {
            return;
        }
        self.controls.insert(id.to_string());
        self.control = Some(id.to_string());
        if OF_A_CRITERION.is_match(id) {
            let end = id.rfind(['-', '.']).unwrap_or(id.len());
            self.criterion = Some(id[..end].to_string());
        }
    }

    fn criterion(&mut self, id: &str, here: &Range<usize>) {
        let is_listed = self.criterion_end.is_some_and(|end| here.start - end < 8);
        let is_other = self.criterion.as_deref() != Some(id);
        self.criterion_end = Some(here.end);
        if is_listed && is_other {
            self.criterion = None;
        } else {
            self.criterion = Some(id.to_string());
        }
    }

    /// A mention that is not a plain "no exceptions".
    fn some(&mut self, passage: &Passage, here: Range<usize>, window: Range<usize>) {
        let rest = passage.after(here.start, 80);
        let before = passage.before(here.start, 120);
        if POLICY.is_match(rest) || POLICY_BEFORE.is_match(before) && !IS_NOTED.is_match(rest) {
            return;
        }
        let sentence = rest.split(". ").next().unwrap_or(rest);
        if EXPLAINED.is_match(before) || EXPLAINED.is_match(sentence) {
            return;
        }
        let is_denied = ["no ", "not ", "without "]
            .iter()
            .any(|word| before.contains(word));
        if !IS_NOTED.is_match(rest) || is_denied {
            self.is_unclear = true;
            return;
        }
        let after = here.end..window.end.min(here.end + REACH);
        let earlier = window.start.max(here.start.saturating_sub(REACH))..here.start;
        let numbers = numbers(&passage.flow, after).or_else(|| numbers(&passage.flow, earlier));
        let own = passage
            .flow
            .get(here.start..window.end.min(here.end + REACH));
        let whole = passage.flow.get(window.start..window.end);
        let row = Row {
            criterion: self.criterion.clone(),
            control: self.control.clone(),
            numbers,
            topic: own.and_then(topic::find).or_else(|| topic::find(whole?)),
        };
        self.note(passage.found(row, Weight::Stated, here));
    }

    /// Notes an exception, unless it is the one before, told in more words.
    fn note(&mut self, found: Found<Row>) {
        if let Some(last) = self.rows.last_mut() {
            let (old, new) = (&last.value, &found.value);
            let is_same = old.control == new.control
                && old.criterion == new.criterion
                && last.page == found.page
                && (old.numbers.is_none() || new.numbers.is_none() || old.numbers == new.numbers);
            if is_same {
                last.value.numbers = old.numbers.or(new.numbers);
                return;
            }
        }
        self.rows.push(found);
    }

    fn finish(self, responses: &BTreeMap<String, Response>) -> Exceptions {
        let has = match self.rows.first() {
            Some(row) => Some(row.clone().map(|_| true)),
            None => self.none().map(|found| found.map(|()| false)),
        };
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for control in self.rows.iter().filter_map(|row| row.value.control.clone()) {
            *counts.entry(control).or_default() += 1;
        }
        // Of two exceptions of one control, an answer does not say which it is about.
        let response = |control: Option<&String>| {
            let is_only = |control: &&String| counts.get(*control) == Some(&1);
            responses.get(control.filter(is_only)?)
        };
        let row = |row: Found<Row>| {
            let answer = response(row.value.control.as_ref());
            row.map(|row| proposed(row, answer))
        };
        let rows = self.rows.into_iter().map(row).collect();
        Exceptions { has, rows }
    }

    /// Where it is said that no test met an exception.
    fn none(&self) -> Option<Found<()>> {
        let is_said_of_each = self.without.len() >= self.controls.len().max(2);
        let holds = (is_said_of_each || self.is_said_of_all) && !self.is_unclear;
        self.without.first().filter(|_| holds).cloned()
    }
}

/// The numbers `2 of 25` in a part of a text, when there is only one such pair.
fn numbers(text: &str, within: Range<usize>) -> Option<(u64, u64)> {
    let mut begin = within.start;
    while !text.is_char_boundary(begin) {
        begin += 1;
    }
    let mut end = within.end.max(begin);
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let text = &text[begin..end];
    let mut pairs = Vec::new();
    for found in COUNT.captures_iter(text) {
        let start = found.get(0).map_or(0, |whole| whole.start());
        if text[..start].to_lowercase().trim_end().ends_with("page") {
            continue;
        }
        let value = |again: &str, name: &str| {
            let words = found.name(again).or_else(|| found.name(name))?.as_str();
            number(words)
        };
        let pair = value("count_again", "count").zip(value("sample_again", "sample"));
        pairs.extend(pair.filter(|(count, sample)| count <= sample && *sample > 0));
    }
    pairs.dedup();
    match pairs.as_slice() {
        [pair] => Some(*pair),
        _ => None,
    }
}

fn number(words: &str) -> Option<u64> {
    if let Ok(number) = words.parse() {
        return Some(number);
    }
    let names = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let words = words.to_lowercase();
    if let Some(at) = names.iter().position(|name| *name == words) {
        return u64::try_from(at).ok();
    }
    match words.as_str() {
        "fifteen" => Some(15),
        "twenty" => Some(20),
        "twenty-five" => Some(25),
        "thirty" => Some(30),
        "forty" => Some(40),
        "fifty" => Some(50),
        "sixty" => Some(60),
        _ => None,
    }
}

fn proposed(row: Row, answer: Option<&Response>) -> Vec<(&'static str, Proposed)> {
    let mut fields = Vec::new();
    fields.extend(row.criterion.map(|id| ("criterion", Proposed::Text(id))));
    fields.extend(row.control.map(|id| ("control", Proposed::Text(id))));
    let topic = row.topic.map(|topic| Proposed::Text(topic.to_string()));
    fields.extend(topic.map(|topic| ("topic", topic)));
    if let Some((count, sample)) = row.numbers {
        fields.push(("sample", Proposed::Count(sample)));
        fields.push(("count", Proposed::Count(count)));
    }
    if let Some(answer) = answer {
        fields.push(("response", Proposed::Text(answer.text.clone())));
        fields.extend(answer.remedy.map(|day| ("remedy", Proposed::Date(day))));
    }
    fields
}
