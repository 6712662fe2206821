//! Rules of Okta policies: how long tokens and sessions last.

use super::is_active;
use crate::evidence::idp_config::report::{Extent, Report, Zero, named};
use crate::evidence::idp_config::spread::Spread;
use crate::evidence::input::json::Json;

const MINUTE: f64 = 60.0;

/// Rules that are on, in the order in which Okta asks them. A priority may be written as a text.
fn in_order<'d, 'c>(mut rules: Vec<&'d Json<'c>>) -> Vec<&'d Json<'c>> {
    rules.retain(|rule| is_active(rule));
    let priority = |rule: &Json| rule.number_of("priority").unwrap_or(f64::MAX);
    rules.sort_by(|a, b| priority(a).total_cmp(&priority(b)));
    rules
}

fn about(rule: &Json) -> String {
    format!("rule {}", named(rule, &["name", "id"]))
}

/// Adds the limit under a key of a rule.
fn add<'d, 'c>(
    report: &mut Report<'d, 'c>,
    spread: &mut Spread<'d, 'c>,
    (rule, setting): (&'d Json<'c>, &'d Json<'c>),
    key: &str,
    zero: Zero,
) {
    let limit = report.limit(setting, key, MINUTE, zero);
    let at = setting.get(key).unwrap_or(setting);
    spread.add(limit, about(rule), at);
}

/// Whose tokens a rule is for.
fn lifetime_of(rule: &Json) -> (&'static str, bool) {
    let grants = rule.at(&["conditions", "grantTypes", "include"]);
    let grants = grants.map_or(&[][..], Json::items);
    let is_machine = |grant: &&Json| grant.text() == Some("client_credentials");
    let machine = grants.iter().filter(is_machine).count();
    match (machine, grants.len()) {
        (_, 0) => ("access-token-lifetime", true),
        (0, _) if grants.iter().any(|grant| grant.text() == Some("*")) => {
            ("access-token-lifetime", true)
        }
        (0, _) => ("user-token-lifetime", true),
        (machine, all) if machine == all => ("machine-token-lifetime", false),
        _ => ("access-token-lifetime", true),
    }
}

/// Says how long tokens last by the rules of an authorization server. Its other policies, and the server of
/// the organisation with its fixed lifetimes, are in other answers.
pub(super) fn tell_tokens<'d, 'c>(report: &mut Report<'d, 'c>, rules: Vec<&'d Json<'c>>) {
    let names = [
        "access-token-lifetime",
        "machine-token-lifetime",
        "user-token-lifetime",
    ];
    let mut access: [Spread; 3] = Default::default();
    let (mut refresh, mut idle) = (Spread::default(), Spread::default());
    for rule in in_order(rules) {
        let Some(token) = rule.at(&["actions", "token"]) else {
            continue;
        };
        let (name, has_refresh) = lifetime_of(rule);
        let which = names.iter().position(|known| *known == name).unwrap_or(0);
        let key = "accessTokenLifetimeMinutes";
        // Okta accepts 5 minutes and more.
        add(
            report,
            &mut access[which],
            (rule, token),
            key,
            Zero::Impossible,
        );
        if has_refresh {
            // That 0 is without end is said of sessions; of refresh tokens it is taken by analogy, on the
            // side that does not turn an unlimited token into the shortest.
            let key = "refreshTokenLifetimeMinutes";
            add(report, &mut refresh, (rule, token), key, Zero::Unlimited);
            let key = "refreshTokenWindowMinutes";
            add(report, &mut idle, (rule, token), key, Zero::Unlimited);
        }
    }
    for (name, spread) in names.into_iter().zip(access) {
        spread.say(report, name, Extent::Part);
    }
    refresh.say(report, "refresh-token-lifetime", Extent::Part);
    idle.say(report, "refresh-token-idle", Extent::Part);
}

