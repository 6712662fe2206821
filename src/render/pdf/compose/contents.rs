//! The list of contents, with dot leaders and page numbers that the paginator fills in.

use std::rc::Rc;

use super::text::line_marks;
use super::{Composer, OutlineEntry, Place, decoration};
use crate::render::document::{Inline, Target};
use crate::render::pdf::flow::{Area, Keep, Mark, Shape};
use crate::render::pdf::fonts::Face;
use crate::render::pdf::line::{Line, Look};
use crate::render::pdf::shape::points;
use crate::render::pdf::structure::{Attribute, NodeId, Role};
use crate::render::pdf::style::{self, TextStyle};

/// Kept free for page numbers, wide enough for three digits.
const NUMBER_WIDTH: f32 = 26.0;
/// Space above the entry of a section; the list of a full report fits on one page.
const SECTION_GAP: f32 = 3.0;
/// What the heading of the list takes.
const HEADING_HEIGHT: f32 = 32.0;
/// The least leading, as a share of the usual one.
const CLOSEST: f32 = 0.8;

impl Composer {
    pub(super) fn contents(&mut self, place: &Place) {
        let node = self.tree.add(place.node, Role::Contents, Attribute::None);
        let own = self.heading_count.saturating_sub(1);
        let entries = listed(&self.outline, own);
        let top = entries.iter().map(|entry| entry.level).min().unwrap_or(1);
        let leading = self.contents_leading(&entries, top);
        let place = place.in_node(node).styled(TextStyle {
            leading,
            ..style::BODY
        });
        for (index, entry) in entries.iter().enumerate() {
            self.contents_entry(entry, entry.level > top, &place);
            if index == 0 && entries.len() > 1 {
                self.keep_last();
            }
        }
        self.space(style::heading(2).1);
    }

    /// The usual leading, or one that saves a list from running over to a second page by a few lines.
    fn contents_leading(&self, entries: &[OutlineEntry], top: u8) -> f32 {
        let sections = entries.iter().filter(|entry| entry.level <= top).count();
        let room = self.sheet.text_height() - HEADING_HEIGHT - sections as f32 * SECTION_GAP;
        let leading = room / entries.len().max(1) as f32;
        if leading >= style::BODY.leading * CLOSEST {
            leading.min(style::BODY.leading)
        } else {
            style::BODY.leading
        }
    }

    fn contents_entry(&mut self, entry: &OutlineEntry, is_inner: bool, place: &Place) {
        let item = self
            .tree
            .add(place.node, Role::ContentsItem, Attribute::None);
        let reference = self.tree.add(item, Role::Reference, Attribute::None);
        let link = self.tree.add(reference, Role::Link, Attribute::None);
        let text_style = TextStyle {
            bold: !is_inner,
            ..place.style
        };
        let indent = if is_inner { 14.0 } else { 0.0 };
        let row = Place {
            style: text_style,
            ..place.in_node(link).inset(indent, 0.0)
        };
        let lines = self.lines(
            &[Inline::Text(entry.title.clone())],
            &row.inset(0.0, NUMBER_WIDTH + 12.0),
        );
        self.space(if is_inner { 0.0 } else { SECTION_GAP });
        for (index, line) in lines.iter().enumerate() {
            let mut marks = line_marks(line, row.x, text_style.baseline());
            let is_last = index + 1 == lines.len();
            if is_last {
                marks.extend(self.leader(line, &row));
                marks.push(page_number(entry, link, &row));
            }
            marks.push(row_link(entry, link, &row));
            self.push_strip(
                text_style.leading,
                marks,
                if is_last { Keep::Free } else { Keep::WithNext },
            );
        }
    }

    fn leader(&mut self, line: &Line, row: &Place) -> Option<Mark> {
        let dot = self.shaper.word(Face::Regular, " .");
        let step = points(dot.advance, style::SMALL.size);
        let end = row.right() - NUMBER_WIDTH;
        let count = ((end - row.x - line.width - 4.0) / step).floor();
        if count < 1.0 {
            return None;
        }
        let word = self
            .shaper
            .word(Face::Regular, &" .".repeat(count as usize));
        Some(decoration(Shape::Text {
            from: 0,
            to: word.clusters.len(),
            x: end - count * step,
            y: row.style.baseline(),
            size: style::SMALL.size,
            colour: style::RULE,
            word,
        }))
    }
}

/// The headings of the two outermost levels, without the title of the report and the heading `own` of the list.
fn listed(outline: &[OutlineEntry], own: usize) -> Vec<OutlineEntry> {
    let top = outline
        .iter()
        .skip(1)
        .map(|entry| entry.level)
        .min()
        .unwrap_or(1);
    let entries = outline
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(index, entry)| *index != own && entry.level <= top + 1);
    entries.map(|(_, entry)| entry.clone()).collect()
}

fn page_number(entry: &OutlineEntry, node: NodeId, row: &Place) -> Mark {
    let look = Look::plain(row.style.coloured(style::INK), node);
    Mark::PageNumber {
        id: entry.id.clone(),
        right: row.right(),
        baseline: row.style.baseline(),
        look,
    }
}

fn row_link(entry: &OutlineEntry, node: NodeId, row: &Place) -> Mark {
    let area = Area {
        x: row.x,
        y: 0.0,
        width: row.width,
        height: row.style.leading,
    };
    Mark::Link {
        area,
        target: Rc::new(Target::Heading(entry.id.clone())),
        node,
    }
}
