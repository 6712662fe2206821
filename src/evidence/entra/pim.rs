//! Role assignments: who holds which directory role for good, and who for a time.
//!
//! An assignment without an end that was not activated is permanent. The plain `roleAssignments` list has no
//! ends at all, and in it an activation of an hour looks like a permanent right: such rows prove neither.

use std::collections::BTreeSet;

use super::roles::{self, Power};
use super::{Counted, Objects, counted, field, has_word, moment, odd, tell, word};
use crate::evidence::fact::{Basis, Fact, FactValue};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No, Refusal};
use crate::evidence::reading::{Context, Reading};

/// Whether an assignment ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Never,
    Set,
    Unknown,
}

/// Who holds a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    Person,
    Group,
    Machine,
    Unknown,
}

/// What is counted.
#[derive(Default)]
struct Sums<'d> {
    people: Counted<'d>,
    machines: Counted<'d>,
    standing: Counted<'d>,
    timed: Counted<'d>,
    groups: Counted<'d>,
    holders_known: u64,
    holders_unknown: Counted<'d>,
    ends_unknown: Counted<'d>,
    roles_unknown: Counted<'d>,
    top_roles: BTreeSet<&'static str>,
}

/// Reads role assignments.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let contexts = ["roleAssignmentScheduleInstances", "roleAssignmentSchedules"];
    let found = Objects::find(document, is_assignment, &contexts);
    let found = found.ok_or_else(|| {
        No::not_mine(
            "no object has `roleDefinitionId` beside `principalId` and a scope in the directory",
        )
    })?;
    let mut reading = found.reading(document, "pim", context);
    if found.all.is_empty() {
        return Ok(found.nothing(reading, document, "standing-privileged"));
    }
    if found.all.iter().all(|row| is_request(row)) {
        let what = "it lists requests for roles, not roles that are held";
        let help = "export roleManagement/directory/roleAssignmentScheduleInstances";
        return Err(Refusal::new(what, help).into());
    }
    let is_held = |row: &&Json| !is_eligible(row) && !is_request(row);
    if !found.all.iter().copied().any(|row| is_held(&row)) {
        let what = "it lists roles that can be activated, not roles that are held";
        let help = "export roleManagement/directory/roleAssignmentScheduleInstances";
        return Err(Refusal::new(what, help).into());
    }
    let mut sums = Sums::default();
    let mut seen = BTreeSet::new();
    for row in found.all.iter().copied().filter(is_held) {
        if word(row, "id").is_some_and(|id| !seen.insert(id)) {
            odd(&mut reading, document, "an assignment stands twice", row);
            continue;
        }
        count(row, &mut sums, document, &mut reading);
    }
    if !found.is_list {
        reading.not_whole("it holds single assignments: the others are missing");
    }
    note(&sums, document, &mut reading);
    say(&sums, document, found.holder, &mut reading);
    Ok(reading.finished())
}

fn is_assignment(object: &Json) -> bool {
    let is_role = word(object, "roleDefinitionId").is_some();
    let is_held = word(object, "principalId").is_some() || field(object, "principal").is_some();
    // Azure's own role assignments, of subscriptions, have a `scope` instead.
    let of_directory = [
        "assignmentType",
        "directoryScopeId",
        "appScopeId",
        "memberType",
    ];
    is_role && is_held && of_directory.iter().any(|key| field(object, key).is_some())
}

/// Whether a row is a role that its holder may activate. Schedules of eligibility bear the same keys as those
/// of assignment, but for how the role was assigned.
fn is_eligible(row: &Json) -> bool {
    let is_schedule = field(row, "scheduleInfo").is_some() && !is_request(row);
    field(row, "roleEligibilityScheduleId").is_some()
        || word(row, "@odata.type").is_some_and(|kind| kind.contains("Eligibility"))
        || is_schedule && field(row, "assignmentType").is_none()
}

/// Whether a row asks for a role, which may have been refused, withdrawn or used up since.
fn is_request(row: &Json) -> bool {
    word(row, "action").is_some() && field(row, "assignmentType").is_none()
}

