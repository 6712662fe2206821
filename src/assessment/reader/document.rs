//! Reads assurance documents against their forms in the pack.

use std::collections::BTreeMap;

use super::answer::single;
use super::evidence::file;
use super::{Ground, not_later};
use crate::assessment::answer::Value;
use crate::assessment::document::{Confirmation, Document, Excerpt, GATES, Recorded, Row};
use crate::pack::document::{Column, DocumentForm, DocumentKind, Field, FieldKind, Holds};
use crate::pack::id::{EvidenceId, PartId, TopicId};
use crate::source::reader::Reader;
use crate::source::tree::{self, Node};
use crate::source::{Code, Problem};

/// Most pages a place in a document can name.
const MOST_PAGES: u64 = 1_000_000;

/// A document and the node it was read from.
pub(super) type Placed<'n> = (Document, &'n Node);

/// Reads `documents:`.
pub(super) fn read_all<'n>(
    reader: &Reader,
    node: &'n Node,
    ground: Ground,
) -> Option<Vec<Placed<'n>>> {
    if ground.pack.documents.kinds.is_empty() {
        let problem = Problem::new(Code::UnknownKey, "the pack takes no assurance documents");
        let help = "record them under `evidence:`, or use a pack with `documents:`";
        reader.note_at(node, problem.help(help));
        return None;
    }
    let read = reader.each(node, |node| Some((document(reader, node, ground)?, node)))?;
    let here = read.iter().map(|(document, _)| document);
    let all: Vec<&Document> = here.chain(ground.held).collect();
    for (document, node) in &read {
        refer(reader, node, document, &all);
    }
    Some(read)
}

/// Notes what a document names that the file does not hold.
fn refer(reader: &Reader, node: &Node, document: &Document, all: &[&Document]) {
    let Some(Value::Text(named)) = document.value("report") else {
        return;
    };
    let reports = all.iter().filter(|other| other.kind.is_soc2());
    let ids: Vec<&str> = reports.map(|other| other.id.as_str()).collect();
    if document.kind == DocumentKind::BridgeLetter && !ids.contains(&named.as_str()) {
        reader.unknown(node, Code::UnknownEvidence, "SOC 2 report", named, &ids);
    }
}

fn document(reader: &Reader, node: &Node, ground: Ground) -> Option<Document> {
    let fields = reader.map(node)?;
    let (id, reference) = (fields.text("id"), fields.text("reference"));
    let kind = fields.needed("kind").and_then(|node| {
        let kinds = ground.pack.documents.kinds.iter();
        let names: Vec<_> = kinds.map(|entry| (entry.kind.name(), entry.kind)).collect();
        reader.one_of(node, &names)
    });
    let held_file = fields.optional_value("file", |node| file(reader, node));
    let confirmed = fields.optional_value("confirmed", |node| confirmed(reader, node, ground));
    let form = kind.and_then(|kind| ground.pack.documents.form(kind));
    let says = match (fields.optional("says"), kind.zip(form)) {
        (Some(node), Some((kind, form))) => says(reader, node, kind, form, ground),
        _ => Some(BTreeMap::new()),
    };
    let read = fields.optional_value("read", |node| {
        reader.each(node, |node| excerpt(reader, node, form))
    });
    fields.done();
    Some(Document {
        id: EvidenceId::new(id?),
        kind: kind?,
        reference: reference?,
        file: held_file?,
        confirmed: confirmed?,
        says: says?,
        read: read?.unwrap_or_default(),
    })
}

fn confirmed(reader: &Reader, node: &Node, ground: Ground) -> Option<Confirmation> {
    let fields = reader.map(node)?;
    let by = fields.text("by");
    let on = fields.needed("on").and_then(|node| {
        let date = reader.date(node)?;
        not_later(reader, node, date, ground);
        Some(date)
    });
    fields.done();
    Some(Confirmation { by: by?, on: on? })
}

fn excerpt(reader: &Reader, node: &Node, form: Option<&DocumentForm>) -> Option<Excerpt> {
    let fields = reader.map(node)?;
    let field = fields.needed("field").and_then(|node| {
        let name = reader.text(node)?;
        if let Some(form) = form.filter(|form| form.field(&name).is_none() && name != "kind") {
            let known: Vec<&str> = form.fields.iter().map(|field| field.id.as_str()).collect();
            reader.unknown(node, Code::UnknownKey, "field", &name, &known);
        }
        Some(PartId::new(name))
    });
    let page = fields.needed("page");
    let page = page.and_then(|node| {
        let page = reader.whole(node, MOST_PAGES)?;
        if page == 0 {
            let problem = Problem::new(Code::WrongValue, "pages are counted from 1");
            reader.note_at(node, problem);
        }
        Some(page)
    });
    let words = fields.text("words");
    fields.done();
    Some(Excerpt {
        field: field?,
        page: u32::try_from(page?).expect("the range ends at a million"),
        words: words?,
    })
}

