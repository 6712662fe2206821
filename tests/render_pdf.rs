//! The printed report as a file: its structure, its bytes and its text.
//!
//! Whole conformance to PDF/UA-1 and PDF/A-2a is checked by validators outside this suite; these tests hold
//! what can be held here: the promises that a broken file breaks first.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use idp_assay::render::logo::Logo;
use idp_assay::render::pdf::Paper;
use idp_assay::render::{Letterhead, Metadata, document, escape, pdf};
use lopdf::{Dictionary, Document, Object, ObjectId};
use sha2::{Digest, Sha256};

const SAMPLE: &str = include_str!("render/sample.md");

fn metadata() -> Metadata {
    Metadata {
        title: "Identity assurance of R&D <Directory>".to_owned(),
        author: "Ada Meyer".to_owned(),
        subject: "Assessment as of 14 October 2026".to_owned(),
        language: "en",
        date: chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap(),
        footer: "Northgate Systems Ltd · Directory".to_owned(),
        stamp: "2026-10-14 · 9c1f6c0f".to_owned(),
        mark: Some("draft".to_owned()),
        letterhead: None,
    }
}

fn printed(markdown: &str) -> Vec<u8> {
    pdf::write(&document::parse(markdown), &metadata(), Paper::A4).unwrap()
}

fn file(markdown: &str) -> Document {
    Document::load_mem(&printed(markdown)).unwrap()
}

fn fingerprint() -> String {
    Sha256::digest(printed(SAMPLE))
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[test]
fn the_same_report_has_the_same_bytes() {
    assert!(printed(SAMPLE) == printed(SAMPLE));
}

#[test]
fn another_process_writes_the_same_bytes() {
    let this = std::env::current_exe().unwrap();
    let output = Command::new(this)
        .args([
            "--ignored",
            "--exact",
            "--nocapture",
            "prints_its_fingerprint",
        ])
        .output();
    let printed = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(printed.contains(&fingerprint()), "{printed}");
}

#[test]
#[ignore = "the other process of another_process_writes_the_same_bytes"]
fn prints_its_fingerprint() {
    // Ids that printpdf counts over the life of a process must not show.
    printed("# Another report first");
    println!("{}", fingerprint());
}

#[test]
fn another_report_has_another_id() {
    let id = |markdown| file(markdown).trailer.get(b"ID").unwrap().clone();
    assert_ne!(id("# A\n\ntext"), id("# A\n\nTexts"));
}

#[test]
fn the_sample_fills_about_twenty_pages() {
    let pages = file(SAMPLE).get_pages().len();
    assert!((17..=23).contains(&pages), "{pages}");
}

#[test]
fn the_catalog_says_that_the_file_is_tagged() {
    let file = file(SAMPLE);
    let catalog = file.catalog().unwrap();
    for key in [
        "Lang",
        "MarkInfo",
        "StructTreeRoot",
        "ViewerPreferences",
        "Metadata",
        "OutputIntents",
        "Outlines",
    ] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    assert_eq!(file.version, "1.7");
}

#[test]
fn the_metadata_is_well_formed_whatever_the_title() {
    let file = file("# A");
    let id = file
        .catalog()
        .unwrap()
        .get(b"Metadata")
        .unwrap()
        .as_reference()
        .unwrap();
    let packet = String::from_utf8(
        file.get_object(id)
            .unwrap()
            .as_stream()
            .unwrap()
            .content
            .clone(),
    )
    .unwrap();
    assert!(packet.contains("Identity assurance of R&amp;D &lt;Directory&gt;"));
    assert!(packet.contains("<pdfuaid:part>1<") && packet.contains("<pdfaid:conformance>A<"));
    assert!(packet.contains("2026-10-14T00:00:00Z"));
}

/// All structure elements below the root, in reading order.
fn elements(file: &Document) -> Vec<&Dictionary> {
    let root = file
        .catalog()
        .unwrap()
        .get(b"StructTreeRoot")
        .unwrap()
        .as_reference()
        .unwrap();
    let top = file
        .get_dictionary(root)
        .unwrap()
        .get(b"K")
        .unwrap()
        .as_reference()
        .unwrap();
    let mut found = Vec::new();
    walk(file, top, &mut found);
    found
}

fn walk<'a>(file: &'a Document, id: ObjectId, found: &mut Vec<&'a Dictionary>) {
    let element = file.get_dictionary(id).unwrap();
    found.push(element);
    for kid in element.get(b"K").unwrap().as_array().unwrap() {
        if let Object::Reference(id) = kid {
            walk(file, *id, found);
        }
    }
}

