//! One limit that many things have: a fact for each length that differs, not for each thing.
//!
//! A tenant has thousands of clients and a handful of lifetimes; the shortest and the longest decide.

use std::collections::BTreeMap;

use super::report::{Extent, Report};
use crate::evidence::fact::{Basis, FactValue, Limit};
use crate::evidence::input::json::Json;

/// Lengths by size, each with the first thing that has it.
#[derive(Default)]
pub(in crate::evidence) struct Spread<'d, 'c> {
    lengths: BTreeMap<(u8, u64), Same<'d, 'c>>,
}

struct Same<'d, 'c> {
    limit: Limit,
    first: String,
    at: &'d Json<'c>,
    others: u64,
}

/// Most lengths of which facts are made: the shortest and the longest; those between decide nothing.
const ENDS: usize = 20;

impl<'d, 'c> Spread<'d, 'c> {
    /// Adds the limit of a thing that stands at a value.
    pub fn add(&mut self, limit: Limit, about: impl Into<String>, at: &'d Json<'c>) {
        // The bits of numbers that are not negative are in their order.
        let rank = match limit {
            Limit::Unset => (0, 0),
            Limit::Unknown => (1, 0),
            Limit::Finite(seconds) => (2, seconds.abs().to_bits()),
            Limit::Unlimited => (3, 0),
        };
        let known = self.lengths.get_mut(&rank);
        if let Some(same) = known {
            same.others += 1;
            return;
        }
        let first = about.into();
        let same = Same {
            limit,
            first,
            at,
            others: 0,
        };
        self.lengths.insert(rank, same);
    }

    /// Says each length.
    pub fn say(self, report: &mut Report<'d, 'c>, name: &'static str, extent: Extent) {
        let count = self.lengths.len();
        for (number, same) in self.lengths.into_values().enumerate() {
            if number >= ENDS && number + ENDS < count {
                continue;
            }
            let about = match same.others {
                0 => same.first,
                others => format!("{} and {others} more", same.first),
            };
            let value = FactValue::Limit(same.limit);
            let told = (Some(about.as_str()), extent);
            report.say(name, value, Basis::Configured, same.at, told);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::input::json::Document;
    use crate::evidence::reading::Context;

    #[test]
    fn things_with_the_same_length_make_one_fact_and_both_ends_stay() {
        let document = Document::parse("{}").expect("JSON");
        let at = &document.roots()[0];
        let mut spread = Spread::default();
        for second in 0..100 {
            spread.add(Limit::Finite(f64::from(second)), format!("c{second}"), at);
        }
        spread.add(Limit::Finite(0.0), "twin", at);
        spread.add(Limit::Unlimited, "endless", at);
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let mut report = Report::new(&document, Context::on(day).reading("f", "f", None));
        spread.say(&mut report, "session-idle", Extent::Whole);
        let facts = report.reading.facts;
        assert_eq!(facts.len(), 2 * ENDS);
        assert_eq!(facts[0].about.as_deref(), Some("c0 and 1 more"));
        let last = facts.last().expect("there are facts");
        assert_eq!(last.value, FactValue::Limit(Limit::Unlimited));
    }
}
