//! Activity reports of Google Workspace: one item may hold several events; some archives give each its own.

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, Several, first};

/// The shape of its records.
pub(super) struct Workspace;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    kind: Held<'r>,
    id: Inner<Id<'r>>,
    actor: Inner<Actor<'r>>,
    ip_address: Held<'r>,
    events: Several<Told<'r>>,
    #[serde(rename = "type")]
    group: Held<'r>,
    name: Held<'r>,
    parameters: Parameters<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Id<'r> {
    time: Held<'r>,
    application_name: Held<'r>,
    unique_qualifier: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Actor<'r> {
    email: Held<'r>,
    profile_id: Held<'r>,
    caller_type: Held<'r>,
    key: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Told<'r> {
    #[serde(rename = "type")]
    group: Held<'r>,
    name: Held<'r>,
    parameters: Parameters<'r>,
}

/// Parameters are a list of names and values, or an object.
type Parameters<'r> = Several<Parameter<'r>>;

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Parameter<'r> {
    name: Held<'r>,
    #[serde(alias = "OLD_VALUE")]
    old_value: Held<'r>,
    #[serde(alias = "NEW_VALUE")]
    new_value: Held<'r>,
}

impl Shape for Workspace {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let has_mark = record.kind.text().starts_with("admin#reports#activit")
            || record.id.unique_qualifier.is_there()
            || record.name.is_text()
            || record.group.is_text()
            || !record.events.is_empty();
        let is_mine = record.id.application_name.is_text() && has_mark;
        if !is_mine {
            return false;
        }
        for told in record.events.iter() {
            tell(record.event(&told.group, &told.name, &told.parameters));
        }
        if record.events.is_empty() {
            tell(record.event(&record.group, &record.name, &record.parameters));
        }
        true
    }
}

impl<'r> Record<'r> {
    fn event<'e>(&'e self, group: &Held, name: &Held, parameters: &[Parameter]) -> Event<'e> {
        let application = self.id.application_name.text();
        let by = &self.actor;
        let actor = first(&[&by.email, &by.profile_id, &by.key]).text();
        let who = match by.caller_type.text() {
            "KEY" | "APPLICATION" => Who::Machine,
            _ if actor.ends_with(".gserviceaccount.com") => Who::Machine,
            _ if !actor.is_empty() => Who::Person,
            _ => Who::Unsaid,
        };
        let has_old = parameters.iter().any(Parameter::is_old);
        let has_new = parameters.iter().any(Parameter::is_new);
        Event {
            provider: Provider::GoogleWorkspace,
            name: format!("{application}:{}:{}", group.text(), name.text()).into(),
            meaning: None,
            time: &self.id.time,
            actor,
            who,
            outcome: match name.text().contains("failure") {
                true => Outcome::Failure,
                false => Outcome::Unsaid,
            },
            // No record of a change says how it ended, so that fact is never held.
            holds: Facts::held(&[
                (Facts::IDENTITY, !actor.is_empty()),
                (Facts::TARGET, !parameters.is_empty()),
                (Facts::SOURCE, self.ip_address.is_text()),
            ]),
            has_both_values: has_old && has_new,
        }
    }
}

impl Parameter<'_> {
    fn is_old(&self) -> bool {
        self.old_value.is_there() || self.name.text().eq_ignore_ascii_case("OLD_VALUE")
    }

    fn is_new(&self) -> bool {
        self.new_value.is_there() || self.name.text().eq_ignore_ascii_case("NEW_VALUE")
    }
}
