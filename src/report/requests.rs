//! Evidence requests: what is still open or only asserted, grouped by who can hand it over.
//!
//! The grouping is so that each list can be sent as it is: to the vendor, to whoever holds the
//! auditor's papers, or to our own people (S0-25).

use serde::Serialize;

use super::Material;
use super::said::{documents_behind, records_behind};
use super::wanted::{DocumentRequest, wanted};
use crate::assessment::answer::{Asked, State};
use crate::assessment::level::value_level;
use crate::checks::claims::{Compared, Verdict, place};
use crate::evidence::fact;
use crate::pack::answer::Form;
use crate::pack::id::{ControlId, PartId};
use crate::pack::model::EvidenceKind;
use crate::pack::question::{Question, Role};
use crate::recommend::criteria::{Whose, whose};
use crate::words::{Words, say};

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
    /// Why it is requested: the reason as the report words it.
    pub why: String,
    /// The reason, for those who word it otherwise.
    #[serde(skip)]
    pub reason: Reason,
    /// Where to find the answer.
    pub find: String,
    /// What to attach.
    pub attach: String,
}

/// Why something is still wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Nobody has answered it.
    Open,
    /// Whoever was asked does not know.
    Unknown(Asked),
    /// It was set aside, and no second person has approved that.
    Unapproved,
    /// Files refute it: one entry for each part, the worst first.
    Refuted(Vec<Refuted>),
    /// A file speaks about it and leaves it open.
    Unsettled {
        /// The files.
        files: Files,
        /// What the files leave open, without a final stop.
        why: String,
    },
    /// A part of the answer is missing.
    InPart,
    /// Nothing is behind the answer.
    Asserted,
    /// What is behind the answer counts for no more than saying it.
    Weak,
}

/// A claim that a file refutes.
#[derive(Debug, Clone, PartialEq)]
pub struct Refuted {
    /// What the claim is about.
    pub title: String,
    /// What was said.
    pub claim: String,
    /// What the files show, and where: `token.json shows 24 h (line 1)`.
    pub shown: String,
}

/// One file, or several that state something together, and where in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Files {
    /// What they are called.
    pub reference: String,
    /// Whether they are several.
    pub are_several: bool,
    /// Where in the file; none for the whole of it.
    pub place: Option<fact::Place>,
}

impl Files {
    fn of(row: &Compared) -> Self {
        let is_known = row.place != fact::Place::default();
        Self {
            reference: row.reference.clone(),
            are_several: row.records.len() > 1,
            place: is_known.then(|| row.place.clone()),
        }
    }

    /// The count whose form of a verb they take.
    fn count(&self) -> usize {
        if self.are_several { 2 } else { 1 }
    }

    fn shown(&self, words: &Words, found: &str) -> String {
        let (count, files) = (self.count(), self.reference.as_str());
        match &self.place {
            Some(at) => {
                let place = place(words, at);
                say!(words, "request-shown-at", count, files, found, place)
            }
            None => say!(words, "request-shown", count, files, found),
        }
    }
}

impl Refuted {
    fn of(words: &Words, row: &Compared) -> Self {
        let about = row.about.as_ref();
        let claim = row.claim.clone();
        Self {
            title: about.map_or_else(
                || row.title.clone(),
                |about| format!("{} ({about})", row.title),
            ),
            claim: claim.unwrap_or_else(|| say!(words, "request-nothing-said")),
            shown: Files::of(row).shown(words, &row.found),
        }
    }

    fn phrase(&self, words: &Words) -> String {
        let Self {
            title,
            claim,
            shown,
        } = self;
        say!(words, "request-refuted", title, claim, shown)
    }
}

