//! Log streams of Okta and Auth0: whether any is on, and which events a filter lets through.
//!
//! The sink of a stream holds keys of its target; nothing of a sink is ever said.

use std::collections::BTreeSet;

use super::report_of;
use crate::evidence::fact::{Basis, FactValue};
use crate::evidence::idp_config::report::{Extent, Report, named};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format for Okta.
pub(super) const OKTA: &str = "okta-log-streams";
/// Id of the format for Auth0.
pub(super) const AUTH0: &str = "auth0-log-streams";

/// Reads log streams of Okta. They send every event of the system log.
pub(super) fn read_okta(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let Some((mut report, streams)) = report_of(document, (context, OKTA), is_okta, "id") else {
        let why =
            "no object is an Okta log stream: a `type` such as `aws_eventbridge` beside `settings`";
        return Err(No::not_mine(why));
    };
    count(&mut report, &streams);
    Ok(report.reading.finished())
}

/// Reads log streams of Auth0.
pub(super) fn read_auth0(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let Some((mut report, streams)) = report_of(document, (context, AUTH0), is_auth0, "id") else {
        let why = "no object is an Auth0 log stream: a `sink` beside `type` and `status`";
        return Err(No::not_mine(why));
    };
    let active = count(&mut report, &streams);
    filters(&mut report, &active);
    Ok(report.reading.finished())
}

fn is_okta(object: &Json) -> bool {
    let kinds = ["aws_eventbridge", "splunk_cloud_logstreaming"];
    let is_kind = object
        .text_of("type")
        .is_some_and(|kind| kinds.contains(&kind));
    is_kind && object.get("settings").is_some_and(Json::is_map) && object.has("status")
}

fn is_auth0(object: &Json) -> bool {
    let text = |key| object.text_of(key).is_some();
    object.get("sink").is_some_and(Json::is_map) && text("type") && text("status") && text("name")
}

/// Says how many streams are on, and gives them.
fn count<'d, 'c>(report: &mut Report, streams: &[&'d Json<'c>]) -> Vec<&'d Json<'c>> {
    let is_on = |stream: &&&Json| {
        let status = stream.text_of("status").unwrap_or_default();
        status.eq_ignore_ascii_case("active")
    };
    let active: Vec<&Json> = streams.iter().filter(is_on).copied().collect();
    if let Some(at) = active.first().or(streams.first()) {
        let value = FactValue::Count(active.len() as u64);
        let told = (None, Extent::Whole);
        report.say("log-streams-active", value, Basis::CompleteList, at, told);
    }
    active
}

/// Categories of Auth0's log, and the classes of events in them.
const CATEGORIES: [(&str, &[&str]); 3] = [
    ("management.success", &["admin", "policy", "api-use"]),
    ("auth.login.success", &["user-sign-in"]),
    ("auth.token_exchange.success", &["machine-sign-in"]),
];

/// The categories that a filter names; none where there is no filter, and all events leave.
fn filtered<'d>(stream: &'d Json) -> Option<BTreeSet<&'d str>> {
    let filters = stream.get("filters").map_or(&[][..], Json::items);
    let names = filters.iter().filter_map(|filter| filter.text_of("name"));
    (!filters.is_empty()).then(|| names.collect())
}

/// Says whether every active stream filters, and which classes leave by any of them.
fn filters(report: &mut Report, active: &[&Json]) {
    let Some(first) = active.first() else {
        return;
    };
    let whole = active.iter().find(|stream| filtered(stream).is_none());
    let at = *whole.unwrap_or(first);
    let about = named(at, &["name"]);
    let told = (Some(about.as_str()), Extent::Whole);
    let value = FactValue::Holds(whole.is_none());
    report.say("log-stream-filtered", value, Basis::Configured, at, told);
    let lets = |category: &str| {
        let names = |stream: &&Json| filtered(stream).is_none_or(|names| names.contains(category));
        active.iter().any(names)
    };
    let classes = CATEGORIES.iter().filter(|(category, _)| lets(category));
    let classes = classes.flat_map(|(_, classes)| classes.iter().map(|class| (*class).to_owned()));
    let value = FactValue::Set(classes.collect());
    report.say("log-exported-classes", value, Basis::Configured, at, told);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::idp_config::tests::{facts, reading};

    fn stream(name: &str, status: &str, filters: &str) -> String {
        format!(
            r#"{{"id": "lst_{name}", "name": "{name}", "type": "datadog", "status": "{status}",
            "sink": {{"datadogApiKey": "hunter22hunter22", "datadogRegion": "eu"}}, "filters": [{filters}]}}"#
        )
    }

    const LOGINS: &str = r#"{"type": "category", "name": "auth.login.success"},
        {"type": "category", "name": "auth.login.fail"}"#;

    #[test]
    fn a_filter_keeps_classes_of_events_back() {
        let text = format!("[{}]", stream("siem", "active", LOGINS));
        let expected = [
            "log-streams-active 1",
            "log-stream-filtered yes, siem",
            "log-exported-classes {user-sign-in}, siem",
        ];
        assert_eq!(facts(read_auth0, &text), expected);
    }

    #[test]
    fn one_stream_without_a_filter_sends_all() {
        let list = [
            stream("siem", "active", LOGINS),
            stream("store", "active", ""),
        ];
        let all = facts(read_auth0, &format!("[{}]", list.join(",")));
        assert_eq!(all[1], "log-stream-filtered no, store");
        let classes = "{admin api-use machine-sign-in policy user-sign-in}";
        assert_eq!(all[2], format!("log-exported-classes {classes}, store"));
    }

    #[test]
    fn a_stream_that_is_paused_sends_nothing() {
        let text = format!("[{}]", stream("siem", "suspended", ""));
        assert_eq!(facts(read_auth0, &text), ["log-streams-active 0"]);
    }

    #[test]
    fn nothing_of_a_sink_is_said() {
        let text = format!("[{}]", stream("siem", "active", LOGINS));
        let reading = reading(read_auth0, &text).expect("it is read");
        assert!(!format!("{reading:?}").contains("hunter22"));
    }

    #[test]
    fn streams_of_okta_are_counted_by_their_status() {
        let stream = |status| {
            format!(
                r#"{{"type": "splunk_cloud_logstreaming", "name": "siem", "status": "{status}",
                "settings": {{"host": "example.com", "token": "hunter22"}}}}"#
            )
        };
        let text = format!("[{}, {}]", stream("ACTIVE"), stream("INACTIVE"));
        assert_eq!(facts(read_okta, &text), ["log-streams-active 1"]);
        assert!(reading(read_auth0, &text).is_err());
    }
}
