//! Random vendors: documents with a few faults, answers by hand from the best to silence, evidence.
//!
//! The same cases at each run.

use std::cell::RefCell;

use idp_assay::assessment::Assessment;
use idp_assay::assessment::answer::{Response, State};
use idp_assay::pack::question::{Question, Role};
use idp_assay::score::{AssessmentScore, score_assessment};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::fixture;
use super::world::{
    Doc, PACK, World, certificate, fedramp, letter, report, row, rows_but, rows_without, summary,
    type_one,
};

const CASES: u32 = 200;
const SEED: u64 = 20_261_122;

/// What can be recorded in a field, the good first.
pub type Field = (&'static str, Vec<Recorded>);

/// Values of fields; an empty one is not recorded.
pub type Recorded = Vec<(&'static str, String)>;

fn one(field: &'static str, values: &[&str]) -> Field {
    let values = values.iter();
    (
        field,
        values
            .map(|value| vec![(field, (*value).to_owned())])
            .collect(),
    )
}

/// What can be wrong with a report, field by field. Its scope stands apart: what a report about
/// something else says of the service is nothing, good or bad.
pub fn report_fields() -> Vec<Field> {
    let exceptions = |rows: &str| {
        vec![
            ("has-exceptions", "yes".to_owned()),
            ("exceptions", rows.to_owned()),
        ]
    };
    let qualified = |criteria: &str| {
        vec![
            ("opinion", "qualified".to_owned()),
            ("opinion-criteria", criteria.to_owned()),
        ]
    };
    let opinion = |opinion: &str| vec![("opinion", opinion.to_owned())];
    let answered = "response: Mended, remedy: 2026-12-01";
    let rows: Vec<Recorded> = [
        rows_but("", ""),
        rows_but("rotation", "population=[people]"),
        rows_but("offboarding", "procedure=inquiry"),
        rows_but("token_ttl", "occurred=no"),
        rows_but("logging", "section=unaudited"),
        rows_but("rotation", "interval=no"),
        rows_but("delegated_admin", "coverage=carved-out"),
        rows_without(&["token_ttl"]),
        rows_without(&["rotation", "secret_storage"]),
        // Rows that are gone would leave answers open, and `open` counts those as good.
        rows_but("", "").replace("coverage: tested", "coverage: absent"),
    ]
    .into_iter()
    .map(|rows| vec![("topics", rows)])
    .collect();
    vec![
        one(
            "period",
            &[
                "{from: 2025-11-01, to: 2026-10-31}",
                "{from: 2026-04-01, to: 2026-10-31}",
                "{from: 2026-07-01, to: 2026-10-31}",
                "{from: 2026-10-01, to: 2026-10-31}",
            ],
        ),
        one("report-date", &["2026-11-10", "2026-10-30"]),
        one("signature", &["complete", "unsigned", "undated"]),
        (
            "opinion",
            vec![
                opinion("unmodified"),
                qualified("[CC8.1]"),
                qualified("[CC6.2]"),
                qualified("[CC7, CC9.2]"),
                opinion("adverse"),
                opinion("disclaimer"),
            ],
        ),
        one(
            "categories",
            &[
                "[security, availability, confidentiality]",
                "[security, availability]",
                "[security]",
                "[availability]",
            ],
        ),
        one("control-plane", &["yes", "no"]),
        one("regions", &["yes", "no"]),
        one("interfaces", &["yes", "no"]),
        one("delegated-admin", &["yes", "no"]),
        one("support-tools", &["yes", "no"]),
        one("copy", &["complete", "redacted", "extract"]),
        one("assertion", &["present", "other-system", "missing"]),
        one("licensed", &["yes", "no"]),
        one("peer-review", &["pass", "deficiencies", "none"]),
        one(
            "independence",
            &["independent", "tool-partner", "doubt", "tied"],
        ),
        (
            "has-exceptions",
            vec![
                vec![("has-exceptions", "no".to_owned())],
                exceptions(&format!(
                    "[{{criterion: CC6.2, sample: 40, count: 1, {answered}}}]"
                )),
                exceptions("[{criterion: CC8.1, sample: 25, count: 1}]"),
                exceptions(&format!(
                    "[{{criterion: CC6.1, count: 3, repeated: yes, {answered}}}]"
                )),
                exceptions(
                    "[{criterion: CC7.2, topic: rotation, sample: 4, count: 4}, {criterion: CC6.3, count: 1}]",
                ),
            ],
        ),
        one(
            "entity-controls",
            &[
                "[{control: Sign-in, owner: Ops, status: checked}]",
                "[{control: Sign-in, owner: Ops, status: planned}]",
                "[{control: Sign-in}]",
            ],
        ),
        one(
            "subservice",
            &[
                "[{name: Cloud, does: [hosting], method: carve-out, csocs: yes, report: read}]",
                "[{name: Cloud, does: [hosting], method: carve-out, csocs: yes, report: not-obtained}]",
                "[{name: Cloud, does: [keys, logging], method: carve-out, csocs: no}]",
                "[{name: Cloud, method: carve-out, csocs: no}]",
            ],
        ),
        ("topics", rows),
        one(
            "later-events",
            &[
                "[]",
                "[{what: A move, weight: other, topic: logging}]",
                "[{what: Theft, weight: grave}]",
            ],
        ),
        one("emphasis", &["", "A change of owner"]),
    ]
}

/// What can be wrong with a certificate, but for its scope.
pub fn certificate_fields() -> Vec<Field> {
    let exclusions = |rows: &str| {
        vec![
            ("has-exclusions", "yes".to_owned()),
            ("exclusions", rows.to_owned()),
        ]
    };
    vec![
        one("edition", &["2022", "2013"]),
        one("holder-is", &["vendor", "group", "other"]),
        one("accreditation", &["recognised", "unrecognised", "none"]),
        one("accredited-for", &["yes", "no"]),
        one("body-sold", &["nothing", "training", "consultancy"]),
        one(
            "register",
            &["valid", "not-found", "suspended", "withdrawn"],
        ),
        one("issue", &["2025-03-01", "2024-03-01"]),
        (
            "expiry",
            vec![
                vec![("expiry", "2028-02-29".to_owned())],
                vec![("expiry", "2026-11-19".to_owned())],
                vec![
                    ("expiry", String::new()),
                    ("expiry-stated", "no".to_owned()),
                ],
            ],
        ),
        one("last-audit", &["2026-03-01", "2025-03-01"]),
        one("operation", &["yes", "no"]),
        one("regions", &["yes", "no"]),
        one("extent", &["service", "part"]),
        one("admin-sites", &["yes", "no"]),
        one("soa", &["read", "refused"]),
        one("soa-cited", &["\"4\"", "\"5\""]),
        (
            "has-exclusions",
            vec![
                vec![("has-exclusions", "no".to_owned())],
                exclusions("[{control: A.7.4}]"),
                exclusions("[{control: A.6.5, reason: None}]"),
                exclusions("[{control: A.8.15, reason: None}, {control: A.8.24}]"),
            ],
        ),
        one(
            "nonconformities",
            &[
                "[]",
                "[{grade: minor, access: yes, repeated: yes, control: A.6.5}]",
                "[{grade: major, open: yes}]",
            ],
        ),
    ]
}

/// Fields that only prompt.
pub const PROMPTS: [(&str, &str, [&str; 2]); 4] = [
    ("R", "wording", ["specific", "generic"]),
    ("R", "points-of-focus", ["revised-2022", "original-2017"]),
    ("C", "amendment", ["yes", "no"]),
    ("C", "mark", ["current", "iaf"]),
];

/// A field of a document with a value.
pub fn record(world: &mut World, id: &str, recorded: &Recorded) {
    let doc = world.docs.get_mut(id).expect("the document is there");
    for (field, value) in recorded {
        match value.as_str() {
            "" => doc.fields.remove(*field),
            value => {
                doc.record(field, value);
                None
            }
        };
    }
}

/// A random vendor.
#[derive(Clone)]
pub struct Vendor {
    pub world: World,
    /// One number for each question of the pack: how it was answered by hand.
    pub said: Vec<u8>,
    /// Which value each field of the report and of the certificate has.
    pub faults: [Vec<usize>; 2],
    /// Chances that a property takes.
    pub chance: [usize; 2],
}

impl std::fmt::Debug for Vendor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (said, faults, chance) = (&self.said, &self.faults, self.chance);
        write!(
            f,
            "{}\nsaid {said:?}\nfaults {faults:?}\nchance {chance:?}",
            self.world.text()
        )
    }
}

