//! Properties of the score that hold for every vendor in every context (docs/scoring.md 6).
//!
//! Random cases with a fixed seed. What random cases do not reach stands in
//! `scoring_extremes.rs`.

mod support;

use idp_assay::pack::model::{EvidenceKind, Relevance};
use idp_assay::score::control::{ControlInput, QuestionInput};
use idp_assay::score::credibility::EvidenceItem;
use idp_assay::score::inherent::{Profile, inherent};
use idp_assay::score::round::to_tenths;
use idp_assay::score::whatif::what_if;
use idp_assay::score::{Case, Score, assess};
use support::world::{World, for_all, part_id, split};
use support::{Answer, Answers, CONTEXT, KINDS, inputs, model, profile, score};

const EPS: f64 = 1e-9;

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < EPS
}

/// The answer of the world's control, when it is answered.
fn answered(world: &World) -> Option<(&Answer, f64)> {
    let answer = world.answer()?;
    Some((answer, answer.level?))
}

/// The same answer with another first item of evidence.
fn with_first(answer: &Answer, first: EvidenceItem) -> Answer {
    let mut changed = answer.clone();
    changed.evidence[0] = first;
    changed
}

fn assert_same_points(a: &Score, b: &Score) {
    assert!(near(a.residual.point, b.residual.point));
    assert!(near(a.residual.low, b.residual.low));
    assert!(near(a.residual.high, b.residual.high));
    assert!(near(a.residual.open, b.residual.open));
    assert!(near(a.ruling.confidence, b.ruling.confidence));
    assert!(near(a.ruling.coverage, b.ruling.coverage));
}

#[test]
fn the_interval_is_bounded_and_ordered() {
    for_all(|world| {
        let score = world.score();
        let residual = score.residual;
        let readings = [
            0.0,
            residual.irreducible,
            residual.low,
            residual.open,
            residual.point,
            residual.high,
            score.inherent.points(),
        ];
        assert!(readings.windows(2).all(|pair| pair[0] <= pair[1] + EPS));
        assert!(score.inherent.risk < 1.0);
        assert!((0.0..=1.0 + EPS).contains(&score.ruling.confidence));
        assert!((0.0..=1.0 + EPS).contains(&score.ruling.coverage));
    });
}

#[test]
fn drivers_sum_to_the_point() {
    for_all(|world| {
        let score = world.score();
        let residual = score.residual;
        let over = residual.point - residual.irreducible;
        let drivers: f64 = score.drivers.iter().map(|driver| driver.points).sum();
        let domains: f64 = score.domains.iter().map(|domain| domain.points).sum();
        let subjects: f64 = score.subjects.iter().map(|subject| subject.points).sum();
        assert!(near(drivers, over) && near(domains, over) && near(subjects, over));
        for driver in &score.drivers {
            let parts = [driver.not_implemented, driver.not_proven, driver.open];
            assert!(parts.iter().all(|&part| part >= -EPS));
            assert!(near(parts.iter().sum(), driver.points));
            let questions: f64 = driver
                .questions
                .iter()
                .map(|question| question.points)
                .sum();
            assert!(near(questions, driver.points));
        }
    });
}

#[test]
fn no_gap_drives_nothing() {
    for_all(|world| {
        let score = world.score();
        for result in &score.controls {
            let driver = score.driver(&result.control).expect("a live control");
            assert_eq!(result.readings.gap() == 0.0, driver.points == 0.0);
        }
    });
}

#[test]
fn terms_and_shares_sum_to_the_exposure() {
    for_all(|world| {
        let score = world.score();
        let terms: f64 = score.terms.iter().map(|term| term.value).sum();
        let shares: f64 = score.drivers.iter().map(|driver| driver.exposure).sum();
        assert!(near(terms, score.exposure));
        assert!(near(shares, score.exposure - model().shape.eta0));
    });
}

#[test]
fn printed_tenths_add_up_to_the_printed_point() {
    for_all(|world| {
        let score = world.score();
        let mut parts: Vec<_> = score.drivers.iter().map(|driver| driver.points).collect();
        parts.push(score.residual.irreducible);
        let printed: f64 = to_tenths(&parts, score.residual.point).iter().sum();
        assert!((printed - (score.residual.point * 10.0).round() / 10.0).abs() < 1e-6);
    });
}

