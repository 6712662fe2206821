//! Which questions are asked, and which of them the score counts.
//!
//! A question is asked when the depth of the assessment reaches it and its condition holds. It
//! counts unless a second person approved that it does not apply. Answers to questions that are
//! not asked (any more) stay in the file and out of the score.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::Assessment;
use super::answer::{State, Value};
use crate::pack::Pack;
use crate::pack::condition::{Expected, Test};
use crate::pack::id::QuestionId;
use crate::pack::question::Question;

/// The questions of a pack that are live in one assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live<'p> {
    asked: BTreeSet<&'p QuestionId>,
    set_aside: BTreeSet<&'p QuestionId>,
}

impl<'p> Live<'p> {
    /// Finds the live questions of `pack` under the depth and the answers of `assessment`.
    pub fn new(pack: &'p Pack, assessment: &Assessment) -> Self {
        let walk = Walk {
            pack,
            assessment,
            known: RefCell::default(),
        };
        let asked: BTreeSet<_> = pack
            .questions()
            .filter(|question| walk.asks(question))
            .map(|question| &question.id)
            .collect();
        let set_aside = asked
            .iter()
            .copied()
            .filter(|id| is_set_aside(assessment, id))
            .collect();
        Self { asked, set_aside }
    }

    /// Whether the question is asked: its depth is reached and its condition holds.
    pub fn asks(&self, question: &QuestionId) -> bool {
        self.asked.contains(question)
    }

    /// Whether the score counts the question: it is asked, and not approved as not applicable.
    pub fn counts(&self, question: &QuestionId) -> bool {
        self.asks(question) && !self.set_aside.contains(question)
    }

    /// The questions asked, by id.
    pub fn asked(&self) -> impl Iterator<Item = &'p QuestionId> {
        self.asked.iter().copied()
    }
}

fn is_set_aside(assessment: &Assessment, question: &QuestionId) -> bool {
    match assessment.answers.get(question).map(|held| &held.state) {
        Some(State::NotApplicable(reason)) => reason.approved.is_some(),
        Some(State::Answered(_) | State::Unknown(_) | State::Open) | None => false,
    }
}

/// Looks at each question once, whatever order conditions refer in.
struct Walk<'a, 'p> {
    pack: &'p Pack,
    assessment: &'a Assessment,
    known: RefCell<BTreeMap<&'p QuestionId, bool>>,
}

impl<'p> Walk<'_, 'p> {
    fn asks(&self, question: &'p Question) -> bool {
        if question.depth > self.assessment.depth {
            return false;
        }
        let Some(condition) = &question.when else {
            return true;
        };
        if let Some(&known) = self.known.borrow().get(&question.id) {
            return known;
        }
        // A pack with a cycle is refused when it is read; this only keeps the walk finite.
        self.known.borrow_mut().insert(&question.id, false);
        let asks = condition.holds(&|test| self.meets(test));
        self.known.borrow_mut().insert(&question.id, asks);
        asks
    }

    /// Whether the question tested is asked and answered as expected.
    fn meets(&self, test: &Test) -> bool {
        let asked = self
            .pack
            .question(&test.question)
            .is_some_and(|question| self.asks(question));
        let held = self.assessment.answers.get(&test.question);
        match held.map(|response| &response.state) {
            Some(State::Answered(value)) if asked => is_expected(test, value),
            _ => false,
        }
    }
}

