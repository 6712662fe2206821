//! Records that were brought into the Elastic Common Schema: category and type of an event stand in it.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, first};
use crate::evidence::event_class::{Class, Meaning};

/// The shape of its records.
pub(super) struct Ecs;

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    #[serde(rename = "@timestamp")]
    timestamp: Held<'r>,
    event: Inner<Told<'r>>,
    user: Inner<User<'r>>,
    client: Inner<Client<'r>>,
    source: Inner<Source<'r>>,
    service: Inner<User<'r>>,
    url: Held<'r>,
    file: Held<'r>,
    group: Held<'r>,
    destination: Held<'r>,
}

/// Category and type are a word or a list of words.
#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Told<'r> {
    #[serde(borrow)]
    category: Option<&'r RawValue>,
    #[serde(borrow, rename = "type")]
    kind: Option<&'r RawValue>,
    action: Held<'r>,
    outcome: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct User<'r> {
    id: Held<'r>,
    name: Held<'r>,
    email: Held<'r>,
    target: Held<'r>,
    changes: Held<'r>,
    effective: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Client<'r> {
    ip: Held<'r>,
    user: Inner<Id<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Id<'r> {
    id: Held<'r>,
    name: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Source<'r> {
    ip: Held<'r>,
    address: Held<'r>,
}

impl Shape for Ecs {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let event = &record.event;
        let is_event = event.category.is_some() || event.kind.is_some() && event.action.is_text();
        let is_mine = record.timestamp.is_there() && is_event;
        if is_mine {
            tell(record.event());
        }
        is_mine
    }
}

impl Record<'_> {
    fn event(&self) -> Event<'_> {
        let (user, client) = (&self.user, &self.client.user);
        let actor = first(&[&user.id, &user.name, &user.email, &client.id, &client.name]);
        let outcome = Outcome::of_word(self.event.outcome.text());
        let source = first(&[&self.source.ip, &self.client.ip, &self.source.address]);
        let targets = [
            &user.target,
            &self.group,
            &self.service.name,
            &self.url,
            &self.file,
            &self.destination,
        ];
        Event {
            provider: Provider::Ecs,
            name: self.event.action.text().into(),
            meaning: self.meaning(),
            time: &self.timestamp,
            actor: actor.text(),
            // The schema does not tell people from machines; the address of a service account does.
            who: match user.email.text().ends_with(".gserviceaccount.com") {
                true => Who::Machine,
                false => Who::Unsaid,
            },
            outcome,
            holds: Facts::held(&[
                (Facts::IDENTITY, actor.is_text()),
                (Facts::TARGET, first(&targets).is_there()),
                (
                    Facts::OPERATION,
                    self.event.action.is_text() && outcome != Outcome::Unsaid,
                ),
                (Facts::SOURCE, source.is_text()),
                (Facts::ON_BEHALF_OF, user.effective.is_there()),
            ]),
            has_both_values: user.changes.is_there() && user.target.is_there(),
        }
    }

    fn meaning(&self) -> Option<Meaning> {
        let has = |words: Option<&RawValue>, word: &str| {
            words.is_some_and(|words| words.get().contains(&format!("\"{word}\"")))
        };
        let is = |word| has(self.event.category, word);
        let does = |word| has(self.event.kind, word);
        let class = match () {
            () if is("authentication") || is("session") => Class::Auth,
            () if is("iam") && does("group") => Class::GroupRole,
            () if is("iam") && does("user") => Class::Account,
            () if is("iam") && does("admin") => Class::AdminConfig,
            () if is("configuration") => Class::AdminConfig,
            // What of people or groups it is about is not said.
            () if is("iam") || self.event.category.is_none() => return None,
            () => Class::Activity,
        };
        Some(Meaning::of(class))
    }
}
