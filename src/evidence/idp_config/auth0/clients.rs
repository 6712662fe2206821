//! What the clients of an Auth0 tenant may do, and how long their refresh tokens last.

use crate::evidence::fact::{Basis, FactValue, Limit};
use crate::evidence::idp_config::report::{Extent, Report, Zero, named};
use crate::evidence::idp_config::spread::Spread;
use crate::evidence::input::json::Json;

/// Whether a client may use a grant; none where the file does not list its grants.
fn may(client: &Json, grants: &[&str]) -> Option<bool> {
    let list = client.get("grant_types").filter(|list| list.is_list())?;
    let mut held = list.items().iter().filter_map(Json::text);
    Some(held.any(|grant| grants.contains(&grant)))
}

/// Says what clients say.
pub(super) fn tell<'d, 'c>(report: &mut Report<'d, 'c>, clients: &[&'d Json<'c>]) {
    let Some(first) = clients.first() else {
        return;
    };
    let count = FactValue::Count(clients.len() as u64);
    report.say(
        "clients",
        count,
        Basis::CompleteList,
        first,
        (None, Extent::Whole),
    );
    // `All Applications` stands for the tenant: it is in the count, and signs nobody in.
    let is_own = |client: &&&Json| client.truth_of("global") != Some(true);
    let own: Vec<&Json> = clients.iter().filter(is_own).copied().collect();
    grants(report, &own);
    shared_secrets(report, &own);
    refresh_tokens(report, &own);
    let mut id_tokens = Spread::default();
    let key = "lifetime_in_seconds";
    for client in &own {
        if let Some(jwt) = client.get("jwt_configuration").filter(|jwt| jwt.has(key)) {
            let limit = report.limit(jwt, key, 1.0, Zero::Impossible);
            id_tokens.add(limit, about(client), jwt.get(key).unwrap_or(jwt));
        }
    }
    id_tokens.say(report, "id-token-lifetime", Extent::Whole);
}

fn about(client: &Json) -> String {
    format!("client {}", named(client, &["name", "client_id"]))
}

/// Names of the password grant: that of the standard, and that with a realm.
const PASSWORD: [&str; 2] = [
    "password",
    "http://auth0.com/oauth/grant-type/password-realm",
];

fn grants(report: &mut Report, clients: &[&Json]) {
    let Some(first) = clients.first() else {
        return;
    };
    let facts = [
        ("password-grant-clients", &PASSWORD[..]),
        ("implicit-clients", &["implicit"]),
        ("service-account-clients", &["client_credentials"]),
    ];
    for (fact, grants) in facts {
        let said: Vec<Option<bool>> = clients.iter().map(|client| may(client, grants)).collect();
        let has = |said: &&Option<bool>| **said == Some(true);
        let number = said.iter().filter(has).count() as u64;
        let at = said.iter().position(|said| *said == Some(true));
        let at = at.map_or(*first, |at| clients[at]);
        let extent = match said.contains(&None) {
            true => Extent::Part,
            false => Extent::Whole,
        };
        let value = FactValue::Count(number);
        report.say(fact, value, Basis::CompleteList, at, (None, extent));
    }
}

/// Machine clients that prove themselves with a secret, of all that prove themselves.
fn shared_secrets(report: &mut Report, clients: &[&Json]) {
    let uses_secret = |client: &Json| match client.text_of("token_endpoint_auth_method") {
        Some(method) => Some(method.starts_with("client_secret")),
        // Methods without a secret stand under a key of their own.
        None if client
            .get("client_authentication_methods")
            .is_some_and(Json::is_map) =>
        {
            Some(false)
        }
        None => client.has("client_secret").then_some(true),
    };
    let is_machine = |client: &&&Json| {
        may(client, &["client_credentials"]) == Some(true)
            && client.text_of("token_endpoint_auth_method") != Some("none")
    };
    let machines: Vec<&Json> = clients.iter().filter(is_machine).copied().collect();
    let Some(first) = machines.first() else {
        return;
    };
    let said: Vec<Option<bool>> = machines.iter().map(|client| uses_secret(client)).collect();
    let at = said.iter().position(|said| *said == Some(true));
    let at = at.map_or(*first, |at| machines[at]);
    let part = said.iter().filter(|said| **said == Some(true)).count() as u64;
    let extent = match said.contains(&None) {
        true => Extent::Part,
        false => Extent::Whole,
    };
    let of = machines.len() as u64;
    let value = FactValue::Share { part, of };
    let told = (None, extent);
    report.say(
        "shared-secret-clients",
        value,
        Basis::CompleteList,
        at,
        told,
    );
}

/// Limits of refresh tokens: fact, key, the switch that overrides it.
const LIMITS: [(&str, &str, &str); 2] = [
    (
        "refresh-token-lifetime",
        "token_lifetime",
        "infinite_token_lifetime",
    ),
    (
        "refresh-token-idle",
        "idle_token_lifetime",
        "infinite_idle_token_lifetime",
    ),
];

