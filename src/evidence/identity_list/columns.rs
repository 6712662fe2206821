//! The columns of a list of accounts, and what kind of list they make.

mod words;

use self::words::{
    ACCOUNT, CREATED, CRITICALITY, DISABLED, DISABLED_ON, EMAIL, EMPLOYEE, END, ENVIRONMENT,
    EXPIRES, KIND, LAST_REVIEWED, LAST_USED, LEFT, NAME, OWNER, PRIVILEGED, PURPOSE, SHARED,
    STARTED, STATUS, STRANGERS, VAGUE,
};
use super::cell::{self, State};
use crate::evidence::input::No;
use crate::evidence::input::columns::{Mapping, normal};
use crate::evidence::input::table::Table;

/// A kind of list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::evidence) enum List {
    /// Machine identities, as somebody keeps them.
    Inventory,
    /// People who left.
    Leavers,
    /// Accounts that exist.
    Accounts,
}

/// Where each thing stands in a row.
#[derive(Debug, Clone, Default)]
pub(in crate::evidence) struct Columns {
    pub account: Option<usize>,
    pub name: Option<usize>,
    pub email: Option<usize>,
    pub employee: Option<usize>,
    pub owner: Option<usize>,
    pub created: Option<usize>,
    pub last_used: Option<usize>,
    pub last_reviewed: Option<usize>,
    pub expires: Option<usize>,
    pub status: Option<usize>,
    pub shared: Option<usize>,
    pub privileged: Option<usize>,
    pub purpose: Option<usize>,
    pub environment: Option<usize>,
    pub criticality: Option<usize>,
    pub kind: Option<usize>,
    pub left_on: Option<usize>,
    pub started_on: Option<usize>,
    pub disabled_on: Option<usize>,
    /// Whether the state is written as whether it is disabled.
    pub is_inverted: bool,
    list: Option<List>,
}

impl Columns {
    /// Finds them in the head of a table.
    pub(in crate::evidence) fn find(table: &Table, mapping: Option<&Mapping>) -> Self {
        let find = |id: &str, names: &[&str]| table.column(id, names, mapping);
        let status = find("status", STATUS);
        let disabled = status.is_none().then(|| find("disabled", DISABLED));
        let mut columns = Self {
            account: find("account", ACCOUNT),
            name: find("name", NAME),
            email: find("email", EMAIL),
            employee: find("employee", EMPLOYEE),
            owner: find("owner", OWNER),
            created: find("created", CREATED),
            last_used: find("last_used", LAST_USED),
            last_reviewed: find("last_reviewed", LAST_REVIEWED),
            expires: find("expires", EXPIRES),
            status: status.or(disabled.flatten()),
            shared: find("shared", SHARED),
            privileged: find("privileged", PRIVILEGED),
            purpose: find("purpose", PURPOSE),
            environment: find("environment", ENVIRONMENT),
            criticality: find("criticality", CRITICALITY),
            kind: find("kind", KIND),
            left_on: find("left_on", LEFT),
            started_on: find("started_on", STARTED),
            disabled_on: find("disabled_on", DISABLED_ON),
            is_inverted: status.is_none(),
            list: None,
        };
        if columns.left_on.is_none() && (columns.employee.or(columns.started_on)).is_some() {
            columns.left_on = find("left_on", END);
        }
        columns.list = columns.judge(table, mapping);
        columns
    }

