//! Series: what several dated files show together, and what is asked for of what they leave.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use idp_assay::assessment::{Assessment, reader};
use idp_assay::built_in;
use idp_assay::checks::claims::{Compared, Verdict};
use idp_assay::checks::series::{Derived, derived, series};
use idp_assay::evidence::fact::{Basis, FactValue};
use idp_assay::pack::Pack;
use idp_assay::pack::language::Language;
use idp_assay::score::score_assessment;
use idp_assay::source::Source;
use idp_assay::words::Words;

const DAY: f64 = 86_400.0;

/// The text of an assessment with these answers and records; record `n` is read of the file `fn.json`.
fn text(answers: &str, records: &[String]) -> String {
    let records: Vec<String> = records
        .iter()
        .enumerate()
        .map(|(at, record)| {
            let at = at + 1;
            format!(
                "  - {{id: E{at}, kind: config_export, from: vendor, date: 2026-11-01, reference: f{at}.json, {record}}}\n"
            )
        })
        .collect();
    format!(
        "format: 1\nvendor: V\nproduct: P\npacks: [{{id: idp, version: 1.0.0}}]\nmodel: irm-1.0.0\ndepth: full\n\
         as_of: 2026-11-20\nanswers:\n  {answers}\nevidence:\n{}",
        records.concat()
    )
}

fn assessment(pack: &Pack, answers: &str, records: &[String]) -> Assessment {
    let source: Arc<Source> = Source::new("t.yaml", text(answers, records));
    reader::read(&source, pack, None).unwrap_or_else(|problems| panic!("{problems}"))
}

/// A record of a file of this family and day.
fn read(family: &str, day: &str, more: &str) -> String {
    format!(
        "supports: [], read: {{family: {family}, format: x, items: 1, \
         as_of: {{at: \"{day}T00:00:00Z\", by: artefact}}, {more}}}"
    )
}

fn keys(day: &str, names: &str) -> String {
    let fact = format!("{{fact: signing-key-ids, names: [{names}], basis: complete-list}}");
    read("oidc", day, &format!("facts: [{fact}]"))
}

fn keys_of(issuer: &str, day: &str, names: &str) -> String {
    keys(day, names).replace(
        "complete-list}",
        &format!("complete-list, about: {issuer}}}"),
    )
}

fn reviews(days: &str, machines: &str) -> String {
    let dates = format!("{{fact: review-dates, names: [{days}], basis: complete-list}}");
    let covers =
        format!("{{fact: review-covers-machines, holds: {machines}, basis: complete-list}}");
    read(
        "access-review",
        "2026-11-01",
        &format!("facts: [{dates}, {covers}]"),
    )
}

const ANY: &str = "Q.inv.01: {value: [none]}";

fn derived_of(name: &str, records: &[String]) -> Vec<Derived> {
    let pack = built_in::pack();
    let all = derived(
        Words::of(Language::English),
        &assessment(&pack, ANY, records),
    );
    let named = all.into_iter().filter(|derived| derived.fact.name == name);
    named.collect()
}

fn shows(records: &[String]) -> Vec<String> {
    let pack = built_in::pack();
    let all = series(
        Words::of(Language::English),
        &assessment(&pack, ANY, records),
    );
    all.into_iter().flat_map(|series| series.shows).collect()
}

/// The verdict on a rotation that is claimed.
fn rotation(claim: &str, records: &[String]) -> Vec<Verdict> {
    let pack = built_in::pack();
    let answer = format!("Q.sec.03: {{value: {{rotation: {claim}}}}}");
    let compared = score_assessment(&pack, &assessment(&pack, &answer, records)).compared;
    let is_age = |row: &&Compared| row.fact.as_str() == "signing-key-age";
    compared
        .iter()
        .filter(is_age)
        .map(|row| row.verdict)
        .collect()
}

#[test]
fn disjoint_key_sets_show_that_the_keys_changed() {
    let one = [keys("2026-08-20", "a"), keys("2026-11-20", "b")];
    assert_eq!(
        shows(&one),
        ["the key changed between 2026-08-20 and 2026-11-20, if both sets are of one issuer"]
    );
    let named = [
        keys_of("i", "2026-08-20", "a"),
        keys_of("i", "2026-11-20", "b, c"),
    ];
    assert_eq!(
        shows(&named),
        ["all keys changed between 2026-08-20 and 2026-11-20"]
    );
}

