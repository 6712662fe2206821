//! Cases that random vendors do not reach (docs/scoring.md 6): each one fails when one idea of the
//! model is left out.

mod support;

use idp_assay::checks::parity::{parity, subject_budgets};
use idp_assay::pack::answer::{Interpolation, Scale, ScalePoint, Unit};
use idp_assay::pack::model::{Control, EvidenceKind, Model};
use idp_assay::score::Score;
use idp_assay::score::credibility::{EvidenceItem, Weigher};
use idp_assay::score::exposure::Layout;
use idp_assay::score::gate::GateState;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use support::{
    Answer, Answers, KINDS, RELEVANCES, every, model, profile, reference_profile, score,
};

const EPS: f64 = 1e-9;

fn fresh(kind: EvidenceKind) -> EvidenceItem {
    EvidenceItem::fresh(kind)
}

fn all_with(item: &EvidenceItem) -> Answers {
    every(&model(), |_| Answer::new(1.0, vec![item.clone()]))
}

fn in_reference_context(answers: &Answers) -> Score {
    score(&model(), &reference_profile(), answers)
}

fn credited(item: &EvidenceItem) -> f64 {
    let model = model();
    Weigher::new(&model.evidence)
        .credibility(std::slice::from_ref(item))
        .credited
}

fn knock_outs(model: &Model) -> Vec<&Control> {
    let all = model.controls.iter();
    all.filter(|control| control.knockout > 0.0).collect()
}

#[test]
fn one_absent_knock_out_is_the_top_driver_and_fails_its_gate() {
    let model = model();
    let perfect = all_with(&fresh(EvidenceKind::Verified));
    for control in knock_outs(&model) {
        let mut answers = perfect.clone();
        answers.insert(control.id.to_string(), Answer::new(0.0, vec![]));
        let score = in_reference_context(&answers);
        let own = 0.40 * control.knockout;
        let floor = score.inherent.points() * (1.0 - (-0.05 - own).exp());
        assert!(score.residual.point >= floor - EPS);
        assert_eq!(score.drivers[0].control, control.id);
        let gates = score.ruling.gates.iter();
        let failed: Vec<_> = gates
            .filter(|gate| gate.state == GateState::Failed)
            .map(|gate| &gate.control)
            .collect();
        assert_eq!(failed, [&control.id]);
    }
}

#[test]
fn one_absent_full_knock_out_leaves_at_least_32_points() {
    let mut answers = all_with(&fresh(EvidenceKind::Verified));
    answers.insert("RV1".to_owned(), Answer::new(0.0, vec![]));
    assert!(in_reference_context(&answers).residual.point >= 32.6);
}

#[test]
fn the_certificate_ceiling_is_reached_and_no_lower() {
    let direct = in_reference_context(&all_with(&fresh(EvidenceKind::Soc2T2)));
    assert!((direct.residual.point - direct.certificate_ceiling).abs() < EPS);
    assert!((direct.certificate_ceiling - 26.067162084352415).abs() < EPS);
    let low = profile([0.25, 0.25, 0.0, 20.0, 0.0, 0.25, 0.25, 0.25]);
    let low = score(&model(), &low, &all_with(&fresh(EvidenceKind::Soc2T2)));
    assert!((low.certificate_ceiling - 12.966614456775108).abs() < EPS);
}

#[test]
fn everything_in_place_and_shown_by_documents_only_stays_over_the_ceiling() {
    let documents: Vec<_> = KINDS
        .into_iter()
        .filter(|kind| *kind != EvidenceKind::Verified)
        .collect();
    let items = prop::collection::vec(support::world::item(), 29 * 3);
    let config = ProptestConfig {
        cases: 500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    };
    let run = TestRunner::new(config).run(&items, |items| {
        let mut items = items
            .into_iter()
            .enumerate()
            .map(|(at, item)| EvidenceItem {
                kind: documents[at % documents.len()],
                ..item
            });
        let model = model();
        let mut answers = Answers::new();
        for control in &model.controls {
            let evidence = items.by_ref().take(3).collect();
            answers.insert(control.id.to_string(), Answer::new(1.0, evidence));
        }
        let score = in_reference_context(&answers);
        prop_assert!(score.residual.point >= score.certificate_ceiling - EPS);
        Ok(())
    });
    run.expect("the ceiling holds");
}

#[test]
fn the_realistic_relevance_of_documents_leaves_half() {
    let answers = support::vectors::vendor("R");
    let score = in_reference_context(&answers);
    assert_eq!((score.residual.point * 10.0).round() / 10.0, 50.0);
}

