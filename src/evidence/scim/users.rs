//! Users and groups as a SCIM service returns them: a list of them (RFC 7644, section 3.4.2) or one.

use std::collections::{BTreeMap, BTreeSet};

use super::{FAMILY_ID, GROUP, LIST, USER, is_of, refusal};
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::identity_list::bounded::mark_length;
use crate::evidence::identity_list::cell::State;
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Reads users or groups.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let Some(found) = find(document) else {
        let what = "no object has the schema of a SCIM user or group, or of a list of them";
        return Err(refusal(document, what));
    };
    let mut reading = context.reading(FAMILY_ID, "users", None);
    for (key, place) in document.duplicates() {
        reading.odd(format!("the key `{key}` stands twice in one object"), place);
    }
    if let Some(item) = found.twice.first() {
        let what = match found.twice.len() {
            1 => "its id stands twice in the list".to_owned(),
            count => format!(
                "its id stands twice in the list, as {} others do",
                count - 1
            ),
        };
        reading.odd(what, document.place(item));
    }
    reading.items = (found.users.len() + found.groups) as u64;
    if found.pages.is_empty() {
        reading.not_whole("it is a single resource");
    }
    for why in found.gaps() {
        reading.not_whole(why);
    }
    mark_length(&mut reading);
    if !found.users.is_empty() || found.groups == 0 {
        found.tell(document, &mut reading);
    }
    Ok(reading.finished())
}

/// What a document holds of SCIM.
struct Found<'d, 'c> {
    /// Lists, in the order of the file: pages of one, or of several.
    pages: Vec<&'d Json<'c>>,
    users: Vec<&'d Json<'c>>,
    groups: usize,
    ids: BTreeSet<String>,
    /// What bears an id that stood before.
    twice: Vec<&'d Json<'c>>,
}

fn find<'d, 'c>(document: &'d Document<'c>) -> Option<Found<'d, 'c>> {
    let mut found = Found {
        pages: vec![],
        users: vec![],
        groups: 0,
        ids: BTreeSet::new(),
        twice: vec![],
    };
    for view in document.views() {
        let resources = view.get("Resources").filter(|list| list.is_list());
        match resources {
            Some(list) if is_of(view, LIST) || list.items().iter().any(is_resource) => {
                // Other resources, such as schemas, make no list of users; an empty list may be one.
                if list.items().is_empty() || list.items().iter().any(is_resource) {
                    found.pages.push(view);
                    list.items().iter().for_each(|item| found.take(item));
                }
            }
            Some(_) => {}
            None => {
                let items = view.one_or_more().iter();
                items
                    .filter(|item| is_answer(item))
                    .for_each(|item| found.take(item));
            }
        }
    }
    let is_any = !found.pages.is_empty() || !found.users.is_empty() || found.groups > 0;
    is_any.then_some(found)
}

/// Whether a resource outside a list was returned: a service gives each an id and a description of it,
/// which a request to make or replace one does not bear.
fn is_answer(value: &Json) -> bool {
    is_resource(value) && value.has("id") && value.has("meta")
}

fn is_resource(value: &Json) -> bool {
    is_of(value, USER) || is_of(value, GROUP)
}

impl<'d, 'c> Found<'d, 'c> {
    fn take(&mut self, item: &'d Json<'c>) {
        let is_new = item
            .text_of("id")
            .is_none_or(|id| self.ids.insert(id.to_owned()));
        match (is_new, is_of(item, USER)) {
            (false, _) => self.twice.push(item),
            (true, true) => self.users.push(item),
            (true, false) => self.groups += usize::from(is_of(item, GROUP)),
        }
    }

    /// What shows that there are more than are listed. Pages of one list bear the same total.
    fn gaps(&self) -> Vec<String> {
        let mut lists: BTreeMap<(u64, bool), usize> = BTreeMap::new();
        let mut gaps = vec![];
        for page in &self.pages {
            let items = page.get("Resources").map_or(&[][..], Json::items);
            match page.number_of("totalResults") {
                Some(total) => {
                    let is_users = items.first().is_some_and(|item| is_of(item, USER));
                    *lists.entry((total.max(0.0) as u64, is_users)).or_default() += items.len();
                }
                None => gaps.push("it does not say how many there are (`totalResults`)".to_owned()),
            }
        }
        let twice = self.twice.len();
        for ((total, _), listed) in lists {
            let listed = listed.saturating_sub(twice) as u64;
            if total > listed {
                gaps.push(format!(
                    "`totalResults` is {total}, and {listed} are listed"
                ));
            }
        }
        gaps
    }

    fn tell(&self, document: &Document, reading: &mut Reading) {
        let count = |state: State| {
            self.users
                .iter()
                .filter(move |user| is_active(user) == state)
        };
        let place = match self.pages.first().and_then(|page| page.get("Resources")) {
            Some(list) => document.place(list),
            None => self
                .users
                .first()
                .map_or(Place::default(), |user| document.place(user)),
        };
        let basis = match self.pages.is_empty() {
            true => Basis::Sample,
            false => Basis::CompleteList,
        };
        let say = |name: &'static str, number: usize, place: Place| {
            Fact::new(name, FactValue::Count(number as u64), basis, place)
        };
        reading.say(say("users", self.users.len(), place.clone()));
        let unknown = count(State::Unknown).count();
        if unknown < self.users.len() {
            let first = count(State::Active).next();
            let place = first.map_or(place, |user| document.place(user));
            let active = say("active-identities", count(State::Active).count(), place);
            reading.say(match unknown {
                0 => active,
                _ => active.in_part(),
            });
        }
    }
}

