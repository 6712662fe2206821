//! The list of people who left, and how soon their accounts were disabled where it says so.

use super::FAMILY_ID;
use super::bounded::{Oddities, mark_length, short};
use super::cell::{self, When};
use super::columns::{Columns, List};
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::input::table::Row;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Reads a list of leavers.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let table = input.table()?;
    let columns = Columns::find(table, context.columns).of(
        List::Leavers,
        "no columns name a person and the day of leaving",
    )?;
    let mut reading = context.reading(FAMILY_ID, "leavers", None);
    let mut leavers = Leavers::default();
    while let Some(row) = table.next_row()? {
        leavers.add(&row, &columns, &reading);
    }
    leavers.tell(&columns, &mut reading);
    Ok(reading.finished())
}

#[derive(Debug, Default)]
struct Leavers {
    rows: u64,
    left: u64,
    first: Option<Place>,
    slowest: Option<Slowest>,
    /// Leavers of whom no day of disabling is told.
    open: u64,
    /// People whose day of leaving cannot be read.
    undated: u64,
    oddities: Oddities,
}

#[derive(Debug)]
struct Slowest {
    seconds: f64,
    doubt: f64,
    who: String,
    place: Place,
}

impl Leavers {
    fn add(&mut self, row: &Row, columns: &Columns, reading: &Reading) {
        self.rows += 1;
        let who = name(row, columns);
        let left = columns.left_on.map(|at| cell::when(row.field(at)));
        self.undated += u64::from(matches!(left, Some(When::Unclear(_))));
        let mut date = |what: &str, column: Option<usize>| {
            let when = column.map_or(When::Empty, |at| cell::when(row.field(at)));
            if let When::Unclear(why) = when {
                self.oddities
                    .note(format!("when `{who}` {what} {why}"), row.place());
            }
            when.at()
        };
        let left = date("left", columns.left_on);
        let disabled = date("was disabled", columns.disabled_on);
        // Who leaves later has not left yet; who has no day of leaving is still there.
        let Some(left) = left.filter(|left| left.at <= reading.as_of.at) else {
            return;
        };
        self.left += 1;
        self.first.get_or_insert_with(|| row.place());
        let Some(disabled) = disabled else {
            self.open += 1;
            return;
        };
        if disabled.at > reading.as_of.at {
            let what = format!("`{who}` was disabled after the day of the list");
            self.oddities.note(what, row.place());
            self.open += 1;
            return;
        }
        let seconds = (disabled.at - left.at).as_seconds_f64().max(0.0);
        if self
            .slowest
            .as_ref()
            .is_none_or(|slowest| seconds > slowest.seconds)
        {
            self.slowest = Some(Slowest {
                seconds,
                doubt: cell::doubt_between(left, disabled),
                who: who.to_owned(),
                place: row.place(),
            });
        }
    }

    fn tell(self, columns: &Columns, reading: &mut Reading) {
        reading.items = self.rows;
        mark_length(reading);
        let count = FactValue::Count(self.left);
        let place = self.first.unwrap_or_default();
        let leavers = Fact::new("identities", count, Basis::CompleteList, place);
        reading.say(match self.undated {
            0 => leavers.about("leavers"),
            _ => leavers.about("leavers").in_part(),
        });
        if let (Some(slowest), Some(_)) = (self.slowest, columns.disabled_on) {
            let value = FactValue::Duration(slowest.seconds);
            let fact = Fact::new("disable-slowest", value, Basis::CompleteList, slowest.place);
            let fact = fact.about(slowest.who).uncertain_by(slowest.doubt);
            reading.say(match self.open + self.undated {
                0 => fact,
                _ => fact.in_part(),
            });
        }
        self.oddities.tell(reading);
    }
}

/// How a person or an account is shown.
fn name<'r>(row: &'r Row, columns: &Columns) -> &'r str {
    let mut columns = [
        columns.account,
        columns.email,
        columns.employee,
        columns.name,
    ]
    .into_iter();
    let name = columns.find_map(|column| row.filled(column));
    short(name.unwrap_or("a person without a name"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::testing::read_on;
    use crate::evidence::time::DAY;

    fn reading(text: &str) -> Reading {
        read_on("2026-11-22", read, text).expect("a list of leavers")
    }

    #[test]
    fn the_slowest_is_named() {
        let reading = reading(
            "email,termination_date,disabled_on\na@example.com,2026-01-10,2026-01-12\nb@example.com,2026-01-10,2026-01-13\n",
        );
        let fact = &reading.facts[1];
        assert_eq!(fact.value, FactValue::Duration(3.0 * DAY));
        assert_eq!(fact.about.as_deref(), Some("b@example.com"));
        assert!(fact.uncertain >= DAY && fact.is_whole);
    }

    #[test]
    fn whose_disabling_is_not_told_may_be_slower() {
        for disabled in ["", "soon", "2027-01-01"] {
            let reading = reading(&format!(
                "email,left_on,disabled_on\na,2026-01-10,2026-01-12\nb,2026-01-10,{disabled}\n"
            ));
            assert!(!reading.facts[1].is_whole, "{disabled}");
        }
    }

    #[test]
    fn who_leaves_later_or_never_has_not_left() {
        let reading =
            reading("employee_id,left_on\n1,2026-01-10\n2,2026-12-10\n3,\n4,03/04/2026\n");
        assert_eq!(reading.facts[0].value, FactValue::Count(1));
        assert!(!reading.facts[0].is_whole);
        assert_eq!(reading.anomalies.len(), 1);
        assert_eq!(reading.items, 4);
    }
}
