//! A long log as its users wait for it: the whole process, from the file to the facts.
//!
//! Aims for a gibibyte with one event a line: 300 MB a second and core, 100 MB of memory. The size is
//! `IDP_ASSAY_LOG_BYTES`, a gibibyte where that is not set; without `--bench`, as `cargo test` runs it, a
//! mebibyte shows that it works.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{Usage, UsageWho, getrusage};

const MEBIBYTE: u64 = 1 << 20;

fn size() -> u64 {
    if !std::env::args().any(|argument| argument == "--bench") {
        return MEBIBYTE;
    }
    let given = std::env::var("IDP_ASSAY_LOG_BYTES");
    let given = given.ok().and_then(|bytes| bytes.parse().ok());
    given.unwrap_or(1024 * MEBIBYTE)
}

/// Events that differ in what is counted: name, actor, machine or person, time and outcome.
fn cloudtrail(number: u64) -> String {
    let events = [
        ("iam", "CreateAccessKey"),
        ("sts", "AssumeRole"),
        ("signin", "ConsoleLogin"),
        ("ec2", "DescribeInstances"),
        ("s3", "GetObject"),
        ("iam", "AttachRolePolicy"),
        ("cloudtrail", "StopLogging"),
        ("secretsmanager", "GetSecretValue"),
    ];
    let (service, name) = events[number as usize % events.len()];
    let (actor, key) = (number * 7 % 5_000, number * 31 % 10_000_000);
    let time = time(number);
    format!(
        r#"{{"eventVersion":"1.09","userIdentity":{{"type":"AssumedRole","principalId":"AROAEXAMPLE{key:08}:job-{actor}","arn":"arn:aws:sts::111122223333:assumed-role/pipeline/job-{actor}","accountId":"111122223333","accessKeyId":"ASIAEXAMPLE{key:08}","sessionContext":{{"sessionIssuer":{{"type":"Role","principalId":"AROAEXAMPLE","arn":"arn:aws:iam::111122223333:role/pipeline","accountId":"111122223333","userName":"pipeline"}},"attributes":{{"creationDate":"2026-01-01T00:00:00Z","mfaAuthenticated":"false"}}}}}},"eventTime":"{time}Z","eventSource":"{service}.amazonaws.com","eventName":"{name}","awsRegion":"eu-central-1","sourceIPAddress":"192.0.2.{}","userAgent":"aws-cli/2.13.5 Python/3.11.4 Linux/6.1 exe/x86_64 prompt/off","requestParameters":{{"filterSet":{{"items":[{{"name":"tag:owner","valueSet":{{"items":[{{"value":"team-{actor}"}}]}}}}]}},"description":"what \"they\" asked for"}},"responseElements":null,"requestID":"00000000-0000-4000-8000-{number:012}","eventID":"00000000-0000-4000-9000-{number:012}","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","tlsDetails":{{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"{service}.eu-central-1.amazonaws.com"}}}}"#,
        number % 255
    )
}

fn okta(number: u64) -> String {
    let names = [
        "user.session.start",
        "user.authentication.sso",
        "policy.evaluate_sign_on",
        "app.oauth2.as.token.grant.access_token",
        "system.api_token.create",
        "group.user_membership.add",
        "policy.lifecycle.update",
        "user.lifecycle.create",
    ];
    let name = names[number as usize % names.len()];
    let actor = number * 7 % 5_000;
    let time = time(number);
    format!(
        r#"{{"actor":{{"id":"00uexample{actor:08}","type":"User","alternateId":"user{actor}@example.com","displayName":"User {actor}","detailEntry":null}},"client":{{"userAgent":{{"rawUserAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36","os":"Linux","browser":"CHROME"}},"zone":"null","device":"Computer","id":null,"ipAddress":"192.0.2.{}","geographicalContext":{{"city":"Exampleton","state":"Example","country":"Utopia","postalCode":"00000","geolocation":{{"lat":40.31,"lon":-74.01}}}}}},"authenticationContext":{{"authenticationStep":0,"externalSessionId":"idx{number:012}"}},"displayMessage":"Something \"was\" done","eventType":"{name}","outcome":{{"result":"SUCCESS","reason":null}},"published":"{time}.{:03}Z","securityContext":{{"asNumber":64496,"asOrg":"example","isp":"example","domain":"example.com","isProxy":false}},"severity":"INFO","debugContext":{{"debugData":{{"requestId":"r{number:012}","requestUri":"/api/v1/authn","url":"/api/v1/authn?","threatSuspected":"false"}}}},"legacyEventType":"core.event","transaction":{{"type":"WEB","id":"t{number:012}","detail":{{}}}},"uuid":"00000000-0000-4000-8000-{number:012}","version":"0","request":{{"ipChain":[{{"ip":"192.0.2.1","version":"V4","source":null}}]}},"target":[{{"id":"0oaexample{actor:08}","type":"AppInstance","alternateId":"App","displayName":"App"}}]}}"#,
        number % 255,
        number % 1000
    )
}

fn time(number: u64) -> String {
    let (day, second) = (number % 28 + 1, number % 60);
    format!(
        "2026-03-{day:02}T{:02}:{:02}:{second:02}",
        number % 24,
        number / 60 % 60
    )
}

fn write(name: &str, bytes: u64, record: Maker) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.ndjson"));
    let file = File::create(&path).expect("the target folder takes a file");
    let mut file = BufWriter::with_capacity(1 << 20, file);
    let mut written = 0;
    for number in 0.. {
        if written >= bytes {
            break;
        }
        let record = record(number);
        writeln!(file, "{record}").expect("the disk takes the log");
        written += record.len() as u64 + 1;
    }
    file.flush().expect("the disk takes the log");
    path
}

fn children() -> Usage {
    getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system tells")
}

/// Seconds that all children have worked so far, on whatever core.
fn worked() -> f64 {
    let usage = children();
    let seconds =
        |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    seconds(usage.user_time()) + seconds(usage.system_time())
}

fn measure(name: &str, path: &Path) {
    let megabytes = path.metadata().expect("it was written").len() as f64 / 1e6;
    let (before, start) = (worked(), Instant::now());
    let status = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(["evidence", "read"])
        .arg(path)
        .stdout(Stdio::null())
        .status()
        .expect("the program starts");
    let (waited, worked) = (start.elapsed().as_secs_f64(), worked() - before);
    assert!(status.success(), "{name} is not read");
    // The system tells only the most that any child has taken so far.
    let memory = children().max_rss() / 1024;
    println!(
        "log/{name}: {megabytes:.0} MB in {waited:.2} s, {:.0} MB/s, {:.0} MB/s a core, at most {memory} MB of memory",
        megabytes / waited,
        megabytes / worked
    );
}

/// What makes the event of a number.
type Maker = fn(u64) -> String;

fn main() {
    let bytes = size();
    let logs: [(&str, Maker); 2] = [("cloudtrail", cloudtrail), ("okta", okta)];
    for (name, record) in logs {
        let path = write(name, bytes, record);
        measure(name, &path);
        std::fs::remove_file(&path).expect("it was written");
    }
}
