//! The columns of a credential report, and what a row of them says of a user.

use super::users::{LastUse, User, UserKey};
use crate::evidence::fact::Place;
use crate::evidence::input::No;
use crate::evidence::input::table::{Row, Table};
use crate::evidence::reading::Reading;
use crate::evidence::time;

/// Where the columns are. AWS has added some over the years, so they are found by their names.
#[derive(Debug)]
pub(super) struct Columns {
    /// Whose row it is.
    pub user: usize,
    /// The ARN, by which users are told apart.
    pub arn: usize,
    password: Option<usize>,
    mfa: Option<usize>,
    keys: Vec<KeyColumns>,
}

#[derive(Debug)]
struct KeyColumns {
    number: usize,
    active: usize,
    created: Option<usize>,
    used: Option<usize>,
}

impl Columns {
    /// The columns of a table.
    ///
    /// # Errors
    ///
    /// When it is no credential report.
    pub(super) fn of(table: &Table) -> Result<Self, No> {
        let find = |name: &str| table.column(name, &[name], None);
        let (Some(user), Some(arn), Some(_)) =
            (find("user"), find("arn"), find("user_creation_time"))
        else {
            let why = "its head lacks one of `user`, `arn` and `user_creation_time`";
            return Err(No::not_mine(why));
        };
        let key = |number: usize| {
            Some(KeyColumns {
                number,
                active: find(&format!("access_key_{number}_active"))?,
                created: find(&format!("access_key_{number}_last_rotated")),
                used: find(&format!("access_key_{number}_last_used_date")),
            })
        };
        Ok(Self {
            user,
            arn,
            password: find("password_enabled"),
            mfa: find("mfa_active"),
            keys: (1..=9).filter_map(key).collect(),
        })
    }

    /// Whether it tells of both keys that a user can have.
    pub(super) fn tell_keys(&self) -> bool {
        self.keys.len() >= 2
    }

    /// Whether it tells when keys were last used.
    pub(super) fn tell_use(&self) -> bool {
        self.tell_keys() && self.keys.iter().all(|key| key.used.is_some())
    }

    /// Whether it tells who has a password, and MFA.
    pub(super) fn tell_mfa(&self) -> bool {
        self.password.is_some() && self.mfa.is_some()
    }
}

impl Columns {
    /// The user of a row. What the row says of keys and cannot be read is noted.
    pub(super) fn user(&self, row: &Row, place: &Place, reading: &mut Reading) -> User {
        let name = row.field(self.user);
        let is_root = name == "<root_account>" || row.field(self.arn).ends_with(":root");
        let keys = self.keys.iter();
        User {
            name: name.to_owned(),
            place: place.clone(),
            is_root,
            has_password: self.password.and_then(|at| truth(row.field(at))),
            has_mfa: self.mfa.and_then(|at| truth(row.field(at))),
            keys: keys
                .filter_map(|key| key.read(row, place, reading))
                .collect(),
        }
    }
}

impl KeyColumns {
    /// The key of a user; none where it has none: `false`, and no creation.
    fn read(&self, row: &Row, place: &Place, reading: &mut Reading) -> Option<UserKey> {
        let created = row.filled(self.created).unwrap_or_default();
        let is_active = match truth(row.field(self.active)) {
            Some(is_active) => is_active,
            None => {
                let number = self.number;
                let what = format!("`access_key_{number}_active` is neither true nor false");
                reading.odd(what, place.clone());
                reading.not_whole("the state of a key cannot be read");
                return None;
            }
        };
        if !is_active && matches!(created, "" | "N/A" | "not_supported" | "no_information") {
            return None;
        }
        let created = time::moment(created);
        let used = row.filled(self.used).unwrap_or_default();
        Some(UserKey {
            number: self.number,
            is_active,
            created,
            used: LastUse::of(used, created),
            place: place.clone(),
        })
    }
}

/// `true` and `false` in any case; nothing else is either.
fn truth(field: &str) -> Option<bool> {
    match field {
        _ if field.eq_ignore_ascii_case("true") => Some(true),
        _ if field.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}
