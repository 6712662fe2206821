//! What a report says about assurance documents.

mod sample;
mod schema;

use idp_assay::assessment::Assessment;
use idp_assay::assessment::evidence::{EvidenceRecord, Supports};
use idp_assay::built_in;
use idp_assay::pack::Pack;
use idp_assay::pack::id::EvidenceId;
use idp_assay::pack::model::{EvidenceKind, Relevance};
use idp_assay::pack::question::Role;
use idp_assay::render::{json, markdown};
use idp_assay::report::{Audience, Frame, Report};
use idp_assay::score::score_assessment;
use serde_json::Value;

const AUDIENCES: [Audience; 3] = [Audience::Committee, Audience::Architect, Audience::Analyst];

fn written(pack: &Pack, assessment: &Assessment, audience: Audience) -> String {
    let report = Report::new(pack, assessment, &Frame::unsigned(audience));
    markdown::write(&report).expect("the templates fit the report")
}

fn sample(audience: Audience) -> String {
    let pack = built_in::pack();
    written(&pack, &sample::assessment(&pack), audience)
}

/// The part of a report under a heading of any level, up to the next one.
fn under<'t>(text: &'t str, heading: &str) -> &'t str {
    let at = text
        .find(&format!("# {heading} {{#"))
        .unwrap_or_else(|| panic!("no `{heading}`"));
    let body = text[at..].split_once('\n').expect("a heading is a line").1;
    body.split("\n#").next().expect("the first part is there")
}

/// The row of a table that begins with these words.
fn row<'t>(text: &'t str, begins: &str) -> &'t str {
    let begins = format!("| {begins}");
    let mut rows = text.lines().filter(|line| line.starts_with(&begins));
    rows.next().unwrap_or_else(|| panic!("no row `{begins}`"))
}

#[test]
fn each_document_says_what_it_counts_as_and_until_when() {
    let text = sample(Audience::Architect);
    let register = under(&text, "Assurance documents");
    for (id, says) in [
        ("D1", "history: followed by D2 | –"),
        (
            "D2",
            "less on some topics (RF-S-24, RF-S-34, RF-S-40, RF-X-02) | 2028-04-01: eighteen months",
        ),
        (
            "D3",
            "speaks less directly (RF-I-15) | 2028-03-01: the day after its expiry",
        ),
        ("D4", "does not count: not confirmed by a person | –"),
        (
            "D5",
            "does not count: not read far enough: accreditation | –",
        ),
        (
            "D6",
            "it only bridges the time after a report | 2026-12-02: a month after",
        ),
        (
            "D7",
            "does not count: a document of this kind credits nothing | –",
        ),
    ] {
        let row = row(register, &format!("**{id}**"));
        assert!(row.contains(says), "{row}");
    }
    assert!(
        row(register, "**D2**")
            .contains("period 2025-10-01 to 2026-09-30; report dated 2026-11-02; 1.7 months old")
    );
    assert!(row(register, "**D2**").contains("*(confirmed by Ana on 2026-11-20)*"));
    assert!(register.contains("- D2 brindlewick.evidence/soc2.pdf: 0000"));
}

#[test]
fn on_the_day_it_is_said_to_stop_a_document_counts_no_more() {
    let pack = built_in::pack();
    for (id, before, day, flag) in [
        ("D2", "2028-03-31", "2028-04-01", "RF-S-06"),
        ("D3", "2028-02-29", "2028-03-01", "RF-I-02"),
    ] {
        let says = |as_of: &str| {
            let mut assessment = sample::assessment(&pack);
            assessment.as_of = as_of.parse().expect("a date");
            let text = written(&pack, &assessment, Audience::Analyst);
            row(&text, &format!("**{id}**")).to_owned()
        };
        assert!(!says(before).contains("no credit"), "{}", says(before));
        assert!(
            says(before).contains(&format!("| {day}: ")),
            "{}",
            says(before)
        );
        assert!(
            says(day).contains(&format!("| no credit: {flag}")),
            "{}",
            says(day)
        );
    }
}

