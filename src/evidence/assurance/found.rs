//! What was found, how well founded it is, and which of several finds is proposed.

/// How well founded a find is, from the weakest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// In a place where it could be about something else.
    Mentioned,
    /// In the words that such documents use for it.
    Said,
    /// In those words, and in the place where it belongs.
    Stated,
}

/// A value with the place it was read at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found<T> {
    pub(super) value: T,
    pub(super) weight: Weight,
    pub(super) page: usize,
    pub(super) words: String,
}

impl<T> Found<T> {
    /// The same find with another value.
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Found<U> {
        Found {
            value: change(self.value),
            weight: self.weight,
            page: self.page,
            words: self.words,
        }
    }
}

/// No document needs more finds of one field than this; the rest is not looked at.
const MOST: usize = 64;

/// Finds of one field.
#[derive(Debug)]
pub(super) struct Candidates<T>(Vec<Found<T>>);

impl<T: PartialEq> Candidates<T> {
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn add(&mut self, found: Found<T>) {
        if !self.is_full() {
            self.0.push(found);
        }
    }

    /// Whether no more is looked at.
    pub(super) fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }

    pub(super) fn all(&self) -> &[Found<T>] {
        &self.0
    }

    /// The best founded value: that of the greatest weight, and among those the most frequent. Nothing when two
    /// values stand equal.
    pub(super) fn best(self) -> Option<Found<T>> {
        let top = self.0.iter().map(|found| found.weight).max()?;
        let count = |value: &T| {
            let same = |found: &&Found<T>| found.weight == top && found.value == *value;
            self.0.iter().filter(same).count()
        };
        let counts: Vec<usize> = self.0.iter().map(|found| count(&found.value)).collect();
        let most = *counts.iter().max()?;
        let is_best = |at: &usize| counts[*at] == most && self.0[*at].weight == top;
        let first = (0..self.0.len()).find(is_best)?;
        let is_tie = (0..self.0.len())
            .filter(is_best)
            .any(|at| self.0[at].value != self.0[first].value);
        if is_tie {
            return None;
        }
        self.0.into_iter().nth(first)
    }
}

impl<T: PartialEq> FromIterator<Found<T>> for Candidates<T> {
    fn from_iter<I: IntoIterator<Item = Found<T>>>(finds: I) -> Self {
        Self(finds.into_iter().take(MOST).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(finds: &[(&str, Weight)]) -> Option<String> {
        let found = |(page, (value, weight)): (usize, &(&str, Weight))| Found {
            value: value.to_string(),
            weight: *weight,
            page,
            words: String::new(),
        };
        let candidates: Candidates<String> = finds.iter().enumerate().map(found).collect();
        candidates.best().map(|found| found.value)
    }

    #[test]
    fn the_greater_weight_wins_against_many() {
        use Weight::{Said, Stated};
        let finds = [("a", Said), ("a", Said), ("b", Stated)];
        assert_eq!(best(&finds).as_deref(), Some("b"));
    }

    #[test]
    fn the_more_frequent_of_equal_weight_wins() {
        use Weight::Said;
        let finds = [("a", Said), ("b", Said), ("b", Said)];
        assert_eq!(best(&finds).as_deref(), Some("b"));
    }

    #[test]
    fn a_tie_proposes_nothing() {
        use Weight::{Mentioned, Said};
        assert_eq!(best(&[("a", Said), ("b", Said)]), None);
        let finds = [("a", Said), ("b", Said), ("b", Mentioned)];
        assert_eq!(best(&finds), None);
    }

    #[test]
    fn nothing_found_is_nothing_proposed() {
        assert_eq!(best(&[]), None);
    }
}
