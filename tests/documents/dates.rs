//! The rules on days and numbers, each on both sides of its edge.

use idp_assay::pack::question::Severity::{self, Critical, High, Info, Low, Medium};

use super::world::{World, certificate, letter, report};

/// The good documents with a report over a period, signed on its last day.
fn over(from: &str, to: &str) -> World {
    World::good()
        .set("R", "period", &format!("{{from: {from}, to: {to}}}"))
        .set("R", "report-date", to)
}

/// The worst severity of a flag.
fn worst(world: &World, flag: &str) -> Option<Severity> {
    world.severities(flag).first().copied()
}

/// Worlds that take a flag to each of its severities.
pub fn edges() -> Vec<(&'static str, World)> {
    vec![
        ("RF-S-05", over("2026-05-01", "2026-10-28")),
        ("RF-S-05", over("2026-08-01", "2026-10-28")),
        ("RF-S-06", World::good().on("2028-05-02")),
        ("RF-S-14", exception("sample: 19, count: 1", ANSWERED)),
        ("RF-I-15", World::good().on("2027-06-02")),
    ]
}

#[test]
fn a_period_may_miss_its_months_by_two_days() {
    for (from, to, severity) in [
        ("2026-08-01", "2026-10-28", Some(High)),
        ("2026-08-01", "2026-10-29", Some(Medium)),
        ("2026-08-01", "2026-10-31", Some(Medium)),
        ("2026-05-01", "2026-10-28", Some(Medium)),
        ("2026-05-01", "2026-10-29", Some(Low)),
        ("2025-11-01", "2026-10-28", Some(Low)),
        ("2025-11-01", "2026-10-29", None),
        ("2025-11-01", "2026-10-31", None),
        ("2025-05-01", "2026-10-31", None),
        // Three months that end with February.
        ("2025-12-01", "2026-02-25", Some(High)),
        ("2025-12-01", "2026-02-26", Some(Medium)),
    ] {
        assert_eq!(
            worst(&over(from, to), "RF-S-05"),
            severity,
            "{from} to {to}"
        );
    }
}

#[test]
fn a_report_is_old_after_365_days_and_void_after_548() {
    // The last examined day is 2026-10-31.
    for (day, severity) in [
        ("2027-10-31", None),
        ("2027-11-01", Some(High)),
        ("2028-05-01", Some(High)),
        ("2028-05-02", Some(Critical)),
    ] {
        assert_eq!(worst(&World::good().on(day), "RF-S-06"), severity, "{day}");
    }
}

#[test]
fn a_report_is_dated_on_the_last_day_of_its_period_at_the_earliest() {
    let dated = |day| worst(&World::good().set("R", "report-date", day), "RF-S-28");
    assert_eq!(dated("2026-10-30"), Some(Critical));
    assert_eq!(dated("2026-10-31"), None);
}

#[test]
fn a_report_is_late_after_four_months() {
    let dated = |day| {
        let world = World::good().on("2027-04-30").set("R", "report-date", day);
        worst(&world, "RF-S-29")
    };
    assert_eq!(dated("2027-02-28"), None);
    assert_eq!(dated("2027-03-01"), Some(Low));
}

#[test]
fn each_day_between_two_periods_is_counted() {
    let hole = |to: &str| {
        let before = report()
            .with("period", &format!("{{from: 2024-11-01, to: {to}}}"))
            .with("report-date", "2025-11-15");
        let raised = World::good().add("R0", before).raised();
        let found = raised.iter().find(|raised| raised.flag == "RF-S-07");
        found.map(|raised| raised.message.clone())
    };
    assert_eq!(hole("2025-10-31"), None);
    assert_eq!(hole("2025-11-02"), None);
    let message = hole("2025-10-30").expect("a hole of one day");
    assert!(
        message.starts_with("1 day, between `2025-10-30` and `2025-11-01`"),
        "{message}"
    );
    assert!(hole("2025-10-01").expect("a hole").starts_with("30 days"));
}

#[test]
fn the_report_of_another_company_is_no_report_before() {
    let other = report()
        .with("subject", "other")
        .with("period", "{from: 2024-01-01, to: 2024-12-31}")
        .with("report-date", "2025-01-31")
        .with(
            "categories",
            "[security, availability, confidentiality, privacy]",
        );
    let raised = World::good().add("R0", other).raised();
    assert_eq!(
        raised,
        [],
        "a report before it that the current one has followed"
    );
}

