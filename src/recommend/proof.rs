//! What an assessment has to show to the tier of its use: documents, exports, tests, answers.

use std::collections::{BTreeMap, BTreeSet};

use super::input::{Held, Input};
use crate::assessment::Assessment;
use crate::assessment::calendar::{length_in_months, months_between};
use crate::assessment::document::Document;
use crate::assessment::document::soc2::{Opinion, Soc2};
use crate::assessment::evidence::EvidenceRecord;
use crate::pack::Pack;
use crate::pack::document::DocumentKind;
use crate::pack::id::{ControlId, QuestionId};
use crate::pack::model::{EvidenceKind, Relevance};
use crate::score::AssessmentScore;
use crate::score::control::ControlInput;
use crate::score::credibility::{EvidenceItem, Weigher};

/// Shortest period of a SOC 2 Type II that counts here, in months (ASR-03).
const PERIOD: f64 = 6.0;
/// Oldest report that counts here, in months since its period ended (ASR-04).
const AGE: f64 = 12.0;
/// Oldest audit behind a certificate that counts here, in months: a year (ASR-07), and three months
/// of grace (judgement).
const AUDIT_AGE: f64 = 15.0;

/// What an assessment has to show.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proof {
    /// A SOC 2 Type II report that is long, fresh and unqualified enough.
    pub type_ii: bool,
    /// A certificate that was audited recently enough.
    pub certificate: bool,
    /// Any assurance document.
    pub any_document: bool,
    /// A test of our own.
    pub own_test: bool,
    /// Controls that are credited and shown by more than assertions and documents.
    pub shown: BTreeSet<ControlId>,
    /// Controls that are not shown and mostly not answered.
    pub open: BTreeSet<ControlId>,
    /// Levels of the questions that are answered in full.
    pub levels: BTreeMap<QuestionId, f64>,
}

/// Collects what an assessment has to show.
pub fn proof(pack: &Pack, assessment: &Assessment, result: &AssessmentScore) -> Proof {
    let records = || assessment.evidence.iter();
    let documents = || counting(assessment, result);
    let controls = || result.score.controls.iter();
    let questions = controls().flat_map(|control| &control.questions);
    let shown = shown(pack, result);
    let open = controls().filter(|control| control.readings.is_mostly_open());
    Proof {
        type_ii: records().any(|record| is_sound_type_ii(assessment, record))
            || documents().any(|(document, item)| {
                let opinion = Soc2::of(document).and_then(|report| report.opinion);
                document.kind == DocumentKind::Soc2T2
                    && opinion == Some(Opinion::Unmodified)
                    && item.period_months >= PERIOD
                    && item.age_months <= AGE
            }),
        certificate: records().any(|record| {
            record.kind == EvidenceKind::Iso27001
                && months_between(record.date, assessment.as_of) <= AUDIT_AGE
        }) || documents().any(|(document, item)| {
            document.kind == DocumentKind::Iso27001 && item.age_months <= AUDIT_AGE
        }),
        any_document: records().any(|record| record.kind.is_assurance_document())
            || documents().next().is_some(),
        own_test: records().any(|record| record.kind == EvidenceKind::Verified),
        open: open
            .map(|control| control.control.clone())
            .filter(|control| !shown.contains(control))
            .collect(),
        shown,
        levels: questions
            .filter(|question| question.claim.level.answered() >= 1.0)
            .map(|question| (question.question.clone(), question.claim.level.closed()))
            .collect(),
    }
}

/// The documents that speak about some answer, each with what it is worth there.
fn counting<'r>(
    assessment: &'r Assessment,
    result: &'r AssessmentScore,
) -> impl Iterator<Item = (&'r Document, &'r EvidenceItem)> {
    let questions = result
        .controls
        .iter()
        .flat_map(|control| control.questions());
    let items = questions.flat_map(|question| &question.evidence);
    let speaking = items.filter(|item| item.relevance > Relevance::None);
    speaking.filter_map(|item| Some((assessment.document(item.record.as_ref()?)?, item)))
}

/// Leaves out of what is held the documents that are recorded and give no credit.
pub fn keep_what_counts(input: &mut Input, assessment: &Assessment, result: &AssessmentScore) {
    let Some(have) = &mut input.have else {
        return;
    };
    have.retain(|held| {
        let kind = match held {
            Held::Iso => DocumentKind::Iso27001,
            Held::Soc2TypeI => DocumentKind::Soc2T1,
            Held::Soc2TypeII => DocumentKind::Soc2T2,
        };
        let mut recorded = assessment.documents.iter();
        let is_recorded = recorded.any(|document| document.is_confirmed() && document.kind == kind);
        !is_recorded || counting(assessment, result).any(|(document, _)| document.kind == kind)
    });
}

fn is_sound_type_ii(assessment: &Assessment, record: &EvidenceRecord) -> bool {
    record.kind == EvidenceKind::Soc2T2
        && !record.qualified
        && record.period.is_some_and(|period| {
            length_in_months(period) >= PERIOD && months_between(period.to, assessment.as_of) <= AGE
        })
}

/// Controls that hold their gate's effectiveness and have an export or a test of our own behind an
/// answer, still worth more than the vendor's word.
fn shown(pack: &Pack, result: &AssessmentScore) -> BTreeSet<ControlId> {
    let mut weigher = Weigher::new(&pack.model.evidence);
    let is_credited = |input: &&ControlInput| {
        let control = result.score.control(input.control());
        control.is_some_and(|control| {
            control.readings.credited >= pack.model.limits.gate_effectiveness
        })
    };
    let mut shows = |item: &EvidenceItem| {
        matches!(
            item.kind,
            EvidenceKind::ConfigExport | EvidenceKind::Verified
        ) && weigher.adds_to_assertion(item)
    };
    result
        .controls
        .iter()
        .filter(is_credited)
        .filter(|input| {
            let mut answered = input
                .questions()
                .iter()
                .filter(|question| question.level.answered() > 0.0);
            answered.any(|question| question.evidence.iter().any(&mut shows))
        })
        .map(|input| input.control().clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{assessment, pack_with};
    use crate::score::score_assessment;

    /// The controls shown when the export behind the answer on revocation is recorded so.
    fn shown_by(export: &str) -> Vec<String> {
        let pack = pack_with(&[]);
        let record = format!(
            "{{id: E1, kind: config_export, from: vendor, reference: R, supports: [Q.rv], {export}}}"
        );
        let rest = format!("answers: {{Q.rv: {{value: yes}}}}\nevidence: [{record}]");
        let told = assessment(&pack, &rest);
        let shown = shown(&pack, &score_assessment(&pack, &told));
        shown.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_export_about_the_answer_shows_its_control() {
        assert_eq!(shown_by("date: 2026-05-31"), ["RV1"]);
    }

    #[test]
    fn an_export_about_something_else_shows_nothing() {
        assert!(shown_by("date: 2026-05-31, directness: none").is_empty());
    }
}
