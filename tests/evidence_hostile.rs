//! Files made to break the reader of artefacts: both commands refuse them in words that help, or read them, and a
//! refused one leaves the assessment as it was, byte for byte.

#![cfg(unix)]

#[path = "evidence_hostile/large.rs"]
mod large;
#[path = "evidence_hostile/program.rs"]
mod program;
#[path = "evidence_hostile/xml.rs"]
mod xml;

use std::io::Write;
use std::process::Command;

use program::Hostile;

const AUDIT: &str = "account,owner,created\n";

#[test]
fn a_packed_bomb_is_refused() {
    let bomb = Hostile::written("log.json.gz", |file| {
        let mut packed = flate2::write::GzEncoder::new(file, flate2::Compression::best());
        let spaces = vec![b' '; 1 << 20];
        (0..300).try_for_each(|_| packed.write_all(&spaces))?;
        packed.finish().map(|_| ())
    });
    bomb.is_refused("it unpacks to more than 200 times its size");
}

#[test]
fn a_packed_file_that_is_cut_is_refused() {
    let mut packed = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
    packed.write_all(AUDIT.as_bytes()).expect("memory takes it");
    let bytes = packed.finish().expect("memory takes it");
    Hostile::new("list.csv.gz", &bytes[..bytes.len() - 9]).is_refused("it cannot be read");
}

#[test]
fn archives_are_refused() {
    Hostile::new("list.csv", b"PK\x03\x04\x14\0\0\0")
        .is_refused("it is a ZIP archive or a spreadsheet");
}

#[test]
fn json_that_is_too_deep_is_refused() {
    let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
    Hostile::new("a.json", (open.clone() + &close).as_bytes())
        .is_refused("it is nested more than 64 deep");
    Hostile::new("a.json", open.as_bytes()).is_refused("its JSON is broken");
    let objects = "{\"Records\":".repeat(100_000) + "1" + &"}".repeat(100_000);
    Hostile::new("a.json", objects.as_bytes()).is_refused("it is nested more than 64 deep");
}

#[test]
fn json_of_too_many_values_is_refused() {
    let values = format!("[{}1]", "1,".repeat(3_000_000));
    Hostile::new("a.json", values.as_bytes()).is_refused("it holds more than 2000000 values");
}

#[test]
fn broken_wide_text_is_refused() {
    let why = "its UTF-16 text is broken";
    Hostile::new("a.json", b"\xff\xfe{\0}").is_refused(why);
    // Half a surrogate pair.
    Hostile::new("a.json", b"\xff\xfe{\0\"\0\x00\xd8\"\0}\0").is_refused(why);
    Hostile::new("a.json", b"\xfe\xff\0{\0\"\xdc\x00\0\"\0}").is_refused(why);
}

#[test]
fn half_a_pair_in_json_is_refused() {
    let json = r#"{"access_token": "\ud800", "token_type": "Bearer", "expires_in": 60}"#;
    Hostile::new("a.json", json.as_bytes()).is_refused("its JSON is broken");
}

#[test]
fn text_that_is_none_is_refused_with_its_line() {
    let nul = b"account,owner,created\nsvc,\0,2026-01-01\n";
    Hostile::new("a.csv", nul).is_refused("it holds a NUL character, line 2");
    let latin = b"account,owner,created\nsvc,Jos\xe9,2026-01-01\n";
    Hostile::new("a.csv", latin).is_refused("it is not UTF-8 or UTF-16 text, line 2");
}

#[test]
fn a_file_that_holds_nothing_is_refused() {
    Hostile::new("a.json", b"").is_refused("it is empty");
    Hostile::new("a.csv", b"\xef\xbb\xbf\r\n\r\n").is_refused("it is empty");
}

#[test]
fn what_is_of_no_kind_is_told_what_was_tried() {
    let text = Hostile::new("notes.txt", b"Minutes of the meeting\n\nNobody came.\n");
    text.is_refused("is no kind of artefact that is known");
}

#[test]
fn what_is_no_file_is_refused() {
    for device in ["/dev/zero", "/dev/null"] {
        Hostile::at(device).is_rejected("it is not a file");
    }
    let folder = Hostile::at("/tmp");
    folder.is_rejected("it is not a file");
    let missing = Hostile::at(folder.beside("missing.json"));
    missing.is_rejected("missing.json");
}

#[test]
fn a_pipe_that_nobody_fills_is_refused() {
    let folder = Hostile::new("unused", b"");
    let pipe = folder.beside("pipe.json");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("every Unix has it").success());
    Hostile::at(pipe).is_rejected("it is not a file");
}

#[test]
fn a_secret_in_what_is_refused_is_not_told() {
    let json =
        br#"{"client_secret": "Zq7vC2nXk8sLw4TbQyE1hJ6uGd", "password": "Zq7-Winter-Paper-41"#;
    let said = Hostile::new("a.json", json).read();
    assert_eq!(said.code, Some(3), "{said:?}");
    assert!(!said.error.contains("Zq7"), "{said:?}");
}
