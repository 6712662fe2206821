//! Each of the 78 red flags: what raises it, and the nearest that does not.

use std::collections::BTreeSet;

use idp_assay::checks::Place;
use idp_assay::checks::documents::rules::RULES;
use idp_assay::pack::question::Severity::{self, Critical, High, Info, Low, Medium};

use super::world::{
    Doc, PACK, World, certificate, fedramp, letter, report, row, rows_but, rows_without, summary,
    type_one,
};

/// A red flag that documents raise, where it is read, and the two sides of its edge.
struct Case {
    flag: &'static str,
    severity: Severity,
    /// The document and the field that are named.
    place: (Option<&'static str>, &'static str),
    raises: World,
    does_not: World,
}

fn case(
    flag: &'static str,
    severity: Severity,
    place: (&'static str, &'static str),
    raises: World,
    does_not: World,
) -> Case {
    Case {
        flag,
        severity,
        place: (Some(place.0).filter(|id| !id.is_empty()), place.1),
        raises,
        does_not,
    }
}

fn good() -> World {
    World::good()
}

/// The good documents with another value of a field of the report.
fn r(field: &str, value: &str) -> World {
    good().set("R", field, value)
}

/// The same, of the certificate.
fn c(field: &str, value: &str) -> World {
    good().set("C", field, value)
}

/// The report of the year before, with another value.
fn before(field: &str, value: &str) -> World {
    let before = report()
        .with("period", "{from: 2024-11-01, to: 2025-10-31}")
        .with("report-date", "2025-11-30")
        .with(field, value);
    good().add("R0", before)
}

fn exceptions(rows: &str) -> World {
    r("has-exceptions", "yes").set("R", "exceptions", rows)
}

fn subservice(rest: &str) -> World {
    r("subservice", &format!("[{{name: Cloud, {rest}}}]"))
}

fn entity_control(rest: &str) -> World {
    r("entity-controls", &format!("[{{control: Keys{rest}}}]"))
}

fn excluded(rows: &str) -> World {
    c("has-exclusions", "yes").set("C", "exclusions", rows)
}

fn only_type_one() -> World {
    good().add("R", type_one())
}

fn only_certificate() -> World {
    good().without("R")
}