impl Vendor {
    /// The assessment of a world with the answers of this vendor.
    pub fn assessment(&self, world: &World) -> Assessment {
        let mut told = world.assessment();
        for (question, said) in PACK.questions().zip(&self.said) {
            if let Some(state) = state(question, *said) {
                let response = Response {
                    state,
                    note: None,
                    by: None,
                    on: None,
                };
                told.answers.entry(question.id.clone()).or_insert(response);
            }
        }
        told
    }

    pub fn score(&self, world: &World) -> AssessmentScore {
        score_assessment(&PACK, &self.assessment(world))
    }

    /// The vendor as it is.
    pub fn as_is(&self) -> AssessmentScore {
        self.score(&self.world)
    }

    /// The fields of a document with the values they can take, and the one that each has.
    pub fn fields(&self, id: &str) -> Vec<(Field, usize)> {
        let (fields, at) = match id {
            "R" => (report_fields(), 0),
            _ => (certificate_fields(), 1),
        };
        fields
            .into_iter()
            .zip(self.faults[at].iter().copied())
            .collect()
    }
}

fn state(question: &Question, said: u8) -> Option<State> {
    let of_documents = question.id.as_str().starts_with("Q.asr");
    match (&question.role, said % 8) {
        (Role::Scored(_), 0) => None,
        (Role::Scored(_), 1 | 2) if of_documents => None,
        (Role::Scored(_), 3) => Some(State::Answered(fixture::value(&question.form, false))),
        (_, said) => Some(State::Answered(fixture::value(&question.form, said != 7))),
    }
}

