//! Reads what was read from an artefact: facts with their places, oddities, marks of a part.

use chrono::{DateTime, Utc};

use super::Ground;
use crate::evidence::fact::{Basis, Fact, FactValue, Limit, MOST, Place};
use crate::evidence::reading::{Anomaly, AsOf, AsOfSource, Covers, Reading};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::{Node, Value};
use crate::source::{Code, Problem};

/// Reads `read:` of an evidence record.
pub(super) fn read(reader: &Reader, node: &Node, ground: Ground) -> Option<Reading> {
    let fields = reader.map(node)?;
    let (family, format) = (fields.text("family"), fields.text("format"));
    let as_of = fields
        .needed("as_of")
        .and_then(|node| as_of(reader, node, ground));
    let covers = fields.optional_value("covers", |node| covers(reader, node));
    let items = fields
        .needed("items")
        .and_then(|node| reader.whole(node, MOST as u64));
    let facts = list(reader, &fields, "facts", fact);
    let anomalies = list(reader, &fields, "odd", anomaly);
    let partial = list(reader, &fields, "partial", |reader, node| reader.text(node));
    fields.done();
    Some(Reading {
        family: family?,
        format: format?,
        as_of: as_of?,
        covers: covers?,
        items: items?,
        facts: facts?,
        anomalies: anomalies?,
        partial: partial?,
    })
}

fn list<T>(
    reader: &Reader,
    fields: &Fields,
    key: &'static str,
    read: impl Fn(&Reader, &Node) -> Option<T>,
) -> Option<Vec<T>> {
    let items = fields.optional_value(key, |node| reader.each(node, |node| read(reader, node)));
    items.map(Option::unwrap_or_default)
}

fn as_of(reader: &Reader, node: &Node, ground: Ground) -> Option<AsOf> {
    let fields = reader.map(node)?;
    let at = fields.needed("at");
    let moment_at = at.and_then(|node| moment(reader, node));
    let by = fields.needed("by");
    let by = by.and_then(|node| reader.one_of(node, AsOfSource::NAMES));
    fields.done();
    if let (Some(node), Some(at)) = (at, moment_at) {
        super::not_later(reader, node, at.date_naive(), ground);
    }
    Some(AsOf {
        at: moment_at?,
        by: by?,
    })
}

fn covers(reader: &Reader, node: &Node) -> Option<Covers> {
    let fields = reader.map(node)?;
    let from = fields.needed("from").and_then(|node| moment(reader, node));
    let to = fields.needed("to").and_then(|node| moment(reader, node));
    fields.done();
    let (from, to) = (from?, to?);
    if to < from {
        let problem = Problem::new(Code::OutOfRange, "the last moment lies before the first");
        reader.note_at(node, problem);
        return None;
    }
    Some(Covers { from, to })
}

fn moment(reader: &Reader, node: &Node) -> Option<DateTime<Utc>> {
    let text = reader.text(node)?;
    match DateTime::parse_from_rfc3339(&text) {
        Ok(at) => Some(at.to_utc()),
        Err(_) => {
            let problem = Problem::new(Code::BadDate, "expected a moment");
            let help = "write it as `2026-11-22T10:00:00Z`";
            reader.note_at(node, problem.help(help));
            None
        }
    }
}

fn fact(reader: &Reader, node: &Node) -> Option<Fact> {
    let fields = reader.map(node)?;
    let name = fields.text("fact");
    let value = value(reader, &fields);
    let basis = fields.needed("basis");
    let basis = basis.and_then(|node| reader.one_of(node, Basis::NAMES));
    let place = place(reader, &fields);
    let about = fields.optional_value("about", |node| reader.text(node));
    let is_whole = fields.optional_value("whole", |node| reader.boolean(node));
    let uncertain = fields.optional_value("uncertain", |node| reader.number(node, 0.0..=MOST));
    fields.done();
    Some(Fact {
        name: name?.into(),
        value: value?,
        basis: basis?,
        place: place?,
        about: about?,
        is_whole: is_whole?.unwrap_or(true),
        uncertain: uncertain?.unwrap_or(0.0),
    })
}

/// Words that stand for a limit which is no number.
const LIMITS: &[(&str, Limit)] = &[
    ("unlimited", Limit::Unlimited),
    ("unset", Limit::Unset),
    ("unknown", Limit::Unknown),
];

fn value(reader: &Reader, fields: &Fields) -> Option<FactValue> {
    if let Some(node) = fields.optional("seconds") {
        return reader.number(node, 0.0..=MOST).map(FactValue::Duration);
    }
    if let Some(node) = fields.optional("limit") {
        let limit = match node.value {
            Value::Text(_) => reader.one_of(node, LIMITS)?,
            _ => Limit::Finite(reader.number(node, 0.0..=MOST)?),
        };
        return Some(FactValue::Limit(limit));
    }
    if let Some(node) = fields.optional("count") {
        return reader.whole(node, MOST as u64).map(FactValue::Count);
    }
    if let Some(node) = fields.optional("date") {
        return moment(reader, node).map(FactValue::Date);
    }
    if let Some(node) = fields.optional("names") {
        let names = reader.each(node, |node| reader.text(node))?;
        return Some(FactValue::Set(names.into_iter().collect()));
    }
    if let Some(node) = fields.optional("holds") {
        return reader.boolean(node).map(FactValue::Holds);
    }
    share(reader, fields)
}

fn share(reader: &Reader, fields: &Fields) -> Option<FactValue> {
    let Some(node) = fields.optional("part") else {
        let message = "the fact has no value";
        let help = "write one of `seconds`, `limit`, `count`, `date`, `names`, `holds`, or `part` and `of`";
        reader.note_at(
            fields.node(),
            Problem::new(Code::MissingKey, message).help(help),
        );
        return None;
    };
    let part = reader.whole(node, MOST as u64);
    let of = fields
        .needed("of")
        .and_then(|node| reader.whole(node, MOST as u64));
    let (part, of) = (part?, of?);
    if part > of {
        reader.note_at(
            node,
            Problem::new(Code::OutOfRange, "the part is more than the whole"),
        );
        return None;
    }
    Some(FactValue::Share { part, of })
}

fn place(reader: &Reader, fields: &Fields) -> Option<Place> {
    let path = fields.optional_value("path", |node| reader.text(node))?;
    let line = fields.optional_value("line", |node| reader.whole(node, MOST as u64))?;
    Some(Place::new(path.unwrap_or_default(), line))
}

fn anomaly(reader: &Reader, node: &Node) -> Option<Anomaly> {
    let fields = reader.map(node)?;
    let what = fields.text("what");
    let place = place(reader, &fields);
    fields.done();
    Some(Anomaly {
        what: what?,
        place: place?,
    })
}
