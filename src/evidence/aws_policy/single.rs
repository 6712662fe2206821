//! Policy documents alone: a document, or the answer of `get-policy-version`, `get-role-policy` and the
//! like.

use super::document;
use super::granted::{Granted, Grants};
use super::statement::Policy;
use crate::evidence::fact::Basis;
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "policy";

/// Reads the policies of identities in a file.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let file = input.json()?;
    let mut policies: Vec<(&Json, &Json, Policy)> = vec![];
    for view in file.views() {
        for holder in view.one_or_more() {
            let holder = holder.get("PolicyVersion").unwrap_or(holder);
            let held = ["PolicyDocument", "Document"].iter();
            let value = held
                .filter_map(|key| holder.get(key))
                .next()
                .unwrap_or(holder);
            if let Some(policy) = document::policy(value).filter(|one| !one.names_principals()) {
                policies.push((holder, value, policy));
            }
        }
    }
    let Some((_, first, _)) = policies.first() else {
        let why = "no object has a `Statement` with `Effect` and `Action` and without `Principal`";
        return Err(No::not_mine(why));
    };
    let mut reading = context.reading(super::ID, ID, None);
    for (key, place) in file.duplicates() {
        reading.odd(format!("the key `{key}` stands twice"), place);
    }
    let mut granted = Granted::default();
    for (holder, value, policy) in &policies {
        let place = file.place(value);
        if holder.truth_of("IsDefaultVersion") == Some(false) {
            reading.odd("the version is not the one in force", place);
            continue;
        }
        reading.items += 1;
        granted.add(Grants::of(policy), &place, &mut reading);
    }
    if reading.items == 0 {
        reading.not_whole("no version in it is in force");
    } else {
        granted.say(Basis::Configured, &file.place(first), &mut reading);
    }
    Ok(reading.finished())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::fact::FactValue;
    use crate::evidence::testing::read_on;

    fn try_read(text: &str) -> Result<Reading, No> {
        read_on("2024-06-30", read, text)
    }

    const ALL: &str = r#"{"Version": "2012-10-17",
        "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;

    #[test]
    fn a_document_is_found_wherever_the_api_puts_it() {
        let encoded = "%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22%2A%22%2C%22Resource%22%3A%22%2A%22%7D%7D";
        for (text, path) in [
            (ALL.to_owned(), ""),
            (format!("[{ALL}]"), "/0"),
            (
                format!("{{\"RoleName\": \"a\", \"PolicyDocument\": {ALL}}}"),
                "/PolicyDocument",
            ),
            (
                format!(
                    "{{\"PolicyVersion\": {{\"Document\": \"{encoded}\", \"IsDefaultVersion\": true}}}}"
                ),
                "/PolicyVersion/Document",
            ),
            (
                format!("{{\"status_code\": 200, \"data\": {{\"PolicyDocument\": {ALL}}}}}"),
                "/data/PolicyDocument",
            ),
        ] {
            let reading = try_read(&text).expect("a policy");
            let fact = &reading.facts[0];
            assert_eq!(
                (&*fact.name, &fact.value),
                ("wildcard-policies", &FactValue::Count(1))
            );
            assert_eq!(fact.place.path, path);
            assert!(!fact.is_whole, "boundaries are not in the file");
        }
    }

    #[test]
    fn a_version_out_of_force_grants_nothing_and_proves_nothing() {
        let text =
            format!("{{\"PolicyVersion\": {{\"Document\": {ALL}, \"IsDefaultVersion\": false}}}}");
        let reading = try_read(&text).expect("a policy");
        assert!(reading.facts.is_empty() && !reading.partial.is_empty());
    }

    #[test]
    fn policies_of_resources_and_other_objects_are_not_taken() {
        for text in [
            r#"{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"}]}"#,
            r#"{"Statement": "a"}"#,
            r#"{"Statement": []}"#,
            r#"{"Statement": [{"Effect": "Allow"}]}"#,
            "[]",
        ] {
            assert!(matches!(try_read(text), Err(No::NotMine(_))), "{text}");
        }
    }
}
