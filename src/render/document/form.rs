//! Blocks of our own that do not follow their form, so that whoever wrote them can be told.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::parse::{options, own_block};

/// The words that begin a block of our own.
const WORDS: [&str; 11] = [
    "contents",
    "verdict",
    "cards",
    "key-values",
    "bars",
    "risk",
    "exposure",
    "matrix",
    "timeline",
    "stair",
    "signatures",
];

/// A block that bears the word of a figure and is shown as code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misdrawn {
    pub word: String,
    /// Its lines.
    pub text: String,
}

/// All such blocks of a report, in their order.
#[must_use]
pub fn misdrawn(markdown: &str) -> Vec<Misdrawn> {
    let mut found = Vec::new();
    let mut open: Option<Misdrawn> = None;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(word))) => {
                let word = word.into_string();
                let text = String::new();
                open = WORDS
                    .contains(&word.as_str())
                    .then_some(Misdrawn { word, text });
            }
            Event::Text(text) => {
                if let Some(block) = &mut open {
                    block.text.push_str(&text);
                }
            }
            Event::End(_) => {
                let closed = open.take();
                found.extend(closed.filter(|block| own_block(&block.word, &block.text).is_none()));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_without_its_form_is_found_and_code_is_left_alone() {
        let markdown = "```bars\nA | 1\n```\n\n```contents\n```\n\n```yaml\na: 1\n```\n";
        let found = misdrawn(markdown);
        let [block] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(
            (block.word.as_str(), block.text.as_str()),
            ("bars", "A | 1\n")
        );
    }
}
