//! The live controls of a case, prepared once and evaluated for any vector of gaps.
//!
//! Scoring needs four vectors and a what-if some thousands; what does not change between them
//! (order, weights, credibility of the evidence) is worked out here.

use super::control::{Claim, ControlInput, Readings, claims};
use super::credibility::Weigher;
use super::exposure::{DIMENSIONS, Layout};
use super::inherent::{Inherent, Profile, inherent};
use super::{Case, ControlResult, QuestionResult, Residual};
use crate::pack::model::{BlastDimension, Control, EvidenceKind, Model};
use crate::pack::question::ContextInput;

/// A case in the order of its controls' ids; all vectors here are in that order.
#[derive(Debug, Clone)]
pub(super) struct Engine<'a> {
    pub model: &'a Model,
    pub inherent: Inherent,
    pub layout: Layout<'a>,
    pub inputs: Vec<&'a ControlInput>,
    pub claims: Vec<Vec<Claim>>,
}

impl<'a> Engine<'a> {
    pub fn new(case: &Case<'a>, weigher: &mut Weigher) -> Self {
        let mut live: Vec<(&Control, &ControlInput)> = case
            .controls
            .iter()
            .filter(|input| !input.questions().is_empty())
            .filter_map(|input| Some((case.model.control(input.control())?, input)))
            .collect();
        live.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        let claims = live.iter().map(|(_, input)| claims(weigher, input));
        Self {
            model: case.model,
            inherent: inherent(&case.model.inherent, case.profile),
            claims: claims.collect(),
            layout: Layout::new(case.model, live.iter().map(|(control, _)| *control)),
            inputs: live.into_iter().map(|(_, input)| input).collect(),
        }
    }

    /// `100 I V` of these gaps, in points.
    pub fn points(&self, gaps: &[f64]) -> f64 {
        self.points_at(self.layout.hazard(gaps))
    }

    /// `100 I V` of this exposure, in points.
    pub fn points_at(&self, exposure: f64) -> f64 {
        self.inherent.points() * (1.0 - (-exposure).exp())
    }

    /// The gaps of the headline.
    pub fn gaps(&self) -> Vec<f64> {
        self.claims
            .iter()
            .map(|claims| Readings::new(claims).gap())
            .collect()
    }

    /// The residual risk in all its readings.
    pub fn residual(&self, results: &[ControlResult]) -> Residual {
        let reading = |effectiveness: fn(&Readings) -> f64| {
            let gaps: Vec<_> = results
                .iter()
                .map(|result| 1.0 - effectiveness(&result.readings))
                .collect();
            self.points(&gaps)
        };
        Residual {
            point: reading(|readings| readings.credited),
            low: reading(|readings| readings.at_best),
            high: reading(|readings| readings.independent),
            open: reading(|readings| readings.if_answered),
            irreducible: self.points_at(self.model.shape.eta0),
        }
    }

    /// Every control with its readings.
    pub fn results(&self) -> Vec<ControlResult> {
        let budgets = self.layout.budgets();
        let each = self.inputs.iter().zip(&self.claims).zip(budgets);
        each.map(|((input, claims), budget)| ControlResult {
            control: input.control().clone(),
            budget,
            readings: Readings::new(claims),
            questions: questions(input, claims),
        })
        .collect()
    }

    /// `100 (scope duration reuse)^(1/3)`, each side of our use times that of the gaps; a side
    /// that no control bounds counts as 1.
    pub fn blast_index(&self, profile: &Profile, gaps: &[f64]) -> f64 {
        let side = |dimension| {
            let ours = profile.counted(&self.model.inherent, input_of(dimension));
            ours * self.layout.side(dimension, gaps).unwrap_or(1.0)
        };
        let product: f64 = DIMENSIONS.into_iter().map(side).product();
        100.0 * product.powf(1.0 / 3.0)
    }

    /// The residual risk when every control is in place and shown by the best document only.
    pub fn certificate_ceiling(&self) -> f64 {
        let documents = [
            EvidenceKind::Iso27001,
            EvidenceKind::Soc2T1,
            EvidenceKind::Soc2T2,
        ];
        let best = documents
            .iter()
            .filter_map(|kind| self.model.evidence.ladder.get(kind))
            .map(|rung| rung.credibility)
            .fold(0.0, f64::max);
        self.points(&vec![1.0 - best; self.inputs.len()])
    }
}

fn questions(input: &ControlInput, claims: &[Claim]) -> Vec<QuestionResult> {
    let each = input.questions().iter().zip(claims);
    each.map(|(question, &claim)| QuestionResult {
        question: question.question.clone(),
        claim,
    })
    .collect()
}

fn input_of(dimension: BlastDimension) -> ContextInput {
    match dimension {
        BlastDimension::Scope => ContextInput::Scope,
        BlastDimension::Duration => ContextInput::Duration,
        BlastDimension::Reuse => ContextInput::Reuse,
    }
}
