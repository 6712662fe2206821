//! What documents are worth behind each answer, and what their red flags take from it.

use std::collections::BTreeMap;

use idp_assay::checks::documents::credit::Pending;
use idp_assay::checks::documents::credit::pending;
use idp_assay::checks::documents::held::Held;
use idp_assay::pack::model::{Control, EvidenceKind, Relevance, Subject};
use idp_assay::pack::question::{Question, Role, Severity};
use idp_assay::score::credibility::EvidenceItem;
use idp_assay::score::gate::Lack;

use super::fixture;
use super::world::{
    Doc, PACK, World, certificate, fedramp, letter, report, rows_but, summary, type_one,
};

/// What stands behind every scored question from one document.
fn items(world: &World, id: &str) -> BTreeMap<String, EvidenceItem> {
    let score = world.score();
    let questions = score
        .controls
        .iter()
        .flat_map(|control| control.questions());
    let items = questions.filter_map(|input| {
        let mut items = input.evidence.iter();
        let item = items.find(|item| item.record.as_ref().is_some_and(|it| it.as_str() == id))?;
        Some((input.question.to_string(), item.clone()))
    });
    items.collect()
}

/// The question of an id, and the control it feeds.
fn fed(id: &str) -> (&'static Question, &'static Control) {
    let question = PACK.question(&id.into()).expect("a question");
    let Role::Scored(scored) = &question.role else {
        panic!("{id} is scored")
    };
    let control = PACK.model.control(&scored.control).expect("a control");
    (question, control)
}

fn catalogue(id: &str, kind: &str) -> Relevance {
    let control = fed(id).1;
    match kind {
        "soc2" => control.soc2,
        _ => control.iso27001,
    }
}

fn good() -> World {
    World::good()
}

fn r(field: &str, value: &str) -> World {
    good().set("R", field, value)
}

fn c(field: &str, value: &str) -> World {
    good().set("C", field, value)
}

fn one_less(relevance: Relevance) -> Relevance {
    match relevance {
        Relevance::Direct => Relevance::Partial,
        Relevance::Partial => Relevance::Generic,
        Relevance::Generic | Relevance::None => Relevance::None,
    }
}

/// What a flag takes from a document where it reaches.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Takes {
    Nothing,
    Step,
    Steps(u8),
    All,
}

/// Where a flag reaches.
#[derive(Debug, Clone, Copy)]
enum Where {
    Everywhere,
    Topics(&'static [&'static str]),
    Machines,
    MachinesIn(&'static [&'static str]),
}

impl Where {
    fn holds(self, id: &str) -> bool {
        let (question, control) = fed(id);
        let topic = question.topic.as_str();
        let is_machine = control.subject == Subject::Nhi;
        match self {
            Self::Everywhere => true,
            Self::Topics(topics) => topics.contains(&topic),
            Self::Machines => is_machine,
            Self::MachinesIn(topics) => is_machine && topics.contains(&topic),
        }
    }
}

use Takes::{All, Nothing, Step, Steps};
use Where::{Everywhere, Machines, MachinesIn, Topics};

type Effect = (&'static str, World, &'static str, Takes, Where);

const CONTROL_PLANE: &[&str] = &[
    "token_ttl",
    "rotation",
    "secret_storage",
    "revocation_at_scale",
    "environment_isolation",
    "strong_auth",
    "federation_scim",
];

