//! Text from outside can never change the structure of a report.
//!
//! The same assessment is written with harmless and with hostile words in every field that somebody
//! outside fills; the events of both Markdown texts must be the same, words apart.

mod fixture;
mod sample;

use fixture::{Picks, day, filled};
use idp_assay::assessment::Assessment;
use idp_assay::assessment::answer::{State, Value};
use idp_assay::assessment::document::{Document, Recorded};
use idp_assay::built_in;
use idp_assay::pack::Pack;
use idp_assay::render::document::{self, Block};
use idp_assay::render::markdown;
use idp_assay::report::{Audience, Frame, Report, SignOff, Signed};
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

/// The assessment with `words` in every field that somebody outside fills.
fn with(pack: &Pack, words: &str) -> Assessment {
    let mut assessment = filled(pack, Picks::Mixed);
    let words = || words.to_owned();
    assessment.vendor = words();
    assessment.product = words();
    assessment.assessor = Some(words());
    for response in assessment.answers.values_mut() {
        response.note = response.note.as_ref().map(|_| words());
        response.by = Some(words());
        match &mut response.state {
            State::Answered(value) => tell(value, &words()),
            State::Unknown(asked) => asked.who = words(),
            State::NotApplicable(reason) => {
                reason.reason = words();
                if let Some(approval) = &mut reason.approved {
                    approval.by = words();
                }
            }
            State::Open => {}
        }
    }
    assessment.documents = documents(pack, &words());
    for record in &mut assessment.evidence {
        record.reference = words();
        if record.kind.is_assurance_document() {
            record.tested_control = Some(words());
        }
        if let Some(file) = &mut record.file {
            file.path = words();
        }
    }
    assessment
}

/// A document of each kind, current and confirmed, with every text replaced.
fn documents(pack: &Pack, words: &str) -> Vec<Document> {
    let mut documents = sample::assessment(pack).documents;
    for document in &mut documents {
        document.reference = words.to_owned();
        if let Some(file) = &mut document.file {
            file.path = words.to_owned();
        }
        if let Some(confirmed) = &mut document.confirmed {
            confirmed.by = words.to_owned();
        }
        for excerpt in &mut document.read {
            excerpt.words = words.to_owned();
        }
        for (field, recorded) in &mut document.says {
            match recorded {
                Recorded::One(value) if field.as_str() != "report" => tell(value, words),
                Recorded::One(_) => {}
                Recorded::Rows(rows) => {
                    let values = rows.iter_mut().flatten();
                    let values = values.filter(|(column, _)| column.as_str() != "topic");
                    values.for_each(|(_, value)| tell(value, words));
                }
            }
        }
    }
    documents
}

fn tell(value: &mut Value, words: &str) {
    match value {
        Value::Text(text) => *text = words.to_owned(),
        Value::List(lines) => lines.iter_mut().for_each(|line| *line = words.to_owned()),
        Value::Parts(parts) => parts.values_mut().for_each(|value| tell(value, words)),
        _ => {}
    }
}

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
        Block::Bars(bars) => Some(format!("{} bars", bars.rows.len())),
        Block::Risk(_) => Some("risk".to_owned()),
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

const FIGURES: [&str; 6] = [
    "verdict",
    "4 cards",
    "3 signatures",
    "contents",
    "risk",
    "9 bars",
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
