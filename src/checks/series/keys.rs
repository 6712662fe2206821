//! Key sets of different days: the keys that stayed, and the days between which all of them changed.
//!
//! Keys are compared by their whole name, which bears the thumbprint of the key where it has one: the same id
//! with another key is another key. Sets that name different issuers are not compared.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::{Derived, day};
use crate::assessment::evidence::EvidenceRecord;
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::reading::Reading;
use crate::evidence::time::DAY;
use crate::words::{Words, say};

/// Seconds for which a key may stand in a set before and after it signs, where another stands beside it: 90
/// days (our judgement; published practice goes from one day to a quarter).
const BESIDE: f64 = 90.0 * DAY;
/// Most keys that are told to have stayed.
const STAYED: usize = 6;

/// The signing keys that a file names.
struct KeySet<'a> {
    record: &'a EvidenceRecord,
    at: DateTime<Utc>,
    names: &'a BTreeSet<String>,
    /// What the fact is about; none where the file names no issuer.
    issuer: Option<&'a str>,
    /// Whether no key is missing.
    is_whole: bool,
}

impl KeySet<'_> {
    fn day(&self) -> NaiveDate {
        day(self.at)
    }

    /// Whether both may be sets of one issuer, this one of an earlier day.
    fn is_before(&self, later: &Self) -> bool {
        let is_other = matches!((self.issuer, later.issuer), (Some(a), Some(b)) if a != b);
        self.day() < later.day() && !is_other
    }
}

/// The key sets, the oldest first.
fn sets<'a>(members: &[(&'a EvidenceRecord, &'a Reading)]) -> Vec<KeySet<'a>> {
    let of_file = |(record, reading): &(&'a EvidenceRecord, &'a Reading)| {
        let (record, reading) = (*record, *reading);
        let named = reading
            .facts
            .iter()
            .filter(|fact| fact.name == "signing-key-ids");
        named.filter_map(move |fact| match &fact.value {
            FactValue::Set(names) if !names.is_empty() => Some(KeySet {
                record,
                at: reading.as_of.at,
                names,
                issuer: fact.about.as_deref(),
                is_whole: fact.is_whole && fact.basis == Basis::CompleteList,
            }),
            _ => None,
        })
    };
    let mut sets: Vec<KeySet> = members.iter().flat_map(of_file).collect();
    sets.sort_by_key(|set| set.at);
    sets
}

/// Two sets of different days, the earlier first.
fn pairs<'s, 'a>(sets: &'s [KeySet<'a>]) -> impl Iterator<Item = (&'s KeySet<'a>, &'s KeySet<'a>)> {
    let later = |earlier: &'s KeySet<'a>| {
        let later = sets.iter().filter(|later| earlier.is_before(later));
        later.map(move |later| (earlier, later))
    };
    sets.iter().flat_map(later)
}

/// A signing key that stands in the sets of two days is at least as old as the time between them.
///
/// Where either set holds another key, the one may have been published ahead of its use or left standing
/// after it: then the age may be [`BESIDE`] off, and a claim within that of it stays open. So there may be
/// two ages, the longest without such a doubt and one that is longer with it.
pub(super) fn kept(words: &Words, members: &[(&EvidenceRecord, &Reading)]) -> Vec<Derived> {
    let sets = sets(members);
    let (mut sure, mut doubtful): (Option<Kept>, Option<Kept>) = (None, None);
    for (earlier, later) in pairs(&sets) {
        let Some(name) = earlier.names.intersection(later.names).next() else {
            continue;
        };
        let kept = Kept {
            age: (later.at - earlier.at).as_seconds_f64(),
            name,
            earlier,
            later,
        };
        let longest = match kept.is_alone() {
            true => &mut sure,
            false => &mut doubtful,
        };
        if longest
            .as_ref()
            .is_none_or(|longest| kept.age > longest.age)
        {
            *longest = Some(kept);
        }
    }
    let certain = sure.as_ref().map_or(0.0, |kept| kept.age);
    let longer = doubtful.filter(|kept| kept.age > certain);
    let kept = sure.iter().chain(&longer);
    kept.map(|kept| kept.derived(words)).collect()
}

