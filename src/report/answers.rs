//! All answers by section, and what was left out on purpose.
//!
//! A review may be shallow where the risk is, but the report says what was skipped (RULE-17).

use serde::Serialize;

use super::said::{Said, said};
use super::{Material, terms};
use crate::pack::question::Section;
use crate::words::say;

/// Every question that was asked, with what was said to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answers {
    /// Sections in the order asked; those without a question asked are left out.
    pub sections: Vec<SectionAnswers>,
    /// What was not asked, and why.
    pub skipped: Vec<String>,
}

/// The answers of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SectionAnswers {
    /// Id of the section.
    pub id: String,
    /// Name of the section.
    pub title: String,
    /// Its questions in the order asked.
    pub rows: Vec<Said>,
}

/// Writes down all answers.
pub fn answers(material: &Material) -> Answers {
    let sections = material.pack.sections.iter().map(|section| SectionAnswers {
        id: section.id.to_string(),
        title: section.title.clone(),
        rows: section
            .questions
            .iter()
            .filter(|question| material.live.asks(&question.id))
            .map(|question| said(material, question))
            .collect(),
    });
    Answers {
        sections: sections
            .filter(|section| !section.rows.is_empty())
            .collect(),
        skipped: skipped(material),
    }
}

/// What was not asked, and why.
pub fn skipped(material: &Material) -> Vec<String> {
    let depth = material.assessment.depth;
    let too_deep = material
        .pack
        .questions()
        .filter(|question| question.depth > depth)
        .count();
    let not_met = material
        .pack
        .questions()
        .filter(|question| question.depth <= depth && !material.live.asks(&question.id))
        .count();
    let kept = material
        .assessment
        .answers
        .keys()
        .filter(|id| !material.live.asks(id))
        .count();
    let words = material.words;
    let mut skipped = Vec::new();
    if too_deep > 0 {
        let depth = terms::depth(words, depth);
        skipped.push(say!(words, "skipped-by-depth", depth, count = too_deep));
    }
    if not_met > 0 {
        skipped.push(say!(words, "skipped-by-condition", count = not_met));
    }
    skipped.extend(silent_sections(material));
    if kept > 0 {
        skipped.push(say!(words, "skipped-kept", count = kept));
    }
    skipped
}

/// Sections in which nothing was asked, in one sentence.
fn silent_sections(material: &Material) -> Option<String> {
    let asks = |section: &&Section| {
        section
            .questions
            .iter()
            .any(|question| material.live.asks(&question.id))
    };
    let silent: Vec<String> = material
        .pack
        .sections
        .iter()
        .filter(|section| !asks(section))
        .map(|section| section.title.clone())
        .collect();
    let sections = material.words.listed(&silent);
    (!silent.is_empty()).then(|| say!(material.words, "skipped-sections", sections))
}
