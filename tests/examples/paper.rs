//! The vendor with spotless papers: they do not make up for controls that are missing.

use idp_assay::assessment::answer::{State, Value};
use idp_assay::checks::Axis;
use idp_assay::pack::model::Subject;
use idp_assay::pack::question::Severity;
use idp_assay::score::gate::GateState;
use idp_assay::score::verdict::{Status, Verdict};

use super::{PAPER, open, score};

#[test]
fn spotless_papers_do_not_make_up_for_missing_controls() {
    let opened = open(PAPER);
    let scored = score(&opened);
    let ruling = &scored.score.ruling;
    assert_eq!(ruling.status, Status::Rated);
    assert_eq!(ruling.verdict, Verdict::DoNotApprove);
    let failed = ruling
        .gates
        .iter()
        .filter(|gate| gate.state == GateState::Failed);
    let failed: Vec<&str> = failed.map(|gate| gate.control.as_str()).collect();
    assert_eq!(failed, ["NL1", "NL2", "RV1"]);
}

#[test]
fn the_papers_of_the_paper_vendor_are_spotless() {
    let opened = open(PAPER);
    let scored = score(&opened);
    let held = |id: &str| match &opened.assessment.answers[id].state {
        State::Answered(Value::Several(chosen)) => chosen.iter().map(|id| id.to_string()).collect(),
        _ => vec![],
    };
    for document in ["iso", "soc2_t2", "iso27017", "iso27018", "star_2"] {
        assert!(
            held("Q.asr.01").contains(&document.to_string()),
            "{document}"
        );
    }
    let level_of = |control: &str| {
        let result = scored.score.control(&control.into());
        result.expect("the control is live").readings.claimed
    };
    assert!(level_of("AS1") > 0.99 && level_of("AS2") > 0.99);
    let red = scored
        .findings
        .iter()
        .filter(|found| found.axis == Axis::Assurance);
    let red: Vec<_> = red
        .map(|found| (found.control.as_str(), found.severity))
        .collect();
    assert!(red.iter().all(|&(control, severity)| control != "AS1"
        && control != "AS2"
        && severity < Severity::Critical));
}

#[test]
fn the_paper_vendor_looks_after_people_and_not_after_machines() {
    let opened = open(PAPER);
    let scored = score(&opened);
    for control in &opened.pack.model.controls {
        let result = scored
            .score
            .control(&control.id)
            .expect("the control is live");
        let claimed = result.readings.claimed;
        match control.subject {
            Subject::Human => assert!(claimed > 0.7, "{}: {claimed}", control.id),
            Subject::Nhi => assert!(claimed < 0.25, "{}: {claimed}", control.id),
            Subject::Platform => {}
        }
    }
}
