//! Access keys of AWS users: the credential report of an account, and lists of the keys of a user.
//!
//! `N/A`, `no_information` and `not_supported` are three different things in a credential report, and none
//! of them is a date: no such credential or no use of it, a use that AWS knows nothing of, and something
//! that does not apply.

pub(in crate::evidence) mod ages;
mod columns;
mod facts;
pub(in crate::evidence) mod found;
mod listed;
mod report;
mod users;

use super::families::{Family, Format};
use super::input::json::Json;

/// The family.
pub const FAMILY: Family = Family {
    id: ID,
    title: "AWS access keys",
    formats: &[
        Format {
            id: report::ID,
            title: "IAM credential report",
            read: report::read,
        },
        Format {
            id: listed::ID,
            title: "List of access keys or service-specific credentials",
            read: listed::read,
        },
    ],
};

const ID: &str = "aws-keys";

/// What shows that more follows an answer of AWS: its own mark, or that of the command line's paging.
pub(in crate::evidence) fn more_follows(answer: &Json) -> Option<&'static str> {
    let has_token = answer
        .text_of("NextToken")
        .is_some_and(|one| !one.is_empty());
    match (answer.truth_of("IsTruncated"), has_token) {
        (Some(true), _) => Some("`IsTruncated` says that more follow"),
        (_, true) => Some("`NextToken` says that more follow"),
        _ => None,
    }
}
