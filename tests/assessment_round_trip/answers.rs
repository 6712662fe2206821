//! Random answers to the questions of a pack.

use std::collections::BTreeMap;

use idp_assay::assessment::answer::{Approval, Asked, NotApplicable, Response, State, Value};
use idp_assay::assessment::value::together;
use idp_assay::pack::Pack;
use idp_assay::pack::answer::{AnswerKind, Choice, Form};
use idp_assay::pack::id::{OptionId, QuestionId};
use idp_assay::pack::language::Language;
use idp_assay::pack::question::{Question, Role};
use idp_assay::words::Words;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::simple::{day, duration, percent, period, text};

fn english() -> &'static Words {
    Words::of(Language::English)
}

fn ids(options: &[Choice]) -> Vec<OptionId> {
    options.iter().map(|option| option.id.clone()).collect()
}

/// An answer of that kind.
pub fn single(kind: &AnswerKind) -> BoxedStrategy<Value> {
    match kind {
        AnswerKind::Choice(options) => select(ids(options)).prop_map(Value::Choice).boxed(),
        AnswerKind::Several(options) => {
            let (known, ids) = (options.clone(), ids(options));
            let chosen = subsequence(ids, 0..=options.len());
            let fits = move |chosen: &Vec<OptionId>| together(english(), chosen, &known).is_ok();
            chosen
                .prop_filter("options that fit together", fits)
                .prop_map(Value::Several)
                .boxed()
        }
        AnswerKind::YesNo(_) => any::<bool>().prop_map(Value::YesNo).boxed(),
        AnswerKind::Duration(_) => duration().prop_map(Value::Duration).boxed(),
        AnswerKind::Count(_) => (0_u64..=1 << 50).prop_map(Value::Count).boxed(),
        AnswerKind::Percent(_) => percent().prop_map(Value::Percent).boxed(),
        AnswerKind::Date => day().prop_map(Value::Date).boxed(),
        AnswerKind::Period => period().prop_map(Value::Period).boxed(),
        AnswerKind::List => vec(text(), 0..4).prop_map(Value::List).boxed(),
        AnswerKind::Text => text().prop_map(Value::Text).boxed(),
    }
}

/// An answer to the whole question, or to some of its parts.
fn value(form: &Form) -> BoxedStrategy<Value> {
    let parts = match form {
        Form::Single(kind) => return single(kind),
        Form::Parts(parts) => parts,
    };
    let each: Vec<_> = parts
        .iter()
        .map(|part| {
            let id = part.id.clone();
            option::of(single(&part.kind)).prop_map(move |value| Some((id.clone(), value?)))
        })
        .collect();
    each.prop_map(|parts| Value::Parts(parts.into_iter().flatten().collect()))
        .boxed()
}

/// An approval by somebody whom no text of this test can be.
fn approval() -> impl Strategy<Value = Approval> {
    (text(), day()).prop_map(|(who, on)| Approval {
        by: format!("{who} (second person)"),
        on,
    })
}

fn not_applicable() -> impl Strategy<Value = State> {
    (text(), option::of(approval()))
        .prop_map(|(reason, approved)| State::NotApplicable(NotApplicable { reason, approved }))
}

fn state(pack: &Pack, question: &Question) -> BoxedStrategy<State> {
    let answered = value(&question.form).prop_map(State::Answered);
    let unknown = (text(), day()).prop_map(|(who, on)| State::Unknown(Asked { who, on }));
    let may_be_set_aside = match &question.role {
        Role::Scored(scored) => pack
            .model
            .control(&scored.control)
            .is_some_and(|control| control.na_allowed),
        _ => true,
    };
    let set_aside = u32::from(may_be_set_aside);
    prop_oneof![
        6 => answered,
        1 => unknown,
        1 => Just(State::Open),
        set_aside => not_applicable(),
    ]
    .boxed()
}

fn response(pack: &Pack, question: &Question) -> impl Strategy<Value = Response> + use<> {
    let state = state(pack, question);
    (
        state,
        option::of(text()),
        option::of(text()),
        option::of(day()),
    )
        .prop_map(|(state, note, by, on)| Response {
            state,
            note,
            by,
            on,
        })
}

/// Answers to about a third of the questions.
pub fn answers(pack: &Pack) -> impl Strategy<Value = BTreeMap<QuestionId, Response>> + use<> {
    let each: Vec<_> = pack
        .questions()
        .map(|question| {
            let id = question.id.clone();
            option::weighted(0.3, response(pack, question))
                .prop_map(move |response| Some((id.clone(), response?)))
        })
        .collect();
    each.prop_map(|answers| answers.into_iter().flatten().collect())
}
