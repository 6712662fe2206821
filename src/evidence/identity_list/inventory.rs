//! The inventory of machine identities: who owns them, what is known of them, what nobody looked at.

use std::collections::BTreeSet;

use super::FAMILY_ID;
use super::bounded::{Oddities, Seen, mark_length, short};
use super::cell::{self, Principal, State, When};
use super::columns::{Columns, List};
use super::share::Share;
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::input::table::Row;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::time::{DAY, Moment};

/// From this age on, an account without use is dormant.
const DORMANT: f64 = 90.0 * DAY;

/// Reads an inventory.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let table = input.table()?;
    let columns = Columns::find(table, context.columns).of(
        List::Inventory,
        "no columns name an account, its owner and one of its dates",
    )?;
    let mut reading = context.reading(FAMILY_ID, "inventory", None);
    let mut inventory = Inventory::default();
    while let Some(row) = table.next_row()? {
        inventory.add(&row, &columns, &reading);
    }
    inventory.tell(&columns, &mut reading);
    Ok(reading.finished())
}

#[derive(Debug, Default)]
struct Inventory {
    rows: u64,
    seen: Seen,
    oddities: Oddities,
    fields: BTreeSet<&'static str>,
    all: Share,
    machines: Share,
    active: Share,
    owned: Share,
    without_owner: Share,
    purpose: Share,
    environment: Share,
    criticality: Share,
    expiry: Share,
    shared: Share,
    privileged: Share,
    never_reviewed: Share,
    privileged_never_reviewed: Share,
    use_known: Share,
    dormant: Share,
}

/// The dates of a row, as far as they are possible.
struct Dates {
    created: When,
    last_used: When,
    last_reviewed: When,
    expires: When,
}

impl Inventory {
    fn add(&mut self, row: &Row, columns: &Columns, reading: &Reading) {
        self.rows += 1;
        let field = |column: Option<usize>| column.map_or("", |at| row.field(at));
        let account = [columns.account, columns.name].map(field);
        let shown = account.iter().find(|name| !name.is_empty());
        let shown = short(shown.copied().unwrap_or("an account without a name"));
        if account != ["", ""] && !self.seen.is_new(account.map(str::to_lowercase)) {
            self.oddities
                .note(format!("`{shown}` is listed twice"), row.place());
            return;
        }
        let dates = self.dates(row, columns, reading, shown);
        self.all.add(Some(true), row);
        let principal = match columns.kind {
            Some(at) => cell::principal(row.field(at)),
            None => Principal::Machine,
        };
        self.machines.add(
            match principal {
                Principal::Machine => Some(true),
                Principal::Unknown => None,
                _ => Some(false),
            },
            row,
        );
        if principal == Principal::Machine || principal == Principal::Unknown {
            let has_owner = cell::named(field(columns.owner)).is_some();
            self.owned.add(Some(has_owner), row);
            self.without_owner.add(Some(!has_owner), row);
        }
        for (share, column) in [
            (&mut self.purpose, columns.purpose),
            (&mut self.environment, columns.environment),
            (&mut self.criticality, columns.criticality),
        ] {
            share.add(Some(cell::named(field(column)).is_some()), row);
        }
        self.shared.add(cell::yes(field(columns.shared)), row);
        let privileged = cell::privileged(field(columns.privileged));
        self.privileged.add(privileged, row);
        self.review(&dates, privileged, row);
        self.use_of(&dates, state(row, columns), reading, row);
        self.fill(row, columns);
    }

    /// Reads the dates of a row, and tells those that cannot be.
    fn dates(&mut self, row: &Row, columns: &Columns, reading: &Reading, shown: &str) -> Dates {
        let mut read = |what: &str, column: Option<usize>, may_come: bool| {
            let when = column.map_or(When::Empty, |at| cell::when(row.field(at)));
            match when {
                When::Unclear(why) => {
                    let what = format!("when `{shown}` was {what} {why}");
                    self.oddities.note(what, row.place());
                }
                When::At(moment) if !may_come && is_future(moment, reading) => {
                    let what = format!("`{shown}` was {what} after the day of the list");
                    self.oddities.note(what, row.place());
                    return When::Unclear("lies after the day of the list");
                }
                _ => {}
            }
            when
        };
        let dates = Dates {
            created: read("created", columns.created, false),
            last_used: read("last used", columns.last_used, false),
            last_reviewed: read("last reviewed", columns.last_reviewed, false),
            expires: read("to expire", columns.expires, true),
        };
        let created = dates.created.at();
        for (what, when) in [
            ("last used", dates.last_used),
            ("last reviewed", dates.last_reviewed),
            ("to expire", dates.expires),
        ] {
            if let (Some(created), Some(then)) = (created, when.at())
                && is_before(then, created)
            {
                let what = format!("`{shown}` was {what} before it was created");
                self.oddities.note(what, row.place());
            }
        }
        dates
    }

