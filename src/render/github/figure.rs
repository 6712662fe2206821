//! Figures in characters of one width, as a block of code under their caption and their words.
//!
//! The words come first: they are what a screen reader can use. No numbers are given twice: the drawing shows
//! totals, and the table that follows a figure in the report holds the rest.

use super::text::Setting;
use super::{Page, fenced};
use crate::render::document::{Bar, Bars, Drawing, Figure, Inline, Risk};
use crate::words::Words;

/// Characters of the longest bar, and of the scale of the risk.
const WIDTH: f64 = 40.0;
const SCALE: f64 = 60.0;
/// The fillings of the parts of a bar.
const FILLINGS: [char; 3] = ['█', '▒', '░'];
/// Names longer than this are cut, so that a line fits the page.
const MOST_LETTERS: usize = 40;

impl Page<'_> {
    /// A figure: its caption, what it says in words, and the drawing where characters can draw it.
    pub(super) fn figure(&self, figure: &Figure) -> String {
        let strong = Inline::Strong(figure.caption.clone());
        let words = Inline::Emphasis(vec![Inline::Text(figure.alt.clone())]);
        let parts = [strong, words].map(|part| self.text(&[part], Setting::Paragraph));
        let drawing = match &figure.drawing {
            Drawing::Bars(drawn) => Some(bars(drawn, self.words)),
            Drawing::Risk(drawn) => Some(risk(drawn, self.words)),
            Drawing::Exposure(_)
            | Drawing::Matrix(_)
            | Drawing::Timeline(_)
            | Drawing::Stair(_) => None,
        };
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let parts = parts.chain(drawing.map(|drawing| fenced(&drawing)));
        parts.collect::<Vec<_>>().join("\n\n")
    }
}

/// The legend, then a line for each bar: name, parts, total.
fn bars(figure: &Bars, words: &Words) -> String {
    let letters = figure
        .rows
        .iter()
        .map(|bar| cut(&bar.label).chars().count());
    let width = letters.max().unwrap_or(0);
    let is_whole = |bar: &Bar| bar.total().fract().abs() < 1e-9;
    let decimals = usize::from(!figure.rows.iter().all(is_whole));
    let legend = FILLINGS.iter().zip(&figure.legend);
    let mut legend: Vec<String> = legend
        .map(|(fill, name)| format!("{fill} {name}"))
        .collect();
    if !figure.unit.is_empty() {
        legend.push(format!("({})", figure.unit));
    }
    let rows = figure.rows.iter().map(|bar| {
        let label = cut(&bar.label);
        let drawn = drawn(bar, figure.max);
        let total = words.number(bar.total(), decimals);
        format!("{label:width$}  {drawn} {total}")
    });
    let legend = Some(legend.join("   ")).filter(|legend| !legend.is_empty());
    legend
        .into_iter()
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The parts of a bar. Each ends where the sum up to it ends, so that the whole has its right length.
fn drawn(bar: &Bar, max: f64) -> String {
    let mut text = String::new();
    let mut sum = 0.0;
    let mut drawn = 0;
    for (part, fill) in bar.parts.iter().zip(FILLINGS) {
        sum += part;
        let end = column(sum / max, WIDTH);
        text.extend(std::iter::repeat_n(fill, end.saturating_sub(drawn)));
        drawn = end.max(drawn);
    }
    text
}

/// Which column a share of the scale ends at.
fn column(share: f64, width: f64) -> usize {
    // The share lies between 0 and 1, so the column is a small whole number.
    (share * width).round() as usize
}

fn cut(label: &str) -> String {
    if label.chars().count() <= MOST_LETTERS {
        return label.to_owned();
    }
    label.chars().take(MOST_LETTERS - 1).chain(['…']).collect()
}

/// The interval with its point above the scale of the bands.
fn risk(figure: &Risk, words: &Words) -> String {
    let at = |value: f64| {
        column(
            value / figure.bands.last().map_or(100.0, |band| band.upper),
            SCALE,
        )
    };
    let (low, high) = (at(figure.low.value), at(figure.high.value));
    let point = figure.point.as_ref().map(|point| at(point.value));
    let interval: String = (0..=high)
        .map(|column| match column {
            column if Some(column) == point => '◆',
            column if column == low => '├',
            column if column == high => '┤',
            column if column < low => ' ',
            _ => '─',
        })
        .collect();
    let ends: Vec<f64> = std::iter::once(0.0)
        .chain(figure.bands.iter().map(|band| band.upper))
        .collect();
    let edges: Vec<usize> = ends.iter().map(|end| at(*end)).collect();
    let last = edges.len() - 1;
    let scale: String = (0..=edges[last])
        .map(
            |column| match edges.iter().position(|edge| *edge == column) {
                Some(0) => '╞',
                Some(edge) if edge == last => '╡',
                Some(_) => '╪',
                None => '═',
            },
        )
        .collect();
    let names = figure.bands.iter().zip(ends.windows(2));
    let number = |end: f64| words.decimal(&end.to_string());
    let names = names.map(|(band, ends)| {
        let [from, to] = [ends[0], ends[1]].map(number);
        format!("{} {from}–{to}", band.name)
    });
    let point = figure.point.as_ref();
    let point = point.map(|point| format!("◆ {}   ", point.figure));
    let (low, high) = (&figure.low.figure, &figure.high.figure);
    let values = format!("{}├┤ {low}–{high}", point.unwrap_or_default());
    let names = names.collect::<Vec<_>>().join(" · ");
    [interval, scale, names, values].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;
    use crate::render::document::{Mark, RiskBand};

    fn bar(parts: &[f64]) -> Bar {
        Bar {
            label: "a".to_owned(),
            parts: parts.to_vec(),
        }
    }

    #[test]
    fn the_parts_of_a_bar_are_as_long_as_the_whole() {
        assert_eq!(drawn(&bar(&[10.0, 5.0, 5.0]), 40.0), "██████████▒▒▒▒▒░░░░░");
        // Three parts of 0.4 characters are one character, not three and not none.
        assert_eq!(drawn(&bar(&[0.4, 0.4, 0.4]), 40.0), "▒");
        assert_eq!(drawn(&bar(&[0.0]), 40.0), "");
    }

    #[test]
    fn the_point_stands_over_its_place_on_the_scale() {
        let bands = [("Low", 20.0), ("High", 60.0)].map(|(name, upper)| RiskBand {
            name: name.to_owned(),
            upper,
        });
        let mark = |value: f64| Mark {
            value,
            figure: format!("{value:.1}"),
            name: String::new(),
        };
        let figure = Risk {
            point: Some(mark(30.0)),
            low: mark(10.0),
            high: mark(40.0),
            bands: bands.to_vec(),
        };
        let drawing = risk(&figure, Words::of(Language::English));
        let lines: Vec<Vec<char>> = drawing.lines().map(|line| line.chars().collect()).collect();
        assert_eq!((lines[0][10], lines[0][30], lines[0][40]), ('├', '◆', '┤'));
        assert_eq!((lines[1][0], lines[1][20], lines[1][60]), ('╞', '╪', '╡'));
        assert!(drawing.ends_with("Low 0–20 · High 20–60\n◆ 30.0   ├┤ 10.0–40.0"));
    }
}
