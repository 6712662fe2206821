//! Stacked bars: what a sum is made of, row by row. Parts are solid, hatched and hollow.

use super::measure::LABEL;
use super::{Anchor, Area, Canvas, Paint, ROW_LABEL, Role, centred, legend, stroke};
use crate::render::document::{Bar, Bars};

/// Height of a bar, and what a row adds to its label.
const BAR: f32 = 9.0;
const ROW: f32 = 18.0;
const PADDING: f32 = 7.0;
/// Labels take no more than this share of the width.
const MOST_LABELS: f32 = 0.46;
/// Between labels, bars and numbers.
const GAP: f32 = 9.0;
const NUMBER_GAP: f32 = 4.5;

pub fn draw(bars: &Bars, canvas: &mut Canvas) -> f32 {
    let top = legend::draw(
        canvas,
        &bars.legend,
        &bars.unit,
        0.0,
        |part, area, canvas| {
            draw_part(part, area, canvas);
        },
    );
    let labels = rows(canvas, bars.rows.iter().map(|bar| bar.label.as_str()));
    let axis = labels.width + GAP;
    let numbers = totals(bars, canvas);
    let number_width = widest(canvas, &numbers) + NUMBER_GAP;
    let scale = (canvas.width - axis - number_width) / bars.max as f32;
    let mut y = top;
    for ((bar, lines), number) in bars.rows.iter().zip(&labels.rows).zip(&numbers) {
        let height = row_height(lines.len());
        set_label(canvas, lines, y + height / 2.0);
        let end = draw_bar(bar, (axis, y + (height - BAR) / 2.0), scale, canvas);
        let at = (end + NUMBER_GAP, centred(y + height / 2.0, LABEL));
        canvas.text(number, at, Anchor::Start, (LABEL.bold(), Role::Ink));
        y += height;
    }
    canvas.line((axis, top), (axis, y), stroke(Role::Muted, 0.6));
    y
}

/// Labels of rows, wrapped into one column.
pub struct Labels {
    pub rows: Vec<Vec<String>>,
    /// Width of the widest line.
    pub width: f32,
}

/// Wraps the labels of rows into a column that leaves room for the rest.
pub fn rows<'a>(canvas: &mut Canvas, labels: impl Iterator<Item = &'a str>) -> Labels {
    let most = canvas.width * MOST_LABELS;
    let rows: Vec<Vec<String>> = labels
        .map(|label| canvas.wrap(label, LABEL, most))
        .collect();
    let widths = rows
        .iter()
        .flatten()
        .map(|line| canvas.measure.width(line, LABEL));
    let width = widths.fold(0.0, f32::max);
    Labels { rows, width }
}

/// Height of a row whose label has so many lines.
pub fn row_height(lines: usize) -> f32 {
    (lines as f32 * LABEL.leading() + PADDING).max(ROW)
}

/// Sets the lines of a label around the middle of its row.
pub fn set_label(canvas: &mut Canvas, lines: &[String], middle: f32) {
    let rise = (lines.len().max(1) - 1) as f32 * LABEL.leading() / 2.0;
    let at = (0.0, centred(middle, LABEL) - rise);
    canvas.lines(lines, at, Anchor::Start, ROW_LABEL);
}

fn totals(bars: &Bars, canvas: &Canvas) -> Vec<String> {
    let is_broken = |bar: &Bar| bar.parts.iter().any(|part| part.fract().abs() > 1e-9);
    let decimals = usize::from(bars.rows.iter().any(is_broken));
    let totals = bars.rows.iter().map(Bar::total);
    let words = canvas.measure.words;
    totals.map(|total| words.number(total, decimals)).collect()
}

fn widest(canvas: &mut Canvas, numbers: &[String]) -> f32 {
    let widths = numbers
        .iter()
        .map(|number| canvas.measure.width(number, LABEL.bold()));
    widths.fold(0.0, f32::max)
}

/// Draws the parts of a bar and returns where it ends.
fn draw_bar(bar: &Bar, (mut x, y): (f32, f32), scale: f32, canvas: &mut Canvas) -> f32 {
    for (part, value) in bar.parts.iter().enumerate() {
        let width = *value as f32 * scale;
        let area = Area {
            x,
            y,
            width,
            height: BAR,
        };
        draw_part(part, area, canvas);
        x += width;
    }
    x
}

/// Solid, hatched or hollow.
pub fn draw_part(part: usize, area: Area, canvas: &mut Canvas) {
    match part {
        0 => canvas.fill(area, Role::Part(0)),
        1 => canvas.rectangle(area, Paint::Hatched(Role::Part(1), Role::Accent)),
        _ => canvas.fill(area, Role::Part(2)),
    }
    if part > 0 {
        canvas.frame(area, stroke(Role::Accent, 0.7));
    }
}
