//! What bad answers look at.

use super::{Checker, unknown, unknown_part};
use crate::pack::answer::{AnswerKind, Form, Part};
use crate::pack::question::{BadAnswer, Question, Trigger};
use crate::pack::reader::bad_answer::BadPlaces;
use crate::pack::reader::section::Places;
use crate::source::{Code, Place, Problem};

impl Checker<'_> {
    pub(super) fn findings(
        &self,
        question: &Question,
        places: &Places,
        problems: &mut Vec<Problem>,
    ) {
        for (bad, places) in question.bad.iter().zip(&places.findings) {
            let place = places.part.as_ref().unwrap_or(&places.finding);
            problems.extend(bad_answer(question, bad, place));
            problems.extend(self.red_flag(bad, places));
        }
    }

    /// What is wrong with the red flag that a bad answer names.
    fn red_flag(&self, bad: &BadAnswer, places: &BadPlaces) -> Option<Problem> {
        let documents = &self.whole.documents;
        let (id, place) = (bad.red_flag.as_ref()?, places.red_flag.as_ref()?);
        let known = || documents.catalogue.red_flags.iter();
        let Some(flag) = known().find(|flag| flag.id == *id) else {
            let ids = known().map(|flag| flag.id.as_str());
            let problem = unknown(Code::UnknownRedFlag, "red flag", id.as_str(), place, ids);
            return documents.is_whole.then_some(problem);
        };
        (!flag.severities.contains(&bad.severity)).then(|| {
            let message = format!("red flag `{id}` never has this severity");
            Problem::new(Code::WrongValue, message).at(place.clone())
        })
    }

    /// The controls that the red flags weaken.
    pub(super) fn red_flags(&self, problems: &mut Vec<Problem>) {
        let documents = &self.whole.documents;
        let controls = &self.whole.model.model.controls;
        for (flag, place) in documents
            .catalogue
            .red_flags
            .iter()
            .zip(&documents.controls)
        {
            if controls.iter().all(|control| control.id != flag.control) {
                let known = controls.iter().map(|control| control.id.as_str());
                let code = Code::UnknownControl;
                problems.push(unknown(
                    code,
                    "control",
                    flag.control.as_str(),
                    place,
                    known,
                ));
            }
        }
    }
}

/// What is wrong with what a bad answer looks at.
fn bad_answer(question: &Question, bad: &BadAnswer, place: &Place) -> Option<Problem> {
    let kind = match (&question.form, &bad.part) {
        (Form::Single(kind), None) => Some(kind),
        (_, Some(id)) => match parts(question).iter().find(|part| part.id == *id) {
            Some(part) => Some(&part.kind),
            None => return Some(unknown_part(id, parts(question), place)),
        },
        (Form::Parts(_), None) => None,
    };
    match (&bad.trigger, kind) {
        (Trigger::Below(_), Some(kind)) if !kind.has_level() => {
            let message = format!("`{}` looks at an answer without a level", bad.finding);
            Some(Problem::new(Code::NoLevel, message).at(place.clone()))
        }
        (Trigger::Below(_), _) => None,
        (
            Trigger::Options(ids),
            Some(AnswerKind::Choice(options) | AnswerKind::Several(options)),
        ) => {
            let known = || options.iter().map(|option| option.id.as_str());
            let strange = ids
                .iter()
                .find(|id| known().all(|known| known != id.as_str()))?;
            let code = Code::UnknownOption;
            Some(unknown(code, "option", strange.as_str(), place, known()))
        }
        (Trigger::Options(_), _) => {
            let message = format!("`{}` looks for options where there are none", bad.finding);
            Some(Problem::new(Code::UnknownOption, message).at(place.clone()))
        }
    }
}

pub(super) fn parts(question: &Question) -> &[Part] {
    match &question.form {
        Form::Single(_) => &[],
        Form::Parts(parts) => parts,
    }
}
