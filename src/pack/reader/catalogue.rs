//! Reads frameworks, topics, crosswalk and thresholds.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::pack::catalogue::{Catalogue, Framework, FrameworkItem, Standing, Threshold, Topic};
use crate::pack::id::{FrameworkId, ThresholdId, TopicId};
use crate::source::reader::Reader;
use crate::source::tree::Node;
use crate::source::{Code, Problem, Source};

const STANDINGS: &[(&str, Standing)] = &[
    ("primary", Standing::Primary),
    ("secondary", Standing::Secondary),
    ("unverified", Standing::Unverified),
    ("judgement", Standing::Judgement),
];

type Crosswalk = BTreeMap<TopicId, BTreeMap<FrameworkId, Vec<String>>>;

/// Reads `frameworks.yaml` and `thresholds.yaml`.
pub(super) fn read(
    frameworks: Option<Arc<Source>>,
    thresholds: Option<Arc<Source>>,
    problems: &mut Vec<Problem>,
) -> Option<Catalogue> {
    let frameworks = frameworks.and_then(|file| super::in_file(&file, problems, self::frameworks));
    let thresholds = thresholds.and_then(|file| super::in_file(&file, problems, self::thresholds));
    let (topics, frameworks, crosswalk) = frameworks?;
    Some(Catalogue {
        topics,
        frameworks,
        crosswalk,
        thresholds: thresholds?,
    })
}

fn frameworks(
    reader: &Reader,
    node: &Node,
) -> Option<(Vec<Topic>, BTreeMap<FrameworkId, Framework>, Crosswalk)> {
    let fields = reader.map(node)?;
    fields.format_one();
    let topics = fields
        .needed("topics")
        .and_then(|node| reader.each(node, |node| topic(reader, node)));
    let frameworks = fields
        .needed("frameworks")
        .and_then(|node| by_id(reader, node, framework));
    let rows = fields.needed("crosswalk");
    fields.done();
    let (topics, frameworks) = (topics?, frameworks?);
    let frameworks: BTreeMap<FrameworkId, Framework> = frameworks
        .into_iter()
        .map(|(id, framework)| (FrameworkId::new(id), framework))
        .collect();
    let crosswalk = crosswalk(reader, rows?, &topics, &frameworks)?;
    Some((topics, frameworks, crosswalk))
}

fn topic(reader: &Reader, node: &Node) -> Option<Topic> {
    let fields = reader.map(node)?;
    let texts = ["id", "name", "good", "assurance_gap"].map(|key| fields.text(key));
    fields.done();
    let [id, name, good, assurance_gap] = texts;
    Some(Topic {
        id: TopicId::new(id?),
        name: name?,
        good: good?,
        assurance_gap: assurance_gap?,
    })
}

/// A map from ids to values read by `read`.
fn by_id<T>(
    reader: &Reader,
    node: &Node,
    read: impl Fn(&Reader, &Node) -> Option<T>,
) -> Option<Vec<(String, T)>> {
    let fields = reader.map(node)?;
    let entry =
        |(id, _, node): &(&str, &Node, &Node)| Some(((*id).to_string(), read(reader, node)?));
    let entries: Vec<Option<(String, T)>> = fields.ids().iter().map(entry).collect();
    fields.done();
    entries.into_iter().collect()
}

fn framework(reader: &Reader, node: &Node) -> Option<Framework> {
    let fields = reader.map(node)?;
    let name = fields.text("name");
    let items = fields
        .needed("items")
        .and_then(|node| reader.each(node, |node| item(reader, node)));
    fields.done();
    Some(Framework {
        name: name?,
        items: items?,
    })
}

fn item(reader: &Reader, node: &Node) -> Option<FrameworkItem> {
    let fields = reader.map(node)?;
    let (id, title) = (fields.text("id"), fields.text("title"));
    let aliases = match fields.optional("aliases") {
        Some(node) => reader.each(node, |node| reader.text(node)),
        None => Some(vec![]),
    };
    fields.done();
    Some(FrameworkItem {
        id: id?,
        title: title?,
        aliases: aliases?,
    })
}

fn crosswalk(
    reader: &Reader,
    node: &Node,
    topics: &[Topic],
    frameworks: &BTreeMap<FrameworkId, Framework>,
) -> Option<Crosswalk> {
    let fields = reader.map(node)?;
    let names: Vec<&str> = topics.iter().map(|topic| topic.id.as_str()).collect();
    let mut crosswalk = Crosswalk::new();
    for (topic, key, node) in fields.ids() {
        if !names.contains(&topic) {
            reader.unknown(key, Code::UnknownTopic, "topic", topic, &names);
        }
        let row = row(reader, node, frameworks)?;
        crosswalk.insert(TopicId::new(topic), row);
    }
    fields.done();
    Some(crosswalk)
}

fn row(
    reader: &Reader,
    node: &Node,
    frameworks: &BTreeMap<FrameworkId, Framework>,
) -> Option<BTreeMap<FrameworkId, Vec<String>>> {
    let fields = reader.map(node)?;
    let mut row = BTreeMap::new();
    for (name, key, node) in fields.ids() {
        let Some(framework) = frameworks.get(name) else {
            let names: Vec<&str> = frameworks.keys().map(FrameworkId::as_str).collect();
            reader.unknown(key, Code::UnknownFramework, "framework", name, &names);
            continue;
        };
        let ids = reader.each(node, |node| {
            let id = reader.text(node)?;
            let known: Vec<&str> = framework
                .items
                .iter()
                .map(|item| item.id.as_str())
                .collect();
            if !known.contains(&id.as_str()) {
                reader.unknown(node, Code::UnknownFramework, name, &id, &known);
            }
            Some(id)
        });
        row.insert(FrameworkId::new(name), ids?);
    }
    fields.done();
    Some(row)
}

fn thresholds(reader: &Reader, node: &Node) -> Option<BTreeMap<ThresholdId, Threshold>> {
    let fields = reader.map(node)?;
    fields.format_one();
    let thresholds = fields
        .needed("thresholds")
        .and_then(|node| by_id(reader, node, threshold));
    fields.done();
    let entries = thresholds?.into_iter();
    Some(
        entries
            .map(|(id, threshold)| (ThresholdId::new(id), threshold))
            .collect(),
    )
}

fn threshold(reader: &Reader, node: &Node) -> Option<Threshold> {
    let fields = reader.map(node)?;
    let texts = ["metric", "value", "applies_to", "source"].map(|key| fields.text(key));
    let standing = fields
        .needed("standing")
        .and_then(|node| reader.one_of(node, STANDINGS));
    let note = fields.optional_value("note", |node| reader.text(node));
    fields.done();
    let [metric, value, applies_to, source] = texts;
    Some(Threshold {
        metric: metric?,
        value: value?,
        applies_to: applies_to?,
        source: source?,
        standing: standing?,
        note: note?,
    })
}