fn effects() -> Vec<Effect> {
    let exceptions = |rows: &str| r("has-exceptions", "yes").set("R", "exceptions", rows);
    let answered = "response: Mended, remedy: 2026-12-01";
    let of = |rest: &str| r("topics", &rows_but("offboarding", rest));
    let before = |field: &str, value: &str| {
        let before = report()
            .with("period", "{from: 2024-11-01, to: 2025-10-31}")
            .with("report-date", "2025-11-30");
        good().add("R0", before.with(field, value))
    };
    let subservice = |rest: &str| r("subservice", &format!("[{{name: Cloud, {rest}}}]"));
    let excluded = |rows: &str| c("has-exclusions", "yes").set("C", "exclusions", rows);
    let found = |rest: &str| c("nonconformities", &format!("[{{{rest}}}]"));
    vec![
        (
            "RF-S-01",
            good().add("S", summary("soc3", "soc2")),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-S-05",
            r("period", "{from: 2026-05-01, to: 2026-10-31}"),
            "R",
            Nothing,
            Everywhere,
        ),
        ("RF-S-06", good().on("2027-11-01"), "R", Nothing, Everywhere),
        ("RF-S-06", good().on("2028-05-02"), "R", All, Everywhere),
        (
            "RF-S-07",
            before("period", "{from: 2024-10-01, to: 2025-09-30}"),
            "R",
            Nothing,
            Everywhere,
        ),
        ("RF-S-08", good().on("2026-12-02"), "R", Nothing, Everywhere),
        (
            "RF-S-09",
            good().add("L", letter().with("changes", "no")),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-S-10",
            r("opinion", "qualified").set("R", "opinion-criteria", "[CC7.1]"),
            "R",
            All,
            Topics(&["monitoring", "change_mgmt", "independent_validation"]),
        ),
        (
            "RF-S-10",
            r("opinion", "qualified").set("R", "opinion-criteria", "[CC6.8]"),
            "R",
            All,
            Everywhere,
        ),
        ("RF-S-12", r("opinion", "adverse"), "R", All, Everywhere),
        ("RF-S-13", r("opinion", "disclaimer"), "R", All, Everywhere),
        (
            "RF-S-14",
            exceptions(&format!(
                "[{{criterion: CC6.2, topic: rotation, sample: 25, count: 9, {answered}}}]"
            )),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-S-15",
            exceptions("[{criterion: CC8.1, topic: rotation, sample: 25, count: 1}]"),
            "R",
            Step,
            Topics(&["rotation"]),
        ),
        (
            "RF-S-16",
            exceptions(&format!(
                "[{{criterion: CC8.1, topic: logging, count: 1, repeated: yes, {answered}}}]"
            )),
            "R",
            Step,
            Topics(&["logging"]),
        ),
        (
            "RF-S-16",
            exceptions("[{criterion: CC8.1, topic: logging, count: 1, repeated: yes}]"),
            "R",
            Steps(2),
            Topics(&["logging"]),
        ),
        (
            "RF-S-17",
            r("control-plane", "no"),
            "R",
            All,
            Topics(CONTROL_PLANE),
        ),
        ("RF-S-17", r("regions", "no"), "R", All, Everywhere),
        (
            "RF-S-17",
            r("interfaces", "no"),
            "R",
            All,
            Topics(&[
                "federation_scim",
                "token_ttl",
                "provisioning",
                "third_party_nhi",
            ]),
        ),
        (
            "RF-S-18",
            r("support-tools", "no"),
            "R",
            All,
            Topics(&["delegated_admin"]),
        ),
        (
            "RF-S-19",
            r("categories", "[security, confidentiality]"),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-S-20",
            r("categories", "[security, availability]"),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-S-21",
            r("entity-controls", "[{control: Keys}]"),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-S-22",
            r("has-entity-controls", "no"),
            "R",
            Step,
            Everywhere,
        ),
        (
            "RF-S-23",
            subservice("does: [keys], method: carve-out, csocs: no"),
            "R",
            All,
            Topics(&["secret_storage", "rotation"]),
        ),
        (
            "RF-S-24",
            subservice("does: [hosting], method: carve-out, csocs: yes, report: not-obtained"),
            "R",
            Step,
            Topics(&["environment_isolation"]),
        ),
        ("RF-S-25", r("licensed", "no"), "R", All, Everywhere),
        ("RF-S-26", r("independence", "doubt"), "R", All, Everywhere),
        ("RF-S-27", r("wording", "generic"), "R", Nothing, Everywhere),
        ("RF-S-28", r("signature", "unsigned"), "R", All, Everywhere),
        (
            "RF-S-29",
            good()
                .on("2027-03-01")
                .set("R", "report-date", "2027-03-01"),
            "R",
            Nothing,
            Everywhere,
        ),
        ("RF-S-30", r("assertion", "missing"), "R", Step, Everywhere),
        (
            "RF-S-31",
            of("procedure=inquiry"),
            "R",
            Step,
            Topics(&["offboarding"]),
        ),
        (
            "RF-S-32",
            of("occurred=no"),
            "R",
            All,
            Topics(&["offboarding"]),
        ),
        ("RF-S-33", of("interval=no"), "R", Nothing, Everywhere),
        (
            "RF-S-34",
            of("population=[people]"),
            "R",
            All,
            MachinesIn(&["offboarding"]),
        ),
        (
            "RF-S-35",
            of("section=unaudited"),
            "R",
            All,
            Topics(&["offboarding"]),
        ),
        (
            "RF-S-36",
            good().answer("Q.asr.13", "{match: hidden}"),
            "R",
            Steps(2),
            Everywhere,
        ),
        (
            "RF-S-37",
            r(
                "later-events",
                "[{what: Theft, weight: grave, topic: rotation}]",
            ),
            "R",
            Step,
            Topics(&["rotation"]),
        ),
        (
            "RF-S-37",
            r("later-events", "[{what: Theft, weight: grave}]"),
            "R",
            Step,
            Everywhere,
        ),
        (
            "RF-S-37",
            good().add(
                "L",
                letter().with("later-events", "[{what: Theft, weight: grave}]"),
            ),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-S-38",
            before(
                "categories",
                "[security, availability, confidentiality, privacy]",
            ),
            "R",
            Step,
            Everywhere,
        ),
        ("RF-S-39", r("copy", "extract"), "R", Step, Everywhere),
        (
            "RF-S-40",
            r("topics", &rows_but("token_ttl", "coverage=absent")),
            "R",
            All,
            Topics(&["token_ttl"]),
        ),
        (
            "RF-S-41",
            r("points-of-focus", "original-2017"),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-S-42",
            r("emphasis", "A change of owner"),
            "R",
            Nothing,
            Everywhere,
        ),
        ("RF-I-01", c("edition", "2013"), "C", All, Everywhere),
        ("RF-I-02", c("expiry", "2026-11-19"), "C", All, Everywhere),
        ("RF-I-02", c("register", "withdrawn"), "C", All, Everywhere),
        ("RF-I-03", c("expiry", "2028-03-02"), "C", Step, Everywhere),
        (
            "RF-I-03",
            good().unset("C", "expiry").set("C", "expiry-stated", "no"),
            "C",
            Step,
            Everywhere,
        ),
        (
            "RF-I-04",
            c("accreditation", "unrecognised"),
            "C",
            All,
            Everywhere,
        ),
        ("RF-I-05", c("accredited-for", "no"), "C", Step, Everywhere),
        ("RF-I-06", c("register", "not-found"), "C", All, Everywhere),
        ("RF-I-07", c("holder-is", "group"), "C", Step, Everywhere),
        ("RF-I-08", c("operation", "no"), "C", All, Everywhere),
        ("RF-I-09", c("extent", "part"), "C", Step, Everywhere),
        ("RF-I-10", c("soa", "refused"), "C", All, Everywhere),
        ("RF-I-11", c("soa-cited", "\"5\""), "C", Nothing, Everywhere),
        (
            "RF-I-12",
            excluded("[{control: A.8.15, reason: None}]"),
            "C",
            All,
            Topics(&["logging", "log_retention_export"]),
        ),
        (
            "RF-I-13",
            excluded("[{control: A.6.5, reason: None}]"),
            "C",
            Step,
            Topics(&["offboarding"]),
        ),
        (
            "RF-I-14",
            excluded("[{control: A.8.18}]"),
            "C",
            Step,
            Topics(&["privileged_jit", "delegated_admin"]),
        ),
        ("RF-I-15", good().on("2027-06-01"), "C", Nothing, Everywhere),
        ("RF-I-15", good().on("2027-06-02"), "C", Step, Everywhere),
        (
            "RF-I-16",
            found("grade: major, open: yes"),
            "C",
            Step,
            Everywhere,
        ),
        (
            "RF-I-16",
            found("grade: minor, access: yes, repeated: yes, control: A.6.5"),
            "C",
            Step,
            Topics(&["offboarding"]),
        ),
        ("RF-I-19", c("body-sold", "training"), "C", All, Everywhere),
        (
            "RF-I-20",
            good().answer("Q.gov.01", "none"),
            "C",
            All,
            Machines,
        ),
        (
            "RF-I-20",
            good().answer("Q.gov.01", "none"),
            "R",
            Nothing,
            Everywhere,
        ),
        ("RF-I-23", c("amendment", "no"), "C", Nothing, Everywhere),
        ("RF-I-24", c("mark", "iaf"), "C", Nothing, Everywhere),
        (
            "RF-I-25",
            good().without("R").answer("Q.asr.01", "[soc2_t2]"),
            "C",
            Nothing,
            Everywhere,
        ),
        ("RF-I-26", c("admin-sites", "no"), "C", Step, Everywhere),
        ("RF-X-01", c("product", "no"), "R", Nothing, Everywhere),
        (
            "RF-X-02",
            r("delegated-admin", "no"),
            "R",
            All,
            Topics(&["delegated_admin"]),
        ),
        (
            "RF-X-03",
            good().answer("Q.asr.13", "{match: hidden}"),
            "C",
            Step,
            Everywhere,
        ),
        (
            "RF-X-04",
            good().answer("Q.asr.03", "{report: refused}"),
            "R",
            All,
            Everywhere,
        ),
        (
            "RF-X-05",
            good().answer("Q.val.01", "[export]"),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-X-07",
            good().add(
                "T",
                summary("star_1", "nothing").with("contradicts", "[Keys]"),
            ),
            "R",
            Nothing,
            Everywhere,
        ),
        (
            "RF-X-10",
            good().answer("Q.val.02", "{penetration-test: none}"),
            "R",
            Nothing,
            Everywhere,
        ),
    ]
}