/// How long refresh tokens last, of the clients that may have some.
fn refresh_tokens<'d, 'c>(report: &mut Report<'d, 'c>, clients: &[&'d Json<'c>]) {
    let has_some = |client: &&&Json| may(client, &["refresh_token"]) != Some(false);
    let refresh = |client: &&'d Json<'c>| {
        let setting = client
            .get("refresh_token")
            .filter(|setting| setting.is_map())?;
        Some((*client, setting))
    };
    let settings = clients.iter().filter(has_some).filter_map(refresh);
    let settings: Vec<(&Json, &Json)> = settings.collect();
    for (fact, key, switch) in LIMITS {
        let mut spread = Spread::default();
        for (client, setting) in &settings {
            let never_ends = setting.text_of("expiration_type") == Some("non-expiring");
            let is_endless = report.truth(setting, switch) == Some(true);
            let (limit, at) = match is_endless || (never_ends && key == "token_lifetime") {
                // The number is still there, and means nothing.
                true => (Limit::Unlimited, setting.get(switch)),
                false => (
                    report.limit(setting, key, 1.0, Zero::Impossible),
                    setting.get(key),
                ),
            };
            spread.add(limit, about(client), at.unwrap_or(setting));
        }
        spread.say(report, fact, Extent::Whole);
    }
    rotation(report, &settings);
}

/// Refresh tokens are replaced at each use when every client asks for it.
fn rotation(report: &mut Report, settings: &[(&Json, &Json)]) {
    let says = |(_, setting): &&(&Json, &Json)| setting.text_of("rotation_type").is_some();
    let said: Vec<_> = settings.iter().filter(says).collect();
    let Some(first) = said.first() else {
        return;
    };
    let keeps = |entry: &&&(&Json, &Json)| entry.1.text_of("rotation_type") != Some("rotating");
    let others: Vec<_> = said.iter().filter(keeps).collect();
    let (client, setting) = others.first().map_or(**first, |entry| ***entry);
    let about = match others.len() {
        0 => format!("{} of {} clients", said.len(), settings.len()),
        1 => about(client),
        number => format!("{} and {} more", about(client), number - 1),
    };
    let extent = match said.len() == settings.len() {
        true => Extent::Whole,
        false => Extent::Part,
    };
    let value = FactValue::Holds(others.is_empty());
    let at = setting.get("rotation_type").unwrap_or(setting);
    let told = (Some(about.as_str()), extent);
    report.say("refresh-token-rotated", value, Basis::Configured, at, told);
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::evidence::idp_config::tests::facts;

    fn refresh(setting: &str) -> Vec<String> {
        let text = format!(
            r#"{{"clients": [{{"name": "app", "client_id": "c", "grant_types": ["refresh_token"],
            "refresh_token": {{"token_lifetime": 2592000, "idle_token_lifetime": 1296000 {setting}}}}}]}}"#
        );
        let mut all = facts(read, &text);
        all.retain(|line| line.starts_with("refresh"));
        all
    }

    #[test]
    fn a_lifetime_that_is_switched_off_is_without_end() {
        let finite = [
            "refresh-token-lifetime 2592000 s, client app",
            "refresh-token-idle 1296000 s, client app",
        ];
        assert_eq!(refresh(""), finite);
        let both = r#", "infinite_token_lifetime": true, "infinite_idle_token_lifetime": false"#;
        let endless = "refresh-token-lifetime without end, client app";
        assert_eq!(refresh(both), [endless, finite[1]]);
        let kind = r#", "expiration_type": "non-expiring""#;
        assert_eq!(refresh(kind), [endless, finite[1]]);
    }

    #[test]
    fn one_client_that_keeps_its_token_disproves_rotation() {
        let kind = |kind: &str| refresh(&format!(r#", "rotation_type": "{kind}""#)).pop();
        let said = |text: &str| Some(text.to_owned());
        assert_eq!(
            kind("rotating"),
            said("refresh-token-rotated yes, 1 of 1 clients")
        );
        assert_eq!(
            kind("non-rotating"),
            said("refresh-token-rotated no, client app")
        );
    }

    #[test]
    fn the_global_client_counts_and_tells_nothing_else() {
        let text = r#"{"clients": [
            {"name": "All Applications", "client_id": "g", "global": true,
             "refresh_token": {"infinite_token_lifetime": true}},
            {"name": "job", "client_id": "j", "is_first_party": true, "client_secret": "hunter22",
             "grant_types": ["client_credentials", "implicit"],
             "jwt_configuration": {"lifetime_in_seconds": 36000}}]}"#;
        let expected = [
            "clients 2",
            "password-grant-clients 0",
            "implicit-clients 1",
            "service-account-clients 1",
            "shared-secret-clients 1 of 1",
            "id-token-lifetime 36000 s, client job",
        ];
        assert_eq!(facts(read, text), expected);
    }

    #[test]
    fn clients_that_do_not_list_their_grants_leave_the_count_open() {
        let text = r#"[{"name": "a", "client_id": "c", "jwt_configuration": {}}]"#;
        assert_eq!(facts(read, text)[1], "password-grant-clients 0, in part");
    }
}