fn role(element: &Dictionary) -> &str {
    std::str::from_utf8(element.get(b"S").unwrap().as_name().unwrap()).unwrap()
}

#[test]
fn all_kinds_of_elements_are_tagged() {
    let file = file(SAMPLE);
    let roles: BTreeSet<&str> = elements(&file).into_iter().map(role).collect();
    for wanted in [
        "Document",
        "Sect",
        "H1",
        "H2",
        "H3",
        "P",
        "Div",
        "BlockQuote",
        "Code",
        "TOC",
        "TOCI",
        "Reference",
        "Link",
        "Note",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "THead",
        "TBody",
        "TR",
        "TH",
        "TD",
        "Figure",
    ] {
        assert!(roles.contains(wanted), "{wanted}");
    }
}

#[test]
fn no_heading_level_is_skipped() {
    let file = file("### Three\n\n###### Six\n\n# One\n\n#### Four");
    let levels: Vec<&str> = elements(&file)
        .into_iter()
        .map(role)
        .filter(|role| role.starts_with('H'))
        .collect();
    assert_eq!(levels, ["H1", "H2", "H1", "H2"]);
}

#[test]
fn every_figure_has_words() {
    let file = file(SAMPLE);
    let figures: Vec<_> = elements(&file)
        .into_iter()
        .filter(|element| role(element) == "Figure")
        .collect();
    assert_eq!(figures.len(), 6);
    assert!(
        figures
            .iter()
            .all(|figure| figure.has(b"Alt") && figure.has(b"A"))
    );
}

#[test]
fn every_row_has_a_cell_for_each_column() {
    let file = file("| a | b | c |\n|--|--|--|\n| 1 | | |\n| | | |");
    let rows = elements(&file)
        .into_iter()
        .filter(|element| role(element) == "TR");
    let cells: Vec<usize> = rows
        .map(|row| row.get(b"K").unwrap().as_array().unwrap().len())
        .collect();
    assert_eq!(cells, [3, 3, 3]);
}

/// Marked content of each page with an MCID, as the page's operators have it.
fn marked_content(file: &Document) -> BTreeMap<ObjectId, Vec<i64>> {
    let numbers = |page: &ObjectId| {
        let content = lopdf::content::Content::decode(&file.get_page_content(*page)).unwrap();
        let opened = content
            .operations
            .iter()
            .filter(|operation| operation.operator == "BDC");
        let ids = opened.filter_map(|operation| {
            operation.operands[1]
                .as_dict()
                .ok()?
                .get(b"MCID")
                .ok()?
                .as_i64()
                .ok()
        });
        (*page, ids.collect())
    };
    file.get_pages().values().map(numbers).collect()
}

#[test]
fn every_marked_content_belongs_to_one_element() {
    let file = file(SAMPLE);
    let mut owned: BTreeMap<ObjectId, BTreeSet<i64>> = BTreeMap::new();
    for element in elements(&file) {
        for kid in element.get(b"K").unwrap().as_array().unwrap() {
            let (page, number) = match kid {
                Object::Integer(number) => (element.get(b"Pg").unwrap(), *number),
                Object::Dictionary(kid) if kid.has_type(b"MCR") => (
                    kid.get(b"Pg").unwrap(),
                    kid.get(b"MCID").unwrap().as_i64().unwrap(),
                ),
                _ => continue,
            };
            assert!(
                owned
                    .entry(page.as_reference().unwrap())
                    .or_default()
                    .insert(number)
            );
        }
    }
    for (page, numbers) in marked_content(&file) {
        assert_eq!(
            owned
                .remove(&page)
                .unwrap_or_default()
                .into_iter()
                .collect::<Vec<_>>(),
            numbers
        );
    }
}

#[test]
fn every_operator_that_leaves_ink_is_marked() {
    let file = file(SAMPLE);
    for page in file.get_pages().values() {
        let content = lopdf::content::Content::decode(&file.get_page_content(*page)).unwrap();
        let mut depth = 0;
        for operation in content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => depth += 1,
                "EMC" => depth -= 1,
                "TJ" | "Tj" | "f" | "S" | "B" => assert!(depth > 0, "{operation:?}"),
                _ => {}
            }
        }
        assert_eq!(depth, 0);
    }
}

