//! The manifest: which files make a pack, and what an extension sets anew.

use std::collections::BTreeMap;

use crate::pack::language::Language;
use crate::pack::model::Model;
use crate::pack::{Pack, PackPart};
use crate::source::names::value_of;
use crate::source::reader::Reader;
use crate::source::tree::Node;
use crate::source::{Code, Place, Problem};

/// A file named in a manifest.
pub(super) struct Path {
    pub(super) text: String,
    pub(super) place: Place,
}

/// A number that an extension sets, by the id it belongs to.
struct Setting {
    value: f64,
    place: Place,
}

/// A manifest, read but not yet held against a pack.
pub(super) struct Manifest {
    pub(super) part: PackPart,
    pub(super) title: String,
    pub(super) extends: Option<(String, Place)>,
    pub(super) model: Option<Path>,
    pub(super) frameworks: Option<Path>,
    pub(super) thresholds: Option<Path>,
    pub(super) documents: Option<Path>,
    pub(super) red_flags: Option<Path>,
    pub(super) facts: Option<Path>,
    pub(super) sections: Vec<Path>,
    /// Files of translated texts, by the language they are in.
    pub(super) translations: Vec<(Language, Path)>,
    weights: BTreeMap<String, Setting>,
    budgets: BTreeMap<String, Setting>,
}

/// Reads a manifest.
pub(super) fn read(reader: &Reader, node: &Node) -> Option<Manifest> {
    let fields = reader.map(node)?;
    fields.format_one();
    let extends = fields.optional("extends");
    let extends = extends.and_then(|node| Some((reader.text(node)?, reader.place(node))));
    let path = |node: &Node| {
        let text = reader.text(node)?;
        Some(Path {
            text,
            place: reader.place(node),
        })
    };
    let file = |key| match extends {
        None => fields.needed(key).and_then(path),
        Some(_) => None,
    };
    let (model, frameworks, thresholds) = (file("model"), file("frameworks"), file("thresholds"));
    // A pack that takes no documents or reads no artefacts has none; an extension takes those of its pack.
    let choice = |key| match extends {
        None => fields.optional(key).and_then(path),
        Some(_) => None,
    };
    let (documents, red_flags) = (choice("documents"), choice("red_flags"));
    let facts = choice("facts");
    // Only an extension has settings: elsewhere their keys are unknown.
    let settings = |key| {
        let node = extends.as_ref().and_then(|_| fields.optional(key));
        node.map_or_else(BTreeMap::new, |node| settings(reader, node))
    };
    let (id, version, title) = (
        fields.text("id"),
        fields.text("version"),
        fields.text("title"),
    );
    let sections = fields.needed("sections").map(|node| {
        let names = reader.list(node).unwrap_or(&[]).iter();
        names.filter_map(path).collect()
    });
    let translations = fields.optional("translations");
    let translations =
        translations.map_or_else(Vec::new, |node| translations_of(reader, node, path));
    let (weights, budgets) = (settings("weights"), settings("budgets"));
    fields.done();
    Some(Manifest {
        part: PackPart {
            id: id?,
            version: version?,
        },
        title: title?,
        extends,
        model,
        frameworks,
        thresholds,
        documents,
        red_flags,
        facts,
        sections: sections?,
        translations,
        weights,
        budgets,
    })
}

/// The files of each language; a tag that is not known is noted.
fn translations_of(
    reader: &Reader,
    node: &Node,
    path: impl Fn(&Node) -> Option<Path>,
) -> Vec<(Language, Path)> {
    let Some(fields) = reader.map(node) else {
        return vec![];
    };
    let mut files = Vec::new();
    for (tag, key, list) in fields.ids() {
        match value_of(Language::NAMES, tag) {
            Some(language) => {
                let paths = reader.list(list).unwrap_or(&[]).iter();
                files.extend(paths.filter_map(&path).map(|path| (language, path)));
            }
            None => {
                let known: Vec<&str> = Language::NAMES.iter().map(|(tag, _)| *tag).collect();
                reader.unknown(key, Code::UnknownKey, "language", tag, &known);
            }
        }
    }
    files
}

fn settings(reader: &Reader, node: &Node) -> BTreeMap<String, Setting> {
    let Some(fields) = reader.map(node) else {
        return BTreeMap::new();
    };
    let setting = |(id, key, node): &(&str, &Node, &Node)| {
        let value = reader.positive(node)?;
        let place = reader.place(key);
        Some(((*id).to_string(), Setting { value, place }))
    };
    fields.ids().iter().filter_map(setting).collect()
}

impl Manifest {
    /// Sets the weights and budgets of an extension in the model, and checks what it extends.
    pub(super) fn adjust(&self, pack: &Pack, model: &mut Model, problems: &mut Vec<Problem>) {
        let known = |id: &str| pack.parts.iter().any(|part| part.id == id);
        if let Some((id, place)) = self.extends.as_ref().filter(|(id, _)| !known(id)) {
            let names: Vec<String> = pack.parts.iter().map(PackPart::label).collect();
            problems.push(
                Problem::new(
                    Code::PackMismatch,
                    format!("this pack extends `{id}`, which is not loaded"),
                )
                .at(place.clone())
                .help(format!("loaded: {}", names.join(", "))),
            );
        }
        for (id, setting) in &self.weights {
            match model
                .controls
                .iter_mut()
                .find(|control| control.id.as_str() == id)
            {
                Some(control) => control.weight = setting.value,
                None => problems.push(setting.unknown(Code::UnknownControl, "control", id)),
            }
        }
        for (id, setting) in &self.budgets {
            match model
                .domains
                .iter_mut()
                .find(|domain| domain.id.as_str() == id)
            {
                Some(domain) => domain.budget = setting.value,
                None => problems.push(setting.unknown(Code::UnknownDomain, "domain", id)),
            }
        }
    }
}

impl Setting {
    fn unknown(&self, code: Code, what: &str, id: &str) -> Problem {
        Problem::new(code, format!("unknown {what} `{id}`"))
            .at(self.place.clone())
            .help("`idp-assay questions` lists the controls and domains of the built-in pack")
    }
}
