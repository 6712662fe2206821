//! What the assurance documents cover, topic by topic, and what they leave open whoever wrote them.
//!
//! Mapping what each document covers comes before any credit for it (RULE-15). What a reviewer
//! recorded of a document wins; where nobody looked, the catalogue of the model says how directly
//! such a document can speak.

use serde::Serialize;

use super::validation::Need;
use super::{Material, print, terms};
use crate::assessment::document::topic::Coverage as Does;
use crate::assessment::evidence::EvidenceRecord;
use crate::checks::documents::Raised;
use crate::checks::documents::credit::credits;
use crate::checks::documents::effect::{Effect, Reach, effect};
use crate::checks::documents::held::Scheme;
use crate::checks::documents::matrix::{Ours, Said, TopicCoverage, matrix};
use crate::pack::id::TopicId;
use crate::pack::model::{Control, Relevance};
use crate::words::{Words, say};

/// The assurance documents recorded, and what they cover.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coverage {
    /// Evidence records that stand for a document which nobody recorded field by field.
    pub documents: Vec<Document>,
    /// Topics that a scored question asks about, in the order of the catalogue.
    pub topics: Vec<TopicRow>,
}

/// An assurance document that is recorded without being read.
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
    /// What SOC 2 reports do about it, or else how directly one can speak about it.
    pub soc2: String,
    /// What ISO/IEC 27001 certificates do about it, or else how directly one can speak about it.
    pub iso27001: String,
    /// The controls on it that are left to us, each with owner and state.
    pub ours: Vec<String>,
    /// Whether our own validation is needed, and why.
    pub validation: String,
    /// What both leave open about it (judgement).
    pub gap: String,
    /// The same as signs: SOC 2, ISO/IEC 27001, left to us, own validation. Its picture holds them.
    #[serde(skip)]
    pub states: [State; 4],
}

/// How far something is done about a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Tested, or settled.
    Full,
    /// Declared only, tested with reservations, or settled in part.
    Part,
    /// Not mentioned, or still to be done.
    Empty,
    /// Left to somebody else.
    Out,
    /// Nobody looked.
    Open,
    /// Nothing recorded, or nothing to do.
    None,
}

impl State {
    /// The name of its sign.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Part => "part",
            Self::Empty => "empty",
            Self::Out => "out",
            Self::Open => "open",
            Self::None => "none",
        }
    }
}

/// Writes down what the documents cover.
pub fn coverage(material: &Material) -> Coverage {
    let records = material.assessment.evidence.iter();
    let unread = records.filter(|record| record.kind.is_assurance_document());
    let matrix = matrix(&material.reading.held);
    let topics = material.pack.catalogue.topics.iter();
    Coverage {
        documents: unread.map(|record| document(material, record)).collect(),
        topics: topics
            .filter_map(|topic| {
                let controls = controls_of(material, &topic.id);
                let known = matrix.iter().find(|known| known.topic == topic.id);
                let cell = Cell {
                    material,
                    controls: &controls,
                    known,
                };
                (!controls.is_empty()).then(|| TopicRow {
                    topic: topic.name.clone(),
                    controls: ids(&controls),
                    soc2: cell.of(Scheme::Soc2),
                    iso27001: cell.of(Scheme::Iso),
                    ours: known
                        .into_iter()
                        .flat_map(|each| ours(material.words, each))
                        .collect(),
                    validation: validation(material, known),
                    states: [
                        cell.state(Scheme::Soc2),
                        cell.state(Scheme::Iso),
                        ours_state(known),
                        validation_state(material, known),
                    ],
                    gap: topic.assurance_gap.clone(),
                })
            })
            .collect(),
    }
}

/// Name of a topic with the controls that its questions feed.
pub fn named(material: &Material, topic: &TopicId) -> String {
    let (name, controls) = (material.topic(topic), controls_of(material, topic));
    match controls.is_empty() {
        true => name,
        false => format!("{name} ({})", ids(&controls)),
    }
}

fn ours(words: &Words, topic: &TopicCoverage) -> Vec<String> {
    topic
        .ours
        .iter()
        .map(|each| left_to_us(words, each))
        .collect()
}

fn left_to_us(words: &Words, ours: &Ours) -> String {
    let (control, status) = (
        ours.control.as_str(),
        terms::entity_status(words, ours.status),
    );
    match &ours.owner {
        Some(owner) => format!("{control} ({owner}, {status})"),
        None => say!(words, "coverage-ours-nobody", control, status),
    }
}

