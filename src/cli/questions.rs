//! `questions`: prints the questionnaire, to be read or to be filled in.

mod documents;
mod texts;

use std::fmt::Write;
use std::path::PathBuf;

use clap::ValueEnum;

use super::depth::DepthArg;
use super::language::LanguageArg;
use super::visible::visible;
use super::{Failure, print, store};
use crate::built_in;
use crate::pack::Pack;
use crate::pack::answer::{AnswerKind, Choice, Form};
use crate::pack::question::{Depth, Question, Role};
use crate::render::xlsx;

/// Arguments of `questions`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A pack instead of the built-in one, or an extension of it
    #[arg(long, value_name = "PATH")]
    pack: Option<PathBuf>,
    /// How it is printed
    #[arg(long, value_enum, default_value = "md")]
    format: Format,
    /// Only the questions asked at this depth [default: standard for answers, else full]
    #[arg(long, value_enum)]
    depth: Option<DepthArg>,
    /// The language of the questions
    #[arg(long, value_enum, default_value = "en")]
    language: LanguageArg,
    /// The file to write instead of stdout; needed for xlsx
    #[arg(short, long, value_name = "PATH", required_if_eq("format", "xlsx"))]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Markdown, to be read
    Md,
    /// A workbook, to be sent
    Xlsx,
    /// A template for `assess --answers`
    Answers,
    /// A template of assurance documents for `assess --answers`
    Documents,
    /// All texts by name, to be translated
    Texts,
}

/// Runs `questions`.
pub(super) fn run(args: Args) -> Result<(), Failure> {
    let pack = match &args.pack {
        Some(path) => store::load_pack_at(path, None)?,
        None => built_in::pack(),
    };
    let pack = pack.in_language(args.language.into());
    let depth = match (args.depth, args.format) {
        (Some(depth), _) => depth.into(),
        (None, Format::Answers) => Depth::Standard,
        (None, Format::Md | Format::Xlsx | Format::Documents | Format::Texts) => Depth::Full,
    };
    let bytes = match args.format {
        Format::Md => shown(&markdown(&pack, depth)).into_bytes(),
        Format::Answers => answers(&pack, depth).into_bytes(),
        Format::Documents => documents::template(&pack).into_bytes(),
        Format::Texts => texts::sheet(&pack).into_bytes(),
        Format::Xlsx => xlsx::questionnaire(&pack, depth)
            .map_err(|error| Failure::machine("cannot write the workbook", &error))?,
    };
    match &args.output {
        Some(path) => store::write_result(path, &bytes),
        None => print(&String::from_utf8_lossy(&bytes)),
    }
}

/// Line by line without what steers a terminal, which another pack may hold.
fn shown(text: &str) -> String {
    text.lines().map(|line| visible(line) + "\n").collect()
}

fn markdown(pack: &Pack, depth: Depth) -> String {
    let mut out = format!("# {}\n\n", pack.title);
    for section in &pack.sections {
        let _ = write!(out, "## {}\n\n{}\n\n", section.title, section.intro);
        for question in section
            .questions
            .iter()
            .filter(|question| question.depth <= depth)
        {
            entry(&mut out, question);
        }
    }
    out
}

fn entry(out: &mut String, question: &Question) {
    let role = match &question.role {
        Role::Scored(scored) if scored.gating => format!("feeds and gates {}", scored.control),
        Role::Scored(scored) => format!("feeds {}", scored.control),
        Role::Context(_) => "feeds the inherent risk".to_string(),
        Role::Criterion(_) => "feeds the framework recommendation".to_string(),
        Role::Record => "kept and shown".to_string(),
    };
    let _ = write!(out, "### {}\n\n{}\n\n", question.id, question.text);
    for (name, text) in [
        ("Why", &question.why),
        ("Good", &question.good),
        ("Where to find it", &question.find),
        ("Evidence", &question.attach),
    ] {
        let _ = writeln!(out, "- **{name}:** {text}");
    }
    let _ = writeln!(out, "- **Score:** {role}");
    let _ = write!(out, "- **Answer:** {}\n\n", form(&question.form));
}

/// What an answer looks like, in one line.
fn form(form: &Form) -> String {
    match form {
        Form::Single(kind) => self::kind(kind),
        Form::Parts(parts) => {
            let parts = parts
                .iter()
                .map(|part| format!("`{}`: {}", part.id, kind(&part.kind)));
            parts.collect::<Vec<_>>().join("; ")
        }
    }
}

fn kind(kind: &AnswerKind) -> String {
    let ids = |options: &[Choice]| {
        let ids = options.iter().map(|option| format!("`{}`", option.id));
        ids.collect::<Vec<_>>().join(", ")
    };
    match kind {
        AnswerKind::Choice(options) => format!("one of {}", ids(options)),
        AnswerKind::Several(options) => format!("any of {}", ids(options)),
        AnswerKind::YesNo(_) => "yes or no".to_string(),
        AnswerKind::Duration(_) => "a length of time, such as `15 min` or `never`".to_string(),
        AnswerKind::Count(_) => "a whole number".to_string(),
        AnswerKind::Percent(_) => "a percent, 0 to 100".to_string(),
        AnswerKind::Date => "a date, such as `2026-01-31`".to_string(),
        AnswerKind::Period => {
            "first and last day: `{from: 2025-01-01, to: 2025-12-31}`".to_string()
        }
        AnswerKind::List => "a list".to_string(),
        AnswerKind::Text => "text".to_string(),
    }
}

/// A file that `assess --answers` takes as it is: every value empty, every question explained, each
/// text on one line.
fn answers(pack: &Pack, depth: Depth) -> String {
    let mut out = format!(
        "# {}: answers for `idp-assay assess FILE --answers THIS-FILE`.\n\
         # Fill in `value`, or write `unknown: {{asked: who, on: 2026-01-31}}` or `na: {{reason: why}}`\n\
         # instead of it. What stays empty changes nothing.\n\
         format: 1\nanswers:\n",
        visible(&pack.title)
    );
    for section in &pack.sections {
        let _ = write!(out, "\n  # {}\n", visible(&section.title));
        for question in section
            .questions
            .iter()
            .filter(|question| question.depth <= depth)
        {
            template(&mut out, question);
        }
    }
    out
}

fn template(out: &mut String, question: &Question) {
    let _ = write!(out, "\n  # {}\n", visible(&question.text));
    if question.when.is_some() {
        out.push_str("  # (asked only where an earlier answer calls for it)\n");
    }
    match &question.form {
        Form::Single(single) => {
            options(out, "  ", single);
            let _ = write!(out, "  {}:\n    value: # {}\n", question.id, kind(single));
        }
        Form::Parts(parts) => {
            let _ = write!(out, "  {}:\n    value:\n", question.id);
            for part in parts {
                let _ = writeln!(out, "      # {}", visible(&part.text));
                options(out, "      ", &part.kind);
                let _ = writeln!(out, "      {}: # {}", part.id, kind(&part.kind));
            }
        }
    }
}

/// What each option means, so that the template can be filled in without the program at hand.
fn options(out: &mut String, indent: &str, kind: &AnswerKind) {
    if let AnswerKind::Choice(options) | AnswerKind::Several(options) = kind {
        for option in options {
            let _ = writeln!(out, "{indent}#   {}: {}", option.id, visible(&option.text));
        }
    }
}
