//! Redaction as a whole: what goes, what stays, and that twice is as once.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use super::*;
use crate::evidence::input::table::Table;

fn kept(text: &str) -> String {
    kept_with(text, Options::default())
}

fn kept_with(text: &str, options: Options) -> String {
    let copy = |text: &str| copy_with(&Content::Whole(text.to_owned()), options);
    let once = copy(text).expect("its shape is known");
    assert_eq!(copy(&once).as_ref(), Some(&once), "twice is as once");
    once
}

fn token(header: &str, claims: &str, end: &str) -> String {
    format!(
        "{}.{}{end}",
        URL_SAFE_NO_PAD.encode(header),
        URL_SAFE_NO_PAD.encode(claims)
    )
}

const HEADER: &str = r#"{"alg":"RS256","kid":"a"}"#;

#[test]
fn a_token_loses_its_signature_and_the_claims_that_nobody_compares() {
    let claims =
        r#"{"sub":"a","exp":1795325835,"email":"a@example.com","n":{"x":["s3cret"]},"ok":true}"#;
    let left =
        r#"{"sub":"a","exp":1795325835,"email":"[redacted]","n":{"x":["[redacted]"]},"ok":true}"#;
    let expected = format!("a {} b", token(HEADER, left, ".[redacted]"));
    assert_eq!(
        text(&format!("a {} b", token(HEADER, claims, ".c2ln"))),
        expected
    );
    assert_eq!(text(&expected), expected);
}

#[test]
fn a_token_without_a_signature_has_none_afterwards() {
    for end in ["", "."] {
        let token = token(r#"{"alg":"none"}"#, r#"{"sub":"a"}"#, end);
        assert_eq!(text(&token), token);
    }
}

#[test]
fn of_an_encrypted_token_only_the_header_stays() {
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"dir","enc":"A256GCM"}"#);
    let expected = format!("{header}.[redacted]...");
    assert_eq!(text(&format!("{header}.a1.b2.c3.d4")), expected);
    assert_eq!(text(&expected), expected);
}

#[test]
fn what_only_looks_like_a_token_is_cut() {
    assert_eq!(text("eyJmZmZmZm.eyJxxxxxx.zzz"), GONE);
    assert_eq!(text("eyewitness.example.com"), "eyewitness.example.com");
}

#[test]
fn secrets_go_by_their_key_and_ids_keep_their_end() {
    let copy = kept(
        r#"{"client_secret": "hunter22", "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "name": "a"}"#,
    );
    assert_eq!(
        copy,
        r#"{"client_secret": "[redacted]", "AccessKeyId": "…MPLE", "name": "a"}"#
    );
}

#[test]
fn ids_that_end_alike_stay_apart() {
    let copy = kept(
        r#"[{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE"}, {"AccessKeyId": "AKIAI44QH8DHBEXAMPLE"}]"#,
    );
    assert_eq!(
        copy,
        r#"[{"AccessKeyId": "…MPLE"}, {"AccessKeyId": "…MPLE~2"}]"#
    );
}

#[test]
fn settings_of_tokens_are_no_secrets() {
    let text = r#"{"refresh_token": {"token_lifetime": 2592000, "expiration_type": "non-expiring", "leeway": 0},
        "token_endpoint_auth_method": "client_secret_basic", "code": "insufficient_scope", "kid": "a1b2c3d4e5f6a7b8c9",
        "nextPageToken": "", "scope": "secret:read token:write", "permissions": ["password: change"]}"#;
    assert_eq!(kept(text), text);
}

