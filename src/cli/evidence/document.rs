//! Assurance documents by command: read from a PDF, recorded, confirmed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::assessment::Assessment;
use crate::assessment::document::Document;
use crate::assessment::evidence::EvidenceFile;
use crate::checks::documents::settle::settled;
use crate::cli::assess::{Session, confirm_document};
use crate::cli::proposed::{Prefilled, prefill};
use crate::cli::terminal::{Manner, open};
use crate::cli::{Failure, Surroundings, store};
use crate::evidence::assurance::Reading;
use crate::interview::{Author, Interview};
use crate::pack::Pack;
use crate::pack::document::DocumentKind;
use crate::pack::id::EvidenceId;
use crate::pack::language::Language;
use crate::source::names::value_of;
use crate::source::nearest;
use crate::words::Words;

/// What is recorded of a document at once.
pub(super) struct Wanted<'a> {
    /// The kind, where it is given.
    pub(super) kind: Option<DocumentKind>,
    /// What and where it is, where it is given.
    pub(super) reference: Option<&'a str>,
    /// The last day that it can bear.
    pub(super) until: NaiveDate,
}

/// Records a document with what its text proposes; it waits for somebody to confirm it. Says what is
/// not taken over from its text, and why.
pub(super) fn record(
    pack: &Pack,
    assessment: &mut Assessment,
    (path, file): (&Path, EvidenceFile),
    wanted: &Wanted,
) -> Result<Option<String>, Failure> {
    let reading = super::read::read(path);
    let (kind, reading, silent) = match (reading, wanted.kind) {
        (Ok(reading), Some(kind)) => (kind, Some(reading), None),
        (Ok(reading), None) => (proposed_kind(&reading, path)?, Some(reading), None),
        (Err(Failure::Interrupted), _) => return Err(Failure::Interrupted),
        (Err(failure), Some(kind)) => {
            let why = format!("nothing is proposed: {}", failure.summary());
            (kind, None, Some(why))
        }
        (Err(failure), None) => return Err(failure),
    };
    let Some(form) = pack.documents.form(kind) else {
        return Err(Failure::Usage {
            message: format!("the questionnaire does not take `{}`", kind.name()),
            help: "use a pack that takes assurance documents".to_owned(),
        });
    };
    let prefilled = reading
        .as_ref()
        .map(|reading| prefill(reading, kind, (form, wanted.until)))
        .unwrap_or_default();
    let silent = silent.or_else(|| prefilled.left_out(Words::of(Language::English)));
    let Prefilled { says, read, .. } = prefilled;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    assessment.documents.push(Document {
        id: assessment.next_document_id(),
        kind,
        reference: wanted.reference.unwrap_or(&name).to_owned(),
        file: Some(file),
        confirmed: None,
        says,
        read,
    });
    Ok(silent)
}

fn proposed_kind(reading: &Reading, path: &Path) -> Result<DocumentKind, Failure> {
    let kind = reading.kind.as_ref().map(|proposed| proposed.kind.id());
    let kind = kind.and_then(|id| value_of(DocumentKind::NAMES, id));
    kind.ok_or_else(|| Failure::Usage {
        message: format!(
            "the text of `{}` does not tell which kind of document it is",
            path.display()
        ),
        help: "say it with `--document KIND`, such as `--document soc2_t2`".to_owned(),
    })
}

/// Arguments of `evidence confirm`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ConfirmArgs {
    /// The assessment file
    file: PathBuf,
    /// The document, such as D1
    document: String,
    /// Confirm what is recorded as it stands, in this name, without being asked field by field
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Ask line by line, for screen readers and pipes
    #[arg(long, conflicts_with = "by")]
    plain: bool,
}

/// Runs `evidence confirm`.
pub(super) fn confirm(args: &ConfirmArgs, surroundings: Surroundings) -> Result<(), Failure> {
    let (mut draft, opened) = store::Draft::open(&args.file)?;
    let home = draft.path().to_path_buf();
    let id = EvidenceId::new(args.document.as_str());
    if opened.assessment.document(&id).is_none() {
        return Err(unknown(&args.document, &opened.assessment));
    }
    let name = args
        .by
        .clone()
        .or_else(|| opened.assessment.assessor.clone());
    let author = Author {
        name,
        on: surroundings.as_of.unwrap_or_else(|| surroundings.today()),
    };
    let opened = match args.by {
        // Where it is asked, it is asked as the interview asks.
        None => opened.in_language(None),
        Some(_) => opened,
    };
    let mut interview = Interview::settled_by(settled, &opened.pack, opened.assessment, author);
    if let Some(by) = &args.by {
        let done = interview.confirm_document(&id, by);
        done.map_err(|refused| Failure::Usage {
            message: refused.message,
            help: refused.help,
        })?;
        draft.save(interview.assessment())?;
        surroundings.say(&format!(
            "{id} is confirmed by {by}; `evidence list` tells what it counts as"
        ));
        return Ok(());
    }
    let manner = match args.plain {
        true => Manner::Plain,
        false => Manner::Menus,
    };
    let mut prompter = open(manner, surroundings.style, interview.words())?;
    let mut save = |assessment: &Assessment| draft.save(assessment);
    let mut session = Session {
        interview,
        prompter: prompter.as_mut(),
        save: &mut save,
        home: &home,
        introduced: BTreeSet::new(),
        offered: BTreeSet::new(),
    };
    confirm_document(&mut session, &id)
}

fn unknown(found: &str, assessment: &Assessment) -> Failure {
    let known = || assessment.documents.iter().map(|held| held.id.as_str());
    Failure::Usage {
        message: format!("there is no document `{found}`"),
        help: match (nearest(found, known()), known().next()) {
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, Some(_)) => format!("there are {}", known().collect::<Vec<_>>().join(", ")),
            (None, None) => "record one with `evidence add FILE REPORT.pdf`".to_owned(),
        },
    }
}
