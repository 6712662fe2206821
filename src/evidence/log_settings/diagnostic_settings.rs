//! Azure and Entra diagnostic settings: which categories of logs leave, and where they are kept.
//!
//! A setting of Entra stands under `microsoft.aadiam`; every other belongs to a resource or a subscription.
//! Retention is part of a setting only where logs go to a storage account; a workspace has its own.

use std::collections::BTreeSet;

use super::report_of;
use crate::evidence::fact::{Basis, FactValue, Limit};
use crate::evidence::idp_config::listing::Answers;
use crate::evidence::idp_config::report::{Extent, Report, Zero, named};
use crate::evidence::idp_config::spread::Spread;
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::time::DAY;

/// Id of the format.
pub(super) const ID: &str = "entra-diagnostic-settings";

/// Reads diagnostic settings.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let Some((mut report, settings)) = report_of(document, (context, ID), is_setting, "id") else {
        return none_set(document, context);
    };
    let sending: Vec<&Json> = settings.into_iter().filter(|set| sends(set)).collect();
    let of_entra: Vec<&Json> = sending
        .iter()
        .filter(|set| is_of_entra(set))
        .copied()
        .collect();
    tell_entra(&mut report, &of_entra);
    // Other resources have settings of their own, which the file does not show.
    let extent = match sending.len() == of_entra.len() {
        true => Extent::Whole,
        false => Extent::Part,
    };
    tell_streams(&mut report, &sending, extent);
    tell_retention(&mut report, &sending);
    Ok(report.reading.finished())
}

/// A recorded question for the settings of something that has none: the answer is an empty list.
fn none_set(document: &Document, context: &Context) -> Result<Reading, No> {
    let calls = document.roots()[0].get("interactions");
    let asks = |call: &&Json| {
        let uri = call
            .at(&["request", "uri"])
            .and_then(Json::text)
            .unwrap_or_default();
        let list = call.at(&["response", "body", "data", "value"]);
        uri.to_ascii_lowercase().contains("/diagnosticsettings?")
            && list.is_some_and(|list| list.is_list() && list.items().is_empty())
    };
    let Some(call) = calls.and_then(|calls| calls.items().iter().find(asks)) else {
        let why =
            "no object is a diagnostic setting: an `id` under `diagnosticSettings` with `logs`";
        return Err(No::not_mine(why));
    };
    let mut report = Report::new(
        document,
        context.reading(super::ID, ID, Answers::recorded_at(document)),
    );
    report.say(
        "log-streams-active",
        FactValue::Count(0),
        Basis::CompleteList,
        call,
        (None, Extent::Part),
    );
    report.reading.not_whole("the list is empty");
    Ok(report.reading.finished())
}

/// The part of a setting that holds its values: Azure writes them under `properties`, its command line
/// beside the name.
fn values<'d, 'c>(setting: &'d Json<'c>) -> &'d Json<'c> {
    setting.get("properties").unwrap_or(setting)
}

fn id(setting: &Json) -> String {
    setting
        .text_of("id")
        .unwrap_or_default()
        .to_ascii_lowercase()
}

fn is_setting(object: &Json) -> bool {
    let is_named = id(object).contains("/diagnosticsettings/");
    is_named && values(object).get("logs").is_some_and(Json::is_list)
}

fn is_of_entra(setting: &&&Json) -> bool {
    id(setting).contains("microsoft.aadiam")
}

fn logs<'d, 'c>(setting: &'d Json<'c>) -> &'d [Json<'c>] {
    values(setting).get("logs").map_or(&[], Json::items)
}

fn is_on(log: &Json) -> bool {
    log.truth_of("enabled") == Some(true)
}

/// Whether a setting sends any log anywhere.
fn sends(setting: &Json) -> bool {
    let targets = [
        "storageAccountId",
        "workspaceId",
        "eventHubAuthorizationRuleId",
        "serviceBusRuleId",
        "marketplacePartnerId",
    ];
    let values = values(setting);
    let has_target = targets
        .iter()
        .any(|key| values.text_of(key).is_some_and(|id| !id.is_empty()));
    has_target && logs(setting).iter().any(is_on)
}

