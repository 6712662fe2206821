//! YAML as a tree in which every value knows its place.
//!
//! One function stands between us and the YAML library: [`parse`]. Keys may occur twice in the
//! tree, so that the reader can report every repetition; sizes, depth and aliases are bounded.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use super::{Code, Place, Problem, Source};

/// Longest text that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Deepest nesting that is read.
const MAX_DEPTH: usize = 32;

/// Most values that are read from one text.
const MAX_NODES: usize = 400_000;

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Bytes of the text it stands in.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing, or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole or decimal number.
    Number(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order written, repetitions kept.
    Map(Vec<(Node, Node)>),
}

impl Value {
    /// What it is, in the words of a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
        }
    }
}

/// Reads YAML into a tree.
///
/// # Errors
///
/// One problem when the text is no YAML, holds more than one document, or goes over a limit.
pub fn parse(source: &Arc<Source>) -> Result<Node, Problem> {
    let text = source.text();
    if text.len() > MAX_BYTES {
        return Err(Problem::new(
            Code::OverLimit,
            format!("`{}` is larger than {MAX_BYTES} bytes", source.name()),
        )
        .help("split it, or move attachments into files beside it"));
    }
    let read: Spanned<Bare> = serde_yaml::from_str_with_options(text, options())
        .map_err(|error| refuse(source, &error))?;
    Ok(locate(read, text))
}

fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        strict_booleans: true,
        with_snippet: false,
        duplicate_keys: serde_yaml::options::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_yaml::options::MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: serde_yaml::options::NonFiniteFloatPolicy::AsString,
        budget: serde_yaml::budget! {
            max_depth: MAX_DEPTH,
            max_nodes: MAX_NODES,
            max_events: 2 * MAX_NODES,
            max_aliases: 1_000,
            max_anchors: 1_000,
        },
    }
}

/// Turns the library's refusal into a problem of ours.
fn refuse(source: &Arc<Source>, error: &serde_yaml::Error) -> Problem {
    let message = error.without_snippet().to_string();
    let over = message.contains("budget") || message.contains("limit");
    let code = if over { Code::OverLimit } else { Code::Syntax };
    let message = message.lines().next().unwrap_or("not YAML");
    let message = message.split(" at line ").next().unwrap_or(message);
    let problem = Problem::new(code, message.to_string()).help(if over {
        "the file nests, repeats or refers to itself more than an honest file does"
    } else {
        "the text is not valid YAML here; check indentation, quotes and brackets above this line"
    });
    match error.location() {
        Some(location) => problem.at(Place::new(source, start_of(source.text(), &location))),
        None => problem,
    }
}

/// Byte range of a location that may only know line and column.
fn start_of(text: &str, location: &serde_yaml::Location) -> Range<usize> {
    let line = usize::try_from(location.line()).unwrap_or(1).max(1);
    let column = usize::try_from(location.column()).unwrap_or(1).max(1);
    let from: usize = text
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let rest = text.get(from..).unwrap_or("");
    let offset = rest
        .char_indices()
        .nth(column - 1)
        .map_or(rest.len(), |(at, _)| at);
    let at = (from + offset).min(text.len());
    at..text[at..].chars().next().map_or(at, |c| at + c.len_utf8())
}

/// A value whose parts have places, before its own is known.
enum Bare {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Spanned<Bare>>),
    Map(Vec<(Spanned<Bare>, Spanned<Bare>)>),
}

fn locate(read: Spanned<Bare>, text: &str) -> Node {
    // A number or switch is read again as it was written, which an alias to it does not show.
    let place = match read.value {
        Bare::Number(_) | Bare::Bool(_) => &read.defined,
        Bare::Null | Bare::Text(_) | Bare::List(_) | Bare::Map(_) => &read.referenced,
    };
    let span = byte_range(place, text);
    let value = match read.value {
        Bare::Null => Value::Null,
        Bare::Bool(value) => Value::Bool(value),
        Bare::Number(value) => Value::Number(value),
        Bare::Text(value) => Value::Text(value),
        Bare::List(items) => {
            Value::List(items.into_iter().map(|node| locate(node, text)).collect())
        }
        Bare::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| (locate(key, text), locate(value, text)))
                .collect(),
        ),
    };
    Node { span, value }
}

fn byte_range(location: &serde_yaml::Location, text: &str) -> Range<usize> {
    let span = location.span();
    let start = span.byte_offset().and_then(|at| usize::try_from(at).ok());
    let length = span.byte_len().and_then(|at| usize::try_from(at).ok());
    match (start, length) {
        (Some(start), Some(length)) if start + length <= text.len() => {
            let end = start + length;
            start
                ..start
                    + text
                        .get(start..end)
                        .map_or(length, |part| part.trim_end().len())
        }
        _ => start_of(text, location),
    }
}

impl<'de> Deserialize<'de> for Bare {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BareVisitor)
    }
}

struct BareVisitor;

impl<'de> Visitor<'de> for BareVisitor {
    type Value = Bare;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Bare, E> {
        Ok(Bare::Null)
    }

    fn visit_none<E>(self) -> Result<Bare, E> {
        Ok(Bare::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Bare, D::Error> {
        Bare::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Bare, E> {
        Ok(Bare::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Bare, E> {
        Ok(Bare::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Bare, E> {
        Ok(Bare::Number(value as f64))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Bare, E> {
        Ok(Bare::Number(value as f64))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Bare, E> {
        Ok(Bare::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Bare, E> {
        Ok(Bare::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Bare, E> {
        Ok(Bare::Text(value.to_string()))
    }

    fn visit_string<E>(self, value: String) -> Result<Bare, E> {
        Ok(Bare::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Bare, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Bare::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Bare, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Bare::Map(entries))
    }
}
