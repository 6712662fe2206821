//! The facts that the events of a log make.

use std::collections::BTreeSet;

use super::counts::Counts;
use super::event::{Facts, Provider};
use super::span::Odd;
use crate::evidence::event_class::{Change, Class, Life};
use crate::evidence::fact::{Basis, Fact, FactValue, Place, counted};
use crate::evidence::reading::Reading;
use crate::source::names::name_of;

/// How many of the commonest unknown events are named.
const NAMED: usize = 20;
/// Numbers of events at which the pages of interfaces end.
const PAGES: [u64; 3] = [100, 200, 1000];

impl Counts<'_> {
    /// Says all of it.
    pub fn state(self, reading: &mut Reading) {
        reading.items = self.events;
        reading.covers = self.span.covers();
        let doubt = self.span.doubt();
        self.say_classes(reading);
        self.say_actors(reading);
        self.say_lives_and_changes(reading);
        self.say_fields(reading);
        if let Some(covers) = self.span.covers() {
            let length = (covers.to - covers.from).as_seconds_f64();
            let span = sampled("log-span", FactValue::Duration(length), Place::default());
            reading.say(span.uncertain_by(doubt));
        }
        self.tell_odd(reading);
        if PAGES.contains(&self.events) {
            let why = format!(
                "it holds exactly {} events, as one page of an interface does",
                self.events
            );
            reading.not_whole(why);
        }
    }

    fn say_classes(&self, reading: &mut Reading) {
        let title = |provider: &Provider| super::title(*provider);
        let titles: Vec<&str> = self.providers.keys().map(title).collect();
        let events = sampled(
            "log-events",
            FactValue::Count(self.events),
            Place::default(),
        );
        reading.say(events.about(titles.join(", ")));
        let mut counts = self.by_class.clone();
        if self.machines.count > 0 {
            counts.insert(Class::Workload, self.machines.count);
        }
        let name = |class: &Class| name_of(Class::NAMES, *class);
        let names = counts.keys().map(|class| name(class).to_owned()).collect();
        let classes = sampled("log-classes", FactValue::Set(names), Place::default());
        let each: Vec<String> = counts
            .iter()
            .map(|(class, count)| format!("{} {count}", name(class)))
            .collect();
        reading.say(match each.is_empty() {
            true => classes,
            false => classes.about(each.join(", ")),
        });
        let unknown = FactValue::Count(self.unknown.count);
        reading.say(sampled("log-unclassified", unknown, on(self.unknown)));
    }

    fn say_actors(&self, reading: &mut Reading) {
        let actors = FactValue::Count(self.actors.different());
        let actors = sampled("log-actors", actors, Place::default());
        reading.say(match self.actors.is_cut() {
            true => actors.about("at least so many").in_part(),
            false => actors,
        });
        let machines = FactValue::Count(self.machines.count);
        reading.say(sampled("log-machine-events", machines, on(self.machines)));
    }

    fn say_lives_and_changes(&self, reading: &mut Reading) {
        let lives = self.lives.iter();
        let lives: Vec<_> = lives
            .map(|(life, line)| (name_of(Life::NAMES, *life), *line))
            .collect();
        say_set(reading, "log-credential-events", &lives);
        let changes = self.changes.iter();
        let changes: Vec<_> = changes
            .map(|(change, line)| (name_of(Change::NAMES, *change), *line))
            .collect();
        say_set(reading, "log-change-kinds", &changes);
        let updates = &self.updates;
        let all = updates.with.count + updates.without.count;
        if all > 0 {
            let holds = updates.without.count == 0;
            let place = match holds {
                true => on(updates.with),
                false => on(updates.without),
            };
            let values = sampled("log-old-and-new", FactValue::Holds(holds), place);
            let of = counted(all, "change");
            reading.say(values.about(format!("{} of {of}", updates.with.count)));
        }
    }

    fn say_fields(&self, reading: &mut Reading) {
        let (held, about) = match self.machines.count {
            0 => (
                self.held_by_all,
                format!("{}, none of a machine", counted(self.events, "event")),
            ),
            machines => (
                self.held_by_machines,
                format!("{} of machines", counted(machines, "event")),
            ),
        };
        let names = Facts::NAMES.iter().filter(|(_, field)| held.has(*field));
        let names: BTreeSet<String> = names.map(|(name, _)| (*name).to_owned()).collect();
        let fields = sampled(
            "log-record-fields",
            FactValue::Set(names),
            on(self.machines),
        );
        reading.say(fields.about(about));
    }

    fn tell_odd(&self, reading: &mut Reading) {
        let span = &self.span;
        for (odd, what) in [
            (span.unread, "with a time that cannot be read"),
            (span.later, "later than the day the log speaks about"),
            (span.missing, "without a time"),
        ] {
            if odd.count > 0 {
                reading.odd(format!("{} {what}", counted(odd.count, "event")), on(odd));
            }
        }
        let top = self.unknown_names.top(NAMED);
        if !top.is_empty() {
            let each: Vec<String> = top
                .iter()
                .map(|(name, count)| format!("{} {count}", shown(name)))
                .collect();
            let what = format!("commonest events of no known class: {}", each.join(", "));
            reading.odd(what, on(self.unknown));
        }
    }
}

