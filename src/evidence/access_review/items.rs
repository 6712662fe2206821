//! The items of a review, counted one by one.

mod tell;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::bulk::Bulk;
use super::cycles::{Cycles, Review};
use super::decision::Decision;
use crate::evidence::fact::{Basis, Place};
use crate::evidence::identity_list::bounded::{Oddities, Seen, short};
use crate::evidence::identity_list::cell::{self, Principal, When};
use crate::evidence::input::Refusal;
use crate::evidence::input::table::{Row, Table};
use crate::evidence::reading::{AsOf, Covers};
use crate::evidence::tally::Tally;
use crate::evidence::time::Moment;

/// An item: one identity, and what was decided about it.
pub(super) struct Item<'t> {
    /// The review it belongs to.
    pub review: Review<'t>,
    /// Whether that review goes on.
    pub is_running: bool,
    /// Who is reviewed, for readers.
    pub account: Option<&'t str>,
    /// What is reviewed, for readers.
    pub principal: Principal,
    pub decision: Decision,
    pub reviewer: Option<&'t str>,
    /// Whether who is reviewed decided.
    pub is_self: bool,
    pub decided_on: Option<Moment>,
    /// Whether the decision was carried out; none where that cannot be told.
    pub applied: Option<bool>,
    pub applied_on: Option<Moment>,
    pub has_reason: bool,
    pub has_right: bool,
}

/// What a format tells of each item at all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub principal: bool,
    pub reviewer: bool,
    pub applied: bool,
    pub reason: bool,
    /// Whether who is reviewed and who reviews are named in the same way.
    pub same_names: bool,
    /// What counts of items rest on.
    pub items: Basis,
    /// What the time between reviews rests on.
    pub gaps: Basis,
    /// Whether all reviews are in it; none where it is one review, and says nothing of others.
    pub all_reviews: Option<bool>,
}

/// The items of a file, counted.
pub(super) struct Items {
    told: Told,
    as_of: AsOf,
    pub cycles: Cycles,
    pub oddities: Oddities,
    items: u64,
    ended: u64,
    decided: u64,
    approvals: u64,
    first_open: Option<Place>,
    machines: u64,
    first_machine: Option<Place>,
    is_kind_unclear: bool,
    reviewers: Tally,
    own: Count,
    without_reason: Count,
    without_reviewer: Count,
    removals: u64,
    removed: u64,
    first_left: Option<Place>,
    is_removal_unclear: bool,
    slowest: Option<(f64, f64, Option<String>, Place)>,
    is_time_unclear: bool,
    bulk: Bulk,
    fields: BTreeSet<&'static str>,
    covers: Option<Covers>,
}

#[derive(Debug, Default)]
struct Count {
    count: u64,
    first: Option<Place>,
}

impl Count {
    fn add(&mut self, place: &Place) {
        self.count += 1;
        self.first.get_or_insert_with(|| place.clone());
    }
}

impl Items {
    /// Adds the rows of a table, each once.
    ///
    /// # Errors
    ///
    /// When the table cannot be read to its end.
    pub(super) fn read(
        &mut self,
        table: &mut Table,
        add: impl Fn(&Row, &mut Self),
    ) -> Result<(), Refusal> {
        let mut seen = Seen::default();
        while let Some(row) = table.next_row()? {
            let fields: Vec<&str> = (0..row.width()).map(|at| row.field(at)).collect();
            match seen.is_new(&fields) {
                true => add(&row, self),
                false => self.oddities.note("the row stands twice", row.place()),
            }
        }
        Ok(())
    }

    /// None yet.
    pub(super) fn new(told: Told, cycles: Cycles, as_of: AsOf) -> Self {
        Self {
            told,
            as_of,
            cycles,
            oddities: Oddities::default(),
            items: 0,
            ended: 0,
            decided: 0,
            approvals: 0,
            first_open: None,
            machines: 0,
            first_machine: None,
            is_kind_unclear: false,
            reviewers: Tally::default(),
            own: Count::default(),
            without_reason: Count::default(),
            without_reviewer: Count::default(),
            removals: 0,
            removed: 0,
            first_left: None,
            is_removal_unclear: false,
            slowest: None,
            is_time_unclear: false,
            bulk: Bulk::default(),
            fields: BTreeSet::new(),
            covers: None,
        }
    }

