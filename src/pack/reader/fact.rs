//! Reads what artefacts can say, and which questions it answers.

use super::answer;
use crate::pack::fact::{Bound, Comparison, FactEntry, FactKind, FactLink, FactTest};
use crate::pack::id::{FactId, OptionId, PartId};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::Node;
use crate::source::{Code, Place, Problem};

/// Reads `facts.yaml`.
pub(super) fn catalogue(reader: &Reader, node: &Node) -> Option<Vec<FactEntry>> {
    let fields = reader.map(node)?;
    fields.format_one();
    let listed = fields.needed("facts");
    let entries = listed.and_then(|node| reader.each(node, |node| entry(reader, node)));
    fields.done();
    let (node, entries) = (listed?, entries?);
    let ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    answer::unique(reader, node, "fact", &ids);
    Some(entries)
}

fn entry(reader: &Reader, node: &Node) -> Option<FactEntry> {
    let fields = reader.map(node)?;
    let (id, title) = (fields.text("id"), fields.text("title"));
    let kind = fields.needed("kind");
    let kind = kind.and_then(|node| reader.one_of(node, FactKind::NAMES));
    let whole_days = fields.optional_value("whole_days", |node| reader.boolean(node));
    fields.done();
    Some(FactEntry {
        id: FactId::new(id?),
        kind: kind?,
        title: title?,
        whole_days: whole_days?.unwrap_or(false),
    })
}

/// A link, and where it names its fact.
pub(super) type LinkDraft = (FactLink, Place);

/// Reads one entry of a question's `facts:`.
pub(super) fn link(reader: &Reader, node: &Node) -> Option<LinkDraft> {
    let fields = reader.map(node)?;
    let fact = fields.needed("fact");
    let part = fields.optional_value("part", |node| reader.text(node).map(PartId::new));
    let families =
        fields.optional_value("from", |node| reader.each(node, |node| reader.text(node)));
    let proves = fields.optional_value("proves", |node| reader.boolean(node));
    let comparison = comparison(reader, &fields);
    fields.done();
    let link = FactLink {
        fact: FactId::new(reader.text(fact?)?),
        part: part?,
        families: families?.unwrap_or_default(),
        proves: proves?.unwrap_or(true),
        comparison: comparison?,
    };
    Some((link, reader.place(fact?)))
}

/// What `claim:` can say.
#[derive(Clone, Copy, PartialEq)]
enum Claim {
    AtMost,
    AtLeast,
    Contains,
}

const CLAIMS: &[(&str, Claim)] = &[
    ("at-most", Claim::AtMost),
    ("at-least", Claim::AtLeast),
    ("contains", Claim::Contains),
];

fn comparison(reader: &Reader, fields: &Fields) -> Option<Comparison> {
    let test = fields.optional("if");
    let claim = fields.optional("claim");
    match (claim, test) {
        (Some(node), None) => match reader.one_of(node, CLAIMS)? {
            Claim::AtMost => {
                let tolerance = fields.optional_value("tolerance", |node| reader.positive(node));
                let tolerance = tolerance?.unwrap_or(0.0);
                Some(Comparison::AtMost { tolerance })
            }
            Claim::AtLeast => Some(Comparison::AtLeast),
            Claim::Contains => {
                let of = options(reader, fields, "of")?;
                Some(Comparison::Contains { of })
            }
        },
        (None, Some(node)) => {
            let bound = bound(reader, node);
            let refutes = options(reader, fields, "refutes");
            let to = fields.optional_value("to", |node| reader.text(node).map(OptionId::new));
            let confirms = options(reader, fields, "confirms");
            Some(Comparison::Test(FactTest {
                bound: bound?,
                refutes: refutes?,
                to: to?,
                confirms: confirms?,
            }))
        }
        _ => {
            let problem = Problem::new(Code::MissingKey, "expected one of `claim` and `if`");
            let help = "write `claim: at-most`, or `if: {over: 0}` with `refutes: [...]`";
            reader.note_at(fields.node(), problem.help(help));
            None
        }
    }
}

fn options(reader: &Reader, fields: &Fields, key: &'static str) -> Option<Vec<OptionId>> {
    let ids = fields.optional_value(key, |node| {
        reader.each(node, |node| reader.text(node).map(OptionId::new))
    });
    ids.map(Option::unwrap_or_default)
}

fn bound(reader: &Reader, node: &Node) -> Option<Bound> {
    let fields = reader.map(node)?;
    let number = |node| reader.number(node, 0.0..=1e12);
    let is = fields.optional_value("is", |node| reader.boolean(node));
    let over = fields.optional_value("over", number);
    let under = fields.optional_value("under", number);
    fields.done();
    match (is?, over?, under?) {
        (Some(holds), None, None) => Some(Bound::Is(holds)),
        (None, Some(number), None) => Some(Bound::Over(number)),
        (None, None, Some(number)) => Some(Bound::Under(number)),
        _ => {
            let problem = Problem::new(Code::WrongValue, "expected one bound");
            let help = "write `{is: no}`, `{over: 0}` or `{under: 100}`";
            reader.note_at(node, problem.help(help));
            None
        }
    }
}
