//! Ids of keys: their ends stay.

use std::collections::BTreeMap;

use super::{GONE, tail};

/// Ids cut to their ends, told apart where two end alike.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeMap<String, BTreeMap<String, usize>>);

impl Ids {
    /// Whether ids of this length can keep their end.
    pub(super) fn is_id(&self, id: &str) -> bool {
        id.chars().count() > 8
    }

    /// The end of an id.
    pub(super) fn tail(&mut self, id: &str) -> String {
        let end = tail(id);
        if id.is_empty() || end == id || end == GONE {
            return end;
        }
        let held = self.0.entry(end.clone()).or_default();
        let next = held.len();
        let at = *held.entry(id.to_owned()).or_insert(next);
        match at {
            0 => end,
            _ => format!("{end}~{}", at + 1),
        }
    }
}
