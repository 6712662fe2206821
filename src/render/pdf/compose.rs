//! Blocks to strips: everything about how a report is set, except where its pages end.
//!
//! The composer walks the document once. It makes the structure tree beside the strips, so that each piece of
//! ink is born with its meaning. The kinds of blocks are composed in the modules below this one.

mod cards;
mod columns;
mod contents;
mod figure;
mod front;
mod heading;
mod list;
mod notes;
mod panel;
mod place;
mod row;
mod table;
mod text;
mod verdict;

use std::rc::Rc;

use super::flow::{Area, Flow, Ink, Keep, Mark, Meaning, Panel, Shape, Strip};
use super::line::Line;
use super::shape::Shaper;
use super::structure::{NodeId, Tree};
use super::style::{self, Density, Sheet};
use crate::render::Metadata;
use crate::render::document::{Block, Document, Inline, plain_text};
use crate::words::Words;
use front::front_page;
use place::Place;

/// A report without pages.
pub struct Composed {
    pub flow: Flow,
    pub tree: Tree,
    pub outline: Vec<OutlineEntry>,
    pub shaper: Shaper,
}

/// A heading, as the outline and the contents list show it.
#[derive(Debug, Clone)]
pub struct OutlineEntry {
    pub level: u8,
    pub id: String,
    pub title: String,
}

/// Sets the whole document for this paper.
pub fn compose(document: &Document, metadata: &Metadata, sheet: Sheet) -> Composed {
    let mut composer = front::with_front(document, metadata, sheet);
    let rest = &document.blocks[front_page(&document.blocks)..];
    let place = composer.page();
    let after_front = composer.flow.strips.len();
    composer.blocks(rest, &place);
    if let Some(strip) = composer.flow.strips.get_mut(after_front) {
        strip.starts_page |= after_front > composer.letterhead_strips;
    }
    composer.keep_headings();
    composer.notes(&document.notes, &place);
    Composed {
        flow: composer.flow,
        tree: composer.tree,
        outline: composer.outline,
        shaper: composer.shaper,
    }
}

/// Space above a paragraph of the front page.
const COMPACT_GAP: f32 = 5.0;
/// Space above a paragraph.
const PARAGRAPH_GAP: f32 = 7.2;
/// Space above a block that is not running text.
const BLOCK_GAP: f32 = 11.0;

struct Composer {
    sheet: Sheet,
    words: &'static Words,
    /// How close the page at hand is set.
    density: Density,
    shaper: Shaper,
    tree: Tree,
    flow: Flow,
    outline: Vec<OutlineEntry>,
    /// Headings composed so far.
    heading_count: usize,
    /// The first strip after each heading.
    after_headings: Vec<usize>,
    /// How many strips the letterhead takes.
    letterhead_strips: usize,
    note_homes: notes::Homes,
    /// Open sections with the level of their heading, outermost first.
    sections: Vec<(u8, NodeId)>,
    open_panels: Vec<usize>,
    /// Space above the next strip.
    gap: f32,
    /// The next strip stands right below the edge of a panel.
    after_edge: bool,
    /// The label of a list item, waiting for the first strip of the item.
    label: Option<Label>,
    /// The next paragraph is the one below the title.
    lead: bool,
}

/// A bullet or number, set beside the first line of its item.
struct Label {
    line: Line,
    x: f32,
    baseline: f32,
}

