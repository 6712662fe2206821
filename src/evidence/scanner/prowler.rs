//! Findings of Prowler, as OCSF "Detection Finding" objects and as CSV with semicolons.
//!
//! In both, a check ends with PASS, FAIL or MANUAL, and a muted finding says so beside its status. Prowler
//! writes the moment as seconds, and again without a zone in the time of its machine: the seconds count.

use super::{Finding, Findings, Outcome};
use crate::evidence::fact::Place;
use crate::evidence::input::json::Json;
use crate::evidence::input::table::{Row, Table};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::time;

/// Its name in facts.
const PROWLER: &str = "Prowler";
/// The OCSF class "Detection Finding".
const DETECTION_FINDING: f64 = 2004.0;
/// The OCSF status "Suppressed", which Prowler gives to muted findings.
const SUPPRESSED: f64 = 3.0;

/// Reads findings as OCSF.
pub(super) fn read_ocsf(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let findings = Findings::of(document, is_finding, ocsf);
    if findings.count() == 0 {
        let why = "no object has `class_uid` 2004 beside `metadata.product.name` Prowler";
        return Err(No::not_mine(why));
    }
    let mut reading = findings.reading("prowler-ocsf", context);
    for (key, place) in document.duplicates() {
        reading.odd(format!("key `{key}` stands twice in one object"), place);
    }
    findings.tell_undated(&mut reading);
    findings.say(PROWLER, true, &mut reading);
    Ok(reading.finished())
}

fn is_finding(row: &Json) -> bool {
    let product = row
        .at(&["metadata", "product", "name"])
        .and_then(Json::text);
    row.number_of("class_uid") == Some(DETECTION_FINDING)
        && product.is_some_and(|name| name.eq_ignore_ascii_case(PROWLER))
}

fn ocsf<'f>(row: &'f Json<'f>) -> Finding<'f> {
    let text = |keys: &[&str]| row.at(keys).and_then(Json::text).unwrap_or_default();
    let status = text(&["status_code"]);
    let is_suppressed = text(&["status"]).eq_ignore_ascii_case("Suppressed");
    let seconds = row.get("time").and_then(time::of_json);
    let at = seconds.or_else(|| time::of_json(row.get("time_dt")?));
    Finding {
        check: text(&["metadata", "event_code"]),
        outcome: outcome(status),
        is_muted: is_suppressed || row.number_of("status_id") == Some(SUPPRESSED),
        text: text(&["status_detail"]),
        at: at.map(|moment| moment.at),
    }
}

/// What a status says; what is neither passed nor failed is open.
fn outcome(status: &str) -> Outcome {
    match status.trim().to_ascii_uppercase().as_str() {
        "PASS" => Outcome::Passed,
        "FAIL" => Outcome::Failed,
        _ => Outcome::Open,
    }
}

/// The columns of a table of findings.
struct Columns {
    check: usize,
    status: usize,
    text: Option<usize>,
    muted: Option<usize>,
    time: Option<usize>,
}

impl Columns {
    /// The columns; the id of the finding tells it from the reports by framework, which repeat each finding
    /// under every requirement.
    fn of(table: &Table) -> Option<Self> {
        let column = |names: &[&str]| table.column("", names, None);
        column(&["FINDING_UID", "FINDING_UNIQUE_ID"])?;
        Some(Self {
            check: column(&["CHECK_ID"])?,
            status: column(&["STATUS"])?,
            text: column(&["STATUS_EXTENDED"]),
            muted: column(&["MUTED"]),
            time: column(&["TIMESTAMP", "ASSESSMENT_START_TIME"]),
        })
    }

    fn finding<'r>(&self, row: &'r Row) -> Finding<'r> {
        let filled = |column| row.filled(column).unwrap_or_default();
        let at = row.filled(self.time).and_then(time::moment);
        Finding {
            check: row.field(self.check),
            outcome: outcome(row.field(self.status)),
            is_muted: filled(self.muted).eq_ignore_ascii_case("true"),
            text: filled(self.text),
            at: at.map(|moment| moment.at),
        }
    }
}