#[test]
fn a_key_that_stayed_is_named_with_its_first_and_last_day() {
    let three = [
        keys("2026-05-01", "a, b"),
        keys("2026-01-15", "a"),
        keys("2026-11-16", "\"no kid (3f2c91ab)\", a"),
    ];
    assert_eq!(
        shows(&three),
        ["key a stands in both 2026-01-15 and 2026-11-16"]
    );
}

#[test]
fn part_of_a_set_shows_no_change() {
    let part = keys("2026-08-20", "a").replace("complete-list", "sample");
    assert_eq!(shows(&[part, keys("2026-11-20", "b")]), [""; 0]);
}

#[test]
fn sets_of_two_issuers_are_not_compared() {
    let two = [
        keys_of("i", "2026-01-20", "a"),
        keys_of("j", "2026-11-20", "a"),
    ];
    assert_eq!(shows(&two), [""; 0]);
    assert_eq!(derived_of("signing-key-age", &two), []);
}

#[test]
fn the_same_id_with_another_key_is_a_change() {
    let two = [
        keys("2026-08-20", "\"kid a (3f2c91ab)\""),
        keys("2026-11-20", "\"kid a (00c0ffee)\""),
    ];
    assert_eq!(derived_of("signing-key-age", &two), []);
    assert!(shows(&two)[0].starts_with("the key changed"));
}

#[test]
fn sets_of_one_day_show_nothing() {
    let two = [keys("2026-11-20", "a"), keys("2026-11-20", "a")];
    assert_eq!(derived_of("signing-key-age", &two), []);
    assert_eq!(shows(&two), [""; 0]);
}

#[test]
fn a_key_beside_another_leaves_open_a_claim_within_90_days() {
    let alone = [keys("2026-01-01", "a"), keys("2026-05-01", "a")];
    let beside = [keys("2026-01-01", "a, b"), keys("2026-05-01", "a")];
    // 120 days.
    assert_eq!(rotation("90 d", &alone), [Verdict::Refuted]);
    assert_eq!(rotation("90 d", &beside), [Verdict::Insufficient]);
    assert_eq!(rotation("30 d", &beside), [Verdict::Insufficient]);
    assert_eq!(rotation("29 d", &beside), [Verdict::Refuted]);
}

#[test]
fn a_certain_age_stands_beside_a_longer_one_in_doubt() {
    let three = [
        keys("2026-01-01", "a, b"),
        keys("2026-02-01", "a"),
        keys("2026-05-01", "a"),
    ];
    let ages = derived_of("signing-key-age", &three);
    let ages: Vec<_> = ages
        .iter()
        .map(|age| (age.fact.value.clone(), age.fact.uncertain))
        .collect();
    let days = |days: f64| FactValue::Duration(days * DAY);
    assert_eq!(ages, [(days(89.0), 0.0), (days(120.0), 90.0 * DAY)]);
}

/// Days of the year that files cover.
fn covered(records: &[String]) -> FactValue {
    derived_of("evidence-coverage", records)[0]
        .fact
        .value
        .clone()
}

#[test]
fn a_short_history_counts_no_less_than_an_export() {
    let plain = read("access-review", "2026-11-01", "facts: []");
    let span = "covers: {from: \"2026-10-30T00:00:00Z\", to: \"2026-11-01T00:00:00Z\"}, facts: []";
    let short = read("access-review", "2026-11-01", span);
    assert_eq!(covered(&[plain]), covered(&[short]));
    let log = read("log", "2026-11-01", span);
    assert_eq!(covered(&[log]), FactValue::Share { part: 3, of: 365 });
}

#[test]
fn a_history_counts_its_span_besides_its_twelfth() {
    let span = "covers: {from: \"2026-01-01T00:00:00Z\", to: \"2026-11-20T00:00:00Z\"}, facts: []";
    let long = read("access-review", "2026-11-20", span);
    assert_eq!(covered(&[long]), FactValue::Share { part: 324, of: 365 });
}

#[test]
fn reviews_of_several_files_are_cycles() {
    let files = [
        reviews("2026-03-01, 2026-03-10", "no"),
        reviews("2026-06-01, 2026-09-01", "yes"),
    ];
    let cycles = derived_of("review-cycles", &files);
    assert_eq!(cycles.len(), 1);
    assert_eq!(cycles[0].fact.value, FactValue::Count(3));
    assert_eq!(cycles[0].fact.basis, Basis::Sample);
    let gap = derived_of("review-gap", &files);
    assert_eq!(gap[0].fact.value, FactValue::Duration(92.0 * DAY));
    assert_eq!(
        gap[0].fact.about.as_deref(),
        Some("between 2026-06-01 and 2026-09-01, in 2 files")
    );
    // Only one file covers machines.
    assert_eq!(derived_of("machine-review-gap", &files), []);
}

