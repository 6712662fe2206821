//! What is left: the residual identity risk of the model irm-1.0.0, pure and deterministic.
//!
//! [`assess`] is the model on controls, [`score_assessment`] runs it on an assessment. `H` is the
//! exposure, `V = 1 - exp(-H)` the vendor's exposure fraction, `I` the inherent risk of our own
//! use, and `R = 100 I V` the residual risk in points: an index, not a probability and not money.
//! Nothing here knows a clock, a file or chance; every sum runs in the order of ids.

pub mod ageing;
pub mod band;
pub mod control;
pub mod coverage;
pub mod credibility;
pub mod driver;
mod engine;
pub mod explain;
pub mod exposure;
pub mod fingerprint;
pub mod gate;
pub mod inherent;
pub mod inputs;
pub mod round;
pub mod simulation;
pub mod verdict;
pub mod whatif;

use self::control::{Claim, ControlInput, Readings};
use self::coverage::Axes;
use self::credibility::Weigher;
use self::driver::{DomainPoints, Driver, SubjectPoints};
use self::engine::Engine;
use self::explain::{Explanation, explain};
use self::exposure::Term;
use self::fingerprint::fingerprint;
use self::gate::Proof;
use self::inherent::{Inherent, Profile};
use self::verdict::{Grounds, Ruling};
use crate::assessment::Assessment;
use crate::assessment::live::Live;
use crate::checks::claims::{self, Compared};
use crate::checks::documents::settle::settle;
use crate::checks::documents::{Raised, Reading};
use crate::checks::{Finding, answers, joined, sort};
use crate::pack::Pack;
use crate::pack::id::{ControlId, QuestionId};
use crate::pack::model::Model;

/// What is scored: a model and what was told under it.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The model; every id below is one of its own, others are passed over.
    pub model: &'a Model,
    /// What we use the provider for.
    pub profile: &'a Profile,
    /// The controls that count, in any order; one that is left out does not exist.
    pub controls: &'a [ControlInput],
    /// What the checks found; critical ones cap the verdict.
    pub findings: &'a [Finding],
}

/// The score of one assessment, at full precision.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The inherent risk of our use.
    pub inherent: Inherent,
    /// `H`: the exposure, 0 or more.
    pub exposure: f64,
    /// What the exposure is the sum of.
    pub terms: Vec<Term>,
    /// `V`: the vendor's exposure fraction, from 0 to below 1.
    pub fraction: f64,
    /// The residual risk in all its readings.
    pub residual: Residual,
    /// What follows: band, status, gates, decision, verdict.
    pub ruling: Ruling,
    /// What every live control adds, the most first; with the irreducible part they sum to the
    /// point.
    pub drivers: Vec<Driver>,
    /// What every domain adds, by id.
    pub domains: Vec<DomainPoints>,
    /// What each subject adds, in the order of declaration.
    pub subjects: [SubjectPoints; 3],
    /// Scope, duration and reuse of a stolen credential, in our use and in the gaps: 0 to 100.
    pub blast_index: f64,
    /// Residual risk that no assurance document can get below in this context, in points.
    pub certificate_ceiling: f64,
    /// The two axes side by side.
    pub axes: Axes,
    /// Every live control with its readings, by id.
    pub controls: Vec<ControlResult>,
}

impl Score {
    /// The result of a control, when it is live.
    pub fn control(&self, id: &ControlId) -> Option<&ControlResult> {
        let at = self
            .controls
            .binary_search_by(|result| result.control.cmp(id));
        at.ok().map(|at| &self.controls[at])
    }

    /// The driver of a control, when it is live.
    pub fn driver(&self, id: &ControlId) -> Option<&Driver> {
        self.drivers.iter().find(|driver| driver.control == *id)
    }
}

/// The residual risk, in points from 0 to 100: `irreducible <= low <= open <= point <= high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Residual {
    /// `R`: as evidenced, what is open counted as not implemented.
    pub point: f64,
    /// `lo`: every claim true, every open question answered well.
    pub low: f64,
    /// `hi`: only what stands without the vendor's word.
    pub high: f64,
    /// `R_open`: as evidenced, every open question answered well.
    pub open: f64,
    /// `R0`: what stays with a perfect vendor.
    pub irreducible: f64,
}

