//! What the clients of a Keycloak realm may do, and which limits they override.

use super::Realm;
use crate::evidence::fact::{Basis, FactValue, Limit};
use crate::evidence::idp_config::report::{Extent, Report, Zero, limit, named};
use crate::evidence::idp_config::spread::Spread;
use crate::evidence::input::json::Json;

/// Says what the clients of a realm say.
pub(super) fn tell<'d, 'c>(realm: &Realm<'d, 'c>, report: &mut Report<'d, 'c>) {
    let Some(list) = realm.json.get("clients").filter(|list| list.is_list()) else {
        return;
    };
    let all: Vec<&Json> = list.items().iter().filter(|item| item.is_map()).collect();
    let count = FactValue::Count(all.len() as u64);
    let told = (Some(realm.name.as_str()), realm.extent);
    report.say("clients", count, Basis::CompleteList, list, told);
    if all.is_empty() {
        return;
    }
    let is_in_use = |client: &&Json| {
        let is_saml = client.text_of("protocol") == Some("saml");
        !is_saml && client.truth_of("enabled") != Some(false)
    };
    let used: Vec<&Json> = all.into_iter().filter(is_in_use).collect();
    counts(realm, report, list, &used);
    shared_secrets(realm, report, list, &used);
    overrides(realm, report, &used);
    implicit_lifetime(realm, report, &used);
}

/// Clients that have something, and whether each of them tells.
struct Counted<'d, 'c> {
    first: Option<&'d Json<'c>>,
    number: u64,
    extent: Extent,
}

fn counted<'d, 'c>(
    clients: &[&'d Json<'c>],
    has: impl Fn(&Json) -> Option<bool>,
) -> Counted<'d, 'c> {
    let mut counted = Counted {
        first: None,
        number: 0,
        extent: Extent::Whole,
    };
    for client in clients {
        match has(client) {
            Some(true) => {
                counted.first = counted.first.or(Some(client));
                counted.number += 1;
            }
            Some(false) => {}
            None => counted.extent = Extent::Part,
        }
    }
    counted
}

/// Clients by what they may do. A key that is absent means the default of a server that the file does not
/// name, so the count may be too small.
fn counts<'d, 'c>(
    realm: &Realm<'d, 'c>,
    report: &mut Report<'d, 'c>,
    list: &'d Json<'c>,
    clients: &[&'d Json<'c>],
) {
    let full_scope = |client: &Json| match client.truth_of("bearerOnly") {
        Some(true) => Some(false),
        _ => client.truth_of("fullScopeAllowed"),
    };
    let flag = |key: &'static str| move |client: &Json| client.truth_of(key);
    let mut found = vec![
        (
            "service-account-clients",
            counted(clients, flag("serviceAccountsEnabled")),
        ),
        (
            "password-grant-clients",
            counted(clients, flag("directAccessGrantsEnabled")),
        ),
        (
            "implicit-clients",
            counted(clients, flag("implicitFlowEnabled")),
        ),
        ("full-scope-clients", counted(clients, full_scope)),
    ];
    // A client policy can demand PKCE of clients that do not ask for it themselves.
    let profiles = realm.json.get("clientProfiles").map(Json::all);
    let is_enforced = profiles.is_some_and(|all| {
        let mut texts = all.iter().filter_map(|value| value.text());
        texts.any(|text| text == "pkce-enforcer")
    });
    if !is_enforced {
        found.push(("clients-without-pkce", counted(clients, lacks_pkce)));
    }
    for (fact, counted) in found {
        let at = counted.first.unwrap_or(list);
        let value = FactValue::Count(counted.number);
        let told = (Some(realm.name.as_str()), counted.extent);
        report.say(fact, value, Basis::CompleteList, at, told);
    }
}

/// Whether a public client that sends people to sign in does so without PKCE.
fn lacks_pkce(client: &Json) -> Option<bool> {
    let is_public = client.truth_of("publicClient")?;
    let signs_in = client.truth_of("standardFlowEnabled") != Some(false);
    let method = client.at(&["attributes", "pkce.code.challenge.method"]);
    let has_pkce = method.and_then(Json::text).is_some_and(|m| !m.is_empty());
    Some(is_public && signs_in && !has_pkce)
}