    /// What kind of list it is.
    fn judge(&self, table: &Table, mapping: Option<&Mapping>) -> Option<List> {
        let is = |names: &[&str], name: &String| names.contains(&normal(name).as_str());
        let is_mapped = |id: &str| mapping.is_some_and(|mapping| mapping.get(id).is_some());
        if table.head().iter().any(|name| is(STRANGERS, name)) || is_mapped("decision") {
            return None;
        }
        let is_vague = self.name.is_some_and(|at| is(VAGUE, &table.head()[at]));
        let is_named = self.account.is_some()
            || self.name.is_some() && (!is_vague || is_mapped("name") || self.kind.is_some());
        let dates = [
            self.created,
            self.last_used,
            self.expires,
            self.last_reviewed,
        ];
        let is_dated = dates.iter().any(Option::is_some);
        let has_key = self.account.or(self.email).or(self.employee).is_some();
        let is_leavers = self.left_on.is_some() && (has_key || self.name.is_some());
        match is_leavers {
            true => Some(List::Leavers),
            false if is_named && self.owner.is_some() && is_dated => Some(List::Inventory),
            false if self.account.or(self.email).is_some() && self.status.is_some() => {
                Some(List::Accounts)
            }
            false => None,
        }
    }

    /// The kind of list, or none where it is no list of accounts.
    pub(in crate::evidence) fn list(&self) -> Option<List> {
        self.list
    }

    /// The state that a field of the column of states says.
    pub(in crate::evidence) fn state(&self, text: &str) -> State {
        match (cell::state(text), self.is_inverted) {
            (State::Active, true) => State::Inactive,
            (State::Inactive, true) => State::Active,
            (state, _) => state,
        }
    }

    /// Takes a table of one kind only.
    pub(in crate::evidence) fn of(self, list: List, lacks: &str) -> Result<Self, No> {
        match self.list == Some(list) {
            true => Ok(self),
            false => Err(No::not_mine(lacks)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(head: &str) -> Option<List> {
        Columns::find(&Table::text(head).expect("a table"), None).list()
    }

    #[test]
    fn lists_are_told_by_their_columns() {
        for (head, wanted) in [
            ("Account,Owner,Last Used", Some(List::Inventory)),
            ("service_name;owner;expires", Some(List::Inventory)),
            ("name,type,owner,created", Some(List::Inventory)),
            ("employee_id,termination_date", Some(List::Leavers)),
            ("employee_id,name,end_date", Some(List::Leavers)),
            ("username,email,status,end_date", Some(List::Accounts)),
            (
                "userPrincipalName,displayName,accountEnabled",
                Some(List::Accounts),
            ),
            (
                "Email Address [Required],Status [READ ONLY]",
                Some(List::Accounts),
            ),
            ("account,disabled", Some(List::Accounts)),
            (
                "Service Account,Responsible,Last Login,Expiration Date,Status",
                Some(List::Inventory),
            ),
            (
                "Identity;Type;Owner (primary);Created;Last used",
                Some(List::Inventory),
            ),
            (
                "Worker,Email - Work,Termination Date,Reason",
                Some(List::Leavers),
            ),
        ] {
            assert_eq!(list(head), wanted, "{head}");
        }
    }

    #[test]
    fn other_tables_are_none() {
        for head in [
            "vendor_id,vendor_name,systems,access_level,last_reviewed_date,contract_status",
            "CHECK_ID;ACCOUNT_NAME;STATUS",
            "account,reviewer,decision,status",
            "Date,Request ID,User,Username,Status",
            "name,owner,created",
            "user,arn,user_creation_time,password_enabled",
            "account,owner",
        ] {
            assert_eq!(list(head), None, "{head}");
        }
    }

    #[test]
    fn the_state_of_an_address_is_none_of_an_account() {
        let head = "userPrincipalName,displayName,state,accountEnabled";
        let columns = Columns::find(&Table::text(head).expect("a table"), None);
        assert_eq!(columns.status, Some(3));
    }

    #[test]
    fn a_state_may_be_written_as_disabled() {
        let columns = |head| Columns::find(&Table::text(head).expect("a table"), None);
        assert!(columns("account,disabled").is_inverted);
        assert!(!columns("account,status,disabled").is_inverted);
        assert_eq!(columns("account,disabled").state("true"), State::Inactive);
        assert_eq!(columns("account,enabled").state("true"), State::Active);
        assert_eq!(columns("account,disabled").state(""), State::Unknown);
    }
}
