//! What holds of every claim and every fact: no file makes a vendor better than its word, and nothing that is
//! missing passes.

use idp_assay::assessment::answer::{Duration, Response, State, Value};
use idp_assay::assessment::evidence::{EvidenceRecord, Origin, Supports};
use idp_assay::assessment::{Assessment, reader};
use idp_assay::built_in;
use idp_assay::checks::claims::Verdict;
use idp_assay::evidence::fact::{Basis, Fact, FactValue, Limit, Place};
use idp_assay::evidence::reading::{AsOf, AsOfSource, Reading};
use idp_assay::pack::Pack;
use idp_assay::pack::answer::{AnswerKind, Form, Unit};
use idp_assay::pack::fact::{FactKind, FactLink};
use idp_assay::pack::model::EvidenceKind;
use idp_assay::pack::question::Question;
use idp_assay::score::{AssessmentScore, score_assessment};
use idp_assay::source::Source;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn empty(pack: &Pack) -> Assessment {
    let text = "format: 1\nvendor: V\nproduct: P\npacks: [{id: idp, version: 1.0.0}]\nmodel: irm-1.0.0\n\
                depth: full\nas_of: 2026-11-20\n";
    reader::read(&Source::new("t.yaml", text), pack, None).expect("it is an assessment")
}

/// A link of a question to a fact, by its number.
fn link<'p>(pack: &'p Pack, at: &Index) -> (&'p Question, &'p FactLink) {
    let links = pack.questions().flat_map(|question| {
        let links = question.facts.iter();
        links.map(move |link| (question, link))
    });
    let links: Vec<_> = links.collect();
    links[at.index(links.len())]
}

fn kind<'p>(question: &'p Question, link: &FactLink) -> &'p AnswerKind {
    match (&question.form, &link.part) {
        (Form::Single(kind), None) => kind,
        (Form::Parts(parts), Some(id)) => {
            let part = parts.iter().find(|part| part.id == *id);
            &part
                .expect("a checked pack names parts that are there")
                .kind
        }
        _ => panic!("a checked pack names a part where there are parts"),
    }
}

/// An answer of that kind, chosen by two numbers.
fn answer(kind: &AnswerKind, size: f64, at: &Index) -> Value {
    match kind {
        AnswerKind::Duration(_) => Value::Duration(Duration::Finite {
            amount: size,
            unit: Unit::Hours,
        }),
        AnswerKind::Count(_) => Value::Count(size as u64),
        AnswerKind::Percent(_) => Value::Percent(size.min(100.0)),
        AnswerKind::YesNo(_) => Value::YesNo(at.index(2) == 0),
        AnswerKind::Choice(options) => Value::Choice(options[at.index(options.len())].id.clone()),
        AnswerKind::Several(options) => {
            Value::Several(vec![options[at.index(options.len())].id.clone()])
        }
        other => panic!("no fact answers {other:?}"),
    }
}

/// A value of that kind.
fn value(kind: FactKind, size: f64, of: u64, limit: Limit) -> FactValue {
    match kind {
        FactKind::Duration if of.is_multiple_of(2) => FactValue::Duration(size * 3600.0),
        FactKind::Duration => FactValue::Limit(limit),
        FactKind::Count => FactValue::Count(size as u64),
        FactKind::Share => FactValue::Share {
            part: (size as u64).min(of),
            of,
        },
        FactKind::Set => FactValue::Set(["owner".to_owned(), "revoke".to_owned()].into()),
        FactKind::Holds => FactValue::Holds(of.is_multiple_of(2)),
        FactKind::Date => FactValue::Count(0),
    }
}

