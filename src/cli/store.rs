//! Files: the only module that reads and writes them.
//!
//! An assessment is written to a new file that is synced and renamed over the old one, under an
//! advisory lock on the file itself. A crash at any instant leaves the old state or the new one.

mod atomic;
mod digest;
mod document;
mod packs;
mod templates;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use self::atomic::NewFile;
use super::Failure;
use crate::assessment::{Assessment, reader, writer};
use crate::built_in;
use crate::pack::Pack;
use crate::pack::language::Language;
use crate::source::tree::MAX_BYTES;
use crate::source::{Code, Problem, Problems, Source};

pub use self::digest::digest;
pub(crate) use self::digest::digest_of;
pub(crate) use self::document::{Copy, copy, open_document, recorded};
pub(crate) use self::packs::{load_pack_at, load_packs};
pub(crate) use self::templates::{read_templates, write_templates};

/// An assessment that has been read, with the pack it was answered with.
#[derive(Debug)]
pub struct Opened {
    /// The pack with its extensions.
    pub pack: Pack,
    /// The assessment.
    pub assessment: Assessment,
}

impl Opened {
    /// The same with a pack that speaks `language`, or without one what the file asks for.
    #[must_use]
    pub fn in_language(self, language: Option<Language>) -> Self {
        let language = language.unwrap_or(self.assessment.language);
        Self {
            pack: self.pack.in_language(language),
            assessment: self.assessment,
        }
    }
}

/// Reads an assessment; `as_of` replaces the day it speaks about.
///
/// # Errors
///
/// Every problem of the file or its packs.
pub fn read(path: &Path, as_of: Option<NaiveDate>) -> Result<Opened, Failure> {
    let source = read_source(path)?;
    open(path, &source, as_of)
}

fn open(path: &Path, source: &Arc<Source>, as_of: Option<NaiveDate>) -> Result<Opened, Failure> {
    let parsed = reader::Parsed::parse(source)?;
    let references = parsed
        .packs()
        .map_err(|broken| without_packs(&parsed, broken, as_of))?;
    let pack = load_packs(&references, folder(path))?;
    let assessment = parsed.read(&pack, as_of)?;
    Ok(Opened { pack, assessment })
}

/// All that is wrong with a file whose list of packs is `broken`: what it holds is read against
/// the built-in pack, unless it was meant for another.
fn without_packs(parsed: &reader::Parsed, broken: Problems, as_of: Option<NaiveDate>) -> Problems {
    if parsed.names_a_folder() {
        return broken;
    }
    let all = parsed.read(&built_in::pack(), as_of);
    all.err().unwrap_or(broken)
}

/// The folder a file lies in.
pub(crate) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// `path` as seen from `folder`, so that both can be moved together.
pub(crate) fn relative(path: &Path, folder: &Path) -> String {
    let absolute = |path: &Path| {
        path.canonicalize()
            .or_else(|_| std::path::absolute(path))
            .unwrap_or_else(|_| path.to_path_buf())
    };
    let (path, folder) = (absolute(path), absolute(folder));
    let from: Vec<_> = folder.components().collect();
    let to: Vec<_> = path.components().collect();
    let common = from
        .iter()
        .zip(&to)
        .take_while(|(left, right)| left == right)
        .count();
    let up = std::iter::repeat_n("..".into(), from.len() - common);
    let down = to[common..]
        .iter()
        .map(|part| part.as_os_str().to_string_lossy());
    let steps: Vec<_> = up.chain(down).collect();
    if steps.is_empty() {
        ".".to_string()
    } else {
        steps.join("/")
    }
}

/// Reads a text file of bounded size.
///
/// # Errors
///
/// A problem that names the file when it is missing, too large, or no text.
pub fn read_source(path: &Path) -> Result<Arc<Source>, Failure> {
    read_text(path).map_err(refuse)
}

/// Reads a file up to one byte more than `most`, so that the reader sees when it is larger.
///
/// # Errors
///
/// A problem that names the file when it cannot be read.
pub(crate) fn read_bytes(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let unreadable = |error| refuse(unreadable(&path.display().to_string(), &error));
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok(bytes)
}

/// Reads stdin as a text of bounded size.
///
/// # Errors
///
/// A problem when it cannot be read, is too large, or no text.
pub(crate) fn read_stdin() -> Result<Arc<Source>, Failure> {
    text_of("stdin", std::io::stdin().lock()).map_err(refuse)
}

/// The text of a file as a source, or why it could not be read.
fn read_text(path: &Path) -> Result<Arc<Source>, Problem> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| unreadable(&name, &error))?;
    text_of(&name, file)
}

fn unreadable(name: &str, error: &std::io::Error) -> Problem {
    Problem::new(Code::Unreadable, format!("cannot read `{name}`: {error}"))
}

fn text_of(name: &str, from: impl Read) -> Result<Arc<Source>, Problem> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(name, &error))?;
    if bytes.len() > MAX_BYTES {
        let message = format!("`{name}` is larger than {MAX_BYTES} bytes");
        let help = "an assessment or pack is far smaller; is this the right file?";
        return Err(Problem::new(Code::OverLimit, message).help(help));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let message = format!("`{name}` is not UTF-8 text (byte {at})");
            Err(Problem::new(Code::NotText, message).help("save it as UTF-8"))
        }
    }
}

