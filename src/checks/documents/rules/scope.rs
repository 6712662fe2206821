//! What the system description names, and what it leaves out.

use super::{Found, when};
use crate::assessment::document::soc2::{Soc2, Subject};
use crate::checks::documents::effect::Reach;
use crate::checks::documents::held::Held;
use crate::checks::documents::reach::{CONTROL_PLANE, DELEGATED, INTERFACES};
use crate::pack::id::TopicId;
use crate::pack::question::Severity;
use crate::words::{Words, say};

/// RF-S-17: product, control plane, regions or interfaces that we use are not named.
pub(super) fn not_named(report: &Soc2, held: &Held) -> Vec<Found> {
    if report.subject == Some(Subject::Other) {
        return vec![];
    }
    let product = held.report_names_product(report);
    if product == Some(false) && held.another_counts(report.document) {
        return vec![];
    }
    let product = product.filter(|_| report.product.is_some() || report.system.is_some());
    let words = held.words();
    let parts = [
        (
            "product",
            product,
            say!(words, "rf-s-17-product"),
            Reach::All,
        ),
        (
            "control-plane",
            report.control_plane,
            say!(words, "rf-s-17-control-plane"),
            Reach::topics(CONTROL_PLANE),
        ),
        (
            "regions",
            report.regions,
            say!(words, "rf-s-17-regions"),
            Reach::All,
        ),
        (
            "interfaces",
            report.interfaces,
            say!(words, "rf-s-17-interfaces"),
            Reach::topics(INTERFACES),
        ),
    ];
    let missing = parts
        .into_iter()
        .filter(|(_, named, ..)| *named == Some(false));
    let found = missing.map(|(field, _, message, reach)| {
        Found::new(Severity::Critical, field, message).reaching(reach)
    });
    found.collect()
}

/// RF-S-18: support tooling stands outside the boundary.
pub(super) fn support_outside(report: &Soc2, held: &Held) -> Vec<Found> {
    when(report.support_tools == Some(false), || {
        let message = say!(held.words(), "rf-s-18");
        Found::new(Severity::High, "support-tools", message).reaching(Reach::topics(DELEGATED))
    })
}

fn lacks(report: &Soc2, category: &str) -> bool {
    let categories = report.categories.as_ref();
    categories.is_some_and(|known| known.contains(&"security") && !known.contains(&category))
}

/// RF-S-19: availability was not examined.
pub(super) fn no_availability(report: &Soc2, held: &Held) -> Vec<Found> {
    when(lacks(report, "availability"), || {
        let message = say!(held.words(), "rf-s-19");
        Found::new(Severity::Medium, "categories", message)
    })
}

/// RF-S-20: confidentiality was not examined.
pub(super) fn no_confidentiality(report: &Soc2, held: &Held) -> Vec<Found> {
    when(lacks(report, "confidentiality"), || {
        let message = say!(held.words(), "rf-s-20");
        Found::new(Severity::Medium, "categories", message)
    })
}

/// RF-S-38: dropped since last year.
pub(super) fn dropped(report: &Soc2, held: &Held) -> Vec<Found> {
    let dropped = dropped_since_last_year(report, held);
    when(!dropped.is_empty(), || {
        let message = say!(held.words(), "rf-s-38", what = dropped.join(", "));
        Found::new(Severity::High, "categories", message)
    })
}

/// Categories, services, parts and tested topics that the report before had and this one has not.
pub(in crate::checks::documents) fn dropped_since_last_year(
    report: &Soc2,
    held: &Held,
) -> Vec<String> {
    let Some(before) = held.previous(report) else {
        return vec![];
    };
    let (mut dropped, words) = (Vec::<String>::new(), held.words());
    if let (Some(then), Some(now)) = (&before.categories, &report.categories) {
        let gone = then.iter().filter(|category| !now.contains(category));
        dropped.extend(gone.map(|category| dropped_category(words, category)));
    }
    if let (Some(then), Some(now)) = (before.system, report.system) {
        let is_there = |name: &&String| now.iter().any(|other| is_same(other, name));
        let gone = then.iter().filter(|name| !is_there(name));
        dropped.extend(gone.map(|name| format!("`{name}`")));
    }
    let parts = [
        (
            say!(words, "dropped-product"),
            before.product,
            report.product,
        ),
        (
            say!(words, "dropped-control-plane"),
            before.control_plane,
            report.control_plane,
        ),
        (
            say!(words, "dropped-regions"),
            before.regions,
            report.regions,
        ),
        (
            say!(words, "dropped-interfaces"),
            before.interfaces,
            report.interfaces,
        ),
        (
            say!(words, "dropped-delegated-admin"),
            before.delegated_admin,
            report.delegated_admin,
        ),
        (
            say!(words, "dropped-support-tools"),
            before.support_tools,
            report.support_tools,
        ),
    ];
    let gone = parts
        .into_iter()
        .filter(|(_, then, now)| *then == Some(true) && *now == Some(false));
    dropped.extend(gone.map(|(what, ..)| what));
    if let (Some(then), Some(now)) = (&before.topics, &report.topics) {
        let is_tested =
            |topic: &TopicId| now.iter().any(|row| row.topic == *topic && row.is_proof());
        let gone = then
            .iter()
            .filter(|row| row.is_proof() && !is_tested(&row.topic));
        dropped.extend(
            gone.map(|row| say!(words, "dropped-tests", topic = held.topic_name(&row.topic))),
        );
    }
    dropped
}

fn dropped_category(words: &Words, category: &str) -> String {
    match category {
        "security" => say!(words, "dropped-security"),
        "availability" => say!(words, "dropped-availability"),
        "confidentiality" => say!(words, "dropped-confidentiality"),
        "processing-integrity" => say!(words, "dropped-processing-integrity"),
        "privacy" => say!(words, "dropped-privacy"),
        unknown => unknown.to_owned(),
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
