//! The report in Markdown: what it says for each kind of result, and that no text from outside can
//! change its structure.

mod fixture;

use fixture::{Picks, day, empty, filled};
use idp_assay::assessment::Assessment;
use idp_assay::built_in;
use idp_assay::pack::Pack;
use idp_assay::pack::id::QuestionId;
use idp_assay::pack::question::Role;
use idp_assay::render::document::{self, Block};
use idp_assay::render::markdown;
use idp_assay::report::{Audience, Frame, Report, SignOff, Signed};

fn written(pack: &Pack, assessment: &Assessment, audience: Audience) -> String {
    let report = Report::new(pack, assessment, &Frame::unsigned(audience));
    markdown::write(&report).expect("the templates fit the report")
}

/// The headings of the second level.
fn sections(markdown: &str) -> Vec<&str> {
    markdown
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .map(|heading| heading.split(" {#").next().expect("its words"))
        .collect()
}

#[test]
fn each_audience_gets_its_sections() {
    let pack = built_in::pack();
    let assessment = filled(&pack, Picks::Mixed);
    let of = |audience| written(&pack, &assessment, audience);
    assert_eq!(
        sections(&of(Audience::Committee)),
        [
            "Contents",
            "What stands against an approval, in full",
            "How to read this report",
            "Risk picture",
            "Domains and drivers",
            "Inherent risk of our use",
            "What would change the result",
            "Limits of this report",
        ]
    );
    assert_eq!(
        sections(&of(Audience::Analyst)),
        [
            "Contents",
            "Evidence requests",
            "Findings",
            "Remediation plan and contract clauses",
            "Assurance documents",
            "User-entity controls and our own validation",
            "Evidence over time",
            "How to read this report",
            "Limits of this report",
        ]
    );
    let architect = of(Audience::Architect);
    let sections = sections(&architect);
    assert_eq!(sections.len(), 19);
    assert_eq!(sections.last(), Some(&"Appendix"));
}

#[test]
fn every_edition_begins_with_the_same_page_one_and_names_the_others() {
    let pack = built_in::pack();
    let assessment = filled(&pack, Picks::Mixed);
    let page_one = |audience| {
        let text = written(&pack, &assessment, audience);
        let (page, rest) = text
            .split_once("## Contents {#contents}")
            .expect("contents follow");
        let title = match audience {
            Audience::Committee => "**Edition for the risk committee.**",
            Audience::Architect => "**Edition for the security architect.**",
            Audience::Analyst => "**Edition for the analyst.**",
        };
        assert!(rest.trim_start().starts_with(title));
        page.to_owned()
    };
    let first = page_one(Audience::Committee);
    assert_eq!(first, page_one(Audience::Architect));
    assert_eq!(first, page_one(Audience::Analyst));
}

#[test]
fn the_conditions_in_full_hold_those_of_page_one_and_every_serious_finding() {
    let pack = built_in::pack();
    let report = report_of(&pack, Picks::Mixed);
    let lines = report.conditions.expect("there are conditions").lines;
    let page_one = report.summary.conditions.iter();
    let mut told = page_one.filter(|line| !line.starts_with("Agree the remediation plan"));
    assert!(told.all(|line| lines.contains(line)));
    let findings = report.findings.expect("findings");
    let high = findings
        .technical
        .iter()
        .filter(|row| row.severity == "High");
    for row in high.filter(|row| row.id != "claim-refuted") {
        let told = lines.iter().any(|line| line.contains(&row.message));
        assert!(told, "{}: {}", row.id, row.message);
    }
}

#[test]
fn an_unrated_result_names_no_band_and_decides_nothing() {
    let pack = built_in::pack();
    let text = written(&pack, &empty(&pack), Audience::Committee);
    assert!(text.contains("value: Insufficient evidence"));
    assert!(text.contains("Residual risk | 4.6 to 93.4 | no band yet (Low to Critical) | open"));
    assert!(text.contains("Only 0 % of what can add risk is answered"));
}

