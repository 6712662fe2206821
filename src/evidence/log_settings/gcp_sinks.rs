//! Google Cloud log sinks: which leave the project, and whether a filter holds events back.

use super::report_of;
use crate::evidence::fact::{Basis, FactValue};
use crate::evidence::idp_config::report::{Extent, named};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "gcp-sinks";

/// Services that take logs; a destination begins with one of them.
const SERVICES: [&str; 4] = [
    "storage.googleapis.com/",
    "bigquery.googleapis.com/",
    "pubsub.googleapis.com/",
    "logging.googleapis.com/",
];
/// Sinks that every project has; they fill its own buckets.
const BUILT_IN: [&str; 2] = ["_Required", "_Default"];

/// Reads a list of sinks.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let Some((mut report, sinks)) = report_of(document, (context, ID), is_sink, "") else {
        let why = "no object is a sink: a `name` beside a `destination` such as `storage.googleapis.com/`";
        return Err(No::not_mine(why));
    };
    let exports = |sink: &&&Json| {
        let is_built_in = sink
            .text_of("name")
            .is_some_and(|name| BUILT_IN.contains(&name));
        !is_built_in && sink.truth_of("disabled") != Some(true)
    };
    let active: Vec<&Json> = sinks.iter().filter(exports).copied().collect();
    let first = active.first().unwrap_or(&sinks[0]);
    let count = FactValue::Count(active.len() as u64);
    let told = (None, Extent::Whole);
    report.say(
        "log-streams-active",
        count,
        Basis::CompleteList,
        first,
        told,
    );
    if !active.is_empty() {
        let whole = active.iter().find(|sink| !is_filtered(sink));
        let at = whole.unwrap_or(first);
        let about = format!("sink {}", named(at, &["name"]));
        let told = (Some(about.as_str()), Extent::Whole);
        let value = FactValue::Holds(whole.is_none());
        report.say("log-stream-filtered", value, Basis::Configured, at, told);
    }
    Ok(report.reading.finished())
}

fn is_sink(object: &Json) -> bool {
    let destination = object.text_of("destination").unwrap_or_default();
    object.text_of("name").is_some()
        && SERVICES
            .iter()
            .any(|service| destination.starts_with(service))
}

/// Whether a filter or an exclusion holds events back.
fn is_filtered(sink: &Json) -> bool {
    let filter = sink.text_of("filter").unwrap_or_default();
    let exclusions = sink.get("exclusions").map_or(&[][..], Json::items);
    let is_on = |exclusion: &Json| exclusion.truth_of("disabled") != Some(true);
    !filter.trim().is_empty() || exclusions.iter().any(is_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::idp_config::tests::{facts, reading};

    fn sink(name: &str, rest: &str) -> String {
        format!(r#"{{"name": "{name}", "destination": "storage.googleapis.com/example" {rest}}}"#)
    }

    #[test]
    fn a_sink_with_a_filter_or_an_exclusion_holds_events_back() {
        for (rest, said) in [
            ("", "no"),
            (r#", "filter": """#, "no"),
            (r#", "filter": "severity>=ERROR""#, "yes"),
            (
                r#", "exclusions": [{"name": "noise", "filter": "x"}]"#,
                "yes",
            ),
            (
                r#", "exclusions": [{"name": "noise", "disabled": true}]"#,
                "no",
            ),
        ] {
            let text = format!(r#"{{"sinks": [{}]}}"#, sink("archive", rest));
            let filtered = format!("log-stream-filtered {said}, sink archive");
            assert_eq!(
                facts(read, &text),
                ["log-streams-active 1", &filtered],
                "{rest}"
            );
        }
    }

    #[test]
    fn sinks_of_the_project_itself_and_those_that_are_off_export_nothing() {
        let off = sink("archive", r#", "disabled": true"#);
        let text = format!(
            "[{}, {}, {off}]",
            sink("_Default", ""),
            sink("_Required", "")
        );
        assert_eq!(facts(read, &text), ["log-streams-active 0"]);
    }

    #[test]
    fn the_event_that_made_a_sink_is_no_sink() {
        let text = r#"{"protoPayload": {"request": {"sink": {"name": "s", "destination":
            "bigquery.googleapis.com/projects/p"}}}, "resource": {"labels": {"destination": ""}}}"#;
        assert!(matches!(reading(read, text), Err(No::NotMine(_))));
    }
}