#[test]
fn each_flag_takes_what_it_takes_where_it_reaches_and_nothing_elsewhere() {
    for (flag, world, document, takes, reach) in effects() {
        assert!(!world.severities(flag).is_empty(), "{flag} is raised");
        let (before, after) = (items(&good(), document), items(&world, document));
        for (question, before) in before {
            let Some(after) = after.get(&question) else {
                panic!("{flag}: nothing of {document} stands behind {question}")
            };
            let steps = match takes {
                Nothing => 0,
                _ if !reach.holds(&question) => 0,
                Step => 1,
                Steps(steps) => steps,
                All => 3,
            };
            let expected = (0..steps).fold(before.relevance, |relevance, _| one_less(relevance));
            assert_eq!(
                after.relevance, expected,
                "{flag} ({takes:?} {reach:?}) on {question}"
            );
            assert_eq!(
                after.weakened_by.contains(&flag),
                steps > 0,
                "{flag} on {question}"
            );
        }
    }
}

#[test]
fn a_report_speaks_as_the_catalogue_says_until_a_test_is_recorded() {
    let bare = good().unset("R", "topics");
    for (id, item) in items(&bare, "R") {
        assert_eq!(item.relevance, catalogue(&id, "soc2"), "{id}");
        assert!(!item.tested_control);
    }
    for (id, item) in items(&good(), "C") {
        assert_eq!(item.relevance, catalogue(&id, "iso"), "{id}");
    }
}

