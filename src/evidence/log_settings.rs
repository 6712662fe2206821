//! Settings of log export and retention: which events leave, whether they do, and how long they are kept.
//!
//! What is set here is half of the answer: the retention of a bucket or workspace stands in another file,
//! and an export that is on may still leave classes of events behind.

mod cloudtrail;
mod diagnostic_settings;
mod gcp_sinks;
mod log_groups;
mod streams;

use super::families::{Family, Format};
use super::idp_config::listing::{Answers, each_once, holds};
use super::idp_config::report::Report;
use super::input::json::{Document, Json};
use super::reading::Context;

/// Id of the family.
const ID: &str = "log-settings";

/// Settings of log export and retention.
pub const FAMILY: Family = Family {
    id: ID,
    title: "Settings of log export and retention",
    formats: &[
        Format {
            id: cloudtrail::ID,
            title: "AWS CloudTrail: trails, their status and event selectors",
            read: cloudtrail::read,
        },
        Format {
            id: log_groups::ID,
            title: "AWS CloudWatch log groups",
            read: log_groups::read,
        },
        Format {
            id: diagnostic_settings::ID,
            title: "Azure and Entra diagnostic settings",
            read: diagnostic_settings::read,
        },
        Format {
            id: streams::OKTA,
            title: "Okta log streams",
            read: streams::read_okta,
        },
        Format {
            id: streams::AUTH0,
            title: "Auth0 log streams",
            read: streams::read_auth0,
        },
        Format {
            id: gcp_sinks::ID,
            title: "Google Cloud log sinks",
            read: gcp_sinks::read,
        },
    ],
};

/// Most objects of one kind that are told one by one.
const MOST: usize = 200;

/// A report about the objects of a document that are asked for, and these objects, each once by its id; none
/// where there are none.
fn report_of<'d, 'c>(
    document: &'d Document<'c>,
    (context, format): (&Context, &str),
    is_asked: impl Fn(&Json) -> bool,
    id: &str,
) -> Option<(Report<'d, 'c>, Vec<&'d Json<'c>>)> {
    let answers = Answers::of(document);
    let mut objects = answers.objects();
    objects.retain(|object| is_asked(object));
    if objects.is_empty() {
        return None;
    }
    let own = Answers::recorded_at(document);
    let mut report = Report::new(document, context.reading(ID, format, own));
    let objects = each_once(&mut report, objects, id, answers.is_recording);
    report.reading.items = objects.len() as u64;
    for answer in &answers.all {
        if holds(answer, &is_asked) {
            report.pages(answer);
        }
    }
    Some((report, objects))
}