/// Whether a value is what a test expects.
pub(super) fn is_expected(test: &Test, value: &Value) -> bool {
    let value = match (&test.part, value) {
        (Some(part), Value::Parts(parts)) => parts.get(part),
        (Some(_), _) => None,
        (None, value) => Some(value),
    };
    match (&test.expected, value) {
        (_, None) => false,
        (Expected::Option(option), Some(Value::Choice(chosen))) => chosen == option,
        (Expected::Option(option), Some(Value::Several(chosen))) => chosen.contains(option),
        (Expected::YesNo(expected), Some(Value::YesNo(yes))) => yes == expected,
        (Expected::Answered, Some(Value::Parts(parts))) => !parts.is_empty(),
        (Expected::Answered, Some(_)) => true,
        (Expected::Option(_) | Expected::YesNo(_), Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{assessment, pack_with, question};
    use crate::pack::question::Depth;

    const SCORED: &str = "scored: {control: NL4, share: 1}";

    fn asked(live: &Live, id: &str) -> bool {
        live.asks(&id.into())
    }

    fn when(id: &str, condition: &str) -> String {
        question(id, SCORED, &format!("when: {condition}"))
    }

    fn clouds() -> String {
        let options = "[{id: aws, text: A}, {id: entra, text: E}]";
        let answer = format!("answer: {{kind: several, options: {options}}}");
        question("Q.clouds", "", &answer)
    }

    #[test]
    fn a_question_is_asked_from_its_depth_on() {
        let pack = pack_with(&[question("Q.fine", SCORED, "depth: standard")]);
        let mut told = assessment(&pack, "");
        let mut at = |depth| {
            told.depth = depth;
            asked(&Live::new(&pack, &told), "Q.fine")
        };
        assert!(!at(Depth::Quick));
        assert!(at(Depth::Standard));
        assert!(at(Depth::Full));
    }

    #[test]
    fn a_condition_needs_the_answer_it_names() {
        let pack = pack_with(&[clouds(), when("Q.aws", "{question: Q.clouds, is: aws}")]);
        let with = |answers| asked(&Live::new(&pack, &assessment(&pack, answers)), "Q.aws");
        assert!(with("answers: {Q.clouds: {value: [entra, aws]}}"));
        assert!(!with("answers: {Q.clouds: {value: [entra]}}"));
        assert!(!with(
            "answers: {Q.clouds: {unknown: {asked: Them, on: 2026-06-01}}}"
        ));
        assert!(!with("answers: {Q.clouds: {na: {reason: None}}}"));
        assert!(!with(""));
    }

    #[test]
    fn a_question_that_is_not_asked_meets_no_test() {
        let pack = pack_with(&[
            clouds(),
            when("Q.aws", "{question: Q.clouds, is: aws}"),
            when("Q.root", "{question: Q.aws, is: yes}"),
            when("Q.other", "{not: {question: Q.aws, is: yes}}"),
        ]);
        let live = |cloud| {
            let answers =
                format!("answers: {{Q.clouds: {{value: [{cloud}]}}, Q.aws: {{value: yes}}}}");
            let told = assessment(&pack, &answers);
            let live = Live::new(&pack, &told);
            (asked(&live, "Q.root"), asked(&live, "Q.other"))
        };
        assert_eq!(live("aws"), (true, false));
        assert_eq!(live("entra"), (false, true));
    }

    #[test]
    fn conditions_combine_by_all_any_and_not() {
        let aws = "{question: Q.clouds, is: aws}";
        let entra = "{question: Q.clouds, is: entra}";
        let pack = pack_with(&[
            clouds(),
            when("Q.all", &format!("{{all: [{aws}, {entra}]}}")),
            when("Q.any", &format!("{{any: [{aws}, {entra}]}}")),
            when("Q.told", "{question: Q.clouds, answered: yes}"),
        ]);
        let live = |clouds| {
            let answers = format!("answers: {{Q.clouds: {{value: [{clouds}]}}}}");
            let told = assessment(&pack, &answers);
            let live = Live::new(&pack, &told);
            ["Q.all", "Q.any", "Q.told"].map(|id| asked(&live, id))
        };
        assert_eq!(live("aws, entra"), [true, true, true]);
        assert_eq!(live("entra"), [false, true, true]);
        assert_eq!(live(""), [false, false, true]);
    }

    #[test]
    fn what_does_not_apply_counts_until_it_is_approved() {
        let pack = pack_with(&[]);
        let counts = |answers: &str| {
            let told = assessment(&pack, answers);
            let live = Live::new(&pack, &told);
            (live.asks(&"Q.nl".into()), live.counts(&"Q.nl".into()))
        };
        let reason = "reason: No machines";
        assert_eq!(
            counts(&format!("answers: {{Q.nl: {{na: {{{reason}}}}}}}")),
            (true, true)
        );
        let approved = "approved: {by: Second, on: 2026-06-30}";
        let answers = format!("answers: {{Q.nl: {{by: First, na: {{{reason}, {approved}}}}}}}");
        assert_eq!(counts(&answers), (true, false));
    }
}