/// Reads findings as CSV.
pub(super) fn read_csv(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let table = input.table()?;
    let Some(columns) = Columns::of(table) else {
        let why = "no columns `CHECK_ID`, `STATUS` and `FINDING_UID`";
        return Err(No::not_mine(why));
    };
    let mut findings = Findings::default();
    let mut short = super::Sum::default();
    while let Some(row) = table.next_row()? {
        if row.field(columns.check).is_empty() {
            short.add(|| row.place());
            continue;
        }
        findings.add(&columns.finding(&row), || row.place());
    }
    let mut reading = findings.reading("prowler-csv", context);
    if short.count > 0 {
        let what = format!("{} rows name no check", short.count);
        reading.odd(what, short.place());
        reading.not_whole("rows without a check are left out");
    }
    for name in table.doubled() {
        reading.odd(format!("column `{name}` stands twice"), Place::row(0, 1));
    }
    findings.tell_undated(&mut reading);
    findings.say(PROWLER, true, &mut reading);
    Ok(reading.finished())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read, value};
    use super::*;
    use crate::evidence::fact::FactValue;
    use crate::evidence::reading::AsOfSource;

    fn ocsf(check: &str, more: &str) -> String {
        format!(
            r#"{{"class_uid": 2004, "time": 1795322235, "time_dt": "2026-11-22T05:37:15.913874", {more},
              "metadata": {{"event_code": "{check}", "product": {{"name": "Prowler"}}}}}}"#
        )
    }

    fn counts(reading: &Reading) -> [u64; 3] {
        ["scanner-passed", "scanner-failed", "scanner-open"].map(|name| {
            match value(reading, name) {
                Some(FactValue::Count(count)) => count,
                other => panic!("{name}: {other:?}"),
            }
        })
    }

    #[test]
    fn only_pass_is_passed() {
        for (status, expected) in [
            (r#""status_code": "PASS", "status": "New""#, [1, 0, 0]),
            (r#""status_code": "FAIL", "status": "New""#, [0, 1, 0]),
            (
                r#""status_code": "FAIL", "status": "Suppressed""#,
                [0, 0, 1],
            ),
            (r#""status_code": "PASS", "status_id": 3"#, [0, 0, 1]),
            (r#""status_code": "MANUAL""#, [0, 0, 1]),
            (r#""status_code": "MUTED""#, [0, 0, 1]),
            (r#""status_code": "INFO""#, [0, 0, 1]),
            (r#""status": "New""#, [0, 0, 1]),
        ] {
            let text = format!("[{}]", ocsf("iam_no_root_access_key", status));
            let reading = read("prowler-ocsf", &text).expect("findings");
            assert_eq!(counts(&reading), expected, "{status}");
        }
    }

    #[test]
    fn the_seconds_are_the_moment_and_not_the_clock_of_the_machine() {
        let text = ocsf("x", r#""status_code": "PASS""#);
        let reading = read("prowler-ocsf", &text).expect("findings");
        assert_eq!(reading.as_of.by, AsOfSource::Artefact);
        assert_eq!(reading.as_of.at.timestamp(), 1_795_322_235);
        let undated = text
            .replace("1795322235", "null")
            .replace("2026-11-22T", "soon");
        let reading = read("prowler-ocsf", &undated).expect("findings");
        assert_eq!(reading.as_of.by, AsOfSource::Assumed);
        assert!(
            reading.anomalies[0]
                .what
                .contains("without a readable date")
        );
    }

    #[test]
    fn findings_of_other_products_are_left() {
        let text = ocsf("x", r#""status_code": "PASS""#);
        for other in [
            text.replace("Prowler", "Another"),
            text.replace("2004", "3002"),
        ] {
            assert!(matches!(read("prowler-ocsf", &other), Err(No::NotMine(_))));
        }
    }

    const HEAD: &str =
        "AUTH_METHOD;TIMESTAMP;FINDING_UID;PROVIDER;CHECK_ID;STATUS;STATUS_EXTENDED;MUTED\n";

    #[test]
    fn rows_are_counted_with_their_places() {
        let rows = "p;2026-11-21 10:00:00.5;f;aws;iam_no_root_access_key;FAIL;it has one;False\n\
                    p;2026-11-22 10:00:00.5;f;aws;iam_user_mfa_enabled_console_access;PASS;\"User a; has MFA\";False\n\
                    p;2026-11-22 10:00:00.5;f;aws;iam_user_mfa_enabled_console_access;FAIL;User b;True\n";
        let reading = read("prowler-csv", &format!("{HEAD}{rows}")).expect("findings");
        assert_eq!(counts(&reading), [1, 1, 1]);
        let root = reading
            .facts
            .iter()
            .find(|fact| fact.name == "root-access-keys");
        let root = root.expect("it is measured");
        assert_eq!(
            (&root.value, root.place.path.as_str()),
            (&FactValue::Count(1), "row 1")
        );
        assert_eq!(
            root.about.as_deref(),
            Some("Prowler iam_no_root_access_key")
        );
        let share = FactValue::Share { part: 1, of: 2 };
        assert_eq!(value(&reading, "console-users-with-mfa"), Some(share));
        let covers = reading.covers.expect("it is dated");
        assert_eq!((covers.to - covers.from).num_hours(), 24);
    }

    #[test]
    fn a_head_alone_is_not_all_fine() {
        let reading = read("prowler-csv", HEAD).expect("no findings");
        let names: Vec<_> = reading.facts.iter().map(|fact| &*fact.name).collect();
        assert_eq!(names, ["scanner-failed"]);
        assert_eq!(reading.partial, ["the list is empty"]);
    }

    #[test]
    fn reports_by_framework_are_left() {
        let head = "PROVIDER;REQUIREMENTS_ID;STATUS;STATUSEXTENDED;CHECKID;MUTED\n";
        assert!(matches!(read("prowler-csv", head), Err(No::NotMine(_))));
    }

    #[test]
    fn a_row_without_a_check_is_told() {
        let reading = read("prowler-csv", &format!("{HEAD}p;2026-11-22\n")).expect("findings");
        assert!(reading.anomalies[0].what.contains("name no check"));
        assert!(!reading.partial.is_empty());
    }
}
