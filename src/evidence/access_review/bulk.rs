//! Approvals that come faster than anybody can judge.

use std::collections::BTreeMap;

use crate::evidence::identity_list::bounded::short;
use crate::evidence::identity_list::cell;
use crate::evidence::time::Moment;

/// So many approvals of one reviewer within [`WINDOW`] may be judged one by one; a judgement of ours.
const MOST: usize = 10;
/// Seconds that count as at once.
const WINDOW: i64 = 60;
/// Most approvals that are remembered.
const APPROVALS: usize = 1_000_000;

/// When each reviewer approved.
#[derive(Debug, Default)]
pub(super) struct Bulk {
    times: BTreeMap<String, Vec<i64>>,
    count: usize,
    /// Whether approvals were left out, because there are too many or they bear a day alone.
    pub is_cut: bool,
}

impl Bulk {
    /// Remembers an approval; a day alone says nothing of the minute.
    pub(super) fn add(&mut self, reviewer: &str, at: Option<Moment>) {
        match at.filter(|at| !cell::is_day(*at)) {
            Some(at) if self.count < APPROVALS => {
                self.count += 1;
                let times = self
                    .times
                    .entry(short(reviewer).to_lowercase())
                    .or_default();
                times.push(at.at.timestamp());
            }
            _ => self.is_cut = true,
        }
    }

    /// How many approvals there are beyond those that may be judged, and whose are the most; none where
    /// no approval bears a time.
    pub(super) fn count(self) -> Option<(u64, Option<String>)> {
        let (mut all, mut most) = (0, (0, None));
        if self.count == 0 {
            return None;
        }
        for (reviewer, mut times) in self.times {
            times.sort_unstable();
            let (mut beyond, mut from) = (0, 0);
            while from < times.len() {
                let end = times[from].saturating_add(WINDOW);
                let to = times.partition_point(|at| *at < end);
                beyond += (to - from).saturating_sub(MOST) as u64;
                from = to;
            }
            all += beyond;
            if beyond > most.0 {
                most = (beyond, Some(reviewer));
            }
        }
        Some((all, most.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::time::moment;

    fn counted(times: impl IntoIterator<Item = String>) -> Option<u64> {
        let mut bulk = Bulk::default();
        for time in times {
            bulk.add("Jo", moment(&time));
        }
        bulk.count().map(|(count, _)| count)
    }

    #[test]
    fn ten_within_a_minute_are_judged_and_the_eleventh_is_not() {
        let within =
            |number: usize| (0..number).map(|at| format!("2026-01-05T09:00:{:02}Z", at * 5));
        assert_eq!(counted(within(10)), Some(0));
        assert_eq!(counted(within(11)), Some(1));
    }

    #[test]
    fn the_minute_after_is_another() {
        let slow = (0..20).map(|at| format!("2026-01-05T09:{:02}:{:02}Z", at / 10, at % 10));
        assert_eq!(counted(slow), Some(0));
    }

    #[test]
    fn days_alone_say_nothing_of_minutes() {
        assert_eq!(counted((0..50).map(|_| "2026-01-05".to_owned())), None);
    }
}
