//! `evidence`: records what stands behind the answers, lists it, and checks that the files are
//! still those that were recorded.
//!
//! Only path and digest of a file are kept; nothing is copied, nothing leaves the machine.

mod add;
mod document;
mod read;

pub(super) use self::read::read;

use std::path::{Path, PathBuf};

use super::visible::visible;
use super::{Failure, Surroundings, print, store};
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord, Supports};
use crate::report::documents::DocumentRow;
use crate::report::{Audience, Frame, Report};

/// Subcommands of `evidence`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Record artefacts and the questions they support
    Add(add::Args),
    /// Show what a PDF report, certificate or letter proposes to record
    Read(read::Args),
    /// Confirm what is recorded of an assurance document, so that it counts
    Confirm(document::ConfirmArgs),
    /// List the records of an assessment
    List(FileArgs),
    /// Check that recorded files are there and unchanged
    Check(FileArgs),
}

/// The assessment a subcommand looks at.
#[derive(Debug, clap::Args)]
pub(super) struct FileArgs {
    /// The assessment file
    file: PathBuf,
}

/// Runs `evidence`.
pub(super) fn run(command: Command, surroundings: Surroundings) -> Result<(), Failure> {
    match command {
        Command::Add(args) => add::run(args, surroundings),
        Command::Confirm(args) => document::confirm(&args, surroundings),
        Command::Read(args) => read::run(&args, surroundings),
        Command::List(args) => list(&args.file, surroundings),
        Command::Check(args) => check(&args.file, surroundings),
    }
}

fn list(file: &Path, surroundings: Surroundings) -> Result<(), Failure> {
    let opened = store::read(file, surroundings.as_of)?;
    let frame = Frame::unsigned(Audience::Analyst);
    let report = Report::new(&opened.pack, &opened.assessment, &frame);
    let documents = report.documents.iter().flat_map(|held| &held.documents);
    let documents = documents.map(document_line);
    let records = opened.assessment.evidence.iter().map(line);
    let text: String = documents.chain(records).map(|line| line + "\n").collect();
    if text.is_empty() {
        surroundings.say("no evidence is recorded: every answer counts as the vendor's word");
    }
    print(&text)
}

/// One document on one line: id, kind, reference, and what it counts as.
fn document_line(row: &DocumentRow) -> String {
    let reference = visible(&row.reference);
    format!(
        "{:<6} {}: {reference} [{}]",
        row.id, row.kind, row.counts_as
    )
}

/// One record on one line: id, date, kind, origin, reference, and what it supports.
fn line(record: &EvidenceRecord) -> String {
    let origin = record.origin.name();
    let supports = match &record.supports {
        Supports::All => "all".to_string(),
        Supports::Questions(ids) => {
            let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
            ids.join(", ")
        }
    };
    let reference = visible(&record.reference);
    format!(
        "{:<6} {}  {:<13} {:<6} {reference} [{supports}]",
        record.id,
        record.date,
        record.kind.name(),
        origin
    )
}

fn check(file: &Path, surroundings: Surroundings) -> Result<(), Failure> {
    let opened = store::read(file, surroundings.as_of)?;
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut changed = 0;
    let mut text = String::new();
    let documents = opened.assessment.documents.iter();
    let documents = documents.map(|held| (&held.id, held.file.as_ref()));
    let records = opened.assessment.evidence.iter();
    let records = records.map(|record| (&record.id, record.file.as_ref()));
    for (id, file) in documents.chain(records) {
        let Some(recorded) = file else {
            continue;
        };
        let state = state(&folder.join(&recorded.path), recorded);
        changed += usize::from(state != "unchanged");
        let path = visible(&recorded.path);
        text += &format!("{id:<6} {state:<9} {path}\n");
    }
    print(&text)?;
    match changed {
        0 => Ok(()),
        _ => Err(Failure::Machine {
            message: format!("{changed} recorded files are missing or changed"),
            help: Some("bring the file back, or record it anew with `evidence add`".to_string()),
        }),
    }
}

fn state(path: &Path, recorded: &EvidenceFile) -> &'static str {
    match store::digest(path) {
        Ok(digest) if digest == recorded.sha256 => "unchanged",
        Ok(_) => "changed",
        Err(_) => "missing",
    }
}
