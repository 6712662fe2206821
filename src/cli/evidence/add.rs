//! `evidence add`: one record for each artefact, or one without a file. An artefact of a known kind is
//! read into facts, a PDF without questions it supports is read as an assurance document.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::artefact::{self, Aids, Artefact, Helpers};
use super::document::{self, Wanted};
use super::joined::Lists;
use super::told::{planted, recorded, supports};
use crate::assessment::Assessment;
use crate::assessment::answer::Period;
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord, Origin, Supports};
use crate::cli::named::named;
use crate::cli::store::Copy;
use crate::cli::{Failure, Surroundings, store};
use crate::evidence::reading::AsOfSource;
use crate::pack::Pack;
use crate::pack::document::DocumentKind;
use crate::pack::language::Language;
use crate::pack::model::{EvidenceKind, Relevance};
use crate::score::score_assessment;
use crate::words::Words;

/// Arguments of `evidence add`; the day it speaks about is the global `--as-of`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    /// The assessment file
    file: PathBuf,
    /// Files to record: path and SHA-256 are kept, of a file that is read its facts and a copy without
    /// secrets
    artefacts: Vec<PathBuf>,
    /// Who it came from; needed except for assurance documents
    #[arg(long, value_parser = named(Origin::NAMES))]
    from: Option<Origin>,
    /// Record an assurance document of this kind; left out, the text of a PDF tells it
    #[arg(long, value_parser = named(DocumentKind::NAMES), conflicts_with_all = ["kind", "supports"])]
    document: Option<DocumentKind>,
    /// Rung of the evidence ladder [default: config_export from the vendor, verified from us]
    #[arg(long, value_parser = named(EvidenceKind::NAMES))]
    kind: Option<EvidenceKind>,
    /// A question it supports, or `all` for a SOC 2 report or certificate; may be repeated. Not needed
    /// for a file that is read: its facts find their questions
    #[arg(long, value_name = "QUESTION")]
    supports: Vec<String>,
    /// First day a SOC 2 Type II report covers
    #[arg(long, requires = "period_to", value_name = "DATE")]
    period_from: Option<NaiveDate>,
    /// Last day a SOC 2 Type II report covers
    #[arg(long, requires = "period_from", value_name = "DATE")]
    period_to: Option<NaiveDate>,
    /// Items that were tested
    #[arg(long)]
    sample: Option<u32>,
    /// Items of the sample that deviated
    #[arg(long, default_value_t = 0)]
    exceptions: u32,
    /// The auditor's opinion is qualified or adverse on what it supports
    #[arg(long)]
    qualified: bool,
    /// How directly it speaks about what it supports
    #[arg(long, value_parser = named(Relevance::NAMES))]
    directness: Option<Relevance>,
    /// The tested control of the report, such as CC6.1-04
    #[arg(long, value_parser = filled)]
    tested_control: Option<String>,
    /// What and where it is, in words [default: the file's name]
    #[arg(long, value_parser = filled)]
    reference: Option<String>,
    /// What was brought about while the log was taken, by the name of an option, such as `revoke`: that it
    /// is not in the log is then proof; may be repeated
    #[arg(long, value_name = "EVENT")]
    planted: Vec<String>,
    #[command(flatten)]
    aids: Aids,
}

/// Runs `evidence add`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let are_pdfs =
        !args.artefacts.is_empty() && args.artefacts.iter().all(|path| artefact::is_pdf(path));
    let is_read = args.supports.is_empty() && args.kind.is_none();
    match args.document.is_some() || is_read && are_pdfs {
        true => documents(&args, surroundings),
        false => records(args, surroundings),
    }
}

/// A text that is not blank.
fn filled(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("nothing is written; write it as a reader would look for it".to_string()),
        text => Ok(text.to_string()),
    }
}

/// Refuses what only an evidence record can say.
fn refuse_record_options(args: &Args) -> Result<(), Failure> {
    let given = [
        ("--sample", args.sample.is_some()),
        ("--exceptions", args.exceptions > 0),
        ("--qualified", args.qualified),
        ("--directness", args.directness.is_some()),
        ("--tested-control", args.tested_control.is_some()),
        ("--period-from", args.period_from.is_some()),
    ];
    match given.iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => Err(usage(
            format!("`{option}` says something about an evidence record, not about a document"),
            "add `--supports QUESTION` and `--kind`, or leave it out and confirm what is read",
        )),
        None => Ok(()),
    }
}

