//! What assurance documents say: one observation for each that is confirmed, and one for each red flag.

use chrono::NaiveDate;

use super::super::Case;
use super::super::assets::{about_service, by_assessor, by_program};
use super::super::common::Prop;
use super::super::text::{Line, Moment, Prose};
use super::{DISCOVERY, Method, OBJECTIVE, Observation, flag, methods, relevant};
use crate::assessment::document::Document;
use crate::checks::{Finding, Place};
use crate::report::documents::DocumentRow;
use crate::report::print::plain;

/// One observation for each confirmed document, in the order recorded.
pub fn documents(case: &Case) -> Vec<Observation> {
    let rows = case.report.documents.iter().flat_map(|it| &it.documents);
    rows.filter_map(|row| {
        let document = case.given.document(&row.id.as_str().into())?;
        let confirmed = document.confirmed.as_ref()?;
        Some(observation(case, document, row, confirmed.on))
    })
    .collect()
}

fn observation(case: &Case, document: &Document, row: &DocumentRow, on: NaiveDate) -> Observation {
    let mut words = vec![row.counts_as.clone()];
    words.extend(row.dates.iter().chain(&row.standing).cloned());
    if let (Some(day), Some(because)) = (&row.stops, &row.because) {
        words.push(format!("It stops counting on {day}: {because}."));
    }
    let stops = row.stops.as_ref().and_then(|day| day.parse().ok());
    Observation {
        uuid: case.ids.passing("document", document.id.as_str()),
        title: Line::new(&format!("{}: {}", row.id, row.kind)),
        description: Prose::of(&words),
        props: vec![
            Prop::new("document", &document.id),
            Prop::new("kind", document.kind.name()),
        ],
        methods: methods([Method::Examine]),
        types: vec![OBJECTIVE],
        origins: vec![by_assessor(case)],
        subjects: about_service(case),
        relevant_evidence: relevant(case, &document.id).into_iter().collect(),
        collected: Moment::new(on),
        expires: stops.map(Moment::new),
    }
}

/// One observation for each red flag that documents raise, in the order of the findings.
pub fn flags(case: &Case) -> Vec<Observation> {
    let findings = case.result.findings.iter().enumerate();
    findings
        .filter_map(|(at, finding)| match &finding.place {
            Place::Document { document, field } => {
                let document = document.as_ref().and_then(|id| case.given.document(id));
                Some(raised(case, (at, finding), document, field))
            }
            Place::Answer { .. } | Place::Artefact { .. } => None,
        })
        .collect()
}

fn raised(
    case: &Case,
    (at, finding): (usize, &Finding),
    document: Option<&Document>,
    field: &str,
) -> Observation {
    let confirmed = document.and_then(|document| document.confirmed.as_ref());
    let day = confirmed.map_or(case.given.as_of, |confirmed| confirmed.on);
    let mut props = vec![
        Prop::new("red-flag", &finding.id),
        Prop::new("field", field),
        Prop::new("control", &finding.control),
    ];
    props.extend(document.map(|document| Prop::new("document", &document.id)));
    Observation {
        uuid: flag(case, at),
        title: Line::new(&format!("{}: {}", finding.id, finding.place)),
        description: Prose::new(&plain(&finding.message)),
        props,
        methods: methods([Method::Examine]),
        types: vec![DISCOVERY],
        origins: vec![by_program(case)],
        subjects: about_service(case),
        relevant_evidence: document
            .and_then(|document| relevant(case, &document.id))
            .into_iter()
            .collect(),
        collected: Moment::new(day),
        expires: None,
    }
}
