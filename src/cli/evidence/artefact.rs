//! Files read into facts: opened, recognised, redacted.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::cli::terminal::progress::Progress;
use crate::cli::{Failure, Surroundings, store};
use crate::evidence::event_class::EventClasses;
use crate::evidence::families::{self, Tried, Unread};
use crate::evidence::input::columns::Mapping;
use crate::evidence::input::content::Content;
use crate::evidence::input::{self, Input, Refusal};
use crate::evidence::reading::{AsOf, AsOfSource, Context, Reading};
use crate::evidence::redact;
use crate::source::{Code, Problem, Source, nearest};

/// What helps to read a file, beside the file.
#[derive(Debug, Clone, Default, clap::Args)]
pub(in crate::cli) struct Aids {
    /// A file that maps what columns hold to their names in the table, such as `reviewer: Approver`
    #[arg(long, value_name = "FILE")]
    columns: Option<std::path::PathBuf>,
    /// A file with event names of your own and their classes, for logs
    #[arg(long, value_name = "FILE")]
    event_classes: Option<std::path::PathBuf>,
    /// Put a mark in the place of each e-mail address, in facts and copies; equal addresses get equal marks
    #[arg(long)]
    hide_emails: bool,
}

/// What the aids hold, and the day of today.
#[derive(Debug)]
pub(in crate::cli) struct Helpers {
    columns: Option<Named>,
    events: Option<EventClasses>,
    options: redact::Options,
    today: NaiveDate,
    /// Whether no bar shows how far a long file is read.
    quiet: bool,
}

/// A mapping of columns, and the name of its file.
#[derive(Debug)]
struct Named {
    file: String,
    mapping: Mapping,
}

impl Named {
    fn read(source: &Arc<Source>) -> Result<Self, Failure> {
        Ok(Self {
            file: source.name().to_owned(),
            mapping: Mapping::read(source)?,
        })
    }
}

impl Aids {
    /// Reads them.
    ///
    /// # Errors
    ///
    /// Every problem of the files.
    pub(in crate::cli) fn read(&self, surroundings: Surroundings) -> Result<Helpers, Failure> {
        let columns = self
            .columns
            .as_deref()
            .map(store::read_source)
            .transpose()?;
        let events = self
            .event_classes
            .as_deref()
            .map(store::read_source)
            .transpose()?;
        Ok(Helpers {
            columns: columns.as_ref().map(Named::read).transpose()?,
            events: events
                .map(|source| EventClasses::extended(&source))
                .transpose()?,
            options: redact::Options {
                emails: self.hide_emails,
            },
            today: surroundings.today(),
            quiet: surroundings.quiet,
        })
    }
}

impl Helpers {
    /// No aids.
    pub(in crate::cli) fn plain(today: NaiveDate) -> Self {
        Self {
            columns: None,
            events: None,
            options: redact::Options::default(),
            today,
            quiet: true,
        }
    }

    /// As they are without aids, where there are any: an aid may have been given for another file.
    pub(super) fn without_aids(&self) -> Option<Self> {
        let are_any = self.columns.is_some() || self.events.is_some();
        are_any.then(|| Self {
            options: self.options,
            quiet: self.quiet,
            ..Self::plain(self.today)
        })
    }

    /// Whether columns are named, so that a table is meant to be read.
    pub(super) fn name_columns(&self) -> bool {
        self.columns.is_some()
    }

    /// A reader's context; `stated` is the day that whoever names a file gives it.
    pub(super) fn context(&self, stated: Option<NaiveDate>) -> Context<'_> {
        Context {
            stated,
            columns: self.columns.as_ref().map(|named| &named.mapping),
            events: self.events.as_ref(),
            ..Context::on(self.today)
        }
    }

    /// Refuses columns that a table does not have.
    fn refuse_missing(&self, path: &Path, content: &Content) -> Result<(), Failure> {
        let (Some(named), Content::Whole(_)) = (&self.columns, content) else {
            return Ok(());
        };
        let Ok(Input::Table(table)) = content.input() else {
            return Ok(());
        };
        let Some((id, column)) = named.mapping.missing_from(table.head()) else {
            return Ok(());
        };
        let message = format!(
            "`{}` takes `{id}` from the column `{column}`, which `{}` does not have",
            named.file,
            path.display()
        );
        let head: Vec<String> = table.head().iter().map(|name| redact::text(name)).collect();
        let help = match nearest(column, head.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("its columns are `{}`", head.join("`, `")),
        };
        Err(store::refuse(
            Problem::new(Code::BadArtefact, message).help(help),
        ))
    }
}

