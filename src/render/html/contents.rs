//! The list of contents: a landmark of its own before the report, wherever the report asks for it.
//!
//! On a narrow screen it is folded above page one, on a wide one it stays beside the text. Paper has none:
//! a list without page numbers helps nobody there.

use super::inline::escaped;
use crate::render::document::{Block, Document, Heading, plain_text};
use crate::words::{Words, say};

/// What the list shows, and under which name.
pub(super) struct Contents<'a> {
    /// The heading that stands right above the list, if any; it gives name and id.
    own: Option<&'a Heading>,
    parts: Vec<Part<'a>>,
}

/// A heading of the outer level with those below it.
struct Part<'a> {
    heading: &'a Heading,
    inner: Vec<&'a Heading>,
}

impl<'a> Contents<'a> {
    /// The contents of a document that asks for them.
    pub(super) fn of(document: &'a Document) -> Option<Self> {
        let blocks = &document.blocks;
        let place = blocks.iter().position(|block| *block == Block::Contents)?;
        let mut headings = blocks.iter().filter_map(heading);
        let title = headings.next();
        let own = place
            .checked_sub(1)
            .and_then(|before| heading(&blocks[before]))
            .filter(|own| title.is_some_and(|title| title.id != own.id));
        let listed: Vec<&Heading> = headings
            .filter(|heading| own.is_none_or(|own| own.id != heading.id))
            .collect();
        Some(Self {
            own,
            parts: parts(&listed),
        })
    }

    /// Whether `heading` is the name of the list, and so stands with it and not in the text.
    pub(super) fn is_named_by(&self, heading: &Heading) -> bool {
        self.own.is_some_and(|own| own.id == heading.id)
    }

    /// The landmark.
    pub(super) fn navigation(&self, words: &Words) -> String {
        let own = self.own.map(|own| escaped(&plain_text(&own.text)));
        let name = own.unwrap_or_else(|| escaped(&say!(words, "html-contents")));
        let parts: Vec<String> = self.parts.iter().map(Part::item).collect();
        format!(
            "<nav id=\"{id}\" aria-label=\"{name}\">\n<p class=\"name\" aria-hidden=\"true\">{name}</p>\n\
             <details>\n<summary>{name}</summary>\n<ol>\n{parts}</ol>\n</details>\n</nav>\n",
            id = self.id(),
            parts = parts.concat(),
        )
    }

    /// The way back to the list, for screens on which it does not stay in sight.
    pub(super) fn way_back(&self, words: &Words) -> String {
        let (id, name) = (self.id(), escaped(&say!(words, "html-contents")));
        format!("<a class=\"to-contents\" href=\"#{id}\">{name}</a>\n")
    }

    fn id(&self) -> &str {
        self.own.map_or(":contents", |own| &own.id)
    }
}

impl Part<'_> {
    fn item(&self) -> String {
        let inner: Vec<String> = self
            .inner
            .iter()
            .map(|heading| format!("<li>{}</li>\n", link(heading)))
            .collect();
        let inner = match inner.as_slice() {
            [] => String::new(),
            inner => format!("\n<ol>\n{}</ol>\n", inner.concat()),
        };
        format!("<li>{}{inner}</li>\n", link(self.heading))
    }
}

fn heading(block: &Block) -> Option<&Heading> {
    match block {
        Block::Heading(heading) => Some(heading),
        _ => None,
    }
}

/// The two outermost levels of `headings`, the second below the first.
fn parts<'a>(headings: &[&'a Heading]) -> Vec<Part<'a>> {
    let outer = headings.iter().map(|heading| heading.level).min();
    let mut parts: Vec<Part> = Vec::new();
    for heading in headings {
        let below = heading.level - outer.unwrap_or(heading.level);
        match (below, parts.last_mut()) {
            (0, _) | (1, None) => parts.push(Part {
                heading,
                inner: Vec::new(),
            }),
            (1, Some(part)) => part.inner.push(heading),
            _ => {}
        }
    }
    parts
}

fn link(heading: &Heading) -> String {
    let title = escaped(&plain_text(&heading.text));
    format!("<a href=\"#{}\">{title}</a>", heading.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::document::parse;

    fn shape(markdown: &str) -> Option<Vec<(String, usize)>> {
        let document = parse(markdown);
        let contents = Contents::of(&document)?;
        let part = |part: &Part| (part.heading.id.clone(), part.inner.len());
        Some(contents.parts.iter().map(part).collect())
    }

    #[test]
    fn two_levels_are_listed_without_the_title() {
        let found = shape("# T\n\n```contents\n```\n\n## A\n\n### B\n\n#### C\n\n## D\n");
        assert_eq!(found, Some(vec![("a".to_owned(), 1), ("d".to_owned(), 0)]));
    }

    #[test]
    fn the_heading_of_the_list_is_not_listed() {
        let found = shape("# T\n\n## List\n\n```contents\n```\n\n## A\n");
        assert_eq!(found, Some(vec![("a".to_owned(), 0)]));
    }

    #[test]
    fn the_title_of_the_report_is_not_that_of_the_list() {
        let document = parse("# T\n\n```contents\n```\n\n## A\n");
        let contents = Contents::of(&document).unwrap();
        assert_eq!(contents.id(), ":contents");
    }

    #[test]
    fn a_document_need_not_ask_for_a_list() {
        assert_eq!(shape("# T\n\n## A\n"), None);
    }
}
