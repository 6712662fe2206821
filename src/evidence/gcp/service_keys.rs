//! Keys of service accounts: the answer of `serviceAccounts.keys.list`.
//!
//! Keys that Google manages rotate by themselves and are left out. `9999-12-31` as the end is Google's way to
//! say that there is none.

use crate::evidence::aws_keys::ages::{Key, KeyAges};
use crate::evidence::aws_keys::found::Found;
use crate::evidence::fact::{Basis, Place};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::redact;
use crate::evidence::time::{self, Moment};

/// Id of the format.
pub(super) const ID: &str = "service-account-keys";

/// Each answer is about one account.
const BASIS: Basis = Basis::Sample;

/// Reads the keys of a file.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let file = input.json()?;
    let is_key = |item: &Json| {
        let name = item.text_of("name").unwrap_or_default();
        let is_named = name.contains("/serviceAccounts/") && name.contains("/keys/");
        is_named && (item.has("keyType") || item.has("validAfterTime"))
    };
    let lists = super::lists(file, "keys", is_key);
    let Some(first) = lists.first() else {
        let why = "no list has an item named `.../serviceAccounts/.../keys/...` with `keyType` or `validAfterTime`";
        return Err(No::not_mine(why));
    };
    let mut reading = super::begun(file, ID, context);
    let mut keys = Keys::default();
    for item in lists.iter().flat_map(|list| list.items()) {
        reading.items += 1;
        keys.add(item, file, &mut reading);
    }
    keys.say(&file.place(first), &mut reading);
    Ok(reading.finished())
}

/// What a list holds.
#[derive(Default)]
struct Keys {
    ages: KeyAges,
    inactive: Found,
    expired: Found,
    endless: Found,
    is_end_unknown: bool,
}

/// Where a key ends.
enum End {
    Never,
    Past,
    Ahead,
    Unknown,
}

impl Keys {
    fn add(&mut self, item: &Json, file: &Document, reading: &mut Reading) {
        let place = file.place(item);
        if item
            .text_of("privateKeyData")
            .is_some_and(|key| !key.is_empty())
        {
            reading.odd("the private key itself is in the file", place.clone());
        }
        match item.text_of("keyType") {
            Some("SYSTEM_MANAGED") => return,
            Some("USER_MANAGED") => {}
            // Old replies leave it out; a key that is not known to be Google's counts.
            _ => reading.odd("`keyType` does not say who manages the key", place.clone()),
        }
        if item.truth_of("disabled") == Some(true) {
            return self.inactive.add(&place);
        }
        match self.end(item, &place, reading) {
            End::Past => return self.expired.add(&place),
            End::Never => self.endless.add(&place),
            End::Unknown => self.is_end_unknown = true,
            End::Ahead => {}
        }
        let name = name(item.text_of("name").unwrap_or_default());
        let created = item.get("validAfterTime").and_then(time::of_json);
        self.ages.add(
            Key {
                name,
                created,
                place,
            },
            reading,
        );
    }

    fn end(&self, item: &Json, place: &Place, reading: &mut Reading) -> End {
        let end = item.get("validBeforeTime").and_then(time::of_json);
        match end {
            Some(end) if Moment::is_never(end) => End::Never,
            Some(end) if end.at <= reading.as_of.at => End::Past,
            Some(_) => End::Ahead,
            None => {
                reading.odd("the end of a key cannot be read", place.clone());
                End::Unknown
            }
        }
    }

    fn say(self, whole: &Place, reading: &mut Reading) {
        self.ages.say(BASIS, whole, reading);
        reading.say(self.inactive.fact("inactive-keys", BASIS, whole));
        reading.say(self.expired.fact("expired-credentials", BASIS, whole));
        let endless = self.endless.fact("keys-without-expiry", BASIS, whole);
        reading.say(match self.is_end_unknown {
            true => endless.in_part(),
            false => endless,
        });
    }
}

/// The account and the end of the id of a key: `projects/p/serviceAccounts/ACCOUNT/keys/ID`.
fn name(path: &str) -> String {
    let (account, id) = path.split_once("/keys/").unwrap_or((path, ""));
    format!("{}, {}", super::last(account), redact::tail(id))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, fact, said};
    use super::*;

    fn key(rest: &str) -> String {
        format!(
            "{{\"name\": \"projects/p/serviceAccounts/bot@p.iam.gserviceaccount.com/keys/0123456789abcdef\", {rest}}}"
        )
    }

    fn keys(items: &[&str]) -> Reading {
        let items: Vec<_> = items.iter().map(|rest| key(rest)).collect();
        said(read, &format!("{{\"keys\": [{}]}}", items.join(","))).expect("keys")
    }

    const NEVER: &str = r#""keyType": "USER_MANAGED", "validAfterTime": "2024-01-01T00:00:00Z",
        "validBeforeTime": "9999-12-31T23:59:59Z""#;

    #[test]
    fn keys_of_google_are_left_out_and_those_without_end_told() {
        let google = NEVER.replace("USER", "SYSTEM");
        let reading = keys(&[&google, NEVER]);
        assert_eq!(count(&reading, "active-keys"), Some(1));
        assert_eq!(count(&reading, "keys-over-90-days"), Some(1));
        let endless = fact(&reading, "keys-without-expiry").expect("said");
        assert_eq!(endless.place.path, "/keys/1");
        let oldest = fact(&reading, "oldest-active-key-age").expect("said");
        let about = oldest.about.as_deref();
        assert_eq!(about, Some("bot@p.iam.gserviceaccount.com, …cdef"));
        assert!(reading.anomalies.is_empty(), "{:?}", reading.anomalies);
    }

    #[test]
    fn the_end_decides_whether_a_key_is_active() {
        for (end, active, endless, expired) in [
            ("9999-12-31T23:59:59Z", 1, 1, 0),
            ("2024-07-01T00:00:00Z", 1, 0, 0),
            ("2024-06-30T23:59:59Z", 0, 0, 1),
            ("soon", 1, 0, 0),
        ] {
            let reading = keys(&[&NEVER.replace("9999-12-31T23:59:59Z", end)]);
            assert_eq!(count(&reading, "active-keys"), Some(active), "{end}");
            assert_eq!(
                count(&reading, "expired-credentials"),
                Some(expired),
                "{end}"
            );
            let fact = fact(&reading, "keys-without-expiry").expect("said");
            assert_eq!(
                fact.value,
                crate::evidence::fact::FactValue::Count(endless),
                "{end}"
            );
            assert_eq!(fact.is_whole, end != "soon", "{end}");
        }
    }

    #[test]
    fn a_disabled_key_is_inactive_and_one_of_no_kind_counts() {
        let reading = keys(&[&format!("{NEVER}, \"disabled\": true")]);
        assert_eq!(count(&reading, "active-keys"), Some(0));
        assert_eq!(count(&reading, "inactive-keys"), Some(1));
        let reading = keys(&[
            r#""validAfterTime": "2024-01-01T00:00:00Z", "validBeforeTime": "9999-12-31T23:59:59Z""#,
        ]);
        assert_eq!(count(&reading, "active-keys"), Some(1));
        assert_eq!(reading.anomalies.len(), 1);
    }

    #[test]
    fn a_private_key_is_told_and_never_leaves() {
        let reading = keys(&[&format!("{NEVER}, \"privateKeyData\": \"aHVudGVyMjI=\"")]);
        assert_eq!(reading.anomalies.len(), 1);
        assert!(!format!("{reading:?}").contains("aHVudGVy"));
    }
}
