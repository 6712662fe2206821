//! What-if, plan and simulation against the numbers of the reference implementation.

mod support;

use idp_assay::pack::model::Band;
use idp_assay::score::Case;
use idp_assay::score::simulation::{Simulation, simulate};
use idp_assay::score::whatif::{Action, Plan, WhatIf, plan, what_if};
use support::vectors::vendor;
use support::{Answer, Answers, every, inputs, model, reference_profile};

const EPS: f64 = 1e-9;

/// Runs `look` on a case in the reference context.
fn on<T>(answers: &Answers, look: impl Fn(&Case) -> T) -> T {
    let (model, profile) = (model(), reference_profile());
    look(&Case {
        model: &model,
        profile: &profile,
        controls: &inputs(answers),
        findings: &[],
    })
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < EPS, "{found}, not {expected}");
}

fn steps(plan: &Plan) -> Vec<(&str, Action)> {
    let steps = plan.steps.iter();
    steps
        .map(|step| (step.control.as_str(), step.action))
        .collect()
}

#[test]
fn revocation_is_what_changes_vendor_e_most() {
    let rows: Vec<WhatIf> = on(&vendor("E"), what_if);
    let first: Vec<_> = rows[..4].iter().map(|row| row.control.as_str()).collect();
    assert_eq!(first, ["RV1", "PR2", "LG3", "RW1"]);
    near(rows[0].implement, 9.683454969984396);
    near(rows[0].prove, 0.0);
    near(rows[0].both, 14.565875139054356);
    near(rows[1].implement, 0.34365904702045214);
    near(rows[1].prove, 0.7245030082827526);
    near(rows[1].both, 0.9924074276455741);
}

#[test]
fn the_plan_of_vendor_e_to_moderate_is_that_of_the_reference() {
    use Action::{ImplementAndVerify as Mend, Verify};
    let plan = on(&vendor("E"), |case| plan(case, Band::Moderate));
    let expected = [
        ("RV1", Mend),
        ("RV2", Mend),
        ("PR2", Mend),
        ("PR1", Mend),
        ("LG3", Mend),
        ("PR3", Verify),
        ("RW1", Mend),
    ];
    assert_eq!(steps(&plan), expected);
    near(plan.steps[0].after, 50.78389820349619);
    near(plan.steps[6].after, 38.51011507837471);
    assert_eq!(plan.reached, Band::Moderate);
}

#[test]
fn vendor_f_needs_eleven_steps() {
    let plan = on(&vendor("F"), |case| plan(case, Band::Moderate));
    assert_eq!(plan.steps.len(), 11);
    near(plan.steps[10].after, 38.390219125384206);
}

#[test]
fn nothing_is_planned_where_the_target_is_reached() {
    let plan = on(&vendor("A"), |case| plan(case, Band::Low));
    assert_eq!((plan.steps, plan.reached), (vec![], Band::Low));
}

#[test]
fn a_plan_ends_where_no_step_gains() {
    let (mut model, profile) = (model(), reference_profile());
    model.shape.eta0 = 0.5;
    let plan = plan(
        &Case {
            model: &model,
            profile: &profile,
            controls: &inputs(&vendor("D")),
            findings: &[],
        },
        Band::Low,
    );
    assert!(plan.reached > Band::Low);
    assert!(plan.steps.len() <= 29);
}

fn check(vendor: &Answers, expected: Simulation) {
    let found = on(vendor, simulate);
    near(found.today, expected.today);
    near(found.iso27001, expected.iso27001);
    near(found.soc2_type2, expected.soc2_type2);
    near(found.both, expected.both);
}

#[test]
fn documents_change_what_the_reference_says() {
    check(
        &vendor("C"),
        Simulation {
            today: 27.437015561646962,
            iso27001: 26.830174211439857,
            soc2_type2: 23.777742838230107,
            both: 22.949514635882004,
        },
    );
    check(
        &vendor("G"),
        Simulation {
            today: 73.23126087381361,
            iso27001: 69.29836861274003,
            soc2_type2: 50.40524753243727,
            both: 49.89770528461633,
        },
    );
}

#[test]
fn no_document_removes_what_is_not_there() {
    let found = on(&vendor("F"), simulate);
    near(found.iso27001, 81.2692792586916);
    near(found.not_removed(), 0.9946566657513577);
}

#[test]
fn a_document_answers_no_open_question() {
    let open = every(&model(), |_| Answer::open());
    let found = on(&open, simulate);
    let no = every(&model(), |control| match control.id.as_str() {
        "AS1" | "AS2" => Answer::open(),
        _ => Answer::new(0.0, vec![]),
    });
    near(found.both, on(&no, simulate).both);
}
