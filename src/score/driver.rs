//! Where the residual risk comes from (docs/scoring.md 8).
//!
//! The exposure has exact shares, and log-survival is what adds up: the points over the irreducible
//! part are dealt out in proportion to them. A control's points are split in turn by what is
//! absent, unproven or open, and over its questions.

use super::control::Claim;
use super::{ControlResult, Residual};
use crate::pack::id::{ControlId, DomainId, QuestionId};
use crate::pack::model::{Control, Subject};

/// What a control adds to the residual risk.
#[derive(Debug, Clone, PartialEq)]
pub struct Driver {
    /// The control.
    pub control: ControlId,
    /// Its share of the exposure.
    pub exposure: f64,
    /// Points it adds: the sum of the next three.
    pub points: f64,
    /// Points for what is known to be absent.
    pub not_implemented: f64,
    /// Points for what is claimed and not proven.
    pub not_proven: f64,
    /// Points for what is open.
    pub open: f64,
    /// The same points by question, in proportion to share times gap; by id.
    pub questions: Vec<QuestionPoints>,
}

/// What a question adds to the points of its control.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionPoints {
    /// The question.
    pub question: QuestionId,
    /// Its points.
    pub points: f64,
}

/// What a domain adds to the residual risk.
#[derive(Debug, Clone, PartialEq)]
pub struct DomainPoints {
    /// The domain.
    pub domain: DomainId,
    /// Points of its live controls.
    pub points: f64,
}

/// What the controls of a subject add to the residual risk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SubjectPoints {
    /// The subject.
    pub subject: Subject,
    /// Points of its live controls.
    pub points: f64,
}

/// The drivers of these controls, in their order; `shares` are their shares of the exposure.
pub(super) fn drivers(
    results: &[ControlResult],
    shares: &[f64],
    residual: Residual,
) -> Vec<Driver> {
    let total: f64 = shares.iter().sum();
    let over = residual.point - residual.irreducible;
    let each = results.iter().zip(shares);
    each.map(|(result, &share)| {
        let points = if total > 0.0 {
            over * share / total
        } else {
            0.0
        };
        driver(result, share, points)
    })
    .collect()
}

fn driver(result: &ControlResult, exposure: f64, points: f64) -> Driver {
    let readings = &result.readings;
    let gap = readings.gap();
    let part = |of_gap: f64| {
        if gap > 0.0 {
            points * of_gap / gap
        } else {
            0.0
        }
    };
    Driver {
        control: result.control.clone(),
        exposure,
        points,
        not_implemented: part(readings.not_implemented()),
        not_proven: part(readings.not_proven()),
        open: part(readings.open()),
        questions: by_question(result, points),
    }
}

fn by_question(result: &ControlResult, points: f64) -> Vec<QuestionPoints> {
    let gap = |claim: &Claim| claim.share * (1.0 - claim.credited());
    let total: f64 = result
        .questions
        .iter()
        .map(|question| gap(&question.claim))
        .sum();
    let each = result.questions.iter();
    each.map(|question| QuestionPoints {
        question: question.question.clone(),
        points: if total > 0.0 {
            points * gap(&question.claim) / total
        } else {
            0.0
        },
    })
    .collect()
}

/// The worst first, ties by id.
pub(super) fn worst_first(mut drivers: Vec<Driver>) -> Vec<Driver> {
    drivers.sort_by(|a, b| {
        b.points
            .total_cmp(&a.points)
            .then_with(|| a.control.cmp(&b.control))
    });
    drivers
}

/// Points by domain, in the order of ids; `drivers` are in the order of `controls`.
pub(super) fn by_domain(controls: &[&Control], drivers: &[Driver]) -> Vec<DomainPoints> {
    let mut ids: Vec<_> = controls.iter().map(|control| &control.domain).collect();
    ids.sort();
    ids.dedup();
    ids.into_iter()
        .map(|id| DomainPoints {
            domain: id.clone(),
            points: sum(controls, drivers, |control| control.domain == *id),
        })
        .collect()
}

/// Points by subject; `drivers` are in the order of `controls`.
pub(super) fn by_subject(controls: &[&Control], drivers: &[Driver]) -> [SubjectPoints; 3] {
    [Subject::Nhi, Subject::Human, Subject::Platform].map(|subject| SubjectPoints {
        subject,
        points: sum(controls, drivers, |control| control.subject == subject),
    })
}

fn sum(controls: &[&Control], drivers: &[Driver], counts: impl Fn(&Control) -> bool) -> f64 {
    let each = controls.iter().zip(drivers);
    each.filter(|(control, _)| counts(control))
        .map(|(_, driver)| driver.points)
        .sum()
}