#[test]
fn a_row_speaks_for_its_topic_alone() {
    let of = |rest: &str| {
        r("topics", &rows_but("rotation", rest))
            .item("Q.rot.01", "R")
            .expect("it counts")
    };
    let catalogue = catalogue("Q.rot.01", "soc2");
    assert_eq!(
        (of("").relevance, of("").tested_control),
        (Relevance::Direct, true)
    );
    for (rest, relevance) in [
        ("control=", catalogue),
        ("population=", catalogue),
        ("coverage=declared", catalogue.min(Relevance::Generic)),
        ("coverage=carved-out", Relevance::None),
        ("coverage=user-entity", Relevance::None),
        ("coverage=absent", Relevance::None),
    ] {
        let item = of(rest);
        assert_eq!(
            (item.relevance, item.tested_control),
            (relevance, false),
            "{rest}"
        );
    }
    let other = r("topics", &rows_but("rotation", "coverage=absent"));
    assert_eq!(
        other.item("Q.tok.01", "R").expect("it counts").relevance,
        Relevance::Direct
    );
}

#[test]
fn a_test_on_people_lifts_what_is_about_people() {
    let world = r("topics", &rows_but("offboarding", "population=[people]"));
    let (leavers, services) = (world.item("Q.off.02", "R"), world.item("Q.off.01", "R"));
    assert_eq!(leavers.expect("it counts").relevance, Relevance::Direct);
    let services = services.expect("it counts");
    assert_eq!(
        (services.relevance, services.tested_control),
        (Relevance::None, false)
    );
}

