//! The answer of a token endpoint (RFC 6749, 5.1): what it says of the token, against what the token says.

use super::claims::Claims;
use super::instant::Instant;
use super::kind::{Kind, Role};
use super::tokens::Tokens;
use super::{FAMILY, pick, with_duplicates};
use crate::evidence::fact::{Basis, Fact, FactValue, Limit};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Seconds by which the answer and its token may differ; servers round.
const ROUNDING: f64 = 5.0;

pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let answers = pick(document, is_answer);
    if answers.is_empty() {
        return Err(No::not_mine(
            "no object has `access_token` beside `token_type`",
        ));
    }
    let place = |at: usize| document.place(answers[at]);
    let reading = context.reading(FAMILY.id, "token-response", None);
    let mut tokens = Tokens::new(reading, &place);
    tokens.reading.items = answers.len() as u64;
    for (at, value) in answers.iter().enumerate() {
        Answer { value, at }.read(&mut tokens);
    }
    if let Some(at) = answers.iter().position(|answer| refresh(answer).is_some()) {
        tokens.reading.say(issued(true, place(at)));
    } else {
        tokens.reading.say(issued(false, place(0)));
    }
    Ok(with_duplicates(tokens, document).finished())
}

fn issued(is: bool, place: crate::evidence::fact::Place) -> Fact {
    let holds = FactValue::Holds(is);
    Fact::new("refresh-token-issued", holds, Basis::Measured, place)
}

/// A member under its name, as the RFC writes it or as an SDK does.
fn member<'d, 'c>(value: &'d Json<'c>, name: &str) -> Option<&'d Json<'c>> {
    let plain = name.replace('_', "");
    let is_name = |key: &str| key == name || key.eq_ignore_ascii_case(&plain);
    let mut entries = value.entries().iter();
    let found = entries.find(|(key, held)| is_name(key) && !held.is_null());
    found.map(|(_, held)| held)
}

fn is_answer(value: &Json) -> bool {
    let has_text = |name: &str| member(value, name).is_some_and(Json::is_text);
    has_text("access_token") && has_text("token_type")
}

fn refresh<'d, 'c>(value: &'d Json<'c>) -> Option<&'d str> {
    let text = member(value, "refresh_token")?.text()?;
    (!text.is_empty()).then_some(text)
}

/// One answer.
struct Answer<'d, 'c> {
    value: &'d Json<'c>,
    at: usize,
}

impl Answer<'_, '_> {
    fn text(&self, name: &str) -> Option<&str> {
        member(self.value, name)?.text()
    }

