//! The users, groups and roles of an account: who uses them, and which policies they hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::aws_policy::document;
use crate::evidence::aws_policy::granted::Grants;
use crate::evidence::aws_policy::trust::{Holder, Trust};
use crate::evidence::fact::Place;
use crate::evidence::input::json::{Document, Json};
use crate::evidence::reading::Reading;

/// A user, a group or a role.
pub(super) struct Identity {
    /// Who uses it; a group is used by its members.
    pub holders: BTreeSet<Holder>,
    /// What it holds.
    pub attached: Vec<Attached>,
    trust: Option<(Trust, Place)>,
}

/// A policy that an identity holds.
pub(super) enum Attached {
    /// One of its own.
    Inline(Grants, Place),
    /// A managed one, by its ARN, and where it is named.
    Managed(String, Place),
}

/// The lists of an account, and the list of the identity's own policies in each.
pub(super) const LISTS: [(&str, &str); 3] = [
    ("UserDetailList", "UserPolicyList"),
    ("GroupDetailList", "GroupPolicyList"),
    ("RoleDetailList", "RolePolicyList"),
];

impl Identity {
    /// The trust of a role, and where it stands.
    pub(super) fn trust(&self) -> Option<(&Trust, &Place)> {
        self.trust.as_ref().map(|(trust, place)| (trust, place))
    }
}

/// The identities of all pages.
pub(super) fn read(pages: &[&Json], file: &Document, reading: &mut Reading) -> Vec<Identity> {
    let members = members(pages);
    let mut identities = vec![];
    for (list, own) in LISTS {
        let items = pages.iter().filter_map(|page| page.get(list));
        for item in items.flat_map(|list| list.items()) {
            reading.items += 1;
            let trust = trust(item, file, reading);
            let holders = match list {
                "UserDetailList" => BTreeSet::from([user(item)]),
                "GroupDetailList" => group(item, &members),
                _ => BTreeSet::from([role(item, trust.as_ref().map(|(trust, _)| trust))]),
            };
            let attached = attached(item, own, file, reading);
            identities.push(Identity {
                holders,
                attached,
                trust,
            });
        }
    }
    identities
}

fn trust(role: &Json, file: &Document, reading: &mut Reading) -> Option<(Trust, Place)> {
    let value = role.get("AssumeRolePolicyDocument")?;
    let place = file.place(value);
    let Some(policy) = document::policy(value) else {
        reading.odd("a trust policy cannot be read", place);
        reading.not_whole("a trust policy cannot be read");
        return None;
    };
    Some((Trust::of(&policy), place))
}

/// The export of AWS does not say whether a user has a password; some tools add it.
fn user(user: &Json) -> Holder {
    let says = |key: &str| {
        let value = user.get(key)?;
        Some(!value.is_null() && value.holds_true() != Some(false))
    };
    let signs = ["LoginProfile", "PasswordLastUsed"].map(says);
    match signs {
        _ if signs.contains(&Some(true)) => Holder::Person,
        [None, None] => Holder::Unknown,
        _ => Holder::Machine,
    }
}

/// Groups are for people, unless all members are known to be machines.
fn group(group: &Json, members: &BTreeMap<&str, BTreeSet<Holder>>) -> BTreeSet<Holder> {
    let name = group.text_of("GroupName").unwrap_or_default();
    let mut holders = members.get(name).cloned().unwrap_or_default();
    if holders.remove(&Holder::Unknown) || holders.is_empty() {
        holders.insert(Holder::Person);
    }
    holders
}

fn members<'p>(pages: &[&'p Json]) -> BTreeMap<&'p str, BTreeSet<Holder>> {
    let mut members: BTreeMap<&str, BTreeSet<Holder>> = BTreeMap::new();
    let users = pages.iter().filter_map(|page| page.get("UserDetailList"));
    for member in users.flat_map(|list| list.items()) {
        let groups = member.get("GroupList").map_or(&[][..], Json::items);
        for name in groups.iter().filter_map(Json::text) {
            members.entry(name).or_default().insert(user(member));
        }
    }
    members
}

/// Roles of single sign-on are assumed by people; of others the trust tells.
fn role(role: &Json, trust: Option<&Trust>) -> Holder {
    let name = role.text_of("RoleName").unwrap_or_default();
    let path = role.text_of("Path").unwrap_or_default();
    if name.starts_with("AWSReservedSSO_") || path.starts_with("/aws-reserved/sso.amazonaws.com/") {
        return Holder::Person;
    }
    trust.map_or(Holder::Unknown, |trust| trust.holder)
}

fn attached(item: &Json, own: &str, file: &Document, reading: &mut Reading) -> Vec<Attached> {
    let mut attached = vec![];
    for policy in item.get(own).map_or(&[][..], Json::items) {
        let value = policy.get("PolicyDocument").unwrap_or(policy);
        let place = file.place(value);
        match document::policy(value) {
            Some(policy) => attached.push(Attached::Inline(Grants::of(&policy), place)),
            None => super::unreadable(place, reading),
        }
    }
    let managed = item.get("AttachedManagedPolicies");
    for policy in managed.map_or(&[][..], Json::items) {
        let place = file.place(policy);
        match policy.text_of("PolicyArn") {
            Some(arn) => attached.push(Attached::Managed(arn.to_owned(), place)),
            None => super::unreadable(place, reading),
        }
    }
    attached
}
