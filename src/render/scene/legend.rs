//! What patterns and marks mean, in a row of samples that wraps.

use super::measure::SMALL;
use super::{Anchor, Area, Canvas, Role, centred};

/// Size of a sample.
const SAMPLE: (f32, f32) = (14.0, 8.5);
const ROW: f32 = 13.0;
const LOOK: (super::Lettering, Role) = (SMALL, Role::Muted);

/// Draws a sample with each name from `top` on, and the unit at the right; returns where the next thing may begin.
pub fn draw(
    canvas: &mut Canvas,
    names: &[String],
    unit: &str,
    top: f32,
    mut sample: impl FnMut(usize, Area, &mut Canvas),
) -> f32 {
    if names.is_empty() && unit.is_empty() {
        return top;
    }
    let (mut x, mut y) = (0.0, top);
    for (index, name) in names.iter().enumerate() {
        let lines = canvas.wrap(name, SMALL, canvas.width - SAMPLE.0 - 6.0);
        let widths = lines.iter().map(|line| canvas.measure.width(line, SMALL));
        let width = SAMPLE.0 + 5.0 + widths.fold(0.0, f32::max);
        if x > 0.0 && x + width > canvas.width {
            (x, y) = (0.0, y + ROW);
        }
        let area = Area {
            x,
            y: y + (ROW - SAMPLE.1) / 2.0,
            width: SAMPLE.0,
            height: SAMPLE.1,
        };
        sample(index, area, canvas);
        let at = (x + SAMPLE.0 + 5.0, centred(y + ROW / 2.0, SMALL));
        canvas.lines(&lines, at, Anchor::Start, LOOK);
        y += (lines.len().max(1) - 1) as f32 * SMALL.leading();
        x += width + 14.0;
    }
    let width = canvas.measure.width(unit, SMALL);
    if x > 0.0 && x + width > canvas.width {
        y += ROW;
    }
    let at = (canvas.width, centred(y + ROW / 2.0, SMALL));
    canvas.text(unit, at, Anchor::End, LOOK);
    y + ROW + 5.0
}
