//! Reads a pack and its extensions from YAML, and checks them as one.
//!
//! A manifest (`pack.yaml`) names the files. The first pack brings model, frameworks and
//! thresholds; an extension adds sections and questions and sets weights, without a fork. Every
//! file is read to its end before the whole is checked (`check`), so that one run shows all
//! problems of all files.

mod answer;
mod bad_answer;
mod catalogue;
mod check;
mod condition;
mod document;
mod fact;
mod manifest;
mod model;
mod reach;
mod section;
mod translation;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::manifest::Manifest;
use self::section::Draft;
use super::document::DocumentCatalogue;
use super::{Pack, PackPart};
use crate::source::reader::Reader;
use crate::source::tree::{self, Node};
use crate::source::{Problem, Problems, Source};

/// Gives the text of a file that a manifest names.
pub trait Files {
    /// The text of the file at `path`, relative to the manifest.
    ///
    /// # Errors
    ///
    /// A problem without a place when the file is missing, is no text, or is over the limit.
    fn open(&self, path: &str) -> Result<Arc<Source>, Problem>;
}

/// Reads a pack from its manifest, with the files it names.
///
/// # Errors
///
/// Every problem of every file.
pub fn read(manifest: &Arc<Source>, files: &dyn Files) -> Result<Pack, Problems> {
    let mut problems = Vec::new();
    let pack = base(manifest, files, &mut problems);
    finish(pack, problems)
}

/// Adds an extension to a pack that has been read.
///
/// # Errors
///
/// Every problem of the extension, and of the two together.
pub fn extend(pack: &Pack, manifest: &Arc<Source>, files: &dyn Files) -> Result<Pack, Problems> {
    let mut problems = Vec::new();
    let extended = extension(pack, manifest, files, &mut problems);
    finish(extended, problems)
}

/// Whether a manifest is that of an extension.
///
/// # Errors
///
/// Every problem of the manifest.
pub fn is_extension(manifest: &Arc<Source>) -> Result<bool, Problems> {
    let mut problems = Vec::new();
    let read = in_file(manifest, &mut problems, manifest::read);
    finish(read.map(|manifest| manifest.extends.is_some()), problems)
}

fn finish<T>(read: Option<T>, problems: Vec<Problem>) -> Result<T, Problems> {
    match (read, Problems::collect(problems)) {
        (_, Some(problems)) => Err(problems),
        (Some(read), None) => Ok(read),
        (None, None) => unreachable!("a reader that gives nothing has noted why"),
    }
}

fn base(manifest: &Arc<Source>, files: &dyn Files, problems: &mut Vec<Problem>) -> Option<Pack> {
    let manifest = in_file(manifest, problems, manifest::read)?;
    let model = manifest.model.as_ref();
    let model = open(model, files, problems).and_then(|file| in_file(&file, problems, model::read));
    let catalogue = catalogue::read(
        open(manifest.frameworks.as_ref(), files, problems),
        open(manifest.thresholds.as_ref(), files, problems),
        problems,
    );
    let documents = documents(&manifest, files, problems);
    let facts = manifest.facts.as_ref();
    let facts =
        open(facts, files, problems).and_then(|file| in_file(&file, problems, fact::catalogue));
    let drafts = sections(&manifest, files, problems);
    let (model, catalogue) = (model?, catalogue?);
    let draft = check::Whole {
        parts: vec![manifest.part.clone()],
        title: manifest.title.clone(),
        model,
        catalogue,
        documents,
        facts: match manifest.facts {
            Some(_) => facts,
            None => Some(vec![]),
        },
        known: vec![],
        is_whole: drafts.len() == manifest.sections.len(),
        drafts,
    };
    let pack = check::check(draft, problems)?;
    translated(pack, &manifest, files, problems)
}

fn extension(
    pack: &Pack,
    manifest: &Arc<Source>,
    files: &dyn Files,
    problems: &mut Vec<Problem>,
) -> Option<Pack> {
    let manifest = in_file(manifest, problems, manifest::read)?;
    let drafts = sections(&manifest, files, problems);
    let mut model = pack.model.clone();
    manifest.adjust(pack, &mut model, problems);
    let model = model::ModelDraft {
        model,
        controls: BTreeMap::new(),
    };
    let draft = check::Whole {
        parts: [pack.parts.as_slice(), std::slice::from_ref(&manifest.part)].concat(),
        title: pack.title.clone(),
        model,
        catalogue: pack.catalogue.clone(),
        documents: check::Documents {
            catalogue: pack.documents.clone(),
            controls: vec![],
            is_whole: true,
        },
        facts: Some(pack.facts.clone()),
        known: pack.sections.clone(),
        is_whole: drafts.len() == manifest.sections.len(),
        drafts,
    };
    let extended = check::check(draft, problems)?;
    let extended = Pack {
        translations: pack.translations.clone(),
        ..extended
    };
    translated(extended, &manifest, files, problems)
}

/// The pack with the translations that its manifest names; `None` when one of them has a problem.
fn translated(
    mut pack: Pack,
    manifest: &Manifest,
    files: &dyn Files,
    problems: &mut Vec<Problem>,
) -> Option<Pack> {
    for (language, path) in &manifest.translations {
        let file = open(Some(path), files, problems);
        let draft = file.and_then(|file| in_file(&file, problems, translation::read));
        pack.add_translation(*language, draft.unwrap_or_default(), problems);
    }
    problems.is_empty().then_some(pack)
}

/// What a pack records of assurance documents; nothing, in one that does not say.
fn documents(
    manifest: &Manifest,
    files: &dyn Files,
    problems: &mut Vec<Problem>,
) -> check::Documents {
    let forms = open(manifest.documents.as_ref(), files, problems)
        .and_then(|file| in_file(&file, problems, document::forms));
    let flags = open(manifest.red_flags.as_ref(), files, problems)
        .and_then(|file| in_file(&file, problems, document::red_flags));
    let is_whole = flags.is_some() || manifest.red_flags.is_none();
    let (kinds, forms) = forms.map_or_else(Default::default, |read| (read.kinds, read.forms));
    let (red_flags, controls) = flags.unwrap_or_default().into_iter().unzip();
    check::Documents {
        catalogue: DocumentCatalogue {
            kinds,
            forms,
            red_flags,
        },
        controls,
        is_whole,
    }
}

fn sections(manifest: &Manifest, files: &dyn Files, problems: &mut Vec<Problem>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for path in &manifest.sections {
        let file = open(Some(path), files, problems);
        drafts.extend(file.and_then(|file| in_file(&file, problems, section::read)));
    }
    drafts
}

/// Opens a file the manifest names; a refusal is shown where it is named.
fn open(
    path: Option<&manifest::Path>,
    files: &dyn Files,
    problems: &mut Vec<Problem>,
) -> Option<Arc<Source>> {
    let path = path?;
    match files.open(&path.text) {
        Ok(file) => Some(file),
        Err(problem) => {
            problems.push(problem.at(path.place.clone()));
            None
        }
    }
}

/// Parses one file and reads its tree, keeping every problem.
fn in_file<T>(
    file: &Arc<Source>,
    problems: &mut Vec<Problem>,
    read: impl Fn(&Reader, &Node) -> Option<T>,
) -> Option<T> {
    match tree::parse(file) {
        Ok(node) => {
            let reader = Reader::new(file);
            let value = read(&reader, &node);
            problems.extend(reader.into_problems());
            value
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}

impl PackPart {
    /// Id and version as one text, such as `idp 1.0.0`.
    pub fn label(&self) -> String {
        format!("{} {}", self.id, self.version)
    }
}
