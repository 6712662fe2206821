//! From what a document says of itself to a record that waits for somebody to confirm it.

use std::collections::BTreeMap;

use crate::assessment::answer::{Period, Value};
use crate::assessment::document::{Excerpt, Recorded, Row};
use crate::evidence::assurance::{Proposal, Proposed, Reading};
use crate::pack::document::{Column, DocumentForm, DocumentKind, Field, FieldKind, Holds};
use crate::pack::id::PartId;

/// What a form takes over of a reading, and where each value was read.
#[derive(Debug, Default)]
pub(super) struct Prefilled {
    /// Values by field.
    pub(super) says: BTreeMap<PartId, Recorded>,
    /// Their places, in the order of the reading.
    pub(super) read: Vec<Excerpt>,
}

/// Takes over what fits the form of a kind.
pub(super) fn prefill(reading: &Reading, kind: DocumentKind, form: &DocumentForm) -> Prefilled {
    let mut prefilled = Prefilled::default();
    for proposal in &reading.proposals {
        let field = form.field(proposal.field);
        if let Some(field) = field.filter(|field| field.is_of(kind)) {
            prefilled.take(field, proposal);
        }
    }
    // A list that was found answers the question whether there is one.
    for (gate, rows) in GATES {
        if prefilled.says.contains_key(*rows) && form.field(gate).is_some() {
            let yes = Recorded::One(Value::YesNo(true));
            prefilled.says.entry(PartId::new(*gate)).or_insert(yes);
        }
    }
    prefilled
}

/// Questions that stand before a list of rows.
const GATES: &[(&str, &str)] = &[
    ("has-exceptions", "exceptions"),
    ("has-entity-controls", "entity-controls"),
    ("has-subservice", "subservice"),
    ("has-incidents", "incidents"),
    ("has-exclusions", "exclusions"),
];

impl Prefilled {
    fn take(&mut self, field: &Field, proposal: &Proposal) {
        let taken = match (&field.holds, &proposal.value) {
            (Holds::One(kind), proposed) => match value(kind, proposed) {
                Some(value) => {
                    let recorded = Recorded::One(value);
                    self.says.insert(field.id.clone(), recorded);
                    true
                }
                None => false,
            },
            (Holds::Rows(columns), Proposed::Row(values)) => match row(columns, values) {
                Some(row) => {
                    let nothing = Recorded::Rows(vec![]);
                    let rows = self.says.entry(field.id.clone()).or_insert(nothing);
                    if let Recorded::Rows(rows) = rows {
                        rows.push(row);
                    }
                    true
                }
                None => false,
            },
            (Holds::Rows(_), _) => false,
        };
        if taken {
            self.read.push(Excerpt {
                field: field.id.clone(),
                page: u32::try_from(proposal.page).unwrap_or(u32::MAX),
                words: proposal.words.clone(),
            });
        }
    }
}

/// A row, when it has what a row needs.
fn row(columns: &[Column], values: &[(&'static str, Proposed)]) -> Option<Row> {
    let found = values.iter().filter_map(|(id, proposed)| {
        let column = columns.iter().find(|column| column.id.as_str() == *id)?;
        Some((column.id.clone(), value(&column.kind, proposed)?))
    });
    let row: Row = found.collect();
    let mut needed = columns.iter().filter(|column| column.needed);
    needed
        .all(|column| row.contains_key(&column.id))
        .then_some(row)
}

fn value(kind: &FieldKind, proposed: &Proposed) -> Option<Value> {
    let value = match proposed {
        Proposed::Choice(id) => Value::Choice((*id).into()),
        Proposed::Several(ids) => Value::Several(ids.iter().map(|&id| id.into()).collect()),
        Proposed::YesNo(yes) => Value::YesNo(*yes),
        Proposed::Date(date) => Value::Date(*date),
        Proposed::Period { from, to } => Value::Period(Period {
            from: *from,
            to: *to,
        }),
        Proposed::Count(count) => Value::Count(*count),
        Proposed::Text(text) => Value::Text(text.clone()),
        Proposed::List(lines) => Value::List(lines.clone()),
        Proposed::Row(_) => return None,
    };
    kind.takes(&value).then_some(value)
}
