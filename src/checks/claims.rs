//! Claims against facts: what the answers say, held against what the artefacts show.
//!
//! Each question names the facts that answer it. A fact refutes, confirms or leaves open, by its basis and
//! by how whole its file is; a missing field never passes. What is refuted counts as it was measured, and
//! stays visible with both values and the place. No fact lifts a claim.

mod judge;
mod outcome;
mod why;
mod wording;

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};

pub use self::outcome::{confirmed_by, measured};
pub use self::wording::{place, told};

use self::judge::{Ruling, Shown, judge};
use self::why::Why;
use super::answers::value_of;
use super::series::{self, Derived};
use super::{Axis, Finding, Place};
use crate::assessment::Assessment;
use crate::assessment::answer::{State, Value};
use crate::assessment::evidence::EvidenceRecord;
use crate::assessment::level::value_level;
use crate::evidence::fact::{self, Basis, Fact};
use crate::evidence::reading::Reading;
use crate::pack::Pack;
use crate::pack::answer::{AnswerKind, Form};
use crate::pack::fact::{Comparison, FactLink};
use crate::pack::id::{EvidenceId, FactId, FindingId, OptionId, PartId, QuestionId};
use crate::pack::question::{Question, Role, Severity};
use crate::words::{Words, say};

/// What a fact says to a claim, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It cannot be true.
    Refuted,
    /// The file does not settle it.
    Insufficient,
    /// There is nothing that it could be held against.
    NotComparable,
    /// It is not contradicted, and not proven.
    Consistent,
    /// It is proven, for what the file covers.
    Confirmed,
}

impl Verdict {
    /// Names as JSON writes them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("refuted", Self::Refuted),
        ("insufficient", Self::Insufficient),
        ("not comparable", Self::NotComparable),
        ("consistent", Self::Consistent),
        ("confirmed", Self::Confirmed),
    ];

    /// The name as JSON and the report write it.
    pub fn name(self) -> &'static str {
        crate::source::names::name_of(Self::NAMES, self)
    }
}

/// A claim held against a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The question.
    pub question: QuestionId,
    /// The part of it.
    pub part: Option<PartId>,
    /// The fact.
    pub fact: FactId,
    /// Name of the fact for readers.
    pub title: String,
    /// What the fact is about, such as a realm; none for the whole tenant.
    pub about: Option<String>,
    /// What was claimed, in words; none where nothing is.
    pub claim: Option<String>,
    /// What the file shows, in words.
    pub found: String,
    /// What the one says to the other.
    pub verdict: Verdict,
    /// Why the verdict is no better and no worse.
    pub why: String,
    /// The answer that takes the place of a refuted one.
    pub measured: Option<Value>,
    /// Share of the claim that the fact speaks about, 0 to 1: of several options that are claimed, by their
    /// levels, those it can tell.
    pub covers: f64,
    /// The evidence records that state the fact; several for a series.
    pub records: Vec<EvidenceId>,
    /// What the file is called.
    pub reference: String,
    /// Where in the file.
    pub place: fact::Place,
    /// What the fact rests on.
    pub basis: Basis,
    /// The day that the file speaks about.
    pub as_of: NaiveDate,
}

/// A fact and the records that state it.
struct Stated<'a> {
    fact: &'a Fact,
    family: &'a str,
    records: Vec<EvidenceId>,
    reference: String,
    planted: &'a [String],
    /// The day it speaks about.
    as_of: NaiveDate,
    /// The day of a newer file of its kind, where this one is older than the period that is looked at.
    superseded: Option<NaiveDate>,
}

/// Holds every answer against every fact that speaks about it, in the order of the questionnaire.
pub fn compare(pack: &Pack, assessment: &Assessment) -> Vec<Compared> {
    let words = Words::of(pack.language);
    let derived = series::derived(words, assessment);
    let stated = stated(assessment, &derived);
    if stated.is_empty() {
        return vec![];
    }
    let mut compared = vec![];
    for question in pack.questions() {
        for link in &question.facts {
            let of_link = stated.iter().filter(|stated| speaks(stated, link));
            let rows = of_link.filter_map(|stated| one(pack, assessment, (question, link), stated));
            for row in rows {
                // Several bounds on one fact say nothing twice where nothing is claimed.
                if row.verdict != Verdict::NotComparable || !compared.contains(&row) {
                    compared.push(row);
                }
            }
        }
    }
    doubted(words, &mut compared);
    compared
}

