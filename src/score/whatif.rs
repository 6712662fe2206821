//! What would change the result (docs/scoring.md 9): control by control, and a plan to a band.
//!
//! Each row runs the same engine on the same case with one control changed; nothing is
//! approximated.

use super::Case;
use super::band::{band, upper_edge};
use super::control::{Claim, Readings};
use super::credibility::{Credibility, EvidenceItem, Weigher};
use super::engine::Engine;
use crate::assessment::level::Level;
use crate::pack::id::ControlId;
use crate::pack::model::{Band, EvidenceKind};

/// Longest plan, in steps.
const LONGEST_PLAN: usize = 40;
/// A gain below this many points is none.
const NO_GAIN: f64 = 1e-9;

/// Points that a change of one control takes off the residual risk.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// The control.
    pub control: ControlId,
    /// Every live question at level 1, at today's evidence.
    pub implement: f64,
    /// Today's answers, all tested by us in our own tenant.
    pub prove: f64,
    /// Both.
    pub both: f64,
}

/// What to do about a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// It is claimed in full: test it.
    Verify,
    /// Put it in place, then test it.
    ImplementAndVerify,
}

/// One step of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The control.
    pub control: ControlId,
    /// What to do.
    pub action: Action,
    /// Residual risk after it, in points.
    pub after: f64,
}

/// Steps towards a band.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The band to reach.
    pub target: Band,
    /// Steps in the order taken, each the one that gains most then.
    pub steps: Vec<Step>,
    /// Band after the last step; worse than the target when no further step gains anything.
    pub reached: Band,
}

/// What each live control would change, the most first, ties by id.
pub fn what_if(case: &Case) -> Vec<WhatIf> {
    let mut weigher = Weigher::new(&case.model.evidence);
    Changes::new(case, &mut weigher).rows()
}

/// The greedy plan until the residual risk is in `target` or a milder band.
pub fn plan(case: &Case, target: Band) -> Plan {
    let mut weigher = Weigher::new(&case.model.evidence);
    let mut changes = Changes::new(case, &mut weigher);
    let edge = upper_edge(&case.model.bands, target).unwrap_or(f64::INFINITY);
    let mut steps = vec![];
    while changes.points() >= edge && steps.len() < LONGEST_PLAN {
        match changes.take_best() {
            Some(step) => steps.push(step),
            None => break,
        }
    }
    Plan {
        target,
        steps,
        reached: band(&case.model.bands, changes.points()),
    }
}

/// A case that is changed control by control.
struct Changes<'a> {
    engine: Engine<'a>,
    gaps: Vec<f64>,
    own_test: Credibility,
}

impl<'a> Changes<'a> {
    fn new(case: &Case<'a>, weigher: &mut Weigher) -> Self {
        let engine = Engine::new(case, weigher);
        Self {
            gaps: engine.gaps(),
            own_test: weigher.credibility(&[EvidenceItem::fresh(EvidenceKind::Verified)]),
            engine,
        }
    }

    fn points(&self) -> f64 {
        self.engine.points(&self.gaps)
    }

    fn rows(&self) -> Vec<WhatIf> {
        let today = self.points();
        let mut rows: Vec<_> = (0..self.gaps.len()).map(|at| self.row(at, today)).collect();
        // The rows stand by id, and the sort keeps that order among equals: what differs by less than
        // a gain is the noise of adding in another order.
        let gain = |row: &WhatIf| (row.both / NO_GAIN).round();
        rows.sort_by(|a, b| gain(b).total_cmp(&gain(a)));
        rows
    }

    fn row(&self, at: usize, today: f64) -> WhatIf {
        let gain = |change: fn(&Self, &Claim) -> Claim| today - self.points_with(at, change);
        WhatIf {
            control: self.engine.inputs[at].control().clone(),
            implement: gain(|_, claim| implemented(claim)),
            prove: gain(Self::proven),
            both: gain(|changes, claim| changes.proven(&implemented(claim))),
        }
    }

    fn points_with(&self, at: usize, change: fn(&Self, &Claim) -> Claim) -> f64 {
        let mut gaps = self.gaps.clone();
        gaps[at] = Readings::new(&self.changed(at, change)).gap();
        self.engine.points(&gaps)
    }

    fn changed(&self, at: usize, change: fn(&Self, &Claim) -> Claim) -> Vec<Claim> {
        let claims = self.engine.claims[at].iter();
        claims.map(|claim| change(self, claim)).collect()
    }

    /// The claim with a test of our own behind it.
    fn proven(&self, claim: &Claim) -> Claim {
        Claim {
            credibility: claim.credibility.or_better(self.own_test),
            ..*claim
        }
    }

    /// Implements and verifies the control that gains most; `None` when none gains anything.
    fn take_best(&mut self) -> Option<Step> {
        let best = self.rows().into_iter().next()?;
        if best.both <= NO_GAIN {
            return None;
        }
        let inputs = &self.engine.inputs;
        let at = inputs
            .binary_search_by(|input| input.control().cmp(&best.control))
            .expect("a row is made for each input");
        let action = action(&self.engine.claims[at]);
        let claims = self.changed(at, |changes, claim| changes.proven(&implemented(claim)));
        self.gaps[at] = Readings::new(&claims).gap();
        self.engine.claims[at] = claims;
        Some(Step {
            control: best.control,
            action,
            after: self.points(),
        })
    }
}

fn implemented(claim: &Claim) -> Claim {
    Claim {
        level: Level::answered_at(1.0),
        ..*claim
    }
}

fn action(claims: &[Claim]) -> Action {
    if claims.iter().all(|claim| claim.level.closed() >= 1.0) {
        Action::Verify
    } else {
        Action::ImplementAndVerify
    }
}
