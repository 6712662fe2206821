//! The answer to an introspection (RFC 7662): whether the server calls a token active, and what it holds.

use super::claims::Claims;
use super::instant::Instant;
use super::kind::Role;
use super::tokens::Tokens;
use super::{FAMILY, pick, with_duplicates};
use crate::evidence::fact::{Basis, Fact, FactValue};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let answers = pick(document, is_answer);
    if answers.is_empty() {
        return Err(No::not_mine(
            "no object has `active` alone or beside claims of a token",
        ));
    }
    let place = |at: usize| document.place(answers[at]);
    let reading = context.reading(FAMILY.id, "introspection", None);
    let mut tokens = Tokens::new(reading, &place);
    tokens.reading.items = answers.len() as u64;
    for (at, answer) in answers.iter().enumerate() {
        take(answer, at, &mut tokens);
    }
    // One that is still active is enough to show that revoking did not reach all.
    let is_active = |answer: &&Json| answer.truth_of("active") == Some(true);
    let first = answers.iter().copied().find(is_active);
    let active = first.unwrap_or(answers[0]).get("active");
    tokens.reading.say(Fact::new(
        "token-active",
        FactValue::Holds(first.is_some()),
        Basis::Measured,
        document.place(active.unwrap_or(answers[0])),
    ));
    Ok(with_duplicates(tokens, document).finished())
}

/// Members of an answer, of which one stands beside `active`.
const CLAIMS: [&str; 10] = [
    "token_type",
    "client_id",
    "scope",
    "exp",
    "iat",
    "nbf",
    "jti",
    "iss",
    "aud",
    "username",
];
/// Members of users, roles and rules, which are active too.
const OTHERS: [&str; 6] = [
    "id",
    "schemas",
    "userName",
    "meta",
    "created_at",
    "createdAt",
];

fn is_answer(value: &Json) -> bool {
    let is_bool = |value: &Json| !value.is_text() && value.holds_true().is_some();
    let is_active = value.get("active").is_some_and(is_bool);
    let is_alone = value.entries().iter().all(|(key, _)| key == "active");
    let has_claims = CLAIMS.iter().any(|key| value.has(key));
    let is_other = OTHERS.iter().any(|key| value.has(key));
    is_active && (is_alone || (has_claims && !is_other))
}

/// Takes in what an answer says of the token. Its members are all optional, so what is absent says nothing.
fn take(answer: &Json, at: usize, tokens: &mut Tokens) {
    let claims = Claims::of(answer, None, Role::Unsaid);
    tokens.add(&claims, at);
    let client = claims.client.as_deref();
    if let (Some(limit), false) = (claims.lifetime(), claims.end == Instant::Absent) {
        tokens.add_lifetime(claims.kind, limit, client, at);
    }
    if !claims.kind.is_access() {
        return;
    }
    match claims.end {
        Instant::At { .. } => tokens.add_end(true, at),
        Instant::Never => tokens.add_end(false, at),
        Instant::Absent | Instant::Unread => {}
    }
    // A server that binds tokens says so here (RFC 8705, 3.2; RFC 9449, 6.2).
    if claims.is_bound || claims.end.seconds().is_some() {
        tokens.add_bound(claims.is_bound, at);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{tried_with, value};
    use super::*;

    fn said(text: &str) -> Reading {
        tried_with(read, text).expect("it is an answer")
    }

    #[test]
    fn an_active_token_tells_its_life() {
        let reading = said(
            r#"{"active": true, "client_id": "job", "sub": "job", "scope": "read", "token_type": "Bearer",
            "iat": 1700000000, "exp": 1700000900, "aud": "api"}"#,
        );
        assert_eq!(
            value(&reading, "token-active"),
            Some(FactValue::Holds(true))
        );
        assert_eq!(
            value(&reading, "machine-token-lifetime"),
            Some(FactValue::Duration(900.0))
        );
        assert_eq!(
            value(&reading, "token-audiences"),
            Some(FactValue::Count(1))
        );
        assert_eq!(
            value(&reading, "token-sender-constrained"),
            Some(FactValue::Holds(false))
        );
        assert_eq!(
            value(&reading, "token-expires"),
            Some(FactValue::Holds(true))
        );
    }

    #[test]
    fn an_inactive_token_tells_only_that() {
        let reading = said(r#"{"active": false}"#);
        assert_eq!(reading.facts.len(), 1);
        assert_eq!(
            value(&reading, "token-active"),
            Some(FactValue::Holds(false))
        );
    }

    #[test]
    fn what_is_absent_says_nothing() {
        let reading = said(r#"{"active": true, "client_id": "job"}"#);
        assert_eq!(reading.facts.len(), 1, "{:?}", reading.facts);
    }

    #[test]
    fn one_active_token_is_enough() {
        let reading = said(r#"[{"active": false}, {"active": true, "scope": "a"}]"#);
        assert_eq!(
            value(&reading, "token-active"),
            Some(FactValue::Holds(true))
        );
    }

    #[test]
    fn a_refresh_token_has_its_own_lifetime() {
        let reading = said(
            r#"{"active": true, "token_type": "refresh_token", "iat": 1700000000, "exp": 1700086400}"#,
        );
        assert_eq!(
            value(&reading, "refresh-token-lifetime"),
            Some(FactValue::Duration(86_400.0))
        );
        assert_eq!(value(&reading, "machine-token-lifetime"), None);
    }

    #[test]
    fn other_active_things_are_left_alone() {
        for text in [
            r#"{"active": true, "userName": "a", "schemas": []}"#,
            r#"{"active": true, "id": "1", "scope": "a"}"#,
            r#"{"active": "true"}"#,
            r#"{"active": true, "color": "red"}"#,
            r#"{"error": "unsupported_token_type", "error_description": "a"}"#,
            r#"{"feature": {"active": true}}"#,
            "[]",
        ] {
            assert!(
                matches!(tried_with(read, text), Err(No::NotMine(_))),
                "{text}"
            );
        }
    }
}
