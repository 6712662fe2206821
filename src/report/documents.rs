//! The register of assurance documents: what each is, what it counts as, and until when.
//!
//! A document that does not count is listed with what it lacks, so that nobody takes it for proof.

pub(super) mod counts;
mod described;

use serde::Serialize;

use self::counts::counts_as;
use super::{Audience, Material, print};
use crate::assessment::document::{Document, Excerpt};
use crate::checks::documents::dates::{StopsCounting, stops_counting};
use crate::words::say;

/// Every assurance document, in the order recorded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Documents {
    /// The documents.
    pub documents: Vec<DocumentRow>,
    /// Whether any of them has a file.
    pub has_files: bool,
    /// What the program read in them, for whoever gets everything.
    pub excerpts: Vec<ExcerptRow>,
    /// Ids of evidence records that stand for a document which nobody recorded field by field.
    pub unread: Vec<String>,
}

/// An assurance document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentRow {
    /// Its id.
    pub id: String,
    /// What kind of document it is.
    pub kind: String,
    /// What it is and where it is kept, as recorded.
    pub reference: String,
    /// The days that it bears.
    pub dates: Vec<String>,
    /// Who signed or issued it, and what they say.
    pub standing: Vec<String>,
    /// What it counts as, or why it does not count.
    pub counts_as: String,
    /// Time since the last day that it speaks about.
    pub age: Option<String>,
    /// The first day on which it counts no more; none for what does not count.
    pub stops: Option<String>,
    /// Why it stops counting then.
    pub because: Option<String>,
    /// The document that followed it.
    pub followed_by: Option<String>,
    /// Who confirmed what is recorded of it, and when.
    pub confirmed: Option<String>,
    /// Path of the file beside the assessment.
    pub file: Option<String>,
    /// Digest of the file when it was recorded.
    pub sha256: Option<String>,
}

/// The words that a proposed value was read from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExcerptRow {
    /// The document.
    pub document: String,
    /// The field.
    pub field: String,
    /// Page, from 1.
    pub page: u32,
    /// The words.
    pub words: String,
}

/// Writes down the register of documents.
pub fn documents(material: &Material) -> Documents {
    let stops = stops_counting(&material.reading.held);
    let all = &material.assessment.documents;
    let records = material.assessment.evidence.iter();
    let unread = records.filter(|record| record.kind.is_assurance_document());
    Documents {
        documents: all.iter().map(|held| row(material, held, &stops)).collect(),
        has_files: all.iter().any(|held| held.file.is_some()),
        excerpts: match material.frame.audience {
            Audience::Architect => all.iter().flat_map(excerpts).collect(),
            Audience::Committee | Audience::Analyst => vec![],
        },
        unread: unread.map(|record| record.id.to_string()).collect(),
    }
}

fn row(material: &Material, document: &Document, stops: &[StopsCounting]) -> DocumentRow {
    let counts_as = counts_as(material, document);
    let stop = stops.iter().find(|stop| stop.document == document.id);
    let stop = stop.filter(|_| counts_as.can_stop);
    let confirmed = document.confirmed.as_ref();
    let file = document.file.as_ref();
    let words = material.words;
    let described = described::described(words, document);
    DocumentRow {
        id: document.id.to_string(),
        kind: material.kind_of(document),
        reference: document.reference.clone(),
        age: described
            .last_day
            .and_then(|day| print::age(words, day, material.assessment.as_of)),
        dates: described.dates,
        standing: described.standing,
        counts_as: counts_as.words,
        stops: stop.map(|stop| words.date(stop.on)),
        because: stop.map(|stop| stop.because.clone()),
        followed_by: material.follower(document).map(ToString::to_string),
        confirmed: confirmed.map(|confirmed| {
            let (by, day) = (confirmed.by.as_str(), words.date(confirmed.on));
            say!(words, "document-confirmed", by, day)
        }),
        file: file.map(|file| file.path.clone()),
        sha256: file.map(|file| file.sha256.clone()),
    }
}

fn excerpts(document: &Document) -> impl Iterator<Item = ExcerptRow> + '_ {
    let row = |excerpt: &Excerpt| ExcerptRow {
        document: document.id.to_string(),
        field: excerpt.field.to_string(),
        page: excerpt.page,
        words: excerpt.words.clone(),
    };
    document.read.iter().map(row)
}
