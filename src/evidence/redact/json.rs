//! JSON: secrets under keys that name them, in texts, in keys, and in JSON within texts.
//!
//! The text is not written anew: only what is secret in it is replaced, so that lines and order stay.

use std::borrow::Cow;
use std::ops::Range;

use super::beside::Beside;
use super::ids::Ids;
use super::names::{Keep, by_name};
use super::packed::inside;
use super::seen::Seen;
use super::shape::is_random;
use super::{GONE, Options, token};
use crate::evidence::input::columns::normal;
use crate::evidence::input::json::{Document, Json};

/// A stretch of the text, and what takes its place.
type Cut = (Range<usize>, String);

/// A walk through one JSON text.
pub(super) struct Walk<'t> {
    text: &'t str,
    options: Options,
    /// How many texts of JSON it lies in.
    pub(super) depth: usize,
    cuts: Vec<Cut>,
    ids: Ids,
    /// What was cut for its name.
    pub(super) seen: Seen,
}

impl<'t> Walk<'t> {
    /// A walk that has not begun.
    pub(super) fn new(text: &'t str, options: Options) -> Self {
        Self {
            text,
            options,
            depth: 0,
            cuts: vec![],
            ids: Ids::default(),
            seen: Seen::default(),
        }
    }

    /// The whole document without secrets; none where there are none.
    pub(super) fn document(&mut self, document: &Document) -> Option<String> {
        for root in document.roots() {
            self.value(root, "");
        }
        self.finished()
    }

    /// What was walked through, without secrets; none where there are none.
    pub(super) fn finished(&mut self) -> Option<String> {
        let cuts = std::mem::take(&mut self.cuts);
        (!cuts.is_empty()).then(|| cut(self.text, &cuts))
    }

    /// Walks through a value that stands under a key.
    pub(super) fn value(&mut self, value: &Json, key: &str) {
        if value.is_map() {
            return self.object(value, key, Keep::All);
        }
        let is_headers = normal(key).ends_with("headers");
        let mut named = Keep::All;
        for item in value.items() {
            // Headers that were recorded as names and values by turns.
            match is_headers && named != Keep::All {
                true => self.secret(item, key, named),
                false => self.value(item, key),
            }
            named = match named {
                Keep::All => item.text().map_or(Keep::All, by_name),
                _ => Keep::All,
            };
        }
        if let Some(text) = value.text()
            && let Some(new) = inside(text, self.options, self.depth, &mut self.seen)
        {
            self.replace(value, &new);
        }
    }

    /// Walks through an object; `around` is what may stay of the secret that it describes, if it does.
    fn object(&mut self, object: &Json, parent: &str, around: Keep) {
        let beside = Beside::of(object);
        for (number, (key, held)) in object.entries().iter().enumerate() {
            self.key(key, held, is_store(parent).then_some(number));
            match beside.keep(key, held, (parent, around)) {
                Keep::All => self.value(held, key),
                Keep::Tail if held.is_map() => self.value(held, key),
                keep => self.secret(held, key, keep),
            }
        }
    }

    /// Walks through what stands under the name of a secret.
    fn secret(&mut self, value: &Json, key: &str, keep: Keep) {
        if keep == Keep::Nothing {
            return self.silence(value);
        }
        if value.is_map() {
            return self.object(value, key, keep);
        }
        for item in value.items() {
            self.secret(item, key, keep);
        }
        match (keep, value.text()) {
            (Keep::Tail, Some(text)) => {
                let end = self.ids.tail(text);
                self.replace(value, &end);
            }
            (_, Some(text)) if keep.keeps(text) => self.value(value, key),
            (_, Some(text)) => self.cut(value, text),
            (Keep::Tail | Keep::All | Keep::NoRandom, None) => {}
            (_, None) => {
                let least = match keep {
                    Keep::Plain => 6,
                    Keep::NoText => 4,
                    _ => 1,
                };
                let raw = &self.text[value.start()..value.end()];
                if value.number().is_some() && raw.len() >= least {
                    self.cuts
                        .push((value.start()..value.end(), format!("\"{GONE}\"")));
                }
            }
        }
    }

    /// Cuts every text and number in a value; the claims of a token are none of it.
    pub(super) fn silence(&mut self, value: &Json) {
        for held in value.all() {
            if let Some(text) = held.text() {
                self.cut(held, text);
            } else if held.number().is_some() {
                self.cuts
                    .push((held.start()..held.end(), format!("\"{GONE}\"")));
            }
        }
    }

    /// Cuts a text; of a token its claims stay.
    fn cut(&mut self, value: &Json, text: &str) {
        let (start, word) = match text.split_once(' ') {
            Some((start, word)) if start.eq_ignore_ascii_case("bearer") => {
                (&text[..=start.len()], word)
            }
            _ => ("", text),
        };
        match token::redacted(word.trim(), self.options).filter(|_| word.contains('.')) {
            Some(token) => self.replace(value, &format!("{start}{token}")),
            None if text.is_empty() || value.holds_true().is_some() => {}
            None => {
                self.seen.add(text);
                self.replace(value, GONE);
            }
        }
    }

    fn replace(&mut self, value: &Json, new: &str) {
        if value.text() != Some(new) {
            let new = serde_json::to_string(new).expect("a text is JSON");
            self.cuts.push((value.start()..value.end(), new));
        }
    }

    /// Looks at a key: it may be a secret by its look, or the token itself where an object holds several by
    /// key.
    fn key(&mut self, key: &str, held: &Json, in_store: Option<usize>) {
        let new = match in_store.filter(|_| is_random(key)) {
            Some(number) => Cow::Owned(format!("{GONE} {}", number + 1)),
            None => super::text_with(key, self.options),
        };
        if new != key
            && let Some(range) = key_before(self.text, held.start())
        {
            let new = serde_json::to_string(&new).expect("a text is JSON");
            self.cuts.push((range, new));
        }
    }
}

/// Whether the keys of an object under this name may be secrets: `tokens`, `sessions`.
fn is_store(parent: &str) -> bool {
    let name = normal(parent);
    let ends = [
        "tokens",
        "sessions",
        "secrets",
        "apikeys",
        "credentials",
        "cookies",
    ];
    ends.iter().any(|end| name.ends_with(end))
}

/// Where the key stands, with its quotes, whose value begins there.
fn key_before(text: &str, value: usize) -> Option<Range<usize>> {
    let before = text[..value].trim_end().strip_suffix(':')?.trim_end();
    let inner = before.strip_suffix('"')?;
    let mut from = inner.len();
    loop {
        from = inner[..from].rfind('"')?;
        let escapes = inner[..from]
            .bytes()
            .rev()
            .take_while(|byte| *byte == b'\\')
            .count();
        if escapes % 2 == 0 {
            return Some(from..before.len());
        }
    }
}

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
