//! Users of Microsoft Entra, as Graph lists them.

use super::FAMILY_ID;
use super::accounts::{Account, Accounts};
use super::bounded::{Places, mark_length};
use super::cell::{Principal, State};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Reads a list of users.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let lists = lists(document);
    if lists.is_empty() {
        let what = "no `value` lists objects with `userPrincipalName` and `accountEnabled`";
        return Err(No::not_mine(what));
    }
    let mut reading = context.reading(FAMILY_ID, "entra-users", None);
    for (key, place) in document.duplicates() {
        reading.odd(format!("the key `{key}` stands twice in one object"), place);
    }
    let (mut accounts, mut places) = (Accounts::default(), Places::default());
    for user in lists.iter().flat_map(|list| users_of(list)) {
        reading.items += 1;
        accounts.add(account(user), places.next(document, user));
    }
    if lists.last().is_some_and(|list| list.has("@odata.nextLink")) {
        reading.not_whole("`@odata.nextLink` names a further page");
    }
    mark_length(&mut reading);
    accounts.tell(&mut reading);
    Ok(reading.finished())
}

fn lists<'d, 'c>(document: &'d Document<'c>) -> Vec<&'d Json<'c>> {
    let views = document.views().into_iter();
    views
        .filter(|view| users_of(view).next().is_some())
        .collect()
}

fn users_of<'j, 'c>(list: &'j Json<'c>) -> impl Iterator<Item = &'j Json<'c>> {
    let value = list.get("value").map_or(&[][..], Json::items);
    let is_user = |user: &&Json| user.has("userPrincipalName") && user.has("accountEnabled");
    value.iter().filter(is_user)
}

fn account(user: &Json) -> Account {
    Account {
        state: match user.truth_of("accountEnabled") {
            Some(true) => State::Active,
            Some(false) => State::Inactive,
            None => State::Unknown,
        },
        principal: Principal::Person,
    }
}

/// The users in a document, and whether they are all there are; none where it lists none.
pub(in crate::evidence) fn users<'d, 'c>(
    document: &'d Document<'c>,
) -> Option<(Vec<&'d Json<'c>>, bool)> {
    let lists = lists(document);
    let is_whole = !lists.last()?.has("@odata.nextLink");
    let users = lists.iter().flat_map(|list| users_of(list)).collect();
    Some((users, is_whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::fact::{Basis, FactValue};
    use crate::evidence::testing::read_on;

    fn result(text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    const USERS: &str = r#"{"value": [
        {"userPrincipalName": "a@example.com", "accountEnabled": true},
        {"userPrincipalName": "b@example.com", "accountEnabled": false}
    ]}"#;

    #[test]
    fn enabled_accounts_are_active() {
        let reading = result(USERS).expect("users");
        let values: Vec<&FactValue> = reading.facts.iter().map(|fact| &fact.value).collect();
        let wanted = [2, 1, 0].map(FactValue::Count);
        assert_eq!(values, wanted.iter().collect::<Vec<_>>());
        assert_eq!(reading.facts[0].basis, Basis::CompleteList);
    }

    #[test]
    fn a_further_page_makes_it_a_part() {
        let text = USERS.replacen('{', r#"{"@odata.nextLink": "https://example.com/2", "#, 1);
        let reading = result(&text).expect("users");
        assert_eq!(reading.facts[0].basis, Basis::Sample);
    }

    #[test]
    fn people_without_a_state_are_not_taken() {
        let text = r#"{"value": [{"userPrincipalName": "a@example.com"}]}"#;
        assert!(matches!(result(text), Err(No::NotMine(_))));
    }
}
