//! What time alone changes: the day that halving finds is the one that looking at every day finds.

mod sample;

use chrono::{Days, Months, NaiveDate};
use idp_assay::assessment::Assessment;
use idp_assay::built_in;
use idp_assay::pack::Pack;
use idp_assay::pack::model::Band;
use idp_assay::score::ageing::{Ageing, YEARS, ageing};
use idp_assay::score::score_assessment;
use idp_assay::score::verdict::{Status, Verdict};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

/// Cases that the property sees.
const CASES: u32 = 6;
/// Days between two looks where no change is expected.
const EVERY: usize = 28;
const SEED: u64 = 0xa6e;

fn at(pack: &Pack, assessment: &Assessment, day: NaiveDate) -> (Option<Band>, Verdict) {
    let later = Assessment {
        as_of: day,
        ..assessment.clone()
    };
    let ruling = score_assessment(pack, &later).score.ruling;
    let rated = ruling.status != Status::Unrated;
    (rated.then_some(ruling.band), ruling.verdict)
}

/// The days to look at before one that changes something: all of them; every month, where none does.
fn before(from: NaiveDate, change: Option<NaiveDate>) -> impl Iterator<Item = NaiveDate> {
    let end = change.unwrap_or_else(|| from + Months::new(12 * YEARS));
    let step = if change.is_some() { 1 } else { EVERY };
    from.iter_days()
        .step_by(step)
        .take_while(move |day| *day < end)
}

/// The days to look at from one that changes something on.
fn after(from: NaiveDate, change: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let end = from + Months::new(12 * YEARS);
    change
        .iter_days()
        .step_by(EVERY)
        .take_while(move |day| *day <= end)
}

#[test]
fn no_earlier_day_differs_and_what_has_changed_stays_changed() {
    let pack = built_in::pack();
    let config = ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(SEED),
        ..ProptestConfig::default()
    };
    let days = (0..400_u64, 1..700_u64, 0..300_u64);
    let ran = TestRunner::new(config).run(&days, |(period, expiry, as_of)| {
        let assessment = sample::moved(&pack, (period, expiry, as_of));
        let Ageing { band, verdict } = ageing(&pack, &assessment);
        let from = assessment.as_of;
        let at = |day| at(&pack, &assessment, day);
        let today = at(from);
        for day in before(from, band.map(|(day, _)| day)) {
            prop_assert_eq!(at(day).0, today.0, "{}", day);
        }
        for day in before(from, verdict.map(|(day, _)| day)) {
            prop_assert_eq!(at(day).1, today.1, "{}", day);
        }
        if let Some((changes, band)) = band {
            prop_assert_eq!(at(changes).0, Some(band));
            for day in after(from, changes) {
                prop_assert_ne!(at(day).0, today.0, "{}", day);
            }
        }
        if let Some((changes, verdict)) = verdict {
            prop_assert_eq!(at(changes).1, verdict);
            for day in after(from, changes) {
                prop_assert_ne!(at(day).1, today.1, "{}", day);
            }
        }
        Ok(())
    });
    ran.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn documents_that_stop_counting_change_the_band() {
    let pack = built_in::pack();
    let assessment = sample::assessment(&pack);
    let aged = ageing(&pack, &assessment);
    let (on, band) = aged.band.expect("its documents grow old");
    let (before, _) = at(&pack, &assessment, on - Days::new(1));
    assert!(band > before.expect("it is rated"));
}
