//! Lists of the access keys, or the service-specific credentials, of a user: the answers of
//! `list-access-keys` and `list-service-specific-credentials`.
//!
//! Each answer is about one user, so it never tells of all keys of an account.

use std::collections::{BTreeMap, BTreeSet};

use super::ages::{Key, KeyAges};
use super::found::Found;
use crate::evidence::fact::{Basis, Place};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::redact;
use crate::evidence::time;

/// Id of the format.
pub(super) const ID: &str = "access-keys";

/// A kind of credential, by the list it stands in and the key of its id.
struct Kind {
    list: &'static str,
    id: &'static str,
}

const KINDS: [Kind; 2] = [
    Kind {
        list: "AccessKeyMetadata",
        id: "AccessKeyId",
    },
    Kind {
        list: "ServiceSpecificCredentials",
        id: "ServiceSpecificCredentialId",
    },
];

/// Reads the lists of a file, of one user or several.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let views = document.views();
    let lists: Vec<(&Json, &Json, &Kind)> = views
        .iter()
        .flat_map(|view| KINDS.iter().map(move |kind| (*view, kind)))
        .filter_map(|(view, kind)| Some((view, view.get(kind.list)?, kind)))
        .filter(|(_, list, _)| list.is_list())
        .collect();
    let Some((_, first, _)) = lists.first() else {
        let why = "no object has a list `AccessKeyMetadata` or `ServiceSpecificCredentials`";
        return Err(No::not_mine(why));
    };
    let mut reading = context.reading(super::ID, ID, None);
    for (key, place) in document.duplicates() {
        reading.odd(format!("the key `{key}` stands twice"), place);
    }
    let mut keys = Keys::default();
    for (view, list, kind) in &lists {
        if let Some(why) = super::more_follows(view) {
            reading.not_whole(why);
        }
        for item in list.items() {
            keys.add(item, kind, document, &mut reading);
        }
    }
    keys.say(&document.place(first), &mut reading);
    Ok(reading.finished())
}

/// The keys of the lists.
#[derive(Default)]
struct Keys<'c> {
    ages: KeyAges,
    inactive: Found,
    seen: BTreeSet<&'c str>,
    /// Active access keys of each user, and where the first stands.
    of_user: BTreeMap<&'c str, (u64, Place)>,
}

impl<'c> Keys<'c> {
    fn add(&mut self, item: &'c Json, kind: &Kind, document: &Document, reading: &mut Reading) {
        let place = document.place(item);
        let Some(id) = item.text_of(kind.id) else {
            reading.not_whole("an item cannot be read");
            return reading.odd(format!("an item has no `{}`", kind.id), place);
        };
        if !self.seen.insert(id) {
            let what = format!("the key {} stands twice", redact::tail(id));
            return reading.odd(what, place);
        }
        reading.items += 1;
        let user = item.text_of("UserName").unwrap_or("a user without a name");
        match item.text_of("Status") {
            Some("Active") => {
                if kind.id == "AccessKeyId" {
                    self.of_user.entry(user).or_insert((0, place.clone())).0 += 1;
                }
                let name = format!("{user}, {}", redact::tail(id));
                let created = item.get("CreateDate").and_then(time::of_json);
                let key = Key {
                    name,
                    created,
                    place,
                };
                self.ages.add(key, reading);
            }
            // An expired credential is switched off by its end.
            Some("Inactive" | "Expired") => self.inactive.add(&place),
            _ => {
                reading.not_whole("the state of a key cannot be read");
                reading.odd("`Status` is neither `Active` nor `Inactive`", place);
            }
        }
    }

