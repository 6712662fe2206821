//! Whether any answers at all can open a question.
//!
//! The answers that conditions look at are tried in every combination, in the order in which
//! questions depend on each other; only what is mentioned in a test makes a difference, so the
//! combinations stay few.

use std::collections::BTreeMap;

use crate::pack::answer::{AnswerKind, Form};
use crate::pack::condition::{Condition, Expected, Test};
use crate::pack::id::{PartId, QuestionId};
use crate::pack::question::Question;

/// Combinations tried before a question is taken to be reachable.
const MOST: usize = 200_000;

/// What is looked at in one answer: the question, and the part of it.
type Variable<'a> = (&'a QuestionId, Option<&'a PartId>);

/// Whether some answers make `question` live. Conditions must be free of cycles.
pub(super) fn reachable<'a>(
    question: &'a Question,
    find: &impl Fn(&QuestionId) -> Option<&'a Question>,
) -> bool {
    let Some(condition) = &question.when else {
        return true;
    };
    let mut variables: BTreeMap<Variable, Vec<&Expected>> = BTreeMap::new();
    gather(condition, find, &mut variables);
    let domains: Vec<(Variable, Vec<Vec<&Expected>>)> = variables
        .into_iter()
        .map(|(variable, mentioned)| (variable, domain(variable, &mentioned, find)))
        .collect();
    let combinations = domains.iter().try_fold(1_usize, |product, (_, values)| {
        product.checked_mul(values.len())
    });
    let Some(combinations) = combinations.filter(|&count| count <= MOST) else {
        return true;
    };
    (0..combinations).any(|number| {
        let world = pick(&domains, number);
        live(question, &world, find)
    })
}

/// Every answer that the condition, or the conditions of what it looks at, depends on.
fn gather<'a>(
    condition: &'a Condition,
    find: &impl Fn(&QuestionId) -> Option<&'a Question>,
    variables: &mut BTreeMap<Variable<'a>, Vec<&'a Expected>>,
) {
    for test in condition.tests() {
        let mentioned = variables
            .entry((&test.question, test.part.as_ref()))
            .or_default();
        if !mentioned.contains(&&test.expected) {
            mentioned.push(&test.expected);
        }
        if let Some(inner) = find(&test.question).and_then(|question| question.when.as_ref()) {
            gather(inner, find, variables);
        }
    }
}

/// What can hold of an answer at once, given what conditions mention of it.
fn domain<'a>(
    (question, part): Variable,
    mentioned: &[&'a Expected],
    find: &impl Fn(&QuestionId) -> Option<&'a Question>,
) -> Vec<Vec<&'a Expected>> {
    const ANSWERED: &Expected = &Expected::Answered;
    let kind = find(question).and_then(|question| kind(question, part));
    let named: Vec<&Expected> = mentioned
        .iter()
        .copied()
        .filter(|expected| **expected != Expected::Answered)
        .collect();
    let mut values = vec![vec![], vec![ANSWERED]];
    match kind {
        Some(AnswerKind::Several(_)) => {
            for subset in 1..1_usize << named.len().min(16) {
                let chosen = named
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| subset >> at & 1 == 1);
                values.push(
                    chosen
                        .map(|(_, expected)| *expected)
                        .chain([ANSWERED])
                        .collect(),
                );
            }
        }
        _ => values.extend(named.iter().map(|&expected| vec![expected, ANSWERED])),
    }
    values
}

fn kind<'a>(question: &'a Question, part: Option<&PartId>) -> Option<&'a AnswerKind> {
    match (&question.form, part) {
        (Form::Single(kind), None) => Some(kind),
        (Form::Parts(parts), Some(id)) => parts
            .iter()
            .find(|part| part.id == *id)
            .map(|part| &part.kind),
        _ => None,
    }
}

type World<'a> = BTreeMap<Variable<'a>, &'a [&'a Expected]>;

fn pick<'a>(domains: &'a [(Variable<'a>, Vec<Vec<&'a Expected>>)], number: usize) -> World<'a> {
    let mut rest = number;
    let mut world = World::new();
    for (variable, values) in domains {
        world.insert(*variable, &values[rest % values.len()]);
        rest /= values.len();
    }
    world
}

fn live<'a>(
    question: &Question,
    world: &World,
    find: &impl Fn(&QuestionId) -> Option<&'a Question>,
) -> bool {
    let holds = |test: &Test| {
        find(&test.question).is_some_and(|asked| live(asked, world, find))
            && world
                .get(&(&test.question, test.part.as_ref()))
                .is_some_and(|held| held.contains(&&test.expected))
    };
    question
        .when
        .as_ref()
        .is_none_or(|condition| condition.holds(&holds))
}
