//! What the documents say together, and what answers say against them.

use super::{Found, when};
use crate::assessment::answer::{Duration, State, Value};
use crate::assessment::document::other::{Authorisation, AuthorisationStatus, OfferedFor};
use crate::assessment::document::soc2::{LaterEvent, Soc2, Weight};
use crate::assessment::evidence::{EvidenceRecord, Supports};
use crate::checks::Axis;
use crate::checks::documents::effect::Reach;
use crate::checks::documents::held::{Held, Scheme};
use crate::checks::documents::reach::{DELEGATED, INTERFACES};
use crate::pack::document::DocumentKind;
use crate::pack::id::{EvidenceId, TopicId};
use crate::pack::model::Subject;
use crate::pack::question::{Question, Role, Severity};
use crate::words::{Words, say};

/// The question on incidents that were disclosed, and those that the public knows.
const DISCLOSURE: &str = "Q.asr.13";

/// RF-S-36: a public incident that the description does not mention.
pub(super) fn incident_not_described(report: &Soc2, held: &Held) -> Vec<Found> {
    let hidden = held.chose(DISCLOSURE, "match", "hidden");
    when(hidden && report.incidents.is_some(), || {
        let message = say!(held.words(), "rf-s-36");
        Found::new(Severity::Critical, "incidents", message)
    })
}

/// RF-S-37: something happened after the period.
pub(super) fn later_event(held: &Held) -> Vec<Found> {
    let (words, reports) = (held.words(), held.current_reports());
    let reports = reports.into_iter().flat_map(|report| {
        let events = report.later_events.iter();
        events.map(move |event| later(words, event, &report.document.id).reaching(reach_of(event)))
    });
    // A letter never moves the score: its events are told and reach nothing.
    let letters = held.letters.iter().flat_map(|letter| {
        let events = letter.later_events.iter();
        events.map(move |event| {
            later(words, event, &letter.document.id).reaching(Reach::Topics(vec![]))
        })
    });
    reports.chain(letters).collect()
}

fn later(words: &Words, event: &LaterEvent, document: &EvidenceId) -> Found {
    let severity = match event.weight {
        Weight::Grave => Severity::High,
        Weight::Other => Severity::Medium,
    };
    let event = match event.date {
        Some(date) => say!(
            words,
            "rf-s-37-dated",
            date = words.date(date),
            event = event.what
        ),
        None => say!(words, "rf-s-37", event = event.what),
    };
    Found::new(severity, "later-events", event).in_document(document)
}

fn reach_of(event: &LaterEvent) -> Reach {
    match &event.topic {
        Some(topic) => Reach::Topics(vec![topic.clone()]),
        None => Reach::All,
    }
}

/// RF-I-18: words instead of a certificate.
pub(super) fn words_only(held: &Held) -> Vec<Found> {
    let offered = held.summaries.iter().filter(|summary| {
        summary.document.kind == DocumentKind::Statement
            && summary.offered_for == Some(OfferedFor::Iso27001)
    });
    let found = offered.map(|summary| {
        let message = say!(held.words(), "rf-i-18");
        Found::new(Severity::High, "offered-for", message).in_document(&summary.document.id)
    });
    found.collect()
}

/// RF-I-21: no add-on for clouds or personal data; nothing is lost but a bonus.
pub(super) fn no_add_on(held: &Held) -> Vec<Found> {
    let has_cloud = held.has(DocumentKind::Iso27017);
    let has_privacy = held.has(DocumentKind::Iso27018) || held.has(DocumentKind::Iso27701);
    let certificate = held.certificate().filter(|_| !has_cloud || !has_privacy);
    let found = certificate.map(|certificate| {
        let message = match (has_cloud, has_privacy) {
            (true, _) => say!(held.words(), "rf-i-21-privacy"),
            (false, true) => say!(held.words(), "rf-i-21-cloud"),
            (false, false) => say!(held.words(), "rf-i-21-both"),
        };
        Found::new(Severity::Low, "kind", message).in_document(&certificate.document.id)
    });
    found.into_iter().collect()
}