impl Reason {
    /// The reason as the report words it: a phrase without a final stop.
    fn phrase(&self, words: &Words) -> String {
        match self {
            Self::Open => say!(words, "request-open"),
            Self::Unknown(asked) => {
                let (day, who) = (words.date(asked.on), asked.who.as_str());
                say!(words, "request-unknown", day, who)
            }
            Self::Unapproved => say!(words, "request-unapproved"),
            Self::Refuted(parts) => {
                let phrases: Vec<String> = parts.iter().map(|part| part.phrase(words)).collect();
                phrases.join("; ")
            }
            Self::Unsettled { files, why } => {
                let (count, files) = (files.count(), files.reference.as_str());
                say!(words, "request-unsettled", count, files, why)
            }
            Self::InPart => say!(words, "request-in-part"),
            Self::Asserted => say!(words, "request-asserted"),
            Self::Weak => say!(words, "request-weak"),
        }
    }
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
    fn title(self, words: &Words) -> String {
        match self {
            Self::Vendor => say!(words, "requests-vendor"),
            Self::Auditor => say!(words, "requests-auditor"),
            Self::Us => say!(words, "requests-us"),
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
            let reason = reason(material, question)?;
            let request = request(material.words, question, reason);
            let weight = material.points_of_question(question);
            Some((holder(material, question), weight, request))
        })
        .collect();
    all.sort_by(|(_, a, _), (_, b, _)| b.total_cmp(a));
    let group = |holder: Holder| RequestGroup {
        holder,
        title: holder.title(material.words),
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

fn request(words: &Words, question: &Question, reason: Reason) -> Request {
    let control = control_of(question).map(ControlId::to_string);
    Request {
        question: question.id.to_string(),
        control,
        text: question.text.clone(),
        why: reason.phrase(words),
        reason,
        find: question.find.clone(),
        attach: question.attach.clone(),
    }
}

/// Why something is still wanted; none when nothing is.
fn reason(material: &Material, question: &Question) -> Option<Reason> {
    let response = material.assessment.answers.get(&question.id);
    match response.map(|response| &response.state) {
        None | Some(State::Open) => Some(Reason::Open),
        Some(State::Unknown(asked)) => Some(Reason::Unknown(asked.clone())),
        Some(State::NotApplicable(reason)) => {
            reason.approved.is_none().then_some(Reason::Unapproved)
        }
        Some(State::Answered(_)) => contradicted(material, question)
            .or_else(|| unsettled(material, question))
            .or_else(|| unproven(material, question)),
    }
}

/// What files show against the answer, where they refute it: of each part the worst, and the worst part first.
fn contradicted(material: &Material, question: &Question) -> Option<Reason> {
    let refuted = compared(material, question, Verdict::Refuted);
    let mut rows: Vec<(f64, &Compared)> = refuted.map(|row| (level(question, row), row)).collect();
    rows.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let mut worst: Vec<&Compared> = vec![];
    for (_, row) in rows {
        if !worst.iter().any(|known| known.part == row.part) {
            worst.push(row);
        }
    }
    let parts: Vec<Refuted> = worst
        .into_iter()
        .map(|row| Refuted::of(material.words, row))
        .collect();
    (!parts.is_empty()).then_some(Reason::Refuted(parts))
}

/// How much of a refuted part is left by what was measured, 0 to 1.
fn level(question: &Question, row: &Compared) -> f64 {
    let is_own = |id: &PartId| row.part.as_ref() == Some(id);
    let kind = match &question.form {
        Form::Single(kind) => Some(kind),
        Form::Parts(parts) => {
            let part = parts.iter().find(|part| is_own(&part.id));
            part.map(|part| &part.kind)
        }
    };
    let level = kind.and_then(|kind| value_level(kind, row.measured.as_ref()?));
    level.unwrap_or(1.0)
}

/// What a file leaves open of the answer.
fn unsettled(material: &Material, question: &Question) -> Option<Reason> {
    let row = compared(material, question, Verdict::Insufficient).next()?;
    Some(Reason::Unsettled {
        files: Files::of(row),
        why: row.why.clone(),
    })
}

fn compared<'m>(
    material: &'m Material,
    question: &'m Question,
    verdict: Verdict,
) -> impl Iterator<Item = &'m Compared> {
    let rows = material.result.compared.iter();
    rows.filter(move |row| row.question == question.id && row.verdict == verdict)
}

/// Why a scored answer is not enough: open parts, or no evidence. A level of 0 needs none.
fn unproven(material: &Material, question: &Question) -> Option<Reason> {
    let claim = material.claim(question)?;
    if claim.level.answered() < 1.0 {
        Some(Reason::InPart)
    } else if claim.level.closed() == 0.0 || material.is_backed(question) {
        None
    } else if records_behind(material, question).next().is_none()
        && documents_behind(material, question).is_empty()
    {
        Some(Reason::Asserted)
    } else {
        Some(Reason::Weak)
    }
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
