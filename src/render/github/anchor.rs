//! The anchors that GitHub gives to headings, by the rules of its own slugs; it knows no ids of ours.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::document::{Block, Document, plain_text};

/// GitHub's anchor for the id of each heading.
pub(super) struct Anchors<'a>(BTreeMap<&'a str, String>);

impl<'a> Anchors<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut used = Used::default();
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        });
        let anchors = headings.map(|heading| {
            let anchor = used.unique(&slug(&plain_text(&heading.text)));
            (heading.id.as_str(), anchor)
        });
        Self(anchors.collect())
    }

    /// The anchor of the heading with this id; links lead to headings that are there.
    pub(super) fn of_id(&self, id: &str) -> &str {
        self.0.get(id).map_or("", String::as_str)
    }
}

/// Letters, digits, `-` and `_` in lower case, spaces as `-`; all else is left out.
fn slug(text: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let text = text.trim().to_lowercase();
    let chars = text.chars().filter(kept);
    chars.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The anchors given so far, and how often a slug had to be numbered.
#[derive(Default)]
struct Used {
    anchors: BTreeSet<String>,
    copies: BTreeMap<String, usize>,
}

impl Used {
    fn unique(&mut self, slug: &str) -> String {
        let mut anchor = slug.to_owned();
        while !self.anchors.insert(anchor.clone()) {
            let copy = self.copies.entry(slug.to_owned()).or_default();
            *copy += 1;
            anchor = format!("{slug}-{copy}");
        }
        anchor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_digits_and_its_spaces() {
        assert_eq!(slug("ISO/IEC 27001 or SOC 2"), "isoiec-27001-or-soc-2");
        assert_eq!(slug("Key figures: what, why"), "key-figures-what-why");
        assert_eq!(slug("Übersicht – kurz"), "übersicht--kurz");
        assert_eq!(slug("snake_case"), "snake_case");
    }

    #[test]
    fn headings_of_one_name_are_numbered_from_one() {
        let mut used = Used::default();
        let all = ["a", "a", "a-1", "a"].map(|slug| used.unique(slug));
        assert_eq!(all, ["a", "a-1", "a-1-1", "a-2"]);
    }
}