#[test]
fn a_provisional_result_says_so() {
    let pack = built_in::pack();
    let text = written(&pack, &filled(&pack, Picks::Mixed), Audience::Committee);
    assert!(text.contains("Status | Provisional |"));
    assert!(text.contains("Critical, provisional;"));
    assert!(text.contains("so the result is provisional"));
}

#[test]
fn a_rated_result_names_its_band() {
    let pack = built_in::pack();
    let report = Report::new(
        &pack,
        &filled(&pack, Picks::Best),
        &Frame::unsigned(Audience::Committee),
    );
    assert_eq!(report.summary.standing.status, "Rated");
    assert_eq!(report.summary.residual.band, "Elevated");
}

#[test]
fn printed_drivers_add_up_to_the_printed_score() {
    let pack = built_in::pack();
    for picks in [Picks::Best, Picks::Worst, Picks::Mixed] {
        let frame = Frame::unsigned(Audience::Architect);
        let report = Report::new(&pack, &filled(&pack, picks), &frame);
        let drivers = report.drivers.expect("the architect gets the drivers");
        let rows: i64 = drivers.rows.iter().map(|row| tenths(&row.points)).sum();
        let domains: i64 = drivers.domains.iter().map(|bar| tenths(&bar.points)).sum();
        let total = tenths(&drivers.total) - tenths(&drivers.irreducible);
        assert_eq!((rows, domains), (total, total));
        for row in &drivers.rows {
            let parts = [&row.not_implemented, &row.not_proven, &row.open];
            let sum: i64 = parts.into_iter().map(|part| tenths(part)).sum();
            assert_eq!(sum, tenths(&row.points), "{}", row.control);
        }
    }
}

fn tenths(printed: &str) -> i64 {
    printed.replace('.', "").parse().expect("one decimal")
}

#[test]
fn every_fenced_block_of_a_report_is_drawn() {
    let pack = built_in::pack();
    for picks in [Picks::Best, Picks::Worst, Picks::Mixed] {
        for audience in [Audience::Committee, Audience::Architect, Audience::Analyst] {
            let text = written(&pack, &filled(&pack, picks), audience);
            let blocks = document::parse(&text).blocks;
            let undrawn = blocks.iter().find(|block| matches!(block, Block::Code(_)));
            assert_eq!(undrawn, None, "{audience:?}");
        }
    }
}

#[test]
fn a_picture_has_the_numbers_of_its_table() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Architect);
    let report = Report::new(&pack, &filled(&pack, Picks::Mixed), &frame);
    let (figures, drivers) = (
        report.figures,
        report.drivers.expect("the architect gets them"),
    );
    let domains = figures.domains.expect("a picture of the domains");
    for (bar, row) in domains.rows.iter().zip(&drivers.domains) {
        assert_eq!(
            bar.parts,
            [&row.not_implemented, &row.not_proven, &row.open].map(Clone::clone)
        );
    }
    let residual = figures.residual.expect("a picture of the residual risk");
    let exposure = figures.exposure.expect("a picture of the model");
    let points: Vec<&str> = exposure
        .readings
        .iter()
        .map(|row| row.residual.as_str())
        .collect();
    let point = residual.point.expect("a rated result");
    assert_eq!(
        points,
        [residual.low.value, point.value, residual.high.value]
    );
}

#[test]
fn inherent_points_add_up_to_the_printed_inherent_risk() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Committee);
    let report = Report::new(&pack, &filled(&pack, Picks::Mixed), &frame);
    let inherent = report.inherent.expect("the committee gets it");
    let sum: i64 = inherent.rows.iter().map(|row| tenths(&row.points)).sum();
    assert_eq!(sum, tenths(&inherent.points));
}

#[test]
fn every_report_states_its_limits() {
    let pack = built_in::pack();
    for audience in [Audience::Committee, Audience::Architect, Audience::Analyst] {
        let text = written(&pack, &empty(&pack), audience);
        assert!(text.contains("No universal standard makes"));
        assert!(text.contains("It is not a probability"));
    }
}