/// An assessment file that only this process may write.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    /// Holds the lock; replaced by the new file at each save.
    lock: File,
}

impl Draft {
    /// Opens and locks an assessment for writing, and reads it.
    ///
    /// # Errors
    ///
    /// When another process holds it, or it cannot be read.
    pub fn open(path: &Path) -> Result<(Self, Opened), Failure> {
        // A link stays a link: the file it points to is the one that is replaced.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let lock = lock(&path)?;
        let source = read_source(&path)?;
        let opened = open(&path, &source, None)?;
        Ok((Self { path, lock }, opened))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Replaces the file by the assessment, all at once.
    ///
    /// # Errors
    ///
    /// When the folder or the disk does not let us, or the text could not be read again; the old file is
    /// then intact.
    pub fn save(&mut self, assessment: &Assessment) -> Result<(), Failure> {
        let text = writer::write(assessment);
        if text.len() > MAX_BYTES {
            let message = "the assessment would become larger than can be read again";
            return Err(Failure::Machine {
                message: message.to_string(),
                help: Some("nothing was changed; record less of what was read".to_string()),
            });
        }
        let again = Source::new(self.path.display().to_string(), text.as_str());
        // Where the old file is no longer read either, its pack has changed, and the answers are kept.
        if let Err(failure) = open(&self.path, &again, None)
            && read(&self.path, None).is_ok()
        {
            return Err(Failure::Machine {
                message: format!(
                    "the assessment could not be read again: {}",
                    failure.summary()
                ),
                help: Some("nothing was changed; please report this as a defect".to_string()),
            });
        }
        self.lock = replace(&self.path, &text)?;
        Ok(())
    }
}

/// Locks a file, making sure that it is still the one at that path.
fn lock(path: &Path) -> Result<File, Failure> {
    loop {
        let file = File::open(path)
            .map_err(|error| refuse(unreadable(&path.display().to_string(), &error)))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::Machine {
                    message: format!("`{}` is being written by another process", path.display()),
                    help: Some("finish the other interview first; nothing was changed".to_string()),
                });
            }
            Err(TryLockError::Error(error)) => {
                return Err(Failure::machine(
                    format_args!("cannot lock `{}`", path.display()),
                    &error,
                ));
            }
        }
        if same_file(&file, path) {
            return Ok(file);
        }
    }
}

/// Whether the open file is the one that the path names now.
#[cfg(unix)]
fn same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |data: std::fs::Metadata| (data.dev(), data.ino());
    match (file.metadata(), path.metadata()) {
        (Ok(open), Ok(named)) => id(open) == id(named),
        _ => false,
    }
}

/// Without inode numbers the lock itself is all there is.
#[cfg(not(unix))]
fn same_file(_: &File, _: &Path) -> bool {
    true
}

/// Writes the text over `path` all at once; gives the new file back, locked.
fn replace(path: &Path, text: &str) -> Result<File, Failure> {
    let failed = |error: std::io::Error| Failure::Machine {
        message: format!("cannot save `{}`: {error}", path.display()),
        help: Some(
            "the file is as it was; free the disk or open the folder for writing".to_string(),
        ),
    };
    let new = NewFile::write(path, text.as_bytes()).map_err(failed)?;
    if let Ok(old) = path.metadata() {
        new.file()
            .set_permissions(old.permissions())
            .map_err(failed)?;
    }
    new.file()
        .try_lock()
        .map_err(|error| failed(error.into()))?;
    new.replace(path).map_err(failed)
}

/// Creates an assessment file where none is.
///
/// # Errors
///
/// When a file is there already, or the folder does not let us.
pub fn create(path: &Path, assessment: &Assessment) -> Result<(), Failure> {
    let created = match fs::exists(path) {
        Ok(true) => Err(ErrorKind::AlreadyExists.into()),
        Ok(false) | Err(_) => NewFile::write(path, writer::write(assessment).as_bytes())
            .and_then(|new| new.place(path)),
    };
    created.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::Machine {
            message: format!("`{}` is there already", path.display()),
            help: Some("choose another name, or go on with `idp-assay assess`".to_string()),
        },
        _ => Failure::Machine {
            message: format!("cannot create `{}`: {error}", path.display()),
            help: Some("create its folder, or choose one that you may write to".to_string()),
        },
    })
}

/// Writes a result file, replacing what is there all at once.
///
/// # Errors
///
/// When the folder or the disk does not let us.
pub fn write_result(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let is_device = path.metadata().is_ok_and(|data| !data.is_file());
    let written = if is_device {
        let device = OpenOptions::new().write(true).open(path);
        device.and_then(|mut device| device.write_all(bytes))
    } else {
        NewFile::write(path, bytes).and_then(|new| new.replace(path).map(drop))
    };
    written.map_err(|error| Failure::Machine {
        message: format!("cannot write `{}`: {error}", path.display()),
        help: Some("create its folder, free the disk, or choose another place".to_string()),
    })
}

/// A problem as a failure of the input.
pub(crate) fn refuse(problem: Problem) -> Failure {
    Failure::Input(Problems::from(problem))
}
