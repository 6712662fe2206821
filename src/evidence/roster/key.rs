//! Names of people and accounts, as two lists can be compared by them.

use std::collections::{BTreeMap, BTreeSet};

/// A name without case and needless space: an e-mail address, a login or a number of personnel.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(String);

/// Longest name that is compared, in bytes.
const LENGTH: usize = 320;

impl Key {
    /// The key of a text; none where it names nothing.
    pub(super) fn new(text: &str) -> Option<Self> {
        let text = crate::evidence::identity_list::cell::named(text.trim())?;
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let key = words.join(" ");
        (key.len() <= LENGTH).then_some(Self(key))
    }

    /// The keys of a field that may name several, as `Jo Doe <jo@example.com>; ann@example.com` does.
    pub(super) fn several(text: &str) -> Vec<Self> {
        let parts = text.split([';', ',', '|']);
        let inner = parts.map(|part| match part.split_once('<') {
            Some((_, address)) => address.trim_end().trim_end_matches('>'),
            None => part,
        });
        inner.filter_map(Self::new).take(20).collect()
    }

    /// The part before the domain, and whether there is a domain.
    fn local(&self) -> (&str, bool) {
        match self.0.split_once('@') {
            Some((local, _)) => (local, true),
            None => (&self.0, false),
        }
    }

    /// What keys of this kind look like: letters and digits, where there are digits; else a word. An address
    /// is compared with its domain or without it, so it looks like its part before the domain too.
    fn shapes(&self) -> Vec<String> {
        let (local, has_domain) = self.local();
        let shape = match local.contains(|c: char| c.is_ascii_digit()) {
            true => local.chars().map(shape_of).collect(),
            false => "word".to_owned(),
        };
        match has_domain {
            true => vec!["address".to_owned(), shape],
            false => vec![shape],
        }
    }
}

fn shape_of(c: char) -> char {
    match c {
        '0'..='9' => '9',
        c if c.is_alphabetic() => 'a',
        c => c,
    }
}

/// Where each name stands in a list.
#[derive(Debug, Default)]
pub(super) struct Index {
    whole: BTreeMap<Key, BTreeSet<usize>>,
    /// By the part before the domain: keys with a domain only.
    local: BTreeMap<String, BTreeSet<usize>>,
    shapes: BTreeSet<String>,
}

impl Index {
    /// Adds a name of the entry at this number.
    pub(super) fn add(&mut self, key: &Key, at: usize) {
        if self.shapes.len() < 1000 {
            self.shapes.extend(key.shapes());
        }
        if let (local, true) = key.local() {
            self.local.entry(local.to_owned()).or_default().insert(at);
        }
        self.whole.entry(key.clone()).or_default().insert(at);
    }

    /// The entries that bear a name. Only where one side has no domain, the part before it is enough, and
    /// only where a single entry has it.
    pub(super) fn find(&self, key: &Key) -> Option<&BTreeSet<usize>> {
        if let Some(found) = self.whole.get(key) {
            return Some(found);
        }
        let found = match key.local() {
            (local, true) => self.whole.get(&Key(local.to_owned())),
            (local, false) => self.local.get(local),
        };
        found.filter(|found| found.len() == 1)
    }

    /// Whether any name of one list could stand in the other: numbers of personnel are never found among
    /// addresses.
    pub(super) fn is_comparable(&self, other: &Self) -> bool {
        self.shapes.intersection(&other.shapes).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(names: &[&str]) -> Index {
        let mut index = Index::default();
        for (at, name) in names.iter().enumerate() {
            index.add(&Key::new(name).expect("a name"), at);
        }
        index
    }

    fn found(names: &[&str], name: &str) -> Vec<usize> {
        let key = Key::new(name).expect("a name");
        index(names)
            .find(&key)
            .into_iter()
            .flatten()
            .copied()
            .collect()
    }

    #[test]
    fn case_and_space_do_not_matter() {
        assert_eq!(found(&["Jo@Example.com "], "jo@example.COM"), [0]);
        assert_eq!(found(&["svc  one"], "SVC One"), [0]);
    }

    #[test]
    fn the_domain_matters_where_both_have_one() {
        assert_eq!(found(&["jo@example.com"], "jo"), [0]);
        assert_eq!(found(&["jo"], "jo@example.com"), [0]);
        assert!(found(&["jo@example.com"], "jo@example.org").is_empty());
        assert!(found(&["jo@example.com", "jo@example.org"], "jo").is_empty());
    }

    #[test]
    fn lists_of_numbers_and_of_addresses_cannot_be_compared() {
        let numbers = index(&["EMP-0145"]);
        assert!(!numbers.is_comparable(&index(&["jo@example.com"])));
        assert!(numbers.is_comparable(&index(&["emp-0009"])));
        assert!(numbers.is_comparable(&index(&["emp-0009@example.com"])));
    }

    #[test]
    fn a_field_may_name_several() {
        let keys = Key::several("Jo Doe <Jo@example.com>; ann@example.com, n/a");
        let names: Vec<&str> = keys.iter().map(|key| key.0.as_str()).collect();
        assert_eq!(names, ["jo@example.com", "ann@example.com"]);
    }
}
