//! Reads conditions, keeping the place of each test for the checks of the whole pack.

use crate::pack::condition::{Condition, Expected, Test};
use crate::pack::id::{OptionId, PartId, QuestionId};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::{Node, Value};
use crate::source::{Code, Place, Problem};

/// Where the words of a test stand; in the order of `Condition::tests`.
#[derive(Debug, Clone)]
pub(super) struct TestPlaces {
    pub(super) question: Place,
    pub(super) part: Option<Place>,
    pub(super) expected: Place,
}

/// Reads `when:`.
pub(super) fn read(
    reader: &Reader,
    node: &Node,
    places: &mut Vec<TestPlaces>,
) -> Option<Condition> {
    let fields = reader.map(node)?;
    let condition = if let Some(node) = fields.optional("all") {
        list(reader, node, places).map(Condition::All)
    } else if let Some(node) = fields.optional("any") {
        list(reader, node, places).map(Condition::Any)
    } else if let Some(node) = fields.optional("not") {
        read(reader, node, places).map(|inner| Condition::Not(Box::new(inner)))
    } else {
        test(reader, &fields, places).map(Condition::Test)
    };
    fields.done();
    condition
}

fn list(reader: &Reader, node: &Node, places: &mut Vec<TestPlaces>) -> Option<Vec<Condition>> {
    let items = reader.list(node)?;
    if items.is_empty() {
        let problem = Problem::new(Code::WrongValue, "expected at least one condition");
        reader.note_at(node, problem);
        return None;
    }
    let read: Vec<Option<Condition>> = items
        .iter()
        .map(|node| read(reader, node, places))
        .collect();
    read.into_iter().collect()
}

/// `answered: yes`; its opposite is a condition of its own.
fn answered(reader: &Reader, node: &Node) -> Option<Expected> {
    if reader.boolean(node)? {
        return Some(Expected::Answered);
    }
    let problem = Problem::new(Code::WrongValue, "expected `answered: yes`");
    reader.note_at(
        node,
        problem.help("write `not: {question: Q.x, answered: yes}`"),
    );
    None
}

fn test(reader: &Reader, fields: &Fields, places: &mut Vec<TestPlaces>) -> Option<Test> {
    let question = fields.needed("question");
    let id = question.and_then(|node| reader.text(node));
    let part_node = fields.optional("part");
    let part = part_node.and_then(|node| reader.text(node));
    let (node, expected) = match (fields.optional("is"), fields.optional("answered")) {
        (Some(node), None) => (node, is(reader, node)),
        (None, Some(node)) => (node, answered(reader, node)),
        _ => {
            let problem = Problem::new(Code::MissingKey, "expected one of `is` and `answered`");
            reader.note_at(
                fields.node(),
                problem.help("write `{question: Q.x, is: option}`"),
            );
            return None;
        }
    };
    let (question, id, expected) = (question?, id?, expected?);
    places.push(TestPlaces {
        question: reader.place(question),
        part: part_node.map(|node| reader.place(node)),
        expected: reader.place(node),
    });
    Some(Test {
        question: QuestionId::new(id),
        part: part.map(PartId::new),
        expected,
    })
}

fn is(reader: &Reader, node: &Node) -> Option<Expected> {
    match &node.value {
        Value::Bool(value) => Some(Expected::YesNo(*value)),
        _ => match reader.text(node)?.as_str() {
            "yes" => Some(Expected::YesNo(true)),
            "no" => Some(Expected::YesNo(false)),
            option => Some(Expected::Option(OptionId::new(option))),
        },
    }
}
