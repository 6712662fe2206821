//! Text side by side: rows of tables, names beside values, lines to sign on.

use super::Composer;
use super::text::line_marks;
use crate::render::pdf::flow::{Keep, Mark};
use crate::render::pdf::line::Line;
use crate::render::pdf::structure::NodeId;
use crate::render::pdf::style::TextStyle;

/// A row that takes a larger share of the page may be divided between its lines.
const LARGEST_WHOLE: f32 = 0.5;

/// Columns of lines that begin at one height.
pub(super) struct Row {
    /// The lines of each column, each with the place where it starts.
    pub columns: Vec<Vec<(f32, Line)>>,
    /// All columns have the same leading.
    pub style: TextStyle,
    /// Space above and below the text.
    pub padding: (f32, f32),
    /// Elements that are there even if they hold no text, in reading order.
    pub nodes: Vec<NodeId>,
}

/// The part of a row that one strip shows, for those who draw behind it.
#[derive(Clone, Copy)]
pub(super) struct Band {
    pub height: f32,
    pub is_last: bool,
}

impl Composer {
    /// The row as one strip, cell after cell as it is read, with what `ground` draws behind the text; a row
    /// that takes much of a page as one strip for each line of its longest column.
    pub(super) fn push_row(&mut self, row: &Row, ground: impl Fn(Band) -> Vec<Mark>) {
        let count = row.columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let whole = count as f32 * row.style.leading <= LARGEST_WHOLE * self.sheet.text_height();
        let lines_of_strip = if whole { count } else { 1 };
        for first in (0..count).step_by(lines_of_strip) {
            let last = first + lines_of_strip - 1;
            let (is_first, is_last) = (first == 0, last + 1 == count);
            let space = self.density.space;
            let above = if is_first { row.padding.0 * space } else { 0.0 };
            let below = if is_last { row.padding.1 * space } else { 0.0 };
            let height = above + lines_of_strip as f32 * row.style.leading + below;
            let mut marks = ground(Band { height, is_last });
            if is_first {
                marks.extend(row.nodes.iter().copied().map(Mark::Touch));
            }
            for lines in &row.columns {
                let shown = lines.iter().enumerate().skip(first).take(lines_of_strip);
                for (index, (x, line)) in shown {
                    let top = above + (index - first) as f32 * row.style.leading;
                    marks.extend(line_marks(line, *x, top + row.style.baseline()));
                }
            }
            let is_kept = !is_last && (is_first || last + 2 == count);
            let keep = if is_kept { Keep::WithNext } else { Keep::Free };
            self.push_strip(height, marks, keep);
        }
    }
}

/// Lines that all start at `x`.
pub(super) fn column(x: f32, lines: Vec<Line>) -> Vec<(f32, Line)> {
    lines.into_iter().map(|line| (x, line)).collect()
}