#[test]
fn inherent_parts_sum_to_the_inherent_risk() {
    for_all(|world| {
        let inherent = inherent(&model().inherent, &world.profile());
        let parts: f64 = inherent.parts.iter().map(|part| part.points).sum();
        assert!(near(parts, inherent.points()));
    });
}

#[test]
fn the_order_of_the_inputs_changes_no_bit() {
    for_all(|world| {
        let (model, profile) = (model(), world.profile());
        let mut shuffled = inputs(&world.answers);
        let turn = (world.amounts[0] * shuffled.len() as f64) as usize;
        shuffled.rotate_left(turn);
        shuffled.swap(0, turn / 2);
        let shuffled: Vec<_> = shuffled.iter().map(|input| turned(input, turn)).collect();
        let found = assess(&Case {
            model: &model,
            profile: &profile,
            controls: &shuffled,
            findings: &[],
        });
        assert_eq!(found, world.score());
        assert_eq!(
            found.residual.point.to_bits(),
            world.score().residual.point.to_bits()
        );
    });
}

/// The same control with its evidence in another order.
fn turned(input: &ControlInput, turn: usize) -> ControlInput {
    let questions = input.questions().iter().cloned();
    let turned = questions.map(|mut question| {
        let items = question.evidence.len();
        question.evidence.rotate_left(turn.min(items));
        question
    });
    ControlInput::new(input.control().clone(), turned.collect())
}

#[test]
fn the_order_of_questions_changes_no_bit() {
    for_all(|world| {
        let (model, profile) = (model(), world.profile());
        let (forward, backward) = (details(world, false), details(world, true));
        let [forward, backward] = [&forward, &backward].map(|controls| {
            assess(&Case {
                model: &model,
                profile: &profile,
                controls,
                findings: &[],
            })
        });
        assert_eq!(forward, backward);
    });
}

/// Every control fed by three questions of different shares, the answers of its neighbours.
fn details(world: &World, backward: bool) -> Vec<ControlInput> {
    let answers: Vec<_> = world.answers.iter().collect();
    let around = |at: usize, by: usize| answers[(at + by) % answers.len()].1;
    let controls = answers.iter().enumerate().map(|(at, (control, _))| {
        let mut questions: Vec<_> = (0..3)
            .map(|by| {
                let single = support::input(control, around(at, by));
                QuestionInput {
                    question: format!("Q.{by}").as_str().into(),
                    share: 0.1 + by as f64,
                    gating: by == 0,
                    ..single.questions()[0].clone()
                }
            })
            .collect();
        if backward {
            questions.reverse();
        }
        ControlInput::new(control.as_str().into(), questions)
    });
    controls.collect()
}

#[test]
fn several_questions_keep_the_interval_and_the_sums() {
    for_all(|world| {
        let (model, profile) = (model(), world.profile());
        let score = assess(&Case {
            model: &model,
            profile: &profile,
            controls: &details(world, false),
            findings: &[],
        });
        let residual = score.residual;
        let readings = [residual.low, residual.open, residual.point, residual.high];
        assert!(readings.windows(2).all(|pair| pair[0] <= pair[1] + EPS));
        let points: f64 = score.drivers.iter().map(|driver| driver.points).sum();
        assert!(near(points + residual.irreducible, residual.point));
        for result in &score.controls {
            let readings = &result.readings;
            let parts = readings.not_implemented() + readings.open() + readings.not_proven();
            assert!(near(parts, readings.gap()));
            let gate = result
                .questions
                .iter()
                .find(|question| question.claim.gating);
            let gate = gate.expect("one question gates").claim;
            assert!(readings.credited <= gate.credited() + EPS);
            let driver = score.driver(&result.control).expect("a live control");
            let questions = driver.questions.iter();
            let questions: f64 = questions.map(|question| question.points).sum();
            assert!(near(questions, driver.points));
        }
    });
}

#[test]
fn a_better_answer_never_hurts() {
    for_all(|world| {
        let Some(answer) = world.answer() else { return };
        let (before, closed) = (world.score(), answer.level.unwrap_or(0.0));
        let level = (closed + world.amounts[0] / 2.0).min(1.0);
        let after = world.score_with(Answer::new(level, answer.evidence.clone()));
        assert!(after.residual.point <= before.residual.point + EPS);
        assert!(after.residual.high <= before.residual.high + EPS);
        if answer.level.is_some() {
            assert!(after.residual.low <= before.residual.low + EPS);
        }
    });
}