#[test]
fn machines_wait_between_the_files_that_cover_them() {
    let files = [
        reviews("2026-03-01", "yes"),
        reviews("2026-06-01", "no"),
        reviews("2026-09-01", "yes"),
    ];
    let gap = derived_of("machine-review-gap", &files);
    assert_eq!(gap[0].fact.value, FactValue::Duration(184.0 * DAY));
    assert_eq!(gap[0].records.len(), 2);
}

#[test]
fn the_time_since_the_last_review_counts_when_it_is_the_longest() {
    let gap = |last: &str| {
        let files = [reviews("2026-01-01", "yes"), reviews(last, "yes")];
        let gap = derived_of("review-gap", &files).remove(0).fact;
        (gap.value, gap.about.expect("it tells between what"))
    };
    // The year is assessed up to 2026-11-20, 323 days after the first review.
    let (value, about) = gap("2026-06-11");
    assert_eq!(value, FactValue::Duration(162.0 * DAY));
    assert!(
        about.starts_with("since the last review on 2026-06-11"),
        "{about}"
    );
    let (value, about) = gap("2026-06-12");
    assert_eq!(value, FactValue::Duration(162.0 * DAY));
    assert!(about.starts_with("between 2026-01-01"), "{about}");
}

#[test]
fn one_file_or_a_part_of_one_tells_no_gap_of_several() {
    let one = reviews("2026-01-01, 2026-06-01", "yes");
    assert_eq!(derived_of("review-cycles", std::slice::from_ref(&one)), []);
    let part = reviews("2026-03-01", "yes").replace("items: 1", "items: 1, partial: [a page]");
    let files = [one, part];
    assert_eq!(derived_of("review-cycles", &files).len(), 1);
    assert_eq!(derived_of("review-gap", &files), []);
}

/// What `evidence requests` prints.
fn requests(answers: &str, records: &[String]) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("assessment.yaml");
    std::fs::write(&file, text(answers, records)).expect("a file can be written");
    let printed = printed(&["evidence", "requests"], &file);
    assert!(
        !printed.contains("?.") && !printed.contains(".."),
        "{printed}"
    );
    printed
}

fn printed(command: &[&str], file: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(command)
        .arg(file)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("it prints UTF-8")
}

#[test]
fn a_request_names_every_refuted_part_the_worst_first() {
    let facts = "facts: [\
        {fact: machine-token-lifetime, seconds: 1200, basis: measured, line: 1}, \
        {fact: user-token-lifetime, seconds: 864000, basis: measured, line: 2}]";
    let printed = requests(
        "Q.tok.01: {value: {machine-access-token: 15 min, user-access-token: 15 min}}",
        &[read("token", "2026-11-01", facts)],
    );
    let wanted = "   Reason: Lifetime of a person's access token: the answer says 15 min, f1.json shows 10 d \
                  (line 2). Lifetime of a machine's access token: the answer says 15 min, f1.json shows 20 min \
                  (line 1). Which is true in each case, and since when?\n";
    assert!(printed.contains(wanted), "{printed}");
}

#[test]
fn a_request_says_where_and_why_in_whole_sentences() {
    let printed = requests("Q.tok.01: {value: {machine-access-token: 15 min}}", &[]);
    let letters: Vec<&str> = printed.split("From ").collect();
    for letter in &letters {
        assert!(letter.matches("Please send").count() < 2, "{letter}");
    }
    let items = printed.matches("   It answers: ").count();
    assert_eq!(printed.matches("   Where: ").count(), items);
    assert!(
        printed.contains("   Reason: It is not answered yet.\n"),
        "{printed}"
    );
    assert!(
        printed.contains("   Reason: It is answered only in part.\n"),
        "{printed}"
    );
}

#[test]
fn one_refuted_claim_names_what_it_is_about_and_both_values() {
    let facts = "facts: [{fact: machine-token-lifetime, seconds: 86400, basis: measured, line: 1}]";
    let printed = requests(
        "Q.tok.01: {value: {machine-access-token: 15 min}}",
        &[read("token", "2026-11-01", facts)],
    );
    let wanted = "   Reason: Lifetime of a machine's access token: the answer says 15 min, f1.json shows 24 h \
                  (line 1). Which of the two is true, and since when?\n";
    assert!(printed.contains(wanted), "{printed}");
}
