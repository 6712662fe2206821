//! What was said and seen: one observation for each question, each fact that settles a claim, each document,
//! and each red flag of a document.

mod answers;
mod documents;
mod facts;

use std::collections::BTreeSet;

use serde::Serialize;
use uuid::Uuid;

use self::answers::answers;
use self::documents::{documents, flags};
use self::facts::facts;
use super::Case;
use super::common::{Origin, Prop};
use super::resources;
use super::text::{Href, Line, Moment, Prose};
use crate::assessment::evidence::EvidenceRecord;
use crate::checks::claims::{Compared, Verdict};
use crate::checks::{Finding, Place};
use crate::pack::id::{ControlId, EvidenceId, QuestionId};
use crate::pack::model::EvidenceKind;
use crate::score::ControlResult;

/// Something that was seen or said.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Observation {
    pub uuid: Uuid,
    pub title: Line,
    pub description: Prose,
    pub props: Vec<Prop>,
    pub methods: Vec<&'static str>,
    pub types: Vec<&'static str>,
    pub origins: Vec<Origin>,
    pub subjects: Vec<SubjectReference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relevant_evidence: Vec<RelevantEvidence>,
    pub collected: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
}

/// What something is about.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SubjectReference {
    pub subject_uuid: Uuid,
    #[serde(rename = "type")]
    pub kind: &'static str,
}

/// A file or document that shows it.
#[derive(Serialize)]
pub struct RelevantEvidence {
    pub href: Href,
    pub description: Prose,
}

/// An observation that belongs to something.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RelatedObservation {
    pub observation_uuid: Uuid,
}

/// How something was observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Method {
    /// A document or an export of theirs was read.
    Examine,
    /// Somebody said so.
    Interview,
    /// We took it or tried it ourselves.
    Test,
}

impl Method {
    fn name(self) -> &'static str {
        match self {
            Self::Examine => "EXAMINE",
            Self::Interview => "INTERVIEW",
            Self::Test => "TEST",
        }
    }

    /// How evidence of a kind came about.
    fn of(kind: EvidenceKind) -> Self {
        match kind {
            EvidenceKind::Assertion => Self::Interview,
            EvidenceKind::Policy
            | EvidenceKind::Iso27001
            | EvidenceKind::Soc2T1
            | EvidenceKind::ConfigExport
            | EvidenceKind::Soc2T2 => Self::Examine,
            EvidenceKind::Verified => Self::Test,
        }
    }
}

/// An observation on the objective of a control.
const OBJECTIVE: &str = "control-objective";
/// An observation of something that may be a risk.
const DISCOVERY: &str = "discovery";

/// Every observation, in the order of the questionnaire and of the register.
pub fn observations(case: &Case) -> Vec<Observation> {
    let mut observations = answers(case);
    observations.extend(facts(case));
    observations.extend(documents(case));
    observations.extend(flags(case));
    observations
}

/// The observations that show a finding, the closest first.
pub fn of_finding(case: &Case, at: usize, finding: &Finding) -> Vec<RelatedObservation> {
    let mut shown = vec![];
    match &finding.place {
        Place::Document { .. } => shown.push(flag(case, at)),
        Place::Artefact {
            question, record, ..
        } => {
            let rows = settled(case);
            let own =
                rows.filter(|(_, row)| row.question == *question && row.records.contains(record));
            shown.extend(own.map(|(at, _)| fact(case, at)));
            shown.extend(answer(case, question));
        }
        Place::Answer { question, .. } => shown.extend(answer(case, question)),
    }
    related(shown)
}

/// The observations on a control: its questions, and the facts that settle claims about them.
pub fn of_control(case: &Case, control: &ControlId) -> Vec<RelatedObservation> {
    let questions: Vec<&QuestionId> = case
        .pack
        .questions_of(control)
        .map(|(question, _)| &question.id)
        .collect();
    let answers = questions.iter().filter_map(|id| answer(case, id));
    let rows = settled(case).filter(|(_, row)| questions.contains(&&row.question));
    let findings = case.result.findings.iter().enumerate();
    let flags = findings.filter(|(_, finding)| {
        finding.control == *control && matches!(finding.place, Place::Document { .. })
    });
    let all = answers
        .chain(rows.map(|(at, _)| fact(case, at)))
        .chain(flags.map(|(at, _)| flag(case, at)));
    related(all.collect())
}

/// The observations of what is open about a control.
pub fn of_open(case: &Case, control: &ControlResult) -> Vec<RelatedObservation> {
    let questions = control.questions.iter();
    let open = questions.filter(|question| question.claim.level.answered() < 1.0);
    related(
        open.filter_map(|question| answer(case, &question.question))
            .collect(),
    )
}

fn related(observations: Vec<Uuid>) -> Vec<RelatedObservation> {
    let observations = observations.into_iter();
    observations
        .map(|observation_uuid| RelatedObservation { observation_uuid })
        .collect()
}

/// The observation of an answer; none for a question that is not asked.
fn answer(case: &Case, question: &QuestionId) -> Option<Uuid> {
    let sections = case.report.answers.iter().flat_map(|it| &it.sections);
    let mut rows = sections.flat_map(|section| &section.rows);
    rows.any(|row| row.question == question.as_str())
        .then(|| case.ids.passing("answer", question.as_str()))
}

/// The facts that settle a claim, with their places among all that were compared.
fn settled<'a>(case: &'a Case) -> impl Iterator<Item = (usize, &'a Compared)> {
    let rows = case.result.compared.iter().enumerate();
    rows.filter(|(_, row)| matches!(row.verdict, Verdict::Refuted | Verdict::Confirmed))
}

/// The observation of the fact at a place among those compared.
fn fact(case: &Case, at: usize) -> Uuid {
    case.ids.passing("fact", &at.to_string())
}

/// The observation of the red flag at a place among the findings.
fn flag(case: &Case, at: usize) -> Uuid {
    case.ids.passing("flag", &at.to_string())
}

/// A record or document as something that shows an observation; none where there is none of that id.
fn relevant(case: &Case, id: &EvidenceId) -> Option<RelevantEvidence> {
    let reference = match case.given.document(id) {
        Some(document) => &document.reference,
        None => &record(case, id)?.reference,
    };
    Some(RelevantEvidence {
        href: Href::within(resources::evidence(case, id)),
        description: Prose::new(&format!("{id}: {reference}")),
    })
}

fn record<'a>(case: &'a Case, id: &EvidenceId) -> Option<&'a EvidenceRecord> {
    case.given.evidence.iter().find(|record| record.id == *id)
}

/// Methods, each once and in their order.
fn methods(methods: impl IntoIterator<Item = Method>) -> Vec<&'static str> {
    let methods: BTreeSet<Method> = methods.into_iter().collect();
    methods.into_iter().map(Method::name).collect()
}
