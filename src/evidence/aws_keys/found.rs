//! A count that remembers where the first of what it counts stands.

use crate::evidence::fact::{Basis, Fact, FactValue, Place};

/// So many, and where the first is.
#[derive(Debug, Clone, Default)]
pub(in crate::evidence) struct Found {
    count: u64,
    first: Option<Place>,
}

impl Found {
    /// Counts one that stands there.
    pub(in crate::evidence) fn add(&mut self, place: &Place) {
        self.count += 1;
        self.first.get_or_insert_with(|| place.clone());
    }

    /// How many there are.
    pub(in crate::evidence) fn count(&self) -> u64 {
        self.count
    }

    /// Where the first is; none of nothing stands in the whole list.
    pub(in crate::evidence) fn place(&self, whole: &Place) -> Place {
        self.first.clone().unwrap_or_else(|| whole.clone())
    }

    /// How many there are, as a fact.
    pub(in crate::evidence) fn fact(
        &self,
        name: &'static str,
        basis: Basis,
        whole: &Place,
    ) -> Fact {
        let value = FactValue::Count(self.count);
        Fact::new(name, value, basis, self.place(whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_gives_the_place_and_nothing_stands_in_the_whole_list() {
        let whole = Place::new("/keys", Some(1));
        let mut found = Found::default();
        assert_eq!(
            found.fact("active-keys", Basis::Sample, &whole).place,
            whole
        );
        found.add(&Place::row(2, 3));
        found.add(&Place::row(4, 5));
        let fact = found.fact("active-keys", Basis::Sample, &whole);
        assert_eq!(fact.value, FactValue::Count(2));
        assert_eq!(fact.place, Place::row(2, 3));
    }
}