/// RF-I-25: a certificate without any tested report.
pub(super) fn certificate_alone(held: &Held) -> Vec<Found> {
    let mut reports = held.reports.iter();
    let tested = reports.any(|it| it.is_type_two() && held.counts(&it.document.id))
        || held.authorisations.iter().any(is_authorised)
        || held.assessment.evidence.iter().any(is_tested_report);
    let certificate = held.certificate().filter(|_| !tested);
    let found = certificate.map(|certificate| {
        let message = say!(held.words(), "rf-i-25");
        Found::new(Severity::Medium, "kind", message).in_document(&certificate.document.id)
    });
    found.into_iter().collect()
}

fn is_authorised(authorisation: &Authorisation) -> bool {
    authorisation.status == Some(AuthorisationStatus::Authorised)
}

fn is_tested_report(record: &EvidenceRecord) -> bool {
    record.tested_period().is_some()
}

/// RF-X-01: neither names the service that the other covers.
pub(super) fn no_overlap(held: &Held) -> Vec<Found> {
    let (Some(report), Some(certificate)) = (held.report(), held.certificate()) else {
        return vec![];
    };
    let named = (
        held.report_names_product(report),
        held.certificate_names_product(certificate),
    );
    let apart = matches!(
        named,
        (Some(false), Some(true)) | (Some(true), Some(false)) | (Some(false), Some(false))
    );
    when(apart, || {
        let (report, certificate) = (
            report.document.id.as_str(),
            certificate.document.id.as_str(),
        );
        let message = say!(held.words(), "rf-x-01", report, certificate);
        Found::new(Severity::High, "product", message).reaching(Reach::Topics(vec![]))
    })
}

/// RF-X-02: delegated administration or our interfaces in neither document.
pub(super) fn in_neither(held: &Held) -> Vec<Found> {
    let Some(report) = held.report() else {
        return vec![];
    };
    let declares = |topic: &str| {
        let rows = held.certificate().and_then(|held| held.topics.as_ref());
        let mut rows = rows.into_iter().flatten();
        rows.any(|row| row.topic.as_str() == topic && row.is_proof())
    };
    let parts = [
        (
            "delegated-admin",
            report.delegated_admin,
            say!(held.words(), "rf-x-02-delegated-admin"),
            DELEGATED,
        ),
        (
            "interfaces",
            report.interfaces,
            say!(held.words(), "rf-x-02-interfaces"),
            INTERFACES,
        ),
    ];
    let missing = parts.into_iter().filter(|(_, named, _, topics)| {
        *named == Some(false) && !topics.iter().any(|topic| declares(topic))
    });
    let found = missing.map(|(field, _, message, topics)| {
        Found::new(Severity::High, field, message)
            .reaching(Reach::topics(topics))
            .in_document(&report.document.id)
    });
    found.collect()
}

/// RF-X-03: the public record contradicts the documents.
pub(super) fn public_record(held: &Held) -> Vec<Found> {
    let hidden = held.chose(DISCLOSURE, "match", "hidden");
    let documents = !held.reports.is_empty() || !held.certificates.is_empty();
    when(hidden && documents, || {
        let message = say!(held.words(), "rf-x-03");
        Found::new(Severity::High, DISCLOSURE, message)
    })
}

/// RF-X-05: no right to test, to export or to hear of incidents.
pub(super) fn no_right(held: &Held) -> Vec<Found> {
    let lacks_right = match held.answer("Q.val.01") {
        Some(Value::Several(chosen)) => chosen.iter().all(|id| id.as_str() != "contract-right"),
        _ => false,
    };
    let lacks_notice = matches!(
        held.part("Q.inc.01", "notice"),
        Some(Value::Duration(Duration::Unlimited))
    );
    let (field, message) = match (lacks_right, lacks_notice) {
        (true, _) => ("Q.val.01", say!(held.words(), "rf-x-05-right")),
        (false, true) => ("Q.inc.01", say!(held.words(), "rf-x-05-notice")),
        (false, false) => return vec![],
    };
    vec![Found::new(Severity::Medium, field, message)]
}

