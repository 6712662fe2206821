//! Names and their values within a text: parameters of addresses, connection strings, JSON that is broken or
//! quoted, lines of settings.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::names::{Keep, by_name, is_parameter};
use super::shape::is_plain;
use super::{GONE, tail};

/// A name, a sign, and the quote behind it.
static PAIR: LazyLock<Regex> = LazyLock::new(|| {
    let pair = r#"(?P<name>[A-Za-z_][A-Za-z0-9_.$-]{0,80})(?P<quote>\\*["'])?(?P<sign>[ \t]*(?:=>|=|:)[ \t]*|%3[dD])(?P<open>\\*["'])?"#;
    Regex::new(pair).expect("it is a pattern")
});

/// The text without values whose names say that they are secret.
pub(super) fn values(text: &str) -> Cow<'_, str> {
    if !text.contains(['=', ':']) && !text.contains("%3") {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut copied = 0;
    for found in PAIR.captures_iter(text) {
        let whole = found.get(0).expect("a match has a whole");
        if whole.start() < copied {
            continue;
        }
        let before = text[..whole.start()].chars().next_back();
        let Some(pair) = Pair::of(&found, before) else {
            continue;
        };
        let rest = &text[whole.end()..];
        let value = &rest[..pair.end(rest)];
        if let Some(instead) = pair.instead(value) {
            out.push_str(&text[copied..whole.end()]);
            out.push_str(&instead);
            copied = whole.end() + value.len();
        }
    }
    match copied {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(out + &text[copied..]),
    }
}

/// Longest value that may stay.
const NEAR: usize = 4096;

struct Pair<'t> {
    keep: Keep,
    /// The quote around the value, with the signs that escape it.
    quote: Option<&'t str>,
    /// Whether it is a parameter of an address.
    is_parameter: bool,
    /// Whether only a colon and a space stand between name and value, as in a sentence.
    is_loose: bool,
}

impl<'t> Pair<'t> {
    /// The pair, where its name is that of a secret.
    fn of(found: &Captures<'t>, before: Option<char>) -> Option<Self> {
        let name = &found["name"];
        let sign = &found["sign"];
        let is_parameter =
            matches!(before, Some('?' | '&' | '#')) && sign == "=" && is_parameter(name)
                || sign.starts_with('%') && is_parameter(name.rsplit("%26").next().unwrap_or(name));
        let keep = match (by_name(name), is_parameter) {
            (Keep::All, false) => return None,
            (_, true) => Keep::Nothing,
            (keep, false) => keep,
        };
        let quote = found.name("open").map(|quote| quote.as_str());
        let is_bare = sign.trim() == ":" && quote.is_none() && found.name("quote").is_none();
        // `secret:read` is the name of a permission.
        if is_bare && !sign.ends_with([' ', '\t']) {
            return None;
        }
        Some(Self {
            keep,
            quote,
            is_parameter,
            is_loose: is_bare,
        })
    }

    /// How long the value is that the text begins with. What is not cut is short, so that it is not looked
    /// through again and again.
    fn end(&self, rest: &str) -> usize {
        let near = &rest[..rest.floor_char_boundary(NEAR)];
        self.end_in(near)
            .or_else(|| self.end_in(rest))
            .unwrap_or(rest.len())
    }

    fn end_in(&self, rest: &str) -> Option<usize> {
        if let Some(quote) = self.quote {
            let line = rest.find(['\n', '\r']);
            let line_text = &rest[..line.unwrap_or(rest.len())];
            return line_text.find(quote).or(line);
        }
        let ends: &[char] = match (self.is_parameter, self.is_loose) {
            (true, _) => &['&', '#', '"', '\'', '<', '>', ' ', '\\', '\n', '\r'],
            (_, true) => &[',', ' ', '"', '\'', '\\', '}', '\t', '\n', '\r'],
            _ => &[
                ';', ' ', '"', '\'', '<', '>', '\\', '}', '&', '\t', '\n', '\r',
            ],
        };
        let end = rest.find(ends);
        // An address within an address writes `&` so.
        match self.is_parameter {
            true => [end, rest.find("%26")].into_iter().flatten().min(),
            false => end,
        }
    }

    fn instead(&self, value: &str) -> Option<String> {
        // What is cut already; of a token, what may stay.
        let is_cut = value.len() < NEAR && value.contains(GONE);
        if value.is_empty() || is_cut || value.starts_with('=') {
            return None;
        }
        let is_word = matches!(
            value,
            "true" | "false" | "null" | "None" | "True" | "False" | "{" | "["
        );
        let is_kept = match self.keep {
            Keep::All => true,
            Keep::Tail => return Some(tail(value)),
            Keep::Plain | Keep::NoRandom => self.keep.keeps(value),
            Keep::NoText | Keep::Settings | Keep::Nothing => {
                value.len() < NEAR
                    && (self.is_loose && is_plain(value) || value.starts_with(['{', '[']))
            }
        };
        (!is_kept && !is_word).then(|| GONE.to_owned())
    }
}
