//! What a report is written from: the assessment with everything that was computed on it.

use super::drivers::{Printed, printed};
use super::{Frame, print, terms};
use crate::assessment::Assessment;
use crate::assessment::answer::State;
use crate::assessment::document::Document;
use crate::assessment::document::certificate::Certificate;
use crate::assessment::document::soc2::Soc2;
use crate::assessment::live::Live;
use crate::checks::Finding;
use crate::checks::documents::Reading;
use crate::checks::documents::held::Held;
use crate::pack::Pack;
use crate::pack::id::{ControlId, EvidenceId, TopicId};
use crate::pack::model::{Band, Control, EvidenceKind};
use crate::pack::question::{Question, Role};
use crate::recommend::{Advised, Recommendation, advise};
use crate::score::ageing::{Ageing, ageing};
use crate::score::band::band;
use crate::score::control::Claim;
use crate::score::gate::GateState;
use crate::score::whatif::{Plan, WhatIf, plan, what_if};
use crate::score::{AssessmentScore, Score, score_assessment};
use crate::words::{Words, say};

/// An assessment before and after its documents settled the questions about them.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'a> {
    /// As it stands in the file.
    pub given: &'a Assessment,
    /// With the answers that its documents give.
    pub settled: &'a Assessment,
}

/// An assessment with its score, findings and advice.
pub struct Material<'a> {
    /// The pack it was read with.
    pub pack: &'a Pack,
    /// The words of the language that the pack speaks.
    pub words: &'static Words,
    /// The assessment, with the answers that its documents give.
    pub assessment: &'a Assessment,
    /// What surrounds the report.
    pub frame: &'a Frame,
    /// The questions that are live.
    pub live: Live<'a>,
    /// The assurance documents and their red flags.
    pub reading: Reading<'a>,
    /// What changes by ageing alone.
    pub ageing: Ageing,
    /// Score and findings.
    pub result: AssessmentScore,
    /// The framework recommendation with what stands beside it.
    pub advised: Advised,
    /// What each control would change, the most first.
    pub what_if: Vec<WhatIf>,
    /// The plan to the next better band; none in the best one.
    pub plan: Option<Plan>,
    /// The score in printed tenths.
    pub printed: Printed,
    /// Edges that a printed score must not cross.
    edges: Vec<f64>,
}

impl<'a> Material<'a> {
    /// Computes everything a report may need.
    pub fn new(pack: &'a Pack, told: Versions<'a>, frame: &'a Frame) -> Self {
        let (given, assessment) = (told.given, told.settled);
        let result = score_assessment(pack, given);
        let case = result.case(&pack.model);
        let edges = pack.model.band_edges();
        let total = print::within(result.score.residual.point, 10.0, &edges);
        Self {
            reading: Reading {
                held: Held::new(pack, assessment),
                raised: result.raised.clone(),
            },
            live: Live::new(pack, assessment),
            ageing: ageing(pack, given),
            advised: advise(pack, given, &result),
            what_if: what_if(&case),
            plan: result
                .score
                .ruling
                .band
                .milder()
                .map(|target| plan(&case, target)),
            printed: printed(&result.score, total),
            words: Words::of(pack.language),
            pack,
            assessment,
            frame,
            edges,
            result,
        }
    }

    /// The score.
    pub fn score(&self) -> &Score {
        &self.result.score
    }

    /// The findings, the worst first.
    pub fn findings(&self) -> &[Finding] {
        &self.result.findings
    }

