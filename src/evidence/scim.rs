//! SCIM (RFC 7643 and 7644): what a service says it can do, and the users and groups it lists.
//!
//! Requests to change something are no evidence: they do not show what came of them.

mod service;
mod users;

pub(in crate::evidence) use self::users::{is_active, users};

use super::families::{Family, Format};
use super::input::No;
use super::input::json::{Document, Json};

const FAMILY_ID: &str = "scim";

/// SCIM.
pub const FAMILY: Family = Family {
    id: FAMILY_ID,
    title: "SCIM provisioning",
    formats: &[
        Format {
            id: "service-provider-config",
            title: "What a SCIM service supports",
            read: service::read,
        },
        Format {
            id: "users",
            title: "SCIM users or groups",
            read: users::read,
        },
    ],
};

const CONFIG: &str = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
const LIST: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
/// Begins the names of messages that are no answer.
const MESSAGE: &str = "urn:ietf:params:scim:api:messages:2.0:";

/// Whether an object says that it is of this schema; names of schemas are compared without case.
fn is_of(value: &Json, schema: &str) -> bool {
    let schemas = value.get("schemas").map_or(&[][..], Json::one_or_more);
    let mut names = schemas.iter().filter_map(Json::text);
    names.any(|name| name.eq_ignore_ascii_case(schema))
}

/// Why a document is not taken: a request is told apart from what has nothing to do with SCIM.
fn refusal(document: &Document, lacks: &str) -> No {
    let mut kinds = document.roots().iter().filter_map(|root| {
        let schemas = root.get("schemas")?.one_or_more().iter();
        let mut names = schemas.filter_map(Json::text);
        names.find_map(|name| name.strip_prefix(MESSAGE))
    });
    if let Some(kind @ ("PatchOp" | "BulkRequest" | "SearchRequest")) = kinds.next() {
        return No::not_mine(format!(
            "it is a SCIM request (`{kind}`), which does not show what came of it"
        ));
    }
    let mut roots = document.roots().iter();
    match roots.any(|root| is_of(root, USER) || is_of(root, GROUP)) {
        true => No::not_mine(
            "it is a SCIM request to make or replace a resource: an answer bears `id` and `meta`",
        ),
        false => No::not_mine(lacks),
    }
}
