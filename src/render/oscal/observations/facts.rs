//! What artefacts show about claims: one observation for each fact that refutes or confirms one.

use super::super::Case;
use super::super::assets::{about_service, by_program};
use super::super::common::Prop;
use super::super::text::{Line, Moment, Prose};
use super::{DISCOVERY, Method, OBJECTIVE, Observation, fact, methods, record, relevant, settled};
use crate::checks::claims::{Compared, Verdict};

/// One observation for each fact that settles a claim, in the order of the questionnaire.
pub fn facts(case: &Case) -> Vec<Observation> {
    settled(case)
        .map(|(at, row)| observation(case, at, row))
        .collect()
}

fn observation(case: &Case, at: usize, row: &Compared) -> Observation {
    let records = row.records.iter().filter_map(|id| record(case, id));
    let claim = row.claim.as_deref().unwrap_or("nothing");
    Observation {
        uuid: fact(case, at),
        title: Line::new(&format!("{}: {}", row.question, row.title)),
        description: Prose::of(&[
            format!("Claimed: {claim}"),
            format!("Found: {} ({})", row.found, row.why),
            format!("Where: {}, {}", row.reference, row.place),
        ]),
        props: props(row),
        methods: methods(
            std::iter::once(Method::Examine).chain(records.map(|record| Method::of(record.kind))),
        ),
        types: vec![match row.verdict {
            Verdict::Refuted => DISCOVERY,
            _ => OBJECTIVE,
        }],
        origins: vec![by_program(case)],
        subjects: about_service(case),
        relevant_evidence: row
            .records
            .iter()
            .filter_map(|id| relevant(case, id))
            .collect(),
        collected: Moment::new(row.as_of),
        expires: None,
    }
}

fn props(row: &Compared) -> Vec<Prop> {
    let mut props = vec![
        Prop::new("question", &row.question),
        Prop::new("fact", &row.fact),
        Prop::new("outcome", row.verdict.name()),
        Prop::new("basis", row.basis.name()),
        Prop::new("place", &row.place),
    ];
    if let Some(part) = &row.part {
        props.push(Prop::new("part", part));
    }
    if let Some(about) = &row.about {
        props.push(Prop::new("about", about));
    }
    props
}
