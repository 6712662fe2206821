//! Gates, caps and the verdict, each on both sides of its edge.

mod support;

use idp_assay::checks::{Axis, Finding, Place};
use idp_assay::pack::language::Language;
use idp_assay::pack::model::{Band, EvidenceKind, Relevance};
use idp_assay::pack::question::Severity;
use idp_assay::score::credibility::EvidenceItem;
use idp_assay::score::gate::{GateState, Lack, ProofGate};
use idp_assay::score::verdict::{Cap, Decision, Ruling, Status, Verdict};
use idp_assay::score::{Case, Score, assess};
use idp_assay::words::Words;
use support::vectors::vendor;
use support::{Answer, Answers, every, inputs, model, profile, reference_profile};

fn fresh(kind: EvidenceKind) -> EvidenceItem {
    EvidenceItem::fresh(kind)
}

fn verified() -> Answer {
    Answer::new(1.0, vec![fresh(EvidenceKind::Verified)])
}

/// Every control in place and tested by us.
fn perfect() -> Answers {
    every(&model(), |_| verified())
}

/// The perfect vendor with another answer for one control.
fn perfect_but(control: &str, answer: Answer) -> Answers {
    let mut answers = perfect();
    answers.insert(control.to_owned(), answer);
    answers
}

fn score(answers: &Answers, findings: &[Finding]) -> Score {
    let (model, profile) = (model(), reference_profile());
    assess(&Case {
        model: &model,
        profile: &profile,
        controls: &inputs(answers),
        findings,
    })
}

fn ruling(answers: &Answers) -> Ruling {
    score(answers, &[]).ruling
}

fn caps(ruling: &Ruling) -> Vec<Cap> {
    ruling.caps.iter().map(|applied| applied.cap).collect()
}

fn missing(gate: &ProofGate) -> Vec<(&str, Lack)> {
    let missing = gate.missing.iter();
    missing
        .map(|missing| (missing.control.as_str(), missing.lack))
        .collect()
}

fn finding(axis: Axis, severity: Severity) -> Finding {
    Finding {
        id: "live-leavers".into(),
        severity,
        axis,
        control: "HA2".into(),
        red_flag: None,
        place: Place::Answer {
            question: "Q.off.02".into(),
            part: None,
        },
        message: String::new(),
        remediation: String::new(),
        clause: String::new(),
    }
}

#[test]
fn everything_in_place_and_tested_is_approved() {
    let ruling = ruling(&perfect());
    assert_eq!(ruling.verdict, Verdict::Approve);
    assert_eq!(ruling.caps, []);
    assert!(ruling.proof.iter().all(ProofGate::is_met));
}

#[test]
fn verdicts_run_from_mild_to_severe() {
    let order = [
        Verdict::Approve,
        Verdict::ApproveWithConditions,
        Verdict::PilotOnly,
        Verdict::InsufficientEvidence,
        Verdict::DoNotApprove,
    ];
    assert!(order.windows(2).all(|pair| pair[0] < pair[1]));
    let decisions = [
        Decision::Approve,
        Decision::ApproveWithConditions,
        Decision::Hold,
        Decision::NoDecision,
        Decision::DoNotApprove,
    ];
    assert_eq!(decisions.map(Verdict::from), order);
}

#[test]
fn documents_alone_do_not_meet_gate_a() {
    let documents = every(&model(), |_| {
        let kinds = [EvidenceKind::Soc2T2, EvidenceKind::Iso27001];
        Answer::new(1.0, kinds.map(fresh).to_vec())
    });
    let ruling = ruling(&documents);
    let lack = ["NL1", "NL2", "NC2", "RV1"].map(|control| (control, Lack::Artefact));
    assert_eq!(missing(&ruling.proof[0]), lack);
    assert_eq!(missing(&ruling.proof[1]), []);
    assert_eq!(caps(&ruling), [Cap::GateA]);
    assert_eq!(ruling.decision, Decision::ApproveWithConditions);
    assert_eq!(ruling.verdict, Verdict::PilotOnly);
}

#[test]
fn a_named_test_makes_a_report_proof_and_a_certificate_never_is() {
    let with = |kind, tested_control| {
        let item = EvidenceItem {
            tested_control,
            ..fresh(kind)
        };
        let answers = perfect_but("NC2", Answer::new(1.0, vec![item]));
        missing(&ruling(&answers).proof[0]).len()
    };
    assert_eq!(with(EvidenceKind::Soc2T2, true), 0);
    assert_eq!(with(EvidenceKind::Soc2T2, false), 1);
    assert_eq!(with(EvidenceKind::Soc2T1, true), 1);
    assert_eq!(with(EvidenceKind::Iso27001, true), 1);
}

