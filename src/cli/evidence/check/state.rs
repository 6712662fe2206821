//! What became of the files of an assessment, and whether its records still say what they say.
//!
//! A digest tells whether a file was edited; only reading it again tells whether the record was.

use std::path::Path;

use serde::{Serialize, Serializer};

use crate::assessment::Assessment;
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord};
use crate::cli::evidence::artefact::{self, Helpers};
use crate::cli::evidence::joined::Lists;
use crate::cli::store;
use crate::evidence::fact::Fact;
use crate::evidence::reading::Reading;
use crate::evidence::redact;
use crate::pack::id::EvidenceId;
use crate::source::names::name_of;

/// A recorded file and what became of it.
#[derive(Debug, Serialize)]
pub(super) struct FileState {
    pub(super) id: String,
    /// As it is recorded; empty where none is.
    pub(super) path: String,
    pub(super) state: State,
}

/// What became of a recorded file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It is the one recorded, and the record says what it says.
    Unchanged,
    /// It is not here, and its copy without secrets is, which says what the record says.
    CopyOnly,
    /// It is another one.
    Changed,
    /// It is not here.
    Missing,
    /// It is the one recorded, and the record says something else.
    Differs,
    /// The record says what a file said, and names none.
    NoFile,
}

impl State {
    /// Names as text and JSON write them.
    const NAMES: &'static [(&'static str, Self)] = &[
        ("unchanged", Self::Unchanged),
        ("copy only", Self::CopyOnly),
        ("changed", Self::Changed),
        ("missing", Self::Missing),
        ("differs", Self::Differs),
        ("no file", Self::NoFile),
    ];

    /// The name as text and JSON write it.
    pub(super) fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// How much of a reading a file can give again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// The file itself: everything.
    Whole,
    /// Its copy: what is odd in a file may be in what is cut out of it.
    Copy,
}

/// The state of every recorded file and copy.
pub(super) fn states(assessment: &Assessment, folder: &Path, helpers: &Helpers) -> Vec<FileState> {
    let documents = assessment.documents.iter().filter_map(|document| {
        let file = document.file.as_ref()?;
        Some(FileState::of(document.id.as_str(), folder, file))
    });
    let mut files: Vec<FileState> = documents.collect();
    let plain = helpers.without_aids();
    let again = Again {
        folder,
        ways: [Some(helpers), plain.as_ref()]
            .into_iter()
            .flatten()
            .map(|helpers| Way::new(assessment, folder, helpers))
            .collect(),
    };
    for record in &assessment.evidence {
        files.extend(again.states(record));
    }
    files
}

impl FileState {
    fn of(id: &str, folder: &Path, file: &EvidenceFile) -> Self {
        let state = match store::digest(&folder.join(&file.path)) {
            Ok(digest) if digest == file.sha256 => State::Unchanged,
            Ok(_) => State::Changed,
            Err(_) => State::Missing,
        };
        Self {
            id: id.to_owned(),
            path: file.path.clone(),
            state,
        }
    }
}

/// One way to read the files again: with the aids, or without.
struct Way<'a> {
    helpers: &'a Helpers,
    lists: Lists<'a>,
    /// What two lists show together, and the record that it belongs to.
    joined: Vec<(EvidenceId, Fact)>,
}

impl<'a> Way<'a> {
    fn new(assessment: &Assessment, folder: &'a Path, helpers: &'a Helpers) -> Self {
        let mut lists = Lists::none(folder, helpers);
        let records = assessment.evidence.iter();
        let joined = records
            .flat_map(|record| lists.join(record, None))
            .collect();
        Self {
            helpers,
            lists,
            joined,
        }
    }
}

/// What the files say when they are read again.
struct Again<'a> {
    folder: &'a Path,
    /// Which of them a file was read in is not recorded.
    ways: Vec<Way<'a>>,
}

impl Again<'_> {
    /// The state of the file of a record, and of its copy.
    fn states(&self, record: &EvidenceRecord) -> Vec<FileState> {
        let own = |file: &EvidenceFile| FileState::of(record.id.as_str(), self.folder, file);
        let mut original = record.file.as_ref().map(own);
        let mut copy = record.copy.as_ref().map(own);
        let Some(read) = &record.read else {
            return original.into_iter().chain(copy).collect();
        };
        let is_said = |file: &FileState, extent| self.is_said(record, read, (&file.path, extent));
        match (&mut original, &mut copy) {
            (None, None) => {
                return vec![FileState {
                    id: record.id.to_string(),
                    path: String::new(),
                    state: State::NoFile,
                }];
            }
            (Some(file), _) if file.state == State::Unchanged && !is_said(file, Extent::Whole) => {
                file.state = State::Differs;
            }
            // The file may stay with whoever sent it.
            (Some(file), Some(copy))
                if (file.state, copy.state) == (State::Missing, State::Unchanged) =>
            {
                file.state = match is_said(copy, Extent::Copy) {
                    true => State::CopyOnly,
                    false => State::Differs,
                };
            }
            (None, Some(copy))
                if copy.state == State::Unchanged && !is_said(copy, Extent::Copy) =>
            {
                copy.state = State::Differs;
            }
            _ => {}
        }
        original.into_iter().chain(copy).collect()
    }

    /// Whether a file gives again what is recorded of it.
    fn is_said(
        &self,
        record: &EvidenceRecord,
        read: &Reading,
        (path, extent): (&str, Extent),
    ) -> bool {
        if record.date != read.as_of.at.date_naive() {
            return false;
        }
        let mut read = read.clone();
        if !self.take_joined(&record.id, &mut read) {
            return false;
        }
        let path = self.folder.join(path);
        self.ways.iter().any(|way| {
            let again = artefact::again(&path, read.as_of, way.helpers);
            again.is_ok_and(|again| is_same(read.clone(), again, extent))
        })
    }

    /// Takes the joined facts out of a reading, and tells whether they are all there. Where it is read in
    /// several ways, only what all give must be there.
    fn take_joined(&self, id: &EvidenceId, read: &mut Reading) -> bool {
        let is_lost = |fact: &Fact| self.ways.iter().any(|way| way.lists.is_lost(fact));
        read.facts.retain(|fact| !is_lost(fact));
        let mut seen: Vec<&(EvidenceId, Fact)> = vec![];
        for joined in self.ways.iter().flat_map(|way| &way.joined) {
            if joined.0 != *id || seen.contains(&joined) {
                continue;
            }
            seen.push(joined);
            match read.facts.iter().position(|fact| *fact == joined.1) {
                Some(at) => drop(read.facts.remove(at)),
                None if self.ways.iter().all(|way| way.joined.contains(joined)) => return false,
                None => {}
            }
        }
        true
    }
}

/// Whether two readings say the same. Addresses may have been hidden when a file was recorded, or not.
fn is_same(mut one: Reading, mut two: Reading, extent: Extent) -> bool {
    let hidden = redact::Options { emails: true };
    redact::reading(&mut one, hidden);
    redact::reading(&mut two, hidden);
    match extent {
        Extent::Whole => one == two,
        Extent::Copy => {
            (one.facts, one.covers, one.partial) == (two.facts, two.covers, two.partial)
        }
    }
}
