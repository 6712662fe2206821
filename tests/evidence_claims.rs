//! Claims held against facts: every verdict by basis, what is refuted in the score, and series.

use std::sync::Arc;

use idp_assay::assessment::{Assessment, reader};
use idp_assay::built_in;
use idp_assay::checks::claims::{Compared, Verdict};
use idp_assay::pack::Pack;
use idp_assay::pack::model::Relevance;
use idp_assay::score::{AssessmentScore, score_assessment};
use idp_assay::source::Source;

/// An assessment with these answers and records; every record is read of the file `f.json`.
fn assessment(pack: &Pack, answers: &str, records: &[&str]) -> Assessment {
    let records: Vec<String> = records
        .iter()
        .enumerate()
        .map(|(at, record)| {
            format!(
                "  - {{id: E{}, kind: config_export, from: vendor, date: 2026-11-01, reference: f.json, {record}}}\n",
                at + 1
            )
        })
        .collect();
    let text = format!(
        "format: 1\nvendor: V\nproduct: P\npacks: [{{id: idp, version: 1.0.0}}]\nmodel: irm-1.0.0\ndepth: full\n\
         as_of: 2026-11-20\nanswers:\n  {answers}\nevidence:\n{}",
        records.concat()
    );
    let source: Arc<Source> = Source::new("t.yaml", text);
    reader::read(&source, pack, None).unwrap_or_else(|problems| panic!("{problems}"))
}

fn read(family: &str, facts: &str) -> String {
    format!(
        "supports: [], read: {{family: {family}, format: x, items: 1, \
         as_of: {{at: \"2026-11-01T00:00:00Z\", by: artefact}}, facts: [{facts}]}}"
    )
}

fn scored(answers: &str, records: &[&str]) -> AssessmentScore {
    let pack = built_in::pack();
    score_assessment(&pack, &assessment(&pack, answers, records))
}

/// The only comparison of one fact with one answer.
fn one(answers: &str, fact: &str) -> Compared {
    let record = read("token", fact);
    let compared = scored(answers, &[&record]).compared;
    // Coverage stands in every assessment with a dated file.
    let mut rows: Vec<Compared> = compared
        .into_iter()
        .filter(|row| row.fact.as_str() != "evidence-coverage")
        .collect();
    assert_eq!(rows.len(), 1, "{rows:#?}");
    rows.remove(0)
}

fn verdict(answers: &str, fact: &str) -> Verdict {
    one(answers, fact).verdict
}

const TTL: &str = "Q.tok.01: {value: {machine-access-token: 15 min}}";

fn lifetime(value: &str, basis: &str) -> String {
    format!(
        "{{fact: machine-token-lifetime, {value}, basis: {basis}, path: /access_token, line: 1}}"
    )
}

#[test]
fn one_real_token_disproves_a_lifetime_and_never_proves_it() {
    assert_eq!(
        verdict(TTL, &lifetime("seconds: 86400", "measured")),
        Verdict::Refuted
    );
    assert_eq!(
        verdict(TTL, &lifetime("seconds: 901", "measured")),
        Verdict::Refuted
    );
    assert_eq!(
        verdict(TTL, &lifetime("seconds: 900", "measured")),
        Verdict::Consistent
    );
}

#[test]
fn a_setting_disproves_and_proves_when_nothing_overrides_it() {
    assert_eq!(
        verdict(TTL, &lifetime("limit: 3600", "configured")),
        Verdict::Refuted
    );
    assert_eq!(
        verdict(TTL, &lifetime("limit: 900", "configured")),
        Verdict::Confirmed
    );
    let part = lifetime("limit: 900", "configured, whole: no");
    assert_eq!(verdict(TTL, &part), Verdict::Consistent);
}

#[test]
fn without_end_is_the_worst_and_what_is_not_set_is_no_pass() {
    assert_eq!(
        verdict(TTL, &lifetime("limit: unlimited", "configured")),
        Verdict::Refuted
    );
    assert_eq!(
        verdict(TTL, &lifetime("limit: unset", "configured")),
        Verdict::Insufficient
    );
    assert_eq!(
        verdict(TTL, &lifetime("limit: unknown", "configured")),
        Verdict::Insufficient
    );
}

