//! XML, read by a scanner that takes one pass whatever the text: no parser's bounds to break, no entities.
//!
//! Texts of elements go that hold secrets or people, values of attributes that do, and what looks secret.

use std::sync::LazyLock;

use memchr::{memchr, memmem};
use regex::{Captures, Regex};

use super::names::{ELEMENTS, Keep, by_name, is_setting, is_value};
use super::shape::is_plain;
use super::{GONE, Options, tail};

/// An attribute.
static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"(?P<start>(?P<name>[^\s=<>"'/]+)\s*=\s*)(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')"#,
    )
    .expect("it is a pattern")
});

/// Attributes that say what the text or the value beside them is.
const NAMING: &[&str] = &["name", "key", "Name", "Key", "property"];

/// A whole file without secrets; none where it has a DTD, which may hide them, or no end.
pub(super) fn copy(text: &str, options: Options) -> Option<String> {
    let mut scan = Scan::new(text, options);
    let new = scan.run()?;
    (scan.open.is_empty() && !scan.is_broken).then_some(new)
}

/// XML within another text, which may be cut off.
pub(super) fn fragment(text: &str, options: Options) -> Option<String> {
    Scan::new(text, options).run()
}

struct Scan<'t> {
    rest: &'t str,
    options: Options,
    out: String,
    /// Names of the elements that are open.
    open: Vec<&'t str>,
    /// How many of them were open when the outermost secret one began.
    secret: Option<usize>,
    /// Whether an end was met of what never began.
    is_broken: bool,
}

/// How many open elements an end may pass over.
const NEAR: usize = 64;

impl<'t> Scan<'t> {
    fn new(text: &'t str, options: Options) -> Self {
        Self {
            rest: text,
            options,
            out: String::with_capacity(text.len()),
            open: vec![],
            secret: None,
            is_broken: false,
        }
    }

    fn run(&mut self) -> Option<String> {
        while !self.rest.is_empty() {
            let at = memchr(b'<', self.rest.as_bytes()).unwrap_or(self.rest.len());
            let text = self.take(at);
            self.text(text);
            match self.rest {
                "" => {}
                rest if rest.starts_with("<!--") => self.hidden("<!--", "-->")?,
                rest if rest.starts_with("<![CDATA[") => self.hidden("<![CDATA[", "]]>")?,
                rest if rest.starts_with("<?") => self.hidden("<?", "?>")?,
                rest if rest.starts_with("<!") => return None,
                _ => self.tag()?,
            }
        }
        Some(std::mem::take(&mut self.out))
    }