fn count<'d>(row: &'d Json<'d>, sums: &mut Sums<'d>, document: &Document, reading: &mut Reading) {
    let Some((power, name)) = power(row) else {
        sums.roles_unknown.add(row);
        return;
    };
    match end(row, document, reading) {
        End::Set => sums.timed.add(row),
        End::Unknown => sums.ends_unknown.add(row),
        End::Never => {
            sums.standing.add(row);
            if power == Power::Top {
                sums.top_roles.insert(name);
                standing_top(row, sums);
            }
        }
    }
}

fn standing_top<'d>(row: &'d Json<'d>, sums: &mut Sums<'d>) {
    match holder(row) {
        Holder::Machine => sums.machines.add(row),
        Holder::Person => sums.people.add(row),
        Holder::Group => {
            sums.groups.add(row);
            sums.people.add(row);
        }
        Holder::Unknown => {
            sums.holders_unknown.add(row);
            sums.people.add(row);
            return;
        }
    }
    sums.holders_known += 1;
}

/// The power of the role, by its id or by what the reply expands of it.
fn power(row: &Json) -> Option<(Power, &'static str)> {
    let role = field(row, "roleDefinition");
    let template = role.and_then(|role| word(role, "templateId"));
    let ids = [word(row, "roleDefinitionId"), template];
    let known = ids.into_iter().flatten().find_map(roles::power);
    let is_privileged = role.and_then(|role| field(role, "isPrivileged")?.holds_true());
    match (known, is_privileged) {
        (Some(known), _) => Some(known),
        (None, Some(true)) => Some((Power::Privileged, "a role of the tenant's own")),
        (None, _) => None,
    }
}

fn end(row: &Json, document: &Document, reading: &mut Reading) -> End {
    let schedule = field(row, "scheduleInfo").and_then(|info| field(info, "expiration"));
    let kind = schedule.and_then(|schedule| word(schedule, "type"));
    let kind = kind.unwrap_or_default();
    if kind.eq_ignore_ascii_case("noExpiration") {
        return End::Never;
    }
    if kind.eq_ignore_ascii_case("afterDuration") {
        return End::Set;
    }
    let is_activated = has_word(
        &[word(row, "assignmentType").unwrap_or_default()],
        "Activated",
    );
    let date = field(row, "endDateTime");
    match date.or_else(|| field(schedule?, "endDateTime")) {
        None => End::Unknown,
        Some(none) if none.is_null() && !is_activated => End::Never,
        Some(date) => match moment(date) {
            Some(moment) if moment.is_never() => End::Never,
            Some(_) => End::Set,
            None => {
                let what = match is_activated {
                    true => "an activated role has no end",
                    false => "the end of an assignment is no date",
                };
                odd(reading, document, what, row);
                End::Unknown
            }
        },
    }
}

/// Who holds the role, where the reply expands it.
fn holder(row: &Json) -> Holder {
    let principal = field(row, "principal");
    let extra = principal.and_then(|principal| field(principal, "AdditionalProperties"));
    let kinds = [
        word(row, "principalType"),
        principal.and_then(|principal| word(principal, "@odata.type")),
        extra.and_then(|extra| word(extra, "@odata.type")),
    ];
    let kind = kinds.into_iter().flatten().next().unwrap_or_default();
    let kind = kind.rsplit('.').next().unwrap_or_default();
    match kind.to_ascii_lowercase().as_str() {
        "user" => Holder::Person,
        "group" => Holder::Group,
        "serviceprincipal" | "agentidentity" => Holder::Machine,
        _ => Holder::Unknown,
    }
}

/// Tells what the reader has to know of the counts.
fn note(sums: &Sums, document: &Document, reading: &mut Reading) {
    let what = "of the highest roles with an unknown holder, counted as a person's";
    tell(reading, document, &sums.holders_unknown, "assignment", what);
    let what = "of the highest roles to a group, counted as one person's";
    tell(reading, document, &sums.groups, "assignment", what);
    if sums.ends_unknown.count > 0 {
        let number = counted(sums.ends_unknown.count, "privileged assignment");
        reading.not_whole(format!(
            "{number} with an unknown end; roleAssignmentScheduleInstances tells it"
        ));
    }
}

