//! The day on which each document stops counting.

use chrono::{Days, NaiveDate};

use super::held::Held;
use super::rules::{OUTDATED, UNSPOKEN, end_of_2013};
use crate::assessment::document::Document;
use crate::assessment::document::certificate::Certificate;
use crate::assessment::document::other::{Authorisation, Letter};
use crate::assessment::document::soc2::Soc2;
use crate::pack::id::EvidenceId;

/// When a document stops counting, and by which rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopsCounting {
    /// The document.
    pub document: EvidenceId,
    /// The first day on which it counts no more.
    pub on: NaiveDate,
    /// Why, as a reader is told.
    pub because: &'static str,
}

/// The day for each document that has one, in the order recorded.
pub fn stops_counting(held: &Held) -> Vec<StopsCounting> {
    let documents = held.assessment.documents.iter();
    documents
        .filter(|document| document.is_confirmed())
        .filter_map(stop)
        .collect()
}

fn stop(document: &Document) -> Option<StopsCounting> {
    let (on, because) = if let Some(report) = Soc2::of(document) {
        let because = "eighteen months after the last examined day (RF-S-06)";
        (after(report.end()?, OUTDATED)?, because)
    } else if let Some(letter) = Letter::of(document) {
        let because = "a month after the last day it speaks about (RF-S-08)";
        (after(letter.covers?.to, UNSPOKEN)?, because)
    } else if let Some(authorisation) = Authorisation::of(document) {
        let because = "eighteen months after its last assessment, as a Type I (judgement)";
        (after(authorisation.date?, OUTDATED)?, because)
    } else if let Some(certificate) = Certificate::of(document) {
        let expiry = certificate.expiry.and_then(|expiry| after(expiry, 0));
        let is_old = certificate.is_of_old_edition();
        let edition = is_old.then(|| after(end_of_2013(), 0)).flatten();
        match (expiry, edition) {
            (Some(expiry), Some(edition)) if edition < expiry => {
                (edition, "the edition of 2013 ended (RF-I-01)")
            }
            (Some(expiry), _) => (expiry, "the day after its expiry (RF-I-02)"),
            (None, Some(edition)) => (edition, "the edition of 2013 ended (RF-I-01)"),
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
