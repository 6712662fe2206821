//! Logs: which classes of events are really in one, whose they are, and what their records hold.
//!
//! A log is a sample. What is in it shows that the provider records it; what is not in it shows nothing.
//! Logs are long, so they are streamed: memory stays the same whatever their length, and each record is
//! read once, straight into the few values that count.

mod auth0;
mod cloudtrail;
mod counts;
mod cut;
mod ecs;
mod entra;
mod event;
#[cfg(test)]
mod fixture;
mod gcp;
mod github;
mod graph;
mod held;
mod keycloak;
mod kubernetes;
mod ocsf;
mod okta;
mod records;
mod span;
mod state;
mod taker;
mod workspace;

use std::io::BufRead;

use self::event::Provider;
use self::records::{Marks, Window};
use self::taker::Log;
use super::families::Family;
use super::input::content::unreadable;
use super::input::{Content, No};
use super::reading::{Context, Reading};

/// Logs. They are streamed by [`read_text`] and [`read_stream`], so there is no format here that takes
/// what has been parsed.
pub const FAMILY: Family = Family {
    id: "log",
    title: "Log of events",
    formats: &[],
};

/// The formats of logs, with their titles: one a provider, and two that others are brought into.
pub const FORMATS: &[(&str, &str)] = &[
    ("cloudtrail", "AWS CloudTrail"),
    ("ocsf", "OCSF"),
    ("gcp", "Google Cloud audit log"),
    ("kubernetes", "Kubernetes audit log"),
    ("okta", "Okta System Log"),
    ("entra", "Microsoft Entra and Azure logs"),
    ("google-workspace", "Google Workspace activity"),
    ("github", "GitHub audit log"),
    ("auth0", "Auth0 tenant log"),
    ("keycloak", "Keycloak events"),
    ("ecs", "Elastic Common Schema"),
];

/// How much of a text is looked at before it is called a log, in bytes.
const LOOKED_AT: usize = 4 << 20;
/// How many records are looked at.
const TRIED: u64 = 20;
/// Of so many of them one has to be an event: archives mix what they derive into what they keep.
const SHARE: u64 = 4;

/// The title of a provider's format.
fn title(provider: Provider) -> &'static str {
    let found = FORMATS.iter().find(|(id, _)| *id == provider.id());
    found.map_or("", |(_, title)| title)
}

/// Reads a log, in memory or streamed; of a stream that is no log nothing is consumed.
///
/// # Errors
///
/// When it is no log of a known provider, when it cannot be read, or when too much of it is broken.
pub fn read(content: &Content, context: &Context) -> Result<Reading, No> {
    match content {
        Content::Whole(text) => read_text(text, context),
        Content::Stream(stream) => match stream.borrow_mut().as_mut() {
            Some(stream) => read_stream(stream, context),
            None => Err(No::not_mine("it was read already")),
        },
    }
}

/// Reads a log that is in memory.
///
/// # Errors
///
/// When it is no log of a known provider, or too much of it is broken.
pub fn read_text(text: &str, context: &Context) -> Result<Reading, No> {
    read_stream(&mut text.as_bytes(), context)
}

/// Reads a log from its beginning; of what is no log nothing is consumed.
///
/// # Errors
///
/// When it is no log of a known provider, when it cannot be read, or when too much of it is broken.
pub fn read_stream(stream: &mut dyn BufRead, context: &Context) -> Result<Reading, No> {
    let start = stream.fill_buf().map_err(|error| unreadable(&error))?;
    let start = &start[..start.len().min(LOOKED_AT)];
    let is_lines = recognise(start, context)?;
    let mut log = Log::up_to(u64::MAX, context);
    let mut window = Window::new(stream, 1);
    match is_lines {
        true => window.lines(&mut |record| log.take_line(&record))?,
        false => {
            let mut marks = Marks::default();
            let result = window.values(false, &mut marks, &mut |record| log.take(&record, 0));
            log.note(marks);
            result?;
        }
    }
    log.into_reading(context)
}

