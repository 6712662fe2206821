//! Secrets that were found by their name, to be cut wherever else they stand: a session's id is also part of the
//! address of its stream.

use std::collections::{BTreeMap, BTreeSet};

use super::GONE;
use super::shape::is_random;

/// Most secrets that are remembered.
const MOST: usize = 200_000;

/// Most secrets with the same first word.
const ALIKE: usize = 1000;

/// Secrets, by the first word in them.
#[derive(Debug, Default)]
pub(super) struct Seen {
    by_word: BTreeMap<String, BTreeSet<String>>,
    count: usize,
}

impl Seen {
    /// Remembers a secret, if it is long and none that could stand for something else.
    pub(super) fn add(&mut self, secret: &str) {
        let secret = secret.trim();
        let is_known = secret.starts_with("arn:") || !is_random(secret) || secret.len() > 4096;
        let Some(word) = words(secret)
            .map(|(_, word)| word)
            .find(|word| word.len() >= 6)
        else {
            return;
        };
        if !is_known && self.count < MOST {
            let held = self.by_word.entry(word.to_owned()).or_default();
            if held.len() < ALIKE {
                self.count += usize::from(held.insert(secret.to_owned()));
            }
        }
    }

    /// Takes over what another has seen.
    pub(super) fn join(&mut self, other: Self) {
        for secret in other.by_word.into_values().flatten() {
            self.add(&secret);
        }
    }

    /// A text without the secrets.
    pub(super) fn scrub(&self, text: String) -> String {
        if self.by_word.is_empty() {
            return text;
        }
        let mut out = String::new();
        let mut copied = 0;
        for (at, word) in words(&text) {
            let Some(secrets) = self.by_word.get(word).filter(|_| at >= copied) else {
                continue;
            };
            // Of several that begin alike the longest.
            let found = secrets.iter().filter_map(|secret| {
                let from = at
                    .checked_sub(secret.find(word)?)
                    .filter(|from| *from >= copied)?;
                text[..]
                    .get(from..)?
                    .starts_with(secret.as_str())
                    .then_some(from..from + secret.len())
            });
            if let Some(range) = found.max_by_key(|range| range.len()) {
                out.push_str(&text[copied..range.start]);
                out.push_str(GONE);
                copied = range.end;
            }
        }
        match copied {
            0 => text,
            _ => out + &text[copied..],
        }
    }
}

/// Words of letters, digits, `-` and `_`, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let mut from = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        from += bytes[from..].iter().position(is_letter)?;
        let start = from;
        from += bytes[from..]
            .iter()
            .position(|byte| !is_letter(byte))
            .unwrap_or(bytes.len() - from);
        Some((start, &text[start..from]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_goes_wherever_it_stands() {
        let mut seen = Seen::default();
        seen.add("ab/cdefgh1jkl+mno9==");
        seen.add("session-k3j4h5g6f7d8");
        let text = "x ab/cdefgh1jkl+mno9== wss://a/session-k3j4h5g6f7d8?b cdefgh1jkl".to_owned();
        assert_eq!(
            seen.scrub(text),
            "x [redacted] wss://a/[redacted]?b cdefgh1jkl"
        );
    }

    #[test]
    fn what_could_be_a_name_stays() {
        let mut seen = Seen::default();
        for name in [
            "password",
            "user@example.com",
            "arn:aws:iam::1:user/abcdefgh",
            "svc-invoice",
        ] {
            seen.add(name);
        }
        assert!(seen.by_word.is_empty());
    }
}