fn sampled(name: &'static str, value: FactValue, place: Place) -> Fact {
    Fact::new(name, value, Basis::Sample, place)
}

/// Says a set of names with the line on which each came first; nothing where there is none, for a log
/// proves no absence.
fn say_set(reading: &mut Reading, name: &'static str, names: &[(&str, u64)]) {
    let Some((_, first)) = names.iter().min_by_key(|(_, line)| *line) else {
        return;
    };
    let set = names.iter().map(|(name, _)| (*name).to_owned()).collect();
    let place = Place::new("", Some(*first));
    let each: Vec<String> = names
        .iter()
        .map(|(name, line)| format!("{name} line {line}"))
        .collect();
    reading.say(sampled(name, FactValue::Set(set), place).about(each.join(", ")));
}

/// The place of the first of many; the whole log where there is none.
fn on(odd: Odd) -> Place {
    Place::new("", (odd.count > 0).then_some(odd.line))
}

/// A name from a file, on one line.
fn shown(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::log::fixture::{count, fact, okta, read, set, trail};

    #[test]
    fn unknown_events_are_counted_and_the_commonest_named() {
        let mut lines = vec![okta("user.session.start", "")];
        for number in 0..25 {
            let line = okta(&format!("new.event.{number:02}"), "");
            lines.extend(std::iter::repeat_n(line, 1 + number));
        }
        let reading = read(&lines.join("\n"));
        assert_eq!(count(&reading, "log-unclassified"), 325);
        assert_eq!(fact(&reading, "log-unclassified").place.line, Some(2));
        let told = &reading.anomalies[0].what;
        assert!(
            told.starts_with("commonest events of no known class: new.event.24 25, "),
            "{told}"
        );
        assert!(
            told.contains("new.event.05 6") && !told.contains("new.event.04"),
            "{told}"
        );
    }

    #[test]
    fn fields_count_when_every_record_of_a_machine_has_them() {
        let machine = |more: &str| {
            okta("app.oauth2.as.token.grant.access_token", more)
                .replace("\"User\"", "\"PublicClientApp\"")
        };
        let address = r#", "client": {"ipAddress": "192.0.2.1"}"#;
        let token = r#", "transaction": {"detail": {"requestApiTokenId": "00T"}}"#;
        let text = [
            okta("user.session.start", token),
            machine(address),
            machine(&format!("{address}{token}")),
        ];
        let reading = read(&text.join("\n"));
        assert_eq!(
            set(&reading, "log-record-fields"),
            ["identity", "operation", "source", "time"]
        );
        assert_eq!(count(&reading, "log-machine-events"), 2);
        assert_eq!(fact(&reading, "log-machine-events").place.line, Some(2));
        assert!(set(&reading, "log-classes").contains(&"workload".to_owned()));
        let people = read(&okta("user.session.start", token));
        assert_eq!(
            set(&people, "log-record-fields"),
            ["credential", "identity", "operation", "time"]
        );
        assert!(!set(&people, "log-classes").contains(&"workload".to_owned()));
    }

    #[test]
    fn a_time_without_a_zone_is_no_time_with_one() {
        let zoned = okta("user.session.start", "");
        let naive = zoned.replace("10:00:00.000Z", "12:00:00");
        let reading = read(&format!("{zoned}\n{naive}"));
        assert!(!set(&reading, "log-record-fields").contains(&"time".to_owned()));
        let span = fact(&reading, "log-span");
        assert_eq!(span.value, FactValue::Duration(7200.0));
        assert!(span.uncertain > 0.0);
        assert_eq!(fact(&read(&zoned), "log-span").uncertain, 0.0);
    }

    #[test]
    fn the_life_of_credentials_and_quiet_changes_are_told() {
        let refused = trail("sts", "AssumeRole").replace(
            "\"eventVersion\"",
            "\"errorCode\": \"AccessDenied\", \"eventVersion\"",
        );
        let text = [
            trail("iam", "CreateAccessKey"),
            trail("iam", "DeleteAccessKey"),
            trail("iam", "UpdateSAMLProvider"),
            trail("iam", "CreateRole"),
            refused,
        ];
        let reading = read(&text.join("\n"));
        assert_eq!(
            set(&reading, "log-credential-events"),
            ["new-credential", "refusal", "revoke"]
        );
        assert_eq!(set(&reading, "log-change-kinds"), ["role", "trust"]);
        let values = fact(&reading, "log-old-and-new");
        assert_eq!(values.value, FactValue::Holds(false));
        assert_eq!(values.place.line, Some(3));
        let plain = read(&okta("user.session.start", ""));
        assert!(
            plain
                .facts
                .iter()
                .all(|fact| fact.name != "log-change-kinds")
        );
    }

    #[test]
    fn old_and_new_values_are_seen_where_every_change_has_both() {
        let change = |values: &str| {
            okta(
                "policy.lifecycle.update",
                &format!(r#", "target": [{{"id": "p", "changeDetails": {values}}}]"#),
            )
        };
        let both = change(r#"{"from": {"a": 1}, "to": {"a": 2}}"#);
        let new = change(r#"{"from": {}, "to": {"a": 2}}"#);
        assert_eq!(
            fact(&read(&both), "log-old-and-new").value,
            FactValue::Holds(true)
        );
        let mixed = read(&format!("{both}\n{new}"));
        assert_eq!(
            fact(&mixed, "log-old-and-new").value,
            FactValue::Holds(false)
        );
        assert_eq!(
            fact(&mixed, "log-old-and-new").about.as_deref(),
            Some("1 of 2 changes")
        );
    }

    #[test]
    fn what_shows_that_there_is_more_is_told() {
        let records = |number: usize| vec![okta("user.session.start", ""); number].join(",");
        let partial = |text: &str| read(text).partial.join("; ");
        assert_eq!(partial(&format!("[{}]", records(99))), "");
        assert!(partial(&format!("[{}]", records(100))).contains("exactly 100"));
        let one = records(1);
        for (text, expected) in [
            (
                format!("{{\"value\": [{one}], \"@odata.nextLink\": \"https://example.com/\"}}"),
                "`@odata.nextLink`",
            ),
            (
                format!("{{\"NextToken\": \"t\", \"Events\": [{one}]}}"),
                "`NextToken`",
            ),
            (
                format!("{{\"Records\": [{one}], \"IsTruncated\": true}}"),
                "`IsTruncated`",
            ),
            (
                format!("{{\"start\": 0, \"total\": 2, \"logs\": [{one}]}}"),
                "2 events in all",
            ),
            (
                format!(
                    "{{\"value\": [{one}], \"nextLink\": null, \"IsTruncated\": false, \"total\": 1}}"
                ),
                "",
            ),
        ] {
            let found = partial(&text);
            assert!(
                found.contains(expected) && found.is_empty() == expected.is_empty(),
                "{text}: {found}"
            );
        }
    }

    #[test]
    fn nothing_secret_gets_out() {
        let text = okta("new.sk-abcdefghijklmnopqrstuvwxyz", "");
        let shown = format!("{:?}", read(&text));
        assert!(!shown.contains("abcdefghij"), "{shown}");
    }
}
