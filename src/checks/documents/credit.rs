//! What the documents are worth behind each answer.
//!
//! A document counts once a person has confirmed it, what it takes to judge it is recorded, and
//! its scope names what is bought. Then it speaks as directly as the model's catalogue says, or as
//! the reviewer recorded for the topic, less what its red flags take. ISO/IEC 27017, 27018, 27701
//! and CSA STAR Level 2 count as an ISO/IEC 27001 certificate and FedRAMP as a SOC 2 Type I, never
//! more than generically unless a tested control is recorded (judgement). Everything else, a bridge
//! letter included, credits nothing.

use chrono::NaiveDate;

use super::Raised;
use super::effect::{Weakening, effect};
use super::held::{Held, Scheme};
use super::rules::{OUTDATED, touches};
use crate::assessment::answer::Period;
use crate::assessment::document::Document;
use crate::assessment::document::certificate::Certificate;
use crate::assessment::document::other::{Authorisation, AuthorisationStatus};
use crate::assessment::document::soc2::{Opinion, Soc2, Subject};
use crate::assessment::document::topic::{Coverage, Procedure, TopicRow};
use crate::pack::id::EvidenceId;
use crate::pack::model::{Control, EvidenceKind, Relevance, Subject as ControlSubject};
use crate::pack::question::Question;

/// A document that counts, before it is held against a question.
#[derive(Debug, Clone)]
pub struct Credit<'h, 'a> {
    /// The document.
    pub document: &'a Document,
    /// The rung it stands on.
    pub kind: EvidenceKind,
    /// The day it ages from.
    pub aged_from: NaiveDate,
    /// The period of a Type II.
    pub period: Option<Period>,
    /// Whether it counts generically only, without a tested control.
    is_relative: bool,
    topics: &'h [TopicRow<'a>],
    report: Option<&'h Soc2<'a>>,
    held: &'h Held<'a>,
}

/// What a document is worth behind one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Credited {
    /// The document.
    pub document: EvidenceId,
    /// The rung it stands on.
    pub kind: EvidenceKind,
    /// The day it ages from.
    pub aged_from: NaiveDate,
    /// The period of a Type II.
    pub period: Option<Period>,
    /// How directly it speaks.
    pub relevance: Relevance,
    /// Items tested where something deviated.
    pub sample: Option<u32>,
    /// Items that deviated.
    pub exceptions: u32,
    /// Whether the opinion counts as qualified there.
    pub qualified: bool,
    /// Whether a tested control is recorded for it.
    pub tested_control: bool,
    /// The red flags that took something from it here.
    pub weakened_by: Vec<&'static str>,
}

/// Why a document does not count, for a reader; none when it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pending {
    /// Nobody has confirmed it.
    NotConfirmed,
    /// Its kind credits nothing.
    CreditsNothing,
    /// These fields are not recorded.
    NotRead(Vec<&'static str>),
    /// Its scope does not name what is bought, or nobody has said that it does.
    ScopeNotNamed,
    /// It is not in force.
    NotInForce,
}

/// The documents that count: the current ones, before their red flags.
pub fn credits<'h, 'a>(held: &'h Held<'a>) -> Vec<Credit<'h, 'a>> {
    let current = held.reports.iter().filter(|report| held.is_current(report));
    let reports = current.filter_map(|report| of_report(held, report));
    let certificates = held.current_certificates();
    let certificates = certificates.filter_map(|held_one| of_certificate(held, held_one));
    let authorisations = held.authorisations.iter();
    let authorisations = authorisations.filter_map(|held_one| of_authorisation(held, held_one));
    reports.chain(certificates).chain(authorisations).collect()
}

/// Why a document gives no credit before any red flag; none when it does.
pub fn pending(held: &Held, document: &Document) -> Option<Pending> {
    if !document.is_confirmed() {
        return Some(Pending::NotConfirmed);
    }
    if let Some(report) = Soc2::of(document) {
        return of_report_fields(held, &report);
    }
    if let Some(certificate) = Certificate::of(document) {
        return of_certificate_fields(held, &certificate);
    }
    match Authorisation::of(document) {
        Some(authorisation) => of_authorisation_fields(held, &authorisation),
        None => Some(Pending::CreditsNothing),
    }
}

