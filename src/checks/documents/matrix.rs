//! The coverage matrix: what the documents do about each identity topic.
//!
//! A topic that no document tests, and that a document leaves to us or does not mention, is
//! validation work of our own.

use chrono::NaiveDate;

use super::held::{Held, Scheme};
use super::rules::untested_topics;
use crate::assessment::document::Document;
use crate::assessment::document::soc2::EntityStatus;
use crate::assessment::document::topic::{Coverage, TopicRow};
use crate::pack::id::{EvidenceId, TopicId};

/// A topic and what the documents do about it.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicCoverage {
    /// The topic.
    pub topic: TopicId,
    /// What each document says about it, best first.
    pub said: Vec<Said>,
    /// Controls on it that are left to us.
    pub ours: Vec<Ours>,
    /// Whether an identity provider must not get it wrong, and a report holds no test of it
    /// (RF-S-40).
    pub must_be_tested: bool,
}

/// What one document says about a topic.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The document.
    pub document: EvidenceId,
    /// The scheme it belongs to.
    pub scheme: Scheme,
    /// What it does about the topic.
    pub coverage: Coverage,
    /// Number of the control.
    pub control: Option<String>,
    /// Whether machine identities were in the tested population; none when that is not recorded.
    pub machines: Option<bool>,
}

/// A control that is left to us.
#[derive(Debug, Clone, PartialEq)]
pub struct Ours {
    /// The report that leaves it to us.
    pub document: EvidenceId,
    /// The control.
    pub control: String,
    /// The topic it is about.
    pub topic: Option<TopicId>,
    /// Who owns it.
    pub owner: Option<String>,
    /// How far it is.
    pub status: Option<EntityStatus>,
    /// Day of our last check.
    pub checked: Option<NaiveDate>,
}

impl Ours {
    /// Whether it has an owner and is in place.
    pub fn is_settled(&self) -> bool {
        let in_place = matches!(
            self.status,
            Some(EntityStatus::Checked | EntityStatus::InPlace)
        );
        in_place && self.owner.is_some()
    }
}

impl TopicCoverage {
    /// The best that any document does about it.
    pub fn best(&self) -> Option<Coverage> {
        self.said.iter().map(|said| said.coverage).max()
    }

    /// Whether it is for us to validate: documents were looked through, and none tests it.
    pub fn is_ours_to_validate(&self) -> bool {
        let best = self.best();
        let left = best.is_some_and(|best| best < Coverage::Declared);
        left || self.must_be_tested
            || best != Some(Coverage::Tested) && self.ours.iter().any(|ours| !ours.is_settled())
    }
}

/// The matrix, by topic in the order of the catalogue; topics on which nothing is recorded are
/// left out.
pub fn matrix(held: &Held) -> Vec<TopicCoverage> {
    let (rows, ours) = (rows(held), entity_controls(held));
    let reports = held.current_reports();
    let untested: Vec<TopicId> = reports
        .iter()
        .filter(|report| held.counts(&report.document.id))
        .flat_map(|report| untested_topics(report))
        .collect();
    let topics = held.pack.catalogue.topics.iter();
    topics
        .filter_map(|topic| {
            let mut said: Vec<Said> = rows
                .iter()
                .filter(|(on, _)| *on == topic.id)
                .map(|(_, said)| said.clone())
                .collect();
            said.sort_by_key(|said| std::cmp::Reverse(said.coverage));
            let ours: Vec<Ours> = ours
                .iter()
                .filter(|ours| ours.topic.as_ref() == Some(&topic.id))
                .cloned()
                .collect();
            let is_known = !said.is_empty() || !ours.is_empty();
            is_known.then(|| TopicCoverage {
                topic: topic.id.clone(),
                must_be_tested: untested.contains(&topic.id),
                said,
                ours,
            })
        })
        .collect()
}

/// The controls that the current reports leave to us, in the order recorded.
pub fn entity_controls(held: &Held) -> Vec<Ours> {
    let reports = held.current_reports();
    let each = reports.iter().flat_map(|report| {
        let controls = report.entity_controls.iter().flatten();
        controls.map(|control| Ours {
            document: report.document.id.clone(),
            control: control.control.to_owned(),
            topic: control.topic.clone(),
            owner: control.owner.map(str::to_owned),
            status: control.status,
            checked: control.checked,
        })
    });
    each.collect()
}

/// What the current documents say about topics.
fn rows(held: &Held) -> Vec<(TopicId, Said)> {
    let current = held.current_reports();
    let reports = current.iter().filter_map(|report| {
        said(
            held,
            report.document,
            (Scheme::Soc2, report.topics.as_ref()),
        )
    });
    let certificates = held.current_certificates().filter_map(|certificate| {
        let topics = certificate.topics.as_ref();
        said(held, certificate.document, (Scheme::Iso, topics))
    });
    let authorisations = held.authorisations.iter().filter_map(|authorisation| {
        let topics = authorisation.topics.as_ref();
        said(held, authorisation.document, (Scheme::Soc2, topics))
    });
    reports
        .chain(certificates)
        .chain(authorisations)
        .flatten()
        .collect()
}

/// The rows of a document that counts.
fn said(
    held: &Held,
    document: &Document,
    (scheme, topics): (Scheme, Option<&Vec<TopicRow>>),
) -> Option<Vec<(TopicId, Said)>> {
    if !held.counts(&document.id) {
        return None;
    }
    let rows = topics?.iter().map(|row| {
        let coverage = match row.coverage {
            Coverage::Tested if !row.is_proof() => Coverage::Declared,
            coverage => coverage,
        };
        let said = Said {
            document: document.id.clone(),
            scheme,
            coverage,
            control: row.control.map(str::to_owned),
            machines: row.tests_machines(),
        };
        (row.topic.clone(), said)
    });
    Some(rows.collect())
}