#[test]
fn answering_an_open_question_narrows_the_interval() {
    for_all(|world| {
        if world.answer().is_none() {
            return;
        }
        let open = world.score_with(Answer::open());
        let told = world.score_with(Answer::new(world.amounts[0], vec![world.item.clone()]));
        assert!(told.residual.low >= open.residual.low - EPS);
        assert!(told.residual.high <= open.residual.high + EPS);
        assert!(told.residual.open >= open.residual.open - EPS);
        assert!(told.ruling.coverage > open.ruling.coverage);
        assert!(told.ruling.confidence >= open.ruling.confidence - EPS);
    });
}

#[test]
fn silence_never_beats_no() {
    for_all(|world| {
        if world.answer().is_none() {
            return;
        }
        let open = world.score_with(Answer::open());
        let no = world.score_with(Answer::new(0.0, vec![]));
        assert!(near(open.residual.point, no.residual.point));
        assert!(no.ruling.confidence >= open.ruling.confidence - EPS);
    });
}

#[test]
fn more_evidence_never_hurts() {
    for_all(|world| {
        let Some((answer, _)) = answered(world) else {
            return;
        };
        let mut more = answer.clone();
        more.evidence.push(world.item.clone());
        let (before, after) = (world.score(), world.score_with(more));
        assert!(after.residual.point <= before.residual.point + EPS);
        assert!(after.residual.high <= before.residual.high + EPS);
        assert!(after.ruling.confidence >= before.ruling.confidence - EPS);
    });
}

#[test]
fn better_evidence_never_hurts() {
    for_all(|world| {
        let Some((answer, level)) = answered(world) else {
            return;
        };
        let item = &world.item;
        let mut told = vec![item.clone()];
        told.extend(answer.evidence.iter().cloned());
        let told = Answer::new(level, told);
        let before = world.score_with(told.clone());
        for better in improvements(item, world.amounts) {
            let after = world.score_with(with_first(&told, better));
            assert!(after.residual.point <= before.residual.point + EPS);
            assert!(after.residual.high <= before.residual.high + EPS);
        }
    });
}

/// Fresher, over a longer period, more relevant, with fewer exceptions, unqualified.
fn improvements(item: &EvidenceItem, amounts: [f64; 3]) -> [EvidenceItem; 5] {
    let relevance = match item.relevance {
        Relevance::None => Relevance::Generic,
        Relevance::Generic => Relevance::Partial,
        Relevance::Partial | Relevance::Direct => Relevance::Direct,
    };
    let same = || item.clone();
    [
        EvidenceItem {
            age_months: item.age_months * amounts[0],
            ..same()
        },
        EvidenceItem {
            period_months: item.period_months + 6.0 * amounts[1],
            ..same()
        },
        EvidenceItem {
            relevance,
            ..same()
        },
        EvidenceItem {
            exceptions: item.exceptions.saturating_sub(1),
            ..same()
        },
        EvidenceItem {
            qualified: false,
            ..same()
        },
    ]
}

#[test]
fn a_higher_rung_never_hurts() {
    for_all(|world| {
        let Some((_, level)) = answered(world) else {
            return;
        };
        let points = KINDS.map(|kind| {
            let answer = Answer::new(level, vec![EvidenceItem::fresh(kind)]);
            world.score_with(answer).residual.point
        });
        assert!(points.windows(2).all(|pair| pair[0] >= pair[1] - EPS));
    });
}

#[test]
fn not_applicable_is_a_question_that_does_not_exist() {
    for_all(|world| {
        let mut model = model();
        let mut answers = world.answers.clone();
        answers.remove(&world.control);
        let set_aside = score(&model, &world.profile(), &answers);
        let id = world.control.as_str();
        model.controls.retain(|control| control.id.as_str() != id);
        let absent = world.score_under(&model);
        assert_eq!(set_aside.residual, absent.residual);
        assert_eq!(set_aside.drivers, absent.drivers);
        assert_eq!(set_aside.ruling.confidence, absent.ruling.confidence);
        assert_eq!(set_aside.ruling.gates, absent.ruling.gates);
    });
}

