//! What the claims of a token say, whoever carries them: the token itself, or an introspection of it.

use std::collections::BTreeSet;

use super::instant::Instant;
use super::kind::{Kind, Role, client, kind};
use crate::evidence::fact::Limit;
use crate::evidence::input::json::Json;

/// Most scopes of a token that are kept.
const SCOPES: usize = 1000;

/// What the claims of a token say.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Claims {
    /// Whose it is.
    pub kind: Kind,
    /// The client it was issued to.
    pub client: Option<String>,
    /// When it was issued.
    pub issued: Instant,
    /// When it ends.
    pub end: Instant,
    /// Number of audiences, where there are any.
    pub audiences: Option<u64>,
    /// Scopes, roles and permissions.
    pub scopes: BTreeSet<String>,
    /// Whether it is bound to a key of its holder (RFC 7800).
    pub is_bound: bool,
}

impl Claims {
    /// Reads the claims of a token; `header` is the type in its header, `role` what its place says.
    pub fn of(claims: &Json, header: Option<&str>, role: Role) -> Self {
        let kind = kind(claims, header, role);
        let mut end = Instant::of(claims, "exp");
        // Keycloak writes 0 into an offline token, which has no end.
        if kind == Kind::Refresh && claims.number_of("exp") == Some(0.0) {
            end = Instant::Never;
        }
        let issued = match Instant::of(claims, "iat") {
            Instant::Absent => Instant::of(claims, "issued_at"),
            issued => issued,
        };
        let audiences = claims.get("aud").map(Json::one_or_more).unwrap_or_default();
        let audiences = audiences.iter().filter(|name| name.is_text()).count() as u64;
        let bound = claims.get("cnf");
        Self {
            kind,
            client: client(claims).map(|client| short(client).to_owned()),
            issued,
            end,
            audiences: (audiences > 0).then_some(audiences),
            scopes: scopes(claims),
            is_bound: bound.is_some_and(|bound| !bound.entries().is_empty()),
        }
    }

    /// How long it holds, from its issue to its end; `none` where one of them cannot be read, or makes no
    /// sense. A token without an end holds without end.
    pub fn lifetime(&self) -> Option<Limit> {
        match (self.issued.seconds(), self.end) {
            (_, Instant::Absent | Instant::Never) => Some(Limit::Unlimited),
            (Some(issued), Instant::At { seconds, .. }) if seconds > issued => {
                Some(Limit::seconds(seconds - issued))
            }
            _ => None,
        }
    }

    /// What in its times is odd.
    pub fn oddities(&self, as_of: f64) -> Vec<&'static str> {
        let mut odd = vec![];
        let is_scaled = |at: Instant| {
            matches!(
                at,
                Instant::At {
                    is_scaled: true,
                    ..
                }
            )
        };
        if is_scaled(self.end) || is_scaled(self.issued) {
            odd.push("its times are not in seconds, as RFC 7519 wants them");
        }
        match self.end {
            Instant::Unread => odd.push("its end (`exp`) is no moment"),
            Instant::Never => odd.push("its end (`exp`) never comes"),
            Instant::Absent | Instant::At { .. } => {}
        }
        if matches!(self.issued, Instant::Unread | Instant::Never) {
            odd.push("its issue (`iat`) is no moment");
        }
        if let (Some(issued), Some(end)) = (self.issued.seconds(), self.end.seconds())
            && end <= issued
        {
            odd.push("it ends (`exp`) before it is issued (`iat`)");
        }
        if self.issued.seconds().is_some_and(|issued| issued > as_of) {
            odd.push("it is issued (`iat`) after the day the file speaks about");
        }
        odd
    }
}

fn short(text: &str) -> &str {
    &text[..text.floor_char_boundary(200)]
}