/// Which value each field takes: mostly the good one.
fn faults(fields: &[Field]) -> impl Strategy<Value = Vec<usize>> + use<> {
    let each: Vec<_> = fields
        .iter()
        .map(|(_, values)| {
            let most = values.len();
            prop_oneof![6 => Just(0), 1 => 0..most]
        })
        .collect();
    each
}

fn with(mut world: World, id: &str, doc: Doc, fields: &[Field], faults: &[usize]) -> World {
    world = world.add(id, doc);
    for ((_, values), at) in fields.iter().zip(faults) {
        record(&mut world, id, &values[*at]);
    }
    world
}

fn others() -> Vec<(&'static str, Doc)> {
    let before = report()
        .with("period", "{from: 2024-11-01, to: 2025-10-31}")
        .with("report-date", "2025-11-30");
    let early = certificate("iso27001")
        .with("issue", "2022-03-01")
        .with("expiry", "2025-02-28");
    let office = certificate("iso27001")
        .with("product", "no")
        .with("issue", "2026-05-01");
    let hosting = report()
        .with("subject", "other")
        .with("period", "{from: 2026-01-01, to: 2026-11-01}");
    vec![
        ("R0", before.clone()),
        ("R0", before.with("categories", "[security, privacy]")),
        ("C0", early),
        ("C1", office),
        ("H", hosting),
        ("T1", type_one()),
        ("F", fedramp()),
        (
            "F",
            fedramp().with(
                "topics",
                "[{topic: strong_auth, coverage: tested, control: IA-2}]",
            ),
        ),
        ("C17", certificate("iso27017")),
        ("S2", certificate("star_2").with("register", "not-found")),
    ]
}

const RECORDS: &[&str] = &[
    "{id: E1, kind: config_export, from: vendor, date: 2026-11-01, reference: Export, supports: [Q.rot.01, Q.rev.01]}",
    "{id: E2, kind: verified, from: us, date: 2026-10-01, reference: Test, supports: [Q.inv.01, Q.off.01, Q.dor.01]}",
    "{id: E3, kind: soc2_t2, from: vendor, date: 2026-11-01, period: {from: 2025-11-01, to: 2026-10-31}, reference: R, supports: all}",
    "{id: E4, kind: soc2_t2, from: vendor, date: 2026-11-01, period: {from: 2025-11-01, to: 2026-10-31}, reference: R, supports: [Q.rot.01], tested_control: A-1}",
];

fn vendor() -> impl Strategy<Value = Vendor> {
    let (of_report, of_certificate) = (report_fields(), certificate_fields());
    let documents = (
        faults(&of_report),
        faults(&of_certificate),
        prop::collection::vec(select(others()), 0..4),
        prop::collection::vec(select(RECORDS), 0..3),
        (prop::bool::weighted(0.85), prop::bool::weighted(0.75)),
    );
    let said = prop::collection::vec(any::<u8>(), PACK.questions().count());
    let told = prop::bool::weighted(0.5);
    (documents, said, told, any::<[usize; 2]>()).prop_map(move |(documents, said, told, chance)| {
        let (report_faults, certificate_faults, others, mut records, (has_report, has_certificate)) = documents;
        let mut world = World::empty();
        if told {
            world = world.answer("Q.asr.01", "[soc2_t2, soc2_t1, iso]");
        }
        for (id, doc) in others {
            world = world.add(id, doc);
        }
        if has_report {
            world = with(world, "R", report(), &of_report, &report_faults);
        }
        if has_certificate {
            world = with(world, "C", certificate("iso27001"), &of_certificate, &certificate_faults);
        }
        records.sort_unstable();
        records.dedup();
        for record in records {
            world = world.evidence(record);
        }
        Vendor { world, said, faults: [report_faults, certificate_faults], chance }
    })
}

/// Documents that credit nothing, whatever they say.
pub fn without_credit() -> Vec<Doc> {
    vec![
        letter(),
        letter().with("changes", "no"),
        letter().with(
            "later-events",
            "[{what: Theft, weight: grave, topic: rotation}]",
        ),
        summary("soc3", "soc2"),
        summary("soc3", "soc2").with("subject", "other"),
        summary("soc1", "security"),
        summary("star_1", "security").with("contradicts", "[Keys]"),
        summary("statement", "iso27001"),
    ]
}

/// The rows of one topic that somebody finds to be tested.
pub fn tested(topic: &str) -> String {
    row(topic, "")
}

/// Runs a property on every random vendor, and wants it to have looked at some.
pub fn for_all(property: impl Fn(&Vendor) -> bool) {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(SEED),
        max_shrink_iters: 100,
        ..Config::default()
    };
    let looked = RefCell::new(0_u32);
    let run = TestRunner::new(config).run(&vendor(), |vendor| {
        *looked.borrow_mut() += u32::from(property(&vendor));
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
    let looked = looked.into_inner();
    assert!(
        looked >= CASES / 3,
        "only {looked} of {CASES} cases were looked at"
    );
}