fn says(
    reader: &Reader,
    node: &Node,
    kind: DocumentKind,
    form: &DocumentForm,
    ground: Ground,
) -> Option<BTreeMap<PartId, Recorded>> {
    let fields = reader.map(node)?;
    let mut says = BTreeMap::new();
    let mut complete = true;
    for (name, key, node) in fields.ids() {
        let Some(field) = form.field(name).filter(|field| field.is_of(kind)) else {
            let known = form.fields.iter().filter(|field| field.is_of(kind));
            let known: Vec<&str> = known.map(|field| field.id.as_str()).collect();
            reader.unknown(key, Code::UnknownKey, "field", name, &known);
            complete = false;
            continue;
        };
        if node.value == tree::Value::Null {
            continue;
        }
        match recorded(reader, node, field, ground) {
            Some(value) => drop(says.insert(field.id.clone(), value)),
            None => complete = false,
        }
    }
    for (gate, rows) in GATES {
        let is_denied = says.get(*gate) == Some(&Recorded::One(Value::YesNo(false)));
        let is_told = matches!(says.get(*rows), Some(Recorded::Rows(rows)) if !rows.is_empty());
        if let (true, true, Some(node)) = (is_denied, is_told, fields.optional(rows)) {
            let message = format!("`{gate}` says that there are none, and here are some");
            let problem = Problem::new(Code::EvidenceRefused, message);
            reader.note_at(
                node,
                problem.help(format!("write `{gate}: yes`, or leave out the rows")),
            );
        }
    }
    fields.done();
    complete.then_some(says)
}

fn recorded(reader: &Reader, node: &Node, field: &Field, ground: Ground) -> Option<Recorded> {
    match &field.holds {
        Holds::One(kind) => {
            let value = value(reader, node, kind, ground)?;
            if let (true, Value::Date(date)) = (field.past, &value) {
                not_later(reader, node, *date, ground);
            }
            Some(Recorded::One(value))
        }
        Holds::Rows(columns) => {
            let rows = reader.each(node, |node| row(reader, node, columns, ground))?;
            Some(Recorded::Rows(rows))
        }
    }
}

fn row(reader: &Reader, node: &Node, columns: &[Column], ground: Ground) -> Option<Row> {
    let fields = reader.map(node)?;
    let mut row = Row::new();
    let mut complete = true;
    for (name, key, node) in fields.ids() {
        let Some(column) = columns.iter().find(|column| column.id.as_str() == name) else {
            let known: Vec<&str> = columns.iter().map(|column| column.id.as_str()).collect();
            reader.unknown(key, Code::UnknownKey, "key", name, &known);
            complete = false;
            continue;
        };
        if node.value == tree::Value::Null {
            continue;
        }
        match value(reader, node, &column.kind, ground) {
            Some(value) => drop(row.insert(column.id.clone(), value)),
            None => complete = false,
        }
    }
    fields.done();
    for column in columns.iter().filter(|column| column.needed) {
        if complete && !row.contains_key(&column.id) {
            let message = format!("the row has no `{}`", column.id);
            reader.note_at(node, Problem::new(Code::MissingKey, message));
            complete = false;
        }
    }
    complete.then_some(row)
}

fn value(reader: &Reader, node: &Node, kind: &FieldKind, ground: Ground) -> Option<Value> {
    match kind {
        FieldKind::Answer(kind) => single(reader, node, kind),
        FieldKind::Document => reader.text(node).map(Value::Text),
        FieldKind::Topic => {
            let name = reader.text(node)?;
            let topics = &ground.pack.catalogue.topics;
            if topics.iter().all(|topic| topic.id != TopicId::new(&*name)) {
                let known: Vec<&str> = topics.iter().map(|topic| topic.id.as_str()).collect();
                reader.unknown(node, Code::UnknownTopic, "topic", &name, &known);
            }
            Some(Value::Text(name))
        }
    }
}
