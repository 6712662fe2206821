//! What is left for us to validate ourselves, as steps beside the plan.
//!
//! A topic that no document tests or declares, and a control that a report leaves to us and that
//! nobody here has in place, is work of our own. It is no finding: the vendor did nothing wrong.

use std::collections::BTreeMap;

use serde::Serialize;

use super::said::records_behind;
use super::{Material, coverage, terms};
use crate::assessment::document::topic::Coverage;
use crate::assessment::evidence::EvidenceRecord;
use crate::checks::documents::matrix::{Ours, TopicCoverage, entity_controls, matrix};
use crate::pack::id::TopicId;
use crate::pack::model::{EvidenceKind, Relevance};
use crate::pack::question::Role;
use crate::words::{Words, say};

/// A step of our own validation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValidationStep {
    /// What to do.
    pub act: String,
    /// What it is done for: topics with their controls, or controls that are left to us.
    pub subjects: Vec<String>,
    /// Why it falls to us.
    pub why: String,
}

/// Why a topic is ours to validate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// No document mentions it.
    Absent,
    /// Left to another company.
    CarvedOut,
    /// Left to us.
    LeftToUs,
    /// Declared at most, and a control of ours on it is not settled.
    Unsettled,
}

impl Gap {
    fn of(topic: &TopicCoverage) -> Option<Self> {
        if !topic.is_ours_to_validate() {
            return None;
        }
        Some(match topic.best() {
            Some(Coverage::Absent) => Self::Absent,
            Some(Coverage::CarvedOut) => Self::CarvedOut,
            Some(Coverage::UserEntity) => Self::LeftToUs,
            Some(Coverage::Declared | Coverage::Tested) | None => Self::Unsettled,
        })
    }

    /// The gap in a cell of the matrix.
    fn words(self, words: &Words) -> String {
        match self {
            Self::Absent => say!(words, "need-absent"),
            Self::CarvedOut => say!(words, "need-carved-out"),
            Self::LeftToUs => say!(words, "need-left-to-us"),
            Self::Unsettled => say!(words, "need-unsettled"),
        }
    }
}

/// How a topic stands on which the documents leave something open or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// It is still to be validated.
    Open(Gap),
    /// The documents leave it open, and records hold a test of it.
    Tested(Vec<String>),
    /// The documents leave nothing open.
    None,
}

impl Need {
    /// The need for our own validation of a topic.
    pub fn of(material: &Material, topic: &TopicCoverage) -> Self {
        let Some(gap) = Gap::of(topic) else {
            return Self::None;
        };
        match tests(material, &topic.topic) {
            Some(tests) if gap != Gap::Unsettled => Self::Tested(tests),
            _ => Self::Open(gap),
        }
    }

    /// The need in a cell of the matrix; none where there is none.
    pub fn words(&self, words: &Words) -> Option<String> {
        match self {
            Self::Open(gap) => Some(gap.words(words)),
            Self::Tested(tests) => Some(say!(words, "need-tested", records = tests.join(", "))),
            Self::None => None,
        }
    }
}

/// The records of a test of our own, or of a control that a reviewer found tested, behind the
/// scored questions on a topic; none where one of them has no such record.
fn tests(material: &Material, topic: &TopicId) -> Option<Vec<String>> {
    let pack = material.pack;
    let asked = pack.questions().filter(|question| {
        question.topic == *topic
            && matches!(question.role, Role::Scored(_))
            && material.live.counts(&question.id)
    });
    let mut tests = vec![];
    for question in asked {
        let mut behind = records_behind(material, question).filter(|record| is_test(record));
        tests.push(behind.next()?.id.to_string());
    }
    tests.sort();
    tests.dedup();
    (!tests.is_empty()).then_some(tests)
}

fn is_test(record: &EvidenceRecord) -> bool {
    let is_silent = record.directness == Some(Relevance::None);
    let is_named = record.kind.is_assurance_document() && record.tested_control.is_some();
    !is_silent && (is_named || record.kind == EvidenceKind::Verified)
}

/// The topics that the documents leave open, grouped by why; then the controls that are left to
/// us, grouped by who owns them.
pub fn validation(material: &Material) -> Vec<ValidationStep> {
    let matrix = matrix(&material.reading.held);
    let words = material.words;
    let gaps = [
        (Gap::Absent, say!(words, "validation-absent")),
        (Gap::CarvedOut, say!(words, "validation-carved-out")),
        (Gap::LeftToUs, say!(words, "validation-left-to-us")),
    ];
    let topics = gaps.into_iter().filter_map(|(gap, why)| {
        let topics = matrix
            .iter()
            .filter(|topic| Need::of(material, topic) == Need::Open(gap));
        let subjects: Vec<String> = topics
            .map(|topic| coverage::named(material, &topic.topic))
            .collect();
        (!subjects.is_empty()).then(|| ValidationStep {
            act: say!(words, "validation-test"),
            subjects,
            why,
        })
    });
    topics.chain(owned(material)).collect()
}

/// The controls left to us that are not settled, by owner; those without one first.
fn owned(material: &Material) -> Vec<ValidationStep> {
    let words = material.words;
    let mut by_owner: BTreeMap<Option<String>, Vec<Ours>> = BTreeMap::new();
    let controls = entity_controls(&material.reading.held).into_iter();
    for ours in controls.filter(|ours| !ours.is_settled()) {
        by_owner.entry(ours.owner.clone()).or_default().push(ours);
    }
    let steps = by_owner.into_iter().map(|(owner, controls)| {
        let mut reports: Vec<String> = controls
            .iter()
            .map(|ours| ours.document.to_string())
            .collect();
        reports.dedup();
        ValidationStep {
            act: match owner {
                Some(owner) => say!(words, "validation-owner", owner),
                None => say!(words, "validation-nobody"),
            },
            subjects: controls.iter().map(|ours| unsettled(words, ours)).collect(),
            why: say!(
                words,
                "validation-left-by",
                reports = words.listed(&reports)
            ),
        }
    });
    steps.collect()
}

fn unsettled(words: &Words, ours: &Ours) -> String {
    format!(
        "{} ({})",
        ours.control,
        terms::entity_status(words, ours.status)
    )
}