#[test]
fn the_first_of_two_keys_is_cut_too() {
    let copy = kept(r#"{"client_secret": "hunter22", "client_secret": {"length": 8}}"#);
    assert!(!copy.contains("hunter22"), "{copy}");
}

#[test]
fn secrets_within_texts_of_json_go_at_any_depth() {
    let mut text = r#"{"password":"hunter22","n":1}"#.to_owned();
    for _ in 0..7 {
        text = serde_json::json!({ "definition": [text] }).to_string();
        assert!(!kept(&text).contains("hunter22"), "{text}");
    }
}

#[test]
fn secrets_within_base64_go_and_the_rest_stays() {
    let inner = STANDARD.encode(r#"{"password":"hunter22","n":1}"#);
    let expected = STANDARD.encode(r#"{"password":"[redacted]","n":1}"#);
    let copy = kept(&format!(r#"{{"content":"{inner}"}}"#));
    assert_eq!(copy, format!(r#"{{"content":"{expected}"}}"#));
}

#[test]
fn values_go_by_names_within_a_text() {
    let cases = [
        (
            "https://a.example.com/?code=abc&x=1",
            "https://a.example.com/?code=[redacted]&x=1",
        ),
        (
            "https://job:hunter22@a.example.com/",
            "https://job:[redacted]@a.example.com/",
        ),
        (
            "AccountName=a;AccountKey=ab/c+d==;x",
            "AccountName=a;AccountKey=[redacted];x",
        ),
        (
            r#"{"client_secret":"hunter 22", cut"#,
            r#"{"client_secret":"[redacted]", cut"#,
        ),
        (
            "password: hunter22 is wrong",
            "password: [redacted] is wrong",
        ),
        (
            "Authorization: Basic YTpodW50ZXIyMg==",
            "Authorization: Basic [redacted]",
        ),
    ];
    for (old, new) in cases {
        assert_eq!(text(old), new);
        assert_eq!(text(new), new);
    }
    for same in [
        "a token: its end (`exp`) is no moment",
        "Basic authentication",
        "secret:read",
        "arn:aws:secretsmanager:a:1:secret:b",
    ] {
        assert_eq!(text(same), same);
    }
}

#[test]
fn private_key_blocks_go_whole() {
    let block = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----";
    assert_eq!(text(&format!("x {block} y")), "x [redacted] y");
}

#[test]
fn secret_columns_go_and_rows_stay_on_their_lines() {
    let lines = |text: &str| {
        let mut table = Table::text(text).expect("a table");
        let mut lines = vec![];
        while let Some(row) = table.next_row().expect("readable") {
            lines.push((row.line, row.field(0).to_owned()));
        }
        lines
    };
    let text = "user,password,access_key_id\n\na,\"hunter22\n\",AKIAIOSFODNN7EXAMPLE\n\nb,no,\n";
    let copy = kept(text);
    assert!(
        copy.contains("a,[redacted],…MPLE\n") && copy.contains("b,no,\n"),
        "{copy}"
    );
    assert_eq!(lines(&copy), lines(text));
}

#[test]
fn a_comma_within_a_secret_moves_it_into_no_other_column() {
    let copy = kept("user,password,note\na,hunter22,hunter23,x\n");
    assert!(!copy.contains("hunter2"), "{copy}");
}

#[test]
fn lines_of_settings_are_cut_where_they_name_secrets() {
    let copy =
        kept("kind: Secret\ndata:\n  a: aHVudGVyMjI=\n---\nclientSecret: hunter22\nkey: |\n  x\n");
    assert_eq!(
        copy,
        "kind: Secret\ndata:\n  a: [redacted]\n---\nclientSecret: [redacted]\nkey: |\n  x\n"
    );
}

#[test]
fn addresses_go_by_option_and_stay_comparable() {
    let hidden = Options { emails: true };
    let copy = kept_with(
        r#"{"a": "Ada@example.com", "b": "ada@example.com"}"#,
        hidden,
    );
    assert!(!copy.contains('@'), "{copy}");
    let marks: Vec<&str> = copy
        .split('"')
        .filter(|word| word.starts_with("e-mail-"))
        .collect();
    assert_eq!(marks.len(), 2);
    assert_eq!(marks[0], marks[1]);
    assert!(kept("a\nada@example.com\n").contains("ada@"));
}

#[test]
fn floods_are_read_in_one_pass() {
    for word in [
        "token: x, ",
        "password=",
        "https://a:",
        "eyJ",
        "<a b='c'",
        "-----BEGIN PRIVATE KEY-----",
        "\\\"",
    ] {
        text(&word.repeat(200_000));
    }
}