    fn review(&mut self, dates: &Dates, privileged: Option<bool>, row: &Row) {
        let never = match dates.last_reviewed {
            When::Empty | When::Never => Some(true),
            When::At(_) => Some(false),
            When::Unclear(_) => None,
        };
        self.never_reviewed.add(never, row);
        let both = match (privileged, never) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        };
        self.privileged_never_reviewed.add(both, row);
        self.expiry.add(
            match dates.expires {
                When::At(_) => Some(true),
                When::Empty | When::Never => Some(false),
                When::Unclear(_) => None,
            },
            row,
        );
    }

    fn use_of(&mut self, dates: &Dates, state: State, reading: &Reading, row: &Row) {
        self.active.add(
            match state {
                State::Active => Some(true),
                State::Inactive => Some(false),
                State::Unknown => None,
            },
            row,
        );
        let is_known = matches!(dates.last_used, When::At(_) | When::Never);
        self.use_known.add(Some(is_known), row);
        if state == State::Inactive {
            return;
        }
        // What was never used is as old as it is itself.
        let since = match dates.last_used {
            When::At(moment) => Some(moment),
            When::Never => dates.created.at(),
            _ => None,
        };
        let age = since.and_then(|moment| reading.age(moment.at));
        self.dormant.add(age.map(|age| age > DORMANT), row);
    }

    /// Remembers which columns say anything.
    fn fill(&mut self, row: &Row, columns: &Columns) {
        for (name, column) in [
            ("owner", columns.owner),
            ("created", columns.created),
            ("last-use", columns.last_used),
            ("last-reviewed", columns.last_reviewed),
            ("expiry", columns.expires),
            ("status", columns.status),
            ("shared", columns.shared),
            ("privileged", columns.privileged),
            ("purpose", columns.purpose),
            ("environment", columns.environment),
            ("criticality", columns.criticality),
            ("kind", columns.kind),
        ] {
            if row
                .filled(column)
                .is_some_and(|text| cell::named(text).is_some())
            {
                self.fields.insert(name);
            }
        }
    }

    fn tell(self, columns: &Columns, reading: &mut Reading) {
        reading.items = self.rows;
        mark_length(reading);
        reading.say(self.all.count("identities"));
        if self.all.of == 0 {
            return;
        }
        for fact in self.facts(columns) {
            reading.say(fact);
        }
        let fields = self.fields.iter().map(|name| (*name).to_owned()).collect();
        reading.say(Fact::new(
            "inventory-fields",
            FactValue::Set(fields),
            Basis::CompleteList,
            Place::default(),
        ));
        self.oddities.tell(reading);
    }

    /// What the columns that are there say.
    fn facts(&self, columns: &Columns) -> Vec<Fact> {
        let mut facts = vec![];
        let mut say = |column: Option<usize>, fact: Fact| {
            if column.is_some() {
                facts.push(fact);
            }
        };
        say(columns.kind, self.machines.count("machine-identities"));
        say(columns.status, self.active.count("active-identities"));
        if self.owned.of > 0 {
            say(columns.owner, self.owned.share("identities-owned"));
            let name = "identities-without-owner";
            say(columns.owner, self.without_owner.count(name));
        }
        say(columns.purpose, self.purpose.share("purpose-stated"));
        say(
            columns.environment,
            self.environment.share("environment-stated"),
        );
        say(
            columns.criticality,
            self.criticality.share("criticality-stated"),
        );
        say(columns.expires, self.expiry.share("expiry-set"));
        say(columns.shared, self.shared.count("identities-shared"));
        say(
            columns.privileged,
            self.privileged.count("identities-privileged"),
        );
        let never = self.never_reviewed.count("identities-never-reviewed");
        say(columns.last_reviewed, never);
        let both = columns.privileged.and(columns.last_reviewed);
        let name = "privileged-never-reviewed";
        say(both, self.privileged_never_reviewed.count(name));
        say(columns.last_used, self.use_known.share("last-use-known"));
        if self.dormant.of > 0 {
            say(columns.last_used, self.dormant.count("identities-dormant"));
        }
        facts
    }
}

fn state(row: &Row, columns: &Columns) -> State {
    columns
        .status
        .map_or(State::Unknown, |at| columns.state(row.field(at)))
}

/// Whether a moment lies after the day of the list, wherever its zone is.
fn is_future(moment: Moment, reading: &Reading) -> bool {
    let ahead = (moment.at - reading.as_of.at).as_seconds_f64();
    ahead > moment.doubt()
}

