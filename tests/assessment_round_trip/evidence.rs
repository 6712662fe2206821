//! Random evidence that supports questions of a pack.

use idp_assay::assessment::evidence::{EvidenceFile, EvidenceRecord, Origin, Supports};
use idp_assay::pack::Pack;
use idp_assay::pack::id::{EvidenceId, QuestionId};
use idp_assay::pack::model::{EvidenceKind, Relevance};
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
    );
    let kind = select(names(EvidenceKind::NAMES));
    (kind, any::<bool>(), day(), period(), tested, said, supports)
        .prop_map(|(kind, ours, date, period, tested, said, supports)| {
            let (sample, exceptions, qualified) = tested;
            let (directness, tested_control, reference, file) = said;
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
                supports,
            }
        })
        .prop_filter("a record does not contradict itself", |record| {
            record.contradictions(25).is_empty()
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
