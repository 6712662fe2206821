//! Templates of one's own: a folder of them is read, and the built-in ones are written out as a start.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::sync::Arc;

use super::{Failure, NewFile, read_text, unreadable};
use crate::source::{Code, Problem, Problems, Source};

/// Folders within folders that are read.
const DEEPEST: usize = 4;
/// Files that a folder of templates may hold.
const MOST: usize = 200;
/// Ending of a template.
const ENDING: &str = ".md";
/// What stands beside templates and is none.
const MANUAL: &str = "README.md";

/// The templates in a folder: path in it, as templates name it, and text.
///
/// Hidden files, and a `README.md` beside the templates, are none.
///
/// # Errors
///
/// Every file that cannot be read, is too large or no text; links are not followed.
pub(crate) fn read_templates(folder: &Path) -> Result<Vec<(String, Arc<Source>)>, Failure> {
    let mut found = Found::default();
    found.folder(folder, "", 0);
    match Problems::collect(found.problems) {
        Some(problems) => Err(problems.into()),
        None => Ok(found.templates),
    }
}

#[derive(Default)]
struct Found {
    templates: Vec<(String, Arc<Source>)>,
    problems: Vec<Problem>,
}

impl Found {
    /// Reads a folder; `prefix` is its path in the one that was named.
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries: Vec<DirEntry> = match entries {
            Ok(entries) => entries,
            Err(error) => {
                let name = folder.display().to_string();
                return self.problems.push(unreadable(&name, &error));
            }
        };
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries {
            self.entry(&entry, prefix, depth);
        }
    }

    fn entry(&mut self, entry: &DirEntry, prefix: &str, depth: usize) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let Ok(kind) = entry.file_type() else { return };
        if name.starts_with('.') || path == MANUAL {
            return;
        }
        if kind.is_symlink() {
            self.refuse(entry, "is a link, and links are not followed", LINK);
        } else if kind.is_dir() && depth == DEEPEST {
            self.refuse(entry, "lies too deep", "keep templates in `report/`");
        } else if kind.is_dir() {
            self.folder(&entry.path(), &format!("{path}/"), depth + 1);
        } else if self.templates.len() == MOST {
            self.refuse(entry, "is one file too many", "is this the right folder?");
        } else if name.ends_with(ENDING) {
            match read_text(&entry.path()) {
                Ok(source) => self.templates.push((path, without_mark(source))),
                Err(problem) => self.problems.push(problem),
            }
        } else {
            self.refuse(
                entry,
                "is no template",
                "a template is a file that ends in `.md`",
            );
        }
    }

    fn refuse(&mut self, entry: &DirEntry, why: &str, help: &str) {
        let message = format!("`{}` {why}", entry.path().display());
        self.problems
            .push(Problem::new(Code::Unreadable, message).help(help));
    }
}

const LINK: &str = "put the file itself there";

/// A text without the mark of its encoding, which some editors put before it.
fn without_mark(source: Arc<Source>) -> Arc<Source> {
    match source.text().strip_prefix('\u{feff}') {
        Some(text) => Source::new(source.name(), text),
        None => source,
    }
}

/// Writes `files` into a folder, which is made where there is none; nothing is written over.
///
/// # Errors
///
/// When a file is there already, before anything is written, or the disk does not let us.
pub(crate) fn write_templates(folder: &Path, files: &[(&str, &str)]) -> Result<(), Failure> {
    let there = files.iter().map(|(path, _)| folder.join(path));
    if let Some(path) = there
        .into_iter()
        .find(|path| path.symlink_metadata().is_ok())
    {
        return Err(Failure::Machine {
            message: format!("`{}` is there already", path.display()),
            help: Some("nothing was written; choose a folder without templates".to_string()),
        });
    }
    for (path, text) in files {
        let path = folder.join(path);
        let written = fs::create_dir_all(super::folder(&path))
            .and_then(|()| NewFile::write(&path, text.as_bytes()))
            .and_then(|new| new.place(&path));
        written.map_err(|error| Failure::Machine {
            message: format!("cannot write `{}`: {error}", path.display()),
            help: Some("free the disk, or choose another folder".to_string()),
        })?;
    }
    Ok(())
}
