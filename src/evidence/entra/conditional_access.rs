//! Conditional access policies: which are on, and what they demand of whom.
//!
//! Only the state `enabled` counts: a policy that reports stops nobody. A file with one policy says nothing
//! about the others, so from it nothing is counted as absent.

mod policy;

use std::collections::BTreeSet;

use self::policy::{
    LEGACY, State, blocks_legacy, excluded, frequency, is_for_all, is_for_machines, is_policy,
    requires_mfa, state,
};
use super::{Counted, Objects, field, has_word, name, odd, words};
use crate::evidence::fact::{Basis, Fact, FactValue, Limit};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Reads conditional access policies.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let found = Objects::find(document, is_policy, &["conditionalAccess/policies"]);
    let found = found.ok_or_else(|| {
        No::not_mine(
            "no object has `state` and `conditions` beside `grantControls` or `sessionControls`",
        )
    })?;
    let mut reading = found.reading(document, "conditional-access", context);
    if found.all.is_empty() {
        return Ok(found.nothing(reading, document, "policies-enforced"));
    }
    if !found.is_list {
        reading.not_whole("it holds single policies: the others are missing");
    }
    let mut enforced = vec![];
    let mut reporting = Counted::default();
    for policy in found.all.iter().copied() {
        let (state, what) = state(policy);
        if let Some(what) = what {
            odd(&mut reading, document, what, policy);
        }
        match state {
            State::Enforced => enforced.push(policy),
            State::ReportOnly => reporting.add(policy),
            State::Off => {}
        }
    }
    let facts = Facts {
        document,
        holder: found.holder,
        enforced,
        is_whole: reading.partial.is_empty(),
    };
    facts.counts(&reporting, &mut reading);
    facts.exclusions(&mut reading);
    facts.legacy(&mut reading);
    facts.frequency(&mut reading);
    Ok(reading.finished())
}

/// Says what the enforced policies do.
struct Facts<'t, 'd> {
    document: &'t Document<'d>,
    holder: &'t Json<'d>,
    enforced: Vec<&'d Json<'d>>,
    is_whole: bool,
}

