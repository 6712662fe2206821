//! What other scanners found: how many checks failed, and what single findings say of our own facts.
//!
//! A scanner compares with thresholds of its own and sees what it was run on. So everything here is measured:
//! a finding can disprove a claim, and no number of passed checks proves one.

mod kcwarden;
mod pairs;
mod prowler;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use self::pairs::Pair;
use super::fact::{Basis, Fact, FactValue, Place, counted};
use super::families::{Family, Format};
use super::input::json::{Document, Json};
use super::reading::{Context, Covers, Reading};
use super::tally::Tally;

/// Results of scanners.
pub const FAMILY: Family = Family {
    id: ID,
    title: "Scanner results",
    formats: &[
        Format {
            id: "prowler-ocsf",
            title: "Prowler findings as OCSF",
            read: prowler::read_ocsf,
        },
        Format {
            id: "prowler-csv",
            title: "Prowler findings as CSV",
            read: prowler::read_csv,
        },
        Format {
            id: "kcwarden",
            title: "kcwarden findings",
            read: kcwarden::read,
        },
    ],
};

const ID: &str = "scanner";

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    /// Left to a person, or not decided.
    Open,
}

/// One finding.
struct Finding<'f> {
    check: &'f str,
    outcome: Outcome,
    /// Somebody chose not to hear of it: it counts as open, and what was measured stays measured.
    is_muted: bool,
    /// What the scanner says in words.
    text: &'f str,
    at: Option<DateTime<Utc>>,
}

/// A count, and where the first of it stands.
#[derive(Debug, Clone, Default)]
struct Sum {
    count: u64,
    first: Option<Place>,
}

impl Sum {
    fn add(&mut self, place: impl FnOnce() -> Place) {
        self.count += 1;
        self.first.get_or_insert_with(place);
    }

    fn place(&self) -> Place {
        self.first.clone().unwrap_or_default()
    }
}

/// What the findings of one paired check measured.
#[derive(Debug, Clone, Default)]
struct Measured {
    passed: Sum,
    failed: Sum,
    muted: u64,
}

/// The findings of a file.
#[derive(Default)]
struct Findings {
    passed: Sum,
    failed: Sum,
    open: Sum,
    failed_checks: Tally,
    measured: BTreeMap<&'static str, Measured>,
    covers: Option<Covers>,
    undated: Sum,
}