/// A live control with everything its part of the score rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlResult {
    /// The control.
    pub control: ControlId,
    /// Exposure it stands for in coverage and confidence: `eta_d w / W_d + kappa m`.
    pub budget: f64,
    /// Its effectiveness in each reading.
    pub readings: Readings,
    /// Its questions, by id.
    pub questions: Vec<QuestionResult>,
}

/// A question with the numbers of its control's arithmetic.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionResult {
    /// The question.
    pub question: QuestionId,
    /// Its numbers.
    pub claim: Claim,
}

/// Scores a case.
pub fn assess(case: &Case) -> Score {
    let mut weigher = Weigher::new(&case.model.evidence);
    let engine = Engine::new(case, &mut weigher);
    let controls = engine.results();
    let gaps = engine.gaps();
    let exposure = engine.layout.exposure(&gaps);
    let residual = engine.residual(&controls);
    let drivers = driver::drivers(&controls, &exposure.shares, residual);
    let live = engine.layout.controls();
    let proof = Proof {
        model: case.model,
        inputs: &engine.inputs,
        results: &controls,
    };
    let grounds = Grounds {
        model: case.model,
        inherent: engine.inherent.risk,
        residual,
        results: &controls,
        proof: proof.gates(&mut weigher),
        findings: case.findings,
    };
    Score {
        ruling: grounds.ruling(),
        exposure: exposure.total,
        fraction: 1.0 - (-exposure.total).exp(),
        terms: exposure.terms,
        domains: driver::by_domain(live, &drivers),
        subjects: driver::by_subject(live, &drivers),
        drivers: driver::worst_first(drivers),
        blast_index: engine.blast_index(case.profile, &gaps),
        certificate_ceiling: engine.certificate_ceiling(),
        axes: coverage::axes(live, &controls),
        residual,
        inherent: engine.inherent,
        controls,
    }
}

/// The score of an assessment, with what it was made from.
#[derive(Debug, Clone, PartialEq)]
pub struct AssessmentScore {
    /// The score.
    pub score: Score,
    /// Fingerprint of the model's numbers.
    pub fingerprint: String,
    /// What we use the provider for.
    pub profile: Profile,
    /// The controls that count, with their live questions, levels and evidence; by id.
    pub controls: Vec<ControlInput>,
    /// What answers and documents show to be wrong, the worst first.
    pub findings: Vec<Finding>,
    /// The red flags of the documents, prompts included, with what each reaches.
    pub raised: Vec<Raised>,
    /// The claims held against what the artefacts show, in the order of the questionnaire.
    pub compared: Vec<Compared>,
}

impl AssessmentScore {
    /// The case again, for what-if, plan and simulation; `model` is the one it was scored under.
    pub fn case<'a>(&'a self, model: &'a Model) -> Case<'a> {
        Case {
            model,
            profile: &self.profile,
            controls: &self.controls,
            findings: &self.findings,
        }
    }

    /// The arithmetic of a control, when it is live; `model` is the one it was scored under.
    pub fn explain(&self, model: &Model, control: &ControlId) -> Option<Explanation> {
        let at = self
            .controls
            .binary_search_by(|input| input.control().cmp(control));
        at.ok().map(|at| explain(model, &self.controls[at]))
    }
}

/// Scores an assessment under the model of its pack.
///
/// Its documents settle the questions about them first; then what its artefacts refute counts as
/// measured.
pub fn score_assessment(pack: &Pack, assessment: &Assessment) -> AssessmentScore {
    let (given, settled) = (assessment, settle(pack, assessment));
    let claimed = settled.as_ref().unwrap_or(given);
    let compared = claims::compare(pack, claimed);
    let measured = claims::measured(pack, claimed, &compared);
    let assessment = measured.as_ref().unwrap_or(claimed);
    let live = Live::new(pack, assessment);
    let profile = inputs::profile(pack, assessment, &live);
    let told = answers::findings(pack, assessment, &live);
    let by_hand = answers::findings(pack, given, &live);
    let reading = Reading::new(pack, assessment, &by_hand);
    let controls = inputs::controls(&reading, &live, &compared);
    let mut findings = joined(told, by_hand, reading.findings());
    findings.extend(claims::findings(pack, &compared));
    sort(&mut findings);
    let raised = reading.raised.clone();
    let score = assess(&Case {
        model: &pack.model,
        profile: &profile,
        controls: &controls,
        findings: &findings,
    });
    AssessmentScore {
        score,
        fingerprint: fingerprint(&pack.model),
        profile,
        controls,
        findings,
        raised,
        compared,
    }
}