#[test]
fn the_best_row_of_a_topic_counts() {
    let rows = rows_but("rotation", "coverage=declared");
    let rows = rows.replacen('[', &format!("[{}, ", super::world::row("rotation", "")), 1);
    let item = r("topics", &rows).item("Q.rot.01", "R").expect("it counts");
    assert_eq!(item.relevance, Relevance::Direct);
}

#[test]
fn exceptions_are_added_up_over_the_smallest_sample() {
    let of = |rows: &str| {
        let answered = "response: Mended, remedy: 2026-12-01";
        let rows: Vec<String> = rows
            .split(';')
            .map(|row| format!("{{{row}, {answered}}}"))
            .collect();
        let world =
            r("has-exceptions", "yes").set("R", "exceptions", &format!("[{}]", rows.join(", ")));
        let item = |question| world.item(question, "R").expect("it counts");
        [item("Q.off.02"), item("Q.rot.01")].map(|item| (item.sample, item.exceptions))
    };
    // CC6.2 is about leavers and not about rotation.
    assert_eq!(
        of("criterion: CC6.2, sample: 40, count: 2"),
        [(Some(40), 2), (None, 0)]
    );
    assert_eq!(of("criterion: CC6.2, count: 2"), [(Some(25), 2), (None, 0)]);
    assert_eq!(
        of("criterion: CC6.2, sample: 0, count: 2"),
        [(Some(25), 2), (None, 0)]
    );
    assert_eq!(
        of("criterion: CC6.2, sample: 40, count: 0"),
        [(None, 0), (None, 0)]
    );
    assert_eq!(
        of("criterion: CC6.2, sample: 5, count: 7"),
        [(Some(7), 7), (None, 0)]
    );
    let two = "criterion: CC6.2, sample: 40, count: 2;criterion: CC6.3, sample: 10, count: 1";
    assert_eq!(of(two), [(Some(10), 3), (None, 0)]);
    let topic = "criterion: CC6.2, topic: rotation, sample: 40, count: 2";
    assert_eq!(of(topic), [(None, 0), (Some(40), 2)]);
    let many = "criterion: CC6.2, sample: 6, count: 5;criterion: CC6.2, sample: 40, count: 2";
    assert_eq!(of(many), [(Some(6), 6), (None, 0)]);
}

#[test]
fn a_sample_of_billions_is_weighed_at_once() {
    let rows = "[{criterion: CC6.2, sample: 4294967295, count: 4294967294}]";
    let world = r("has-exceptions", "yes").set("R", "exceptions", rows);
    let item = world.item("Q.off.02", "R").expect("it counts");
    assert_eq!((item.sample, item.exceptions), (Some(1_000_000), 1_000_000));
}

#[test]
fn a_qualification_elsewhere_counts_as_qualified_on_its_topics() {
    let world = r("opinion", "qualified").set("R", "opinion-criteria", "[CC8.1]");
    let qualified = |question| world.item(question, "R").expect("it counts").qualified;
    assert!(qualified("Q.chg.01"));
    assert!(!qualified("Q.rot.01") && !qualified("Q.off.02"));
    let series = r("opinion", "qualified").set("R", "opinion-criteria", "[CC8]");
    assert!(series.item("Q.chg.01", "R").expect("it counts").qualified);
}

#[test]
fn relatives_count_generically_unless_a_test_is_recorded() {
    for kind in ["iso27017", "iso27018", "iso27701", "star_2"] {
        let world = World::empty().add("D", certificate(kind));
        for (id, item) in items(&world, "D") {
            let expected = catalogue(&id, "iso").min(Relevance::Generic);
            assert_eq!(
                (item.kind, item.relevance),
                (EvidenceKind::Iso27001, expected),
                "{kind} {id}"
            );
        }
        let tested = world.set(
            "D",
            "topics",
            "[{topic: strong_auth, coverage: tested, control: A.8.5}]",
        );
        let item = tested.item("Q.auth.01", "D").expect("it counts");
        assert_eq!(item.relevance, Relevance::Direct);
    }
    let world = World::empty().add("D", fedramp());
    for (id, item) in items(&world, "D") {
        let expected = catalogue(&id, "soc2").min(Relevance::Generic);
        assert_eq!(
            (item.kind, item.relevance),
            (EvidenceKind::Soc2T1, expected),
            "{id}"
        );
    }
    let tested = world.set(
        "D",
        "topics",
        "[{topic: strong_auth, coverage: tested, control: IA-2}]",
    );
    assert_eq!(
        tested.item("Q.auth.01", "D").expect("it counts").relevance,
        Relevance::Direct
    );
}