#[test]
fn a_soc_2_report_is_never_called_a_certificate() {
    let pack = built_in::pack();
    let text = written(&pack, &filled(&pack, Picks::Mixed), Audience::Architect);
    for wrong in ["SOC 2 certified", "SOC 2 certificate", "SOC 2 compliant"] {
        assert!(!text.contains(wrong), "{wrong}");
    }
}

#[test]
fn what_the_depth_left_out_is_said() {
    let pack = built_in::pack();
    let mut assessment = filled(&pack, Picks::Best);
    let full = written(&pack, &assessment, Audience::Committee);
    assert!(!full.contains("Left out by the depth"));
    assessment.depth = idp_assay::pack::question::Depth::Quick;
    let quick = written(&pack, &assessment, Audience::Committee);
    assert!(quick.contains("- Left out by the depth quick: "));
}

#[test]
fn who_has_not_signed_is_said_and_who_has_is_named() {
    let pack = built_in::pack();
    let assessment = empty(&pack);
    let unsigned = written(&pack, &assessment, Audience::Committee);
    assert_eq!(unsigned.matches("| not signed |").count(), 3);
    assert!(unsigned.contains("**Draft, not signed** · "));
    let frame = Frame {
        signed: Signed {
            reviewer: Some(SignOff {
                name: "R. Reviewer".to_owned(),
                on: day("2026-11-23"),
            }),
            ..Signed::default()
        },
        ..Frame::unsigned(Audience::Committee)
    };
    let report = Report::new(&pack, &assessment, &frame);
    let signed = markdown::write(&report).expect("the templates fit");
    assert!(signed.contains("Reviewer | R. Reviewer | 2026-11-23"));
    assert_eq!(signed.matches("| not signed |").count(), 2);
    assert!(signed.contains("**Draft, not signed by all** · "));
}

#[test]
fn requests_are_grouped_by_holder_and_open_ones_are_among_them() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Analyst);
    let report = Report::new(&pack, &empty(&pack), &frame);
    let requests = report.requests.expect("the analyst gets the requests");
    let titles: Vec<&str> = requests
        .groups
        .iter()
        .map(|group| group.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "From the vendor",
            "From the auditor or certification body, through the vendor",
            "From our own organisation",
        ]
    );
    let all = requests.groups.iter().flat_map(|group| &group.requests);
    assert!(all.clone().all(|request| request.why == "open"));
    assert!(all.clone().any(|request| request.question == "Q.rev.01"));
}

#[test]
fn the_same_assessment_gives_the_same_bytes() {
    let pack = built_in::pack();
    let text = || written(&pack, &filled(&pack, Picks::Mixed), Audience::Architect);
    assert_eq!(text(), text());
}

fn report_of(pack: &Pack, picks: Picks) -> Report {
    let frame = Frame::unsigned(Audience::Architect);
    Report::new(pack, &filled(pack, picks), &frame)
}

#[test]
fn page_one_gives_the_hardest_reasons_first_and_never_more_than_five() {
    let pack = built_in::pack();
    let worst = report_of(&pack, Picks::Worst).summary.reasons;
    assert_eq!(worst.len(), 5);
    assert!(worst[0].starts_with("Critical finding on HA2: "));
    assert!(worst[1].starts_with("Critical finding on RV1: "));
    assert!(worst[2].starts_with("Knock-outs fail: administrator MFA (HA1), "));
}

#[test]
fn a_gate_on_proof_that_is_not_met_gives_its_reason_and_its_condition() {
    let pack = built_in::pack();
    let summary = report_of(&pack, Picks::Best).summary;
    assert_eq!(summary.verdict.id, "pilot-only");
    assert_eq!(
        summary.reasons[0],
        "Gate A is not met: inventory and ownership (NL1), offboarding (NL2) and revocation (RV1) \
         have no proof beyond assertions and assurance documents."
    );
    assert_eq!(
        summary.conditions,
        [
            "Show by an export, a demonstration or our own test: inventory and ownership (NL1), \
             offboarding (NL2) and revocation (RV1)."
        ]
    );
}