/// Everything that says what a token may do, in the ways of the providers.
fn scopes(claims: &Json) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut add = |prefix: &str, value: Option<&Json>| {
        for text in value
            .into_iter()
            .flat_map(Json::one_or_more)
            .filter_map(Json::text)
        {
            for word in text.split_whitespace() {
                if found.len() < SCOPES {
                    found.insert(format!("{prefix}{}", short(word)));
                }
            }
        }
    };
    for key in ["scope", "scp", "roles", "permissions"] {
        add("", claims.get(key));
    }
    add("", claims.at(&["realm_access", "roles"]));
    let clients = claims.get("resource_access").map(Json::entries);
    for (client, access) in clients.unwrap_or_default() {
        add(&format!("{}/", short(client)), access.get("roles"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::input::json::Document;

    fn claims(text: &str) -> Claims {
        let document = Document::parse(text).expect("it is JSON");
        Claims::of(&document.roots()[0], None, Role::Unsaid)
    }

    #[test]
    fn a_lifetime_needs_both_of_its_ends() {
        let cases = [
            (
                r#"{"iat": 1795322235, "exp": 1795325835}"#,
                Some(Limit::Finite(3600.0)),
            ),
            (
                r#"{"iat": 1795322235.5, "exp": "1795322236"}"#,
                Some(Limit::Finite(0.5)),
            ),
            (
                r#"{"iat": 1795322235, "exp": 1795325835000}"#,
                Some(Limit::Finite(3600.0)),
            ),
            (
                r#"{"issued_at": "1795322235000", "exp": 1795325835}"#,
                Some(Limit::Finite(3600.0)),
            ),
            (r#"{"exp": 1795325835}"#, None),
            (r#"{"exp": 1795325835, "nbf": 1795322235}"#, None),
            (r#"{"iat": 1795325835, "exp": 1795325835}"#, None),
            (r#"{"iat": 1795325835, "exp": 3600}"#, None),
            (r#"{"iat": 1795325835, "exp": 0}"#, None),
            (r#"{"iat": 1795325835}"#, Some(Limit::Unlimited)),
            (
                r#"{"iat": 1795325835, "exp": 253402300799}"#,
                Some(Limit::Unlimited),
            ),
            (
                r#"{"iat": 1795325835, "exp": 0, "typ": "Offline"}"#,
                Some(Limit::Unlimited),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(claims(text).lifetime(), expected, "{text}");
        }
    }

    #[test]
    fn odd_times_are_told() {
        let as_of = 1_795_322_235.0;
        let cases = [
            (r#"{"iat": 1795322235, "exp": 1795322236}"#, ""),
            (r#"{"iat": 1795322236, "exp": 1795322237}"#, "after the day"),
            (
                r#"{"iat": 1795322235, "exp": 1795322235}"#,
                "before it is issued",
            ),
            (
                r#"{"iat": 1795322235, "exp": 1795322236000}"#,
                "not in seconds",
            ),
            (r#"{"iat": 1795322235, "exp": "soon"}"#, "no moment"),
            (r#"{"iat": 1795322235, "exp": 9999999999}"#, "never comes"),
            (r#"{"iat": -5, "exp": 1795322236}"#, "`iat`) is no moment"),
        ];
        for (text, expected) in cases {
            let odd = claims(text).oddities(as_of);
            assert_eq!(odd.is_empty(), expected.is_empty(), "{text} {odd:?}");
            assert!(
                odd.iter().all(|what| what.contains(expected)),
                "{text} {odd:?}"
            );
        }
    }

    #[test]
    fn scopes_are_read_in_the_ways_of_the_providers() {
        let text = r#"{"scope": "b a", "scp": ["c"], "roles": ["Mail.Read"], "permissions": ["d"],
            "realm_access": {"roles": ["admin"]}, "resource_access": {"api": {"roles": ["view"]}}}"#;
        let expected = ["Mail.Read", "a", "admin", "api/view", "b", "c", "d"];
        assert_eq!(claims(text).scopes, expected.map(str::to_owned).into());
    }

    #[test]
    fn an_audience_that_is_missing_is_not_none() {
        assert_eq!(claims(r#"{"aud": "a"}"#).audiences, Some(1));
        assert_eq!(claims(r#"{"aud": ["a", "b"]}"#).audiences, Some(2));
        assert_eq!(claims(r#"{"aud": []}"#).audiences, None);
        assert_eq!(claims("{}").audiences, None);
    }

    #[test]
    fn a_confirmation_that_holds_nothing_binds_nothing() {
        assert!(claims(r#"{"cnf": {"jkt": "a"}}"#).is_bound);
        assert!(!claims(r#"{"cnf": {}}"#).is_bound);
        assert!(!claims(r#"{"cnf": null}"#).is_bound);
    }
}
