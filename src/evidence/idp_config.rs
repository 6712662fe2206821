//! Configuration exports of identity providers: what a tenant is set to, not what one token happened to show.
//!
//! A setting can prove and disprove "always", so the sentinels matter more than anywhere else: 0 is often
//! "without end", an absent number is the server's default and no pass, a placeholder is not a number.

mod auth0;
mod keycloak;
pub(super) mod listing;
mod okta;
pub(super) mod report;
pub(super) mod spread;

use super::families::{Family, Format};

/// Id of the family.
const ID: &str = "idp-config";

/// Configuration exports of identity providers.
pub const FAMILY: Family = Family {
    id: ID,
    title: "Configuration of an identity provider",
    formats: &[
        Format {
            id: keycloak::ID,
            title: "Keycloak realm export",
            read: keycloak::read,
        },
        Format {
            id: okta::ID,
            title: "Okta API: authorization servers, rules, API tokens, client secrets, apps",
            read: okta::read,
        },
        Format {
            id: auth0::ID,
            title: "Auth0 API: clients, APIs, grants, tenant settings",
            read: auth0::read,
        },
    ],
};

#[cfg(test)]
pub(in crate::evidence) mod tests {
    use chrono::NaiveDate;

    use crate::evidence::fact::{Fact, FactValue, Limit};
    use crate::evidence::input::{Input, No, json::Document};
    use crate::evidence::reading::{Context, Reading};

    type Read = fn(&mut Input<'_>, &Context) -> Result<Reading, No>;

    /// What a format makes of a JSON text on 22 November 2026.
    pub(in crate::evidence) fn reading(read: Read, text: &str) -> Result<Reading, No> {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let document = Document::parse(text).expect("it is JSON");
        read(&mut Input::Json(document), &Context::on(day))
    }

    /// Its facts, each in one line: name, value, what it is about, whether something is missing.
    pub(in crate::evidence) fn facts(read: Read, text: &str) -> Vec<String> {
        let reading = reading(read, text).expect("it is read");
        reading.facts.iter().map(line).collect()
    }

    fn line(fact: &Fact) -> String {
        let value = match &fact.value {
            FactValue::Limit(Limit::Finite(seconds)) => format!("{seconds} s"),
            FactValue::Limit(Limit::Unlimited) => "without end".to_owned(),
            FactValue::Limit(Limit::Unset) => "unset".to_owned(),
            FactValue::Limit(Limit::Unknown) => "unknown".to_owned(),
            FactValue::Duration(seconds) => format!("{seconds} s"),
            FactValue::Count(count) => count.to_string(),
            FactValue::Share { part, of } => format!("{part} of {of}"),
            FactValue::Holds(true) => "yes".to_owned(),
            FactValue::Holds(false) => "no".to_owned(),
            FactValue::Set(names) => format!("{{{}}}", Vec::from_iter(names.clone()).join(" ")),
            FactValue::Date(date) => date.to_string(),
        };
        let about = fact.about.as_ref().map(|about| format!(", {about}"));
        let part = if fact.is_whole { "" } else { ", in part" };
        format!("{} {value}{}{part}", fact.name, about.unwrap_or_default())
    }
}