impl<'d> Facts<'_, 'd> {
    fn counts(&self, reporting: &Counted<'d>, reading: &mut Reading) {
        let of = |is_one: fn(&Json) -> bool| {
            let ones = self.enforced.iter().copied();
            ones.filter(|policy| is_one(policy)).collect::<Counted>()
        };
        self.count("policies-enforced", &of(|_| true), reading);
        self.count("policies-report-only", reporting, reading);
        self.count("mfa-policies", &of(requires_mfa), reading);
        self.count("machine-policies", &of(is_for_machines), reading);
    }

    /// A count; none at all is only said of a whole list.
    fn count(&self, fact: &'static str, of: &Counted<'d>, reading: &mut Reading) {
        if of.count == 0 && !self.is_whole {
            return;
        }
        let place = of.place(self.document, self.holder);
        let value = FactValue::Count(of.count);
        let said = Fact::new(fact, value, Basis::CompleteList, place);
        reading.say(match of.first {
            Some(first) if of.count == 1 => said.about(name(first)),
            _ => said,
        });
    }

    /// Who is left out of MFA. A group or role hides how many people that are.
    fn exclusions(&self, reading: &mut Reading) {
        let demanding = self.enforced.iter().filter(|policy| requires_mfa(policy));
        let mut who = BTreeSet::new();
        let mut first = None;
        for policy in demanding {
            let excluded = excluded(policy);
            if first.is_none() || (who.is_empty() && !excluded.is_empty()) {
                first = Some(*policy);
            }
            who.extend(excluded);
        }
        let Some(first) = first.filter(|_| !who.is_empty() || self.is_whole) else {
            return;
        };
        let place = self.document.place(first);
        let value = FactValue::Count(who.len() as u64);
        let fact = Fact::new("mfa-exclusions", value, Basis::CompleteList, place);
        reading.say(match who.is_empty() {
            true => fact,
            false => fact.about(name(first)).in_part(),
        });
    }

    /// Whether legacy clients are kept out: wholly where policies for all keep out each kind of them.
    fn legacy(&self, reading: &mut Reading) {
        let blocking: Vec<_> = self
            .enforced
            .iter()
            .map(|policy| (*policy, blocks_legacy(policy)))
            .filter(|(_, kinds)| !kinds.is_empty())
            .collect();
        let said = |holds: bool, at: &Json| {
            let place = self.document.place(at);
            let value = FactValue::Holds(holds);
            Fact::new("legacy-auth-blocked", value, Basis::Configured, place)
        };
        let Some((first, _)) = blocking.first() else {
            // Without any enforced policy, security defaults may block them, and no file here says it.
            if self.is_whole && !self.enforced.is_empty() {
                reading.say(said(false, self.holder));
            }
            return;
        };
        let for_all = blocking.iter().filter(|(policy, _)| is_for_all(policy));
        let kinds: BTreeSet<_> = for_all.flat_map(|(_, kinds)| kinds).collect();
        let fact = said(true, first).about(name(first));
        reading.say(match kinds.len() == LEGACY.len() {
            true => fact,
            false => fact.in_part(),
        });
    }

    /// The longest time between two sign-ins; whole where some policy binds everybody, since the shorter
    /// of two holds.
    fn frequency(&self, reading: &mut Reading) {
        let mut longest: Option<(Limit, &Json, &Json)> = None;
        let (mut binds_all, mut is_read) = (false, true);
        for policy in self.enforced.iter().copied() {
            let Some((limit, at)) = frequency(policy) else {
                continue;
            };
            let types =
                field(policy, "conditions").map_or(vec![], |held| words(held, "clientAppTypes"));
            binds_all |=
                is_for_all(policy) && has_word(&types, "all") && matches!(limit, Limit::Finite(_));
            is_read &= limit != Limit::Unknown;
            // What cannot be read hides nothing that can.
            let is_longer = longest.is_none_or(|(known, _, _)| match (known, limit) {
                (Limit::Finite(known), Limit::Finite(next)) => next > known,
                (known, _) => known == Limit::Unknown,
            });
            if is_longer {
                longest = Some((limit, at, policy));
            }
        }
        let Some((limit, at, policy)) = longest else {
            return;
        };
        let place = self.document.place(at);
        let value = FactValue::Limit(limit);
        let fact = Fact::new("sign-in-frequency", value, Basis::Configured, place);
        let fact = fact.about(name(policy));
        reading.say(match binds_all && is_read {
            true => fact,
            false => fact.in_part(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fact, read, value};
    use super::*;
    use crate::evidence::time::DAY;

    const EVERYBODY: &str = r#""users": {"includeUsers": ["All"], "excludeUsers": []},
        "applications": {"includeApplications": ["All"]}, "platforms": null, "userRiskLevels": []"#;

    /// A policy with these conditions and controls.
    fn policy(conditions: &str, controls: &str) -> String {
        format!(
            r#"{{"displayName": "One", "state": "enabled", "conditions": {{{conditions}}}, {controls}}}"#
        )
    }

    fn list(policies: &[String]) -> Reading {
        let text = format!(r#"{{"value": [{}]}}"#, policies.join(","));
        read("conditional-access", &text).expect("policies")
    }

    fn grant(controls: &str) -> String {
        format!(r#""grantControls": {{{controls}}}"#)
    }

    const MFA: &str = r#""operator": "OR", "builtInControls": ["mfa"]"#;

    #[test]
    fn only_the_state_enabled_is_enforced() {
        for (state, enforced, reporting) in [
            ("enabled", 1, 0),
            ("enabledForReportingButNotEnforced", 0, 1),
            ("disabled", 0, 0),
            ("on", 0, 0),
        ] {
            let one = policy(EVERYBODY, &grant(MFA)).replace("enabled", state);
            let reading = list(&[one]);
            let count = |name| value(&reading, name);
            assert_eq!(
                count("policies-enforced"),
                Some(FactValue::Count(enforced)),
                "{state}"
            );
            assert_eq!(
                count("policies-report-only"),
                Some(FactValue::Count(reporting)),
                "{state}"
            );
            assert_eq!(
                count("mfa-policies"),
                Some(FactValue::Count(enforced)),
                "{state}"
            );
            assert_eq!(reading.anomalies.len(), usize::from(state == "on"));
        }
    }

    #[test]
    fn mfa_is_required_only_where_no_other_control_will_do() {
        for (controls, requires) in [
            (MFA, true),
            (
                r#""operator": "OR", "builtInControls": ["mfa", "compliantDevice"]"#,
                false,
            ),
            (
                r#""operator": "AND", "builtInControls": ["mfa", "compliantDevice"]"#,
                true,
            ),
            (
                r#""operator": "OR", "builtInControls": ["mfa"], "termsOfUse": ["t"]"#,
                false,
            ),
            (r#""operator": "OR", "builtInControls": ["block"]"#, false),
            (r#""operator": "OR", "builtInControls": []"#, false),
            (
                r#""builtInControls": [], "authenticationStrength": {"requirementsSatisfied": "mfa"}"#,
                true,
            ),
            (
                r#""builtInControls": [], "authenticationStrength": {"requirementsSatisfied": "none"}"#,
                false,
            ),
            (
                r#""builtInControls": [], "authenticationStrength": {"id": "00000000-0000-0000-0000-000000000004"}"#,
                true,
            ),
        ] {
            let reading = list(&[policy(EVERYBODY, &grant(controls))]);
            let expected = FactValue::Count(u64::from(requires));
            assert_eq!(
                value(&reading, "mfa-policies"),
                Some(expected),
                "{controls}"
            );
        }
    }

    #[test]
    fn everyone_left_out_of_mfa_is_counted_once() {
        let users = |more: &str| format!(r#""users": {{"includeUsers": ["All"], {more}}}"#);
        let one = policy(
            &users(r#""excludeUsers": ["u"], "excludeGroups": ["g"]"#),
            &grant(MFA),
        );
        let two = policy(
            &users(r#""excludeGroups": ["g"], "excludeRoles": ["r"]"#),
            &grant(MFA),
        );
        let reading = list(&[one, two]);
        let fact = fact(&reading, "mfa-exclusions").expect("it is said");
        assert_eq!(fact.value, FactValue::Count(3));
        assert!(!fact.is_whole, "a group hides people");

        let nobody = list(&[policy(EVERYBODY, &grant(MFA))]);
        assert_eq!(value(&nobody, "mfa-exclusions"), Some(FactValue::Count(0)));
        let no_mfa = list(&[policy(EVERYBODY, &grant(r#""builtInControls": ["block"]"#))]);
        assert_eq!(value(&no_mfa, "mfa-exclusions"), None);
    }

    /// Whether legacy clients are said to be blocked, and wholly.
    fn legacy(policies: &[String]) -> Option<(FactValue, bool)> {
        let reading = list(policies);
        let fact = fact(&reading, "legacy-auth-blocked")?;
        Some((fact.value.clone(), fact.is_whole))
    }

    #[test]
    fn legacy_clients_are_blocked_wholly_only_for_everybody() {
        let block = grant(r#""operator": "OR", "builtInControls": ["block"]"#);
        let both = r#""clientAppTypes": ["exchangeActiveSync", "other"]"#;
        let with = |conditions: &str| policy(conditions, &block);
        let all = |more: &str| with(&format!("{EVERYBODY}, {more}"));
        let some = r#""users": {"includeGroups": ["g"]}, "applications": {"includeApplications": ["All"]}"#;
        let yes = |is_whole| Some((FactValue::Holds(true), is_whole));
        let no = Some((FactValue::Holds(false), true));
        let other = all(r#""clientAppTypes": ["other"]"#);
        let sync = all(r#""clientAppTypes": ["exchangeActiveSync"]"#);

        assert_eq!(legacy(&[all(both)]), yes(true));
        assert_eq!(legacy(&[with(&format!("{some}, {both}"))]), yes(false));
        let except = all(both).replace("excludeUsers\": []", "excludeGroups\": [\"g\"]");
        assert_eq!(legacy(&[except]), yes(false));
        assert_eq!(legacy(std::slice::from_ref(&other)), yes(false));
        assert_eq!(legacy(&[other, sync]), yes(true));
        assert_eq!(
            legacy(&[all(&format!(r#"{both}, "signInRiskLevels": ["high"]"#))]),
            yes(false)
        );
        assert_eq!(legacy(&[all(r#""clientAppTypes": ["all"]"#)]), yes(true));
        let flows = r#""clientAppTypes": ["all"], "authenticationFlows": {"transferMethods": "deviceCodeFlow"}"#;
        assert_eq!(legacy(&[all(flows)]), no);
        assert_eq!(legacy(&[policy(EVERYBODY, &grant(MFA))]), no);
        assert_eq!(legacy(&[all(both).replace("enabled", "disabled")]), None);
    }

    #[test]
    fn one_policy_alone_says_nothing_of_the_others() {
        let alone = policy(EVERYBODY, &grant(r#""builtInControls": ["block"]"#));
        let reading = read("conditional-access", &alone).expect("a policy");
        let names: Vec<_> = reading.facts.iter().map(|fact| &*fact.name).collect();
        assert_eq!(names, ["policies-enforced"]);
        assert_eq!(reading.facts[0].basis, Basis::Sample);
    }

    #[test]
    fn policies_for_machines_name_service_principals_or_agents() {
        let block = grant(r#""builtInControls": ["block"]"#);
        for (conditions, is_one) in [
            (
                r#""clientApplications": {"includeServicePrincipals": ["ServicePrincipalsInMyTenant"]}"#,
                true,
            ),
            (
                r#""clientApplications": {"includeAgentIdServicePrincipals": ["All"]}"#,
                true,
            ),
            (r#""agents": {"includeAgentUsers": ["All"]}"#, true),
            (
                r#""clientApplications": {"includeServicePrincipals": ["None"]}"#,
                false,
            ),
            (
                r#""clientApplications": {"includeServicePrincipals": []}, "agents": null"#,
                false,
            ),
        ] {
            let reading = list(&[policy(conditions, &block)]);
            let expected = FactValue::Count(u64::from(is_one));
            assert_eq!(
                value(&reading, "machine-policies"),
                Some(expected),
                "{conditions}"
            );
        }
    }

    fn again(frequency: &str) -> String {
        let session = format!(r#""sessionControls": {{"signInFrequency": {{{frequency}}}}}"#);
        policy(
            &format!(r#"{EVERYBODY}, "clientAppTypes": ["all"]"#),
            &session,
        )
    }

    #[test]
    fn the_time_to_the_next_sign_in_is_read_in_hours_and_days() {
        for (frequency, limit) in [
            (
                r#""value": 12, "type": "hours", "isEnabled": true"#,
                Some(Limit::Finite(43_200.0)),
            ),
            (
                r#""value": 1, "type": "days", "isEnabled": true"#,
                Some(Limit::Finite(DAY)),
            ),
            (
                r#""value": null, "type": null, "frequencyInterval": "everyTime", "isEnabled": true"#,
                Some(Limit::Finite(0.0)),
            ),
            (
                r#""value": 0, "type": "hours", "isEnabled": true"#,
                Some(Limit::Unknown),
            ),
            (
                r#""value": 12, "type": "weeks", "isEnabled": true"#,
                Some(Limit::Unknown),
            ),
            (r#""value": 12, "type": "hours", "isEnabled": false"#, None),
            (r#""value": 12, "type": "hours""#, None),
        ] {
            let reading = list(&[again(frequency)]);
            let expected = limit.map(FactValue::Limit);
            assert_eq!(
                value(&reading, "sign-in-frequency"),
                expected,
                "{frequency}"
            );
        }
    }

    #[test]
    fn the_longest_frequency_holds_for_all_when_some_policy_binds_all() {
        let for_all = again(r#""value": 4, "type": "hours", "isEnabled": true"#);
        let some = r#""value": 1, "type": "days", "isEnabled": true"#;
        let for_some =
            again(some).replace(r#""includeUsers": ["All"]"#, r#""includeUsers": ["u"]"#);
        let said = |policies: &[String]| {
            let reading = list(policies);
            let fact = fact(&reading, "sign-in-frequency").expect("it is said");
            (fact.value.clone(), fact.is_whole)
        };
        let day = FactValue::Limit(Limit::Finite(DAY));
        assert_eq!(said(std::slice::from_ref(&for_some)), (day.clone(), false));
        assert_eq!(said(&[for_all.clone(), for_some]), (day, true));
        let hours = FactValue::Limit(Limit::Finite(14_400.0));
        let unread = for_all.replace("hours", "weeks");
        assert_eq!(said(&[unread, for_all]), (hours, false));
    }
}
