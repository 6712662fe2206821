//! What holds for any documents of any vendor.

use std::cell::Cell;

use idp_assay::assessment::answer::{Response, State};
use idp_assay::assessment::{Assessment, reader, writer};
use idp_assay::checks::documents::settle::settle;
use idp_assay::checks::{Axis, Finding};
use idp_assay::pack::model::EvidenceKind;
use idp_assay::pack::question::{Question, Role, Severity};
use idp_assay::score::credibility::Weigher;
use idp_assay::score::gate::ProofGateName;
use idp_assay::score::verdict::{Status, Verdict};
use idp_assay::score::{AssessmentScore, score_assessment};
use idp_assay::source::Source;

use super::fixture;
use super::random::{PROMPTS, Vendor, for_all, record, tested, without_credit};
use super::world::{PACK, World, report, rows_but};

const EPS: f64 = 1e-9;
/// Controls that need proof at gate A.
const GATE_A: [&str; 4] = ["NL1", "NL2", "NC2", "RV1"];

/// The four readings of the residual risk.
fn readings(score: &AssessmentScore) -> [f64; 4] {
    let residual = score.score.residual;
    [residual.point, residual.low, residual.high, residual.open]
}

fn verdict(score: &AssessmentScore) -> Verdict {
    score.score.ruling.verdict
}

/// Whether nothing about a score is better than about another.
fn assert_no_better(after: &AssessmentScore, before: &AssessmentScore, what: &str) {
    for (at, (after, before)) in readings(after).iter().zip(readings(before)).enumerate() {
        assert!(
            *after >= before - EPS,
            "{what}: reading {at} fell from {before} to {after}"
        );
    }
    assert!(
        verdict(after) >= verdict(before),
        "{what}: {:?}, was {:?}",
        verdict(after),
        verdict(before)
    );
}

/// Id of the report or of the certificate, as chance has it.
fn document(vendor: &Vendor) -> Option<&'static str> {
    let ids = match vendor.chance[0] % 3 {
        0 => ["C", "R"],
        _ => ["R", "C"],
    };
    ids.into_iter()
        .find(|id| vendor.world.docs.contains_key(*id))
}

/// The best verdict that decision, gates and critical findings leave, counted here once more.
fn ceiling(score: &AssessmentScore) -> Verdict {
    let ruling = &score.score.ruling;
    let decision = Verdict::from(ruling.decision);
    let is_critical = |finding: &&Finding| finding.severity == Severity::Critical;
    let critical = |axis| {
        score
            .findings
            .iter()
            .filter(is_critical)
            .any(|it| it.axis == axis)
    };
    let rated = ruling.status != Status::Unrated;
    let mut worst = if rated {
        decision
    } else {
        Verdict::InsufficientEvidence
    };
    let mut cap = |holds: bool, verdict: Verdict| {
        if holds {
            worst = worst.max(verdict);
        }
    };
    let is_met = |name| {
        let mut gates = ruling.proof.iter();
        gates.any(|gate| gate.name == name && gate.is_met())
    };
    cap(rated && !is_met(ProofGateName::A), Verdict::PilotOnly);
    cap(
        rated && !is_met(ProofGateName::B),
        Verdict::ApproveWithConditions,
    );
    cap(rated && critical(Axis::Assurance), Verdict::PilotOnly);
    cap(critical(Axis::Technical), Verdict::DoNotApprove);
    worst
}

/// The same vendor with documents that have nothing wrong, and every test recorded.
fn at_best(vendor: &Vendor) -> World {
    World {
        docs: World::good().docs,
        ..vendor.world.clone()
    }
}

#[test]
fn no_document_lifts_a_verdict_over_the_caps() {
    for_all(|vendor| {
        for world in [vendor.world.clone(), at_best(vendor)] {
            let score = vendor.score(&world);
            assert_eq!(verdict(&score), ceiling(&score));
        }
        true
    });
}

