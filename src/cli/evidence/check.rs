//! `evidence check`: claims against facts, and whether the records still say what their files say.

mod state;

use std::path::PathBuf;

use self::state::{FileState, State, states};
use super::artefact::Aids;
use crate::cli::score::Format;
use crate::cli::visible::visible;
use crate::cli::{Failure, Surroundings, print, store};
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
    let files = states(&opened.assessment, store::folder(&args.file), &helpers);
    match args.format {
        Format::Json => print(&json(report.claims.as_ref(), &files))?,
        Format::Text => print(&text(report.claims.as_ref(), &files))?,
    }
    failure(&files).map_or(Ok(()), Err)
}

/// What is wrong with the files, if anything is.
fn failure(files: &[FileState]) -> Option<Failure> {
    let count = |is: fn(State) -> bool| files.iter().filter(|file| is(file.state)).count();
    let is_lost = |state| matches!(state, State::Changed | State::Missing | State::NoFile);
    let lost = match count(is_lost) {
        0 => None,
        1 => Some("1 recorded file is missing or changed".to_owned()),
        count => Some(format!("{count} recorded files are missing or changed")),
    };
    let differing = match count(|state| state == State::Differs) {
        0 => None,
        1 => Some("1 record no longer says what its file says".to_owned()),
        count => Some(format!(
            "{count} records no longer say what their files say"
        )),
    };
    let helps = [
        lost.as_ref()
            .map(|_| "bring the file back, or record it anew with `evidence add`"),
        differing.as_ref().map(
            |_| "record the file anew, or give the same --columns and --event-classes as then",
        ),
    ];
    let messages: Vec<String> = [lost, differing].into_iter().flatten().collect();
    let helps: Vec<&str> = helps.into_iter().flatten().collect();
    (!messages.is_empty()).then(|| Failure::Machine {
        message: messages.join("; "),
        help: Some(helps.join("; ")),
    })
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
            "Series of {}: {}, {}, covers {}, longest gap {}\n",
            row.kind,
            row.records.join(", "),
            row.days,
            row.coverage,
            row.gap
        );
        for line in &row.shows {
            out += &format!("  {}\n", visible(line));
        }
        out.push('\n');
    }
    for file in claims.iter().flat_map(|claims| &claims.remarks) {
        out += &format!("{}\n", visible(&file.record));
        for remark in &file.remarks {
            out += &format!("  {}\n", visible(remark));
        }
        out.push('\n');
    }
    let is_unchanged = |file: &&FileState| file.state == State::Unchanged;
    let unchanged = files.iter().filter(is_unchanged).count();
    if unchanged > 0 {
        out += &format!("{unchanged} recorded files and copies are unchanged\n");
    }
    for file in files.iter().filter(|file| !is_unchanged(file)) {
        let line = format!(
            "{:<6} {:<9} {}",
            file.id,
            file.state.name(),
            visible(&file.path)
        );
        out += line.trim_end();
        out.push('\n');
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
