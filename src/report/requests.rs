//! Evidence requests: what is still open or only asserted, grouped by who can hand it over.
//!
//! The grouping is so that each list can be sent as it is: to the vendor, to whoever holds the
//! auditor's papers, or to our own people (S0-25).

use serde::Serialize;

use super::Material;
use super::said::{documents_behind, records_behind};
use super::wanted::{DocumentRequest, wanted};
use crate::assessment::answer::State;
use crate::checks::claims::{Compared, Verdict};
use crate::pack::id::ControlId;
use crate::pack::model::EvidenceKind;
use crate::pack::question::{Question, Role};
use crate::recommend::criteria::{Whose, whose};

/// Requests by holder, those without any left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Requests {
    /// One group for each holder.
    pub groups: Vec<RequestGroup>,
}

/// What one holder is asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RequestGroup {
    /// Who holds it.
    pub holder: Holder,
    /// The heading.
    pub title: String,
    /// The requests, those that weigh most first.
    pub requests: Vec<Request>,
    /// What the documents lack, in the order recorded.
    pub documents: Vec<DocumentRequest>,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Request {
    /// The question behind it.
    pub question: String,
    /// The control it feeds, when it is scored.
    pub control: Option<String>,
    /// What was asked.
    pub text: String,
    /// Why it is requested.
    pub why: String,
    /// Where to find the answer.
    pub find: String,
    /// What to attach.
    pub attach: String,
}

/// Who holds an answer or its evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holder {
    /// The vendor of the service.
    Vendor,
    /// The vendor's auditor or certification body; the papers come through the vendor.
    Auditor,
    /// Our own organisation.
    Us,
}

const HOLDERS: [Holder; 3] = [Holder::Vendor, Holder::Auditor, Holder::Us];

/// Controls whose evidence is the auditor's papers.
const AUDITED: [&str; 3] = ["AS1", "AS2", "AS3"];
/// Controls that are ours to run: mapped duties of the user entity, and our own validation.
const OURS: [&str; 1] = ["AS4"];
/// Sections that ask about our own tenants.
const OUR_TENANTS: [&str; 2] = ["aws", "entra"];

impl Holder {
    fn title(self) -> &'static str {
        match self {
            Self::Vendor => "From the vendor",
            Self::Auditor => "From the auditor or certification body, through the vendor",
            Self::Us => "From our own organisation",
        }
    }
}

/// Collects the requests.
pub fn requests(material: &Material) -> Requests {
    let mut all: Vec<(Holder, f64, Request)> = material
        .pack
        .questions()
        .filter(|question| material.live.asks(&question.id))
        .filter_map(|question| {
            let why = why(material, question)?;
            let weight = material.points_of_question(question);
            Some((holder(material, question), weight, request(question, why)))
        })
        .collect();
    all.sort_by(|(_, a, _), (_, b, _)| b.total_cmp(a));
    let group = |holder: Holder| RequestGroup {
        holder,
        title: holder.title().to_owned(),
        requests: all
            .iter()
            .filter(|(of, _, _)| *of == holder)
            .map(|(_, _, request)| request.clone())
            .collect(),
        documents: wanted(material, holder),
    };
    let groups = HOLDERS.map(group).into_iter();
    Requests {
        groups: groups
            .filter(|group| !group.requests.is_empty() || !group.documents.is_empty())
            .collect(),
    }
}

fn request(question: &Question, why: String) -> Request {
    let control = control_of(question).map(ControlId::to_string);
    Request {
        question: question.id.to_string(),
        control,
        text: question.text.clone(),
        why,
        find: question.find.clone(),
        attach: question.attach.clone(),
    }
}

/// Why something is still wanted; none when nothing is.
fn why(material: &Material, question: &Question) -> Option<String> {
    let response = material.assessment.answers.get(&question.id);
    match response.map(|response| &response.state) {
        None | Some(State::Open) => Some("open".to_owned()),
        Some(State::Unknown(asked)) => {
            Some(format!("unknown (asked on {}: {})", asked.on, asked.who))
        }
        Some(State::NotApplicable(reason)) => reason
            .approved
            .is_none()
            .then(|| "not applicable, but no second person has approved it".to_owned()),
        Some(State::Answered(_)) => contradicted(material, question)
            .or_else(|| unsettled(material, question))
            .or_else(|| unproven(material, question)),
    }
}

/// What a file shows against the answer, where it refutes it.
fn contradicted(material: &Material, question: &Question) -> Option<String> {
    let row = compared(material, question, Verdict::Refuted)?;
    let claim = row.claim.as_deref().unwrap_or("nothing");
    Some(format!(
        "said {claim}, but {} says {} ({}): which of the two is true, and since when?",
        row.reference, row.found, row.place
    ))
}

/// What a file leaves open of the answer.
fn unsettled(material: &Material, question: &Question) -> Option<String> {
    let row = compared(material, question, Verdict::Insufficient)?;
    Some(format!("{} does not settle it: {}", row.reference, row.why))
}

fn compared<'m>(
    material: &'m Material,
    question: &Question,
    verdict: Verdict,
) -> Option<&'m Compared> {
    let mut rows = material.result.compared.iter();
    rows.find(|row| row.question == question.id && row.verdict == verdict)
}

/// Why a scored answer is not enough: open parts, or no evidence. A level of 0 needs none.
fn unproven(material: &Material, question: &Question) -> Option<String> {
    let claim = material.claim(question)?;
    let why = if claim.level.answered() < 1.0 {
        "answered in part"
    } else if claim.level.closed() == 0.0 || material.is_backed(question) {
        return None;
    } else if records_behind(material, question).next().is_none()
        && documents_behind(material, question).is_empty()
    {
        "only asserted"
    } else {
        "the evidence behind it is worth no more than an assertion"
    };
    Some(why.to_owned())
}

fn holder(material: &Material, question: &Question) -> Holder {
    let in_our_tenant = material
        .pack
        .section_of(&question.id)
        .is_some_and(|section| OUR_TENANTS.contains(&section.id.as_str()));
    match &question.role {
        Role::Context(_) | Role::Record => Holder::Us,
        Role::Criterion(criterion) => match whose(*criterion) {
            Whose::Ours => Holder::Us,
            Whose::Vendor => Holder::Vendor,
        },
        Role::Scored(scored) if OURS.contains(&scored.control.as_str()) => Holder::Us,
        Role::Scored(scored) if AUDITED.contains(&scored.control.as_str()) => Holder::Auditor,
        Role::Scored(_) if in_our_tenant => Holder::Us,
        Role::Scored(_) if question.evidence == [EvidenceKind::Verified] => Holder::Us,
        Role::Scored(_) => Holder::Vendor,
    }
}

fn control_of(question: &Question) -> Option<&ControlId> {
    match &question.role {
        Role::Scored(scored) => Some(&scored.control),
        Role::Context(_) | Role::Criterion(_) | Role::Record => None,
    }
}