/// A vendor of little risk who answers everything at its best and whom we tested ourselves, but for
/// the controls that need proof at gate A; nothing but documents speaks for those.
fn strong(vendor: &Vendor) -> Assessment {
    let mut told = vendor.world.assessment();
    let is_proven = |question: &Question| match &question.role {
        Role::Scored(scored) => !GATE_A.contains(&scored.control.as_str()),
        _ => false,
    };
    for question in PACK.questions() {
        let is_scored = matches!(question.role, Role::Scored(_));
        let state = State::Answered(fixture::value(&question.form, is_scored));
        let response = Response {
            state,
            note: None,
            by: None,
            on: None,
        };
        told.answers.insert(question.id.clone(), response);
    }
    let tested = PACK.questions().filter(|question| is_proven(question));
    let tested: Vec<&str> = tested.map(|question| question.id.as_str()).collect();
    let record = format!(
        "{{id: V, kind: verified, from: us, date: 2026-11-01, reference: Tests, supports: [{}]}}",
        tested.join(", ")
    );
    told.evidence = World::empty().evidence(&record).assessment().evidence;
    told
}

#[test]
fn documents_lift_even_the_best_vendor_no_further_than_the_caps() {
    let lifted = Cell::new(0);
    for_all(|vendor| {
        let score = score_assessment(&PACK, &strong(vendor));
        assert_eq!(verdict(&score), ceiling(&score));
        let is_held_back = Verdict::from(score.score.ruling.decision) < verdict(&score);
        lifted.set(lifted.get() + u32::from(is_held_back));
        true
    });
    assert!(
        lifted.get() > 20,
        "caps held only {} verdicts back",
        lifted.get()
    );
}

#[test]
fn gate_a_wants_more_than_documents_without_a_recorded_test() {
    for_all(|vendor| {
        let score = vendor.as_is();
        let mut weigher = Weigher::new(&PACK.model.evidence);
        let missing = &score.score.ruling.proof[0].missing;
        for control in &score.controls {
            let id = control.control().as_str();
            if !GATE_A.contains(&id) {
                continue;
            }
            let answered = control
                .questions()
                .iter()
                .filter(|it| it.level.answered() > 0.0);
            let mut items = answered.flat_map(|input| &input.evidence);
            let is_proven = items.any(|item| {
                let is_proof = match item.kind {
                    EvidenceKind::Iso27001 | EvidenceKind::Soc2T1 => false,
                    EvidenceKind::Soc2T2 => item.tested_control,
                    _ => true,
                };
                is_proof && weigher.adds_to_assertion(item)
            });
            let is_missing = missing.iter().any(|missing| missing.control.as_str() == id);
            assert_eq!(is_missing, !is_proven, "{id}");
        }
        true
    });
}

#[test]
fn a_fault_in_a_document_never_lowers_the_risk() {
    for_all(|vendor| {
        let Some(id) = document(vendor) else {
            return false;
        };
        let before = vendor.as_is();
        let good = vendor.fields(id).into_iter().filter(|(_, at)| *at == 0);
        let good: Vec<_> = good.map(|((_, values), _)| values).collect();
        for (chance, other) in [(0, 1), (1, 0)] {
            let values = &good[vendor.chance[chance] % good.len()][1..];
            let value = &values[vendor.chance[other] % values.len()];
            let mut world = vendor.world.clone();
            record(&mut world, id, value);
            assert_no_better(&vendor.score(&world), &before, &format!("{id} {value:?}"));
        }
        true
    });
}