/// Machine clients that prove themselves with a secret, of all machine clients that prove themselves.
fn shared_secrets<'d, 'c>(
    realm: &Realm<'d, 'c>,
    report: &mut Report<'d, 'c>,
    list: &'d Json<'c>,
    clients: &[&'d Json<'c>],
) {
    let is_machine = |client: &&&Json| {
        client.truth_of("serviceAccountsEnabled") == Some(true)
            && client.truth_of("publicClient") != Some(true)
    };
    let machines: Vec<&Json> = clients.iter().filter(is_machine).copied().collect();
    if machines.is_empty() {
        return;
    }
    let uses_secret = |client: &Json| match client.text_of("clientAuthenticatorType") {
        Some(kind) => Some(kind.starts_with("client-secret")),
        None => client.has("secret").then_some(true),
    };
    let with = counted(&machines, uses_secret);
    let value = FactValue::Share {
        part: with.number,
        of: machines.len() as u64,
    };
    let at = with.first.unwrap_or(list);
    let told = (Some(realm.name.as_str()), with.extent);
    report.say(
        "shared-secret-clients",
        value,
        Basis::CompleteList,
        at,
        told,
    );
}

/// Limits that a client sets for itself: attribute, fact.
const OVERRIDES: [(&str, &str); 4] = [
    ("client.session.idle.timeout", "refresh-token-idle"),
    ("client.session.max.lifespan", "refresh-token-lifetime"),
    ("client.offline.session.idle.timeout", "refresh-token-idle"),
    (
        "client.offline.session.max.lifespan",
        "refresh-token-lifetime",
    ),
];

fn overrides<'d, 'c>(realm: &Realm<'d, 'c>, report: &mut Report<'d, 'c>, clients: &[&'d Json<'c>]) {
    let mut spreads: Vec<(&'static str, Spread)> = vec![];
    let mut add = |fact, limit, client: &Json, at| {
        let about = format!("{}, client {}", realm.name, named(client, &["clientId"]));
        let known = spreads.iter().position(|(name, _)| *name == fact);
        let known = known.unwrap_or_else(|| {
            spreads.push((fact, Spread::default()));
            spreads.len() - 1
        });
        spreads[known].1.add(limit, about, at);
    };
    for client in clients {
        // An empty attribute is one that was cleared: the realm holds again.
        let own = |key| {
            let value = client.at(&["attributes", key])?;
            value
                .text()
                .is_none_or(|text| !text.trim().is_empty())
                .then_some(value)
        };
        if let Some(at) = own("access.token.lifespan") {
            let limit = match at.number() {
                // As long as the session.
                Some(-1.0) => limit(
                    realm.json.get("ssoSessionMaxLifespan"),
                    1.0,
                    Zero::Unlimited,
                ),
                _ => limit(Some(at), 1.0, Zero::Unlimited),
            };
            if limit == Limit::Unknown {
                report.odd("`access.token.lifespan` is no length of time", at);
            }
            add(lifetime_of(client), limit, client, at);
        }
        for (key, fact) in OVERRIDES {
            if let Some(at) = own(key) {
                add(fact, limit(Some(at), 1.0, Zero::Unlimited), client, at);
            }
        }
    }
    for (fact, spread) in spreads {
        spread.say(report, fact, Extent::Whole);
    }
}

/// Whose tokens a client gets: those of machines, of people, or both.
fn lifetime_of(client: &Json) -> &'static str {
    let flows = [
        "standardFlowEnabled",
        "directAccessGrantsEnabled",
        "implicitFlowEnabled",
    ];
    let is_off = |key: &&str| client.truth_of(key) == Some(false);
    match client.truth_of("serviceAccountsEnabled") {
        Some(true) if flows.iter().all(is_off) => "machine-token-lifetime",
        Some(false) => "user-token-lifetime",
        _ => "access-token-lifetime",
    }
}

