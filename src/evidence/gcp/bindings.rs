//! IAM policies: which roles a project or resource gives to whom.
//!
//! What a folder or the organisation above gives is inherited and not in the file. So a policy can disprove
//! that no machine is an administrator, and never prove it.

use std::collections::BTreeSet;

use crate::evidence::aws_keys::found::Found;
use crate::evidence::fact::{Basis, Place};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "iam-policy";

/// Keys under which lists of resources keep the policy of each.
const POLICY: [&str; 3] = ["policy", "iamPolicy", "c7n:iamPolicy"];
/// Keys under which answers keep lists of resources.
const RESOURCES: [&str; 3] = ["results", "resources", "items"];

/// Reads the policies of a file.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let file = input.json()?;
    let views = file.views();
    let policies: Vec<&Json> = views.into_iter().flat_map(policies).collect();
    let Some(first) = policies.first() else {
        let why = "no object has `bindings` with `role` and `members`";
        return Err(No::not_mine(why));
    };
    let mut reading = super::begun(file, ID, context);
    let mut given = Given::default();
    for policy in &policies {
        for binding in policy.get("bindings").map_or(&[][..], Json::items) {
            reading.items += 1;
            given.add(binding, file, &mut reading);
        }
    }
    if reading.items == 0 {
        reading.not_whole("the list is empty");
    }
    given.say(&file.place(first), &mut reading);
    Ok(reading.finished())
}

/// The policies of a view: itself, or those of the resources in it.
fn policies<'d, 'c>(view: &'d Json<'c>) -> Vec<&'d Json<'c>> {
    if is_policy(view) || is_empty(view) {
        return vec![view];
    }
    let lists = RESOURCES.iter().filter_map(|key| view.get(key));
    let resources = lists.chain([view]).flat_map(|list| list.one_or_more());
    let policy = |resource: &'d Json<'c>| {
        let held = POLICY.iter().filter_map(|key| resource.get(key));
        held.chain([resource]).find(|one| is_policy(one))
    };
    resources.filter_map(policy).collect()
}

fn is_policy(value: &Json) -> bool {
    let bindings = value.get("bindings").map_or(&[][..], Json::items);
    let is_binding = |item: &Json| {
        item.text_of("role").is_some() && item.get("members").is_some_and(Json::is_list)
    };
    !bindings.is_empty() && bindings.iter().all(is_binding)
}

/// Whether it is the policy of a resource that gives nothing: Google leaves `bindings` out.
fn is_empty(value: &Json) -> bool {
    let known = ["etag", "version", "bindings", "kind", "resourceId"];
    let bindings = value.get("bindings").map_or(&[][..], Json::items);
    value.text_of("etag").is_some()
        && bindings.is_empty()
        && value
            .entries()
            .iter()
            .all(|(key, _)| known.contains(&key.as_ref()))
}

/// What policies give.
#[derive(Default)]
struct Given {
    admins: BTreeSet<String>,
    first_admin: Found,
    public: Found,
}

/// A member of a binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Member {
    Public,
    Machine,
    Deleted,
    Other,
}

impl Member {
    fn of(member: &str) -> Self {
        match member {
            "allUsers" | "allAuthenticatedUsers" => Self::Public,
            _ if member.starts_with("deleted:") => Self::Deleted,
            _ if member.starts_with("serviceAccount:") => Self::Machine,
            // Workloads of other clouds and of CI sign in through a pool.
            _ if member.contains("/workloadIdentityPools/") => Self::Machine,
            _ => Self::Other,
        }
    }
}

impl Given {
    fn add(&mut self, binding: &Json, file: &Document, reading: &mut Reading) {
        let members = binding.get("members").map_or(&[][..], Json::items);
        let members: Vec<(&Json, &str)> = members
            .iter()
            .filter_map(|member| Some((member, member.text()?)))
            .collect();
        let of = |kind: Member| {
            members
                .iter()
                .filter(move |(_, name)| Member::of(name) == kind)
        };
        for (member, _) in of(Member::Deleted) {
            reading.odd(
                "a member was deleted and keeps its role",
                file.place(member),
            );
        }
        let is_admin = is_admin(binding.text_of("role").unwrap_or_default());
        let counts_machines = is_admin && of(Member::Machine).next().is_some();
        let is_public = of(Member::Public).next();
        let is_narrowed = binding
            .get("condition")
            .is_some_and(|one| !one.entries().is_empty());
        if is_narrowed {
            if counts_machines || is_public.is_some() {
                let what = "a role for machines with administrative rights, or for everybody, is narrowed by a condition; it is not counted";
                reading.odd(what, file.place(binding));
            }
            return;
        }
        if let Some((member, _)) = is_public {
            self.public.add(&file.place(member));
        }
        if counts_machines {
            for (member, name) in of(Member::Machine) {
                if self.admins.insert((*name).to_owned()) {
                    self.first_admin.add(&file.place(member));
                }
            }
        }
    }

