//! The keys of one map: what is asked for is read, what nobody asks for is noted.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::Reader;
use crate::source::tree::{Node, Value};
use crate::source::{Code, Place, Problem};

#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) key: &'a Node,
    value: &'a Node,
    read: Cell<bool>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(key: &'a Node, value: &'a Node) -> Self {
        Self {
            key,
            value,
            read: Cell::new(false),
        }
    }
}

/// The keys of one map, taken one by one.
#[derive(Debug)]
pub struct Fields<'a> {
    reader: &'a Reader,
    node: &'a Node,
    entries: BTreeMap<&'a str, Entry<'a>>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(
        reader: &'a Reader,
        node: &'a Node,
        entries: BTreeMap<&'a str, Entry<'a>>,
    ) -> Self {
        Self {
            reader,
            node,
            entries,
            asked: RefCell::default(),
        }
    }

    /// The map itself.
    pub fn node(&self) -> &'a Node {
        self.node
    }

    /// The value of a key that may be missing; `null` counts as missing.
    pub fn optional(&self, key: &'static str) -> Option<&'a Node> {
        self.asked.borrow_mut().push(key);
        let entry = self.entries.get(key)?;
        entry.read.set(true);
        (entry.value.value != Value::Null).then_some(entry.value)
    }

    /// What `read` makes of a key that may be missing; `None` when it is there and wrong.
    pub fn optional_value<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&'a Node) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.optional(key) {
            Some(node) => read(node).map(Some),
            None => Some(None),
        }
    }

    /// The value of a key that must be there.
    pub fn needed(&self, key: &'static str) -> Option<&'a Node> {
        let found = self.optional(key);
        if found.is_none() {
            self.missing(key);
        }
        found
    }

    fn missing(&self, key: &str) {
        let place = match self.entries.get(key) {
            Some(entry) => self.reader.place(entry.key),
            None => self.first_line(),
        };
        self.reader.note(
            Problem::new(Code::MissingKey, format!("key `{key}` is missing"))
                .at(place)
                .label("in this map"),
        );
    }

    /// The map's first key: a caret under a whole map would hide more than it shows.
    fn first_line(&self) -> Place {
        match &self.node.value {
            Value::Map(entries) if !entries.is_empty() => self.reader.place(&entries[0].0),
            _ => self.reader.place(self.node),
        }
    }

    /// Every key and value, for maps whose keys are ids; all count as read.
    pub fn ids(&self) -> Vec<(&'a str, &'a Node, &'a Node)> {
        let Value::Map(written) = &self.node.value else {
            return vec![];
        };
        let first = |key: &Node| {
            let Value::Text(name) = &key.value else {
                return None;
            };
            self.entries
                .get_key_value(name.as_str())
                .filter(|(_, entry)| std::ptr::eq(entry.key, key))
        };
        let taken = written.iter().filter_map(|(key, _)| first(key));
        taken
            .map(|(name, entry)| {
                entry.read.set(true);
                (*name, entry.key, entry.value)
            })
            .collect()
    }

    /// Notes a `format` other than 1, the only one there is.
    pub fn format_one(&self) {
        let Some(node) = self.needed("format") else {
            return;
        };
        if node.value != Value::Number(1.0) {
            let problem = Problem::new(Code::WrongValue, "this format is not known");
            self.reader
                .note_at(node, problem.help("this version reads `format: 1`"));
        }
    }

    /// Text of a needed key.
    pub fn text(&self, key: &'static str) -> Option<String> {
        self.needed(key).and_then(|node| self.reader.text(node))
    }

    /// Text of a key that may be missing.
    pub fn optional_text(&self, key: &'static str) -> Option<String> {
        self.optional(key).and_then(|node| self.reader.text(node))
    }

    /// Notes every key that nobody asked for.
    pub fn done(self) {
        let asked = self.asked.borrow();
        let unread = self.entries.iter().filter(|(_, entry)| !entry.read.get());
        for (name, entry) in unread {
            self.reader
                .unknown(entry.key, Code::UnknownKey, "key", name, &asked);
        }
    }
}
