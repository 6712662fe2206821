//! Users as the interfaces of Okta, Google Workspace, Auth0 and Keycloak list them.

use std::collections::BTreeSet;

use super::FAMILY_ID;
use super::accounts::{Account, Accounts};
use super::bounded::{Places, mark_length};
use super::cell::{self, Principal, State};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// A directory that lists its users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Directory {
    Okta,
    Google,
    Auth0,
    Keycloak,
}

impl Directory {
    /// Whose user an object is.
    fn of(user: &Json) -> Option<Self> {
        let is_okta = user.text_of("status").is_some()
            && user
                .get("profile")
                .is_some_and(|profile| profile.has("login"));
        let is_auth0 = user.text_of("user_id").is_some()
            && user.get("identities").is_some_and(Json::is_list)
            && user.has("created_at");
        let is_keycloak = user.text_of("username").is_some()
            && user.truth_of("enabled").is_some()
            && user.has("createdTimestamp");
        [
            (Self::Okta, is_okta),
            (
                Self::Google,
                user.text_of("primaryEmail").is_some() && user.has("suspended"),
            ),
            (Self::Auth0, is_auth0),
            (Self::Keycloak, is_keycloak),
        ]
        .into_iter()
        .find_map(|(directory, is_its)| is_its.then_some(directory))
    }

    /// Whether a user can sign in.
    fn state(self, user: &Json) -> State {
        let is_true = |key: &str| user.truth_of(key) == Some(true);
        let active = |is_active: bool| match is_active {
            true => State::Active,
            false => State::Inactive,
        };
        match self {
            // Who was invited and never came has no way in yet.
            Self::Okta => match user.text_of("status").unwrap_or_default() {
                "STAGED" | "PROVISIONED" => State::Unknown,
                status => cell::state(status),
            },
            Self::Google => match user.truth_of("suspended") {
                Some(is_suspended) => active(!is_suspended && !is_true("archived")),
                None => State::Unknown,
            },
            // The key appears with the first blocking.
            Self::Auth0 => active(!is_true("blocked")),
            Self::Keycloak => active(is_true("enabled")),
        }
    }
}

/// Reads a list of users.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let Some(found) = find(document) else {
        return Err(No::not_mine(
            "no list of objects with `status` and a `login` in their `profile`, `primaryEmail` and \
             `suspended`, `user_id` and `identities`, or `username` and `enabled`",
        ));
    };
    let mut reading = context.reading(FAMILY_ID, "directory-users", None);
    for (key, place) in document.duplicates() {
        reading.odd(format!("the key `{key}` stands twice in one object"), place);
    }
    let (mut accounts, mut places) = (Accounts::default(), Places::default());
    for (directory, user) in &found.users {
        reading.items += 1;
        let account = Account {
            state: directory.state(user),
            // Service accounts stand among the users and are not told from them.
            principal: Principal::Unknown,
        };
        accounts.add(account, places.next(document, user));
    }
    for why in found.gaps {
        reading.not_whole(why);
    }
    mark_length(&mut reading);
    accounts.tell(&mut reading);
    Ok(reading.finished())
}

struct Found<'d, 'c> {
    users: Vec<(Directory, &'d Json<'c>)>,
    /// What shows that there are more.
    gaps: Vec<String>,
}

fn find<'d, 'c>(document: &'d Document<'c>) -> Option<Found<'d, 'c>> {
    let mut found = Found {
        users: vec![],
        gaps: vec![],
    };
    let mut ids = BTreeSet::new();
    let mut page = None;
    for view in document.views() {
        let listed = view.get("users").filter(|users| users.is_list());
        let items = listed.unwrap_or(view).one_or_more().iter();
        // The export of a realm has its users beside its settings, and is none of these.
        let users = items.filter_map(|user| {
            let directory = Directory::of(user)?;
            let is_export = directory == Directory::Keycloak && listed.is_some();
            (!is_export).then_some((directory, user))
        });
        let before = found.users.len();
        for (directory, user) in users {
            let id = ["id", "user_id", "primaryEmail"]
                .iter()
                .find_map(|key| user.text_of(key));
            if id.is_none_or(|id| ids.insert(id)) {
                found.users.push((directory, user));
            }
        }
        if found.users.len() > before {
            if view.is_map() && listed.is_none() {
                found.gaps.push("it holds single users".to_owned());
            }
            page = listed.map(|_| view);
        }
    }
    let (directory, _) = found.users.first()?;
    let count = found.users.len();
    if let Some(page) = page {
        if page.text_of("nextPageToken").is_some() {
            let why = "`nextPageToken` names a further page";
            found.gaps.push(why.to_owned());
        }
        let total = page
            .number_of("total")
            .filter(|total| *total > count as f64);
        if let Some(total) = total {
            found
                .gaps
                .push(format!("`total` is {total}, and {count} are listed"));
        }
    }
    if *directory == Directory::Auth0 && count == 50 {
        let why = "it has exactly 50 users, as many as one page of an export";
        found.gaps.push(why.to_owned());
    }
    Some(found)
}

