//! What kind of report it is, and whether its form lets it count at all.

use super::{Found, when};
use crate::assessment::document::other::{OfferedFor, Summary};
use crate::assessment::document::soc2::{Assertion, HeldCopy, Signature, Soc2, Subject};
use crate::checks::documents::held::Held;
use crate::pack::document::DocumentKind;
use crate::pack::question::Severity;

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
        let message = format!(
            "`{}` is no SOC 2 report: it shows no tests, no exceptions and no controls left to us",
            summary.document.reference
        );
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
        let message = format!(
            "`{}` speaks about the controls of another company, not about the vendor's service",
            document.reference
        );
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
        let message = "a SOC 1 report is about controls over financial reporting";
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
                "there is only a Type I report; the first Type II period has begun",
            ),
            _ => Found::new(
                Severity::High,
                "as-of",
                "there is only a Type I report: design on one day, nothing on operation",
            ),
        }
    })
}

/// RF-S-28: formally impossible or incomplete; a report without the security category is no SOC 2
/// report.
pub(super) fn void(report: &Soc2, _: &Held) -> Vec<Found> {
    let mut found = vec![];
    let mut add = |field, message: String| {
        found.push(Found::new(Severity::Critical, field, message));
    };
    if let (Some(dated), Some(end)) = (report.report_date, report.end())
        && dated < end
    {
        let what = if report.is_type_two() {
            "the end of its period"
        } else {
            "the day it speaks about"
        };
        add(
            "report-date",
            format!("the report is dated `{dated}`, before {what}, `{end}`"),
        );
    }
    match report.signature {
        Some(Signature::Unsigned) => add("signature", "the report bears no signature".to_owned()),
        Some(Signature::Undated) => add("signature", "the report bears no date".to_owned()),
        Some(Signature::Complete) | None => {}
    }
    if let Some(categories) = &report.categories
        && !categories.contains(&"security")
    {
        let message = "the security category is missing, without which it is no SOC 2 report";
        add("categories", message.to_owned());
    }
    found
}

/// RF-S-30: management's assertion is missing, or about another system.
pub(super) fn assertion_missing(report: &Soc2, _: &Held) -> Vec<Found> {
    let message = match report.assertion {
        Some(Assertion::Missing) => "management's assertion is missing",
        Some(Assertion::OtherSystem) => "management's assertion is about another system",
        Some(Assertion::Present) | None => return vec![],
    };
    vec![Found::new(Severity::High, "assertion", message)]
}

/// RF-S-39: a redacted copy or an extract.
pub(super) fn not_complete(report: &Soc2, _: &Held) -> Vec<Found> {
    let message = match report.copy {
        Some(HeldCopy::Redacted) => "lines of our copy are blacked out",
        Some(HeldCopy::Extract) => "we hold only an extract",
        Some(HeldCopy::Complete) | None => return vec![],
    };
    vec![Found::new(Severity::Medium, "copy", message)]
}
