//! The pack that is compiled in is the one that `--pack` reads, and it is as it should be.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use idp_assay::built_in;
use idp_assay::checks::Axis;
use idp_assay::checks::parity::subject_budgets;
use idp_assay::pack::Pack;
use idp_assay::pack::question::{Depth, Role, Severity};
use idp_assay::pack::reader::{self, Files};
use idp_assay::source::{Code, Problem, Source};

struct Folder(PathBuf);

impl Files for Folder {
    fn open(&self, path: &str) -> Result<Arc<Source>, Problem> {
        let path = self.0.join(path);
        let text = fs::read_to_string(&path);
        let text = text.map_err(|error| Problem::new(Code::Unreadable, error.to_string()))?;
        Ok(Source::new(path.display().to_string(), text))
    }
}

fn from_yaml() -> Pack {
    let folder = Folder(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("questionnaires/idp"));
    let manifest = folder.open("pack.yaml").expect("the manifest is there");
    reader::read(&manifest, &folder).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn the_compiled_pack_equals_its_yaml() {
    assert_eq!(built_in::pack(), from_yaml());
}

#[test]
fn there_are_twenty_nine_controls_each_with_a_gating_question() {
    let pack = built_in::pack();
    assert_eq!(pack.model.controls.len(), 29);
    for control in &pack.model.controls {
        let mut questions = pack.questions_of(&control.id);
        assert!(
            questions.any(|(question, scored)| scored.gating && question.when.is_none()),
            "{}",
            control.id
        );
    }
}

#[test]
fn quick_asks_exactly_the_gating_questions_of_controls() {
    for question in built_in::pack().questions() {
        if let Role::Scored(scored) = &question.role {
            assert_eq!(
                scored.gating,
                question.depth == Depth::Quick,
                "{}",
                question.id
            );
        }
    }
}

#[test]
fn standard_asks_most_questions_and_full_all() {
    let pack = built_in::pack();
    let all = pack.questions().count();
    let standard = pack
        .questions()
        .filter(|question| question.depth <= Depth::Standard)
        .count();
    assert!(standard * 2 > all && standard < all, "{standard} of {all}");
}

#[test]
fn only_live_leavers_and_no_revocation_are_critical_technical_findings() {
    let pack = built_in::pack();
    let mut critical = Vec::new();
    for question in pack.questions() {
        let Role::Scored(scored) = &question.role else {
            continue;
        };
        let control = pack
            .model
            .control(&scored.control)
            .expect("the control is known");
        let technical = Axis::of_domain(control.domain.as_str()) == Axis::Technical;
        let bad = question
            .bad
            .iter()
            .filter(|bad| bad.severity == Severity::Critical && technical);
        critical.extend(bad.map(|bad| bad.finding.as_str().to_string()));
    }
    critical.sort();
    assert_eq!(critical, ["live-leavers", "no-revocation"]);
}

#[test]
fn machine_identities_weigh_at_least_as_much_as_people() {
    let budgets = subject_budgets(&built_in::pack().model);
    assert!(budgets.holds_parity());
    let percent = |share: f64| (100.0 * share).round();
    assert_eq!(
        (
            percent(budgets.nhi),
            percent(budgets.human),
            percent(budgets.platform)
        ),
        (48.0, 23.0, 29.0)
    );
}

#[test]
fn the_framework_ids_of_the_seeds_that_are_wrong_are_nowhere_used() {
    for question in built_in::pack().questions() {
        for id in question.frameworks.values().flatten() {
            assert!(
                !id.starts_with("PR.AC") && !id.starts_with("NHI-0"),
                "{}: {id}",
                question.id
            );
        }
    }
}

#[test]
fn every_number_of_a_scale_has_its_source_or_is_a_judgement() {
    let pack = built_in::pack();
    for question in pack.questions() {
        for threshold in &question.thresholds {
            assert!(
                pack.catalogue.thresholds.contains_key(threshold),
                "{}",
                question.id
            );
        }
    }
}

#[test]
fn questions_and_controls_that_the_code_names_are_there() {
    const QUESTIONS: &[&str] = &[
        "Q.ctx.21", "Q.ctx.22", "Q.asr.02", "Q.asr.04", "Q.asr.07", "Q.asr.08", "Q.asr.11",
        "Q.asr.12",
    ];
    const CONTROLS: &[&str] = &[
        "NL1", "NL2", "NL4", "NC1", "NC2", "RV1", "LG1", "RW1", "AS1", "AS2",
    ];
    let pack = built_in::pack();
    for id in QUESTIONS {
        assert!(pack.question(&(*id).into()).is_some(), "{id}");
    }
    for id in CONTROLS {
        assert!(pack.model.control(&(*id).into()).is_some(), "{id}");
    }
}