#[test]
fn splitting_a_control_changes_nothing() {
    for_all(|world| {
        let Some(answer) = world.answer() else { return };
        let split_model = split(&model(), &world.control, 0.1 + 0.8 * world.amounts[0]);
        let parts = ["a", "b"].map(|suffix| part_id(&world.control, suffix));
        let mut answers: Answers = world.answers.clone();
        answers.remove(&world.control);
        answers.extend(parts.clone().map(|part| (part, answer.clone())));
        let (whole, split) = (
            world.score(),
            score(&split_model, &world.profile(), &answers),
        );
        assert_same_points(&whole, &split);
        let points = |score: &Score, id: &str| score.driver(&id.into()).expect("live").points;
        let sum: f64 = parts.iter().map(|part| points(&split, part)).sum();
        assert!(near(sum, points(&whole, &world.control)));
    });
}

#[test]
fn the_unit_of_weights_does_not_matter() {
    for_all(|world| {
        let mut scaled = model();
        let factor = 10.0_f64.powf(2.0 * world.amounts[0] - 1.0);
        for control in &mut scaled.controls {
            control.weight *= factor;
        }
        assert_same_points(&world.score(), &world.score_under(&scaled));
    });
}

#[test]
fn nothing_compensates_for_a_knock_out() {
    for_all(|world| {
        let (model, score) = (model(), world.score());
        for result in &score.controls {
            let control = model.control(&result.control).expect("of the model");
            let own = 0.40 * control.knockout * result.readings.gap().powi(4);
            let floor = score.inherent.points() * (1.0 - (-0.05 - own).exp());
            assert!(score.residual.point >= floor - EPS);
        }
    });
}

#[test]
fn documents_alone_do_not_pass_their_ceiling() {
    for_all(|world| {
        let mut answers = world.answers.clone();
        for answer in answers.values_mut() {
            answer
                .evidence
                .retain(|item| item.kind != EvidenceKind::Verified);
        }
        let score = score(&model(), &world.profile(), &answers);
        assert!(score.residual.point >= score.certificate_ceiling - EPS);
    });
}

#[test]
fn a_small_change_changes_little() {
    for_all(|world| {
        let Some((answer, level)) = answered(world) else {
            return;
        };
        let told = Answer::new(level, vec![world.item.clone()]);
        let before = world.score_with(told.clone()).residual.point;
        let older = EvidenceItem {
            age_months: world.item.age_months + 1e-4,
            ..world.item.clone()
        };
        let longer = EvidenceItem {
            period_months: world.item.period_months + 1e-4,
            ..world.item.clone()
        };
        for item in [older, longer] {
            let after = world.score_with(with_first(&told, item)).residual.point;
            assert!((after - before).abs() < 1e-2);
        }
        let higher = Answer::new((level + 1e-6).min(1.0), answer.evidence.clone());
        let after = world.score_with(higher).residual.point;
        assert!((after - world.score().residual.point).abs() < 1e-3);
    });
}

#[test]
fn more_at_stake_never_lowers_the_score() {
    for_all(|world| {
        let before = world.score().residual.point;
        for at in 0..CONTEXT.len() {
            let mut context = world.context;
            context[at] = match at {
                3 => context[at] * 2.0,
                _ => (context[at] + 0.25).min(1.0),
            };
            let after = score(&model(), &profile(context), &world.answers);
            assert!(after.residual.point >= before - EPS);
        }
        let unknown = score(&model(), &Profile::default(), &world.answers);
        assert!(unknown.residual.point >= before - EPS);
    });
}

#[test]
fn better_everywhere_is_never_worse() {
    for_all(|world| {
        let mut better = world.answers.clone();
        for answer in better.values_mut() {
            if let Some(level) = &mut answer.level {
                *level = (*level + 0.3 * world.amounts[0]).min(1.0);
                answer.evidence.push(world.item.clone());
            }
        }
        let after = score(&model(), &world.profile(), &better);
        assert!(after.residual.point <= world.score().residual.point + EPS);
        assert!(after.residual.high <= world.score().residual.high + EPS);
    });
}

#[test]
fn what_if_both_gains_at_least_what_either_does() {
    for_all(|world| {
        let (model, profile) = (model(), world.profile());
        let rows = what_if(&Case {
            model: &model,
            profile: &profile,
            controls: &inputs(&world.answers),
            findings: &[],
        });
        assert_eq!(rows.len(), world.answers.len());
        for row in rows {
            assert!(row.both >= row.implement.max(row.prove) - EPS);
            assert!(row.implement >= -EPS && row.prove >= -EPS);
        }
    });
}