#[test]
fn an_item_meets_gate_a_only_while_it_adds_to_the_vendors_word() {
    let with =
        |item| missing(&ruling(&perfect_but("NL1", Answer::new(1.0, vec![item]))).proof[0]).len();
    assert_eq!(with(fresh(EvidenceKind::Policy)), 0);
    assert_eq!(with(fresh(EvidenceKind::Assertion)), 1);
    let beside = EvidenceItem {
        relevance: Relevance::None,
        ..fresh(EvidenceKind::Verified)
    };
    assert_eq!(with(beside), 1);
}

#[test]
fn evidence_on_an_open_question_proves_nothing() {
    let open = Answer {
        level: None,
        evidence: vec![fresh(EvidenceKind::Verified)],
    };
    let ruling = ruling(&perfect_but("NC2", open));
    assert_eq!(missing(&ruling.proof[0]), [("NC2", Lack::Artefact)]);
}

#[test]
fn gate_b_wants_effect_and_operation() {
    let with = |answer| {
        let ruling = ruling(&perfect_but("NL4", answer));
        (
            missing(&ruling.proof[1]).first().map(|missing| missing.1),
            ruling.verdict,
        )
    };
    let policy = vec![fresh(EvidenceKind::Policy)];
    let conditions = Verdict::ApproveWithConditions;
    assert_eq!(
        with(Answer::new(1.0, policy)),
        (Some(Lack::Operation), conditions)
    );
    let export = || vec![fresh(EvidenceKind::ConfigExport)];
    let weak = with(Answer::new(0.35, export()));
    assert_eq!(weak, (Some(Lack::Effectiveness), conditions));
    assert_eq!(with(Answer::new(0.36, export())).0, None);
}

#[test]
fn what_does_not_apply_lacks_no_proof_and_what_is_unknown_does() {
    let mut answers = perfect();
    answers.remove("NL4");
    assert!(ruling(&answers).proof[1].is_met());
    let (mut model, profile) = (model(), reference_profile());
    model
        .controls
        .retain(|control| control.id.as_str() != "NL4");
    let score = assess(&Case {
        model: &model,
        profile: &profile,
        controls: &inputs(&answers),
        findings: &[],
    });
    assert_eq!(missing(&score.ruling.proof[1]), [("NL4", Lack::Control)]);
}

#[test]
fn a_critical_red_flag_allows_a_pilot_at_most() {
    let flagged = |severity| score(&perfect(), &[finding(Axis::Assurance, severity)]).ruling;
    let critical = flagged(Severity::Critical);
    assert_eq!(
        (critical.verdict, caps(&critical)),
        (Verdict::PilotOnly, vec![Cap::CriticalRedFlag])
    );
    assert_eq!(flagged(Severity::High).verdict, Verdict::Approve);
}

#[test]
fn a_critical_technical_finding_blocks() {
    let found = |severity| score(&perfect(), &[finding(Axis::Technical, severity)]).ruling;
    let critical = found(Severity::Critical);
    assert_eq!(critical.verdict, Verdict::DoNotApprove);
    assert_eq!(caps(&critical), [Cap::CriticalTechnicalFinding]);
    let reason = |language| critical.caps[0].reason(Words::of(language));
    assert_eq!(
        reason(Language::English),
        "critical technical finding: `live-leavers` on `HA2`"
    );
    assert_eq!(
        reason(Language::German),
        "kritische technische Feststellung: `live-leavers` bei `HA2`"
    );
    assert_eq!(found(Severity::High).verdict, Verdict::Approve);
}

#[test]
fn findings_move_no_number() {
    let plain = score(&perfect(), &[]);
    let found = score(&perfect(), &[finding(Axis::Technical, Severity::Critical)]);
    assert_eq!(plain.residual, found.residual);
    assert_eq!(plain.ruling.decision, found.ruling.decision);
}

#[test]
fn while_unrated_only_a_critical_technical_finding_speaks() {
    let silence = every(&model(), |_| Answer::open());
    let red_flag = score(&silence, &[finding(Axis::Assurance, Severity::Critical)]).ruling;
    assert_eq!(red_flag.status, Status::Unrated);
    assert_eq!(red_flag.verdict, Verdict::InsufficientEvidence);
    assert_eq!(red_flag.caps, []);
    let technical = score(&silence, &[finding(Axis::Technical, Severity::Critical)]).ruling;
    assert_eq!(technical.decision, Decision::NoDecision);
    assert_eq!(technical.verdict, Verdict::DoNotApprove);
}

