//! Reads the map from YAML.

use std::collections::BTreeMap;

use super::{Change, Class, EventClasses, Life, Meaning, PROVIDERS, Rule};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::Node;
use crate::source::{Code, Problem};

/// The map that a tree describes.
pub(super) fn read(reader: &Reader, node: &Node) -> Option<EventClasses> {
    let fields = reader.map(node)?;
    fields.format_one();
    let version = fields.text("version");
    let rules = fields
        .needed("providers")
        .and_then(|node| providers(reader, node));
    fields.done();
    Some(EventClasses {
        version: version?,
        rules: rules?,
    })
}

fn providers(reader: &Reader, node: &Node) -> Option<BTreeMap<String, Vec<Rule>>> {
    let fields = reader.map(node)?;
    let mut all = BTreeMap::new();
    let mut is_sound = true;
    for (id, key, node) in fields.ids() {
        if !PROVIDERS.contains(&id) {
            reader.unknown(key, Code::WrongValue, "provider", id, &PROVIDERS);
            is_sound = false;
        }
        match reader.each(node, |node| rule(reader, node)) {
            Some(rules) => drop(all.insert(id.to_owned(), rules)),
            None => is_sound = false,
        }
    }
    is_sound.then_some(all)
}

fn rule(reader: &Reader, node: &Node) -> Option<Rule> {
    let fields = reader.map(node)?;
    let class = fields
        .needed("class")
        .and_then(|node| reader.one_of(node, Class::NAMES));
    let life = fields.optional_value("life", |node| reader.one_of(node, Life::NAMES));
    let change = fields.optional_value("change", |node| reader.one_of(node, Change::NAMES));
    let patterns = patterns(reader, &fields);
    fields.done();
    Some(Rule {
        patterns: patterns?,
        meaning: Meaning {
            class: class?,
            life: life?,
            change: change?,
        },
    })
}

fn patterns(reader: &Reader, fields: &Fields) -> Option<Vec<String>> {
    let node = fields.needed("events")?;
    let patterns = reader.each(node, |node| reader.text(node))?;
    if patterns.is_empty() {
        let problem = Problem::new(Code::WrongValue, "expected names of events, found none");
        reader.note_at(
            node,
            problem.help("name at least one, such as `user.session.*`"),
        );
        return None;
    }
    Some(patterns)
}
