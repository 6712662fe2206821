//! What the signing keys of a file say together; SAML metadata and JSON Web Key Sets end in the same facts.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::certificate::{Certificate, Strength};
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::reading::Reading;
use crate::evidence::time::Moment;

/// Longest name of an owner that is kept, in bytes.
const NAME: usize = 200;

/// A key that signs, as a file publishes it.
#[derive(Debug, Clone, Copy)]
pub(in crate::evidence) struct SigningKey<'c> {
    /// Whose it is; of the keys of one owner, the newest certificate counts.
    pub owner: Option<&'c str>,
    /// Since when it is known to exist.
    pub begun: Option<Moment>,
    /// How strong it is.
    pub strength: Strength,
    /// The certificate around it.
    pub certificate: Held,
    /// Where it stands, as its reader counts.
    pub at: usize,
}

/// The certificate around a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::evidence) enum Held {
    /// The key stands alone.
    Nothing,
    /// Something stands there that is no certificate.
    Unread,
    /// A certificate.
    Certificate(Certificate),
}

impl Held {
    fn certificate(self) -> Option<Certificate> {
        match self {
            Self::Certificate(certificate) => Some(certificate),
            Self::Nothing | Self::Unread => None,
        }
    }
}

impl<'c> SigningKey<'c> {
    /// A key in this certificate.
    pub fn certified(owner: Option<&'c str>, held: Held, at: usize) -> Self {
        let certificate = held.certificate();
        Self {
            owner,
            begun: certificate.map(|certificate| Moment {
                at: certificate.from,
                has_zone: true,
            }),
            strength: certificate.map_or(Strength::Unknown, |certificate| certificate.strength),
            certificate: held,
            at,
        }
    }

    fn owner(&self) -> Option<&'c str> {
        self.owner
            .map(|name| &name[..name.floor_char_boundary(NAME)])
    }
}

/// Keys, and where they stand.
pub(in crate::evidence) struct SigningKeys<'c, 'p> {
    /// The keys, in the order of the file.
    pub keys: Vec<SigningKey<'c>>,
    /// The place of what a reader counted.
    pub place: &'p dyn Fn(usize) -> Place,
}

impl SigningKeys<'_, '_> {
    /// Says everything that the keys say.
    pub fn say(&self, reading: &mut Reading) {
        let count = FactValue::Count(self.keys.len() as u64);
        let place = self.place_of(self.keys.first());
        reading.say(Fact::new("signing-keys", count, Basis::CompleteList, place));
        self.say_weak(reading);
        self.say_age(reading);
        self.say_certificates(reading);
    }

    fn place_of(&self, key: Option<&SigningKey>) -> Place {
        key.map(|key| (self.place)(key.at)).unwrap_or_default()
    }

    fn count(&self, name: &'static str, is: impl Fn(&SigningKey) -> bool) -> Fact {
        let counted = self.keys.iter().filter(|key| is(key));
        let count = FactValue::Count(counted.clone().count() as u64);
        let first = counted.clone().next().or(self.keys.first());
        Fact::new(name, count, Basis::CompleteList, self.place_of(first))
    }

    fn say_weak(&self, reading: &mut Reading) {
        let is_unknown = |key: &SigningKey| key.strength == Strength::Unknown;
        if self.keys.iter().all(is_unknown) {
            return;
        }
        let fact = self.count("signing-keys-weak", |key| key.strength == Strength::Weak);
        let is_part = self.keys.iter().any(is_unknown);
        reading.say(part_if(is_part, fact));
    }

    fn say_age(&self, reading: &mut Reading) {
        let as_of = reading.as_of.at;
        let is_later = |key: &&SigningKey| key.begun.is_some_and(|begun| begun.at > as_of);
        if let Some(key) = self.keys.iter().find(is_later) {
            let what = "a signing key begins after the day the file speaks about";
            reading.odd(what, self.place_of(Some(key)));
        }
        let is_turned = |key: &&SigningKey| {
            let certificate = key.certificate.certificate();
            certificate.is_some_and(|certificate| certificate.to < certificate.from)
        };
        if let Some(key) = self.keys.iter().find(is_turned) {
            let what = "a certificate ends before it begins";
            reading.odd(what, self.place_of(Some(key)));
        }
        let ages = self.keys.iter().filter_map(|key| {
            let begun = key.begun?;
            Some((key, reading.age(begun.at)?, begun.doubt()))
        });
        let Some((key, age, doubt)) = ages.reduce(|a, b| if b.1 > a.1 { b } else { a }) else {
            return;
        };
        let is_part = self.keys.iter().any(|key| key.begun.is_none());
        let place = self.place_of(Some(key));
        let fact = Fact::new(
            "signing-key-age",
            FactValue::Duration(age),
            Basis::CompleteList,
            place,
        );
        reading.say(part_if(is_part, about(key.owner(), fact)).uncertain_by(doubt));
    }

    fn say_certificates(&self, reading: &mut Reading) {
        let certificates = |key: &SigningKey| key.certificate.certificate();
        let Some((key, end)) = self.first_to_end() else {
            return;
        };
        let is_part = self.keys.iter().any(|key| key.certificate == Held::Unread);
        let place = self.place_of(Some(key));
        let fact = Fact::new(
            "signing-certificate-end",
            FactValue::Date(end),
            Basis::CompleteList,
            place,
        );
        reading.say(part_if(is_part, about(key.owner(), fact)));
        let as_of = reading.as_of.at;
        let is_over = |key: &SigningKey| certificates(key).is_some_and(|held| held.to < as_of);
        let expired = self.count("signing-certificates-expired", is_over);
        reading.say(part_if(is_part, expired));
    }

