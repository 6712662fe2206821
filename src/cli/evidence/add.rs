//! `evidence add`: one record for each artefact, or one without a file.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::assessment::Assessment;
use crate::assessment::answer::Period;
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord, Origin, Supports};
use crate::cli::named::named;
use crate::cli::{Failure, Surroundings, store};
use crate::pack::Pack;
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
    /// Who it came from
    #[arg(long, value_parser = named(Origin::NAMES))]
    from: Origin,
    /// Rung of the evidence ladder [default: config_export from the vendor, verified from us]
    #[arg(long, value_parser = named(EvidenceKind::NAMES))]
    kind: Option<EvidenceKind>,
    /// A question it supports, or `all` for a SOC 2 report or certificate; may be repeated
    #[arg(long, required = true, value_name = "QUESTION")]
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
    #[arg(long)]
    reference: Option<String>,
}

/// Runs `evidence add`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
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
        let record = record(&args, &assessment, date, file, supports.clone())?;
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
    assessment: &Assessment,
    date: NaiveDate,
    file: Option<EvidenceFile>,
    supports: Supports,
) -> Result<EvidenceRecord, Failure> {
    let origin = args.from;
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
