//! Whether a certificate is in force, who issued it, and what its scope names.

use chrono::NaiveDate;

use super::{Found, counted, when};
use crate::assessment::document::certificate::{
    Accreditation, BodySold, Certificate, Grade, Holder, Register,
};
use crate::checks::documents::held::Held;
use crate::pack::document::DocumentKind;
use crate::pack::question::Severity;
use crate::words::{Words, say};

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
        let edition = certificate.edition.unwrap_or_default().to_string();
        let ended = held.words().date(end_of_2013());
        let message = say!(held.words(), "rf-i-01", edition, ended);
        Found::new(Severity::Critical, "edition", message)
    })
}

/// RF-I-02: expired, suspended or withdrawn.
pub(super) fn not_in_force(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let expired = certificate.expiry.filter(|expiry| held.as_of() > *expiry);
    let words = held.words();
    let register = match certificate.register {
        Some(Register::Suspended) => Some(say!(words, "rf-i-02-suspended")),
        Some(Register::Withdrawn) => Some(say!(words, "rf-i-02-withdrawn")),
        Some(Register::Valid | Register::NotFound) | None => None,
    };
    let expired = expired.map(|expiry| {
        let message = say!(words, "rf-i-02-expired", expiry = words.date(expiry));
        Found::new(Severity::Critical, "expiry", message)
    });
    let register = register.map(|message| Found::new(Severity::Critical, "register", message));
    expired.into_iter().chain(register).collect()
}

/// RF-I-03: no expiry, or a term above three years.
pub(super) fn term(certificate: &Certificate, held: &Held) -> Vec<Found> {
    if certificate.expiry.is_none() {
        return when(certificate.expiry_stated == Some(false), || {
            Found::new(
                Severity::High,
                "expiry-stated",
                say!(held.words(), "rf-i-03-no-expiry"),
            )
        });
    }
    let days = certificate
        .issue
        .zip(certificate.expiry)
        .map(|(issue, expiry)| (expiry - issue).num_days());
    when(days.is_some_and(|days| days > TERM), || {
        let days = days.unwrap_or_default().to_string();
        let message = say!(held.words(), "rf-i-03-too-long", days);
        Found::new(Severity::High, "expiry", message)
    })
}

/// Who issued a certificate.
fn body(words: &Words, certificate: &Certificate) -> String {
    let named = certificate.body.map(str::to_owned);
    named.unwrap_or_else(|| say!(words, "certificate-body"))
}

/// RF-I-04: nobody checks the checker.
pub(super) fn unaccredited(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let (words, body) = (held.words(), body(held.words(), certificate));
    let message = match certificate.accreditation {
        Some(Accreditation::None) => say!(words, "rf-i-04-none", body),
        Some(Accreditation::Unrecognised) => say!(words, "rf-i-04-unrecognised", body),
        Some(Accreditation::Recognised) | None => return vec![],
    };
    vec![Found::new(Severity::Critical, "accreditation", message)]
}

/// RF-I-05: accredited, but not for this, or without the mark.
pub(super) fn outside_accreditation(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let accredited = certificate.accreditation == Some(Accreditation::Recognised);
    when(
        accredited && certificate.accredited_for == Some(false),
        || {
            let message = say!(held.words(), "rf-i-05");
            Found::new(Severity::High, "accredited-for", message)
        },
    )
}

/// RF-I-06: in no register.
pub(super) fn not_in_register(certificate: &Certificate, held: &Held) -> Vec<Found> {
    when(certificate.register == Some(Register::NotFound), || {
        let message = say!(held.words(), "rf-i-06");
        Found::new(Severity::High, "register", message)
    })
}

/// RF-I-07: somebody else's.
pub(super) fn other_holder(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let other = matches!(certificate.holder_is, Some(Holder::Group | Holder::Other));
    when(other, || {
        let message = match certificate.holder {
            Some(holder) => say!(held.words(), "rf-i-07", holder),
            None => say!(held.words(), "rf-i-07-unnamed"),
        };
        Found::new(Severity::High, "holder-is", message)
    })
}

