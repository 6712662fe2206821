//! Token lifetime policies: how long an access token of Entra lives.
//!
//! The setting is JSON within a text within a list. Entra takes 10 minutes to 1 day; refresh tokens and
//! sessions can no longer be set here.

use super::{Objects, counted, field, name, odd};
use crate::evidence::fact::{Basis, Fact, FactValue, Limit};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::time::{self, DAY};

/// The shortest and the longest access token that Entra can be told to issue, in seconds.
const ALLOWED: std::ops::RangeInclusive<f64> = 600.0..=DAY;

/// A policy, and the lifetime it sets.
struct Policy<'d> {
    json: &'d Json<'d>,
    lifetime: Limit,
    is_default: bool,
}

/// Reads token lifetime policies.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let found = Objects::find(document, is_policy, &["tokenLifetimePolicies"]);
    let found = found.ok_or_else(|| {
        No::not_mine("no object has a `definition` that holds a `TokenLifetimePolicy`")
    })?;
    let mut reading = found.reading(document, "token-lifetime-policy", context);
    let mut policies = vec![];
    for json in &found.all {
        policies.push(policy(json, document, &mut reading));
    }
    if !found.is_list {
        reading.not_whole("it holds single policies: the others are missing");
    }
    say(&policies, document, &mut reading);
    Ok(reading.finished())
}

fn is_policy(object: &Json) -> bool {
    definitions(object).any(|text| text.contains("\"TokenLifetimePolicy\""))
}

fn definitions<'d>(object: &'d Json<'d>) -> impl Iterator<Item = &'d str> {
    let definition = field(object, "definition").filter(|_| object.is_map());
    let texts = definition.map_or(&[][..], Json::one_or_more);
    texts.iter().filter_map(Json::text)
}

fn policy<'d>(json: &'d Json<'d>, document: &Document, reading: &mut Reading) -> Policy<'d> {
    let mut lifetime: Option<Limit> = None;
    for text in definitions(json) {
        let set = match Document::parse(text) {
            Ok(inner) => set(&inner, json, document, reading),
            Err(_) => {
                let what = "the JSON within `definition` is broken";
                odd(reading, document, what, json);
                Some(Limit::Unknown)
            }
        };
        lifetime = lifetime.into_iter().chain(set).reduce(Limit::longer);
    }
    let is_default = field(json, "isOrganizationDefault").and_then(Json::holds_true);
    Policy {
        json,
        lifetime: lifetime.unwrap_or(Limit::Unset),
        is_default: is_default == Some(true),
    }
}

/// The lifetime that one definition sets, if it does.
fn set(inner: &Document, json: &Json, document: &Document, reading: &mut Reading) -> Option<Limit> {
    for (key, _) in inner.duplicates() {
        let what = format!("key `{key}` stands twice within `definition`");
        odd(reading, document, what, json);
    }
    let mut settings = inner.roots().iter();
    let settings = settings.find_map(|root| field(root, "TokenLifetimePolicy"))?;
    let text = field(settings, "AccessTokenLifetime")?.text();
    let limit = text.map_or(Limit::Unknown, time::limit);
    let (limit, what) = match limit {
        Limit::Finite(seconds) if ALLOWED.contains(&seconds) => return Some(limit),
        Limit::Finite(seconds) if seconds > DAY => (limit, "more than the day that Entra takes"),
        _ => (Limit::Unknown, "no length of 10 minutes to 1 day"),
    };
    let what = format!("`AccessTokenLifetime` is {what}");
    odd(reading, document, what, json);
    Some(limit)
}

