//! An OpenID Connect provider that an account trusts: the answer of `get-open-id-connect-provider`.

use std::collections::BTreeSet;

use crate::evidence::fact::{Basis, Fact, FactValue};
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "oidc-provider";

/// Reads the providers of a file.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let file = input.json()?;
    let is_provider = |view: &&Json| {
        let lists = ["ClientIDList", "ThumbprintList"];
        view.text_of("Url").is_some()
            && lists
                .iter()
                .all(|key| view.get(key).is_some_and(Json::is_list))
    };
    let views = file.views();
    let providers: Vec<&Json> = views.into_iter().filter(is_provider).collect();
    if providers.is_empty() {
        let why = "no object has `Url` beside the lists `ClientIDList` and `ThumbprintList`";
        return Err(No::not_mine(why));
    }
    let mut reading = context.reading(super::ID, ID, None);
    for (key, place) in file.duplicates() {
        reading.odd(format!("the key `{key}` stands twice"), place);
    }
    for provider in providers {
        reading.items += 1;
        let list = provider.get("ClientIDList").expect("it was seen");
        let names = list.items().iter().filter_map(Json::text);
        let names: BTreeSet<String> = names.map(str::to_owned).collect();
        let url = provider.text_of("Url").expect("it was seen");
        let value = FactValue::Set(names);
        let fact = Fact::new(
            "trust-audiences",
            value,
            Basis::Configured,
            file.place(list),
        );
        reading.say(fact.about(url));
    }
    Ok(reading.finished())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::testing::read_on;

    fn try_read(text: &str) -> Result<Reading, No> {
        read_on("2024-06-30", read, text)
    }

    #[test]
    fn a_provider_tells_its_audiences() {
        let text =
            r#"{"Url": "token.example.com", "ClientIDList": ["b", "a"], "ThumbprintList": []}"#;
        let reading = try_read(text).expect("a provider");
        let names = BTreeSet::from(["a".to_owned(), "b".to_owned()]);
        assert_eq!(reading.facts[0].value, FactValue::Set(names));
        assert_eq!(reading.facts[0].about.as_deref(), Some("token.example.com"));
    }

    #[test]
    fn other_objects_are_not_taken() {
        for text in [
            r#"{"Url": "a", "ClientIDList": []}"#,
            r#"{"ThumbprintList": []}"#,
        ] {
            assert!(matches!(try_read(text), Err(No::NotMine(_))), "{text}");
        }
    }
}
