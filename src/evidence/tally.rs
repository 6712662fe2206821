//! Counts of names in bounded memory.

use std::collections::BTreeMap;

/// Most different names that are told apart.
const NAMES: usize = 20_000;
/// Longest name that is kept, in bytes.
const LENGTH: usize = 200;

/// How often each name came; names beyond the bound are counted together.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    counts: BTreeMap<String, u64>,
    others: u64,
}

impl Tally {
    /// Counts one.
    pub fn add(&mut self, name: &str) {
        let name = &name[..name.floor_char_boundary(LENGTH)];
        if let Some(count) = self.counts.get_mut(name) {
            *count += 1;
        } else if self.counts.len() < NAMES {
            self.counts.insert(name.to_owned(), 1);
        } else {
            self.others += 1;
        }
    }

    /// How often a name came.
    pub fn count(&self, name: &str) -> u64 {
        self.counts.get(name).copied().unwrap_or(0)
    }

    /// How many different names came; at least this many where there are too many to tell apart.
    pub fn different(&self) -> u64 {
        self.counts.len() as u64
    }

    /// Whether there were more names than are told apart.
    pub fn is_cut(&self) -> bool {
        self.others > 0
    }

    /// How many came in all.
    pub fn total(&self) -> u64 {
        self.counts.values().sum::<u64>() + self.others
    }

    /// The names with their counts, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.counts
            .iter()
            .map(|(name, count)| (name.as_str(), *count))
    }

    /// The commonest names, the most first, equals by name.
    pub fn top(&self, most: usize) -> Vec<(&str, u64)> {
        let mut all: Vec<_> = self.iter().collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        all.truncate(most);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commonest_come_first_and_too_many_are_counted_together() {
        let mut tally = Tally::default();
        for name in ["b", "a", "b", "c"] {
            tally.add(name);
        }
        assert_eq!(tally.top(2), [("b", 2), ("a", 1)]);
        for number in 0..NAMES {
            tally.add(&format!("n{number}"));
        }
        assert!(tally.is_cut());
        assert_eq!(tally.total(), NAMES as u64 + 4);
    }
}
