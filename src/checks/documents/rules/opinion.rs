//! What the auditor concluded.

use super::criteria::{criteria, is_in, topics};
use super::{Found, when};
use crate::assessment::document::soc2::{Opinion, Soc2};
use crate::checks::documents::effect::Reach;
use crate::checks::documents::held::Held;
use crate::pack::question::Severity;
use crate::words::say;

/// Whether a line names a criterion on access (CC6) or on detection and response (CC7).
pub(in crate::checks::documents) fn is_identity(line: &str) -> bool {
    criteria(line)
        .iter()
        .any(|criterion| is_of_identity(criterion))
}

fn is_of_identity(criterion: &str) -> bool {
    ["CC6", "CC7"].iter().any(|series| is_in(criterion, series))
}

/// What a qualified opinion names: criteria on identity, and the others with the lines that name
/// none.
fn qualified(report: &Soc2) -> (Vec<String>, Vec<String>) {
    let lines = report.opinion_criteria.iter();
    let named = lines.flat_map(|line| match criteria(line) {
        found if found.is_empty() => vec![line.trim().to_owned()],
        found => found,
    });
    named.partition(|criterion| is_of_identity(criterion))
}

/// What a qualification on criteria reaches; where no topic is known for them, everything.
fn reach(held: &Held, named: &[String]) -> Reach {
    match topics(held, named) {
        topics if topics.is_empty() => Reach::All,
        topics => Reach::Topics(topics),
    }
}

/// RF-S-10: qualified on access or detection.
pub(super) fn qualified_on_identity(report: &Soc2, held: &Held) -> Vec<Found> {
    let (named, _) = qualified(report);
    let is_qualified = report.opinion == Some(Opinion::Qualified);
    when(is_qualified && !named.is_empty(), || {
        let message = say!(
            held.words(),
            "opinion-qualified-on",
            criteria = named.join(", ")
        );
        let found = Found::new(Severity::Critical, "opinion-criteria", message);
        found.reaching(reach(held, &named))
    })
}

/// RF-S-11: qualified on other criteria, or on such as nobody recorded.
pub(super) fn qualified_elsewhere(report: &Soc2, held: &Held) -> Vec<Found> {
    let (identity, named) = qualified(report);
    if report.opinion != Some(Opinion::Qualified) {
        return vec![];
    }
    if identity.is_empty() && named.is_empty() {
        let message = say!(held.words(), "rf-s-11-on-what");
        return vec![Found::new(Severity::Medium, "opinion", message)];
    }
    when(!named.is_empty(), || {
        let message = say!(
            held.words(),
            "opinion-qualified-on",
            criteria = named.join(", ")
        );
        let found = Found::new(Severity::Medium, "opinion-criteria", message);
        // Words without a criterion may mean anything.
        match named.iter().any(|line| criteria(line).is_empty()) {
            true => found,
            false => found.about(topics(held, &named)),
        }
    })
}

/// RF-S-12: adverse.
pub(super) fn adverse(report: &Soc2, held: &Held) -> Vec<Found> {
    when(report.opinion == Some(Opinion::Adverse), || {
        let message = say!(held.words(), "rf-s-12");
        Found::new(Severity::Critical, "opinion", message)
    })
}

/// RF-S-13: no opinion could be given.
pub(super) fn disclaimer(report: &Soc2, held: &Held) -> Vec<Found> {
    when(report.opinion == Some(Opinion::Disclaimer), || {
        let message = say!(held.words(), "rf-s-13");
        Found::new(Severity::Critical, "opinion", message)
    })
}

/// RF-S-42: the auditor emphasises something.
pub(super) fn emphasis(report: &Soc2, held: &Held) -> Vec<Found> {
    let emphasis = report.emphasis.filter(|text| !text.trim().is_empty());
    let found = emphasis.map(|text| {
        Found::new(
            Severity::Medium,
            "emphasis",
            say!(held.words(), "rf-s-42", text),
        )
    });
    found.into_iter().collect()
}
