//! The Okta System Log.

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, Several, first};

/// The shape of its records.
pub(super) struct Okta;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    #[serde(alias = "eventtype")]
    event_type: Held<'r>,
    published: Held<'r>,
    uuid: Held<'r>,
    actor: Inner<Named<'r>>,
    client: Inner<Client<'r>>,
    outcome: Inner<Ending<'r>>,
    target: Several<Target<'r>>,
    transaction: Inner<Transaction<'r>>,
    #[serde(alias = "debugcontext")]
    debug_context: Inner<Debug<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Named<'r> {
    id: Held<'r>,
    #[serde(rename = "type")]
    kind: Held<'r>,
    alternate_id: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Client<'r> {
    ip_address: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Ending<'r> {
    result: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Target<'r> {
    id: Held<'r>,
    change_details: Inner<Values<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Values<'r> {
    from: Held<'r>,
    to: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Transaction<'r> {
    detail: Inner<Detail<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Detail<'r> {
    request_api_token_id: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Debug<'r> {
    debug_data: Inner<DebugData<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct DebugData<'r> {
    grant_type: Held<'r>,
    access_token_id: Held<'r>,
}

impl Shape for Okta {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let has_mark = record.published.is_there() && record.event_type.text().contains('.');
        let has_actor = record.actor.kind.is_text() || record.uuid.is_text();
        let is_mine = has_mark || record.event_type.text().contains('.') && has_actor;
        if is_mine {
            tell(record.event());
        }
        is_mine
    }
}

impl Record<'_> {
    fn event(&self) -> Event<'_> {
        let actor = first(&[&self.actor.id, &self.actor.alternate_id]).text();
        let credential = [
            &self.transaction.detail.request_api_token_id,
            &self.debug_context.debug_data.access_token_id,
        ];
        let has_result = self.outcome.result.is_text();
        Event {
            provider: Provider::Okta,
            name: self.event_type.text().into(),
            meaning: None,
            time: &self.published,
            actor,
            who: self.who(),
            outcome: Outcome::of_word(self.outcome.result.text()),
            holds: Facts::held(&[
                (Facts::IDENTITY, !actor.is_empty()),
                (Facts::CREDENTIAL, first(&credential).is_text()),
                (
                    Facts::TARGET,
                    self.target.iter().any(|target| target.id.is_there()),
                ),
                (Facts::OPERATION, has_result),
                (Facts::SOURCE, self.client.ip_address.is_text()),
            ]),
            has_both_values: self.target.iter().any(|target| {
                target.change_details.from.is_there() && target.change_details.to.is_there()
            }),
        }
    }

    /// Apps, agents and the system itself act as machines; a person who uses an API token does not.
    fn who(&self) -> Who {
        let kind = self.actor.kind.text();
        let is_machine = ["App", "Principal", "Client", "Agent"]
            .iter()
            .any(|word| kind.contains(word));
        match kind {
            _ if self.debug_context.debug_data.grant_type.text() == "client_credentials" => {
                Who::Machine
            }
            _ if is_machine => Who::Machine,
            "User" => Who::Person,
            _ => Who::Unsaid,
        }
    }
}
