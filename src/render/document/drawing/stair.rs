//! A way down from today's risk to a target, step by step.

use super::super::figure::words;
use super::super::inline::fields;
use super::{Form, Mark, RiskBand, mark};

pub(super) const KEYS: &[&str] = &["bands", "start", "target"];

/// Steps that each take something off the risk.
#[derive(Debug, Clone, PartialEq)]
pub struct Stair {
    /// The risk before the first step.
    pub start: Mark,
    /// The edge to get below.
    pub target: Mark,
    pub bands: Vec<RiskBand>,
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub label: String,
    /// The risk after it; never above that before it.
    pub after: Mark,
}

pub(super) fn read(form: &Form) -> Option<Stair> {
    let stair = Stair {
        start: form.mark("start")??,
        target: form.mark("target")??,
        bands: form.bands()?,
        steps: form.each(step)?,
    };
    let afters = stair.steps.iter().map(|step| step.after.value);
    let values: Vec<f64> = [stair.start.value].into_iter().chain(afters).collect();
    let falls = values.is_sorted_by(|before, after| before >= after);
    let inside = stair.start.value.max(stair.target.value) <= super::risk::top(&stair.bands);
    (falls && inside).then_some(stair)
}

fn step(line: &str) -> Option<Step> {
    let cells: Vec<&str> = fields(line).collect();
    let [label, after] = cells.as_slice() else {
        return None;
    };
    Some(Step {
        label: words(label),
        after: mark(after)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAIR: &str =
        "bands: Low 20 | High 100\nstart: 51.8 | today\ntarget: 20\nA | 45.2\nB | 45.2";

    fn stair(text: &str) -> Option<Stair> {
        read(&Form::new(text, KEYS))
    }

    #[test]
    fn a_stair_never_rises() {
        assert!(stair(STAIR).is_some());
        assert!(stair(&STAIR.replace("B | 45.2", "B | 45.3")).is_none());
    }

    #[test]
    fn a_stair_stands_on_its_scale() {
        assert!(stair(&STAIR.replace("51.8", "100.0")).is_some());
        assert!(stair(&STAIR.replace("51.8", "100.1")).is_none());
    }
}
