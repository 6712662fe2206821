//! OSCAL documents follow NIST's schemas, and what the schemas do not ask: that every reference leads somewhere.

mod fixture;
mod oscal;
mod sample;

use std::path::Path;
use std::process::Command;

use fixture::{Picks, day, empty, filled};
use idp_assay::assessment::answer::{State, Value as Answer};
use idp_assay::assessment::{Assessment, writer};
use idp_assay::built_in;
use idp_assay::cli::store;
use idp_assay::pack::Pack;
use idp_assay::pack::question::Depth;
use idp_assay::render::oscal as render;
use idp_assay::report::{Audience, Frame, SignOff, Signed};
use oscal::Schemas;
use serde_json::Value;

const EXAMPLES: [&str; 5] = [
    "brindlewick",
    "entra-public-facts",
    "ferrowick",
    "larkhaven",
    "sealwright",
];

/// Text that could end a line, a value or a name, or begin markup.
const HOSTILE: [&str; 12] = [
    "*a* | [b](https://example.com) <script>c</script>",
    "# a\n\n```\nb\n```",
    "\u{202e}desrever\u{202c} \u{200b}zero\u{feff}",
    "bell\u{7} nul\u{0} escape\u{1b}[31m \u{1c}\u{85}\u{2028}",
    "\" \\ \\u0000 {} []",
    "{{ vendor }} {% endfor %} &amp; &#42;",
    "https://example.com/a?b#c",
    "//host/../../etc/passwd",
    " \t\u{a0}\u{3000} ",
    "身元確認 שירות خدمة Идентичность",
    "Ünïcödé Ñame with a very, very long tail",
    "🔑🪪",
];

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// Writes both documents and looks at everything in them.
fn check(pack: &Pack, assessment: &Assessment, frame: &Frame) {
    let results = parsed(&render::assessment_results(pack, assessment, frame));
    let plan = parsed(&render::plan_of_action(pack, assessment, frame));
    let schemas = Schemas::read();
    schemas.check_results(&results);
    schemas.check_plan(&plan);
    for document in [&results, &plan] {
        oscal::refers_well(document);
    }
}

fn frames() -> [Frame; 3] {
    [Audience::Committee, Audience::Architect, Audience::Analyst].map(Frame::unsigned)
}

fn example(name: &str) -> store::Opened {
    let path = Path::new("examples").join(name).join("assessment.yaml");
    store::read(&path, None).expect("an example has no problems")
}

#[test]
fn every_example_follows_the_schemas() {
    for name in EXAMPLES {
        let store::Opened { pack, assessment } = example(name);
        check(&pack, &assessment, &Frame::unsigned(Audience::Architect));
    }
}

#[test]
fn every_depth_and_audience_follows_the_schemas() {
    let pack = built_in::pack();
    for depth in [Depth::Quick, Depth::Standard, Depth::Full] {
        let mut assessment = filled(&pack, Picks::Mixed);
        assessment.depth = depth;
        for frame in frames() {
            check(&pack, &assessment, &frame);
        }
    }
}

#[test]
fn the_audience_changes_nothing() {
    let pack = built_in::pack();
    let assessment = filled(&pack, Picks::Mixed);
    let texts = frames().map(|frame| render::assessment_results(&pack, &assessment, &frame));
    assert!(texts.iter().all(|text| *text == texts[0]));
}

#[test]
fn nothing_answered_and_everything_answered_follow_the_schemas() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Architect);
    for assessment in [
        empty(&pack),
        filled(&pack, Picks::Best),
        filled(&pack, Picks::Worst),
        sample::assessment(&pack),
    ] {
        check(&pack, &assessment, &frame);
    }
}

#[test]
fn nobody_named_follows_the_schemas() {
    let pack = built_in::pack();
    let mut assessment = empty(&pack);
    assessment.assessor = None;
    check(&pack, &assessment, &Frame::unsigned(Audience::Architect));
}

#[test]
fn hostile_words_in_every_field_follow_the_schemas() {
    let pack = built_in::pack();
    let long = "Nämé ".repeat(40);
    for words in HOSTILE.into_iter().chain([long.as_str()]) {
        check(&pack, &with(&pack, words), &signed(words));
    }
}

#[test]
fn days_that_oscal_cannot_write_are_the_nearest_it_can() {
    let pack = built_in::pack();
    for as_of in [
        "0001-01-01",
        "1899-12-31",
        "1996-02-29",
        "2000-02-29",
        "9999-12-31",
    ] {
        let mut assessment = empty(&pack);
        assessment.as_of = day(as_of);
        check(&pack, &assessment, &Frame::unsigned(Audience::Architect));
    }
}

/// A frame that everybody of that name has signed.
fn signed(words: &str) -> Frame {
    let signature = SignOff {
        name: words.to_owned(),
        on: day("2026-11-23"),
    };
    Frame {
        digest: Some("a".repeat(64)),
        signed: Signed {
            assessor: Some(signature.clone()),
            reviewer: Some(signature.clone()),
            committee: Some(signature),
        },
        ..Frame::unsigned(Audience::Architect)
    }
}

