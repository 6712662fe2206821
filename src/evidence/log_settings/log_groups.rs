//! AWS CloudWatch log groups: how long each keeps its events.

use super::report_of;
use crate::evidence::fact::Limit;
use crate::evidence::idp_config::report::{Extent, Zero, named};
use crate::evidence::idp_config::spread::Spread;
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::time::DAY;

/// Id of the format.
pub(super) const ID: &str = "log-groups";

/// Length of a page of `DescribeLogGroups`.
const PAGE: usize = 50;

/// Reads a list of log groups.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let Some((mut report, groups)) = report_of(document, (context, ID), is_group, "arn") else {
        return Err(No::not_mine(
            "no object is a log group with `logGroupName` and `arn`",
        ));
    };
    if groups.len() == PAGE {
        let why = format!("it lists exactly {PAGE}, the length of a page");
        report.reading.not_whole(why);
    }
    let mut spread = Spread::default();
    for group in groups {
        let key = "retentionInDays";
        // A group without the key keeps its events for ever; 0 cannot be set.
        let limit = match report.limit(group, key, DAY, Zero::Impossible) {
            Limit::Unset => Limit::Unlimited,
            limit => limit,
        };
        let about = named(group, &["logGroupName"]);
        spread.add(limit, about, group.get(key).unwrap_or(group));
    }
    spread.say(&mut report, "log-retention", Extent::Whole);
    Ok(report.reading.finished())
}

fn is_group(object: &Json) -> bool {
    // Events that were subscribed to name their group too, and have no ARN of it.
    object.has("logGroupName") && (object.has("arn") || object.has("logGroupArn"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::idp_config::tests::{facts, reading};

    fn group(name: &str, rest: &str) -> String {
        format!(
            r#"{{"logGroupName": "{name}", "arn": "arn:aws:logs:eu-west-1:1:{name}", "storedBytes": 9 {rest}}}"#
        )
    }

    fn groups(list: &[String]) -> Vec<String> {
        facts(read, &format!(r#"{{"logGroups": [{}]}}"#, list.join(",")))
    }

    #[test]
    fn a_group_without_retention_keeps_for_ever() {
        for (rest, said) in [
            ("", "without end"),
            (r#", "retentionInDays": null"#, "without end"),
            (r#", "retentionInDays": 1"#, "86400 s"),
            (r#", "retentionInDays": 0"#, "unknown"),
            (r#", "retentionInDays": "long""#, "unknown"),
        ] {
            let expected = format!("log-retention {said}, audit");
            assert_eq!(groups(&[group("audit", rest)]), [expected], "{rest}");
        }
    }

    #[test]
    fn a_size_is_never_read_as_a_length_of_time() {
        let capped = group("audit", r#", "maxSizeBytes": 4096, "sizeCap": 30"#);
        assert_eq!(groups(&[capped]), ["log-retention without end, audit"]);
    }

    #[test]
    fn groups_with_the_same_retention_are_told_together() {
        let short = |name| group(name, r#", "retentionInDays": 7"#);
        let all = groups(&[short("a"), group("b", ""), short("c")]);
        let expected = [
            "log-retention 604800 s, a and 1 more",
            "log-retention without end, b",
        ];
        assert_eq!(all, expected);
    }

    #[test]
    fn a_full_page_may_go_on() {
        let list = |count: usize| {
            let list: Vec<String> = (0..count).map(|at| group(&format!("g{at}"), "")).collect();
            reading(read, &format!(r#"{{"logGroups": [{}]}}"#, list.join(","))).expect("it is read")
        };
        assert!(list(49).partial.is_empty());
        assert_eq!(list(50).partial.len(), 1);
    }
}
