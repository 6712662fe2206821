//! The numbers of the model: those that ship are the reference's, and their fingerprint tells.

mod support;

use idp_assay::built_in;
use idp_assay::pack::model::{EvidenceKind, Factor, Model};
use idp_assay::score::fingerprint::fingerprint;
use support::model;

fn changed(change: impl FnOnce(&mut Model)) -> String {
    let mut model = model();
    change(&mut model);
    fingerprint(&model)
}

#[test]
fn the_built_in_model_is_the_reference() {
    assert_eq!(fingerprint(&built_in::pack().model), fingerprint(&model()));
}

#[test]
fn order_and_titles_leave_the_fingerprint_alone() {
    let same = changed(|model| {
        model.controls.reverse();
        model.domains.reverse();
        model.controls[0].title = "Another title".to_owned();
        model.domains[0].title = "Another title".to_owned();
    });
    assert_eq!(same, fingerprint(&model()));
    assert_eq!(same.len(), 16);
}

#[test]
fn every_kind_of_number_changes_the_fingerprint() {
    let mut prints = vec![
        fingerprint(&model()),
        changed(|model| model.version.push('x')),
        changed(|model| model.shape.q = 5.0),
        changed(|model| {
            let rung = model.evidence.ladder.get_mut(&EvidenceKind::Policy);
            rung.expect("a rung").credibility = 0.41;
        }),
        changed(|model| {
            model.inherent.beta.insert(Factor::Cicd, 0.36);
        }),
        changed(|model| model.limits.gate_effectiveness = 0.45),
        changed(|model| model.bands[1].from = 21.0),
        changed(|model| model.domains[0].budget += 0.01),
        changed(|model| model.controls[0].weight += 1.0),
        changed(|model| model.controls.truncate(28)),
    ];
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), 10);
}