/// The longest lifetime. Without a default of the organization, Entra's own holds where no policy is put,
/// and the file does not tell it.
fn say(policies: &[Policy], document: &Document, reading: &mut Reading) {
    let is_set = |policy: &&Policy| matches!(policy.lifetime, Limit::Finite(_));
    let worst = policies.iter().filter(is_set).reduce(longer);
    let Some(worst) = worst.or(policies.first()) else {
        return;
    };
    let unread = policies
        .iter()
        .filter(|policy| policy.lifetime == Limit::Unknown);
    let unread = unread.count() as u64;
    if unread > 0 && matches!(worst.lifetime, Limit::Finite(_)) {
        let what = format!("{} cannot be read", counted(unread, "lifetime"));
        reading.not_whole(what);
    }
    let about = match worst.is_default {
        true => format!("{}, the default of the organization", name(worst.json)),
        false => name(worst.json).to_owned(),
    };
    let fact = Fact::new(
        "access-token-lifetime",
        FactValue::Limit(worst.lifetime),
        Basis::Configured,
        document.place(worst.json),
    );
    let has_default = policies
        .iter()
        .any(|policy| policy.is_default && matches!(policy.lifetime, Limit::Finite(_)));
    let fact = fact.about(about);
    reading.say(match has_default {
        true => fact,
        false => fact.in_part(),
    });
}

fn longer<'p, 'd>(a: &'p Policy<'d>, b: &'p Policy<'d>) -> &'p Policy<'d> {
    match (a.lifetime, b.lifetime) {
        (Limit::Finite(known), Limit::Finite(next)) if next > known => b,
        _ => a,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fact, read, value};
    use super::*;

    fn policy(lifetime: &str, more: &str) -> String {
        format!(
            r#"{{"displayName": "Short", {more} "definition":
              ["{{\"TokenLifetimePolicy\":{{\"Version\":1{lifetime}}}}}"]}}"#
        )
    }

    fn limit(lifetime: &str) -> Limit {
        let text = format!(r#"{{"value": [{}]}}"#, policy(lifetime, ""));
        let reading = read("token-lifetime-policy", &text).expect("a policy");
        match value(&reading, "access-token-lifetime") {
            Some(FactValue::Limit(limit)) => limit,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_lifetime_is_read_within_what_entra_takes() {
        let of = |text: &str| limit(&format!(r#",\"AccessTokenLifetime\":\"{text}\""#));
        assert_eq!(of("8:00:00"), Limit::Finite(28_800.0));
        assert_eq!(of("00:10:00"), Limit::Finite(600.0));
        assert_eq!(of("00:09:59"), Limit::Unknown);
        assert_eq!(of("1.00:00:00"), Limit::Finite(DAY));
        assert_eq!(of("1.00:00:01"), Limit::Finite(DAY + 1.0));
        assert_eq!(of("0:00:00"), Limit::Unknown);
        assert_eq!(of("-1.00:00:00"), Limit::Unknown);
        assert_eq!(of("soon"), Limit::Unknown);
        assert_eq!(limit(""), Limit::Unset);
    }

    #[test]
    fn only_a_default_of_the_organization_speaks_for_all() {
        let life = r#",\"AccessTokenLifetime\":\"1:00:00\""#;
        for (more, is_whole) in [
            (r#""isOrganizationDefault": true,"#, true),
            (r#""isOrganizationDefault": false,"#, false),
            ("", false),
        ] {
            let text = format!(r#"{{"value": [{}]}}"#, policy(life, more));
            let reading = read("token-lifetime-policy", &text).expect("a policy");
            let fact = fact(&reading, "access-token-lifetime").expect("it is said");
            assert_eq!(fact.is_whole, is_whole, "{more}");
        }
    }

    #[test]
    fn the_longest_policy_is_told_and_a_broken_one_leaves_doubt() {
        let text = format!(
            r#"{{"value": [{}, {}, {}]}}"#,
            policy(
                r#",\"AccessTokenLifetime\":\"1:00:00\""#,
                r#""isOrganizationDefault": true,"#
            ),
            policy(r#",\"AccessTokenLifetime\":\"2:00:00\""#, ""),
            policy(r#",\"AccessTokenLifetime\":7"#, ""),
        );
        let reading = read("token-lifetime-policy", &text).expect("policies");
        let fact = fact(&reading, "access-token-lifetime").expect("it is said");
        assert_eq!(fact.value, FactValue::Limit(Limit::Finite(7200.0)));
        assert_eq!(fact.place.path, "/value/1");
        assert!(!fact.is_whole);
    }

    #[test]
    fn policies_of_other_kinds_are_left() {
        let text = r#"{"definition": ["{\"ClaimsMappingPolicy\":{\"Version\":1}}"]}"#;
        assert!(matches!(
            read("token-lifetime-policy", text),
            Err(No::NotMine(_))
        ));
    }
}
