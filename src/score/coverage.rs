//! How much is answered, how much of it is believed, and the two axes (docs/scoring.md 7).
//!
//! All are shares of the exposure budget `b = eta_d w / W_d + kappa m`, so that a question weighs
//! here what its control weighs in the score.

use super::ControlResult;
use crate::checks::Axis;
use crate::pack::model::Control;

/// Shares of the exposure budget of all live controls.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Coverage {
    /// Answered, 0 to 1; 0 without a live control.
    pub answered: f64,
    /// One minus the uncertain share, 0 to 1.
    pub confidence: f64,
}

/// Credited share of the exposure budget on each axis, 0 to 1; `None` without a live control.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axes {
    /// What the assurance documents cover: the domain `assurance`.
    pub assurance: Option<f64>,
    /// What the technique shows: every other domain.
    pub technical: Option<f64>,
}

pub(super) fn coverage(results: &[ControlResult]) -> Coverage {
    let share = |value: fn(&ControlResult) -> f64| weighted(results.iter(), value);
    Coverage {
        answered: share(|result| result.readings.answered).unwrap_or(0.0),
        confidence: 1.0 - share(|result| result.readings.uncertainty()).unwrap_or(0.0),
    }
}

/// The axes; `results` are in the order of `controls`.
pub(super) fn axes(controls: &[&Control], results: &[ControlResult]) -> Axes {
    let credited = |axis| {
        let on_axis = controls
            .iter()
            .zip(results)
            .filter(|(control, _)| Axis::of_domain(control.domain.as_str()) == axis);
        weighted(on_axis.map(|(_, result)| result), |result| {
            result.readings.credited
        })
    };
    Axes {
        assurance: credited(Axis::Assurance),
        technical: credited(Axis::Technical),
    }
}

/// The mean of a value over controls, weighted by their budgets; `None` without any.
fn weighted<'r>(
    results: impl Iterator<Item = &'r ControlResult>,
    value: impl Fn(&ControlResult) -> f64,
) -> Option<f64> {
    let (mut sum, mut all) = (0.0, 0.0);
    for result in results {
        sum += result.budget * value(result);
        all += result.budget;
    }
    (all > 0.0).then(|| sum / all)
}