/// Whether a user works; one that does not say is neither active nor inactive.
pub(in crate::evidence) fn is_active(user: &Json) -> State {
    match user.truth_of("active") {
        Some(true) => State::Active,
        Some(false) => State::Inactive,
        None => State::Unknown,
    }
}

/// The users in a document, and whether they are all there are; none where it holds none of SCIM.
pub(in crate::evidence) fn users<'d, 'c>(
    document: &'d Document<'c>,
) -> Option<(Vec<&'d Json<'c>>, bool)> {
    let found = find(document)?;
    let is_whole = !found.pages.is_empty() && found.gaps().is_empty();
    Some((found.users, is_whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::testing::read_on;

    fn result(text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    fn user(name: &str, rest: &str) -> String {
        format!(r#"{{"schemas": ["{USER}"], "id": "{name}", "userName": "{name}" {rest}}}"#)
    }

    fn list(total: &str, users: &[String]) -> String {
        let users = users.join(",");
        format!(r#"{{"schemas": ["{LIST}"], {total} "Resources": [{users}]}}"#)
    }

    fn counts(reading: &Reading) -> Vec<(&str, &FactValue, Basis)> {
        let facts = reading.facts.iter();
        facts
            .map(|fact| (fact.name.as_ref(), &fact.value, fact.basis))
            .collect()
    }

    #[test]
    fn active_may_be_a_text_and_may_be_missing() {
        let users = [
            user("a", r#", "active": true"#),
            user("b", r#", "active": "True""#),
            user("c", r#", "active": false"#),
            user("d", ""),
        ];
        let reading = result(&list(r#""totalResults": 4,"#, &users)).expect("a list");
        let wanted = [
            ("users", &FactValue::Count(4), Basis::CompleteList),
            (
                "active-identities",
                &FactValue::Count(2),
                Basis::CompleteList,
            ),
        ];
        assert_eq!(counts(&reading), wanted);
        assert!(!reading.facts[1].is_whole);
    }

    #[test]
    fn a_page_of_more_is_a_part_and_a_whole_one_is_not() {
        for (total, basis) in [
            (r#""totalResults": 1,"#, Basis::CompleteList),
            (r#""totalResults": 2,"#, Basis::Sample),
            ("", Basis::Sample),
        ] {
            let reading = result(&list(total, &[user("a", "")])).expect("a list");
            assert_eq!(
                counts(&reading),
                [("users", &FactValue::Count(1), basis)],
                "{total}"
            );
        }
    }

    #[test]
    fn a_page_that_stands_twice_fills_no_gap() {
        let page = list(r#""totalResults": 2,"#, &[user("a", "")]);
        let reading = result(&format!("{page}\n{page}")).expect("a list");
        assert_eq!(
            counts(&reading),
            [("users", &FactValue::Count(1), Basis::Sample)]
        );
        assert_eq!(reading.anomalies.len(), 1);
        let next = list(r#""totalResults": 2,"#, &[user("b", "")]);
        let reading = result(&format!("{page}\n{next}")).expect("a list");
        assert_eq!(
            counts(&reading),
            [("users", &FactValue::Count(2), Basis::CompleteList)]
        );
    }

    #[test]
    fn an_empty_list_proves_nothing() {
        let reading = result(&list(r#""totalResults": 0,"#, &[])).expect("a list");
        assert_eq!(
            counts(&reading),
            [("users", &FactValue::Count(0), Basis::Sample)]
        );
    }

    #[test]
    fn one_user_is_one_and_a_request_for_one_is_none() {
        let text = user("a", r#", "active": true, "meta": {"resourceType": "User"}"#);
        let reading = result(&text).expect("a user");
        assert_eq!(reading.facts[1].basis, Basis::Sample);
        assert_eq!(reading.partial, ["it is a single resource"]);
        for key in ["id", "meta"] {
            let request = text.replace(&format!("\"{key}\""), "\"externalId\"");
            let Err(No::NotMine(why)) = result(&request) else {
                panic!("it is no evidence");
            };
            assert!(why.contains("request"), "{why}");
        }
    }

    #[test]
    fn requests_are_named_as_such() {
        let patch =
            r#"{"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": []}"#;
        let Err(No::NotMine(why)) = result(patch) else {
            panic!("it is no evidence");
        };
        assert!(why.contains("`PatchOp`"), "{why}");
    }

    #[test]
    fn lists_of_other_things_are_not_taken() {
        let text = list(
            r#""totalResults": 1,"#,
            &[r#"{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"]}"#.to_owned()],
        );
        assert!(matches!(result(&text), Err(No::NotMine(_))));
    }

    #[test]
    fn groups_alone_say_nothing_of_users() {
        let group = format!(r#"{{"schemas": ["{GROUP}"], "id": "g"}}"#);
        let reading = result(&list(r#""totalResults": 1,"#, &[group])).expect("a list");
        assert_eq!(reading.facts, []);
        assert_eq!(reading.items, 1);
    }
}
