//! The documents that somebody confirmed, by kind, and which of them are current.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::credit::pending;
use crate::assessment::Assessment;
use crate::assessment::answer::{State, Value};
use crate::assessment::document::certificate::Certificate;
use crate::assessment::document::other::{Authorisation, Letter, Summary};
use crate::assessment::document::soc2::{Soc2, Subject};
use crate::assessment::document::{Document, names_product};
use crate::assessment::live::Live;
use crate::pack::Pack;
use crate::pack::document::DocumentKind;
use crate::pack::id::{EvidenceId, TopicId};
use crate::pack::model::EvidenceKind;
use crate::words::Words;

/// Framework whose criteria SOC 2 reports name.
const SOC2_FRAMEWORK: &str = "soc2_tsc";
/// Framework whose controls Statements of Applicability name.
const ISO_FRAMEWORK: &str = "iso27001_2022";

/// The confirmed documents of an assessment.
#[derive(Debug, Clone)]
pub struct Held<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// The assessment they stand in.
    pub assessment: &'a Assessment,
    /// SOC 2 reports, the last examined day first; those without one at the end.
    pub reports: Vec<Soc2<'a>>,
    /// Certificates, the last issued first.
    pub certificates: Vec<Certificate<'a>>,
    /// Bridge letters.
    pub letters: Vec<Letter<'a>>,
    /// Documents that credit nothing.
    pub summaries: Vec<Summary<'a>>,
    /// FedRAMP authorisations.
    pub authorisations: Vec<Authorisation<'a>>,
    /// Those that count, before any red flag.
    counting: BTreeSet<&'a EvidenceId>,
    /// The questions that are asked; other answers say nothing here.
    live: Live<'a>,
}

/// The scheme that a document belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// SOC 2 and what counts like it.
    Soc2,
    /// ISO/IEC 27001 and what counts like it.
    Iso,
}

impl Scheme {
    /// The scheme of a kind of evidence.
    pub fn of_evidence(kind: EvidenceKind) -> Option<Self> {
        match kind {
            EvidenceKind::Soc2T1 | EvidenceKind::Soc2T2 => Some(Self::Soc2),
            EvidenceKind::Iso27001 => Some(Self::Iso),
            EvidenceKind::Assertion
            | EvidenceKind::Policy
            | EvidenceKind::ConfigExport
            | EvidenceKind::Verified => None,
        }
    }

    /// Whether a red flag that names no document is about every document of this scheme: the flags
    /// of the scheme, the refused report (RF-X-04), the parts that no document names (RF-X-02), which
    /// a SOC 2 report would have to name, and the public record that contradicts the documents
    /// (RF-X-03).
    pub fn is_meant_by(self, flag: &str) -> bool {
        let of_scheme = match self {
            Self::Soc2 => flag.starts_with("RF-S-") || ["RF-X-02", "RF-X-04"].contains(&flag),
            Self::Iso => flag.starts_with("RF-I-"),
        };
        of_scheme || flag == "RF-X-03"
    }
}

/// Words with which a scope leaves something out: then a person has to say what is meant.
const LEAVES_OUT: [&str; 5] = ["except", "exclud", "other than", "not includ", "without"];

/// Whether a text names a product; none where it leaves something out.
fn stands_in(text: &str, product: &str) -> Option<bool> {
    let lower = text.to_lowercase();
    let is_named = names_product(text, product);
    match is_named && LEAVES_OUT.iter().any(|words| lower.contains(words)) {
        true => None,
        false => Some(is_named),
    }
}

impl<'a> Held<'a> {
    /// Collects what is confirmed.
    pub fn new(pack: &'a Pack, assessment: &'a Assessment) -> Self {
        let confirmed = || {
            assessment
                .documents
                .iter()
                .filter(|document| document.is_confirmed())
        };
        let mut reports: Vec<_> = confirmed().filter_map(Soc2::of).collect();
        reports.sort_by_key(|report| std::cmp::Reverse(report.end()));
        let mut certificates: Vec<_> = confirmed().filter_map(Certificate::of).collect();
        certificates.sort_by_key(|certificate| std::cmp::Reverse(certificate.issue));
        let mut held = Self {
            pack,
            assessment,
            reports,
            certificates,
            letters: confirmed().filter_map(Letter::of).collect(),
            summaries: confirmed().filter_map(Summary::of).collect(),
            authorisations: confirmed().filter_map(Authorisation::of).collect(),
            counting: BTreeSet::new(),
            live: Live::new(pack, assessment),
        };
        let counting = confirmed().filter(|document| pending(&held, document).is_none());
        held.counting = counting.map(|document| &document.id).collect();
        held
    }

