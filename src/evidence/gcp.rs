//! Google Cloud: keys of service accounts, API keys, service accounts, and who may do what.

mod accounts;
mod api_keys;
mod bindings;
mod service_keys;

use chrono::{DateTime, Utc};

use super::families::{Family, Format};
use super::input::json::{Document, Json};
use super::reading::{Context, Reading};

/// The family.
pub const FAMILY: Family = Family {
    id: ID,
    title: "Google Cloud identities and keys",
    formats: &[
        Format {
            id: service_keys::ID,
            title: "Keys of a service account",
            read: service_keys::read,
        },
        Format {
            id: api_keys::ID,
            title: "API keys of a project",
            read: api_keys::read,
        },
        Format {
            id: accounts::ID,
            title: "Service accounts of a project",
            read: accounts::read,
        },
        Format {
            id: bindings::ID,
            title: "IAM policy",
            read: bindings::read,
        },
    ],
};

const ID: &str = "gcp";

/// The lists under a key, and bare lists, as `gcloud` prints them; only those with an item of this kind.
fn lists<'d, 'c>(
    file: &'d Document<'c>,
    key: &str,
    is_kind: fn(&Json) -> bool,
) -> Vec<&'d Json<'c>> {
    let views = file.views().into_iter();
    let lists = views.map(|view| view.get(key).unwrap_or(view));
    lists
        .filter(|list| list.items().iter().any(is_kind))
        .collect()
}

/// An empty reading of the file, with what is odd in any file of this family.
fn begun(file: &Document, format: &str, context: &Context) -> Reading {
    let mut reading = context.reading(ID, format, recorded(file));
    for (key, place) in file.duplicates() {
        reading.odd(format!("the key `{key}` stands twice"), place);
    }
    let is_more = |view: &&Json| {
        let token = view.text_of("nextPageToken");
        token.is_some_and(|token| !token.is_empty())
    };
    if file.views().iter().any(is_more) {
        reading.not_whole("`nextPageToken` says that more follow");
    }
    reading
}

/// When a recorded reply was sent, as its header says.
fn recorded(file: &Document) -> Option<DateTime<Utc>> {
    let [root] = file.roots() else {
        return None;
    };
    let date = root
        .get("body")
        .and(root.at(&["headers", "date"]))?
        .text()?;
    Some(DateTime::parse_from_rfc2822(date).ok()?.to_utc())
}

/// The part of a name behind its last slash.
fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::fact::{Fact, FactValue};
    use crate::evidence::input::No;
    use crate::evidence::reading::AsOfSource;
    use crate::evidence::testing::{Read, read_on};

    /// What a format says of a text, on the last of June 2024.
    pub(super) fn said(read: Read, text: &str) -> Result<Reading, No> {
        read_on("2024-06-30", read, text)
    }

    pub(super) fn fact<'r>(reading: &'r Reading, name: &str) -> Option<&'r Fact> {
        reading.facts.iter().find(|fact| fact.name == name)
    }

    pub(super) fn count(reading: &Reading, name: &str) -> Option<u64> {
        match fact(reading, name)?.value {
            FactValue::Count(count) => Some(count),
            _ => None,
        }
    }

    #[test]
    fn formats_take_their_own_only() {
        let texts = [
            r#"[{"name": "projects/a/serviceAccounts/b/keys/1", "keyType": "USER_MANAGED", "validAfterTime": "2024-01-01T00:00:00Z"}]"#,
            r#"{"keys": [{"name": "projects/a/locations/global/keys/1", "uid": "1", "createTime": "2024-01-01T00:00:00Z"}]}"#,
            r#"{"accounts": [{"email": "a@b.iam.gserviceaccount.com", "projectId": "b"}]}"#,
            r#"{"bindings": [{"role": "roles/viewer", "members": []}], "etag": "a"}"#,
            r#"{"keys": [{"kty": "RSA", "kid": "1"}]}"#,
            r#"{"bindings": [{"key": "a"}]}"#,
            r#"{"keys": []}"#,
            "[]",
        ];
        for (at, text) in texts.iter().enumerate() {
            for (format_at, format) in FAMILY.formats.iter().enumerate() {
                let is_taken = said(format.read, text).is_ok();
                assert_eq!(is_taken, at == format_at, "{} {text}", format.id);
            }
        }
    }

    #[test]
    fn a_recorded_reply_speaks_of_the_moment_it_was_sent() {
        let text = r#"{"headers": {"status": "200", "date": "Mon, 26 Feb 2024 15:54:36 GMT"},
            "body": {"accounts": [{"email": "a@b.iam.gserviceaccount.com", "projectId": "b"}]}}"#;
        let reading = said(accounts::read, text).expect("accounts");
        assert_eq!(reading.as_of.by, AsOfSource::Artefact);
        let text = text.replace("Mon,", "Tue,");
        let reading = said(accounts::read, &text).expect("accounts");
        assert_eq!(reading.as_of.by, AsOfSource::Assumed);
    }
}
