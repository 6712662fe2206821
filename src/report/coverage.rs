//! What the assurance documents cover, topic by topic, and what they leave open whoever wrote them.
//!
//! Mapping what each document covers comes before any credit for it (RULE-15). Here stands what
//! was recorded about the documents; what is inside them is read by people.

use serde::Serialize;

use super::{Material, print, words};
use crate::assessment::evidence::EvidenceRecord;
use crate::pack::id::TopicId;
use crate::pack::model::{Control, EvidenceKind, Relevance};

/// The assurance documents recorded, and what they cover.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coverage {
    /// The documents.
    pub documents: Vec<Document>,
    /// Topics that a scored question asks about, in the order of the catalogue.
    pub topics: Vec<TopicRow>,
}

/// An assurance document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// Id of the evidence record.
    pub id: String,
    /// What kind of document it is.
    pub kind: String,
    /// What it is, as recorded.
    pub reference: String,
    /// What it says about time.
    pub dated: String,
    /// What the score thinks of it, in words.
    pub remark: String,
}

/// A topic.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TopicRow {
    /// Name of the topic.
    pub topic: String,
    /// Controls that its questions feed.
    pub controls: String,
    /// How directly a SOC 2 report can speak about it, and whether one is recorded.
    pub soc2: String,
    /// How directly an ISO/IEC 27001 certificate can speak about it, and whether one is recorded.
    pub iso27001: String,
    /// What both leave open about it (judgement).
    pub gap: String,
}

/// Writes down what the documents cover.
pub fn coverage(material: &Material) -> Coverage {
    let documents = material.assessment.evidence.iter().filter(|record| {
        matches!(
            record.kind,
            EvidenceKind::Soc2T1 | EvidenceKind::Soc2T2 | EvidenceKind::Iso27001
        )
    });
    let topics = material.pack.catalogue.topics.iter();
    Coverage {
        documents: documents.map(|record| document(material, record)).collect(),
        topics: topics
            .filter_map(|topic| {
                let controls = controls_of(material, &topic.id);
                (!controls.is_empty()).then(|| TopicRow {
                    topic: topic.name.clone(),
                    controls: ids(&controls),
                    soc2: covered(material, &controls, Scheme::Soc2),
                    iso27001: covered(material, &controls, Scheme::Iso),
                    gap: topic.assurance_gap.clone(),
                })
            })
            .collect(),
    }
}

fn document(material: &Material, record: &EvidenceRecord) -> Document {
    let age = print::months(record.age(material.assessment.as_of));
    let remark = if record.qualified {
        format!("{age} old, with a qualified or adverse opinion")
    } else if record.exceptions > 0 {
        let exceptions = print::counted(record.exceptions as usize, "exception", "exceptions");
        format!("{age} old, {exceptions}")
    } else {
        format!("{age} old, no qualification or exception recorded")
    };
    Document {
        id: record.id.to_string(),
        kind: words::kind(record.kind).to_owned(),
        reference: record.reference.clone(),
        dated: match record.period {
            Some(period) => format!("{} to {}", period.from, period.to),
            None => record.date.to_string(),
        },
        remark,
    }
}

/// The controls that the questions of a topic feed, by id.
fn controls_of<'a>(material: &Material<'a>, topic: &TopicId) -> Vec<&'a Control> {
    let feeds = |control: &&Control| {
        material
            .pack
            .questions_of(&control.id)
            .any(|(question, _)| question.topic == *topic)
    };
    material.pack.model.controls.iter().filter(feeds).collect()
}

fn ids(controls: &[&Control]) -> String {
    let ids: Vec<&str> = controls.iter().map(|control| control.id.as_str()).collect();
    ids.join(", ")
}

/// A family of assurance documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Soc2,
    Iso,
}

impl Scheme {
    fn relevance(self, control: &Control) -> Relevance {
        match self {
            Self::Soc2 => control.soc2,
            Self::Iso => control.iso27001,
        }
    }

    fn includes(self, kind: EvidenceKind) -> bool {
        match self {
            Self::Soc2 => matches!(kind, EvidenceKind::Soc2T1 | EvidenceKind::Soc2T2),
            Self::Iso => kind == EvidenceKind::Iso27001,
        }
    }
}

/// The range of relevance over the controls of a topic, and what is recorded.
fn covered(material: &Material, controls: &[&Control], scheme: Scheme) -> String {
    let relevances = controls.iter().map(|control| scheme.relevance(control));
    let (Some(least), Some(most)) = (relevances.clone().min(), relevances.max()) else {
        return "–".to_owned();
    };
    let range = if least == most {
        words::relevance(most).to_owned()
    } else {
        format!("{} to {}", words::relevance(least), words::relevance(most))
    };
    let recorded: Vec<&EvidenceRecord> = material
        .assessment
        .evidence
        .iter()
        .filter(|record| scheme.includes(record.kind) && speaks_about(material, record, controls))
        .collect();
    let tested: Vec<String> = recorded
        .iter()
        .filter_map(|record| {
            Some(format!(
                "{} in {}",
                record.tested_control.as_ref()?,
                record.id
            ))
        })
        .collect();
    if recorded.is_empty() {
        format!("{range}; none recorded")
    } else if tested.is_empty() {
        range
    } else {
        format!("{range}; tested {}", tested.join(", "))
    }
}

/// Whether a record supports a question of one of the controls.
fn speaks_about(material: &Material, record: &EvidenceRecord, controls: &[&Control]) -> bool {
    controls.iter().any(|control| {
        material
            .pack
            .questions_of(&control.id)
            .any(|(question, _)| record.supports.includes(&question.id))
    })
}