/// Records assurance documents with what their text proposes.
fn documents(args: &Args, surroundings: Surroundings) -> Result<(), Failure> {
    if args.artefacts.is_empty() {
        let help = "name its file, or record it in the interview: `idp-assay assess FILE`, `:d`";
        return Err(usage("the document has no file".to_string(), help));
    }
    refuse_record_options(args)?;
    let today = surroundings.as_of.unwrap_or_else(|| surroundings.today());
    let (mut draft, opened) = store::Draft::open(&args.file)?;
    let (pack, mut assessment) = (opened.pack, opened.assessment);
    let folder = store::folder(draft.path()).to_path_buf();
    let wanted = Wanted {
        kind: args.document,
        reference: args.reference.as_deref(),
        until: today.max(assessment.as_of),
    };
    let before = assessment.documents.len();
    for path in &args.artefacts {
        let file = store::recorded(path, &folder)?;
        if let Some(why) = document::record(&pack, &mut assessment, (path, file), &wanted)? {
            surroundings.say(&why);
        }
    }
    assessment.as_of = assessment.as_of.max(today);
    draft.save(&assessment)?;
    for document in &assessment.documents[before..] {
        let entry = pack.documents.kind(document.kind);
        surroundings.say(&format!(
            "recorded as {}: {}, {} fields read; compare them with the document and confirm: \
             idp-assay evidence confirm {} {}",
            document.id,
            entry.map_or(document.kind.name(), |entry| entry.title.as_str()),
            document.says.len(),
            args.file.display(),
            document.id
        ));
    }
    Ok(())
}

/// Records evidence: files that are read by what they say, others by the questions they support.
fn records(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let Some(origin) = args.from else {
        let help = "add `--from vendor` or `--from us`";
        return Err(usage(
            "it is not said who the evidence came from".to_string(),
            help,
        ));
    };
    let helpers = args.aids.read(surroundings)?;
    let (mut draft, opened) = store::Draft::open(&args.file)?;
    let (pack, mut assessment) = (opened.pack, opened.assessment);
    let told = Told {
        origin,
        supports: supports(&pack, &args.supports)?,
        planted: planted(&pack, &args.planted)?,
        helpers: &helpers,
    };
    let folder = store::folder(draft.path()).to_path_buf();
    assessment.as_of = assessment.as_of.max(surroundings.today());
    let paths: Vec<Option<&PathBuf>> = match args.artefacts.as_slice() {
        [] => vec![None],
        paths => paths.iter().map(Some).collect(),
    };
    let before = assessment.evidence.len();
    let mut lists = Lists::none(&folder, &helpers);
    for record in &assessment.evidence {
        lists.take(record, None);
    }
    let mut copies = vec![];
    for path in paths {
        let at = (&assessment, draft.path());
        let (record, copy) = record(&args, &told, at, path, surroundings)?;
        refuse_contradictions(&record, &pack)?;
        let joined = lists.join(&record, copy.as_ref());
        assessment.evidence.push(record);
        for (id, fact) in joined {
            assessment.learn(&id, fact);
        }
        copies.extend(copy);
    }
    // Only now that every file is accepted: none is copied for nothing.
    copies.iter().try_for_each(Copy::write)?;
    draft.save(&assessment)?;
    let compared = score_assessment(&pack, &assessment).compared;
    for record in &assessment.evidence[before..] {
        surroundings.say(&recorded(record, &compared));
    }
    Ok(())
}

/// A command that cannot work, and what does.
pub(super) fn usage(message: String, help: &str) -> Failure {
    Failure::Usage {
        message,
        help: help.to_string(),
    }
}

/// What is told of all files at once.
struct Told<'a> {
    origin: Origin,
    supports: Supports,
    planted: Vec<String>,
    helpers: &'a Helpers,
}

