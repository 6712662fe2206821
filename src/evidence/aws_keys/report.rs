//! The IAM credential report, as CSV or in the answer of `get-credential-report`.
//!
//! The CSV bears no date of its own, and the largest date in it is none: `password_next_rotation` lies in the
//! future. The answer bears `GeneratedTime`, and its content in base64 or, from some tools, in clear.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::columns::Columns;
use super::facts::Told;
use super::users::{Added, Users};
use crate::evidence::fact::Place;
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::table::{Row, Table};
use crate::evidence::input::{Input, No, Refusal};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::time;

/// Id of the format.
pub(super) const ID: &str = "credential-report";

/// Reads a report.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    match input {
        Input::Json(document) => answer(document, context),
        Input::Table(table) => {
            let columns = Columns::of(table)?;
            let mut reading = context.reading(super::ID, ID, None);
            let users = rows(table, &columns, &Origin::File, &mut reading)?;
            Told::of(&columns, 0.0).say(&users, &Place::default(), &mut reading);
            Ok(reading.finished())
        }
        _ => Err(No::not_mine("it is neither a table nor JSON")),
    }
}

/// Reads the answer of `get-credential-report`.
fn answer(document: &Document, context: &Context) -> Result<Reading, No> {
    let is_answer = |view: &&&Json| {
        let has_sign = view.has("GeneratedTime") || view.has("ReportFormat");
        view.text_of("Content").is_some() && has_sign
    };
    let views = document.views();
    let Some(view) = views.iter().find(is_answer) else {
        let why = "no object has `Content` beside `GeneratedTime` or `ReportFormat`";
        return Err(No::not_mine(why));
    };
    let content = view.get("Content").expect("it was seen");
    let place = document.place(content);
    let text = clear(content.text().expect("it was seen")).ok_or_else(|| no_report(&place))?;
    let mut table = Table::text(&text).ok_or_else(|| no_report(&place))?;
    let columns = Columns::of(&table).map_err(|_| no_report(&place))?;
    let generated = view.get("GeneratedTime").and_then(time::of_json);
    let mut reading = context.reading(super::ID, ID, generated.map(|moment| moment.at));
    for (key, place) in document.duplicates() {
        reading.odd(format!("the key `{key}` stands twice"), place);
    }
    if let Some(unread) = view.get("GeneratedTime").filter(|_| generated.is_none()) {
        reading.odd("its own moment cannot be read", document.place(unread));
    }
    let users = rows(
        &mut table,
        &columns,
        &Origin::Within(place.clone()),
        &mut reading,
    )?;
    let doubt = generated.map_or(0.0, time::Moment::doubt);
    Told::of(&columns, doubt).say(&users, &place, &mut reading);
    Ok(reading.finished())
}

/// The content in clear; none where it is neither a report nor base64 of text.
fn clear(content: &str) -> Option<String> {
    let is_clear = |text: &str| text.contains("user_creation_time");
    if is_clear(content) {
        return Some(content.to_owned());
    }
    let packed: String = content.split_ascii_whitespace().collect();
    let text = String::from_utf8(STANDARD.decode(packed).ok()?).ok()?;
    is_clear(&text).then_some(text)
}

fn no_report(place: &Place) -> No {
    let what = format!("{} holds no credential report", place.path);
    let help = "ask for it again with `aws iam get-credential-report`";
    No::Broken(Refusal::new(what, help).on(place.line.unwrap_or(1)))
}

/// Where a table stands.
enum Origin {
    /// It is the file.
    File,
    /// It is a text within the file.
    Within(Place),
}

impl Origin {
    fn place(&self, row: &Row) -> Place {
        match self {
            Self::File => row.place(),
            Self::Within(text) => {
                Place::new(format!("{} row {}", text.path, row.number), text.line)
            }
        }
    }
}

