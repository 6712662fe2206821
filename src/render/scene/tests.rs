//! No word of a figure stands on another one, leaves its picture or is lost, whatever a figure holds.

use super::measure::Measure;
use super::{Anchor, Item, Scene, Text, draw};
use crate::pack::language::Language;
use crate::render::document::{Block, parse};
use crate::render::pdf::shape::Shaper;
use crate::words::Words;

/// A page of print, and a narrow screen.
const WIDTHS: [f32; 2] = [471.0, 250.0];
const LONG: &str = "Every service account, API key, workload identity and delegated consent that anybody ever \
                    made is inventoried, owned by a person who still works here, and Lebensversicherungsgesellschaftsangestellte";
const BANDS: &str = "bands: Low 20 | Moderate 40 | Elevated 60 | High 80 | Critical 100";
const LOW: &str = "if every claim is true and every open question ends well";
const HIGH: &str = "if the vendor's word counts for nothing";

fn scene(block: &str, width: f32) -> Scene {
    scene_in(Language::English, block, width)
}

fn scene_in(language: Language, block: &str, width: f32) -> Scene {
    let document = parse(block);
    let Some(Block::Figure(figure)) = document.blocks.first() else {
        panic!("no figure: {block}");
    };
    draw(
        figure,
        width,
        &mut Measure::new(&mut Shaper::default(), Words::of(language)),
    )
}

fn fenced(word: &str, lines: &str) -> String {
    format!("```{word}\nalt: x\n{lines}\n```")
}

fn texts(scene: &Scene) -> Vec<&Text> {
    let texts = scene.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// Left, top, right and bottom of the ink of a text, a little inside its line.
fn ink(text: &Text) -> [f32; 4] {
    let (size, (x, y)) = (text.lettering.size, text.at);
    let left = match text.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - text.width / 2.0,
        Anchor::End => x - text.width,
    };
    [left, y - size * 0.74, left + text.width, y + size * 0.2]
}

/// Checks a figure in all widths; returns the widest.
fn check(word: &str, lines: &str) -> Scene {
    let scenes = WIDTHS.map(|width| check_width(word, lines, width));
    let [wide, _] = scenes;
    wide
}

/// Checks every text of a figure against the edges and all others.
fn check_width(word: &str, lines: &str, width: f32) -> Scene {
    let scene = scene(&fenced(word, lines), width);
    let texts = texts(&scene);
    for (index, text) in texts.iter().enumerate() {
        let [left, top, right, bottom] = ink(text);
        assert!(
            left >= -0.1 && right <= width + 0.1 && top >= -0.1 && bottom <= scene.height + 0.1,
            "`{}` leaves the picture ({left} {top} {right} {bottom}) of {}:\n{lines}",
            text.words,
            scene.height
        );
        for other in &texts[index + 1..] {
            let [l, t, r, b] = ink(other);
            let apart = r <= left + 0.1 || l >= right - 0.1 || b <= top + 0.1 || t >= bottom - 0.1;
            assert!(
                apart,
                "`{}` stands on `{}`:\n{lines}",
                text.words, other.words
            );
        }
    }
    scene
}

/// All words of a scene, without spaces: wrapping may divide them, but loses none.
fn squeezed(scene: &Scene) -> String {
    let words: String = texts(scene)
        .iter()
        .map(|text| text.words.as_str())
        .collect();
    words.replace(' ', "")
}

