//! The memory of a long log is that of a short one. It is the only test here: what is measured is the most that
//! any program took which this process started.

#![cfg(target_os = "linux")]
#![allow(dead_code, reason = "the harness serves another file of tests as well")]

#[path = "evidence_hostile/program.rs"]
mod program;

use std::io::{BufWriter, Write};

use nix::sys::resource::{UsageWho, getrusage};
use program::Hostile;

/// Most memory beyond that of a log of one event, in MiB.
const MOST: i64 = 75;
/// Length of the log, in bytes.
const LENGTH: usize = 80 << 20;

/// An event; every one differs from the others.
fn event(at: usize) -> String {
    let (minute, second) = (at / 60 % 60, at % 60);
    format!(
        "{{\"eventVersion\":\"1.11\",\"userIdentity\":{{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::210987654321:user/u{at}\",\
         \"accessKeyId\":\"AKIAXEXAMPLE7{at:07}\"}},\"eventTime\":\"2026-06-30T11:{minute:02}:{second:02}Z\",\
         \"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"Unheard{at}\",\"sourceIPAddress\":\"203.0.113.7\",\
         \"requestID\":\"{at}\",\"eventID\":\"e{at}\",\"recipientAccountId\":\"210987654321\"}}\n"
    )
}

#[test]
fn a_long_log_is_streamed() {
    Hostile::written("short.ndjson", |file| file.write_all(event(0).as_bytes())).is_read();
    let short = most_used();
    let mut records = 0;
    let log = Hostile::written("log.ndjson", |file| {
        let (mut file, mut written) = (BufWriter::new(file), 0);
        while written < LENGTH {
            let line = event(records);
            file.write_all(line.as_bytes())?;
            written += line.len();
            records += 1;
        }
        file.flush()
    });
    let read = log.is_read();
    assert!(
        read.starts_with(&format!("log (cloudtrail), {records} items")),
        "{read}"
    );
    let more = most_used() - short;
    assert!(more < MOST, "{more} MiB more than {short} MiB");
}

/// The most memory that any program took which this process started, in MiB.
fn most_used() -> i64 {
    let used = getrusage(UsageWho::RUSAGE_CHILDREN).expect("every Unix tells it");
    used.max_rss() >> 10
}