#[test]
fn a_scope_that_does_not_name_the_product_is_told_from_one_that_nobody_read() {
    let pack = built_in::pack();
    let says = |from: &str, to: &str| {
        let assessment = sample::changed(&pack, &[(from, to)]);
        let text = written(&pack, &assessment, Audience::Analyst);
        row(&text, "**D3**").to_owned()
    };
    let unread = says(
        "expiry: 2028-02-29\n      product: yes",
        "expiry: 2028-02-29",
    );
    assert!(
        unread.contains("nobody has said whether its scope names the product"),
        "{unread}"
    );
    let other = says(
        "expiry: 2028-02-29\n      product: yes",
        "expiry: 2028-02-29\n      product: no",
    );
    assert!(
        other.contains("does not count: its scope does not name the product"),
        "{other}"
    );
}

#[test]
fn a_flag_on_the_whole_document_leaves_it_without_credit() {
    let pack = built_in::pack();
    let assessment = sample::changed(
        &pack,
        &[(
            "auditor: Bram & Co",
            "auditor: Bram & Co\n      licensed: no",
        )],
    );
    let text = written(&pack, &assessment, Audience::Analyst);
    assert!(row(&text, "**D2**").contains("| no credit: RF-S-25"));
}

#[test]
fn what_was_read_by_the_program_is_shown_to_the_architect_alone() {
    let words = "throughout the period October 1, 2025";
    assert!(under(&sample(Audience::Architect), "Assurance documents").contains(words));
    assert!(!sample(Audience::Analyst).contains(words));
}

#[test]
fn records_of_documents_are_said_to_be_recorded_without_being_read() {
    let text = sample(Audience::Architect);
    let register = under(&text, "Evidence register");
    let said = "recorded without being read: scope, opinion and exceptions are the reviewer's word";
    assert!(row(register, "E1 ").contains(said));
    assert!(
        !row(register, "E9 ").contains(said),
        "an export is no such document"
    );
    assert!(under(&text, "Assurance documents").contains("Recorded without being read: E1, E2"));
}

#[test]
fn the_matrix_says_what_was_recorded_and_marks_the_rest_as_the_catalogue() {
    let text = sample(Audience::Architect);
    let matrix = under(&text, "What SOC 2 and ISO/IEC 27001 cover");
    for (topic, says) in [
        (
            "Secret rotation",
            "tested: CC6.1-04 in D2, machine identities not in the population, less by RF-S-24, RF-S-34 | catalogue: ",
        ),
        ("Secret rotation", "| tested, machine identities aside |"),
        (
            "Log coverage",
            "tested: CC7.2-01 in D2, machine identities in the population | declared: A.8.15 in D3 | – | tested |",
        ),
        (
            "Environment isolation",
            "| carved out in D2, less by RF-S-24, RF-S-40 |",
        ),
        (
            "Environment isolation",
            "| needed: left to another company |",
        ),
        ("Offboarding", "| left to us in D2 |"),
        (
            "Offboarding",
            "Remove leavers from the tenant on the day they leave (Team Access, in place, and checked by us) | needed: left to us |",
        ),
        ("Token lifetime", "| not mentioned in D2, less by RF-S-40 |"),
        ("Token lifetime", "| needed: no document mentions it |"),
        (
            "Dormancy",
            "| not mentioned in D3 | – | needed: no document mentions it |",
        ),
        (
            "Secret storage",
            "Keep API keys out of source code (no owner, state not recorded) | needed: a control of ours is not settled |",
        ),
        (
            "Least privilege",
            "| catalogue: generic to partial | catalogue: none to generic | – | not recorded |",
        ),
    ] {
        let row = row(matrix, topic);
        assert!(row.contains(says), "{row}");
    }
}

#[test]
fn a_red_flag_says_what_it_does_to_whose_credibility_and_how_it_is_sourced() {
    let text = sample(Audience::Analyst);
    let flags = under(&text, "Red flags of assurance documents");
    let flag = |id: &str| row(flags, &format!("High | **{id}**")).to_owned();
    assert!(flag("RF-I-15").contains("| D3, last-audit (AS1) | the document speaks one step less directly, on all that it speaks about | our judgement: "));
    assert!(flag("RF-S-34").contains(
        "the document gives no credit there: Secret rotation, of machine identities (NC2, NL3)"
    ));
    assert!(flag("RF-S-21").contains("| noted; it does not move the score |"));
    let judged = row(flags, "Medium | **RF-S-20**");
    assert!(judged.ends_with("| our judgement |"), "{judged}");
}

