//! Runs of text in HTML, and the one place where text becomes markup-free.

use crate::render::document::{Inline, Target, plain_text};
use crate::words::{Words, say};

/// References to footnotes.
pub struct Notes {
    pub words: &'static Words,
    /// Those referred to, in order; only the first reference can be returned to.
    seen: Vec<usize>,
}

impl Notes {
    /// Of a report in which none is referred to yet.
    pub fn new(words: &'static Words) -> Self {
        Self {
            words,
            seen: Vec::new(),
        }
    }
}

/// `text` for use between tags and inside quoted attributes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Writes `text`; `notes` holds the footnotes that were referred to before.
pub fn inlines(text: &[Inline], notes: &mut Notes, out: &mut String) {
    for inline in text {
        match inline {
            Inline::Text(words) => out.push_str(&escaped(words)),
            Inline::Code(code) => out.push_str(&format!("<code>{}</code>", escaped(code))),
            Inline::Strong(inner) => wrapped("strong", inner, notes, out),
            Inline::Emphasis(inner) => wrapped("em", inner, notes, out),
            Inline::Struck(inner) => wrapped("s", inner, notes, out),
            Inline::Link { target, text } => {
                out.push_str(&opening(target, text));
                inlines(text, notes, out);
                out.push_str("</a>");
            }
            Inline::NoteReference(number) => out.push_str(&note_reference(*number, notes)),
            Inline::LineBreak => out.push_str("<br>\n"),
        }
    }
}

fn wrapped(name: &str, inner: &[Inline], notes: &mut Notes, out: &mut String) {
    out.push_str(&format!("<{name}>"));
    inlines(inner, notes, out);
    out.push_str(&format!("</{name}>"));
}

/// An address that is not its own text is printed after it on paper, where nobody can follow the link.
fn opening(target: &Target, text: &[Inline]) -> String {
    match target {
        Target::Heading(id) => format!("<a href=\"#{id}\">"),
        Target::Address(address) => {
            let class = if plain_text(text) == *address {
                ""
            } else {
                " class=\"named\""
            };
            let address = escaped(address);
            format!("<a href=\"{address}\" rel=\"noopener noreferrer\"{class}>")
        }
    }
}

fn note_reference(number: usize, notes: &mut Notes) -> String {
    let id = if notes.seen.contains(&number) {
        String::new()
    } else {
        format!(" id=\":ref-{number}\"")
    };
    notes.seen.push(number);
    let name = escaped(&say!(notes.words, "html-note", number));
    format!(
        "<sup><a href=\"#:note-{number}\"{id} role=\"doc-noteref\" aria-label=\"{name}\">{number}</a></sup>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_an_attribute() {
        assert_eq!(
            escaped("\"><script>'&"),
            "&quot;&gt;&lt;script&gt;&#39;&amp;"
        );
    }

    #[test]
    fn an_id_is_given_once() {
        let mut seen = Notes::new(Words::of(crate::pack::language::Language::English));
        assert!(note_reference(1, &mut seen).contains("id="));
        assert!(!note_reference(1, &mut seen).contains("id="));
    }
}
