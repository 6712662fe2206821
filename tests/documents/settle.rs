//! The answers that documents give to the questions about them.

use std::collections::{BTreeMap, BTreeSet};

use idp_assay::assessment::answer::{State, Value};
use idp_assay::checks::documents::settle::settle;
use idp_assay::pack::answer::{AnswerKind, Choice, Form};

use super::world::{
    PACK, World, certificate, fedramp, letter, report, row, rows_but, summary, type_one,
};

/// An answer of the assessment as the documents leave it, as a short text.
fn settled(world: &World, question: &str, part: &str) -> String {
    let given = world.assessment();
    let settled = settle(&PACK, &given).unwrap_or(given);
    let Some(response) = settled.answers.get(question) else {
        return "-".to_owned();
    };
    let value = match &response.state {
        State::Answered(Value::Parts(parts)) => match parts.get(part) {
            Some(value) => value,
            None => return "-".to_owned(),
        },
        State::Answered(value) => value,
        State::NotApplicable(_) => return "n/a".to_owned(),
        State::Unknown(_) => return "?".to_owned(),
        State::Open => return "-".to_owned(),
    };
    text(value)
}

fn text(value: &Value) -> String {
    match value {
        Value::Choice(chosen) => chosen.to_string(),
        Value::Several(chosen) => {
            let chosen: Vec<&str> = chosen.iter().map(|id| id.as_str()).collect();
            chosen.join(" ")
        }
        Value::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Date(date) => date.to_string(),
        Value::Period(period) => format!("{} {}", period.from, period.to),
        Value::Text(text) => text.clone(),
        Value::List(lines) => lines.join("; "),
        Value::Duration(duration) => format!("{duration:?}"),
        other => format!("{other:?}"),
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

fn before(field: &str, value: &str) -> World {
    let before = report()
        .with("period", "{from: 2024-11-01, to: 2025-10-31}")
        .with("report-date", "2025-11-30");
    good().add("R0", before.with(field, value))
}

fn exceptions(rows: &str) -> World {
    r("has-exceptions", "yes").set("R", "exceptions", rows)
}

fn subservice(rows: &str) -> World {
    r("subservice", rows)
}

fn entity(rows: &str) -> World {
    r("entity-controls", rows)
}

fn excluded(rows: &str) -> World {
    c("has-exclusions", "yes").set("C", "exclusions", rows)
}

fn over(from: &str, to: &str) -> World {
    let period = format!("{{from: {from}, to: {to}}}");
    r("period", &period).set("R", "report-date", to)
}

type Line = (&'static str, &'static str, &'static str, World);

fn report_lines() -> Vec<Line> {
    let one = || good().add("R", type_one());
    let answered = "response: Mended, remedy: 2026-12-01";
    let of = |rest: &str| {
        r(
            "topics",
            &rows_but("rotation", rest).replace("secret_storage", "rotation"),
        )
    };
    let q = "Q.asr.03";
    vec![
        (q, "report", "t2-full", good()),
        (q, "report", "t2-half", over("2026-05-01", "2026-10-31")),
        (q, "report", "t2-short", over("2026-08-01", "2026-10-31")),
        (q, "report", "t2-brief", over("2026-09-01", "2026-10-31")),
        (
            q,
            "report",
            "t2-brief",
            over("2026-09-01", "2026-10-31").on("2027-11-01"),
        ),
        (q, "report", "t2-old", good().on("2027-11-01")),
        (q, "report", "t2-full", good().on("2027-10-31")),
        (
            q,
            "report",
            "t2-old",
            over("2026-08-01", "2026-10-31").on("2027-11-01"),
        ),
        (q, "report", "outdated", good().on("2028-05-02")),
        (q, "report", "bad-form", r("report-date", "2026-10-30")),
        (q, "report", "bad-form", r("signature", "undated")),
        (q, "report", "bad-form", r("licensed", "no")),
        (q, "report", "bad-form", r("categories", "[availability]")),
        (q, "report", "other-subject", r("subject", "other")),
        (q, "report", "other-subject", r("product", "no")),
        (q, "report", "t1", one()),
        (
            q,
            "report",
            "t1-started",
            one()
                .set("R", "first-year", "yes")
                .set("R", "type-two-begun", "yes"),
        ),
        (q, "period", "2025-11-01 2026-10-31", good()),
        (q, "report-date", "2026-11-10", good()),
        (q, "auditor", "Example Auditors", good()),
        ("Q.asr.05", "opinion", "unmodified", good()),
        ("Q.asr.05", "opinion", "emphasis", r("emphasis", "A change")),
        (
            "Q.asr.05",
            "opinion",
            "qualified-other",
            r("opinion", "qualified").set("R", "opinion-criteria", "[CC8.1]"),
        ),
        (
            "Q.asr.05",
            "opinion",
            "qualified-access",
            r("opinion", "qualified").set("R", "opinion-criteria", "[CC8.1, cc7.2]"),
        ),
        ("Q.asr.05", "opinion", "adverse", r("opinion", "adverse")),
        (
            "Q.asr.05",
            "opinion",
            "disclaimer",
            r("opinion", "disclaimer"),
        ),
        ("Q.asr.02", "product", "soc2", good()),
        ("Q.asr.02", "control-plane", "soc2", good()),
        (
            "Q.asr.02",
            "control-plane",
            "neither",
            r("control-plane", "no"),
        ),
        ("Q.asr.02", "regions", "soc2", good()),
        ("Q.asr.02", "regions", "iso-only", r("regions", "no")),
        (
            "Q.asr.02",
            "regions",
            "neither",
            r("regions", "no").set("C", "regions", "no"),
        ),
        ("Q.asr.02", "interfaces", "neither", r("interfaces", "no")),
        (
            "Q.asr.02",
            "delegated-admin",
            "neither",
            r("delegated-admin", "no"),
        ),
        (
            "Q.asr.02",
            "support-tools",
            "neither",
            r("support-tools", "no"),
        ),
        (
            "Q.asr.02",
            "support-tools",
            "-",
            good().unset("R", "support-tools"),
        ),
        ("Q.asr.02", "assertion", "yes", good()),
        (
            "Q.asr.02",
            "assertion",
            "no",
            r("assertion", "other-system"),
        ),
        ("Q.asr.02", "last-year", "-", good()),
        (
            "Q.asr.02",
            "last-year",
            "same",
            before("wording", "specific"),
        ),
        (
            "Q.asr.02",
            "last-year",
            "less",
            before("system", "[Larkhaven Files]"),
        ),
        (
            "Q.asr.02",
            "dropped",
            "`Larkhaven Files`",
            before("system", "[Larkhaven Files]"),
        ),
        ("Q.asr.06", "worst", "none", good()),
        (
            "Q.asr.06",
            "worst",
            "none",
            exceptions("[{criterion: A1.2, count: 9}]"),
        ),
        (
            "Q.asr.06",
            "worst",
            "answered",
            exceptions(&format!(
                "[{{criterion: CC8.1, sample: 25, count: 1, {answered}}}]"
            )),
        ),
        (
            "Q.asr.06",
            "worst",
            "unanswered",
            exceptions("[{criterion: CC8.1, sample: 25, count: 1}]"),
        ),
        (
            "Q.asr.06",
            "worst",
            "grave",
            exceptions(&format!(
                "[{{criterion: CC8.1, sample: 19, count: 1, {answered}}}]"
            )),
        ),
        (
            "Q.asr.06",
            "worst",
            "grave-identity",
            exceptions(&format!(
                "[{{criterion: cc6.2, sample: 19, count: 1, {answered}}}]"
            )),
        ),
        (
            "Q.asr.06",
            "worst",
            "grave-identity",
            exceptions("[{criterion: CC6.2, sample: 25, count: 1}]"),
        ),
        (
            "Q.asr.06",
            "worst",
            "-",
            good().unset("R", "has-exceptions"),
        ),
        ("Q.asr.08", "treatment", "followed", good()),
        (
            "Q.asr.08",
            "treatment",
            "followed",
            r("has-subservice", "no"),
        ),
        (
            "Q.asr.08",
            "treatment",
            "followed",
            subservice("[{name: A, does: [keys], method: inclusive}]"),
        ),
        (
            "Q.asr.08",
            "treatment",
            "followed",
            subservice("[{name: A, does: [other], method: carve-out, csocs: no}]"),
        ),
        (
            "Q.asr.08",
            "treatment",
            "vendor-review",
            subservice(
                "[{name: A, does: [keys], method: carve-out, csocs: yes, report: vendor-review}]",
            ),
        ),
        (
            "Q.asr.08",
            "treatment",
            "not-read",
            subservice(
                "[{name: A, does: [logging], method: carve-out, csocs: yes, report: not-obtained}]",
            ),
        ),
        (
            "Q.asr.08",
            "treatment",
            "unnamed",
            subservice("[{name: A, method: carve-out, csocs: no}, {name: B, method: inclusive}]"),
        ),
        (
            "Q.asr.08",
            "treatment",
            "-",
            subservice("[{name: A, does: [keys]}]"),
        ),
        ("Q.asr.09", "continuous", "-", good()),
        (
            "Q.asr.09",
            "continuous",
            "yes",
            before("wording", "specific"),
        ),
        (
            "Q.asr.09",
            "continuous",
            "no",
            before("period", "{from: 2024-11-01, to: 2025-10-30}"),
        ),
        ("Q.asr.09", "letter", "-", good().add("L", letter())),
        ("Q.asr.10", "licence", "yes", good()),
        ("Q.asr.10", "licence", "no", r("licensed", "no")),
        ("Q.asr.10", "peer-review", "pass", good()),
        (
            "Q.asr.10",
            "peer-review",
            "pass",
            r("peer-review-date", "2023-11-20"),
        ),
        (
            "Q.asr.10",
            "peer-review",
            "deficiencies",
            r("peer-review-date", "2023-11-19"),
        ),
        (
            "Q.asr.10",
            "peer-review",
            "deficiencies",
            r("peer-review", "deficiencies"),
        ),
        ("Q.asr.10", "peer-review", "none", r("peer-review", "none")),
        ("Q.asr.10", "independence", "independent", good()),
        (
            "Q.asr.10",
            "independence",
            "tool-partner",
            r("independence", "tool-partner"),
        ),
        (
            "Q.asr.10",
            "independence",
            "doubt",
            r("independence", "doubt"),
        ),
        (
            "Q.asr.10",
            "independence",
            "tied",
            r("independence", "tied"),
        ),
        (
            "Q.asr.04",
            "",
            "security availability confidentiality",
            good(),
        ),
        (
            "Q.asr.04",
            "",
            "processing-integrity privacy",
            r("categories", "[processing-integrity, privacy]"),
        ),
        ("Q.asr.14", "", "granting review removal privileged", good()),
        (
            "Q.asr.14",
            "",
            "granting review privileged",
            r("topics", &rows_but("offboarding", "population=[people]")),
        ),
        (
            "Q.asr.14",
            "",
            "people-only",
            r(
                "topics",
                &rows_but("", "").replace("people, machines", "people"),
            ),
        ),
        (
            "Q.asr.14",
            "",
            "-",
            r(
                "topics",
                &format!("[{}]", row("offboarding", "population=")),
            ),
        ),
        ("Q.asr.14", "", "-", good().unset("R", "topics")),
        (
            "Q.asr.14",
            "",
            "-",
            r("topics", &format!("[{}]", row("rotation", ""))),
        ),
        (
            "Q.asr.14",
            "",
            "removal",
            r("topics", &format!("[{}]", row("offboarding", ""))),
        ),
        ("Q.asr.14", "", "no-tests", one()),
        ("Q.asr.15", "signing-keys", "tested", of("")),
        (
            "Q.asr.15",
            "signing-keys",
            "inquiry",
            r(
                "topics",
                &format!("[{}]", row("rotation", "procedure=inquiry")),
            ),
        ),
        (
            "Q.asr.15",
            "signing-keys",
            "declared",
            r("topics", &format!("[{}]", row("rotation", "control="))),
        ),
        (
            "Q.asr.15",
            "signing-keys",
            "declared",
            r(
                "topics",
                &format!("[{}]", row("rotation", "coverage=declared")),
            ),
        ),
        (
            "Q.asr.15",
            "signing-keys",
            "elsewhere",
            r(
                "topics",
                &format!("[{}]", row("rotation", "coverage=carved-out")),
            ),
        ),
        (
            "Q.asr.15",
            "signing-keys",
            "elsewhere",
            r(
                "topics",
                &format!("[{}]", row("rotation", "coverage=user-entity")),
            ),
        ),
        (
            "Q.asr.15",
            "signing-keys",
            "absent",
            r(
                "topics",
                &format!("[{}]", row("rotation", "coverage=absent")),
            ),
        ),
        (
            "Q.asr.15",
            "signing-keys",
            "absent",
            r("topics", &format!("[{}]", row("rotation", "occurred=no"))),
        ),
        (
            "Q.asr.15",
            "signing-keys",
            "declared",
            one().set("R", "topics", &rows_but("", "")),
        ),
        ("Q.asr.15", "logging", "-", r("topics", "[]")),
        ("Q.asr.15", "token-lifetime", "absent", r("topics", "[]")),
        (
            "Q.asr.15",
            "token-lifetime",
            "-",
            good().unset("R", "topics"),
        ),
        ("Q.asr.07", "status", "checked", good()),
        (
            "Q.asr.07",
            "status",
            "most",
            entity(
                "[{control: A, owner: O, status: checked}, {control: B, owner: O, status: in-place}, {control: C, owner: O}]",
            ),
        ),
        (
            "Q.asr.07",
            "status",
            "half",
            entity("[{control: A, owner: O, status: checked}, {control: B}]"),
        ),
        (
            "Q.asr.07",
            "status",
            "listed",
            entity("[{control: A, status: checked}, {control: B}]"),
        ),
        ("Q.asr.07", "status", "-", r("has-entity-controls", "no")),
    ]
}

fn certificate_lines() -> Vec<Line> {
    let q = "Q.asr.11";
    vec![
        (q, "standing", "full", good()),
        (q, "standing", "lapsed", c("expiry", "2026-11-19")),
        (q, "standing", "full", c("expiry", "2026-11-20")),
        (q, "standing", "lapsed", c("register", "suspended")),
        (q, "standing", "edition-2013", c("edition", "2013")),
        (q, "standing", "unaccredited", c("accreditation", "none")),
        (q, "standing", "unaccredited", c("body-sold", "consultancy")),
        (q, "standing", "scope-silent", c("product", "no")),
        (q, "standing", "scope-silent", c("operation", "no")),
        (q, "standing", "scope-silent", c("regions", "no")),
        (q, "standing", "unconfirmed", c("register", "not-found")),
        (q, "standing", "unconfirmed", c("accredited-for", "no")),
        (q, "standing", "unconfirmed", c("expiry", "2028-03-02")),
        (
            q,
            "standing",
            "unconfirmed",
            good().unset("C", "expiry").set("C", "expiry-stated", "no"),
        ),
        (q, "standing", "other-entity", c("holder-is", "group")),
        (q, "standing", "partial", c("extent", "part")),
        (q, "standing", "partial", c("admin-sites", "no")),
        (q, "standing", "overdue", good().on("2027-06-02")),
        (q, "standing", "full", good().on("2027-06-01")),
        (
            q,
            "standing",
            "overdue",
            c("nonconformities", "[{grade: major, open: yes}]"),
        ),
        (
            q,
            "standing",
            "lapsed",
            c("expiry", "2026-11-19").set("C", "accreditation", "none"),
        ),
        (
            q,
            "scope",
            "Operation of the Larkhaven Access Cloud",
            good(),
        ),
        (q, "certification-body", "Example Body", good()),
        (q, "number", "N-1", good()),
        (q, "issue", "2025-03-01", good()),
        (q, "expiry", "2028-02-29", good()),
        (q, "last-audit", "2026-03-01", good()),
        ("Q.asr.12", "exclusions", "complete", good()),
        ("Q.asr.12", "exclusions", "summary", c("soa", "summary")),
        ("Q.asr.12", "exclusions", "unclear", c("soa-cited", "\"5\"")),
        (
            "Q.asr.12",
            "exclusions",
            "unclear",
            excluded("[{control: A.7.4}]"),
        ),
        (
            "Q.asr.12",
            "exclusions",
            "sensitive",
            excluded("[{control: A.6.5, reason: None}]"),
        ),
        (
            "Q.asr.12",
            "exclusions",
            "core",
            excluded("[{control: A.8.15, reason: None}]"),
        ),
        ("Q.asr.12", "exclusions", "refused", c("soa", "refused")),
        (
            "Q.asr.12",
            "exclusions",
            "-",
            good().unset("C", "has-exclusions"),
        ),
        ("Q.asr.12", "exclusions", "-", good().unset("C", "soa")),
    ]
}

#[test]
fn documents_answer_the_questions_about_them() {
    let lines = report_lines().into_iter().chain(certificate_lines());
    for (question, part, expected, world) in lines {
        let found = settled(&world, question, part);
        assert_eq!(found, expected, "{question} {part}");
    }
}

/// Options that no document can show: what it would have to say about itself being absent or hidden,
/// and reasons that only a person can judge.
const NOT_OF_DOCUMENTS: &[(&str, &str, &[&str])] = &[
    ("Q.asr.03", "report", &["refused", "summary-only", "none"]),
    ("Q.asr.05", "opinion", &["not-seen"]),
    ("Q.asr.02", "last-year", &["less-explained", "not-shown"]),
    ("Q.asr.06", "worst", &["not-shown"]),
    ("Q.asr.07", "status", &["not-mapped"]),
    (
        "Q.asr.09",
        "letter",
        &["not-needed", "covers", "silent", "too-long", "none"],
    ),
    ("Q.asr.11", "standing", &["none"]),
    ("Q.asr.02", "product", &["iso-only", "neither"]),
];

#[test]
fn every_option_of_a_question_that_documents_settle_is_settled_or_left_to_people() {
    let lines: Vec<Line> = report_lines()
        .into_iter()
        .chain(certificate_lines())
        .collect();
    let mut seen: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for (question, part, expected, _) in &lines {
        let words = expected.split(' ').filter(|word| *word != "-");
        seen.entry((question, part)).or_default().extend(words);
    }
    // The parts of these have the same options and are settled alike.
    let alike = [("Q.asr.15", "signing-keys"), ("Q.asr.02", "regions")];
    for ((question, part), seen) in seen {
        let options = options(question, part);
        let is_one_of_many = question == "Q.asr.15" || question == "Q.asr.02" && options.len() == 3;
        if options.is_empty() || is_one_of_many && !alike.contains(&(question, part)) {
            continue;
        }
        let mut left = NOT_OF_DOCUMENTS
            .iter()
            .filter(|(id, of, _)| (*id, *of) == (question, part));
        let left = left.next().map_or(&[][..], |(_, _, left)| left);
        let known: BTreeSet<&str> = options.iter().map(|option| option.as_str()).collect();
        let found: BTreeSet<&str> = seen.into_iter().chain(left.iter().copied()).collect();
        assert_eq!(found, known, "{question} {part}");
    }
}

fn options(question: &str, part: &str) -> Vec<String> {
    let question = PACK.question(&question.into()).expect("a question");
    let kind = match &question.form {
        Form::Single(kind) => kind,
        Form::Parts(parts) => {
            let mut parts = parts.iter().filter(|known| known.id.as_str() == part);
            &parts.next().expect("a part of the question").kind
        }
    };
    let options: &[Choice] = match kind {
        AnswerKind::Choice(options) | AnswerKind::Several(options) => options,
        _ => &[],
    };
    options.iter().map(|option| option.id.to_string()).collect()
}

#[test]
fn every_part_of_the_matrix_is_settled_by_the_good_report() {
    let question = PACK.question(&"Q.asr.15".into()).expect("a question");
    let Form::Parts(parts) = &question.form else {
        panic!("it has parts")
    };
    let graded = parts
        .iter()
        .filter(|part| matches!(part.kind, AnswerKind::Choice(_)));
    for part in graded {
        let found = settled(&good(), "Q.asr.15", part.id.as_str());
        assert_eq!(found, "tested", "{}", part.id);
    }
}

#[test]
fn the_gap_is_counted_in_days_to_the_day_assessed() {
    let gap = settled(&good(), "Q.asr.09", "gap");
    assert_eq!(gap, "Finite { amount: 20.0, unit: Days }");
}

#[test]
fn the_kinds_held_are_those_recorded_and_those_told() {
    let kinds = |world: &World| settled(world, "Q.asr.01", "");
    assert_eq!(kinds(&good()), "iso soc2_t2 iso27017 iso27018");
    assert_eq!(
        kinds(&good().answer("Q.asr.01", "[star_2, iso]")),
        "iso soc2_t2 iso27017 iso27018 star_2"
    );
    assert_eq!(
        kinds(&good().answer("Q.asr.01", "[none]")),
        "iso soc2_t2 iso27017 iso27018"
    );
    let all = World::empty()
        .add("A", type_one())
        .add("B", summary("soc3", "soc2"))
        .add("D", summary("soc1", "soc2"))
        .add("E", summary("star_1", "soc2"))
        .add("F", certificate("star_2"))
        .add("G", certificate("iso27701"))
        .add("H", fedramp());
    assert_eq!(
        kinds(&all),
        "soc2_t1 soc3 soc1 iso27701 star_1 star_2 fedramp"
    );
    let words = World::empty()
        .add("L", letter().without("report"))
        .add("W", summary("statement", "soc2"));
    assert_eq!(kinds(&words.answer("Q.asr.01", "[none]")), "none");
}

#[test]
fn a_worse_answer_by_hand_stays_and_a_better_one_is_lowered() {
    for (question, part, worse, better, told) in [
        (
            "Q.asr.03",
            "report",
            "{report: t2-short}",
            "{report: t2-full}",
            over("2026-05-01", "2026-10-31"),
        ),
        (
            "Q.asr.05",
            "opinion",
            "{opinion: adverse}",
            "{opinion: unmodified}",
            r("emphasis", "A change"),
        ),
        (
            "Q.asr.02",
            "assertion",
            "{assertion: no}",
            "{assertion: yes}",
            good(),
        ),
        (
            "Q.asr.11",
            "standing",
            "{standing: lapsed}",
            "{standing: full}",
            c("extent", "part"),
        ),
    ] {
        let by_document = settled(&told, question, part);
        let kept = settled(&told.clone().answer(question, worse), question, part);
        assert!(worse.contains(&format!(": {kept}}}")), "{question}: {kept}");
        let lowered = settled(&told.clone().answer(question, better), question, part);
        assert_eq!(lowered, by_document, "{question}");
    }
    let fewer = good().answer("Q.asr.14", "[granting]");
    assert_eq!(settled(&fewer, "Q.asr.14", ""), "granting");
}

#[test]
fn other_parts_of_an_answer_by_hand_stay() {
    let world = good().answer("Q.asr.03", "{report: t2-full, auditor: Somebody}");
    assert_eq!(settled(&world, "Q.asr.03", "auditor"), "Example Auditors");
    let world = good().answer("Q.asr.05", "{criteria: [CC8.1]}");
    assert_eq!(settled(&world, "Q.asr.05", "criteria"), "CC8.1");
    assert_eq!(settled(&world, "Q.asr.05", "opinion"), "unmodified");
}

#[test]
fn what_is_set_aside_stays_and_what_is_unknown_is_answered() {
    let aside = good().state("Q.asr.05", "{na: {reason: We trust them}}");
    assert_eq!(settled(&aside, "Q.asr.05", "opinion"), "n/a");
    let unknown = good().state("Q.asr.05", "{unknown: {asked: The vendor, on: 2026-11-01}}");
    assert_eq!(settled(&unknown, "Q.asr.05", "opinion"), "unmodified");
}

#[test]
fn letters_summaries_and_what_nobody_confirmed_settle_nothing() {
    let letter = World::empty().add("L", letter().without("report"));
    let statement = World::empty().add("W", summary("statement", "soc2"));
    for world in [letter, statement, good().unconfirmed(), World::empty()] {
        assert_eq!(settle(&PACK, &world.assessment()), None);
    }
    let with = settle(&PACK, &good().add("L", super::world::letter()).assessment());
    let without = settle(&PACK, &good().assessment());
    assert_eq!(with.map(|it| it.answers), without.map(|it| it.answers));
}

#[test]
fn without_a_scope_statement_nothing_but_the_kinds_is_settled() {
    let world = good()
        .unset("R", "product")
        .unset("R", "system")
        .unset("C", "product")
        .unset("C", "scope");
    let settled = settle(&PACK, &world.assessment()).expect("the kinds");
    let answered: Vec<&str> = settled.answers.keys().map(|id| id.as_str()).collect();
    assert_eq!(answered, ["Q.asr.01"]);
}

#[test]
fn what_cannot_be_judged_settles_nothing() {
    for field in ["subject", "period", "report-date", "opinion"] {
        assert_eq!(
            settled(&good().unset("R", field), "Q.asr.03", "report"),
            "-",
            "{field}"
        );
    }
    for field in ["edition", "accreditation", "issue", "expiry"] {
        assert_eq!(
            settled(&good().unset("C", field), "Q.asr.11", "standing"),
            "-",
            "{field}"
        );
    }
}

#[test]
fn the_one_that_counts_speaks_before_a_newer_one_that_does_not() {
    let other = report()
        .with("subject", "other")
        .with("period", "{from: 2025-11-16, to: 2026-11-15}");
    let world = good().add("A", other.with("report-date", "2026-11-16"));
    assert_eq!(settled(&world, "Q.asr.03", "report"), "t2-full");
    let office = certificate("iso27001")
        .with("product", "no")
        .with("issue", "2026-05-01");
    let world = good().add("A", office.with("expiry", "2029-04-30"));
    assert_eq!(settled(&world, "Q.asr.11", "standing"), "full");
}

#[test]
fn settling_twice_settles_nothing_more() {
    let lines = report_lines().into_iter().chain(certificate_lines());
    for (question, part, _, world) in lines {
        let once = settle(&PACK, &world.assessment()).expect("documents settle something");
        assert_eq!(settle(&PACK, &once), None, "{question} {part}");
    }
}
