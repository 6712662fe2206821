//! What the auditor concluded.

use super::{Found, when};
use crate::assessment::document::soc2::{Opinion, Soc2};
use crate::checks::documents::held::Held;
use crate::pack::id::TopicId;
use crate::pack::question::Severity;

/// Whether a criterion is about access (CC6) or about detection and response (CC7).
pub(in crate::checks::documents) fn is_identity(criterion: &str) -> bool {
    let criterion = criterion.trim();
    ["CC6", "CC7"].iter().any(|series| {
        let rest = criterion.strip_prefix(series);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// The criteria of a qualified opinion, those on identity first or the others.
fn qualified<'d>(report: &Soc2<'d>, identity: bool) -> Vec<&'d str> {
    if report.opinion != Some(Opinion::Qualified) {
        return vec![];
    }
    let criteria = report.opinion_criteria.iter().map(|line| line.trim());
    criteria
        .filter(|criterion| is_identity(criterion) == identity)
        .collect()
}

/// The topics of criteria; a whole series, such as `CC6`, is all of its criteria.
fn topics(held: &Held, criteria: &[&str]) -> Vec<TopicId> {
    let catalogue = held.pack.catalogue.crosswalk.iter();
    let touched = catalogue.filter(|(_, frameworks)| {
        let ids = frameworks.get("soc2_tsc");
        ids.is_some_and(|ids| {
            ids.iter()
                .any(|id| criteria.iter().any(|named| is_in(id, named)))
        })
    });
    touched.map(|(topic, _)| topic.clone()).collect()
}

fn is_in(id: &str, named: &str) -> bool {
    id == named
        || id
            .strip_prefix(named)
            .is_some_and(|rest| rest.starts_with('.'))
}

/// RF-S-10: qualified on access or detection.
pub(super) fn qualified_on_identity(report: &Soc2, held: &Held) -> Vec<Found> {
    let criteria = qualified(report, true);
    when(!criteria.is_empty(), || {
        let message = format!("the opinion is qualified on {}", criteria.join(", "));
        let found = Found::new(Severity::Critical, "opinion-criteria", message);
        found.about(topics(held, &criteria))
    })
}

/// RF-S-11: qualified on other criteria.
pub(super) fn qualified_elsewhere(report: &Soc2, held: &Held) -> Vec<Found> {
    let criteria = qualified(report, false);
    when(!criteria.is_empty(), || {
        let message = format!("the opinion is qualified on {}", criteria.join(", "));
        let found = Found::new(Severity::Medium, "opinion-criteria", message);
        found.about(topics(held, &criteria))
    })
}

/// RF-S-12: adverse.
pub(super) fn adverse(report: &Soc2, _: &Held) -> Vec<Found> {
    when(report.opinion == Some(Opinion::Adverse), || {
        let message = "the opinion is adverse: the controls were not effective as a whole";
        Found::new(Severity::Critical, "opinion", message)
    })
}

/// RF-S-13: no opinion could be given.
pub(super) fn disclaimer(report: &Soc2, _: &Held) -> Vec<Found> {
    when(report.opinion == Some(Opinion::Disclaimer), || {
        let message = "the auditor disclaimed an opinion";
        Found::new(Severity::Critical, "opinion", message)
    })
}

/// RF-S-42: the auditor emphasises something.
pub(super) fn emphasis(report: &Soc2, _: &Held) -> Vec<Found> {
    let emphasis = report.emphasis.filter(|text| !text.trim().is_empty());
    let found = emphasis.map(|text| {
        Found::new(
            Severity::Medium,
            "emphasis",
            format!("the auditor emphasises: {text}"),
        )
    });
    found.into_iter().collect()
}
