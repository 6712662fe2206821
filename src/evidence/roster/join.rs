//! What two lists say together.
//!
//! An account that is found proves that it is there. That none is found proves something only where both
//! lists are whole, and nothing where they name people in different ways.

use super::gone::Gone;
use super::key::Index;
use super::{Entry, Role, Roster};
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::identity_list::cell::{self, Principal, State};

/// A fact of two lists, and the one it points into.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    /// Label of the list that the place of the fact is in.
    pub label: String,
    /// The fact; it is about the other list, such as `with E1`.
    pub fact: Fact,
}

/// What a list says together with each of the others. Labels are those of the evidence.
pub fn joined(new: (&str, &Roster), others: &[(&str, &Roster)]) -> Vec<Joined> {
    others.iter().flat_map(|other| pair(new, *other)).collect()
}

/// What two lists say together: of the accounts, or of the inventory where that is held against leavers.
fn pair<'r>(one: (&'r str, &'r Roster), two: (&'r str, &'r Roster)) -> Vec<Joined> {
    type Join = fn(&Roster, &Roster) -> Vec<Fact>;
    let (join, with, own): (Join, _, _) = match (one.1.role, two.1.role) {
        (Role::Leavers, Role::Accounts) => (leavers_and_accounts, one, two),
        (Role::Accounts, Role::Leavers) => (leavers_and_accounts, two, one),
        (Role::Leavers, Role::Inventory) => (leavers_and_inventory, one, two),
        (Role::Inventory, Role::Leavers) => (leavers_and_inventory, two, one),
        (Role::Accounts, Role::Inventory) => (inventory_and_accounts, two, one),
        (Role::Inventory, Role::Accounts) => (inventory_and_accounts, one, two),
        _ => return vec![],
    };
    let facts = join(with.1, own.1).into_iter();
    facts
        .map(|fact| Joined {
            label: own.0.to_owned(),
            fact: fact.about(format!("with {}", with.0)),
        })
        .collect()
}

/// A fact of two lists, and whether something that could say otherwise is missing from them.
fn both(
    name: &'static str,
    value: FactValue,
    place: Option<Place>,
    (is_whole, is_clear): (bool, bool),
) -> Fact {
    let basis = match is_whole {
        true => Basis::CompleteList,
        false => Basis::Sample,
    };
    let fact = Fact::new(name, value, basis, place.unwrap_or_default());
    match is_whole && is_clear {
        true => fact,
        false => fact.in_part(),
    }
}

fn index<'r>(
    entries: &'r [Entry],
    keys: fn(&'r Entry) -> Box<dyn Iterator<Item = &'r super::Key> + 'r>,
) -> Index {
    let mut index = Index::default();
    for (at, entry) in entries.iter().enumerate() {
        keys(entry).for_each(|key| index.add(key, at));
    }
    index
}

/// What the accounts of leavers show.
#[derive(Default)]
struct Leavers {
    live: u64,
    first: Option<Place>,
    slowest: Option<(f64, f64, Place)>,
    /// Leavers of whom it is not told whether they have an active account.
    is_state_unclear: bool,
    /// Leavers of whom it is not told when they were disabled.
    is_time_unclear: bool,
}

fn leavers_and_accounts(leavers: &Roster, accounts: &Roster) -> Vec<Fact> {
    let gone = Gone::of(leavers);
    let index = index(&accounts.entries, |entry| Box::new(entry.keys.iter()));
    if !gone.anybody_by(accounts.as_of) || !gone.index.is_comparable(&index) {
        return vec![];
    }
    let mut found = Leavers {
        is_state_unclear: gone.is_unclear,
        is_time_unclear: gone.is_unclear,
        ..Leavers::default()
    };
    let mut is_anybody_listed = false;
    for person in &gone.people {
        let had_left = person.had_left_by(accounts.as_of) == Some(true);
        let keys = person.rows.iter().flat_map(|row| &row.keys);
        let numbers = keys.filter_map(|key| index.find(key)).flatten();
        let theirs: Vec<&Entry> = numbers.map(|at| &accounts.entries[*at]).collect();
        is_anybody_listed |= !theirs.is_empty();
        found.is_time_unclear |= theirs.is_empty();
        // A list that was made before somebody left cannot tell what became of the account.
        found.is_state_unclear |= !had_left;
        let live = theirs.iter().find(|account| account.state == State::Active);
        if let Some(account) = live.filter(|_| had_left) {
            found.live += 1;
            found.first.get_or_insert_with(|| account.place.clone());
            // Not removed yet: it takes at least as long as the list shows.
            let so_far = accounts.as_of.age(person.left.at).unwrap_or(0.0);
            found.outlived(account, so_far, cell::doubt(person.left));
        }
        let is_unknown = |account: &&Entry| account.state == State::Unknown;
        found.is_state_unclear |= theirs.iter().any(is_unknown);
        theirs
            .iter()
            .for_each(|account| found.disabling(account, person.left));
    }
    // Nobody at all: their accounts may be deleted, or bear other names.
    found.is_state_unclear |= !is_anybody_listed;
    found.facts(leavers.is_whole && accounts.is_whole)
}

