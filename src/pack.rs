//! What we ask: questions, controls, numbers of the model, frameworks and crosswalk.
//!
//! A [`Pack`] is checked when it is read ([`reader`]); everything right of it may trust that ids
//! resolve, conditions can come true, and every control has a gating question.

pub mod answer;
pub mod catalogue;
pub mod condition;
pub mod document;
pub mod fact;
pub mod id;
pub mod language;
pub mod model;
pub mod question;
pub mod reader;
pub mod texts;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::catalogue::Catalogue;
use self::document::DocumentCatalogue;
use self::fact::FactEntry;
use self::id::{ControlId, FactId, QuestionId};
use self::language::Language;
use self::model::Model;
use self::question::{Question, Role, Scored, Section};
use self::texts::Translation;

/// A checked questionnaire with its model and reference data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// Id and version of the pack and of each extension, in the order they were read.
    pub parts: Vec<PackPart>,
    /// Name for readers.
    pub title: String,
    /// Sections in the order they are asked.
    pub sections: Vec<Section>,
    /// The scoring model with its controls.
    pub model: Model,
    /// Frameworks, topics and sourced numbers.
    pub catalogue: Catalogue,
    /// What is recorded of assurance documents, and what can be wrong with them.
    pub documents: DocumentCatalogue,
    /// What artefacts can say.
    pub facts: Vec<FactEntry>,
    /// The language its texts are in.
    pub language: Language,
    /// What its texts are in other languages.
    translations: BTreeMap<Language, Translation>,
    /// Section and place in it of each question.
    index: BTreeMap<QuestionId, (usize, usize)>,
}

/// Id and version of a pack or an extension of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackPart {
    /// Id, such as `idp`.
    pub id: String,
    /// Version, such as `1.0.0`.
    pub version: String,
}

impl Pack {
    /// Puts checked pieces together.
    fn new(
        parts: Vec<PackPart>,
        title: String,
        sections: Vec<Section>,
        model: Model,
        catalogue: Catalogue,
        documents: DocumentCatalogue,
        facts: Vec<FactEntry>,
    ) -> Self {
        let places = sections.iter().enumerate().flat_map(|(at, section)| {
            let questions = section.questions.iter().enumerate();
            questions.map(move |(place, question)| (question.id.clone(), (at, place)))
        });
        let index = places.collect();
        Self {
            parts,
            title,
            sections,
            model,
            catalogue,
            documents,
            facts,
            language: Language::default(),
            translations: BTreeMap::new(),
            index,
        }
    }

    /// Every question in the order asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question of that id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        let &(section, at) = self.index.get(id)?;
        self.sections.get(section)?.questions.get(at)
    }

    /// The fact of that id.
    pub fn fact(&self, id: &FactId) -> Option<&FactEntry> {
        self.facts.iter().find(|entry| entry.id == *id)
    }

    /// The section a question stands in.
    pub fn section_of(&self, id: &QuestionId) -> Option<&Section> {
        self.sections.get(self.index.get(id)?.0)
    }

    /// The questions that feed a control, in the order asked.
    pub fn questions_of(&self, control: &ControlId) -> impl Iterator<Item = (&Question, &Scored)> {
        self.questions()
            .filter_map(move |question| match &question.role {
                Role::Scored(scored) if scored.control == *control => Some((question, scored)),
                _ => None,
            })
    }
}
