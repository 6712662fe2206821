//! Which facts answer a question, and whether the two can be compared.

use super::finding::parts;
use super::{Checker, unknown, unknown_part};
use crate::pack::answer::{AnswerKind, Form};
use crate::pack::fact::{Bound, Comparison, FactKind, FactLink};
use crate::pack::id::OptionId;
use crate::pack::question::Question;
use crate::pack::reader::section::Places;
use crate::source::{Code, Place, Problem};

impl Checker<'_> {
    pub(super) fn facts(&self, question: &Question, places: &Places, problems: &mut Vec<Problem>) {
        for (link, place) in question.facts.iter().zip(&places.facts) {
            problems.extend(self.fact(question, link, place));
        }
    }

    fn fact(&self, question: &Question, link: &FactLink, place: &Place) -> Option<Problem> {
        let facts = self.whole.facts.as_ref()?;
        let known = || facts.iter();
        let Some(entry) = known().find(|entry| entry.id == link.fact) else {
            let ids = known().map(|entry| entry.id.as_str());
            let id = link.fact.as_str();
            return Some(unknown(Code::UnknownFact, "fact", id, place, ids));
        };
        let kind = match (&question.form, &link.part) {
            (Form::Single(kind), None) => kind,
            (_, Some(id)) => match parts(question).iter().find(|part| part.id == *id) {
                Some(part) => &part.kind,
                None => return Some(unknown_part(id, parts(question), place)),
            },
            (Form::Parts(_), None) => {
                let message = "the question has parts, and none is named";
                let problem = Problem::new(Code::UnknownPart, message).at(place.clone());
                return Some(problem.help("add `part:`"));
            }
        };
        if !can_compare(kind, entry.kind, &link.comparison) {
            let message = format!("`{}` cannot be compared so with this answer", link.fact);
            let help = "`at-most` and `at-least` take durations, counts and shares against answers of their kind, \
                        `contains` a set against several choices, `if` a count, share or `holds` against \
                        options, with `to:` unless there are several";
            let problem = Problem::new(Code::WrongType, message).at(place.clone());
            return Some(problem.help(help));
        }
        strange_option(kind, &link.comparison, place)
    }
}

/// Whether a fact of this kind says something to an answer of that kind.
fn can_compare(answer: &AnswerKind, fact: FactKind, comparison: &Comparison) -> bool {
    match comparison {
        Comparison::AtMost { .. } | Comparison::AtLeast => matches!(
            (answer, fact),
            (AnswerKind::Duration(_), FactKind::Duration)
                | (AnswerKind::Count(_), FactKind::Count)
                | (AnswerKind::Percent(_), FactKind::Share)
        ),
        Comparison::Contains { .. } => {
            matches!((answer, fact), (AnswerKind::Several(_), FactKind::Set))
        }
        Comparison::Test(test) => {
            let has_options = matches!(
                answer,
                AnswerKind::Choice(_) | AnswerKind::Several(_) | AnswerKind::YesNo(_)
            );
            let fits = match test.bound {
                Bound::Is(_) => fact == FactKind::Holds,
                Bound::Over(_) | Bound::Under(_) => {
                    matches!(fact, FactKind::Count | FactKind::Share)
                }
            };
            let is_left = test.to.is_some() != matches!(answer, AnswerKind::Several(_));
            has_options && fits && is_left
        }
    }
}

/// An option that is named and that the answer does not have.
fn strange_option(answer: &AnswerKind, comparison: &Comparison, place: &Place) -> Option<Problem> {
    let named: Vec<&OptionId> = match comparison {
        Comparison::AtMost { .. } | Comparison::AtLeast => return None,
        Comparison::Contains { of } => of.iter().collect(),
        Comparison::Test(test) => {
            let claims = test.refutes.iter().chain(&test.to);
            claims.chain(&test.confirms).collect()
        }
    };
    let known: Vec<&str> = match answer {
        AnswerKind::Choice(options) | AnswerKind::Several(options) => {
            options.iter().map(|option| option.id.as_str()).collect()
        }
        _ => vec!["yes", "no"],
    };
    let strange = named.iter().find(|id| !known.contains(&id.as_str()))?;
    let code = Code::UnknownOption;
    Some(unknown(
        code,
        "option",
        strange.as_str(),
        place,
        known.into_iter(),
    ))
}