    /// Of the newest certificate of each owner, the one that ends first.
    fn first_to_end(&self) -> Option<(&SigningKey<'_>, DateTime<Utc>)> {
        let mut newest: BTreeMap<Option<&str>, (&SigningKey, Certificate)> = BTreeMap::new();
        for key in &self.keys {
            let Some(certificate) = key.certificate.certificate() else {
                continue;
            };
            let held = newest.entry(key.owner()).or_insert((key, certificate));
            if (certificate.from, certificate.to) > (held.1.from, held.1.to) {
                *held = (key, certificate);
            }
        }
        let first = newest.into_values().min_by_key(|(_, held)| held.to);
        first.map(|(key, held)| (key, held.to))
    }
}

fn part_if(is_part: bool, fact: Fact) -> Fact {
    match is_part {
        true => fact.in_part(),
        false => fact,
    }
}

fn about(name: Option<&str>, fact: Fact) -> Fact {
    match name {
        Some(name) => fact.about(name),
        None => fact,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::certificate::{made, parse};
    use super::*;
    use crate::evidence::reading::Context;
    use crate::evidence::time::DAY;

    fn key<'c>(owner: &'c str, certificate: &str, at: usize) -> SigningKey<'c> {
        let held = parse(certificate).map_or(Held::Unread, Held::Certificate);
        SigningKey::certified(Some(owner), held, at)
    }

    fn said(keys: Vec<SigningKey>, day: (i32, u32, u32)) -> Reading {
        let day = NaiveDate::from_ymd_opt(day.0, day.1, day.2).expect("it is a day");
        let mut reading = Context::on(day).reading("saml", "metadata", None);
        let place = |at: usize| Place::new(format!("key {at}"), None);
        SigningKeys {
            keys,
            place: &place,
        }
        .say(&mut reading);
        reading
    }

    fn fact<'r>(reading: &'r Reading, name: &str) -> Option<&'r Fact> {
        reading.facts.iter().find(|fact| fact.name == name)
    }

    fn end(reading: &Reading) -> String {
        let fact = fact(reading, "signing-certificate-end").expect("it is said");
        let FactValue::Date(date) = &fact.value else {
            panic!("it is a date");
        };
        format!("{} {}", date.format("%Y"), fact.place)
    }

    #[test]
    fn the_newest_certificate_of_an_owner_counts() {
        let reading = said(
            vec![key("a", made::OLD, 0), key("a", made::IDP, 1)],
            (2026, 6, 1),
        );
        assert_eq!(end(&reading), "2028 key 1");
    }

    #[test]
    fn of_several_owners_the_one_that_ends_first_counts() {
        let keys = vec![
            key("a", made::FAR, 0),
            key("b", made::OLD, 1),
            key("c", made::IDP, 2),
        ];
        assert_eq!(end(&said(keys, (2026, 6, 1))), "2025 key 1");
    }

    #[test]
    fn a_certificate_expires_after_its_last_moment() {
        let expired = |day| {
            let reading = said(vec![key("a", made::OLD, 0)], day);
            fact(&reading, "signing-certificates-expired").map(|fact| fact.value.clone())
        };
        assert_eq!(expired((2024, 12, 31)), Some(FactValue::Count(0)));
        assert_eq!(expired((2025, 1, 1)), Some(FactValue::Count(1)));
    }

    #[test]
    fn the_oldest_key_gives_the_age() {
        let reading = said(
            vec![key("a", made::IDP, 0), key("a", made::OLD, 1)],
            (2026, 6, 1),
        );
        let fact = fact(&reading, "signing-key-age").expect("it is said");
        let FactValue::Duration(age) = fact.value else {
            panic!("it is a length");
        };
        assert_eq!((age / DAY).floor(), 2343.0);
        assert_eq!(fact.place.path, "key 1");
    }

    #[test]
    fn a_key_from_the_future_is_odd_and_not_fresh() {
        let reading = said(vec![key("a", made::IDP, 0)], (2025, 6, 1));
        assert_eq!(fact(&reading, "signing-key-age"), None);
        assert!(reading.anomalies[0].what.contains("after the day"));
    }

    #[test]
    fn a_certificate_that_ends_before_it_begins_is_odd() {
        let whole = parse(made::IDP).expect("it is a certificate");
        let odd = |held| {
            let keys = vec![SigningKey::certified(None, Held::Certificate(held), 0)];
            said(keys, (2026, 6, 1)).anomalies.len()
        };
        let (from, to) = (whole.to, whole.from);
        let turned = Certificate { from, to, ..whole };
        // The turned one also begins after the day.
        assert_eq!((odd(whole), odd(turned)), (0, 2));
    }

    #[test]
    fn what_cannot_be_read_makes_the_rest_a_part() {
        let reading = said(
            vec![key("a", made::IDP, 0), key("a", "nothing", 1)],
            (2026, 6, 1),
        );
        let of = |name| fact(&reading, name).expect("it is said");
        assert!(!of("signing-certificates-expired").is_whole);
        assert!(!of("signing-keys-weak").is_whole);
        assert!(!of("signing-key-age").is_whole);
        assert!(of("signing-keys").is_whole);
        let reading = said(vec![key("a", "nothing", 0)], (2026, 6, 1));
        assert_eq!(reading.facts.len(), 1, "{:?}", reading.facts);
    }
}