fn soc2_cases() -> Vec<Case> {
    let answered = "response: Mended, remedy: 2026-12-01";
    let unbridged =
        || r("period", "{from: 2025-10-01, to: 2026-09-30}").set("R", "report-date", "2026-11-01");
    let weak = |field: &str, value: &str| good().add("L", letter().with(field, value));
    // Absent is recorded; what is not recorded is not known.
    let untested = |topics: &[&str]| {
        let absent = topics.iter().map(|topic| row(topic, "coverage=absent"));
        let absent: Vec<String> = absent.collect();
        let others = rows_without(topics);
        let others = others.trim_end_matches(']');
        r("topics", &format!("{others}, {}]", absent.join(", ")))
    };
    let row_of = |rest: &str| r("topics", &rows_but("offboarding", rest));
    vec![
        case(
            "RF-S-01",
            High,
            ("S", "offered-for"),
            good().add("S", summary("soc3", "soc2")),
            good().add("S", summary("soc3", "nothing")),
        ),
        case(
            "RF-S-02",
            Critical,
            ("R", "subject"),
            r("subject", "other"),
            good(),
        ),
        case(
            "RF-S-02",
            Critical,
            ("S", "subject"),
            good().add("S", summary("soc3", "soc2").with("subject", "other")),
            good().add("S", summary("soc1", "nothing").with("subject", "other")),
        ),
        case(
            "RF-S-03",
            High,
            ("S", "offered-for"),
            good().add("S", summary("soc1", "security")),
            good().add("S", summary("soc1", "nothing")),
        ),
        case(
            "RF-S-04",
            High,
            ("R", "as-of"),
            only_type_one(),
            only_type_one().add("R2", report()),
        ),
        case(
            "RF-S-04",
            Medium,
            ("R", "type-two-begun"),
            only_type_one()
                .set("R", "first-year", "yes")
                .set("R", "type-two-begun", "yes"),
            good(),
        ),
        case(
            "RF-S-05",
            Low,
            ("R", "period"),
            r("period", "{from: 2025-11-04, to: 2026-10-31}"),
            good(),
        ),
        case(
            "RF-S-06",
            High,
            ("R", "period"),
            good().on("2027-11-01"),
            good().on("2027-10-31"),
        ),
        case(
            "RF-S-06",
            High,
            ("R", "as-of"),
            only_type_one().on("2027-11-01"),
            only_type_one().on("2027-10-31"),
        ),
        case(
            "RF-S-07",
            High,
            ("R", "period"),
            before("period", "{from: 2024-10-31, to: 2025-10-30}"),
            before("wording", "specific"),
        ),
        case(
            "RF-S-08",
            Medium,
            ("R", "period"),
            unbridged(),
            unbridged().add(
                "L",
                letter().with("covers", "{from: 2026-10-01, to: 2026-10-31}"),
            ),
        ),
        case(
            "RF-S-09",
            Medium,
            ("L", "changes"),
            weak("changes", "no"),
            weak("changes", "yes"),
        ),
        case(
            "RF-S-09",
            Medium,
            ("L", "incidents"),
            weak("incidents", "no"),
            weak("incidents", "yes"),
        ),
        case(
            "RF-S-10",
            Critical,
            ("R", "opinion-criteria"),
            r("opinion", "qualified").set("R", "opinion-criteria", "[CC7.1]"),
            r("opinion", "qualified").set("R", "opinion-criteria", "[CC8.1]"),
        ),
        case(
            "RF-S-11",
            Medium,
            ("R", "opinion-criteria"),
            r("opinion", "qualified").set("R", "opinion-criteria", "[CC8.1]"),
            r("opinion", "qualified").set("R", "opinion-criteria", "[CC6.1]"),
        ),
        case(
            "RF-S-11",
            Medium,
            ("R", "opinion"),
            r("opinion", "qualified"),
            good(),
        ),
        case(
            "RF-S-12",
            Critical,
            ("R", "opinion"),
            r("opinion", "adverse"),
            good(),
        ),
        case(
            "RF-S-13",
            Critical,
            ("R", "opinion"),
            r("opinion", "disclaimer"),
            good(),
        ),
        case(
            "RF-S-14",
            Medium,
            ("R", "exceptions"),
            exceptions(&format!(
                "[{{criterion: CC6.2, sample: 25, count: 1, {answered}}}]"
            )),
            exceptions(&format!(
                "[{{criterion: CC6.7, sample: 25, count: 1, {answered}}}]"
            )),
        ),
        case(
            "RF-S-14",
            Medium,
            ("R", "exceptions"),
            exceptions(&format!(
                "[{{criterion: CC8.1, topic: rotation, sample: 25, count: 1, {answered}}}]"
            )),
            exceptions(&format!(
                "[{{criterion: CC8.1, topic: change_mgmt, sample: 25, count: 1, {answered}}}]"
            )),
        ),
        case(
            "RF-S-15",
            Medium,
            ("R", "exceptions"),
            exceptions("[{criterion: CC8.1, sample: 25, count: 1, response: Mended}]"),
            exceptions(&format!(
                "[{{criterion: CC8.1, sample: 25, count: 1, {answered}}}]"
            )),
        ),
        case(
            "RF-S-15",
            Medium,
            ("R", "exceptions"),
            exceptions("[{criterion: CC8.1, sample: 25, count: 1, remedy: 2026-12-01}]"),
            exceptions("[{criterion: CC8.1, sample: 25, count: 0}]"),
        ),
        case(
            "RF-S-16",
            High,
            ("R", "exceptions"),
            exceptions(&format!(
                "[{{criterion: CC8.1, count: 1, repeated: yes, {answered}}}]"
            )),
            exceptions(&format!(
                "[{{criterion: CC8.1, count: 1, repeated: no, {answered}}}]"
            )),
        ),
        case(
            "RF-S-17",
            Critical,
            ("R", "product"),
            r("product", "no"),
            good(),
        ),
        case(
            "RF-S-17",
            Critical,
            ("R", "product"),
            r("system", "[Larkhaven Files]").unset("R", "product"),
            good().unset("R", "product"),
        ),
        case(
            "RF-S-17",
            Critical,
            ("R", "control-plane"),
            r("control-plane", "no"),
            good().unset("R", "control-plane"),
        ),
        case(
            "RF-S-17",
            Critical,
            ("R", "regions"),
            r("regions", "no"),
            good().unset("R", "regions"),
        ),
        case(
            "RF-S-17",
            Critical,
            ("R", "interfaces"),
            r("interfaces", "no"),
            good().unset("R", "interfaces"),
        ),
        case(
            "RF-S-18",
            High,
            ("R", "support-tools"),
            r("support-tools", "no"),
            good().unset("R", "support-tools"),
        ),
        case(
            "RF-S-19",
            Medium,
            ("R", "categories"),
            r("categories", "[security, confidentiality]"),
            r("categories", "[security, availability]"),
        ),
        case(
            "RF-S-20",
            Medium,
            ("R", "categories"),
            r("categories", "[security, availability]"),
            r("categories", "[security, confidentiality]"),
        ),
        case(
            "RF-S-21",
            High,
            ("R", "entity-controls"),
            entity_control(", status: checked"),
            entity_control(", owner: Ops, status: in-place"),
        ),
        case(
            "RF-S-21",
            High,
            ("R", "entity-controls"),
            entity_control(", owner: Ops"),
            entity_control(", owner: Ops, status: checked"),
        ),
        case(
            "RF-S-21",
            High,
            ("R", "entity-controls"),
            entity_control(", owner: Ops, status: planned"),
            good(),
        ),
        case(
            "RF-S-22",
            Medium,
            ("R", "has-entity-controls"),
            r("has-entity-controls", "no"),
            good()
                .unset("R", "has-entity-controls")
                .unset("R", "entity-controls"),
        ),
        case(
            "RF-S-23",
            High,
            ("R", "subservice"),
            subservice("does: [keys], method: carve-out, csocs: no"),
            subservice("does: [keys], method: inclusive, csocs: no"),
        ),
        case(
            "RF-S-23",
            High,
            ("R", "subservice"),
            subservice("method: carve-out, csocs: no"),
            subservice("method: carve-out, report: read"),
        ),
        case(
            "RF-S-23",
            High,
            ("R", "subservice"),
            subservice("does: [logging], method: carve-out, csocs: no"),
            subservice("does: [other], method: carve-out, csocs: no"),
        ),
        case(
            "RF-S-24",
            Medium,
            ("R", "subservice"),
            subservice("does: [hosting], method: carve-out, csocs: yes, report: not-obtained"),
            subservice("does: [hosting], method: carve-out, csocs: yes, report: vendor-review"),
        ),
        case(
            "RF-S-25",
            Critical,
            ("R", "licensed"),
            r("licensed", "no"),
            good().unset("R", "licensed"),
        ),
        case(
            "RF-S-25",
            Critical,
            ("R", "peer-review"),
            r("peer-review", "none").unset("R", "peer-review-date"),
            r("peer-review", "deficiencies"),
        ),
        case(
            "RF-S-26",
            High,
            ("R", "independence"),
            r("independence", "doubt"),
            r("independence", "tool-partner"),
        ),
        case(
            "RF-S-26",
            High,
            ("R", "independence"),
            r("independence", "tied"),
            good(),
        ),
        case(
            "RF-S-27",
            Medium,
            ("R", "wording"),
            r("has-incidents", "no"),
            r("has-incidents", "no")
                .set("R", "has-exceptions", "yes")
                .set("R", "exceptions", "[{criterion: CC8.1, count: 1}]"),
        ),
        case(
            "RF-S-27",
            Medium,
            ("R", "wording"),
            r("wording", "generic"),
            good(),
        ),
        case(
            "RF-S-28",
            Critical,
            ("R", "report-date"),
            r("report-date", "2026-10-30"),
            r("report-date", "2026-10-31"),
        ),
        case(
            "RF-S-28",
            Critical,
            ("R", "signature"),
            r("signature", "unsigned"),
            good(),
        ),
        case(
            "RF-S-28",
            Critical,
            ("R", "signature"),
            r("signature", "undated"),
            good().unset("R", "signature"),
        ),
        case(
            "RF-S-28",
            Critical,
            ("R", "categories"),
            r("categories", "[availability]"),
            r("categories", "[security]"),
        ),
        case(
            "RF-S-29",
            Low,
            ("R", "report-date"),
            good()
                .on("2027-03-01")
                .set("R", "report-date", "2027-03-01"),
            good()
                .on("2027-03-01")
                .set("R", "report-date", "2027-02-28"),
        ),
        case(
            "RF-S-30",
            High,
            ("R", "assertion"),
            r("assertion", "missing"),
            good(),
        ),
        case(
            "RF-S-30",
            High,
            ("R", "assertion"),
            r("assertion", "other-system"),
            good().unset("R", "assertion"),
        ),
        case(
            "RF-S-31",
            Medium,
            ("R", "topics"),
            row_of("procedure=inquiry"),
            row_of("procedure=observation"),
        ),
        case(
            "RF-S-31",
            Medium,
            ("R", "topics"),
            row_of("procedure=inquiry"),
            r(
                "topics",
                &rows_but("offboarding", "procedure=inquiry").replacen(
                    '[',
                    &format!("[{}, ", row("offboarding", "")),
                    1,
                ),
            ),
        ),
        case(
            "RF-S-32",
            Medium,
            ("R", "topics"),
            row_of("occurred=no"),
            row_of("occurred="),
        ),
        case(
            "RF-S-33",
            Medium,
            ("R", "topics"),
            row_of("interval=no"),
            row_of("interval="),
        ),
        case(
            "RF-S-34",
            High,
            ("R", "topics"),
            row_of("population=[people]"),
            row_of("population="),
        ),
        case(
            "RF-S-35",
            Low,
            ("R", "topics"),
            row_of("section=unaudited"),
            row_of("section="),
        ),
        case(
            "RF-S-36",
            Critical,
            ("R", "incidents"),
            good().answer("Q.asr.13", "{match: hidden}"),
            good().answer("Q.asr.13", "{match: late}"),
        ),
        case(
            "RF-S-36",
            Critical,
            ("R", "incidents"),
            good().answer("Q.asr.13", "{match: hidden}"),
            good()
                .answer("Q.asr.13", "{match: hidden}")
                .unset("R", "has-incidents")
                .unset("R", "incidents"),
        ),
        case(
            "RF-S-37",
            High,
            ("R", "later-events"),
            r("later-events", "[{what: Theft, weight: grave}]"),
            r("later-events", "[]"),
        ),
        case(
            "RF-S-37",
            Medium,
            ("L", "later-events"),
            weak("later-events", "[{what: A move, weight: other}]"),
            weak("later-events", "[]"),
        ),
        case(
            "RF-S-38",
            High,
            ("R", "categories"),
            before(
                "categories",
                "[security, availability, confidentiality, privacy]",
            ),
            before("categories", "[security]"),
        ),
        case(
            "RF-S-38",
            High,
            ("R", "categories"),
            before("system", "[Larkhaven Access Cloud, Larkhaven Files]"),
            before("system", "[larkhaven access cloud ]"),
        ),
        case(
            "RF-S-39",
            Medium,
            ("R", "copy"),
            r("copy", "redacted"),
            good().unset("R", "copy"),
        ),
        case(
            "RF-S-39",
            Medium,
            ("R", "copy"),
            r("copy", "extract"),
            good(),
        ),
        case(
            "RF-S-40",
            High,
            ("R", "topics"),
            untested(&["token_ttl"]),
            untested(&["change_mgmt"]),
        ),
        case(
            "RF-S-40",
            High,
            ("R", "topics"),
            untested(&["rotation", "secret_storage"]),
            untested(&["rotation"]),
        ),
        case(
            "RF-S-40",
            High,
            ("R", "topics"),
            r("topics", &rows_but("delegated_admin", "coverage=declared")),
            r("topics", &rows_without(&["delegated_admin"])),
        ),
        case(
            "RF-S-41",
            Info,
            ("R", "points-of-focus"),
            r("points-of-focus", "original-2017"),
            good(),
        ),
        case(
            "RF-S-42",
            Medium,
            ("R", "emphasis"),
            r("emphasis", "A change of owner"),
            good(),
        ),
    ]
}

