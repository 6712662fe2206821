//! Text from outside can never change the structure of a report.
//!
//! The same assessment is written with harmless and with hostile words in every field that somebody
//! outside fills; the events of both Markdown texts must be the same, words apart.

mod fixture;
mod outside;
mod sample;

use fixture::day;
use idp_assay::built_in;
use idp_assay::pack::Pack;
use idp_assay::render::document::{self, Block, Drawing};
use idp_assay::render::markdown;
use idp_assay::report::{Audience, Frame, Report, SignOff, Signed};
use outside::with;
use pulldown_cmark::{Event, Options, Parser};

/// One line each: what could end a cell, a list, a heading, a fence, or begin a link, HTML, a
/// footnote, an alert or a template tag.
const HOSTILE: [&str; 36] = [
    "a | b | c",
    "\\| a",
    "`code`",
    "``` verdict",
    "~~~",
    "**bold** and *em* and __u__",
    "~~gone~~",
    "[text](https://example.com)",
    "![image](https://example.com/x.png)",
    "[x]: https://example.com",
    "[^1]",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<https://example.com>",
    "<!-- comment -->",
    "&lt;b&gt; &amp; &#42;",
    "# heading",
    "a {#id .class}",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "- [x] done",
    "> quote",
    "> [!CAUTION]",
    "---",
    "===",
    "|---|",
    "{{ subject.vendor }}",
    "{% include \"report/method.md\" %}",
    "{% endfor %}",
    "<# comment #>",
    "a \u{202e}desrever\u{202c} \u{200b}zero\u{feff}",
    "bell\u{7} escape\u{1b}[31m nul\u{0}",
    "$x^2$ and ^up^ and ~down~",
    "\u{a0}\u{2003} spaced \u{3000}",
];

fn written(pack: &Pack, words: &str) -> String {
    let signature = SignOff {
        name: words.to_owned(),
        on: day("2026-11-23"),
    };
    let frame = Frame {
        signed: Signed {
            assessor: Some(signature.clone()),
            reviewer: Some(signature.clone()),
            committee: Some(signature),
        },
        ..Frame::unsigned(Audience::Architect)
    };
    let report = Report::new(pack, &with(pack, words), &frame);
    markdown::write(&report).expect("no content can break a template")
}

/// The events of a text with its words left out: one mark for each run of text.
fn structure(markdown: &str) -> Vec<String> {
    let mut events: Vec<String> = Parser::new_ext(markdown, Options::all())
        .map(|event| match event {
            Event::Text(_) => "text".to_owned(),
            other => format!("{other:?}"),
        })
        .collect();
    events.dedup_by(|a, b| a == "text" && b == "text");
    events
}

/// The figures of a text: their kinds, with the number of signatures.
fn figures(markdown: &str) -> Vec<String> {
    let blocks = document::parse(markdown).blocks;
    let figure = |block: &Block| match block {
        Block::Verdict(_) => Some("verdict".to_owned()),
        Block::Cards(cards) => Some(format!("{} cards", cards.len())),
        Block::Figure(figure) => Some(match &figure.drawing {
            Drawing::Bars(bars) => format!("{} bars", bars.rows.len()),
            Drawing::Risk(_) => "risk".to_owned(),
            Drawing::Exposure(_) => "exposure".to_owned(),
            Drawing::Matrix(matrix) => format!("matrix of {}", matrix.rows.len()),
            Drawing::Timeline(timeline) => format!("timeline of {}", timeline.rows.len()),
            Drawing::Stair(_) => "stair".to_owned(),
        }),
        Block::Contents => Some("contents".to_owned()),
        Block::Signatures(lines) => Some(format!("{} signatures", lines.len())),
        Block::Code(_) => Some("code".to_owned()),
        _ => None,
    };
    blocks.iter().filter_map(figure).collect()
}

/// Words of the same shape that mean nothing: `x` for each sign, white space as it is.
fn harmless(words: &str) -> String {
    let mark = |c: char| match c {
        '\n' | '\r' => c,
        c if c.is_whitespace() => ' ',
        _ => 'x',
    };
    words.chars().map(mark).collect()
}

fn check(pack: &Pack, words: &str) {
    let (plain, hostile) = (written(pack, &harmless(words)), written(pack, words));
    let start: String = words.chars().take(40).collect();
    assert!(structure(&hostile) == structure(&plain), "{start:?}");
    assert_eq!(figures(&hostile), FIGURES, "{start:?}");
}

const FIGURES: [&str; 11] = [
    "verdict",
    "4 cards",
    "3 signatures",
    "contents",
    "risk",
    "9 bars",
    "10 bars",
    "exposure",
    "stair",
    "matrix of 32",
    "timeline of 9",
];

#[test]
fn hostile_words_leave_the_structure_alone() {
    let pack = built_in::pack();
    for words in HOSTILE {
        check(&pack, words);
    }
}

#[test]
fn hostile_lines_are_as_many_lines_as_harmless_ones() {
    let pack = built_in::pack();
    for words in [
        "> a\n```\n# b",
        "- a\n\n    b\n| c |",
        "{% raw %}\r\n<div>\n</div>\n---",
    ] {
        check(&pack, words);
    }
}

#[test]
fn ten_thousand_characters_without_a_space_are_only_long() {
    let pack = built_in::pack();
    for sign in ["|", "`", "{", "a"] {
        check(&pack, &sign.repeat(10_000));
    }
}

#[test]
fn words_come_back_as_they_were() {
    let pack = built_in::pack();
    let text = written(&pack, "a | *b* <i> {{ c }} [d](e)");
    let blocks = document::parse(&text).blocks;
    let Some(Block::Heading(heading)) = blocks.first() else {
        panic!("a report begins with a heading");
    };
    assert_eq!(
        document::plain_text(&heading.text),
        "a | *b* <i> {{ c }} [d](e)"
    );
}
