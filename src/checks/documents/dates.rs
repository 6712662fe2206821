//! The day on which each document stops counting.

use chrono::{Days, NaiveDate};

use super::held::Held;
use super::rules::{OUTDATED, UNSPOKEN, end_of_2013};
use crate::assessment::document::Document;
use crate::assessment::document::certificate::Certificate;
use crate::assessment::document::other::{Authorisation, Letter};
use crate::assessment::document::soc2::Soc2;
use crate::pack::id::EvidenceId;
use crate::words::{Words, say};

/// When a document stops counting, and by which rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopsCounting {
    /// The document.
    pub document: EvidenceId,
    /// The first day on which it counts no more.
    pub on: NaiveDate,
    /// Why, as a reader is told.
    pub because: String,
}

/// The day for each document that has one, in the order recorded.
pub fn stops_counting(held: &Held) -> Vec<StopsCounting> {
    let documents = held.assessment.documents.iter();
    documents
        .filter(|document| document.is_confirmed())
        .filter_map(|document| stop(held.words(), document))
        .collect()
}

fn stop(words: &Words, document: &Document) -> Option<StopsCounting> {
    let (on, because) = if let Some(report) = Soc2::of(document) {
        let because = say!(words, "stops-report");
        (after(report.end()?, OUTDATED)?, because)
    } else if let Some(letter) = Letter::of(document) {
        let because = say!(words, "stops-letter");
        (after(letter.covers?.to, UNSPOKEN)?, because)
    } else if let Some(authorisation) = Authorisation::of(document) {
        let because = say!(words, "stops-authorisation");
        (after(authorisation.date?, OUTDATED)?, because)
    } else if let Some(certificate) = Certificate::of(document) {
        let expiry = certificate.expiry.and_then(|expiry| after(expiry, 0));
        let is_old = certificate.is_of_old_edition();
        let edition = is_old.then(|| after(end_of_2013(), 0)).flatten();
        match (expiry, edition) {
            (Some(expiry), Some(edition)) if edition < expiry => {
                (edition, say!(words, "stops-edition"))
            }
            (Some(expiry), _) => (expiry, say!(words, "stops-certificate")),
            (None, Some(edition)) => (edition, say!(words, "stops-edition")),
            (None, None) => return None,
        }
    } else {
        return None;
    };
    Some(StopsCounting {
        document: document.id.clone(),
        on,
        because,
    })
}

/// The day after the last of `days` days behind a day.
fn after(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let days = u64::try_from(days).ok()?.checked_add(1)?;
    day.checked_add_days(Days::new(days))
}
