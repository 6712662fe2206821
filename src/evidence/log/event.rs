//! What a record of a log says, in words that all providers share, and who tells it.

use std::borrow::Cow;

use serde::Deserialize;

use super::held::Held;
use crate::evidence::event_class::Meaning;

/// What one event says.
pub(super) struct Event<'r> {
    /// Whose log it stands in.
    pub provider: Provider,
    /// Its name, as the map of classes knows it.
    pub name: Cow<'r, str>,
    /// What it is about, where the record says so itself.
    pub meaning: Option<Meaning>,
    /// When it happened.
    pub time: &'r Held<'r>,
    /// Who did it; empty where it is not said.
    pub actor: &'r str,
    /// What that is.
    pub who: Who,
    /// How it ended.
    pub outcome: Outcome,
    /// The facts that the record holds, without its time.
    pub holds: Facts,
    /// Whether the value before a change and the one after it are both there.
    pub has_both_values: bool,
}

/// A provider of logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Provider {
    CloudTrail,
    Ocsf,
    Gcp,
    Kubernetes,
    Okta,
    Entra,
    GoogleWorkspace,
    GitHub,
    Auth0,
    Keycloak,
    Ecs,
}

impl Provider {
    /// Their ids, in the order in which a record is tried: the surest marks first.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("cloudtrail", Self::CloudTrail),
        ("ocsf", Self::Ocsf),
        ("gcp", Self::Gcp),
        ("kubernetes", Self::Kubernetes),
        ("okta", Self::Okta),
        ("entra", Self::Entra),
        ("google-workspace", Self::GoogleWorkspace),
        ("github", Self::GitHub),
        ("auth0", Self::Auth0),
        ("keycloak", Self::Keycloak),
        ("ecs", Self::Ecs),
    ];

    /// Its id.
    pub fn id(self) -> &'static str {
        crate::source::names::name_of(Self::NAMES, self)
    }
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Person,
    Machine,
    Unsaid,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Success,
    Failure,
    Unsaid,
}

impl Outcome {
    /// Of a word for it.
    pub fn of_word(word: &str) -> Self {
        let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
        if is(&["success", "succeeded", "allow", "accept", "ok", "granted"]) {
            return Self::Success;
        }
        match is(&[
            "failure", "failed", "fail", "deny", "denied", "error", "blocked", "rejected",
        ]) {
            true => Self::Failure,
            false => Self::Unsaid,
        }
    }

    /// Of a number that is 0 where all went well.
    pub fn of_code(code: f64) -> Self {
        match code == 0.0 {
            true => Self::Success,
            false => Self::Failure,
        }
    }
}

/// Which facts a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts(u8);

impl Facts {
    /// Their names, as the catalogue of questions writes them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("identity", Self::IDENTITY),
        ("credential", Self::CREDENTIAL),
        ("target", Self::TARGET),
        ("time", Self::TIME),
        ("operation", Self::OPERATION),
        ("source", Self::SOURCE),
        ("on-behalf-of", Self::ON_BEHALF_OF),
    ];
    /// The identity that acted.
    pub const IDENTITY: Self = Self(1);
    /// Its credential or token.
    pub const CREDENTIAL: Self = Self(2);
    /// What it acted on.
    pub const TARGET: Self = Self(4);
    /// The time, with its zone.
    pub const TIME: Self = Self(8);
    /// What was done, and with which result.
    pub const OPERATION: Self = Self(16);
    /// Where it came from.
    pub const SOURCE: Self = Self(32);
    /// On whose behalf.
    pub const ON_BEHALF_OF: Self = Self(64);
    /// All of them.
    pub const ALL: Self = Self(127);

    /// Those that are held.
    pub fn held(facts: &[(Self, bool)]) -> Self {
        let held = facts.iter().filter(|(_, is_held)| *is_held);
        Self(held.fold(0, |all, (fact, _)| all | fact.0))
    }

    /// Those of both.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// These, and that one where it is held.
    pub fn with(self, fact: Self, is_held: bool) -> Self {
        match is_held {
            true => Self(self.0 | fact.0),
            false => self,
        }
    }

    /// Whether one is among them.
    pub fn has(self, fact: Self) -> bool {
        self.0 & fact.0 == fact.0
    }
}

/// Takes the events that a record tells.
pub(super) type Tell<'t> = dyn FnMut(Event<'_>) + 't;

/// How the records of a provider look.
pub(super) trait Shape {
    /// What is read of a record.
    type Record<'r>: Deserialize<'r>;

    /// Tells the events of a record; false where it is none of this provider.
    fn tell(record: &Self::Record<'_>, tell: &mut Tell) -> bool;
}

/// Whether a record is of a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Not,
    Fits,
    /// It is, and one of its keys stands twice; the last counts.
    Doubled,
}

/// Reads a record as one of this shape.
///
/// # Errors
///
/// When it is no JSON.
pub(super) fn read_as<S: Shape>(record: &[u8], tell: &mut Tell) -> Result<Fit, serde_json::Error> {
    match serde_json::from_slice::<S::Record<'_>>(record) {
        Ok(record) => Ok(match S::tell(&record, tell) {
            true => Fit::Fits,
            false => Fit::Not,
        }),
        // Values may be of any kind, so a key that stands twice is all that can be wrong with the data.
        Err(error) if error.is_data() => {
            let value: serde_json::Value = serde_json::from_slice(record)?;
            let record = S::Record::deserialize(&value);
            Ok(match record.is_ok_and(|record| S::tell(&record, tell)) {
                true => Fit::Doubled,
                false => Fit::Not,
            })
        }
        Err(error) => Err(error),
    }
}
