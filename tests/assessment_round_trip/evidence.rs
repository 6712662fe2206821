//! Random evidence that supports questions of a pack.

use chrono::{DateTime, Utc};
use idp_assay::assessment::evidence::{EvidenceFile, EvidenceRecord, Origin, Supports};
use idp_assay::evidence::fact::{Basis, Fact, FactValue, Limit, Place};
use idp_assay::evidence::reading::{Anomaly, AsOf, AsOfSource, Covers, Reading};
use idp_assay::pack::Pack;
use idp_assay::pack::id::{EvidenceId, QuestionId};
use idp_assay::pack::language::Language;
use idp_assay::pack::model::{EvidenceKind, Relevance};
use idp_assay::words::Words;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::simple::{day, period, text};

fn file() -> impl Strategy<Value = EvidenceFile> {
    (text(), "[0-9a-f]{64}").prop_map(|(path, sha256)| EvidenceFile { path, sha256 })
}

fn names<T: Copy>(names: &[(&str, T)]) -> Vec<T> {
    names.iter().map(|&(_, value)| value).collect()
}

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..1_700_000_000, 0_u32..1000).prop_map(|(seconds, millis)| {
        DateTime::from_timestamp(seconds, millis * 1_000_000).expect("it is a moment")
    })
}

fn value() -> impl Strategy<Value = FactValue> {
    let seconds = (0_u64..4_000_000_000, 0_u8..8)
        .prop_map(|(whole, eighths)| whole as f64 + f64::from(eighths) / 8.0);
    let limit = prop_oneof![
        seconds.clone().prop_map(Limit::Finite),
        select(vec![Limit::Unlimited, Limit::Unset, Limit::Unknown]),
    ];
    prop_oneof![
        seconds.prop_map(FactValue::Duration),
        limit.prop_map(FactValue::Limit),
        (0_u64..1 << 50).prop_map(FactValue::Count),
        moment().prop_map(FactValue::Date),
        vec(text(), 0..4).prop_map(|names| FactValue::Set(names.into_iter().collect())),
        (0_u64..1000, 0_u64..1000).prop_map(|(part, more)| FactValue::Share {
            part,
            of: part + more
        }),
        any::<bool>().prop_map(FactValue::Holds),
    ]
}

fn place() -> impl Strategy<Value = Place> {
    (text(), option::of(1_u64..1 << 40)).prop_map(|(path, line)| Place::new(path, line))
}

fn fact() -> impl Strategy<Value = Fact> {
    let basis = select(names(Basis::NAMES));
    let doubt = select(vec![0.0, 50_400.0]);
    (
        text(),
        value(),
        basis,
        place(),
        option::of(text()),
        any::<bool>(),
        doubt,
    )
        .prop_map(
            |(name, value, basis, place, about, is_whole, uncertain)| Fact {
                name: name.into(),
                value,
                basis,
                place,
                about,
                is_whole,
                uncertain,
            },
        )
}

/// What was read from a file.
fn reading() -> impl Strategy<Value = Reading> {
    let as_of = (moment(), select(names(AsOfSource::NAMES)));
    let covers = option::of((moment(), moment()));
    let odd = vec((text(), place()), 0..3);
    let told = (vec(fact(), 0..5), odd, vec(text(), 0..3));
    (text(), text(), as_of, covers, told, 0_u64..1 << 50).prop_map(
        |(family, format, (at, by), covers, (facts, odd, partial), items)| Reading {
            family,
            format,
            as_of: AsOf { at, by },
            covers: covers.map(|(a, b)| Covers {
                from: a.min(b),
                to: a.max(b),
            }),
            facts,
            anomalies: odd
                .into_iter()
                .map(|(what, place)| Anomaly { what, place })
                .collect(),
            partial,
            items,
        },
    )
}

/// Evidence that does not contradict itself; its id follows from its place.
fn record(pack: &Pack) -> impl Strategy<Value = EvidenceRecord> + use<> {
    let known: Vec<QuestionId> = pack
        .questions()
        .map(|question| question.id.clone())
        .collect();
    let supports = prop_oneof![
        3 => subsequence(known, 1..8).prop_map(Supports::Questions),
        1 => Just(Supports::All),
    ];
    let tested = (option::of(1_u32..1_000_000), 0_u32..30, any::<bool>());
    let said = (
        option::of(select(names(Relevance::NAMES))),
        option::of(text()),
        text(),
        option::of(file()),
        option::of((reading(), option::of(file()))),
    );
    let kind = select(names(EvidenceKind::NAMES));
    (kind, any::<bool>(), day(), period(), tested, said, supports)
        .prop_map(|(kind, ours, date, period, tested, said, supports)| {
            let (sample, exceptions, qualified) = tested;
            let (directness, tested_control, reference, file, read) = said;
            let is_shown = [EvidenceKind::ConfigExport, EvidenceKind::Verified].contains(&kind);
            let (read, copy) = read.filter(|_| is_shown).unzip();
            EvidenceRecord {
                id: EvidenceId::new("E0"),
                kind,
                origin: if ours { Origin::Us } else { Origin::Vendor },
                date,
                period: (kind == EvidenceKind::Soc2T2).then_some(period),
                sample,
                exceptions,
                qualified,
                directness,
                tested_control: tested_control.filter(|_| kind.is_assurance_document()),
                reference,
                file,
                copy: copy.flatten(),
                read,
                planted: vec![],
                supports,
            }
        })
        .prop_filter("a record does not contradict itself", |record| {
            record
                .contradictions(Words::of(Language::English), 25)
                .is_empty()
        })
}

pub fn evidence(pack: &Pack) -> impl Strategy<Value = Vec<EvidenceRecord>> + use<> {
    vec((text(), record(pack)), 0..6).prop_map(|records| {
        let numbered = records.into_iter().enumerate();
        numbered
            .map(|(at, (name, record))| EvidenceRecord {
                id: EvidenceId::new(format!("{name}{at}")),
                ..record
            })
            .collect()
    })
}