/// A record of a file with its copy, or of none.
fn record(
    args: &Args,
    told: &Told,
    (assessment, home): (&Assessment, &Path),
    path: Option<&PathBuf>,
    surroundings: Surroundings,
) -> Result<(EvidenceRecord, Option<Copy>), Failure> {
    let is_known = told.supports != Supports::Questions(vec![]);
    let read = match path {
        Some(path) if !artefact::is_pdf(path) && !is_statement(args) => {
            match artefact::read(path, surroundings.as_of, told.helpers) {
                Ok(read) => Some(read),
                // Who names columns wants the table read.
                Err(failure) if is_known && !told.helpers.name_columns() => {
                    let why = failure.summary();
                    let why = why.lines().next().unwrap_or_default();
                    surroundings.say(&format!("recorded unread: {why}"));
                    None
                }
                Err(failure) => return Err(failure),
            }
        }
        _ => None,
    };
    if read.is_none() && !is_known {
        let help = "add `--supports QUESTION`, such as `--supports Q.rev.01`";
        return Err(usage("the evidence supports no question".to_string(), help));
    }
    let folder = store::folder(home);
    let file = path.map(|path| store::recorded(path, folder)).transpose()?;
    if let Some(file) = file.as_ref().filter(|_| read.is_some()) {
        refuse_twice(assessment, told.origin, file)?;
    }
    let date = date(read.as_ref(), assessment, surroundings)?;
    let (reading, copy) = match read {
        Some(Artefact { reading, copy }) => (Some(reading), copy),
        None => (None, None),
    };
    let ending = path.and_then(|path| path.extension()).unwrap_or_default();
    let copy = copy.map(|text| store::copy(home, text, ending));
    let reference = args.reference.clone().or_else(|| {
        let path = Path::new(&file.as_ref()?.path);
        Some(path.file_name()?.to_string_lossy().into_owned())
    });
    let Some(reference) = reference else {
        let help = "add `--reference TEXT`, or name a file";
        return Err(usage(
            "the evidence has neither file nor reference".to_string(),
            help,
        ));
    };
    let record = EvidenceRecord {
        id: assessment.next_evidence_id(),
        kind: args.kind.unwrap_or(match told.origin {
            Origin::Vendor => EvidenceKind::ConfigExport,
            Origin::Us => EvidenceKind::Verified,
        }),
        origin: told.origin,
        date,
        period: args
            .period_from
            .zip(args.period_to)
            .map(|(from, to)| Period { from, to }),
        sample: args.sample,
        exceptions: args.exceptions,
        qualified: args.qualified,
        directness: args.directness,
        tested_control: args.tested_control.clone(),
        reference,
        file,
        copy: copy.as_ref().map(|copy| copy.file.clone()),
        read: reading,
        planted: told.planted.clone(),
        supports: told.supports.clone(),
    };
    Ok((record, copy))
}

/// Whether the file is recorded as something that is not read into facts.
fn is_statement(args: &Args) -> bool {
    let shown = [EvidenceKind::ConfigExport, EvidenceKind::Verified];
    args.kind.is_some_and(|kind| !shown.contains(&kind))
}

/// The day a record speaks about: that of its file, else the day given.
fn date(
    read: Option<&Artefact>,
    assessment: &Assessment,
    surroundings: Surroundings,
) -> Result<NaiveDate, Failure> {
    let (date, help) = match (read.map(|read| read.reading.as_of), surroundings.as_of) {
        (Some(as_of), _) => (
            as_of.at.date_naive(),
            match as_of.by {
                AsOfSource::Artefact => "the file says so itself; check the clock that made it",
                AsOfSource::Analyst | AsOfSource::Assumed => {
                    "evidence speaks about a day that has been; check `--as-of`"
                }
            },
        ),
        (None, Some(date)) => (
            date,
            "evidence speaks about a day that has been; check `--as-of`",
        ),
        (None, None) => {
            return Err(Failure::Usage {
                message: "the day the evidence speaks about is not given".to_string(),
                help: "add `--as-of DATE`: the day of the export, test or last audit, or the report's date"
                    .to_string(),
            });
        }
    };
    match date > assessment.as_of {
        true => Err(usage(format!("`{date}` lies in the future"), help)),
        false => Ok(date),
    }
}

/// A file that is read counts once; what the vendor gave and we took ourselves are two.
fn refuse_twice(
    assessment: &Assessment,
    origin: Origin,
    file: &EvidenceFile,
) -> Result<(), Failure> {
    match assessment.record_read(origin, &file.sha256) {
        Some(record) => Err(usage(
            format!("the file is recorded already, as {}", record.id),
            "a second record of the same file would prove nothing more; to say what was planted, add \
             `planted: [revoke]` to the record in the file",
        )),
        None => Ok(()),
    }
}

fn refuse_contradictions(record: &EvidenceRecord, pack: &Pack) -> Result<(), Failure> {
    let found = record.contradictions(
        Words::of(Language::English),
        pack.model.evidence.default_sample,
    );
    match found.into_iter().next() {
        Some(first) => Err(usage(first.message, &first.help)),
        None => Ok(()),
    }
}
