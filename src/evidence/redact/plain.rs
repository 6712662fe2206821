//! Plain text, line by line: lists of tokens, settings, YAML.

use std::sync::LazyLock;

use regex::Regex;

use super::names::{Keep, by_name, is_value};
use super::{GONE, Options, tail};

/// A line that gives a name a value.
static SETTING: LazyLock<Regex> = LazyLock::new(|| {
    let line = r#"^(?P<start>[ \t]*(?:- +|export +)*["']?(?P<name>[A-Za-z_][A-Za-z0-9_. -]{0,80}?)["']?[ \t]*(?:=|:(?:[ \t]|$))[ \t]*)(?P<value>.*)$"#;
    Regex::new(line).expect("it is a pattern")
});

/// What the lines before say of this one.
#[derive(Default)]
struct Before {
    /// Lines that are indented deeper than this belong to a secret.
    secret: Option<usize>,
    /// The name that the line before gave to the value of this one.
    named: Option<Keep>,
    /// Whether a Secret of Kubernetes was begun.
    is_secret: bool,
}

/// The text without secrets.
pub(super) fn copy(text: &str, options: Options) -> String {
    let text = super::text_with(text, options);
    let mut before = Before::default();
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        out.push_str(&before.line(body));
        out.push_str(&line[body.len()..]);
    }
    out
}

impl Before {
    fn line(&mut self, line: &str) -> String {
        let indent = line.len() - line.trim_start().len();
        if line.trim() == "---" {
            *self = Self::default();
        }
        if let Some(above) = self.secret {
            if indent > above || line.trim().is_empty() {
                return self.deeper(line, indent);
            }
            self.secret = None;
        }
        let Some(found) = SETTING.captures(line) else {
            return line.to_owned();
        };
        let (start, name, value) = (&found["start"], found["name"].trim(), found["value"].trim());
        self.is_secret |= name == "kind" && value.trim_matches(['"', '\'']) == "Secret";
        let of_secret = self.is_secret && matches!(name, "data" | "stringData");
        let keep = match (self.named.take(), by_name(name)) {
            (Some(keep), Keep::All) if is_value(name) => keep,
            (_, keep) => keep,
        };
        if matches!(name, "name" | "key") {
            self.named = Some(by_name(value.trim_matches(['"', '\''])));
        }
        let is_block = value.is_empty() || value.starts_with(['|', '>']);
        if of_secret
            || is_block && keep == Keep::Nothing
            || is_block && value.starts_with(['|', '>']) && keep != Keep::All
        {
            self.secret = Some(indent);
        }
        match keep {
            _ if is_block || value.contains(GONE) => line.to_owned(),
            Keep::All => line.to_owned(),
            Keep::Tail => format!("{start}{}", tail(value)),
            keep if keep.keeps(value) => line.to_owned(),
            _ if matches!(value, "true" | "false" | "null" | "yes" | "no") => line.to_owned(),
            _ => format!("{start}{GONE}"),
        }
    }

    /// A line within a secret: its name stays, where it has one.
    fn deeper(&self, line: &str, indent: usize) -> String {
        match SETTING.captures(line) {
            _ if line.trim().is_empty() => line.to_owned(),
            Some(found) => format!("{}{GONE}", &found["start"]),
            None => format!("{}{GONE}", &line[..indent]),
        }
    }
}