fn say(sums: &Sums, document: &Document, holder: &Json, reading: &mut Reading) {
    let fact = |name: &'static str, of: &Counted| {
        let place = of.place(document, holder);
        Fact::new(name, FactValue::Count(of.count), Basis::CompleteList, place)
    };
    let top = |name: &'static str, of: &Counted| {
        let fact = fact(name, of);
        match of.count {
            0 => fact,
            _ => fact.about(
                sums.top_roles
                    .iter()
                    .copied()
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
        }
    };
    // Where no end can be told, a count of none would be a guess.
    let is_told = |of: &Counted| of.count > 0 || sums.ends_unknown.count == 0;
    if is_told(&sums.people) {
        let people = top("standing-top-people", &sums.people);
        reading.say(match sums.groups.count {
            0 => people,
            _ => people.in_part(),
        });
    }
    if is_told(&sums.machines) && (sums.holders_known > 0 || sums.holders_unknown.count == 0) {
        let machines = top("standing-top-machines", &sums.machines);
        reading.say(match sums.holders_unknown.count {
            0 => machines,
            _ => machines.in_part(),
        });
    }
    for (name, of) in [
        ("standing-privileged", &sums.standing),
        ("timed-privileged", &sums.timed),
    ] {
        if is_told(of) {
            // Roles that a tenant made itself may be privileged without saying so.
            reading.say(match sums.roles_unknown.count {
                0 => fact(name, of),
                _ => fact(name, of).in_part(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fact, read, value};
    use super::*;

    const GLOBAL: &str = "62e90394-69f5-4237-9190-012177145e10";
    const SECURITY: &str = "194ae4cb-b126-40b2-bd5b-6091b380977d";

    fn row(number: usize, role: &str, more: &str) -> String {
        format!(
            r#"{{"id": "{number}", "principalId": "p{number}", "roleDefinitionId": "{role}",
              "directoryScopeId": "/", {more}}}"#
        )
    }

    fn list(rows: &[(&str, &str)]) -> Reading {
        let rows = rows.iter().enumerate();
        let rows: Vec<_> = rows.map(|(at, (role, more))| row(at, role, more)).collect();
        let text = format!(r#"{{"value": [{}]}}"#, rows.join(","));
        read("pim", &text).expect("assignments")
    }

    fn count(reading: &Reading, name: &str) -> Option<u64> {
        match value(reading, name)? {
            FactValue::Count(count) => Some(count),
            other => panic!("{other:?}"),
        }
    }

    const PERMANENT: &str = r#""assignmentType": "Assigned", "endDateTime": null"#;

    #[test]
    fn no_end_is_permanent_unless_it_was_activated() {
        for (more, standing, timed) in [
            (PERMANENT, Some(1), Some(0)),
            (
                r#""assignmentType": "Assigned", "endDateTime": "2027-01-01T00:00:00Z""#,
                Some(0),
                Some(1),
            ),
            (
                r#""assignmentType": "Assigned", "endDateTime": "9999-12-31T23:59:59Z""#,
                Some(1),
                Some(0),
            ),
            (
                r#""assignmentType": "Activated", "endDateTime": "2026-11-22T18:00:00.1234567Z""#,
                Some(0),
                Some(1),
            ),
            (
                r#""assignmentType": "Activated", "endDateTime": null"#,
                None,
                None,
            ),
            (
                r#""assignmentType": "Assigned", "endDateTime": "soon""#,
                None,
                None,
            ),
            (
                r#""assignmentType": "Assigned",
                    "scheduleInfo": {"expiration": {"type": "noExpiration", "endDateTime": null}}"#,
                Some(1),
                Some(0),
            ),
            (
                r#""assignmentType": "Assigned",
                    "scheduleInfo": {"expiration": {"type": "afterDuration", "duration": "PT8H"}}"#,
                Some(0),
                Some(1),
            ),
        ] {
            let reading = list(&[(GLOBAL, more)]);
            assert_eq!(count(&reading, "standing-top-people"), standing, "{more}");
            assert_eq!(count(&reading, "timed-privileged"), timed, "{more}");
        }
    }

    #[test]
    fn a_plain_list_without_ends_proves_nothing() {
        let reading = list(&[(GLOBAL, r#""resourceScope": "/""#)]);
        assert_eq!(reading.facts, []);
        assert_eq!(reading.partial.len(), 1);
    }

    #[test]
    fn people_and_machines_are_told_apart_where_the_reply_says_it() {
        let of = |kind: &str| {
            format!(r##"{PERMANENT}, "principal": {{"@odata.type": "#microsoft.graph.{kind}"}}"##)
        };
        let reading = list(&[
            (GLOBAL, &of("user")),
            (GLOBAL, &of("servicePrincipal")),
            (SECURITY, &of("user")),
        ]);
        assert_eq!(count(&reading, "standing-top-people"), Some(1));
        assert_eq!(count(&reading, "standing-top-machines"), Some(1));
        assert_eq!(count(&reading, "standing-privileged"), Some(3));
        assert!(reading.facts.iter().all(|fact| fact.is_whole));

        let group = list(&[(GLOBAL, &of("group"))]);
        assert!(!fact(&group, "standing-top-people").expect("said").is_whole);
    }

    #[test]
    fn unknown_holders_count_as_people_and_say_nothing_of_machines() {
        let reading = list(&[(GLOBAL, PERMANENT), (GLOBAL, PERMANENT)]);
        assert_eq!(count(&reading, "standing-top-people"), Some(2));
        assert_eq!(fact(&reading, "standing-top-machines"), None);
        assert!(reading.anomalies[0].what.starts_with("2 assignments"));
    }

    #[test]
    fn a_role_of_the_tenants_own_leaves_the_privileged_ones_in_doubt() {
        let reading = list(&[("0f0f", PERMANENT)]);
        assert_eq!(count(&reading, "standing-privileged"), Some(0));
        assert!(
            !fact(&reading, "standing-privileged")
                .expect("said")
                .is_whole
        );
        let said = format!(r#"{PERMANENT}, "roleDefinition": {{"isPrivileged": true}}"#);
        assert_eq!(
            count(&list(&[("0f0f", &said)]), "standing-privileged"),
            Some(1)
        );
    }

    #[test]
    fn eligible_roles_and_roles_of_subscriptions_are_no_assignments() {
        const SCHEDULE: &str = r#""scheduleInfo": {"expiration": {"type": "noExpiration"}}"#;
        let instance = r#""roleEligibilityScheduleId": "1", "endDateTime": null"#;
        let request = format!(r#""action": "adminAssign", {SCHEDULE}"#);
        for more in [instance, SCHEDULE, &request] {
            let eligible = row(1, GLOBAL, more);
            assert!(
                matches!(read("pim", &eligible), Err(No::Broken(_))),
                "{more}"
            );
        }
        let reading = list(&[(GLOBAL, SCHEDULE), (GLOBAL, &request), (GLOBAL, PERMANENT)]);
        assert_eq!(count(&reading, "standing-top-people"), Some(1));
        let azure =
            r#"[{"principalId": "p", "roleDefinitionId": "/subscriptions/1", "scope": "/"}]"#;
        assert!(matches!(read("pim", azure), Err(No::NotMine(_))));
    }

    #[test]
    fn a_row_that_stands_twice_counts_once() {
        let one = row(1, GLOBAL, PERMANENT);
        let reading = read("pim", &format!("[{one}, {one}]")).expect("assignments");
        assert_eq!(count(&reading, "standing-top-people"), Some(1));
        assert!(
            reading
                .anomalies
                .iter()
                .any(|odd| odd.what.contains("twice"))
        );
    }

    #[test]
    fn an_empty_list_is_not_all_fine() {
        let context = "https://graph.microsoft.com/v1.0/$metadata#roleManagement/directory/roleAssignmentScheduleInstances";
        let text = format!(r#"{{"@odata.context": "{context}", "value": []}}"#);
        let reading = read("pim", &text).expect("no assignments");
        assert_eq!(reading.partial, ["the list is empty"]);
        let [fact] = reading.facts.as_slice() else {
            panic!("{:?}", reading.facts);
        };
        assert_eq!(
            (&fact.value, fact.basis),
            (&FactValue::Count(0), Basis::Sample)
        );
    }
}