/// The assessment with `words` in every field that somebody outside fills.
fn with(pack: &Pack, words: &str) -> Assessment {
    let mut assessment = filled(pack, Picks::Mixed);
    assessment.vendor = words.to_owned();
    assessment.product = words.to_owned();
    assessment.assessor = Some(words.to_owned());
    for response in assessment.answers.values_mut() {
        response.note = Some(words.to_owned());
        response.by = Some(words.to_owned());
        match &mut response.state {
            State::Answered(value) => tell(value, words),
            State::Unknown(asked) => asked.who = words.to_owned(),
            State::NotApplicable(reason) => reason.reason = words.to_owned(),
            State::Open => {}
        }
    }
    assessment.documents = sample::assessment(pack).documents;
    for document in &mut assessment.documents {
        document.reference = words.to_owned();
        if let Some(file) = &mut document.file {
            file.path = words.to_owned();
        }
    }
    for record in &mut assessment.evidence {
        record.reference = words.to_owned();
        if let Some(file) = &mut record.file {
            file.path = words.to_owned();
        }
    }
    assessment
}

fn tell(value: &mut Answer, words: &str) {
    match value {
        Answer::Text(text) => *text = words.to_owned(),
        Answer::List(lines) => lines.iter_mut().for_each(|line| *line = words.to_owned()),
        Answer::Parts(parts) => parts.values_mut().for_each(|value| tell(value, words)),
        _ => {}
    }
}

#[test]
fn the_same_assessment_gives_the_same_bytes() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Architect);
    let assessment = filled(&pack, Picks::Mixed);
    let again = assessment.clone();
    assert_eq!(
        render::plan_of_action(&pack, &assessment, &frame),
        render::plan_of_action(&pack, &again, &frame)
    );
}

/// Risks, and the document itself, of an assessment.
fn names(pack: &Pack, assessment: &Assessment) -> (Vec<String>, String) {
    let frame = Frame::unsigned(Audience::Architect);
    let plan = parsed(&render::plan_of_action(pack, assessment, &frame));
    let plan = &plan["plan-of-action-and-milestones"];
    let risks = plan["risks"].as_array().expect("risks").iter();
    let risks = risks.map(|risk| risk["uuid"].to_string()).collect();
    (risks, plan["uuid"].to_string())
}

#[test]
fn a_risk_keeps_its_name_in_the_next_round_and_the_document_does_not() {
    let pack = built_in::pack();
    let first = filled(&pack, Picks::Worst);
    let mut second = first.clone();
    second.as_of = day("2027-11-22");
    assert_ne!(writer::write(&first), writer::write(&second));
    let ((risks, document), (later, next)) = (names(&pack, &first), names(&pack, &second));
    assert!(risks.iter().all(|risk| later.contains(risk)), "{risks:?}");
    assert_ne!(document, next);
}

#[test]
fn another_service_has_other_risks() {
    let pack = built_in::pack();
    let one = filled(&pack, Picks::Worst);
    let mut other = one.clone();
    other.product = "Example Directory".to_owned();
    let (risks, others) = (names(&pack, &one).0, names(&pack, &other).0);
    assert!(risks.iter().all(|risk| !others.contains(risk)));
}

/// The findings of an assessment: control, state and reason.
fn outcomes(pack: &Pack, assessment: &Assessment) -> Vec<(String, String, String)> {
    let frame = Frame::unsigned(Audience::Architect);
    let results = parsed(&render::assessment_results(pack, assessment, &frame));
    let findings = results["assessment-results"]["results"][0]["findings"].clone();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let findings = findings.as_array().expect("findings").iter();
    findings
        .map(|finding| {
            let target = &finding["target"];
            let status = &target["status"];
            (
                text(&target["target-id"]),
                text(&status["state"]),
                text(&status["reason"]),
            )
        })
        .collect()
}

#[test]
fn what_is_open_is_not_satisfied_and_has_not_failed() {
    let pack = built_in::pack();
    let outcomes = outcomes(&pack, &empty(&pack));
    assert_eq!(outcomes.len(), pack.model.controls.len());
    for (control, state, reason) in outcomes {
        assert_eq!(
            (state.as_str(), reason.as_str()),
            ("not-satisfied", "other"),
            "{control}"
        );
    }
}

#[test]
fn what_is_known_to_be_missing_has_failed() {
    let pack = built_in::pack();
    for (control, state, reason) in outcomes(&pack, &filled(&pack, Picks::Worst)) {
        assert_eq!(
            (state.as_str(), reason.as_str()),
            ("not-satisfied", "fail"),
            "{control}"
        );
    }
}

