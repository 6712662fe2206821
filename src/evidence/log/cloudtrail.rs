//! AWS CloudTrail: records of a trail, of EventBridge, and of `aws cloudtrail lookup-events`.

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, first};

/// The shape of its records.
pub(super) struct CloudTrail;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    #[serde(alias = "eventname")]
    event_name: Held<'r>,
    #[serde(alias = "eventsource")]
    event_source: Held<'r>,
    #[serde(alias = "eventtime")]
    event_time: Held<'r>,
    #[serde(alias = "eventversion")]
    event_version: Held<'r>,
    #[serde(alias = "errorcode")]
    error_code: Held<'r>,
    #[serde(alias = "sourceipaddress", rename = "sourceIPAddress")]
    source_ip_address: Held<'r>,
    #[serde(alias = "requestparameters")]
    request_parameters: Held<'r>,
    resources: Held<'r>,
    #[serde(alias = "sessioncredentialfromconsole")]
    session_credential_from_console: Held<'r>,
    #[serde(alias = "responseelements")]
    response_elements: Inner<Response<'r>>,
    #[serde(alias = "useridentity")]
    user_identity: Inner<Identity<'r>>,
    /// The record itself as a text, where `lookup-events` gives it.
    #[serde(rename = "CloudTrailEvent")]
    cloud_trail_event: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Response<'r> {
    #[serde(rename = "ConsoleLogin")]
    console_login: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Identity<'r> {
    #[serde(rename = "type")]
    kind: Held<'r>,
    arn: Held<'r>,
    principal_id: Held<'r>,
    user_name: Held<'r>,
    access_key_id: Held<'r>,
    credential_id: Held<'r>,
    invoked_by: Held<'r>,
    on_behalf_of: Held<'r>,
    session_context: Inner<Session<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Session<'r> {
    source_identity: Held<'r>,
    attributes: Inner<Attributes<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Attributes<'r> {
    mfa_authenticated: Held<'r>,
}

impl Shape for CloudTrail {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        if record.cloud_trail_event.is_text() {
            let inner = serde_json::from_str::<Record>(record.cloud_trail_event.text());
            return inner.is_ok_and(|inner| inner.is_mine() && inner.say(tell));
        }
        record.is_mine() && record.say(tell)
    }
}

impl Record<'_> {
    fn is_mine(&self) -> bool {
        let has_mark = self.event_version.is_there()
            || self.event_time.is_there()
            || self.user_identity.kind.is_text();
        self.event_name.is_text() && self.event_source.is_text() && has_mark
    }

    fn say(&self, tell: &mut Tell) -> bool {
        let identity = &self.user_identity;
        let service = self.event_source.text();
        let service = service.strip_suffix(".amazonaws.com").unwrap_or(service);
        let credential = first(&[&identity.access_key_id, &identity.credential_id]);
        let behalf = [
            &identity.on_behalf_of,
            &identity.session_context.source_identity,
            &identity.invoked_by,
        ];
        tell(Event {
            provider: Provider::CloudTrail,
            name: format!("{service}:{}", self.event_name.text()).into(),
            meaning: None,
            time: &self.event_time,
            actor: self.actor(),
            who: self.who(),
            outcome: self.outcome(),
            holds: Facts::held(&[
                (Facts::IDENTITY, !self.actor().is_empty()),
                (Facts::CREDENTIAL, credential.is_text()),
                (
                    Facts::TARGET,
                    self.request_parameters.is_there() || self.resources.is_there(),
                ),
                // A call without an error code went well.
                (Facts::OPERATION, true),
                (Facts::SOURCE, self.source_ip_address.is_text()),
                (Facts::ON_BEHALF_OF, first(&behalf).is_there()),
            ]),
            has_both_values: false,
        });
        true
    }

    fn actor(&self) -> &str {
        let identity = &self.user_identity;
        let names = [
            &identity.arn,
            &identity.principal_id,
            &identity.user_name,
            &identity.invoked_by,
        ];
        first(&names).text()
    }

    /// A session of a role is a machine's, unless a second factor, the console, the sign-in portal or the
    /// name of the session, an address, show a person.
    fn who(&self) -> Who {
        let identity = &self.user_identity;
        let arn = identity.arn.text();
        let session = arn.rsplit('/').next().unwrap_or("");
        let is_person = identity
            .session_context
            .attributes
            .mfa_authenticated
            .is_true()
            || self.session_credential_from_console.is_true()
            || arn.contains("AWSReservedSSO_")
            || session.contains('@');
        match identity.kind.text() {
            "AWSService" => Who::Machine,
            "Root" | "SAMLUser" | "IdentityCenterUser" => Who::Person,
            "AssumedRole" | "IAMUser" | "FederatedUser" if is_person => Who::Person,
            "AssumedRole" => Who::Machine,
            "IAMUser" if self.event_name.text() == "ConsoleLogin" => Who::Person,
            _ => Who::Unsaid,
        }
    }

    fn outcome(&self) -> Outcome {
        match self.error_code.is_there() {
            true => Outcome::Failure,
            false if self.response_elements.console_login.text() == "Failure" => Outcome::Failure,
            false => Outcome::Success,
        }
    }
}