#[test]
fn caps_never_better_a_verdict() {
    let blocked = score(
        &vendor("F"),
        &[finding(Axis::Assurance, Severity::Critical)],
    )
    .ruling;
    assert_eq!(blocked.decision, Decision::DoNotApprove);
    assert_eq!(blocked.verdict, Verdict::DoNotApprove);
    assert!(caps(&blocked).contains(&Cap::CriticalRedFlag));
}

#[test]
fn a_knock_out_gate_opens_with_silence_and_fails_with_no() {
    let state = |answer| {
        let gates = ruling(&perfect_but("RV1", answer)).gates;
        let gate = gates.iter().find(|gate| gate.control.as_str() == "RV1");
        gate.expect("a live knock-out").state
    };
    assert_eq!(state(Answer::open()), GateState::Open);
    assert_eq!(state(Answer::new(0.0, vec![])), GateState::Failed);
    assert_eq!(state(Answer::new(1.0, vec![])), GateState::Passed);
    assert_eq!(state(Answer::new(0.83, vec![])), GateState::Failed);
    assert_eq!(state(Answer::new(0.84, vec![])), GateState::Passed);
}

#[test]
fn every_live_knock_out_has_a_gate() {
    let gates = ruling(&perfect()).gates;
    let ids: Vec<_> = gates.iter().map(|gate| gate.control.as_str()).collect();
    assert_eq!(ids, ["HA1", "HA3", "LG1", "NL1", "NL2", "PL1", "RV1"]);
}

#[test]
fn a_failed_gate_blocks_from_half_the_inherent_risk_on() {
    let decision = |data: f64| {
        let mut context = [0.0; 8];
        context[0] = data;
        context[4] = 1.0;
        let (model, profile) = (model(), profile(context));
        let score = assess(&Case {
            model: &model,
            profile: &profile,
            controls: &inputs(&perfect_but("RV1", Answer::new(0.0, vec![]))),
            findings: &[],
        });
        (score.inherent.risk, score.ruling.decision)
    };
    // J = 0.55 data + 0.35 reaches ln 2 at data = 0.6239.
    let (below, holds) = decision(0.62);
    let (above, blocks) = decision(0.63);
    assert!(below < 0.5 && above >= 0.5);
    assert_eq!((holds, blocks), (Decision::Hold, Decision::DoNotApprove));
}

#[test]
fn status_follows_the_answered_share_of_the_budget() {
    let with_open = |count: usize| {
        let mut answers = perfect();
        for answer in answers.values_mut().take(count) {
            *answer = Answer::open();
        }
        let ruling = ruling(&answers);
        (ruling.coverage, ruling.status)
    };
    for count in 0..=29 {
        let (coverage, status) = with_open(count);
        let expected = match coverage {
            share if share >= 0.8 => Status::Rated,
            share if share >= 0.4 => Status::Provisional,
            _ => Status::Unrated,
        };
        assert_eq!(status, expected);
    }
    assert_eq!(with_open(0).0, 1.0);
}

#[test]
fn the_band_range_spans_the_interval() {
    let ruling = ruling(&vendor("E"));
    assert_eq!(ruling.band, Band::High);
    assert_eq!(ruling.band_range, [Band::Elevated, Band::High]);
    let to_edge = ruling.to_nearest_edge.expect("five bands");
    assert!((to_edge - 5.349_773_342_550_55).abs() < 1e-9);
}

#[test]
fn the_axes_are_not_netted() {
    let certified = every(&model(), |control| match control.domain.as_str() {
        "assurance" => verified(),
        _ => Answer::new(0.0, vec![]),
    });
    let axes = score(&certified, &[]).axes;
    assert!((axes.assurance.expect("live") - 0.97).abs() < 1e-12);
    assert_eq!(axes.technical, Some(0.0));
}

#[test]
fn an_open_context_counts_as_the_worst_and_is_listed() {
    let (model, answers) = (model(), perfect());
    let score_in = |profile| {
        assess(&Case {
            model: &model,
            profile: &profile,
            controls: &inputs(&answers),
            findings: &[],
        })
    };
    let unknown = score_in(support::profile([1.0; 8]));
    let open = score_in(idp_assay::score::inherent::Profile::default());
    let worst = score_in(support::profile([1.0, 1.0, 1.0, 1e5, 1.0, 1.0, 1.0, 1.0]));
    assert_eq!(open.inherent.open().count(), 8);
    assert_eq!(unknown.inherent.open().count(), 0);
    assert!((open.inherent.risk - worst.inherent.risk).abs() < 1e-6);
}
