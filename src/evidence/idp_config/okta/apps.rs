//! Apps of Okta that use OAuth: which grants they may use, and how they prove themselves.

use super::is_active;
use crate::evidence::fact::{Basis, FactValue};
use crate::evidence::idp_config::report::{Extent, Report};
use crate::evidence::input::json::Json;

/// Whether an app may use a grant.
fn may(app: &Json, grant: &str) -> bool {
    let grants = app.at(&["settings", "oauthClient", "grant_types"]);
    let mut grants = grants.map_or(&[][..], Json::items).iter();
    grants.any(|held| held.text() == Some(grant))
}

/// How an app proves itself to the server.
fn method<'d>(app: &'d Json) -> &'d str {
    let method = app.at(&["credentials", "oauthClient", "token_endpoint_auth_method"]);
    method.and_then(Json::text).unwrap_or_default()
}

/// Whether an app is public and does not have to use PKCE.
fn lacks_pkce(app: &Json) -> bool {
    let required = app.at(&["credentials", "oauthClient", "pkce_required"]);
    method(app) == "none" && required.and_then(Json::holds_true) != Some(true)
}

/// Says what apps may do. They come one by one or in pages of 20, and a file does not say that it has them
/// all.
pub(super) fn tell(report: &mut Report, apps: &[&Json]) {
    let active: Vec<&Json> = apps.iter().filter(|app| is_active(app)).copied().collect();
    let Some(first) = active.first() else {
        return;
    };
    type Has = fn(&Json) -> bool;
    let counts: [(&str, Has); 5] = [
        ("clients", |_| true),
        ("password-grant-clients", |app| may(app, "password")),
        ("implicit-clients", |app| may(app, "implicit")),
        ("service-account-clients", |app| {
            may(app, "client_credentials")
        }),
        ("clients-without-pkce", lacks_pkce),
    ];
    for (fact, has) in counts {
        let with: Vec<&Json> = active.iter().filter(|app| has(app)).copied().collect();
        let at = with.first().unwrap_or(first);
        let value = FactValue::Count(with.len() as u64);
        report.say(fact, value, Basis::CompleteList, at, (None, Extent::Part));
    }
    shared_secrets(report, &active);
}

/// Machine apps that prove themselves with a secret, of all that prove themselves.
fn shared_secrets(report: &mut Report, apps: &[&Json]) {
    let machines = apps.iter().filter(|app| may(app, "client_credentials"));
    let machines: Vec<&Json> = machines.copied().collect();
    let with = machines
        .iter()
        .filter(|app| method(app).starts_with("client_secret"));
    let with: Vec<&Json> = with.copied().collect();
    if let Some(at) = with.first().or(machines.first()) {
        let (part, of) = (with.len() as u64, machines.len() as u64);
        let value = FactValue::Share { part, of };
        let told = (None, Extent::Part);
        report.say(
            "shared-secret-clients",
            value,
            Basis::CompleteList,
            at,
            told,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::evidence::idp_config::tests::facts;

    #[test]
    fn apps_are_counted_by_their_grants() {
        let app = |id: u8, status: &str, grants: &str, method: &str| {
            format!(
                r#"{{"id": "{id}", "signOnMode": "OPENID_CONNECT", "status": "{status}",
                "credentials": {{"oauthClient": {{"token_endpoint_auth_method": "{method}"}}}},
                "settings": {{"oauthClient": {{"grant_types": [{grants}]}}}}}}"#
            )
        };
        let list = [
            app(
                1,
                "ACTIVE",
                r#""client_credentials""#,
                "client_secret_basic",
            ),
            app(
                2,
                "ACTIVE",
                r#""client_credentials", "password""#,
                "private_key_jwt",
            ),
            app(3, "INACTIVE", r#""implicit""#, "none"),
            app(4, "ACTIVE", r#""authorization_code""#, "none"),
        ];
        let all = facts(read, &format!("[{}]", list.join(",")));
        let expected = [
            "clients 3, in part",
            "password-grant-clients 1, in part",
            "implicit-clients 0, in part",
            "service-account-clients 2, in part",
            "clients-without-pkce 1, in part",
            "shared-secret-clients 1 of 2, in part",
        ];
        assert_eq!(all, expected);
    }
}
