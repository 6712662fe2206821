//! What holds of the pages of every document: nothing is lost, nothing leaves the text, nothing stands alone.

use proptest::prelude::*;

use super::compose::compose;
use super::flow::{Mark, Meaning, Shape};
use super::paginate::{Paged, paginate};
use super::style::{MARGIN, Sheet, TEXT_TOP};
use crate::render::Metadata;
use crate::render::document::parse;

/// A piece of a report as Markdown; each of its words is `w` or `n` in a note, so that they can be counted.
fn block() -> impl Strategy<Value = String> {
    let words = |most: usize| (1..most).prop_map(|count| vec!["w"; count].join(" "));
    prop_oneof![
        3 => words(400),
        1 => words(6).prop_map(|words| format!("# {words}")),
        3 => words(6).prop_map(|words| format!("## {words}")),
        2 => words(6).prop_map(|words| format!("### {words}")),
        2 => prop::collection::vec(words(60), 1..12)
            .prop_map(|items| items.iter().map(|item| format!("- {item}\n")).collect()),
        3 => prop::collection::vec((words(40), words(9)), 1..40).prop_map(|rows| {
            let row = |(a, b): &(String, String)| format!("| {a} | {b} |\n");
            let rows: String = rows.iter().map(row).collect();
            format!("| w | w |\n|--|--:|\n{rows}")
        }),
        1 => words(200).prop_map(|words| format!("> [!NOTE]\n> {words}")),
        1 => words(90).prop_map(|words| format!("> {words}")),
        1 => (1..60_usize).prop_map(|lines| format!("```\n{}```", "w\n".repeat(lines))),
        2 => (words(30), 1..300_usize, any::<u32>()).prop_map(|(words, count, id)| {
            format!("{words}[^{id}]\n\n[^{id}]: {}", vec!["n"; count].join(" "))
        }),
    ]
}

fn paged(markdown: &str, sheet: Sheet) -> (Paged, Vec<String>) {
    let composed = compose(&parse(markdown), &Metadata::default(), sheet);
    let headings = composed.outline.iter().map(|entry| entry.id.clone());
    let (headings, mut shaper) = (headings.collect(), composed.shaper);
    (paginate(composed.flow, sheet, &mut shaper), headings)
}

/// The text of a mark, if it is content, with its baseline.
fn content(mark: &Mark) -> Option<(String, f32)> {
    let Mark::Ink(ink) = mark else { return None };
    let (
        Meaning::Content(_),
        Shape::Text {
            word, from, to, y, ..
        },
    ) = (ink.meaning, &ink.shape)
    else {
        return None;
    };
    let clusters = word.clusters[*from..*to].iter();
    Some((clusters.map(|cluster| cluster.text.as_str()).collect(), *y))
}

fn is_inside(mark: &Mark, sheet: Sheet) -> bool {
    let Mark::Ink(ink) = mark else { return true };
    let (left, right, top, bottom) = match &ink.shape {
        Shape::Text { x, y, .. } => (*x, *x, *y, *y),
        Shape::Fill { area, .. } | Shape::Outline { area, .. } => {
            (area.x, area.x + area.width, area.y, area.y + area.height)
        }
        Shape::Line { from, to, .. } => (from.0, to.0, from.1.min(to.1), from.1.max(to.1)),
        _ => return true,
    };
    left >= MARGIN - 0.1
        && right <= sheet.text_right() + 0.1
        && top >= TEXT_TOP - 0.1
        && bottom <= sheet.text_bottom() + 0.1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn pages_hold_everything_and_nothing_alone(
        blocks in prop::collection::vec(block(), 1..16),
        letter in any::<bool>(),
    ) {
        let sheet = if letter { Sheet::LETTER } else { Sheet::A4 };
        let markdown = blocks.join("\n\n");
        let (paged, headings) = paged(&markdown, sheet);
        let printed: String = paged
            .pages
            .iter()
            .flatten()
            .filter_map(content)
            .map(|(text, _)| text)
            .collect();
        for letter in ['w', 'n'] {
            // Every word is one letter; the marks of Markdown have none of them.
            let wanted = markdown.chars().filter(|c| *c == letter).count();
            prop_assert_eq!(printed.matches(letter).count(), wanted, "{}", letter);
        }
        for (number, page) in paged.pages.iter().enumerate() {
            prop_assert!(page.iter().filter_map(content).count() > 0, "page {} is empty", number);
            prop_assert!(page.iter().all(|mark| is_inside(mark, sheet)), "page {}", number);
        }
        for (index, id) in headings.iter().enumerate() {
            let (page, top) = paged.anchors[id];
            let below = paged.pages[page].iter().filter_map(content);
            let below = below.filter(|(text, y)| *y > top && text.contains('w')).count();
            let is_last = index + 1 == headings.len() && markdown.trim_end().ends_with(&blocks[blocks.len() - 1])
                && blocks[blocks.len() - 1].starts_with('#');
            let words = heading_words(&paged, id);
            prop_assert!(is_last || below > words, "heading {} ends page {}", id, page);
        }
    }
}

/// How many words the line of a heading has.
fn heading_words(paged: &Paged, id: &str) -> usize {
    let (page, top) = paged.anchors[id];
    let line = paged.pages[page].iter().filter_map(content);
    let line = line.filter(|(text, y)| *y > top && *y < top + 30.0 && text.contains('w'));
    let first = line.clone().map(|(_, y)| y).fold(f32::MAX, f32::min);
    line.filter(|(_, y)| (*y - first).abs() < 0.1).count()
}