/// Says how long sessions last by the rules of a session policy.
pub(super) fn tell_sessions<'d, 'c>(report: &mut Report<'d, 'c>, rules: Vec<&'d Json<'c>>) {
    let (mut idle, mut most) = (Spread::default(), Spread::default());
    for rule in in_order(rules) {
        let denies = rule
            .at(&["actions", "signon", "access"])
            .and_then(Json::text)
            == Some("DENY");
        let session = rule.at(&["actions", "signon", "session"]);
        if let (Some(session), false) = (session, denies) {
            let key = "maxSessionIdleMinutes";
            add(report, &mut idle, (rule, session), key, Zero::Unlimited);
            let key = "maxSessionLifetimeMinutes";
            add(report, &mut most, (rule, session), key, Zero::Unlimited);
        }
    }
    idle.say(report, "session-idle", Extent::Part);
    most.say(report, "session-maximum", Extent::Part);
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::evidence::idp_config::tests::facts;

    fn token(grants: &str, minutes: &str) -> Vec<String> {
        let conditions = format!(r#"{{"grantTypes": {{"include": [{grants}]}}}}"#);
        let token = format!(r#"{{"accessTokenLifetimeMinutes": {minutes}}}"#);
        let actions = format!(r#"{{"token": {token}}}"#);
        let rule = format!(r#"{{"name": "n", "conditions": {conditions}, "actions": {actions}}}"#);
        facts(read, &format!("[{rule}]"))
    }

    #[test]
    fn a_session_without_a_maximum_is_the_longest_not_the_strictest() {
        let rule = |session: &str| {
            let session = format!(r#"{{"session": {session}}}"#);
            facts(
                read,
                &format!(r#"[{{"name": "n", "actions": {{"signon": {session}}}}}]"#),
            )
        };
        for (minutes, said) in [
            (r#""maxSessionLifetimeMinutes": 0"#, "without end"),
            (r#""maxSessionLifetimeMinutes": "0""#, "without end"),
            (r#""maxSessionLifetimeMinutes": 1"#, "60 s"),
            (r#""maxSessionLifetimeMinutes": null"#, "unset"),
            (r#""maxSessionCookieSizeBytes": 4096"#, "unset"),
        ] {
            let all = rule(&format!(r#"{{"maxSessionIdleMinutes": 720, {minutes}}}"#));
            let session = format!("session-maximum {said}, rule n, in part");
            assert_eq!(all, ["session-idle 43200 s, rule n, in part", &session]);
        }
    }

    #[test]
    fn a_rule_without_a_refresh_limit_is_without_end() {
        let text = r#"[{"name": "n", "status": "ACTIVE", "actions": {"token": {"accessTokenLifetimeMinutes": 60,
            "refreshTokenLifetimeMinutes": 0, "refreshTokenWindowMinutes": 10080}}}]"#;
        let expected = [
            "access-token-lifetime 3600 s, rule n, in part",
            "refresh-token-lifetime without end, rule n, in part",
            "refresh-token-idle 604800 s, rule n, in part",
        ];
        assert_eq!(facts(read, text), expected);
        assert!(token("", "0")[0].starts_with("access-token-lifetime unknown"));
    }

    #[test]
    fn grants_tell_whose_tokens_a_rule_is_for() {
        for (grants, fact) in [
            (r#""client_credentials""#, "machine-token-lifetime"),
            (r#""authorization_code""#, "user-token-lifetime"),
            (
                r#""client_credentials", "password""#,
                "access-token-lifetime",
            ),
            ("", "access-token-lifetime"),
            (r#""*""#, "access-token-lifetime"),
        ] {
            let all = token(grants, "5");
            assert_eq!(all[0], format!("{fact} 300 s, rule n, in part"), "{grants}");
            let has_refresh = all.iter().any(|line| line.starts_with("refresh"));
            assert_eq!(has_refresh, fact != "machine-token-lifetime", "{grants}");
        }
    }

    #[test]
    fn rules_are_asked_by_priority_as_a_number_and_only_those_that_are_on() {
        let rule = |name: &str, status: &str, priority: &str, minutes: u32| {
            format!(
                r#"{{"name": "{name}", "status": "{status}", "priority": {priority}, "actions":
                {{"token": {{"accessTokenLifetimeMinutes": {minutes}}}}}}}"#
            )
        };
        let list = [
            rule("tenth", "ACTIVE", "\"10\"", 5),
            rule("ninth", "ACTIVE", "9", 5),
            rule("off", "INACTIVE", "1", 1440),
        ];
        let all = facts(read, &format!("[{}]", list.join(",")));
        assert_eq!(
            all[0],
            "access-token-lifetime 300 s, rule ninth and 1 more, in part"
        );
        assert!(!all.concat().contains("off"), "{all:#?}");
    }
}
