//! Takes the records of a log one by one: whose each is, what it says, and what is none.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::counts::Counts;
use super::event::{Event, Fit, Provider, Tell, read_as};
use super::records::{self, Marks, Next, Record, Window};
use super::span::Odd;
use super::{
    FAMILY, auth0, cloudtrail, ecs, entra, gcp, github, graph, keycloak, kubernetes, ocsf, okta,
    workspace,
};
use crate::evidence::event_class::EventClasses;
use crate::evidence::fact::{Place, counted};
use crate::evidence::input::{No, Refusal};
use crate::evidence::reading::{Context, Reading};

/// Deepest nesting of recorded calls around records.
const WRAPPED: usize = 4;
/// Of so many records one may be broken.
const BROKEN: u64 = 10;

/// A log that is being read.
pub(super) struct Log<'c> {
    counts: Counts<'c>,
    /// The providers, the one of the last record first.
    order: Vec<Provider>,
    /// Whether the last record had an envelope around it.
    is_wrapped: bool,
    known: u64,
    broken: Odd,
    foreign: Odd,
    doubled: Odd,
    is_digest: bool,
    marks: Marks,
    most: u64,
}

/// What a text turned out to be.
enum Seen {
    Event,
    /// An object that is no event.
    Other,
    NoJson,
}

impl<'c> Log<'c> {
    /// An empty log, which takes so many records.
    pub fn up_to(most: u64, context: &Context<'c>) -> Self {
        let classes = context.events.unwrap_or(EventClasses::built_in());
        Self {
            counts: Counts::new(classes, context.as_of(None).at),
            order: Provider::NAMES
                .iter()
                .map(|(_, provider)| *provider)
                .collect(),
            is_wrapped: false,
            known: 0,
            broken: Odd::default(),
            foreign: Odd::default(),
            doubled: Odd::default(),
            is_digest: false,
            marks: Marks::default(),
            most,
        }
    }

    fn next(&self) -> Next {
        match self.known + self.foreign.count + self.broken.count < self.most {
            true => Next::Go,
            false => Next::Stop,
        }
    }

    /// Whether at least one of so many records is an event.
    pub fn has_events(&self, of: u64) -> bool {
        self.known > 0 && self.known * of >= self.known + self.foreign.count
    }

    /// Whether it is a digest of CloudTrail.
    pub fn is_digest(&self) -> bool {
        self.is_digest
    }

    /// Takes a line: a record, several of them, or a wrapper around some.
    pub fn take_line(&mut self, record: &Record) -> Next {
        if let Seen::Event = self.see(record) {
            return self.next();
        }
        let mut marks = Marks::default();
        let mut text = record.bytes;
        let mut window = Window::new(&mut text, record.line);
        let result = window.values(false, &mut marks, &mut |inner| self.take(&inner, 0));
        if result.is_err() {
            self.broken.on(record.line);
        }
        self.note(marks);
        self.next()
    }

    /// Takes an object: a record, or a recorded call whose answer holds some.
    pub fn take(&mut self, record: &Record, depth: usize) -> Next {
        match self.see(record) {
            Seen::Event => {}
            Seen::NoJson => self.broken.on(record.line),
            Seen::Other if depth < WRAPPED && records::is_recorded(record.bytes) => {
                self.open(record, depth);
            }
            Seen::Other => self.reject(record),
        }
        self.next()
    }

    fn open(&mut self, record: &Record, depth: usize) {
        let mut marks = Marks::default();
        let mut is_empty = true;
        let mut text = record.bytes;
        let mut window = Window::new(&mut text, record.line);
        let result = window.values(true, &mut marks, &mut |inner| {
            is_empty = false;
            self.take(&inner, depth + 1)
        });
        match result {
            Ok(()) if is_empty => self.reject(record),
            Ok(()) => {}
            Err(_) => self.broken.on(record.line),
        }
        self.note(marks);
    }

    fn reject(&mut self, record: &Record) {
        self.foreign.on(record.line);
        let digest = memchr::memmem::find(record.bytes, b"\"digestStartTime\"");
        self.is_digest |= digest.is_some();
    }

    /// Takes what stands beside a list of records.
    pub fn note(&mut self, marks: Marks) {
        self.marks.next_page = self.marks.next_page.or(marks.next_page);
        self.marks.total = self.marks.total.max(marks.total);
    }

    fn see(&mut self, record: &Record) -> Seen {
        match self.try_all(record) {
            Ok(Fit::Not) => Seen::Other,
            Ok(fit) => {
                self.known += 1;
                if fit == Fit::Doubled {
                    self.doubled.on(record.line);
                }
                Seen::Event
            }
            Err(_) => Seen::NoJson,
        }
    }

