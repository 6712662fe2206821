//! What holds for every reading of any bytes, in one place for the fuzz targets and for the tests that replay
//! their corpora.

use std::sync::LazyLock;

use chrono::NaiveDate;
use idp_assay::assessment::{reader, writer};
use idp_assay::evidence::fact::{Fact, FactValue, Limit, Place};
use idp_assay::evidence::families::{FAMILIES, Format};
use idp_assay::evidence::input::{self, Content, No};
use idp_assay::evidence::reading::{Context, MOST_ANOMALIES, Reading};
use idp_assay::evidence::{log, redact};
use idp_assay::pack::Pack;
use idp_assay::pack::fact::FactKind;
use idp_assay::source::Source;

static PACK: LazyLock<Pack> = LazyLock::new(idp_assay::built_in::pack);

/// Reads bytes as every format of a family, and panics where something does not hold that holds for all.
pub fn check(family: &str, bytes: &[u8]) {
    let Ok(content) = input::open(bytes) else {
        return;
    };
    if family == log::FAMILY.id {
        check_reading(&log::read(&content, &context()));
    } else {
        formats(family)
            .iter()
            .for_each(|format| check_format(format, &content));
    }
    check_copy(&content);
}

/// A reader that knows a day on which most dates of the fixtures have been.
fn context() -> Context<'static> {
    Context::on(NaiveDate::from_ymd_opt(2026, 11, 1).expect("it is a day"))
}

fn formats(family: &str) -> &'static [Format] {
    let found = FAMILIES.iter().find(|known| known.id == family);
    found.expect("it is a family").formats
}

fn check_format(format: &Format, content: &Content) {
    if let Ok(mut input) = content.input() {
        check_reading(&(format.read)(&mut input, &context()));
    }
}

fn check_reading(result: &Result<Reading, No>) {
    match result {
        Ok(reading) => {
            holds(reading);
            comes_back(reading);
        }
        Err(No::NotMine(why)) => has_no_secret(why),
        Err(No::Broken(refusal)) => {
            has_no_secret(&refusal.what);
            assert_ne!(refusal.line, Some(0), "lines count from 1");
        }
    }
}

/// What was read can be recorded: written with an assessment, it is read back the same.
fn comes_back(reading: &Reading) {
    let date = reading.as_of.at.date_naive();
    let record = format!(
        "format: 1\nvendor: V\nproduct: P\npacks: [{{id: idp, version: 1.0.0}}]\nmodel: irm-1.0.0\ndepth: full\n\
         as_of: {date}\nevidence:\n- {{id: E1, kind: verified, from: us, date: {date}, reference: R, \
         supports: [Q.rev.01]}}\n"
    );
    let read = |text: String| reader::read(&Source::new("a.yaml", text), &PACK, None);
    let mut assessment = read(record).expect("it is an assessment");
    assessment.evidence[0].read = Some(reading.clone());
    let again = read(writer::write(&assessment));
    let again = again.unwrap_or_else(|problems| panic!("{problems}\n{reading:?}"));
    assert_eq!(again.evidence[0].read.as_ref(), Some(reading));
}

fn holds(reading: &Reading) {
    reading.facts.iter().for_each(fact_holds);
    if let Some(covers) = reading.covers {
        assert!(covers.from <= covers.to, "{covers:?}");
    }
    assert!(reading.anomalies.len() <= MOST_ANOMALIES + 1);
    for odd in &reading.anomalies {
        has_no_secret(&odd.what);
        place_holds(&odd.place);
    }
    reading.partial.iter().for_each(|why| has_no_secret(why));
}

fn fact_holds(fact: &Fact) {
    let kind = match &fact.value {
        FactValue::Duration(seconds) | FactValue::Limit(Limit::Finite(seconds)) => {
            assert!(seconds.is_finite() && *seconds >= 0.0, "{fact:?}");
            FactKind::Duration
        }
        FactValue::Limit(_) => FactKind::Duration,
        FactValue::Count(_) => FactKind::Count,
        FactValue::Date(_) => FactKind::Date,
        FactValue::Set(names) => {
            names.iter().for_each(|name| has_no_secret(name));
            FactKind::Set
        }
        FactValue::Share { part, of } => {
            assert!(part <= of, "{fact:?}");
            FactKind::Share
        }
        FactValue::Holds(_) => FactKind::Holds,
    };
    let entry = PACK
        .facts
        .iter()
        .find(|entry| entry.id.as_str() == fact.name);
    assert_eq!(entry.map(|entry| entry.kind), Some(kind), "{fact:?}");
    assert!(
        fact.uncertain.is_finite() && fact.uncertain >= 0.0,
        "{fact:?}"
    );
    fact.about.iter().for_each(|about| has_no_secret(about));
    place_holds(&fact.place);
}

fn place_holds(place: &Place) {
    assert_ne!(place.line, Some(0), "lines count from 1: {place:?}");
    has_no_secret(&place.path);
}

/// What leaves is what redaction would leave of it.
fn has_no_secret(text: &str) {
    assert_eq!(redact::text(text), text, "a secret is left");
    has_no_signature(text);
}

/// No signed token is left with its signature, and no private key.
fn has_no_signature(text: &str) {
    let is_of_token = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    for word in text
        .split(|c| !is_of_token(c))
        .filter(|word| word.starts_with("eyJ"))
    {
        let is_signed = word
            .split('.')
            .nth(2)
            .is_some_and(|signature| signature.len() >= 16);
        assert!(!is_signed, "a signature is left: {word}");
    }
    assert!(!text.contains("PRIVATE KEY-----"), "a private key is left");
}

/// A copy may be kept as it is: it is text of a known shape, and redaction leaves it alone.
fn check_copy(content: &Content) {
    let Some(copy) = redact::copy(content) else {
        return;
    };
    has_no_signature(&copy);
    let again = input::open(copy.as_bytes()).expect("a copy can be read");
    let again = redact::copy(&again).expect("a copy can be copied");
    // Lines that hold nothing only keep the others on their lines.
    let before: Vec<&str> = copy.lines().filter(|line| !line.is_empty()).collect();
    let after: Vec<&str> = again.lines().filter(|line| !line.is_empty()).collect();
    // Of a broken token with dots behind it more may go the second time.
    let is_kept =
        |(before, after): (&&str, &&str)| before == after || before.contains("[redacted].");
    let at = before.iter().zip(&after).position(|pair| !is_kept(pair));
    let changed = at.map(|at| (before[at], after[at]));
    assert_eq!(changed, None, "a copy changes when it is copied");
    assert_eq!(
        before.len(),
        after.len(),
        "a copy changes its length when it is copied"
    );
}
