//! `evidence read`: what an artefact says, or what a PDF proposes to record, each value with its place.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::artefact::{self, Aids};
use super::facts;
use crate::cli::score::Format;
use crate::cli::visible::visible;
use crate::cli::{Failure, Surroundings, pages, print};
use crate::evidence::assurance::{self, Proposed, Reading};

/// Version of the JSON; it rises when a key changes its name, meaning or presence.
const SCHEMA: u32 = 1;

/// Arguments of `evidence read`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    /// The artefact, report, certificate or letter
    file: PathBuf,
    /// How it is printed
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    aids: Aids,
}

/// What a PDF file proposes to record.
///
/// # Errors
///
/// When the file cannot be read, or has no text that can be.
pub(in crate::cli) fn read(path: &Path) -> Result<Reading, Failure> {
    pages::read(path).map(|pages| assurance::propose(&pages))
}

/// Runs `evidence read`.
pub(super) fn run(args: &Args, surroundings: Surroundings) -> Result<(), Failure> {
    if !artefact::is_pdf(&args.file) {
        let helpers = args.aids.read(surroundings)?;
        let reading = artefact::facts(&args.file, surroundings.as_of, &helpers)?;
        return print(&match args.format {
            Format::Json => facts::json(&reading),
            Format::Text => facts::text(&reading),
        });
    }
    let reading = read(&args.file)?;
    match args.format {
        Format::Json => print(&json(&reading)),
        Format::Text => {
            if reading.kind.is_none() {
                surroundings
                    .say("it is none of the kinds that are known, or its text leaves it open");
            } else {
                surroundings
                    .say("proposals: nothing counts until a person has compared it with the page");
            }
            print(&text(&reading))
        }
    }
}

fn text(reading: &Reading) -> String {
    let mut out = String::new();
    if let Some(kind) = &reading.kind {
        entry(&mut out, "kind", kind.kind.id(), kind.page, &kind.words);
    }
    for proposal in &reading.proposals {
        let value = words(&proposal.value);
        entry(
            &mut out,
            proposal.field,
            &value,
            proposal.page,
            &proposal.words,
        );
    }
    out
}

fn entry(out: &mut String, field: &str, value: &str, page: usize, words: &str) {
    let (value, words) = (visible(value), visible(words));
    let _ = writeln!(out, "{field}: {value}\n    page {page}: {words}");
}

/// A value on one line.
fn words(value: &Proposed) -> String {
    match value {
        Proposed::Choice(id) => (*id).to_string(),
        Proposed::Several(ids) => ids.join(", "),
        Proposed::YesNo(true) => "yes".to_string(),
        Proposed::YesNo(false) => "no".to_string(),
        Proposed::Date(day) => day.to_string(),
        Proposed::Period { from, to } => format!("{from} to {to}"),
        Proposed::Count(count) => count.to_string(),
        Proposed::Text(text) => text.clone(),
        Proposed::List(entries) => entries.join("; "),
        Proposed::Row(fields) => {
            let field = |(id, value): &(&str, Proposed)| format!("{id} {}", words(value));
            let fields: Vec<String> = fields.iter().map(field).collect();
            fields.join(", ")
        }
    }
}

fn json(reading: &Reading) -> String {
    let proposals = reading.proposals.iter().map(|proposal| ProposalJson {
        field: proposal.field,
        value: ValueJson(&proposal.value),
        page: proposal.page,
        words: &proposal.words,
    });
    let kind = reading.kind.as_ref().map(|kind| KindJson {
        id: kind.kind.id(),
        page: kind.page,
        words: &kind.words,
    });
    let reading = ReadingJson {
        schema: SCHEMA,
        kind,
        proposals: proposals.collect(),
    };
    let text = serde_json::to_string_pretty(&reading);
    text.expect("no map here has a key that is not a text") + "\n"
}

#[derive(serde::Serialize)]
struct ReadingJson<'a> {
    schema: u32,
    kind: Option<KindJson<'a>>,
    proposals: Vec<ProposalJson<'a>>,
}

#[derive(serde::Serialize)]
struct KindJson<'a> {
    id: &'static str,
    page: usize,
    words: &'a str,
}

#[derive(serde::Serialize)]
struct ProposalJson<'a> {
    field: &'static str,
    value: ValueJson<'a>,
    page: usize,
    words: &'a str,
}

/// A value as the assessment file writes it.
struct ValueJson<'a>(&'a Proposed);

impl Serialize for ValueJson<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Proposed::Choice(id) => id.serialize(to),
            Proposed::Several(ids) => ids.serialize(to),
            Proposed::YesNo(holds) => holds.serialize(to),
            Proposed::Date(day) => day.serialize(to),
            Proposed::Period { from, to: last } => {
                let mut map = to.serialize_map(Some(2))?;
                map.serialize_entry("from", from)?;
                map.serialize_entry("to", last)?;
                map.end()
            }
            Proposed::Count(count) => count.serialize(to),
            Proposed::Text(text) => text.serialize(to),
            Proposed::List(entries) => entries.serialize(to),
            Proposed::Row(fields) => {
                to.collect_map(fields.iter().map(|(id, value)| (id, ValueJson(value))))
            }
        }
    }
}
