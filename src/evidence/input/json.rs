//! JSON that remembers where everything stands: one text or several behind each other.
//!
//! `serde_json` does the parsing. Each level is read as raw slices of the text, so that a value knows its
//! place, a key that stands twice is seen, and depth and number of values are bounded.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::Refusal;
use crate::evidence::fact::Place;

/// Deepest nesting that is read.
pub const DEPTH: usize = 64;
/// Most values that are read.
pub const VALUES: usize = 2_000_000;

/// The JSON texts of a file.
#[derive(Debug)]
pub struct Document<'c> {
    text: &'c str,
    roots: Vec<Json<'c>>,
    duplicates: Vec<(String, usize)>,
    /// Where each line ends, found when the first place is asked for.
    line_ends: OnceCell<Vec<usize>>,
}

/// A value.
#[derive(Debug)]
pub struct Json<'c> {
    at: usize,
    end: usize,
    kind: Kind<'c>,
}

#[derive(Debug)]
enum Kind<'c> {
    Null,
    Bool(bool),
    Number(&'c str),
    Text(Cow<'c, str>),
    List(Vec<Json<'c>>),
    Map(Vec<(Cow<'c, str>, Json<'c>)>),
}

impl<'c> Document<'c> {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// Where it is no JSON, too deep or too much.
    pub fn parse(text: &'c str) -> Result<Self, Refusal> {
        let mut builder = Builder {
            text,
            values: 0,
            duplicates: vec![],
        };
        let mut roots = vec![];
        for raw in serde_json::Deserializer::from_str(text).into_iter::<&RawValue>() {
            let raw = raw.map_err(|error| syntax(&error))?;
            roots.push(builder.build(raw, 0)?);
        }
        match roots.is_empty() {
            true => Err(Refusal::new(
                "it is empty",
                "name a file that holds something",
            )),
            false => Ok(Self {
                text,
                roots,
                duplicates: builder.duplicates,
                line_ends: OnceCell::new(),
            }),
        }
    }

    /// The texts in it, at least one.
    pub fn roots(&self) -> &[Json<'c>] {
        &self.roots
    }

    /// Keys that stand twice in one object, and where the second stands.
    pub fn duplicates(&self) -> impl Iterator<Item = (&str, Place)> {
        let line = |at: &usize| self.line(*at);
        self.duplicates
            .iter()
            .map(move |(key, at)| (key.as_str(), Place::new("", Some(line(at)))))
    }

    /// Where a value of this document stands: its JSON pointer, with the number of its text in front where
    /// there are several, and its line.
    pub fn place(&self, value: &Json) -> Place {
        let root = holder(&self.roots, value);
        let mut path = String::new();
        if let Some(root) = root {
            if self.roots.len() > 1 {
                path = format!("record {} ", root + 1);
            }
            self.roots[root].point(value, &mut path);
        }
        Place::new(path.trim_end(), Some(self.line(value.at)))
    }

    fn line(&self, at: usize) -> u64 {
        let ends = self
            .line_ends
            .get_or_init(|| memchr::memchr_iter(b'\n', self.text.as_bytes()).collect());
        ends.partition_point(|end| *end < at) as u64 + 1
    }

    /// Everything that can be the answer itself: each text, and what recorders of API calls wrap it in.
    ///
    /// Recorders put the answer under `data`, `body`, `response` or `Content`-like keys beside a status; those
    /// come after the text that holds them.
    pub fn views(&self) -> Vec<&Json<'c>> {
        let mut views: Vec<&Json> = self.roots.iter().collect();
        let mut at = 0;
        while at < views.len() && views.len() < 10_000 {
            views.extend(views[at].wrapped());
            at += 1;
        }
        views
    }
}

/// Which of several values, which stand in the order of the text, holds that one.
fn holder(values: &[Json], value: &Json) -> Option<usize> {
    let at = values.partition_point(|held| held.end < value.end);
    values
        .get(at)
        .is_some_and(|held| held.holds(value))
        .then_some(at)
}

/// What a syntax error says, without the text around it.
fn syntax(error: &serde_json::Error) -> Refusal {
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or("syntax error");
    Refusal::new(
        format!("its JSON is broken: {what}"),
        "export it again; a text cut off in the middle cannot be read",
    )
    .on(error.line() as u64)
}

struct Builder<'c> {
    text: &'c str,
    values: usize,
    duplicates: Vec<(String, usize)>,
}

