//! An assessment with the same words in every field that somebody outside fills.

use idp_assay::assessment::Assessment;
use idp_assay::assessment::answer::{State, Value};
use idp_assay::assessment::document::{Document, Recorded};
use idp_assay::pack::Pack;

use crate::fixture::{Picks, filled};
use crate::sample;

/// The assessment with `words` in every field that somebody outside fills.
pub fn with(pack: &Pack, words: &str) -> Assessment {
    let mut assessment = filled(pack, Picks::Mixed);
    let words = || words.to_owned();
    assessment.vendor = words();
    assessment.product = words();
    assessment.assessor = Some(words());
    for response in assessment.answers.values_mut() {
        response.note = response.note.as_ref().map(|_| words());
        response.by = Some(words());
        match &mut response.state {
            State::Answered(value) => tell(value, &words()),
            State::Unknown(asked) => asked.who = words(),
            State::NotApplicable(reason) => {
                reason.reason = words();
                if let Some(approval) = &mut reason.approved {
                    approval.by = words();
                }
            }
            State::Open => {}
        }
    }
    assessment.documents = documents(pack, &words());
    for record in &mut assessment.evidence {
        record.reference = words();
        if record.kind.is_assurance_document() {
            record.tested_control = Some(words());
        }
        if let Some(file) = &mut record.file {
            file.path = words();
        }
    }
    assessment
}

/// A document of each kind, current and confirmed, with every text replaced.
fn documents(pack: &Pack, words: &str) -> Vec<Document> {
    let mut documents = sample::assessment(pack).documents;
    for document in &mut documents {
        document.reference = words.to_owned();
        if let Some(file) = &mut document.file {
            file.path = words.to_owned();
        }
        if let Some(confirmed) = &mut document.confirmed {
            confirmed.by = words.to_owned();
        }
        for excerpt in &mut document.read {
            excerpt.words = words.to_owned();
        }
        for (field, recorded) in &mut document.says {
            match recorded {
                Recorded::One(value) if field.as_str() != "report" => tell(value, words),
                Recorded::One(_) => {}
                Recorded::Rows(rows) => {
                    let values = rows.iter_mut().flatten();
                    let values = values.filter(|(column, _)| column.as_str() != "topic");
                    values.for_each(|(_, value)| tell(value, words));
                }
            }
        }
    }
    documents
}

fn tell(value: &mut Value, words: &str) {
    match value {
        Value::Text(text) => *text = words.to_owned(),
        Value::List(lines) => lines.iter_mut().for_each(|line| *line = words.to_owned()),
        Value::Parts(parts) => parts.values_mut().for_each(|value| tell(value, words)),
        _ => {}
    }
}
