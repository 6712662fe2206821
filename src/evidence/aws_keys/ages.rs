//! How old the active keys of a list are.
//!
//! A key whose creation cannot be read, or cannot be true, is never young: it has no age, and what is said
//! of the others is said of a part.

use chrono::{DateTime, NaiveDate, Utc};

use super::found::Found;
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::reading::Reading;
use crate::evidence::time::{DAY, Moment};

/// Full days after which a key is old; on the last of them it is not.
const OLD: f64 = 90.0;

/// An active key.
#[derive(Debug)]
pub(in crate::evidence) struct Key {
    /// Its owner and the end of its id.
    pub name: String,
    /// When it was created; none where that cannot be read.
    pub created: Option<Moment>,
    /// Where it stands.
    pub place: Place,
}

/// The ages of the active keys of a list.
#[derive(Debug, Default)]
pub(in crate::evidence) struct KeyAges {
    active: Found,
    old: Found,
    oldest: Option<(f64, String, Place)>,
    ageless: u64,
    doubt: f64,
}

impl KeyAges {
    /// No keys yet, where the moment that ages are counted to may lie elsewhere by so many seconds.
    pub(in crate::evidence) fn doubted(doubt: f64) -> Self {
        Self {
            doubt,
            ..Self::default()
        }
    }

    /// Counts a key; what is odd about its creation is noted.
    pub(in crate::evidence) fn add(&mut self, key: Key, reading: &mut Reading) {
        self.active.add(&key.place);
        let Some(created) = key.created else {
            self.ageless += 1;
            let what = format!("the creation of the active key {} cannot be read", key.name);
            return reading.odd(what, key.place);
        };
        let age = match reading.age(created.at) {
            Some(age) if created.at >= first_cloud() => age,
            Some(_) => {
                self.ageless += 1;
                let what = format!("the active key {} is older than its service", key.name);
                return reading.odd(what, key.place);
            }
            None => {
                self.ageless += 1;
                let what = format!(
                    "the active key {} was created after the moment that the file speaks about",
                    key.name
                );
                return reading.odd(what, key.place);
            }
        };
        self.doubt = self.doubt.max(created.doubt());
        if (age / DAY).floor() > OLD {
            self.old.add(&key.place);
        }
        if self
            .oldest
            .as_ref()
            .is_none_or(|(oldest, ..)| age > *oldest)
        {
            self.oldest = Some((age, key.name, key.place));
        }
    }

    /// Says how many there are, how old the oldest is and how many are old. `whole` is the place of the list.
    pub(in crate::evidence) fn say(self, basis: Basis, whole: &Place, reading: &mut Reading) {
        let part = |fact: Fact| match self.ageless {
            0 => fact.uncertain_by(self.doubt),
            _ => fact.uncertain_by(self.doubt).in_part(),
        };
        reading.say(self.active.fact("active-keys", basis, whole));
        let is_known = self.oldest.is_some() || self.ageless == 0;
        if let Some((age, name, place)) = self.oldest {
            let value = FactValue::Duration(age);
            let fact = Fact::new("oldest-active-key-age", value, basis, place);
            reading.say(part(fact.about(name)));
        }
        if is_known {
            reading.say(part(self.old.fact("keys-over-90-days", basis, whole)));
        }
    }
}

/// The year in which the first provider gave out its first keys: an earlier date is a placeholder.
fn first_cloud() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2006, 1, 1).expect("it is a day");
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::reading::Context;
    use crate::evidence::time::moment;

    const NOW: &str = "2024-06-30T12:00:00Z";

    fn told(created: &[&str]) -> Reading {
        let today = NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day");
        let now = moment(NOW).expect("a moment").at;
        let mut reading = Context::on(today).reading("f", "f", Some(now));
        let mut ages = KeyAges::default();
        for (row, created) in (1..).zip(created) {
            let key = Key {
                name: format!("key {row}"),
                created: moment(created),
                place: Place::row(row, row + 1),
            };
            ages.add(key, &mut reading);
        }
        ages.say(Basis::CompleteList, &Place::default(), &mut reading);
        reading.finished()
    }

    fn fact<'r>(reading: &'r Reading, name: &str) -> Option<&'r Fact> {
        reading.facts.iter().find(|fact| fact.name == name)
    }

    #[test]
    fn a_key_is_old_when_ninety_one_days_are_full() {
        for (created, old) in [
            ("2024-03-31T12:00:01Z", 0),
            ("2024-03-31T12:00:00Z", 1),
            ("2024-04-01T12:00:00Z", 0),
        ] {
            let reading = told(&[created]);
            let value = &fact(&reading, "keys-over-90-days").expect("said").value;
            assert_eq!(*value, FactValue::Count(old), "{created}");
        }
    }

    #[test]
    fn the_oldest_carries_its_name_and_place() {
        let reading = told(&["2024-06-29T12:00:00Z", "2024-06-20T12:00:00Z"]);
        let oldest = fact(&reading, "oldest-active-key-age").expect("said");
        assert_eq!(oldest.value, FactValue::Duration(10.0 * DAY));
        assert_eq!(oldest.about.as_deref(), Some("key 2"));
        assert_eq!(oldest.place, Place::row(2, 3));
        assert!(oldest.is_whole);
    }

    #[test]
    fn a_key_without_a_possible_creation_is_not_young() {
        for created in ["N/A", "2024-06-30T12:00:01Z", "1970-01-01T00:00:00Z"] {
            let reading = told(&[created]);
            assert_eq!(reading.anomalies.len(), 1, "{created}");
            assert_eq!(fact(&reading, "oldest-active-key-age"), None, "{created}");
            assert_eq!(fact(&reading, "keys-over-90-days"), None, "{created}");
            let reading = told(&[created, "2024-06-29T12:00:00Z"]);
            let old = fact(&reading, "keys-over-90-days").expect("said");
            assert!(!old.is_whole, "{created}");
        }
    }

    #[test]
    fn a_creation_without_a_zone_is_uncertain() {
        let reading = told(&["2024-06-20 12:00:00"]);
        let oldest = fact(&reading, "oldest-active-key-age").expect("said");
        assert_eq!(oldest.uncertain, crate::evidence::time::ZONE_DOUBT);
    }
}