fn iso_cases() -> Vec<Case> {
    let old = || {
        c("edition", "2013")
            .set("C", "issue", "2023-03-01")
            .set("C", "expiry", "2026-02-28")
    };
    let earlier = |expiry: &str| {
        good().add(
            "C0",
            certificate("iso27001")
                .with("issue", "2022-03-01")
                .with("expiry", expiry),
        )
    };
    let found = |rest: &str| c("nonconformities", &format!("[{{{rest}}}]"));
    let only = |star: bool| {
        let world = only_certificate();
        if star {
            world.add("F", fedramp())
        } else {
            world
        }
    };
    vec![
        case("RF-I-01", Critical, ("C", "edition"), old(), c("edition", "2022")),
        case("RF-I-01", Critical, ("C", "edition"), c("edition", "2005"), good()),
        case("RF-I-02", Critical, ("C", "expiry"), c("expiry", "2026-11-19"), c("expiry", "2026-11-20")),
        case("RF-I-02", Critical, ("C", "register"), c("register", "suspended"), good()),
        case("RF-I-02", Critical, ("C17", "register"), good().set("C17", "register", "withdrawn"), good()),
        case("RF-I-03", High, ("C", "expiry"), c("expiry", "2028-03-02"), c("expiry", "2028-03-01")),
        case("RF-I-03", High, ("C", "expiry-stated"), good().unset("C", "expiry").set("C", "expiry-stated", "no"), good().unset("C", "expiry").set("C", "expiry-stated", "yes")),
        case("RF-I-04", Critical, ("C", "accreditation"), c("accreditation", "none"), good()),
        case("RF-I-04", Critical, ("C", "accreditation"), c("accreditation", "unrecognised"), good()),
        case("RF-I-05", High, ("C", "accredited-for"), c("accredited-for", "no"), good().unset("C", "accredited-for")),
        case("RF-I-06", High, ("C", "register"), c("register", "not-found"), good().unset("C", "register")),
        case("RF-I-07", High, ("C", "holder-is"), c("holder-is", "group"), good().unset("C", "holder-is")),
        case("RF-I-07", High, ("C", "holder-is"), c("holder-is", "other"), good()),
        case("RF-I-08", Critical, ("C", "product"), c("product", "no"), good()),
        case("RF-I-08", Critical, ("C", "product"), c("scope", "Office in Example Town").unset("C", "product"), good().unset("C", "product")),
        case("RF-I-08", Critical, ("C", "operation"), c("operation", "no"), good().unset("C", "operation")),
        case("RF-I-08", Critical, ("C", "regions"), c("regions", "no"), good().unset("C", "regions")),
        case("RF-I-09", High, ("C", "extent"), c("extent", "part"), good().unset("C", "extent")),
        case("RF-I-10", High, ("C", "soa"), c("soa", "refused"), c("soa", "summary")),
        case("RF-I-11", Medium, ("C", "soa-version"), c("soa-cited", "\"5\""), c("soa-cited", "version 4")),
        case("RF-I-11", Medium, ("C", "soa-date"), c("soa-cited-date", "2026-01-16"), c("soa-cited-date", "2026-01-15")),
        case("RF-I-12", Critical, ("C", "exclusions"), excluded("[{control: A.8.15, reason: None}]"), excluded("[{control: A.8.17, reason: None}]")),
        case("RF-I-13", High, ("C", "exclusions"), excluded("[{control: A.6.5, reason: None}]"), excluded("[{control: A.6.6, reason: None}]")),
        case("RF-I-14", Medium, ("C", "exclusions"), excluded("[{control: A.7.4}]"), excluded("[{control: A.7.4, reason: None}]")),
        case("RF-I-15", Info, ("C", "last-audit"), good().on("2027-03-03"), good().on("2027-03-02")),
        case("RF-I-16", High, ("C", "nonconformities"), found("grade: major, open: yes"), found("grade: major, open: no")),
        case("RF-I-16", Medium, ("C", "nonconformities"), found("grade: minor, access: yes, repeated: yes"), found("grade: minor, access: yes, repeated: no")),
        case("RF-I-17", Medium, ("C", "issue"), earlier("2025-02-27"), earlier("2025-02-28")),
        case("RF-I-18", High, ("W", "offered-for"), good().add("W", summary("statement", "iso27001")), good().add("W", summary("statement", "nothing"))),
        case("RF-I-19", Critical, ("C", "body-sold"), c("body-sold", "consultancy"), good()),
        case("RF-I-19", High, ("C", "body-sold"), c("body-sold", "training"), good().unset("C", "body-sold")),
        case("RF-I-21", Low, ("C", "kind"), good().without("C17"), good()),
        case("RF-I-21", Low, ("C", "kind"), good().without("C18"), good().without("C18").add("C1", certificate("iso27701"))),
        case("RF-I-22", Info, ("C18", "edition"), good().set("C18", "edition", "2019"), good()),
        case("RF-I-23", Info, ("C", "amendment"), c("amendment", "no"), good().unset("C", "amendment")),
        case("RF-I-24", Info, ("C", "mark"), c("mark", "iaf"), good()),
        case("RF-I-25", Medium, ("C", "kind"), only(false), only(true)),
        case("RF-I-25", Medium, ("C", "kind"), only(true).set("F", "status", "revoked"), good()),
        case("RF-I-25", Medium, ("C", "kind"), only(false).add("R", type_one()), only(false).evidence("{id: E, kind: soc2_t2, from: vendor, date: 2026-11-01, period: {from: 2025-11-01, to: 2026-10-31}, reference: R, supports: all}")),
        case("RF-I-26", Medium, ("C", "admin-sites"), c("admin-sites", "no"), good().unset("C", "admin-sites")),
    ]
}

