//! What a question is for, and whether its answer can serve that.

use super::{Checker, unknown};
use crate::pack::answer::{AnswerKind, Form};
use crate::pack::question::{ContextInput, Criterion, Depth, Question, Role};
use crate::pack::reader::section::Places;
use crate::source::{Code, Problem};

impl Checker<'_> {
    pub(super) fn role(&self, question: &Question, places: &Places, problems: &mut Vec<Problem>) {
        match &question.role {
            Role::Scored(scored) => {
                let place = places.control.as_ref().unwrap_or(&places.id);
                if self.whole.model.model.control(&scored.control).is_none() {
                    let controls = &self.whole.model.model.controls;
                    let known = controls.iter().map(|control| control.id.as_str());
                    let id = scored.control.as_str();
                    problems.push(unknown(Code::UnknownControl, "control", id, place, known));
                }
                if scored.gating && question.depth != Depth::Quick {
                    let message = format!(
                        "`{}` gates a control but is not asked at every depth",
                        question.id
                    );
                    let problem = Problem::new(Code::DeepGate, message).at(place.clone());
                    problems.push(problem.help("give it `depth: quick`, or `gating: no`"));
                }
                self.scored_form(question, places, problems);
            }
            Role::Context(input) => {
                if !context_fits(*input, &question.form) {
                    let message = format!("`{}` cannot feed the inherent risk", question.id);
                    let problem = Problem::new(Code::NoLevel, message).at(places.answer.clone());
                    problems.push(problem.help(
                        "`nhi_count` wants a count; every other input wants options with levels",
                    ));
                }
            }
            Role::Criterion(criterion) => {
                if !criterion_fits(*criterion, &question.form) {
                    let message =
                        format!("`{}` does not give what the criterion reads", question.id);
                    let problem = Problem::new(Code::WrongType, message).at(places.answer.clone());
                    problems.push(problem.help(criterion_help(*criterion)));
                }
            }
            Role::Record => {}
        }
    }

    fn scored_form(&self, question: &Question, places: &Places, problems: &mut Vec<Problem>) {
        let with_level = match &question.form {
            Form::Single(kind) => kind.has_level(),
            Form::Parts(parts) => parts.iter().any(|part| part.kind.has_level()),
        };
        if !with_level {
            let message = format!(
                "`{}` is scored, but no answer to it has a level",
                question.id
            );
            let problem = Problem::new(Code::NoLevel, message).at(places.answer.clone());
            problems.push(problem.help("give its options levels, or put a choice beside the text"));
        }
        if question.bad.is_empty() {
            let message = format!(
                "`{}` is scored, but no bad answer is described",
                question.id
            );
            let problem = Problem::new(Code::MissingKey, message).at(places.id.clone());
            problems
                .push(problem.help("add `bad:` with finding, severity, remediation and clause"));
        }
    }
}

fn context_fits(input: ContextInput, form: &Form) -> bool {
    match (input, form) {
        (ContextInput::NhiCount, Form::Single(AnswerKind::Count(_))) => true,
        (ContextInput::NhiCount, _) => false,
        (_, Form::Single(kind @ (AnswerKind::Choice(_) | AnswerKind::Several(_)))) => {
            kind.has_level()
        }
        _ => false,
    }
}

/// Option values a criterion reads; `None` for yes/no and percent.
fn criterion_values(criterion: Criterion) -> Option<&'static [&'static str]> {
    match criterion {
        Criterion::Need => Some(&["management_system", "scoped_attestation"]),
        Criterion::Buyers => Some(&["north_america", "europe_uk_apac_public", "mixed"]),
        Criterion::Deadline => Some(&["under_4_months"]),
        Criterion::NhiSpan => Some(&["product_and_corporate", "product_only"]),
        Criterion::ContractNames => Some(&["iso", "soc2", "both"]),
        Criterion::Have => Some(&["iso", "soc2_t1", "soc2_t2"]),
        _ => None,
    }
}

fn criterion_fits(criterion: Criterion, form: &Form) -> bool {
    let Form::Single(kind) = form else {
        return false;
    };
    match (criterion, kind) {
        (Criterion::InventoryPct, AnswerKind::Percent(_)) => true,
        (Criterion::Have, AnswerKind::Several(options))
        | (
            Criterion::Need
            | Criterion::Buyers
            | Criterion::Deadline
            | Criterion::NhiSpan
            | Criterion::ContractNames,
            AnswerKind::Choice(options),
        ) => criterion_values(criterion).is_some_and(|values| {
            let has = |value| options.iter().any(|option| option.id.as_str() == value);
            values.iter().all(|&value| has(value))
        }),
        (_, AnswerKind::YesNo(_)) => {
            criterion_values(criterion).is_none() && criterion != Criterion::InventoryPct
        }
        _ => false,
    }
}

fn criterion_help(criterion: Criterion) -> String {
    match criterion_values(criterion) {
        Some(values) => format!("it wants options with the ids {}", values.join(", ")),
        None if criterion == Criterion::InventoryPct => "it wants a percent".to_string(),
        None => "it wants yes or no".to_string(),
    }
}