/// Whether one lies before the other, wherever their zones are; days are compared as days.
fn is_before(first: Moment, second: Moment) -> bool {
    match cell::is_day(first) || cell::is_day(second) {
        true => first.at.date_naive() < second.at.date_naive(),
        false => first.at < second.at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::testing::read_on;

    fn reading(text: &str) -> Reading {
        read_on("2026-11-22", read, text).expect("an inventory")
    }

    fn value(reading: &Reading, name: &str) -> Option<FactValue> {
        let mut facts = reading.facts.iter();
        facts
            .find(|fact| fact.name == name)
            .map(|fact| fact.value.clone())
    }

    fn fact<'r>(reading: &'r Reading, name: &str) -> &'r Fact {
        let mut facts = reading.facts.iter();
        facts.find(|fact| fact.name == name).expect("it is said")
    }

    const LIST: &str = "\
account,owner,shared,privileged,created,last_used,last_reviewed,expires,status,purpose
svc-a,e1,Y,Y,2024-01-01,2026-11-01,2026-01-01,2027-01-01,Active,sync
svc-b,,Y,Y,2024-01-01,2026-01-01,,,Active,
svc-c,unassigned,N,N,2024-01-01,never,,9999-12-31,Active,backup
svc-d,e2,N,N,2024-01-01,2024-02-01,2026-01-01,,Disabled,n/a
";

    #[test]
    fn each_fact_counts_what_it_names() {
        let reading = reading(LIST);
        for (name, wanted) in [
            ("identities", FactValue::Count(4)),
            ("active-identities", FactValue::Count(3)),
            ("identities-owned", FactValue::Share { part: 2, of: 4 }),
            ("identities-without-owner", FactValue::Count(2)),
            ("identities-shared", FactValue::Count(2)),
            ("identities-privileged", FactValue::Count(2)),
            ("identities-never-reviewed", FactValue::Count(2)),
            ("privileged-never-reviewed", FactValue::Count(1)),
            ("identities-dormant", FactValue::Count(2)),
            ("last-use-known", FactValue::Share { part: 4, of: 4 }),
            ("expiry-set", FactValue::Share { part: 1, of: 4 }),
            ("purpose-stated", FactValue::Share { part: 2, of: 4 }),
        ] {
            assert_eq!(value(&reading, name), Some(wanted), "{name}");
        }
        assert_eq!(value(&reading, "environment-stated"), None);
        assert_eq!(
            fact(&reading, "identities-without-owner").place,
            Place::row(2, 3)
        );
        assert_eq!(reading.anomalies, []);
    }

    #[test]
    fn ninety_days_without_use_are_not_dormant_and_a_day_more_is() {
        for (day, dormant) in [("2026-08-24", 0), ("2026-08-23", 1)] {
            let list = format!("account,owner,last_used\na,e1,{day}\n");
            let counted = value(&reading(&list), "identities-dormant");
            assert_eq!(counted, Some(FactValue::Count(dormant)), "{day}");
        }
    }

    #[test]
    fn an_unknown_last_use_is_not_recent() {
        let reading = reading("account,owner,last_used\na,e1,\nb,e1,soon\n");
        let known = FactValue::Share { part: 0, of: 2 };
        assert_eq!(value(&reading, "last-use-known"), Some(known));
        assert!(!fact(&reading, "identities-dormant").is_whole);
        assert_eq!(reading.anomalies.len(), 1);
    }

    #[test]
    fn impossible_dates_are_told_and_prove_no_review() {
        let reading = reading(
            "account,owner,created,last_reviewed\na,e1,2025-11-13,2025-10-29\nb,e1,2025-01-01,2027-01-01\n",
        );
        let told: Vec<&str> = reading
            .anomalies
            .iter()
            .map(|odd| odd.what.as_str())
            .collect();
        assert_eq!(
            told,
            [
                "`a` was last reviewed before it was created",
                "`b` was last reviewed after the day of the list",
            ]
        );
        assert!(!fact(&reading, "identities-never-reviewed").is_whole);
    }

    #[test]
    fn rows_that_stand_twice_count_once() {
        let reading = reading("account,owner,created\nSVC-a,e1,2025-01-01\nsvc-A,e1,2025-01-01\n");
        assert_eq!(value(&reading, "identities"), Some(FactValue::Count(1)));
        assert_eq!(reading.anomalies[0].what, "`svc-A` is listed twice");
    }

    #[test]
    fn a_head_alone_proves_nothing() {
        let reading = reading("account,owner,created,last_reviewed\n");
        assert_eq!(reading.facts.len(), 1);
        assert_eq!(value(&reading, "identities"), Some(FactValue::Count(0)));
        assert_eq!(reading.facts[0].basis, Basis::Sample);
        assert_eq!(reading.partial, ["the list is empty"]);
    }

    #[test]
    fn people_need_no_owner() {
        let reading = reading(
            "account,type,owner,created\na,user,,2025-01-01\nb,service account,,2025-01-01\nc,group,,2025-01-01\n",
        );
        assert_eq!(
            value(&reading, "identities-without-owner"),
            Some(FactValue::Count(1))
        );
        assert_eq!(
            value(&reading, "machine-identities"),
            Some(FactValue::Count(1))
        );
    }
}
