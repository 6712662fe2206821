//! How many rows of a list have something, of how many.

use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::input::table::Row;

/// How many rows have something, of how many that could.
#[derive(Debug, Default)]
pub(super) struct Share {
    /// How many have it.
    pub(super) part: u64,
    /// How many there are.
    pub(super) of: u64,
    /// Rows that do not say.
    unclear: u64,
    first: Option<Place>,
    first_without: Option<Place>,
}

impl Share {
    /// Adds a row, and whether it has it; none where it does not say.
    pub(super) fn add(&mut self, has: Option<bool>, row: &Row) {
        self.of += 1;
        match has {
            Some(true) => {
                self.part += 1;
                self.first.get_or_insert_with(|| row.place());
            }
            Some(false) => {
                self.first_without.get_or_insert_with(|| row.place());
            }
            None => self.unclear += 1,
        }
    }

    fn fact(&self, name: &'static str, value: FactValue, place: &Option<Place>) -> Fact {
        let place = place.clone().unwrap_or_default();
        let fact = Fact::new(name, value, Basis::CompleteList, place);
        match self.unclear {
            0 => fact,
            _ => fact.in_part(),
        }
    }

    /// Its share, placed at the first row without.
    pub(super) fn share(&self, name: &'static str) -> Fact {
        let (part, of) = (self.part, self.of);
        self.fact(name, FactValue::Share { part, of }, &self.first_without)
    }

    /// How many have it, placed at the first of them.
    pub(super) fn count(&self, name: &'static str) -> Fact {
        self.fact(name, FactValue::Count(self.part), &self.first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::input::table::Table;

    #[test]
    fn a_row_that_does_not_say_makes_the_rest_a_part() {
        let mut table = Table::text("a\n1\n2\n").expect("a table");
        let mut share = Share::default();
        let row = table.next_row().expect("readable").expect("a row");
        share.add(Some(false), &row);
        assert!(share.count("users").is_whole);
        let row = table.next_row().expect("readable").expect("a row");
        share.add(None, &row);
        assert!(!share.count("users").is_whole);
        assert_eq!(
            share.share("users").value,
            FactValue::Share { part: 0, of: 2 }
        );
        assert_eq!(share.share("users").place, Place::row(1, 2));
    }
}
