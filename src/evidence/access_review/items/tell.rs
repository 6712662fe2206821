//! What the items of a review say, once all are counted.

use super::super::cycles::{Gap, Of};
use super::{Count, Items};
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::identity_list::bounded::mark_length;
use crate::evidence::reading::Reading;

impl Items {
    fn fact(&self, name: &'static str, value: FactValue, place: Option<Place>) -> Fact {
        Fact::new(name, value, self.told.items, place.unwrap_or_default())
    }

    fn count(&self, name: &'static str, count: &Count) -> Fact {
        self.fact(name, FactValue::Count(count.count), count.first.clone())
    }

    /// Says what was counted.
    pub(in crate::evidence::access_review) fn tell(mut self, reading: &mut Reading) {
        reading.items = self.items;
        reading.covers = self.covers;
        mark_length(reading);
        if self.cycles.is_cut {
            reading.not_whole("it holds more reviews than are told apart");
        }
        reading.say(self.fact("review-decisions", FactValue::Count(self.items), None));
        let oddities = std::mem::take(&mut self.oddities);
        oddities.tell(reading);
        if self.items == 0 {
            return;
        }
        self.tell_cycles(reading);
        self.tell_items(reading);
        self.tell_removals(reading);
        let bulk = std::mem::take(&mut self.bulk);
        let is_cut = bulk.is_cut;
        if let Some((count, most)) = bulk.count() {
            let mut fact = self.fact("review-bulk", FactValue::Count(count), None);
            fact.about = most;
            reading.say(whole(fact, is_cut));
        }
    }

    fn tell_cycles(&self, reading: &mut Reading) {
        if let Some((count, title)) = self.cycles.count() {
            // One review shows no rhythm, so nothing is proved or disproved by it.
            let basis = match count {
                0 | 1 => Basis::Sample,
                _ => self.told.gaps,
            };
            let value = FactValue::Count(count);
            let fact = Fact::new("review-cycles", value, basis, Place::default());
            reading.say(fact.about(title));
        }
        let days = self.cycles.days();
        if !days.is_empty() {
            reading.say(self.fact("review-dates", FactValue::Set(days), None));
        }
        // In a part of the list, the review between two others may be what is missing.
        if !reading.partial.is_empty() {
            return;
        }
        for (name, of) in [
            ("review-gap", Of::All),
            ("machine-review-gap", Of::Machines),
            ("privileged-review-gap", Of::Roles),
        ] {
            if let Some(gap) = self.cycles.gap(of, self.as_of) {
                reading.say(self.gap(name, gap));
            }
        }
    }

    fn gap(&self, name: &'static str, gap: Gap) -> Fact {
        let value = FactValue::Duration(gap.seconds);
        let fact = Fact::new(name, value, self.told.gaps, gap.place);
        let fact = fact.about(gap.title).uncertain_by(gap.doubt);
        whole(fact, !gap.is_longest)
    }

    fn tell_items(&self, reading: &mut Reading) {
        let (part, of) = (self.decided, self.ended);
        if of > 0 {
            let value = FactValue::Share { part, of };
            reading.say(self.fact("review-decided", value, self.first_open.clone()));
        }
        if self.told.principal {
            self.tell_machines(reading);
        }
        if self.told.reviewer && self.decided > 0 {
            self.tell_reviewers(reading);
        }
        if self.told.reason && self.approvals > 0 {
            reading.say(self.count("review-without-reason", &self.without_reason));
        }
        let fields = self.fields.iter().map(|name| (*name).to_owned()).collect();
        // A signature, or a fact that this export leaves out, may stand elsewhere.
        let fact = self.fact("review-record-fields", FactValue::Set(fields), None);
        reading.say(fact.in_part());
    }

    fn tell_reviewers(&self, reading: &mut Reading) {
        let reviewers = FactValue::Count(self.reviewers.different());
        let fact = self.fact("review-reviewers", reviewers, None);
        reading.say(whole(fact, self.reviewers.is_cut()));
        let own = self.count("review-self", &self.own);
        reading.say(whole(own, !self.told.same_names));
        if self.approvals > 0 {
            reading.say(self.count("review-without-reviewer", &self.without_reviewer));
        }
    }

    /// That machines are left out is said only of a whole export, and only where every item is a person.
    fn tell_machines(&self, reading: &mut Reading) {
        let first = self.first_machine.clone();
        let count = FactValue::Count(self.machines);
        let fact = self.fact("review-machine-items", count, first.clone());
        reading.say(whole(fact, self.is_kind_unclear));
        let holds = |holds| self.fact("review-covers-machines", FactValue::Holds(holds), first);
        let is_clear = reading.partial.is_empty() && !self.is_kind_unclear;
        match self.told.all_reviews {
            _ if self.machines > 0 => reading.say(holds(true)),
            Some(all_reviews) if is_clear => reading.say(whole(holds(false), !all_reviews)),
            _ => {}
        }
    }

    fn tell_removals(&self, reading: &mut Reading) {
        if !self.told.applied {
            return;
        }
        if self.removals > 0 {
            let (part, of) = (self.removed, self.removals);
            let value = FactValue::Share { part, of };
            let fact = self.fact("review-applied", value, self.first_left.clone());
            reading.say(whole(fact, self.is_removal_unclear));
        }
        if let Some((seconds, doubt, account, place)) = self.slowest.clone() {
            let value = FactValue::Duration(seconds);
            let mut fact = self.fact("review-slowest-removal", value, Some(place));
            fact.about = account;
            reading.say(whole(fact.uncertain_by(doubt), self.is_time_unclear));
        }
    }
}

/// A fact, in part where something is unclear that could say otherwise.
fn whole(fact: Fact, is_unclear: bool) -> Fact {
    match is_unclear {
        true => fact.in_part(),
        false => fact,
    }
}
