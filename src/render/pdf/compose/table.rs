//! Tables: a head that is repeated on each page, and rows that stay whole.

use super::columns::{Demand, column_widths};
use super::row::{Band, Row};
use super::{BLOCK_GAP, Composer, Place, fill, horizontal};
use crate::render::document::{Alignment, Cell, Table};
use crate::render::pdf::flow::{Ink, Mark, Meaning, Strip};
use crate::render::pdf::line::Line;
use crate::render::pdf::paragraph::Paragraph;
use crate::render::pdf::structure::{Attribute, NodeId, Role};
use crate::render::pdf::style::{self, TextStyle};

/// Space inside a cell, left and right, and above and below.
const PAD_X: f32 = 5.0;
const PAD_Y: f32 = 3.2;
/// A table that takes no larger share of a page stands on one page.
const LARGEST_WHOLE: f32 = 0.27;
/// The first two rows stand below the head on one page, unless they take a larger share of it: the head
/// must not be parted from rows that no page could hold with it.
const LARGEST_START: f32 = 0.5;

/// A row with its cells shaped.
struct ShapedRow {
    node: NodeId,
    cells: Vec<(NodeId, Paragraph)>,
    style: TextStyle,
}

/// A column at its place on the page.
struct Column {
    x: f32,
    width: f32,
    alignment: Alignment,
}

impl Composer {
    pub(super) fn table(&mut self, table: &Table, place: &Place) {
        let node = self.tree.add(place.node, Role::Table, Attribute::None);
        let head_node = self.tree.add(node, Role::TableHead, Attribute::None);
        let body_node = self.tree.add(node, Role::TableBody, Attribute::None);
        let head = self.shaped_row(&table.head, head_node, Role::HeadCell);
        let rows = table.rows.iter();
        let rows = rows
            .map(|cells| self.shaped_row(cells, body_node, Role::Cell))
            .collect::<Vec<_>>();
        let columns = columns(&head, &rows, &table.columns, place);
        self.space(BLOCK_GAP);
        let id = self.table_head(&head, &columns, place);
        self.table_body(&rows, &columns, place, id);
        self.space(BLOCK_GAP);
    }

    fn shaped_row(&mut self, cells: &[Cell], parent: NodeId, role: Role) -> ShapedRow {
        let style = self.sized(if role == Role::HeadCell {
            style::CELL_HEAD
        } else {
            style::CELL
        });
        let node = self.tree.add(parent, Role::Row, Attribute::None);
        let cells = cells.iter().map(|cell| {
            let cell_node = self.tree.add(node, role, Attribute::None);
            (cell_node, self.shaped(cell, style, cell_node))
        });
        let cells = cells.collect();
        ShapedRow { node, cells, style }
    }

    /// Sets the head and keeps a copy for further pages; returns the place of the copy.
    fn table_head(&mut self, head: &ShapedRow, columns: &[Column], place: &Place) -> usize {
        let first = self.flow.strips.len();
        self.push_row(&filled(head, columns), |band| head_ground(band, place));
        let strips = &mut self.flow.strips[first..];
        super::keep(strips);
        let repeated = strips.iter().map(without_meaning).collect();
        self.flow.heads.push(repeated);
        self.flow.heads.len() - 1
    }

    fn table_body(&mut self, rows: &[ShapedRow], columns: &[Column], place: &Place, table: usize) {
        let first = self.flow.strips.len();
        for (index, row) in rows.iter().enumerate() {
            self.push_row(&filled(row, columns), |band| body_ground(band, place));
            if index + 2 == rows.len() {
                self.keep_last();
            }
            if index == 1 {
                self.keep_together(first, LARGEST_START);
            }
        }
        for strip in &mut self.flow.strips[first..] {
            strip.table = Some(table);
        }
        self.keep_together(first, LARGEST_WHOLE);
    }
}

/// The row with its cells broken into lines.
fn filled(row: &ShapedRow, columns: &[Column]) -> Row {
    let cells = row.cells.iter().zip(columns);
    let lines = cells.map(|((_, text), column)| {
        let lines = text.lines(column.width).into_iter();
        lines.map(|line| (column.start_of(&line), line)).collect()
    });
    Row {
        columns: lines.collect(),
        style: row.style,
        padding: (PAD_Y, PAD_Y),
        nodes: [row.node]
            .into_iter()
            .chain(row.cells.iter().map(|(node, _)| *node))
            .collect(),
    }
}

impl Column {
    fn start_of(&self, line: &Line) -> f32 {
        let free = (self.width - line.width).max(0.0);
        self.x
            + match self.alignment {
                Alignment::Left => 0.0,
                Alignment::Centre => free / 2.0,
                Alignment::Right => free,
            }
    }
}

fn head_ground(band: Band, place: &Place) -> Vec<Mark> {
    let mut marks = vec![fill(place.area(band.height), style::PANEL)];
    if band.is_last {
        marks.push(horizontal(
            place.x,
            place.right(),
            band.height,
            style::ACCENT,
            0.9,
        ));
    }
    marks
}

fn body_ground(band: Band, place: &Place) -> Vec<Mark> {
    let line = horizontal(place.x, place.right(), band.height, style::HAIRLINE, 0.5);
    if band.is_last { vec![line] } else { Vec::new() }
}

fn columns(
    head: &ShapedRow,
    rows: &[ShapedRow],
    alignments: &[Alignment],
    place: &Place,
) -> Vec<Column> {
    let available = place.width - alignments.len() as f32 * 2.0 * PAD_X;
    let mut demands = vec![Demand::default(); alignments.len()];
    for row in rows {
        for (demand, (_, text)) in demands.iter_mut().zip(&row.cells) {
            demand.least = demand.least.max(text.least_width());
            demand.cells.push(text.full_width());
        }
    }
    // The words of a head may stand below each other; a column is as wide as its content.
    for (demand, (_, text)) in demands.iter_mut().zip(&head.cells) {
        demand.least = demand.least.max(text.least_width());
        demand.cells.push(text.least_width());
    }
    let mut x = place.x;
    let column = |(width, alignment): (f32, &Alignment)| {
        let column = Column {
            x: x + PAD_X,
            width,
            alignment: *alignment,
        };
        x += width + 2.0 * PAD_X;
        column
    };
    column_widths(&demands, available)
        .into_iter()
        .zip(alignments)
        .map(column)
        .collect()
}

/// A copy of a strip for the top of a further page, where it only decorates.
fn without_meaning(strip: &Strip) -> Strip {
    let mark = |mark: &Mark| match mark {
        Mark::Ink(ink) => Some(Mark::Ink(Ink {
            meaning: Meaning::Decoration,
            shape: ink.shape.clone(),
        })),
        _ => None,
    };
    Strip {
        gap: 0.0,
        marks: strip.marks.iter().filter_map(mark).collect(),
        ..strip.clone()
    }
}