    /// What is said of them, in the language of the pack.
    pub fn words(&self) -> &'static Words {
        Words::of(self.pack.language)
    }

    /// Whether a document counts, before any red flag.
    pub fn counts(&self, document: &EvidenceId) -> bool {
        self.counting.contains(document)
    }

    /// The day the assessment speaks about.
    pub fn as_of(&self) -> NaiveDate {
        self.assessment.as_of
    }

    /// Whether a report has not been followed by a later Type II that counts. Only a current one
    /// speaks for today; the others are history, for comparison.
    pub fn is_current(&self, report: &Soc2) -> bool {
        self.follower(report).is_none()
    }

    /// The last Type II that counts and follows a report.
    pub fn follower(&self, report: &Soc2) -> Option<&Soc2<'a>> {
        report.end()?;
        self.reports.iter().find(|other| {
            other.is_type_two()
                && other.document.id != report.document.id
                && other.end() > report.end()
                && self.counts(&other.document.id)
        })
    }

    /// The reports that no later one has followed: those that count first, and the best kind first.
    pub fn current_reports(&self) -> Vec<&Soc2<'a>> {
        let current = self.reports.iter().filter(|report| self.is_current(report));
        let mut current: Vec<&Soc2> = current.collect();
        current.sort_by_key(|report| {
            let counts = self.counts(&report.document.id);
            (!counts, !report.is_type_two())
        });
        current
    }

    /// The report that speaks for today: the current Type II, or else the current Type I; one that
    /// does not count only where none does.
    pub fn report(&self) -> Option<&Soc2<'a>> {
        self.current_reports().into_iter().next()
    }

    /// The Type II report before this one; one about another company is no report before it.
    pub fn previous(&self, report: &Soc2) -> Option<&Soc2<'a>> {
        let mut earlier = self.reports.iter().filter(|other| {
            other.is_type_two()
                && other.subject != Some(Subject::Other)
                && report.subject != Some(Subject::Other)
                && other.document.id != report.document.id
                && other.end().is_some()
                && other.end() < report.end()
        });
        earlier.next()
    }

    /// Whether a certificate has not been followed by a later one of its kind that counts.
    pub fn is_current_certificate(&self, certificate: &Certificate) -> bool {
        self.following_certificate(certificate).is_none()
    }

    /// The last certificate of its kind that counts and follows a certificate.
    pub fn following_certificate(&self, certificate: &Certificate) -> Option<&Certificate<'a>> {
        certificate.issue?;
        self.certificates.iter().find(|other| {
            other.document.kind == certificate.document.kind
                && other.document.id != certificate.document.id
                && other.issue > certificate.issue
                && self.counts(&other.document.id)
        })
    }

    /// The certificate before this one.
    pub fn previous_certificate(&self, certificate: &Certificate) -> Option<&Certificate<'a>> {
        self.certificates.iter().find(|other| {
            other.document.kind == certificate.document.kind
                && other.document.id != certificate.document.id
                && other.issue.is_some()
                && other.issue < certificate.issue
        })
    }

    /// The certificates that no later one has followed.
    pub fn current_certificates(&self) -> impl Iterator<Item = &Certificate<'a>> {
        let all = self.certificates.iter();
        all.filter(|certificate| self.is_current_certificate(certificate))
    }

    /// The ISO/IEC 27001 certificate that speaks for today: the last issued; one that does not count
    /// only where none does.
    pub fn certificate(&self) -> Option<&Certificate<'a>> {
        let current = self.current_certificates();
        let current = current.filter(|certificate| certificate.is_iso27001());
        let mut current: Vec<&Certificate> = current.collect();
        current.sort_by_key(|certificate| !self.counts(&certificate.document.id));
        current.into_iter().next()
    }

    /// Whether another current document of the same kind counts. One that is about something else
    /// is then a paper too many, and no flaw of what is held.
    pub fn another_counts(&self, document: &Document) -> bool {
        let reports = self.current_reports();
        let reports = reports.iter().map(|report| report.document);
        let certificates = self.current_certificates();
        let certificates = certificates.map(|certificate| certificate.document);
        reports.chain(certificates).any(|other| {
            let is_same = match document.kind.is_soc2() {
                true => other.kind.is_soc2(),
                false => other.kind == document.kind,
            };
            is_same && other.id != document.id && self.counts(&other.id)
        })
    }

    /// Whether any confirmed document is of that kind.
    pub fn has(&self, kind: DocumentKind) -> bool {
        let documents = &self.assessment.documents;
        documents
            .iter()
            .any(|document| document.is_confirmed() && document.kind == kind)
    }

    /// Whether a report names the product: as recorded, or else by the names it lists.
    pub fn report_names_product(&self, report: &Soc2) -> Option<bool> {
        report.product.or_else(|| self.is_listed(report.system))
    }

    /// Whether the scope of a certificate names the service.
    pub fn certificate_names_product(&self, certificate: &Certificate) -> Option<bool> {
        let product = &self.assessment.product;
        let named = || {
            certificate
                .scope
                .and_then(|scope| stands_in(scope, product))
        };
        certificate.product.or_else(named)
    }

    /// Whether an authorisation names the service.
    pub fn authorisation_names_product(&self, authorisation: &Authorisation) -> Option<bool> {
        let listed = || self.is_listed(authorisation.system);
        authorisation.product.or_else(listed)
    }

    fn is_listed(&self, system: Option<&[String]>) -> Option<bool> {
        let product = &self.assessment.product;
        let told: Vec<Option<bool>> = system?
            .iter()
            .map(|name| stands_in(name, product))
            .collect();
        match told.contains(&Some(true)) {
            true => Some(true),
            false if told.contains(&None) => None,
            false => Some(false),
        }
    }

    /// The answer to a question, when there is one.
    pub fn answer(&self, question: &str) -> Option<&'a Value> {
        if !self.live.counts(&question.into()) {
            return None;
        }
        match &self.assessment.answers.get(question)?.state {
            State::Answered(value) => Some(value),
            _ => None,
        }
    }

    /// The answer to a part of a question, when there is one.
    pub fn part(&self, question: &str, part: &str) -> Option<&'a Value> {
        match self.answer(question)? {
            Value::Parts(parts) => parts.get(part),
            _ => None,
        }
    }

    /// Whether an option is chosen in a part of a question.
    pub fn chose(&self, question: &str, part: &str, option: &str) -> bool {
        match self.part(question, part) {
            Some(Value::Choice(chosen)) => chosen.as_str() == option,
            Some(Value::Several(chosen)) => chosen.iter().any(|id| id.as_str() == option),
            _ => false,
        }
    }

    /// The name of a topic, in a sentence.
    pub fn topic_name(&self, topic: &TopicId) -> String {
        let mut topics = self.pack.catalogue.topics.iter();
        let found = topics.find(|known| known.id == *topic);
        found.map_or_else(
            || topic.to_string(),
            |topic| self.words().inside(&topic.name),
        )
    }

    /// The topics that a criterion of the trust services touches.
    pub fn topics_of_criterion(&self, criterion: &str) -> Vec<TopicId> {
        self.topics_of(SOC2_FRAMEWORK, criterion)
    }

    /// The topics that a control of Annex A touches.
    pub fn topics_of_control(&self, control: &str) -> Vec<TopicId> {
        self.topics_of(ISO_FRAMEWORK, control)
    }

    fn topics_of(&self, framework: &str, id: &str) -> Vec<TopicId> {
        let crosswalk = self.pack.catalogue.crosswalk.iter();
        let touches = crosswalk.filter(|(_, frameworks)| {
            let ids = frameworks.get(framework);
            ids.is_some_and(|ids| ids.iter().any(|known| known == id))
        });
        touches.map(|(topic, _)| topic.clone()).collect()
    }

    /// The bridge letters that follow a report: those that name it, and those that name none.
    pub fn letters_for(&self, report: &EvidenceId) -> impl Iterator<Item = &Letter<'a>> {
        self.letters
            .iter()
            .filter(move |letter| letter.report.is_none_or(|named| named == report.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::Scheme;

    #[test]
    fn what_an_answer_says_of_the_report_alone_is_about_soc_2() {
        for flag in ["RF-S-17", "RF-X-02", "RF-X-04"] {
            assert!(Scheme::Soc2.is_meant_by(flag), "{flag}");
            assert!(!Scheme::Iso.is_meant_by(flag), "{flag}");
        }
    }

    #[test]
    fn a_public_contradiction_is_about_both() {
        assert!(Scheme::Soc2.is_meant_by("RF-X-03") && Scheme::Iso.is_meant_by("RF-X-03"));
        assert!(!Scheme::Soc2.is_meant_by("RF-I-01") && Scheme::Iso.is_meant_by("RF-I-01"));
    }
}