#[test]
fn a_refuted_claim_names_both_values_and_the_place() {
    let row = one(TTL, &lifetime("seconds: 86400", "measured"));
    assert_eq!(
        (row.claim.as_deref(), row.found.as_str()),
        (Some("15 min"), "24 h")
    );
    assert_eq!(row.place.to_string(), "line 1, /access_token");
    let score = scored(
        TTL,
        &[&read("token", &lifetime("seconds: 86400", "measured"))],
    );
    let finding = score
        .findings
        .iter()
        .find(|finding| finding.id.as_str() == "claim-refuted");
    let message = &finding.expect("the claim is refuted").message;
    assert!(
        message.contains("said 15 min, is 24 h (f.json, line 1, /access_token)"),
        "{message}"
    );
}

#[test]
fn a_refuted_claim_counts_as_measured() {
    let refuted = scored(
        TTL,
        &[&read("token", &lifetime("seconds: 86400", "measured"))],
    );
    let honest = scored("Q.tok.01: {value: {machine-access-token: 24 h}}", &[]);
    let level = |score: &AssessmentScore| {
        let control = score
            .controls
            .iter()
            .find(|input| input.control().as_str() == "NC1");
        let question = &control.expect("it is live").questions()[0];
        question.level.closed()
    };
    assert!((level(&refuted) - level(&honest)).abs() < 1e-9);
    assert!((refuted.score.residual.low - honest.score.residual.low).abs() < 1e-9);
    let ids: Vec<&str> = refuted
        .findings
        .iter()
        .map(|finding| finding.id.as_str())
        .collect();
    assert!(ids.contains(&"long-lived-access-tokens"), "{ids:?}");
}

#[test]
fn no_fact_lifts_a_claim() {
    let modest = "Q.tok.01: {value: {machine-access-token: 24 h}}";
    let good = read(
        "idp-config",
        &lifetime("limit: 300", "configured, whole: no"),
    );
    let with = scored(modest, &[&good]).score.residual;
    let without = scored(modest, &[]).score.residual;
    assert_eq!(with.point, without.point);
    assert_eq!(with.low, without.low);
}

#[test]
fn what_is_confirmed_counts_as_an_export_and_what_is_only_consistent_does_not() {
    let confirmed = read("idp-config", &lifetime("limit: 900", "configured"));
    let consistent = read("token", &lifetime("seconds: 900", "measured"));
    let bare = scored(TTL, &[]).score.residual.point;
    assert!(scored(TTL, &[&confirmed]).score.residual.point < bare);
    assert_eq!(scored(TTL, &[&consistent]).score.residual.point, bare);
}

#[test]
fn a_file_that_leaves_an_answer_open_does_not_prove_it_for_whoever_attached_it() {
    let consistent = read("token", &lifetime("seconds: 900", "measured"));
    let pinned = consistent.replace("supports: []", "supports: [Q.tok.01]");
    let bare = scored(TTL, &[]).score.residual.point;
    assert_eq!(scored(TTL, &[&pinned]).score.residual.point, bare);
}

#[test]
fn what_nobody_claims_is_shown_and_held_against_nothing() {
    let row = one(
        "Q.inv.01: {value: [none]}",
        &lifetime("seconds: 86400", "measured"),
    );
    assert_eq!((row.verdict, row.claim), (Verdict::NotComparable, None));
}

#[test]
fn quarterly_reviews_may_lie_92_days_apart_and_not_93() {
    let claim = "Q.rvw.03: {value: {nhi: 3 months}}";
    let gap = |days: u32| {
        let fact = format!(
            "{{fact: machine-review-gap, seconds: {}, basis: measured}}",
            days * 86_400
        );
        verdict(claim, &fact)
    };
    assert_eq!(gap(92), Verdict::Consistent);
    assert_eq!(gap(93), Verdict::Refuted);
    assert_eq!(gap(183), Verdict::Refuted);
}

#[test]
fn ages_are_held_against_whole_days() {
    let claim = "Q.rot.02: {value: {oldest-secret: 90 d}}";
    let age = |seconds: f64| {
        let fact =
            format!("{{fact: oldest-active-key-age, seconds: {seconds}, basis: complete-list}}");
        let compared = scored(claim, &[&read("gcp", &fact)]).compared;
        let row = compared
            .into_iter()
            .find(|row| row.question.as_str() == "Q.rot.02");
        row.expect("it is compared").verdict
    };
    assert_eq!(age(90.9 * 86_400.0), Verdict::Confirmed);
    assert_eq!(age(91.0 * 86_400.0), Verdict::Refuted);
}

