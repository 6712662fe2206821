//! A record or document on the calendar: its days, and how far it counts on the day assessed.

use chrono::NaiveDate;

use crate::assessment::calendar::months_between;
use crate::assessment::document::Document;
use crate::assessment::document::certificate::Certificate;
use crate::assessment::document::other::{Authorisation, Letter, Summary};
use crate::assessment::document::soc2::Soc2;
use crate::assessment::evidence::EvidenceRecord;
use crate::checks::documents::credit::credits;
use crate::pack::model::EvidenceKind;
use crate::report::{Material, terms};
use crate::words::{Words, say};

/// How far something counts on the day assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// In full.
    Full,
    /// Less and less: its time of grace is over.
    Part,
    /// It is from before the year, or gives no credit.
    Past,
}

impl Standing {
    /// From the freshest.
    pub const ALL: [Self; 3] = [Self::Full, Self::Part, Self::Past];

    /// The name of its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Part => "part",
            Self::Past => "past",
        }
    }

    /// What it means.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Full => say!(words, "evidence-fresh"),
            Self::Part => say!(words, "evidence-ageing"),
            Self::Past => say!(words, "evidence-past"),
        }
    }
}

/// A record or document, before it is written down.
pub struct Entry {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: String,
    /// What records of this kind are called together.
    pub kinds: String,
    /// What and where it is, as recorded.
    pub reference: String,
    /// First and last day; the same for a day, none where no day is recorded.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// How far it counts.
    pub standing: Standing,
}

/// All documents, then all records, against the time that begins on a day.
pub fn entries(material: &Material, from: NaiveDate) -> Vec<Entry> {
    let documents = material.assessment.documents.iter();
    let records = material.assessment.evidence.iter();
    documents
        .map(|document| of_document(material, document, from))
        .chain(records.map(|record| of_record(material, record, from)))
        .collect()
}

fn of_record(material: &Material, record: &EvidenceRecord, from: NaiveDate) -> Entry {
    let days = record
        .tested_period()
        .map_or((record.date, record.date), |period| {
            (period.from, period.to)
        });
    let (words, age) = (material.words, record.age(material.assessment.as_of));
    Entry {
        id: record.id.to_string(),
        kind: terms::kind(words, record.kind),
        kinds: say!(
            words,
            "figure-timeline-kinds",
            kinds = terms::kinds(words, record.kind),
            origin = terms::origin(words, record.origin)
        ),
        reference: record.reference.clone(),
        standing: standing(material, record.kind, age, days.1 < from),
        days: Some(days),
    }
}

fn of_document(material: &Material, document: &Document, from: NaiveDate) -> Entry {
    let days = days(document);
    let credits = credits(&material.reading.held);
    let credit = credits
        .iter()
        .find(|credit| credit.document.id == document.id);
    let is_before = days.is_none_or(|(_, to)| to < from);
    let kind = material.kind_of(document);
    Entry {
        id: document.id.to_string(),
        kinds: kind.clone(),
        kind,
        reference: document.reference.clone(),
        standing: credit.map_or(Standing::Past, |credit| {
            let age = months_between(credit.aged_from, material.assessment.as_of);
            standing(material, credit.kind, age, is_before)
        }),
        days,
    }
}

fn standing(material: &Material, kind: EvidenceKind, age: f64, is_before: bool) -> Standing {
    let rung = material.pack.model.evidence.ladder.get(&kind);
    let grace = rung.and_then(|rung| rung.grace_months);
    match grace {
        _ if is_before => Standing::Past,
        Some(grace) if age > grace => Standing::Part,
        Some(_) | None => Standing::Full,
    }
}

/// The time that a document speaks about; a certificate, the time that it is good for.
fn days(document: &Document) -> Option<(NaiveDate, NaiveDate)> {
    let on = |day: NaiveDate| (day, day);
    if let Some(report) = Soc2::of(document) {
        let period = report.period.filter(|_| report.is_type_two());
        let day = report.as_of.or(report.report_date);
        return period
            .map(|period| (period.from, period.to))
            .or(day.map(on));
    }
    if let Some(certificate) = Certificate::of(document) {
        let until = certificate.expiry.or(certificate.audited());
        return match (certificate.issue, until) {
            (Some(from), Some(to)) if from < to => Some((from, to)),
            (Some(day), _) | (None, Some(day)) => Some(on(day)),
            (None, None) => None,
        };
    }
    if let Some(letter) = Letter::of(document) {
        let covers = letter.covers.map(|covers| (covers.from, covers.to));
        return covers.or(letter.signed.map(on));
    }
    if let Some(authorisation) = Authorisation::of(document) {
        return authorisation.date.map(on);
    }
    Summary::of(document)?.date.map(on)
}