#[test]
fn prompts_stand_apart_and_are_no_findings() {
    let pack = built_in::pack();
    let assessment = sample::assessment(&pack);
    let text = written(&pack, &assessment, Audience::Analyst);
    let prompts = under(&text, "To look at; no finding");
    for id in ["RF-S-27", "RF-S-41", "RF-I-22"] {
        assert!(prompts.contains(&format!("- **{id}** ")), "{id}");
        assert!(
            !under(&text, "Red flags of assurance documents").contains(id),
            "{id}"
        );
        let mut findings = score_assessment(&pack, &assessment).findings.into_iter();
        assert!(findings.all(|finding| finding.id.as_str() != id));
    }
}

#[test]
fn messages_bear_no_marks_of_the_terminal() {
    let text = sample(Audience::Analyst);
    for heading in [
        "Red flags of assurance documents",
        "To look at; no finding",
        "Remediation plan and contract clauses",
    ] {
        assert!(!under(&text, heading).contains('`'), "{heading}");
    }
    assert!(
        under(&text, "Red flags of assurance documents").contains("Cumulo Cloud is carved out")
    );
}

#[test]
fn controls_left_to_us_stand_with_owner_state_and_check() {
    let text = sample(Audience::Analyst);
    let ours = under(&text, "User-entity controls and our own validation");
    assert_eq!(
        row(ours, "Remove leavers"),
        "| Remove leavers from the tenant on the day they leave (D2) | Offboarding (people and machines) | Team Access | in place, and checked by us | 2026-10-01 |"
    );
    assert!(
        row(ours, "Keep API keys")
            .ends_with("| Secret storage | **nobody** | state not recorded | – |")
    );
}

