//! Microsoft Entra and Azure: what diagnostic settings send, and the Activity log.

use serde::Deserialize;

use super::event::{Event, Facts, Fit, Outcome, Provider, Shape, Tell, Who, read_as};
use super::graph::Properties;
use super::held::{Held, Inner, first};
use super::kubernetes::Kubernetes;

/// The shape of its records.
pub(super) struct Entra;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    time: Held<'r>,
    /// Instead of `time`, where the interface of the Activity log gave the record.
    event_timestamp: Held<'r>,
    #[serde(alias = "operationname")]
    operation_name: Held<'r>,
    category: Held<'r>,
    #[serde(alias = "resourceid")]
    resource_id: Held<'r>,
    #[serde(alias = "tenantid")]
    tenant_id: Held<'r>,
    #[serde(alias = "calleripaddress")]
    caller_ip_address: Held<'r>,
    #[serde(alias = "resulttype")]
    result_type: Held<'r>,
    status: Held<'r>,
    caller: Held<'r>,
    claims: Inner<Claims<'r>>,
    identity: Inner<Identity<'r>>,
    properties: Inner<Properties<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Identity<'r> {
    claims: Inner<Claims<'r>>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Claims<'r> {
    appid: Held<'r>,
    idtyp: Held<'r>,
    uti: Held<'r>,
    ipaddr: Held<'r>,
    #[serde(rename = "http://schemas.microsoft.com/identity/claims/objectidentifier")]
    object: Held<'r>,
    #[serde(rename = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn")]
    name: Held<'r>,
}

impl Shape for Entra {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let has_place = record.resource_id.is_text()
            || record.tenant_id.is_text()
            || record.caller_ip_address.is_text();
        let is_sent = record.category.is_text() || record.time.is_there() && has_place;
        let is_mine = record.operation_name.is_text()
            && (is_sent && (has_place || record.properties.is_known())
                || record.event_timestamp.is_text());
        if !is_mine {
            return false;
        }
        // The audit log of a cluster travels inside, as a text of JSON.
        let inner = record.properties.log.text();
        if inner.starts_with('{') {
            let fit = read_as::<Kubernetes>(inner.as_bytes(), &mut |event| {
                let time = first(&[event.time, &record.time]);
                tell(Event { time, ..event });
            });
            if fit.is_ok_and(|fit| fit != Fit::Not) {
                return true;
            }
        }
        tell(record.event());
        true
    }
}

impl Record<'_> {
    fn event(&self) -> Event<'_> {
        let inner = &self.properties;
        let actor = self.actor();
        let address = first(&[
            &self.caller_ip_address,
            inner.address(),
            &self.claims().ipaddr,
        ]);
        Event {
            provider: Provider::Entra,
            name: format!("{}:{}", self.category.text(), self.operation_name.text()).into(),
            meaning: None,
            time: first(&[&self.time, &self.event_timestamp]),
            actor,
            who: self.who(),
            outcome: self.outcome(),
            holds: Facts::held(&[
                (Facts::IDENTITY, !actor.is_empty()),
                (
                    Facts::CREDENTIAL,
                    inner.credential().is_text() || self.claims().uti.is_text(),
                ),
                (
                    Facts::TARGET,
                    inner.has_target() || self.resource_id.is_text(),
                ),
                (Facts::OPERATION, self.outcome() != Outcome::Unsaid),
                (Facts::SOURCE, address.is_text()),
                (
                    Facts::ON_BEHALF_OF,
                    inner.is_for_another() || self.is_for_another(),
                ),
            ]),
            has_both_values: inner.has_both_values(),
        }
    }

    fn claims(&self) -> &Claims<'_> {
        match self.identity.claims.appid.is_there() || self.identity.claims.object.is_there() {
            true => &self.identity.claims,
            false => &self.claims,
        }
    }

    fn actor(&self) -> &str {
        let claims = self.claims();
        let names = [&claims.object, &claims.name, &self.caller, &claims.appid];
        match self.properties.actor() {
            "" => first(&names).text(),
            actor => actor,
        }
    }

    fn who(&self) -> Who {
        let category = self.category.text();
        let is_machine = ["ServicePrincipalSignInLogs", "ManagedIdentitySignInLogs"];
        if is_machine.iter().any(|name| category.ends_with(name)) {
            return Who::Machine;
        }
        let claims = self.claims();
        match self.properties.who() {
            Who::Unsaid if claims.idtyp.text() == "app" => Who::Machine,
            Who::Unsaid if claims.name.is_text() || self.caller.text().contains('@') => Who::Person,
            Who::Unsaid if category.ends_with("SignInLogs") => Who::Person,
            who => who,
        }
    }

    /// An application that shows a person's name acts for that person.
    fn is_for_another(&self) -> bool {
        let claims = self.claims();
        claims.appid.is_text() && claims.name.is_text()
    }

    fn outcome(&self) -> Outcome {
        let said = match self.result_type.number() {
            Some(code) => Outcome::of_code(code),
            None => Outcome::of_word(self.result_type.text()),
        };
        match said {
            Outcome::Unsaid => match self.properties.outcome() {
                Outcome::Unsaid => Outcome::of_word(self.status.text()),
                inner => inner,
            },
            said => said,
        }
    }
}
