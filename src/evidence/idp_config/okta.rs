//! Answers of the Okta API: authorization servers, policy rules, API tokens, client secrets and apps.
//!
//! Lengths are minutes. A session without a maximum is written as 0, and so is a refresh token without one.
//! The API answers for one policy or one app at a time, so what a file says is seldom all there is.

mod apps;
mod credentials;
mod rules;

use super::listing::{Answers, each_once, holds};
use super::report::{Extent, Report, named};
use crate::evidence::fact::{Basis, FactValue, Limit};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::time;

/// Id of the format.
pub(super) const ID: &str = "okta";

/// What an object of the API is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thing {
    Server,
    TokenRule,
    SessionRule,
    ApiToken,
    Secret,
    App,
}

impl Thing {
    fn of(object: &Json) -> Option<Self> {
        let is_map = |keys: &[&str]| object.at(keys).is_some_and(Json::is_map);
        let has_status = object.text_of("status").is_some();
        let token = object.at(&["actions", "token"]);
        let things = [
            (
                Self::Server,
                object.has("issuer")
                    && object.has("audiences")
                    && is_map(&["credentials", "signing"]),
            ),
            (
                Self::TokenRule,
                token.is_some_and(|token| token.has("accessTokenLifetimeMinutes")),
            ),
            (Self::SessionRule, is_map(&["actions", "signon", "session"])),
            (
                Self::ApiToken,
                object.has("tokenWindow") && object.has("userId") && object.has("created"),
            ),
            (
                Self::Secret,
                (object.has("secret_hash") || object.has("client_secret"))
                    && object.has("created")
                    && has_status,
            ),
            (
                Self::App,
                object.has("signOnMode") && is_map(&["settings", "oauthClient"]),
            ),
        ];
        things.iter().find(|(_, is)| *is).map(|(thing, _)| *thing)
    }
}

/// Reads answers of the API.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let answers = Answers::of(document);
    let mut objects = answers.objects();
    objects.retain(|object| Thing::of(object).is_some());
    if objects.is_empty() {
        let why = "no object is an Okta authorization server, rule with `actions`, API token with \
            `tokenWindow`, client secret or app";
        return Err(No::not_mine(why));
    }
    let reading = context.reading(super::ID, ID, Answers::recorded_at(document));
    let mut report = Report::new(document, reading);
    let objects = each_once(&mut report, objects, "id", answers.is_recording);
    report.reading.items = objects.len() as u64;
    for answer in answers.all {
        if holds(answer, |object| Thing::of(object).is_some()) {
            report.pages(answer);
        }
    }
    let all = |thing| -> Vec<&Json> {
        let of_kind = objects
            .iter()
            .filter(|object| Thing::of(object) == Some(thing));
        of_kind.copied().collect()
    };
    for server in all(Thing::Server).into_iter().take(MOST) {
        tell_server(&mut report, server);
    }
    rules::tell_tokens(&mut report, all(Thing::TokenRule));
    rules::tell_sessions(&mut report, all(Thing::SessionRule));
    credentials::tell_api_tokens(&mut report, &all(Thing::ApiToken));
    credentials::tell_secrets(&mut report, &all(Thing::Secret));
    apps::tell(&mut report, &all(Thing::App));
    Ok(report.reading.finished())
}

/// Most authorization servers that are read; tenants have a few.
const MOST: usize = 200;

fn is_active(object: &Json) -> bool {
    object
        .text_of("status")
        .is_none_or(|status| status.eq_ignore_ascii_case("ACTIVE"))
}

/// How an authorization server changes its signing key.
fn tell_server(report: &mut Report, server: &Json) {
    let Some(signing) = server.at(&["credentials", "signing"]) else {
        return;
    };
    if !is_active(server) {
        return;
    }
    let name = format!("authorization server {}", named(server, &["name"]));
    let told = (Some(name.as_str()), Extent::Whole);
    if let Some(mode) = signing.text_of("rotationMode") {
        let value = FactValue::Holds(mode == "AUTO");
        let fact = "signing-key-rotation-automatic";
        report.say(fact, value, Basis::Configured, signing, told);
    }
    let mut moment = |key| {
        let value = signing.get(key).filter(|value| !value.is_null())?;
        let moment = time::of_json(value);
        if moment.is_none() {
            report.odd(format!("`{key}` is no moment"), value);
        }
        moment
    };
    let last = moment("lastRotated");
    let next = moment("nextRotation");
    if let (Some(last), Some(next)) = (last, next) {
        let between = (next.at - last.at).as_seconds_f64();
        let value = FactValue::Limit(Limit::seconds(between));
        report.say(
            "signing-key-rotation",
            value,
            Basis::Configured,
            signing,
            told,
        );
    }
    match last.map(|last| report.reading.age(last.at)) {
        Some(Some(age)) => {
            let value = FactValue::Duration(age);
            report.say("signing-key-age", value, Basis::Measured, signing, told);
        }
        Some(None) => report.odd("a key changed after the day of the file", signing),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{facts, reading};
    use super::*;

    fn server(signing: &str) -> String {
        format!(
            r#"[{{"id": "aus1", "name": "main", "issuer": "https://example.com", "audiences": ["a"],
            "status": "ACTIVE", "credentials": {{"signing": {signing}}}}}]"#
        )
    }

    #[test]
    fn a_server_tells_how_its_key_changes() {
        let all = facts(
            read,
            &server(
                r#"{"rotationMode": "AUTO", "lastRotated": "2026-11-20T00:00:00.000Z",
                "nextRotation": "2027-02-18T00:00:00.000Z"}"#,
            ),
        );
        let of = "authorization server main";
        let rotation = format!("signing-key-rotation 7776000 s, {of}");
        let automatic = format!("signing-key-rotation-automatic yes, {of}");
        let age = format!("signing-key-age 172800 s, {of}");
        assert_eq!(all, [automatic, rotation, age]);
    }

    #[test]
    fn a_manual_or_impossible_rotation_has_no_length() {
        let manual = r#"{"rotationMode": "MANUAL", "lastRotated": "soon"}"#;
        let manual = reading(read, &server(manual)).expect("it is read");
        assert_eq!((manual.facts.len(), manual.anomalies.len()), (1, 1));
        let later = r#"{"rotationMode": "AUTO", "lastRotated": "2099-01-01T00:00:00Z",
            "nextRotation": "2098-01-01T00:00:00Z"}"#;
        let all = facts(read, &server(later));
        assert_eq!(
            all[1],
            "signing-key-rotation unknown, authorization server main"
        );
        assert_eq!(all.len(), 2);
    }

    #[test]
    fn another_file_is_not_okta() {
        for text in [
            r#"{"issuer": "https://example.com"}"#,
            r#"[{"id": "u", "status": "ACTIVE"}]"#,
        ] {
            assert!(matches!(reading(read, text), Err(No::NotMine(_))), "{text}");
        }
    }
}
