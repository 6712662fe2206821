//! Random vendors, contexts and changes, with a fixed seed.

use idp_assay::pack::model::Model;
use idp_assay::score::Score;
use idp_assay::score::credibility::EvidenceItem;
use idp_assay::score::inherent::Profile;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

use super::{Answer, Answers, KINDS, RELEVANCES, model, profile, score};

/// Cases that each property sees.
const CASES: u32 = 1000;
const SEED: u64 = 0x1d9;

/// A random vendor in a random context, with what a property may change about it.
#[derive(Debug, Clone)]
pub struct World {
    pub context: [f64; 8],
    pub answers: Answers,
    /// The control that a change is about.
    pub control: String,
    /// Evidence that a change may add.
    pub item: EvidenceItem,
    /// How much a change changes, 0 to 1 each.
    pub amounts: [f64; 3],
}

impl World {
    pub fn profile(&self) -> Profile {
        profile(self.context)
    }

    pub fn score(&self) -> Score {
        score(&model(), &self.profile(), &self.answers)
    }

    pub fn score_under(&self, model: &Model) -> Score {
        score(model, &self.profile(), &self.answers)
    }

    /// The answer that a change is about; `None` when it does not apply.
    pub fn answer(&self) -> Option<&Answer> {
        self.answers.get(&self.control)
    }

    /// The score with another answer for that control.
    pub fn score_with(&self, answer: Answer) -> Score {
        let mut answers = self.answers.clone();
        answers.insert(self.control.clone(), answer);
        score(&model(), &self.profile(), &answers)
    }
}

/// Runs a property on every random world; the same worlds at each run.
pub fn for_all(property: impl Fn(&World)) {
    let config = ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(SEED),
        ..ProptestConfig::default()
    };
    let run = TestRunner::new(config).run(&world(), |world| {
        property(&world);
        Ok(())
    });
    if let Err(failure) = run {
        panic!("{failure}");
    }
}

fn world() -> impl Strategy<Value = World> {
    let controls: Vec<String> = model().controls.iter().map(|c| c.id.to_string()).collect();
    let each = prop::collection::vec(answer(), controls.len());
    let change = (0..controls.len(), item(), prop::array::uniform3(0.0..1.0));
    (context(), each, change).prop_map(move |(context, told, (at, item, amounts))| World {
        context,
        answers: controls
            .iter()
            .cloned()
            .zip(told)
            .filter_map(|(control, answer)| Some((control, answer?)))
            .collect(),
        control: controls[at].clone(),
        item,
        amounts,
    })
}

/// An answer; `None` for one that does not apply.
fn answer() -> impl Strategy<Value = Option<Answer>> {
    let told = (quarter(), prop::collection::vec(item(), 0..3))
        .prop_map(|(level, evidence)| Some(Answer::new(level, evidence)));
    prop_oneof![
        17 => told,
        2 => Just(Some(Answer::open())),
        1 => Just(None),
    ]
}

fn quarter() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![0.0, 0.25, 0.5, 0.75, 1.0])
}

fn context() -> impl Strategy<Value = [f64; 8]> {
    let machines = (0.0..5.5_f64).prop_map(|digits| 10.0_f64.powf(digits).floor());
    (prop::collection::vec(quarter(), 7), machines).prop_map(|(levels, machines)| {
        let mut context = [0.0; 8];
        context[..3].copy_from_slice(&levels[..3]);
        context[3] = machines;
        context[4..].copy_from_slice(&levels[3..]);
        context
    })
}

/// A random item of evidence.
pub fn item() -> impl Strategy<Value = EvidenceItem> {
    let found = (
        prop::sample::select(vec![None, Some(5), Some(25), Some(40)]),
        prop::sample::select(vec![0, 0, 0, 1, 2]),
        prop::bool::weighted(0.05),
    );
    (
        prop::sample::select(KINDS.to_vec()),
        0.0..40.0,
        0.0..14.0,
        prop::sample::select(RELEVANCES.to_vec()),
        found,
    )
        .prop_map(|(kind, age, period, relevance, found)| EvidenceItem {
            age_months: age,
            period_months: period,
            relevance,
            sample: found.0,
            exceptions: found.1,
            qualified: found.2,
            ..EvidenceItem::fresh(kind)
        })
}

/// Splits a control into two that share its weight and multiplier as `share` to the rest.
pub fn split(model: &Model, control: &str, share: f64) -> Model {
    let mut split = model.clone();
    split.controls.retain(|other| other.id.as_str() != control);
    let whole = model
        .control(&control.into())
        .expect("a control of the model");
    for (suffix, share) in [("a", share), ("b", 1.0 - share)] {
        let mut part = whole.clone();
        part.id = part_id(control, suffix).as_str().into();
        part.weight *= share;
        part.knockout *= share;
        split.controls.push(part);
    }
    split.controls.sort_by(|a, b| a.id.cmp(&b.id));
    split
}

/// Id of a part that [`split`] makes.
pub fn part_id(control: &str, suffix: &str) -> String {
    format!("{control}-{suffix}")
}
