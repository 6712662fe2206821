//! `report`: writes the assessment report, in the format of each file's ending.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::language::LanguageArg;
use super::{Failure, Surroundings, score, store};
use crate::assessment::{Assessment, writer};
use crate::pack::Pack;
use crate::pack::language::Language;
use crate::render::logo::{self, Logo};
use crate::render::markdown::Templates;
use crate::render::pdf::Paper;
use crate::render::{Letterhead, Metadata, document, github, html, json, oscal, pdf, xlsx};
use crate::report::{Audience, Frame, Report, Subject};
use crate::score::score_assessment;
use crate::words::{Words, say};

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
    let opened = store::read(&args.file, surroundings.as_of)?;
    // An exchange format speaks one language: as the pack was written.
    let original = opened.pack.clone();
    let store::Opened { pack, assessment } = opened.in_language(args.language.map(Language::from));
    let templates = templates(args.template.as_deref(), surroundings)?;
    let edition = Edition {
        paper: match args.paper {
            PaperArg::A4 => Paper::A4,
            PaperArg::Letter => Paper::Letter,
        },
        original: &original,
        ..Edition::new(&pack, &assessment, args.audience, &templates, letterhead)?
    };
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
    /// The pack as it was written.
    original: &'a Pack,
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
        let markdown = templates.write(&report)?;
        Ok(Self {
            paper: Paper::default(),
            pack,
            original: pack,
            assessment,
            frame,
            metadata: metadata(assessment, &report, letterhead),
            report,
            markdown,
        })
    }

    fn bytes(&self, format: Format) -> Result<Vec<u8>, Failure> {
        let parsed = || document::parse(&self.markdown);
        Ok(match format {
            Format::Md => github::write(&parsed(), Words::of(self.pack.language)).into_bytes(),
            Format::Json => json::report(self.pack, self.assessment, &self.report).into_bytes(),
            Format::Xlsx => xlsx::report(self.pack, self.assessment, &self.report)
                .map_err(|error| Failure::machine("cannot write the workbook", &error))?,
            Format::OscalAr => {
                oscal::assessment_results(self.original, self.assessment, &self.frame).into_bytes()
            }
            Format::OscalPoam => {
                oscal::plan_of_action(self.original, self.assessment, &self.frame).into_bytes()
            }
            Format::Html => html::write(&parsed(), &self.metadata).into_bytes(),
            Format::Pdf => pdf::write(&parsed(), &self.metadata, self.paper)
                .map_err(|error| Failure::machine("cannot lay out the report", &error))?,
        })
    }
}

/// How much of the digest stands on every page; the whole of it stands on page one.
const SHORT_DIGEST: usize = 16;

/// Vendor and product; many a product bears the name of its vendor already.
fn service(subject: &Subject) -> String {
    let (vendor, product) = (&subject.vendor, &subject.product);
    let [brand, name] = [vendor, product].map(|text| text.to_lowercase());
    match name.starts_with(&brand) {
        true => product.clone(),
        false => format!("{vendor} {product}"),
    }
}

fn metadata(assessment: &Assessment, report: &Report, letterhead: Option<Letterhead>) -> Metadata {
    let words = Words::of(Language::of_tag(report.language));
    let subject = &report.subject;
    let digest = subject.digest.as_deref().unwrap_or_default();
    let digest = digest.get(..SHORT_DIGEST).unwrap_or(digest);
    Metadata {
        title: say!(words, "file-title", service = service(subject)),
        author: subject.assessor.clone(),
        subject: say!(words, "file-subject"),
        language: report.language,
        date: assessment.as_of,
        footer: format!("{} · {}", subject.vendor, subject.product),
        stamp: say!(words, "file-stamp", day = &subject.as_of, digest),
        mark: report
            .summary
            .mark
            .as_ref()
            .map(|mark| mark.word.to_owned()),
        letterhead,
    }
}
