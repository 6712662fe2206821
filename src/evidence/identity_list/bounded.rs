//! What is kept of a list of any length: which rows were seen, and the first odd things.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::evidence::fact::Place;
use crate::evidence::input::json::{Document, Json};
use crate::evidence::reading::{Anomaly, MOST_ANOMALIES, Reading};

/// Longest name that is kept, in bytes.
const LENGTH: usize = 200;
/// Most values whose place is looked up: each look goes through the text from its beginning.
const PLACES: u64 = 1_000;
/// Most rows that are told apart.
const ROWS: usize = 1_000_000;

/// Which rows or names were seen, by their prints.
#[derive(Debug, Default)]
pub(in crate::evidence) struct Seen(BTreeSet<u64>);

impl Seen {
    /// Whether it is the first time; beyond the bound everything is.
    pub(in crate::evidence) fn is_new(&mut self, what: impl Hash) -> bool {
        let mut hasher = DefaultHasher::new();
        what.hash(&mut hasher);
        let print = hasher.finish();
        match self.0.len() < ROWS {
            true => self.0.insert(print),
            false => !self.0.contains(&print),
        }
    }
}

/// The first odd things of a list, and how many more there are.
#[derive(Debug, Default)]
pub(in crate::evidence) struct Oddities {
    first: Vec<Anomaly>,
    more: u64,
}

impl Oddities {
    /// Adds one.
    pub(in crate::evidence) fn note(&mut self, what: impl Into<String>, place: Place) {
        match self.first.len() + 1 < MOST_ANOMALIES {
            true => self.first.push(Anomaly {
                what: what.into(),
                place,
            }),
            false => self.more += 1,
        }
    }

    /// Tells them.
    pub(in crate::evidence) fn tell(self, reading: &mut Reading) {
        reading.anomalies.extend(self.first);
        if self.more > 0 {
            reading.odd(format!("and {} more", self.more), Place::default());
        }
    }
}

/// A name, cut where it is longer than any name is.
pub(in crate::evidence) fn short(name: &str) -> &str {
    &name[..name.floor_char_boundary(LENGTH)]
}

/// Where the items of a list of JSON stand: the first by their pointer and line, the others by number.
#[derive(Debug, Default)]
pub(in crate::evidence) struct Places(u64);

impl Places {
    /// The place of the next item.
    pub(in crate::evidence) fn next(&mut self, document: &Document, item: &Json) -> Place {
        self.0 += 1;
        match self.0 <= PLACES {
            true => document.place(item),
            false => Place::new(format!("item {}", self.0), None),
        }
    }
}

/// Marks a list that is empty, or just as long as a page of one.
pub(in crate::evidence) fn mark_length(reading: &mut Reading) {
    match reading.items {
        0 => reading.not_whole("the list is empty"),
        rows @ (100 | 200 | 1000) => reading.not_whole(format!(
            "it has exactly {rows} rows, as many as one page of an export"
        )),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::evidence::reading::Context;

    fn reading() -> Reading {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        Context::on(day).reading("identity-list", "accounts", None)
    }

    #[test]
    fn the_second_time_is_not_new() {
        let mut seen = Seen::default();
        assert!(seen.is_new(("a", "b")));
        assert!(!seen.is_new(("a", "b")));
        assert!(seen.is_new(("ab", "")));
    }

    #[test]
    fn odd_things_are_counted_beyond_the_first() {
        let (mut oddities, mut reading) = (Oddities::default(), reading());
        for _ in 0..120 {
            oddities.note("odd", Place::default());
        }
        oddities.tell(&mut reading);
        let last = reading.finished().anomalies.pop().expect("there is one");
        assert_eq!(last.what, "and 71 more");
    }

    #[test]
    fn names_are_cut_between_characters() {
        assert_eq!(short("name"), "name");
        assert_eq!(short(&"ü".repeat(150)).len(), 200);
        assert_eq!(short(&format!("a{}", "ü".repeat(150))).len(), 199);
    }

    #[test]
    fn only_the_first_places_are_looked_up() {
        let document = Document::parse("[1]").expect("JSON");
        let mut places = Places::default();
        let item = &document.roots()[0].items()[0];
        assert_eq!(places.next(&document, item), Place::new("/0", Some(1)));
        let last = (0..PLACES).map(|_| places.next(&document, item)).last();
        assert_eq!(last, Some(Place::new("item 1001", None)));
    }

    #[test]
    fn a_list_as_long_as_a_page_is_not_whole() {
        for (rows, marks) in [(0, 1), (99, 0), (100, 1), (101, 0), (200, 1), (1000, 1)] {
            let mut reading = reading();
            reading.items = rows;
            mark_length(&mut reading);
            assert_eq!(reading.partial.len(), marks, "{rows}");
        }
    }
}