impl<'c> Builder<'c> {
    fn build(&mut self, raw: &'c RawValue, depth: usize) -> Result<Json<'c>, Refusal> {
        let slice = raw.get();
        let at = slice.as_ptr() as usize - self.text.as_ptr() as usize;
        self.values += 1;
        if depth > DEPTH {
            let what = format!("it is nested more than {DEPTH} deep");
            return Err(Refusal::new(
                what,
                "export it anew, or the part that is needed",
            ));
        }
        if self.values > VALUES {
            let what = format!("it holds more than {VALUES} values");
            let help = "export a part of it; a log is read whole when each line holds one event";
            return Err(Refusal::new(what, help));
        }
        let parse = |error: serde_json::Error| syntax(&error);
        let kind = match slice.as_bytes().first() {
            Some(b'{') => {
                let mut deserializer = serde_json::Deserializer::from_str(slice);
                let entries = deserializer.deserialize_map(Entries).map_err(parse)?;
                let mut map: Vec<(Cow<str>, Json)> = Vec::with_capacity(entries.len());
                let mut names: std::collections::BTreeSet<String> = Default::default();
                for (key, raw) in entries {
                    let value = self.build(raw, depth + 1)?;
                    if !names.insert(key.to_string()) && self.duplicates.len() < 100 {
                        self.duplicates.push((key.to_string(), value.at));
                    }
                    map.push((key, value));
                }
                Kind::Map(map)
            }
            Some(b'[') => {
                let mut deserializer = serde_json::Deserializer::from_str(slice);
                let items = deserializer.deserialize_seq(Items).map_err(parse)?;
                let items = items.into_iter().map(|raw| self.build(raw, depth + 1));
                Kind::List(items.collect::<Result<_, _>>()?)
            }
            Some(b'"') => {
                let text: Shared = serde_json::from_str(slice).map_err(parse)?;
                Kind::Text(text.0)
            }
            Some(b't') => Kind::Bool(true),
            Some(b'f') => Kind::Bool(false),
            Some(b'n') => Kind::Null,
            _ => Kind::Number(slice),
        };
        let end = at + slice.len();
        Ok(Json { at, end, kind })
    }
}

/// A text that is borrowed where it holds no escapes.
#[derive(serde::Deserialize)]
struct Shared<'c>(#[serde(borrow)] Cow<'c, str>);

struct Entries;

impl<'c> Visitor<'c> for Entries {
    type Value = Vec<(Cow<'c, str>, &'c RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "an object")
    }

    fn visit_map<A: MapAccess<'c>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = vec![];
        while let Some((key, value)) = map.next_entry::<Shared, &RawValue>()? {
            entries.push((key.0, value));
        }
        Ok(entries)
    }
}

struct Items;

impl<'c> Visitor<'c> for Items {
    type Value = Vec<&'c RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "a list")
    }

    fn visit_seq<A: SeqAccess<'c>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = vec![];
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(items)
    }
}

/// Keys under which recorders of API calls keep the answer.
const WRAPPERS: [&str; 4] = ["data", "body", "response", "responseBody"];
/// Keys that only a recorder writes beside them.
const RECORDED: [&str; 9] = [
    "status_code",
    "statusCode",
    "status",
    "headers",
    "rawHeaders",
    "scope",
    "method",
    "lease_id",
    "request_id",
];

impl<'c> Json<'c> {
    fn holds(&self, other: &Json) -> bool {
        self.at <= other.at && other.end <= self.end
    }

    fn point(&self, value: &Json, path: &mut String) {
        if self.at == value.at && self.end == value.end {
            return;
        }
        match &self.kind {
            Kind::List(items) => {
                if let Some(at) = holder(items, value) {
                    path.push_str(&format!("/{at}"));
                    items[at].point(value, path);
                }
            }
            Kind::Map(entries) => {
                if let Some((key, held)) = entries.iter().find(|(_, held)| held.holds(value)) {
                    path.push('/');
                    path.push_str(&key.replace('~', "~0").replace('/', "~1"));
                    held.point(value, path);
                }
            }
            _ => {}
        }
    }

