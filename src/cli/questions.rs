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
use crate::words::{Words, say};

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
    let words = Words::of(pack.language);
    let mut out = format!("# {}\n\n", pack.title);
    for section in &pack.sections {
        let _ = write!(out, "## {}\n\n{}\n\n", section.title, section.intro);
        for question in section
            .questions
            .iter()
            .filter(|question| question.depth <= depth)
        {
            entry(words, &mut out, question);
        }
    }
    out
}

fn entry(words: &Words, out: &mut String, question: &Question) {
    let role = match &question.role {
        Role::Scored(scored) if scored.gating => {
            say!(words, "feeds-and-gates", control = scored.control.as_str())
        }
        Role::Scored(scored) => say!(words, "feeds", control = scored.control.as_str()),
        Role::Context(_) => say!(words, "feeds-inherent-risk"),
        Role::Criterion(_) => say!(words, "feeds-recommendation"),
        Role::Record => say!(words, "feeds-nothing"),
    };
    let _ = write!(out, "### {}\n\n{}\n\n", question.id, question.text);
    for (name, text) in [
        (say!(words, "label-why"), &question.why),
        (say!(words, "label-good"), &question.good),
        (say!(words, "label-find"), &question.find),
        (say!(words, "label-evidence"), &question.attach),
    ] {
        let _ = writeln!(out, "- **{name}:** {text}");
    }
    let _ = writeln!(out, "- **{}:** {role}", say!(words, "label-score"));
    let (name, form) = (say!(words, "label-answer"), form(words, &question.form));
    let _ = write!(out, "- **{name}:** {form}\n\n");
}

/// What an answer looks like, in one line.
fn form(words: &Words, form: &Form) -> String {
    match form {
        Form::Single(kind) => self::kind(words, kind),
        Form::Parts(parts) => {
            let parts = parts
                .iter()
                .map(|part| format!("`{}`: {}", part.id, kind(words, &part.kind)));
            parts.collect::<Vec<_>>().join("; ")
        }
    }
}

fn kind(words: &Words, kind: &AnswerKind) -> String {
    let ids = |options: &[Choice]| {
        let ids = options.iter().map(|option| format!("`{}`", option.id));
        ids.collect::<Vec<_>>().join(", ")
    };
    match kind {
        AnswerKind::Choice(options) => say!(words, "typed-one-of", options = ids(options)),
        AnswerKind::Several(options) => say!(words, "typed-any-of", options = ids(options)),
        AnswerKind::YesNo(_) => say!(words, "wanted-yes-no"),
        AnswerKind::Duration(_) => say!(words, "typed-length"),
        AnswerKind::Count(_) => say!(words, "wanted-count"),
        AnswerKind::Percent(_) => say!(words, "wanted-percent"),
        AnswerKind::Date => say!(words, "typed-date"),
        AnswerKind::Period => {
            say!(
                words,
                "typed-period",
                form = "`{from: 2025-01-01, to: 2025-12-31}`"
            )
        }
        AnswerKind::List => say!(words, "wanted-list"),
        AnswerKind::Text => say!(words, "wanted-text"),
    }
}

/// A file that `assess --answers` takes as it is: every value empty, every question explained, each
/// text on one line.
fn answers(pack: &Pack, depth: Depth) -> String {
    let words = Words::of(pack.language);
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
            template(words, &mut out, question);
        }
    }
    out
}

fn template(words: &Words, out: &mut String, question: &Question) {
    let _ = write!(out, "\n  # {}\n", visible(&question.text));
    if question.when.is_some() {
        out.push_str("  # (asked only where an earlier answer calls for it)\n");
    }
    match &question.form {
        Form::Single(single) => {
            options(out, "  ", single);
            let _ = write!(
                out,
                "  {}:\n    value: # {}\n",
                question.id,
                kind(words, single)
            );
        }
        Form::Parts(parts) => {
            let _ = write!(out, "  {}:\n    value:\n", question.id);
            for part in parts {
                let _ = writeln!(out, "      # {}", visible(&part.text));
                options(out, "      ", &part.kind);
                let _ = writeln!(out, "      {}: # {}", part.id, kind(words, &part.kind));
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
