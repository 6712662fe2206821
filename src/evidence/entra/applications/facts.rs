//! What the credentials of all applications come to: shares, longest lives, ages and counts.

use super::super::Counted;
use super::credential::{Credential, End, Kind};
use super::{App, Tally};
use crate::evidence::fact::{Basis, Fact, FactValue, Limit};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::reading::Reading;
use crate::evidence::time::DAY;

/// Says what was counted.
pub(super) struct Facts<'t, 'd> {
    pub(super) document: &'t Document<'d>,
    /// The value that holds the list.
    pub(super) holder: &'t Json<'d>,
    pub(super) tally: &'t Tally<'d>,
}

impl<'d> Facts<'_, 'd> {
    /// Adds every fact to a reading.
    pub(super) fn say(&self, reading: &mut Reading) {
        let secrets = self.of(Kind::Secret);
        let certificates = self.of(Kind::Certificate);
        self.shares(reading);
        self.longest("longest-secret-life", &secrets, reading);
        self.longest("longest-certificate-life", &certificates, reading);
        self.ends(&secrets, reading);
        if self.tally.lists_secrets {
            self.ages(&secrets, reading);
        }
        let expired = &self.tally.expired;
        reading.say(self.count("expired-credentials", expired));
        let endless = self.tally.valid.iter().filter(|key| key.end == End::Never);
        let endless = counted(endless);
        reading.say(self.count("keys-without-expiry", &endless));
    }

    fn of(&self, kind: Kind) -> Vec<&Credential<'d>> {
        let valid = self.tally.valid.iter();
        valid.filter(|credential| credential.kind == kind).collect()
    }

    fn count(&self, name: &'static str, of: &Counted<'d>) -> Fact {
        let place = of.place(self.document, self.holder);
        Fact::new(name, FactValue::Count(of.count), Basis::CompleteList, place)
    }

    /// Shares of applications: with a secret, without any stored secret, with an owner.
    fn shares(&self, reading: &mut Reading) {
        let apps = || self.tally.apps.values();
        let listed = || apps().filter(|app| app.lists_all && app.signs_in());
        let with_secret = listed().map(|app| (app, Some(app.holds_secret)));
        self.share("apps-with-secrets", with_secret, reading);
        let federated = listed().map(|app| {
            let is_stored = app.holds_secret || app.holds_certificate;
            let signs_in_without = app.is_federated.map(|is_one| is_one && !is_stored);
            (app, signs_in_without)
        });
        self.share("federated-identities", federated, reading);
        let owned = apps().map(|app| (app, app.is_owned));
        self.share("identities-owned", owned, reading);
        if apps().any(|app| app.is_owned.is_some()) {
            let ownerless = apps().filter(|app| app.is_owned == Some(false));
            let ownerless: Counted = ownerless.map(|app| app.json).collect();
            reading.say(self.count("identities-without-owner", &ownerless));
        }
    }

    /// The share of those that tell it, in part where some do not; nothing where none does.
    fn share<'a>(
        &self,
        name: &'static str,
        apps: impl Iterator<Item = (&'a App<'d>, Option<bool>)>,
        reading: &mut Reading,
    ) where
        'd: 'a,
    {
        let (mut part, mut of, mut untold) = (Counted::default(), 0, 0);
        for (app, has) in apps {
            match has {
                None => untold += 1,
                Some(has) => {
                    of += 1;
                    if has {
                        part.add(app.json);
                    }
                }
            }
        }
        if of == 0 {
            return;
        }
        let place = part.place(self.document, self.holder);
        let value = FactValue::Share {
            part: part.count,
            of,
        };
        let fact = Fact::new(name, value, Basis::CompleteList, place);
        reading.say(match untold {
            0 => fact,
            _ => fact.in_part(),
        });
    }

    /// The longest life; where a life is not told, what is told is a part.
    fn longest(&self, name: &'static str, keys: &[&Credential<'d>], reading: &mut Reading) {
        let lives = keys.iter().filter_map(|key| Some((key.life()?, *key)));
        let longest = lives.reduce(|a, b| match a.0.longer(b.0) == a.0 {
            true => a,
            false => b,
        });
        let Some((life, key)) = longest.or(keys.first().map(|key| (Limit::Unknown, *key))) else {
            return;
        };
        let place = self.document.place(key.json);
        let fact = Fact::new(name, FactValue::Limit(life), Basis::CompleteList, place)
            .about(key.about())
            .uncertain_by(key.doubt());
        let is_told = keys.iter().all(|key| key.life().is_some());
        reading.say(match is_told {
            true => fact,
            false => fact.in_part(),
        });
    }

    /// How many of the secrets have an end; those that do not tell are in neither number.
    fn ends(&self, secrets: &[&Credential<'d>], reading: &mut Reading) {
        let is_told = |key: &&&Credential| key.end != End::Unknown;
        let told: Vec<_> = secrets.iter().filter(is_told).copied().collect();
        if told.is_empty() {
            return;
        }
        let endless = counted(told.iter().filter(|key| key.end == End::Never).copied());
        let value = FactValue::Share {
            part: told.len() as u64 - endless.count,
            of: told.len() as u64,
        };
        let place = endless.place(self.document, self.holder);
        let fact = Fact::new("secrets-with-expiry", value, Basis::CompleteList, place);
        reading.say(match told.len() == secrets.len() {
            true => fact,
            false => fact.in_part(),
        });
    }

    /// Number and age of the secrets.
    fn ages(&self, secrets: &[&Credential<'d>], reading: &mut Reading) {
        reading.say(self.count("active-keys", &counted(secrets.iter().copied())));
        let as_of = reading.as_of;
        let age = |key: &Credential| as_of.age(key.start?.at);
        let is_told = secrets.iter().all(|key| age(key).is_some());
        let aged = secrets.iter().filter_map(|key| Some((age(key)?, *key)));
        let aged: Vec<_> = aged.collect();
        let oldest = aged.iter().max_by(|a, b| a.0.total_cmp(&b.0));
        let mut facts = vec![];
        if let Some((age, key)) = oldest {
            let place = self.document.place(key.json);
            let value = FactValue::Duration(*age);
            let fact = Fact::new("oldest-active-key-age", value, Basis::CompleteList, place);
            facts.push(fact.about(key.about()).uncertain_by(key.doubt()));
        }
        let old = aged.iter().filter(|(age, _)| *age > 90.0 * DAY);
        let old = counted(old.map(|(_, key)| *key));
        facts.push(self.count("keys-over-90-days", &old));
        for fact in facts {
            reading.say(match is_told {
                true => fact,
                false => fact.in_part(),
            });
        }
    }
}

fn counted<'d: 'k, 'k>(keys: impl Iterator<Item = &'k Credential<'d>>) -> Counted<'d> {
    keys.map(|key| key.json).collect()
}
