//! The users of a credential report, each once, with their keys.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::evidence::fact::Place;
use crate::evidence::time::Moment;

/// Most users that are told apart; an account holds 5,000 until AWS raises its quota.
const MOST: usize = 50_000;
/// Longest name of a user that is kept, in bytes: a path of 512 and a name of 64 fit.
const LENGTH: usize = 1024;

/// A user.
#[derive(Debug)]
pub(super) struct User {
    /// The name in the report.
    pub name: String,
    /// Where its first row stands.
    pub place: Place,
    /// Whether it is the root user.
    pub is_root: bool,
    /// Whether it has a password; none where that cannot be read or does not apply.
    pub has_password: Option<bool>,
    /// Whether MFA is on; none where that cannot be read.
    pub has_mfa: Option<bool>,
    /// Its keys, switched off or not.
    pub keys: Vec<UserKey>,
}

/// A key of a user.
#[derive(Debug)]
pub(super) struct UserKey {
    /// The number of the key in the report.
    pub number: usize,
    /// Whether it can be used.
    pub is_active: bool,
    /// When it was created; none where that cannot be read.
    pub created: Option<Moment>,
    /// When it was last used.
    pub used: LastUse,
    /// Where it stands.
    pub place: Place,
}

/// What the report says of the last use of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LastUse {
    /// Then.
    At(Moment),
    /// It was never used.
    Never,
    /// It does not say, or not in words that can be read.
    Unknown,
}

impl LastUse {
    /// What a field says of a key of that creation: `N/A` is never, unless the key is older than the first
    /// day on which AWS noted uses (22 April 2015).
    pub(super) fn of(field: &str, created: Option<Moment>) -> Self {
        let first = NaiveDate::from_ymd_opt(2015, 4, 22).expect("it is a day");
        match field {
            "N/A" if created.is_some_and(|key| key.at.date_naive() >= first) => Self::Never,
            _ => crate::evidence::time::moment(field).map_or(Self::Unknown, Self::At),
        }
    }
}

/// The users of a report, in its order.
#[derive(Debug, Default)]
pub(super) struct Users {
    users: Vec<User>,
    /// Where the user of an ARN is among them.
    by_arn: BTreeMap<String, usize>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Added {
    /// It is the first of its user.
    First,
    /// Its user stands in an earlier row too.
    Again,
    /// There are more users than are told apart.
    TooMany,
}

impl Users {
    /// Adds the row of a user. Of several rows the worse counts: a password that one has, MFA that one
    /// lacks, and the keys of all.
    pub(super) fn add(&mut self, arn: &str, user: User) -> Added {
        let arn = &arn[..arn.floor_char_boundary(LENGTH)];
        if let Some(at) = self.by_arn.get(arn) {
            self.users[*at].merge(user);
            return Added::Again;
        }
        if self.users.len() >= MOST {
            return Added::TooMany;
        }
        self.by_arn.insert(arn.to_owned(), self.users.len());
        self.users.push(user);
        Added::First
    }

    /// How many there are.
    pub(super) fn count(&self) -> u64 {
        self.users.len() as u64
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &User> {
        self.users.iter()
    }
}

impl User {
    fn merge(&mut self, other: Self) {
        self.has_password = match (self.has_password, other.has_password) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        };
        self.has_mfa = match (self.has_mfa, other.has_mfa) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        };
        for key in other.keys {
            let same = |known: &UserKey| known.number == key.number && known.created == key.created;
            match self.keys.iter().position(same) {
                Some(at) => self.keys[at].is_active |= key.is_active,
                // A user that stands in thousands of rows is no user.
                None if self.keys.len() < 100 => self.keys.push(key),
                None => {}
            }
        }
    }

    /// How many keys of it can be used.
    pub(super) fn active_keys(&self) -> usize {
        self.keys.iter().filter(|key| key.is_active).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::time::moment;

    fn user(has_mfa: Option<bool>, created: &str, is_active: bool) -> User {
        User {
            name: "ada".to_owned(),
            place: Place::default(),
            is_root: false,
            has_password: Some(true),
            has_mfa,
            keys: vec![UserKey {
                number: 1,
                is_active,
                created: moment(created),
                used: LastUse::Unknown,
                place: Place::default(),
            }],
        }
    }

    #[test]
    fn of_two_rows_the_worse_counts() {
        let mut users = Users::default();
        assert_eq!(
            users.add("a", user(Some(true), "2024-01-01", false)),
            Added::First
        );
        assert_eq!(
            users.add("a", user(Some(false), "2024-01-01", true)),
            Added::Again
        );
        assert_eq!(users.add("a", user(None, "2024-02-01", true)), Added::Again);
        let known = users.iter().next().expect("one");
        assert_eq!((users.count(), known.has_mfa), (1, Some(false)));
        assert_eq!((known.keys.len(), known.active_keys()), (2, 2));
    }

    #[test]
    fn words_for_no_use_differ() {
        let key = moment("2024-01-01T00:00:00Z");
        let used = moment("2024-02-01T00:00:00Z").expect("a moment");
        let old = moment("2015-04-21T23:59:59Z");
        for (field, created, expected) in [
            ("N/A", key, LastUse::Never),
            ("N/A", old, LastUse::Unknown),
            ("N/A", None, LastUse::Unknown),
            ("no_information", key, LastUse::Unknown),
            ("not_supported", key, LastUse::Unknown),
            ("", key, LastUse::Unknown),
            ("2024-02-01T00:00:00Z", key, LastUse::At(used)),
        ] {
            assert_eq!(LastUse::of(field, created), expected, "{field}");
        }
    }
}