fn record(fact: Fact, origin: Origin) -> EvidenceRecord {
    let at = "2026-11-01T00:00:00Z".parse().expect("a moment");
    EvidenceRecord {
        id: "E1".into(),
        kind: match origin {
            Origin::Us => EvidenceKind::Verified,
            Origin::Vendor => EvidenceKind::ConfigExport,
        },
        origin,
        date: "2026-11-01".parse().expect("a day"),
        period: None,
        sample: None,
        exceptions: 0,
        qualified: false,
        directness: None,
        tested_control: None,
        reference: "f".to_owned(),
        file: None,
        copy: None,
        read: Some(Reading {
            family: "entra".to_owned(),
            format: "x".to_owned(),
            as_of: AsOf {
                at,
                by: AsOfSource::Artefact,
            },
            covers: None,
            facts: vec![fact],
            anomalies: vec![],
            partial: vec![],
            items: 1,
        }),
        planted: vec![],
        supports: Supports::Questions(vec![]),
    }
}

/// One claim and one fact: the score without and with the file.
#[derive(Debug)]
struct Case {
    bare: AssessmentScore,
    shown: AssessmentScore,
}

fn case() -> impl Strategy<Value = Case> {
    let sizes = (0.0..2000.0_f64, 0.0..2000.0_f64, 0_u64..30);
    let limits = select(vec![
        Limit::Unlimited,
        Limit::Unset,
        Limit::Unknown,
        Limit::Finite(60.0),
        Limit::Finite(1e9),
    ]);
    let bases = select(
        Basis::NAMES
            .iter()
            .map(|(_, basis)| *basis)
            .collect::<Vec<_>>(),
    );
    let told = (any::<Index>(), any::<Index>(), any::<bool>(), any::<bool>());
    (sizes, limits, bases, told).prop_map(
        |((claimed, found, of), limit, basis, (at, choice, is_whole, ours))| {
            let pack = built_in::pack();
            let (question, link) = link(&pack, &at);
            let said = answer(kind(question, link), claimed, &choice);
            let said = match &link.part {
                Some(part) => Value::Parts([(part.clone(), said)].into()),
                None => said,
            };
            let mut assessment = empty(&pack);
            let response = Response {
                state: State::Answered(said),
                note: None,
                by: None,
                on: None,
            };
            assessment.answers.insert(question.id.clone(), response);
            let bare = score_assessment(&pack, &assessment);
            let entry = pack
                .fact(&link.fact)
                .expect("a checked pack knows its facts");
            let value = value(entry.kind, found, of, limit);
            let mut fact = Fact::new(
                link.fact.as_str().to_owned(),
                value,
                basis,
                Place::default(),
            );
            fact.is_whole = is_whole;
            let origin = if ours { Origin::Us } else { Origin::Vendor };
            assessment.evidence.push(record(fact, origin));
            let shown = score_assessment(&pack, &assessment);
            Case { bare, shown }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_file_makes_a_vendor_better_than_its_word(case in case()) {
        let (bare, shown) = (case.bare.score.residual, case.shown.score.residual);
        prop_assert!(shown.low >= bare.low - 1e-9, "{} below {}", shown.low, bare.low);
    }

    #[test]
    fn only_what_is_confirmed_lowers_the_risk(case in case()) {
        let (bare, shown) = (case.bare.score.residual, case.shown.score.residual);
        let is_confirmed = case.shown.compared.iter().any(|row| row.verdict == Verdict::Confirmed);
        if !is_confirmed {
            prop_assert!(shown.point >= bare.point - 1e-9);
            prop_assert!(shown.high >= bare.high - 1e-9);
        }
    }

    #[test]
    fn what_is_not_set_or_not_readable_never_passes_nor_fails(case in case()) {
        for row in &case.shown.compared {
            if ["not set", "not readable"].contains(&row.found.as_str()) {
                prop_assert!(!matches!(row.verdict, Verdict::Confirmed | Verdict::Refuted), "{row:?}");
            }
        }
    }

    #[test]
    fn a_refuted_claim_is_a_finding_and_nothing_else_is(case in case()) {
        let is_refuted = case.shown.compared.iter().any(|row| row.verdict == Verdict::Refuted);
        let is_found = case.shown.findings.iter().any(|finding| finding.id.as_str() == "claim-refuted");
        prop_assert_eq!(is_refuted, is_found);
    }
}