/// The implicit grant has a lifetime of its own, which matters where a client may use it.
fn implicit_lifetime<'d, 'c>(
    realm: &Realm<'d, 'c>,
    report: &mut Report<'d, 'c>,
    clients: &[&'d Json<'c>],
) {
    let key = "accessTokenLifespanForImplicitFlow";
    let is_implicit = |client: &&Json| client.truth_of("implicitFlowEnabled") == Some(true);
    if let (Some(at), true) = (realm.json.get(key), clients.iter().any(is_implicit)) {
        let value = FactValue::Limit(report.limit(realm.json, key, 1.0, Zero::Unlimited));
        let about = format!("{}, implicit grant", realm.name);
        let told = (Some(about.as_str()), Extent::Whole);
        report.say("user-token-lifetime", value, Basis::Configured, at, told);
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::evidence::idp_config::tests::facts;

    fn realm(clients: &str) -> Vec<String> {
        let text = format!(
            r#"{{"realm": "r", "ssoSessionMaxLifespan": 36000,
            "accessTokenLifespanForImplicitFlow": 900, "clients": [{clients}]}}"#
        );
        facts(read, &text)
    }

    fn has(facts: &[String], line: &str) {
        assert!(
            facts.iter().any(|fact| fact == line),
            "{line} in {facts:#?}"
        );
    }

    const ALL: &str = r#""publicClient": false, "serviceAccountsEnabled": true, "fullScopeAllowed": true,
        "directAccessGrantsEnabled": true, "implicitFlowEnabled": true, "secret": "hunter22",
        "clientAuthenticatorType": "client-secret""#;

    #[test]
    fn clients_are_counted_by_what_they_may_do() {
        let off = r#"{"clientId": "off", "enabled": false, "serviceAccountsEnabled": true}"#;
        let all = realm(&format!(r#"{{"clientId": "a", {ALL}}}, {off}"#));
        for line in [
            "clients 2, r",
            "service-account-clients 1, r",
            "password-grant-clients 1, r",
            "implicit-clients 1, r",
            "full-scope-clients 1, r",
            "clients-without-pkce 0, r",
            "shared-secret-clients 1 of 1, r",
            "user-token-lifetime 900 s, r, implicit grant",
        ] {
            has(&all, line);
        }
        assert!(!all.concat().contains("hunter22"));
    }

    #[test]
    fn an_absent_flag_is_no_pass() {
        let all = realm(r#"{"clientId": "a"}"#);
        has(&all, "password-grant-clients 0, r, in part");
        has(&all, "full-scope-clients 0, r, in part");
        has(&all, "clients-without-pkce 0, r, in part");
    }

    #[test]
    fn a_public_client_needs_pkce() {
        let client = |method: &str| {
            let attributes = format!(r#"{{"pkce.code.challenge.method": "{method}"}}"#);
            realm(&format!(
                r#"{{"publicClient": true, "attributes": {attributes}}}"#
            ))
        };
        has(&client(""), "clients-without-pkce 1, r");
        has(&client("S256"), "clients-without-pkce 0, r");
    }

    #[test]
    fn a_client_overrides_the_lifetime_of_the_realm() {
        let client = |rest: &str, lifespan: &str| {
            let attributes = format!(r#"{{"access.token.lifespan": "{lifespan}"}}"#);
            realm(&format!(
                r#"{{"clientId": "c", "attributes": {attributes}, {rest}}}"#
            ))
        };
        let machine = r#""serviceAccountsEnabled": true, "standardFlowEnabled": false,
            "directAccessGrantsEnabled": false, "implicitFlowEnabled": false"#;
        let person = r#""serviceAccountsEnabled": false"#;
        has(
            &client(machine, "86400"),
            "machine-token-lifetime 86400 s, r, client c",
        );
        has(
            &client(person, "86400"),
            "user-token-lifetime 86400 s, r, client c",
        );
        has(
            &client(person, "0"),
            "user-token-lifetime without end, r, client c",
        );
        has(
            &client(person, "-1"),
            "user-token-lifetime 36000 s, r, client c",
        );
        has(
            &client(person, "soon"),
            "user-token-lifetime unknown, r, client c",
        );
        has(
            &client(ALL, "60"),
            "access-token-lifetime 60 s, r, client c",
        );
        let cleared = client(person, "");
        assert!(
            !cleared.iter().any(|fact| fact.contains("client c")),
            "{cleared:#?}"
        );
    }

    #[test]
    fn a_list_without_clients_is_no_clean_list() {
        let all = realm("");
        assert!(!all.iter().any(|fact| fact.starts_with("implicit-clients")));
        has(&all, "clients 0, r, in part");
    }
}
