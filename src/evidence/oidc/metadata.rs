//! OpenID Connect discovery and OAuth 2.0 authorization server metadata (RFC 8414): one JSON for both.

use std::collections::BTreeSet;

use super::FAMILY;
use crate::evidence::fact::{Basis, Fact, FactValue};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Most names of a list that are kept.
const NAMES: usize = 200;

pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let servers: Vec<&Json> = match document.roots() {
        [root] if root.is_map() => document.views().into_iter().filter(|v| is(v)).collect(),
        roots if roots.iter().all(is) => roots.iter().collect(),
        _ => vec![],
    };
    if servers.is_empty() {
        let why = "no object has `issuer` beside an endpoint and a list of what is supported";
        return Err(No::not_mine(why));
    }
    let mut reading = context.reading(FAMILY.id, "metadata", None);
    reading.items = servers.len() as u64;
    for value in servers {
        Server { document, value }.say(&mut reading);
    }
    for (key, place) in document.duplicates() {
        reading.odd(format!("key `{key}` stands twice"), place);
    }
    Ok(reading.finished())
}

fn is(value: &Json) -> bool {
    let has_text = |key: &str| value.text_of(key).is_some();
    let mut keys = value.entries().iter().map(|(key, _)| key);
    has_text("issuer")
        && (has_text("authorization_endpoint") || has_text("token_endpoint"))
        && keys.any(|key| key.ends_with("_supported"))
}

/// The metadata of one server.
struct Server<'d, 'c> {
    document: &'d Document<'c>,
    value: &'d Json<'c>,
}

impl Server<'_, '_> {
    fn say(&self, reading: &mut Reading) {
        self.check_issuer(reading);
        self.say_grants(reading);
        // Without the list a server does not support it (RFC 8414, 2), but Entra leaves it out and does.
        let pkce = "code_challenge_methods_supported";
        self.say_listed(reading, "pkce-supported", pkce, "S256");
        // Without the list it is `client_secret_basic`, but whoever leaves it out may let in anybody.
        let methods = "token_endpoint_auth_methods_supported";
        self.say_listed(reading, "weak-client-auth-supported", methods, "none");
        for (name, key) in [
            ("revocation-supported", "revocation_endpoint"),
            ("introspection-supported", "introspection_endpoint"),
            ("par-supported", "pushed_authorization_request_endpoint"),
        ] {
            let has = self.value.text_of(key).is_some_and(|url| !url.is_empty());
            self.say_whether(reading, name, key, has);
        }
        let mtls = "tls_client_certificate_bound_access_tokens";
        let dpop = "dpop_signing_alg_values_supported";
        let has_dpop = self.list(dpop).is_some_and(|names| !names.is_empty());
        let has_mtls = self.value.truth_of(mtls) == Some(true);
        let key = if has_dpop { dpop } else { mtls };
        let name = "sender-constraint-supported";
        self.say_whether(reading, name, key, has_dpop || has_mtls);
        let algorithms = "id_token_signing_alg_values_supported";
        if let Some(names) = self.list(algorithms) {
            let names = names.into_iter().map(short).collect();
            let fact = self.fact("token-algorithms", FactValue::Set(names), algorithms);
            reading.say(fact);
        }
    }

    fn check_issuer(&self, reading: &mut Reading) {
        let issuer = self.value.get("issuer").expect("it was looked for");
        let text = issuer.text().unwrap_or_default();
        let place = self.document.place(issuer);
        if text.contains('{') {
            let what = "the issuer is a template: these are the metadata of all tenants";
            reading.odd(what, place);
        } else if !text.starts_with("https://") {
            reading.odd("the issuer is no `https` address", place);
        }
    }

    /// Where no grants are listed, RFC 8414 means `authorization_code` and `implicit`. Entra and Auth0 list
    /// none and support others, so an absent list says nothing of the password grant.
    fn say_grants(&self, reading: &mut Reading) {
        let (key, responses) = ("grant_types_supported", "response_types_supported");
        let grants = self.list(key);
        let is_password =
            |grant: &&str| *grant == "password" || grant.contains("grant-type/password");
        if let Some(grants) = &grants {
            let holds = FactValue::Holds(grants.iter().any(is_password));
            reading.say(self.fact("password-grant-supported", holds, key));
        }
        let types = self.list(responses);
        let by_response = types.as_ref().map(|types| types.iter().any(is_implicit));
        let by_grant = grants.map(|grants| grants.contains("implicit"));
        let (holds, key) = match (by_response, by_grant) {
            (Some(true), _) => (true, responses),
            (_, Some(holds)) => (holds, key),
            (Some(false), None) => (false, responses),
            (None, None) => return,
        };
        reading.say(self.fact("implicit-supported", FactValue::Holds(holds), key));
    }

    /// Says whether a list has a name; nothing where there is no list.
    fn say_listed(&self, reading: &mut Reading, name: &'static str, key: &str, wanted: &str) {
        if let Some(names) = self.list(key) {
            let holds = FactValue::Holds(names.contains(wanted));
            reading.say(self.fact(name, holds, key));
        }
    }

    /// Says whether something is there; what is not published may still exist.
    fn say_whether(&self, reading: &mut Reading, name: &'static str, key: &str, has: bool) {
        let fact = self.fact(name, FactValue::Holds(has), key);
        reading.say(if has { fact } else { fact.in_part() });
    }

    fn fact(&self, name: &'static str, value: FactValue, key: &str) -> Fact {
        let place = self
            .document
            .place(self.value.get(key).unwrap_or(self.value));
        let issuer = self.value.text_of("issuer").unwrap_or_default();
        Fact::new(name, value, Basis::Capability, place).about(short(issuer))
    }

