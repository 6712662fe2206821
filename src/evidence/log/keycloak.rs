//! User and administrative events of Keycloak.

use std::borrow::Cow;

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, first};

/// The shape of its records.
pub(super) struct Keycloak;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    time: Held<'r>,
    #[serde(rename = "type")]
    kind: Held<'r>,
    realm_id: Held<'r>,
    client_id: Held<'r>,
    user_id: Held<'r>,
    ip_address: Held<'r>,
    error: Held<'r>,
    details: Inner<Details<'r>>,
    auth_details: Inner<AuthDetails<'r>>,
    operation_type: Held<'r>,
    resource_type: Held<'r>,
    resource_path: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Details<'r> {
    username: Held<'r>,
    token_id: Held<'r>,
    impersonator: Held<'r>,
    grant_type: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct AuthDetails<'r> {
    client_id: Held<'r>,
    user_id: Held<'r>,
    ip_address: Held<'r>,
}

impl Shape for Keycloak {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let kind = record.kind.text();
        let is_code = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
        let is_user = !kind.is_empty() && kind.bytes().all(is_code);
        let is_admin = record.operation_type.is_text()
            && (record.resource_type.is_text() || record.resource_path.is_text());
        let is_mine = record.time.is_there() && record.realm_id.is_text() && (is_user || is_admin);
        if is_mine {
            tell(record.event());
        }
        is_mine
    }
}

impl Record<'_> {
    fn event(&self) -> Event<'_> {
        let by = &self.auth_details;
        let users = [&self.user_id, &self.details.username, &by.user_id];
        let clients = [&self.client_id, &by.client_id];
        let actor = first(&[first(&users), first(&clients)]).text();
        Event {
            provider: Provider::Keycloak,
            name: self.name(),
            meaning: None,
            time: &self.time,
            actor,
            who: self.who(first(&users).is_there()),
            outcome: match self.error.is_there() || self.kind.text().ends_with("_ERROR") {
                true => Outcome::Failure,
                false => Outcome::Success,
            },
            holds: Facts::held(&[
                (Facts::IDENTITY, !actor.is_empty()),
                (Facts::CREDENTIAL, self.details.token_id.is_text()),
                (
                    Facts::TARGET,
                    self.resource_path.is_text() || self.client_id.is_text(),
                ),
                (Facts::OPERATION, true),
                (
                    Facts::SOURCE,
                    first(&[&self.ip_address, &by.ip_address]).is_text(),
                ),
                (Facts::ON_BEHALF_OF, self.details.impersonator.is_text()),
            ]),
            has_both_values: false,
        }
    }

    fn name(&self) -> Cow<'_, str> {
        match self.operation_type.text() {
            "" => self.kind.text().into(),
            operation => match self.resource_path.text().rsplit('/').next() {
                Some(last @ ("client-secret" | "push-revocation")) => {
                    format!("{operation}:{}/{last}", self.resource_type.text()).into()
                }
                _ => format!("{operation}:{}", self.resource_type.text()).into(),
            },
        }
    }

    /// A client that signs in for itself does so as its service account.
    fn who(&self, has_user: bool) -> Who {
        let is_machine = self.kind.text().starts_with("CLIENT_LOGIN")
            || self.details.grant_type.text() == "client_credentials"
            || self.details.username.text().starts_with("service-account-");
        match (is_machine, has_user) {
            (true, _) => Who::Machine,
            (false, true) => Who::Person,
            (false, false) => Who::Unsaid,
        }
    }
}