/// A file that was read.
#[derive(Debug)]
pub(in crate::cli) struct Artefact {
    /// What it says.
    pub(in crate::cli) reading: Reading,
    /// Its text without secrets, where it is short enough to be kept.
    pub(in crate::cli) copy: Option<String>,
}

/// Reads a file; `stated` is the day it speaks about, where whoever names it says so.
///
/// # Errors
///
/// A problem that names the file, and what was tried.
pub(in crate::cli) fn read(
    path: &Path,
    stated: Option<NaiveDate>,
    helpers: &Helpers,
) -> Result<Artefact, Failure> {
    let context = helpers.context(stated);
    read_with(path, context, helpers, |content, reading| Artefact {
        reading,
        copy: redact::copy_with(content, helpers.options),
    })
}

/// What a file says, as [`read`], without its copy.
///
/// # Errors
///
/// As [`read`].
pub(super) fn facts(
    path: &Path,
    stated: Option<NaiveDate>,
    helpers: &Helpers,
) -> Result<Reading, Failure> {
    read_with(path, helpers.context(stated), helpers, |_, reading| reading)
}

/// What a file says that was read before, as of the same moment.
///
/// # Errors
///
/// As [`read`].
pub(super) fn again(path: &Path, as_of: AsOf, helpers: &Helpers) -> Result<Reading, Failure> {
    let day = as_of.at.date_naive();
    let mut context = helpers.context((as_of.by == AsOfSource::Analyst).then_some(day));
    if as_of.by == AsOfSource::Assumed {
        context.attached = day;
    }
    read_with(path, context, helpers, |_, reading| reading)
}

fn read_with<T>(
    path: &Path,
    context: Context,
    helpers: &Helpers,
    take: impl FnOnce(&Content, Reading) -> T,
) -> Result<T, Failure> {
    let file = store::open_document(path)?;
    let progress = Progress::new(&file, helpers.quiet);
    let content = input::open(progress.reader(file)).map_err(|refusal| refused(path, &refusal))?;
    helpers.refuse_missing(path, &content)?;
    let mut reading = families::read(&content, &context).map_err(|unread| match unread {
        Unread::Refused(refusal) => refused(path, &refusal),
        Unread::Unknown(tried) => unknown(path, &tried),
    })?;
    redact::reading(&mut reading, helpers.options);
    Ok(take(&content, reading))
}

/// Whether a file begins as a PDF does.
pub(in crate::cli) fn is_pdf(path: &Path) -> bool {
    use std::io::Read;
    // A pipe that nobody fills would never open.
    if path.metadata().is_ok_and(|data| !data.is_file()) {
        return false;
    }
    let mut head = [0; 5];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    let ending = path.extension().unwrap_or_default();
    match read {
        Ok(()) => head == *b"%PDF-" || ending.eq_ignore_ascii_case("pdf"),
        Err(_) => ending.eq_ignore_ascii_case("pdf"),
    }
}

fn refused(path: &Path, refusal: &Refusal) -> Failure {
    let message = format!("cannot read `{}`: {refusal}", path.display());
    store::refuse(Problem::new(Code::BadArtefact, message).help(refusal.help))
}

/// What was tried, and why each said no.
fn unknown(path: &Path, tried: &[Tried]) -> Failure {
    let mut message = format!("`{}` is no kind of artefact that is known", path.display());
    let mut family = "";
    for tried in tried {
        if tried.family != family {
            family = tried.family;
            message += &format!("\n  {family}:");
        }
        message += &format!("\n    not {}: {}", tried.format, redact::text(&tried.why));
    }
    let help = "`idp-assay evidence kinds` lists what is read; to record it unread, say what it supports: \
                `--supports QUESTION --as-of DATE`";
    store::refuse(Problem::new(Code::BadArtefact, message).help(help))
}
