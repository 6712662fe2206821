//! `evidence`: records what stands behind the answers, reads it, lists it, and holds it against the
//! claims.
//!
//! Of a file that is read its facts are kept, and a copy without what is secret in it; of others path and
//! digest. Nothing leaves the machine.

mod add;
pub(super) mod artefact;
mod check;
mod document;
mod facts;
pub(super) mod joined;
mod read;
mod requests;
mod told;

pub(super) use self::read::read;

use std::path::{Path, PathBuf};

use super::visible::visible;
use super::{Failure, Surroundings, print, store};
use crate::assessment::evidence::{EvidenceRecord, Supports};
use crate::report::documents::DocumentRow;
use crate::report::{Audience, Frame, Report};

/// Subcommands of `evidence`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Record artefacts and the questions they support
    Add(add::Args),
    /// Show what an artefact says, or what a PDF report, certificate or letter proposes to record
    Read(read::Args),
    /// Confirm what is recorded of an assurance document, so that it counts
    Confirm(document::ConfirmArgs),
    /// List the records of an assessment
    List(FileArgs),
    /// Hold claims against what the files show, and the files against what was recorded
    Check(check::Args),
    /// Print what to ask for, grouped by who holds it
    Requests(FileArgs),
    /// List the kinds of artefact that are read
    Kinds,
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
        Command::Check(args) => check::run(&args, surroundings),
        Command::Requests(args) => requests::run(&args.file, surroundings),
        Command::Kinds => print(&facts::kinds()),
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
    let supports = match (&record.supports, &record.read) {
        (Supports::All, _) => "all".to_string(),
        (Supports::Questions(ids), Some(read)) if ids.is_empty() => {
            format!(
                "{} ({}), {} facts",
                read.family,
                read.format,
                read.facts.len()
            )
        }
        (Supports::Questions(ids), _) => {
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
