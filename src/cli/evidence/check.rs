//! `evidence check`: claims against facts, and whether the recorded files are still those that were read.

use std::path::{Path, PathBuf};

use super::artefact::{self, Aids, Helpers};
use super::joined::JOINED;
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord};
use crate::cli::score::Format;
use crate::cli::visible::visible;
use crate::cli::{Failure, Surroundings, print, store};
use crate::evidence::fact::Fact;
use crate::evidence::reading::{AsOfSource, Reading};
use crate::evidence::redact;
use crate::report::claims::Claims;
use crate::report::{Audience, Frame, Report};

/// Version of the JSON; it rises when a key changes its name, meaning or presence.
const SCHEMA: u32 = 1;

/// Arguments of `evidence check`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    /// The assessment file
    file: PathBuf,
    /// How it is printed
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    aids: Aids,
}

/// Runs `evidence check`.
pub(super) fn run(args: &Args, surroundings: Surroundings) -> Result<(), Failure> {
    let opened = store::read(&args.file, surroundings.as_of)?;
    let helpers = args.aids.read(surroundings)?;
    let frame = Frame::unsigned(Audience::Architect);
    let report = Report::new(&opened.pack, &opened.assessment, &frame);
    let folder = store::folder(&args.file);
    let mut files: Vec<FileState> = vec![];
    for document in &opened.assessment.documents {
        if let Some(file) = &document.file {
            files.push(FileState::of(document.id.as_str(), folder, file));
        }
    }
    for record in &opened.assessment.evidence {
        files.extend(states(record, folder, &helpers));
    }
    match args.format {
        Format::Json => print(&json(report.claims.as_ref(), &files))?,
        Format::Text => print(&text(report.claims.as_ref(), &files))?,
    }
    let changed = files.iter().filter(|file| !file.is_good()).count();
    match changed {
        0 => Ok(()),
        _ => Err(Failure::Machine {
            message: format!("{changed} recorded files are missing or changed"),
            help: Some("bring the file back, or record it anew with `evidence add`".to_string()),
        }),
    }
}

/// A recorded file and what became of it.
#[derive(Debug, serde::Serialize)]
struct FileState {
    id: String,
    path: String,
    state: &'static str,
}

impl FileState {
    fn of(id: &str, folder: &Path, file: &EvidenceFile) -> Self {
        let state = match store::digest(&folder.join(&file.path)) {
            Ok(digest) if digest == file.sha256 => "unchanged",
            Ok(_) => "changed",
            Err(_) => "missing",
        };
        Self {
            id: id.to_owned(),
            path: file.path.clone(),
            state,
        }
    }

    fn is_good(&self) -> bool {
        self.state == "unchanged"
    }
}

/// What became of the file of a record, of its copy, and of what was read from it.
fn states(record: &EvidenceRecord, folder: &Path, helpers: &Helpers) -> Vec<FileState> {
    let own = |file: &EvidenceFile| FileState::of(record.id.as_str(), folder, file);
    let mut original = record.file.as_ref().map(own);
    let copy = record.copy.as_ref().map(own);
    if let (Some(state), Some(read)) = (&mut original, &record.read) {
        // The original may stay with whoever sent it, where a copy without secrets is kept.
        if state.state == "missing" && copy.as_ref().is_some_and(FileState::is_good) {
            state.state = "unchanged";
            state.path += " (not here; its copy is)";
        } else if state.is_good() && !says_the_same(&folder.join(&state.path), read, helpers) {
            state.state = "differs";
        }
    }
    original.into_iter().chain(copy).collect()
}

/// Whether a file still gives the facts that are recorded.
fn says_the_same(path: &Path, read: &Reading, helpers: &Helpers) -> bool {
    let day = read.as_of.at.date_naive();
    let stated = (read.as_of.by != AsOfSource::Artefact).then_some(day);
    let Ok(mut again) = artefact::read(path, stated, helpers) else {
        return false;
    };
    // Addresses may have been hidden when the file was recorded, or not.
    let hidden = redact::Options { emails: true };
    let mut read = read.clone();
    redact::reading(&mut read, hidden);
    redact::reading(&mut again.reading, hidden);
    let own = |fact: &&Fact| !fact.place.path.ends_with(JOINED);
    let recorded: Vec<&Fact> = read.facts.iter().filter(own).collect();
    recorded.len() == again.reading.facts.len()
        && recorded
            .iter()
            .zip(&again.reading.facts)
            .all(|(a, b)| *a == b)
}

fn text(claims: Option<&Claims>, files: &[FileState]) -> String {
    let mut out = String::new();
    for group in claims.iter().flat_map(|claims| &claims.groups) {
        out += &format!("{}\n", group.title);
        for row in &group.rows {
            let said = match group.verdict {
                "refuted" if !row.claim.starts_with('“') => {
                    format!("said {}, is {}", row.claim, row.found)
                }
                "not comparable" => format!("the file shows {}", row.found),
                _ => format!("said {}; the file shows {}", row.claim, row.found),
            };
            out += &format!(
                "  {}: {}\n    {}: {}\n    {}: {}\n",
                row.question,
                visible(&row.title),
                visible(&said),
                visible(&row.why),
                row.records.join(", "),
                visible(&row.place)
            );
        }
        out.push('\n');
    }
    for row in claims.iter().flat_map(|claims| &claims.series) {
        out += &format!(
            "Series of {}: {}, {}, covers {}, longest gap {}\n\n",
            row.kind,
            row.records.join(", "),
            row.days,
            row.coverage,
            row.gap
        );
    }
    for file in claims.iter().flat_map(|claims| &claims.remarks) {
        out += &format!("{}\n", visible(&file.record));
        for remark in &file.remarks {
            out += &format!("  {}\n", visible(remark));
        }
        out.push('\n');
    }
    let unchanged = files.iter().filter(|file| file.is_good()).count();
    if unchanged > 0 {
        out += &format!("{unchanged} recorded files and copies are unchanged\n");
    }
    for file in files.iter().filter(|file| !file.is_good()) {
        out += &format!("{:<6} {:<9} {}\n", file.id, file.state, visible(&file.path));
    }
    out
}

#[derive(serde::Serialize)]
struct CheckJson<'a> {
    schema: u32,
    claims: Option<&'a Claims>,
    files: &'a [FileState],
}

fn json(claims: Option<&Claims>, files: &[FileState]) -> String {
    let check = CheckJson {
        schema: SCHEMA,
        claims,
        files,
    };
    let text = serde_json::to_string_pretty(&check);
    text.expect("no map here has a key that is not a text") + "\n"
}
