//! What an ISO/IEC 27001 certificate answers: its standing, and its Statement of Applicability.

use super::Told;
use crate::assessment::answer::Value;
use crate::assessment::document::certificate::{
    Accreditation, BodySold, Certificate, Grade, Holder, Register, Soa,
};
use crate::checks::documents::credit::is_certificate_read;
use crate::checks::documents::held::Held;
use crate::checks::documents::rules::{
    AUDIT_WITH_GRACE, CORE, SENSITIVE, TERM, end_of_2013, is_one_of, is_other_version,
};

/// Tells what a certificate answers, once it can be judged and its scope is known.
pub(super) fn tell(told: &mut Told, certificate: &Certificate, held: &Held) {
    let named = held.certificate_names_product(certificate);
    if is_certificate_read(certificate).is_some() || named.is_none() {
        return;
    }
    told.choice("Q.asr.11", "standing", standing(certificate, held));
    let texts = [
        ("scope", certificate.scope),
        ("certification-body", certificate.body),
        ("number", certificate.number),
    ];
    for (part, text) in texts {
        let value = text.map(|text| Value::Text(text.to_owned()));
        told.part("Q.asr.11", part, value);
    }
    let dates = [
        ("issue", certificate.issue),
        ("expiry", certificate.expiry),
        ("last-audit", certificate.last_audit),
    ];
    for (part, date) in dates {
        told.part("Q.asr.11", part, date.map(Value::Date));
    }
    told.choice("Q.asr.12", "exclusions", exclusions(certificate));
}

/// The line that describes the certificate; where several fit, the worst. The best one is only said
/// of what is known to be in a register and to include the operation.
fn standing(certificate: &Certificate, held: &Held) -> Option<&'static str> {
    let as_of = held.as_of();
    let is_expired = certificate.expiry.is_some_and(|expiry| as_of > expiry);
    let is_struck = matches!(
        certificate.register,
        Some(Register::Suspended | Register::Withdrawn)
    );
    let days = certificate
        .issue
        .zip(certificate.expiry)
        .map(|(issue, expiry)| (expiry - issue).num_days());
    let since_audit = certificate
        .audited()
        .map(|audited| (as_of - audited).num_days());
    let major_open = certificate
        .nonconformities
        .iter()
        .any(|nonconformity| nonconformity.open && nonconformity.grade == Grade::Major);
    let silent = [
        held.certificate_names_product(certificate),
        certificate.operation,
        certificate.regions,
    ];
    let is_known = certificate.register == Some(Register::Valid)
        && certificate.operation == Some(true)
        && certificate.audited().is_some();
    let line = if is_expired || is_struck {
        "lapsed"
    } else if certificate.is_of_old_edition() && as_of > end_of_2013() {
        "edition-2013"
    } else if matches!(
        certificate.accreditation,
        Some(Accreditation::None | Accreditation::Unrecognised)
    ) || certificate.body_sold == Some(BodySold::Consultancy)
    {
        "unaccredited"
    } else if silent.contains(&Some(false)) {
        "scope-silent"
    } else if certificate.register == Some(Register::NotFound)
        || certificate.accredited_for == Some(false)
        || certificate.expiry.is_none()
        || days.is_some_and(|days| days > TERM)
    {
        "unconfirmed"
    } else if matches!(certificate.holder_is, Some(Holder::Group | Holder::Other)) {
        "other-entity"
    } else if certificate.is_part == Some(true) || certificate.admin_sites == Some(false) {
        "partial"
    } else if since_audit.is_some_and(|days| days > AUDIT_WITH_GRACE) || major_open {
        "overdue"
    } else {
        return is_known.then_some("full");
    };
    Some(line)
}

fn exclusions(certificate: &Certificate) -> Option<&'static str> {
    let excluded = certificate.exclusions.as_deref();
    let any = |controls: &[&str]| {
        let exclusions = excluded.into_iter().flatten();
        exclusions
            .into_iter()
            .any(|exclusion| is_one_of(exclusion, controls))
    };
    if any(&CORE) {
        return Some("core");
    }
    let soa = certificate.soa?;
    if soa == Soa::Refused {
        return Some("refused");
    }
    if any(&SENSITIVE) {
        return Some("sensitive");
    }
    let bare = excluded
        .into_iter()
        .flatten()
        .any(|exclusion| exclusion.reason.is_none());
    if bare || is_other_version(certificate) {
        return Some("unclear");
    }
    excluded?;
    match soa {
        Soa::Summary | Soa::Refused => Some("summary"),
        Soa::Read => {
            let versions = certificate.soa_version.zip(certificate.soa_cited);
            versions.is_some().then_some("complete")
        }
    }
}