    fn say(&self, whole: &Place, reading: &mut Reading) {
        for (name, found) in [
            ("admin-machine-identities", &self.first_admin),
            ("public-bindings", &self.public),
        ] {
            reading.say(found.fact(name, Basis::Configured, whole).in_part());
        }
    }
}

/// Whether a role is owner, editor or the administrator of a service.
fn is_admin(role: &str) -> bool {
    let id = super::last(role).to_lowercase();
    matches!(role, "roles/owner" | "roles/editor") || id.ends_with("admin")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, fact, said};
    use super::*;

    fn policy(bindings: &str) -> Reading {
        let text = format!("{{\"version\": 1, \"etag\": \"a\", \"bindings\": [{bindings}]}}");
        said(read, &text).expect("a policy")
    }

    fn binding(role: &str, member: &str) -> String {
        format!("{{\"role\": \"{role}\", \"members\": [\"{member}\"]}}")
    }

    #[test]
    fn administrators_are_machines_with_a_role_that_says_so() {
        let bot = "serviceAccount:bot@p.iam.gserviceaccount.com";
        for (role, member, machines) in [
            ("roles/owner", bot, 1),
            ("roles/editor", bot, 1),
            ("roles/iam.securityAdmin", bot, 1),
            ("roles/storage.admin", bot, 1),
            ("projects/p/roles/ownAdmin", bot, 1),
            ("roles/viewer", bot, 0),
            ("roles/logging.adminViewer", bot, 0),
            ("roles/owner", "user:ada@example.com", 0),
            ("roles/owner", "group:admins@example.com", 0),
            (
                "roles/owner",
                "deleted:serviceAccount:bot@p.iam.gserviceaccount.com?uid=1",
                0,
            ),
            (
                "roles/owner",
                "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*",
                1,
            ),
        ] {
            let reading = policy(&binding(role, member));
            let said = count(&reading, "admin-machine-identities");
            assert_eq!(said, Some(machines), "{role} {member}");
        }
    }

    #[test]
    fn one_machine_with_two_roles_counts_once() {
        let bot = "serviceAccount:bot@p.iam.gserviceaccount.com";
        let both = format!(
            "{},{}",
            binding("roles/owner", bot),
            binding("roles/editor", bot)
        );
        let reading = policy(&both);
        assert_eq!(count(&reading, "admin-machine-identities"), Some(1));
        let admins = fact(&reading, "admin-machine-identities").expect("said");
        assert!(!admins.is_whole, "what is inherited is not in the file");
        assert_eq!(admins.place.path, "/bindings/0/members/0");
    }

    #[test]
    fn everybody_is_public_with_an_account_or_without() {
        for member in ["allUsers", "allAuthenticatedUsers"] {
            let reading = policy(&binding("roles/viewer", member));
            assert_eq!(count(&reading, "public-bindings"), Some(1), "{member}");
        }
        let narrowed = r#"{"role": "roles/viewer", "members": ["allUsers"], "condition": {"expression": "a"}}"#;
        let reading = policy(narrowed);
        assert_eq!(count(&reading, "public-bindings"), Some(0));
        assert_eq!(reading.anomalies.len(), 1);
    }

    #[test]
    fn policies_of_lists_of_resources_are_found() {
        let public = binding("roles/viewer", "allUsers");
        let held = format!("{{\"bindings\": [{public}]}}");
        for text in [
            format!("[{{\"name\": \"a\", \"iamPolicy\": {held}}}]"),
            format!("{{\"results\": [{{\"resource\": \"a\", \"policy\": {held}}}]}}"),
            format!("{{\"headers\": {{}}, \"body\": {held}}}"),
            format!("[{held}]"),
        ] {
            let reading = said(read, &text).expect("policies");
            assert_eq!(count(&reading, "public-bindings"), Some(1), "{text}");
        }
    }

    #[test]
    fn a_policy_without_bindings_is_not_all_fine() {
        let reading = said(read, r#"{"etag": "ACAB"}"#).expect("a policy");
        assert_eq!(reading.partial, ["the list is empty"]);
        assert!(said(read, r#"{"etag": "ACAB", "name": "a"}"#).is_err());
    }
}
