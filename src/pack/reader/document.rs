//! Reads what is recorded of assurance documents, and the red flags.

use super::answer;
use super::condition;
use crate::pack::answer::AnswerKind;
use crate::pack::condition::{Condition, Expected, Test};
use crate::pack::document::{
    Column, DocumentForm, DocumentKind, Field, FieldKind, Holds, KindEntry, RedFlag, RuleStanding,
};
use crate::pack::id::{ControlId, FindingId, PartId};
use crate::pack::question::Severity;
use crate::source::reader::{Fields, Reader};
use crate::source::tree::{Node, Value};
use crate::source::{Code, Place, Problem};

/// Kinds and forms of a pack.
pub(super) struct Forms {
    pub(super) kinds: Vec<KindEntry>,
    pub(super) forms: Vec<DocumentForm>,
}

/// A red flag, and where its control is named.
pub(super) type FlagDraft = (RedFlag, Place);

/// Reads `documents.yaml`.
pub(super) fn forms(reader: &Reader, node: &Node) -> Option<Forms> {
    let fields = reader.map(node)?;
    fields.format_one();
    let listed = fields.needed("forms");
    let forms = listed.and_then(|node| reader.each(node, |node| form(reader, node)));
    let names = forms.iter().flatten().map(|form| form.id.as_str());
    let names = forms.as_ref().map(|_| names.collect::<Vec<&str>>());
    if let (Some(node), Some(names)) = (listed, &names) {
        answer::unique(reader, node, "form", names);
    }
    let listed = fields.needed("kinds");
    let kinds = listed.and_then(|node| {
        let kinds = reader.each(node, |node| kind(reader, node, names.as_deref()))?;
        let ids: Vec<&str> = kinds.iter().map(|entry| entry.kind.name()).collect();
        answer::unique(reader, node, "kind", &ids);
        Some(kinds)
    });
    fields.done();
    let (kinds, forms) = (kinds?, forms?);
    Some(Forms { kinds, forms })
}

/// An entry of the kinds; where the forms cannot be read, which one it names is not held against it.
fn kind(reader: &Reader, node: &Node, forms: Option<&[&str]>) -> Option<KindEntry> {
    let fields = reader.map(node)?;
    let kind = fields
        .needed("id")
        .and_then(|node| reader.one_of(node, DocumentKind::NAMES));
    let title = fields.text("title");
    let form = fields.needed("form").and_then(|node| {
        let (name, forms) = (reader.text(node)?, forms?);
        let at = forms.iter().position(|form| *form == name);
        if at.is_none() {
            reader.unknown(node, Code::UnknownKey, "form", &name, forms);
        }
        at
    });
    fields.done();
    Some(KindEntry {
        kind: kind?,
        title: title?,
        form: form?,
    })
}

fn form(reader: &Reader, node: &Node) -> Option<DocumentForm> {
    let fields = reader.map(node)?;
    let id = fields.text("id");
    let node = fields.needed("fields");
    let listed = node.and_then(|node| reader.each(node, |node| Some((field(reader, node)?, node))));
    fields.done();
    let (node, listed) = (node?, listed?);
    let ids: Vec<&str> = listed.iter().map(|(field, _)| field.id.as_str()).collect();
    answer::unique(reader, node, "field", &ids);
    for (field, node) in &listed {
        for test in field.when.iter().flat_map(Condition::tests) {
            let name = test.question.as_str();
            match listed.iter().find(|(known, _)| known.id.as_str() == name) {
                Some((known, _)) => can_be_met(reader, node, known, test),
                None => reader.unknown(node, Code::UnknownQuestion, "field", name, &ids),
            }
        }
    }
    Some(DocumentForm {
        id: id?,
        fields: listed.into_iter().map(|(field, _)| field).collect(),
    })
}

/// Notes a test that nothing recorded in the field can meet.
fn can_be_met(reader: &Reader, node: &Node, field: &Field, test: &Test) {
    let kind = match &field.holds {
        Holds::One(FieldKind::Answer(kind)) => Some(kind),
        Holds::One(_) | Holds::Rows(_) => None,
    };
    let wanted = match (&test.expected, kind) {
        (
            Expected::Option(id),
            Some(AnswerKind::Choice(options) | AnswerKind::Several(options)),
        ) => {
            let known: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
            if !known.contains(&id.as_str()) {
                reader.unknown(node, Code::UnknownOption, "option", id.as_str(), &known);
            }
            return;
        }
        (Expected::YesNo(_), Some(AnswerKind::YesNo(_))) => return,
        (Expected::Answered, _) if matches!(field.holds, Holds::One(_)) => return,
        (Expected::Option(_), _) => "options",
        (Expected::YesNo(_), _) => "yes or no",
        (Expected::Answered, _) => "one value",
    };
    let message = format!(
        "the condition wants {wanted} of `{}`, which has none",
        field.id
    );
    reader.note_at(node, Problem::new(Code::WrongValue, message));
}

