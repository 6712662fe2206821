//! The audit log of Kubernetes, `audit.k8s.io`.

use std::borrow::Cow;

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, first};

/// The shape of its records.
pub(super) struct Kubernetes;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    kind: Held<'r>,
    api_version: Held<'r>,
    verb: Held<'r>,
    user: Inner<User<'r>>,
    impersonated_user: Inner<User<'r>>,
    object_ref: Inner<Object<'r>>,
    #[serde(rename = "requestURI")]
    request_uri: Held<'r>,
    #[serde(rename = "sourceIPs")]
    source_ips: Held<'r>,
    response_status: Inner<Status<'r>>,
    request_received_timestamp: Held<'r>,
    stage_timestamp: Held<'r>,
    /// Instead of `requestReceivedTimestamp`, where an archive added its own.
    #[serde(rename = "p_event_time")]
    event_time: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct User<'r> {
    username: Held<'r>,
    extra: Inner<Extra<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Extra<'r> {
    #[serde(rename = "authentication.kubernetes.io/credential-id")]
    credential: Held<'r>,
    #[serde(rename = "accessKeyId")]
    access_key: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Object<'r> {
    resource: Held<'r>,
    subresource: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Status<'r> {
    code: Held<'r>,
}

impl Shape for Kubernetes {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let is_event = record.kind.text() == "Event"
            && (record.api_version.text().starts_with("audit.k8s.io") || record.verb.is_text());
        let is_call = record.verb.is_text()
            && record.object_ref.resource.is_text()
            && record.user.username.is_text();
        if is_event || is_call {
            tell(record.event());
        }
        is_event || is_call
    }
}

impl Record<'_> {
    fn event(&self) -> Event<'_> {
        let object = &self.object_ref;
        let actor = self.user.username.text();
        let extra = &self.user.extra;
        let outcome = self.response_status.code.number();
        let outcome = outcome.map_or(Outcome::Unsaid, |code| match code < 400.0 {
            true => Outcome::Success,
            false => Outcome::Failure,
        });
        Event {
            provider: Provider::Kubernetes,
            name: self.name(),
            meaning: None,
            time: first(&[
                &self.request_received_timestamp,
                &self.stage_timestamp,
                &self.event_time,
            ]),
            actor,
            who: who(actor),
            outcome,
            holds: Facts::held(&[
                (Facts::IDENTITY, !actor.is_empty()),
                (
                    Facts::CREDENTIAL,
                    first(&[&extra.credential, &extra.access_key]).is_there(),
                ),
                (
                    Facts::TARGET,
                    object.resource.is_text() || self.request_uri.is_text(),
                ),
                (
                    Facts::OPERATION,
                    self.verb.is_text() && outcome != Outcome::Unsaid,
                ),
                (Facts::SOURCE, self.source_ips.is_there()),
                (
                    Facts::ON_BEHALF_OF,
                    self.impersonated_user.username.is_text(),
                ),
            ]),
            has_both_values: false,
        }
    }

    fn name(&self) -> Cow<'_, str> {
        let (verb, object) = (self.verb.text(), &self.object_ref);
        match (object.resource.text(), object.subresource.text()) {
            ("", _) => verb.into(),
            (resource, "") => format!("{verb}:{resource}").into(),
            (resource, part) => format!("{verb}:{resource}/{part}").into(),
        }
    }
}

fn who(actor: &str) -> Who {
    match actor {
        "system:anonymous" => Who::Unsaid,
        _ if actor.starts_with("system:")
            || actor.starts_with("eks:")
            || actor.starts_with("aks") =>
        {
            Who::Machine
        }
        _ if actor.ends_with(".gserviceaccount.com") => Who::Machine,
        _ if actor.contains('@') => Who::Person,
        _ => Who::Unsaid,
    }
}