    /// Tries a record as it is and what its envelope holds, first as the record before was read.
    fn try_all(&mut self, record: &Record) -> Result<Fit, serde_json::Error> {
        if !record.bytes.starts_with(b"{") {
            return Ok(Fit::Not);
        }
        let inside = |was_wrapped: bool| match was_wrapped {
            true => enveloped(record.bytes),
            false => Some(record.bytes),
        };
        for is_wrapped in [self.is_wrapped, !self.is_wrapped] {
            let Some(bytes) = inside(is_wrapped) else {
                continue;
            };
            let fit = self.try_each(bytes, record.line)?;
            if fit != Fit::Not {
                self.is_wrapped = is_wrapped;
                return Ok(fit);
            }
        }
        Ok(Fit::Not)
    }

    /// Tries each provider, the last that fitted first.
    fn try_each(&mut self, bytes: &[u8], line: u64) -> Result<Fit, serde_json::Error> {
        let counts = &mut self.counts;
        let mut tell = |event: Event<'_>| counts.add(&event, line);
        for at in 0..self.order.len() {
            let fit = reader(self.order[at])(bytes, &mut tell)?;
            if fit != Fit::Not {
                self.order[..=at].rotate_right(1);
                return Ok(fit);
            }
        }
        Ok(Fit::Not)
    }

    /// What it all says.
    ///
    /// # Errors
    ///
    /// When too many records are broken.
    pub fn into_reading(self, context: &Context) -> Result<Reading, No> {
        let all = self.known + self.foreign.count + self.broken.count;
        if self.broken.count > all / BROKEN {
            let what = format!("{} of its {all} records are broken", self.broken.count);
            let help = "export it again; one record in ten may be broken";
            return Err(Refusal::new(what, help).on(self.broken.line).into());
        }
        let Some(provider) = self.counts.provider() else {
            let help = "name a log of a provider that is known";
            return Err(Refusal::new("it holds no event", help).into());
        };
        let mut reading = context.reading(FAMILY.id, provider.id(), None);
        for (odd, what) in [
            (self.broken, "broken and left out"),
            (self.foreign, "of no provider that is known and left out"),
            (self.doubled, "with a key that stands twice"),
        ] {
            if odd.count > 0 {
                let what = format!("{} {what}", counted(odd.count, "record"));
                reading.odd(what, Place::new("", Some(odd.line)));
            }
        }
        if let Some(key) = self.marks.next_page {
            reading.not_whole(format!("it names a next page, `{key}`"));
        }
        if let Some(total) = self
            .marks
            .total
            .filter(|total| *total > self.counts.events())
        {
            reading.not_whole(format!("it says that there are {total} events in all"));
        }
        self.counts.state(&mut reading);
        Ok(reading.finished())
    }
}

type Read = fn(&[u8], &mut Tell) -> Result<Fit, serde_json::Error>;

/// How a record of a provider is read.
fn reader(provider: Provider) -> Read {
    match provider {
        Provider::CloudTrail => read_as::<cloudtrail::CloudTrail>,
        Provider::Ocsf => read_as::<ocsf::Ocsf>,
        Provider::Gcp => read_as::<gcp::Gcp>,
        Provider::Kubernetes => read_as::<kubernetes::Kubernetes>,
        Provider::Okta => read_as::<okta::Okta>,
        Provider::Entra => |record, tell| match read_as::<entra::Entra>(record, tell)? {
            Fit::Not => read_as::<graph::Graph>(record, tell),
            fit => Ok(fit),
        },
        Provider::GoogleWorkspace => read_as::<workspace::Workspace>,
        Provider::GitHub => read_as::<github::GitHub>,
        Provider::Auth0 => read_as::<auth0::Auth0>,
        Provider::Keycloak => read_as::<keycloak::Keycloak>,
        Provider::Ecs => read_as::<ecs::Ecs>,
    }
}