impl Leavers {
    /// How long an account outlived the leaving.
    fn disabling(&mut self, account: &Entry, left: crate::evidence::time::Moment) {
        let disabled = account
            .disabled_on
            .filter(|_| account.state != State::Active);
        let Some(disabled) = disabled else {
            self.is_time_unclear = true;
            return;
        };
        let seconds = (disabled.at - left.at).as_seconds_f64().max(0.0);
        let doubt = cell::doubt(left).max(cell::doubt(disabled));
        self.outlived(account, seconds, doubt);
    }

    /// Remembers the account that outlived the leaving the longest.
    fn outlived(&mut self, account: &Entry, seconds: f64, doubt: f64) {
        let slowest = self.slowest.as_ref();
        if slowest.is_none_or(|(slowest, ..)| seconds > *slowest) {
            self.slowest = Some((seconds, doubt, account.place.clone()));
        }
    }

    fn facts(self, is_whole: bool) -> Vec<Fact> {
        let is_clear = (is_whole, !self.is_state_unclear);
        let live = FactValue::Count(self.live);
        let mut facts = vec![both("live-leavers", live, self.first, is_clear)];
        if let Some((seconds, doubt, place)) = self.slowest {
            let value = FactValue::Duration(seconds);
            let is_clear = (is_whole, !self.is_time_unclear);
            let fact = both("disable-slowest", value, Some(place), is_clear);
            facts.push(fact.uncertain_by(doubt));
        }
        facts
    }
}

fn leavers_and_inventory(leavers: &Roster, inventory: &Roster) -> Vec<Fact> {
    let gone = Gone::of(leavers);
    let owners = index(&inventory.entries, |entry| Box::new(entry.owners.iter()));
    if !gone.anybody_by(inventory.as_of) || !gone.index.is_comparable(&owners) {
        return vec![];
    }
    // A list without any state lists what exists.
    let tells_state = inventory
        .entries
        .iter()
        .any(|entry| entry.state != State::Unknown);
    // Of an owner in the list of leavers: whether the person had surely left when the inventory was made.
    let has_left = |owner: &super::Key| {
        let numbers = gone.index.find(owner)?;
        let mut people = numbers.iter().map(|at| &gone.people[*at]);
        Some(people.next()?.had_left_by(inventory.as_of) == Some(true))
    };
    let (mut owned, mut first, mut is_clear) = (0, None, !gone.is_unclear);
    for entry in &inventory.entries {
        let is_off = entry.state == State::Inactive || entry.principal == Principal::Person;
        let lefts: Option<Vec<bool>> = entry.owners.iter().map(has_left).collect();
        let Some(lefts) = lefts.filter(|lefts| !lefts.is_empty() && !is_off) else {
            continue;
        };
        if lefts.contains(&false) {
            // Whoever left later than the list was made may have handed it over since.
            is_clear = false;
            continue;
        }
        if entry.state == State::Unknown && tells_state || entry.principal != Principal::Machine {
            is_clear = false;
            continue;
        }
        owned += 1;
        first.get_or_insert_with(|| entry.place.clone());
    }
    let is_whole = leavers.is_whole && inventory.is_whole;
    let value = FactValue::Count(owned);
    vec![both("owned-by-leavers", value, first, (is_whole, is_clear))]
}

