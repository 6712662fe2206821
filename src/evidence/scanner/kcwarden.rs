//! Findings of kcwarden, which audits realms of Keycloak.
//!
//! It lists what it objects to and never what is fine; the severity `Info` marks advice and what it could not
//! judge, which is open and not failed.

use super::{Finding, Findings, Outcome};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Reads findings.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let findings = Findings::of(document, is_finding, finding);
    if findings.count() == 0 {
        let why = "no object has `reporting_auditor` beside `severity` and `entity`";
        return Err(No::not_mine(why));
    }
    let mut reading = findings.reading("kcwarden", context);
    for (key, place) in document.duplicates() {
        reading.odd(format!("key `{key}` stands twice in one object"), place);
    }
    findings.say("kcwarden", false, &mut reading);
    Ok(reading.finished())
}

fn is_finding(row: &Json) -> bool {
    row.text_of("reporting_auditor").is_some() && row.has("severity") && row.has("entity")
}

fn finding<'f>(row: &'f Json<'f>) -> Finding<'f> {
    let text = |key: &str| row.text_of(key).unwrap_or_default();
    let is_info = text("severity").eq_ignore_ascii_case("Info");
    Finding {
        check: text("reporting_auditor"),
        outcome: match is_info {
            true => Outcome::Open,
            false => Outcome::Failed,
        },
        is_muted: false,
        text: text("short_description"),
        at: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read, value};
    use super::*;
    use crate::evidence::fact::FactValue;

    #[test]
    fn advice_is_open_and_nothing_is_passed() {
        let finding = |auditor: &str, severity: &str| {
            format!(
                r#"{{"reporting_auditor": "{auditor}", "severity": "{severity}", "entity": "app", "realm": "r"}}"#
            )
        };
        let text = format!(
            "[{}, {}, {}]",
            finding("NoRedirect", "Medium"),
            finding("UseCertificates", "Info"),
            finding("FullScope", "High")
        );
        let reading = read("kcwarden", &text).expect("findings");
        assert_eq!(value(&reading, "scanner-failed"), Some(FactValue::Count(2)));
        assert_eq!(value(&reading, "scanner-open"), Some(FactValue::Count(1)));
        assert_eq!(value(&reading, "scanner-passed"), None);
        let failed = ["FullScope", "NoRedirect"].map(str::to_owned);
        let failed = FactValue::Set(failed.into_iter().collect());
        assert_eq!(value(&reading, "scanner-failed-checks"), Some(failed));
    }

    #[test]
    fn other_lists_are_left() {
        let text = r#"[{"severity": "High", "entity": "app"}]"#;
        assert!(matches!(read("kcwarden", text), Err(No::NotMine(_))));
    }
}