fn cross_cases() -> Vec<Case> {
    let star = |contradicts: &str| {
        good().add(
            "T",
            summary("star_1", "nothing").with("contradicts", contradicts),
        )
    };
    let bare = "{id: E, kind: soc2_t2, from: vendor, date: 2026-11-01, period: {from: 2025-11-01, to: 2026-10-31}, reference: R, supports: [Q.rot.01]";
    let rotates = || World::empty().answer("Q.rot.01", "{secret-interval: 30 days}");
    vec![
        case("RF-X-01", High, ("", "product"), c("product", "no"), good()),
        case(
            "RF-X-01",
            High,
            ("", "product"),
            r("product", "no"),
            only_certificate(),
        ),
        case(
            "RF-X-02",
            High,
            ("R", "delegated-admin"),
            r("delegated-admin", "no"),
            r("delegated-admin", "no").set(
                "C",
                "topics",
                "[{topic: delegated_admin, coverage: tested, control: A.8.2}]",
            ),
        ),
        case(
            "RF-X-02",
            High,
            ("R", "interfaces"),
            r("interfaces", "no"),
            good(),
        ),
        case(
            "RF-X-03",
            High,
            ("", "Q.asr.13"),
            good().answer("Q.asr.13", "{match: hidden}"),
            good().answer("Q.asr.13", "{match: incomplete}"),
        ),
        case(
            "RF-X-05",
            Medium,
            ("", "Q.val.01"),
            World::empty().answer("Q.val.01", "[export]"),
            World::empty().answer("Q.val.01", "[contract-right]"),
        ),
        case(
            "RF-X-05",
            Medium,
            ("", "Q.inc.01"),
            World::empty().answer("Q.inc.01", "{notice: without end}"),
            World::empty().answer("Q.inc.01", "{notice: 100 days}"),
        ),
        case(
            "RF-X-06",
            Info,
            ("T", "kind"),
            star("[]"),
            star("[]").add("T2", certificate("star_2")),
        ),
        case(
            "RF-X-07",
            High,
            ("T", "contradicts"),
            star("[Keys rotate]"),
            star("[]"),
        ),
        case(
            "RF-X-08",
            Medium,
            ("F", "environment"),
            good().add("F", fedramp().with("environment", "government")),
            good().add("F", fedramp()),
        ),
        case(
            "RF-X-08",
            Medium,
            ("", "Q.asr.16"),
            good().answer("Q.asr.16", "{regimes: [elsewhere]}"),
            good().answer("Q.asr.16", "{regimes: [fedramp]}"),
        ),
        case(
            "RF-X-09",
            High,
            ("", "evidence"),
            rotates().evidence(&format!("{bare}}}")),
            rotates().evidence(&format!("{bare}, tested_control: CC6.1-04}}")),
        ),
        case(
            "RF-X-10",
            Medium,
            ("", "Q.val.02"),
            World::empty().answer("Q.val.02", "{penetration-test: partial}"),
            World::empty().answer("Q.val.02", "{penetration-test: full}"),
        ),
        case(
            "RF-X-10",
            Medium,
            ("", "Q.val.02"),
            World::empty().answer("Q.val.02", "{penetration-test: none}"),
            World::empty(),
        ),
    ]
}

