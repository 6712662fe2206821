//! AWS CloudTrail: `describe-trails`, `get-trail-status` and `get-event-selectors`.
//!
//! A trail writes into a bucket; how long the bucket keeps it stands in the lifecycle of the bucket, so no
//! retention is read here.

use std::collections::BTreeSet;

use super::report_of;
use crate::evidence::fact::{Basis, FactValue};
use crate::evidence::idp_config::report::{Extent, Report, named};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "cloudtrail-trails";

/// Reads answers about trails.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let is_asked = |object: &Json| is_trail(object) || is_status(object) || is_selectors(object);
    let Some((mut report, objects)) = report_of(document, (context, ID), is_asked, "") else {
        let why = "no object is a trail with `TrailARN` and `S3BucketName`, a trail status with \
            `IsLogging`, or a list of `EventSelectors`";
        return Err(No::not_mine(why));
    };
    let of = |is: fn(&Json) -> bool| -> Vec<&Json> {
        let of_kind = objects.iter().filter(|object| is(object));
        of_kind.copied().take(super::MOST).collect()
    };
    let selectors = of(is_selectors);
    tell_trails(&mut report, &of(is_trail), &selectors);
    for status in of(is_status) {
        tell_status(&mut report, status);
    }
    for selector in selectors {
        let name = trail_of(selector);
        let told = (Some(name.as_str()), Extent::Whole);
        let selects = Selects::of(selector);
        let management = FactValue::Holds(selects.management);
        let fact = "log-management-events";
        report.say(fact, management, Basis::Configured, selector, told);
        let data = FactValue::Holds(selects.data);
        report.say("log-data-events", data, Basis::Configured, selector, told);
    }
    Ok(report.reading.finished())
}

fn is_trail(object: &Json) -> bool {
    object.has("TrailARN") && object.has("S3BucketName")
}

fn is_status(object: &Json) -> bool {
    let others = [
        "LatestDeliveryTime",
        "LatestDeliveryAttemptTime",
        "StartLoggingTime",
        "TimeLoggingStarted",
    ];
    object.has("IsLogging") && others.iter().any(|key| object.has(key))
}

fn is_selectors(object: &Json) -> bool {
    let is_list = |key| object.get(key).is_some_and(Json::is_list);
    object.has("TrailARN") && (is_list("EventSelectors") || is_list("AdvancedEventSelectors"))
}

/// The name of a trail, the end of its ARN.
fn trail_of(object: &Json) -> String {
    let arn = named(object, &["TrailARN"]);
    let name = arn.rsplit('/').next().unwrap_or(&arn);
    format!("trail {name}")
}

/// What event selectors let through.
struct Selects {
    /// All management events, reads and writes.
    management: bool,
    /// Data events of something.
    data: bool,
}

impl Selects {
    fn of(object: &Json) -> Self {
        let list = |key| object.get(key).map_or(&[][..], Json::items);
        let basic = list("EventSelectors");
        let advanced = list("AdvancedEventSelectors");
        let all = |selector: &Json| {
            selector.truth_of("IncludeManagementEvents") == Some(true)
                && selector.text_of("ReadWriteType") == Some("All")
        };
        let has_data = |selector: &Json| {
            let resources = selector.get("DataResources");
            resources.is_some_and(|resources| !resources.items().is_empty())
        };
        Self {
            management: basic.iter().any(all) || advanced.iter().any(is_all_management),
            data: basic.iter().any(has_data)
                || advanced.iter().any(|selector| is_of(selector, "Data")),
        }
    }
}

/// Whether an advanced selector chooses a category of events.
fn is_of(selector: &Json, category: &str) -> bool {
    let fields = selector.get("FieldSelectors").map_or(&[][..], Json::items);
    fields.iter().any(|field| {
        let equals = field.get("Equals").map_or(&[][..], Json::items);
        field.text_of("Field") == Some("eventCategory")
            && equals.iter().any(|value| value.text() == Some(category))
    })
}

/// Whether an advanced selector chooses all management events. Leaving out the noise of key management is
/// usual; any other field narrows it.
fn is_all_management(selector: &Json) -> bool {
    let fields = selector.get("FieldSelectors").map_or(&[][..], Json::items);
    let is_harmless = |field: &Json| match field.text_of("Field") {
        Some("eventCategory") => true,
        Some("eventSource") => {
            let left_out = field.get("NotEquals").map_or(&[][..], Json::items);
            let names = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];
            let is_noise = |value: &Json| value.text().is_some_and(|text| names.contains(&text));
            !field.has("Equals") && !left_out.is_empty() && left_out.iter().all(is_noise)
        }
        _ => false,
    };
    is_of(selector, "Management") && fields.iter().all(is_harmless)
}

