//! What a report leaves to others: to us, and to the companies the vendor builds on.

use super::{Found, when};
use crate::assessment::document::soc2::{EntityStatus, Method, Soc2, Subservice, SubserviceReport};
use crate::checks::documents::held::Held;
use crate::checks::documents::reach::SUBSERVICE;
use crate::pack::id::TopicId;
use crate::pack::question::Severity;
use crate::words::{Words, say};

/// RF-S-21: controls that are left to us and that nobody here has.
pub(super) fn entity_controls_unmapped(report: &Soc2, held: &Held) -> Vec<Found> {
    let controls = report.entity_controls.iter().flatten();
    let open = controls.filter(|control| {
        control.owner.is_none()
            || matches!(
                control.status,
                None | Some(EntityStatus::Open | EntityStatus::Planned)
            )
    });
    let open: Vec<&str> = open.map(|control| control.control).collect();
    when(!open.is_empty(), || {
        let message = say!(held.words(), "rf-s-21", controls = open.join("; "));
        Found::new(Severity::High, "entity-controls", message)
    })
}

/// RF-S-22: a report that leaves nothing to us.
pub(super) fn no_entity_controls(report: &Soc2, held: &Held) -> Vec<Found> {
    let controls = report.entity_controls.as_ref();
    when(controls.is_some_and(Vec::is_empty), || {
        let message = say!(held.words(), "rf-s-22");
        Found::new(Severity::Medium, "has-entity-controls", message)
    })
}

/// The topics that lean on what a subservice organisation does; where nobody recorded that, all that
/// lean on hosting, keys or logs.
fn topics(organisation: &Subservice) -> Vec<TopicId> {
    if organisation.does.is_empty() {
        return SUBSERVICE.iter().map(|&id| id.into()).collect();
    }
    let ids = organisation.does.iter().flat_map(|does| match *does {
        "hosting" => &["environment_isolation"][..],
        "keys" => &["secret_storage", "rotation"],
        "logging" => &["logging", "log_retention_export", "monitoring"],
        "support" => &["delegated_admin"],
        _ => &[],
    });
    ids.map(|&id| id.into()).collect()
}

fn carved_out<'r, 'd>(report: &'r Soc2<'d>) -> impl Iterator<Item = &'r Subservice<'d>> {
    let organisations = report.subservice.iter().flatten();
    organisations.filter(|organisation| organisation.method == Some(Method::CarveOut))
}

/// What an organisation does, by name.
fn named(words: &Words, does: &[&str]) -> String {
    let named = does.iter().map(|does| match *does {
        "hosting" => say!(words, "does-hosting"),
        "keys" => say!(words, "does-keys"),
        "logging" => say!(words, "does-logging"),
        "support" => say!(words, "does-support"),
        "other" => say!(words, "does-other"),
        unknown => unknown.to_owned(),
    });
    named.collect::<Vec<_>>().join(", ")
}

/// RF-S-23: hosting, keys or logs carved out, and nobody says what the other must do.
pub(super) fn unnamed_controls(report: &Soc2, held: &Held) -> Vec<Found> {
    let silent = carved_out(report).filter(|organisation| organisation.csocs == Some(false));
    let leaned_on = silent.filter(|organisation| !topics(organisation).is_empty());
    let found = leaned_on.map(|organisation| {
        let (words, name) = (held.words(), organisation.name);
        let message = match organisation.does.as_slice() {
            [] => say!(words, "rf-s-23", name),
            does => say!(words, "rf-s-23-for", name, does = named(words, does)),
        };
        Found::new(Severity::High, "subservice", message).about(topics(organisation))
    });
    found.collect()
}

/// RF-S-24: carved out, and its report was not read.
pub(super) fn report_not_read(report: &Soc2, held: &Held) -> Vec<Found> {
    let unread = carved_out(report).filter(|organisation| {
        let is_silent = organisation.csocs == Some(false) && !topics(organisation).is_empty();
        !is_silent && organisation.report == Some(SubserviceReport::NotObtained)
    });
    let found = unread.map(|organisation| {
        let name = organisation.name;
        let message = say!(held.words(), "rf-s-24", name);
        Found::new(Severity::Medium, "subservice", message).about(topics(organisation))
    });
    found.collect()
}
