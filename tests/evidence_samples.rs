//! Real files, read where `IDP_ASSAY_SAMPLES` names their folder: what is read as what, and facts that were
//! computed by other means.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use idp_assay::checks::claims::told;
use idp_assay::evidence::fact::{Fact, FactValue};
use idp_assay::evidence::families::{self, Unread};
use idp_assay::evidence::input;
use idp_assay::evidence::reading::{Context, Reading};
use idp_assay::pack::language::Language;
use idp_assay::words::Words;

fn samples() -> PathBuf {
    let folder = std::env::var_os("IDP_ASSAY_SAMPLES").expect("the variable names the folder");
    PathBuf::from(folder)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("it is a day")
}

fn read_at(path: &Path, stated: Option<NaiveDate>) -> Result<Reading, Unread> {
    let context = Context {
        stated,
        ..Context::on(day("2026-11-22"))
    };
    let file = File::open(path).expect("the sample can be opened");
    let content = input::open(file)?;
    families::read(&content, &context)
}

/// What a sample says.
fn read(name: &str) -> Reading {
    let read = read_at(&samples().join(name), None);
    read.unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

/// The values of a fact, each with what it is about.
fn said(reading: &Reading, fact: &str) -> Vec<String> {
    let facts = reading.facts.iter().filter(|held| held.name == fact);
    let line = |held: &Fact| match &held.about {
        Some(about) => format!(
            "{} ({about})",
            told(Words::of(Language::English), &held.value)
        ),
        None => told(Words::of(Language::English), &held.value),
    };
    facts.map(line).collect()
}

/// The only value of a fact, without what it is about.
fn value(reading: &Reading, fact: &str) -> String {
    let mut facts = reading.facts.iter().filter(|held| held.name == fact);
    let held = facts.next().unwrap_or_else(|| panic!("`{fact}` is said"));
    assert!(facts.next().is_none(), "`{fact}` is said twice");
    told(Words::of(Language::English), &held.value)
}

fn all(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    for entry in entries {
        let path = entry.expect("it is there").path();
        match path.is_dir() {
            true => all(&path, found),
            false => found.push(path),
        }
    }
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn so_many_samples_of_each_family_are_read() {
    let mut paths = vec![];
    all(&samples(), &mut paths);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_none_or(|ending| ending != "md"))
    {
        let family = match read_at(path, None) {
            Ok(reading) => reading.family,
            Err(Unread::Unknown(tried)) => {
                assert!(
                    tried.iter().all(|tried| !tried.why.is_empty()),
                    "{}",
                    path.display()
                );
                "none of them".to_owned()
            }
            Err(Unread::Refused(_)) => "refused".to_owned(),
        };
        *counts.entry(family).or_default() += 1;
    }
    let counts: Vec<String> = counts
        .iter()
        .map(|(family, count)| format!("{family} {count}"))
        .collect();
    insta::assert_snapshot!(counts.join("\n"));
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn an_api_of_auth0_has_two_lifetimes_and_273_scopes() {
    let reading = read("auth0/resource-servers_nodelete.json");
    let access = said(&reading, "access-token-lifetime");
    assert_eq!(access.len(), 1);
    assert!(access[0].starts_with("24 h"), "{access:?}");
    let web = said(&reading, "user-token-lifetime");
    assert!(web.iter().any(|web| web.starts_with("2 h")), "{web:?}");
    assert_eq!(value(&reading, "api-scopes"), "273");
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn three_realms_of_keycloak_have_their_own_lifetimes() {
    let reading = read("keycloak/keycloak_connect_nodejs_test_realm.json");
    let facts = |name: &str, about: &str| {
        let held = said(&reading, name).into_iter();
        let held = held.filter(|line| line.contains(about));
        held.collect::<Vec<_>>()
    };
    let access = said(&reading, "access-token-lifetime").join("; ");
    for (lifetime, realm) in [
        ("60 s", "master"),
        ("2 s", "nodejs-test"),
        ("10 s", "tokenRealmTest"),
    ] {
        assert!(access.contains(&format!("{lifetime} (")), "{access}");
        assert!(access.contains(realm), "{access}");
    }
    for realm in ["(master)", "(nodejs-test)"] {
        assert_eq!(facts("session-idle", realm), [format!("30 min {realm}")]);
        assert_eq!(facts("session-maximum", realm), [format!("10 h {realm}")]);
    }
    assert!(
        said(&reading, "events-enabled")
            .iter()
            .all(|line| line.starts_with("no"))
    );
    assert!(
        said(&reading, "refresh-token-rotated")
            .iter()
            .all(|line| line.starts_with("no"))
    );
    let accounts = facts("service-account-clients", "nodejs-test");
    assert!(
        accounts.iter().any(|line| line.starts_with("2 ")),
        "{accounts:?}"
    );
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn a_key_report_of_2019_is_aged_to_its_own_day() {
    let reading = read("aws-credential-report/cloudmapper_iam-get-credential-report.json");
    assert_eq!(reading.as_of.at.date_naive(), day("2019-05-07"));
    assert_eq!(value(&reading, "users"), "3");
    assert_eq!(value(&reading, "active-keys"), "4");
    assert_eq!(value(&reading, "oldest-active-key-age"), "365 d");
    assert_eq!(value(&reading, "keys-over-90-days"), "2");
    assert_eq!(value(&reading, "root-access-keys"), "1");
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn the_rules_of_okta_tell_zero_from_without_end() {
    let rules = read("okta/okta_api_as-policy-rules.json");
    assert_eq!(value(&rules, "access-token-lifetime"), "60 min");
    assert_eq!(value(&rules, "refresh-token-lifetime"), "without end");
    assert_eq!(value(&rules, "refresh-token-idle"), "7 d");
    let session = read("okta/okta_api_policy-rules.json");
    assert_eq!(value(&session, "session-idle"), "12 h");
    assert_eq!(value(&session, "session-maximum"), "without end");
    let servers = read("okta/okta_api_authorization-servers.json");
    let rotation = said(&servers, "signing-key-rotation");
    assert!(
        rotation.iter().any(|line| line.starts_with("90 d")),
        "{rotation:?}"
    );
    let automatic = said(&servers, "signing-key-rotation-automatic");
    assert!(
        automatic.iter().all(|line| line.starts_with("yes")),
        "{automatic:?}"
    );
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn an_inventory_of_18_accounts_lacks_owners_and_reviews() {
    let reading = read("nhi-inventory/veridian_service_accounts.csv");
    let counts = [
        ("identities", "18"),
        ("identities-without-owner", "3"),
        ("identities-never-reviewed", "6"),
        ("privileged-never-reviewed", "4"),
        ("identities-shared", "13"),
    ];
    for (fact, count) in counts {
        assert_eq!(value(&reading, fact), count, "{fact}");
    }
    assert!(
        reading
            .anomalies
            .iter()
            .any(|odd| odd.what.contains("SA-002")),
        "{:?}",
        reading.anomalies
    );
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn two_global_administrators_are_permanent() {
    let reading = read("entra-pim/graph_roleAssignmentScheduleInstances_docs.json");
    assert_eq!(value(&reading, "standing-top-people"), "2");
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn a_key_is_aged_to_the_day_that_the_analyst_names() {
    let path = samples().join("aws-credential-report/c7n_test_iam_user_console_old.csv");
    let oldest = |stated: &str| {
        let reading = read_at(&path, Some(day(stated))).expect("it is read");
        value(&reading, "oldest-active-key-age")
    };
    assert_eq!(oldest("2017-02-19"), "239 d");
    assert_eq!(oldest("2017-02-20"), "240 d");
}

/// The resources that Prowler 5.46 fails in its output beside the samples: by file and check, each once.
fn prowler() -> BTreeMap<(String, String), BTreeSet<String>> {
    let path = samples().join("scanner-output/prowler_5.46.0_on_credential_reports.txt");
    let text = std::fs::read_to_string(path).expect("the listing is there");
    let mut file = String::new();
    let mut failed: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("### ") {
            file = name.to_owned();
        } else if let [check, "FAIL", resource, ..] = line.split(' ').collect::<Vec<_>>()[..] {
            let key = (file.clone(), check.to_owned());
            failed.entry(key).or_default().insert(resource.to_owned());
        }
    }
    failed
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn key_reports_agree_with_prowler_save_for_the_known_differences() {
    let failed = prowler();
    let count = |file: &str, check: &str| {
        let key = (file.to_owned(), check.to_owned());
        failed.get(&key).map_or(0, BTreeSet::len).to_string()
    };
    let files = [
        "c7n_test_iam_user_console_old.csv",
        "c7n_test_iam_user_credential_multi_delete_noop.csv",
        "c7n_test_iam_user_delete_options.csv",
        "cloudmapper_iam-get-credential-report.json",
    ];
    for file in files {
        let path = samples().join("aws-credential-report").join(file);
        let reading = read_at(&path, Some(day("2026-11-22"))).expect("it is read");
        // Prowler counts ages to its own day; a report that names its moment is aged to that one.
        let old = match file.starts_with("cloudmapper") {
            true => "2".to_owned(),
            false => count(file, "iam_rotate_access_key_90_days"),
        };
        // A key that was created in the future has no age, and a report may lack its root row: we say nothing of
        // these, Prowler passes them.
        let ours = |fact: &str| match said(&reading, fact).is_empty() {
            true => "0".to_owned(),
            false => value(&reading, fact),
        };
        let two = count(file, "iam_user_two_active_access_key");
        let root = count(file, "iam_no_root_access_key");
        let pairs = [
            ("keys-over-90-days", old),
            ("two-active-keys", two),
            ("root-access-keys", root),
        ];
        for (fact, theirs) in pairs {
            assert_eq!(ours(fact), theirs, "{file}, {fact}");
        }
        let without: usize = count(file, "iam_user_mfa_enabled_console_access")
            .parse()
            .expect("a count");
        let with = reading
            .facts
            .iter()
            .find(|fact| fact.name == "console-users-with-mfa");
        let ours = with.map_or(0, |fact| match fact.value {
            FactValue::Share { part, of } => of - part,
            _ => panic!("it is a share"),
        });
        assert_eq!(ours, without as u64, "{file}");
    }
}