#[test]
fn a_type_one_stands_on_its_own_rung() {
    let world = World::empty().add("D", type_one());
    let item = world.item("Q.rot.01", "D").expect("it counts");
    assert_eq!((item.kind, item.period_months), (EvidenceKind::Soc2T1, 0.0));
    assert_eq!(item.relevance, catalogue("Q.rot.01", "soc2"));
    let report = good().item("Q.rot.01", "R").expect("it counts");
    assert_eq!(
        (report.kind, report.period_months),
        (EvidenceKind::Soc2T2, 12.0)
    );
}

#[test]
fn what_is_no_proof_stands_behind_nothing() {
    let documents: [Doc; 5] = [
        letter().without("report"),
        summary("soc3", "soc2"),
        summary("soc1", "security"),
        summary("star_1", "security"),
        summary("statement", "iso27001"),
    ];
    for document in documents {
        let world = World::empty().add("D", document.clone());
        assert_eq!(items(&world, "D"), BTreeMap::new(), "{}", document.kind);
        let assessment = world.assessment();
        let held = Held::new(&PACK, &assessment);
        assert_eq!(
            pending(&held, &assessment.documents[0]),
            Some(Pending::CreditsNothing)
        );
    }
}

#[test]
fn a_document_counts_once_it_can_be_judged_and_names_the_service() {
    let waits = |world: &World, id: &str| {
        assert_eq!(items(world, id), BTreeMap::new());
        let assessment = world.assessment();
        let held = Held::new(&PACK, &assessment);
        let mut documents = assessment.documents.iter();
        let document = documents
            .find(|document| document.id.as_str() == id)
            .expect("it is there");
        pending(&held, document).expect("it waits")
    };
    for field in ["subject", "period", "report-date", "opinion"] {
        let world = good().unset("R", field);
        assert_eq!(waits(&world, "R"), Pending::NotRead(vec![field]));
    }
    let unnamed = r("opinion", "qualified");
    assert_eq!(
        waits(&unnamed, "R"),
        Pending::NotRead(vec!["opinion-criteria"])
    );
    let undated = good().add("R", type_one()).unset("R", "as-of");
    assert_eq!(waits(&undated, "R"), Pending::NotRead(vec!["as-of"]));
    for field in ["edition", "accreditation", "issue", "expiry"] {
        let world = good().unset("C", field);
        assert_eq!(waits(&world, "C"), Pending::NotRead(vec![field]));
    }
    let government = good().add("F", fedramp());
    for field in ["date", "status", "environment"] {
        let world = government.clone().unset("F", field);
        assert_eq!(waits(&world, "F"), Pending::NotRead(vec![field]));
    }
    assert_eq!(
        waits(&government.clone().set("F", "status", "in-process"), "F"),
        Pending::NotInForce
    );
    for (id, listed) in [("R", "system"), ("C", "scope"), ("F", "system")] {
        let silent = government.clone().unset(id, "product").unset(id, listed);
        assert_eq!(waits(&silent, id), Pending::ScopeNotNamed);
        let other = government.clone().set(id, "product", "no");
        assert_eq!(waits(&other, id), Pending::ScopeNotNamed);
    }
    assert_eq!(waits(&r("subject", "other"), "R"), Pending::ScopeNotNamed);
    assert_eq!(waits(&good().unconfirmed(), "R"), Pending::NotConfirmed);
}