/// Settings of a trail, and what they are to us.
const PROPERTIES: [(&str, &str); 3] = [
    ("IsOrganizationTrail", "all-accounts"),
    ("IsMultiRegionTrail", "all-regions"),
    ("LogFileValidationEnabled", "validation"),
];

/// What a trail does by its own settings, and whether nothing is left open.
fn properties(
    report: &mut Report,
    trail: &Json,
    selectors: &[&Json],
) -> (BTreeSet<String>, Extent) {
    let mut names = BTreeSet::new();
    for (key, name) in PROPERTIES {
        if report.truth(trail, key) == Some(true) {
            names.insert(name.to_owned());
        }
    }
    let arn = trail.text_of("TrailARN");
    let own = selectors.iter().rfind(|own| own.text_of("TrailARN") == arn);
    // Without selectors of its own a trail records all management events.
    let (has_management, extent) = match (own, trail.truth_of("HasCustomEventSelectors")) {
        (Some(own), _) => (Selects::of(own).management, Extent::Whole),
        (None, Some(false)) => (true, Extent::Whole),
        (None, _) => (true, Extent::Part),
    };
    let has_global = report.truth(trail, "IncludeGlobalServiceEvents") == Some(true);
    if has_global && has_management {
        names.insert("iam-calls".to_owned());
    }
    (names, extent)
}

/// Says what trails do. One trail has to do all that is claimed: where no trail does everything that any of
/// them does, the sum is told, which disproves what none does and proves nothing.
fn tell_trails(report: &mut Report, trails: &[&Json], selectors: &[&Json]) {
    let mut all = vec![];
    for trail in trails {
        let (names, extent) = properties(report, trail, selectors);
        all.push((names, extent, *trail));
    }
    let Some(first) = trails.first() else {
        return;
    };
    let sum: BTreeSet<String> = all.iter().flat_map(|(names, ..)| names.clone()).collect();
    let does_all = |known: &&(BTreeSet<String>, Extent, &Json)| known.0 == sum;
    let best = all
        .iter()
        .find(|known| does_all(known) && known.1 == Extent::Whole);
    let best = best.or(all.iter().find(does_all));
    let (about, extent, at) = match best {
        Some((_, extent, trail)) => (trail_of(trail), *extent, *trail),
        None => ("several trails together".to_owned(), Extent::Part, *first),
    };
    // Old answers lack keys; what such an answer does not name may be there all the same.
    let has_all = |trail: &&Json| PROPERTIES.iter().all(|(key, _)| trail.has(key));
    let basis = match trails.iter().all(has_all) {
        true => Basis::Configured,
        false => Basis::Sample,
    };
    let told = (Some(about.as_str()), extent);
    report.say("trail-properties", FactValue::Set(sum), basis, at, told);
}