    /// What a recorder of API calls wrapped: nothing, an answer, or the answers of a list of calls.
    fn wrapped(&self) -> Vec<&Json<'c>> {
        match &self.kind {
            Kind::Map(_) if RECORDED.iter().any(|key| self.get(key).is_some()) => {
                let inner = WRAPPERS.iter().filter_map(|key| self.get(key));
                inner
                    .filter(|inner| matches!(inner.kind, Kind::Map(_) | Kind::List(_)))
                    .collect()
            }
            Kind::List(calls) => calls.iter().flat_map(Json::wrapped).collect(),
            _ => vec![],
        }
    }

    /// First byte of it in the text.
    pub fn start(&self) -> usize {
        self.at
    }

    /// First byte behind it in the text.
    pub fn end(&self) -> usize {
        self.end
    }

    /// The value of a key, where this is an object that has it; the last of several.
    pub fn get(&self, key: &str) -> Option<&Json<'c>> {
        let mut entries = self.entries().iter().rev();
        entries
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }

    /// The value under keys within keys.
    pub fn at(&self, keys: &[&str]) -> Option<&Json<'c>> {
        keys.iter().try_fold(self, |value, key| value.get(key))
    }

    /// Whether this is an object with that key, whatever its value.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The entries of an object, in the order of the file; none of anything else.
    pub fn entries(&self) -> &[(Cow<'c, str>, Json<'c>)] {
        match &self.kind {
            Kind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Json<'c>] {
        match &self.kind {
            Kind::List(items) => items,
            _ => &[],
        }
    }

    /// The items of a list, or the thing itself where it is none: for keys that take one or several.
    pub fn one_or_more(&self) -> &[Json<'c>] {
        match &self.kind {
            Kind::List(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    /// Whether it is an object.
    pub fn is_map(&self) -> bool {
        matches!(self.kind, Kind::Map(_))
    }

    /// Whether it is a list.
    pub fn is_list(&self) -> bool {
        matches!(self.kind, Kind::List(_))
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// Whether it is a string.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text(_))
    }

    /// The text of a string.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, also where it is written as a string.
    pub fn number(&self) -> Option<f64> {
        let number: f64 = match &self.kind {
            Kind::Number(text) => text.parse().ok()?,
            Kind::Text(text) => text.trim().parse().ok()?,
            _ => return None,
        };
        number.is_finite().then_some(number)
    }

    /// The truth value, also where it is written as a string: `true`, `True`, `false`.
    pub fn holds_true(&self) -> Option<bool> {
        match &self.kind {
            Kind::Bool(holds) => Some(*holds),
            Kind::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Kind::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    /// The text under a key.
    pub fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }

    /// The number under a key.
    pub fn number_of(&self, key: &str) -> Option<f64> {
        self.get(key)?.number()
    }

    /// The truth value under a key.
    pub fn truth_of(&self, key: &str) -> Option<bool> {
        self.get(key)?.holds_true()
    }

    /// Every value in it, itself first, in the order of the file.
    pub fn all(&self) -> Vec<&Json<'c>> {
        let mut found = vec![];
        let mut open = vec![self];
        while let Some(value) = open.pop() {
            found.push(value);
            match &value.kind {
                Kind::List(items) => open.extend(items.iter().rev()),
                Kind::Map(entries) => open.extend(entries.iter().rev().map(|(_, value)| value)),
                _ => {}
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_knows_its_pointer_and_line() {
        let text = "{\n \"a/b\": [1,\n  {\"c\": \"x\"}]\n}";
        let document = Document::parse(text).expect("it is JSON");
        let list = document.roots()[0].get("a/b").expect("it is there");
        let value = list.items()[1].get("c").expect("it is there");
        let place = document.place(value);
        assert_eq!((place.path.as_str(), place.line), ("/a~1b/1/c", Some(3)));
    }

    #[test]
    fn several_texts_are_numbered() {
        let document = Document::parse("{\"a\":1}\n{\"a\":2}").expect("it is JSON");
        let second = document.roots()[1].get("a").expect("it is there");
        assert_eq!(document.place(second).to_string(), "line 2, record 2 /a");
    }

    #[test]
    fn the_last_of_a_key_counts_and_the_others_are_told() {
        let document = Document::parse("{\"a\":1,\n\"a\":2}").expect("it is JSON");
        assert_eq!(document.roots()[0].number_of("a"), Some(2.0));
        let told: Vec<_> = document.duplicates().collect();
        assert_eq!(told, [("a", Place::new("", Some(2)))]);
    }

    #[test]
    fn depth_is_bounded() {
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(Document::parse(&deep(DEPTH + 1)).is_ok());
        let refused = Document::parse(&deep(DEPTH + 2)).expect_err("it is too deep");
        assert!(refused.what.contains("nested"), "{refused}");
        assert!(Document::parse(&deep(1_000_000)).is_err());
    }

    #[test]
    fn a_broken_text_names_its_line_and_not_its_words() {
        let refused =
            Document::parse("{\"a\": 1,\n\"client_secret\": hunter2}").expect_err("no JSON");
        assert_eq!(refused.line, Some(2));
        assert!(!refused.what.contains("hunter2"));
    }

    #[test]
    fn recorders_are_unwrapped() {
        let text = r#"[{"scope":"s","method":"GET","status":200,"response":{"clients":[]}}]"#;
        let document = Document::parse(text).expect("it is JSON");
        let views = document.views();
        assert!(views.iter().any(|view| view.has("clients")));
        let text = r#"{"status_code":200,"data":{"AccessKeyMetadata":[]}}"#;
        let document = Document::parse(text).expect("it is JSON");
        assert!(document.views()[1].has("AccessKeyMetadata"));
    }
}
