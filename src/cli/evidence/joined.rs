//! Lists that are held against each other: leavers, active accounts, inventory.

use std::path::Path;

use super::artefact::Helpers;
use crate::assessment::Assessment;
use crate::assessment::evidence::EvidenceRecord;
use crate::cli::store;
use crate::evidence::input::{self, Input};
use crate::evidence::roster::{self, Roster};

/// How the place of a fact ends that rests on another record too.
pub(in crate::cli) const JOINED: &str = ", joined";

/// Adds to a record what its list shows together with those recorded before.
///
/// The copies without secrets are enough, and are always there; a list that was too long to be copied is read
/// from its file, if that is still the one recorded.
pub(in crate::cli) fn add(
    record: &mut EvidenceRecord,
    assessment: &Assessment,
    folder: &Path,
    helpers: &Helpers,
) {
    let list = |record: &EvidenceRecord| list(record, folder, helpers);
    let Some(own) = list(record) else {
        return;
    };
    let others: Vec<(String, Roster)> = assessment
        .evidence
        .iter()
        .filter_map(|other| Some((other.id.to_string(), list(other)?)))
        .collect();
    let others: Vec<(&str, &Roster)> = others
        .iter()
        .map(|(id, list)| (id.as_str(), list))
        .collect();
    let facts = roster::joined((record.id.as_str(), &own), &others);
    let Some(read) = &mut record.read else {
        return;
    };
    for mut fact in facts {
        fact.place.path += JOINED;
        read.facts.push(fact);
    }
}

/// The list of identities in the file of a record.
fn list(record: &EvidenceRecord, folder: &Path, helpers: &Helpers) -> Option<Roster> {
    let read = record.read.as_ref()?;
    let file = record.copy.as_ref().or(record.file.as_ref())?;
    let path = folder.join(&file.path);
    if store::digest(&path).ok()? != file.sha256 {
        return None;
    }
    let context = helpers.context(Some(read.as_of.at.date_naive()));
    let content = input::open(store::open_document(&path).ok()?).ok()?;
    let mut input: Input = content.input().ok()?;
    roster::roster(&mut input, &context)
}
