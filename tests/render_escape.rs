//! Text from outside can never change the structure of a report, in any place and any format.
//!
//! Each hostile text is put into every kind of place that a template has. The HTML must then be that of a
//! harmless word with the text in its place: the HTML is written from the block tree that the PDF is printed
//! from, so equal HTML means an equal tree.

use std::fmt::Write;

use idp_assay::render::{Metadata, document, escape, html};

/// Stands for the text from outside in the page that is right.
const WORD: &str = "QQQ";

/// Every kind of place for a value, written as our templates write it.
const PLACES: &str = "\
# QQQ {#first}

QQQ

Some words QQQ and more; **QQQ**, *QQQ*, ~~QQQ~~, [QQQ](https://example.org/), [QQQ](#second).[^1]

## About QQQ {#second}

- QQQ
- item
  - QQQ
    1. QQQ
- [ ] QQQ

> QQQ

> [!WARNING]
> QQQ

| QQQ | Right |
|:--|--:|
| QQQ | a QQQ b |
| **QQQ** | QQQ |

```cards
QQQ | QQQ | QQQ
```

```key-values
Label | QQQ
QQQ | value
```

```verdict
tone: bad
label: QQQ
value: QQQ
note: QQQ
```

```signatures
QQQ | QQQ | QQQ
```

```bars
alt: QQQ
caption: QQQ
legend: a | QQQ
unit: QQQ
Row | 1 | 2
```

```matrix
alt: QQQ
columns: QQQ
legend: full QQQ
QQQ | full
```

```timeline
alt: QQQ
observed: 2025-10-15 2026-10-14 QQQ
day: 2026-10-14 QQQ
legend: full QQQ
QQQ | full 2026-10-01
```

```stair
alt: QQQ
bands: QQQ 20 | High 100
start: 51.8 | QQQ
target: 20 | QQQ
QQQ | 45.2
```

[^1]: QQQ
";

const HOSTILE: &[&str] = &[
    "",
    " ",
    "|",
    "a | b",
    "a \\| b",
    "\\",
    "\\\\|",
    "`",
    "``` ",
    "```\n# x",
    "`a",
    "~~~",
    "# heading",
    "#",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "12345678901. x",
    "> quote",
    "> [!NOTE]",
    "[x](javascript:alert(1))",
    "[x](https://evil.example)",
    "[x][1]",
    "[^1]",
    "[^1]: note",
    "[1]: https://evil.example",
    "![x](x.png)",
    "<https://evil.example>",
    "https://evil.example",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<!-- comment",
    "</table>",
    "&lt;b&gt;",
    "&#x202e;",
    "&amp",
    "**bold**",
    "__bold__",
    "*",
    "_a_",
    "~~struck~~",
    "a\n\nb",
    "a\n---",
    "a\n===",
    "---",
    "===",
    "***",
    "{{ value }}",
    "{% include x %}",
    "{# comment #}",
    "<# comment #>",
    "{#id}",
    "x {#id}",
    "{.class}",
    "[ ] task",
    "[x] task",
    "|--|--|",
    ":--",
    "tone: good",
    "alt: other",
    "max: 1",
    "  indented",
    "\tcode",
    "\r\nx",
    "a\u{a0}b",
    "\u{2028}x",
    "\u{0}",
    "a\u{7}b",
    "a\u{202e}b",
    "a\u{200b}b",
    "\u{feff}",
    "\u{e0041}",
    "e\u{301}",
    "\u{301}",
    "日本語",
    "👩\u{200d}💻",
    "Zoë",
    "$x$",
    "^up^",
    "\"quoted\" 'text'",
    "x\\",
    "$$",
    "-",
    "=",
    ":",
    "a  b",
    "QQ",
];

fn metadata() -> Metadata {
    Metadata {
        title: "Report".to_owned(),
        author: "Author".to_owned(),
        subject: "Subject".to_owned(),
        language: "en",
        date: chrono::NaiveDate::default(),
        footer: "Footer".to_owned(),
        stamp: "Stamp".to_owned(),
        mark: None,
        letterhead: None,
    }
}

fn page(markdown: &str) -> String {
    html::write(&document::parse(markdown), &metadata())
}

/// What a reader should see of a text from outside.
fn visible(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.join(" ").replace(escape::is_hidden, "\u{fffd}") {
        text if text.is_empty() => escape::PLACEHOLDER.to_owned(),
        text => text,
    }
}

fn html_escaped(text: &str) -> String {
    let pairs = [
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("\"", "&quot;"),
        ("'", "&#39;"),
    ];
    pairs
        .into_iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The elements that a drawing is made of.
const DRAWN: [&str; 6] = ["defs", "pattern", "rect", "path", "circle", "text"];

/// A page with its drawings left out, whose layout follows the words in them; their names and descriptions stay.
///
/// Whatever the words are, a drawing holds nothing but its own elements.
fn without_drawings(page: &str) -> String {
    let mut parts = page.split("<svg");
    let mut left = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (drawing, after) = part.split_once("</svg>").expect("a drawing ends");
        let (words, drawing) = drawing
            .split_once("</desc>")
            .expect("a drawing is described");
        for tag in drawing.split('<').skip(1) {
            let name = tag.trim_start_matches('/').split([' ', '>']).next();
            assert!(
                DRAWN.contains(&name.unwrap_or_default()),
                "<{tag} in a drawing"
            );
        }
        left.push_str(words.split_once('>').expect("a drawing begins").1);
        left.push_str(after);
    }
    left
}

fn check(text: &str, right: &str) {
    let found = without_drawings(&page(&PLACES.replace(WORD, &escape::escaped(text))));
    let wanted = right.replace(WORD, &html_escaped(&visible(text)));
    if found != wanted {
        let differs = found
            .lines()
            .zip(wanted.lines())
            .find(|(found, wanted)| found != wanted);
        panic!("{text:?} changes the report: {differs:#?}");
    }
}

#[test]
fn hostile_text_stays_text_everywhere() {
    let right = without_drawings(&page(PLACES));
    assert!(
        right.matches(WORD).count() >= 30,
        "the places are not read as they should be"
    );
    HOSTILE.iter().for_each(|text| check(text, &right));
}

#[test]
fn random_text_stays_text_everywhere() {
    const ALPHABET: &[&str] = &[
        "a",
        "1",
        "2",
        ".",
        ")",
        " ",
        "  ",
        "\n",
        "\t",
        "|",
        "\\",
        "`",
        "```",
        "*",
        "**",
        "_",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "&",
        "#",
        "!",
        "-",
        "---",
        "+",
        "=",
        "~",
        "~~",
        ":",
        "{",
        "}",
        "^",
        "$",
        "\"",
        "'",
        "[^1]",
        "[!NOTE]",
        "<b>",
        "</b>",
        "<!--",
        "&lt;",
        "http://a.b",
        "{#i}",
        "\u{a0}",
        "\u{200d}",
        "\u{202e}",
        "\u{0}",
        "é",
        "e\u{301}",
        "日",
        "👩",
        "\r",
        "[ ]",
        "| --- |",
        "alt:",
        "\u{2028}",
    ];
    let right = without_drawings(&page(PLACES));
    let mut random = Random(20_261_014);
    for _ in 0..10_000 {
        let mut text = String::new();
        for _ in 0..=random.below(12) {
            write!(text, "{}", ALPHABET[random.below(ALPHABET.len())]).unwrap();
        }
        check(&text, &right);
    }
}

#[test]
fn without_the_escape_the_structure_changes() {
    let right = without_drawings(&page(PLACES));
    let changed = |text: &&&str| {
        without_drawings(&page(&PLACES.replace(WORD, text)))
            != right.replace(WORD, &html_escaped(&visible(text)))
    };
    assert!(HOSTILE.iter().filter(changed).count() > 40);
}

#[test]
fn html_in_the_markdown_is_shown_and_not_interpreted() {
    let found = page("a <b onclick=\"x\">b</b>\n\n<script>alert(1)</script>\n\n<div>\n");
    assert!(!found.contains("<script>") && !found.contains("<b ") && !found.contains("<div>"));
    assert_eq!(found.matches("<script").count(), 1, "the page's own");
    assert!(found.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn a_link_leads_to_a_heading_or_to_the_web() {
    let found = page(
        "# A {#a}\n\n[1](#a) [2](#b) [3](javascript:x) [4](data:x) [5](file:///x) [6](https://e.org/?q=\"x\") \
         <mail@example.org> [7](HTTP://e.org) [8](/x) [9](//e.org)",
    );
    let targets: Vec<&str> = found
        .split("href=\"")
        .skip(2)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(
        targets,
        [
            "#a",
            "https://e.org/?q=%22x%22",
            "mailto:mail@example.org",
            "HTTP://e.org"
        ]
    );
}

/// A small generator with a fixed seed (xorshift64*), so that a failure repeats.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let bits = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(bits).unwrap() % end
    }
}
