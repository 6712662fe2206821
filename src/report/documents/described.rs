//! What a document says of itself: its days, who stands behind it, and what they concluded.

use chrono::NaiveDate;

use crate::assessment::answer::Period;
use crate::assessment::document::Document;
use crate::assessment::document::certificate::{Accreditation, Certificate, Register};
use crate::assessment::document::other::{
    Authorisation, AuthorisationStatus, Letter, OfferedFor, Summary,
};
use crate::assessment::document::soc2::{Opinion, Soc2};

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
pub(super) fn described(document: &Document) -> Described {
    if let Some(report) = Soc2::of(document) {
        return of_report(&report);
    }
    if let Some(certificate) = Certificate::of(document) {
        return of_certificate(&certificate);
    }
    if let Some(letter) = Letter::of(document) {
        return of_letter(&letter);
    }
    if let Some(authorisation) = Authorisation::of(document) {
        return of_authorisation(&authorisation);
    }
    let summary = Summary::of(document);
    let date = summary.as_ref().and_then(|summary| summary.date);
    let offered = summary.and_then(|summary| summary.offered_for);
    Described {
        dates: vec![on("dated", date)],
        standing: offered.map(offered_for).into_iter().collect(),
        last_day: date,
    }
}

fn of_report(report: &Soc2) -> Described {
    let examined = match report.is_type_two() {
        true => span("period", report.period),
        false => on("as of", report.as_of),
    };
    let auditor = report.auditor.unwrap_or("auditor not named");
    Described {
        dates: vec![examined, on("report dated", report.report_date)],
        standing: vec![auditor.to_owned(), opinion(report)],
        last_day: report.end(),
    }
}

fn opinion(report: &Soc2) -> String {
    match report.opinion {
        Some(Opinion::Unmodified) => "unmodified opinion".to_owned(),
        Some(Opinion::Qualified) if report.opinion_criteria.is_empty() => {
            "qualified opinion".to_owned()
        }
        Some(Opinion::Qualified) => {
            format!("qualified opinion: {}", report.opinion_criteria.join(", "))
        }
        Some(Opinion::Adverse) => "adverse opinion".to_owned(),
        Some(Opinion::Disclaimer) => "no opinion could be given".to_owned(),
        None => "opinion not recorded".to_owned(),
    }
}

fn of_certificate(certificate: &Certificate) -> Described {
    let expiry = match certificate.expiry_stated {
        Some(false) if certificate.expiry.is_none() => "states no expiry".to_owned(),
        _ => on("expires", certificate.expiry),
    };
    let audit = certificate.last_audit;
    let audit = audit.map(|day| format!("last audit {day}"));
    let accreditation = match certificate.accreditation {
        Some(Accreditation::Recognised) => "accredited inside the mutual recognition",
        Some(Accreditation::Unrecognised) => "accredited outside the mutual recognition",
        Some(Accreditation::None) => "not accredited",
        None => "accreditation not recorded",
    };
    let register = certificate.register.map(|register| match register {
        Register::Valid => "valid in the register",
        Register::NotFound => "not found in a register",
        Register::Suspended => "suspended in the register",
        Register::Withdrawn => "withdrawn in the register",
    });
    let body = certificate.body.unwrap_or("body not named");
    let standing = [Some(body), Some(accreditation), register];
    let dates = [Some(on("issued", certificate.issue)), Some(expiry), audit];
    Described {
        dates: dates.into_iter().flatten().collect(),
        standing: standing.into_iter().flatten().map(str::to_owned).collect(),
        last_day: certificate.audited(),
    }
}

fn of_letter(letter: &Letter) -> Described {
    let says = |what: &str, said: Option<bool>| match said {
        Some(true) => format!("speaks about {what}"),
        Some(false) => format!("silent on {what}"),
        None => format!("{what} not recorded"),
    };
    Described {
        dates: vec![span("covers", letter.covers), on("signed", letter.signed)],
        standing: vec![
            "the vendor's management, without an auditor".to_owned(),
            says("changes", letter.changes),
            says("incidents", letter.incidents),
        ],
        last_day: letter.covers.map(|covers| covers.to),
    }
}

fn of_authorisation(authorisation: &Authorisation) -> Described {
    let status = match authorisation.status {
        Some(AuthorisationStatus::Authorised) => "authorised",
        Some(AuthorisationStatus::InProcess) => "in process",
        Some(AuthorisationStatus::Revoked) => "revoked",
        None => "state not recorded",
    };
    let environment = match authorisation.is_ours {
        Some(true) => "our environment",
        Some(false) => "an environment that is not ours",
        None => "environment not recorded",
    };
    Described {
        dates: vec![on("dated", authorisation.date)],
        standing: vec![status.to_owned(), environment.to_owned()],
        last_day: authorisation.date,
    }
}

fn offered_for(offered: OfferedFor) -> String {
    let what = match offered {
        OfferedFor::Soc2 => "offered as a SOC 2 report",
        OfferedFor::Iso27001 => "offered as an ISO/IEC 27001 certificate",
        OfferedFor::Security => "offered as proof of security",
        OfferedFor::Nothing => "offered as what it is",
    };
    what.to_owned()
}

fn on(what: &str, day: Option<NaiveDate>) -> String {
    day.map_or_else(
        || format!("{what}: not recorded"),
        |day| format!("{what} {day}"),
    )
}

fn span(what: &str, period: Option<Period>) -> String {
    period.map_or_else(
        || format!("{what}: not recorded"),
        |period| format!("{what} {} to {}", period.from, period.to),
    )
}