#[test]
fn the_plan_holds_our_own_validation_and_no_finding_for_it() {
    let pack = built_in::pack();
    let report = Report::new(
        &pack,
        &sample::assessment(&pack),
        &Frame::unsigned(Audience::Analyst),
    );
    let plan = report.plan.expect("the analyst gets the plan");
    let steps: Vec<(&str, Vec<&str>)> = plan
        .validation
        .iter()
        .map(|step| {
            (
                step.why.as_str(),
                step.subjects.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    assert_eq!(
        steps,
        [
            (
                "No document mentions them.",
                vec![
                    "Token lifetime and containment (NC1, NC4, NL3)",
                    "Revocation at scale (RV1, RV2)",
                    "Dormancy detection (HA2, NL4)",
                ]
            ),
            (
                "Left to another company, whose controls were not tested here.",
                vec!["Environment isolation (NC3)"]
            ),
            (
                "The documents leave them to us.",
                vec!["Offboarding (people and machines) (HA2, NL2)"]
            ),
            (
                "Left to us by D2.",
                vec!["Keep API keys out of source code (state not recorded)"]
            ),
            (
                "Left to us by D2.",
                vec!["Review administrators every quarter (planned)"]
            ),
        ]
    );
    assert_eq!(
        plan.validation[3].act,
        "Name an owner, put in place and check"
    );
    assert_eq!(
        plan.validation[4].act,
        "Team Access: put in place and check"
    );
    let told: Vec<&String> = plan.steps.iter().flat_map(|step| &step.findings).collect();
    let found = score_assessment(&pack, &sample::assessment(&pack))
        .findings
        .len();
    assert_eq!(told.len(), found, "validation adds no finding");
}

#[test]
fn what_documents_lack_is_requested_of_the_vendor() {
    let text = sample(Audience::Analyst);
    let vendor = under(&text, "From the vendor");
    for request in [
        "- **D2** Please send a bridge letter from 2026-10-01 on",
        "- **D2** Please send the current SOC 2 report of Cumulo Cloud",
        "- **D3** Please send the Statement of Applicability that Certificate IS 4711 names",
        "- **D5** Please send or point out the pages of Certificate PII 12 that answer: Is that body accredited?",
    ] {
        assert!(vendor.contains(request), "{request}");
    }
    assert!(!vendor.contains("**D1**"), "history is not asked about");
    assert!(
        under(&text, "From our own organisation")
            .contains("- **D4** Read Report of the hosting provider")
    );
}

#[test]
fn a_bridged_period_needs_no_letter() {
    let pack = built_in::pack();
    let assessment = sample::changed(
        &pack,
        &[(
            "changes: yes, incidents: no",
            "changes: yes, incidents: yes",
        )],
    );
    let text = written(&pack, &assessment, Audience::Analyst);
    assert!(!text.contains("Please send a bridge letter"));
}

#[test]
fn the_day_on_which_documents_stop_counting_reaches_the_committee() {
    let text = sample(Audience::Committee);
    let risk = under(&text, "Risk picture");
    assert!(
        risk.contains("- D2 (SOC 2 Type II report) stops counting on 2028-04-01: eighteen months")
    );
    assert!(
        !risk.contains("D1 (") && !risk.contains("D5 ("),
        "they do not count"
    );
    assert!(text.contains("By ageing alone the band becomes “High”"));
}

#[test]
fn documents_stand_behind_the_answers_they_are_worth_something_for() {
    let pack = built_in::pack();
    let report = Report::new(
        &pack,
        &sample::assessment(&pack),
        &Frame::unsigned(Audience::Architect),
    );
    let answers = report.answers.expect("the architect gets all answers");
    let behind = |question: &str| {
        let mut rows = answers.sections.iter().flat_map(|section| &section.rows);
        let row = rows.find(|row| row.question == question);
        row.expect("it was asked").evidence.clone()
    };
    assert!(behind("Q.log.01").contains(&"D2".to_owned()));
    assert!(
        !behind("Q.rev.01").contains(&"D2".to_owned()),
        "no credit on mass revocation"
    );
    assert!(report.summary.basis.iter().any(|line| line.contains(
        "Documents: D2 (SOC 2 Type II report), D3 (ISO/IEC 27001 certificate); 5 more without credit."
    )));
}

#[test]
fn json_of_documents_follows_its_schemas() {
    let pack = built_in::pack();
    let assessment = sample::assessment(&pack);
    let parsed = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    for audience in AUDIENCES {
        let report = Report::new(&pack, &assessment, &Frame::unsigned(audience));
        let report = parsed(&json::report(&pack, &assessment, &report));
        schema::check(&schema::read("report"), &report);
    }
    let score = parsed(&json::score(
        &pack,
        &assessment,
        &score_assessment(&pack, &assessment),
    ));
    schema::check(&schema::read("score"), &score);
    let findings = score["findings"].as_array().expect("a list");
    let by_document = findings
        .iter()
        .find(|finding| finding["id"] == "RF-S-34")
        .expect("raised");
    assert_eq!(by_document["red_flag"], "RF-S-34");
    assert_eq!(by_document["place"]["document"], "D2");
    assert_eq!(by_document["place"]["field"], "topics");
    let by_answer = findings
        .iter()
        .find(|finding| finding["id"] == "soc2-delegated-admin-outside")
        .expect("told");
    assert_eq!(by_answer["red_flag"], "RF-X-02");
    assert_eq!(by_answer["place"]["question"], "Q.asr.02");
    assert_eq!(by_answer["place"]["part"], "delegated-admin");
}

#[test]
fn without_documents_the_report_says_so() {
    let pack = built_in::pack();
    let mut assessment = sample::assessment(&pack);
    assessment.documents.clear();
    assessment
        .evidence
        .retain(|record| record.id == EvidenceId::new("E9"));
    let text = written(&pack, &assessment, Audience::Architect);
    assert!(
        under(&text, "Assurance documents").contains("No document is recorded field by field.")
    );
    assert!(!text.contains("Recorded without being read"));
    assert!(!text.contains("### Our own validation\n"));
}

/// The sample with one test of our own, behind every question on a topic but the first `left_out`.
fn with_own_test(pack: &Pack, topic: &str, left_out: usize) -> Assessment {
    let mut assessment = sample::assessment(pack);
    let on_topic = pack.questions().filter(|question| {
        question.topic.as_str() == topic && matches!(question.role, Role::Scored(_))
    });
    let tested = on_topic.skip(left_out).map(|question| question.id.clone());
    let is_test = |record: &EvidenceRecord| record.kind == EvidenceKind::Verified;
    let test = assessment.evidence.iter().find(|record| is_test(record));
    let test = test.expect("there are tests of our own").clone();
    assessment.evidence.retain(|record| !is_test(record));
    assessment.evidence.push(EvidenceRecord {
        id: "E99".into(),
        supports: Supports::Questions(tested.collect()),
        ..test
    });
    assessment
}

#[test]
fn what_we_have_tested_is_not_asked_of_us_again() {
    let pack = built_in::pack();
    let told = |left_out| {
        let text = written(
            &pack,
            &with_own_test(&pack, "token_ttl", left_out),
            Audience::Architect,
        );
        let matrix = under(&text, "What SOC 2 and ISO/IEC 27001 cover");
        let planned = row(under(&text, "Our own validation"), "**Test ourselves");
        (
            row(matrix, "Token lifetime").to_owned(),
            planned.contains("Token lifetime"),
        )
    };
    let (row, planned) = told(0);
    assert!(
        row.contains("| tested: ") && row.contains("E99") && !planned,
        "{row}"
    );
    let (row, planned) = told(1);
    assert!(
        row.contains("| needed: no document mentions it |") && planned,
        "{row}"
    );
}

#[test]
fn a_test_does_not_settle_a_control_of_ours_nor_one_that_says_nothing_a_topic() {
    let pack = built_in::pack();
    let told = |assessment: &Assessment, topic: &str| {
        let text = written(&pack, assessment, Audience::Architect);
        row(under(&text, "What SOC 2 and ISO/IEC 27001 cover"), topic).to_owned()
    };
    let storage = with_own_test(&pack, "secret_storage", 0);
    assert!(told(&storage, "Secret storage").contains("needed: a control of ours is not settled"));
    let mut silent = with_own_test(&pack, "token_ttl", 0);
    for record in &mut silent.evidence {
        record.directness = Some(Relevance::None);
    }
    assert!(told(&silent, "Token lifetime").contains("needed: no document mentions it"));
}

#[test]
fn what_followed_documents_lack_is_not_requested() {
    let pack = built_in::pack();
    let unread = (
        "report-date: 2025-11-10\n      opinion: unmodified",
        "report-date: 2025-11-10",
    );
    let assessment = sample::changed(&pack, &[unread]);
    let text = written(&pack, &assessment, Audience::Analyst);
    assert!(row(&text, "**D1**").contains("not read far enough: opinion"));
    assert!(!under(&text, "From the vendor").contains("**D1**"));
}

#[test]
fn an_event_that_a_letter_tells_moves_nothing() {
    let pack = built_in::pack();
    let event = "later-events: [{what: Keys were stolen, weight: grave}]";
    let told = format!("changes: yes, incidents: no, {event}");
    let assessment = sample::changed(&pack, &[("changes: yes, incidents: no", &told)]);
    let text = written(&pack, &assessment, Audience::Analyst);
    let flag = row(&text, "High | **RF-S-37**");
    assert!(
        flag.contains("| D6, later-events (AS2) | noted; it does not move the score |"),
        "{flag}"
    );
}

#[test]
fn page_one_tells_of_ageing_only_what_it_changes() {
    let pack = built_in::pack();
    let page_one = |assessment: &Assessment| {
        let text = written(&pack, assessment, Audience::Committee);
        text.split("## Contents")
            .next()
            .expect("page one")
            .to_owned()
    };
    let mut assessment = sample::assessment(&pack);
    assert!(page_one(&assessment).contains("By ageing alone the band becomes"));
    assessment.answers.clear();
    assert!(
        !page_one(&assessment)
            .to_lowercase()
            .contains("ageing alone")
    );
}
