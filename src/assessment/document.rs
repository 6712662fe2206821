//! Assurance documents as somebody read them: SOC 2 reports, certificates, letters.
//!
//! A document holds the fields of its form in the pack, and counts only once a person has confirmed
//! them. What is not recorded is not known; the typed views ([`soc2`], [`certificate`], [`other`])
//! keep that apart from what is recorded as absent.

pub mod certificate;
pub mod other;
pub mod soc2;
pub mod topic;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::answer::{Period, Value};
use super::evidence::EvidenceFile;
use super::live::is_expected;
use super::value::fits;
use crate::pack::document::{DocumentForm, DocumentKind, Field, FieldKind, Holds};
use crate::pack::id::{EvidenceId, OptionId, PartId};
use crate::pack::question::Depth;
use crate::source::names::value_of;

/// An assurance document and what is recorded of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Id, unique among the documents and evidence records of the assessment.
    pub id: EvidenceId,
    /// What it is.
    pub kind: DocumentKind,
    /// What and where it is, in words.
    pub reference: String,
    /// A file beside the assessment.
    pub file: Option<EvidenceFile>,
    /// Who confirmed what is recorded here; until then nothing of it counts.
    pub confirmed: Option<Confirmation>,
    /// What is recorded, by field of its form.
    pub says: BTreeMap<PartId, Recorded>,
    /// Where the program read what it proposed, in the order of the document.
    pub read: Vec<Excerpt>,
}

/// Who confirmed a document, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Who read the document and found the record right.
    pub by: String,
    /// When.
    pub on: NaiveDate,
}

/// What is recorded in a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Recorded {
    /// One value.
    One(Value),
    /// Rows of named values.
    Rows(Vec<Row>),
}

/// Questions whether there is any row, each with the field of the rows.
pub const GATES: &[(&str, &str)] = &[
    ("has-exceptions", "exceptions"),
    ("has-entity-controls", "entity-controls"),
    ("has-subservice", "subservice"),
    ("has-incidents", "incidents"),
    ("has-exclusions", "exclusions"),
];

/// A row: values by column.
pub type Row = BTreeMap<PartId, Value>;

/// The words a proposed value was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The field.
    pub field: PartId,
    /// Page, from 1.
    pub page: u32,
    /// The words, on one line.
    pub words: String,
}

impl Document {
    /// Whether a person has confirmed it.
    pub fn is_confirmed(&self) -> bool {
        self.confirmed.is_some()
    }

    /// Every day that it bears and that cannot lie after the day assessed.
    pub fn days<'a>(&'a self, form: &'a DocumentForm) -> impl Iterator<Item = NaiveDate> + 'a {
        let past = form.fields.iter().filter(|field| field.past);
        let dates = past.filter_map(|field| self.date(field.id.as_str()));
        let confirmed = self.confirmed.iter().map(|confirmed| confirmed.on);
        dates.chain(confirmed)
    }

    /// Whether a field is asked, given the depth and what is recorded.
    pub fn asks(&self, form: &DocumentForm, field: &Field, depth: Depth) -> bool {
        let reached = field.short || depth >= Depth::Standard;
        let live = field.when.as_ref().is_none_or(|condition| {
            condition.holds(&|test| {
                let tested = form.field(test.question.as_str());
                let is_there = tested.is_some_and(|field| field.is_of(self.kind));
                match self.says.get(test.question.as_str()) {
                    Some(Recorded::One(value)) if is_there => is_expected(test, value),
                    _ => false,
                }
            })
        });
        field.is_of(self.kind) && reached && live
    }

