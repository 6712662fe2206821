//! Answers of the Auth0 Management API: clients, APIs, client grants, tenant settings, attack protection.
//!
//! Lifetimes of tokens are seconds, those of sessions hours with a fraction. A recording of many calls holds
//! the same object several times; the last answer about it counts.

mod clients;

use super::listing::{Answers, each_once, holds};
use super::report::{Extent, Report, Zero, named};
use super::spread::Spread;
use crate::evidence::fact::{Basis, FactValue};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "auth0";

const HOUR: f64 = 3600.0;

/// What an object of the API is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thing {
    Client,
    Api,
    Grant,
    Tenant,
    BruteForce,
}

impl Thing {
    /// Each, with the key that tells two of them apart.
    const ALL: [(Self, &str); 5] = [
        (Self::Client, "client_id"),
        (Self::Api, "identifier"),
        (Self::Grant, "id"),
        (Self::Tenant, ""),
        (Self::BruteForce, ""),
    ];

    fn of(object: &Json) -> Option<Self> {
        // Events of the log repeat parts of what they are about.
        if object.has("type") && object.has("date") {
            return None;
        }
        let text = |key| object.text_of(key).is_some();
        let any = |keys: &[&str]| keys.iter().any(|key| object.has(key));
        let is_map = |key| object.get(key).is_some_and(Json::is_map);
        let is_list = |key| object.get(key).is_some_and(Json::is_list);
        let is_of_a_tenant = any(&["is_first_party", "global"]) && text("name");
        let counts = object
            .text_of("mode")
            .is_some_and(|mode| mode.starts_with("count_per_"));
        let settings = [
            "flags",
            "friendly_name",
            "sandbox_version",
            "enabled_locales",
        ];
        let things = [
            (
                Self::Client,
                text("client_id")
                    && (is_map("jwt_configuration") || is_map("refresh_token") || is_of_a_tenant),
            ),
            (
                Self::Api,
                text("identifier")
                    && (object.has("token_lifetime")
                        || (is_list("scopes") && any(&["signing_alg", "allow_offline_access"]))),
            ),
            (
                Self::Grant,
                text("client_id") && text("audience") && is_list("scope"),
            ),
            (
                Self::Tenant,
                (any(&["session_lifetime", "idle_session_lifetime"]) && any(&settings))
                    || (is_map("flags") && any(&settings[1..])),
            ),
            (
                Self::BruteForce,
                counts && any(&["enabled"]) && any(&["max_attempts"]),
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
        let why = "no object is an Auth0 client, API with `identifier`, client grant, tenant setting or \
            brute-force setting";
        return Err(No::not_mine(why));
    }
    let reading = context.reading(super::ID, ID, Answers::recorded_at(document));
    let mut report = Report::new(document, reading);
    for answer in &answers.all {
        if holds(answer, |object| Thing::of(object).is_some()) {
            report.pages(answer);
        }
    }
    for (thing, id) in Thing::ALL {
        let of_kind = objects
            .iter()
            .filter(|object| Thing::of(object) == Some(thing));
        let mut all: Vec<&Json> = of_kind.copied().collect();
        if id.is_empty() && answers.is_recording {
            all = all.pop().into_iter().collect();
        }
        let all = each_once(&mut report, all, id, answers.is_recording);
        report.reading.items += all.len() as u64;
        match thing {
            Thing::Client => clients::tell(&mut report, &all),
            Thing::Api => tell_apis(&mut report, &all),
            Thing::Grant => tell_grants(&mut report, &all),
            Thing::Tenant => tell_tenants(&mut report, &all),
            Thing::BruteForce => {
                for setting in all.into_iter().take(MOST) {
                    let told = (None, Extent::Whole);
                    report.say_truth("brute-force-protection", setting, "enabled", told);
                }
            }
        }
    }
    Ok(report.reading.finished())
}

/// Most settings of one kind that are told one by one.
const MOST: usize = 50;

/// How long the tokens of APIs last. Machines get the lifetime of the API, people in a browser the one for
/// the web; what holds for all is the longer.
fn tell_apis<'d, 'c>(report: &mut Report<'d, 'c>, apis: &[&'d Json<'c>]) {
    let (mut longer, mut machine, mut web) =
        (Spread::default(), Spread::default(), Spread::default());
    let mut most: Option<(usize, &Json)> = None;
    for api in apis {
        let about = format!("API {}", named(api, &["name", "identifier"]));
        let own = report.limit(api, "token_lifetime", 1.0, Zero::Impossible);
        let at = api.get("token_lifetime").unwrap_or(api);
        machine.add(own, about.as_str(), at);
        if let Some(value) = api.get("token_lifetime_for_web") {
            let of_web = report.limit(api, "token_lifetime_for_web", 1.0, Zero::Impossible);
            let is_web = own.longer(of_web) != own;
            longer.add(
                own.longer(of_web),
                about.as_str(),
                if is_web { value } else { at },
            );
            web.add(of_web, format!("{about}, browser flows"), value);
        } else {
            longer.add(own, about.as_str(), at);
        }
        if let Some(scopes) = api.get("scopes").filter(|scopes| scopes.is_list()) {
            let length = scopes.items().len();
            if most.is_none_or(|(known, _)| length > known) {
                most = Some((length, api));
            }
        }
    }
    longer.say(report, "access-token-lifetime", Extent::Whole);
    machine.say(report, "machine-token-lifetime", Extent::Whole);
    // Apps of people that use no browser flow get the other one.
    web.say(report, "user-token-lifetime", Extent::Part);
    if let Some((length, api)) = most {
        let about = format!("API {}", named(api, &["name", "identifier"]));
        let value = FactValue::Count(length as u64);
        let told = (Some(about.as_str()), Extent::Whole);
        let at = api.get("scopes").unwrap_or(api);
        report.say("api-scopes", value, Basis::CompleteList, at, told);
    }
}

/// The machine client with the most scopes.
fn tell_grants(report: &mut Report, grants: &[&Json]) {
    let is_machine = |grant: &&&Json| grant.text_of("subject_type") != Some("user");
    let length = |grant: &Json| grant.get("scope").map_or(0, |scope| scope.items().len());
    let machines = grants.iter().filter(is_machine);
    let most = machines.reduce(|most, grant| match length(grant) > length(most) {
        true => grant,
        false => most,
    });
    if let Some(grant) = most {
        let about = format!("client {}", named(grant, &["client_id"]));
        let value = FactValue::Count(length(grant) as u64);
        let told = (Some(about.as_str()), Extent::Whole);
        let at = grant.get("scope").unwrap_or(grant);
        report.say("machine-grant-scopes", value, Basis::CompleteList, at, told);
    }
}

/// How long the sessions of a tenant last.
fn tell_tenants<'d, 'c>(report: &mut Report<'d, 'c>, tenants: &[&'d Json<'c>]) {
    let keys = [
        ("session_lifetime", "session-maximum"),
        ("idle_session_lifetime", "session-idle"),
    ];
    for (key, fact) in keys {
        let mut spread = Spread::default();
        for tenant in tenants {
            let limit = report.limit(tenant, key, HOUR, Zero::Impossible);
            let about = format!("tenant {}", named(tenant, &["friendly_name"]));
            spread.add(limit, about, tenant.get(key).unwrap_or(tenant));
        }
        spread.say(report, fact, Extent::Whole);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{facts, reading};
    use super::*;

    fn apis(rest: &str) -> Vec<String> {
        let scopes = r#"[{"value": "read:a"}, {"value": "write:a"}]"#;
        let api = format!(
            r#"{{"name": "orders", "identifier": "https://api.example.com", "scopes": {scopes},
            "signing_alg": "RS256" {rest}}}"#
        );
        facts(
            read,
            &format!(r#"{{"total": 1, "start": 0, "resource_servers": [{api}]}}"#),
        )
    }

    #[test]
    fn of_two_lifetimes_of_an_api_the_longer_holds() {
        let all = apis(r#", "token_lifetime": 86400, "token_lifetime_for_web": 7200"#);
        let expected = [
            "access-token-lifetime 86400 s, API orders",
            "machine-token-lifetime 86400 s, API orders",
            "user-token-lifetime 7200 s, API orders, browser flows, in part",
            "api-scopes 2, API orders",
        ];
        assert_eq!(all, expected);
        let all = apis(r#", "token_lifetime": 60, "token_lifetime_for_web": 7200"#);
        assert_eq!(all[0], "access-token-lifetime 7200 s, API orders");
    }

    #[test]
    fn a_lifetime_that_is_absent_or_zero_is_no_short_one() {
        assert_eq!(apis("")[0], "access-token-lifetime unset, API orders");
        let zero = apis(r#", "token_lifetime": 0"#);
        assert_eq!(zero[0], "access-token-lifetime unknown, API orders");
    }

    #[test]
    fn sessions_are_hours_with_a_fraction() {
        let text = r#"{"friendly_name": "Example Ltd", "flags": {}, "session_lifetime": 3.5}"#;
        let expected = [
            "session-maximum 12600 s, tenant Example Ltd",
            "session-idle unset, tenant Example Ltd",
        ];
        assert_eq!(facts(read, text), expected);
    }

    #[test]
    fn the_machine_with_the_most_scopes_is_named() {
        let text = r#"{"client_grants": [
            {"id": "1", "client_id": "few", "audience": "a", "scope": ["x"]},
            {"id": "2", "client_id": "many", "audience": "a", "scope": ["x", "y"]},
            {"id": "3", "client_id": "people", "audience": "a", "scope": ["x", "y", "z"], "subject_type": "user"}]}"#;
        assert_eq!(facts(read, text), ["machine-grant-scopes 2, client many"]);
    }

    #[test]
    fn the_last_answer_of_a_recording_counts() {
        let call = |hours: u32, method: &str| {
            format!(
                r#"{{"method": "{method}", "path": "/api/v2/tenants/settings", "status": 200,
                "body": {{"session_lifetime": 99, "flags": {{}}}},
                "response": {{"flags": {{}}, "enabled_locales": [], "session_lifetime": {hours}}}}}"#
            )
        };
        let text = format!("[{}, {}]", call(1, "GET"), call(2, "PATCH"));
        assert_eq!(
            facts(read, &text)[0],
            "session-maximum 7200 s, tenant without a name"
        );
    }

    #[test]
    fn brute_force_protection_is_known_by_its_mode() {
        let text = |enabled| {
            format!(
                r#"{{"enabled": {enabled}, "shields": ["block"], "max_attempts": 10,
                "mode": "count_per_identifier_and_ip"}}"#
            )
        };
        assert_eq!(facts(read, &text("true")), ["brute-force-protection yes"]);
        assert_eq!(facts(read, &text("false")), ["brute-force-protection no"]);
    }

    #[test]
    fn a_token_answer_and_an_event_are_not_auth0() {
        for text in [
            r#"{"access_token": "a", "refresh_token": "b", "client_id": "c", "token_type": "Bearer"}"#,
            r#"{"log_id": "1", "data": {"type": "feccft", "date": "2026-01-01T00:00:00Z", "client_id": "c",
                "audience": "a", "scope": ["x"]}}"#,
            r#"{"type": "feccft", "date": "2026-01-01T00:00:00Z", "client_id": "c", "audience": "a",
                "scope": ["x"]}"#,
        ] {
            assert!(matches!(reading(read, text), Err(No::NotMine(_))), "{text}");
        }
    }
}
