//! How the controls were tested, and which were not.

use std::collections::BTreeSet;

use super::{Found, when};
use crate::assessment::document::soc2::Soc2;
use crate::assessment::document::topic::{Coverage, Procedure, Section, TopicRow};
use crate::checks::documents::effect::Reach;
use crate::checks::documents::held::Held;
use crate::pack::id::TopicId;
use crate::pack::question::Severity;

fn tested<'r, 'd>(report: &'r Soc2<'d>) -> impl Iterator<Item = &'r TopicRow<'d>> {
    let rows = report.topics.iter().flatten();
    rows.filter(|row| row.coverage == Coverage::Tested)
}

/// The topics of which every test is weak in the same way.
fn weak_topics(report: &Soc2, weak: impl Fn(&TopicRow) -> bool) -> Vec<TopicId> {
    let topics: BTreeSet<&TopicId> = tested(report).map(|row| &row.topic).collect();
    let only_weak = topics.into_iter().filter(|topic| {
        let mut rows = tested(report).filter(|row| row.topic == **topic);
        rows.all(&weak)
    });
    only_weak.cloned().collect()
}

/// One finding for each topic.
fn on(held: &Held, (severity, what): (Severity, &str), topics: Vec<TopicId>) -> Vec<Found> {
    let found = topics.into_iter().map(|topic| {
        let message = format!("{what}: {}", held.topic_name(&topic));
        Found::new(severity, "topics", message).about(vec![topic])
    });
    found.collect()
}

/// RF-S-31: tested by asking alone.
pub(super) fn inquiry_only(report: &Soc2, held: &Held) -> Vec<Found> {
    let topics = weak_topics(report, |row| row.procedure == Some(Procedure::Inquiry));
    on(held, (Severity::Medium, "tested by inquiry alone"), topics)
}

/// RF-S-32: nothing occurred to test.
pub(super) fn no_occurrence(report: &Soc2, held: &Held) -> Vec<Found> {
    let topics = weak_topics(report, |row| row.occurred == Some(false));
    let what = "the control did not operate in the period, so nothing was tested";
    on(held, (Severity::Medium, what), topics)
}

/// RF-S-33: words such as "periodically" where a number belongs.
pub(super) fn no_interval(report: &Soc2, held: &Held) -> Vec<Found> {
    let rows = report.topics.iter().flatten();
    let vague: BTreeSet<TopicId> = rows
        .filter(|row| row.interval == Some(false))
        .map(|row| row.topic.clone())
        .collect();
    let what = "the control names no interval in numbers";
    on(held, (Severity::Medium, what), vague.into_iter().collect())
}

/// RF-S-34: the samples held people only.
pub(super) fn people_only(report: &Soc2, held: &Held) -> Vec<Found> {
    let topics = weak_topics(report, |row| row.tests_machines() == Some(false));
    when(!topics.is_empty(), || {
        let names: Vec<String> = topics.iter().map(|topic| held.topic_name(topic)).collect();
        let message = format!(
            "machine identities were not in the tested population on {}",
            names.join(", ")
        );
        Found::new(Severity::High, "topics", message).reaching(Reach::MachinesIn(topics))
    })
}

/// RF-S-35: proof from the part that nobody examined.
pub(super) fn unaudited(report: &Soc2, held: &Held) -> Vec<Found> {
    let rows = report.topics.iter().flatten();
    let claimed: BTreeSet<&TopicId> = rows
        .clone()
        .filter(|row| row.coverage >= Coverage::Declared)
        .map(|row| &row.topic)
        .collect();
    let unexamined = claimed.into_iter().filter(|topic| {
        let mut on_topic = rows
            .clone()
            .filter(|row| row.topic == **topic && row.coverage >= Coverage::Declared);
        on_topic.all(|row| row.section == Some(Section::Unaudited))
    });
    let what = "stands only in the part that the auditor did not examine";
    on(held, (Severity::Low, what), unexamined.cloned().collect())
}

/// The topics that an identity provider must not get wrong, and no criterion names.
const NEVER_WRONG: [(&[&str], &str); 5] = [
    (&["secret_storage", "rotation"], "signing keys"),
    (&["environment_isolation"], "tenant isolation"),
    (&["token_ttl"], "token lifetime"),
    (&["delegated_admin"], "support access"),
    (&["revocation_at_scale"], "mass revocation"),
];

/// Whether these are the topics of one of the five.
pub(in crate::checks::documents) fn is_never_wrong(topics: &[&str]) -> bool {
    NEVER_WRONG.iter().any(|(known, _)| *known == topics)
}

/// RF-S-40: no tested control on one of the five, where somebody has looked.
pub(super) fn untested(report: &Soc2, _: &Held) -> Vec<Found> {
    let found = missing(report).map(|(topics, what)| {
        let message = format!("the report holds no tested control on {what}");
        Found::new(Severity::High, "topics", message).reaching(Reach::topics(topics))
    });
    found.collect()
}

/// Those of the five that are recorded, and not as tested.
fn missing(report: &Soc2) -> impl Iterator<Item = (&'static [&'static str], &'static str)> {
    let is_tested = |topic: &str| tested(report).any(|row| row.topic.as_str() == topic);
    let is_recorded = |topic: &str| {
        let mut rows = report.topics.iter().flatten();
        rows.any(|row| row.topic.as_str() == topic)
    };
    NEVER_WRONG.into_iter().filter(move |(topics, _)| {
        let tested = topics.iter().any(|topic| is_tested(topic));
        topics.iter().any(|topic| is_recorded(topic)) && !tested
    })
}

/// The topics of the five that a report holds no test of.
pub(in crate::checks::documents) fn untested_topics(report: &Soc2) -> Vec<TopicId> {
    let topics = missing(report).flat_map(|(topics, _)| topics);
    topics.map(|&topic| topic.into()).collect()
}

/// RF-S-41: only the old points of focus; the criteria are the same.
pub(super) fn old_points_of_focus(report: &Soc2, _: &Held) -> Vec<Found> {
    when(report.has_old_points_of_focus == Some(true), || {
        let message = "the report refers to the points of focus of 2017 only";
        Found::new(Severity::Info, "points-of-focus", message)
    })
}
