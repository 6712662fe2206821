//! `report`: writes the assessment report, in the format of each file's ending.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::language::LanguageArg;
use super::{Failure, Surroundings, score, store};
use crate::assessment::{Assessment, writer};
use crate::pack::Pack;
use crate::pack::language::Language;
use crate::render::markdown::Templates;
use crate::render::{Metadata, document, github, html, json, oscal, pdf, xlsx};
use crate::report::{Audience, Frame, Report};
use crate::score::score_assessment;

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The assessment file
    file: PathBuf,
    /// The file to write; may be repeated. The format follows its ending: pdf, html, md, json, xlsx,
    /// oscal-ar.json (assessment results), oscal-poam.json (plan of action and milestones)
    #[arg(short, long, required = true, value_name = "PATH")]
    output: Vec<PathBuf>,
    /// The format, whatever the ending
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// What it speaks [default: what the file says]
    #[arg(long, value_enum)]
    language: Option<LanguageArg>,
    /// Who reads it
    #[arg(long, value_enum, default_value = "architect")]
    audience: AudienceArg,
    /// A folder of your own templates; each takes the place of the built-in one with its path
    #[arg(long, value_name = "DIR")]
    template: Option<PathBuf>,
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
    /// The working file: a workbook
    Xlsx,
    /// OSCAL assessment results
    OscalAr,
    /// OSCAL plan of action and milestones
    OscalPoam,
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

/// Runs `report`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let formats: Vec<(&Path, Format)> = args
        .output
        .iter()
        .map(|path| Ok((path.as_path(), format(path, args.format)?)))
        .collect::<Result<_, Failure>>()?;
    let opened = store::read(&args.file, surroundings.as_of)?;
    let store::Opened { pack, assessment } = opened.in_language(args.language.map(Language::from));
    let templates = templates(args.template.as_deref(), surroundings)?;
    let edition = Edition::new(&pack, &assessment, args.audience, &templates)?;
    if let Some(warnings) = templates.misdrawn(&edition.markdown) {
        surroundings.say(&warnings.show(surroundings.style));
    }
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
        "json" if has_ending(path, "oscal-ar.json") => Some(Format::OscalAr),
        "json" if has_ending(path, "oscal-poam.json") => Some(Format::OscalPoam),
        "pdf" => Some(Format::Pdf),
        "html" | "htm" => Some(Format::Html),
        "md" | "markdown" => Some(Format::Md),
        "json" => Some(Format::Json),
        "xlsx" => Some(Format::Xlsx),
        _ => None,
    };
    asked.or(of_ending).ok_or_else(|| Failure::Usage {
        message: format!("no format is known for `{}`", path.display()),
        help:
            "end the file in .pdf, .html, .md, .json, .xlsx, .oscal-ar.json or .oscal-poam.json, \
               or give `--format`"
                .to_string(),
    })
}

/// Whether a file's name ends so, whatever its case.
fn has_ending(path: &Path, ending: &str) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.to_ascii_lowercase().ends_with(ending))
}

/// The built-in templates, with those of `folder` in their place.
fn templates(folder: Option<&Path>, surroundings: Surroundings) -> Result<Templates, Failure> {
    let Some(folder) = folder else {
        return Ok(Templates::built_in());
    };
    let templates = Templates::with(store::read_templates(folder)?)?;
    if let Some(warnings) = templates.unused() {
        surroundings.say(&warnings.show(surroundings.style));
    }
    Ok(templates)
}

/// One report, ready to be written in any format.
struct Edition<'a> {
    pack: &'a Pack,
    assessment: &'a Assessment,
    frame: Frame,
    report: Report,
    markdown: String,
    metadata: Metadata,
}

impl<'a> Edition<'a> {
    fn new(
        pack: &'a Pack,
        assessment: &'a Assessment,
        audience: AudienceArg,
        templates: &Templates,
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
        let markdown = templates.write(&report)?;
        Ok(Self {
            pack,
            assessment,
            metadata: metadata(assessment, &report),
            frame,
            report,
            markdown,
        })
    }

    fn bytes(&self, format: Format) -> Result<Vec<u8>, Failure> {
        let parsed = || document::parse(&self.markdown);
        Ok(match format {
            Format::Md => github::write(&parsed()).into_bytes(),
            Format::Json => json::report(self.pack, self.assessment, &self.report).into_bytes(),
            Format::Xlsx => xlsx::report(self.pack, self.assessment, &self.report)
                .map_err(|error| Failure::machine("cannot write the workbook", &error))?,
            Format::OscalAr => {
                oscal::assessment_results(self.pack, self.assessment, &self.frame).into_bytes()
            }
            Format::OscalPoam => {
                oscal::plan_of_action(self.pack, self.assessment, &self.frame).into_bytes()
            }
            Format::Html => html::write(&parsed(), &self.metadata).into_bytes(),
            Format::Pdf => pdf::write(&parsed(), &self.metadata)
                .map_err(|error| Failure::machine("cannot lay out the report", &error))?,
        })
    }
}

fn metadata(assessment: &Assessment, report: &Report) -> Metadata {
    let subject = &report.subject;
    Metadata {
        title: format!(
            "Identity provider assessment: {} {}",
            subject.vendor, subject.product
        ),
        author: subject.assessor.clone(),
        subject: "Residual identity risk and framework recommendation".to_string(),
        language: report.language,
        date: assessment.as_of,
        footer: format!(
            "{} · {} · as of {} · {} {}",
            subject.vendor, subject.product, subject.as_of, subject.model, subject.fingerprint
        ),
        mark: None,
    }
}