    /// A document of the assessment.
    pub fn document(&self, id: &EvidenceId) -> Option<&'a Document> {
        let mut documents = self.assessment.documents.iter();
        documents.find(|document| document.id == *id)
    }

    /// What kind a document is.
    pub fn kind_of(&self, document: &Document) -> String {
        let entry = self.pack.documents.kind(document.kind);
        let name = || document.kind.name().to_owned();
        entry.map_or_else(name, |entry| entry.title.clone())
    }

    /// The document that followed a confirmed one and made it history.
    pub fn follower(&self, document: &Document) -> Option<&EvidenceId> {
        let held = &self.reading.held;
        if !document.is_confirmed() {
            return None;
        }
        let report = Soc2::of(document);
        let report = report.and_then(|report| Some(held.follower(&report)?.document));
        let certificate = Certificate::of(document);
        let certificate = certificate
            .and_then(|certificate| Some(held.following_certificate(&certificate)?.document));
        report.or(certificate).map(|follower| &follower.id)
    }

    /// Whether a later document has followed that one.
    pub fn is_history(&self, id: &EvidenceId) -> bool {
        let document = self.document(id);
        document.is_some_and(|document| self.follower(document).is_some())
    }

    /// Name of a topic; its id where the catalogue does not know it.
    pub fn topic(&self, id: &TopicId) -> String {
        let mut topics = self.pack.catalogue.topics.iter();
        let topic = topics.find(|topic| topic.id == *id);
        topic.map_or_else(|| id.to_string(), |topic| topic.name.clone())
    }

    /// Points of a residual risk as printed: never in another band than they are.
    pub fn points(&self, value: f64) -> String {
        print::points(self.words, self.printed_points(value))
    }

    /// The number that [`Self::points`] prints.
    pub fn printed_points(&self, value: f64) -> f64 {
        print::within(value, 10.0, &self.edges)
    }

    /// The band of a residual risk.
    pub fn band_of(&self, points: f64) -> Band {
        band(&self.pack.model.bands, points)
    }

    /// The band in words; the range of bands while the result is unrated.
    pub fn band(&self) -> String {
        terms::ruled(self.words, &self.score().ruling)
    }

    /// A control by id and title.
    pub fn named(&self, id: &ControlId) -> String {
        format!("{id} ({})", self.title(id))
    }

    /// What is in place when a control is.
    pub fn title(&self, id: &ControlId) -> String {
        let control = self.pack.model.control(id);
        control.map_or_else(
            || say!(self.words, "control-not-in-model"),
            |control| control.title.clone(),
        )
    }

    /// Name of the domain of a control.
    pub fn domain_title(&self, control: &Control) -> String {
        let domain = self.pack.model.domain(&control.domain);
        domain.map_or_else(|| control.domain.to_string(), |domain| domain.title.clone())
    }

    /// How the gate of a control stands; none for what is no knock-out.
    pub fn gate(&self, id: &ControlId) -> Option<GateState> {
        let gates = &self.score().ruling.gates;
        gates
            .iter()
            .find(|gate| gate.control == *id)
            .map(|gate| gate.state)
    }

    /// The numbers of a question in its control; none when it counts for none.
    pub fn claim(&self, question: &Question) -> Option<Claim> {
        let Role::Scored(scored) = &question.role else {
            return None;
        };
        let result = self.score().control(&scored.control)?;
        let mut questions = result.questions.iter();
        questions
            .find(|held| held.question == question.id)
            .map(|held| held.claim)
    }

    /// Points of a question in its control; 0 when it counts for none.
    pub fn points_of_question(&self, question: &Question) -> f64 {
        let Role::Scored(scored) = &question.role else {
            return 0.0;
        };
        let driver = self.score().driver(&scored.control);
        driver
            .into_iter()
            .flat_map(|driver| &driver.questions)
            .find(|held| held.question == question.id)
            .map_or(0.0, |held| held.points)
    }

    /// Whether a question is answered, at least in part.
    pub fn is_answered(&self, question: &Question) -> bool {
        let response = self.assessment.answers.get(&question.id);
        response.is_some_and(|response| matches!(response.state, State::Answered(_)))
    }

    /// Whether the answer to a scored question is credited for more than the vendor's word.
    pub fn is_backed(&self, question: &Question) -> bool {
        let ladder = &self.pack.model.evidence.ladder;
        let assertion = ladder
            .get(&EvidenceKind::Assertion)
            .map_or(0.0, |rung| rung.credibility);
        self.claim(question)
            .is_some_and(|claim| claim.credibility.credited > assertion)
    }

    /// The framework recommendation.
    pub fn advice(&self) -> &Recommendation {
        &self.advised.recommendation
    }

    /// The advice with what precedes it.
    pub fn advice_title(&self) -> String {
        let title = self.advice().outcome.title(self.words);
        if self.advice().inventory_first {
            say!(self.words, "advised-inventory-first", advice = title)
        } else {
            title
        }
    }

    /// The packs the assessment was answered with.
    pub fn packs(&self) -> Vec<String> {
        let packs = self.assessment.packs.iter();
        packs
            .map(|pack| format!("{} {}", pack.part.id, pack.part.version))
            .collect()
    }
}
