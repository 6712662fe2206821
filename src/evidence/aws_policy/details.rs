//! The answer of `get-account-authorization-details`: users, groups and roles, and all their policies.

mod principals;

use std::collections::{BTreeMap, BTreeSet};

use self::principals::{Attached, Identity};
use super::document;
use super::granted::{Granted, Grants};
use super::trust::{Holder, Trusts};
use crate::evidence::aws_keys::found::Found;
use crate::evidence::aws_keys::more_follows;
use crate::evidence::fact::{Basis, Place};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "authorization-details";

/// An account is told of whole, but for the boundaries.
const BASIS: Basis = Basis::CompleteList;
/// A policy of AWS that allows everything; its name says so even where its text is not in the file.
const ADMINISTRATOR: &str = ":iam::aws:policy/AdministratorAccess";

/// Reads the details of an account, on one page or several.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let file = input.json()?;
    let is_page = |view: &&Json| {
        principals::LISTS
            .iter()
            .any(|(list, _)| view.get(list).is_some_and(Json::is_list))
    };
    let pages: Vec<&Json> = file.views().into_iter().filter(is_page).collect();
    let Some(first) = pages.first() else {
        let why = "no object has a list `UserDetailList`, `GroupDetailList` or `RoleDetailList`";
        return Err(No::not_mine(why));
    };
    let mut reading = context.reading(super::ID, ID, None);
    for (key, place) in file.duplicates() {
        reading.odd(format!("the key `{key}` stands twice"), place);
    }
    if let Some(why) = pages.last().and_then(|page| more_follows(page)) {
        reading.not_whole(why);
    }
    let whole = file.place(first);
    let mut account = Account::default();
    for page in &pages {
        account.add_policies(page, file, &mut reading);
    }
    let identities = principals::read(&pages, file, &mut reading);
    if identities.is_empty() {
        reading.not_whole("the list is empty");
    }
    say_trusts(&identities, &whole, &mut reading);
    account.attach(&identities, &mut reading);
    account.say(&whole, &mut reading);
    Ok(reading.finished())
}

/// Says whom roles trust, where there are roles.
fn say_trusts(identities: &[Identity], whole: &Place, reading: &mut Reading) {
    let mut trusts = Trusts::default();
    let mut roles = identities.iter().filter_map(Identity::trust).peekable();
    if roles.peek().is_none() {
        return;
    }
    for (trust, place) in roles {
        trusts.add(trust, place, reading);
    }
    trusts.say(BASIS, false, whole, reading);
}

/// A policy, and who holds it.
struct Held {
    grants: Grants,
    place: Place,
    holders: BTreeSet<Holder>,
}

/// The policies of an account.
#[derive(Default)]
struct Account {
    /// Managed policies by their ARN.
    managed: BTreeMap<String, Held>,
    /// Policies within a user, group or role.
    inline: Vec<Held>,
    /// Attached policies whose text is not in the file.
    missing: BTreeSet<String>,
}

impl Account {
    fn add_policies(&mut self, page: &Json, file: &Document, reading: &mut Reading) {
        for policy in page.get("Policies").map_or(&[][..], Json::items) {
            reading.items += 1;
            let Some(arn) = policy.text_of("Arn") else {
                unreadable(file.place(policy), reading);
                continue;
            };
            let Some(text) = in_force(policy) else {
                unreadable(file.place(policy), reading);
                continue;
            };
            let place = file.place(text);
            match document::policy(text) {
                Some(policy) => {
                    let grants = Grants::of(&policy);
                    let holders = BTreeSet::new();
                    let held = Held {
                        grants,
                        place,
                        holders,
                    };
                    self.managed.insert(arn.to_owned(), held);
                }
                None => unreadable(place, reading),
            }
        }
    }

    /// Notes who holds which policy.
    fn attach(&mut self, identities: &[Identity], reading: &mut Reading) {
        for identity in identities {
            for attached in &identity.attached {
                match attached {
                    Attached::Inline(grants, place) => self.inline.push(Held {
                        grants: *grants,
                        place: place.clone(),
                        holders: identity.holders.clone(),
                    }),
                    Attached::Managed(arn, place) => {
                        self.attach_managed(arn, place, &identity.holders);
                    }
                }
            }
        }
        if !self.missing.is_empty() {
            let count = self.missing.len();
            reading.not_whole(format!("attached policies without their text: {count}"));
        }
    }