/// A letter about the time from the first of November on; the report ended on 31 October.
fn bridged(as_of: &str, to: &str) -> World {
    let letter = letter()
        .with("covers", &format!("{{from: 2026-11-01, to: {to}}}"))
        .with("signed", as_of);
    World::good().on(as_of).add("L", letter)
}

#[test]
fn a_letter_spans_at_most_92_days() {
    // 92 days after 2026-10-31 is 2027-01-31.
    let spans = |to| worst(&bridged("2027-02-20", to), "RF-S-09");
    assert_eq!(spans("2027-01-31"), None);
    assert_eq!(spans("2027-02-01"), Some(Medium));
}

#[test]
fn a_letter_speaks_for_31_days_more() {
    let silent = |as_of| worst(&bridged(as_of, "2026-11-30"), "RF-S-08");
    assert_eq!(silent("2026-12-31"), None);
    assert_eq!(silent("2027-01-01"), Some(Medium));
}

#[test]
fn without_a_letter_31_days_need_none() {
    let silent = |as_of| worst(&World::good().on(as_of), "RF-S-08");
    assert_eq!(silent("2026-12-01"), None);
    assert_eq!(silent("2026-12-02"), Some(Medium));
}

#[test]
fn a_letter_that_is_set_aside_bridges_nothing() {
    for (field, value) in [
        ("changes", "no"),
        ("incidents", "no"),
        ("covers", "{from: 2026-11-02, to: 2026-12-31}"),
        ("signed", "2026-12-30"),
        ("report", "R0"),
    ] {
        let before = report()
            .with("period", "{from: 2024-11-01, to: 2025-10-31}")
            .with("report-date", "2025-11-30");
        let world = bridged("2027-01-15", "2026-12-31").add("R0", before);
        assert_eq!(worst(&world, "RF-S-08"), None);
        let aside = world.set("L", field, value);
        assert_eq!(worst(&aside, "RF-S-08"), Some(Medium), "{field}");
    }
}

#[test]
fn what_is_not_recorded_of_a_letter_is_no_silence_and_no_bridge() {
    for field in ["changes", "incidents", "covers"] {
        let world = bridged("2027-01-15", "2026-12-31").unset("L", field);
        assert_eq!(worst(&world, "RF-S-09"), None, "{field}");
        assert_eq!(worst(&world, "RF-S-08"), Some(Medium), "{field}");
    }
}

const ANSWERED: &str = "response: Mended, remedy: 2026-12-01";

fn exception(numbers: &str, rest: &str) -> World {
    World::good().set("R", "has-exceptions", "yes").set(
        "R",
        "exceptions",
        &format!("[{{criterion: CC6.2, {numbers}, {rest}}}]"),
    )
}

#[test]
fn exceptions_are_frequent_above_5_per_cent() {
    let rated = |numbers| worst(&exception(numbers, ANSWERED), "RF-S-14");
    assert_eq!(rated("sample: 20, count: 1"), Some(Medium));
    assert_eq!(rated("sample: 19, count: 1"), Some(High));
    assert_eq!(rated("sample: 100, count: 5"), Some(Medium));
    assert_eq!(rated("sample: 100, count: 6"), Some(High));
    // A sample that is not stated counts as 25 items.
    assert_eq!(rated("count: 1"), Some(Medium));
    assert_eq!(rated("count: 2"), Some(High));
    assert_eq!(rated("sample: 20, count: 0"), None);
}

#[test]
fn a_rare_exception_is_high_when_it_is_repeated_or_not_answered() {
    for rest in [
        "response: Mended",
        "remedy: 2026-12-01",
        "response: Mended, remedy: 2026-12-01, repeated: yes",
    ] {
        let world = exception("sample: 100, count: 1", rest);
        assert_eq!(worst(&world, "RF-S-14"), Some(High), "{rest}");
    }
}

