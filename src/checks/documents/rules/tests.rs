//! How the controls were tested, and which were not.

use std::collections::BTreeSet;

use super::{Found, when};
use crate::assessment::document::soc2::Soc2;
use crate::assessment::document::topic::{Coverage, Procedure, Section, TopicRow};
use crate::checks::documents::effect::Reach;
use crate::checks::documents::held::Held;
use crate::pack::id::TopicId;
use crate::pack::question::Severity;
use crate::words::{Words, say};

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

/// One finding for each topic, by its name.
fn on(
    held: &Held,
    (severity, said): (Severity, impl Fn(&Words, String) -> String),
    topics: Vec<TopicId>,
) -> Vec<Found> {
    let found = topics.into_iter().map(|topic| {
        let message = said(held.words(), held.topic_name(&topic));
        Found::new(severity, "topics", message).about(vec![topic])
    });
    found.collect()
}

/// RF-S-31: tested by asking alone.
pub(super) fn inquiry_only(report: &Soc2, held: &Held) -> Vec<Found> {
    let topics = weak_topics(report, |row| row.procedure == Some(Procedure::Inquiry));
    let said = |words: &Words, topic| say!(words, "rf-s-31", topic = topic);
    on(held, (Severity::Medium, said), topics)
}

/// RF-S-32: nothing occurred to test.
pub(super) fn no_occurrence(report: &Soc2, held: &Held) -> Vec<Found> {
    let topics = weak_topics(report, |row| row.occurred == Some(false));
    let said = |words: &Words, topic| say!(words, "rf-s-32", topic = topic);
    on(held, (Severity::Medium, said), topics)
}

/// RF-S-33: words such as "periodically" where a number belongs.
pub(super) fn no_interval(report: &Soc2, held: &Held) -> Vec<Found> {
    let rows = report.topics.iter().flatten();
    let vague: BTreeSet<TopicId> = rows
        .filter(|row| row.interval == Some(false))
        .map(|row| row.topic.clone())
        .collect();
    let said = |words: &Words, topic| say!(words, "rf-s-33", topic = topic);
    on(held, (Severity::Medium, said), vague.into_iter().collect())
}

/// RF-S-34: the samples held people only.
pub(super) fn people_only(report: &Soc2, held: &Held) -> Vec<Found> {
    let topics = weak_topics(report, |row| row.tests_machines() == Some(false));
    when(!topics.is_empty(), || {
        let names: Vec<String> = topics.iter().map(|topic| held.topic_name(topic)).collect();
        let message = say!(held.words(), "rf-s-34", topics = names.join(", "));
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
    let said = |words: &Words, topic| say!(words, "rf-s-35", topic = topic);
    on(held, (Severity::Low, said), unexamined.cloned().collect())
}

/// What an identity provider must not get wrong, and no criterion names.
#[derive(Clone, Copy)]
enum Critical {
    SigningKeys,
    TenantIsolation,
    TokenLifetime,
    SupportAccess,
    MassRevocation,
}

const NEVER_WRONG: [Critical; 5] = [
    Critical::SigningKeys,
    Critical::TenantIsolation,
    Critical::TokenLifetime,
    Critical::SupportAccess,
    Critical::MassRevocation,
];

impl Critical {
    /// The topics that it is.
    fn topics(self) -> &'static [&'static str] {
        match self {
            Self::SigningKeys => &["secret_storage", "rotation"],
            Self::TenantIsolation => &["environment_isolation"],
            Self::TokenLifetime => &["token_ttl"],
            Self::SupportAccess => &["delegated_admin"],
            Self::MassRevocation => &["revocation_at_scale"],
        }
    }

    /// That a report holds no test of it.
    fn untested(self, words: &Words) -> String {
        match self {
            Self::SigningKeys => say!(words, "rf-s-40-signing-keys"),
            Self::TenantIsolation => say!(words, "rf-s-40-tenant-isolation"),
            Self::TokenLifetime => say!(words, "rf-s-40-token-lifetime"),
            Self::SupportAccess => say!(words, "rf-s-40-support-access"),
            Self::MassRevocation => say!(words, "rf-s-40-mass-revocation"),
        }
    }
}

/// Whether these are the topics of one of the five.
pub(in crate::checks::documents) fn is_never_wrong(topics: &[&str]) -> bool {
    NEVER_WRONG.iter().any(|known| known.topics() == topics)
}

/// RF-S-40: no tested control on one of the five, where somebody has looked.
pub(super) fn untested(report: &Soc2, held: &Held) -> Vec<Found> {
    let found = missing(report).map(|critical| {
        let message = critical.untested(held.words());
        let reach = Reach::topics(critical.topics());
        Found::new(Severity::High, "topics", message).reaching(reach)
    });
    found.collect()
}

/// Those of the five that are recorded, and not as tested.
fn missing(report: &Soc2) -> impl Iterator<Item = Critical> {
    let is_tested = |topic: &str| tested(report).any(|row| row.topic.as_str() == topic);
    let is_recorded = |topic: &str| {
        let mut rows = report.topics.iter().flatten();
        rows.any(|row| row.topic.as_str() == topic)
    };
    NEVER_WRONG.into_iter().filter(move |critical| {
        let topics = critical.topics().iter();
        let tested = topics.clone().any(|topic| is_tested(topic));
        topics.clone().any(|topic| is_recorded(topic)) && !tested
    })
}

/// The topics of the five that a report holds no test of.
pub(in crate::checks::documents) fn untested_topics(report: &Soc2) -> Vec<TopicId> {
    let topics = missing(report).flat_map(Critical::topics);
    topics.map(|&topic| topic.into()).collect()
}

/// RF-S-41: only the old points of focus; the criteria are the same.
pub(super) fn old_points_of_focus(report: &Soc2, held: &Held) -> Vec<Found> {
    when(report.has_old_points_of_focus == Some(true), || {
        let message = say!(held.words(), "rf-s-41");
        Found::new(Severity::Info, "points-of-focus", message)
    })
}
