//! Translations: texts by name, written as nested maps whose keys make the names.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::Pack;
use crate::pack::language::Language;
use crate::pack::texts::Translation;
use crate::source::reader::Reader;
use crate::source::tree::{Node, Value};
use crate::source::{Code, Place, Problem, nearest};

/// A translation of which each text knows its place.
pub(super) type Draft = BTreeMap<String, (String, Place)>;

/// Reads a file of translated texts.
pub(super) fn read(reader: &Reader, node: &Node) -> Option<Draft> {
    let fields = reader.map(node)?;
    fields.format_one();
    let mut draft = Draft::new();
    for (key, key_node, node) in fields.ids() {
        if key != "format" {
            texts(reader, key, key_node, node, &mut draft);
        }
    }
    Some(draft)
}

fn texts(reader: &Reader, name: &str, key: &Node, node: &Node, draft: &mut Draft) {
    if !matches!(node.value, Value::Map(_)) {
        if let Some(text) = reader.text(node) {
            draft.insert(name.to_string(), (text, reader.place(key)));
        }
        return;
    }
    let Some(fields) = reader.map(node) else {
        return;
    };
    for (inner, key, node) in fields.ids() {
        texts(reader, &format!("{name}/{inner}"), key, node, draft);
    }
}

impl Pack {
    /// Adds what was read to the translations into `language`; each text must be one of the pack.
    pub(super) fn add_translation(
        &mut self,
        language: Language,
        draft: Draft,
        problems: &mut Vec<Problem>,
    ) {
        let known: BTreeSet<String> = self.texts().into_iter().map(|(name, _)| name).collect();
        let names = || known.iter().map(String::as_str);
        let into: &mut Translation = self.translations.entry(language).or_default();
        for (name, (text, place)) in draft {
            if known.contains(&name) {
                into.insert(name, text);
                continue;
            }
            let message = format!("`{name}` is no text of this pack");
            let problem = Problem::new(Code::UnknownKey, message).at(place);
            problems.push(match nearest(&name, names()) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help("`idp-assay questions --format texts` prints all of them"),
            });
        }
    }
}
