//! Realm exports of Keycloak: the limits of a realm, what single clients override, and what clients may do.
//!
//! Numbers are seconds and 0 is without end. The meaning of absent keys and of -1 is that of Keycloak's
//! `ModelToRepresentation` and `TokenManager`.

mod clients;

use super::listing::Answers;
use super::report::{Extent, Report, Zero, limit, named};
use crate::evidence::fact::{Basis, FactValue, Limit};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "keycloak-realm";

/// Reads realm exports: one realm, or a list of them.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let answers = Answers::of(document);
    let objects = answers.objects();
    let realms: Vec<&Json> = objects.into_iter().filter(|o| is_realm(o)).collect();
    if realms.is_empty() {
        let why = "no object has `realm` beside a list of `clients` or `accessTokenLifespan`";
        return Err(No::not_mine(why));
    }
    let reading = context.reading(super::ID, ID, Answers::recorded_at(document));
    let mut report = Report::new(document, reading);
    if realms.len() > MOST {
        let why = format!("only the first {MOST} of {} realms are read", realms.len());
        report.reading.not_whole(why);
    }
    for json in realms.into_iter().take(MOST) {
        report.reading.items += 1;
        if report.truth(json, "enabled") == Some(false) {
            report.odd("a realm is switched off: its settings are left out", json);
            continue;
        }
        Realm::new(json).tell(&mut report);
    }
    Ok(report.reading.finished())
}

/// Most realms that are read from one file; servers hold fewer.
const MOST: usize = 200;

fn is_realm(object: &Json) -> bool {
    let has_clients = object.get("clients").is_some_and(Json::is_list);
    object.text_of("realm").is_some() && (has_clients || object.has("accessTokenLifespan"))
}

/// A realm that is switched on.
struct Realm<'d, 'c> {
    json: &'d Json<'c>,
    name: String,
    /// Clients override limits, so without the list of them a limit is not all there is.
    extent: Extent,
}

/// Limits of sessions: key, fact, the same for people who asked to be remembered.
const SESSIONS: [(&str, &str, &str); 2] = [
    (
        "ssoSessionIdleTimeout",
        "session-idle",
        "ssoSessionIdleTimeoutRememberMe",
    ),
    (
        "ssoSessionMaxLifespan",
        "session-maximum",
        "ssoSessionMaxLifespanRememberMe",
    ),
];
/// A refresh token lives as long as its session; the realm can shorten that: fact, session, shortened.
const REFRESH: [(&str, &str, &str); 2] = [
    (
        "refresh-token-idle",
        "ssoSessionIdleTimeout",
        "clientSessionIdleTimeout",
    ),
    (
        "refresh-token-lifetime",
        "ssoSessionMaxLifespan",
        "clientSessionMaxLifespan",
    ),
];
const SWITCHES: [(&str, &str); 4] = [
    ("refresh-token-rotated", "revokeRefreshToken"),
    ("brute-force-protection", "bruteForceProtected"),
    ("events-enabled", "eventsEnabled"),
    ("admin-events-enabled", "adminEventsEnabled"),
];

impl<'d, 'c> Realm<'d, 'c> {
    fn new(json: &'d Json<'c>) -> Self {
        let extent = match json.get("clients").map(Json::items) {
            Some([_, ..]) => Extent::Whole,
            _ => Extent::Part,
        };
        let name = named(json, &["realm"]);
        Self { json, name, extent }
    }

    fn tell(&self, report: &mut Report<'d, 'c>) {
        let access = self.limit(report, "accessTokenLifespan");
        self.say(
            report,
            "access-token-lifetime",
            access,
            "accessTokenLifespan",
        );
        self.sessions(report);
        self.refresh_tokens(report);
        self.offline_tokens(report);
        for (fact, key) in SWITCHES {
            report.say_truth(fact, self.json, key, (Some(&self.name), Extent::Whole));
        }
        self.events(report);
        clients::tell(self, report);
    }

    fn limit(&self, report: &mut Report, key: &str) -> Limit {
        report.limit(self.json, key, 1.0, Zero::Unlimited)
    }

