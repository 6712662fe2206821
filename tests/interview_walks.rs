//! Random walks through an interview: no answer is ever lost, and every sitting ends.

#[path = "interview/support.rs"]
mod support;

use std::collections::BTreeMap;

use idp_assay::assessment::answer::State;
use idp_assay::assessment::live::Live;
use idp_assay::assessment::{reader, writer};
use idp_assay::interview::{Interview, Target};
use idp_assay::pack::Pack;
use idp_assay::pack::id::QuestionId;
use idp_assay::pack::question::Depth;
use idp_assay::source::Source;
use proptest::prelude::*;

use support::{any_value, author, day, empty, pack, sitting};

/// A step of a random walk.
#[derive(Debug, Clone)]
enum Step {
    Record(usize),
    Unknown,
    NotApplicable,
    Note(usize),
    Advance,
    Back,
    Section(usize),
    Question(usize),
    Resume,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..12_usize).prop_map(Step::Record),
        1 => Just(Step::Unknown),
        1 => Just(Step::NotApplicable),
        1 => (0..5_usize).prop_map(Step::Note),
        6 => Just(Step::Advance),
        2 => Just(Step::Back),
        1 => (0..3_usize).prop_map(Step::Section),
        1 => (0..12_usize).prop_map(Step::Question),
        1 => Just(Step::Resume),
    ]
}

/// Takes a step; gives the state that the current question must have now, if the step set one.
fn take<'p>(interview: &mut Interview<'p>, pack: &'p Pack, step: &Step) -> Option<State> {
    let question = interview.current();
    match step {
        Step::Record(pick) => {
            let value = any_value(&question?.form, *pick);
            interview.record(value.clone()).expect("it fits");
            Some(State::Answered(value))
        }
        Step::Unknown => {
            interview.unknown("the vendor", day("2026-01-01")).ok()?;
            interview
                .response(&question?.id)
                .map(|held| held.state.clone())
        }
        Step::NotApplicable => {
            interview.not_applicable("not used").ok()?;
            interview
                .response(&question?.id)
                .map(|held| held.state.clone())
        }
        Step::Note(pick) => {
            interview.note(&format!("note {pick}")).ok()?;
            None
        }
        Step::Advance => {
            interview.advance();
            None
        }
        Step::Back => {
            interview.back();
            None
        }
        Step::Section(at) => {
            let id = pack.sections[*at].id.clone();
            interview.jump(&Target::Section(id)).ok()?;
            None
        }
        Step::Question(at) => {
            let id = pack.questions().nth(*at)?.id.clone();
            interview.jump(&Target::Question(id)).ok()?;
            None
        }
        Step::Resume => {
            *interview = Interview::new(pack, interview.assessment().clone(), author());
            None
        }
    }
}

#[test]
fn every_question_of_the_built_in_pack_is_asked_answered_and_read_back() {
    let pack = idp_assay::built_in::pack();
    for pick in 0..4 {
        let mut interview = Interview::new(&pack, empty(&pack, Depth::Full), author());
        while let Some(question) = interview.current() {
            let value = any_value(&question.form, pick);
            interview.record(value).expect("it fits");
            interview.advance();
        }
        let source = Source::new("all.yaml", writer::write(interview.assessment()));
        let again = reader::read(&source, &pack, None).map_err(|problems| problems.to_string());
        assert_eq!(again.as_ref(), Ok(interview.assessment()));
    }
}

proptest! {
    #[test]
    fn a_random_walk_loses_no_answer(steps in prop::collection::vec(step(), 1..120)) {
        let pack = pack();
        let mut interview = sitting(&pack);
        let mut told: BTreeMap<QuestionId, State> = BTreeMap::new();
        for step in &steps {
            let asked = interview.current().map(|question| question.id.clone());
            if let (Some(state), Some(id)) = (take(&mut interview, &pack, step), asked) {
                told.insert(id, state);
            }
            let answers = &interview.assessment().answers;
            for (id, state) in &told {
                prop_assert_eq!(answers.get(id).map(|held| &held.state), Some(state));
            }
            let live = Live::new(&pack, interview.assessment());
            prop_assert!(interview.current().is_none_or(|question| live.asks(&question.id)));
        }
        let text = writer::write(interview.assessment());
        let source = Source::new("walk.yaml", text);
        let again = reader::read(&source, &pack, None).map_err(|problems| problems.to_string());
        prop_assert_eq!(again.as_ref(), Ok(interview.assessment()));
    }

    #[test]
    fn advancing_ends(steps in prop::collection::vec(step(), 0..40)) {
        let pack = pack();
        let mut interview = sitting(&pack);
        for step in &steps {
            take(&mut interview, &pack, step);
        }
        let mut left = 3 * pack.questions().count();
        while interview.current().is_some() {
            prop_assert!(left > 0, "it never ends");
            interview.advance();
            left -= 1;
        }
    }
}