#[test]
fn the_vendors_word_alone_satisfies_nothing() {
    let pack = built_in::pack();
    let mut assessment = filled(&pack, Picks::Best);
    assessment.evidence.clear();
    let told = outcomes(&pack, &assessment);
    assert!(
        told.iter().all(|(_, state, _)| state == "not-satisfied"),
        "{told:?}"
    );
    let backed = outcomes(&pack, &filled(&pack, Picks::Best));
    assert!(
        backed.iter().any(|(_, state, _)| state == "satisfied"),
        "{backed:?}"
    );
}

#[test]
fn a_refuted_claim_is_an_observation_and_its_finding_refers_to_it() {
    let store::Opened { pack, assessment } = example("ferrowick");
    let frame = Frame::unsigned(Audience::Architect);
    let results = parsed(&render::assessment_results(&pack, &assessment, &frame));
    let result = &results["assessment-results"]["results"][0];
    let is = |object: &Value, name: &str, value: &str| {
        let props = object["props"].as_array().into_iter().flatten();
        props
            .clone()
            .any(|prop| prop["name"] == name && prop["value"] == value)
    };
    let observations = result["observations"].as_array().expect("observations");
    let refuted = observations.iter().find(|observation| {
        is(observation, "outcome", "refuted") && is(observation, "question", "Q.tok.01")
    });
    let refuted = refuted.expect("a token lives longer than was said");
    assert!(
        refuted["relevant-evidence"][0]["href"]
            .as_str()
            .is_some_and(|href| href.starts_with('#'))
    );
    let shown = result["risks"]
        .as_array()
        .expect("risks")
        .iter()
        .any(|risk| {
            let related = risk["related-observations"]
                .as_array()
                .into_iter()
                .flatten();
            related
                .clone()
                .any(|it| it["observation-uuid"] == refuted["uuid"])
        });
    assert!(shown, "no risk refers to what refutes the claim");
}

#[test]
#[should_panic(expected = "last-modified")]
fn a_day_without_a_zone_is_found() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Architect);
    let mut results = parsed(&render::assessment_results(&pack, &empty(&pack), &frame));
    results["assessment-results"]["metadata"]["last-modified"] = Value::from("2026-11-22T00:00:00");
    Schemas::read().check_results(&results);
}

#[test]
#[should_panic(expected = "leads nowhere")]
fn a_reference_that_leads_nowhere_is_found() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Architect);
    let mut plan = parsed(&render::plan_of_action(
        &pack,
        &filled(&pack, Picks::Worst),
        &frame,
    ));
    let lost = "43023a6d-ba53-5a7a-b0e2-eaf5d8649b1e";
    plan["plan-of-action-and-milestones"]["poam-items"][0]["related-risks"][0]["risk-uuid"] =
        Value::from(lost);
    oscal::refers_well(&plan);
}

#[test]
#[should_panic(expected = "stands twice")]
fn a_name_that_stands_twice_is_found() {
    let pack = built_in::pack();
    let frame = Frame::unsigned(Audience::Architect);
    let mut plan = parsed(&render::plan_of_action(
        &pack,
        &filled(&pack, Picks::Worst),
        &frame,
    ));
    let items = &mut plan["plan-of-action-and-milestones"]["poam-items"];
    items[1]["uuid"] = items[0]["uuid"].clone();
    oscal::refers_well(&plan);
}

/// The lines of an excerpt that stand between ellipses.
fn runs(excerpt: &str) -> Vec<String> {
    let runs = excerpt.split("…\n").map(str::trim_end);
    runs.filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_page_shows_what_the_program_writes() {
    let page = include_str!("../docs/oscal.md");
    let excerpt = page
        .split("```json\n")
        .nth(1)
        .expect("the page has an excerpt");
    let excerpt = excerpt.split("```").next().expect("it ends");
    let store::Opened { pack, assessment } = example("ferrowick");
    let frame = Frame::unsigned(Audience::Architect);
    let text = render::assessment_results(&pack, &assessment, &frame);
    let mut rest = text.as_str();
    for run in runs(excerpt) {
        let at = rest
            .find(&run)
            .unwrap_or_else(|| panic!("not written:\n{run}"));
        rest = &rest[at + run.len()..];
    }
}

#[test]
fn the_ending_of_the_file_chooses_the_document() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = |name: &str| folder.path().join(name);
    let mut program = Command::new(env!("CARGO_BIN_EXE_idp-assay"));
    program.args(["--quiet", "report", "examples/ferrowick/assessment.yaml"]);
    let expected = [
        ("a.oscal-ar.json", "assessment-results"),
        ("A.OSCAL-POAM.JSON", "plan-of-action-and-milestones"),
        ("a.json", "schema"),
    ];
    for (name, _) in expected {
        program.arg("-o").arg(file(name));
    }
    assert!(program.status().expect("the program runs").success());
    for (name, key) in expected {
        let text = std::fs::read_to_string(file(name)).expect("it is written");
        assert!(!parsed(&text)[key].is_null(), "{name}");
    }
}
