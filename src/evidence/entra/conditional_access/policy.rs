//! What one conditional access policy says: whether it is on, whom it is for and what it demands.

use std::collections::BTreeSet;

use super::super::{field, has_word, word, words};
use crate::evidence::fact::Limit;
use crate::evidence::input::json::Json;
use crate::evidence::time::DAY;

/// Whether a policy is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Enforced,
    ReportOnly,
    Off,
}

/// Kinds of clients that know no second factor.
pub(super) const LEGACY: [&str; 2] = ["exchangeActiveSync", "other"];
/// Authentication strengths of Microsoft that all demand MFA.
const STRENGTHS: [&str; 3] = [
    "00000000-0000-0000-0000-000000000002",
    "00000000-0000-0000-0000-000000000003",
    "00000000-0000-0000-0000-000000000004",
];

/// Whether an object is a policy.
pub(super) fn is_policy(object: &Json) -> bool {
    let controls = ["grantControls", "sessionControls"];
    word(object, "state").is_some()
        && field(object, "conditions").is_some_and(Json::is_map)
        && controls.iter().any(|key| field(object, key).is_some())
}

/// The state of a policy, and what is odd about it.
pub(super) fn state(policy: &Json) -> (State, Option<&'static str>) {
    if field(policy, "deletedDateTime").is_some_and(|date| !date.is_null()) {
        return (State::Off, Some("a policy is deleted: it counts as off"));
    }
    let state = word(policy, "state").unwrap_or_default();
    match state.to_ascii_lowercase().as_str() {
        "enabled" => (State::Enforced, None),
        "enabledforreportingbutnotenforced" => (State::ReportOnly, None),
        "disabled" => (State::Off, None),
        _ => {
            let what = "the state of a policy is none that Entra knows: it counts as off";
            (State::Off, Some(what))
        }
    }
}

/// Whether nobody gets past without MFA where the policy applies: of controls joined by "or", each has to
/// demand it.
pub(super) fn requires_mfa(policy: &Json) -> bool {
    let Some(grant) = field(policy, "grantControls") else {
        return false;
    };
    let built_in = words(grant, "builtInControls");
    let mut demands: Vec<bool> = built_in
        .iter()
        .map(|control| control.eq_ignore_ascii_case("mfa"))
        .collect();
    for key in ["customAuthenticationFactors", "termsOfUse"] {
        demands.extend(words(grant, key).iter().map(|_| false));
    }
    if let Some(strength) = field(grant, "authenticationStrength").filter(|held| held.is_map()) {
        let satisfies = word(strength, "requirementsSatisfied");
        let is_known = word(strength, "id").is_some_and(|id| STRENGTHS.contains(&id));
        demands.push(is_known || satisfies.is_some_and(|what| what.eq_ignore_ascii_case("mfa")));
    }
    let is_and = word(grant, "operator").is_some_and(|word| word.eq_ignore_ascii_case("AND"));
    match is_and {
        true => demands.contains(&true),
        false => !demands.is_empty() && !demands.contains(&false),
    }
}

/// Who is left out of a policy.
pub(super) fn excluded<'d>(policy: &'d Json<'d>) -> BTreeSet<&'d str> {
    let Some(users) = field(policy, "conditions").and_then(|held| field(held, "users")) else {
        return BTreeSet::new();
    };
    let lists = ["excludeUsers", "excludeGroups", "excludeRoles"];
    let mut who: BTreeSet<_> = lists.iter().flat_map(|key| words(users, key)).collect();
    who.retain(|word| !word.eq_ignore_ascii_case("None"));
    if field(users, "excludeGuestsOrExternalUsers").is_some_and(Json::is_map) {
        who.insert("GuestsOrExternalUsers");
    }
    who
}