#[test]
fn another_exception_event_exclusion_or_nonconformity_never_lowers_the_risk() {
    let more = [
        (
            "R",
            "exceptions",
            "{criterion: CC6.1, sample: 100, count: 1, response: Mended, remedy: 2026-12-01}",
        ),
        (
            "R",
            "exceptions",
            "{criterion: CC7.2, topic: rotation, count: 2}",
        ),
        (
            "R",
            "later-events",
            "{what: Theft, weight: grave, topic: offboarding}",
        ),
        ("C", "exclusions", "{control: A.8.2}"),
        ("C", "nonconformities", "{grade: major, open: yes}"),
        (
            "R",
            "subservice",
            "{name: Other, does: [keys], method: carve-out, csocs: no}",
        ),
        ("R", "entity-controls", "{control: Watch the logs}"),
    ];
    for_all(|vendor| {
        let before = vendor.as_is();
        let mut looked = false;
        for at in vendor.chance {
            let (id, field, row) = more[at % more.len()];
            let Some(doc) = vendor.world.docs.get(id) else {
                continue;
            };
            let rows = doc.fields.get(field).map_or("[]", String::as_str);
            let inner = rows.trim_matches(['[', ']']);
            let joined = match inner {
                "" => format!("[{row}]"),
                _ => format!("{}, {row}]", &rows[..rows.len() - 1]),
            };
            let mut world = vendor.world.clone().set(id, field, &joined);
            if ["exceptions", "exclusions"].contains(&field) {
                world = world.set(id, &format!("has-{field}"), "yes");
            }
            assert_no_better(
                &vendor.score(&world),
                &before,
                &format!("{id} {field} {row}"),
            );
            looked = true;
        }
        looked
    });
}

#[test]
fn a_mended_fault_never_raises_the_risk() {
    for_all(|vendor| {
        let before = vendor.as_is();
        let mut looked = false;
        for id in ["R", "C"]
            .into_iter()
            .filter(|id| vendor.world.docs.contains_key(*id))
        {
            for ((_, values), at) in vendor.fields(id) {
                if at > 0 {
                    let mut world = vendor.world.clone();
                    record(&mut world, id, &values[0]);
                    let what = format!("{id} {:?} mended", values[at]);
                    assert_no_better(&before, &vendor.score(&world), &what);
                    looked = true;
                }
            }
        }
        looked
    });
}

#[test]
fn a_newer_report_or_audit_never_raises_the_risk() {
    for_all(|vendor| {
        // A report before it would leave a hole behind a newer one.
        let mut world = vendor.world.clone();
        world.docs.remove("R0");
        if world.docs.contains_key("R") {
            world = world.set("R", "period", "{from: 2025-09-15, to: 2026-09-14}");
            world = world.set("R", "report-date", "2026-09-30");
            let newer = world
                .clone()
                .set("R", "period", "{from: 2025-11-01, to: 2026-10-31}");
            let newer = newer.set("R", "report-date", "2026-11-10");
            assert_no_better(
                &vendor.score(&world),
                &vendor.score(&newer),
                "a newer report",
            );
        }
        if world.docs.contains_key("C") {
            let newer = world.clone().set("C", "last-audit", "2026-11-01");
            assert_no_better(
                &vendor.score(&world),
                &vendor.score(&newer),
                "a newer audit",
            );
        }
        true
    });
}

#[test]
fn a_test_that_is_recorded_never_raises_the_risk() {
    for_all(|vendor| {
        let Some(rows) = vendor
            .world
            .docs
            .get("R")
            .and_then(|doc| doc.fields.get("topics"))
        else {
            return false;
        };
        let before = vendor.as_is();
        let topics = ["rotation", "inventory", "third_party_nhi", "break_glass"];
        let row = tested(topics[vendor.chance[0] % topics.len()]);
        let more = match rows.as_str() {
            "[]" => format!("[{row}]"),
            rows => rows.replacen('[', &format!("[{row}, "), 1),
        };
        let world = vendor.world.clone().set("R", "topics", &more);
        assert_no_better(&before, &vendor.score(&world), &row);
        true
    });
}

#[test]
fn naming_the_scope_of_a_good_document_never_raises_the_risk() {
    for_all(|vendor| {
        let good = at_best(vendor);
        let named = vendor.score(&good);
        let (id, listed) = [("R", "system"), ("C", "scope")][vendor.chance[0] % 2];
        let unnamed = good.clone().unset(id, "product").unset(id, listed);
        let other = good.set(id, "product", "no");
        for world in [unnamed, other] {
            let score = vendor.score(&world);
            assert!(score.score.residual.point >= named.score.residual.point - EPS);
            assert!(score.score.residual.high >= named.score.residual.high - EPS);
            assert!(verdict(&score) >= verdict(&named));
        }
        true
    });
}