fn field(reader: &Reader, node: &Node) -> Option<Field> {
    let fields = reader.map(node)?;
    let (id, text, find) = (fields.text("id"), fields.text("text"), fields.text("find"));
    let only = fields.optional_value("only", |node| {
        reader.each(node, |node| reader.one_of(node, DocumentKind::NAMES))
    });
    let yes = |key| fields.optional_value(key, |node| reader.boolean(node));
    let (short, past) = (yes("short"), yes("past"));
    let when = fields.optional_value("when", |node| condition::read(reader, node, &mut vec![]));
    let holds = match fields.optional("rows") {
        Some(node) => reader
            .each(node, |node| column(reader, node))
            .map(|columns| {
                let ids: Vec<&str> = columns.iter().map(|column| column.id.as_str()).collect();
                answer::unique(reader, node, "column", &ids);
                Holds::Rows(columns)
            }),
        None => field_kind(reader, &fields).map(Holds::One),
    };
    fields.done();
    Some(Field {
        id: PartId::new(id?),
        text: text?,
        find: find?,
        only: only?.unwrap_or_default(),
        short: short?.unwrap_or(false),
        when: when?,
        past: past?.unwrap_or(false),
        holds: holds?,
    })
}

fn column(reader: &Reader, node: &Node) -> Option<Column> {
    let fields = reader.map(node)?;
    let (id, text) = (fields.text("id"), fields.text("text"));
    let kind = field_kind(reader, &fields);
    let needed = fields.optional_value("needed", |node| reader.boolean(node));
    fields.done();
    Some(Column {
        id: PartId::new(id?),
        text: text?,
        kind: kind?,
        needed: needed?.unwrap_or(false),
    })
}

fn field_kind(reader: &Reader, fields: &Fields) -> Option<FieldKind> {
    let node = fields.needed("kind")?;
    match &node.value {
        Value::Text(name) if name == "topic" => Some(FieldKind::Topic),
        Value::Text(name) if name == "document" => Some(FieldKind::Document),
        _ => answer::kind(reader, fields, node).map(FieldKind::Answer),
    }
}

/// Reads `red-flags.yaml`.
pub(super) fn red_flags(reader: &Reader, node: &Node) -> Option<Vec<FlagDraft>> {
    let fields = reader.map(node)?;
    fields.format_one();
    let listed = fields.needed("red_flags");
    let flags = listed.and_then(|node| reader.each(node, |node| red_flag(reader, node)));
    fields.done();
    let (node, flags) = (listed?, flags?);
    let ids: Vec<&str> = flags.iter().map(|(flag, _)| flag.id.as_str()).collect();
    answer::unique(reader, node, "red flag", &ids);
    Some(flags)
}

fn red_flag(reader: &Reader, node: &Node) -> Option<FlagDraft> {
    let fields = reader.map(node)?;
    let control = fields.needed("control");
    let severities = fields
        .needed("severities")
        .and_then(|node| reader.each(node, |node| reader.one_of(node, Severity::NAMES)));
    let standing = fields
        .needed("standing")
        .and_then(|node| reader.one_of(node, RuleStanding::NAMES));
    let prompt = fields.optional_value("prompt", |node| reader.boolean(node));
    let keys = [
        "id",
        "title",
        "why",
        "source",
        "reads",
        "remediation",
        "clause",
    ];
    let texts = keys.map(|key| fields.text(key));
    fields.done();
    let [id, title, why, source, reads, remediation, clause] = texts;
    let flag = RedFlag {
        id: FindingId::new(id?),
        title: title?,
        why: why?,
        control: ControlId::new(reader.text(control?)?),
        severities: severities?,
        standing: standing?,
        prompt: prompt?.unwrap_or(false),
        source: source?,
        reads: reads?,
        remediation: remediation?,
        clause: clause?,
    };
    Some((flag, reader.place(control?)))
}
