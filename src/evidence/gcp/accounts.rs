//! Service accounts of a project: the answer of `serviceAccounts.list`.

use crate::evidence::aws_keys::found::Found;
use crate::evidence::fact::Basis;
use crate::evidence::input::json::Json;
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "service-accounts";

/// Reads the accounts of a file.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let file = input.json()?;
    let is_account = |item: &Json| {
        let mail = item.text_of("email").unwrap_or_default();
        mail.ends_with(".gserviceaccount.com") && (item.has("projectId") || item.has("uniqueId"))
    };
    let lists = super::lists(file, "accounts", is_account);
    let Some(first) = lists.first() else {
        let why = "no list has an item with an `email` of `gserviceaccount.com` and `projectId` or `uniqueId`";
        return Err(No::not_mine(why));
    };
    let mut reading = super::begun(file, ID, context);
    let (mut all, mut active) = (Found::default(), Found::default());
    for item in lists.iter().flat_map(|list| list.items()) {
        let place = file.place(item);
        if !is_account(item) {
            reading.odd("an item is no service account", place);
            reading.not_whole("an item cannot be read");
            continue;
        }
        reading.items += 1;
        all.add(&place);
        // Google leaves `disabled` out where it is false.
        if item.truth_of("disabled") != Some(true) {
            active.add(&place);
        }
    }
    let whole = file.place(first);
    reading.say(all.fact("machine-identities", Basis::CompleteList, &whole));
    reading.say(active.fact("active-identities", Basis::CompleteList, &whole));
    Ok(reading.finished())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{count, said};
    use super::*;

    #[test]
    fn disabled_accounts_exist_and_are_not_active() {
        let text = r#"[{"email": "a@p.iam.gserviceaccount.com", "projectId": "p"},
            {"email": "b@p.iam.gserviceaccount.com", "uniqueId": "1", "disabled": true},
            {"email": "c@example.com", "projectId": "p"}]"#;
        let reading = said(read, text).expect("accounts");
        assert_eq!(count(&reading, "machine-identities"), Some(2));
        assert_eq!(count(&reading, "active-identities"), Some(1));
        assert_eq!(reading.partial, ["an item cannot be read"]);
    }
}
