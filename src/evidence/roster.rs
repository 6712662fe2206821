//! Lists of people and accounts that are joined with each other: who left and still has an account, which
//! machine identities are owned by people who left, which exist and are in no inventory.

mod gone;
mod join;
mod key;

pub use self::join::{Joined, joined};

use self::key::Key;
use super::fact::Place;
use super::identity_list::bounded::Places;
use super::identity_list::cell::{self, Principal, State};
use super::identity_list::columns::{Columns, List};
use super::identity_list::{directory_users, entra_users};
use super::input::Input;
use super::input::json::{Document, Json};
use super::input::table::{Row, Table};
use super::reading::{AsOf, Context};
use super::scim;
use super::time::Moment;

/// Most entries that are joined.
const ENTRIES: usize = 1_000_000;

/// What a list is in a join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// People who left.
    Leavers,
    /// Accounts that exist.
    Accounts,
    /// Machine identities that are known.
    Inventory,
}

/// A list that can be joined with others.
#[derive(Debug)]
pub struct Roster {
    /// What it is.
    pub role: Role,
    /// The moment it speaks about.
    as_of: AsOf,
    entries: Vec<Entry>,
    /// Whether nothing shows that it is a part.
    is_whole: bool,
}

/// One line of a list.
#[derive(Debug)]
struct Entry {
    keys: Vec<Key>,
    /// Names of accounts, which are compared only where both sides are machines.
    names: Vec<Key>,
    owners: Vec<Key>,
    state: State,
    principal: Principal,
    left_on: Option<Moment>,
    started_on: Option<Moment>,
    disabled_on: Option<Moment>,
    /// Whether one of its dates cannot be read.
    is_unclear: bool,
    place: Place,
}

/// Reads a list for joining; none where the file is no list of people or accounts.
pub fn roster(input: &mut Input<'_>, context: &Context) -> Option<Roster> {
    match input {
        Input::Table(table) => of_table(table, context),
        Input::Json(document) => of_document(document, context),
        Input::Xml(_) | Input::Text(_) => None,
    }
}

fn of_table(table: &mut Table, context: &Context) -> Option<Roster> {
    let columns = Columns::find(table, context.columns);
    let role = match columns.list()? {
        List::Leavers => Role::Leavers,
        List::Accounts => Role::Accounts,
        List::Inventory => Role::Inventory,
    };
    let mut roster = Roster::new(role, context);
    while let Some(row) = table.next_row().ok()? {
        if roster.entries.len() == ENTRIES {
            roster.is_whole = false;
            break;
        }
        roster.entries.push(entry(&row, &columns, role));
    }
    roster.check_length();
    Some(roster)
}

fn entry(row: &Row, columns: &Columns, role: Role) -> Entry {
    let keys = |columns: &[Option<usize>]| {
        let fields = columns.iter().filter_map(|column| row.filled(*column));
        fields.filter_map(Key::new).collect::<Vec<_>>()
    };
    let mut is_unclear = false;
    let mut date = |column: Option<usize>| {
        let when = column.map(|at| cell::when(row.field(at)))?;
        is_unclear |= matches!(when, cell::When::Unclear(_));
        when.at()
    };
    let (left_on, started_on) = (date(columns.left_on), date(columns.started_on));
    let disabled_on = date(columns.disabled_on);
    let state = columns.status.map(|at| columns.state(row.field(at)));
    let principal = columns.kind.map(|at| cell::principal(row.field(at)));
    Entry {
        keys: keys(&[columns.account, columns.email, columns.employee]),
        names: keys(&[columns.name]),
        owners: columns
            .owner
            .map_or(vec![], |at| Key::several(row.field(at))),
        state: state.unwrap_or(State::Unknown),
        principal: principal.unwrap_or(match role {
            Role::Inventory => Principal::Machine,
            Role::Leavers => Principal::Person,
            Role::Accounts => Principal::Unknown,
        }),
        left_on,
        started_on,
        disabled_on,
        is_unclear,
        place: row.place(),
    }
}

fn of_document(document: &Document, context: &Context) -> Option<Roster> {
    of_directory(document, context).or_else(|| of_standard(document, context))
}