    fn take(&mut self, length: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn text(&mut self, text: &str) {
        match self.secret {
            _ if text.trim().is_empty() => self.out.push_str(text),
            Some(_) => {
                // Lines stay, so that places in the copy are those of the file.
                self.out.push_str(GONE);
                self.out.extend(text.matches('\n'));
            }
            None => {
                let text = super::text_with(text, self.options);
                self.out.push_str(&text);
            }
        }
    }

    /// Comments, raw text and instructions: their content is text.
    fn hidden(&mut self, start: &str, end: &str) -> Option<()> {
        let length = memmem::find(self.rest.as_bytes(), end.as_bytes())?;
        let whole = self.take(length + end.len());
        self.out.push_str(start);
        self.text(&whole[start.len()..length.max(start.len())]);
        self.out.push_str(end);
        Some(())
    }

    fn tag(&mut self) -> Option<()> {
        let length = tag_end(self.rest)?;
        let tag = self.take(length);
        let inner = &tag[1..tag.len() - 1];
        if let Some(name) = inner.strip_prefix('/') {
            let name = local(name.trim());
            // In a cut or broken text, what is not closed ends with what is around it.
            let near = self.open.len().saturating_sub(NEAR);
            match self.open[near..].iter().rposition(|open| *open == name) {
                Some(at) => self.open.truncate(near + at),
                None => self.is_broken = true,
            }
            if self.secret.is_some_and(|secret| self.open.len() <= secret) {
                self.secret = None;
            }
            self.out.push_str(tag);
            return Some(());
        }
        let name = inner
            .trim_end_matches('/')
            .split(|c: char| c.is_whitespace())
            .next()?;
        let is_named = self.attributes(tag, name);
        if !inner.ends_with('/') {
            let is_secret = is_named || is_secret(local(name));
            if is_secret && self.secret.is_none() {
                self.secret = Some(self.open.len());
            }
            self.open.push(local(name));
        }
        Some(())
    }

    /// Writes a tag without its secret attributes; whether one of them says that the text in it is secret.
    fn attributes(&mut self, tag: &str, element: &str) -> bool {
        if !tag.contains('=') {
            self.out.push_str(tag);
            return false;
        }
        let value = |found: &Captures| {
            let value = found.name("double").or(found.name("single"));
            value.map_or(String::new(), |value| value.as_str().to_owned())
        };
        let named = ATTRIBUTE
            .captures_iter(tag)
            .filter(|found| NAMING.contains(&local(&found["name"])))
            .any(|found| by_name(&value(&found)).is_strict());
        let in_secret = self.secret.is_some() || is_secret(local(element));
        let options = self.options;
        let new = ATTRIBUTE.replace_all(tag, |found: &Captures| {
            let name = local(&found["name"]);
            let quote = if found.name("double").is_some() {
                '"'
            } else {
                '\''
            };
            let old = value(found);
            let new = match by_name(name) {
                _ if old.is_empty() || found["name"].starts_with("xmlns") => old,
                Keep::Tail => tail(&old),
                Keep::All if named && is_value(name) => GONE.to_owned(),
                Keep::All
                    if in_secret && !is_setting(name) && !is_plain(&old) && is_value(name) =>
                {
                    GONE.to_owned()
                }
                Keep::All => super::text_with(&old, options).into_owned(),
                keep if keep != Keep::All && keep.keeps(&old) => old,
                _ if matches!(old.as_str(), "true" | "false" | "1" | "0") => old,
                _ => GONE.to_owned(),
            };
            format!("{}{quote}{new}{quote}", &found["start"])
        });
        self.out.push_str(&new);
        named
    }
}

/// How long the tag is that the text begins with: a sign in quotes does not end it.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn is_secret(element: &str) -> bool {
    ELEMENTS.contains(&element) || by_name(element).is_strict() && element != "Signature"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Option<String> {
        copy(text, Options::default())
    }

    #[test]
    fn texts_of_secret_elements_go_with_all_in_them() {
        let text = "<r><s:NameID Format='a'>bob</s:NameID><Assertion><x>1<![CDATA[2]]></x></Assertion><n>c</n></r>";
        let expected = "<r><s:NameID Format='a'>[redacted]</s:NameID><Assertion><x>[redacted]<![CDATA[[redacted]]]></x>\
                        </Assertion><n>c</n></r>";
        assert_eq!(kept(text).as_deref(), Some(expected));
    }

    #[test]
    fn attributes_and_what_they_name_go() {
        let text = r#"<c><add key="ClientSecret" value="hunter22"/><p name="password">hunter22</p><q password='hunter22'/></c>"#;
        let copy = kept(text).expect("it is XML");
        assert!(!copy.contains("hunter22"), "{copy}");
    }

    #[test]
    fn what_has_a_dtd_or_no_end_is_not_kept() {
        assert_eq!(kept("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), None);
        for text in ["<a>", "<a", "<a b='", "<!-- ", "<a><![CDATA[x</a>"] {
            assert_eq!(kept(text), None, "{text}");
        }
    }

    #[test]
    fn floods_of_depth_and_attributes_are_read_in_one_pass() {
        let deep = "<a>".repeat(200_000) + &"</a>".repeat(200_000);
        assert_eq!(kept(&deep).as_deref(), Some(deep.as_str()));
        let attributes: String = (0..100_000).map(|n| format!(" a{n}='b'")).collect();
        assert!(kept(&format!("<a{attributes}/>")).is_some());
    }
}