fn cases() -> Vec<Case> {
    [soc2_cases(), iso_cases(), cross_cases()]
        .into_iter()
        .flatten()
        .collect()
}

/// A red flag that answers raise: its severity, the answer that raises it, and the nearest that does
/// not.
type Answered = (
    &'static str,
    Severity,
    &'static str,
    (&'static str, &'static str),
);

const ANSWERED: &[Answered] = &[
    (
        "RF-S-01",
        High,
        "Q.asr.03",
        ("{report: summary-only}", "{report: none}"),
    ),
    (
        "RF-S-02",
        Critical,
        "Q.asr.03",
        ("{report: other-subject}", "{report: none}"),
    ),
    (
        "RF-S-04",
        High,
        "Q.asr.03",
        ("{report: t1}", "{report: t2-full}"),
    ),
    (
        "RF-S-04",
        Medium,
        "Q.asr.03",
        ("{report: t1-started}", "{report: t2-full}"),
    ),
    (
        "RF-S-05",
        High,
        "Q.asr.03",
        ("{report: t2-brief}", "{report: t2-full}"),
    ),
    (
        "RF-S-05",
        Medium,
        "Q.asr.03",
        ("{report: t2-short}", "{report: t2-full}"),
    ),
    (
        "RF-S-05",
        Low,
        "Q.asr.03",
        ("{report: t2-half}", "{report: t2-full}"),
    ),
    (
        "RF-S-06",
        High,
        "Q.asr.03",
        ("{report: t2-old}", "{report: t2-full}"),
    ),
    (
        "RF-S-06",
        Critical,
        "Q.asr.03",
        ("{report: outdated}", "{report: none}"),
    ),
    (
        "RF-S-06",
        Critical,
        "Q.asr.09",
        ("{gap: 20 months}", "{gap: 12 months}"),
    ),
    (
        "RF-S-06",
        High,
        "Q.asr.09",
        ("{gap: 13 months}", "{gap: 12 months}"),
    ),
    (
        "RF-S-07",
        High,
        "Q.asr.09",
        ("{continuous: no}", "{continuous: yes}"),
    ),
    (
        "RF-S-08",
        Medium,
        "Q.asr.09",
        ("{letter: none}", "{letter: covers}"),
    ),
    (
        "RF-S-09",
        Medium,
        "Q.asr.09",
        ("{letter: too-long}", "{letter: not-needed}"),
    ),
    (
        "RF-S-09",
        Medium,
        "Q.asr.09",
        ("{letter: silent}", "{letter: covers}"),
    ),
    (
        "RF-S-10",
        Critical,
        "Q.asr.05",
        ("{opinion: qualified-access}", "{opinion: qualified-other}"),
    ),
    (
        "RF-S-11",
        Medium,
        "Q.asr.05",
        ("{opinion: qualified-other}", "{opinion: emphasis}"),
    ),
    (
        "RF-S-12",
        Critical,
        "Q.asr.05",
        ("{opinion: adverse}", "{opinion: not-seen}"),
    ),
    (
        "RF-S-13",
        Critical,
        "Q.asr.05",
        ("{opinion: disclaimer}", "{opinion: not-seen}"),
    ),
    (
        "RF-S-14",
        High,
        "Q.asr.06",
        ("{worst: grave-identity}", "{worst: grave}"),
    ),
    (
        "RF-S-15",
        Medium,
        "Q.asr.06",
        ("{worst: unanswered}", "{worst: answered}"),
    ),
    (
        "RF-S-17",
        Critical,
        "Q.asr.02",
        ("{product: iso-only}", "{product: soc2}"),
    ),
    (
        "RF-S-17",
        Critical,
        "Q.asr.02",
        ("{control-plane: neither}", "{control-plane: soc2}"),
    ),
    (
        "RF-S-17",
        Critical,
        "Q.asr.02",
        ("{regions: neither}", "{regions: soc2}"),
    ),
    (
        "RF-S-17",
        Critical,
        "Q.asr.02",
        ("{interfaces: neither}", "{interfaces: soc2}"),
    ),
    (
        "RF-S-18",
        High,
        "Q.asr.02",
        ("{support-tools: neither}", "{support-tools: soc2}"),
    ),
    (
        "RF-S-19",
        Medium,
        "Q.asr.04",
        ("[security, confidentiality]", "[security, availability]"),
    ),
    (
        "RF-S-20",
        Medium,
        "Q.asr.04",
        (
            "[security, availability]",
            "[security, availability, confidentiality]",
        ),
    ),
    (
        "RF-S-21",
        High,
        "Q.asr.07",
        ("{status: listed}", "{status: half}"),
    ),
    (
        "RF-S-23",
        High,
        "Q.asr.08",
        ("{treatment: unnamed}", "{treatment: not-read}"),
    ),
    (
        "RF-S-24",
        Medium,
        "Q.asr.08",
        ("{treatment: not-read}", "{treatment: vendor-review}"),
    ),
    (
        "RF-S-25",
        Critical,
        "Q.asr.10",
        ("{licence: no}", "{licence: yes}"),
    ),
    (
        "RF-S-25",
        Critical,
        "Q.asr.10",
        ("{peer-review: none}", "{peer-review: deficiencies}"),
    ),
    (
        "RF-S-26",
        High,
        "Q.asr.10",
        ("{independence: doubt}", "{independence: tool-partner}"),
    ),
    (
        "RF-S-28",
        Critical,
        "Q.asr.03",
        ("{report: bad-form}", "{report: none}"),
    ),
    (
        "RF-S-30",
        High,
        "Q.asr.02",
        ("{assertion: no}", "{assertion: yes}"),
    ),
    ("RF-S-34", High, "Q.asr.14", ("[people-only]", "[granting]")),
    (
        "RF-S-38",
        High,
        "Q.asr.02",
        ("{last-year: less}", "{last-year: less-explained}"),
    ),
    (
        "RF-S-40",
        High,
        "Q.asr.15",
        ("{signing-keys: declared}", "{signing-keys: inquiry}"),
    ),
    (
        "RF-S-40",
        High,
        "Q.asr.15",
        ("{token-lifetime: absent}", "{token-lifetime: tested}"),
    ),
    (
        "RF-S-40",
        High,
        "Q.asr.15",
        ("{mass-revocation: elsewhere}", "{mass-revocation: tested}"),
    ),
    (
        "RF-S-40",
        High,
        "Q.asr.15",
        ("{tenant-isolation: declared}", "{logging: declared}"),
    ),
    (
        "RF-S-40",
        High,
        "Q.asr.15",
        ("{support-access: absent}", "{support-access: tested}"),
    ),
    (
        "RF-S-42",
        Medium,
        "Q.asr.05",
        ("{opinion: emphasis}", "{opinion: unmodified}"),
    ),
    (
        "RF-I-01",
        Critical,
        "Q.asr.11",
        ("{standing: edition-2013}", "{standing: none}"),
    ),
    (
        "RF-I-02",
        Critical,
        "Q.asr.11",
        ("{standing: lapsed}", "{standing: none}"),
    ),
    (
        "RF-I-04",
        Critical,
        "Q.asr.11",
        ("{standing: unaccredited}", "{standing: none}"),
    ),
    (
        "RF-I-06",
        High,
        "Q.asr.11",
        ("{standing: unconfirmed}", "{standing: partial}"),
    ),
    (
        "RF-I-07",
        High,
        "Q.asr.11",
        ("{standing: other-entity}", "{standing: partial}"),
    ),
    (
        "RF-I-08",
        Critical,
        "Q.asr.11",
        ("{standing: scope-silent}", "{standing: none}"),
    ),
    (
        "RF-I-09",
        High,
        "Q.asr.11",
        ("{standing: partial}", "{standing: other-entity}"),
    ),
    (
        "RF-I-10",
        High,
        "Q.asr.12",
        ("{exclusions: refused}", "{exclusions: summary}"),
    ),
    (
        "RF-I-11",
        Medium,
        "Q.asr.12",
        ("{exclusions: unclear}", "{exclusions: summary}"),
    ),
    (
        "RF-I-12",
        Critical,
        "Q.asr.12",
        ("{exclusions: core}", "{exclusions: refused}"),
    ),
    (
        "RF-I-13",
        High,
        "Q.asr.12",
        ("{exclusions: sensitive}", "{exclusions: unclear}"),
    ),
    (
        "RF-I-15",
        High,
        "Q.asr.11",
        ("{standing: overdue}", "{standing: full}"),
    ),
    ("RF-I-20", High, "Q.gov.01", ("none", "owned")),
    ("RF-I-20", High, "Q.gov.01", ("generic", "treated")),
    (
        "RF-X-02",
        High,
        "Q.asr.02",
        ("{delegated-admin: neither}", "{delegated-admin: soc2}"),
    ),
    (
        "RF-X-03",
        High,
        "Q.asr.13",
        ("{match: hidden}", "{match: late}"),
    ),
    (
        "RF-X-04",
        High,
        "Q.asr.03",
        ("{report: refused}", "{report: none}"),
    ),
];

