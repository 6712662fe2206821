//! Whether a certificate is in force, who issued it, and what its scope names.

use chrono::NaiveDate;

use super::{Found, when};
use crate::assessment::document::certificate::{
    Accreditation, BodySold, Certificate, Grade, Holder, Register,
};
use crate::checks::documents::held::Held;
use crate::pack::document::DocumentKind;
use crate::pack::question::Severity;

/// Last day of certificates of the 2013 edition (IAF MD 26).
pub(in crate::checks::documents) fn end_of_2013() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 10, 31).expect("the day exists")
}
/// Most days from issue to expiry: three years with a leap day.
pub(in crate::checks::documents) const TERM: i64 = 1096;
/// Days since the last audit from which it is overdue: a year.
const AUDIT: i64 = 366;
/// Days since the last audit from which the cycle counts as broken: fifteen months (our grace).
pub(in crate::checks::documents) const AUDIT_WITH_GRACE: i64 = 457;

/// RF-I-01: the edition of 2013.
pub(super) fn old_edition(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let is_old = certificate.is_of_old_edition();
    when(is_old && held.as_of() > end_of_2013(), || {
        let edition = certificate.edition.unwrap_or_default();
        let message = format!("edition {edition}; the certificates of 2013 ended on 2025-10-31");
        Found::new(Severity::Critical, "edition", message)
    })
}

/// RF-I-02: expired, suspended or withdrawn.
pub(super) fn not_in_force(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let expired = certificate.expiry.filter(|expiry| held.as_of() > *expiry);
    let register = match certificate.register {
        Some(Register::Suspended) => Some("suspended"),
        Some(Register::Withdrawn) => Some("withdrawn"),
        Some(Register::Valid | Register::NotFound) | None => None,
    };
    let expired = expired.map(|expiry| {
        let message = format!("the certificate expired on `{expiry}`");
        Found::new(Severity::Critical, "expiry", message)
    });
    let register = register.map(|state| {
        let message = format!("the register says that the certificate is {state}");
        Found::new(Severity::Critical, "register", message)
    });
    expired.into_iter().chain(register).collect()
}

/// RF-I-03: no expiry, or a term above three years.
pub(super) fn term(certificate: &Certificate, _: &Held) -> Vec<Found> {
    if certificate.expiry.is_none() {
        return when(certificate.expiry_stated == Some(false), || {
            Found::new(
                Severity::High,
                "expiry-stated",
                "the certificate states no expiry",
            )
        });
    }
    let days = certificate
        .issue
        .zip(certificate.expiry)
        .map(|(issue, expiry)| (expiry - issue).num_days());
    when(days.is_some_and(|days| days > TERM), || {
        let days = days.unwrap_or_default();
        let message = format!("the certificate runs over {days} days, more than three years");
        Found::new(Severity::High, "expiry", message)
    })
}

/// RF-I-04: nobody checks the checker.
pub(super) fn unaccredited(certificate: &Certificate, _: &Held) -> Vec<Found> {
    let body = certificate.body.unwrap_or("the certification body");
    let message = match certificate.accreditation {
        Some(Accreditation::None) => format!("{body} is not accredited"),
        Some(Accreditation::Unrecognised) => {
            format!("{body} is accredited by a body outside the mutual recognition")
        }
        Some(Accreditation::Recognised) | None => return vec![],
    };
    vec![Found::new(Severity::Critical, "accreditation", message)]
}

/// RF-I-05: accredited, but not for this, or without the mark.
pub(super) fn outside_accreditation(certificate: &Certificate, _: &Held) -> Vec<Found> {
    let accredited = certificate.accreditation == Some(Accreditation::Recognised);
    when(
        accredited && certificate.accredited_for == Some(false),
        || {
            let message = "the accreditation does not cover this standard, or the mark is missing";
            Found::new(Severity::High, "accredited-for", message)
        },
    )
}

/// RF-I-06: in no register.
pub(super) fn not_in_register(certificate: &Certificate, _: &Held) -> Vec<Found> {
    when(certificate.register == Some(Register::NotFound), || {
        let message = "neither the body nor a register knows the certificate";
        Found::new(Severity::High, "register", message)
    })
}

/// RF-I-07: somebody else's.
pub(super) fn other_holder(certificate: &Certificate, _: &Held) -> Vec<Found> {
    let other = matches!(certificate.holder_is, Some(Holder::Group | Holder::Other));
    when(other, || {
        let holder = certificate.holder.unwrap_or("another company");
        let message = format!("the certificate was issued to {holder}, not to the vendor");
        Found::new(Severity::High, "holder-is", message)
    })
}

