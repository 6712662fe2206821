//! The Markdown for GitHub says what the document says, and reads nothing into text from outside.

use std::collections::BTreeMap;

use idp_assay::pack::language::Language;
use idp_assay::render::document::{Block, Document, Inline, Item, parse, plain_text};
use idp_assay::render::{escape, github};
use idp_assay::words::Words;
use proptest::prelude::*;

/// Every kind of place for a value, written as our templates write it.
const PLACES: &str = "\
# QQQ

QQQ

Some words QQQ and more; **QQQ**, *QQQ*, ~~QQQ~~, [QQQ](https://example.org/?a=1&copy;=2).[^1]

## About QQQ {#second}

- QQQ
- item\\
  QQQ
  - QQQ
    1. QQQ

1. one
2. QQQ

+ QQQ

> QQQ

> [!WARNING]
> QQQ

| QQQ | Right |
|:--|--:|
| QQQ | a QQQ b |
| **QQQ** | QQQ |

[^1]: QQQ
";

const HOSTILE: &[&str] = &[
    "|",
    "a | b",
    "\\",
    "`",
    "``` x",
    "<script>alert(1)</script>",
    "<!-- -->",
    "-->",
    "&amp; &#36;",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "---",
    "===",
    "> quote",
    "[x](https://example.org)",
    "![x](https://example.org)",
    "!",
    "[^1]",
    ": x",
    "**bold** __bold__ ~~gone~~",
    "*",
    "_a_ snake_case _",
    "https://example.org www.example.org ftp://example.org",
    "mail@example.org and @somebody",
    "#12 GH-12 org/name#12",
    ":smile: :+1: 10:30:00 :100:",
    "$a$ and $$b$$",
    "{#second}",
    "[!NOTE]",
    "- [ ] task",
];

/// All words of a document, one after the other.
fn words(document: &Document) -> String {
    let mut out = String::new();
    document
        .blocks
        .iter()
        .for_each(|block| add(block, &mut out));
    let notes = document.notes.iter().flat_map(|note| &note.blocks);
    notes.for_each(|block| add(block, &mut out));
    // What the form adds and nobody sees; a break in a cell is a space.
    for unseen in ["<!-- -->", "<span>", "</span>"] {
        out = out.replace(unseen, "");
    }
    let out = out.replace("<br>", " ");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add(block: &Block, out: &mut String) {
    let mut line = |text: &[Inline]| {
        out.push_str(&plain_text(text));
        out.push('\n');
    };
    match block {
        Block::Heading(heading) => line(&heading.text),
        Block::Paragraph(text) => line(text),
        Block::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            rows.flatten().for_each(|cell| line(cell));
        }
        Block::Code(code) => out.push_str(code),
        Block::List(list) => {
            let blocks = list.items.iter().flat_map(|item: &Item| &item.blocks);
            blocks.for_each(|block| add(block, out));
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| add(block, out)),
        Block::CallOut(call_out) => call_out.blocks.iter().for_each(|block| add(block, out)),
        Block::Rule => {}
        other => panic!("{other:?} is no block of CommonMark"),
    }
}

/// The kinds of blocks, so that a text which opened one is found.
fn shape(document: &Document) -> BTreeMap<String, usize> {
    fn count(block: &Block, found: &mut BTreeMap<String, usize>) {
        let name = format!("{block:?}");
        let name = name.split(['(', ' ']).next().unwrap_or_default().to_owned();
        *found.entry(name).or_default() += 1;
        match block {
            Block::List(list) => {
                let blocks = list.items.iter().flat_map(|item| &item.blocks);
                blocks.for_each(|block| count(block, found));
            }
            Block::Quote(blocks) => blocks.iter().for_each(|block| count(block, found)),
            Block::CallOut(call_out) => {
                call_out.blocks.iter().for_each(|block| count(block, found))
            }
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    document
        .blocks
        .iter()
        .for_each(|block| count(block, &mut found));
    found
}

/// Holds the written form against the document that it was written from.
fn english() -> &'static Words {
    Words::of(Language::English)
}

fn check(markdown: &str) {
    let document = parse(markdown);
    let written = github::write(&document, english());
    let again = parse(&written);
    assert_eq!(words(&again), words(&document), "{written}");
    assert_eq!(shape(&again), shape(&document), "{written}");
    assert_eq!(again.notes.len(), document.notes.len(), "{written}");
    let mut headings = written.lines().filter(|line| line.starts_with('#'));
    assert!(
        headings.all(|line| !line.contains(" {#")),
        "GitHub knows no ids: {written}"
    );
}

fn filled(text: &str) -> String {
    PLACES.replace("QQQ", &escape::escaped(text))
}

#[test]
fn hostile_texts_stay_text() {
    check(&filled("word"));
    HOSTILE.iter().for_each(|text| check(&filled(text)));
    let pairs = HOSTILE
        .iter()
        .flat_map(|a| HOSTILE.iter().map(move |b| format!("{a}{b}")));
    pairs.for_each(|text| check(&filled(&text)));
}

proptest! {
    #[test]
    fn any_text_stays_text(text in "[ -~\u{a0}-\u{ff}]{0,24}") {
        check(&filled(&text));
    }

    #[test]
    fn any_markup_keeps_its_words(text in "[#*_`~$@:!|<>()\\[\\]\\-+.= a1\\\\\n]{0,40}") {
        let document = parse(&text);
        let written = github::write(&document, english());
        prop_assert_eq!(words(&parse(&written)), words(&document), "{}", written);
    }
}

#[test]
fn figures_become_alerts_tables_and_drawings() {
    let markdown = include_str!("render/sample.md");
    insta::assert_snapshot!(github::write(&parse(markdown), english()));
}

#[test]
fn links_lead_to_the_anchors_of_github() {
    let markdown = "# T\n\n## Contents\n\n```contents\n```\n\n## ISO/IEC 27001: why? {#iso}\n\n\
                    See [there](#iso).\n\n### Same\n\n### Same\n";
    let written = github::write(&parse(markdown), english());
    assert!(written.contains(
        "- [ISO/IEC 27001: why?](#isoiec-27001-why)\n  - [Same](#same)\n  - [Same](#same-1)"
    ));
    assert!(written.contains("See [there](<#isoiec-27001-why>)."));
    assert!(written.contains("\n## ISO/IEC 27001: why?\n"));
}
