//! Records that were brought into the form of OCSF: the class of an event stands in it.

use std::borrow::Cow;

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, first};
use crate::evidence::event_class::{Change, Class, Life, Meaning};

/// The shape of its records.
pub(super) struct Ocsf;

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    class_uid: Held<'r>,
    class_name: Held<'r>,
    category_uid: Held<'r>,
    activity_id: Held<'r>,
    metadata: Inner<Metadata<'r>>,
    time: Held<'r>,
    time_dt: Held<'r>,
    actor: Inner<Actor<'r>>,
    api: Inner<Api<'r>>,
    status: Held<'r>,
    status_id: Held<'r>,
    src_endpoint: Inner<Endpoint<'r>>,
    user: Held<'r>,
    entity: Inner<Entity<'r>>,
    entity_result: Held<'r>,
    group: Held<'r>,
    resource: Held<'r>,
    resources: Held<'r>,
    dst_endpoint: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Metadata<'r> {
    event_code: Held<'r>,
    version: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Actor<'r> {
    user: Inner<User<'r>>,
    app_name: Held<'r>,
    app_uid: Held<'r>,
    invoked_by: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct User<'r> {
    uid: Held<'r>,
    uid_alt: Held<'r>,
    name: Held<'r>,
    email_addr: Held<'r>,
    credential_uid: Held<'r>,
    type_id: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Api<'r> {
    operation: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Endpoint<'r> {
    ip: Held<'r>,
    uid: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Entity<'r> {
    #[serde(rename = "type")]
    kind: Held<'r>,
    uid: Held<'r>,
    name: Held<'r>,
    policy: Held<'r>,
}

impl Shape for Ocsf {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let has_mark = record.category_uid.is_there()
            || record.metadata.version.is_text()
            || record.class_name.is_text();
        // Findings (2) and what was discovered (5) are results of scanners, not events.
        let is_event = record.class_uid.number().is_some_and(|class| {
            let category = (class / 1000.0).floor();
            category >= 1.0 && category != 2.0 && category != 5.0
        });
        if has_mark && is_event {
            tell(record.event());
        }
        has_mark && is_event
    }
}

impl Record<'_> {
    fn event(&self) -> Event<'_> {
        let user = &self.actor.user;
        let names = [
            &user.uid,
            &user.uid_alt,
            &user.email_addr,
            &user.name,
            &self.actor.app_uid,
            &self.actor.app_name,
        ];
        let actor = first(&names).text();
        let outcome = self.outcome();
        let source = first(&[&self.src_endpoint.ip, &self.src_endpoint.uid]);
        Event {
            provider: Provider::Ocsf,
            name: self.name(),
            meaning: self.meaning(),
            time: first(&[&self.time, &self.time_dt]),
            actor,
            who: self.who(),
            outcome,
            holds: Facts::held(&[
                (Facts::IDENTITY, !actor.is_empty()),
                (Facts::CREDENTIAL, user.credential_uid.is_text()),
                (Facts::TARGET, self.has_target()),
                (Facts::OPERATION, outcome != Outcome::Unsaid),
                (Facts::SOURCE, source.is_text()),
                (Facts::ON_BEHALF_OF, self.actor.invoked_by.is_text()),
            ]),
            has_both_values: self.entity.uid.is_there() && self.entity_result.is_there(),
        }
    }

    fn name(&self) -> Cow<'_, str> {
        let names = [
            &self.metadata.event_code,
            &self.api.operation,
            &self.class_name,
        ];
        first(&names).text().into()
    }

    fn has_target(&self) -> bool {
        let targets = [
            &self.user,
            &self.entity.uid,
            &self.entity.name,
            &self.entity.policy,
            &self.group,
            &self.resource,
            &self.resources,
            &self.dst_endpoint,
        ];
        first(&targets).is_there()
    }

    fn who(&self) -> Who {
        let user = &self.actor.user;
        match user.type_id.number() {
            Some(1.0 | 2.0) => Who::Person,
            Some(3.0 | 4.0) => Who::Machine,
            _ if user.uid.is_there() || user.name.is_there() => Who::Unsaid,
            _ if self.actor.app_uid.is_there() || self.actor.app_name.is_there() => Who::Machine,
            _ => Who::Unsaid,
        }
    }

    fn outcome(&self) -> Outcome {
        match self.status_id.number() {
            Some(1.0) => Outcome::Success,
            Some(2.0) => Outcome::Failure,
            _ => Outcome::of_word(self.status.text()),
        }
    }

    /// The class of OCSF 1.5 as one of ours; none for one that is not known.
    fn meaning(&self) -> Option<Meaning> {
        let activity = self.activity_id.number().unwrap_or(0.0);
        let of = |class, life, change| {
            Some(Meaning {
                class,
                life,
                change,
            })
        };
        match self.class_uid.number()? {
            // Account Change; 7 and 8 attach and detach a policy.
            3001.0 if activity == 7.0 || activity == 8.0 => {
                of(Class::GroupRole, None, Some(Change::Role))
            }
            3001.0 => of(Class::Account, None, None),
            // Authentication; 3 and 4 give a ticket, 5 renews one.
            3002.0 if activity == 3.0 || activity == 4.0 => {
                of(Class::Token, Some(Life::Issue), None)
            }
            3002.0 if activity == 5.0 => of(Class::Token, Some(Life::Refresh), None),
            3002.0 => of(Class::Auth, None, None),
            // Authorize Session.
            3003.0 => of(Class::Token, None, None),
            // Entity Management.
            3004.0 => Some(self.managed()),
            // User Access Management.
            3005.0 => of(Class::GroupRole, None, Some(Change::Role)),
            // Group Management; 1 and 2 assign and revoke privileges.
            3006.0 if activity == 1.0 || activity == 2.0 => {
                of(Class::GroupRole, None, Some(Change::Role))
            }
            3006.0 => of(Class::GroupRole, None, None),
            // Application Lifecycle.
            6002.0 => of(Class::AdminConfig, None, None),
            class if (3000.0..4000.0).contains(&class) => None,
            _ => of(Class::Activity, None, None),
        }
    }

    fn managed(&self) -> Meaning {
        let kind = self.entity.kind.text();
        let is = |words: &[&str]| words.iter().any(|word| kind.eq_ignore_ascii_case(word));
        match () {
            () if is(&["Policy", "Network Zone"]) || self.entity.policy.is_there() => Meaning {
                class: Class::Policy,
                life: None,
                change: Some(Change::Policy),
            },
            () if is(&["User"]) => Meaning::of(Class::Account),
            () if is(&["Group", "Role"]) => Meaning::of(Class::GroupRole),
            () => Meaning::of(Class::AdminConfig),
        }
    }
}
