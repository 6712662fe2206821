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
    /// One strip for each line of the longest column, with what `ground` draws behind the text.
    pub(super) fn push_row(&mut self, row: &Row, ground: impl Fn(Band) -> Vec<Mark>) {
        let count = row.columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let is_whole = count as f32 * row.style.leading <= LARGEST_WHOLE * self.sheet.text_height();
        for index in 0..count {
            let (is_first, is_last) = (index == 0, index + 1 == count);
            let space = self.density.space;
            let above = if is_first { row.padding.0 * space } else { 0.0 };
            let below = if is_last { row.padding.1 * space } else { 0.0 };
            let height = above + row.style.leading + below;
            let mut marks = ground(Band { height, is_last });
            if is_first {
                marks.extend(row.nodes.iter().copied().map(Mark::Touch));
            }
            for (x, line) in row.columns.iter().filter_map(|lines| lines.get(index)) {
                marks.extend(line_marks(line, *x, above + row.style.baseline()));
            }
            let is_kept = !is_last && (is_whole || is_first || index + 2 == count);
            let keep = if is_kept { Keep::WithNext } else { Keep::Free };
            self.push_strip(height, marks, keep);
        }
    }
}

/// Lines that all start at `x`.
pub(super) fn column(x: f32, lines: Vec<Line>) -> Vec<(f32, Line)> {
    lines.into_iter().map(|line| (x, line)).collect()
}