/// The users of an identity provider.
fn of_directory(document: &Document, context: &Context) -> Option<Roster> {
    let (users, is_whole) = directory_users(document)?;
    let mut roster = Roster::new(Role::Accounts, context);
    roster.is_whole = is_whole && users.len() <= ENTRIES;
    let mut places = Places::default();
    for user in users.into_iter().take(ENTRIES) {
        let names = user.names.into_iter().filter_map(Key::new);
        let place = places.next(document, user.json);
        roster
            .entries
            .push(Entry::account(names.take(20).collect(), user.state, place));
    }
    roster.check_length();
    Some(roster)
}

/// The users of a SCIM service or of Microsoft Entra.
fn of_standard(document: &Document, context: &Context) -> Option<Roster> {
    let (users, is_whole, names, state): (_, _, &[&str], fn(&Json) -> State) =
        match scim::users(document) {
            Some((users, is_whole)) => (users, is_whole, &["userName"], scim::is_active),
            None => {
                let (users, is_whole) = entra_users(document)?;
                (
                    users,
                    is_whole,
                    &["userPrincipalName", "mail", "employeeId"],
                    is_enabled,
                )
            }
        };
    let mut roster = Roster::new(Role::Accounts, context);
    roster.is_whole = is_whole && users.len() <= ENTRIES;
    let mut places = Places::default();
    for user in users.into_iter().take(ENTRIES) {
        let named = names.iter().filter_map(|name| user.text_of(name));
        let emails = user.get("emails").map_or(&[][..], Json::items);
        let emails = emails.iter().filter_map(|email| email.text_of("value"));
        let keys = named.chain(emails).filter_map(Key::new).take(20).collect();
        let place = places.next(document, user);
        roster
            .entries
            .push(Entry::account(keys, state(user), place));
    }
    roster.check_length();
    Some(roster)
}

fn is_enabled(user: &Json) -> State {
    match user.truth_of("accountEnabled") {
        Some(true) => State::Active,
        Some(false) => State::Inactive,
        None => State::Unknown,
    }
}

impl Entry {
    /// An account of a directory, which tells its names and its state.
    fn account(keys: Vec<Key>, state: State, place: Place) -> Self {
        Self {
            keys,
            names: vec![],
            owners: vec![],
            state,
            principal: Principal::Unknown,
            left_on: None,
            started_on: None,
            disabled_on: None,
            is_unclear: false,
            place,
        }
    }
}

impl Roster {
    fn new(role: Role, context: &Context) -> Self {
        Self {
            role,
            as_of: context.as_of(None),
            entries: vec![],
            is_whole: true,
        }
    }

    /// A list that is empty, or as long as a page of one, is not whole.
    fn check_length(&mut self) {
        if matches!(self.entries.len(), 0 | 100 | 200 | 1000) {
            self.is_whole = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::evidence::input::content::Content;

    fn role(text: &str) -> Option<(Role, usize, bool)> {
        let content = Content::Whole(text.to_owned());
        let mut input = content.input().expect("readable");
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let roster = roster(&mut input, &Context::on(day))?;
        Some((roster.role, roster.entries.len(), roster.is_whole))
    }

    #[test]
    fn tables_and_directories_are_rosters() {
        let users = r#"{"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": 2, "Resources": [{"id": "1", "userName": "a", "active": true,
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"]}]}"#;
        let entra =
            r#"{"value": [{"userPrincipalName": "a@example.com", "accountEnabled": true}]}"#;
        let okta = r#"[{"id": "1", "status": "ACTIVE", "profile": {"login": "a@example.com"}}]"#;
        for (text, wanted) in [
            (
                "email,termination_date\na@example.com,2026-01-01\n",
                Some((Role::Leavers, 1, true)),
            ),
            ("email,status\n", Some((Role::Accounts, 0, false))),
            (
                "account,owner,created\na,b,2026-01-01\n",
                Some((Role::Inventory, 1, true)),
            ),
            (users, Some((Role::Accounts, 1, false))),
            (entra, Some((Role::Accounts, 1, true))),
            (okta, Some((Role::Accounts, 1, true))),
            (r#"{"value": []}"#, None),
            ("a,b\n1,2\n", None),
        ] {
            assert_eq!(role(text), wanted, "{text}");
        }
    }
}
