//! The fields of a SOC 2 report.

use super::document::Document;
use super::found::{Found, Weight};
use super::{
    Kind, Proposals, Proposed, assertion, entity_controls, exceptions, incidents, opinion, parties,
    period, scope, signature,
};

/// Proposes the fields of a report of `kind`, in the order of their form.
pub(super) fn propose(document: &Document, kind: Kind, to: &mut Proposals) {
    let last_day = if kind == Kind::Soc2T1 {
        let as_of = period::find_as_of(document);
        let last = as_of.as_ref().map(|found| found.value);
        to.add("as-of", as_of, Proposed::Date);
        last
    } else {
        let span = period::find(document);
        let last = span.as_ref().map(|found| found.value.to);
        to.add("period", span, |span| Proposed::Period {
            from: span.from,
            to: span.to,
        });
        last
    };
    // A day that is not under a signature may be any; before the end of the period it is another.
    let date = signature::date(document).filter(|found| {
        found.weight == Weight::Stated || last_day.is_none_or(|last| found.value > last)
    });
    let auditor = signature::auditor(document);
    let signature = signature::complete(date.as_ref(), auditor.as_ref());
    to.add("report-date", date, Proposed::Date);
    to.add("signature", signature, Proposed::Choice);
    let found = opinion::find(document);
    let is_qualified = found
        .as_ref()
        .is_some_and(|found| found.value == "qualified");
    to.add("opinion", found, Proposed::Choice);
    if is_qualified {
        to.add(
            "opinion-criteria",
            opinion::criteria(document),
            Proposed::List,
        );
    }
    to.add("emphasis", opinion::emphasis(document), Proposed::Text);
    to.add("categories", scope::categories(document), Proposed::Several);
    let system = scope::system(document);
    let names = system.as_ref().map_or(&[][..], |found| &found.value);
    let assertion = assertion::find(document, names);
    to.add("system", system, Proposed::List);
    to.add("assertion", assertion, Proposed::Choice);
    to.add("auditor", auditor, Proposed::Text);
    let found = exceptions::find(document);
    rows(to, "has-exceptions", found.has, "exceptions", found.rows);
    let found = entity_controls::find(document);
    rows(
        to,
        "has-entity-controls",
        found.has,
        "entity-controls",
        found.rows,
    );
    let found = parties::find(document);
    rows(to, "has-subservice", found.has, "subservice", found.rows);
    let found = incidents::find(document);
    rows(to, "has-incidents", found.has, "incidents", found.rows);
    to.add(
        "points-of-focus",
        scope::points_of_focus(document),
        Proposed::Choice,
    );
}

fn rows(
    to: &mut Proposals,
    whether: &'static str,
    has: Option<Found<bool>>,
    field: &'static str,
    rows: Vec<Found<Vec<(&'static str, Proposed)>>>,
) {
    to.add(whether, has, Proposed::YesNo);
    for row in rows {
        to.add(field, Some(row), Proposed::Row);
    }
}
