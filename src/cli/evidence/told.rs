//! What is told about evidence that is added, in the words of the questionnaire: what it supports, what was
//! planted; and what is told back.

use std::collections::BTreeSet;

use super::add::usage;
use crate::assessment::evidence::{EvidenceRecord, Supports};
use crate::checks::claims::{Compared, Verdict};
use crate::cli::Failure;
use crate::pack::Pack;
use crate::pack::fact::{Comparison, FactLink};
use crate::pack::id::{OptionId, QuestionId};
use crate::source::nearest;

/// The questions that are named, each once.
pub(super) fn supports(pack: &Pack, names: &[String]) -> Result<Supports, Failure> {
    if names.iter().any(|name| name == "all") {
        return match names.iter().all(|name| name == "all") {
            true => Ok(Supports::All),
            false => Err(usage(
                "`all` stands alone".to_string(),
                "leave out `all`, or the questions beside it",
            )),
        };
    }
    let mut ids: Vec<QuestionId> = vec![];
    for name in names {
        let id = QuestionId::new(name.as_str());
        if pack.question(&id).is_none() {
            let known = pack.questions().map(|question| question.id.as_str());
            let help = match nearest(name, known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`idp-assay questions` prints every question".to_string(),
            };
            return Err(usage(format!("unknown question `{name}`"), &help));
        }
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(Supports::Questions(ids))
}

/// The events that are named, each once: options that a log can be asked for.
pub(super) fn planted(pack: &Pack, names: &[String]) -> Result<Vec<String>, Failure> {
    let links = pack.questions().flat_map(|question| &question.facts);
    let known: BTreeSet<&str> = links
        .flat_map(options)
        .map(|option| option.as_str())
        .collect();
    let mut planted: Vec<String> = vec![];
    for name in names {
        if !known.contains(name.as_str()) {
            let help = match nearest(name, known.iter().copied()).filter(|_| !name.is_empty()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let known: Vec<&str> = known.iter().copied().collect();
                    format!("known are {}", known.join(", "))
                }
            };
            return Err(usage(
                format!("`{name}` is nothing that can be planted"),
                &help,
            ));
        }
        if !planted.contains(name) {
            planted.push(name.clone());
        }
    }
    Ok(planted)
}

/// The options whose absence from a fact a link can speak about.
fn options(link: &FactLink) -> &[OptionId] {
    match &link.comparison {
        Comparison::Contains { of } => of,
        Comparison::AtMost { .. } | Comparison::AtLeast | Comparison::Test(_) => &[],
    }
}

/// What is told back of a record; `compared` is every claim held against facts.
pub(super) fn recorded(record: &EvidenceRecord, compared: &[Compared]) -> String {
    let Some(read) = &record.read else {
        return format!("recorded as {}", record.id);
    };
    let own = compared
        .iter()
        .filter(|row| row.records.contains(&record.id));
    let verdicts: Vec<Verdict> = own.map(|row| row.verdict).collect();
    let count = |wanted: Verdict| {
        verdicts
            .iter()
            .filter(|verdict| **verdict == wanted)
            .count()
    };
    let told = [
        Verdict::Refuted,
        Verdict::Insufficient,
        Verdict::Confirmed,
        Verdict::Consistent,
    ]
    .map(|verdict| (verdict.name(), count(verdict)));
    let told: Vec<String> = told
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| format!("{count} {name}"))
        .collect();
    let claims = match told.is_empty() {
        true => "no claim stands against it".to_owned(),
        false => format!("claims: {}", told.join(", ")),
    };
    format!(
        "recorded as {}: {} ({}), {} facts; {claims}",
        record.id,
        read.family,
        read.format,
        read.facts.len()
    )
}