    fn say(self, whole: &Place, reading: &mut Reading) {
        if reading.items == 0 {
            reading.not_whole("the list is empty");
            return reading.say(Found::default().fact("active-keys", Basis::Sample, whole));
        }
        self.ages.say(Basis::Sample, whole, reading);
        reading.say(self.inactive.fact("inactive-keys", Basis::Sample, whole));
        let mut doubled = Found::default();
        for (_, place) in self.of_user.values().filter(|(count, _)| *count > 1) {
            doubled.add(place);
        }
        reading.say(doubled.fact("two-active-keys", Basis::Sample, whole));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::fact::FactValue;
    use crate::evidence::testing::read_on;

    fn try_read(text: &str) -> Result<Reading, No> {
        read_on("2024-06-30", read, text)
    }

    fn key(id: &str, status: &str, created: &str) -> String {
        format!(
            "{{\"UserName\": \"ada\", \"AccessKeyId\": \"AKIAEXAMPLEEXAMPLE{id}\", \
             \"Status\": \"{status}\", \"CreateDate\": {created}}}"
        )
    }

    fn keys(items: &[String]) -> Reading {
        let text = format!(
            "{{\"AccessKeyMetadata\": [{}], \"IsTruncated\": false}}",
            items.join(",")
        );
        try_read(&text).expect("a list")
    }

    fn value(reading: &Reading, name: &str) -> Option<FactValue> {
        let mut facts = reading.facts.iter();
        facts
            .find(|fact| fact.name == name)
            .map(|fact| fact.value.clone())
    }

    #[test]
    fn dates_are_read_in_the_forms_of_every_tool() {
        for created in [
            "\"2024-06-20T00:00:00Z\"",
            "\"2024-06-20T00:00:00+00:00\"",
            "\"2024-06-20 00:00:00+00:00\"",
            "1718841600.0",
        ] {
            let reading = keys(&[key("01", "Active", created)]);
            let age = value(&reading, "oldest-active-key-age");
            let ten_days = 10.0 * crate::evidence::time::DAY;
            assert_eq!(age, Some(FactValue::Duration(ten_days)), "{created}");
        }
    }

    #[test]
    fn inactive_keys_are_told_apart_and_twice_is_once() {
        let active = key("01", "Active", "\"2024-06-20T00:00:00Z\"");
        let reading = keys(&[
            active.clone(),
            active,
            key("02", "Active", "\"2024-01-01T00:00:00Z\""),
            key("03", "Inactive", "\"2020-01-01T00:00:00Z\""),
        ]);
        let count = |count| Some(FactValue::Count(count));
        assert_eq!(value(&reading, "active-keys"), count(2));
        assert_eq!(value(&reading, "inactive-keys"), count(1));
        assert_eq!(value(&reading, "two-active-keys"), count(1));
        assert_eq!(value(&reading, "keys-over-90-days"), count(1));
        assert_eq!(reading.anomalies.len(), 1);
    }

    #[test]
    fn ids_leave_with_their_ends_only() {
        let reading = keys(&[key("01", "Active", "\"2024-06-20T00:00:00Z\"")]);
        let told = format!("{reading:?}");
        assert!(told.contains("LE01") && !told.contains("AKIA"), "{told}");
    }

    #[test]
    fn a_state_that_cannot_be_read_is_neither() {
        let reading = keys(&[key("01", "active?", "\"2024-06-20T00:00:00Z\"")]);
        assert_eq!(value(&reading, "active-keys"), Some(FactValue::Count(0)));
        assert!(!reading.partial.is_empty());
    }

    #[test]
    fn more_than_the_page_and_an_empty_page_are_not_whole() {
        let text = r#"{"ServiceSpecificCredentials": [{"UserName": "ada",
            "ServiceSpecificCredentialId": "ACCAEXAMPLEEXAMPLE01", "Status": "Active",
            "CreateDate": "2024-06-20T00:00:00Z"}], "IsTruncated": true}"#;
        let reading = try_read(text).expect("a list");
        assert_eq!(reading.partial, ["`IsTruncated` says that more follow"]);
        assert_eq!(
            value(&reading, "two-active-keys"),
            Some(FactValue::Count(0))
        );
        let paged = text.replace(r#""IsTruncated": true"#, r#""NextToken": "x""#);
        let reading = try_read(&paged).expect("a list");
        assert_eq!(reading.partial, ["`NextToken` says that more follow"]);
        let reading = try_read(r#"{"AccessKeyMetadata": []}"#).expect("a list");
        assert_eq!(reading.partial, ["the list is empty"]);
        assert_eq!(reading.facts.len(), 1);
    }

    #[test]
    fn other_lists_are_not_taken() {
        for text in [r#"{"AccessKeyMetadata": {}}"#, r#"{"Users": []}"#, "[1]"] {
            assert!(matches!(try_read(text), Err(No::NotMine(_))), "{text}");
        }
    }
}