fn repeated(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn residual_risk_is_readable_wherever_it_stands() {
    let ends = ["0", "0.1", "19.9", "50", "99.9", "100"];
    for (index, low) in ends.iter().enumerate() {
        for high in &ends[index..] {
            for point in [
                format!("point: {low} | as evidenced\n"),
                format!("point: {high}\n"),
                String::new(),
            ] {
                check(
                    "risk",
                    &format!("low: {low} | {LOW}\n{point}high: {high} | {HIGH}\n{BANDS}"),
                );
            }
        }
    }
}

#[test]
fn bands_may_be_narrow_and_have_long_names() {
    let bands =
        "bands: Hardly worth mentioning 1 | Low 2 | Moderate but to be watched 3 | High 100";
    for low in ["0", "2.5", "100"] {
        check(
            "risk",
            &format!("low: {low} | {LOW}\nhigh: 100 | {HIGH}\n{bands}"),
        );
    }
}

#[test]
fn bars_take_one_row_or_forty_and_names_of_any_length() {
    for rows in [1, 10, 40] {
        let lines = repeated(rows, |row| format!("{row} {LONG} | 0 | {row} | 1.5"));
        let scene = check(
            "bars",
            &format!("legend: {LONG} | b | c\nunit: points\n{lines}"),
        );
        let name = LONG.replace(' ', "");
        assert_eq!(squeezed(&scene).matches(&name).count(), rows + 1);
    }
    check("bars", "A | 0 | 0 | 0");
    check("bars", "A | 5 | 5\nB | 10 | 0");
}

#[test]
fn exposure_is_readable_wherever_it_stands() {
    for inherent in ["0.0", "3", "14.7", "50", "97", "100"] {
        for [low, high] in [
            ["0", "0"],
            ["0", "0.01"],
            ["0.4", "1.5"],
            ["0.05", "9.21"],
            ["9", "9.21"],
        ] {
            for point in [
                format!("point: {high} | 51.8 as evidenced\n"),
                String::new(),
            ] {
                check(
                    "exposure",
                    &format!(
                        "x: {LONG}\ny: {LONG}\ninherent: {inherent}\nlow: {low} | 31.4 {LOW}\n{point}high: {high} | 69.6 {HIGH}\n{BANDS}"
                    ),
                );
            }
        }
    }
}

#[test]
fn a_matrix_takes_long_names_in_rows_columns_and_legend() {
    let lines = repeated(40, |row| {
        format!("{row} {LONG} | full | part | open | none")
    });
    let legend = format!("legend: full {LONG} | part b | open c | none d");
    check(
        "matrix",
        &format!(
            "columns: Own validation of everything | ISO/IEC 27001 | c | d\n{legend}\n{lines}"
        ),
    );
    check("matrix", "columns: a\nlegend: full b\nc | full");
}

#[test]
fn a_timeline_groups_days_that_would_stand_on_each_other() {
    let days = repeated(70, |day| {
        format!("full 2026-{:02}-{:02}", 1 + day % 11, 1 + day % 28)
    });
    let days = days.replace('\n', " | ");
    let head = "observed: 2025-11-21 2026-11-20 the year before\nday: 2026-11-20 assessed\nlegend: full fresh";
    let scene = check(
        "timeline",
        &format!("{head}\n{LONG} | {days}\nB | full 2026-11-20"),
    );
    let numbers = texts(&scene).into_iter().filter(|text| text.lettering.bold);
    let counted: usize = numbers
        .filter_map(|text| text.words.parse::<usize>().ok())
        .sum();
    let single = scene
        .items
        .iter()
        .filter(|item| matches!(item, Item::Polygon { .. }))
        .count();
    assert!(counted > 30 && single > 4, "{counted} {single}");
}

#[test]
fn a_timeline_says_where_it_ends_too_early() {
    let head = "observed: 2025-11-21 2026-11-20 the year before\nday: 2026-11-20 assessed\nlegend: full fresh";
    let polygons = |span: &str| {
        let scene = check("timeline", &format!("{head}\nA | {span}"));
        let arrow =
            |item: &&Item| matches!(item, Item::Polygon { points, .. } if points.len() == 3);
        scene.items.iter().filter(arrow).count()
    };
    assert_eq!(polygons("full 1999-01-01 2026-01-01"), 1);
    assert_eq!(polygons("full 1999-01-01 2099-01-01"), 2);
    assert_eq!(polygons("full 1999-01-01"), 1);
    assert_eq!(polygons("full 2026-01-01"), 0);
}

#[test]
fn a_stair_takes_one_step_or_forty_large_or_none() {
    for steps in [1, 6, 40] {
        let lines = repeated(steps, |step| {
            format!("{LONG} | {}", 98.0 - 2.4 * step as f64)
        });
        let head = format!("{BANDS}\nstart: 100 | today\ntarget: 20 | below 20: Low, {LONG}");
        check("stair", &format!("{head}\n{lines}"));
    }
    check(
        "stair",
        &format!("{BANDS}\nstart: 40 | today\ntarget: 40\nA | 40\nB | 0"),
    );
}

#[test]
fn a_picture_grows_with_its_rows_and_never_in_width() {
    let height = |rows| check("bars", &repeated(rows, |row| format!("{row} | 1"))).height;
    assert!(height(1) < height(10) && height(10) < height(40));
}

#[test]
fn every_number_has_the_mark_of_the_language() {
    let lines = "inherent: 90,5\nlow: 0,43 | a\npoint: 0,86 | b\nhigh: 1,45 | c\nx: H\ny: I\n\
                 bands: Low 20,5 | High 100";
    let figures = [
        ("exposure", lines.to_owned()),
        (
            "risk",
            "low: 31,4 | a\nhigh: 69,6 | b\nbands: Low 20,5 | High 100".to_owned(),
        ),
        ("bars", "A | 7,5 | 1".to_owned()),
        (
            "stair",
            "bands: Low 20,5 | High 100\nstart: 51,8 | a\ntarget: 20,5 | b\nA | 20,1".to_owned(),
        ),
    ];
    for (word, lines) in figures {
        let scene = scene_in(Language::German, &fenced(word, &lines), WIDTHS[0]);
        let words: Vec<&str> = texts(&scene)
            .iter()
            .map(|text| text.words.as_str())
            .collect();
        assert!(
            words.iter().any(|words| words.contains(',')),
            "{word}: {words:?}"
        );
        assert!(
            !words.iter().any(|words| words.contains('.')),
            "{word}: {words:?}"
        );
    }
}