    fn attach_managed(&mut self, arn: &str, place: &Place, holders: &BTreeSet<Holder>) {
        if let Some(held) = self.managed.get_mut(arn) {
            held.holders.extend(holders);
        } else if arn.ends_with(ADMINISTRATOR) {
            let grants = Grants {
                everything: true,
                ..Grants::default()
            };
            let held = Held {
                grants,
                place: place.clone(),
                holders: holders.clone(),
            };
            self.managed.insert(arn.to_owned(), held);
        } else {
            self.missing.insert(arn.to_owned());
        }
    }

    fn say(&self, whole: &Place, reading: &mut Reading) {
        let mut granted = Granted::default();
        let (mut machines, mut people) = (Found::default(), Found::default());
        for held in self.managed.values().chain(&self.inline) {
            granted.add(held.grants, &held.place, reading);
            for (holder, found) in [
                (Holder::Machine, &mut machines),
                (Holder::Person, &mut people),
            ] {
                if held.grants.everything && held.holders.contains(&holder) {
                    found.add(&held.place);
                }
            }
        }
        granted.say(BASIS, whole, reading);
        reading.say(
            machines
                .fact("wildcard-machine-policies", BASIS, whole)
                .in_part(),
        );
        reading.say(
            people
                .fact("wildcard-human-policies", BASIS, whole)
                .in_part(),
        );
    }
}

/// The document of the version of a policy that is in force.
fn in_force<'v, 'c>(policy: &'v Json<'c>) -> Option<&'v Json<'c>> {
    let versions = policy.get("PolicyVersionList")?.items();
    let default = policy.text_of("DefaultVersionId");
    let is_default = |version: &&Json| {
        let is_named = default.is_some() && version.text_of("VersionId") == default;
        version.truth_of("IsDefaultVersion").unwrap_or(is_named)
    };
    versions.iter().find(is_default)?.get("Document")
}

