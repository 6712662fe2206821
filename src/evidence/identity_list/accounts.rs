//! The list of accounts that exist, and which of them work.

use super::FAMILY_ID;
use super::bounded::{Oddities, Seen, mark_length};
use super::cell::{self, Principal, State};
use super::columns::{Columns, List};
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::input::table::Row;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Reads a list of accounts.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let table = input.table()?;
    let columns = Columns::find(table, context.columns)
        .of(List::Accounts, "no columns name an account and its state")?;
    let mut reading = context.reading(FAMILY_ID, "accounts", None);
    let mut accounts = Accounts::default();
    let (mut seen, mut oddities) = (Seen::default(), Oddities::default());
    while let Some(row) = table.next_row()? {
        reading.items += 1;
        let (account, place) = (Account::of(&row, &columns), row.place());
        let name = columns
            .account
            .or(columns.email)
            .map(|at| row.field(at).to_lowercase());
        if name.is_some_and(|name| !name.is_empty() && !seen.is_new(name)) {
            oddities.note("the account is listed twice", place);
            continue;
        }
        accounts.add(account, place);
    }
    mark_length(&mut reading);
    accounts.tell(&mut reading);
    oddities.tell(&mut reading);
    Ok(reading.finished())
}

/// What counts of an account.
pub(in crate::evidence) struct Account {
    /// Whether it works.
    pub state: State,
    /// Whose it is.
    pub principal: Principal,
}

impl Account {
    fn of(row: &Row, columns: &Columns) -> Self {
        let state = columns.status.map(|at| columns.state(row.field(at)));
        let principal = columns.kind.map(|at| cell::principal(row.field(at)));
        Self {
            state: state.unwrap_or(State::Unknown),
            principal: principal.unwrap_or(Principal::Unknown),
        }
    }
}

/// Counts of accounts.
#[derive(Debug, Default)]
pub(in crate::evidence) struct Accounts {
    all: u64,
    active: u64,
    machines: u64,
    stateless: u64,
    kindless: u64,
    first: Option<Place>,
    first_active: Option<Place>,
    first_machine: Option<Place>,
}

impl Accounts {
    /// Counts one.
    pub(in crate::evidence) fn add(&mut self, account: Account, place: Place) {
        self.all += 1;
        match account.state {
            State::Active => {
                self.active += 1;
                self.first_active.get_or_insert_with(|| place.clone());
            }
            State::Inactive => {}
            State::Unknown => self.stateless += 1,
        }
        match account.principal {
            Principal::Machine => {
                self.machines += 1;
                self.first_machine.get_or_insert_with(|| place.clone());
            }
            Principal::Person | Principal::Group => {}
            Principal::Unknown => self.kindless += 1,
        }
        self.first.get_or_insert(place);
    }

    /// Says how many there are; of states and kinds only where the list tells them.
    pub(in crate::evidence) fn tell(self, reading: &mut Reading) {
        let fact = |name: &'static str, count: u64, place: Option<Place>, unclear: u64| {
            let place = place.unwrap_or_default();
            let fact = Fact::new(name, FactValue::Count(count), Basis::CompleteList, place);
            match unclear {
                0 => fact,
                _ => fact.in_part(),
            }
        };
        reading.say(fact("identities", self.all, self.first, 0));
        if self.stateless < self.all {
            let unclear = self.stateless;
            let active = fact("active-identities", self.active, self.first_active, unclear);
            reading.say(active);
        }
        if self.kindless < self.all {
            let unclear = self.kindless;
            let machines = fact(
                "machine-identities",
                self.machines,
                self.first_machine,
                unclear,
            );
            reading.say(machines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::testing::read_on;

    fn reading(text: &str) -> Reading {
        read_on("2026-11-22", read, text).expect("a list of accounts")
    }

    fn told(text: &str) -> Vec<(String, FactValue, bool)> {
        let facts = reading(text).facts.into_iter();
        facts
            .map(|fact| (fact.name.into_owned(), fact.value, fact.is_whole))
            .collect()
    }

    #[test]
    fn accounts_are_counted_by_state_and_kind() {
        let told = told(
            "username,type,status\na,user,active\nb,bot,ACTIVE\nc,bot,disabled\nC,bot,disabled\n",
        );
        let wanted = [
            ("identities", 3),
            ("active-identities", 2),
            ("machine-identities", 2),
        ];
        let wanted = wanted.map(|(name, count)| (name.to_owned(), FactValue::Count(count), true));
        assert_eq!(told, wanted);
    }

    #[test]
    fn an_unknown_state_is_not_active() {
        let told = told("email,status\na@example.com,active\nb@example.com,odd\n");
        assert_eq!(
            told[1],
            ("active-identities".to_owned(), FactValue::Count(1), false)
        );
        assert_eq!(told.len(), 2);
    }

    #[test]
    fn a_head_alone_is_no_whole_list() {
        let reading = reading("email,status\n");
        assert_eq!(reading.partial, ["the list is empty"]);
        assert_eq!(reading.facts.len(), 1);
        assert_eq!(reading.facts[0].basis, Basis::Sample);
    }
}