fn is_prompt(flag: &str) -> bool {
    PACK.documents
        .red_flag(flag)
        .expect("a red flag of the pack")
        .prompt
}

/// The control that a red flag weakens.
fn control(flag: &str) -> String {
    let flag = PACK.documents.red_flag(flag);
    flag.expect("a red flag of the pack").control.to_string()
}

#[test]
fn a_good_vendor_raises_nothing() {
    assert_eq!(World::good().raised(), []);
}

#[test]
fn each_flag_is_raised_by_its_document_with_severity_and_field() {
    for case in cases() {
        let raised = case.raises.raised();
        let found = raised.iter().find(|raised| {
            let document = raised.document.as_ref().map(|id| id.as_str());
            raised.flag == case.flag && (document, raised.field) == case.place && !raised.by_answer
        });
        let found = found.unwrap_or_else(|| panic!("{} {:?}: {raised:#?}", case.flag, case.place));
        assert_eq!(
            found.severity, case.severity,
            "{} {:?}",
            case.flag, case.place
        );
    }
}

#[test]
fn each_flag_is_not_raised_by_the_nearest_that_is_in_order() {
    for case in cases() {
        let raised = case.does_not.raised();
        let found = raised.iter().find(|raised| {
            let document = raised.document.as_ref().map(|id| id.as_str());
            raised.flag == case.flag && document == case.place.0
        });
        assert_eq!(found, None, "{} {:?}", case.flag, case.place);
    }
}

