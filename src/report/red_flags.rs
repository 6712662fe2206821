//! Red flags of assurance documents: what each does to the credibility of which controls.
//!
//! A prompt asks for a look and stands apart: it is no finding and never moves the score.

use serde::Serialize;

use super::{Material, print, terms};
use crate::checks::documents::Raised;
use crate::checks::documents::effect::{Effect, Reach, effect};
use crate::checks::{Axis, Finding, Place};
use crate::pack::document::RedFlag;
use crate::pack::id::TopicId;
use crate::pack::model::Control;
use crate::words::{Words, say};

/// A red flag.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RedFlagRow {
    /// Id of the finding.
    pub id: String,
    /// Id of the red flag that it is.
    pub red_flag: Option<String>,
    /// Its severity.
    pub severity: String,
    /// The control it weakens.
    pub control: String,
    /// The question whose answer shows it, or the document and its field.
    pub question: String,
    /// What is wrong.
    pub message: String,
    /// What it does to the credibility of the documents.
    pub effect: String,
    /// The topics that it reaches; none where it reaches all or nothing.
    pub topics: Vec<String>,
    /// The controls that it reaches; none where it reaches all or nothing.
    pub controls: Vec<String>,
    /// How far the rule is sourced.
    pub standing: Option<String>,
    /// Where the rule comes from, beyond our judgement.
    pub source: Option<String>,
}

/// Something to look at that is no finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PromptRow {
    /// Id of the red flag that it is.
    pub red_flag: String,
    /// The document and its field.
    pub place: String,
    /// What it asks to look at.
    pub message: String,
    /// How far the rule is sourced.
    pub standing: String,
    /// Where the rule comes from, beyond our judgement.
    pub source: Option<String>,
}

/// The red flags, the worst first.
pub fn red_flags(material: &Material) -> Vec<RedFlagRow> {
    let findings = material.findings().iter();
    let flags = findings.filter(|finding| finding.axis == Axis::Assurance);
    flags.map(|finding| row(material, finding)).collect()
}

/// What only asks for a look, in the order of the rules.
pub fn prompts(material: &Material) -> Vec<PromptRow> {
    let prompts = material.reading.prompts();
    let rows = prompts.map(|(flag, raised)| PromptRow {
        red_flag: flag.id.to_string(),
        place: Place::Document {
            document: raised.document.clone(),
            field: raised.field,
        }
        .to_string(),
        message: print::plain(&raised.message),
        standing: terms::rule(material.words, flag.standing),
        source: source(flag),
    });
    rows.collect()
}

fn row(material: &Material, finding: &Finding) -> RedFlagRow {
    let flags = &material.pack.documents;
    let flag = finding.red_flag.as_ref();
    let flag = flag.and_then(|id| flags.red_flag(id.as_str()));
    let reached = raised(material, finding).map(|raised| Reached::new(material, raised));
    let reached = reached.unwrap_or_else(|| Reached::nothing(material.words));
    RedFlagRow {
        id: finding.id.to_string(),
        red_flag: finding.red_flag.as_ref().map(ToString::to_string),
        severity: terms::severity(material.words, finding.severity),
        control: finding.control.to_string(),
        question: finding.place.to_string(),
        message: print::plain(&finding.message),
        effect: reached.effect,
        topics: reached.topics,
        controls: reached.controls,
        standing: flag.map(|flag| terms::rule(material.words, flag.standing)),
        source: flag.and_then(source),
    }
}

/// Where a rule comes from, where that is more than the word for its standing.
fn source(flag: &RedFlag) -> Option<String> {
    (flag.source != flag.standing.name()).then(|| flag.source.clone())
}

/// The raised red flag that a finding is.
fn raised<'m>(material: &'m Material, finding: &Finding) -> Option<&'m Raised> {
    let flag = finding.red_flag.as_ref()?;
    let mut raised = material.reading.raised.iter();
    raised.find(|raised| {
        let is_here = match &finding.place {
            Place::Document { document, .. } => raised.document == *document,
            Place::Answer { .. } => raised.by_answer,
            Place::Artefact { .. } => false,
        };
        is_here && raised.flag == flag.as_str() && raised.message == finding.message
    })
}

/// What a red flag does, in words.
struct Reached {
    effect: String,
    topics: Vec<String>,
    controls: Vec<String>,
}

impl Reached {
    fn nothing(words: &Words) -> Self {
        Self {
            effect: say!(words, "flag-takes-nothing"),
            topics: vec![],
            controls: vec![],
        }
    }

    fn new(material: &Material, raised: &Raised) -> Self {
        let effect = match raised.reach.is_any() {
            true => effect(raised.flag, raised.severity),
            false => Effect::Noted,
        };
        let words = material.words;
        let is_all = raised.reach == Reach::All;
        let effect_text = match is_all {
            true => effect.text_everywhere(words),
            false => effect.text(words),
        };
        if is_all || effect <= Effect::Counted {
            return Self {
                effect: effect_text,
                ..Self::nothing(words)
            };
        }
        let controls = controls(material, &raised.reach);
        Self {
            effect: effect_text,
            topics: topics(material, &raised.reach),
            controls: controls.iter().map(|id| id.id.to_string()).collect(),
        }
    }
}

/// The topics that a reach names.
fn topics(material: &Material, reach: &Reach) -> Vec<String> {
    let name = |id: &TopicId| material.topic(id);
    match reach {
        Reach::All => vec![],
        Reach::Topics(topics) => topics.iter().map(name).collect(),
        Reach::Machines => vec![say!(material.words, "flag-machines")],
        Reach::MachinesIn(topics) => {
            let named = topics.iter().map(name);
            named
                .map(|topic| say!(material.words, "flag-of-machines", topic))
                .collect()
        }
    }
}

/// The controls that a question in reach feeds.
fn controls<'a>(material: &Material<'a>, reach: &Reach) -> Vec<&'a Control> {
    let pack = material.pack;
    let reaches = |control: &&Control| {
        let mut questions = pack.questions_of(&control.id);
        questions.any(|(question, _)| reach.includes(&question.topic, control.subject))
    };
    pack.model.controls.iter().filter(reaches).collect()
}