/// A key that two sets hold.
struct Kept<'s, 'a> {
    /// Seconds between them.
    age: f64,
    name: &'s str,
    earlier: &'s KeySet<'a>,
    later: &'s KeySet<'a>,
}

impl Kept<'_, '_> {
    /// Whether it is the only key of both.
    fn is_alone(&self) -> bool {
        let is_one = |set: &KeySet| set.is_whole && set.names.len() == 1;
        is_one(self.earlier) && is_one(self.later)
    }

    fn derived(&self, words: &Words) -> Derived {
        let fact = Fact::new(
            "signing-key-age",
            FactValue::Duration(self.age),
            Basis::Measured,
            Place::default(),
        );
        let key = key(words, self.name);
        let fact = fact.about(say!(words, "keys-in-both", key));
        let (earlier, later) = (self.earlier.record, self.later.record);
        Derived {
            fact: match self.is_alone() {
                true => fact,
                false => fact.uncertain_by(BESIDE),
            },
            records: vec![earlier.id.clone(), later.id.clone()],
            reference: words.listed(&[earlier.reference.clone(), later.reference.clone()]),
        }
    }
}

/// What the sets show together, in words: where all keys changed, then which stayed.
pub(super) fn shown(words: &Words, members: &[(&EvidenceRecord, &Reading)]) -> Vec<String> {
    let sets = sets(members);
    let mut shown: Vec<String> = vec![];
    for told in sets.iter().filter_map(|later| changed(words, &sets, later)) {
        if !shown.contains(&told) {
            shown.push(told);
        }
    }
    let mut stayed: BTreeMap<&str, (NaiveDate, NaiveDate)> = BTreeMap::new();
    for (earlier, later) in pairs(&sets) {
        for name in earlier.names.intersection(later.names) {
            let days = (earlier.day(), later.day());
            let span = stayed.entry(name).or_insert(days);
            *span = (span.0.min(days.0), span.1.max(days.1));
        }
    }
    let rest = stayed.len().saturating_sub(STAYED);
    let told = stayed.iter().take(STAYED);
    shown.extend(told.map(|(name, (first, last))| {
        let (key, first, last) = (key(words, name), words.date(*first), words.date(*last));
        say!(words, "keys-stayed", key, first, last)
    }));
    if rest > 0 {
        shown.push(say!(words, "keys-stayed-rest", count = rest));
    }
    shown
}

/// That a set holds no key of the day before it; none where a key stayed, or one may be missing.
fn changed(words: &Words, sets: &[KeySet], later: &KeySet) -> Option<String> {
    let before = || sets.iter().filter(|earlier| earlier.is_before(later));
    let last = before().map(KeySet::day).max()?;
    let of_last: Vec<&KeySet> = before().filter(|set| set.day() == last).collect();
    let is_new = |set: &&KeySet| set.is_whole && set.names.is_disjoint(later.names);
    if !later.is_whole || !of_last.iter().all(is_new) {
        return None;
    }
    let count = of_last.iter().map(|set| set.names.len()).sum::<usize>();
    let count = count.max(later.names.len());
    let (from, to) = (words.date(last), words.date(later.day()));
    // Sets of two issuers differ without any change, and most name none.
    let is_named = later.issuer.is_some() && of_last.iter().all(|set| set.issuer.is_some());
    Some(match is_named {
        true => say!(words, "keys-changed", count, from, to),
        false => say!(words, "keys-changed-if-of-one-issuer", count, from, to),
    })
}

/// A key by its name, in a sentence.
fn key(words: &Words, name: &str) -> String {
    match (name.strip_prefix("kid "), name.strip_prefix("no kid ")) {
        (_, Some(thumbprint)) => say!(words, "key-without-id", thumbprint),
        (id, _) => say!(words, "key-named", name = id.unwrap_or(name)),
    }
}
