//! Whom roles trust: the answers of `list-roles` and `get-role`, and trust policies alone.

mod judged;

pub(super) use self::judged::{Holder, Trust, Trusts};

use super::document;
use super::statement::Policy;
use crate::evidence::aws_keys::more_follows;
use crate::evidence::fact::Basis;
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Id of the format.
pub(super) const ID: &str = "trust";

/// Reads the roles and trusts of a file.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let file = input.json()?;
    let views = file.views();
    let lists: Vec<&Json> = views.iter().filter_map(|view| list(view)).collect();
    let single: Vec<&Json> = views.iter().filter_map(|view| alone(view)).collect();
    let Some(first) = lists.first().or(single.first()) else {
        let why = "no object has `AssumeRolePolicyDocument`, or is a policy that lets somebody assume a role";
        return Err(No::not_mine(why));
    };
    let mut reading = context.reading(super::ID, ID, None);
    for (key, place) in file.duplicates() {
        reading.odd(format!("the key `{key}` stands twice"), place);
    }
    let mut trusts = Trusts::default();
    for role in lists.iter().flat_map(|list| list.items()) {
        add(
            &mut trusts,
            role.get("AssumeRolePolicyDocument"),
            role,
            file,
            &mut reading,
        );
    }
    for trust in &single {
        add(&mut trusts, Some(trust), trust, file, &mut reading);
    }
    for view in views.iter().filter(|view| list(view).is_some()) {
        if let Some(why) = more_follows(view) {
            reading.not_whole(why);
        }
    }
    let basis = match (lists.is_empty(), single.is_empty()) {
        (false, true) => Basis::CompleteList,
        _ => Basis::Configured,
    };
    if reading.items == 0 {
        reading.not_whole("the list is empty");
    }
    trusts.say(basis, !single.is_empty(), &file.place(first), &mut reading);
    Ok(reading.finished())
}

/// The roles of a view, where one has a trust.
fn list<'v, 'c>(view: &'v Json<'c>) -> Option<&'v Json<'c>> {
    let roles = view.get("Roles").unwrap_or(view);
    let is_role = |role: &Json| role.has("AssumeRolePolicyDocument");
    roles.items().iter().any(is_role).then_some(roles)
}

/// The trust of a view that holds one.
fn alone<'v, 'c>(view: &'v Json<'c>) -> Option<&'v Json<'c>> {
    let role = view.get("Role").unwrap_or(view);
    if let Some(trust) = role.get("AssumeRolePolicyDocument") {
        return Some(trust);
    }
    let is_trust = |policy: Policy| {
        let mut all = policy.statements.iter();
        all.all(|one| one.actions.are_of("sts:") && !one.principals.is_empty())
    };
    (view.is_map() && document::policy(view).is_some_and(is_trust)).then_some(view)
}

fn add(
    trusts: &mut Trusts,
    value: Option<&Json>,
    role: &Json,
    file: &Document,
    reading: &mut Reading,
) {
    reading.items += 1;
    match value.and_then(document::policy) {
        Some(policy) => trusts.add(&Trust::of(&policy), &file.place(role), reading),
        None => {
            reading.odd("a trust policy cannot be read", file.place(role));
            reading.not_whole("a trust policy cannot be read");
        }
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

    const OPEN: &str = r#"{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"},
        "Action": "sts:AssumeRole"}]}"#;
    const SERVICE: &str = r#"{"Statement": [{"Effect": "Allow",
        "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}"#;

    fn open(reading: &Reading) -> (FactValue, bool) {
        let mut facts = reading.facts.iter();
        let fact = facts.find(|fact| fact.name == "trusts-open").expect("said");
        (fact.value.clone(), fact.is_whole)
    }

    #[test]
    fn a_list_of_roles_is_whole_and_one_trust_is_a_part() {
        let list = format!(
            "{{\"Roles\": [{{\"RoleName\": \"a\", \"AssumeRolePolicyDocument\": {SERVICE}}},\
             {{\"RoleName\": \"b\", \"AssumeRolePolicyDocument\": {OPEN}}}]}}"
        );
        let reading = try_read(&list).expect("roles");
        assert_eq!(open(&reading), (FactValue::Count(1), true));
        assert_eq!(reading.items, 2);
        assert_eq!(reading.facts[1].place.path, "/Roles/1");
        for text in [
            format!("{{\"Role\": {{\"AssumeRolePolicyDocument\": {OPEN}}}}}"),
            OPEN.to_owned(),
        ] {
            let reading = try_read(&text).expect("a trust");
            assert_eq!(open(&reading), (FactValue::Count(1), false));
        }
    }

    #[test]
    fn a_trust_that_cannot_be_read_makes_the_list_a_part() {
        let list = format!(
            "{{\"Roles\": [{{\"AssumeRolePolicyDocument\": \"%zz\"}},\
             {{\"AssumeRolePolicyDocument\": {SERVICE}}}], \"IsTruncated\": true}}"
        );
        let reading = try_read(&list).expect("roles");
        assert_eq!(open(&reading).0, FactValue::Count(0));
        assert!(reading.facts.iter().all(|fact| fact.basis == Basis::Sample));
        assert_eq!(reading.partial.len(), 2);
    }

    #[test]
    fn policies_that_are_no_trusts_are_not_taken() {
        for text in [
            r#"{"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}]}"#,
            r#"{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*"}]}"#,
            r#"{"Roles": []}"#,
            "{}",
        ] {
            assert!(matches!(try_read(text), Err(No::NotMine(_))), "{text}");
        }
    }
}
