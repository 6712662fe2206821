//! `assess`: the interview, or answers from a file.
//!
//! The file is locked for the whole sitting and saved after every answer.

mod answers;
mod ask;
mod commands;
mod documents;
mod evidence;
mod help;
#[cfg(test)]
mod journeys;
mod parts;
mod screen;
mod session;
mod words;

pub(super) use self::documents::confirm_document;
#[cfg(test)]
pub(super) use self::journeys::empty;
pub(super) use self::session::Session;
use self::words::title;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::terminal::{Ask, Line, Manner, Prompter, Reply, Tone, open};
use super::{Failure, Surroundings, store};
use crate::assessment::Assessment;
use crate::assessment::value::Refusal;
use crate::checks::documents::settle::settled;
use crate::interview::{Author, Interview};
use crate::pack::Pack;
use crate::pack::id::SectionId;
use crate::report::print;
use crate::score::score_assessment;
use crate::words::{Words, say};

/// Arguments of `assess`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The assessment file
    file: PathBuf,
    /// Ask only this section
    #[arg(long, value_name = "SECTION")]
    section: Option<String>,
    /// Take the answers from a file, all of them or none; `-` is stdin
    #[arg(long, value_name = "ANSWERS", conflicts_with_all = ["section", "plain"])]
    answers: Option<PathBuf>,
    /// Ask line by line, for screen readers and pipes
    #[arg(long)]
    plain: bool,
    /// Who answers [default: the assessor of the file]
    #[arg(long)]
    assessor: Option<String>,
}

/// Runs `assess`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    match &args.answers {
        Some(from) => answers::run(&args, from, surroundings),
        None => interview(&args, surroundings),
    }
}

fn interview(args: &Args, surroundings: Surroundings) -> Result<(), Failure> {
    let manner = if args.plain {
        Manner::Plain
    } else {
        Manner::Menus
    };
    let (mut draft, opened) = store::Draft::open(&args.file)?;
    let home = draft.path().to_path_buf();
    let section = args.section.as_deref().map(SectionId::new);
    if let Some(section) = &section {
        // Refused before anybody is greeted, or asked who they are.
        let mut look = unsigned(&opened.pack, &opened.assessment);
        look.limit_to(section).map_err(usage)?;
    }
    let opened = opened.in_language(None);
    let words = Words::of(opened.pack.language);
    let mut prompter = open(manner, surroundings.style, words)?;
    welcome(prompter.as_mut(), words, &opened.assessment);
    let mut author = author(args, &opened.assessment, surroundings);
    if author.name.is_none() {
        author.name = ask_name(prompter.as_mut(), words)?;
    }
    let assessment = owned(opened.assessment, &author);
    let mut interview = Interview::settled_by(settled, &opened.pack, assessment, author);
    if let Some(section) = &section {
        interview.limit_to(section).map_err(usage)?;
    }
    let mut save = |assessment: &Assessment| draft.save(assessment);
    let mut session = Session {
        interview,
        prompter: prompter.as_mut(),
        save: &mut save,
        home: &home,
        introduced: BTreeSet::new(),
        offered: BTreeSet::new(),
    };
    session.run()?;
    let assessment = session.interview.assessment().clone();
    tell_standing(&args.file, &opened.pack, &assessment, surroundings);
    Ok(())
}

fn usage(refusal: Refusal) -> Failure {
    Failure::Usage {
        message: refusal.message,
        help: refusal.help,
    }
}

/// Who answers in this sitting, and its day.
fn author(args: &Args, assessment: &Assessment, surroundings: Surroundings) -> Author {
    let given = args
        .assessor
        .as_deref()
        .map(str::trim)
        .filter(|name| !name.is_empty());
    Author {
        name: given
            .map(str::to_string)
            .or_else(|| assessment.assessor.clone()),
        on: surroundings.as_of.unwrap_or_else(|| surroundings.today()),
    }
}

/// Asks who answers; nobody, when nothing is typed.
fn ask_name(prompter: &mut dyn Prompter, words: &Words) -> Result<Option<String>, Failure> {
    let prompt = say!(words, "ask-name");
    Ok(match prompter.line(Ask::detail(&prompt))? {
        Reply::Given(name) => Some(name).filter(|name| !name.is_empty()),
        Reply::Command(_) => None,
    })
}

/// An assessment that is empty and nobody's belongs to whoever begins it.
fn owned(mut assessment: Assessment, author: &Author) -> Assessment {
    let is_new = assessment.documents.is_empty() && assessment.evidence.is_empty();
    if is_new && assessment.answers.is_empty() {
        assessment.assessor = assessment.assessor.or_else(|| author.name.clone());
    }
    assessment
}

/// Says what is assessed, and to newcomers how it works.
fn welcome(prompter: &mut dyn Prompter, words: &Words, assessment: &Assessment) {
    let what = (assessment.vendor.as_str(), assessment.product.as_str());
    let title = title(words, what, assessment.depth);
    let mut lines = vec![Line::new(Tone::Heading, title)];
    if assessment.answers.is_empty() {
        lines.push(Line::new(Tone::Text, say!(words, "welcome")));
        lines.push(Line::new(Tone::Text, prompter.guide()));
    }
    prompter.say(&lines);
}

/// A sitting that nobody answers in, to look at the assessment.
fn unsigned<'p>(pack: &'p Pack, assessment: &Assessment) -> Interview<'p> {
    let author = Author {
        name: None,
        on: assessment.as_of,
    };
    Interview::settled_by(settled, pack, assessment.clone(), author)
}

/// Says what is open, how much of the score is answered, and what to do next.
fn tell_standing(file: &Path, pack: &Pack, assessment: &Assessment, surroundings: Surroundings) {
    let words = Words::of(pack.language);
    let interview = unsigned(pack, assessment);
    let coverage = score_assessment(pack, assessment).score.ruling.coverage;
    let limits = &pack.model.limits;
    surroundings.say("");
    for line in screen::standing(&interview) {
        surroundings.say(&super::visible::visible(&line));
    }
    let coverage = print::coverage(words, coverage, limits);
    let rated = print::percent(words, limits.rated);
    surroundings.say(&say!(words, "end-coverage", coverage, rated));
    let file = shell_word(file);
    if interview.progress().unfinished() > 0 {
        surroundings.say(&say!(words, "end-go-on", file = &file));
    }
    surroundings.say(&say!(words, "end-score", file));
}

/// A path as it can be pasted into a shell.
fn shell_word(path: &Path) -> String {
    let text = path.display().to_string();
    let is_simple = |c: char| c.is_alphanumeric() || "/._-+=:@,".contains(c);
    match text.chars().all(is_simple) {
        true => text,
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}