#[test]
fn a_missing_time_zone_leaves_open_what_it_could_turn() {
    let claim = "Q.rvw.03: {value: {nhi: 90 d}}";
    let gap = |hours: u32| {
        let fact = format!(
            "{{fact: machine-review-gap, seconds: {}, basis: measured, uncertain: 50400}}",
            hours * 3600
        );
        verdict(claim, &fact)
    };
    assert_eq!(gap(92 * 24), Verdict::Refuted);
    assert_eq!(gap(90 * 24), Verdict::Consistent);
    assert_eq!(gap(91 * 24), Verdict::Insufficient);
}

#[test]
fn a_share_of_some_items_disproves_all_and_nothing_less() {
    let owned = |claim: &str, basis: &str| {
        let answer = format!("Q.off.04: {{value: {claim}}}");
        let fact = format!("{{fact: expiry-set, part: 15, of: 18, basis: {basis}}}");
        verdict(&answer, &fact)
    };
    assert_eq!(owned("100", "sample"), Verdict::Refuted);
    assert_eq!(owned("95", "sample"), Verdict::Insufficient);
    assert_eq!(owned("95", "complete-list"), Verdict::Refuted);
    assert_eq!(owned("80", "complete-list"), Verdict::Confirmed);
    assert_eq!(owned("80", "sample"), Verdict::Consistent);
}

#[test]
fn an_empty_list_proves_nothing() {
    let claim = "Q.own.01: {value: {owned: 100}}";
    let fact = "{fact: identities-owned, part: 0, of: 0, basis: complete-list}";
    assert_eq!(verdict(claim, fact), Verdict::Insufficient);
}

#[test]
fn a_log_proves_presence_and_absence_only_of_what_was_planted() {
    let claim = "Q.log.02: {value: [new-credential, revoke]}";
    let fact = "{fact: log-credential-events, names: [new-credential], basis: sample}";
    let record = read("log", fact);
    let verdict = |record: &str| {
        let compared = scored(claim, &[record]).compared;
        let row = compared
            .into_iter()
            .find(|row| row.question.as_str() == "Q.log.02");
        row.expect("it is compared").verdict
    };
    assert_eq!(verdict(&record), Verdict::Insufficient);
    assert_eq!(
        verdict(&format!("planted: [refresh], {record}")),
        Verdict::Insufficient
    );
    assert_eq!(
        verdict(&format!("planted: [revoke], {record}")),
        Verdict::Refuted
    );
    let both = record.replace("[new-credential]", "[new-credential, revoke]");
    assert_eq!(verdict(&both), Verdict::Consistent);
}

#[test]
fn what_a_server_supports_is_neither_proof_nor_disproof_of_use() {
    let claim = "Q.auth.03: {value: {password-grant: blocked}}";
    let fact = |holds: &str| {
        format!("{{fact: password-grant-supported, holds: {holds}, basis: capability}}")
    };
    assert_eq!(verdict(claim, &fact("yes")), Verdict::Insufficient);
    assert_eq!(verdict(claim, &fact("no")), Verdict::Consistent);
}

#[test]
fn emergency_accounts_may_explain_two_standing_assignments_and_not_three() {
    let standing = |count: u32| {
        let claim = "Q.ent.02: {value: {people: 0}}";
        let fact = format!("{{fact: standing-top-people, count: {count}, basis: complete-list}}");
        let compared = scored(claim, &[&read("entra", &fact)]).compared;
        let row = compared
            .into_iter()
            .find(|row| row.question.as_str() == "Q.ent.02");
        row.map(|row| row.verdict)
    };
    let live = "Entra questions need the context that opens them";
    if let (Some(two), Some(three)) = (standing(2), standing(3)) {
        assert_eq!(
            (two, three),
            (Verdict::Insufficient, Verdict::Refuted),
            "{live}"
        );
    } else {
        panic!("{live}");
    }
}

#[test]
fn an_option_that_the_file_rules_out_gives_way_to_what_is_left() {
    let claim = "Q.tok.03: {value: {replay: rotated}}";
    let row = one(
        claim,
        "{fact: refresh-token-rotated, holds: no, basis: configured}",
    );
    assert_eq!(row.verdict, Verdict::Refuted);
    let bound = "Q.tok.03: {value: {replay: sender-constrained}}";
    let row = one(
        bound,
        "{fact: refresh-token-rotated, holds: no, basis: configured}",
    );
    assert_eq!(row.verdict, Verdict::Consistent);
}

