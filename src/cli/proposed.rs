//! From what a document says of itself to a record that waits for somebody to confirm it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::assessment::answer::{Period, Value};
use crate::assessment::document::{Excerpt, GATES, Recorded, Row};
use crate::evidence::assurance::{Proposal, Proposed, Reading};
use crate::pack::document::{Column, DocumentForm, DocumentKind, Field, FieldKind, Holds};
use crate::pack::id::PartId;
use crate::words::{Words, say};

/// What a form takes over of a reading, and where each value was read.
#[derive(Debug, Default)]
pub(super) struct Prefilled {
    /// Values by field.
    pub(super) says: BTreeMap<PartId, Recorded>,
    /// Their places, in the order of the reading.
    pub(super) read: Vec<Excerpt>,
    /// How many values were read and do not fit.
    left: usize,
}

/// Most rows of a list that are taken over; a person has to compare each of them.
const MOST_ROWS: usize = 200;

/// Takes over what fits the form of a kind; days that must have been lie on `until` at the latest.
pub(super) fn prefill(
    reading: &Reading,
    kind: DocumentKind,
    (form, until): (&DocumentForm, NaiveDate),
) -> Prefilled {
    let mut prefilled = Prefilled::default();
    for proposal in &reading.proposals {
        let field = form.field(proposal.field);
        if let Some(field) = field.filter(|field| field.is_of(kind)) {
            prefilled.take(field, proposal, until);
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

impl Prefilled {
    /// What was read and is not taken over, as whoever records it is told.
    pub(super) fn left_out(&self, words: &Words) -> Option<String> {
        (self.left > 0).then(|| say!(words, "told-left-out", count = self.left))
    }

    fn take(&mut self, field: &Field, proposal: &Proposal, until: NaiveDate) {
        let taken = match (&field.holds, &proposal.value) {
            (Holds::One(kind), proposed) => {
                let value = value(kind, proposed).filter(|value| match value {
                    Value::Date(day) => !field.past || *day <= until,
                    _ => true,
                });
                let recorded = value.map(Recorded::One);
                recorded.map(|recorded| self.says.insert(field.id.clone(), recorded))
            }
            .is_some(),
            (Holds::Rows(columns), Proposed::Row(values)) => {
                row(columns, values).is_some_and(|row| self.take_row(field, row))
            }
            (Holds::Rows(_), _) => false,
        };
        if !taken {
            self.left += 1;
            return;
        }
        self.read.push(Excerpt {
            field: field.id.clone(),
            page: u32::try_from(proposal.page).unwrap_or(u32::MAX),
            words: proposal.words.clone(),
        });
    }

    /// Takes a row over, unless there are too many.
    fn take_row(&mut self, field: &Field, row: Row) -> bool {
        let nothing = Recorded::Rows(vec![]);
        let rows = self.says.entry(field.id.clone()).or_insert(nothing);
        match rows {
            Recorded::Rows(rows) if rows.len() < MOST_ROWS => {
                rows.push(row);
                true
            }
            Recorded::Rows(_) | Recorded::One(_) => false,
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
