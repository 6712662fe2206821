//! What is written is read back the same: random assessments over the built-in pack.
//!
//! Answers of every kind, in every state, with documents and evidence of every kind, and texts that YAML could
//! take for something else. The same cases at each run.

mod answers;
mod documents;
mod evidence;
mod simple;

use idp_assay::assessment::{Assessment, PackReference, reader, writer};
use idp_assay::built_in;
use idp_assay::checks::documents::settle::settle;
use idp_assay::pack::Pack;
use idp_assay::pack::language::Language;
use idp_assay::pack::question::Depth;
use idp_assay::source::Source;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use answers::answers;
use documents::documents;
use evidence::evidence;
use simple::{as_of, text};

const CASES: u32 = 150;
const SEED: u64 = 20_261_122;

fn assessment(pack: &Pack) -> impl Strategy<Value = Assessment> + use<> {
    let head = (text(), text(), option::of(text()), option::of(text()));
    let depth = select(vec![Depth::Quick, Depth::Standard, Depth::Full]);
    let (parts, model) = (pack.parts.clone(), pack.model.version.clone());
    let records = (documents(pack), evidence(pack));
    (head, depth, answers(pack), records).prop_map(
        move |((vendor, product, assessor, path), depth, answers, (documents, evidence))| {
            let packs = parts.iter().map(|part| PackReference {
                part: part.clone(),
                path: path.clone(),
            });
            Assessment {
                vendor,
                product,
                assessor,
                language: if depth == Depth::Quick {
                    Language::German
                } else {
                    Language::English
                },
                packs: packs.collect(),
                model: model.clone(),
                depth,
                as_of: as_of(),
                answers,
                documents,
                evidence,
            }
        },
    )
}

#[test]
fn what_is_written_is_read_back_the_same() {
    let pack = built_in::pack();
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(SEED),
        ..Config::default()
    };
    let property = |told: Assessment| {
        let text = writer::write(&told);
        let source = Source::new("assessment.yaml", text.clone());
        let read = reader::read(&source, &pack, None)
            .map_err(|problems| TestCaseError::fail(format!("{problems}\n{text}")))?;
        prop_assert_eq!(&read, &told);
        prop_assert_eq!(writer::write(&read), text);
        let once = settle(&pack, &told);
        prop_assert_eq!(once.and_then(|once| settle(&pack, &once)), None);
        Ok(())
    };
    let run = TestRunner::new(config).run(&assessment(&pack), property);
    run.unwrap_or_else(|failure| panic!("{failure}"));
}