impl Composer {
    fn new(document: &Document, metadata: &Metadata, sheet: Sheet) -> Self {
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(OutlineEntry {
                level: heading.level,
                id: heading.id.clone(),
                title: plain_text(&heading.text),
            }),
            _ => None,
        });
        Self {
            sheet,
            words: metadata.words(),
            density: Density::FULL,
            shaper: Shaper::new(metadata.language),
            tree: Tree::new(),
            flow: Flow::default(),
            outline: headings.collect(),
            heading_count: 0,
            after_headings: Vec::new(),
            letterhead_strips: 0,
            note_homes: notes::Homes::new(),
            sections: Vec::new(),
            open_panels: Vec::new(),
            gap: 0.0,
            after_edge: false,
            label: None,
            lead: false,
        }
    }

    /// The text of a page from edge to edge.
    fn page(&self) -> Place {
        Place {
            x: style::MARGIN,
            width: self.sheet.text_width(),
            node: Tree::ROOT,
            style: style::BODY,
            gap: PARAGRAPH_GAP,
            list_depth: 0,
        }
    }

    fn blocks(&mut self, blocks: &[Block], place: &Place) {
        for (index, block) in blocks.iter().enumerate() {
            let place = place.in_node(self.home(place));
            let first = self.flow.strips.len();
            self.block(block, &place);
            if blocks
                .get(index + 1)
                .is_some_and(|next| introduces(block, next))
            {
                self.keep_short(first);
            }
        }
    }

    /// What blocks in this place are part of: outside any other block, the open section.
    fn home(&self, place: &Place) -> NodeId {
        match self.sections.last() {
            Some((_, section)) if place.node == Tree::ROOT => *section,
            Some(_) | None => place.node,
        }
    }

    fn block(&mut self, block: &Block, place: &Place) {
        let is_lead = std::mem::take(&mut self.lead);
        match block {
            Block::Heading(heading) => self.heading(heading, place),
            Block::Paragraph(text) if is_lead => {
                self.paragraph(text, &place.styled(self.sized(style::LEAD)));
            }
            Block::Paragraph(text) => self.paragraph(text, place),
            Block::List(list) => self.list(list, place),
            Block::Table(table) => self.table(table, place),
            Block::Quote(blocks) => self.quote(blocks, place),
            Block::CallOut(call_out) => self.call_out(call_out, place),
            Block::Code(code) => self.code(code, place),
            Block::Rule => self.rule(place),
            Block::Contents => self.contents(place),
            Block::Verdict(verdict) => self.verdict(verdict, place),
            Block::Cards(cards) => self.cards(cards, place),
            Block::KeyValues(pairs) => self.key_values(pairs, place),
            Block::Figure(figure) => self.figure(figure, place),
            Block::Signatures(lines) => self.signatures(lines, place),
        }
    }

    /// Asks for at least this space above the next strip.
    fn space(&mut self, gap: f32) {
        self.gap = self.gap.max(gap * self.density.space);
    }

    fn push_strip(&mut self, height: f32, mut marks: Vec<Mark>, keep: Keep) {
        let gap = std::mem::take(&mut self.gap);
        if let Some(label) = self.label.take() {
            marks.splice(0..0, text::line_marks(&label.line, label.x, label.baseline));
        }
        let notes = Self::referred(&mut marks);
        self.flow.strips.push(Strip {
            gap: if self.after_edge { 0.0 } else { gap },
            height,
            marks,
            keep,
            panels: self.open_panels.clone(),
            table: None,
            starts_page: false,
            notes,
        });
        self.after_edge = false;
    }

    /// The last strip and the next one stay on one page.
    fn keep_last(&mut self) {
        if let Some(strip) = self.flow.strips.last_mut() {
            strip.keep = Keep::WithNext;
        }
    }

    /// Keeps the strips from `first` on together, unless they take a larger share of a page.
    fn keep_together(&mut self, first: usize, largest: f32) {
        let highest = largest * self.sheet.text_height();
        let strips = &mut self.flow.strips[first..];
        let height = strips.iter().map(|strip| strip.height).sum::<f32>();
        if let (true, Some((_, all_but_last))) = (height <= highest, strips.split_last_mut()) {
            keep(all_but_last);
        }
    }

    /// Keeps the strips from `first` on with the next one, unless they are many.
    fn keep_short(&mut self, first: usize) {
        let strips = &mut self.flow.strips[first..];
        if strips.len() <= MOST_KEPT_LINES {
            strips
                .iter_mut()
                .for_each(|strip| strip.keep = Keep::WithNext);
        }
    }

    /// Keeps at least two lines below each heading, where what follows is one line alone.
    fn keep_headings(&mut self) {
        for &first in &self.after_headings {
            let is_heading = |at: usize| self.after_headings.contains(&(at + 1));
            let is_alone = self.flow.strips.get(first).is_some_and(|strip| {
                strip.keep == Keep::Free && strip.height < LEAST_BELOW_HEADING
            });
            let is_followed = first + 1 < self.flow.strips.len() && !is_heading(first + 1);
            if is_alone && is_followed {
                self.flow.strips[first].keep = Keep::WithNext;
            }
        }
    }

    /// Everything until [`Self::close_panel`] stands on this panel.
    fn open_panel(&mut self, panel: Panel, padding: f32) {
        self.flow.panels.push(panel);
        self.open_panels.push(self.flow.panels.len() - 1);
        self.push_strip(padding, Vec::new(), Keep::WithNext);
        self.after_edge = true;
    }

    fn close_panel(&mut self, padding: f32) {
        self.keep_last();
        self.gap = 0.0;
        self.push_strip(padding, Vec::new(), Keep::Free);
        self.open_panels.pop();
    }
}