/// Whether a policy holds for every person, every application and every sign-in.
pub(super) fn is_for_all(policy: &Json) -> bool {
    let Some(conditions) = field(policy, "conditions") else {
        return false;
    };
    let all = |part: &str, include: &str, exclude: &str| {
        field(conditions, part).is_some_and(|held| {
            has_word(&words(held, include), "All") && words(held, exclude).is_empty()
        })
    };
    let has_filter = field(conditions, "applications")
        .and_then(|apps| field(apps, "applicationFilter"))
        .is_some_and(|filter| !filter.is_null());
    all("users", "includeUsers", "excludeUsers")
        && excluded(policy).is_empty()
        && all("applications", "includeApplications", "excludeApplications")
        && !has_filter
        && !conditions
            .entries()
            .iter()
            .any(|(key, value)| is_narrowing(key, value))
}

/// Whether a condition, other than the users, applications and clients, leaves sign-ins out.
fn is_narrowing(key: &str, value: &Json) -> bool {
    let others = ["users", "applications", "clientAppTypes"];
    if others.iter().any(|other| other.eq_ignore_ascii_case(key)) || key.contains('@') {
        return false;
    }
    let takes_all = |include: &str, exclude: &str| {
        has_word(&words(value, include), "All") && words(value, exclude).is_empty()
    };
    if takes_all("includePlatforms", "excludePlatforms")
        || takes_all("includeLocations", "excludeLocations")
    {
        return false;
    }
    let mut held = value.all().into_iter();
    let is_plain = |value: &Json| value.is_map() || value.is_list() || value.is_null();
    match value.is_map() {
        // Objects repeat their own type beside what they hold.
        true => value
            .entries()
            .iter()
            .any(|(key, held)| !key.contains('@') && held.all().iter().any(|held| !is_plain(held))),
        false => held.any(|held| !is_plain(held)),
    }
}

/// Whether a policy is for service principals or agents.
pub(super) fn is_for_machines(policy: &Json) -> bool {
    let Some(conditions) = field(policy, "conditions") else {
        return false;
    };
    let names_some = |part: &str, keys: &[&str]| {
        field(conditions, part).is_some_and(|held| {
            let mut named = keys.iter().flat_map(|key| words(held, key));
            named.any(|word| !word.eq_ignore_ascii_case("None"))
        })
    };
    let clients = [
        "includeServicePrincipals",
        "includeAgentIdServicePrincipals",
    ];
    let agents = ["includeAgentUsers", "includeAgents"];
    names_some("clientApplications", &clients) || names_some("agents", &agents)
}

/// The legacy clients that a policy keeps out.
pub(super) fn blocks_legacy(policy: &Json) -> Vec<&'static str> {
    let grant = field(policy, "grantControls");
    let controls = grant.map_or(vec![], |grant| words(grant, "builtInControls"));
    if !has_word(&controls, "block") {
        return vec![];
    }
    let conditions = field(policy, "conditions");
    let types = conditions.map_or(vec![], |held| words(held, "clientAppTypes"));
    let blocks_all = has_word(&types, "all") && is_for_all(policy);
    let blocked = LEGACY.into_iter();
    blocked
        .filter(|kind| blocks_all || has_word(&types, kind))
        .collect()
}

/// After what time people sign in again; none where a policy does not say.
pub(super) fn frequency<'d>(policy: &'d Json<'d>) -> Option<(Limit, &'d Json<'d>)> {
    let session = field(policy, "sessionControls")?;
    let frequency = field(session, "signInFrequency").filter(|held| held.is_map())?;
    if field(frequency, "isEnabled")?.holds_true() != Some(true) {
        return None;
    }
    if word(frequency, "frequencyInterval")
        .is_some_and(|text| text.eq_ignore_ascii_case("everyTime"))
    {
        return Some((Limit::Finite(0.0), frequency));
    }
    let unit = match word(frequency, "type")
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("hours") => 3600.0,
        Some("days") => DAY,
        _ => return Some((Limit::Unknown, frequency)),
    };
    let value = field(frequency, "value").and_then(Json::number);
    let limit = match value {
        Some(value) if value > 0.0 => Limit::seconds(value * unit),
        _ => Limit::Unknown,
    };
    Some((limit, frequency))
}
