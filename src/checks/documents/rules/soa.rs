//! What the Statement of Applicability leaves out.

use super::{Found, when};
use crate::assessment::document::certificate::{Certificate, Exclusion, Soa};
use crate::checks::documents::held::Held;
use crate::pack::question::Severity;
use crate::words::say;

/// Controls of Annex A whose exclusion fails their topic (our judgement).
pub(in crate::checks::documents) const CORE: [&str; 11] = [
    "A.5.9", "A.5.15", "A.5.16", "A.5.17", "A.5.18", "A.5.23", "A.8.2", "A.8.3", "A.8.5", "A.8.15",
    "A.8.16",
];
/// Controls of Annex A that identity assurance leans on (our judgement).
pub(in crate::checks::documents) const SENSITIVE: [&str; 18] = [
    "A.5.1", "A.5.2", "A.5.3", "A.5.19", "A.5.20", "A.5.21", "A.5.22", "A.5.24", "A.5.26",
    "A.5.28", "A.5.33", "A.5.35", "A.6.5", "A.8.4", "A.8.9", "A.8.24", "A.8.31", "A.8.32",
];

/// Whether an exclusion names one of these controls; `5.16` means `A.5.16`.
pub(in crate::checks::documents) fn is_one_of(exclusion: &Exclusion, controls: &[&str]) -> bool {
    controls.contains(&annex_a(exclusion.control).as_str())
}

/// The number of a control as Annex A writes it, whatever words stand around it.
pub(in crate::checks::documents) fn annex_a(control: &str) -> String {
    let is_number =
        |word: &&str| word.contains('.') && word.starts_with(|it: char| it.is_ascii_digit());
    let mut words = control.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let number = words.find_map(|word| Some(word.trim_matches('.')).filter(is_number));
    match number {
        Some(number) => {
            let parts = number.split('.').map(|part| part.trim_start_matches('0'));
            format!("A.{}", parts.collect::<Vec<_>>().join("."))
        }
        None => control.trim().to_owned(),
    }
}

fn excluded(
    certificate: &Certificate,
    held: &Held,
    (severity, controls): (Severity, &[&str]),
) -> Vec<Found> {
    let exclusions = certificate.exclusions.iter().flatten();
    let meant = exclusions.filter(|exclusion| is_one_of(exclusion, controls));
    let found = meant.map(|exclusion| {
        let control = annex_a(exclusion.control);
        let message = say!(held.words(), "soa-excludes", control = &control);
        let topics = held.topics_of_control(&control);
        Found::new(severity, "exclusions", message).about(topics)
    });
    found.collect()
}

/// RF-I-10: refused.
pub(super) fn refused(certificate: &Certificate, held: &Held) -> Vec<Found> {
    when(certificate.soa == Some(Soa::Refused), || {
        let message = say!(held.words(), "rf-i-10");
        Found::new(Severity::High, "soa", message)
    })
}

/// RF-I-11: another version than the one certified.
pub(super) fn other_version(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let versions = certificate.soa_version.zip(certificate.soa_cited);
    let dates = certificate.soa_date.zip(certificate.soa_cited_date);
    let version = versions.filter(|(read, cited)| number(read) != number(cited));
    let found = match (version, dates.filter(|(read, cited)| read != cited)) {
        (Some((read, cited)), _) => Found::new(
            Severity::Medium,
            "soa-version",
            say!(held.words(), "rf-i-11-version", read, cited),
        ),
        (None, Some((read, cited))) => {
            let (read, cited) = (held.words().date(read), held.words().date(cited));
            let message = say!(held.words(), "rf-i-11-date", read, cited);
            Found::new(Severity::Medium, "soa-date", message)
        }
        (None, None) => return vec![],
    };
    vec![found]
}

/// Whether we read another version than the certificate names.
pub(in crate::checks::documents) fn is_other_version(certificate: &Certificate) -> bool {
    let versions = certificate.soa_version.zip(certificate.soa_cited);
    let dates = certificate.soa_date.zip(certificate.soa_cited_date);
    versions.is_some_and(|(read, cited)| number(read) != number(cited))
        || dates.is_some_and(|(read, cited)| read != cited)
}

/// A version without the words around it.
fn number(version: &str) -> String {
    let digits = version.trim().to_lowercase();
    let digits = digits.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    digits.trim().to_owned()
}

/// RF-I-12: a core control on identity is excluded.
pub(super) fn core_excluded(certificate: &Certificate, held: &Held) -> Vec<Found> {
    excluded(certificate, held, (Severity::Critical, &CORE))
}

/// RF-I-13: a control that identity assurance leans on is excluded.
pub(super) fn sensitive_excluded(certificate: &Certificate, held: &Held) -> Vec<Found> {
    excluded(certificate, held, (Severity::High, &SENSITIVE))
}

/// RF-I-14: excluded without a reason.
pub(super) fn no_reason(certificate: &Certificate, held: &Held) -> Vec<Found> {
    let exclusions = certificate.exclusions.iter().flatten();
    let bare = exclusions.filter(|exclusion| exclusion.reason.is_none());
    let found = bare.map(|exclusion| {
        let control = annex_a(exclusion.control);
        let message = say!(held.words(), "rf-i-14", control = &control);
        let topics = held.topics_of_control(&control);
        Found::new(Severity::Medium, "exclusions", message).about(topics)
    });
    found.collect()
}
