//! Audit logs of GitHub organisations and enterprises.

use serde::Deserialize;

use super::event::{Event, Facts, Outcome, Provider, Shape, Tell, Who};
use super::held::{Held, Inner, first};

/// The shape of its records.
pub(super) struct GitHub;

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
pub(super) struct Record<'r> {
    action: Held<'r>,
    #[serde(rename = "@timestamp")]
    timestamp: Held<'r>,
    created_at: Held<'r>,
    #[serde(rename = "_document_id")]
    document_id: Held<'r>,
    actor: Held<'r>,
    actor_id: Held<'r>,
    actor_ip: Held<'r>,
    actor_is_bot: Held<'r>,
    programmatic_access_type: Held<'r>,
    hashed_token: Held<'r>,
    token_id: Held<'r>,
    operation_type: Held<'r>,
    org: Held<'r>,
    business: Held<'r>,
    repo: Held<'r>,
    user: Held<'r>,
    team: Held<'r>,
    name: Held<'r>,
    changes: Inner<Changes<'r>>,
    old_permission: Held<'r>,
    permission: Held<'r>,
    previous_visibility: Held<'r>,
    visibility: Held<'r>,
}

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'r"))]
struct Changes<'r> {
    old_permission: Held<'r>,
    new_permission: Held<'r>,
    permission: Held<'r>,
}

impl Shape for GitHub {
    type Record<'r> = Record<'r>;

    fn tell(record: &Record<'_>, tell: &mut Tell) -> bool {
        let has_mark = record.document_id.is_text()
            || record.actor_id.is_there()
            || record.org.is_there()
            || record.business.is_there()
            || record.operation_type.is_text();
        let has_time = record.timestamp.is_there() || record.created_at.is_there();
        let is_mine = record.action.text().contains('.') && has_time && has_mark;
        if is_mine {
            tell(record.event());
        }
        is_mine
    }
}

impl Record<'_> {
    fn event(&self) -> Event<'_> {
        let targets = [
            &self.repo,
            &self.user,
            &self.team,
            &self.name,
            &self.org,
            &self.business,
        ];
        let has_token =
            self.hashed_token.is_text() || self.token_id.number().is_some_and(|id| id != 0.0);
        let (old, new) = (&self.changes.old_permission, &self.changes);
        let is_changed =
            old.is_there() && first(&[&new.new_permission, &new.permission]).is_there();
        Event {
            provider: Provider::GitHub,
            name: self.action.text().into(),
            meaning: None,
            time: first(&[&self.timestamp, &self.created_at]),
            actor: self.actor.text(),
            who: self.who(),
            outcome: Outcome::Unsaid,
            // No record says how the operation ended, so that fact is never held.
            holds: Facts::held(&[
                (Facts::IDENTITY, self.actor.is_text()),
                (Facts::CREDENTIAL, has_token),
                (Facts::TARGET, first(&targets).is_there()),
                (Facts::SOURCE, self.actor_ip.is_text()),
            ]),
            has_both_values: is_changed
                || self.old_permission.is_there() && self.permission.is_there()
                || self.previous_visibility.is_there() && self.visibility.is_there(),
        }
    }

    fn who(&self) -> Who {
        let is_machine = self.actor_is_bot.is_true()
            || self.programmatic_access_type.is_text()
            || self.actor.text().ends_with("[bot]");
        match (is_machine, self.actor.is_text()) {
            (true, _) => Who::Machine,
            (false, true) => Who::Person,
            (false, false) => Who::Unsaid,
        }
    }
}
