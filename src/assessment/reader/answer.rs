//! Reads responses: answers by kind, and the reasons why there is none.

use std::collections::BTreeMap;

use super::{Ground, not_later};
use crate::assessment::answer::{
    Approval, Asked, Duration, NotApplicable, Period, Response, State, Value,
};
use crate::assessment::value::{self, Refusal};
use crate::pack::answer::{AnswerKind, Choice, Form, Part};
use crate::pack::id::{OptionId, PartId, QuestionId};
use crate::pack::language::Language;
use crate::pack::question::{Question, Role};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::{self, Node};
use crate::source::{Code, Problem};
use crate::words::Words;

/// Reads `answers:`.
pub(super) fn read_all(
    reader: &Reader,
    node: &Node,
    ground: Ground,
) -> Option<BTreeMap<QuestionId, Response>> {
    let fields = reader.map(node)?;
    let mut answers = BTreeMap::new();
    let mut complete = true;
    for (name, key, node) in fields.ids() {
        let id = QuestionId::new(name);
        let Some(question) = ground.pack.question(&id) else {
            let known: Vec<&str> = ground
                .pack
                .questions()
                .map(|known| known.id.as_str())
                .collect();
            reader.unknown(key, Code::UnknownQuestion, "question", name, &known);
            complete = false;
            continue;
        };
        match response(reader, node, question, ground) {
            Some(response) => drop(answers.insert(id, response)),
            None => complete = false,
        }
    }
    fields.done();
    complete.then_some(answers)
}

fn response(reader: &Reader, node: &Node, question: &Question, ground: Ground) -> Option<Response> {
    let fields = reader.map(node)?;
    let note = fields.optional_text("note");
    let by = fields.optional_text("by");
    let on = fields.optional("on").and_then(|node| {
        let date = reader.date(node)?;
        not_later(reader, node, date, ground);
        Some(date)
    });
    let who = by.as_deref().or(ground.assessor);
    let state = state(reader, &fields, question, ground, who);
    fields.done();
    Some(Response {
        state: state?,
        note,
        by,
        on,
    })
}

fn state(
    reader: &Reader,
    fields: &Fields,
    question: &Question,
    ground: Ground,
    who: Option<&str>,
) -> Option<State> {
    let value = fields.optional("value");
    let unknown = fields.optional("unknown");
    let na = fields.optional("na");
    match (value, unknown, na) {
        (None, None, None) => Some(State::Open),
        (Some(node), None, None) => form(reader, node, &question.form).map(State::Answered),
        (None, Some(node), None) => asked(reader, node, ground).map(State::Unknown),
        (None, None, Some(node)) => {
            allowed(reader, node, question, ground);
            not_applicable(reader, node, ground, who).map(State::NotApplicable)
        }
        _ => {
            let message = "expected only one of `value`, `unknown` and `na`";
            reader.note_at(fields.node(), Problem::new(Code::WrongValue, message));
            None
        }
    }
}

fn asked(reader: &Reader, node: &Node, ground: Ground) -> Option<Asked> {
    let fields = reader.map(node)?;
    let who = fields.text("asked");
    let on = day(reader, &fields, ground);
    fields.done();
    Some(Asked { who: who?, on: on? })
}

fn day(reader: &Reader, fields: &Fields, ground: Ground) -> Option<chrono::NaiveDate> {
    let node = fields.needed("on")?;
    let date = reader.date(node)?;
    not_later(reader, node, date, ground);
    Some(date)
}

/// Notes `not applicable` on a question that must be answered.
fn allowed(reader: &Reader, node: &Node, question: &Question, ground: Ground) {
    let refused = match &question.role {
        Role::Scored(scored) => {
            let control = ground.pack.model.control(&scored.control);
            control.filter(|control| !control.na_allowed)
        }
        _ => None,
    };
    if let Some(control) = refused {
        let message = format!(
            "`{}` cannot be set aside: control `{}` applies to every provider",
            question.id, control.id
        );
        let help = "answer it, or say `unknown` with who was asked and when";
        reader.note_at(
            node,
            Problem::new(Code::NotApplicableRefused, message).help(help),
        );
    }
}

fn not_applicable(
    reader: &Reader,
    node: &Node,
    ground: Ground,
    who: Option<&str>,
) -> Option<NotApplicable> {
    let fields = reader.map(node)?;
    let reason = fields.text("reason");
    let approved = fields.optional_value("approved", |node| approval(reader, node, ground, who));
    fields.done();
    Some(NotApplicable {
        reason: reason?,
        approved: approved?,
    })
}