/// Whether the beginning of a text is that of a log, and if so whether its records stand on lines.
fn recognise(start: &[u8], context: &Context) -> Result<bool, No> {
    let first = start.iter().find(|byte| !byte.is_ascii_whitespace());
    if !matches!(first, Some(b'{' | b'[')) {
        return Err(No::not_mine("it is not JSON, as logs are"));
    }
    let is_lines = records::is_lines(start);
    let mut log = Log::up_to(TRIED, context);
    let mut text = start;
    let mut window = Window::new(&mut text, 1);
    // What is in memory may end in the middle of a record: that says nothing.
    let _ = match is_lines {
        true => window.lines(&mut |record| log.take_line(&record)),
        false => window.values(false, &mut Marks::default(), &mut |record| {
            log.take(&record, 0)
        }),
    };
    match log.has_events(SHARE) {
        true => Ok(is_lines),
        false if log.is_digest() => Err(No::not_mine(
            "it is a digest of CloudTrail, which lists log files and holds no event",
        )),
        false => Err(No::not_mine(
            "its first records are no events of a provider that is known: none has `eventType` and `published`, `eventName` and `eventSource`, `protoPayload`, `class_uid` or the like",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::fixture::{context, count, read, trail};
    use super::*;

    #[test]
    fn what_is_no_log_is_left_to_others() {
        for text in [
            "a,b\n1,2\n",
            "<xml/>",
            "eyJhbGciOiJub25lIn0.e30.",
            "{}",
            "[]",
            r#"{"Records": []}"#,
            r#"{"value": [{"id": "a", "appId": "b", "createdDateTime": "2026-03-01T10:00:00Z", "passwordCredentials": []}]}"#,
            r#"[{"id": "p", "type": "OKTA_SIGN_ON", "name": "Default", "created": "2026-03-01T10:00:00.000Z", "status": "ACTIVE"}]"#,
            r#"{"realm": "r", "enabled": true, "accessTokenLifespan": 300, "clients": [{"clientId": "c"}]}"#,
            r#"[{"class_uid": 2004, "category_uid": 2, "class_name": "Detection Finding", "time": 1772323200, "metadata": {"version": "1.4.0"}}]"#,
            r#"{"kind": "Event", "apiVersion": "v1", "reason": "Scheduled", "metadata": {"name": "a"}}"#,
            r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#,
            r#"{"access_token": "a", "token_type": "Bearer"}"#,
            r#"{"eventType": ["a.b"], "published": 5"#,
            "{\"eventName\": \"CreateUser\"",
        ] {
            let no = read_text(text, &context());
            assert!(matches!(no, Err(No::NotMine(_))), "{text}: {no:?}");
        }
    }

    #[test]
    fn a_digest_lists_files_and_is_called_so() {
        let text = r#"{"awsAccountId": "111122223333", "digestStartTime": "2026-03-01T10:00:00Z", "logFiles": [{"s3Object": "o"}]}"#;
        let Err(No::NotMine(why)) = read_text(text, &context()) else {
            panic!("it holds no events");
        };
        assert!(why.contains("digest"), "{why}");
    }

    #[test]
    fn every_provider_of_the_map_has_a_format() {
        let mut ids: Vec<&str> = FORMATS.iter().map(|(id, _)| *id).collect();
        let named: Vec<&str> = Provider::NAMES.iter().map(|(id, _)| *id).collect();
        assert_eq!(ids, named);
        ids.retain(|id| !crate::evidence::event_class::PROVIDERS.contains(id));
        // These two bring the class of each event along.
        assert_eq!(ids, ["ocsf", "ecs"]);
    }

    #[test]
    fn of_what_is_no_log_nothing_is_consumed() {
        let text = "{\"realm\": \"r\"}\n".repeat(100);
        let mut stream = text.as_bytes();
        assert!(read_stream(&mut stream, &context()).is_err());
        assert_eq!(stream.len(), text.len());
    }

    #[test]
    fn records_are_found_in_every_shape() {
        let (a, b) = (trail("iam", "CreateUser"), trail("iam", "CreateAccessKey"));
        let pretty = |text: &str| {
            let value: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
            serde_json::to_string_pretty(&value).expect("it is JSON")
        };
        let list = format!("[{a},{b}]");
        let wrapped = format!("{{\"Records\": {list}}}");
        for (shape, text) in [
            ("lines", format!("{a}\n{b}\n")),
            (
                "lines with blanks and carriage returns",
                format!("\r\n{a}\r\n\r\n  {b} \r\n"),
            ),
            ("behind each other", format!("{a}{b}")),
            (
                "on lines of their own and behind each other",
                format!("{a}{b}\n{a}").replacen(&a, "", 1) + "\n",
            ),
            ("a list", list.clone()),
            ("a list over lines", format!("[\n{a},\n{b}\n]\n")),
            ("a list of lists", format!("[[{a}], [], [{b}]]")),
            ("pretty", format!("{}\n{}\n", pretty(&a), pretty(&b))),
            ("a pretty list", pretty(&list)),
            ("wrapped", wrapped.clone()),
            ("wrapped and pretty", pretty(&wrapped)),
            (
                "wrapped over lines",
                format!("{{\"Records\":[\n{a},\n{b}\n]}}\n"),
            ),
            (
                "wrapped on lines",
                format!("{{\"Records\": [{a}]}}\n{{\"records\": [{b}]}}\n"),
            ),
            (
                "wrapped behind other keys",
                format!("{{\"k\": {{\"x\": [1, \"]\"]}}, \"value\": {list}, \"z\": 1}}"),
            ),
            (
                "recorded",
                format!("{{\"status_code\": 200, \"data\": {wrapped}}}"),
            ),
            (
                "recorded with headers",
                format!(
                    "{{\"headers\": {{\"status\": \"200\"}}, \"body\": {{\"entries\": {list}}}}}"
                ),
            ),
            (
                "recorded calls",
                format!(
                    "[{{\"method\": \"GET\", \"status\": 200, \"response\": {{\"items\": [{a}]}}}}, {{\"method\": \"GET\", \"status\": 200, \"response\": [{b}]}}]"
                ),
            ),
        ] {
            let reading = read(&text);
            assert_eq!(reading.format, "cloudtrail", "{shape}");
            assert_eq!(count(&reading, "log-events"), 2, "{shape}: {text}");
            assert!(
                reading.anomalies.is_empty(),
                "{shape}: {:?}",
                reading.anomalies
            );
        }
    }
}