/// Says whether a trail is recording; the answer does not name the trail.
fn tell_status(report: &mut Report, status: &Json) {
    report.say_truth("trail-logging", status, "IsLogging", (None, Extent::Whole));
    for key in ["LatestDeliveryError", "LatestDigestDeliveryError"] {
        let error = status.text_of(key).filter(|error| !error.is_empty());
        if error.is_some() {
            report.odd(
                format!("`{key}` tells that the last delivery failed"),
                status,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::idp_config::tests::{facts, reading};

    fn trail(name: &str, rest: &str) -> String {
        format!(
            r#"{{"Name": "{name}", "TrailARN": "arn:aws:cloudtrail:eu-west-1:111122223333:trail/{name}",
            "S3BucketName": "logs", "IncludeGlobalServiceEvents": true, {rest}}}"#
        )
    }

    fn trails(list: &[String]) -> Vec<String> {
        facts(read, &format!(r#"{{"trailList": [{}]}}"#, list.join(",")))
    }

    const ALL: &str = r#""IsMultiRegionTrail": true, "LogFileValidationEnabled": true, "IsOrganizationTrail": true"#;

    #[test]
    fn a_trail_tells_what_it_does() {
        let plain = format!(r#"{ALL}, "HasCustomEventSelectors": false"#);
        let set = "trail-properties {all-accounts all-regions iam-calls validation}";
        assert_eq!(
            trails(&[trail("main", &plain)]),
            [format!("{set}, trail main")]
        );
        let custom = format!(r#"{ALL}, "HasCustomEventSelectors": true"#);
        let open = format!("{set}, trail main, in part");
        assert_eq!(trails(&[trail("main", &custom)]), [open.as_str()]);
        assert_eq!(trails(&[trail("main", ALL)]), [open]);
        let bare = r#""IsMultiRegionTrail": false, "HasCustomEventSelectors": false"#;
        let few = "trail-properties {iam-calls}, trail main";
        assert_eq!(trails(&[trail("main", bare)]), [few]);
    }

    #[test]
    fn a_key_that_an_old_answer_lacks_disproves_nothing() {
        let basis = |rest: &str| {
            let text = format!(r#"{{"trailList": [{}]}}"#, trail("main", rest));
            reading(read, &text).expect("it is read").facts[0].basis
        };
        assert_eq!(basis(ALL), Basis::Configured);
        assert_eq!(basis(r#""IsMultiRegionTrail": true"#), Basis::Sample);
    }

    #[test]
    fn what_several_trails_do_together_is_not_what_one_does() {
        let whole = r#""HasCustomEventSelectors": false"#;
        let wide = trail("wide", &format!(r#""IsOrganizationTrail": true, {whole}"#));
        let safe = trail(
            "safe",
            &format!(r#""LogFileValidationEnabled": true, {whole}"#),
        );
        let poor = trail("poor", whole);
        let both = trails(&[wide.clone(), safe]);
        let set = "trail-properties {all-accounts iam-calls validation}";
        assert_eq!(both, [format!("{set}, several trails together, in part")]);
        let best = "trail-properties {all-accounts iam-calls}, trail wide";
        assert_eq!(trails(&[poor, wide]), [best]);
    }

    #[test]
    fn a_trail_records_or_it_does_not() {
        let status = |on| format!(r#"{{"IsLogging": {on}, "LatestDeliveryAttemptTime": ""}}"#);
        assert_eq!(facts(read, &status(true)), ["trail-logging yes"]);
        assert_eq!(facts(read, &status(false)), ["trail-logging no"]);
        let failed =
            r#"{"IsLogging": true, "StartLoggingTime": 1, "LatestDeliveryError": "AccessDenied"}"#;
        assert_eq!(
            reading(read, failed).expect("it is read").anomalies.len(),
            1
        );
    }

    fn selected(selector: &str) -> String {
        let arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main";
        facts(read, &format!(r#"{{"TrailARN": "{arn}", {selector}}}"#)).join("; ")
    }

    #[test]
    fn selectors_tell_which_events_are_logged() {
        let said = |management, data| {
            format!(
                "log-management-events {management}, trail main; log-data-events {data}, trail main"
            )
        };
        let basic = |kind, management, resources| {
            selected(&format!(
                r#""EventSelectors": [{{"IncludeManagementEvents": {management},
                "ReadWriteType": "{kind}", "DataResources": [{resources}]}}]"#
            ))
        };
        let bucket = r#"{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::"]}"#;
        assert_eq!(basic("All", true, ""), said("yes", "no"));
        assert_eq!(basic("WriteOnly", true, ""), said("no", "no"));
        assert_eq!(basic("All", false, bucket), said("no", "yes"));
        let advanced = |fields: &str| {
            selected(&format!(
                r#""AdvancedEventSelectors": [{{"FieldSelectors": [{fields}]}}]"#
            ))
        };
        let management = r#"{"Field": "eventCategory", "Equals": ["Management"]}"#;
        let noise = r#"{"Field": "eventSource", "NotEquals": ["kms.amazonaws.com"]}"#;
        let iam = r#"{"Field": "eventSource", "NotEquals": ["iam.amazonaws.com"]}"#;
        assert_eq!(
            advanced(&format!("{management}, {noise}")),
            said("yes", "no")
        );
        assert_eq!(advanced(&format!("{management}, {iam}")), said("no", "no"));
        let data = r#"{"Field": "eventCategory", "Equals": ["Data"]}"#;
        assert_eq!(advanced(data), said("no", "yes"));
    }

    #[test]
    fn selectors_in_the_same_file_settle_the_trail() {
        let arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main";
        let custom = trail("main", r#""HasCustomEventSelectors": true"#);
        let text =
            format!(r#"{{"trailList": [{custom}]}} {{"TrailARN": "{arn}", "EventSelectors": []}}"#);
        assert_eq!(facts(read, &text)[0], "trail-properties {}, trail main");
    }

    #[test]
    fn an_event_is_no_trail() {
        let text = r#"{"eventSource": "cloudtrail.amazonaws.com", "eventName": "StopLogging"}"#;
        assert!(matches!(reading(read, text), Err(No::NotMine(_))));
    }
}