#[test]
fn each_flag_is_told_once_as_a_finding_on_its_control_or_as_a_prompt() {
    for case in cases() {
        let findings = case.raises.score().findings;
        let mut told = findings.iter().filter(|finding| {
            let flag = finding.red_flag.as_ref();
            flag.is_some_and(|flag| flag.as_str() == case.flag)
        });
        if is_prompt(case.flag) {
            assert_eq!(told.next(), None, "{}", case.flag);
            continue;
        }
        let finding = told
            .next()
            .unwrap_or_else(|| panic!("{} is not told", case.flag));
        assert_eq!(finding.id.as_str(), case.flag);
        assert_eq!(finding.control.as_str(), control(case.flag));
        let is_of_document = matches!(finding.place, Place::Document { .. });
        assert!(is_of_document, "{}: {:?}", case.flag, finding.place);
        let again: Vec<_> = told
            .filter(|told| (&told.place, &told.message) == (&finding.place, &finding.message))
            .collect();
        assert!(again.is_empty(), "{}: {again:?}", case.flag);
    }
}

#[test]
fn what_an_answer_raises_is_told_at_its_severity() {
    for (flag, severity, question, (bad, good)) in ANSWERED {
        let told = |answer: &str| -> Vec<Severity> {
            let findings = World::told().answer(question, answer).score().findings;
            let of_flag = findings.iter().filter(|finding| {
                finding
                    .red_flag
                    .as_ref()
                    .is_some_and(|it| it.as_str() == *flag)
            });
            of_flag
                .inspect(|finding| {
                    assert_eq!(finding.control.as_str(), control(flag));
                    assert_eq!(
                        finding.place.question().map(|it| it.as_str()),
                        Some(*question)
                    );
                })
                .map(|finding| finding.severity)
                .collect()
        };
        assert_eq!(told(bad), [*severity], "{flag} {question} {bad}");
        assert_eq!(told(good), [], "{flag} {question} {good}");
    }
}