/// Reads the rows. What a row says and cannot be read is noted.
fn rows(
    table: &mut Table,
    columns: &Columns,
    origin: &Origin,
    reading: &mut Reading,
) -> Result<Users, Refusal> {
    let mut users = Users::default();
    let mut repeated = 0u64;
    while let Some(row) = table.next_row()? {
        let place = origin.place(&row);
        let arn = row.field(columns.arn);
        if !arn.starts_with("arn:") {
            reading.odd("a row names no user by an ARN", place);
            reading.not_whole("a row cannot be read");
            continue;
        }
        reading.items += 1;
        let user = columns.user(&row, &place, reading);
        let name = user.name.clone();
        match users.add(arn, user) {
            Added::First => {}
            Added::Again => {
                repeated += 1;
                // Enough for a person to look; the rest is alike.
                if repeated <= 10 {
                    reading.odd(format!("the user {name} stands in two rows"), place);
                }
            }
            Added::TooMany => {
                reading.not_whole("it holds more users than are told apart");
                break;
            }
        }
    }
    Ok(users)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::fact::{Basis, Fact, FactValue};
    use crate::evidence::reading::AsOfSource;
    use crate::evidence::testing::read_on;
    use crate::evidence::time::DAY;
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    const HEAD: &str = "user,arn,user_creation_time,password_enabled,password_last_used,\
        mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,\
        access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date\n";
    const ROOT: &str = "<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,\
        not_supported,N/A,true,false,N/A,N/A,false,N/A,N/A\n";

    fn row(name: &str, rest: &str) -> String {
        format!("{name},arn:aws:iam::111122223333:user/{name},2020-01-01T00:00:00+00:00,{rest}\n")
    }

    fn try_read(text: &str) -> Result<Reading, No> {
        read_on("2024-06-30", read, text)
    }

    fn report(rows: &[String]) -> Reading {
        try_read(&format!("{HEAD}{ROOT}{}", rows.concat())).expect("a report")
    }

    fn fact<'r>(reading: &'r Reading, name: &str) -> &'r Fact {
        let mut facts = reading.facts.iter();
        facts
            .find(|fact| fact.name == name)
            .unwrap_or_else(|| panic!("{name} is said"))
    }

    fn count(reading: &Reading, name: &str) -> u64 {
        match fact(reading, name).value {
            FactValue::Count(count) => count,
            ref other => panic!("{name} is {other:?}"),
        }
    }

    fn share(reading: &Reading, name: &str) -> (u64, u64) {
        match fact(reading, name).value {
            FactValue::Share { part, of } => (part, of),
            ref other => panic!("{name} is {other:?}"),
        }
    }

    fn is_said(reading: &Reading, name: &str) -> bool {
        reading.facts.iter().any(|fact| fact.name == name)
    }

    #[test]
    fn keys_users_and_root_are_counted() {
        let reading = report(&[
            row(
                "ada",
                "true,N/A,true,true,2024-06-20T00:00:00Z,2024-06-29T23:59:59Z,\
                 true,2024-01-01T00:00:00Z,N/A",
            ),
            row(
                "bot",
                "false,N/A,false,false,2022-01-01T00:00:00Z,N/A,false,N/A,N/A",
            ),
            row(
                "cy",
                "true,no_information,false,false,N/A,N/A,false,N/A,N/A",
            ),
        ]);
        assert_eq!(count(&reading, "users"), 4);
        assert_eq!(count(&reading, "active-keys"), 2);
        assert_eq!(count(&reading, "inactive-keys"), 1);
        assert_eq!(count(&reading, "keys-over-90-days"), 1);
        assert_eq!(count(&reading, "keys-never-used"), 1);
        assert_eq!(count(&reading, "two-active-keys"), 1);
        assert_eq!(count(&reading, "root-access-keys"), 0);
        assert_eq!(share(&reading, "last-use-known"), (2, 2));
        assert_eq!(share(&reading, "console-users-with-mfa"), (1, 2));
        assert_eq!(share(&reading, "root-mfa"), (1, 1));
        assert!(reading.anomalies.is_empty(), "{:?}", reading.anomalies);
        assert!(reading.partial.is_empty(), "{:?}", reading.partial);
        let users = fact(&reading, "users");
        assert!(users.is_whole && users.basis == Basis::CompleteList);
    }

    #[test]
    fn an_active_key_never_used_is_idle_since_its_creation() {
        let reading = report(&[row(
            "ada",
            "false,N/A,false,true,2024-06-10T00:00:00Z,N/A,true,2023-01-01T00:00:00Z,2024-06-29T00:00:00Z",
        )]);
        let idle = fact(&reading, "longest-idle");
        assert_eq!(idle.value, FactValue::Duration(20.0 * DAY));
        assert_eq!(idle.about.as_deref(), Some("ada, key 1"));
        assert_eq!(idle.place, Place::row(2, 3));
    }

    #[test]
    fn a_use_that_is_not_known_is_neither_never_nor_just_now() {
        for used in [
            "no_information",
            "not_supported",
            "",
            "2024-07-02T00:00:00Z",
        ] {
            let rest = format!("false,N/A,false,true,2024-06-10T00:00:00Z,{used},false,N/A,N/A");
            let reading = report(&[row("ada", &rest)]);
            assert_eq!(share(&reading, "last-use-known"), (0, 1), "{used}");
            assert!(!is_said(&reading, "longest-idle"), "{used}");
            let never = fact(&reading, "keys-never-used");
            assert_eq!(never.value, FactValue::Count(0), "{used}");
            assert!(!never.is_whole, "{used}");
        }
    }

    #[test]
    fn a_user_in_two_rows_counts_once_and_is_told() {
        let reading = report(&[
            row("ada", "true,N/A,true,false,N/A,N/A,false,N/A,N/A"),
            row(
                "ada",
                "true,N/A,false,true,2024-06-10T00:00:00Z,N/A,false,N/A,N/A",
            ),
        ]);
        assert_eq!(count(&reading, "users"), 2);
        assert_eq!(count(&reading, "active-keys"), 1);
        assert_eq!(share(&reading, "console-users-with-mfa"), (0, 1));
        assert_eq!(reading.anomalies.len(), 1);
        assert_eq!(reading.anomalies[0].place, Place::row(3, 4));
    }

    #[test]
    fn a_state_that_cannot_be_read_is_no_pass() {
        let reading = report(&[row("ada", "maybe,N/A,,yes,N/A,N/A,false,N/A,N/A")]);
        assert!(!reading.partial.is_empty());
        assert_eq!(fact(&reading, "active-keys").basis, Basis::Sample);
        assert!(!is_said(&reading, "console-users-with-mfa"));
    }

    #[test]
    fn a_creation_after_the_report_is_odd() {
        let reading = report(&[row(
            "ada",
            "false,N/A,false,true,2099-01-01T00:00:00Z,N/A,false,N/A,N/A",
        )]);
        assert_eq!(count(&reading, "active-keys"), 1);
        assert!(!is_said(&reading, "keys-over-90-days"));
        assert!(!is_said(&reading, "oldest-active-key-age"));
        assert!(!is_said(&reading, "longest-idle"));
        assert_eq!(reading.anomalies.len(), 1, "{:?}", reading.anomalies);
    }

    #[test]
    fn root_has_keys_too_and_needs_no_password_of_the_usual_kind() {
        let root = "<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00Z,\
            not_supported,N/A,false,true,2024-06-10T00:00:00Z,N/A,false,N/A,N/A\n";
        let reading = try_read(&format!("{HEAD}{root}")).expect("a report");
        assert_eq!(count(&reading, "root-access-keys"), 1);
        assert_eq!(count(&reading, "active-keys"), 1);
        assert_eq!(share(&reading, "root-mfa"), (0, 1));
        assert!(!is_said(&reading, "console-users-with-mfa"));
        let locked = root.replace("not_supported", "false");
        let reading = try_read(&format!("{HEAD}{locked}")).expect("a report");
        assert!(!is_said(&reading, "root-mfa"));
    }

    #[test]
    fn a_report_without_root_or_rows_is_not_whole() {
        let ada = row("ada", "false,N/A,false,false,N/A,N/A,false,N/A,N/A");
        let reading = try_read(&format!("{HEAD}{ada}")).expect("a report");
        assert_eq!(reading.partial, ["the row of the root user is missing"]);
        let reading = try_read(HEAD).expect("a report");
        assert_eq!(reading.partial, ["the list is empty"]);
        assert_eq!((reading.facts.len(), count(&reading, "users")), (1, 0));
    }

    #[test]
    fn columns_that_are_missing_say_nothing() {
        let text = "user,arn,user_creation_time\n<root_account>,arn:aws:iam::1:root,2020-01-01\n";
        let reading = try_read(text).expect("a report");
        let names: Vec<_> = reading.facts.iter().map(|fact| &*fact.name).collect();
        assert_eq!(names, ["users"]);
    }

    #[test]
    fn the_answer_is_read_in_clear_and_in_base64_at_its_own_time() {
        let ada = row(
            "ada",
            "false,N/A,false,true,2024-01-01T00:00:00Z,N/A,false,N/A,N/A",
        );
        let csv = format!("{HEAD}{ROOT}{ada}");
        let clear = serde_json::to_string(&csv).expect("a text");
        let packed = format!("\"{}\"", STANDARD.encode(&csv));
        for content in [clear, packed] {
            let text = format!(
                "{{\"Content\": {content}, \"ReportFormat\": \"text/csv\",\n\
                 \"GeneratedTime\": \"2024-01-31 00:00:00+00:00\"}}"
            );
            let reading = try_read(&text).expect("a report");
            assert_eq!(reading.as_of.by, AsOfSource::Artefact);
            let oldest = fact(&reading, "oldest-active-key-age");
            assert_eq!(oldest.value, FactValue::Duration(30.0 * DAY));
            assert_eq!(oldest.place, Place::new("/Content row 2", Some(1)));
        }
    }

    #[test]
    fn an_answer_that_holds_something_else_is_refused_without_its_words() {
        let text = r#"{"Content": "hunter22", "ReportFormat": "text/csv"}"#;
        let Err(No::Broken(refusal)) = try_read(text) else {
            panic!("it is broken")
        };
        assert!(!refusal.what.contains("hunter22"), "{refusal}");
    }

    #[test]
    fn other_tables_and_objects_are_not_taken() {
        for text in ["user,arn\na,b\n", "{\"Content\": \"x\"}", "plain words"] {
            assert!(matches!(try_read(text), Err(No::NotMine(_))), "{text}");
        }
    }
}
