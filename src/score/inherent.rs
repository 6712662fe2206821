//! The inherent identity risk `I` of our own use of the provider (docs/scoring.md 1).
//!
//! `I = 1 - exp(-J)` over a weighted sum `J` of factors from 0 to 1: concave, so that no factor
//! hides another, and each factor's part of `100 I` is exact. An input that nobody has given
//! counts as 1, the worst, and is listed as open.

use std::collections::BTreeMap;

use crate::pack::model::{Factor, InherentModel};
use crate::pack::question::ContextInput;

/// What we use the provider for: the inputs that are known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    known: BTreeMap<ContextInput, f64>,
}

impl Profile {
    /// A profile of these inputs: 0 to 1 each, the number of machine identities as a count.
    pub fn new(known: impl IntoIterator<Item = (ContextInput, f64)>) -> Self {
        Self {
            known: known.into_iter().collect(),
        }
    }

    /// The value of an input as it was given; `None` while it is open.
    pub fn get(&self, input: ContextInput) -> Option<f64> {
        self.known.get(&input).copied()
    }

    /// What an input counts as, 0 to 1; 1 while it is open.
    pub fn counted(&self, model: &InherentModel, input: ContextInput) -> f64 {
        let Some(given) = self.get(input) else {
            return 1.0;
        };
        let value = match input {
            ContextInput::NhiCount => (1.0 + given.max(0.0)).log10() / model.nhi_log10_full,
            _ => given,
        };
        value.clamp(0.0, 1.0)
    }
}

/// The inherent risk and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Inherent {
    /// `I`, from 0 to below 1.
    pub risk: f64,
    /// One part for each input, in a fixed order; their points sum to `100 I`.
    pub parts: Vec<InherentPart>,
}

impl Inherent {
    /// `100 I`: the most a residual risk can reach, in points.
    pub fn points(&self) -> f64 {
        100.0 * self.risk
    }

    /// The inputs nobody has given, which count as the worst.
    pub fn open(&self) -> impl Iterator<Item = ContextInput> {
        self.parts
            .iter()
            .filter(|part| part.given.is_none())
            .map(|part| part.input)
    }
}

/// An input and its part of the inherent risk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InherentPart {
    /// The input.
    pub input: ContextInput,
    /// Its value as it was given; `None` while it is open.
    pub given: Option<f64>,
    /// What it counts as, 0 to 1.
    pub counted: f64,
    /// Its part of `100 I`, in points; the blast radius is split evenly over its three sides.
    pub points: f64,
}

/// Computes the inherent risk of a profile.
pub fn inherent(model: &InherentModel, profile: &Profile) -> Inherent {
    let terms: BTreeMap<Factor, f64> = model
        .beta
        .iter()
        .map(|(&factor, beta)| (factor, beta * value(model, profile, factor)))
        .collect();
    let sum: f64 = terms.values().sum();
    let risk = 1.0 - (-sum).exp();
    let part = |&(_, input): &(&str, ContextInput)| {
        let sides = match input.factor() {
            Factor::Blast => 3.0,
            _ => 1.0,
        };
        let term = terms.get(&input.factor()).copied().unwrap_or(0.0);
        InherentPart {
            input,
            given: profile.get(input),
            counted: profile.counted(model, input),
            points: if sum > 0.0 {
                100.0 * risk * (term / sides) / sum
            } else {
                0.0
            },
        }
    };
    Inherent {
        risk,
        parts: ContextInput::NAMES.iter().map(part).collect(),
    }
}

/// The value of a factor, 0 to 1; the blast radius is the geometric mean of its sides.
fn value(model: &InherentModel, profile: &Profile, factor: Factor) -> f64 {
    let counted = |input| profile.counted(model, input);
    match factor {
        Factor::Data => counted(ContextInput::Data),
        Factor::Criticality => counted(ContextInput::Criticality),
        Factor::Regulatory => counted(ContextInput::Regulatory),
        Factor::Nhi => counted(ContextInput::NhiCount),
        Factor::Cicd => counted(ContextInput::Cicd),
        Factor::Blast => {
            let sides = counted(ContextInput::Scope)
                * counted(ContextInput::Duration)
                * counted(ContextInput::Reuse);
            sides.powf(1.0 / 3.0)
        }
    }
}
