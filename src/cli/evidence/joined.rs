//! Lists that are held against each other: leavers, active accounts, inventory.
//!
//! A joined fact is stored in the record of the list that its place points into, whichever of the two was
//! recorded first.

use std::path::Path;

use super::artefact::Helpers;
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord};
use crate::cli::store::{self, Copy};
use crate::evidence::fact::Fact;
use crate::evidence::fact::JOINED;
use crate::evidence::input::content::Content;
use crate::evidence::input::{self, Input};
use crate::evidence::log;
use crate::evidence::reading::Context;
use crate::evidence::roster::{self, Joined, Roster};
use crate::pack::id::EvidenceId;

/// The lists among the records of an assessment, in the order recorded.
pub(in crate::cli) struct Lists<'a> {
    folder: &'a Path,
    helpers: &'a Helpers,
    lists: Vec<(EvidenceId, Roster)>,
    /// Records that may hold a list, and whose file and copy are gone or changed.
    lost: Vec<EvidenceId>,
}

/// What is in the file of a record.
enum Held {
    List(Roster),
    Other,
    Lost,
}

impl<'a> Lists<'a> {
    /// None yet, of the assessment in `folder`.
    pub(in crate::cli) fn none(folder: &'a Path, helpers: &'a Helpers) -> Self {
        Self {
            folder,
            helpers,
            lists: vec![],
            lost: vec![],
        }
    }

    /// Takes the list of a record, if it is one; `copy` is its copy where that is not written yet.
    ///
    /// The copies without secrets are enough, and mostly there; a list that was too long to be copied is read
    /// from its file, if that is still the one recorded.
    pub(in crate::cli) fn take(&mut self, record: &EvidenceRecord, copy: Option<&Copy>) {
        match self.held(record, copy) {
            Held::List(list) => self.lists.push((record.id.clone(), list)),
            Held::Other => {}
            Held::Lost => self.lost.push(record.id.clone()),
        }
    }

    /// As [`Self::take`]; gives what the list shows together with each of those before, and the record that
    /// each fact belongs to.
    pub(in crate::cli) fn join(
        &mut self,
        record: &EvidenceRecord,
        copy: Option<&Copy>,
    ) -> Vec<(EvidenceId, Fact)> {
        let before = self.lists.len();
        self.take(record, copy);
        let (others, own) = self.lists.split_at(before);
        let Some((id, own)) = own.first() else {
            return vec![];
        };
        let others: Vec<_> = others
            .iter()
            .map(|(id, list)| (id.as_str(), list))
            .collect();
        let joined = roster::joined((id.as_str(), own), &others).into_iter();
        joined.map(belonging).collect()
    }

    /// Whether a fact rests on a list that is no longer there, so that it cannot be found again.
    pub(super) fn is_lost(&self, fact: &Fact) -> bool {
        let with = fact.joined_with();
        with.is_some_and(|with| self.lost.iter().any(|lost| lost.as_str() == with))
    }

    fn held(&self, record: &EvidenceRecord, copy: Option<&Copy>) -> Held {
        let Some(read) = &record.read else {
            return Held::Other;
        };
        if read.family == log::FAMILY.id {
            return Held::Other;
        }
        let context = self.helpers.context(Some(read.as_of.at.date_naive()));
        if let Some(copy) = copy {
            return list(&Content::Whole(copy.text().to_owned()), context);
        }
        let files = [&record.copy, &record.file].into_iter().flatten();
        let mut held = files.filter_map(|file| self.in_file(file, context));
        held.next().unwrap_or(Held::Lost)
    }

    /// What is in a file; none where it is not the one recorded.
    fn in_file(&self, file: &EvidenceFile, context: Context) -> Option<Held> {
        let path = self.folder.join(&file.path);
        if store::digest(&path).ok()? != file.sha256 {
            return None;
        }
        let content = input::open(store::open_document(&path).ok()?).ok()?;
        Some(list(&content, context))
    }
}

/// The record of a joined fact, and the fact with a place that says how it came about.
fn belonging(Joined { label, mut fact }: Joined) -> (EvidenceId, Fact) {
    fact.place.path = match fact.place.path.as_str() {
        "" => JOINED.to_owned(),
        path => format!("{path}, {JOINED}"),
    };
    (EvidenceId::new(label), fact)
}

fn list(content: &Content, context: Context) -> Held {
    let Ok(mut input) = content.input() else {
        return Held::Other;
    };
    // Columns may be named for one list only; another is read by the words of its head.
    let columns = context.columns.filter(|columns| match &input {
        Input::Table(table) => columns.missing_from(table.head()).is_none(),
        _ => true,
    });
    let context = Context { columns, ..context };
    roster::roster(&mut input, &context).map_or(Held::Other, Held::List)
}