/// Categories of Entra: name in the setting, our name, and the class of events in it.
const CATEGORIES: [(&str, &str, &[&str]); 11] = [
    ("AuditLogs", "audit", &["admin", "policy"]),
    ("SignInLogs", "interactive", &["user-sign-in"]),
    (
        "NonInteractiveUserSignInLogs",
        "non-interactive",
        &["user-sign-in"],
    ),
    (
        "ServicePrincipalSignInLogs",
        "service-principal",
        &["machine-sign-in"],
    ),
    (
        "ManagedIdentitySignInLogs",
        "managed-identity",
        &["machine-sign-in"],
    ),
    ("MicrosoftGraphActivityLogs", "graph-activity", &["api-use"]),
    ("GraphActivityLogs", "graph-activity", &["api-use"]),
    ("RiskyUsers", "risk", &[]),
    ("UserRiskEvents", "risk", &[]),
    ("RiskyServicePrincipals", "risk", &[]),
    ("ServicePrincipalRiskEvents", "risk", &[]),
];

/// The categories of Entra that any setting forwards; each may go its own way.
fn tell_entra(report: &mut Report, settings: &[&Json]) {
    let Some(first) = settings.first() else {
        return;
    };
    let (mut names, mut classes) = (BTreeSet::new(), BTreeSet::new());
    for log in settings
        .iter()
        .flat_map(|setting| logs(setting))
        .filter(|log| is_on(log))
    {
        let category = log.text_of("category").unwrap_or_default();
        let takes_all = log.text_of("categoryGroup") == Some("allLogs");
        for (known, name, of) in CATEGORIES {
            if takes_all || known.eq_ignore_ascii_case(category) {
                names.insert(name.to_owned());
                classes.extend(of.iter().map(|class| (*class).to_owned()));
            }
        }
    }
    let told = (Some("Entra"), Extent::Whole);
    for (fact, set) in [
        ("entra-log-categories", names),
        ("log-exported-classes", classes),
    ] {
        report.say(fact, FactValue::Set(set), Basis::Configured, first, told);
    }
}

/// How many settings send logs, and whether all of them leave categories behind.
fn tell_streams(report: &mut Report, settings: &[&Json], extent: Extent) {
    let Some(first) = settings.first() else {
        return;
    };
    let count = FactValue::Count(settings.len() as u64);
    report.say(
        "log-streams-active",
        count,
        Basis::CompleteList,
        first,
        (None, extent),
    );
    let takes_all = |setting: &&&Json| {
        let all = logs(setting);
        let of_group = |log: &Json| is_on(log) && log.text_of("categoryGroup") == Some("allLogs");
        all.iter().any(of_group) || all.iter().all(is_on)
    };
    let whole = settings.iter().find(takes_all);
    let about = named(whole.unwrap_or(first), &["name"]);
    let filtered = FactValue::Holds(whole.is_none());
    let told = (Some(about.as_str()), extent);
    let at = whole.unwrap_or(first);
    report.say("log-stream-filtered", filtered, Basis::Configured, at, told);
}