/// What one fact confirms is not confirmed where another refutes it, or where the same file leaves it open.
fn doubted(words: &Words, compared: &mut [Compared]) {
    let others = compared.to_vec();
    for row in compared
        .iter_mut()
        .filter(|row| row.verdict == Verdict::Confirmed)
    {
        let mut same = others
            .iter()
            .filter(|other| other.question == row.question && other.part == row.part);
        let doubt = same.find_map(|other| match other.verdict {
            Verdict::Refuted => Some(Why::RefutedElsewhere),
            Verdict::Insufficient if other.records == row.records => Some(Why::OpenInPart),
            _ => None,
        });
        if let Some(why) = doubt {
            row.verdict = Verdict::Consistent;
            row.why = why.said(words);
        }
    }
}

/// Share of a claim that a comparison speaks about.
fn covers(kind: &AnswerKind, claim: &Value, comparison: &Comparison) -> f64 {
    let told = match comparison {
        Comparison::Contains { of } => of,
        Comparison::Test(test) => &test.confirms,
        Comparison::AtMost { .. } | Comparison::AtLeast => return 1.0,
    };
    let (AnswerKind::Several(_), Value::Several(chosen)) = (kind, claim) else {
        return 1.0;
    };
    let level = |ids: Vec<OptionId>| value_level(kind, &Value::Several(ids)).unwrap_or(0.0);
    let all = level(chosen.clone());
    let told = chosen.iter().filter(|id| told.contains(id));
    match all > 0.0 {
        true => level(told.cloned().collect()) / all,
        false => 0.0,
    }
}

fn stated<'a>(assessment: &'a Assessment, derived: &'a [Derived]) -> Vec<Stated<'a>> {
    let of_record = |record: &'a EvidenceRecord| {
        let superseded = record
            .read
            .as_ref()
            .and_then(|read| superseded(assessment, read));
        let facts = record.read.iter().flat_map(|read| {
            let as_of = read.as_of.at.date_naive();
            let family = read.family.as_str();
            read.facts.iter().map(move |fact| (fact, family, as_of))
        });
        facts.map(move |(fact, family, as_of)| Stated {
            fact,
            family,
            records: vec![record.id.clone()],
            reference: record.reference.clone(),
            planted: &record.planted,
            as_of,
            superseded,
        })
    };
    let own = assessment.evidence.iter().flat_map(of_record);
    let of_series = derived.iter().map(|derived| Stated {
        fact: &derived.fact,
        family: "series",
        records: derived.records.clone(),
        reference: derived.reference.clone(),
        planted: &[],
        as_of: assessment.as_of,
        superseded: None,
    });
    own.chain(of_series).collect()
}

/// The day of the newest file of the same kind, where this one is older than the period that is looked at.
fn superseded(assessment: &Assessment, read: &Reading) -> Option<NaiveDate> {
    let day = |read: &Reading| read.as_of.at.date_naive();
    let is_old = assessment.as_of - day(read) > TimeDelta::days(series::OBSERVED as i64);
    let others = assessment.evidence.iter();
    let same = others
        .filter_map(|record| record.read.as_ref())
        .filter(|other| (&other.family, &other.format) == (&read.family, &read.format));
    let newest = same.map(day).max()?;
    (is_old && newest > day(read)).then_some(newest)
}

fn speaks(stated: &Stated, link: &FactLink) -> bool {
    let is_meant = link.families.is_empty()
        || stated.family == "series"
        || link.families.iter().any(|family| family == stated.family);
    stated.fact.name == link.fact.as_str() && is_meant
}

