//! A file of every format that is read, in the words of the one who writes it, and what holds for all of them.
//!
//! A fixture stands at `artefacts/FAMILY/FORMAT.ext`; what stands between two dots tells several of a format
//! apart. Whatever is secret in them holds the letters of [`SECRET`].

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use idp_assay::built_in;
use idp_assay::evidence::fact::{FactValue, Place};
use idp_assay::evidence::families::{self, FAMILIES};
use idp_assay::evidence::input::{self, Content};
use idp_assay::evidence::log;
use idp_assay::evidence::reading::{AsOfSource, Context, Reading};
use idp_assay::evidence::roster::{Roster, joined, roster};
use idp_assay::pack::fact::FactKind;

/// What every secret of the fixtures holds.
const SECRET: &str = "Zq7";

/// A fixture: its family, its format, and where it is.
struct Fixture {
    family: String,
    format: String,
    path: PathBuf,
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("it is there").path())
        .collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    let name = path.file_name().expect("it has a name");
    name.to_string_lossy().into_owned()
}

fn fixtures() -> Vec<Fixture> {
    let folders = sorted(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/artefacts"));
    let folders = folders.iter().filter(|folder| folder.is_dir());
    let in_folder = |folder: &PathBuf| {
        let files = sorted(folder).into_iter();
        let fixtures = files.map(|path| Fixture {
            family: name(folder),
            format: name(&path).split('.').next().unwrap_or_default().to_owned(),
            path,
        });
        fixtures.collect::<Vec<_>>()
    };
    folders.flat_map(in_folder).collect()
}

fn open(path: &Path) -> Content<'static> {
    let bytes = fs::read(path).expect("the file can be read");
    input::open(std::io::Cursor::new(bytes)).expect("it is text")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("it is a day")
}

fn read_on(path: &Path, stated: &str) -> Reading {
    let context = Context {
        stated: Some(day(stated)),
        ..Context::on(day("2026-11-01"))
    };
    families::read(&open(path), &context)
        .unwrap_or_else(|unread| panic!("{}: {unread:?}", path.display()))
}

fn read(path: &Path) -> Reading {
    read_on(path, "2026-11-01")
}

#[test]
fn every_format_has_a_fixture() {
    let held: BTreeSet<_> = fixtures()
        .into_iter()
        .map(|held| (held.family, held.format))
        .collect();
    let formats = |family: &'static families::Family| {
        family
            .formats
            .iter()
            .map(|format| (family.id.to_owned(), format.id.to_owned()))
    };
    let logs = log::FORMATS
        .iter()
        .map(|(id, _)| (log::FAMILY.id.to_owned(), (*id).to_owned()));
    let known: BTreeSet<_> = FAMILIES
        .iter()
        .copied()
        .flat_map(formats)
        .chain(logs)
        .collect();
    assert_eq!(held, known);
}

#[test]
fn every_fixture_is_read_as_what_it_is() {
    for fixture in fixtures() {
        let reading = read(&fixture.path);
        let told = (reading.family.as_str(), reading.format.as_str());
        assert_eq!(
            told,
            (fixture.family.as_str(), fixture.format.as_str()),
            "{}",
            fixture.path.display()
        );
        assert!(
            !reading.facts.is_empty(),
            "{} states nothing",
            fixture.path.display()
        );
        assert!(
            reading.items > 0,
            "{} holds nothing",
            fixture.path.display()
        );
    }
}

#[test]
fn every_fact_stands_in_the_catalogue_with_its_kind() {
    let pack = built_in::pack();
    for fixture in fixtures() {
        for fact in read(&fixture.path).facts {
            let kind = match fact.value {
                FactValue::Duration(_) | FactValue::Limit(_) => FactKind::Duration,
                FactValue::Count(_) => FactKind::Count,
                FactValue::Date(_) => FactKind::Date,
                FactValue::Set(_) => FactKind::Set,
                FactValue::Share { .. } => FactKind::Share,
                FactValue::Holds(_) => FactKind::Holds,
            };
            let entry = pack
                .facts
                .iter()
                .find(|entry| entry.id.as_str() == fact.name);
            assert_eq!(
                entry.map(|entry| entry.kind),
                Some(kind),
                "{}: {}",
                fixture.path.display(),
                fact.name
            );
        }
    }
}

