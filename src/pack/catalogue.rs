//! Frameworks, topics, crosswalk and sourced numbers that questions refer to.
//!
//! Ids are facts; titles are paraphrases in our own words. No standard's text is kept here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::{FrameworkId, ThresholdId, TopicId};

/// The reference data of a pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Topics, in the order of the report.
    pub topics: Vec<Topic>,
    /// Frameworks by id.
    pub frameworks: BTreeMap<FrameworkId, Framework>,
    /// Ids of each framework that speak about a topic.
    pub crosswalk: BTreeMap<TopicId, BTreeMap<FrameworkId, Vec<String>>>,
    /// Sourced numbers and the bands derived from them, by id.
    pub thresholds: BTreeMap<ThresholdId, Threshold>,
}

/// A topic: what questions, frameworks and documents have in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    /// Id, such as `token_ttl`.
    pub id: TopicId,
    /// Name for readers.
    pub name: String,
    /// What good looks like (judgement).
    pub good: String,
    /// What SOC 2 and ISO/IEC 27001 leave open about it (judgement).
    pub assurance_gap: String,
}

/// A framework of the catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    /// Name with edition.
    pub name: String,
    /// Its entries in the framework's own order.
    pub items: Vec<FrameworkItem>,
}

impl Framework {
    /// Why `id` is none of this framework's, as help; `None` when it is one.
    ///
    /// A wrong or dated id that texts use is answered with the right one.
    pub fn refuse(&self, id: &str) -> Option<String> {
        if self.items.iter().any(|item| item.id == id) {
            return None;
        }
        let meant = self
            .items
            .iter()
            .filter(|item| item.aliases.iter().any(|alias| alias == id));
        let meant: Vec<String> = meant.map(|item| format!("`{}`", item.id)).collect();
        if !meant.is_empty() {
            return Some(format!("texts that write so mean {}", meant.join(" or ")));
        }
        let known = self.items.iter().map(|item| item.id.as_str());
        Some(match crate::source::nearest(id, known) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("{} of its ids are in the catalogue", self.items.len()),
        })
    }
}

/// One entry of a framework.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrameworkItem {
    /// The framework's own id, such as `CC6.2`.
    pub id: String,
    /// Paraphrased title.
    pub title: String,
    /// Wrong or dated ids under which texts cite it, such as `PR.AC-4`.
    pub aliases: Vec<String>,
}

/// A number somebody has published, or a band of ours derived from several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Threshold {
    /// What is measured.
    pub metric: String,
    /// The number or bands in words, with unit.
    pub value: String,
    /// What it applies to.
    pub applies_to: String,
    /// Document and place; the ids it rests on, for a band.
    pub source: String,
    /// How far the source was checked.
    pub standing: Standing,
    /// What to mind when it is used.
    pub note: Option<String>,
}

/// How far a number can be leaned on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Read in the source.
    Primary,
    /// Read in somebody's account of it.
    Secondary,
    /// General knowledge, not checked.
    Unverified,
    /// Our own judgement over several sources.
    Judgement,
}
