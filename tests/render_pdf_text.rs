//! What a reader copies out of the printed report, in every script: the words as they were written.
//!
//! The reader below does what viewers and screen readers do: it follows the order of the content, takes actual
//! texts before glyphs, and leaves out what only decorates the page.

use std::collections::BTreeMap;

use idp_assay::render::document::{self, Block, Inline};
use idp_assay::render::pdf::Paper;
use idp_assay::render::{Metadata, escape, pdf};
use lopdf::content::{Content, Operation};
use lopdf::{Document, Encoding, Object, ObjectId};
use proptest::prelude::*;

fn printed(document: &document::Document, language: &'static str) -> Document {
    let metadata = Metadata {
        title: "Title".to_owned(),
        language,
        date: chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap(),
        ..Metadata::default()
    };
    Document::load_mem(&pdf::write(document, &metadata, Paper::A4).unwrap()).unwrap()
}

fn file(markdown: &str) -> Document {
    printed(&document::parse(markdown), "en")
}

/// A document of this text, cleaned by nobody.
fn paragraph(text: &str) -> document::Document {
    document::Document {
        blocks: vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])],
        notes: Vec::new(),
    }
}

/// What one page shows.
struct Page<'a> {
    fonts: BTreeMap<Vec<u8>, Encoding<'a>>,
    operations: Vec<Operation>,
}

impl<'a> Page<'a> {
    fn new(file: &'a Document, id: ObjectId) -> Self {
        let fonts = file.get_page_fonts(id).unwrap().into_iter();
        let encoding = |(name, font): (Vec<u8>, &'a lopdf::Dictionary)| {
            (name, font.get_font_encoding(file).unwrap())
        };
        let content = Content::decode(&file.get_page_content(id)).unwrap();
        Self {
            fonts: fonts.map(encoding).collect(),
            operations: content.operations,
        }
    }

    /// The text of the page's content, in its order.
    fn text(&self) -> String {
        let mut text = String::new();
        let mut font = None;
        // For each open marked content, whether its glyphs stand for themselves.
        let mut open: Vec<bool> = Vec::new();
        for operation in &self.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" => {
                    let properties = operands[1].as_dict().unwrap();
                    let actual = properties.get(b"ActualText").ok();
                    text.extend(actual.map(|actual| utf_16(actual.as_str().unwrap())));
                    let is_artifact = operands[0].as_name().unwrap() == b"Artifact";
                    open.push(actual.is_none() && !is_artifact);
                }
                "BMC" => open.push(true),
                "EMC" => {
                    open.pop();
                }
                "Tf" => font = self.fonts.get(operands[0].as_name().unwrap()),
                "TJ" | "Tj" if open.iter().all(|shown| *shown) => {
                    for string in strings(operands) {
                        text += &Document::decode_text(font.unwrap(), string).unwrap();
                    }
                }
                _ => {}
            }
        }
        text
    }

    /// The ids of all glyphs that the page shows.
    fn glyphs(&self) -> impl Iterator<Item = [u8; 2]> {
        let shown = self
            .operations
            .iter()
            .filter(|operation| ["TJ", "Tj"].contains(&operation.operator.as_str()));
        shown
            .flat_map(|operation| strings(&operation.operands))
            .flat_map(|string| string.chunks(2).map(|id| [id[0], id[1]]))
    }
}

fn strings(operands: &[Object]) -> Vec<&[u8]> {
    let items = match &operands[0] {
        Object::Array(items) => items.as_slice(),
        _ => operands,
    };
    items.iter().filter_map(|item| item.as_str().ok()).collect()
}

fn utf_16(bytes: &[u8]) -> String {
    let units = bytes[2..]
        .chunks(2)
        .map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
    String::from_utf16(&units.collect::<Vec<u16>>()).unwrap()
}

fn text(file: &Document) -> String {
    file.page_iter()
        .map(|id| Page::new(file, id).text())
        .collect()
}

/// Lines may end anywhere, so white space says nothing.
fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Whether the words come back from a heading, running text in all weights, a list, a table and code.
fn comes_back(words: &str) {
    let file = file(&format!(
        "# {words}\n\n{words}, **{words}** *{words}* `{words}` [{words}](https://example.org)\n\n- {words}\n\n\
         | {words} | b |\n|--|--|\n| a | {words} |\n\n```key-values\n{words} | {words}\n```\n"
    ));
    let text = text(&file);
    assert_eq!(text.matches(words).count(), 11, "{words}: {text}");
    no_glyph_is_missing(&file);
}

fn no_glyph_is_missing(file: &Document) {
    for id in file.page_iter() {
        assert!(Page::new(file, id).glyphs().all(|glyph| glyph != [0, 0]));
    }
}

#[test]
fn the_scripts_of_europe_come_back() {
    for words in [
        "office affluent fjord",
        "Zoë Müller",
        "Zoe\u{308} Mu\u{308}ller",
        "Nguyễn Thị Ngọc",
        "Zażółć gęślą jaźń",
        "Ελένη Αθηνά Ωδή",
        "Дмитрий Ёлкин Ђорђе",
        "€ ≤ ≥ ≠ → ✓ ½ №",
    ] {
        comes_back(words);
    }
}

#[test]
fn chinese_japanese_and_korean_come_back() {
    for words in [
        "腾讯云 騰訊雲",
        "株式会社カレンダー、ひら。",
        "김민준 삼성전자 뷁",
        "ＡＢＣ１２３",
    ] {
        comes_back(words);
    }
}

