//! Claims against facts: every answer that an artefact speaks about, with both values and the place.

use serde::Serialize;

use super::{Material, print, terms};
use crate::checks::claims::{Compared, Verdict, place};
use crate::checks::series::{self, OBSERVED};
use crate::words::{Words, say};

/// The claims that artefacts speak about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Claims {
    /// What the rows come to, in one sentence.
    pub told: String,
    /// The rows by verdict, the worst first.
    pub groups: Vec<ClaimGroup>,
    /// Kinds of file of which there are several.
    pub series: Vec<SeriesRow>,
    /// What in the files is odd, or shows that they are not all there is.
    pub remarks: Vec<FileRemarks>,
}

/// The claims with one verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimGroup {
    /// The verdict as data names it.
    pub verdict: &'static str,
    /// The heading.
    pub title: String,
    /// What it means.
    pub meaning: String,
    /// The claims, in the order of the questionnaire.
    pub rows: Vec<ClaimRow>,
}

/// A claim held against a fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimRow {
    /// The question, and the part of it.
    pub question: String,
    /// What it is about.
    pub title: String,
    /// What was said; a dash where nothing is.
    pub claim: String,
    /// What the file shows.
    pub found: String,
    /// Why the verdict is no better and no worse.
    pub why: String,
    /// What the fact rests on.
    pub basis: String,
    /// The days that the files speak about, the first of each.
    pub as_of: Vec<String>,
    /// The evidence records.
    pub records: Vec<String>,
    /// The file, and where in it.
    pub place: String,
}

/// Several dated files of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeriesRow {
    /// Family and format.
    pub kind: String,
    /// The records, the oldest first.
    pub records: Vec<String>,
    /// First and last day.
    pub days: String,
    /// Share of the observation period, in percent.
    pub coverage: String,
    /// The longest time between two.
    pub gap: String,
    /// What they show together, one line for each thing.
    pub shows: Vec<String>,
}

/// What a reader of a file has to know.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FileRemarks {
    /// The record and what it is.
    pub record: String,
    /// The remarks.
    pub remarks: Vec<String>,
}

/// Verdicts in the order that readers need them.
const ORDER: [Verdict; 5] = [
    Verdict::Refuted,
    Verdict::Insufficient,
    Verdict::Confirmed,
    Verdict::Consistent,
    Verdict::NotComparable,
];

/// Most remarks of one file that are printed.
const REMARKS: usize = 6;

/// Writes down the claims that artefacts speak about; none where no artefact was read.
pub fn claims(material: &Material) -> Option<Claims> {
    let records = || material.assessment.evidence.iter();
    records().find(|record| record.read.is_some())?;
    let words = material.words;
    let groups: Vec<(Verdict, ClaimGroup)> = ORDER
        .into_iter()
        .map(|verdict| (verdict, group(material, verdict)))
        .filter(|(_, group)| !group.rows.is_empty())
        .collect();
    Some(Claims {
        told: told(words, &groups),
        groups: groups.into_iter().map(|(_, group)| group).collect(),
        series: series::series(words, material.assessment)
            .into_iter()
            .map(|each| series_row(words, each))
            .collect(),
        remarks: records()
            .filter_map(|record| {
                let read = record.read.as_ref()?;
                let odd = read.anomalies.iter().map(|odd| {
                    format!("{} ({})", words.remark(&odd.what), place(words, &odd.place))
                });
                let partial = read.partial.iter().map(|why| words.remark(why));
                let mut remarks: Vec<String> = partial.chain(odd).collect();
                let count = remarks.len().saturating_sub(REMARKS);
                remarks.truncate(REMARKS);
                if count > 0 {
                    remarks.push(say!(words, "claims-more-remarks", count));
                }
                (!remarks.is_empty()).then(|| FileRemarks {
                    record: format!("{} {}:", record.id, record.reference),
                    remarks,
                })
            })
            .collect(),
    })
}

fn group(material: &Material, verdict: Verdict) -> ClaimGroup {
    let words = material.words;
    let (title, meaning) = match verdict {
        Verdict::Refuted => (
            say!(words, "claims-refuted"),
            say!(words, "claims-refuted-meaning"),
        ),
        Verdict::Insufficient => (
            say!(words, "claims-insufficient"),
            say!(words, "claims-insufficient-meaning"),
        ),
        Verdict::Confirmed => (
            say!(words, "claims-confirmed"),
            say!(words, "claims-confirmed-meaning"),
        ),
        Verdict::Consistent => (
            say!(words, "claims-consistent"),
            say!(words, "claims-consistent-meaning"),
        ),
        Verdict::NotComparable => (
            say!(words, "claims-not-comparable"),
            say!(words, "claims-not-comparable-meaning"),
        ),
    };
    let compared = material.result.compared.iter();
    ClaimGroup {
        verdict: verdict.name(),
        title,
        meaning,
        rows: folded(words, compared.filter(|row| row.verdict == verdict)),
    }
}