#[test]
fn live_leavers_found_by_a_file_decide_the_verdict_as_answered_ones_do() {
    let claim = "Q.off.02: {value: {live-leavers: 0, time-to-no-access: 1 h}}";
    let fact = "{fact: live-leavers, count: 1, basis: complete-list, about: E1 with E2}";
    let score = scored(claim, &[&read("identity-list", fact)]);
    let ids: Vec<&str> = score
        .findings
        .iter()
        .map(|finding| finding.id.as_str())
        .collect();
    assert!(ids.contains(&"live-leavers"), "{ids:?}");
}

#[test]
fn two_key_sets_prove_that_a_key_was_kept() {
    let set = |day: &str, ids: &str| {
        read(
            "oidc",
            &format!("{{fact: signing-key-ids, names: [{ids}], basis: complete-list}}"),
        )
        .replace("2026-11-01T", &format!("{day}T"))
    };
    let claim = "Q.sec.03: {value: {rotation: 90 d}}";
    let verdict = |first: &str, last: &str| {
        let compared = scored(
            claim,
            &[&set("2026-01-01", first), &set("2026-11-01", last)],
        )
        .compared;
        compared
            .into_iter()
            .find(|row| row.fact.as_str() == "signing-key-age")
            .map(|row| row.verdict)
    };
    assert_eq!(verdict("a, b", "b, c"), Some(Verdict::Refuted));
    assert_eq!(verdict("a, b", "c, d"), None);
}

#[test]
fn coverage_counts_the_days_that_files_speak_about() {
    let log = "supports: [], read: {family: log, format: okta, items: 9, \
               as_of: {at: \"2026-11-01T00:00:00Z\", by: assumed}, \
               covers: {from: \"2026-10-01T00:00:00Z\", to: \"2026-10-10T12:00:00Z\"}}";
    let claim = "Q.evd.01: {value: 100}";
    let compared = scored(claim, &[log]).compared;
    assert_eq!(compared.len(), 1);
    assert_eq!(compared[0].found, "10 of 365");
    assert_eq!(compared[0].verdict, Verdict::Insufficient);
}

#[test]
fn a_file_confirms_only_the_options_it_can_tell() {
    let keys = read(
        "aws-keys",
        "{fact: root-access-keys, count: 0, basis: complete-list}",
    );
    let relevance = |answer: &str| {
        let controls = scored(answer, &[&keys]).controls;
        let mut questions = controls.iter().flat_map(|control| control.questions());
        let question = questions.find(|question| question.question.as_str() == "Q.auth.05");
        question.expect("it is live").evidence[0].relevance
    };
    assert_eq!(
        relevance("Q.auth.05: {value: [no-keys]}"),
        Relevance::Direct
    );
    let three = "Q.auth.05: {value: [no-keys, hardware-factor, alerted]}";
    assert_eq!(relevance(three), Relevance::Generic);
    let row = |answer: &str| {
        let compared = scored(answer, &[&keys]).compared;
        let row = compared
            .into_iter()
            .find(|row| row.question.as_str() == "Q.auth.05");
        row.expect("it is compared").covers
    };
    assert_eq!(row("Q.auth.05: {value: [no-keys]}"), 1.0);
    assert!(row("Q.auth.05: {value: [no-keys, hardware-factor, alerted]}") < 0.5);
}

#[test]
fn what_one_fact_confirms_is_not_confirmed_where_another_refutes_it() {
    let realm = "{fact: access-token-lifetime, limit: 900, basis: configured, about: realm}";
    let client = "{fact: machine-token-lifetime, limit: 86400, basis: configured, about: client}";
    let compared = scored(TTL, &[&read("idp-config", &format!("{realm}, {client}"))]).compared;
    let verdicts: Vec<Verdict> = compared
        .iter()
        .filter(|row| {
            row.part
                .as_ref()
                .is_some_and(|part| part.as_str() == "machine-access-token")
        })
        .map(|row| row.verdict)
        .collect();
    assert_eq!(verdicts, [Verdict::Refuted, Verdict::Consistent]);
}

#[test]
fn that_nothing_was_idle_long_proves_no_rule() {
    let claim = "Q.dor.02: {value: {idle-time: 90 d}}";
    let idle = |days: u32| {
        let seconds = days * 86_400;
        format!("{{fact: longest-idle, seconds: {seconds}, basis: complete-list}}")
    };
    let verdict = |days| {
        let compared = scored(claim, &[&read("gcp", &idle(days))]).compared;
        let row = compared
            .into_iter()
            .find(|row| row.question.as_str() == "Q.dor.02");
        row.expect("it is compared").verdict
    };
    assert_eq!(verdict(2), Verdict::Consistent);
    assert_eq!(verdict(91), Verdict::Refuted);
}

