//! What lies packed in a text: JSON, XML, or either in base64.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};

use super::json::Walk;
use super::seen::Seen;
use super::shape::is_aws_secret;
use super::{GONE, Options, xml};
use crate::evidence::input::json::Document;

/// How deep a text may hold JSON that holds a text of JSON; what lies deeper is cut.
const NESTED: usize = 4;

/// A value without what is secret in it; none where there is nothing.
pub(super) fn inside(
    text: &str,
    options: Options,
    depth: usize,
    seen: &mut Seen,
) -> Option<String> {
    let start = text.trim_start();
    if start.starts_with(['{', '['])
        && let Ok(document) = Document::parse(text)
    {
        return nested((text, &document), options, depth, seen);
    }
    if start.starts_with('<')
        && let Some(new) = xml::fragment(text, options)
    {
        return (new != text).then_some(new);
    }
    if is_aws_secret(text) {
        return Some(GONE.to_owned());
    }
    if let Some(new) = packed(text, options, depth, seen) {
        return Some(new);
    }
    let new = super::text_with(text, options);
    (new != text).then(|| new.into_owned())
}

fn nested(
    (text, document): (&str, &Document),
    options: Options,
    depth: usize,
    seen: &mut Seen,
) -> Option<String> {
    if depth == NESTED {
        return Some(GONE.to_owned());
    }
    let mut walk = Walk::new(text, options);
    walk.depth = depth + 1;
    let new = walk.document(document);
    seen.join(walk.seen);
    new
}

/// A text in base64: JSON, XML or a table, without what is secret in it.
fn packed(text: &str, options: Options, depth: usize, seen: &mut Seen) -> Option<String> {
    let is_base64 =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=');
    if text.len() < 16 || !text.bytes().all(is_base64) {
        return None;
    }
    let engines = [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE, &URL_SAFE_NO_PAD];
    let (engine, bytes) = engines
        .iter()
        .find_map(|engine| Some((engine, engine.decode(text).ok()?)))?;
    let inner = String::from_utf8(bytes).ok()?;
    if inner.contains(|c: char| c.is_control() && !c.is_whitespace()) {
        return None;
    }
    let is_pair = inner
        .split_once(':')
        .is_some_and(|(name, word)| !name.is_empty() && !word.is_empty());
    if is_pair
        && !inner.contains(char::is_whitespace)
        && !inner.starts_with(['{', '[', '<'])
        && !inner.contains("://")
    {
        // A name and a password, as for basic authentication.
        return Some(GONE.to_owned());
    }
    match depth == NESTED {
        true => Some(GONE.to_owned()),
        false => Some(engine.encode(inside(&inner, options, depth + 1, seen)?)),
    }
}