/// RF-X-06: a self-assessment, and no assessment by others.
pub(super) fn self_assessment(held: &Held) -> Vec<Found> {
    let star = held
        .summaries
        .iter()
        .filter(|summary| summary.document.kind == DocumentKind::Star1);
    let alone = !held.has(DocumentKind::Star2);
    let found = star.filter(|_| alone).map(|summary| {
        let message = say!(held.words(), "rf-x-06");
        Found::new(Severity::Info, "kind", message).in_document(&summary.document.id)
    });
    found.collect()
}

/// RF-X-07: the self-assessment contradicts the tests.
pub(super) fn contradiction(held: &Held) -> Vec<Found> {
    let found = held.summaries.iter().flat_map(|summary| {
        summary.contradicts.iter().map(|line| {
            let message = say!(held.words(), "rf-x-07", line);
            Found::new(Severity::High, "contradicts", message).in_document(&summary.document.id)
        })
    });
    found.collect()
}

/// RF-X-08: authorised elsewhere.
pub(super) fn other_environment(held: &Held) -> Vec<Found> {
    let elsewhere = held
        .authorisations
        .iter()
        .filter(|authorisation| authorisation.is_ours == Some(false));
    let recorded = elsewhere.map(|authorisation| {
        let message = say!(held.words(), "rf-x-08-recorded");
        Found::new(Severity::Medium, "environment", message).in_document(&authorisation.document.id)
    });
    let told = held.chose("Q.asr.16", "regimes", "elsewhere") && held.authorisations.is_empty();
    let told = when(told, || {
        let message = say!(held.words(), "rf-x-08-told");
        Found::new(Severity::Medium, "Q.asr.16", message).reaching(Reach::Topics(vec![]))
    });
    recorded.chain(told).collect()
}

/// RF-X-09: an assurance document is the only evidence behind a technical answer on machine
/// identities.
pub(super) fn closed_by_documents(held: &Held) -> Vec<Found> {
    let questions = held.pack.questions();
    let closed: Vec<&str> = questions
        .filter(|question| is_technical_nhi(held, question) && rests_on_documents(held, question))
        .map(|question| question.id.as_str())
        .collect();
    when(!closed.is_empty(), || {
        let message = say!(held.words(), "rf-x-09", questions = closed.join(", "));
        Found::new(Severity::High, "evidence", message).reaching(Reach::Topics(vec![]))
    })
}

fn is_technical_nhi(held: &Held, question: &Question) -> bool {
    let Role::Scored(scored) = &question.role else {
        return false;
    };
    let control = held.pack.model.control(&scored.control);
    control.is_some_and(|control| {
        control.subject == Subject::Nhi
            && Axis::of_domain(control.domain.as_str()) == Axis::Technical
    })
}

/// Whether an answer has evidence, and all of it are documents named for it without a tested
/// control.
fn rests_on_documents(held: &Held, question: &Question) -> bool {
    let answers = &held.assessment.answers;
    let answered = answers
        .get(&question.id)
        .is_some_and(|response| matches!(response.state, State::Answered(_)));
    let mut named = held
        .assessment
        .evidence
        .iter()
        .filter(|record| match &record.supports {
            Supports::Questions(ids) => ids.contains(&question.id),
            Supports::All => false,
        })
        .peekable();
    let is_bare = |record: &EvidenceRecord| {
        Scheme::of_evidence(record.kind).is_some() && record.tested_control.is_none()
    };
    answered && named.peek().is_some() && named.all(is_bare)
}

/// RF-X-10: no penetration test, or none on what matters here.
pub(super) fn penetration_test(held: &Held) -> Vec<Found> {
    let lacking = ["none", "partial"];
    let lacking = lacking
        .iter()
        .find(|option| held.chose("Q.val.02", "penetration-test", option));
    when(lacking.is_some(), || {
        let message = say!(held.words(), "rf-x-10");
        let topics: Vec<TopicId> = vec![];
        Found::new(Severity::Medium, "Q.val.02", message).about(topics)
    })
}
