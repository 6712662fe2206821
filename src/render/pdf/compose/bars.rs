//! Stacked bars. Their parts differ by pattern (solid, hatched, hollow) as well as by colour.

use super::figure::Canvas;
use super::{Composer, Place};
use crate::render::document::{Bar, Bars};
use crate::render::pdf::flow::{Area, Shape};
use crate::render::pdf::line::Line;
use crate::render::pdf::style::{self, TextStyle};

/// Height of a bar and of the row it stands in.
const BAR: f32 = 9.5;
const ROW: f32 = 19.0;
const LABEL: TextStyle = style::CELL;
/// Names take no more than this share of the width; longer ones are cut.
const MOST_NAMES: f32 = 0.45;
/// Kept free for the number behind the longest bar.
const NUMBER_WIDTH: f32 = 34.0;

impl Composer {
    pub(super) fn bars(&mut self, bars: &Bars, place: &Place) {
        self.caption(&bars.caption, place);
        let mut canvas = self.canvas(&bars.alt, place);
        let top = self.legend(bars, place, &mut canvas);
        let row = row_height(bars.rows.len(), self.sheet.text_height());
        let labels: Vec<Line> = bars
            .rows
            .iter()
            .map(|bar| self.bar_label(bar, place, &canvas))
            .collect();
        let axis = place.x + labels.iter().map(|line| line.width).fold(0.0, f32::max) + 10.0;
        let scale = (place.right() - axis - NUMBER_WIDTH) / bars.max as f32;
        let decimals = usize::from(bars.rows.iter().any(|bar| bar.total().fract().abs() > 1e-9));
        let mut y = top;
        for (bar, label) in bars.rows.iter().zip(&labels) {
            let baseline = y + row / 2.0 + LABEL.size * style::HALF_CAPITAL;
            canvas.text(label, place.x, baseline);
            let end = draw_bar(bar, (axis, y + (row - BAR) / 2.0), scale, &mut canvas);
            let total = self.words(
                &format!("{:.decimals$}", bar.total()),
                LABEL.bold(),
                canvas.node,
            );
            canvas.text(&total, end + 5.0, baseline);
            y += row;
        }
        canvas.line((axis, top), (axis, y), style::RULE, 0.8);
        self.push_figure(canvas, place, y);
    }

    /// The name of a bar on one line, cut where it is too long.
    fn bar_label(&mut self, bar: &Bar, place: &Place, canvas: &Canvas) -> Line {
        let most = place.width * MOST_NAMES;
        let label = self.words(&bar.label, LABEL, canvas.node);
        if label.width <= most {
            return label;
        }
        let word = self.shaper.word(LABEL.face(), &bar.label);
        let (kept, _) = word.fitting(most - LABEL.size, LABEL.size);
        let clusters = word.clusters[..kept]
            .iter()
            .map(|cluster| cluster.text.as_str());
        let cut: String = clusters.chain(["…"]).collect();
        self.words(&cut, LABEL, canvas.node)
    }

    /// The names of the parts beside their patterns; returns where the bars may begin.
    fn legend(&mut self, bars: &Bars, place: &Place, canvas: &mut Canvas) -> f32 {
        if bars.legend.is_empty() && bars.unit.is_empty() {
            return 0.0;
        }
        let mut x = place.x;
        for (part, name) in bars.legend.iter().enumerate() {
            draw_part(
                part,
                Area {
                    x,
                    y: 3.0,
                    width: 13.0,
                    height: 8.0,
                },
                canvas,
            );
            let line = self.words(name, style::SMALL, canvas.node);
            canvas.text(&line, x + 18.0, 10.0);
            x += 18.0 + line.width + 16.0;
        }
        let unit = self.words(&bars.unit, style::SMALL, canvas.node);
        canvas.text(&unit, place.right() - unit.width, 10.0);
        19.0
    }
}

/// The usual row, or less where so many rows would not fit on a page.
fn row_height(rows: usize, text_height: f32) -> f32 {
    let room = text_height - 60.0;
    (room / rows as f32).min(ROW)
}

/// Draws the parts of a bar and returns where it ends.
fn draw_bar(bar: &Bar, (mut x, y): (f32, f32), scale: f32, canvas: &mut Canvas) -> f32 {
    for (part, value) in bar.parts.iter().enumerate() {
        let width = *value as f32 * scale;
        if width > 0.0 {
            draw_part(
                part,
                Area {
                    x,
                    y,
                    width,
                    height: BAR,
                },
                canvas,
            );
        }
        x += width;
    }
    x
}

/// Solid, hatched or hollow.
fn draw_part(part: usize, area: Area, canvas: &mut Canvas) {
    let colour = style::PARTS[part.min(style::PARTS.len() - 1)];
    canvas.draw(Shape::Fill { area, colour });
    if part == 1 {
        hatch(area, canvas);
    }
    if part >= 1 {
        let inset = 0.3_f32.min(area.width / 2.0);
        let inner = Area {
            x: area.x + inset,
            y: area.y + inset,
            width: area.width - 2.0 * inset,
            height: area.height - 2.0 * inset,
        };
        canvas.draw(Shape::Outline {
            area: inner,
            colour: style::ACCENT,
            thickness: 0.6,
        });
    }
}

/// Lines at 45°, cut at the edges of the area.
fn hatch(area: Area, canvas: &mut Canvas) {
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    let mut start = area.x - area.height + 3.0;
    while start < right {
        let from = (start.max(area.x), bottom - (area.x - start).max(0.0));
        let to_x = (start + area.height).min(right);
        let to = (to_x, bottom - (to_x - start));
        canvas.line(from, to, style::ACCENT, 0.5);
        start += 3.4;
    }
}
