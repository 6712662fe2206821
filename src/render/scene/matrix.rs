//! A grid of states. Each state has a sign of its own, so that the grid reads without colour.

use super::measure::{LABEL, SMALL};
use super::{Anchor, Area, Canvas, Item, Paint, ROW_LABEL, Role, centred, legend, stroke};
use crate::render::document::{Matrix, State};

/// Side of a sign.
const SIGN: f32 = 8.5;
const ROW: f32 = 13.2;
const PADDING: f32 = 3.4;
/// Width of a column: no wider than this, and no more than this share of the figure for all.
const COLUMN: f32 = 62.0;
const MOST_COLUMNS: f32 = 0.66;
/// Rows between two lines that guide the eye.
const GROUP: usize = 4;

pub fn draw(matrix: &Matrix, canvas: &mut Canvas) -> f32 {
    let names: Vec<String> = matrix.legend.iter().map(|(_, name)| name.clone()).collect();
    let top = legend::draw(canvas, &names, "", 0.0, |index, area, canvas| {
        let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
        draw_sign(matrix.legend[index].0, middle, canvas);
    });
    let count = matrix.columns.len() as f32;
    let column = COLUMN.min(canvas.width * MOST_COLUMNS / count);
    let label_width = canvas.width - count * column - 8.0;
    let mut y = draw_head(matrix, (label_width + 8.0, column), top, canvas);
    for (index, row) in matrix.rows.iter().enumerate() {
        let lines = canvas.wrap(&row.label, LABEL, label_width);
        let height = (lines.len() as f32 * LABEL.leading() + PADDING).max(ROW);
        let middle = y + height / 2.0;
        let rise = (lines.len().max(1) - 1) as f32 * LABEL.leading() / 2.0;
        let at = (0.0, centred(middle, LABEL) - rise);
        canvas.lines(&lines, at, Anchor::Start, ROW_LABEL);
        for (place, state) in row.states.iter().enumerate() {
            let x = label_width + 8.0 + (place as f32 + 0.5) * column;
            draw_sign(*state, (x, middle), canvas);
        }
        y += height;
        if (index + 1) % GROUP == 0 && index + 1 < matrix.rows.len() {
            y += 1.5;
            canvas.line((0.0, y), (canvas.width, y), stroke(Role::Hairline, 0.5));
            y += 1.5;
        }
    }
    y + 1.0
}

/// The names of the columns, the last line of each just above the grid.
fn draw_head(matrix: &Matrix, (left, column): (f32, f32), top: f32, canvas: &mut Canvas) -> f32 {
    let heads: Vec<Vec<String>> = matrix
        .columns
        .iter()
        .map(|name| canvas.wrap(name, SMALL.bold(), column - 3.0))
        .collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or(0) as f32;
    let bottom = top + most * SMALL.leading();
    for (index, lines) in heads.iter().enumerate() {
        let x = left + (index as f32 + 0.5) * column;
        let first = bottom - lines.len() as f32 * SMALL.leading() + SMALL.size;
        canvas.lines(lines, (x, first), Anchor::Middle, (SMALL.bold(), Role::Ink));
    }
    let y = bottom + 4.0;
    canvas.line((0.0, y), (canvas.width, y), stroke(Role::Accent, 0.9));
    y + 2.0
}

/// A tick on a solid field, a hatched, empty or crossed one, a question mark, a dash.
fn draw_sign(state: State, (x, y): (f32, f32), canvas: &mut Canvas) {
    let area = Area {
        x: x - SIGN / 2.0,
        y: y - SIGN / 2.0,
        width: SIGN,
        height: SIGN,
    };
    let frame = stroke(Role::Accent, 0.8);
    match state {
        State::Full => {
            canvas.fill(area, Role::Part(0));
            let tick = vec![(x - 2.5, y + 0.2), (x - 0.8, y + 2.1), (x + 2.6, y - 2.2)];
            canvas.curve(tick, stroke(Role::Paper, 1.2));
        }
        State::Part => {
            canvas.rectangle(area, Paint::Hatched(Role::Part(1), Role::Accent));
            canvas.frame(area, frame);
        }
        State::Empty => {
            canvas.fill(area, Role::Paper);
            canvas.frame(area, frame);
        }
        State::Out => {
            canvas.fill(area, Role::Paper);
            canvas.frame(area, frame);
            let r = SIGN / 2.0 - 0.6;
            canvas.line((x - r, y - r), (x + r, y + r), frame);
            canvas.line((x - r, y + r), (x + r, y - r), frame);
        }
        State::Open => {
            let at = (x, centred(y, SMALL));
            canvas.text("?", at, Anchor::Middle, (SMALL.bold(), Role::Ink));
        }
        State::None => canvas.items.push(Item::Line {
            points: vec![(x - 2.5, y), (x + 2.5, y)],
            stroke: stroke(Role::Muted, 0.7),
        }),
    }
}
