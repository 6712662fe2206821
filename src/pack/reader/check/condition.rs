//! Conditions: what they test exists, they form no circle, and they can come true.

use std::collections::BTreeSet;

use super::{Checker, unknown, unknown_part};
use crate::pack::answer::{AnswerKind, Form};
use crate::pack::condition::{Expected, Test};
use crate::pack::id::{PartId, QuestionId};
use crate::pack::question::Question;
use crate::pack::reader::condition::TestPlaces;
use crate::pack::reader::reach;
use crate::pack::reader::section::Places;
use crate::source::{Code, Problem};

impl<'a> Checker<'a> {
    pub(super) fn tests(&self, question: &Question, places: &Places, problems: &mut Vec<Problem>) {
        let tests = question.when.as_ref().map_or(vec![], |when| when.tests());
        for (test, at) in tests.into_iter().zip(&places.tests) {
            let Some(asked) = self.questions.get(&test.question) else {
                if self.whole.is_whole && !self.broken.contains(&test.question) {
                    let known = self.questions.keys().map(|id| id.as_str());
                    let id = test.question.as_str();
                    let code = Code::UnknownQuestion;
                    problems.push(unknown(code, "question", id, &at.question, known));
                }
                continue;
            };
            if asked.depth > question.depth {
                let message = format!("`{}` is asked only at a greater depth", asked.id);
                let problem = Problem::new(Code::DeeperCondition, message);
                let help = "a condition may rest on questions of the same or a shallower depth";
                problems.push(problem.at(at.question.clone()).help(help));
            }
            problems.extend(expected(asked, test, at));
        }
    }

    pub(super) fn reach(&self, question: &Question, places: &Places, problems: &mut Vec<Problem>) {
        if self.in_cycle(question) {
            let message = format!("the condition of `{}` depends on itself", question.id);
            let problem = Problem::new(Code::ConditionCycle, message).at(places.id.clone());
            problems.push(problem.help("break the circle: ask one of its questions always"));
            return;
        }
        let sound = |id: &QuestionId| self.questions.get(id).copied();
        if self.leads_to_cycle(question) || reach::reachable(question, &sound) {
            return;
        }
        let message = format!("no answers can ever open `{}`", question.id);
        let problem = Problem::new(Code::Unreachable, message).at(places.id.clone());
        problems.push(problem.help("its condition asks for answers that exclude each other"));
    }

    /// Questions the condition of `question` looks at, directly or through theirs.
    fn behind(&self, question: &Question) -> BTreeSet<&'a QuestionId> {
        let mut behind = BTreeSet::new();
        let mut open = vec![&question.id];
        while let Some(id) = open.pop() {
            let condition = self
                .questions
                .get(id)
                .and_then(|question| question.when.as_ref());
            for test in condition.map_or(vec![], |condition| condition.tests()) {
                if behind.insert(&test.question) {
                    open.push(&test.question);
                }
            }
        }
        behind
    }

    fn in_cycle(&self, question: &Question) -> bool {
        self.behind(question).contains(&question.id)
    }

    fn leads_to_cycle(&self, question: &Question) -> bool {
        let behind = self.behind(question);
        let mut behind = behind.iter().filter_map(|id| self.questions.get(*id));
        behind.any(|question| self.in_cycle(question))
    }
}

/// What is wrong with a test, given the question it looks at.
fn expected(asked: &Question, test: &Test, at: &TestPlaces) -> Option<Problem> {
    let kind = match (&asked.form, &test.part) {
        (Form::Single(kind), None) => kind,
        (Form::Parts(_), None) if test.expected == Expected::Answered => return None,
        (Form::Parts(parts), Some(id)) => match parts.iter().find(|part| part.id == *id) {
            Some(part) => &part.kind,
            None => {
                let place = at.part.as_ref().unwrap_or(&at.question);
                return Some(unknown_part(id, parts, place));
            }
        },
        (Form::Single(_), Some(part)) => return Some(no_part(asked, part, at)),
        (Form::Parts(_), None) => {
            let message = format!("`{}` has parts, and the test names none", asked.id);
            let problem = Problem::new(Code::UnknownPart, message).at(at.question.clone());
            return Some(problem.help("add `part:` to the test"));
        }
    };
    match (&test.expected, kind) {
        (Expected::Answered, _) | (Expected::YesNo(_), AnswerKind::YesNo(_)) => None,
        (Expected::Option(id), AnswerKind::Choice(options) | AnswerKind::Several(options)) => {
            let known = options.iter().map(|option| option.id.as_str());
            let fits = options.iter().any(|option| option.id == *id);
            let (code, place) = (Code::UnknownOption, &at.expected);
            (!fits).then(|| unknown(code, "option", id.as_str(), place, known))
        }
        _ => {
            let message = format!("no answer to `{}` can be this", asked.id);
            let problem = Problem::new(Code::UnknownOption, message).at(at.expected.clone());
            Some(
                problem
                    .help("test an option, `yes` or `no`, or `answered: yes`, as its kind allows"),
            )
        }
    }
}

fn no_part(asked: &Question, part: &PartId, at: &TestPlaces) -> Problem {
    let message = format!("`{}` has no parts, and the test names `{part}`", asked.id);
    let place = at.part.as_ref().unwrap_or(&at.question);
    let problem = Problem::new(Code::UnknownPart, message).at(place.clone());
    problem.help("leave out `part:`")
}