#[test]
fn a_later_report_that_counts_takes_the_place_of_the_one_before() {
    let before = report()
        .with("period", "{from: 2024-11-01, to: 2025-10-31}")
        .with("report-date", "2025-11-30");
    let both = good().add("R0", before);
    assert_eq!(items(&both, "R0"), BTreeMap::new());
    let unread = both.clone().unset("R", "opinion");
    assert!(!items(&unread, "R0").is_empty() && items(&unread, "R").is_empty());
    let one = both.add("R2", type_one());
    assert!(!items(&one, "R").is_empty() && !items(&one, "R2").is_empty());
}

#[test]
fn a_later_certificate_takes_the_place_of_the_one_before_of_its_kind() {
    let before = certificate("iso27001")
        .with("issue", "2022-03-01")
        .with("expiry", "2025-02-28");
    let world = good().add("C0", before);
    assert_eq!(items(&world, "C0"), BTreeMap::new());
    assert!(!items(&world, "C").is_empty() && !items(&world, "C17").is_empty());
}

/// A vendor who answers everything at its best, with these documents and nothing else to show.
fn gate_a(world: &World) -> Vec<String> {
    let best = fixture::filled(&PACK, fixture::Picks::Best);
    let mut told = world.assessment();
    told.answers = best.answers;
    let ruling = idp_assay::score::score_assessment(&PACK, &told)
        .score
        .ruling;
    let missing = ruling.proof[0].missing.iter();
    let missing = missing.filter(|missing| missing.lack == Lack::Artefact);
    missing.map(|missing| missing.control.to_string()).collect()
}

#[test]
fn gate_a_is_met_by_recorded_tests_and_not_by_a_bare_report() {
    let all = ["NL1", "NL2", "NC2", "RV1"];
    assert_eq!(gate_a(&good()), [""; 0]);
    assert_eq!(gate_a(&good().unset("R", "topics")), all);
    let people = rows_but("", "").replace("people, machines", "people");
    assert_eq!(gate_a(&r("topics", &people)), all);
    assert_eq!(
        gate_a(&r("topics", &rows_but("rotation", "control="))),
        ["NC2"]
    );
    assert_eq!(gate_a(&r("signature", "unsigned")), all);
    assert_eq!(
        gate_a(&good().add("R", type_one().with("topics", &rows_but("", "")))),
        all
    );
    assert_eq!(gate_a(&good().without("R")), all);
}

#[test]
fn what_was_said_by_hand_against_documents_stays() {
    // The answer knows of the control plane, the document of the interfaces alone.
    let by_hand = good()
        .unset("R", "control-plane")
        .answer("Q.asr.02", "{control-plane: neither}");
    let both = by_hand.clone().set("R", "interfaces", "no");
    for world in [by_hand, both] {
        assert_eq!(
            world.item("Q.rot.01", "R").expect("it counts").relevance,
            Relevance::None
        );
    }
}

#[test]
fn an_answer_and_a_document_that_say_the_same_take_one_step() {
    let world = r("assertion", "missing").answer("Q.asr.02", "{assertion: no}");
    let item = world.item("Q.rot.01", "R").expect("it counts");
    assert_eq!(
        (item.relevance, item.weakened_by),
        (Relevance::Partial, vec!["RF-S-30"])
    );
    let findings = world.score().findings;
    let told = findings
        .iter()
        .filter(|finding| finding.id.as_str() == "RF-S-30")
        .count();
    let again = findings
        .iter()
        .filter(|finding| finding.id.as_str() == "soc2-assertion-missing");
    assert_eq!((told, again.count()), (1, 0));
}

#[test]
fn a_worse_flag_of_an_answer_is_told_beside_the_milder_one_of_a_document() {
    let world = good()
        .on("2027-11-01")
        .answer("Q.asr.03", "{report: outdated}");
    let findings = world.score().findings;
    let ids: Vec<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
    assert!(
        ids.contains(&"RF-S-06") && ids.contains(&"soc2-report-outdated"),
        "{ids:?}"
    );
    assert_eq!(
        world.item("Q.rot.01", "R").expect("it is there").relevance,
        Relevance::None
    );
}