#[test]
fn a_document_without_a_scope_statement_is_no_document() {
    for_all(|vendor| {
        // Without the question on kinds, which opens others, and without a document that it follows
        // or supersedes.
        let told = World {
            docs: Default::default(),
            ..vendor.world.clone()
        };
        let told = told.answer("Q.asr.01", "[soc2_t2, soc2_t1, iso]");
        let none = vendor.score(&told);
        let mut looked = false;
        for (id, listed) in [("R", "system"), ("C", "scope")] {
            let Some(doc) = vendor.world.docs.get(id) else {
                continue;
            };
            let alone = told.clone().add(id, doc.clone());
            let silent = vendor.score(&alone.unset(id, "product").unset(id, listed));
            assert_eq!(silent.score.residual, none.score.residual);
            assert_eq!(silent.score.controls, none.score.controls);
            assert!(verdict(&silent) >= verdict(&none));
            looked = true;
        }
        looked
    });
}

#[test]
fn what_credits_nothing_changes_no_number() {
    for_all(|vendor| {
        let documents = without_credit();
        let document = documents[vendor.chance[0] % documents.len()].clone();
        let mut world = vendor.world.clone();
        if document.kind == "bridge_letter" && !world.docs.contains_key("R") {
            return false;
        }
        world = world.add("Z", document);
        let (before, after) = (vendor.as_is(), vendor.score(&world));
        assert_eq!(after.score.residual, before.score.residual);
        assert_eq!(after.score.controls, before.score.controls);
        assert_eq!(after.score.ruling.coverage, before.score.ruling.coverage);
        assert!(verdict(&after) >= verdict(&before));
        true
    });
}

#[test]
fn prompts_move_nothing() {
    for_all(|vendor| {
        let (id, field, values) = PROMPTS[vendor.chance[0] % PROMPTS.len()];
        if !vendor.world.docs.contains_key(id) {
            return false;
        }
        let [one, other] = values.map(|value| {
            let score = vendor.score(&vendor.world.clone().set(id, field, value));
            (score.score, score.findings)
        });
        assert_eq!(one, other, "{id} {field}");
        true
    });
}

#[test]
fn what_nobody_confirmed_changes_nothing() {
    for_all(|vendor| {
        let none = World {
            docs: Default::default(),
            ..vendor.world.clone()
        };
        assert_eq!(
            vendor.score(&vendor.world.clone().unconfirmed()),
            vendor.score(&none)
        );
        true
    });
}

#[test]
fn time_alone_never_lowers_the_risk() {
    for_all(|vendor| {
        let before = vendor.as_is();
        let days = ["2026-12-10", "2027-03-03", "2027-11-01", "2028-05-02"];
        let mut told = vendor.assessment(&vendor.world);
        told.as_of = days[vendor.chance[0] % days.len()].parse().expect("a day");
        let after = score_assessment(&PACK, &told);
        assert_no_better(&after, &before, days[vendor.chance[0] % days.len()]);
        true
    });
}

#[test]
fn settling_is_idempotent_and_writing_keeps_everything() {
    for_all(|vendor| {
        let told = vendor.assessment(&vendor.world);
        if let Some(once) = settle(&PACK, &told) {
            assert_eq!(settle(&PACK, &once), None);
        }
        let source = Source::new("assessment.yaml", writer::write(&told));
        let read =
            reader::read(&source, &PACK, None).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(read, told);
        true
    });
}

#[test]
fn the_best_documents_alone_never_approve() {
    for_all(|vendor| {
        let bare = at_best(vendor).add("R", report().with("topics", &rows_but("", "control=")));
        let world = World {
            evidence: vec![],
            ..bare
        };
        assert!(verdict(&vendor.score(&world)) >= Verdict::PilotOnly);
        true
    });
}