fn validation(material: &Material, known: Option<&TopicCoverage>) -> String {
    let words = material.words;
    let Some(known) = known else {
        return say!(words, "coverage-validation-unknown");
    };
    match (Need::of(material, known).words(words), known.best()) {
        (Some(need), _) => need,
        (None, Some(Does::Tested)) if is_people_only(known) => {
            say!(words, "coverage-tested-people")
        }
        (None, Some(Does::Tested)) => say!(words, "coverage-tested"),
        (None, Some(_)) => say!(words, "coverage-declared"),
        (None, None) => say!(words, "coverage-settled"),
    }
}

fn ours_state(known: Option<&TopicCoverage>) -> State {
    let ours = known.map_or(&[][..], |known| &known.ours);
    let settled = ours.iter().filter(|ours| ours.is_settled()).count();
    match settled {
        _ if ours.is_empty() => State::None,
        0 => State::Empty,
        some if some < ours.len() => State::Part,
        _ => State::Full,
    }
}

fn validation_state(material: &Material, known: Option<&TopicCoverage>) -> State {
    match known.map(|known| Need::of(material, known)) {
        Some(Need::Open(_)) => State::Empty,
        Some(Need::Tested(_)) => State::Full,
        Some(Need::None) => State::None,
        None => State::Open,
    }
}

/// Whether machine identities are known to be in no tested population.
fn is_people_only(topic: &TopicCoverage) -> bool {
    let mut tested = topic
        .said
        .iter()
        .filter(|said| said.coverage == Does::Tested);
    tested.all(|said| said.machines == Some(false))
}