fn text(file: &Document) -> String {
    let pages: Vec<u32> = file.get_pages().keys().copied().collect();
    file.extract_text(&pages)
        .unwrap()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn the_text_can_be_copied() {
    let text = text(&file(SAMPLE));
    for words in [
        "Pilot only",
        "Five reasons.",
        "Zoë Müller, Łukasz Żółć, Ελένη, Дмитрий",
        "e ≥ 0.25",
        "Page 3 of",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn the_contents_name_the_page_of_each_heading() {
    let file = file(SAMPLE);
    let contents = file.extract_text(&[2]).unwrap();
    let number = contents.split("Evidence register").nth(1).unwrap();
    let number: String = number
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    let page = file.extract_text(&[number.parse().unwrap()]).unwrap();
    assert!(
        page.contains("Evidence register") && page.contains("E-001"),
        "{number}"
    );
}

#[test]
fn each_entry_of_the_contents_is_a_link() {
    let file = file("# Title\n\n```contents\n```\n\n# First {#a}\n\ntext\n\n# Second\n\ntext");
    let links = file
        .get_page_annotations(file.page_iter().next().unwrap())
        .unwrap();
    assert_eq!(links.len(), 2);
    for key in ["Dest", "Contents", "StructParent"] {
        assert!(links.iter().all(|link| link.has(key.as_bytes())), "{key}");
    }
}

#[test]
fn a_table_head_is_repeated_on_each_page() {
    let table = format!("| Head |\n|--|\n{}", "| row |\n".repeat(120));
    let file = file(&table);
    let pages = file.get_pages();
    assert!(pages.len() > 2);
    for number in pages.keys() {
        assert_eq!(
            file.extract_text(&[*number])
                .unwrap()
                .matches("Head")
                .count(),
            1,
            "page {number}"
        );
    }
    let heads: Vec<_> = elements(&file)
        .into_iter()
        .filter(|element| role(element) == "TH")
        .collect();
    assert_eq!(heads.len(), 1);
    let content = heads[0].get(b"K").unwrap().as_array().unwrap();
    assert_eq!(
        content.len(),
        1,
        "a repeated head is decoration, not content"
    );
}

#[test]
fn no_row_of_a_table_is_left_alone_on_a_page() {
    for lines in 0..40 {
        let before = "Before.\n\n".repeat(lines);
        let table = format!(
            "# Title\n\n{before}| Head |\n|--|\n{}",
            "| row |\n".repeat(40)
        );
        let file = file(&table);
        for number in file.get_pages().keys() {
            let page = file.extract_text(&[*number]).unwrap();
            let rows = page.matches("row").count();
            assert!(rows != 1, "page {number} after {lines} lines");
            assert!(
                rows > 0 || !page.contains("Head"),
                "page {number} after {lines} lines"
            );
        }
    }
}

#[test]
fn kerning_reaches_the_page() {
    let adjusts = |markdown: &str| {
        let file = file(markdown);
        let page = file.page_iter().next().unwrap();
        let content = lopdf::content::Content::decode(&file.get_page_content(page)).unwrap();
        let shown = content
            .operations
            .into_iter()
            .filter(|operation| operation.operator == "TJ");
        let mut items =
            shown.flat_map(|operation| operation.operands[0].as_array().unwrap().clone());
        items.any(|item| item.as_float().is_ok_and(|by| (10.0..200.0).contains(&by)))
    };
    assert!(adjusts("AVAVAV"));
}

/// Puts a text into many places of a report.
fn report_about(text: &str) -> String {
    let text = escape::escaped(text);
    format!(
        "# {text}\n\n{text} and **{text}**\n\n- {text}\n  - {text}\n\n> {text}\n\n| {text} | b |\n|--|--|\n| a | {text} |\n\n\
         ```cards\n{text} | {text} | {text}\n```\n\n[{text}](https://example.org)\n"
    )
}

#[test]
fn hostile_text_is_printed_and_changes_no_structure() {
    let shape = |file: &Document| {
        elements(file)
            .into_iter()
            .map(|element| role(element).to_owned())
            .collect::<Vec<_>>()
    };
    let wanted = shape(&file(&report_about("x")));
    for hostile in [
        "a | b `c` [d](e) <f> {{ g }} \u{0}\u{202e}\u{200b}",
        "日本語 \u{301} e\u{301}\u{323} 👩\u{200d}💻 \u{fffd} אב \u{1f1e9}\u{1f1ea}",
        "\u{e000}\u{10ffff}",
        "(unbalanced \\ parens) /Name <</Dict>> %comment",
    ] {
        assert_eq!(shape(&file(&report_about(hostile))), wanted, "{hostile:?}");
    }
}

#[test]
fn a_word_without_end_is_printed_whole() {
    let word = "x".repeat(10_000);
    let file = file(&format!(
        "# {word}\n\n| a | b |\n|--|--|\n| {word} | {word} |"
    ));
    assert!(file.get_pages().len() > 2);
    let count = text(&file).matches('x').count();
    assert!(count >= 30_000, "{count}");
}

#[test]
fn a_document_without_content_is_a_page() {
    assert_eq!(file("").get_pages().len(), 1);
}

#[test]
fn the_paper_is_the_one_asked_for() {
    for (paper, size) in [
        (Paper::A4, [595.276, 841.89]),
        (Paper::Letter, [612.0, 792.0]),
    ] {
        let bytes = pdf::write(&document::parse(SAMPLE), &metadata(), paper).unwrap();
        let file = Document::load_mem(&bytes).unwrap();
        for page in file.page_iter() {
            let page = file.get_dictionary(page).unwrap();
            let edges = page.get(b"MediaBox").unwrap().as_array().unwrap();
            for (edge, wanted) in edges[2..].iter().zip(size) {
                assert!((edge.as_float().unwrap() - wanted).abs() < 0.01, "{edge:?}");
            }
        }
    }
}

/// The operators of each page, as text.
fn operators(file: &Document) -> Vec<String> {
    let content = |page| String::from_utf8_lossy(&file.get_page_content(page)).into_owned();
    file.page_iter().map(content).collect()
}

#[test]
fn every_page_of_a_draft_bears_the_word_behind_the_text() {
    for page in operators(&file(SAMPLE)) {
        let mark = page.find("/Watermark Do").expect("it is there");
        assert!(page.starts_with("/Artifact<</Type/Pagination>>BDC\n/Watermark"));
        assert!(mark < page.find("TJ").unwrap());
    }
    let signed = Metadata {
        mark: None,
        ..metadata()
    };
    let bytes = pdf::write(&document::parse("# A"), &signed, Paper::A4).unwrap();
    let signed = Document::load_mem(&bytes).unwrap();
    assert!(!operators(&signed).concat().contains("Watermark"));
}

/// A picture of four pixels, one of them clear.
fn logo() -> Logo {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 2, 2);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&[9, 9, 9, 255, 9, 9, 9, 0, 1, 2, 3, 255, 4, 5, 6, 255])
        .unwrap();
    drop(writer);
    Logo::read(file).unwrap()
}

#[test]
fn the_logo_is_a_figure_named_after_the_organisation() {
    let metadata = Metadata {
        letterhead: Some(Letterhead {
            organisation: "Northgate Bank".to_owned(),
            logo: Some(logo()),
        }),
        ..metadata()
    };
    let print = || pdf::write(&document::parse("# A\n\n## B"), &metadata, Paper::A4).unwrap();
    assert!(print() == print());
    let file = Document::load_mem(&print()).unwrap();
    let figures: Vec<_> = elements(&file)
        .into_iter()
        .filter(|element| role(element) == "Figure")
        .collect();
    assert_eq!(figures.len(), 1);
    assert_eq!(
        figures[0].get(b"Alt").unwrap().as_str().unwrap(),
        b"Northgate Bank"
    );
    let masks = file
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok());
    assert_eq!(masks.filter(|stream| stream.dict.has(b"SMask")).count(), 1);
    assert!(operators(&file)[0].contains("/Logo Do"));
}

#[test]
fn a_note_stands_at_the_foot_and_leads_back() {
    let filler = "Filler.\n\n".repeat(60);
    let file = file(&format!(
        "# A\n\nFirst[^a] and again[^a].\n\n{filler}| b |\n|--|\n| cell[^b] |\n\n[^a]: Apple\n\n[^b]: Pear\n"
    ));
    let page = |words: &str| {
        let pages = file.get_pages();
        let mut holding = pages
            .keys()
            .filter(|page| file.extract_text(&[**page]).unwrap().contains(words));
        let page = *holding.next().expect("a page holds it");
        assert_eq!(holding.next(), None, "{words} stands once");
        page
    };
    assert_eq!(page("Apple"), page("First"));
    assert_eq!(page("Pear"), page("cell"));
    let notes: Vec<_> = elements(&file)
        .into_iter()
        .filter(|element| role(element) == "Note")
        .collect();
    assert!(notes.len() == 2 && notes.iter().all(|note| note.has(b"ID")));
    let links = file
        .page_iter()
        .map(|page| file.get_page_annotations(page).unwrap().len());
    assert_eq!(
        links.sum::<usize>(),
        5,
        "three references and two ways back"
    );
}
