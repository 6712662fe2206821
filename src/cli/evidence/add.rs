//! `evidence add`: one record for each artefact, or one without a file. A PDF without questions it
//! supports is read as an assurance document.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::document::{self, Wanted};
use crate::assessment::Assessment;
use crate::assessment::answer::Period;
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord, Origin, Supports};
use crate::cli::named::named;
use crate::cli::{Failure, Surroundings, store};
use crate::pack::Pack;
use crate::pack::document::DocumentKind;
use crate::pack::id::QuestionId;
use crate::pack::model::{EvidenceKind, Relevance};
use crate::source::nearest;

/// Arguments of `evidence add`; the day it speaks about is the global `--as-of`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    /// The assessment file
    file: PathBuf,
    /// Files to record; their path and SHA-256 are kept, nothing is copied
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
    /// A question it supports, or `all` for a SOC 2 report or certificate; may be repeated. Without
    /// it a PDF is read as an assurance document
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
    #[arg(long)]
    tested_control: Option<String>,
    /// What and where it is, in words [default: the file's name]
    #[arg(long, value_parser = filled)]
    reference: Option<String>,
}

/// Runs `evidence add`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let are_pdfs = !args.artefacts.is_empty() && args.artefacts.iter().all(|path| is_pdf(path));
    let is_read = args.supports.is_empty() && args.kind.is_none();
    match args.document.is_some() || is_read && are_pdfs {
        true => documents(&args, surroundings),
        false => records(args, surroundings),
    }
}

/// A text that is not blank.
fn filled(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("there is no reference; write what it is and where it lies".to_string()),
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

fn is_pdf(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ending.eq_ignore_ascii_case("pdf")
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
        let file = file(path, &folder)?;
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

/// Records evidence and the questions it supports.
fn records(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let Some(origin) = args.from else {
        let help = "add `--from vendor` or `--from us`";
        return Err(usage(
            "it is not said who the evidence came from".to_string(),
            help,
        ));
    };
    if args.supports.is_empty() {
        let help = "add `--supports QUESTION`, such as `--supports Q.rev.01`";
        return Err(usage("the evidence supports no question".to_string(), help));
    }
    let Some(date) = surroundings.as_of else {
        return Err(Failure::Usage {
            message: "the day the evidence speaks about is not given".to_string(),
            help: "add `--as-of DATE`: the day of the export, test or last audit, or the report's date"
                .to_string(),
        });
    };
    let (mut draft, opened) = store::Draft::open(&args.file)?;
    let (pack, mut assessment) = (opened.pack, opened.assessment);
    let supports = supports(&pack, &args.supports)?;
    let folder = store::folder(draft.path()).to_path_buf();
    assessment.as_of = assessment.as_of.max(surroundings.today());
    if date > assessment.as_of {
        return Err(usage(
            format!("`{date}` lies in the future"),
            "evidence speaks about a day that has been",
        ));
    }
    let files: Vec<Option<&PathBuf>> = match args.artefacts.as_slice() {
        [] => vec![None],
        paths => paths.iter().map(Some).collect(),
    };
    let before = assessment.evidence.len();
    for path in files {
        let file = path.map(|path| file(path, &folder)).transpose()?;
        let record = record(&args, origin, &assessment, date, file, supports.clone())?;
        refuse_contradictions(&record, &pack)?;
        assessment.evidence.push(record);
    }
    draft.save(&assessment)?;
    for record in &assessment.evidence[before..] {
        surroundings.say(&format!("recorded as {}", record.id));
    }
    Ok(())
}

fn usage(message: String, help: &str) -> Failure {
    Failure::Usage {
        message,
        help: help.to_string(),
    }
}

fn supports(pack: &Pack, names: &[String]) -> Result<Supports, Failure> {
    if names == ["all"] {
        return Ok(Supports::All);
    }
    let find = |name: &String| {
        let id = QuestionId::new(name.as_str());
        if pack.question(&id).is_some() {
            return Ok(id);
        }
        let known = pack.questions().map(|question| question.id.as_str());
        let help = match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`idp-assay questions` prints every question".to_string(),
        };
        Err(usage(format!("unknown question `{name}`"), &help))
    };
    names
        .iter()
        .map(find)
        .collect::<Result<_, _>>()
        .map(Supports::Questions)
}

fn file(path: &Path, folder: &Path) -> Result<EvidenceFile, Failure> {
    Ok(EvidenceFile {
        path: store::relative(path, folder),
        sha256: store::digest(path)?,
    })
}

fn record(
    args: &Args,
    origin: Origin,
    assessment: &Assessment,
    date: NaiveDate,
    file: Option<EvidenceFile>,
    supports: Supports,
) -> Result<EvidenceRecord, Failure> {
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
    Ok(EvidenceRecord {
        id: assessment.next_evidence_id(),
        kind: args.kind.unwrap_or(match origin {
            Origin::Vendor => EvidenceKind::ConfigExport,
            Origin::Us => EvidenceKind::Verified,
        }),
        origin,
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
        supports,
    })
}

fn refuse_contradictions(record: &EvidenceRecord, pack: &Pack) -> Result<(), Failure> {
    let found = record.contradictions(pack.model.evidence.default_sample);
    match found.first() {
        Some(first) => Err(usage(first.message.clone(), first.help)),
        None => Ok(()),
    }
}