fn told(words: &Words, groups: &[(Verdict, ClaimGroup)]) -> String {
    let counts = groups.iter().map(|(verdict, group)| {
        let count = group.rows.len();
        match verdict {
            Verdict::Refuted => say!(words, "claims-refuted-count", count),
            Verdict::Insufficient => say!(words, "claims-insufficient-count", count),
            Verdict::Confirmed => say!(words, "claims-confirmed-count", count),
            Verdict::Consistent => say!(words, "claims-consistent-count", count),
            Verdict::NotComparable => say!(words, "claims-not-comparable-count", count),
        }
    });
    let counts: Vec<String> = counts.collect();
    match counts.is_empty() {
        true => say!(words, "claims-told-none"),
        false => say!(words, "claims-told", counts = counts.join(", ")),
    }
}

/// Most places of one row that are printed.
const PLACES: usize = 4;

/// The rows, those of several files that say the same to one claim folded into one.
fn folded<'c>(words: &Words, compared: impl Iterator<Item = &'c Compared>) -> Vec<ClaimRow> {
    let mut groups: Vec<Vec<&Compared>> = vec![];
    for row in compared {
        let is_same = |group: &&mut Vec<&Compared>| {
            let first = group[0];
            (
                &first.question,
                &first.part,
                &first.fact,
                &first.why,
                first.basis,
            ) == (&row.question, &row.part, &row.fact, &row.why, row.basis)
        };
        match groups.iter_mut().find(is_same) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
        .iter()
        .map(|group| folded_row(words, group))
        .collect()
}

/// Texts in their order, each once, as many as are printed.
fn once<'t>(words: &Words, texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut once: Vec<String> = vec![];
    for text in texts {
        if !once.iter().any(|known| known == text) {
            once.push(text.to_owned());
        }
    }
    let count = once.len().saturating_sub(PLACES);
    once.truncate(PLACES);
    if count > 0 {
        once.push(say!(words, "claims-more", count));
    }
    once
}

fn folded_row(words: &Words, group: &[&Compared]) -> ClaimRow {
    let first = group[0];
    let part = first
        .part
        .as_ref()
        .map_or_else(String::new, |part| format!(", {part}"));
    let abouts = once(words, group.iter().filter_map(|row| row.about.as_deref()));
    let places: Vec<String> = group
        .iter()
        .map(|row| format!("{}, {}", row.reference, place(words, &row.place)))
        .collect();
    let records = group.iter().flat_map(|row| &row.records);
    ClaimRow {
        question: format!("{}{part}", first.question),
        title: match abouts.is_empty() {
            true => first.title.clone(),
            false => format!("{} ({})", first.title, abouts.join("; ")),
        },
        claim: first.claim.clone().unwrap_or_else(|| "–".to_owned()),
        found: once(words, group.iter().map(|row| row.found.as_str())).join("; "),
        why: first.why.clone(),
        basis: terms::basis(words, first.basis),
        as_of: {
            let days: Vec<String> = group.iter().map(|row| words.date(row.as_of)).collect();
            once(words, days.iter().map(String::as_str))
        },
        records: once(words, records.map(|id| id.as_str())),
        place: once(words, places.iter().map(String::as_str)).join("; "),
    }
}

fn series_row(words: &Words, series: series::Series) -> SeriesRow {
    let day = |at: Option<&(crate::pack::id::EvidenceId, chrono::NaiveDate)>| {
        at.map_or_else(String::new, |(_, day)| words.date(*day))
    };
    let (from, to) = (day(series.dated.first()), day(series.dated.last()));
    SeriesRow {
        days: say!(words, "period", from, to),
        records: series.dated.iter().map(|(id, _)| id.to_string()).collect(),
        coverage: say!(
            words,
            "series-coverage",
            share = print::percent(words, series.coverage / 100.0),
            days = OBSERVED.to_string()
        ),
        gap: print::days(words, series.longest_gap),
        shows: series.shows,
        kind: series.kind,
    }
}