#[test]
fn the_ladder_is_strictly_ordered() {
    let points = KINDS.map(|kind| in_reference_context(&all_with(&fresh(kind))).residual.point);
    assert!(points.windows(2).all(|pair| pair[0] > pair[1] + 0.5));
}

#[test]
fn relevance_is_strictly_ordered() {
    let points = RELEVANCES.map(|relevance| {
        let item = EvidenceItem {
            relevance,
            ..fresh(EvidenceKind::Soc2T2)
        };
        in_reference_context(&all_with(&item)).residual.point
    });
    assert!(points.windows(2).all(|pair| pair[0] < pair[1] - 0.5));
}

#[test]
fn the_vendors_own_word_is_worth_nothing_to_the_pessimist() {
    let nothing = every(&model(), |_| Answer::new(0.0, vec![]));
    let nothing = in_reference_context(&nothing).residual.point;
    for kind in [EvidenceKind::Assertion, EvidenceKind::Policy] {
        let score = in_reference_context(&all_with(&fresh(kind)));
        assert!((score.residual.high - nothing).abs() < EPS);
        assert!(score.residual.point < nothing - 1.0);
    }
}

#[test]
fn half_independent_evidence_widens_the_interval_and_independent_does_not() {
    let export = in_reference_context(&all_with(&fresh(EvidenceKind::ConfigExport)));
    assert!(export.residual.high > export.residual.point + 5.0);
    let test = in_reference_context(&all_with(&fresh(EvidenceKind::Verified)));
    assert!((test.residual.high - test.residual.point).abs() < EPS);
}

#[test]
fn grace_ends_without_a_cliff_and_age_bites_after_it() {
    let model = model();
    for (&kind, rung) in &model.evidence.ladder {
        let Some(grace) = rung.grace_months else {
            continue;
        };
        let at = |age_months| {
            credited(&EvidenceItem {
                age_months,
                ..fresh(kind)
            })
        };
        assert_eq!(at(0.0), at(grace));
        assert!((at(grace - 1e-6) - at(grace + 1e-6)).abs() < 1e-5);
        assert!(at(grace + 1.0) < at(grace) - 1e-3);
        let half_life = rung.half_life_months.expect("it ages");
        let half = 0.30 + (rung.credibility - 0.30) / 2.0;
        assert!((at(grace + half_life) - half).abs() < EPS);
    }
}

#[test]
fn the_full_period_ends_without_a_cliff() {
    let over = |period_months| {
        credited(&EvidenceItem {
            period_months,
            ..fresh(EvidenceKind::Soc2T2)
        })
    };
    assert!((over(12.0 - 1e-6) - over(12.0 + 1e-6)).abs() < 1e-5);
    assert!((over(6.0) - 0.70).abs() < EPS);
    assert_eq!(over(12.0), over(13.0));
}

#[test]
fn a_type_two_over_no_time_is_a_type_one() {
    let no_time = EvidenceItem {
        period_months: 0.0,
        ..fresh(EvidenceKind::Soc2T2)
    };
    assert_eq!(credited(&no_time), credited(&fresh(EvidenceKind::Soc2T1)));
}

#[test]
fn each_exception_costs() {
    let worth: Vec<_> = (0..=25)
        .map(|exceptions| {
            let model = model();
            let item = EvidenceItem {
                exceptions,
                ..fresh(EvidenceKind::Soc2T2)
            };
            Weigher::new(&model.evidence).weigh(&item).base
        })
        .collect();
    assert!(worth.windows(2).all(|pair| pair[0] > pair[1]));
    let rounded = [0, 1, 3, 6].map(|at: usize| (worth[at] * 1000.0).round() / 1000.0);
    assert_eq!(rounded, [0.8, 0.743, 0.648, 0.524]);
    assert_eq!(worth[25], 0.0);
}

#[test]
fn a_qualified_opinion_is_worth_no_more_than_a_policy() {
    let qualified = EvidenceItem {
        qualified: true,
        ..fresh(EvidenceKind::Soc2T2)
    };
    assert_eq!(credited(&qualified), credited(&fresh(EvidenceKind::Policy)));
}

#[test]
fn worked_examples_of_credibility() {
    let aged = |kind, age_months| {
        credited(&EvidenceItem {
            age_months,
            ..fresh(kind)
        })
    };
    assert!((aged(EvidenceKind::Soc2T2, 15.0) - 0.55).abs() < EPS);
    assert!((aged(EvidenceKind::Iso27001, 24.0) - 0.40).abs() < EPS);
    assert!((aged(EvidenceKind::Verified, 12.0) - 0.635).abs() < EPS);
}