    /// Reads a date that lies behind; what cannot be, or lies ahead, is told and is none.
    pub(super) fn past(&mut self, what: &str, when: When, place: &Place) -> Option<Moment> {
        match when {
            When::Unclear(why) => {
                self.oddities.note(format!("{what} {why}"), place.clone());
                None
            }
            When::At(at) if (at.at - self.as_of.at).as_seconds_f64() > at.doubt() => {
                let what = format!("{what} lies after the day of the file");
                self.oddities.note(what, place.clone());
                None
            }
            when => when.at(),
        }
    }

    /// Adds an item.
    pub(super) fn add(&mut self, item: Item) {
        let place = item.review.place.clone();
        self.items += 1;
        if item.decision == Decision::Unknown {
            let what = "its decision is a word of no known meaning and counts as none";
            self.oddities.note(what, place.clone());
        }
        if !item.is_running || item.decision.is_made() {
            self.ended += 1;
            self.decided += u64::from(item.decision.is_made());
            if !item.decision.is_made() {
                self.first_open.get_or_insert_with(|| place.clone());
            }
        }
        match item.principal {
            Principal::Machine => {
                self.machines += 1;
                self.first_machine.get_or_insert_with(|| place.clone());
            }
            Principal::Person => {}
            Principal::Group | Principal::Unknown => self.is_kind_unclear = true,
        }
        for at in [item.review.began, item.decided_on, item.applied_on]
            .into_iter()
            .flatten()
        {
            self.cover(at.at);
        }
        self.judge(&item, &place);
        self.remove(&item, &place);
        self.fill(&item);
        self.cycles.add(item.review, item.decision.is_made());
    }

    fn judge(&mut self, item: &Item, place: &Place) {
        if !item.decision.is_made() {
            return;
        }
        if let Some(reviewer) = item.reviewer {
            self.reviewers.add(&reviewer.to_lowercase());
        }
        if item.is_self {
            self.own.add(place);
        }
        if item.decision == Decision::Keep {
            self.approvals += 1;
            match item.reviewer {
                Some(reviewer) => self.bulk.add(reviewer, item.decided_on),
                None => self.without_reviewer.add(place),
            }
            if !item.has_reason {
                self.without_reason.add(place);
            }
        }
    }

    fn remove(&mut self, item: &Item, place: &Place) {
        let is_due = !item.is_running || item.applied == Some(true);
        if item.decision != Decision::Remove || !is_due {
            return;
        }
        match item.applied {
            Some(true) => {
                self.removals += 1;
                self.removed += 1;
                self.time(item, place);
            }
            Some(false) => {
                self.removals += 1;
                self.is_time_unclear = true;
                self.first_left.get_or_insert_with(|| place.clone());
            }
            None => {
                self.is_removal_unclear = true;
                self.is_time_unclear = true;
            }
        }
    }

    fn time(&mut self, item: &Item, place: &Place) {
        let (Some(decided), Some(applied)) = (item.decided_on, item.applied_on) else {
            self.is_time_unclear = true;
            return;
        };
        let doubt = cell::doubt_between(decided, applied);
        let seconds = (applied.at - decided.at).as_seconds_f64();
        if seconds < -doubt {
            let what = "its decision was carried out before it was made";
            self.oddities.note(what, place.clone());
            self.is_time_unclear = true;
            return;
        }
        let seconds = seconds.max(0.0);
        if self
            .slowest
            .as_ref()
            .is_none_or(|(slowest, ..)| seconds > *slowest)
        {
            let account = item.account.map(|name| short(name).to_owned());
            self.slowest = Some((seconds, doubt, account, place.clone()));
        }
    }

    /// Remembers which facts the record holds, by the ids that the questions use.
    fn fill(&mut self, item: &Item) {
        let fields = [
            ("account", item.account.is_some()),
            ("right", item.has_right),
            ("reviewer", item.reviewer.is_some()),
            ("decision", item.decision.is_made()),
            (
                "action",
                item.applied_on.is_some() || item.applied == Some(true),
            ),
            ("date", item.decided_on.is_some()),
        ];
        let filled = fields.iter().filter(|(_, is_filled)| *is_filled);
        self.fields.extend(filled.map(|(name, _)| *name));
    }

    fn cover(&mut self, at: DateTime<Utc>) {
        let covers = self.covers.get_or_insert(Covers { from: at, to: at });
        covers.from = covers.from.min(at);
        covers.to = covers.to.max(at);
    }
}