impl Findings {
    /// The findings among the objects of a document, each once: several views may hold one.
    fn of<'c>(
        document: &'c Document<'c>,
        is_finding: impl Fn(&Json) -> bool,
        finding: impl Fn(&'c Json<'c>) -> Finding<'c>,
    ) -> Self {
        let mut findings = Self::default();
        let mut seen = BTreeSet::new();
        for view in document.views() {
            for row in view.one_or_more().iter().filter(|row| is_finding(row)) {
                if seen.insert(row.start()) {
                    findings.add(&finding(row), || document.place(row));
                }
            }
        }
        findings
    }

    /// Counts a finding; its place is only asked for where it is kept.
    fn add(&mut self, finding: &Finding, place: impl Fn() -> Place) {
        let sum = match (finding.outcome, finding.is_muted) {
            (_, true) | (Outcome::Open, _) => &mut self.open,
            (Outcome::Passed, false) => &mut self.passed,
            (Outcome::Failed, false) => {
                self.failed_checks.add(finding.check);
                &mut self.failed
            }
        };
        sum.add(&place);
        if let Some(pair) = Pair::of(finding.check).filter(|pair| pair.counts(finding.text)) {
            let measured = self.measured.entry(pair.check).or_default();
            measured.muted += u64::from(finding.is_muted);
            match finding.outcome {
                Outcome::Passed => measured.passed.add(&place),
                Outcome::Failed => measured.failed.add(&place),
                Outcome::Open => {}
            }
        }
        match finding.at {
            Some(at) => self.cover(at),
            None => self.undated.add(place),
        }
    }

    fn cover(&mut self, at: DateTime<Utc>) {
        let covers = self.covers.get_or_insert(Covers { from: at, to: at });
        covers.from = covers.from.min(at);
        covers.to = covers.to.max(at);
    }

    fn count(&self) -> u64 {
        self.passed.count + self.failed.count + self.open.count
    }

    /// A reading at the moment of the last finding, with what is odd about the moments.
    fn reading(&self, format: &str, context: &Context) -> Reading {
        let made = self.covers.map(|covers| covers.to);
        let mut reading = context.reading(ID, format, made);
        reading.items = self.count();
        reading.covers = self.covers;
        let last = context.attached.succ_opt().unwrap_or(context.attached);
        if made.is_some_and(|made| made.date_naive() > last) {
            let what = "the last finding is later than the day the file was attached";
            reading.odd(what, Place::default());
        }
        reading
    }

    /// Says what was counted; a scanner that lists failures only has no number of passed checks.
    fn say(&self, scanner: &str, lists_passed: bool, reading: &mut Reading) {
        let count = |name: &'static str, sum: &Sum| {
            let value = FactValue::Count(sum.count);
            Fact::new(name, value, Basis::Measured, sum.place()).about(scanner)
        };
        reading.say(count("scanner-failed", &self.failed));
        if self.count() == 0 {
            reading.not_whole("the list is empty");
            return;
        }
        if lists_passed {
            reading.say(count("scanner-passed", &self.passed));
        }
        reading.say(count("scanner-open", &self.open));
        let names: BTreeSet<_> = self
            .failed_checks
            .iter()
            .map(|(name, _)| name.to_owned())
            .collect();
        if !names.is_empty() {
            let value = FactValue::Set(names);
            let place = self.failed.place();
            let fact = Fact::new("scanner-failed-checks", value, Basis::Measured, place);
            reading.say(fact.about(scanner));
        }
        if self.failed_checks.is_cut() {
            reading.not_whole("there are too many different checks to tell apart");
        }
        for (check, measured) in &self.measured {
            let pair = Pair::of(check).expect("only paired checks are measured");
            let facts = pair.facts(measured, scanner);
            facts.into_iter().for_each(|fact| reading.say(fact));
        }
    }

    /// Tells findings without a moment, where a scanner dates its findings.
    fn tell_undated(&self, reading: &mut Reading) {
        if self.undated.count > 0 {
            let what = format!(
                "{} without a readable date",
                counted(self.undated.count, "finding")
            );
            reading.odd(what, self.undated.place());
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::evidence::input::json::Document;
    use crate::evidence::input::table::Table;
    use crate::evidence::input::{Input, No};

    pub(super) fn read(format: &str, text: &str) -> Result<Reading, No> {
        let mut input = match format {
            "prowler-csv" => Input::Table(Table::text(text).expect("a table")),
            _ => Input::Json(Document::parse(text).expect("it is JSON")),
        };
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is a day");
        let mut formats = FAMILY.formats.iter();
        let format = formats
            .find(|known| known.id == format)
            .expect("it is a format");
        (format.read)(&mut input, &Context::on(day))
    }

    pub(super) fn value(reading: &Reading, name: &str) -> Option<FactValue> {
        let fact = reading.facts.iter().find(|fact| fact.name == name)?;
        Some(fact.value.clone())
    }

    #[test]
    fn muted_and_manual_findings_are_not_passed() {
        let mut findings = Findings::default();
        for (outcome, is_muted) in [
            (Outcome::Passed, false),
            (Outcome::Passed, true),
            (Outcome::Failed, false),
            (Outcome::Failed, true),
            (Outcome::Open, false),
        ] {
            let finding = Finding {
                check: "iam_no_root_access_key",
                outcome,
                is_muted,
                text: "",
                at: None,
            };
            findings.add(&finding, Place::default);
        }
        let sums = [&findings.passed, &findings.failed, &findings.open];
        assert_eq!(sums.map(|sum| sum.count), [1, 1, 3]);
        let measured = &findings.measured["iam_no_root_access_key"];
        assert_eq!(
            (measured.passed.count, measured.failed.count, measured.muted),
            (2, 2, 2)
        );
    }

    #[test]
    fn nothing_here_proves_that_all_is_well() {
        let text = r#"[{"class_uid": 2004, "metadata": {"event_code": "iam_no_root_access_key",
            "product": {"name": "Prowler"}}, "status_code": "PASS", "time": 1795322235}]"#;
        let reading = read("prowler-ocsf", text).expect("findings");
        assert_eq!(
            value(&reading, "root-access-keys"),
            Some(FactValue::Count(0))
        );
        assert!(
            reading
                .facts
                .iter()
                .all(|fact| fact.basis == Basis::Measured)
        );
    }
}
