//! `report`: writes the assessment report, in the format of each file's ending.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::{Failure, Surroundings, score, store};
use crate::assessment::{Assessment, writer};
use crate::pack::Pack;
use crate::render::logo::{self, Logo};
use crate::render::pdf::Paper;
use crate::render::{Letterhead, Metadata, document, html, json, markdown, pdf};
use crate::report::{Audience, Frame, Report};
use crate::score::score_assessment;

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The assessment file
    file: PathBuf,
    /// The file to write; may be repeated. The format follows its ending: pdf, html, md, json
    #[arg(short, long, required = true, value_name = "PATH")]
    output: Vec<PathBuf>,
    /// The format, whatever the ending
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Who reads it
    #[arg(long, value_enum, default_value = "architect")]
    audience: AudienceArg,
    /// The paper of a PDF
    #[arg(long, value_enum, default_value = "a4")]
    paper: PaperArg,
    /// Who reports: the name at the head of the report
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    /// The logo beside the name: a PNG or JPEG file
    #[arg(long, value_name = "FILE", requires = "organisation")]
    logo: Option<PathBuf>,
    /// Exit with 10 when the result is worse than this band or verdict
    #[arg(long, value_name = "BAND|VERDICT", value_parser = score::limits())]
    fail_on: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Pdf,
    Html,
    Md,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AudienceArg {
    /// Page one to the drivers
    Committee,
    /// All numbers
    Architect,
    /// The open work
    Analyst,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PaperArg {
    /// 210 × 297 mm
    A4,
    /// US Letter, 8.5 × 11 inches
    Letter,
}

/// Runs `report`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let formats: Vec<(&Path, Format)> = args
        .output
        .iter()
        .map(|path| Ok((path.as_path(), format(path, args.format)?)))
        .collect::<Result<_, Failure>>()?;
    let letterhead = letterhead(args.organisation, args.logo.as_deref())?;
    let store::Opened { pack, assessment } = store::read(&args.file, surroundings.as_of)?;
    let edition = Edition {
        paper: match args.paper {
            PaperArg::A4 => Paper::A4,
            PaperArg::Letter => Paper::Letter,
        },
        ..Edition::new(&pack, &assessment, args.audience, letterhead)?
    };
    for (path, format) in formats {
        store::write_result(path, &edition.bytes(format)?)?;
        surroundings.say(&format!("wrote `{}`", path.display()));
    }
    if args.fail_on.is_some() {
        let scored = score_assessment(&pack, &assessment);
        score::fail_on(args.fail_on.as_deref(), &scored.score)?;
    }
    Ok(())
}

/// The format asked for, or that of the file's ending.
fn format(path: &Path, asked: Option<Format>) -> Result<Format, Failure> {
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or("");
    let of_ending = match ending.to_ascii_lowercase().as_str() {
        "pdf" => Some(Format::Pdf),
        "html" | "htm" => Some(Format::Html),
        "md" | "markdown" => Some(Format::Md),
        "json" => Some(Format::Json),
        _ => None,
    };
    asked.or(of_ending).ok_or_else(|| Failure::Usage {
        message: format!("no format is known for `{}`", path.display()),
        help: "end the file in .pdf, .html, .md or .json, or give `--format`".to_string(),
    })
}

/// Who reports, with the logo read and checked.
fn letterhead(name: Option<String>, logo: Option<&Path>) -> Result<Option<Letterhead>, Failure> {
    let Some(organisation) = name else {
        return Ok(None);
    };
    if organisation.trim().is_empty() {
        return Err(Failure::Usage {
            message: "the name of the organisation is empty".to_owned(),
            help: "name it, or leave `--organisation` out".to_owned(),
        });
    }
    let logo = logo.map(read_logo).transpose()?;
    Ok(Some(Letterhead { organisation, logo }))
}

fn read_logo(path: &Path) -> Result<Logo, Failure> {
    let file = store::read_bytes(path, logo::MOST_BYTES)?;
    Logo::read(file).map_err(|error| Failure::Usage {
        message: format!("`{}` cannot be the logo: {error}", path.display()),
        help: error.help().to_owned(),
    })
}

/// One report, ready to be written in any format.
struct Edition<'a> {
    paper: Paper,
    pack: &'a Pack,
    assessment: &'a Assessment,
    report: Report,
    markdown: String,
    metadata: Metadata,
}

impl<'a> Edition<'a> {
    fn new(
        pack: &'a Pack,
        assessment: &'a Assessment,
        audience: AudienceArg,
        letterhead: Option<Letterhead>,
    ) -> Result<Self, Failure> {
        let audience = match audience {
            AudienceArg::Committee => Audience::Committee,
            AudienceArg::Architect => Audience::Architect,
            AudienceArg::Analyst => Audience::Analyst,
        };
        let digest = store::digest_of(writer::write(assessment).as_bytes());
        let frame = Frame {
            digest: Some(digest),
            ..Frame::unsigned(audience)
        };
        let report = Report::new(pack, assessment, &frame);
        let markdown = markdown::write(&report)
            .map_err(|error| Failure::machine("cannot render the report", &error))?;
        Ok(Self {
            paper: Paper::default(),
            pack,
            assessment,
            metadata: metadata(assessment, &report, letterhead),
            report,
            markdown,
        })
    }

    fn bytes(&self, format: Format) -> Result<Vec<u8>, Failure> {
        let parsed = || document::parse(&self.markdown);
        Ok(match format {
            Format::Md => self.markdown.clone().into_bytes(),
            Format::Json => json::report(self.pack, self.assessment, &self.report).into_bytes(),
            Format::Html => html::write(&parsed(), &self.metadata).into_bytes(),
            Format::Pdf => pdf::write(&parsed(), &self.metadata, self.paper)
                .map_err(|error| Failure::machine("cannot lay out the report", &error))?,
        })
    }
}

/// How much of the digest stands on every page; the whole of it stands on page one.
const SHORT_DIGEST: usize = 16;

fn metadata(assessment: &Assessment, report: &Report, letterhead: Option<Letterhead>) -> Metadata {
    let subject = &report.subject;
    let digest = subject.digest.as_deref().unwrap_or_default();
    let digest = digest.get(..SHORT_DIGEST).unwrap_or(digest);
    Metadata {
        title: format!(
            "Identity provider assessment: {} {}",
            subject.vendor, subject.product
        ),
        author: subject.assessor.clone(),
        subject: "Residual identity risk and framework recommendation".to_string(),
        language: "en",
        date: assessment.as_of,
        footer: format!("{} · {}", subject.vendor, subject.product),
        stamp: format!("{} · digest {digest}", subject.as_of),
        mark: report
            .summary
            .mark
            .as_ref()
            .map(|mark| mark.word.to_owned()),
        letterhead,
    }
}