/// A user of a directory, as lists are joined by it.
pub(in crate::evidence) struct User<'d, 'c> {
    /// The user.
    pub json: &'d Json<'c>,
    /// Its names: logins, addresses, the number of personnel.
    pub names: Vec<&'d str>,
    /// Whether it can sign in.
    pub state: State,
}

/// The users in a document, and whether they are all there are; none where it lists none.
pub(in crate::evidence) fn users<'d, 'c>(
    document: &'d Document<'c>,
) -> Option<(Vec<User<'d, 'c>>, bool)> {
    const NAMES: [&[&str]; 8] = [
        &["profile", "login"],
        &["profile", "email"],
        &["profile", "employeeNumber"],
        &["primaryEmail"],
        &["email"],
        &["username"],
        &["app_metadata", "employee_id"],
        &["employeeId"],
    ];
    let found = find(document)?;
    let users = found.users.into_iter().map(|(directory, user)| {
        let names = NAMES.iter().filter_map(|path| user.at(path)?.text());
        let aliases = user.get("aliases").map_or(&[][..], Json::items);
        let aliases = aliases.iter().filter_map(Json::text);
        User {
            json: user,
            names: names.chain(aliases).collect(),
            state: directory.state(user),
        }
    });
    Some((users.collect(), found.gaps.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::fact::{Basis, FactValue};
    use crate::evidence::testing::read_on;

    fn result(text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    fn counts(reading: &Reading) -> Vec<(&str, u64, bool)> {
        let facts = reading.facts.iter();
        facts
            .map(|fact| match fact.value {
                FactValue::Count(count) => (fact.name.as_ref(), count, fact.is_whole),
                ref other => panic!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn who_can_sign_in_is_active_in_each_directory() {
        let okta = |id: u32, status: &str| {
            format!(r#"{{"id": "{id}", "status": "{status}", "profile": {{"login": "a"}}}}"#)
        };
        let okta = [
            (1, "ACTIVE"),
            (2, "LOCKED_OUT"),
            (3, "SUSPENDED"),
            (4, "DEPROVISIONED"),
        ]
        .map(|(id, status)| okta(id, status));
        let google = r#"{"users": [{"primaryEmail": "a", "suspended": false},
            {"primaryEmail": "b", "suspended": false, "archived": true},
            {"primaryEmail": "c", "suspended": true}]}"#;
        let auth0 = r#"[{"user_id": "a", "identities": [], "created_at": "2020-01-01"},
            {"user_id": "b", "identities": [], "created_at": "2020-01-01", "blocked": true}]"#;
        let keycloak = r#"[{"id": "a", "username": "a", "enabled": true, "createdTimestamp": 1},
            {"id": "b", "username": "b", "enabled": false, "createdTimestamp": 1}]"#;
        for (text, all, active) in [
            (format!("[{}]", okta.join(",")), 4, 2),
            (google.to_owned(), 3, 1),
            (auth0.to_owned(), 2, 1),
            (keycloak.to_owned(), 2, 1),
        ] {
            let reading = result(&text).expect("users");
            let wanted = [
                ("identities", all, true),
                ("active-identities", active, true),
            ];
            assert_eq!(counts(&reading), wanted, "{text}");
            assert_eq!(reading.facts[0].basis, Basis::CompleteList);
        }
    }

    #[test]
    fn who_never_came_may_have_no_way_in() {
        let text = r#"[{"id": "1", "status": "STAGED", "profile": {"login": "a"}},
            {"id": "2", "status": "ACTIVE", "profile": {"login": "b"}}]"#;
        let reading = result(text).expect("users");
        assert_eq!(counts(&reading)[1], ("active-identities", 1, false));
    }

    #[test]
    fn a_page_is_no_whole_list() {
        for text in [
            r#"{"users": [{"primaryEmail": "a", "suspended": false}], "nextPageToken": "x"}"#,
            r#"{"total": 2, "users": [{"user_id": "a", "identities": [], "created_at": ""}]}"#,
            r#"{"id": "1", "status": "ACTIVE", "profile": {"login": "a"}}"#,
        ] {
            let reading = result(text).expect("users");
            assert_eq!(reading.facts[0].basis, Basis::Sample, "{text}");
        }
    }

    #[test]
    fn settings_of_a_realm_and_requests_are_no_list_of_users() {
        for text in [
            r#"{"realm": "r", "users": [{"username": "a", "enabled": true, "createdTimestamp": 1}]}"#,
            r#"{"status": "ACTIVE", "profile": {"name": "a"}}"#,
            r#"[{"email": "a", "blocked": false}]"#,
        ] {
            assert!(matches!(result(text), Err(No::NotMine(_))), "{text}");
        }
    }
}
