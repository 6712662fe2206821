//! What the events of a log add up to.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::event::{Event, Facts, Outcome, Provider, Who};
use super::span::{Odd, Span};
use crate::evidence::event_class::{Change, Class, EventClasses, Life, Meaning};
use crate::evidence::tally::Tally;

/// Most names of events per provider whose meaning is remembered.
const REMEMBERED: usize = 2_000;
/// Longest name of an event that is told apart, in bytes.
const NAME: usize = 200;

/// The events counted so far.
pub(super) struct Counts<'c> {
    classes: &'c EventClasses,
    meanings: BTreeMap<Provider, BTreeMap<String, Option<Meaning>>>,
    pub(super) providers: BTreeMap<Provider, u64>,
    pub(super) events: u64,
    pub(super) by_class: BTreeMap<Class, u64>,
    pub(super) unknown: Odd,
    pub(super) unknown_names: Tally,
    pub(super) actors: Tally,
    pub(super) machines: Odd,
    pub(super) lives: BTreeMap<Life, u64>,
    pub(super) changes: BTreeMap<Change, u64>,
    pub(super) held_by_all: Facts,
    pub(super) held_by_machines: Facts,
    pub(super) updates: Updates,
    pub(super) span: Span,
}

/// Changes of something that was there before, and those that show its old and new value.
#[derive(Default)]
pub(super) struct Updates {
    /// Those that show both.
    pub with: Odd,
    /// Those that do not.
    pub without: Odd,
}

impl<'c> Counts<'c> {
    /// None yet.
    pub fn new(classes: &'c EventClasses, as_of: DateTime<Utc>) -> Self {
        Self {
            classes,
            meanings: BTreeMap::new(),
            providers: BTreeMap::new(),
            events: 0,
            by_class: BTreeMap::new(),
            unknown: Odd::default(),
            unknown_names: Tally::default(),
            actors: Tally::default(),
            machines: Odd::default(),
            lives: BTreeMap::new(),
            changes: BTreeMap::new(),
            held_by_all: Facts::ALL,
            held_by_machines: Facts::ALL,
            updates: Updates::default(),
            span: Span::until(as_of),
        }
    }

    /// How many events there are.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// The provider of most events; of equals the one whose marks are surest.
    pub fn provider(&self) -> Option<Provider> {
        let most = self.providers.values().max()?;
        let mut all = self.providers.iter();
        all.find(|(_, count)| *count == most)
            .map(|(provider, _)| *provider)
    }

    /// Adds an event that stands on a line.
    pub fn add(&mut self, event: &Event, line: u64) {
        self.events += 1;
        *self.providers.entry(event.provider).or_default() += 1;
        let has_zone = self.span.add(event.time, line);
        let holds = event.holds.with(Facts::TIME, has_zone);
        self.held_by_all = self.held_by_all.and(holds);
        if event.who == Who::Machine {
            self.machines.on(line);
            self.held_by_machines = self.held_by_machines.and(holds);
        }
        if !event.actor.is_empty() {
            self.actors.add(event.actor);
        }
        match self.meaning(event) {
            Some(meaning) => self.mean(meaning, event, line),
            None => {
                self.unknown.on(line);
                self.unknown_names.add(match event.name.is_empty() {
                    true => "(no name)",
                    false => &event.name,
                });
            }
        }
    }

    fn meaning(&mut self, event: &Event) -> Option<Meaning> {
        if event.meaning.is_some() {
            return event.meaning;
        }
        let name = &event.name[..event.name.floor_char_boundary(NAME)];
        let known = self.meanings.entry(event.provider).or_default();
        if let Some(meaning) = known.get(name) {
            return *meaning;
        }
        let meaning = self.classes.meaning(event.provider.id(), name);
        if known.len() < REMEMBERED {
            known.insert(name.to_owned(), meaning);
        }
        meaning
    }

    fn mean(&mut self, meaning: Meaning, event: &Event, line: u64) {
        *self.by_class.entry(meaning.class).or_default() += 1;
        if let Some(life) = life(meaning.life, event) {
            self.lives.entry(life).or_insert(line);
        }
        let Some(change) = meaning.change else { return };
        self.changes.entry(change).or_insert(line);
        if is_update(&event.name) {
            match event.has_both_values {
                true => self.updates.with.on(line),
                false => self.updates.without.on(line),
            }
        }
    }
}

/// What an event means in the life of a credential: a refused request is a refusal, and what failed to be
/// made or revoked is neither.
fn life(life: Option<Life>, event: &Event) -> Option<Life> {
    let life = life?;
    let has_failed = event.outcome == Outcome::Failure;
    match (life, event.who) {
        (Life::Refusal, _) => Some(life),
        (Life::NewCredential | Life::Revoke, _) if has_failed => None,
        (Life::NewCredential | Life::Revoke, _) => Some(life),
        _ if has_failed => Some(Life::Refusal),
        (Life::Issue, Who::Machine) => Some(Life::MachineIssue),
        (Life::Issue, Who::Person) => Some(Life::UserIssue),
        (Life::Issue, Who::Unsaid) => None,
        (Life::MachineIssue | Life::UserIssue | Life::Refresh, _) => Some(life),
    }
}

/// Whether the name of a change says that something was there before it and still is after it.
fn is_update(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_end = has(&[
        "create", "delete", "remove", "add ", "add_", "grant", "revoke",
    ]);
    !is_end && has(&["update", "change", "modif", "edit", "put", "set", "patch"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::log::held::Held;

    fn event(who: Who, outcome: Outcome) -> Event<'static> {
        Event {
            provider: Provider::Okta,
            name: "a.b".into(),
            meaning: None,
            time: &Held::Nothing,
            actor: "",
            who,
            outcome,
            holds: Facts::held(&[]),
            has_both_values: false,
        }
    }

    #[test]
    fn a_token_goes_to_whoever_asked_and_to_nobody_who_was_refused() {
        use Life::{Issue, MachineIssue, NewCredential, Refresh, Refusal, Revoke, UserIssue};
        use Outcome::{Failure, Success, Unsaid};
        for (said, who, outcome, expected) in [
            (Issue, Who::Machine, Success, Some(MachineIssue)),
            (Issue, Who::Person, Unsaid, Some(UserIssue)),
            (Issue, Who::Unsaid, Success, None),
            (Issue, Who::Machine, Failure, Some(Refusal)),
            (Refresh, Who::Person, Failure, Some(Refusal)),
            (Refresh, Who::Unsaid, Success, Some(Refresh)),
            (NewCredential, Who::Person, Success, Some(NewCredential)),
            (NewCredential, Who::Person, Failure, None),
            (Revoke, Who::Person, Failure, None),
            (Refusal, Who::Unsaid, Success, Some(Refusal)),
        ] {
            let found = life(Some(said), &event(who, outcome));
            assert_eq!(found, expected, "{said:?} {who:?} {outcome:?}");
        }
        assert_eq!(life(None, &event(Who::Machine, Failure)), None);
    }

    #[test]
    fn only_a_change_of_what_stays_has_an_old_and_a_new_value() {
        for name in [
            "Update policy",
            "iam:PutUserPolicy",
            "policy.lifecycle.update",
            "SetIamPolicy",
        ] {
            assert!(is_update(name), "{name}");
        }
        for name in [
            "Add member to role",
            "policy.lifecycle.delete",
            "iam:CreateRole",
            "user.account.privilege.grant",
        ] {
            assert!(!is_update(name), "{name}");
        }
    }
}