fn one(
    pack: &Pack,
    assessment: &Assessment,
    (question, link): (&Question, &FactLink),
    stated: &Stated,
) -> Option<Compared> {
    let kind = kind(question, link.part.as_ref())?;
    let (entry, words) = (pack.fact(&link.fact), Words::of(pack.language));
    let state = assessment.answers.get(&question.id).map(|held| &held.state);
    let claim = value_of(link.part.as_ref(), state);
    let ruling = match (claim, state) {
        (Some(claim), _) => {
            let shown = Shown {
                fact: stated.fact,
                planted: stated.planted,
                whole_days: entry.is_some_and(|entry| entry.whole_days),
                superseded: stated.superseded,
            };
            judge(kind, claim, shown, &link.comparison)?
        }
        (None, Some(State::Unknown(_))) => Ruling::open(Verdict::NotComparable, Why::VendorUnsure),
        (None, Some(State::NotApplicable(_))) => {
            Ruling::open(Verdict::NotComparable, Why::SetAside)
        }
        (None, _) => Ruling::open(Verdict::NotComparable, Why::NothingClaimed),
    };
    let ruling = match ruling.verdict {
        Verdict::Confirmed if !link.proves => {
            Ruling::open(Verdict::Consistent, Why::NothingAgainst)
        }
        _ => ruling,
    };
    Some(Compared {
        question: question.id.clone(),
        part: link.part.clone(),
        fact: link.fact.clone(),
        title: entry.map_or_else(String::new, |entry| entry.title.clone()),
        about: wording::about(words, stated.fact),
        claim: claim.map(|claim| wording::claim(words, kind, claim)),
        found: told(words, &stated.fact.value),
        verdict: ruling.verdict,
        why: ruling.why.said(words),
        measured: ruling.measured,
        covers: claim.map_or(0.0, |claim| covers(kind, claim, &link.comparison)),
        records: stated.records.clone(),
        reference: stated.reference.clone(),
        place: stated.fact.place.clone(),
        basis: stated.fact.basis,
        as_of: stated.as_of,
    })
}

/// What kind of answer a question or a part of it takes.
fn kind<'a>(question: &'a Question, part: Option<&PartId>) -> Option<&'a AnswerKind> {
    match (&question.form, part) {
        (Form::Single(kind), None) => Some(kind),
        (Form::Parts(parts), Some(id)) => {
            let part = parts.iter().find(|part| part.id == *id)?;
            Some(&part.kind)
        }
        _ => None,
    }
}

/// Id of the finding that a claim is refuted.
pub const REFUTED: &str = "claim-refuted";

/// The findings of refuted claims: one for each question or part of one, by its worst fact.
pub fn findings(pack: &Pack, compared: &[Compared]) -> Vec<Finding> {
    let mut worst: BTreeMap<(&QuestionId, Option<&PartId>), &Compared> = BTreeMap::new();
    for row in outcome::worst_first(pack, compared) {
        worst
            .entry((&row.question, row.part.as_ref()))
            .or_insert(row);
    }
    let refuted = worst.into_values();
    refuted.filter_map(|row| finding(pack, row)).collect()
}

fn finding(pack: &Pack, row: &Compared) -> Option<Finding> {
    let Role::Scored(scored) = &pack.question(&row.question)?.role else {
        return None;
    };
    let domain = pack.model.control(&scored.control);
    let words = Words::of(pack.language);
    Some(Finding {
        id: FindingId::new(REFUTED),
        red_flag: None,
        severity: match scored.gating {
            true => Severity::High,
            false => Severity::Medium,
        },
        axis: Axis::of_domain(domain.map_or("", |control| control.domain.as_str())),
        control: scored.control.clone(),
        place: Place::Artefact {
            question: row.question.clone(),
            part: row.part.clone(),
            record: row.records.first()?.clone(),
            at: row.place.clone(),
        },
        message: wording::refuted(words, row),
        remediation: say!(
            words,
            "refuted-remediation",
            control = scored.control.as_str()
        ),
        clause: say!(words, "refuted-clause"),
    })
}