#[test]
fn an_answer_by_hand_reaches_records_and_a_document_only_itself() {
    let record = "{id: E, kind: soc2_t2, from: vendor, date: 2026-11-01, \
                  period: {from: 2025-11-01, to: 2026-10-31}, reference: R, supports: all}";
    let relevance = |world: &World, id| world.item("Q.rot.01", id).expect("it is there").relevance;
    let by_document = r("opinion", "adverse").evidence(record);
    assert_eq!(relevance(&by_document, "R"), Relevance::None);
    assert_eq!(relevance(&by_document, "E"), catalogue("Q.rot.01", "soc2"));
    let by_hand = good()
        .evidence(record)
        .answer("Q.asr.05", "{opinion: adverse}");
    assert_eq!(relevance(&by_hand, "E"), Relevance::None);
    let both = by_document.answer("Q.asr.05", "{opinion: adverse}");
    assert_eq!(relevance(&both, "E"), Relevance::None);
}

#[test]
fn answers_that_documents_settled_raise_nothing_more_than_they_do() {
    let flags = |world: World| -> Vec<String> {
        let findings = world.score().findings;
        let flags = findings
            .iter()
            .filter_map(|finding| finding.red_flag.as_ref());
        flags.map(|flag| flag.to_string()).collect()
    };
    assert_eq!(
        flags(good().unset("C", "expiry").set("C", "expiry-stated", "no")),
        ["RF-I-03"]
    );
    assert_eq!(flags(c("accredited-for", "no")), ["RF-I-05"]);
    assert_eq!(
        flags(c("nonconformities", "[{grade: major, open: yes}]")),
        ["RF-I-16"]
    );
    assert_eq!(flags(c("admin-sites", "no")), ["RF-I-26"]);
    assert_eq!(flags(c("body-sold", "consultancy")), ["RF-I-19"]);
    assert_eq!(flags(r("licensed", "no")), ["RF-S-25"]);
    assert_eq!(flags(r("product", "no").without("C")), ["RF-S-17"]);
    let rows = format!("[{}]", super::world::row("rotation", ""));
    let rotation = r("topics", &rows);
    assert!(!flags(rotation.clone()).contains(&"RF-S-34".to_owned()));
    assert_eq!(
        rotation.item("Q.rot.01", "R").expect("it counts").relevance,
        Relevance::Direct
    );
}

#[test]
fn delegation_that_an_answer_finds_in_no_document_is_uncovered() {
    let world = good().answer("Q.asr.02", "{delegated-admin: neither}");
    assert_eq!(
        world.item("Q.del.01", "R").expect("it counts").relevance,
        Relevance::None
    );
    assert_eq!(
        world.item("Q.rot.01", "R").expect("it counts").relevance,
        Relevance::Direct
    );
}

#[test]
fn a_test_by_asking_alone_is_no_proof_at_a_gate() {
    let tested = |procedure: &str| {
        let rows = rows_but("rotation", &format!("procedure={procedure}"));
        let world = good().set("R", "topics", &rows);
        world
            .item("Q.rot.01", "R")
            .expect("it counts")
            .tested_control
    };
    assert!(tested("inspection"));
    assert!(!tested("inquiry"));
}

#[test]
fn one_letter_may_follow_another_and_no_letter_a_hole() {
    let bridged = |second: &str| {
        let covers = |days: &str| letter().with("covers", days).with("signed", "2027-01-10");
        let world = good()
            .add("L1", covers("{from: 2026-11-01, to: 2026-11-30}"))
            .add("L2", covers(second))
            .on("2027-01-20");
        (
            world.severities("RF-S-08").len(),
            world.severities("RF-S-09").len(),
        )
    };
    assert_eq!(bridged("{from: 2026-12-01, to: 2026-12-31}"), (0, 0));
    assert_eq!(bridged("{from: 2026-12-02, to: 2026-12-31}"), (1, 1));
}

#[test]
fn a_paper_about_something_else_is_no_flaw_where_another_counts() {
    let other = report().with("subject", "other");
    let office = certificate("iso27001").with("product", "no");
    let beside = good().add("R2", other.clone()).add("C2", office.clone());
    assert!(beside.severities("RF-S-02").is_empty());
    assert!(beside.severities("RF-I-08").is_empty());
    let alone = good()
        .without("R")
        .without("C")
        .add("R2", other)
        .add("C2", office);
    assert_eq!(alone.severities("RF-S-02"), [Severity::Critical]);
    assert_eq!(alone.severities("RF-I-08"), [Severity::Critical]);
}