/// How long a storage account keeps what it gets, where the setting says so. A rule that is off, and 0 days,
/// mean that nothing is deleted by this setting; a lifecycle rule of the account may do it all the same.
fn tell_retention<'d, 'c>(report: &mut Report<'d, 'c>, settings: &[&'d Json<'c>]) {
    let mut spread = Spread::default();
    for setting in settings {
        if values(setting).text_of("storageAccountId").is_none() {
            continue;
        }
        for log in logs(setting).iter().filter(|log| is_on(log)) {
            let Some(policy) = log.get("retentionPolicy").filter(|policy| policy.is_map()) else {
                continue;
            };
            let limit = match report.truth(policy, "enabled") {
                Some(true) => report.limit(policy, "days", DAY, Zero::Unlimited),
                Some(false) => Limit::Unlimited,
                None => Limit::Unset,
            };
            let category = named(log, &["category", "categoryGroup"]);
            let about = format!("{}, {category}", named(setting, &["name"]));
            spread.add(limit, about, policy);
        }
    }
    spread.say(report, "log-retention", Extent::Part);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::idp_config::tests::{facts, reading};

    fn setting(provider: &str, logs: &str, target: &str) -> String {
        format!(
            r#"{{"value": [{{"id": "/providers/{provider}/diagnosticSettings/out", "name": "out",
            "properties": {{"{target}": "/subscriptions/1/x", "logs": [{logs}]}}}}]}}"#
        )
    }

    fn log(category: &str, on: bool, retention: &str) -> String {
        format!(r#"{{"category": "{category}", "enabled": {on}, "retentionPolicy": {retention}}}"#)
    }

    const ENTRA: &str = "microsoft.aadiam";

    #[test]
    fn categories_of_entra_that_are_on_are_forwarded() {
        let logs = [
            log("AuditLogs", true, "null"),
            log("ServicePrincipalSignInLogs", true, "null"),
            log("SignInLogs", false, "null"),
            log("ProvisioningLogs", true, "null"),
        ];
        let expected = [
            "entra-log-categories {audit service-principal}, Entra",
            "log-exported-classes {admin machine-sign-in policy}, Entra",
            "log-streams-active 1",
            "log-stream-filtered yes, out",
        ];
        assert_eq!(
            facts(read, &setting(ENTRA, &logs.join(","), "workspaceId")),
            expected
        );
    }

    #[test]
    fn a_group_of_all_logs_takes_every_category() {
        let all = r#"{"category": null, "categoryGroup": "allLogs", "enabled": true}"#;
        let facts = facts(read, &setting(ENTRA, all, "workspaceId"));
        let names = "audit graph-activity interactive managed-identity non-interactive risk service-principal";
        assert_eq!(facts[0], format!("entra-log-categories {{{names}}}, Entra"));
        assert_eq!(facts[3], "log-stream-filtered no, out");
    }

    #[test]
    fn retention_counts_in_a_storage_account_and_0_days_never_end() {
        let kept = |retention: &str, target: &str| {
            let text = setting("microsoft.insights", &log("Audit", true, retention), target);
            facts(read, &text)
                .into_iter()
                .find(|line| line.starts_with("log-retention"))
        };
        let said = |said: &str| Some(format!("log-retention {said}, out, Audit, in part"));
        let store = "storageAccountId";
        assert_eq!(
            kept(r#"{"enabled": true, "days": 5}"#, store),
            said("432000 s")
        );
        assert_eq!(
            kept(r#"{"enabled": true, "days": 0}"#, store),
            said("without end")
        );
        assert_eq!(
            kept(r#"{"enabled": false, "days": 5}"#, store),
            said("without end")
        );
        assert_eq!(kept(r#"{"enabled": true}"#, store), said("unset"));
        assert_eq!(kept("null", store), None);
        assert_eq!(kept(r#"{"enabled": true, "days": 5}"#, "workspaceId"), None);
    }

    #[test]
    fn a_setting_recorded_twice_counts_once() {
        let call = r#"{"request": {"uri": "u"}, "response": {"body": {"data": {"value": [
            {"id": "/x/diagnosticSettings/out", "name": "out", "properties": {"workspaceId": "w",
            "logs": [{"category": "Audit", "enabled": true}]}}]}}}}"#;
        let all = facts(read, &format!(r#"{{"interactions": [{call}, {call}]}}"#));
        assert_eq!(
            all,
            [
                "log-streams-active 1, in part",
                "log-stream-filtered no, out, in part"
            ]
        );
    }

    #[test]
    fn a_setting_that_sends_nothing_is_no_stream() {
        let off = setting(ENTRA, &log("AuditLogs", false, "null"), "workspaceId");
        let nowhere = setting(
            ENTRA,
            &log("AuditLogs", true, "null"),
            "logAnalyticsDestinationType",
        );
        for text in [off, nowhere] {
            let all = facts(read, &text);
            assert!(!all.concat().contains("audit"), "{all:#?}");
        }
    }

    #[test]
    fn a_recorded_empty_list_is_no_clean_list() {
        let text = r#"{"interactions": [{"request": {"uri": "https://management.azure.com/x/diagnosticSettings?a=1"},
            "response": {"body": {"data": {"value": []}}}}]}"#;
        let reading = reading(read, text).expect("it is read");
        assert_eq!((reading.facts.len(), reading.partial.len()), (1, 1));
    }
}
