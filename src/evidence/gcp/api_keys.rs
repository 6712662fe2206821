//! API keys of a project: the answer of `apikeys.v2` `keys.list`. They have no end, so their age is all that
//! tells of rotation.

use crate::evidence::aws_keys::ages::{Key, KeyAges};
use crate::evidence::fact::Basis;
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::redact;
use crate::evidence::time;

/// Id of the format.
pub(super) const ID: &str = "api-keys";

/// Reads the keys of a file.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let file = input.json()?;
    let is_key = |item: &Json| {
        let name = item.text_of("name").unwrap_or_default();
        let is_named = name.contains("/locations/") && name.contains("/keys/");
        is_named && item.has("uid") && item.has("createTime")
    };
    let lists = super::lists(file, "keys", is_key);
    let Some(first) = lists.first() else {
        let why =
            "no list has an item named `.../locations/.../keys/...` with `uid` and `createTime`";
        return Err(No::not_mine(why));
    };
    let mut reading = super::begun(file, ID, context);
    let mut ages = KeyAges::default();
    for item in lists.iter().flat_map(|list| list.items()) {
        reading.items += 1;
        // A deleted key is listed for 30 days more, on demand.
        if item.has("deleteTime") {
            continue;
        }
        let id = item.text_of("uid").unwrap_or_default();
        let key = Key {
            name: format!("API key {}", redact::tail(id)),
            created: item.get("createTime").and_then(time::of_json),
            place: file.place(item),
        };
        ages.add(key, &mut reading);
    }
    ages.say(Basis::CompleteList, &file.place(first), &mut reading);
    Ok(reading.finished())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, fact, said};
    use super::*;
    use crate::evidence::fact::FactValue;
    use crate::evidence::time::DAY;

    #[test]
    fn keys_are_counted_without_the_deleted_and_their_strings_stay() {
        let text = r#"{"keys": [
            {"name": "projects/1/locations/global/keys/a", "uid": "0123456789abcdef",
             "createTime": "2024-06-10T00:00:00Z", "keyString": "hunter22"},
            {"name": "projects/1/locations/global/keys/b", "uid": "0123456789abcdee",
             "createTime": "2020-06-10T23:59:59Z", "deleteTime": "2024-06-12T23:59:59Z"}]}"#;
        let reading = said(read, text).expect("keys");
        assert_eq!(count(&reading, "active-keys"), Some(1));
        let oldest = fact(&reading, "oldest-active-key-age").expect("said");
        assert_eq!(oldest.value, FactValue::Duration(20.0 * DAY));
        assert_eq!(oldest.about.as_deref(), Some("API key …cdef"));
        assert!(!format!("{reading:?}").contains("hunter22"));
    }

    #[test]
    fn a_page_with_more_behind_it_is_not_whole() {
        let text = r#"{"keys": [{"name": "projects/1/locations/global/keys/a", "uid": "1",
            "createTime": "2024-06-10T23:59:59Z"}], "nextPageToken": "x"}"#;
        let reading = said(read, text).expect("keys");
        let active = fact(&reading, "active-keys").expect("said");
        assert_eq!(active.basis, Basis::Sample);
        let reading = said(read, &text.replace("\"x\"", "\"\"")).expect("keys");
        assert!(reading.partial.is_empty());
    }
}
