//! What a document says of itself: its days, who stands behind it, and what they concluded.

use chrono::NaiveDate;

use crate::assessment::document::Document;
use crate::assessment::document::certificate::{Accreditation, Certificate, Register};
use crate::assessment::document::other::{
    Authorisation, AuthorisationStatus, Letter, OfferedFor, Summary,
};
use crate::assessment::document::soc2::{Opinion, Soc2};
use crate::words::{Words, say};

/// A document in words.
pub(super) struct Described {
    /// The days that it bears.
    pub dates: Vec<String>,
    /// Who signed or issued it, and what they say.
    pub standing: Vec<String>,
    /// The last day that it speaks about.
    pub last_day: Option<NaiveDate>,
}

/// Describes a document by its kind.
pub(super) fn described(words: &Words, document: &Document) -> Described {
    if let Some(report) = Soc2::of(document) {
        return of_report(words, &report);
    }
    if let Some(certificate) = Certificate::of(document) {
        return of_certificate(words, &certificate);
    }
    if let Some(letter) = Letter::of(document) {
        return of_letter(words, &letter);
    }
    if let Some(authorisation) = Authorisation::of(document) {
        return of_authorisation(words, &authorisation);
    }
    let summary = Summary::of(document);
    let date = summary.as_ref().and_then(|summary| summary.date);
    let offered = summary.and_then(|summary| summary.offered_for);
    Described {
        dates: vec![dated(words, date)],
        standing: offered
            .map(|offered| offered_for(words, offered))
            .into_iter()
            .collect(),
        last_day: date,
    }
}

fn dated(words: &Words, day: Option<NaiveDate>) -> String {
    day.map_or_else(
        || say!(words, "document-undated"),
        |day| say!(words, "document-dated", day = words.date(day)),
    )
}

fn of_report(words: &Words, report: &Soc2) -> Described {
    let auditor = report.auditor.map(str::to_owned);
    Described {
        dates: vec![
            examined(words, report),
            report.report_date.map_or_else(
                || say!(words, "document-report-undated"),
                |day| say!(words, "document-report-dated", day = words.date(day)),
            ),
        ],
        standing: vec![
            auditor.unwrap_or_else(|| say!(words, "document-auditor-unnamed")),
            opinion(words, report),
        ],
        last_day: report.end(),
    }
}

/// The time or the day that a report is about.
fn examined(words: &Words, report: &Soc2) -> String {
    match report.is_type_two() {
        true => report.period.map_or_else(
            || say!(words, "document-period-unknown"),
            |period| {
                let [from, to] = [period.from, period.to].map(|day| words.date(day));
                say!(words, "document-period", from, to)
            },
        ),
        false => report.as_of.map_or_else(
            || say!(words, "document-as-of-unknown"),
            |day| say!(words, "document-as-of", day = words.date(day)),
        ),
    }
}

fn opinion(words: &Words, report: &Soc2) -> String {
    match report.opinion {
        Some(Opinion::Unmodified) => say!(words, "document-opinion-unmodified"),
        Some(Opinion::Qualified) if report.opinion_criteria.is_empty() => {
            say!(words, "document-opinion-qualified")
        }
        Some(Opinion::Qualified) => {
            let criteria = report.opinion_criteria.join(", ");
            say!(words, "document-opinion-qualified-on", criteria)
        }
        Some(Opinion::Adverse) => say!(words, "document-opinion-adverse"),
        Some(Opinion::Disclaimer) => say!(words, "document-opinion-disclaimer"),
        None => say!(words, "document-opinion-unknown"),
    }
}