fn document(material: &Material, record: &EvidenceRecord) -> Document {
    let words = material.words;
    let age = print::months(words, record.age(material.assessment.as_of));
    let remark = match record.exceptions as usize {
        _ if record.qualified => say!(words, "coverage-record-qualified", age),
        0 => say!(words, "coverage-record", age),
        count => say!(words, "coverage-record-exceptions", age, count),
    };
    Document {
        id: record.id.to_string(),
        kind: terms::kind(words, record.kind),
        reference: record.reference.clone(),
        dated: match record.period {
            Some(period) => print::period(words, period),
            None => words.date(record.date),
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

/// What a document does about a topic.
fn does(words: &Words, said: &Said) -> String {
    let document = said.document.as_str();
    match (said.coverage, said.machines) {
        (Does::Tested, Some(true)) => say!(words, "coverage-said-tested-machines", document),
        (Does::Tested, Some(false)) => say!(words, "coverage-said-tested-people", document),
        (Does::Tested, None) => say!(words, "coverage-said-tested", document),
        (Does::Declared, _) => say!(words, "coverage-said-declared", document),
        (Does::CarvedOut, _) => say!(words, "coverage-said-carved-out", document),
        (Does::UserEntity, _) => say!(words, "coverage-said-left-to-us", document),
        (Does::Absent, _) => say!(words, "coverage-said-absent", document),
    }
}

/// What a document does about a topic in one of its controls.
fn does_in(words: &Words, said: &Said, control: &str) -> String {
    let document = said.document.as_str();
    match (said.coverage, said.machines) {
        (Does::Tested, Some(true)) => say!(
            words,
            "coverage-said-tested-control-machines",
            control,
            document
        ),
        (Does::Tested, Some(false)) => say!(
            words,
            "coverage-said-tested-control-people",
            control,
            document
        ),
        (Does::Tested, None) => say!(words, "coverage-said-tested-control", control, document),
        (Does::Declared, _) => say!(words, "coverage-said-declared-control", control, document),
        (Does::CarvedOut | Does::UserEntity | Does::Absent, _) => does(words, said),
    }
}

/// A topic, before what a scheme does about it is written down.
struct Cell<'m, 'a> {
    material: &'m Material<'a>,
    controls: &'m [&'a Control],
    known: Option<&'m TopicCoverage>,
}

impl Cell<'_, '_> {
    /// What was recorded of the documents of a scheme, or else what the catalogue says.
    fn of(&self, scheme: Scheme) -> String {
        let said = self.known.into_iter().flat_map(|known| &known.said);
        let recorded: Vec<String> = said
            .filter(|said| said.scheme == scheme)
            .map(|said| self.said(said))
            .collect();
        if recorded.is_empty() {
            self.catalogue(scheme)
        } else {
            recorded.join("; ")
        }
    }

    /// The best that is recorded of the documents of a scheme.
    fn state(&self, scheme: Scheme) -> State {
        let said = self.known.into_iter().flat_map(|known| &known.said);
        let said = said.filter(|said| said.scheme == scheme);
        match said.max_by_key(|said| (said.coverage, self.is_whole(said))) {
            Some(said) => match said.coverage {
                Does::Tested if self.is_whole(said) => State::Full,
                Does::Tested | Does::Declared => State::Part,
                Does::CarvedOut | Does::UserEntity => State::Out,
                Does::Absent => State::Empty,
            },
            None if self.is_held(scheme) => State::Open,
            None => State::None,
        }
    }

    /// Whether nothing takes away from what a document does.
    fn is_whole(&self, said: &Said) -> bool {
        said.machines != Some(false) && self.flags(said).is_empty()
    }

    /// Whether a document or record of a scheme is there that could speak about it.
    fn is_held(&self, scheme: Scheme) -> bool {
        let credits = credits(&self.material.reading.held);
        let mut schemes = credits
            .iter()
            .map(|credit| Scheme::of_evidence(credit.kind));
        schemes.any(|held| held == Some(scheme)) || self.records(scheme).next().is_some()
    }

    /// What one document does about the topic.
    fn said(&self, said: &Said) -> String {
        let words = self.material.words;
        let does = match &said.control {
            Some(control) => does_in(words, said, control),
            None => does(words, said),
        };
        let flags = self.flags(said);
        match flags.is_empty() {
            true => does,
            false => say!(
                words,
                "coverage-said-less",
                said = does,
                flags = flags.join(", ")
            ),
        }
    }

    /// The red flags that take something from a document on this topic alone.
    fn flags(&self, said: &Said) -> Vec<&'static str> {
        let Some(topic) = self.known.map(|known| &known.topic) else {
            return vec![];
        };
        let takes = |raised: &&Raised| {
            let takes = effect(raised.flag, raised.severity) > Effect::Counted;
            let mut controls = self.controls.iter();
            takes
                && raised.reach != Reach::All
                && raised.document.as_ref() == Some(&said.document)
                && controls.any(|control| raised.reach.includes(topic, control.subject))
        };
        let raised = self.material.reading.raised.iter().filter(takes);
        let mut flags: Vec<&str> = raised.map(|raised| raised.flag).collect();
        flags.sort_unstable();
        flags.dedup();
        flags
    }

    /// The range of relevance over the controls of the topic, and what is recorded.
    fn catalogue(&self, scheme: Scheme) -> String {
        let relevance = |control: &&Control| match scheme {
            Scheme::Soc2 => control.soc2,
            Scheme::Iso => control.iso27001,
        };
        let relevances = self.controls.iter().map(relevance);
        let words = self.material.words;
        let range = range(words, relevances);
        let records: Vec<&EvidenceRecord> = self.records(scheme).collect();
        let tested: Vec<String> = records
            .iter()
            .filter_map(|record| {
                let control = record.tested_control.as_ref()?;
                let (control, record) = (control.as_str(), record.id.as_str());
                Some(say!(words, "coverage-tested-in", control, record))
            })
            .collect();
        if !self.is_held(scheme) {
            say!(words, "coverage-catalogue-none", range)
        } else if tested.is_empty() {
            say!(words, "coverage-catalogue", range)
        } else {
            let tested = tested.join(", ");
            say!(words, "coverage-catalogue-tested", range, tested)
        }
    }

    /// The evidence records of a scheme that support a question of one of the controls.
    fn records(&self, scheme: Scheme) -> impl Iterator<Item = &EvidenceRecord> {
        let pack = self.material.pack;
        let speaks = |record: &EvidenceRecord| {
            self.controls.iter().any(|control| {
                let mut questions = pack.questions_of(&control.id);
                questions.any(|(question, _)| record.supports.includes(&question.id))
            })
        };
        let records = self.material.assessment.evidence.iter();
        records.filter(move |record| {
            Scheme::of_evidence(record.kind) == Some(scheme) && speaks(record)
        })
    }
}

fn range(words: &Words, relevances: impl Iterator<Item = Relevance> + Clone) -> String {
    match (relevances.clone().min(), relevances.max()) {
        (Some(least), Some(most)) if least == most => terms::relevance(words, most),
        (Some(least), Some(most)) => {
            let [least, most] = [least, most].map(|each| terms::relevance(words, each));
            say!(words, "coverage-range", least, most)
        }
        _ => "–".to_owned(),
    }
}
