//! What a result rests on: how much is answered, how much of that is more than asserted, and by what.

use std::collections::BTreeSet;

use super::{Material, terms};
use crate::assessment::evidence::EvidenceRecord;
use crate::pack::model::EvidenceKind;
use crate::pack::question::Role;
use crate::words::{Words, say};

/// How many answers there are, what they rest on, and what the evidence is.
pub fn basis(material: &Material) -> Vec<String> {
    let asked: Vec<_> = material
        .pack
        .questions()
        .filter(|question| material.live.asks(&question.id))
        .collect();
    let answered: Vec<_> = asked
        .iter()
        .filter(|question| material.is_answered(question))
        .collect();
    let scored: Vec<_> = answered
        .iter()
        .filter(|question| matches!(question.role, Role::Scored(_)))
        .collect();
    let backed = scored
        .iter()
        .filter(|question| material.is_backed(question));
    let words = material.words;
    let mut lines = vec![say!(
        words,
        "basis-answers",
        depth = terms::depth(words, material.assessment.depth),
        answered = answered.len(),
        asked = asked.len(),
        backed = backed.count(),
        scored = scored.len()
    )];
    lines.extend(documents(material));
    let no_evidence = material.assessment.evidence.is_empty() && lines.len() > 1;
    lines.extend((!no_evidence).then(|| evidence(material)));
    lines
}

/// The assurance documents that count, and how many do not; none when none is recorded.
fn documents(material: &Material) -> Option<String> {
    let all = &material.assessment.documents;
    let counting: Vec<String> = all
        .iter()
        .filter(|document| {
            material.reading.held.counts(&document.id) && material.follower(document).is_none()
        })
        .map(|document| format!("{} ({})", document.id, material.kind_of(document)))
        .collect();
    let (words, others) = (material.words, all.len() - counting.len());
    let documents = counting.join(", ");
    match (counting.as_slice(), others) {
        ([], 0) => None,
        ([], count) => Some(say!(words, "basis-documents-none", count)),
        (_, 0) => Some(say!(words, "basis-documents", documents)),
        _ => Some(say!(words, "basis-documents-more", documents, others)),
    }
}

/// How much there is of each kind, the strongest kind first.
fn evidence(material: &Material) -> String {
    let ladder = material.pack.model.evidence.ladder.keys().rev();
    let counted: Vec<String> = ladder
        .filter_map(|&kind| counted(material.words, kind, &material.assessment.evidence))
        .collect();
    match counted.is_empty() {
        true => say!(material.words, "basis-evidence-none"),
        false => say!(material.words, "basis-evidence", kinds = counted.join(", ")),
    }
}

/// How many documents of a kind there are; none when there is none.
///
/// An assurance document may be recorded once for each of its tests, and its records then share day
/// and period. Exports and tests of one day are different pieces of evidence.
fn counted(words: &Words, kind: EvidenceKind, evidence: &[EvidenceRecord]) -> Option<String> {
    let records = || evidence.iter().filter(|record| record.kind == kind);
    let all = records().count();
    let documents = if kind.is_assurance_document() {
        let days = records().map(|record| {
            let period = record.period.map(|period| (period.from, period.to));
            (record.date, period)
        });
        days.collect::<BTreeSet<_>>().len()
    } else {
        all
    };
    let kinds = terms::kinds(words, kind);
    match documents {
        0 => None,
        _ if documents == all => Some(format!("{kinds} {all}")),
        _ => Some(say!(
            words,
            "basis-in-records",
            kinds,
            documents,
            records = all
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{assessment, pack_with};

    const REPORT: &str =
        "kind: soc2_t2, from: vendor, reference: R, supports: all, date: 2026-04-01";

    /// What is counted of Type II reports that are recorded with these periods.
    fn reports(periods: &[&str]) -> Option<String> {
        let records = periods.iter().enumerate();
        let records: Vec<String> = records
            .map(|(at, period)| format!("{{id: E{at}, {REPORT}, period: {period}}}"))
            .collect();
        let told = format!("evidence: [{}]", records.join(", "));
        let told = assessment(&pack_with(&[]), &told);
        counted(
            Words::of(crate::pack::language::Language::English),
            EvidenceKind::Soc2T2,
            &told.evidence,
        )
    }

    const LAST: &str = "{from: 2025-04-01, to: 2026-03-31}";
    const BEFORE: &str = "{from: 2024-04-01, to: 2025-03-31}";

    #[test]
    fn a_report_recorded_for_each_of_its_tests_is_one_report() {
        let counted = reports(&[LAST, LAST, LAST]);
        assert_eq!(counted.as_deref(), Some("SOC 2 Type II 1 (in 3 records)"));
    }

    #[test]
    fn reports_on_two_periods_are_two() {
        assert_eq!(reports(&[LAST, BEFORE]).as_deref(), Some("SOC 2 Type II 2"));
    }

    #[test]
    fn what_is_not_recorded_is_not_counted() {
        assert_eq!(reports(&[]), None);
    }
}