#[test]
fn a_file_reads_the_same_twice() {
    for fixture in fixtures() {
        assert_eq!(
            read(&fixture.path),
            read(&fixture.path),
            "{}",
            fixture.path.display()
        );
    }
}

/// Whether a place is in the file: a line that it has and, in one text of JSON, a pointer that leads somewhere.
fn is_there(place: &Place, text: &str) -> bool {
    let lines = text.lines().count() as u64;
    let on_line = place.line.is_none_or(|line| (1..=lines).contains(&line));
    let pointer = place.path.split(' ').next().unwrap_or_default();
    let leads = match serde_json::from_str::<serde_json::Value>(text) {
        Ok(value) if pointer.starts_with('/') => value.pointer(pointer).is_some(),
        _ => true,
    };
    on_line && leads
}

#[test]
fn every_place_is_in_its_file() {
    for fixture in fixtures() {
        let content = open(&fixture.path);
        let text = content.text().expect("it is short");
        let reading = read(&fixture.path);
        let facts = reading
            .facts
            .iter()
            .map(|fact| (fact.name.as_ref(), &fact.place));
        let odd = reading
            .anomalies
            .iter()
            .map(|odd| (odd.what.as_str(), &odd.place));
        for (what, place) in facts.chain(odd) {
            assert!(
                is_there(place, text),
                "{}: {what}: {place:?}",
                fixture.path.display()
            );
        }
    }
}

#[test]
fn no_reading_holds_a_secret_of_its_file() {
    let with_secrets = fixtures().into_iter().filter(|fixture| {
        let holds_one = open(&fixture.path)
            .text()
            .is_some_and(|text| text.contains(SECRET));
        let told = format!("{:?}", read(&fixture.path));
        assert!(!told.contains(SECRET), "{}: {told}", fixture.path.display());
        holds_one
    });
    assert!(with_secrets.count() >= 20);
}

fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/artefacts")
        .join(path)
}

fn list(format: &str) -> Roster {
    let content = open(&fixture(&format!("identity-list/{format}.csv")));
    let mut input = content.input().expect("it is a table");
    let context = Context {
        stated: Some(day("2026-07-01")),
        ..Context::on(day("2026-11-01"))
    };
    roster(&mut input, &context).expect("it is a list of people or accounts")
}

#[test]
fn the_lists_show_together_who_left_and_what_nobody_knows() {
    let [inventory, leavers, accounts] = ["inventory", "leavers", "accounts"].map(list);
    let mut facts = joined(("E1", &leavers), &[("E2", &accounts), ("E3", &inventory)]);
    facts.extend(joined(("E2", &accounts), &[("E3", &inventory)]));
    let value = |name: &str| {
        let mut facts = facts.iter().map(|joined| &joined.fact);
        let named = facts.find(|fact| fact.name == name);
        named.map(|fact| fact.value.clone())
    };
    // Cleo Marsh left on 29 May, and her account is active.
    assert_eq!(value("live-leavers"), Some(FactValue::Count(1)));
    // She owns `svc-backup`.
    assert_eq!(value("owned-by-leavers"), Some(FactValue::Count(1)));
    // `svc-forgotten` is in no inventory.
    assert_eq!(
        value("inventory-known"),
        Some(FactValue::Share { part: 2, of: 3 })
    );
}

#[test]
fn one_key_of_two_dated_key_sets_is_kept() {
    let ids = |date: &str| {
        let reading = read_on(&fixture(&format!("oidc/jwks.{date}.json")), date);
        assert_eq!(
            (reading.as_of.at.date_naive(), reading.as_of.by),
            (day(date), AsOfSource::Analyst)
        );
        let ids = reading
            .facts
            .into_iter()
            .find(|fact| fact.name == "signing-key-ids");
        match ids.expect("it names its keys").value {
            FactValue::Set(ids) => ids,
            other => panic!("{other:?}"),
        }
    };
    let (earlier, later) = (ids("2026-01-10"), ids("2026-07-10"));
    let kept: Vec<_> = earlier.intersection(&later).collect();
    assert_eq!(kept, ["kid example-2026-01 (edf7e024)"]);
    assert_eq!((earlier.len(), later.len()), (2, 2));
}