    /// Says a limit at its key, or at the realm where the key is absent.
    fn say(&self, report: &mut Report, fact: &'static str, limit: Limit, key: &str) {
        self.say_of(report, fact, limit, key, &self.name);
    }

    fn say_of(&self, report: &mut Report, fact: &'static str, limit: Limit, key: &str, of: &str) {
        let at = self.json.get(key).unwrap_or(self.json);
        let value = FactValue::Limit(limit);
        // Clients override the limits of tokens only.
        let extent = match fact.contains("token") {
            true => self.extent,
            false => Extent::Whole,
        };
        let told = (Some(of), extent);
        report.say(fact, value, Basis::Configured, at, told);
    }

    fn sessions(&self, report: &mut Report) {
        let remembers = report.truth(self.json, "rememberMe") == Some(true);
        for (key, fact, remembered) in SESSIONS {
            let limit = self.limit(report, key);
            self.say(report, fact, limit, key);
            // Here 0 is no limit of its own: the one above holds.
            let own = self.json.number_of(remembered).filter(|own| *own > 0.0);
            if let (true, Some(own)) = (remembers, own) {
                let of = format!("{}, remembered people", self.name);
                self.say_of(report, fact, Limit::seconds(own), remembered, &of);
            }
        }
    }

    fn refresh_tokens(&self, report: &mut Report) {
        for (fact, session, shortened) in REFRESH {
            let own = self.json.number_of(shortened).filter(|own| *own > 0.0);
            let (limit, key) = match own {
                Some(own) => (Limit::seconds(own), shortened),
                None => (limit(self.json.get(session), 1.0, Zero::Unlimited), session),
            };
            self.say(report, fact, limit, key);
        }
    }

    /// Offline tokens are refresh tokens that outlive the session; unless the realm says so, use keeps them
    /// alive without end.
    fn offline_tokens(&self, report: &mut Report) {
        let of = format!("{}, offline tokens", self.name);
        if self.json.has("offlineSessionIdleTimeout") {
            let idle = self.limit(report, "offlineSessionIdleTimeout");
            let key = "offlineSessionIdleTimeout";
            self.say_of(report, "refresh-token-idle", idle, key, &of);
        }
        let (switch, key) = (
            "offlineSessionMaxLifespanEnabled",
            "offlineSessionMaxLifespan",
        );
        let (limit, key) = match report.truth(self.json, switch) {
            Some(true) => (self.limit(report, key), key),
            Some(false) => (Limit::Unlimited, switch),
            None => return,
        };
        self.say_of(report, "refresh-token-lifetime", limit, key, &of);
    }

    /// How long events are kept, where they are kept at all.
    fn events(&self, report: &mut Report) {
        if report.truth(self.json, "eventsEnabled") == Some(true) {
            let limit = self.kept(report, self.json, "eventsExpiration");
            self.say(report, "event-retention", limit, "eventsExpiration");
        }
        let attributes = self.json.get("attributes").unwrap_or(self.json);
        if report.truth(self.json, "adminEventsEnabled") == Some(true) {
            let limit = self.kept(report, attributes, "adminEventsExpiration");
            let of = format!("{}, administrative events", self.name);
            self.say_of(report, "event-retention", limit, "attributes", &of);
        }
    }