/// A strip lower than this is a single line.
const LEAST_BELOW_HEADING: f32 = 24.0;

/// A paragraph of no more lines stays with the table or list that it introduces.
const MOST_KEPT_LINES: usize = 4;

/// Keeps each strip with the one after it.
fn keep(strips: &mut [Strip]) {
    for strip in strips {
        strip.keep = Keep::WithNext;
    }
}

/// Whether a paragraph would be lost without the block after it.
fn introduces(block: &Block, next: &Block) -> bool {
    let Block::Paragraph(text) = block else {
        return false;
    };
    match next {
        Block::Table(_) | Block::Figure(_) | Block::Cards(_) | Block::KeyValues(_) => true,
        Block::List(_) | Block::Code(_) | Block::Quote(_) => {
            let is_title = matches!(text.as_slice(), [Inline::Strong(_)]);
            is_title || plain_text(text).trim_end().ends_with(':')
        }
        _ => false,
    }
}

fn decoration(shape: Shape) -> Mark {
    Mark::Ink(Ink {
        meaning: Meaning::Decoration,
        shape,
    })
}

fn fill(area: Area, colour: style::Rgb) -> Mark {
    decoration(Shape::Fill { area, colour })
}

fn horizontal(from: f32, to: f32, y: f32, colour: style::Rgb, thickness: f32) -> Mark {
    decoration(Shape::Line {
        from: (from, y),
        to: (to, y),
        colour,
        thickness,
    })
}

/// A link end that many pieces of text share.
fn shared<T: Clone>(value: &T) -> Rc<T> {
    Rc::new(value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::document::parse;

    /// For each strip, whether it stays with the next one.
    fn kept(markdown: &str) -> Vec<bool> {
        let strips = compose(&parse(markdown), &Metadata::default(), Sheet::A4)
            .flow
            .strips;
        strips
            .iter()
            .map(|strip| strip.keep == Keep::WithNext)
            .collect()
    }

    #[test]
    fn no_line_of_a_paragraph_is_left_alone() {
        let lines = kept(&"word ".repeat(120));
        assert!(lines.len() > 4);
        assert!(lines[0] && !lines[1]);
        assert_eq!(lines[lines.len() - 2..], [true, false]);
    }

    #[test]
    fn a_row_stays_whole() {
        let head = "| a | b |\n|--|--|\n";
        let rows = format!("| {} | b |\n", "word ".repeat(60)).repeat(20);
        let strips = kept(&format!("{head}{rows}"));
        let ends = strips.iter().filter(|kept| !**kept).count();
        assert_eq!(
            ends, 18,
            "after each row but the first and the last but one, a page may end"
        );
    }

    #[test]
    fn a_heading_stays_with_what_follows() {
        assert_eq!(kept("# A\n\n## B\n\ntext"), [true, true, true, false]);
    }

    #[test]
    fn an_introduction_stays_with_its_table() {
        assert!(kept("text\n\n| a |\n|--|\n| b |")[0]);
        assert!(!kept("text\n\ntext")[0]);
    }
}