#[test]
fn the_closed_form_is_the_integrated_aumann_shapley_share() {
    let gaps = prop::collection::vec(0.0..1.0_f64, 29);
    let config = ProptestConfig {
        cases: 20,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2),
        ..ProptestConfig::default()
    };
    let run = TestRunner::new(config).run(&gaps, |gaps| {
        let model = model();
        let layout = Layout::new(&model, &model.controls);
        let shares = layout.exposure(&gaps).shares;
        for (at, share) in shares.iter().enumerate() {
            let integrated = integrated_share(&layout, &gaps, at);
            prop_assert!((integrated - share).abs() < 2e-4);
        }
        Ok(())
    });
    run.expect("the shares are exact");
}

/// The integral of `dH/dg` along the straight way from no gaps to these, times the gap.
fn integrated_share(layout: &Layout, gaps: &[f64], at: usize) -> f64 {
    const STEPS: u32 = 200;
    const NUDGE: f64 = 1e-5;
    let slope = |step| {
        let way = (f64::from(step) + 0.5) / f64::from(STEPS);
        let mut scaled: Vec<_> = gaps.iter().map(|gap| gap * way).collect();
        let here = scaled[at];
        scaled[at] = here + NUDGE;
        let above = layout.hazard(&scaled);
        scaled[at] = (here - NUDGE).max(0.0);
        (above - layout.hazard(&scaled)) / (here + NUDGE - scaled[at])
    };
    (0..STEPS).map(slope).sum::<f64>() * gaps[at] / f64::from(STEPS)
}

#[test]
fn a_controls_own_share_rises_with_its_gap() {
    let model = model();
    let layout = Layout::new(&model, &model.controls);
    let gaps: Vec<_> = (0..29).map(|at| 0.05 + 0.03 * f64::from(at)).collect();
    let share = |gaps: &[f64], at: usize| {
        let exposure = layout.exposure(gaps);
        exposure.shares[at] / (exposure.total - model.shape.eta0)
    };
    for at in 0..gaps.len() {
        let mut worse = gaps.clone();
        worse[at] = (worse[at] + 0.2).min(1.0);
        assert!(share(&worse, at) > share(&gaps, at));
    }
}

#[test]
fn without_its_parts_the_hazard_is_the_same_bits() {
    let model = model();
    let layout = Layout::new(&model, &model.controls);
    let gaps: Vec<_> = (0..29).map(|at| 0.03 * f64::from(at)).collect();
    let total = layout.exposure(&gaps).total;
    assert_eq!(layout.hazard(&gaps).to_bits(), total.to_bits());
}

#[test]
fn the_order_of_the_model_changes_no_bit_of_the_exposure() {
    let model = model();
    let mut turned = model.clone();
    turned.domains.reverse();
    let gaps: Vec<_> = (0..29)
        .map(|at| (0.7 + 0.31 * f64::from(at)).fract())
        .collect();
    let forward = Layout::new(&model, &model.controls).exposure(&gaps);
    let backward = Layout::new(&turned, model.controls.iter().rev()).exposure(&gaps);
    assert_eq!(forward, backward);
}

#[test]
fn machine_identities_are_budgeted_above_people() {
    let budgets = subject_budgets(&model());
    let percent = |share: f64| (share * 100.0).round();
    assert_eq!(parity(&model()), None);
    assert_eq!(percent(budgets.nhi), 48.0);
    assert_eq!(percent(budgets.human), 23.0);
    assert_eq!(percent(budgets.platform), 29.0);
}

#[test]
fn a_model_that_forgets_machines_breaks_parity() {
    let mut model = model();
    for domain in &mut model.domains {
        if domain.id.as_str().starts_with("nhi") || domain.id.as_str() == "revocation" {
            domain.budget = 0.01;
        }
    }
    for control in &mut model.controls {
        if control.subject == idp_assay::pack::model::Subject::Nhi {
            control.knockout = 0.0;
        }
    }
    let warning = parity(&model).expect("machines count for less");
    assert!(warning.starts_with("machine identities hold "));
}

#[test]
fn a_token_lifetime_maps_down_smoothly() {
    let points = [
        (15.0, 1.0),
        (60.0, 0.9),
        (480.0, 0.7),
        (1440.0, 0.5),
        (43_200.0, 0.15),
        (525_600.0, 0.0),
    ];
    let scale = Scale {
        unit: Unit::Minutes,
        interpolation: Interpolation::Log10,
        points: points.map(|(at, level)| ScalePoint { at, level }).to_vec(),
        unlimited: Some(0.0),
        basis: vec![],
    };
    for step in 0..6500 {
        let minutes = 10.0_f64.powf(f64::from(step) / 1000.0);
        let level = scale.level(minutes);
        assert!(level >= scale.level(minutes * 1.5));
        assert!((level - scale.level(minutes * 1.0001)).abs() < 1e-3);
    }
}
