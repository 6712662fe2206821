//! People who left for good: of one person's rows the last leaving counts, and whoever came back has not
//! left.

use std::collections::BTreeMap;

use super::key::{Index, Key};
use super::{Entry, Roster};
use crate::evidence::identity_list::cell;
use crate::evidence::reading::AsOf;
use crate::evidence::time::Moment;

/// Somebody who left.
pub(super) struct Person<'r> {
    /// The rows about the person.
    pub rows: Vec<&'r Entry>,
    /// The last leaving.
    pub left: Moment,
}

/// All who left.
pub(super) struct Gone<'r> {
    /// They.
    pub people: Vec<Person<'r>>,
    /// Where each stands in them.
    pub index: Index,
    /// Whether somebody may have left at a time that cannot be read.
    pub is_unclear: bool,
}

impl<'r> Gone<'r> {
    /// Those in a list of leavers.
    pub(super) fn of(leavers: &'r Roster) -> Self {
        let mut gone = Self {
            people: vec![],
            index: Index::default(),
            is_unclear: false,
        };
        for rows in persons(&leavers.entries) {
            gone.is_unclear |= rows.iter().any(|row| row.is_unclear);
            let Some(left) = last_leaving(&rows, leavers) else {
                continue;
            };
            let number = gone.people.len();
            let keys = rows.iter().flat_map(|row| &row.keys);
            keys.for_each(|key| gone.index.add(key, number));
            gone.people.push(Person { rows, left });
        }
        gone
    }

    /// Whether anybody had surely left by the day of a list.
    pub(super) fn anybody_by(&self, day: AsOf) -> bool {
        let mut people = self.people.iter();
        people.any(|person| person.had_left_by(day) == Some(true))
    }
}

/// The last leaving of a person; none who is there, comes later or came back.
fn last_leaving(rows: &[&Entry], leavers: &Roster) -> Option<Moment> {
    let lefts: Option<Vec<Moment>> = rows.iter().map(|row| row.left_on).collect();
    let last = lefts?.into_iter().max()?;
    let came_back = |row: &&Entry| {
        let started = row.started_on.map(|started| started.at.date_naive());
        started.is_some_and(|started| started > last.at.date_naive())
    };
    let is_gone = last.at <= leavers.as_of.at && !rows.iter().any(came_back);
    is_gone.then_some(last)
}

/// The rows of each person: those that share a key belong together.
fn persons(entries: &[Entry]) -> Vec<Vec<&Entry>> {
    let mut parents: Vec<usize> = (0..entries.len()).collect();
    let mut first: BTreeMap<&Key, usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for key in &entry.keys {
            let other = *first.entry(key).or_insert(at);
            let (a, b) = (root(&mut parents, at), root(&mut parents, other));
            parents[a.max(b)] = a.min(b);
        }
    }
    let mut persons: BTreeMap<usize, Vec<&Entry>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        persons
            .entry(root(&mut parents, at))
            .or_default()
            .push(entry);
    }
    persons.into_values().collect()
}

/// The first row of a person, with the way to it shortened.
fn root(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

impl Person<'_> {
    /// Whether the person had left by the day of a list: surely, surely not, or not to be told.
    pub(super) fn had_left_by(&self, day: AsOf) -> Option<bool> {
        let doubt = cell::doubt(self.left);
        match day.age(self.left.at) {
            Some(since) => (since >= doubt).then_some(true),
            None => {
                let ahead = (self.left.at - day.at).as_seconds_f64();
                (ahead > doubt).then_some(false)
            }
        }
    }
}
