//! The arithmetic of one control, step by step, for readers who check it by hand.

use super::control::{Claim, ControlInput, QuestionInput, Readings, claims, weighted};
use super::credibility::{EvidenceItem, Weighed, Weigher};
use crate::pack::id::{ControlId, QuestionId};
use crate::pack::model::Model;

/// How a control comes to what it is credited.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The control.
    pub control: ControlId,
    /// Its questions, by id.
    pub questions: Vec<ExplainedQuestion>,
    /// Sum of share times `a c`.
    pub weighted: f64,
    /// What decides `e`.
    pub decided_by: DecidedBy,
    /// The effectiveness in each reading.
    pub readings: Readings,
}

/// What decides the credited effectiveness of a control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecidedBy {
    /// The share-weighted sum over its questions.
    Sum,
    /// A gating question that is worth less than the sum.
    Gate(QuestionId),
}

/// A question with every number it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedQuestion {
    /// The question.
    pub question: QuestionId,
    /// Share, level and credibility.
    pub claim: Claim,
    /// The items behind it, in the order recorded; without any the answer is an assertion.
    pub evidence: Vec<ExplainedItem>,
}

/// An item with every factor of its worth.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedItem {
    /// The item.
    pub item: EvidenceItem,
    /// Its factors.
    pub weighed: Weighed,
}

/// Explains a control under `model`.
pub fn explain(model: &Model, input: &ControlInput) -> Explanation {
    let mut weigher = Weigher::new(&model.evidence);
    let claims = claims(&mut weigher, input);
    let weighted = weighted(&claims, Claim::credited);
    let readings = Readings::new(&claims);
    Explanation {
        control: input.control().clone(),
        weighted,
        decided_by: match binding_gate(input, &claims, readings.credited) {
            Some(gate) if readings.credited < weighted => DecidedBy::Gate(gate.clone()),
            _ => DecidedBy::Sum,
        },
        readings,
        questions: input
            .questions()
            .iter()
            .zip(claims)
            .map(|(question, claim)| explained(question, claim, &mut weigher))
            .collect(),
    }
}

/// The first gating question that is worth just what is credited.
fn binding_gate<'a>(
    input: &'a ControlInput,
    claims: &[Claim],
    credited: f64,
) -> Option<&'a QuestionId> {
    let mut each = input.questions().iter().zip(claims);
    each.find(|(_, claim)| claim.gating && claim.credited() == credited)
        .map(|(question, _)| &question.question)
}

fn explained(question: &QuestionInput, claim: Claim, weigher: &mut Weigher) -> ExplainedQuestion {
    ExplainedQuestion {
        question: question.question.clone(),
        claim,
        evidence: question
            .evidence
            .iter()
            .map(|item| ExplainedItem {
                item: item.clone(),
                weighed: weigher.weigh(item),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::level::Level;
    use crate::fixture::{gates, pack};
    use crate::pack::model::EvidenceKind;

    fn question(id: &str, gating: bool, level: f64) -> QuestionInput {
        QuestionInput {
            question: id.into(),
            share: 1.0,
            gating,
            level: Level::answered_at(level),
            evidence: vec![EvidenceItem::fresh(EvidenceKind::ConfigExport)],
        }
    }

    fn explained(gate: f64, detail: f64) -> Explanation {
        let questions = vec![
            question("Q.gate", true, gate),
            question("Q.detail", false, detail),
        ];
        let input = ControlInput::new("RV1".into(), questions);
        explain(&pack(&gates()).model, &input)
    }

    #[test]
    fn the_gate_decides_when_it_is_worth_less_than_the_sum() {
        let explained = explained(0.5, 1.0);
        assert_eq!(explained.decided_by, DecidedBy::Gate("Q.gate".into()));
        assert_eq!(explained.readings.credited, 0.5 * 0.7);
    }

    #[test]
    fn the_sum_decides_when_a_detail_pulls_it_down() {
        let explained = explained(1.0, 0.5);
        assert_eq!(explained.decided_by, DecidedBy::Sum);
        assert_eq!(explained.readings.credited, explained.weighted);
    }

    #[test]
    fn every_item_shows_its_factors() {
        let explained = explained(1.0, 1.0);
        let weighed = explained.questions[0].evidence[0].weighed;
        assert_eq!(
            (weighed.base, weighed.relevance, weighed.age),
            (0.7, 1.0, 1.0)
        );
        assert_eq!(weighed.independent, 0.5 * 0.7);
    }
}