fn of_certificate(words: &Words, certificate: &Certificate) -> Described {
    let issued = certificate.issue.map_or_else(
        || say!(words, "document-issue-unknown"),
        |day| say!(words, "document-issued", day = words.date(day)),
    );
    let audit = certificate.last_audit;
    let audit = audit.map(|day| say!(words, "document-last-audit", day = words.date(day)));
    let body = certificate.body.map(str::to_owned);
    let body = body.unwrap_or_else(|| say!(words, "document-body-unnamed"));
    let accreditation = accreditation(words, certificate);
    let register = certificate.register.map(|register| match register {
        Register::Valid => say!(words, "document-register-valid"),
        Register::NotFound => say!(words, "document-register-not-found"),
        Register::Suspended => say!(words, "document-register-suspended"),
        Register::Withdrawn => say!(words, "document-register-withdrawn"),
    });
    let dates = [issued, expiry(words, certificate)].into_iter();
    Described {
        dates: dates.chain(audit).collect(),
        standing: [body, accreditation].into_iter().chain(register).collect(),
        last_day: certificate.audited(),
    }
}

fn expiry(words: &Words, certificate: &Certificate) -> String {
    match certificate.expiry {
        Some(day) => say!(words, "document-expires", day = words.date(day)),
        None if certificate.expiry_stated == Some(false) => {
            say!(words, "document-expiry-unstated")
        }
        None => say!(words, "document-expiry-unknown"),
    }
}

fn accreditation(words: &Words, certificate: &Certificate) -> String {
    match certificate.accreditation {
        Some(Accreditation::Recognised) => say!(words, "document-accredited-inside"),
        Some(Accreditation::Unrecognised) => say!(words, "document-accredited-outside"),
        Some(Accreditation::None) => say!(words, "document-not-accredited"),
        None => say!(words, "document-accreditation-unknown"),
    }
}

fn of_letter(words: &Words, letter: &Letter) -> Described {
    let covers = letter.covers.map_or_else(
        || say!(words, "document-covers-unknown"),
        |covers| {
            let [from, to] = [covers.from, covers.to].map(|day| words.date(day));
            say!(words, "document-covers", from, to)
        },
    );
    let signed = letter.signed.map_or_else(
        || say!(words, "document-signed-unknown"),
        |day| say!(words, "document-signed", day = words.date(day)),
    );
    Described {
        dates: vec![covers, signed],
        standing: vec![
            say!(words, "document-letter-by"),
            match letter.changes {
                Some(true) => say!(words, "document-letter-on-changes"),
                Some(false) => say!(words, "document-letter-silent-on-changes"),
                None => say!(words, "document-letter-changes-unknown"),
            },
            match letter.incidents {
                Some(true) => say!(words, "document-letter-on-incidents"),
                Some(false) => say!(words, "document-letter-silent-on-incidents"),
                None => say!(words, "document-letter-incidents-unknown"),
            },
        ],
        last_day: letter.covers.map(|covers| covers.to),
    }
}

fn of_authorisation(words: &Words, authorisation: &Authorisation) -> Described {
    let status = match authorisation.status {
        Some(AuthorisationStatus::Authorised) => say!(words, "document-authorised"),
        Some(AuthorisationStatus::InProcess) => say!(words, "document-authorisation-in-process"),
        Some(AuthorisationStatus::Revoked) => say!(words, "document-authorisation-revoked"),
        None => say!(words, "document-authorisation-unknown"),
    };
    let environment = match authorisation.is_ours {
        Some(true) => say!(words, "document-environment-ours"),
        Some(false) => say!(words, "document-environment-other"),
        None => say!(words, "document-environment-unknown"),
    };
    Described {
        dates: vec![dated(words, authorisation.date)],
        standing: vec![status, environment],
        last_day: authorisation.date,
    }
}

fn offered_for(words: &Words, offered: OfferedFor) -> String {
    match offered {
        OfferedFor::Soc2 => say!(words, "document-offered-soc2"),
        OfferedFor::Iso27001 => say!(words, "document-offered-iso"),
        OfferedFor::Security => say!(words, "document-offered-security"),
        OfferedFor::Nothing => say!(words, "document-offered-nothing"),
    }
}
