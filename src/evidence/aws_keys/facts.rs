//! What a credential report says of all users together.

use super::ages::{Key, KeyAges};
use super::columns::Columns;
use super::found::Found;
use super::users::{LastUse, User, UserKey, Users};
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::reading::Reading;

/// What a report can tell, by its columns.
#[derive(Debug)]
pub(super) struct Told {
    keys: bool,
    uses: bool,
    mfa: bool,
    doubt: f64,
}

/// A report names every user of the account.
const BASIS: Basis = Basis::CompleteList;

impl Told {
    /// What a report with these columns can tell, where its own moment is off by that many seconds at most.
    pub(super) fn of(columns: &Columns, doubt: f64) -> Self {
        Self {
            keys: columns.tell_keys(),
            uses: columns.tell_use(),
            mfa: columns.tell_mfa(),
            doubt,
        }
    }

    /// Says it. `whole` is the place of the report.
    pub(super) fn say(&self, users: &Users, whole: &Place, reading: &mut Reading) {
        let count = FactValue::Count(users.count());
        reading.say(Fact::new("users", count, BASIS, whole.clone()));
        if users.count() == 0 {
            return reading.not_whole("the list is empty");
        }
        if !users.iter().any(|user| user.is_root) {
            reading.not_whole("the row of the root user is missing");
        }
        if self.keys {
            self.say_keys(users, whole, reading);
        }
        if self.uses {
            self.say_uses(users, whole, reading);
        }
        if self.mfa {
            say_mfa(users, whole, reading);
        }
    }

    fn say_keys(&self, users: &Users, whole: &Place, reading: &mut Reading) {
        let mut ages = KeyAges::doubted(self.doubt);
        let (mut inactive, mut doubled, mut root) =
            (Found::default(), Found::default(), Found::default());
        for user in users.iter() {
            for key in &user.keys {
                match key.is_active {
                    true => ages.add(active(user, key), reading),
                    false => inactive.add(&key.place),
                }
            }
            let active = user.keys.iter().filter(|key| key.is_active);
            active
                .filter(|_| user.is_root)
                .for_each(|key| root.add(&key.place));
            if user.active_keys() > 1 {
                doubled.add(&user.place);
            }
        }
        ages.say(BASIS, whole, reading);
        reading.say(inactive.fact("inactive-keys", BASIS, whole));
        reading.say(doubled.fact("two-active-keys", BASIS, whole));
        if users.iter().any(|user| user.is_root) {
            reading.say(root.fact("root-access-keys", BASIS, whole));
        }
    }

    fn say_uses(&self, users: &Users, whole: &Place, reading: &mut Reading) {
        let mut uses = Uses::default();
        for user in users.iter() {
            for key in user.keys.iter().filter(|key| key.is_active) {
                uses.add(user, key, reading);
            }
        }
        let doubt = self.doubt.max(uses.doubt);
        let part = |fact: Fact| match uses.unknown.count() {
            0 => fact,
            _ => fact.in_part(),
        };
        reading.say(part(uses.never.fact("keys-never-used", BASIS, whole)));
        if let Some((idle, name, place)) = uses.longest.take() {
            let value = FactValue::Duration(idle);
            let fact = Fact::new("longest-idle", value, BASIS, place);
            reading.say(part(fact.about(name).uncertain_by(doubt)));
        }
        let of = uses.known + uses.unknown.count();
        if of > 0 {
            let value = FactValue::Share {
                part: uses.known,
                of,
            };
            let place = uses.unknown.place(whole);
            reading.say(Fact::new("last-use-known", value, BASIS, place));
        }
    }
}

fn active(user: &User, key: &UserKey) -> Key {
    Key {
        name: name(user, key),
        created: key.created,
        place: key.place.clone(),
    }
}

fn name(user: &User, key: &UserKey) -> String {
    format!("{}, key {}", user.name, key.number)
}

/// What is known of the last uses of the active keys.
#[derive(Debug, Default)]
struct Uses {
    never: Found,
    unknown: Found,
    known: u64,
    longest: Option<(f64, String, Place)>,
    doubt: f64,
}

impl Uses {
    fn add(&mut self, user: &User, key: &UserKey, reading: &mut Reading) {
        let since = match (key.used, key.created) {
            (LastUse::At(used), _) => used,
            (LastUse::Never, Some(created)) => created,
            (LastUse::Never, None) | (LastUse::Unknown, _) => {
                return self.unknown.add(&key.place);
            }
        };
        let age = reading.age(since.at);
        if key.used == LastUse::Never {
            self.never.add(&key.place);
        } else if age.is_none() {
            let what = format!(
                "the last use of {} is after the moment that the file speaks about",
                name(user, key)
            );
            reading.odd(what, key.place.clone());
            return self.unknown.add(&key.place);
        }
        self.known += 1;
        self.doubt = self.doubt.max(since.doubt());
        let Some(age) = age else {
            return;
        };
        if self
            .longest
            .as_ref()
            .is_none_or(|(longest, ..)| age > *longest)
        {
            self.longest = Some((age, name(user, key), key.place.clone()));
        }
    }
}

/// Says how many of those who can sign in with a password have MFA. The root user is told apart: its
/// password is `not_supported`; where it is `false`, nobody can sign in as root.
fn say_mfa(users: &Users, whole: &Place, reading: &mut Reading) {
    let (mut people, mut roots) = (Mfa::default(), Mfa::default());
    for user in users.iter() {
        match (user.is_root, user.has_password) {
            (true, Some(false)) | (false, Some(false)) => {}
            (true, _) => roots.add(user, reading),
            (false, Some(true)) => people.add(user, reading),
            (false, None) => people.unknown(user, "whether it has a password", reading),
        }
    }
    people.say("console-users-with-mfa", whole, reading);
    roots.say("root-mfa", whole, reading);
}

/// How many of them have MFA.
#[derive(Debug, Default)]
struct Mfa {
    with: u64,
    without: Found,
    is_part: bool,
}

impl Mfa {
    fn add(&mut self, user: &User, reading: &mut Reading) {
        match user.has_mfa {
            Some(true) => self.with += 1,
            Some(false) => self.without.add(&user.place),
            None => self.unknown(user, "whether it has MFA", reading),
        }
    }

    fn unknown(&mut self, user: &User, what: &str, reading: &mut Reading) {
        self.is_part = true;
        let what = format!("it cannot be read of {} {what}", user.name);
        reading.odd(what, user.place.clone());
    }

    fn say(&self, name: &'static str, whole: &Place, reading: &mut Reading) {
        let of = self.with + self.without.count();
        if of == 0 {
            return;
        }
        let value = FactValue::Share {
            part: self.with,
            of,
        };
        let fact = Fact::new(name, value, BASIS, self.without.place(whole));
        reading.say(match self.is_part {
            true => fact.in_part(),
            false => fact,
        });
    }
}
