//! The vendor that does not exist: answered in full, good papers, neglected machine identities.

use idp_assay::assessment::answer::State;
use idp_assay::assessment::level::level;
use idp_assay::assessment::live::Live;
use idp_assay::cli::store::Opened;
use idp_assay::pack::model::{Band, EvidenceKind};
use idp_assay::pack::question::{Depth, Severity};
use idp_assay::score::verdict::{Status, Verdict};

use super::{MADE_UP, open, score};

#[test]
fn the_made_up_vendor_is_answered_in_full() {
    let Opened { pack, assessment } = open(MADE_UP);
    assert_eq!(assessment.depth, Depth::Full);
    let live = Live::new(&pack, &assessment);
    for question in pack.questions().filter(|question| live.asks(&question.id)) {
        let held = assessment.answers.get(&question.id);
        let held = held.unwrap_or_else(|| panic!("{} is not answered", question.id));
        assert_ne!(held.state, State::Open, "{}", question.id);
        if let State::Answered(_) = &held.state
            && let Some(level) = level(&question.form, Some(&held.state))
        {
            assert!(level.answered() >= 1.0, "{}", question.id);
        }
    }
}

#[test]
fn the_made_up_vendor_shows_every_state_and_every_kind_of_evidence() {
    let Opened { assessment, .. } = open(MADE_UP);
    let states = |is: fn(&State) -> bool| {
        let responses = assessment.answers.values();
        responses.filter(|response| is(&response.state)).count()
    };
    let approved = |state: &State, yes| match state {
        State::NotApplicable(reason) => reason.approved.is_some() == yes,
        _ => false,
    };
    assert_eq!(states(|state| matches!(state, State::Unknown(_))), 1);
    let responses = || assessment.answers.values();
    assert_eq!(
        responses()
            .filter(|held| approved(&held.state, true))
            .count(),
        1
    );
    assert_eq!(
        responses()
            .filter(|held| approved(&held.state, false))
            .count(),
        1
    );
    for kind in [
        EvidenceKind::Soc2T2,
        EvidenceKind::Iso27001,
        EvidenceKind::Policy,
        EvidenceKind::ConfigExport,
        EvidenceKind::Verified,
    ] {
        let mut records = assessment.evidence.iter();
        assert!(records.any(|record| record.kind == kind), "{kind:?}");
    }
    let mut tested = assessment.evidence.iter();
    assert!(tested.any(|record| record.tested_control.is_some() && record.exceptions == 1));
}

#[test]
fn the_made_up_vendor_may_be_used_under_conditions() {
    let opened = open(MADE_UP);
    let scored = score(&opened);
    let ruling = &scored.score.ruling;
    assert_eq!(ruling.status, Status::Rated);
    assert_eq!(ruling.band, Band::Elevated);
    assert_eq!(ruling.verdict, Verdict::ApproveWithConditions);
    let of_machines = |question: &str| {
        let mut findings = scored.findings.iter();
        findings.any(|found| {
            found
                .place
                .question()
                .is_some_and(|found| found.as_str() == question)
                && found.severity >= Severity::High
        })
    };
    for question in ["Q.tok.05", "Q.rvw.02", "Q.rev.01", "Q.own.01"] {
        assert!(of_machines(question), "{question}");
    }
}
