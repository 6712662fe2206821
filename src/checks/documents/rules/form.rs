//! What kind of report it is, and whether its form lets it count at all.

use super::{Found, when};
use crate::assessment::document::other::{OfferedFor, Summary};
use crate::assessment::document::soc2::{Assertion, HeldCopy, Signature, Soc2, Subject};
use crate::checks::documents::held::Held;
use crate::pack::document::DocumentKind;
use crate::pack::question::Severity;
use crate::words::say;

/// RF-S-01: a summary where a SOC 2 report was asked for.
pub(super) fn summary_instead(held: &Held) -> Vec<Found> {
    let offered = held.summaries.iter().filter(|summary| {
        matches!(
            summary.document.kind,
            DocumentKind::Soc3 | DocumentKind::Statement
        ) && matches!(
            summary.offered_for,
            Some(OfferedFor::Soc2 | OfferedFor::Security)
        )
    });
    let found = offered.map(|summary| {
        let reference = &summary.document.reference;
        let message = say!(held.words(), "rf-s-01", reference);
        Found::new(Severity::High, "offered-for", message).in_document(&summary.document.id)
    });
    found.collect()
}

/// RF-S-02: the report of another company, or a summary of one that is offered instead.
pub(super) fn other_company(held: &Held) -> Vec<Found> {
    let reports = held.current_reports();
    let reports = reports
        .iter()
        .filter(|report| !held.another_counts(report.document))
        .map(|report| (report.document, report.subject));
    let is_offered = |summary: &&Summary| {
        let offered = summary.offered_for;
        matches!(offered, Some(OfferedFor::Soc2 | OfferedFor::Security))
    };
    let summaries = held.summaries.iter().filter(is_offered);
    let summaries = summaries.map(|summary| (summary.document, summary.subject));
    let others = reports
        .chain(summaries)
        .filter(|(_, subject)| *subject == Some(Subject::Other));
    let found = others.map(|(document, _)| {
        let reference = &document.reference;
        let message = say!(held.words(), "rf-s-02", reference);
        Found::new(Severity::Critical, "subject", message).in_document(&document.id)
    });
    found.collect()
}

/// RF-S-03: SOC 1 for questions of security.
pub(super) fn soc1_instead(held: &Held) -> Vec<Found> {
    let offered = held.summaries.iter().filter(|summary| {
        summary.document.kind == DocumentKind::Soc1
            && summary
                .offered_for
                .is_some_and(|offered| offered != OfferedFor::Nothing)
    });
    let found = offered.map(|summary| {
        let message = say!(held.words(), "rf-s-03");
        Found::new(Severity::High, "offered-for", message).in_document(&summary.document.id)
    });
    found.collect()
}

/// RF-S-04: nothing but a Type I.
pub(super) fn type_one_only(report: &Soc2, held: &Held) -> Vec<Found> {
    let mut reports = held.reports.iter();
    let has_type_two = reports.any(|it| it.is_type_two() && held.counts(&it.document.id));
    when(!report.is_type_two() && !has_type_two, || {
        match (report.first_year, report.type_two_begun) {
            (Some(true), Some(true)) => Found::new(
                Severity::Medium,
                "type-two-begun",
                say!(held.words(), "rf-s-04-begun"),
            ),
            _ => Found::new(Severity::High, "as-of", say!(held.words(), "rf-s-04")),
        }
    })
}

/// RF-S-28: formally impossible or incomplete; a report without the security category is no SOC 2
/// report.
pub(super) fn void(report: &Soc2, held: &Held) -> Vec<Found> {
    let (mut found, words) = (vec![], held.words());
    let mut add = |field, message| {
        found.push(Found::new(Severity::Critical, field, message));
    };
    if let (Some(dated), Some(end)) = (report.report_date, report.end())
        && dated < end
    {
        let (dated, end) = (words.date(dated), words.date(end));
        let message = match report.is_type_two() {
            true => say!(words, "rf-s-28-before-its-end", dated, end),
            false => say!(words, "rf-s-28-before-its-day", dated, end),
        };
        add("report-date", message);
    }
    match report.signature {
        Some(Signature::Unsigned) => add("signature", say!(words, "rf-s-28-unsigned")),
        Some(Signature::Undated) => add("signature", say!(words, "rf-s-28-undated")),
        Some(Signature::Complete) | None => {}
    }
    if let Some(categories) = &report.categories
        && !categories.contains(&"security")
    {
        add("categories", say!(words, "rf-s-28-no-security"));
    }
    found
}

/// RF-S-30: management's assertion is missing, or about another system.
pub(super) fn assertion_missing(report: &Soc2, held: &Held) -> Vec<Found> {
    let message = match report.assertion {
        Some(Assertion::Missing) => say!(held.words(), "rf-s-30-missing"),
        Some(Assertion::OtherSystem) => say!(held.words(), "rf-s-30-other-system"),
        Some(Assertion::Present) | None => return vec![],
    };
    vec![Found::new(Severity::High, "assertion", message)]
}

/// RF-S-39: a redacted copy or an extract.
pub(super) fn not_complete(report: &Soc2, held: &Held) -> Vec<Found> {
    let message = match report.copy {
        Some(HeldCopy::Redacted) => say!(held.words(), "rf-s-39-redacted"),
        Some(HeldCopy::Extract) => say!(held.words(), "rf-s-39-extract"),
        Some(HeldCopy::Complete) | None => return vec![],
    };
    vec![Found::new(Severity::Medium, "copy", message)]
}