    /// The fields that are asked and not recorded, in the order of the form.
    pub fn open<'f>(&self, form: &'f DocumentForm, depth: Depth) -> Vec<&'f Field> {
        let fields = form.fields.iter();
        fields
            .filter(|field| self.asks(form, field, depth) && !self.says.contains_key(&field.id))
            .collect()
    }

    /// The value of a field of one value.
    pub fn value(&self, field: &str) -> Option<&Value> {
        match self.says.get(field)? {
            Recorded::One(value) => Some(value),
            Recorded::Rows(_) => None,
        }
    }

    /// The rows of a field; none recorded at all is `None`, an empty list is what was looked for
    /// and not found.
    pub fn rows(&self, field: &str) -> Option<&[Row]> {
        match self.says.get(field)? {
            Recorded::Rows(rows) => Some(rows),
            Recorded::One(_) => None,
        }
    }

    /// The rows of a field that a question stands before: none of them where it is answered no.
    fn gated(&self, gate: &str, field: &str) -> Option<&[Row]> {
        match (self.yes(gate), self.rows(field)) {
            (Some(false), _) => Some(&[]),
            (_, Some([])) if self.yes(gate) == Some(true) => None,
            (_, rows) => rows,
        }
    }

    fn date(&self, field: &str) -> Option<NaiveDate> {
        self.value(field).and_then(as_date)
    }

    fn period(&self, field: &str) -> Option<Period> {
        match self.value(field)? {
            Value::Period(period) => Some(*period),
            _ => None,
        }
    }

    fn yes(&self, field: &str) -> Option<bool> {
        self.value(field).and_then(as_yes)
    }

    fn text(&self, field: &str) -> Option<&str> {
        self.value(field).and_then(as_text)
    }

    fn count(&self, field: &str) -> Option<u64> {
        self.value(field).and_then(as_count)
    }

    fn list(&self, field: &str) -> Option<&[String]> {
        match self.value(field)? {
            Value::List(lines) => Some(lines),
            _ => None,
        }
    }

    fn several(&self, field: &str) -> Option<&[OptionId]> {
        self.value(field).and_then(as_several)
    }

    fn one_of<T: Copy>(&self, field: &str, names: &[(&str, T)]) -> Option<T> {
        self.value(field).and_then(|value| as_one_of(value, names))
    }
}

fn as_date(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Date(date) => Some(*date),
        _ => None,
    }
}

fn as_yes(value: &Value) -> Option<bool> {
    match value {
        Value::YesNo(yes) => Some(*yes),
        _ => None,
    }
}

fn as_text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn as_count(value: &Value) -> Option<u64> {
    match value {
        Value::Count(count) => Some(*count),
        _ => None,
    }
}

fn as_several(value: &Value) -> Option<&[OptionId]> {
    match value {
        Value::Several(chosen) => Some(chosen),
        _ => None,
    }
}

fn as_one_of<T: Copy>(value: &Value, names: &[(&str, T)]) -> Option<T> {
    match value {
        Value::Choice(chosen) => value_of(names, chosen.as_str()),
        _ => None,
    }
}

/// Whether the name of a product stands in a text: the same words in the same order, whatever
/// their case and what separates them.
pub fn names_product(text: &str, product: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let split = text.split(|letter: char| !letter.is_alphanumeric());
        let words = split.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (text, product) = (words(text), words(product));
    !product.is_empty() && text.windows(product.len()).any(|found| found == product)
}

impl FieldKind {
    /// Whether a value is of this kind, options included.
    pub fn takes(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Answer(kind), value) => fits(kind, value),
            (Self::Topic | Self::Document, Value::Text(_)) => true,
            (Self::Topic | Self::Document, _) => false,
        }
    }
}

impl Holds {
    /// Whether what is recorded has the shape of the field.
    pub fn fits(&self, recorded: &Recorded) -> bool {
        matches!(
            (self, recorded),
            (Self::One(_), Recorded::One(_)) | (Self::Rows(_), Recorded::Rows(_))
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_named_by_its_words_in_order() {
        let scope = "Operation of the Larkhaven Access-Cloud (identity service)";
        assert!(names_product(scope, "larkhaven access cloud"));
        assert!(!names_product(scope, "Access Larkhaven"));
        assert!(!names_product(
            "Larkhaven Access Clouds",
            "Larkhaven Access Cloud"
        ));
        assert!(!names_product(scope, "—"));
    }
}
