//! API tokens and client secrets of Okta: how old they are, and what ends them.

use super::is_active;
use crate::evidence::fact::{Basis, Fact, FactValue, Limit};
use crate::evidence::idp_config::report::{Extent, Report, Zero, limit, named};
use crate::evidence::idp_config::spread::Spread;
use crate::evidence::input::json::Json;
use crate::evidence::redact::tail;
use crate::evidence::time::{self, Moment};

/// The one that was created first, and whether every one says when.
struct Oldest<'d, 'c> {
    found: Option<(Moment, &'d Json<'c>)>,
    extent: Extent,
}

fn oldest<'d, 'c>(report: &mut Report<'d, 'c>, all: &[&'d Json<'c>]) -> Oldest<'d, 'c> {
    let mut oldest = Oldest {
        found: None,
        extent: Extent::Whole,
    };
    for object in all {
        let created = object.get("created").and_then(time::of_json);
        match created {
            Some(created) if report.reading.age(created.at).is_some() => {
                let is_older = oldest.found.is_none_or(|(known, _)| created.at < known.at);
                if is_older {
                    oldest.found = Some((created, object));
                }
            }
            Some(_) => {
                oldest.extent = Extent::Part;
                report.odd("`created` lies after the day of the file", object);
            }
            None => {
                oldest.extent = Extent::Part;
                report.odd("`created` is no moment", object);
            }
        }
    }
    oldest
}

fn say_age(report: &mut Report, name: &'static str, oldest: &Oldest, about: &str, extent: Extent) {
    let Some((created, at)) = oldest.found else {
        return;
    };
    let Some(age) = report.reading.age(created.at) else {
        return;
    };
    let told = (Some(about), extent);
    let value = FactValue::Duration(age);
    report.say(name, value, Basis::CompleteList, at, told);
    if let Some(Fact { uncertain, .. }) = report.reading.facts.last_mut() {
        *uncertain = created.doubt();
    }
}

/// Says what API tokens say. Their `expiresAt` moves with each use, so it ends nothing: a token that is used
/// lives on, and only the time without use is limited.
pub(super) fn tell_api_tokens<'d, 'c>(report: &mut Report<'d, 'c>, tokens: &[&'d Json<'c>]) {
    let Some(first) = tokens.first() else {
        return;
    };
    let mut idle = Spread::default();
    for token in tokens {
        let window = token.get("tokenWindow");
        let length = match window.and_then(Json::text) {
            Some(text) => time::limit(text),
            None => limit(
                window.filter(|window| window.is_null()),
                1.0,
                Zero::Impossible,
            ),
        };
        idle.add(length, named(token, &["name"]), window.unwrap_or(token));
    }
    let name = named(first, &["name"]);
    let told = (Some(name.as_str()), Extent::Whole);
    let endless = FactValue::Limit(Limit::Unlimited);
    report.say("api-token-life", endless, Basis::Configured, first, told);
    let slides = FactValue::Holds(true);
    report.say("api-token-sliding", slides, Basis::Configured, first, told);
    idle.say(report, "api-token-idle", Extent::Whole);
    let oldest = oldest(report, tokens);
    if let Some((_, at)) = oldest.found {
        let about = named(at, &["name"]);
        let extent = oldest.extent;
        say_age(report, "api-token-age", &oldest, &about, extent);
    }
    networks(report, tokens);
}

/// Tokens that work from some networks only. A token that does not say is not counted as limited.
fn networks(report: &mut Report, tokens: &[&Json]) {
    let limited = |token: &Json| {
        let network = token.get("network").filter(|network| network.is_map())?;
        let connection = network.text_of("connection")?;
        let names_one = |key| {
            network
                .get(key)
                .is_some_and(|zones| !zones.items().is_empty())
        };
        Some(connection == "ZONE" && (names_one("include") || names_one("exclude")))
    };
    let said: Vec<Option<bool>> = tokens.iter().map(|token| limited(token)).collect();
    let part = said.iter().filter(|said| **said == Some(true)).count() as u64;
    let extent = match said.contains(&None) {
        true => Extent::Part,
        false => Extent::Whole,
    };
    let open = said
        .iter()
        .position(|said| *said != Some(true))
        .unwrap_or(0);
    let of = tokens.len() as u64;
    let value = FactValue::Share { part, of };
    let told = (None, extent);
    report.say(
        "api-token-network",
        value,
        Basis::CompleteList,
        tokens[open],
        told,
    );
}

