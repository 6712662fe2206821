//! What the block tree makes of Markdown, beyond the unit tests of its parts.

use idp_assay::render::document::{
    Block, Document, Heading, Inline, ItemMark, List, Numbering, Tone, parse, plain_text,
};

/// Levels and ids, written as `1 id`.
fn headings(document: &Document) -> Vec<String> {
    let heading = |block: &Block| match block {
        Block::Heading(Heading { level, id, .. }) => Some(format!("{level} {id}")),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

fn list(document: &Document) -> &List {
    match &document.blocks[0] {
        Block::List(list) => list,
        other => panic!("{other:?}"),
    }
}

#[test]
fn levels_are_clamped_and_ids_are_unique() {
    let document = parse("### Same\n\n# Same\n\n#### Deep {#own}\n\n## Same\n\n# Own\n");
    assert_eq!(
        headings(&document),
        ["1 same", "1 same-2", "2 own", "2 same-3", "1 own-2"]
    );
}

#[test]
fn an_id_of_ours_is_not_taken_by_a_title_before_it() {
    let document = parse("# Risk\n\n# Other {#risk}\n");
    assert_eq!(headings(&document), ["1 risk-2", "1 risk"]);
}

#[test]
fn a_heading_without_words_is_left_out() {
    assert!(parse("#\n\n## \n").blocks.is_empty());
}

#[test]
fn a_heading_inside_a_block_is_bold_text() {
    let Block::Quote(blocks) = &parse("> # A").blocks[0] else {
        panic!("no quote")
    };
    assert!(matches!(&blocks[0], Block::Paragraph(text) if matches!(text[0], Inline::Strong(_))));
}

#[test]
fn items_know_whether_they_are_done() {
    let document = parse("- [x] a\n- [ ] b\n  - [x] c\n- d\n");
    let marks: Vec<ItemMark> = list(&document).items.iter().map(|item| item.mark).collect();
    assert_eq!(marks, [ItemMark::Done, ItemMark::Open, ItemMark::Plain]);
}

#[test]
fn a_numbered_list_keeps_its_first_number() {
    assert_eq!(list(&parse("7. a\n8. b\n")).numbering, Numbering::From(7));
}

#[test]
fn notes_are_numbered_by_their_first_reference() {
    let document = parse("a[^b] c[^a] d[^b]\n\n[^a]: A\n[^b]: B\n[^c]: nobody refers to this\n");
    let Block::Paragraph(text) = &document.blocks[0] else {
        panic!("no paragraph")
    };
    let numbers: Vec<usize> = text
        .iter()
        .filter_map(|inline| match inline {
            Inline::NoteReference(number) => Some(*number),
            _ => None,
        })
        .collect();
    assert_eq!(numbers, [1, 2, 1]);
    assert_eq!(document.notes.len(), 2);
    assert!(
        matches!(&document.notes[0].blocks[0], Block::Paragraph(text) if plain_text(text) == "B")
    );
}

#[test]
fn rows_have_as_many_cells_as_the_head() {
    let Block::Table(table) = &parse("| a | b |\n|--|--|\n| 1 |\n| 1 | 2 | 3 |\n").blocks[0] else {
        panic!("no table")
    };
    assert!(table.rows.iter().all(|row| row.len() == 2));
}

#[test]
fn a_field_is_inline_markdown_whatever_it_begins_with() {
    let Block::Cards(cards) = &parse("```cards\n# a | - **b** | `c\\|d`\n```\n").blocks[0] else {
        panic!("no cards")
    };
    assert_eq!(plain_text(&cards[0].label), "# a");
    assert!(matches!(&cards[0].value[1], Inline::Strong(_)));
    assert_eq!(cards[0].tone, Tone::Open);
}

#[test]
fn a_block_that_breaks_its_form_is_shown_as_code() {
    for text in [
        "```cards\nalone\n```",
        "```bars\nalt: x\na | many\n```",
        "```verdict\nvalue: x\n```",
        "```rust\nfn\n```",
    ] {
        assert!(matches!(parse(text).blocks[..], [Block::Code(_)]), "{text}");
    }
}
