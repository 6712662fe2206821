//! Tenant logs of Auth0, from its interface or from a log stream, which wraps each in `data`.

use std::borrow::Cow;

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, first};

/// The shape of its records.
pub(super) struct Auth0;

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    #[serde(rename = "type")]
    kind: Held<'r>,
    date: Held<'r>,
    log_id: Held<'r>,
    #[serde(rename = "_id")]
    id: Held<'r>,
    description: Held<'r>,
    client_id: Held<'r>,
    user_id: Held<'r>,
    ip: Held<'r>,
    user_agent: Held<'r>,
    audience: Held<'r>,
    details: Inner<Details<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Details<'r> {
    request: Inner<Request<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Request<'r> {
    path: Held<'r>,
    auth: Inner<Auth<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Auth<'r> {
    credentials: Inner<Credentials<'r>>,
    user: Inner<User<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Credentials<'r> {
    jti: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct User<'r> {
    user_id: Held<'r>,
}

impl Shape for Auth0 {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let has_mark = record.log_id.is_there() || record.id.is_there() && record.ip.is_text();
        let has_use = record.user_agent.is_text() && record.ip.is_text();
        let is_mine = record.kind.is_text() && record.date.is_there() && (has_mark || has_use);
        if is_mine {
            tell(record.event());
        }
        is_mine
    }
}

impl Record<'_> {
    fn event(&self) -> Event<'_> {
        let auth = &self.details.request.auth;
        let user = first(&[&self.user_id, &auth.user.user_id]);
        let actor = first(&[user, &self.client_id]).text();
        let who = match (user.is_text(), self.client_id.is_text()) {
            (true, _) => Who::Person,
            (false, true) => Who::Machine,
            (false, false) => Who::Unsaid,
        };
        let target = first(&[&self.audience, &self.details.request.path]);
        Event {
            provider: Provider::Auth0,
            name: self.name(),
            meaning: None,
            time: &self.date,
            actor,
            who,
            outcome: self.outcome(),
            holds: Facts::held(&[
                (Facts::IDENTITY, !actor.is_empty()),
                (Facts::CREDENTIAL, auth.credentials.jti.is_text()),
                (Facts::TARGET, target.is_there()),
                (Facts::OPERATION, true),
                (Facts::SOURCE, self.ip.is_text()),
                (
                    Facts::ON_BEHALF_OF,
                    user.is_text() && self.client_id.is_text(),
                ),
            ]),
            has_both_values: false,
        }
    }

    /// Calls of the management interface are told apart by their description only.
    fn name(&self) -> Cow<'_, str> {
        let kind = self.kind.text();
        match kind {
            "sapi" | "fapi" | "mgmt_api_read" => {
                format!("{kind}:{}", self.description.text()).into()
            }
            _ => kind.into(),
        }
    }

    /// The kind of an event tells its outcome: those that failed begin with `f`.
    fn outcome(&self) -> Outcome {
        match self.kind.text() {
            kind if kind.starts_with('f') && !kind.starts_with("flows") => Outcome::Failure,
            kind if kind.starts_with("limit") || kind.ends_with("pwd_leak") => Outcome::Failure,
            _ => Outcome::Success,
        }
    }
}