fn unread(fields: &[(&'static str, bool)]) -> Option<Pending> {
    let missing = fields.iter().filter(|(_, is_read)| !is_read);
    let missing: Vec<&'static str> = missing.map(|(field, _)| *field).collect();
    (!missing.is_empty()).then_some(Pending::NotRead(missing))
}

fn scope(named: Option<bool>) -> Option<Pending> {
    (named != Some(true)).then_some(Pending::ScopeNotNamed)
}

/// What must be recorded of a report before it can be judged.
pub(super) fn is_read(report: &Soc2) -> Option<Pending> {
    let criteria =
        report.opinion != Some(Opinion::Qualified) || !report.opinion_criteria.is_empty();
    unread(&[
        ("subject", report.subject.is_some()),
        (
            if report.is_type_two() {
                "period"
            } else {
                "as-of"
            },
            report.end().is_some(),
        ),
        ("report-date", report.report_date.is_some()),
        ("opinion", report.opinion.is_some()),
        ("opinion-criteria", criteria),
    ])
}

fn of_report_fields(held: &Held, report: &Soc2) -> Option<Pending> {
    is_read(report)
        .or_else(|| (report.subject == Some(Subject::Other)).then_some(Pending::ScopeNotNamed))
        .or_else(|| scope(held.report_names_product(report)))
}

/// What must be recorded of a certificate before it can be judged.
pub(super) fn is_certificate_read(certificate: &Certificate) -> Option<Pending> {
    let expiry = certificate.expiry.is_some() || certificate.expiry_stated == Some(false);
    unread(&[
        (
            "edition",
            certificate.edition.is_some() || !certificate.is_iso27001(),
        ),
        ("accreditation", certificate.accreditation.is_some()),
        ("issue", certificate.issue.is_some()),
        ("expiry", expiry),
    ])
}

fn of_certificate_fields(held: &Held, certificate: &Certificate) -> Option<Pending> {
    is_certificate_read(certificate).or_else(|| scope(held.certificate_names_product(certificate)))
}

fn of_authorisation_fields(held: &Held, authorisation: &Authorisation) -> Option<Pending> {
    unread(&[
        ("date", authorisation.date.is_some()),
        ("status", authorisation.status.is_some()),
        ("environment", authorisation.is_ours.is_some()),
    ])
    .or_else(|| {
        let granted = authorisation.status == Some(AuthorisationStatus::Authorised);
        let is_outdated = authorisation
            .date
            .is_some_and(|date| (held.as_of() - date).num_days() > OUTDATED);
        (!granted || is_outdated).then_some(Pending::NotInForce)
    })
    .or_else(|| scope(held.authorisation_names_product(authorisation)))
}

fn of_report<'h, 'a>(held: &'h Held<'a>, report: &'h Soc2<'a>) -> Option<Credit<'h, 'a>> {
    if of_report_fields(held, report).is_some() {
        return None;
    }
    Some(Credit {
        document: report.document,
        kind: if report.is_type_two() {
            EvidenceKind::Soc2T2
        } else {
            EvidenceKind::Soc2T1
        },
        aged_from: report.end()?,
        period: report.period,
        is_relative: false,
        topics: report.topics.as_deref().unwrap_or(&[]),
        report: Some(report),
        held,
    })
}

fn of_certificate<'h, 'a>(
    held: &'h Held<'a>,
    certificate: &'h Certificate<'a>,
) -> Option<Credit<'h, 'a>> {
    if of_certificate_fields(held, certificate).is_some() {
        return None;
    }
    Some(Credit {
        document: certificate.document,
        kind: EvidenceKind::Iso27001,
        aged_from: certificate.audited()?,
        period: None,
        is_relative: !certificate.is_iso27001(),
        topics: certificate.topics.as_deref().unwrap_or(&[]),
        report: None,
        held,
    })
}

fn of_authorisation<'h, 'a>(
    held: &'h Held<'a>,
    authorisation: &'h Authorisation<'a>,
) -> Option<Credit<'h, 'a>> {
    if of_authorisation_fields(held, authorisation).is_some() {
        return None;
    }
    Some(Credit {
        document: authorisation.document,
        kind: EvidenceKind::Soc2T1,
        aged_from: authorisation.date?,
        period: None,
        is_relative: true,
        topics: authorisation.topics.as_deref().unwrap_or(&[]),
        report: None,
        held,
    })
}

impl Credit<'_, '_> {
    /// What it is worth behind the answer to a question that feeds a control.
    pub fn behind(&self, question: &Question, control: &Control, raised: &[Raised]) -> Credited {
        let stated = self.stated(question, control);
        let weakening = weakening(raised, question, control, |raised| self.is_meant_by(raised));
        let relevance = weakening.relevance(stated.relevance);
        let (sample, exceptions) = self.exceptions(question);
        Credited {
            document: self.document.id.clone(),
            kind: self.kind,
            aged_from: self.aged_from,
            period: self.period,
            relevance,
            sample,
            exceptions,
            qualified: weakening.is_qualified(),
            tested_control: stated.is_tested && relevance > Relevance::None,
            weakened_by: weakening.by().to_vec(),
        }
    }

    fn is_meant_by(&self, raised: &Raised) -> bool {
        match &raised.document {
            Some(document) => *document == self.document.id,
            None => {
                Scheme::of_evidence(self.kind).is_some_and(|scheme| scheme.is_meant_by(raised.flag))
            }
        }
    }

    /// How directly it speaks before its red flags: as the reviewer recorded for the topic, or
    /// else as the catalogue says.
    fn stated(&self, question: &Question, control: &Control) -> Stated {
        let catalogue = match Scheme::of_evidence(self.kind) {
            Some(Scheme::Soc2) => control.soc2,
            Some(Scheme::Iso) => control.iso27001,
            None => Relevance::None,
        };
        let catalogue = match self.is_relative {
            true => catalogue.min(Relevance::Generic),
            false => catalogue,
        };
        let rows = self.topics.iter();
        let rows = rows.filter(|row| row.topic == question.topic);
        let best = rows.map(|row| stated(row, catalogue, control)).max();
        best.unwrap_or(Stated {
            relevance: catalogue,
            is_tested: false,
        })
    }

    /// Deviations on the topic of a question, all together against the smallest of their samples
    /// (judgement): a further exception never makes the credit better.
    fn exceptions(&self, question: &Question) -> (Option<u32>, u32) {
        let exceptions = self.report.and_then(|report| report.exceptions.as_ref());
        let on_topic = exceptions.into_iter().flatten().filter(|exception| {
            exception.count > 0 && touches(exception, &question.topic, self.held)
        });
        let (mut smallest, mut deviations) = (None::<u32>, 0_u32);
        let unstated = self.held.pack.model.evidence.default_sample;
        for exception in on_topic {
            let sample = exception.sample.filter(|&items| items > 0);
            let sample = sample.unwrap_or(unstated).max(exception.count);
            smallest = Some(smallest.map_or(sample, |least| least.min(sample)));
            deviations = deviations.saturating_add(exception.count);
        }
        (smallest, deviations.min(smallest.unwrap_or(0)))
    }
}

/// How directly a document speaks, and whether by a tested control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stated {
    relevance: Relevance,
    is_tested: bool,
}

/// A test by asking alone is half a test, and no proof at a gate (judgement). A test lifts a control
/// on machine identities above the catalogue only where machine identities were in the tested
/// population (judgement).
fn stated(row: &TopicRow, catalogue: Relevance, control: &Control) -> Stated {
    let reaches = control.subject != ControlSubject::Nhi || row.tests_machines() == Some(true);
    let (relevance, is_tested) = match row.coverage {
        Coverage::Tested if row.is_proof() && reaches => {
            let asked = row.procedure == Some(Procedure::Inquiry);
            (Relevance::Direct, !asked)
        }
        Coverage::Tested => (catalogue, false),
        Coverage::Declared => (catalogue.min(Relevance::Generic), false),
        Coverage::CarvedOut | Coverage::UserEntity | Coverage::Absent => (Relevance::None, false),
    };
    Stated {
        relevance,
        is_tested,
    }
}

/// What the red flags that are meant take behind the answer to a question. Where a document and an
/// answer raise the same one, it counts once.
pub fn weakening(
    raised: &[Raised],
    question: &Question,
    control: &Control,
    is_meant: impl Fn(&Raised) -> bool,
) -> Weakening {
    let reaches = |raised: &&Raised| {
        is_meant(raised) && raised.reach.includes(&question.topic, control.subject)
    };
    let here: Vec<&Raised> = raised.iter().filter(reaches).collect();
    let does = |raised: &Raised| effect(raised.flag, raised.severity);
    let is_told = |by_answer: &Raised| {
        let mut by_documents = here.iter().filter(|raised| !raised.by_answer);
        by_documents.any(|raised| raised.flag == by_answer.flag && does(raised) >= does(by_answer))
    };
    let mut weakening = Weakening::default();
    for raised in here.iter().filter(|it| !it.by_answer || !is_told(it)) {
        weakening.add(raised.flag, raised.severity);
    }
    weakening
}