/// RF-I-08: the scope is silent on what we buy.
pub(super) fn not_named(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let named = held.certificate_names_product(certificate);
    if named == Some(false) && held.another_counts(certificate.document) {
        return vec![];
    }
    let parts = [
        ("product", named, "the service"),
        ("operation", certificate.operation, "its operation"),
        ("regions", certificate.regions, "our regions"),
    ];
    let missing: Vec<_> = parts
        .iter()
        .filter(|(_, named, _)| *named == Some(false))
        .collect();
    let Some((field, ..)) = missing.first() else {
        return vec![];
    };
    let what: Vec<&str> = missing.iter().map(|(.., what)| *what).collect();
    let message = format!("the scope does not name {}", what.join(", "));
    vec![Found::new(Severity::Critical, field, message)]
}

/// RF-I-09: a part of the company.
pub(super) fn partial(certificate: &Certificate, _: &Held) -> Vec<Found> {
    when(certificate.is_part == Some(true), || {
        let message = "the scope is limited to an office, a department or development";
        Found::new(Severity::High, "extent", message)
    })
}

/// RF-I-15: the last audit is long past.
pub(super) fn surveillance(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let Some(audited) = certificate.audited() else {
        return vec![];
    };
    let days = (held.as_of() - audited).num_days();
    let severity = match days {
        days if days > AUDIT_WITH_GRACE => Severity::High,
        days if days > AUDIT => Severity::Info,
        _ => return vec![],
    };
    let message = format!("the last audit, of `{audited}`, lies {days} days back");
    vec![Found::new(severity, "last-audit", message)]
}

/// RF-I-16: open major, or repeated minor on access.
pub(super) fn nonconformity(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let found = certificate
        .nonconformities
        .iter()
        .filter_map(|nonconformity| {
            let about = nonconformity.control.unwrap_or("no control named");
            let topics = held.topics_of_control(nonconformity.control.unwrap_or_default());
            match nonconformity.grade {
                Grade::Major if nonconformity.open => {
                    let message = format!("a major nonconformity is open ({about})");
                    Some(Found::new(Severity::High, "nonconformities", message))
                }
                Grade::Minor if nonconformity.access && nonconformity.repeated => {
                    let message = format!("a minor nonconformity on access is repeated ({about})");
                    let found = Found::new(Severity::Medium, "nonconformities", message);
                    Some(match topics.is_empty() {
                        true => found,
                        false => found.about(topics),
                    })
                }
                Grade::Major | Grade::Minor => None,
            }
        });
    found.collect()
}

/// RF-I-17: time without a certificate.
pub(super) fn hole(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let before = held.previous_certificate(certificate);
    let expiry = before.and_then(|before| before.expiry);
    let (Some(expiry), Some(issue)) = (expiry, certificate.issue) else {
        return vec![];
    };
    let days = (issue - expiry).num_days() - 1;
    when(days > 0, || {
        let message = format!("{days} days, between `{expiry}` and `{issue}`, had no certificate");
        Found::new(Severity::Medium, "issue", message)
    })
}

/// RF-I-19: the body sold more than the certification.
pub(super) fn partial_body(certificate: &Certificate, _: &Held) -> Vec<Found> {
    let body = certificate.body.unwrap_or("the certification body");
    let (severity, message) = match certificate.body_sold {
        Some(BodySold::Consultancy) => (
            Severity::Critical,
            format!("{body} also sold the consultancy"),
        ),
        Some(BodySold::Training) => (Severity::High, format!("{body} is a training company")),
        Some(BodySold::Nothing) | None => return vec![],
    };
    vec![Found::new(severity, "body-sold", message)]
}

/// RF-I-22: an older edition of an add-on.
pub(super) fn old_add_on(certificate: &Certificate, _: &Held) -> Vec<Found> {
    let kind = certificate.document.kind;
    let older = matches!(kind, DocumentKind::Iso27018 | DocumentKind::Iso27701);
    let is_old = certificate.edition.is_some_and(|edition| edition < 2025);
    when(older && is_old, || {
        let message = "an edition of 2025 exists; when the older one ends was not checked";
        Found::new(Severity::Info, "edition", message)
    })
}

/// RF-I-23: no word on the amendment of 2024, which is no defect.
pub(super) fn no_amendment(certificate: &Certificate, _: &Held) -> Vec<Found> {
    let silent = certificate.document.value("amendment")
        == Some(&crate::assessment::answer::Value::YesNo(false));
    when(silent, || {
        let message = "the certificate does not mention the amendment of 2024; it need not";
        Found::new(Severity::Info, "amendment", message)
    })
}

/// RF-I-24: the older mark, which is no defect.
pub(super) fn old_mark(certificate: &Certificate, _: &Held) -> Vec<Found> {
    let mark = certificate.document.value("mark");
    let old = crate::assessment::answer::Value::Choice("iaf".into());
    when(mark == Some(&old), || {
        let message = "the certificate bears the IAF mark alone, which remains valid";
        Found::new(Severity::Info, "mark", message)
    })
}

/// RF-I-26: sites of administration are missing.
pub(super) fn sites(certificate: &Certificate, _: &Held) -> Vec<Found> {
    when(certificate.admin_sites == Some(false), || {
        let message = "sites from which the service is administered are not listed";
        Found::new(Severity::Medium, "admin-sites", message)
    })
}