#[test]
fn every_flag_has_a_rule_in_its_place_and_a_case() {
    let flags: Vec<&str> = PACK
        .documents
        .red_flags
        .iter()
        .map(|flag| flag.id.as_str())
        .collect();
    let rules: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(flags, rules);
    let prefixes = ["RF-S-", "RF-I-", "RF-X-"];
    let counts = prefixes.map(|prefix| flags.iter().filter(|id| id.starts_with(prefix)).count());
    assert_eq!(counts, [42, 26, 10]);
    let by_documents = cases().into_iter().map(|case| case.flag);
    let by_answers = ANSWERED.iter().map(|(flag, ..)| *flag);
    let known: BTreeSet<&str> = by_documents.chain(by_answers).collect();
    assert_eq!(flags.into_iter().collect::<BTreeSet<_>>(), known);
}

/// Severities that the pack gives and that nothing raises yet: whether identities of consumers are
/// kept is asked nowhere, so that a missing privacy category cannot be told from one that is not
/// needed.
const NOT_RAISED: [(&str, Severity); 1] = [("RF-S-20", Low)];

#[test]
fn severities_are_those_of_the_pack_and_each_of_them_is_raised() {
    let edges = super::dates::edges();
    let by_documents = cases().into_iter().map(|case| (case.flag, case.raises));
    let worlds = by_documents.chain(edges);
    let raised: Vec<(&str, Severity)> = worlds
        .flat_map(|(flag, world)| {
            let severities = world.severities(flag);
            severities.into_iter().map(move |severity| (flag, severity))
        })
        .chain(
            ANSWERED
                .iter()
                .map(|(flag, severity, ..)| (*flag, *severity)),
        )
        .collect();
    for flag in &PACK.documents.red_flags {
        let id = flag.id.as_str();
        let seen = raised.iter().filter(|(raised, _)| *raised == id);
        let seen: BTreeSet<Severity> = seen.map(|(_, severity)| *severity).collect();
        let known = flag.severities.iter().copied();
        let known = known.filter(|severity| !NOT_RAISED.contains(&(id, *severity)));
        assert_eq!(seen, known.collect(), "{id}");
    }
}

#[test]
fn only_confirmed_documents_raise_anything() {
    for case in cases() {
        let of_answers = case.place.0.is_none() && case.raises.docs.is_empty();
        let told = World {
            answers: Default::default(),
            evidence: vec![],
            ..case.raises
        };
        if !of_answers {
            assert_eq!(told.unconfirmed().raised(), [], "{}", case.flag);
        }
    }
}

#[test]
fn a_document_with_nothing_recorded_raises_nothing_but_what_it_is() {
    for kind in PACK.documents.kinds.iter().map(|entry| entry.kind.name()) {
        let bare = World::empty().add("D", Doc::new(kind, &[])).raised();
        let raised: Vec<&str> = bare.iter().map(|raised| raised.flag).collect();
        let expected: &[&str] = match kind {
            "soc2_t1" => &["RF-S-04"],
            "iso27001" => &["RF-I-21", "RF-I-25"],
            "star_1" => &["RF-X-06"],
            _ => &[],
        };
        assert_eq!(raised, expected, "{kind}");
    }
}