    /// A server leaves the key out of its export where events never expire; a file that no server wrote
    /// says nothing by leaving it out.
    fn kept(&self, report: &mut Report, holder: &Json, key: &str) -> Limit {
        match report.limit(holder, key, 1.0, Zero::Unlimited) {
            Limit::Unset if self.json.has("keycloakVersion") => Limit::Unlimited,
            Limit::Unset if holder.get(key).is_some_and(Json::is_null) => Limit::Unlimited,
            limit => limit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{facts, reading};
    use super::*;

    fn realm(settings: &str) -> Vec<String> {
        facts(
            read,
            &format!(r#"{{"realm": "r", "clients": [], {settings}}}"#),
        )
    }

    fn limit_of(settings: &str, fact: &str) -> Vec<String> {
        let mut all = realm(settings);
        all.retain(|line| line.starts_with(fact));
        all
    }

    #[test]
    fn a_list_of_realms_is_read_realm_by_realm() {
        let text = r#"[{"realm": "a", "accessTokenLifespan": 60, "eventsEnabled": false,
            "revokeRefreshToken": false, "ssoSessionIdleTimeout": 1800},
            {"realm": "b", "clients": [], "accessTokenLifespan": 2}]"#;
        let all = facts(read, text);
        for line in [
            "access-token-lifetime 60 s, a, in part",
            "access-token-lifetime 2 s, b, in part",
            "session-idle 1800 s, a",
            "session-maximum unset, a",
            "events-enabled no, a",
            "refresh-token-rotated no, a",
        ] {
            assert!(all.iter().any(|fact| fact == line), "{line} in {all:#?}");
        }
    }

    #[test]
    fn sentinels_are_no_short_limits() {
        for (setting, said) in [
            (r#""accessTokenLifespan": 0"#, "without end"),
            (r#""accessTokenLifespan": 1"#, "1 s"),
            (r#""accessTokenLifespan": null"#, "unset"),
            (r#""accessTokenLifespan": "{{lifespan}}""#, "unknown"),
            (r#""accessTokenLifespan": "${LIFESPAN:-3600}""#, "unknown"),
            (r#""accessTokenLifespan": -5"#, "unknown"),
            (r#""enabled": true"#, "unset"),
        ] {
            let line = format!("access-token-lifetime {said}, r, in part");
            assert_eq!(
                limit_of(setting, "access-token-lifetime"),
                [line],
                "{setting}"
            );
        }
    }

    #[test]
    fn events_that_never_expire_and_events_that_are_not_kept_differ() {
        let on = r#""eventsEnabled": true"#;
        for (setting, said) in [
            (r#""eventsEnabled": false, "eventsExpiration": null"#, None),
            (
                &format!(r#"{on}, "eventsExpiration": null"#),
                Some("without end"),
            ),
            (
                &format!(r#"{on}, "keycloakVersion": "26.1""#),
                Some("without end"),
            ),
            (on, Some("unset")),
            (
                &format!(r#"{on}, "eventsExpiration": 0"#),
                Some("without end"),
            ),
            (
                &format!(r#"{on}, "eventsExpiration": 86400"#),
                Some("86400 s"),
            ),
        ] {
            let said = said.map(|said| format!("event-retention {said}, r"));
            let all = limit_of(setting, "event-retention");
            assert_eq!(all, Vec::from_iter(said), "{setting}");
        }
    }

    #[test]
    fn offline_tokens_live_on_unless_the_realm_ends_them() {
        let idle = r#""offlineSessionMaxLifespan": 100, "offlineSessionMaxLifespanEnabled":"#;
        let of = |switch: &str| {
            let all = limit_of(&format!("{idle} {switch}"), "refresh-token-lifetime");
            all.into_iter()
                .filter(|line| line.contains("offline"))
                .collect::<Vec<_>>()
        };
        let line = |said| format!("refresh-token-lifetime {said}, r, offline tokens, in part");
        assert_eq!(of("false"), [line("without end")]);
        assert_eq!(of("true"), [line("100 s")]);
    }

    #[test]
    fn sessions_of_remembered_people_count_only_where_they_exist() {
        let longer = r#""ssoSessionMaxLifespan": 10, "ssoSessionMaxLifespanRememberMe": 99"#;
        let of = |switch: &str| {
            limit_of(
                &format!("{longer}, \"rememberMe\": {switch}"),
                "session-maximum",
            )
        };
        assert_eq!(of("false").len(), 1);
        assert!(of("true")[1].contains("99 s, r, remembered people"));
    }

    #[test]
    fn a_realm_that_is_off_gives_no_settings() {
        let text = r#"{"realm": "r", "enabled": false, "accessTokenLifespan": 0}"#;
        let reading = reading(read, text).expect("it is a realm");
        assert_eq!((reading.facts.len(), reading.anomalies.len()), (0, 1));
    }

    #[test]
    fn the_file_of_an_adapter_is_no_realm() {
        let text = r#"{"realm": "r", "resource": "app", "auth-server-url": "https://example.com"}"#;
        assert!(matches!(reading(read, text), Err(No::NotMine(_))));
    }
}