#[test]
fn what_is_open_is_to_be_answered_and_not_to_be_put_in_place() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Committee);
    let summary = Report::new(&pack, &empty(&pack), &frame).summary;
    assert_eq!(summary.conditions_title, "What a decision needs");
    let put_in_place = |line: &String| line.starts_with("Put in place");
    assert!(!summary.conditions.iter().any(put_in_place));
    assert!(summary.conditions[0].starts_with("Answer and show "));
}

#[test]
fn what_nobody_answered_is_not_spoken_of_as_absent() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Architect);
    let report = Report::new(&pack, &empty(&pack), &frame);
    let plan = report.outlook.expect("an outlook").plan.expect("a plan");
    assert!(!plan.steps.is_empty());
    for step in &plan.steps {
        assert!(step.action.starts_with("answer, then "), "{}", step.control);
    }
    let advice = report.advice.expect("an advice");
    assert!(advice.simulation.is_empty());
    assert!(
        advice
            .not_removed
            .starts_with("Too little is answered to simulate")
    );
}

#[test]
fn what_is_known_to_be_absent_is_to_be_put_in_place() {
    let pack = built_in::pack();
    let mut assessment = filled(&pack, Picks::Worst);
    // An open context counts as the worst, so that there is a better band to plan for.
    let is_context = |id: &QuestionId| {
        let question = pack.question(id);
        question.is_some_and(|question| matches!(question.role, Role::Context(_)))
    };
    assessment.answers.retain(|id, _| !is_context(id));
    let report = Report::new(&pack, &assessment, &Frame::unsigned(Audience::Architect));
    let plan = report.outlook.expect("an outlook").plan.expect("a plan");
    assert_eq!(plan.steps[0].action, "put in place and test");
    let advice = report.advice.expect("an advice");
    assert_eq!(advice.simulation.len(), 4);
    assert!(advice.not_removed.contains("stays with both documents"));
}

#[test]
fn the_plan_cuts_scope_lifetime_and_reuse_before_it_adds_reviews() {
    let pack = built_in::pack();
    let plan = report_of(&pack, Picks::Worst).plan.expect("a plan");
    let rank = |control: &str| {
        let control = pack.model.control(&control.into()).expect("a control");
        match control.blast {
            Some(_) => 0,
            None if control.domain.as_str() == "reviews" => 2,
            None => 1,
        }
    };
    let pairs = plan.steps.windows(2);
    let mut same_severity = pairs.filter(|pair| pair[0].severity == pair[1].severity);
    assert!(same_severity.all(|pair| rank(&pair[0].control) <= rank(&pair[1].control)));
    assert_eq!(plan.steps[0].severity, "Critical");
}

#[test]
fn red_flags_of_documents_stand_apart_from_technical_findings() {
    let pack = built_in::pack();
    let findings = report_of(&pack, Picks::Worst).findings.expect("findings");
    let on_assurance = |control: &str| control.starts_with("AS");
    assert!(!findings.technical.is_empty() && !findings.red_flags.is_empty());
    assert!(
        !findings
            .technical
            .iter()
            .any(|row| on_assurance(&row.control))
    );
    assert!(
        findings
            .red_flags
            .iter()
            .all(|row| on_assurance(&row.control))
    );
}

#[test]
fn every_machine_identity_control_that_counts_is_checked() {
    let pack = built_in::pack();
    let nhi = report_of(&pack, Picks::Mixed).nhi.expect("the checks");
    let controls = pack.model.controls.iter();
    let expected = controls
        .filter(|control| control.subject == idp_assay::pack::model::Subject::Nhi)
        .count();
    assert_eq!(nhi.controls.len() + nhi.set_aside.len(), expected);
}
