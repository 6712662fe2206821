//! Cloud Audit Logs of Google Cloud.

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, Several, first};

/// The shape of its records.
pub(super) struct Gcp;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    #[serde(alias = "protopayload")]
    proto_payload: Inner<Payload<'r>>,
    timestamp: Held<'r>,
    #[serde(alias = "receivetimestamp")]
    receive_timestamp: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Payload<'r> {
    #[serde(rename = "@type")]
    kind: Held<'r>,
    method_name: Held<'r>,
    resource_name: Held<'r>,
    authentication_info: Inner<Authentication<'r>>,
    request_metadata: Inner<Metadata<'r>>,
    status: Inner<Status<'r>>,
    service_data: Inner<ServiceData<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Authentication<'r> {
    principal_email: Held<'r>,
    principal_subject: Held<'r>,
    service_account_key_name: Held<'r>,
    service_account_delegation_info: Held<'r>,
    third_party_principal: Held<'r>,
    oauth_info: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Metadata<'r> {
    #[serde(alias = "callerIP")]
    caller_ip: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Status<'r> {
    code: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct ServiceData<'r> {
    policy_delta: Inner<Delta<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Delta<'r> {
    binding_deltas: Several<Binding<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Binding<'r> {
    action: Held<'r>,
}

impl Shape for Gcp {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let payload = &record.proto_payload;
        let is_audit = payload.kind.text().ends_with("google.cloud.audit.AuditLog");
        let is_mine = payload.method_name.is_text() || is_audit;
        if is_mine {
            tell(record.event());
        }
        is_mine
    }
}

impl Record<'_> {
    fn event(&self) -> Event<'_> {
        let payload = &self.proto_payload;
        let by = &payload.authentication_info;
        let actor = first(&[&by.principal_email, &by.principal_subject]).text();
        let behalf = [
            &by.service_account_delegation_info,
            &by.third_party_principal,
        ];
        let credential = [&by.service_account_key_name, &by.oauth_info];
        // A change of bindings names each that came and each that went.
        let deltas = &payload.service_data.policy_delta.binding_deltas;
        Event {
            provider: Provider::Gcp,
            name: payload.method_name.text().into(),
            meaning: None,
            time: first(&[&self.timestamp, &self.receive_timestamp]),
            actor,
            who: who(actor, by.principal_subject.text()),
            // A call without a status went well.
            outcome: Outcome::of_code(payload.status.code.number().unwrap_or(0.0)),
            holds: Facts::held(&[
                (Facts::IDENTITY, !actor.is_empty()),
                (Facts::CREDENTIAL, first(&credential).is_there()),
                (Facts::TARGET, payload.resource_name.is_text()),
                (Facts::OPERATION, payload.method_name.is_text()),
                (Facts::SOURCE, payload.request_metadata.caller_ip.is_text()),
                (Facts::ON_BEHALF_OF, first(&behalf).is_there()),
            ]),
            has_both_values: deltas.iter().any(|binding| binding.action.is_text()),
        }
    }
}

fn who(actor: &str, subject: &str) -> Who {
    match () {
        () if actor.ends_with(".gserviceaccount.com") => Who::Machine,
        () if subject.starts_with("serviceAccount:") => Who::Machine,
        () if actor.starts_with("system:serviceaccount:") => Who::Machine,
        () if subject.starts_with("user:") || actor.contains('@') => Who::Person,
        () => Who::Unsaid,
    }
}
