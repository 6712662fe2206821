//! Bridge letters, summaries and authorisations, typed.

use chrono::NaiveDate;

use super::Document;
use super::soc2::{LaterEvent, Subject, later_events, named};
use super::topic::{TopicRow, topics};
use crate::assessment::answer::Period;
use crate::pack::document::DocumentKind;

/// A letter of the vendor's management about the time after a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter<'d> {
    /// The record.
    pub document: &'d Document,
    /// Id of the report it follows.
    pub report: Option<&'d str>,
    /// Its date.
    pub signed: Option<NaiveDate>,
    /// The days it speaks about.
    pub covers: Option<Period>,
    /// Whether it says if controls changed.
    pub changes: Option<bool>,
    /// Whether it says if there were incidents.
    pub incidents: Option<bool>,
    /// Events it names.
    pub later_events: Vec<LaterEvent<'d>>,
}

impl<'d> Letter<'d> {
    /// The view of a record; none for other kinds.
    pub fn of(document: &'d Document) -> Option<Self> {
        (document.kind == DocumentKind::BridgeLetter).then(|| Self {
            document,
            report: document.text("report"),
            signed: document.date("signed"),
            covers: document.period("covers"),
            changes: document.yes("changes"),
            incidents: document.yes("incidents"),
            later_events: later_events(document),
        })
    }
}

/// A document that credits nothing: SOC 3, SOC 1, STAR Level 1, badges and words.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary<'d> {
    /// The record.
    pub document: &'d Document,
    /// Whose it is.
    pub subject: Option<Subject>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// What it was offered as proof of.
    pub offered_for: Option<OfferedFor>,
    /// Its answers that contradict the SOC 2 tests.
    pub contradicts: &'d [String],
}

impl<'d> Summary<'d> {
    /// The view of a record; none for other kinds.
    pub fn of(document: &'d Document) -> Option<Self> {
        let is_summary = matches!(
            document.kind,
            DocumentKind::Soc3 | DocumentKind::Soc1 | DocumentKind::Star1 | DocumentKind::Statement
        );
        is_summary.then(|| Self {
            document,
            subject: document.one_of("subject", Subject::NAMES),
            date: document.date("date"),
            offered_for: document.one_of("offered-for", OfferedFor::NAMES),
            contradicts: document.list("contradicts").unwrap_or(&[]),
        })
    }
}

/// A FedRAMP authorisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Authorisation<'d> {
    /// The record.
    pub document: &'d Document,
    /// Date of the authorisation or its last yearly assessment.
    pub date: Option<NaiveDate>,
    /// Its state.
    pub status: Option<AuthorisationStatus>,
    /// Whether the authorised environment is the one we buy.
    pub is_ours: Option<bool>,
    /// The services it lists.
    pub system: Option<&'d [String]>,
    /// Whether it names the service.
    pub product: Option<bool>,
    /// What it says about each topic.
    pub topics: Option<Vec<TopicRow<'d>>>,
}

impl<'d> Authorisation<'d> {
    /// The view of a record; none for other kinds.
    pub fn of(document: &'d Document) -> Option<Self> {
        (document.kind == DocumentKind::Fedramp).then(|| Self {
            document,
            date: document.date("date"),
            status: document.one_of("status", AuthorisationStatus::NAMES),
            is_ours: document.one_of("environment", ENVIRONMENT),
            system: document.list("system"),
            product: document.yes("product"),
            topics: topics(document),
        })
    }
}

const ENVIRONMENT: &[(&str, bool)] = &[("ours", true), ("government", false)];

named! {
    /// What a document was offered as proof of.
    OfferedFor {
        /// SOC 2.
        Soc2 = "soc2",
        /// ISO/IEC 27001.
        Iso27001 = "iso27001",
        /// Security in general.
        Security = "security",
        /// Nothing beyond what it is.
        Nothing = "nothing",
    }
    /// State of an authorisation.
    AuthorisationStatus {
        /// Authorised.
        Authorised = "authorised",
        /// In process.
        InProcess = "in-process",
        /// Revoked.
        Revoked = "revoked",
    }
}