#[test]
fn criteria_of_exceptions_are_read_however_they_are_written() {
    for (criterion, severity) in [
        ("CC6.1", Some(Medium)),
        ("cc6.3", Some(Medium)),
        ("\"CC 6.6\"", Some(Medium)),
        ("CC7.2", Some(Medium)),
        ("CC6", Some(Medium)),
        ("CC6.4", None),
        ("CC7.3", None),
        ("CC8.1", None),
    ] {
        let rows = format!("[{{criterion: {criterion}, sample: 100, count: 1, {ANSWERED}}}]");
        let world = exception("count: 0", ANSWERED).set("R", "exceptions", &rows);
        assert_eq!(worst(&world, "RF-S-14"), severity, "{criterion}");
    }
}

#[test]
fn an_exception_of_last_year_is_the_same_one_by_its_topic_or_control() {
    let repeated = |then: &str, now: &str| {
        let rows = |rest: &str| format!("[{{criterion: CC8.1, {rest}, {ANSWERED}}}]");
        let before = report()
            .with("period", "{from: 2024-11-01, to: 2025-10-31}")
            .with("report-date", "2025-11-30")
            .with("has-exceptions", "yes")
            .with("exceptions", &rows(then));
        let world = World::good()
            .add("R0", before)
            .set("R", "has-exceptions", "yes");
        worst(&world.set("R", "exceptions", &rows(now)), "RF-S-16")
    };
    assert_eq!(repeated("count: 1", "count: 2"), Some(High));
    assert_eq!(repeated("count: 0", "count: 2"), None);
    assert_eq!(
        repeated("count: 1, control: A-1", "count: 1, control: A-2"),
        None
    );
    assert_eq!(
        repeated("count: 1, control: A-1", "count: 1, control: A-1"),
        Some(High)
    );
    assert_eq!(
        repeated("count: 1, topic: rotation", "count: 1, topic: change_mgmt"),
        None
    );
}

#[test]
fn criteria_of_a_qualified_opinion_are_critical_in_cc6_and_cc7_alone() {
    let qualified = |criteria: &str| {
        let world = World::good().set("R", "opinion", "qualified");
        let world = world.set("R", "opinion-criteria", criteria);
        (worst(&world, "RF-S-10"), worst(&world, "RF-S-11"))
    };
    assert_eq!(qualified("[CC6.1]"), (Some(Critical), None));
    assert_eq!(qualified("[cc7.5]"), (Some(Critical), None));
    assert_eq!(qualified("[CC6]"), (Some(Critical), None));
    assert_eq!(
        qualified("[\"Basis: CC 6.4 was not met\"]"),
        (Some(Critical), None)
    );
    assert_eq!(qualified("[CC5.3]"), (None, Some(Medium)));
    assert_eq!(qualified("[CC8.1, CC6.2]"), (Some(Critical), Some(Medium)));
    assert_eq!(qualified("[change control]"), (None, Some(Medium)));
}

#[test]
fn the_edition_of_2013_ended_on_the_last_of_october_2025() {
    let old = |day| {
        let world = World::empty().on(day).add(
            "C",
            certificate("iso27001")
                .with("edition", "2013")
                .with("issue", "2023-03-01")
                .with("last-audit", "2025-03-01")
                .with("soa-date", "2025-01-01"),
        );
        worst(&world, "RF-I-01")
    };
    assert_eq!(old("2025-10-31"), None);
    assert_eq!(old("2025-11-01"), Some(Critical));
}

#[test]
fn a_certificate_counts_on_its_last_day() {
    let expired = |day| worst(&World::good().on(day), "RF-I-02");
    assert_eq!(expired("2028-02-29"), None);
    assert_eq!(expired("2028-03-01"), Some(Critical));
}

#[test]
fn a_term_has_at_most_1096_days() {
    let term = |expiry| worst(&World::good().set("C", "expiry", expiry), "RF-I-03");
    assert_eq!(term("2028-03-01"), None);
    assert_eq!(term("2028-03-02"), Some(High));
}

#[test]
fn an_audit_is_noted_after_366_days_and_overdue_after_457() {
    // The last audit was on 2026-03-01.
    for (day, severity) in [
        ("2027-03-02", None),
        ("2027-03-03", Some(Info)),
        ("2027-06-01", Some(Info)),
        ("2027-06-02", Some(High)),
    ] {
        assert_eq!(worst(&World::good().on(day), "RF-I-15"), severity, "{day}");
    }
    let issued = World::good()
        .unset("C", "last-audit")
        .set("C", "issue", "2026-03-01");
    assert_eq!(worst(&issued.clone().on("2027-03-02"), "RF-I-15"), None);
    assert_eq!(worst(&issued.on("2027-03-03"), "RF-I-15"), Some(Info));
}

