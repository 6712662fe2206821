//! Takes secrets out of whatever is stored, shown or logged.
//!
//! Two nets: values under keys or columns that hold secrets by their name, and words that are secrets by
//! their look, wherever they stand. Ids of keys keep their last four characters, because people compare
//! them; of a signed token header and claims stay, and the signature goes.

mod names;

use std::ops::Range;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use regex::{Captures, Regex};

use self::names::{Keep, keep};
use super::fact::{Fact, FactValue};
use super::input::Input;
use super::input::content::Content;
use super::input::json::Json;
use super::input::table::Table;

/// What stands where a secret stood.
pub const GONE: &str = "[redacted]";

/// Words that are secrets by their look.
static LOOKS: LazyLock<Regex> = LazyLock::new(|| {
    let looks = [
        // A signed or encrypted token: base64url of `{"` begins with `eyJ`.
        r"(?P<token>eyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){2,4})",
        r"(?P<pem>-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$))",
        r"(?P<id>\b(?:AKIA|ASIA|AROA|AIDA|ACCA|ABIA|APKA|ANPA|AGPA|ANVA|ASCA)[A-Z0-9]{12,}\b)",
        r"(?P<word>\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|xox[abeprs]-[A-Za-z0-9-]{10,}|sk-[A-Za-z0-9_-]{20,}|AIza[A-Za-z0-9_-]{30,}|ya29\.[A-Za-z0-9_-]{20,}|hv[sbr]\.[A-Za-z0-9_-]{20,}|s\.[A-Za-z0-9]{24}\b|npm_[A-Za-z0-9]{30,}))",
        r"(?P<header>(?i:\b(?:bearer|basic|ssws)) +)(?P<credential>[A-Za-z0-9._~+/=-]{8,})",
    ];
    Regex::new(&looks.join("|")).expect("it is a pattern")
});

/// The text without words that are secrets by their look.
pub fn text(text: &str) -> String {
    let cut = |found: &Captures| {
        if let Some(token) = found.name("token") {
            return unsigned(token.as_str());
        }
        if let Some(id) = found.name("id") {
            return tail(id.as_str());
        }
        match found.name("header") {
            Some(header) => format!("{}{GONE}", header.as_str()),
            None => GONE.to_owned(),
        }
    };
    LOOKS.replace_all(text, cut).into_owned()
}

/// A token without its signature, or without all but the header where it is encrypted. What only looks like
/// a token is cut altogether.
fn unsigned(token: &str) -> String {
    let parts: Vec<&str> = token.split('.').collect();
    let is_json = |part: &str| {
        let bytes = URL_SAFE_NO_PAD.decode(part.trim_end_matches('='));
        bytes.is_ok_and(|bytes| serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).is_ok())
    };
    match parts.as_slice() {
        [header, claims, _] if is_json(header) && is_json(claims) => {
            format!("{header}.{claims}.{GONE}")
        }
        [header, ..] if parts.len() == 5 && is_json(header) => format!("{header}.{GONE}"),
        _ => GONE.to_owned(),
    }
}

/// The last four characters of an id, with a mark for the rest; a short one is cut altogether.
pub fn tail(id: &str) -> String {
    let count = id.chars().count();
    match count {
        0 => String::new(),
        1..=8 => GONE.to_owned(),
        _ => {
            let end: String = id.chars().skip(count - 4).collect();
            format!("…{end}")
        }
    }
}

/// Cuts what is secret by its look out of a fact.
pub(super) fn fact(fact: &mut Fact) {
    if let Some(about) = &mut fact.about {
        *about = text(about);
    }
    fact.place.path = text(&fact.place.path);
    if let FactValue::Set(names) = &mut fact.value {
        *names = names.iter().map(|name| text(name.as_str())).collect();
    }
}

/// The text of a file as it may be kept: nothing in it that is secret by its name or its look. None where
/// that cannot be told: what is no text of a known shape is not kept.
pub fn copy(content: &Content) -> Option<String> {
    let whole = content.text()?;
    match content.input().ok()? {
        Input::Json(document) => {
            let mut cuts = vec![];
            for root in document.roots() {
                json(root, None, &mut cuts);
            }
            Some(text(&cut(whole, &cuts)))
        }
        Input::Table(_) => table(whole).map(|copy| text(&copy)),
        Input::Xml(xml) => names::xml(xml).map(|copy| text(&copy)),
        Input::Text(word) => Some(text(word)),
    }
}

/// A stretch of the text, and what takes its place.
type Cut = (Range<usize>, String);