fn unreadable(place: Place, reading: &mut Reading) {
    reading.odd("a policy cannot be read", place);
    reading.not_whole("a policy cannot be read");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::fact::{Fact, FactValue};
    use crate::evidence::testing::read_on;

    fn try_read(text: &str) -> Result<Reading, No> {
        read_on("2024-06-30", read, text)
    }

    const ALL: &str = r#"{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#;
    const SOME: &str =
        r#"{"Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]}"#;

    fn policy(name: &str, document: &str) -> String {
        format!(
            "{{\"PolicyName\": \"{name}\", \"Arn\": \"arn:aws:iam::1:policy/{name}\", \
             \"DefaultVersionId\": \"v2\", \"PolicyVersionList\": [\
             {{\"VersionId\": \"v1\", \"IsDefaultVersion\": false, \"Document\": {ALL}}},\
             {{\"VersionId\": \"v2\", \"IsDefaultVersion\": true, \"Document\": {document}}}]}}"
        )
    }

    fn role(name: &str, principal: &str, attached: &str) -> String {
        format!(
            "{{\"RoleName\": \"{name}\", \"Path\": \"/\", \"AssumeRolePolicyDocument\": {{\"Statement\": \
             [{{\"Effect\": \"Allow\", \"Principal\": {principal}, \"Action\": \"sts:AssumeRole*\"}}]}}, \
             \"RolePolicyList\": [], \"AttachedManagedPolicies\": [{{\"PolicyArn\": \"{attached}\"}}]}}"
        )
    }

    fn account(users: &str, groups: &str, roles: &str, policies: &str) -> Reading {
        let text = format!(
            "{{\"UserDetailList\": [{users}], \"GroupDetailList\": [{groups}],\n\
             \"RoleDetailList\": [{roles}], \"Policies\": [{policies}]}}"
        );
        try_read(&text).expect("an account")
    }

    fn fact<'r>(reading: &'r Reading, name: &str) -> &'r Fact {
        let mut facts = reading.facts.iter();
        facts
            .find(|fact| fact.name == name)
            .unwrap_or_else(|| panic!("{name} is said"))
    }

    fn counts(reading: &Reading) -> [u64; 3] {
        let names = ["", "machine-", "human-"];
        names.map(
            |kind| match fact(reading, &format!("wildcard-{kind}policies")).value {
                FactValue::Count(count) => count,
                ref other => panic!("{other:?}"),
            },
        )
    }

    const EC2: &str = r#"{"Service": "ec2.amazonaws.com"}"#;
    const SAML: &str = r#"{"Federated": "arn:aws:iam::1:saml-provider/idp"}"#;

    #[test]
    fn policies_count_once_for_each_kind_of_holder() {
        let own = "arn:aws:iam::1:policy/own";
        let roles = [
            role("a", EC2, own),
            role("b", EC2, own),
            role("c", SAML, own),
        ];
        let reading = account("", "", &roles.join(","), &policy("own", ALL));
        assert_eq!(counts(&reading), [1, 1, 1]);
        let machine = fact(&reading, "wildcard-machine-policies");
        assert!(!machine.is_whole, "boundaries are not in the file");
        assert_eq!(
            machine.place.path,
            "/Policies/0/PolicyVersionList/1/Document"
        );
        assert!(fact(&reading, "trusts-open").is_whole);
    }

    #[test]
    fn only_the_version_in_force_counts() {
        let roles = role("a", EC2, "arn:aws:iam::1:policy/own");
        let reading = account("", "", &roles, &policy("own", SOME));
        assert_eq!(counts(&reading), [0, 0, 0]);
    }

    #[test]
    fn roles_of_single_sign_on_are_people_whomever_they_trust() {
        let name = "AWSReservedSSO_Admin_0123456789abcdef";
        let admin = "arn:aws:iam::aws:policy/AdministratorAccess";
        let reading = account("", "", &role(name, EC2, admin), "");
        assert_eq!(counts(&reading), [1, 0, 1]);
        assert!(reading.partial.is_empty(), "{:?}", reading.partial);
    }

    #[test]
    fn a_policy_whose_text_is_missing_makes_the_account_a_part() {
        let roles = role("a", EC2, "arn:aws:iam::1:policy/elsewhere");
        let reading = account("", "", &roles, "");
        assert_eq!(reading.partial, ["attached policies without their text: 1"]);
        assert_eq!(fact(&reading, "wildcard-policies").basis, Basis::Sample);
    }

    #[test]
    fn users_are_what_the_file_says_of_their_password() {
        let user = |password: &str| {
            format!(
                "{{\"UserName\": \"ada\", {password} \"UserPolicyList\": \
                 [{{\"PolicyName\": \"p\", \"PolicyDocument\": {ALL}}}]}}"
            )
        };
        for (password, expected) in [
            ("", [1, 0, 0]),
            ("\"PasswordLastUsed\": \"2024-01-01T00:00:00Z\",", [1, 0, 1]),
            ("\"LoginProfile\": {\"UserName\": \"ada\"},", [1, 0, 1]),
            ("\"LoginProfile\": null,", [1, 1, 0]),
        ] {
            let reading = account(&user(password), "", "", "");
            assert_eq!(counts(&reading), expected, "{password}");
            let is_trust = reading.facts.iter().any(|fact| fact.name == "trusts-open");
            assert!(!is_trust, "there are no roles");
        }
    }

    #[test]
    fn groups_are_people_and_also_the_machines_among_their_members() {
        let group = format!(
            "{{\"GroupName\": \"g\", \"GroupPolicyList\": [{{\"PolicyDocument\": {ALL}}}]}}"
        );
        let reading = account("", &group, "", "");
        assert_eq!(counts(&reading), [1, 0, 1]);
        let bot = r#"{"UserName": "bot", "LoginProfile": null, "GroupList": ["g"]}"#;
        let reading = account(bot, &group, "", "");
        assert_eq!(counts(&reading), [1, 1, 0]);
    }

    #[test]
    fn a_cut_or_empty_answer_is_not_whole() {
        let text = r#"{"UserDetailList": [{"UserName": "ada"}], "IsTruncated": true}"#;
        let reading = try_read(text).expect("an account");
        assert_eq!(reading.partial, ["`IsTruncated` says that more follow"]);
        let reading = account("", "", "", "");
        assert_eq!(reading.partial, ["the list is empty"]);
    }

    #[test]
    fn other_objects_are_not_taken() {
        for text in [r#"{"Policies": []}"#, r#"{"UserDetailList": {}}"#, "[]"] {
            assert!(matches!(try_read(text), Err(No::NotMine(_))), "{text}");
        }
    }
}