#[test]
fn exclusions_are_graded_by_the_control() {
    let core = "A.5.9 A.5.15 A.5.16 A.5.17 A.5.18 A.5.23 A.8.2 A.8.3 A.8.5 A.8.15 A.8.16";
    let sensitive = "A.5.1 A.5.2 A.5.3 A.5.19 A.5.20 A.5.21 A.5.22 A.5.24 A.5.26 A.5.28 A.5.33 \
                     A.5.35 A.6.5 A.8.4 A.8.9 A.8.24 A.8.31 A.8.32";
    let excluded = |control: &str| {
        let rows = format!("[{{control: \"{control}\", reason: Not needed}}]");
        let world = World::good().set("C", "has-exclusions", "yes");
        let world = world.set("C", "exclusions", &rows);
        (worst(&world, "RF-I-12"), worst(&world, "RF-I-13"))
    };
    for theme in [(5, 37), (6, 8), (7, 14), (8, 34)] {
        for number in 1..=theme.1 {
            let control = format!("A.{}.{number}", theme.0);
            let is_in = |list: &str| list.split_whitespace().any(|known| known == control);
            let expected = (
                is_in(core).then_some(Critical),
                is_in(sensitive).then_some(High),
            );
            assert_eq!(excluded(&control), expected, "{control}");
        }
    }
    for written in [
        "5.16",
        "a.5.16",
        "A5.16",
        "Annex A 5.16",
        "A.5.16 Identity management",
    ] {
        assert_eq!(excluded(written), (Some(Critical), None), "{written}");
    }
}

#[test]
fn an_exclusion_wants_a_reason() {
    let bare = |row: &str| {
        let world = World::good().set("C", "has-exclusions", "yes");
        worst(&world.set("C", "exclusions", row), "RF-I-14")
    };
    assert_eq!(bare("[{control: A.7.4}]"), Some(Medium));
    assert_eq!(bare("[{control: A.7.4, reason: No own office}]"), None);
}

#[test]
fn a_product_is_named_by_its_words() {
    let named = |name: &str| {
        let list = format!("[\"{name}\"]");
        let world = World::good()
            .unset("R", "product")
            .set("R", "system", &list);
        let world = world.unset("C", "product").set("C", "scope", name);
        (
            worst(&world, "RF-S-17"),
            worst(&world, "RF-I-08"),
            worst(&world, "RF-X-01"),
        )
    };
    assert_eq!(
        named("The LARKHAVEN access-cloud, all regions"),
        (None, None, None)
    );
    let not = (Some(Critical), Some(Critical), Some(High));
    assert_eq!(named("Larkhaven Access"), not);
    assert_eq!(named("Larkhaven Access Clouds"), not);
    // What somebody recorded goes before the comparison of names.
    let said = World::good().set("R", "system", "[Something else]");
    assert_eq!(worst(&said, "RF-S-17"), None);
}

#[test]
fn a_report_without_security_is_none_and_lacks_nothing_else() {
    let chosen = |categories: &str| {
        let world = World::good().set("R", "categories", categories);
        ["RF-S-28", "RF-S-19", "RF-S-20"].map(|flag| worst(&world, flag))
    };
    assert_eq!(
        chosen("[security, availability, confidentiality]"),
        [None, None, None]
    );
    assert_eq!(chosen("[security]"), [None, Some(Medium), Some(Medium)]);
    assert_eq!(chosen("[confidentiality]"), [Some(Critical), None, None]);
}

#[test]
fn a_clean_report_is_a_prompt_and_no_finding() {
    let clean = World::good().set("R", "has-incidents", "no");
    assert_eq!(worst(&clean, "RF-S-27"), Some(Medium));
    let found = clean.score();
    assert!(
        found
            .findings
            .iter()
            .all(|finding| finding.id.as_str() != "RF-S-27")
    );
    assert_eq!(found.score, World::good().score().score);
    let opinion = clean.clone().set("R", "opinion", "adverse");
    assert_eq!(worst(&opinion, "RF-S-27"), None);
    assert_eq!(worst(&clean.unset("R", "has-exceptions"), "RF-S-27"), None);
}