fn cut(text: &str, cuts: &[Cut]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (range, instead) in cuts {
        if range.start >= from {
            out.push_str(&text[from..range.start]);
            out.push_str(instead);
            from = range.end;
        }
    }
    out.push_str(&text[from..]);
    out
}

fn json(value: &Json, parent: Option<&str>, cuts: &mut Vec<Cut>) {
    for (key, held) in value.entries() {
        match keep(key, parent, value) {
            Keep::All => json(held, Some(key), cuts),
            Keep::Tail => tails(held, cuts),
            Keep::None => silence(held, cuts),
        }
    }
    for held in value.items() {
        json(held, parent, cuts);
    }
    if let Some(text) = value.text() {
        nested(value, text, cuts);
    }
}

/// JSON within a text of JSON, as some exports write it.
fn nested(value: &Json, text: &str, cuts: &mut Vec<Cut>) {
    if !text.trim_start().starts_with(['{', '[']) {
        return;
    }
    let Ok(inner) = super::input::json::Document::parse(text) else {
        return;
    };
    let mut inside = vec![];
    for root in inner.roots() {
        json(root, None, &mut inside);
    }
    if !inside.is_empty() {
        let instead = serde_json::to_string(&cut(text, &inside)).expect("a text is JSON");
        cuts.push((value.start()..value.end(), instead));
    }
}

/// Cuts every text and number in a value.
fn silence(value: &Json, cuts: &mut Vec<Cut>) {
    for held in value.all() {
        let is_empty = held.text().is_some_and(str::is_empty);
        let is_plain = !held.is_map() && !held.is_list() && !held.is_null();
        if is_plain && !is_empty && held.holds_true().is_none() {
            cuts.push((held.start()..held.end(), format!("\"{GONE}\"")));
        }
    }
}

/// Cuts ids to their ends.
fn tails(value: &Json, cuts: &mut Vec<Cut>) {
    for held in value.all() {
        if let Some(text) = held.text().filter(|text| !text.is_empty()) {
            cuts.push((held.start()..held.end(), format!("\"{}\"", tail(text))));
        }
    }
}

/// A table without the fields of secret columns.
fn table(whole: &str) -> Option<String> {
    let mut table = Table::text(whole)?;
    let head: Vec<String> = table.head().to_vec();
    let kept: Vec<Keep> = head.iter().map(|name| names::column(name)).collect();
    let mut writer = csv::Writer::from_writer(vec![]);
    writer.write_record(&head).ok()?;
    while let Some(row) = table.next_row().ok()? {
        let field = |at: usize| {
            let field = row.field(at);
            match kept.get(at) {
                Some(Keep::All) => field.to_owned(),
                _ if field.is_empty() => String::new(),
                Some(Keep::Tail) => tail(field),
                _ => GONE.to_owned(),
            }
        };
        let fields: Vec<String> = (0..row.width()).map(field).collect();
        write_row(&mut writer, &fields, head.len())?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// Rows may be longer or shorter than the head; the copy makes them equal.
fn write_row(writer: &mut csv::Writer<Vec<u8>>, fields: &[String], width: usize) -> Option<()> {
    let fields = (0..width).map(|at| fields.get(at).map_or("", String::as_str));
    writer.write_record(fields).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> String {
        copy(&Content::Whole(text.to_owned())).expect("its shape is known")
    }

    const JWT: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";

    #[test]
    fn a_token_loses_its_signature_only() {
        assert_eq!(
            text(&format!("a {JWT} b")),
            "a eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.[redacted] b"
        );
    }

    #[test]
    fn what_only_looks_like_a_token_is_cut() {
        assert_eq!(text("eyJmZmZmZm.eyJxxxxxx.zzz"), GONE);
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
    fn secrets_within_texts_of_json_go() {
        let copy = kept(r#"{"definition": ["{\"password\":\"hunter22\",\"n\":1}"]}"#);
        assert!(!copy.contains("hunter22"), "{copy}");
        assert!(copy.contains(r#"\"n\":1"#), "{copy}");
    }

    #[test]
    fn private_key_blocks_go_whole() {
        let block = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----";
        assert_eq!(text(&format!("x {block} y")), "x [redacted] y");
    }

    #[test]
    fn secret_columns_go() {
        let copy = kept("user,password,access_key_id\na,hunter22,AKIAIOSFODNN7EXAMPLE\n");
        assert_eq!(copy, "user,password,access_key_id\na,[redacted],…MPLE\n");
    }
}