#[test]
fn hebrew_and_arabic_come_back_in_the_order_they_are_read() {
    for words in [
        "שלום עולם",
        "שָׁלוֹם (SOC 2) עולם 27001",
        "مرحبا بالعالم",
        "مُحَمَّد الإلكترونية لا",
        "גרסה 2.0 של Directory",
    ] {
        comes_back(words);
    }
}

#[test]
fn what_no_face_has_comes_back_from_its_mark() {
    let file = file("Thai กรุงเทพ, emoji 👩🏽 and नमस्ते");
    let text = text(&file);
    assert!(text.contains("กรุงเทพ") && text.contains("👩🏽") && text.contains("नमस्ते"));
    no_glyph_is_missing(&file);
}

#[test]
fn a_long_paragraph_of_each_script_comes_back_whole() {
    for (script, words) in [
        ("Hebrew", "ספק שירותי הזהות מסר דוח SOC 2 (2026) לצוות. "),
        (
            "Arabic",
            "قدّم مزود خدمة الهوية تقرير ISO 27001 في عام ٢٠٢٦. ",
        ),
        ("Chinese", "供应商提供了身份服务的审计报告，日期为2026年。"),
        (
            "Korean",
            "공급업체는 신원 서비스 감사 보고서를 제공했습니다. ",
        ),
    ] {
        let paragraph = words.repeat(30);
        let text = text(&file(&paragraph));
        assert_eq!(
            without_spaces(&text),
            without_spaces(&paragraph),
            "{script}"
        );
    }
}

/// A narrow cell beside a wide one.
fn narrow(words: &str) -> String {
    format!("| a | b |\n|--|--|\n| {words} | {} |\n", "x y ".repeat(300))
}

#[test]
fn a_divided_word_is_whole_but_for_a_soft_hyphen() {
    let words =
        "Die Risikobewertung der Berechtigungsverwaltung unterstreicht Sicherheitsanforderungen";
    let file = printed(&document::parse(&narrow(words)), "de-DE");
    let text = text(&file);
    assert!(text.contains('\u{ad}'), "{text}");
    // The lines of both cells alternate; the other one holds nothing but `x` and `y`.
    let whole = without_spaces(&text.replace(['\u{ad}', 'x', 'y'], ""));
    assert!(whole.contains(&without_spaces(words)), "{whole}");
}

#[test]
fn names_code_and_addresses_have_no_hyphen() {
    let words = "`privilegedaccessmanagement` Authentifizierungsdienst ENTITLEMENTREVIEWS privileged2accounts \
                 https://example.org/identityproviderdirectory **entitlementcertification**";
    for language in ["en", "fr"] {
        let file = printed(&document::parse(&narrow(words)), language);
        assert!(!text(&file).contains('\u{ad}'), "{language}");
    }
}

#[test]
fn a_soft_hyphen_of_the_text_is_printed_only_where_a_line_ends() {
    let short = printed(&paragraph("Data\u{ad}base"), "en");
    assert_eq!(text(&short), "Database");
    let long = printed(&paragraph(&"Da\u{ad}ta\u{ad}ba\u{ad}se".repeat(60)), "fr");
    let text = text(&long);
    assert!(text.contains('\u{ad}'), "{text}");
    assert_eq!(text.replace('\u{ad}', ""), "Database".repeat(60));
}

/// A character from anywhere, most often from where shaping has something to do.
fn character() -> impl Strategy<Value = char> {
    let in_range = |from: u32, to: u32| {
        (from..=to).prop_map(|code| char::from_u32(code).unwrap_or('\u{fffd}'))
    };
    prop_oneof![
        4 => in_range(0x20, 0x24f),
        2 => in_range(0x300, 0x52f),
        3 => in_range(0x590, 0x8ff),
        1 => in_range(0x900, 0xfff),
        1 => in_range(0x1100, 0x11ff),
        1 => in_range(0x2000, 0x2bff),
        2 => in_range(0x2e80, 0x9fff),
        1 => in_range(0xac00, 0xd7ff),
        2 => in_range(0xe000, 0xffff),
        1 => in_range(0x1f000, 0x1faff),
        1 => in_range(0xe0000, 0xe01ff),
        1 => prop::sample::select(vec!['\u{200d}', '\u{fe0f}', '\u{301}', '\u{202e}', '\u{ad}', '\u{a0}']),
        2 => any::<char>(),
    ]
}

/// The text as a reader sees it: composed, and without what only chooses between looks of a sign.
fn seen(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let shown = text
        .chars()
        .filter(|c| !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{ad}'));
    without_spaces(&shown.collect::<String>()).nfc().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn every_character_comes_back(characters in prop::collection::vec(character(), 1..80)) {
        let words: String = characters.into_iter().collect();
        let document = document::parse(&escape::escaped(&words));
        let Some(Block::Paragraph(inlines)) = document.blocks.first() else {
            return Err(TestCaseError::reject("no paragraph"));
        };
        let wanted = document::plain_text(inlines);
        let file = printed(&document, "en");
        prop_assert_eq!(seen(&text(&file)), seen(&wanted));
        no_glyph_is_missing(&file);
    }

    #[test]
    fn no_character_is_a_box(characters in prop::collection::vec(character(), 1..80)) {
        // Even a text that nobody cleaned.
        let words: String = characters.into_iter().collect();
        no_glyph_is_missing(&printed(&paragraph(&words), "de"));
    }
}