#[test]
fn a_lifetime_claimed_in_days_is_held_to_the_second() {
    let day = "Q.tok.01: {value: {machine-access-token: 1 d}}";
    assert_eq!(
        verdict(day, &lifetime("limit: 86400", "configured")),
        Verdict::Confirmed
    );
    assert_eq!(
        verdict(day, &lifetime("limit: 86401", "configured")),
        Verdict::Refuted
    );
    assert_eq!(
        verdict(day, &lifetime("seconds: 129600", "measured")),
        Verdict::Refuted
    );
    // A fraction of a second is no difference.
    assert_eq!(
        verdict(TTL, &lifetime("seconds: 900.4", "measured")),
        Verdict::Consistent
    );
}

#[test]
fn the_longest_months_are_allowed_and_no_day_more() {
    let claim = |months: &str| format!("Q.rvw.03: {{value: {{nhi: {months}}}}}");
    let gap = |claim: &str, days: u32| {
        let fact = format!(
            "{{fact: machine-review-gap, seconds: {}, basis: measured}}",
            days * 86_400
        );
        verdict(claim, &fact)
    };
    for (months, days) in [
        ("1 months", 31),
        ("2 months", 62),
        ("6 months", 184),
        ("12 months", 366),
        ("1 years", 366),
    ] {
        assert_eq!(gap(&claim(months), days), Verdict::Consistent, "{months}");
        assert_eq!(gap(&claim(months), days + 1), Verdict::Refuted, "{months}");
    }
}

#[test]
fn a_percentage_said_in_whole_numbers_is_meant_so() {
    let shared = |claim: u32, part: u32| {
        let answer = format!("Q.auth.04: {{value: {{shared-secret: {claim}}}}}");
        let fact =
            format!("{{fact: shared-secret-clients, part: {part}, of: 300, basis: complete-list}}");
        verdict(&answer, &fact)
    };
    assert_eq!(shared(33, 100), Verdict::Confirmed);
    assert_eq!(shared(33, 101), Verdict::Refuted);
    // None means none.
    assert_eq!(shared(0, 1), Verdict::Refuted);
}

#[test]
fn doubt_is_judged_in_the_days_that_count() {
    let claim = "Q.rvw.03: {value: {nhi: 90 d}}";
    let gap = |hours: u32| {
        let seconds = hours * 3600;
        let fact = format!(
            "{{fact: machine-review-gap, seconds: {seconds}, basis: measured, uncertain: 50400}}"
        );
        verdict(claim, &fact)
    };
    // 91 days and 2 hours may be 90 days and 12 hours, which are 90 whole days.
    assert_eq!(gap(91 * 24 + 2), Verdict::Insufficient);
    assert_eq!(gap(91 * 24 + 14), Verdict::Refuted);
    assert_eq!(gap(91 * 24 - 15), Verdict::Consistent);
}

#[test]
fn a_file_from_before_the_year_gives_way_to_a_newer_one() {
    let fact = |days: u32| {
        format!(
            "{{fact: oldest-active-key-age, seconds: {}, basis: complete-list}}",
            days * 86_400
        )
    };
    let of =
        |day: &str, days: u32| read("gcp", &fact(days)).replace("2026-11-01T", &format!("{day}T"));
    let claim = "Q.rot.02: {value: {oldest-secret: 90 d}}";
    let verdicts = |records: &[&str]| -> Vec<Verdict> {
        let compared = scored(claim, records).compared;
        let rows = compared
            .iter()
            .filter(|row| row.question.as_str() == "Q.rot.02");
        rows.map(|row| row.verdict).collect()
    };
    let (old, new) = (of("2024-02-01", 1096), of("2026-11-01", 50));
    assert_eq!(verdicts(&[&old]), [Verdict::Refuted]);
    assert_eq!(
        verdicts(&[&old, &new]),
        [Verdict::Insufficient, Verdict::Confirmed]
    );
    // Within the year an export belongs to the series, and one old key in it disproves the rule.
    let july = of("2026-07-01", 200);
    assert_eq!(
        verdicts(&[&july, &new]),
        [Verdict::Refuted, Verdict::Consistent]
    );
}