    fn read(&self, tokens: &mut Tokens) {
        let access = self.text("access_token").unwrap_or_default();
        let claims = tokens.read(access, Role::Access, self.at);
        let kind = self.kind(claims.as_ref());
        let client = claims.as_ref().and_then(|claims| claims.client.clone());
        for limit in self.lifetimes(claims.as_ref(), tokens) {
            tokens.add_lifetime(kind, limit, client.as_deref(), self.at);
        }
        let scopes = self.text("scope").unwrap_or_default();
        let scopes = scopes.split_whitespace().take(1000);
        let scopes = scopes.map(|scope| scope[..scope.floor_char_boundary(200)].to_owned());
        tokens.add_scopes(kind, &scopes.collect(), client.as_deref(), self.at);
        let is_proof = self
            .text("token_type")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("dpop"));
        match &claims {
            Some(claims) if is_proof && !claims.is_bound => {
                let what = "the answer calls the token bound (DPoP), and the token names no key";
                tokens.odd(what, self.at);
            }
            None if is_proof => tokens.add_bound(true, self.at),
            _ => {}
        }
        if let Some(text) = self.text("id_token") {
            self.add(tokens, text, Role::Id);
        }
        self.read_refresh(tokens);
    }

    fn add(&self, tokens: &mut Tokens, text: &str, role: Role) {
        if let Some(claims) = tokens.read(text, role, self.at)
            && let Some(limit) = claims.lifetime()
        {
            tokens.add_lifetime(claims.kind, limit, claims.client.as_deref(), self.at);
        }
    }

    /// Whose token it is: the token says it, else an ID token beside it or the scope for one.
    fn kind(&self, claims: Option<&Claims>) -> Kind {
        let mut scopes = self.text("scope").unwrap_or_default().split_whitespace();
        match claims {
            Some(claims) if claims.kind.is_access() => claims.kind,
            _ if member(self.value, "id_token").is_some() => Kind::Person,
            _ if scopes.any(|scope| scope == "openid") => Kind::Person,
            _ => Kind::Machine,
        }
    }

    /// What the answer and the token say of how long it holds; the longer one counts.
    fn lifetimes(&self, claims: Option<&Claims>, tokens: &mut Tokens) -> Vec<Limit> {
        let said = self.said("expires_in", tokens);
        let own = claims.and_then(|claims| {
            let mut claims = claims.clone();
            if claims.issued == Instant::Absent {
                claims.issued = Instant::of(self.value, "issued_at");
            }
            claims.lifetime()
        });
        let differ = match (said, own) {
            (Some(Limit::Finite(said)), Some(Limit::Finite(own))) => (said - own).abs() > ROUNDING,
            (Some(Limit::Finite(_)), Some(Limit::Unlimited)) => true,
            _ => false,
        };
        if differ {
            tokens.odd("`expires_in` and the times in the token differ", self.at);
        }
        said.into_iter().chain(own).collect()
    }

    /// A length that the answer states, in seconds; nothing where it states none that can be.
    fn said(&self, name: &str, tokens: &mut Tokens) -> Option<Limit> {
        let value = member(self.value, name)?;
        match value.number() {
            Some(seconds) if seconds > 0.0 => Some(Limit::seconds(seconds)),
            _ => {
                tokens.odd(&format!("`{name}` is no length of time"), self.at);
                None
            }
        }
    }

    fn read_refresh(&self, tokens: &mut Tokens) {
        let Some(text) = refresh(self.value) else {
            return;
        };
        self.add(tokens, text, Role::Refresh);
        let keycloak = "refresh_expires_in";
        let is_zero = self.value.number_of(keycloak) == Some(0.0);
        let limit = match is_zero {
            // Keycloak writes 0 beside an offline token, which has no end.
            true => Some(Limit::Unlimited),
            false => self
                .said(keycloak, tokens)
                .or_else(|| self.said("refresh_token_expires_in", tokens)),
        };
        if let Some(limit) = limit {
            tokens.add_lifetime(Kind::Refresh, limit, None, self.at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::jwt;
    use super::super::tests::{fact, tried_with, value};
    use super::*;

    fn said(text: &str) -> Reading {
        tried_with(read, text).expect("it is an answer")
    }

    fn opaque(more: &str) -> Reading {
        said(&format!(
            r#"{{"access_token": "hunter22", "token_type": "Bearer"{more}}}"#
        ))
    }

    fn with_token(claims: &str, more: &str) -> Reading {
        let token = jwt::made(r#"{"alg":"RS256","typ":"at+jwt"}"#, claims);
        said(&format!(
            r#"{{"access_token": "{token}", "token_type": "Bearer"{more}}}"#
        ))
    }

    const HOUR: &str = r#"{"sub":"job","client_id":"job","iat":1700000000,"exp":1700003600}"#;

    fn machine(reading: &Reading) -> Option<FactValue> {
        value(reading, "machine-token-lifetime")
    }

    #[test]
    fn an_opaque_token_lives_as_long_as_the_answer_says() {
        let seconds = |seconds| Some(FactValue::Duration(seconds));
        assert_eq!(machine(&opaque(r#", "expires_in": 3600"#)), seconds(3600.0));
        assert_eq!(
            machine(&opaque(r#", "expires_in": "3600""#)),
            seconds(3600.0)
        );
        let reading = opaque(r#", "expires_in": 60, "scope": "openid""#);
        assert_eq!(value(&reading, "user-token-lifetime"), seconds(60.0));
    }

    #[test]
    fn a_length_that_is_none_is_odd_and_no_pass() {
        for text in ["0", "-1", "\"soon\"", "[]", "1e999"] {
            let reading = opaque(&format!(", \"expires_in\": {text}"));
            assert_eq!(machine(&reading), None, "{text}");
            assert_eq!(reading.anomalies.len(), 1, "{text}");
        }
        let reading = opaque("");
        assert_eq!((machine(&reading), reading.anomalies.len()), (None, 0));
        assert_eq!(value(&reading, "token-expires"), None);
        assert_eq!(value(&reading, "token-sender-constrained"), None);
    }

    #[test]
    fn where_answer_and_token_differ_the_longer_counts() {
        for (said, longest, odd) in [(3595, 3600.0, 0), (3594, 3600.0, 1), (7200, 7200.0, 1)] {
            let reading = with_token(HOUR, &format!(", \"expires_in\": {said}"));
            assert_eq!(machine(&reading), Some(FactValue::Duration(longest)));
            assert_eq!(reading.anomalies.len(), odd, "{said}");
        }
        let reading = with_token(r#"{"sub":"a","iat":1700000000}"#, r#", "expires_in": 60"#);
        assert_eq!(machine(&reading), Some(FactValue::Limit(Limit::Unlimited)));
        assert_eq!(reading.anomalies.len(), 1);
    }

    #[test]
    fn the_answer_may_say_when_the_token_was_issued() {
        let reading = with_token(
            r#"{"sub":"a","exp":1700003600}"#,
            r#", "issued_at": "1700000000000""#,
        );
        assert_eq!(machine(&reading), Some(FactValue::Duration(3600.0)));
    }

    #[test]
    fn a_refresh_token_is_told_with_its_life() {
        let lifetime = |more: &str| value(&opaque(more), "refresh-token-lifetime");
        let unlimited = Some(FactValue::Limit(Limit::Unlimited));
        let with = r#", "refresh_token": "hunter22""#;
        assert_eq!(
            lifetime(&format!("{with}, \"refresh_expires_in\": 0")),
            unlimited
        );
        let month = Some(FactValue::Duration(1800.0));
        assert_eq!(
            lifetime(&format!("{with}, \"refresh_expires_in\": 1800")),
            month
        );
        assert_eq!(
            lifetime(&format!("{with}, \"refresh_token_expires_in\": 1800")),
            month
        );
        assert_eq!(lifetime(with), None);
        // Keycloak writes 0 to machines too, which get none.
        assert_eq!(lifetime(", \"refresh_expires_in\": 0"), None);
        let issued = |more: &str| value(&opaque(more), "refresh-token-issued");
        assert_eq!(issued(with), Some(FactValue::Holds(true)));
        assert_eq!(
            issued(r#", "refresh_token": """#),
            Some(FactValue::Holds(false))
        );
    }

    #[test]
    fn a_proof_of_possession_binds_where_the_token_agrees() {
        let proof = |token: &str| {
            let text = format!(r#"{{"access_token": "{token}", "token_type": "DPoP"}}"#);
            let reading = said(&text);
            (
                value(&reading, "token-sender-constrained"),
                reading.anomalies.len(),
            )
        };
        assert_eq!(proof("hunter22"), (Some(FactValue::Holds(true)), 0));
        let token = jwt::made(r#"{"alg":"RS256"}"#, HOUR);
        assert_eq!(proof(&token), (Some(FactValue::Holds(false)), 1));
    }

    #[test]
    fn answers_of_sdks_and_lists_of_answers_are_read() {
        let reading = said(
            r#"{"AuthenticationResult": {"AccessToken": "hunter22", "TokenType": "Bearer",
            "ExpiresIn": 600, "IdToken": "x"}, "ChallengeParameters": {}}"#,
        );
        assert_eq!(
            value(&reading, "user-token-lifetime"),
            Some(FactValue::Duration(600.0))
        );
        let answer = |seconds: u64| {
            format!(r#"{{"access_token": "a", "token_type": "Bearer", "expires_in": {seconds}}}"#)
        };
        let reading = said(&format!("[{},{}]", answer(60), answer(90)));
        let fact = fact(&reading, "machine-token-lifetime");
        assert_eq!(
            (&fact.value, fact.place.path.as_str()),
            (&FactValue::Duration(90.0), "/1")
        );
    }

    #[test]
    fn no_token_leaves() {
        let reading = opaque(
            r#", "refresh_token": "hunter22", "id_token": "hunter22", "expires_in": "hunter22""#,
        );
        assert!(!format!("{reading:?}").contains("hunter22"));
    }

    #[test]
    fn other_objects_are_left_alone() {
        for text in [
            r#"{"access_token": "a"}"#,
            r#"{"access_token": null, "token_type": "Bearer"}"#,
            r#"{"a": {"b": {"access_token": "a", "token_type": "Bearer"}}}"#,
            r#"[{"access_token": "a", "token_type": "Bearer"}, {"event": "a"}]"#,
        ] {
            assert!(
                matches!(tried_with(read, text), Err(No::NotMine(_))),
                "{text}"
            );
        }
    }
}