fn approval(reader: &Reader, node: &Node, ground: Ground, who: Option<&str>) -> Option<Approval> {
    let fields = reader.map(node)?;
    let by = fields.text("by");
    let on = day(reader, &fields, ground);
    fields.done();
    let by = by?;
    let same = |who: &str| who.trim().to_lowercase() == by.trim().to_lowercase();
    if who.is_some_and(same) {
        let message = format!("`{by}` approves what `{by}` set aside");
        let help = "a second person must approve that a question does not apply";
        reader.note_at(node, Problem::new(Code::SamePerson, message).help(help));
    }
    Some(Approval { by, on: on? })
}

fn form(reader: &Reader, node: &Node, form: &Form) -> Option<Value> {
    match form {
        Form::Single(kind) => single(reader, node, kind),
        Form::Parts(parts) => self::parts(reader, node, parts).map(Value::Parts),
    }
}

fn parts(reader: &Reader, node: &Node, known: &[Part]) -> Option<BTreeMap<PartId, Value>> {
    let fields = reader.map(node)?;
    let mut values = BTreeMap::new();
    let mut complete = true;
    for (name, key, node) in fields.ids() {
        let Some(part) = known.iter().find(|part| part.id.as_str() == name) else {
            let names: Vec<&str> = known.iter().map(|part| part.id.as_str()).collect();
            reader.unknown(key, Code::UnknownPart, "part", name, &names);
            complete = false;
            continue;
        };
        if node.value == tree::Value::Null {
            continue;
        }
        match single(reader, node, &part.kind) {
            Some(value) => drop(values.insert(part.id.clone(), value)),
            None => complete = false,
        }
    }
    fields.done();
    complete.then_some(values)
}

/// Reads a value of that kind.
pub(super) fn single(reader: &Reader, node: &Node, kind: &AnswerKind) -> Option<Value> {
    match kind {
        AnswerKind::Choice(options) => one(reader, node, options).map(Value::Choice),
        AnswerKind::Several(options) => several(reader, node, options).map(Value::Several),
        AnswerKind::YesNo(_) => reader.boolean(node).map(Value::YesNo),
        AnswerKind::Duration(_) => {
            let text = reader.text(node)?;
            accept(reader, node, Duration::parse(english(), &text)).map(Value::Duration)
        }
        AnswerKind::Count(_) => reader.whole(node, value::MOST_COUNTED).map(Value::Count),
        AnswerKind::Percent(_) => {
            let text = reader.text(node)?;
            accept(reader, node, value::percent(english(), &text)).map(Value::Percent)
        }
        AnswerKind::Date => reader.date(node).map(Value::Date),
        AnswerKind::Period => period(reader, node).map(Value::Period),
        AnswerKind::List => reader.each(node, |node| reader.text(node)).map(Value::List),
        AnswerKind::Text => reader.text(node).map(Value::Text),
    }
}

/// The language of files and of what is wrong with them.
fn english() -> &'static Words {
    Words::of(Language::English)
}

fn accept<T>(reader: &Reader, node: &Node, read: Result<T, Refusal>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(refusal) => {
            let problem = Problem::new(Code::WrongValue, refusal.message).help(refusal.help);
            reader.note_at(node, problem);
            None
        }
    }
}

fn one(reader: &Reader, node: &Node, options: &[Choice]) -> Option<OptionId> {
    let text = reader.text(node)?;
    match value::option(english(), &text, options) {
        Ok(id) => Some(id),
        Err(refusal) => {
            let problem = Problem::new(Code::UnknownOption, refusal.message).help(refusal.help);
            reader.note_at(node, problem);
            None
        }
    }
}

/// Chosen options in the order of the question, so that the order written makes no difference.
fn several(reader: &Reader, node: &Node, options: &[Choice]) -> Option<Vec<OptionId>> {
    let chosen = reader.each(node, |node| {
        let id = one(reader, node, options)?;
        Some((id, node))
    })?;
    for (at, (id, node)) in chosen.iter().enumerate() {
        if chosen[..at].iter().any(|(before, _)| before == id) {
            let message = format!("option `{id}` is chosen twice");
            reader.note_at(node, Problem::new(Code::DuplicateId, message));
        }
    }
    let ids: Vec<OptionId> = chosen.iter().map(|(id, _)| id.clone()).collect();
    accept(reader, node, value::together(english(), &ids, options))?;
    let is_chosen = |option: &&Choice| chosen.iter().any(|(id, _)| *id == option.id);
    let options = options.iter().filter(is_chosen);
    Some(options.map(|option| option.id.clone()).collect())
}

/// Reads `{from: …, to: …}`.
pub(super) fn period(reader: &Reader, node: &Node) -> Option<Period> {
    let fields = reader.map(node)?;
    let date = |key| fields.needed(key).and_then(|node| reader.date(node));
    let (from, to) = (date("from"), date("to"));
    fields.done();
    let (from, to) = (from?, to?);
    if to < from {
        let message = format!("the period ends on `{to}`, before it begins on `{from}`");
        reader.note_at(node, Problem::new(Code::WrongValue, message));
        return None;
    }
    Some(Period { from, to })
}