/// The record that a bus, a log stream or an index put into an envelope.
fn enveloped(record: &[u8]) -> Option<&[u8]> {
    #[derive(Default, Deserialize)]
    #[serde(default, bound(deserialize = "'de: 'r"))]
    struct Envelope<'r> {
        #[serde(borrow)]
        detail: Option<&'r RawValue>,
        #[serde(borrow)]
        data: Option<&'r RawValue>,
        #[serde(borrow, rename = "_source")]
        source: Option<&'r RawValue>,
        #[serde(borrow)]
        result: Option<&'r RawValue>,
    }
    let envelope: Envelope = serde_json::from_slice(record).ok()?;
    let all = [
        envelope.detail,
        envelope.data,
        envelope.source,
        envelope.result,
    ];
    let inner = all
        .into_iter()
        .flatten()
        .map(|inner| inner.get().as_bytes());
    inner.into_iter().find(|inner| inner.starts_with(b"{"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::evidence::log::fixture::{RECORDS, context, count, fact, okta, read, set};
    use crate::evidence::log::{FORMATS, read_text};

    #[test]
    fn every_provider_is_known_by_its_records_and_its_events_have_a_class() {
        for (record, provider, class) in RECORDS {
            let reading = read(record);
            assert_eq!(
                (reading.family.as_str(), reading.format.as_str()),
                ("log", provider)
            );
            assert!(
                set(&reading, "log-classes").contains(&class.to_owned()),
                "{record}"
            );
            assert_eq!(count(&reading, "log-events"), 1, "{record}");
            assert_eq!(count(&reading, "log-unclassified"), 0, "{record}");
            let covers = reading.covers.unwrap_or_else(|| panic!("{record}"));
            assert_eq!(
                covers.from.date_naive().to_string(),
                "2026-03-01",
                "{record}"
            );
        }
        let known: BTreeSet<&str> = RECORDS.iter().map(|(_, provider, _)| *provider).collect();
        let all: BTreeSet<&str> = FORMATS.iter().map(|(id, _)| *id).collect();
        assert_eq!(known, all);
    }

    #[test]
    fn one_file_may_hold_the_logs_of_several_providers() {
        let lines: Vec<&str> = RECORDS.iter().map(|(record, _, _)| *record).collect();
        let reading = read(&lines.join("\n"));
        assert_eq!(count(&reading, "log-events"), lines.len() as u64);
        assert_eq!(reading.format, "entra");
        let about = fact(&reading, "log-events")
            .about
            .clone()
            .expect("the titles");
        assert_eq!(about.split(", ").count(), FORMATS.len());
        assert!(reading.anomalies.is_empty(), "{:?}", reading.anomalies);
    }

    #[test]
    fn one_record_in_ten_may_be_broken() {
        let good = format!("{}\n", okta("user.session.start", ""));
        let text = format!("{}{{\"eventType\": \"cut o\n{good}", good.repeat(8));
        let reading = read(&text);
        assert_eq!(count(&reading, "log-events"), 9);
        let told = &reading.anomalies[0];
        assert_eq!(told.what, "1 record broken and left out");
        assert_eq!(told.place, Place::new("", Some(9)));
        let text = format!("{}{{\"eventType\": \"cut o\n", good.repeat(8));
        let refused = read_text(&text, &context()).expect_err("it is one in nine");
        assert!(matches!(refused, No::Broken(refusal) if refusal.line == Some(9)));
    }

    #[test]
    fn a_list_that_breaks_off_is_refused_with_its_line() {
        let record = okta("user.session.start", "");
        let text = format!("[\n{record},\n{record},\n{{\"eventType\": ");
        let refused = read_text(&text, &context()).expect_err("it breaks off");
        assert!(matches!(refused, No::Broken(refusal) if refusal.line == Some(4)));
    }

    #[test]
    fn a_record_of_nobody_is_counted_and_told() {
        let text = format!("{}\n{{\"score\": 1}}\n", okta("user.session.start", ""));
        let reading = read(&text);
        assert_eq!(count(&reading, "log-events"), 1);
        assert_eq!(
            reading.anomalies[0].what,
            "1 record of no provider that is known and left out"
        );
        assert_eq!(reading.anomalies[0].place.line, Some(2));
    }

    #[test]
    fn the_last_of_a_key_that_stands_twice_counts_and_is_told() {
        let text = okta(
            "user.session.start",
            r#", "eventType": "system.api_token.create""#,
        );
        let reading = read(&text);
        assert_eq!(set(&reading, "log-classes"), ["credential"]);
        assert_eq!(
            reading.anomalies[0].what,
            "1 record with a key that stands twice"
        );
    }

    #[test]
    fn cut_and_changed_logs_never_panic() {
        for (record, _, _) in RECORDS {
            let list = format!("{{\"Records\": [{record}, {record}]}}");
            for text in [record, &list] {
                for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
                    let _ = read_text(&text[..end], &context());
                }
                for (from, to) in [
                    ("{", "["),
                    ("\"", ""),
                    (":", ","),
                    ("}", "}}"),
                    ("2026", "99999"),
                    ("1", "-1e308"),
                ] {
                    let _ = read_text(&text.replace(from, to), &context());
                    let _ = read_text(&text.replacen(from, to, 3), &context());
                }
            }
        }
    }
}
