//! Audit events and sign-ins of Entra as Microsoft Graph gives them, and as diagnostic settings wrap them.

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, Several, first};

/// The shape of its records.
pub(super) struct Graph;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
pub(super) struct Properties<'r> {
    activity_display_name: Held<'r>,
    activity_date_time: Held<'r>,
    created_date_time: Held<'r>,
    category: Held<'r>,
    result: Held<'r>,
    status: Inner<Status<'r>>,
    initiated_by: Inner<InitiatedBy<'r>>,
    target_resources: Several<Target<'r>>,
    ip_address: Held<'r>,
    user_id: Held<'r>,
    user_principal_name: Held<'r>,
    app_id: Held<'r>,
    service_principal_id: Held<'r>,
    service_principal_credential_key_id: Held<'r>,
    unique_token_identifier: Held<'r>,
    resource_display_name: Held<'r>,
    resource_id: Held<'r>,
    correlation_id: Held<'r>,
    is_interactive: Held<'r>,
    /// The audit event of a cluster.
    pub log: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Status<'r> {
    error_code: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct InitiatedBy<'r> {
    user: Inner<User<'r>>,
    app: Inner<App<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct User<'r> {
    id: Held<'r>,
    user_principal_name: Held<'r>,
    ip_address: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct App<'r> {
    service_principal_id: Held<'r>,
    app_id: Held<'r>,
    display_name: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Target<'r> {
    id: Held<'r>,
    modified_properties: Several<Modified<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
struct Modified<'r> {
    old_value: Held<'r>,
    new_value: Held<'r>,
}

impl Shape for Graph {
    type Record<'r> = Properties<'r>;

    fn tell(record: &Properties<'_>, tell: &mut Tell) -> bool {
        let is_audit = record.activity_display_name.is_text()
            && record.activity_date_time.is_there()
            && record.category.is_text();
        let is_sign_in = record.created_date_time.is_there()
            && record.ip_address.is_text()
            && record.correlation_id.is_text()
            && !record.signed_in().is_empty();
        let name = match (is_audit, is_sign_in) {
            (true, _) => format!("AuditLogs:{}", record.activity_display_name.text()),
            (_, true) => format!("{}:Sign-in activity", record.sign_in()),
            _ => return false,
        };
        tell(Event {
            provider: Provider::Entra,
            name: name.into(),
            meaning: None,
            time: first(&[&record.activity_date_time, &record.created_date_time]),
            actor: record.actor(),
            who: record.who(),
            outcome: record.outcome(),
            holds: Facts::held(&[
                (Facts::IDENTITY, !record.actor().is_empty()),
                (Facts::CREDENTIAL, record.credential().is_text()),
                (Facts::TARGET, record.has_target()),
                (Facts::OPERATION, record.outcome() != Outcome::Unsaid),
                (Facts::SOURCE, record.address().is_text()),
                (Facts::ON_BEHALF_OF, record.is_for_another()),
            ]),
            has_both_values: record.has_both_values(),
        });
        true
    }
}

impl<'r> Properties<'r> {
    /// Whether they are those of an audit event, a sign-in or a cluster.
    pub fn is_known(&self) -> bool {
        self.activity_display_name.is_text()
            || self.created_date_time.is_there()
            || self.log.is_text()
    }

    fn signed_in(&self) -> &str {
        let names = [
            &self.service_principal_id,
            &self.user_id,
            &self.user_principal_name,
        ];
        first(&names).text()
    }

    fn sign_in(&self) -> &'static str {
        match (self.who(), self.is_interactive == Held::Truth(false)) {
            (Who::Machine, _) => "ServicePrincipalSignInLogs",
            (_, true) => "NonInteractiveUserSignInLogs",
            _ => "SignInLogs",
        }
    }

    /// Who did it; empty where it is not said.
    pub fn actor(&self) -> &str {
        let (user, app) = (&self.initiated_by.user, &self.initiated_by.app);
        let names = [
            &user.id,
            &user.user_principal_name,
            &app.service_principal_id,
            &app.app_id,
            &app.display_name,
        ];
        match first(&names).text() {
            "" => self.signed_in(),
            actor => actor,
        }
    }

    /// What that is.
    pub fn who(&self) -> Who {
        let (user, app) = (&self.initiated_by.user, &self.initiated_by.app);
        let has_user = user.id.is_there() || user.user_principal_name.is_there();
        let has_app = app.service_principal_id.is_there()
            || app.app_id.is_there()
            || app.display_name.is_there();
        match () {
            () if has_user => Who::Person,
            () if has_app => Who::Machine,
            () if self.user_principal_name.is_there() => Who::Person,
            () if self.service_principal_id.is_there() => Who::Machine,
            () => Who::Unsaid,
        }
    }

    /// How it ended.
    pub fn outcome(&self) -> Outcome {
        match self.status.error_code.number() {
            Some(code) => Outcome::of_code(code),
            None => Outcome::of_word(self.result.text()),
        }
    }

    /// Where it came from.
    pub fn address(&self) -> &Held<'r> {
        first(&[&self.ip_address, &self.initiated_by.user.ip_address])
    }

    /// The credential or token that was used.
    pub fn credential(&self) -> &Held<'r> {
        first(&[
            &self.service_principal_credential_key_id,
            &self.unique_token_identifier,
        ])
    }

    /// Whether it says what was acted on.
    pub fn has_target(&self) -> bool {
        self.target_resources
            .iter()
            .any(|target| target.id.is_there())
            || self.resource_display_name.is_text()
            || self.resource_id.is_text()
    }

    /// Whether it says which application acted for which person.
    pub fn is_for_another(&self) -> bool {
        self.app_id.is_text() && self.user_principal_name.is_text()
    }

    /// Whether a changed property stands with its old and new value.
    pub fn has_both_values(&self) -> bool {
        let both =
            |property: &Modified| property.old_value.is_there() && property.new_value.is_there();
        self.target_resources
            .iter()
            .any(|target| target.modified_properties.iter().any(both))
    }
}