/// Says what client secrets say; the API lists those of one app.
pub(super) fn tell_secrets<'d, 'c>(report: &mut Report<'d, 'c>, secrets: &[&'d Json<'c>]) {
    let Some(first) = secrets.first() else {
        return;
    };
    let (active, inactive): (Vec<&Json>, Vec<&Json>) =
        secrets.iter().partition(|secret| is_active(secret));
    for (name, some) in [("active-keys", &active), ("inactive-keys", &inactive)] {
        let at = some.first().unwrap_or(first);
        let value = FactValue::Count(some.len() as u64);
        report.say(name, value, Basis::CompleteList, at, (None, Extent::Part));
    }
    let oldest = oldest(report, &active);
    if let Some((_, at)) = oldest.found {
        let about = format!("client secret {}", tail(&named(at, &["id"])));
        say_age(
            report,
            "oldest-active-key-age",
            &oldest,
            &about,
            Extent::Part,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::evidence::idp_config::tests::{facts, reading};

    fn token(name: &str, created: &str, connection: &str) -> String {
        format!(
            r#"{{"id": "{name}", "name": "{name}", "userId": "u", "clientName": "Okta API",
            "created": "{created}", "lastUpdated": "2026-11-01T00:00:00Z", "tokenWindow": "P30D",
            "expiresAt": "2026-12-01T00:00:00Z", "network": {{"connection": "{connection}", "include": ["z"]}}}}"#
        )
    }

    #[test]
    fn an_api_token_that_is_used_lives_without_end() {
        let old = token("old", "2026-01-01T00:00:00Z", "ANYWHERE");
        let new = token("new", "2026-11-21T00:00:00Z", "ZONE");
        let all = facts(read, &format!("[{new}, {old}]"));
        let expected = [
            "api-token-life without end, new",
            "api-token-sliding yes, new",
            "api-token-idle 2592000 s, new and 1 more",
            "api-token-age 28080000 s, old",
            "api-token-network 1 of 2",
        ];
        assert_eq!(all, expected);
    }

    #[test]
    fn a_date_that_is_none_is_not_fresh() {
        for created in ["redacted", "2099-01-01T00:00:00Z"] {
            let text = format!("[{}]", token("a", created, "ANYWHERE"));
            let reading = reading(read, &text).expect("it is read");
            let mut facts = reading.facts.iter();
            assert!(facts.all(|fact| fact.name != "api-token-age"), "{created}");
            assert_eq!(reading.anomalies.len(), 1, "{created}");
        }
    }

    #[test]
    fn secrets_are_aged_and_never_shown() {
        let secret = |id: &str, status: &str, created: &str| {
            format!(
                r#"{{"id": "{id}", "status": "{status}", "client_secret": "hunter22hunter22",
                "secret_hash": "hunter23", "created": "{created}"}}"#
            )
        };
        let list = [
            secret("ocs1example1", "INACTIVE", "2020-01-01T00:00:00Z"),
            secret("ocs2example2", "ACTIVE", "2026-11-20T00:00:00Z"),
        ];
        let reading = reading(read, &format!("[{}]", list.join(","))).expect("it is read");
        assert!(!format!("{reading:?}").contains("hunter"));
        let all = facts(read, &format!("[{}]", list.join(",")));
        let age = "oldest-active-key-age 172800 s, client secret …ple2, in part";
        assert_eq!(
            all,
            ["active-keys 1, in part", "inactive-keys 1, in part", age]
        );
    }
}
