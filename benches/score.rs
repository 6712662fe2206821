//! How long the score takes: the model alone, and with everything around it.
//!
//! The whole built-in questionnaire is answered, half of it well, with a report, a certificate, an
//! export and a test behind the answers. The aim for `core` is 50 µs.

use std::collections::BTreeMap;
use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use idp_assay::assessment::Assessment;
use idp_assay::assessment::answer::{Duration, Period, Response, State, Value};
use idp_assay::assessment::evidence::{EvidenceRecord, Origin, Supports};
use idp_assay::built_in;
use idp_assay::pack::Pack;
use idp_assay::pack::answer::{AnswerKind, Form, Unit};
use idp_assay::pack::id::QuestionId;
use idp_assay::pack::model::{Band, EvidenceKind};
use idp_assay::pack::question::Depth;
use idp_assay::score::simulation::simulate;
use idp_assay::score::whatif::{plan, what_if};
use idp_assay::score::{assess, score_assessment};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn value(kind: &AnswerKind, good: bool) -> Value {
    match kind {
        AnswerKind::Choice(options) => {
            let at = if good { 0 } else { options.len() - 1 };
            Value::Choice(options[at].id.clone())
        }
        AnswerKind::Several(options) => {
            Value::Several(options.iter().map(|option| option.id.clone()).collect())
        }
        AnswerKind::YesNo(_) => Value::YesNo(good),
        AnswerKind::Duration(_) => Value::Duration(Duration::Finite {
            amount: 1.0,
            unit: Unit::Hours,
        }),
        AnswerKind::Count(_) => Value::Count(3),
        AnswerKind::Percent(_) => Value::Percent(80.0),
        AnswerKind::Date => Value::Date(day(2026, 1, 1)),
        AnswerKind::Period => Value::Period(period()),
        AnswerKind::List => Value::List(vec!["one".to_owned()]),
        AnswerKind::Text => Value::Text("text".to_owned()),
    }
}

fn period() -> Period {
    Period {
        from: day(2025, 1, 1),
        to: day(2025, 12, 31),
    }
}

fn answer(form: &Form, good: bool) -> Response {
    let value = match form {
        Form::Single(kind) => value(kind, good),
        Form::Parts(parts) => {
            let each = parts.iter();
            Value::Parts(
                each.map(|part| (part.id.clone(), value(&part.kind, good)))
                    .collect(),
            )
        }
    };
    Response {
        state: State::Answered(value),
        note: None,
        by: None,
        on: None,
    }
}

fn record(kind: EvidenceKind, supports: Supports) -> EvidenceRecord {
    EvidenceRecord {
        id: format!("{kind:?}").as_str().into(),
        kind,
        origin: Origin::Vendor,
        date: day(2026, 5, 1),
        period: (kind == EvidenceKind::Soc2T2).then(period),
        sample: None,
        exceptions: u32::from(kind == EvidenceKind::Soc2T2),
        qualified: false,
        directness: None,
        tested_control: None,
        reference: "reference".to_owned(),
        file: None,
        copy: None,
        read: None,
        planted: vec![],
        supports,
    }
}

fn full_assessment(pack: &Pack) -> Assessment {
    let answers: BTreeMap<QuestionId, Response> = pack
        .questions()
        .enumerate()
        .map(|(at, question)| (question.id.clone(), answer(&question.form, at % 2 == 0)))
        .collect();
    let some = |skip| Supports::Questions(answers.keys().skip(skip).step_by(3).cloned().collect());
    Assessment {
        vendor: "Vendor".to_owned(),
        product: "Product".to_owned(),
        assessor: None,
        language: Default::default(),
        packs: vec![],
        model: pack.model.version.clone(),
        depth: Depth::Full,
        as_of: day(2026, 6, 30),
        documents: vec![],
        evidence: vec![
            record(EvidenceKind::Soc2T2, Supports::All),
            record(EvidenceKind::Iso27001, Supports::All),
            record(EvidenceKind::ConfigExport, some(0)),
            record(EvidenceKind::Verified, some(1)),
        ],
        answers,
    }
}

fn benchmark(criterion: &mut Criterion) {
    let pack = built_in::pack();
    let assessment = full_assessment(&pack);
    let scored = score_assessment(&pack, &assessment);
    let case = scored.case(&pack.model);
    criterion.bench_function("core", |b| b.iter(|| assess(black_box(&case))));
    criterion.bench_function("assessment", |b| {
        b.iter(|| score_assessment(black_box(&pack), black_box(&assessment)))
    });
    criterion.bench_function("what-if", |b| b.iter(|| what_if(black_box(&case))));
    criterion.bench_function("plan", |b| b.iter(|| plan(black_box(&case), Band::Low)));
    criterion.bench_function("simulation", |b| b.iter(|| simulate(black_box(&case))));
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