fn inventory_and_accounts(inventory: &Roster, accounts: &Roster) -> Vec<Fact> {
    let names = |entry: &'_ Entry| {
        entry
            .keys
            .iter()
            .chain(&entry.names)
            .cloned()
            .collect::<Vec<_>>()
    };
    let mut known = Index::default();
    for (at, entry) in inventory.entries.iter().enumerate() {
        names(entry).iter().for_each(|key| known.add(key, at));
    }
    let mut asked = Index::default();
    let (mut part, mut of, mut first, mut is_clear) = (0, 0, None, true);
    for (at, entry) in accounts.entries.iter().enumerate() {
        is_clear &= entry.principal != Principal::Unknown && entry.state != State::Unknown;
        if entry.principal != Principal::Machine || entry.state != State::Active {
            continue;
        }
        let names = names(entry);
        names.iter().for_each(|key| asked.add(key, at));
        of += 1;
        match names.iter().any(|key| known.find(key).is_some()) {
            true => part += 1,
            false => {
                first.get_or_insert_with(|| entry.place.clone());
            }
        }
    }
    if of == 0 || !asked.is_comparable(&known) {
        return vec![];
    }
    let is_whole = accounts.is_whole && inventory.is_whole;
    let value = FactValue::Share { part, of };
    vec![both("inventory-known", value, first, (is_whole, is_clear))]
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::evidence::input::content::Content;
    use crate::evidence::reading::Context;
    use crate::evidence::roster::roster;
    use crate::evidence::time::DAY;

    fn list(text: &str) -> Roster {
        list_of(text, (11, 22))
    }

    fn list_of(text: &str, (month, day): (u32, u32)) -> Roster {
        let content = Content::Whole(text.to_owned());
        let mut input = content.input().expect("readable");
        let day = NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
        roster(&mut input, &Context::on(day)).expect("a roster")
    }

    /// Names, values and whether they are whole; joined both ways, which must say the same.
    fn said(first: &str, second: &str) -> Vec<(String, FactValue, bool)> {
        said_by(&list(first), &list(second))
    }

    fn said_by(first: &Roster, second: &Roster) -> Vec<(String, FactValue, bool)> {
        let facts = joined(("E1", first), &[("E2", second)]);
        assert_eq!(facts, joined(("E2", second), &[("E1", first)]));
        for Joined { label, fact } in &facts {
            let is_of_second = (label.as_str(), fact.about.as_deref()) == ("E2", Some("with E1"));
            assert!(is_of_second || fact.name == "inventory-known");
        }
        let facts = facts.into_iter().map(|joined| joined.fact);
        facts
            .map(|fact| (fact.name.into_owned(), fact.value, fact.is_whole))
            .collect()
    }

    fn count(name: &str, count: u64, is_whole: bool) -> (String, FactValue, bool) {
        (name.to_owned(), FactValue::Count(count), is_whole)
    }

    fn lasting(days: f64) -> (String, FactValue, bool) {
        let seconds = days * crate::evidence::time::DAY;
        (
            "disable-slowest".to_owned(),
            FactValue::Duration(seconds),
            false,
        )
    }

    const LEAVERS: &str = "email,termination_date,start_date\n\
        ann@example.com,2026-05-31,2020-01-01\n\
        Bob@Example.com ,2026-05-31,2020-01-01\n\
        eve@example.com,2026-05-31,2020-01-01\n\
        tom@example.com,2026-12-31,2020-01-01\n";

    #[test]
    fn a_leaver_with_an_active_account_is_live_and_with_a_disabled_one_is_not() {
        let accounts = "email,status\nANN@example.com,active\nbob,active\neve@example.com,disabled\ntom@example.com,active\n";
        // Whoever is live took at least as long as the list shows.
        let so_far = lasting(175.0);
        assert_eq!(
            said(LEAVERS, accounts),
            [count("live-leavers", 2, true), so_far]
        );
    }

    #[test]
    fn who_came_back_is_no_leaver() {
        for rows in [
            "ann@example.com,2026-05-31,2026-06-15\n",
            "ann@example.com,2026-05-31,2020-01-01\nann@example.com,,2026-06-15\n",
            "ann@example.com,2026-05-31,2020-01-01\nann@example.com,2027-05-31,2026-06-15\n",
        ] {
            let leavers = format!("email,left_on,hire_date\n{rows}bob@example.com,2026-05-31,\n");
            let accounts = "email,status\nann@example.com,active\nbob@example.com,disabled\n";
            assert_eq!(
                said(&leavers, accounts),
                [count("live-leavers", 0, true)],
                "{rows}"
            );
        }
    }

    #[test]
    fn the_day_of_the_list_proves_nothing_and_two_days_later_does() {
        for (left, wanted) in [
            ("2026-11-22", vec![]),
            ("2026-11-21", vec![]),
            (
                "2026-11-20",
                vec![count("live-leavers", 1, true), lasting(2.0)],
            ),
        ] {
            let leavers = format!("email,left_on\nann@example.com,{left}\n");
            assert_eq!(
                said(&leavers, "email,status\nann@example.com,active\n"),
                wanted
            );
        }
    }

    #[test]
    fn accounts_listed_before_somebody_left_prove_no_absence() {
        let accounts = "email,status\nann@example.com,disabled\nbob@example.com,disabled\n";
        let leavers = "email,left_on\nann@example.com,2026-05-31\nbob@example.com,2026-08-31\n";
        for (day, wanted) in [
            ((5, 31), vec![]),
            ((6, 15), vec![count("live-leavers", 0, false)]),
            ((9, 1), vec![count("live-leavers", 0, false)]),
            ((9, 2), vec![count("live-leavers", 0, true)]),
        ] {
            let accounts = list_of(accounts, day);
            assert_eq!(said_by(&list(leavers), &accounts), wanted, "{day:?}");
        }
    }

    #[test]
    fn that_no_leaver_is_in_the_list_may_be_a_matter_of_names() {
        let leavers = "email,left_on\nann@example.com,2026-05-31\n";
        let jim = "email,status\njim@example.com,active\n";
        assert_eq!(said(leavers, jim), [count("live-leavers", 0, false)]);
        let both = format!("{jim}ann@example.com,disabled\n");
        assert_eq!(said(leavers, &both), [count("live-leavers", 0, true)]);
    }

    #[test]
    fn an_inventory_older_than_the_leaving_proves_no_absence() {
        let inventory = "account,owner,created,status\nsvc-a,bob@example.com,2024-01-01,active\n";
        let leavers = "email,left_on\nann@example.com,2026-05-31\nbob@example.com,2026-08-31\n";
        for (day, wanted) in [
            ((5, 31), vec![]),
            ((6, 15), vec![count("owned-by-leavers", 0, false)]),
            ((9, 2), vec![count("owned-by-leavers", 1, true)]),
        ] {
            let inventory = list_of(inventory, day);
            assert_eq!(said_by(&list(leavers), &inventory), wanted, "{day:?}");
        }
    }

    #[test]
    fn a_fact_belongs_to_the_list_it_points_into() {
        let accounts = list("username,type,status\nsvc-a,bot,active\n");
        let inventory = list("account,owner,created\nsvc-b,e1,2024-01-01\n");
        let facts = joined(("E2", &inventory), &[("E1", &accounts)]);
        assert_eq!(facts[0].label, "E1");
        assert_eq!(facts[0].fact.about.as_deref(), Some("with E2"));
        assert_eq!(facts[0].fact.place.line, Some(2));
    }

    #[test]
    fn lists_that_name_people_differently_say_nothing() {
        let accounts = "email,status\nann@example.com,active\n";
        assert_eq!(said("employee_id,left_on\n4711,2026-05-31\n", accounts), []);
        assert_eq!(said("email,left_on\nann@example.com,\n", accounts), []);
    }

    #[test]
    fn a_list_in_part_or_an_unknown_state_is_no_proof_of_absence() {
        let odd = "email,status\nann@example.com,staged\n";
        assert_eq!(said(LEAVERS, odd), [count("live-leavers", 0, false)]);
        let page: String = (0..100)
            .map(|at| format!("user{at}x@example.com,active\n"))
            .collect();
        let page = format!("email,status\n{page}");
        assert_eq!(said(LEAVERS, &page), [count("live-leavers", 0, false)]);
        let facts = joined(("E1", &list(LEAVERS)), &[("E2", &list(&page))]);
        assert_eq!(facts[0].fact.basis, Basis::Sample);
    }

    #[test]
    fn the_slowest_disabling_is_measured_from_the_leaving() {
        let accounts = "email,status,disabled_on\n\
            ann@example.com,disabled,2026-06-02\nbob@example.com,disabled,2026-05-01\n";
        let slowest = (
            "disable-slowest".to_owned(),
            FactValue::Duration(2.0 * DAY),
            false,
        );
        assert_eq!(
            said(LEAVERS, accounts),
            [count("live-leavers", 0, true), slowest]
        );
    }

    #[test]
    fn what_leavers_own_is_counted_while_it_is_active() {
        let inventory = "account,owner,created,status\n\
            svc-a,ann@example.com,2024-01-01,active\n\
            svc-b,ann@example.com; jim@example.com,2024-01-01,active\n\
            svc-c,Bob <bob@example.com>,2024-01-01,disabled\n\
            svc-d,tom@example.com,2024-01-01,active\n\
            svc-e,,2024-01-01,active\n";
        assert_eq!(
            said(LEAVERS, inventory),
            [count("owned-by-leavers", 1, true)]
        );
    }

    #[test]
    fn active_machine_accounts_are_looked_up_in_the_inventory() {
        let accounts = "username,type,status\nSVC-a,service account,active\nsvc-b,bot,active\n\
            svc-c,bot,disabled\njim,user,active\n";
        let inventory = "account_id,account_name,owner,created\nSA-1,svc-a,e1,2024-01-01\n";
        let share = FactValue::Share { part: 1, of: 2 };
        assert_eq!(
            said(accounts, inventory),
            [("inventory-known".to_owned(), share, true)]
        );
    }

    #[test]
    fn two_lists_of_one_kind_say_nothing_together() {
        assert_eq!(said(LEAVERS, LEAVERS), []);
    }
}