/// RF-I-08: the scope is silent on what we buy.
pub(super) fn not_named(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let named = held.certificate_names_product(certificate);
    if named == Some(false) && held.another_counts(certificate.document) {
        return vec![];
    }
    let words = held.words();
    let parts = [
        ("product", named, say!(words, "rf-i-08-service")),
        (
            "operation",
            certificate.operation,
            say!(words, "rf-i-08-operation"),
        ),
        (
            "regions",
            certificate.regions,
            say!(words, "rf-i-08-regions"),
        ),
    ];
    let missing = parts
        .into_iter()
        .filter(|(_, named, _)| *named == Some(false));
    let (fields, parts): (Vec<&str>, Vec<String>) =
        missing.map(|(field, _, part)| (field, part)).unzip();
    let Some(field) = fields.first() else {
        return vec![];
    };
    let message = say!(words, "rf-i-08", parts = parts.join(", "));
    vec![Found::new(Severity::Critical, field, message)]
}

/// RF-I-09: a part of the company.
pub(super) fn partial(certificate: &Certificate, held: &Held) -> Vec<Found> {
    when(certificate.is_part == Some(true), || {
        let message = say!(held.words(), "rf-i-09");
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
    let (audited, days) = (held.words().date(audited), days.to_string());
    let message = say!(held.words(), "rf-i-15", audited, days);
    vec![Found::new(severity, "last-audit", message)]
}

/// RF-I-16: open major, or repeated minor on access.
pub(super) fn nonconformity(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let found = certificate
        .nonconformities
        .iter()
        .filter_map(|nonconformity| {
            let words = held.words();
            let control = match nonconformity.control {
                Some(control) => control.to_owned(),
                None => say!(words, "rf-i-16-no-control"),
            };
            let topics = held.topics_of_control(nonconformity.control.unwrap_or_default());
            match nonconformity.grade {
                Grade::Major if nonconformity.open => {
                    let message = say!(words, "rf-i-16-major", control);
                    Some(Found::new(Severity::High, "nonconformities", message))
                }
                Grade::Minor if nonconformity.access && nonconformity.repeated => {
                    let message = say!(words, "rf-i-16-minor", control);
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
        let words = held.words();
        let (from, to) = (words.date(expiry), words.date(issue));
        let message = say!(words, "rf-i-17", count = counted(days), from, to);
        Found::new(Severity::Medium, "issue", message)
    })
}

/// RF-I-19: the body sold more than the certification.
pub(super) fn partial_body(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let (words, body) = (held.words(), body(held.words(), certificate));
    let (severity, message) = match certificate.body_sold {
        Some(BodySold::Consultancy) => {
            (Severity::Critical, say!(words, "rf-i-19-consultancy", body))
        }
        Some(BodySold::Training) => (Severity::High, say!(words, "rf-i-19-training", body)),
        Some(BodySold::Nothing) | None => return vec![],
    };
    vec![Found::new(severity, "body-sold", message)]
}

/// RF-I-22: an older edition of an add-on.
pub(super) fn old_add_on(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let kind = certificate.document.kind;
    let older = matches!(kind, DocumentKind::Iso27018 | DocumentKind::Iso27701);
    let is_old = certificate.edition.is_some_and(|edition| edition < 2025);
    when(older && is_old, || {
        let message = say!(held.words(), "rf-i-22");
        Found::new(Severity::Info, "edition", message)
    })
}

/// RF-I-23: no word on the amendment of 2024, which is no defect.
pub(super) fn no_amendment(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let silent = certificate.document.value("amendment")
        == Some(&crate::assessment::answer::Value::YesNo(false));
    when(silent, || {
        let message = say!(held.words(), "rf-i-23");
        Found::new(Severity::Info, "amendment", message)
    })
}

/// RF-I-24: the older mark, which is no defect.
pub(super) fn old_mark(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let mark = certificate.document.value("mark");
    let old = crate::assessment::answer::Value::Choice("iaf".into());
    when(mark == Some(&old), || {
        let message = say!(held.words(), "rf-i-24");
        Found::new(Severity::Info, "mark", message)
    })
}

/// RF-I-26: sites of administration are missing.
pub(super) fn sites(certificate: &Certificate, held: &Held) -> Vec<Found> {
    when(certificate.admin_sites == Some(false), || {
        let message = say!(held.words(), "rf-i-26");
        Found::new(Severity::Medium, "admin-sites", message)
    })
}