    /// The names of a list, where it is one.
    fn list(&self, key: &str) -> Option<BTreeSet<&str>> {
        let list = self.value.get(key).filter(|list| list.is_list())?;
        Some(
            list.items()
                .iter()
                .filter_map(Json::text)
                .take(NAMES)
                .collect(),
        )
    }
}

/// Whether a token leaves the authorization endpoint in sight of the browser.
fn is_implicit(response_type: &&str) -> bool {
    let parts: BTreeSet<&str> = response_type.split_whitespace().collect();
    parts.contains("token") || (parts.contains("id_token") && !parts.contains("code"))
}

fn short(text: &str) -> String {
    text[..text.floor_char_boundary(200)].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::testing::read_on;

    fn tried(text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    fn with(more: &str) -> Reading {
        let text = format!(
            r#"{{"issuer": "https://id.example.com/", "token_endpoint": "https://id.example.com/token",
            "subject_types_supported": ["public"]{more}}}"#
        );
        tried(&text).expect("it is metadata")
    }

    fn holds(reading: &Reading, name: &str) -> Option<bool> {
        let fact = reading.facts.iter().find(|fact| fact.name == name)?;
        match fact.value {
            FactValue::Holds(holds) => Some(holds),
            _ => panic!("it holds or not"),
        }
    }

    #[test]
    fn lists_tell_what_is_supported() {
        let cases = [
            (
                "password-grant-supported",
                r#""grant_types_supported": ["password"]"#,
                Some(true),
            ),
            (
                "password-grant-supported",
                r#""grant_types_supported": ["refresh_token"]"#,
                Some(false),
            ),
            (
                "password-grant-supported",
                r#""response_types_supported": ["code"]"#,
                None,
            ),
            (
                "implicit-supported",
                r#""grant_types_supported": ["implicit"]"#,
                Some(true),
            ),
            (
                "implicit-supported",
                r#""response_types_supported": ["code", "id_token token"]"#,
                Some(true),
            ),
            (
                "implicit-supported",
                r#""response_types_supported": ["code id_token"]"#,
                Some(false),
            ),
            (
                "implicit-supported",
                r#""response_modes_supported": ["query"]"#,
                None,
            ),
            (
                "pkce-supported",
                r#""code_challenge_methods_supported": ["plain", "S256"]"#,
                Some(true),
            ),
            (
                "pkce-supported",
                r#""code_challenge_methods_supported": ["plain"]"#,
                Some(false),
            ),
            ("pkce-supported", r#""claims_supported": ["sub"]"#, None),
            (
                "weak-client-auth-supported",
                r#""token_endpoint_auth_methods_supported": ["none"]"#,
                Some(true),
            ),
            (
                "weak-client-auth-supported",
                r#""token_endpoint_auth_methods_supported": ["private_key_jwt"]"#,
                Some(false),
            ),
            (
                "weak-client-auth-supported",
                r#""claims_supported": []"#,
                None,
            ),
            (
                "revocation-supported",
                r#""revocation_endpoint": "https://id.example.com/revoke""#,
                Some(true),
            ),
            (
                "revocation-supported",
                r#""revocation_endpoint": null"#,
                Some(false),
            ),
            (
                "sender-constraint-supported",
                r#""dpop_signing_alg_values_supported": ["ES256"]"#,
                Some(true),
            ),
            (
                "sender-constraint-supported",
                r#""tls_client_certificate_bound_access_tokens": true"#,
                Some(true),
            ),
            (
                "sender-constraint-supported",
                r#""tls_client_certificate_bound_access_tokens": false"#,
                Some(false),
            ),
        ];
        for (name, more, expected) in cases {
            assert_eq!(
                holds(&with(&format!(", {more}")), name),
                expected,
                "{name} {more}"
            );
        }
    }

    #[test]
    fn everything_is_a_capability_about_the_issuer() {
        let reading = with("");
        assert!(!reading.facts.is_empty());
        for fact in &reading.facts {
            assert_eq!(fact.basis, Basis::Capability);
            assert_eq!(fact.about.as_deref(), Some("https://id.example.com/"));
        }
        assert_eq!(reading.anomalies, []);
    }

    #[test]
    fn what_is_not_published_is_no_whole_no() {
        let reading = with("");
        let fact = reading
            .facts
            .iter()
            .find(|fact| fact.name == "par-supported");
        assert!(!fact.expect("it is said").is_whole);
    }

    #[test]
    fn an_issuer_that_names_no_tenant_is_odd() {
        for issuer in [
            "https://login.example.com/{tenantid}/v2.0",
            "http://id.example.com",
        ] {
            let text = format!(
                r#"{{"issuer": "{issuer}", "token_endpoint": "a", "scopes_supported": []}}"#
            );
            let reading = tried(&text).expect("it is metadata");
            assert_eq!(reading.anomalies.len(), 1, "{issuer}");
            assert_eq!(reading.anomalies[0].place.path, "/issuer");
        }
    }

    #[test]
    fn other_objects_with_an_issuer_are_left_alone() {
        for text in [
            r#"{"issuer": "https://id.example.com", "audiences": ["api"]}"#,
            r#"{"issuer": "https://id.example.com", "token_endpoint": "a"}"#,
            r#"{"options": {"issuer": "a", "token_endpoint": "b", "scopes_supported": []}}"#,
            r#"[{"issuer": "a", "token_endpoint": "b", "scopes_supported": []}]"#,
        ] {
            assert!(matches!(tried(text), Err(No::NotMine(_))), "{text}");
        }
    }
}
