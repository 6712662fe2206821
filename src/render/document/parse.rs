//! Markdown to [`Document`]: one pass over pulldown-cmark's events.
//!
//! Two promises of the tree are kept here: headings are clamped so that no level is skipped (PDF/UA-1, clause
//! 7.4.2), and characters without ink are made visible, whoever wrote them.

use std::collections::BTreeSet;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag};

use super::clean::{clean, clean_lines, safe_id, slug};
use super::{
    Alignment, Block, CallOut, CallOutKind, Cell, Document, Heading, Inline, Item, ItemMark, List,
    Note, Numbering, Table, drawing, figure, plain_text,
};

/// Reads the Markdown of a report.
///
/// There is no error: all text is Markdown, and what is not understood is shown as it stands.
#[must_use]
pub fn parse(markdown: &str) -> Document {
    let events: Vec<Event> = Parser::new_ext(markdown, options()).collect();
    let mut reader = Reader::new(&events);
    let blocks = reader.blocks(Depth::Outer);
    let notes = reader.notes();
    Document { blocks, notes }
}

/// The dialect of the report. Smart punctuation stays off: it would change quoted text.
#[must_use]
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// Whether a block stands on its own or inside another one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Outer,
    Inner,
}

pub(super) struct Reader<'a> {
    events: &'a [Event<'a>],
    pub(super) next: usize,
    /// Ids that the Markdown itself gives to headings: where links may lead.
    pub(super) anchors: BTreeSet<&'a str>,
    used_ids: BTreeSet<String>,
    level: u8,
    pub(super) task: ItemMark,
    /// Labels of footnotes in the order of their first reference.
    pub(super) labels: Vec<&'a str>,
    definitions: Vec<(&'a str, Vec<Block>)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(events: &'a [Event<'a>]) -> Self {
        let anchors = events.iter().filter_map(|event| match event {
            Event::Start(Tag::Heading { id: Some(id), .. }) => Some(id.as_ref()),
            _ => None,
        });
        Self {
            events,
            next: 0,
            anchors: anchors.collect(),
            used_ids: BTreeSet::new(),
            level: 0,
            task: ItemMark::Plain,
            labels: Vec::new(),
            definitions: Vec::new(),
        }
    }

    pub(super) fn peek(&self) -> Option<&'a Event<'a>> {
        self.events.get(self.next)
    }

    fn take(&mut self) -> Option<&'a Event<'a>> {
        let event = self.peek();
        self.next += 1;
        event
    }

    /// Reads up to and with the end of the block around.
    fn blocks(&mut self, depth: Depth) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(event) = self.peek() {
            match event {
                Event::End(_) => {
                    self.next += 1;
                    break;
                }
                Event::Start(tag) if is_block(tag) => {
                    self.next += 1;
                    blocks.extend(self.block(tag, depth));
                }
                Event::Rule => {
                    self.next += 1;
                    blocks.push(Block::Rule);
                }
                _ => blocks.extend(paragraph(self.inlines())),
            }
        }
        blocks
    }

    fn block(&mut self, tag: &'a Tag<'a>, depth: Depth) -> Option<Block> {
        match tag {
            Tag::Heading { level, id, .. } => self.heading(*level as u8, id.as_deref(), depth),
            Tag::BlockQuote(kind) => Some(self.quote(*kind)),
            Tag::CodeBlock(kind) => Some(self.code(kind)),
            Tag::List(start) => Some(self.list(*start)),
            Tag::Table(columns) => Some(self.table(columns)),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.blocks(Depth::Inner);
                self.definitions.push((label, blocks));
                None
            }
            Tag::HtmlBlock => paragraph(vec![Inline::Text(clean(self.raw().trim()))]),
            _ => {
                let inlines = self.closed_inlines();
                paragraph(inlines)
            }
        }
    }

    /// A heading without words would be a gap in the contents; it is left out.
    fn heading(&mut self, level: u8, id: Option<&str>, depth: Depth) -> Option<Block> {
        let text = self.closed_inlines();
        let words = plain_text(&text);
        if words.trim().is_empty() {
            return None;
        }
        if depth == Depth::Inner {
            return Some(Block::Paragraph(vec![Inline::Strong(text)]));
        }
        self.level = level.min(self.level + 1).min(4);
        let id = match id {
            Some(id) => self.unique_id(&safe_id(id), &BTreeSet::new()),
            None => self.unique_id(&slug(&words), &self.anchors.clone()),
        };
        let level = self.level;
        Some(Block::Heading(Heading { level, id, text }))
    }

    /// `wanted`, numbered if it is used or `taken` already.
    fn unique_id(&mut self, wanted: &str, taken: &BTreeSet<&str>) -> String {
        let numbered = (2..).map(|copy| format!("{wanted}-{copy}"));
        let mut ids = std::iter::once(wanted.to_owned()).chain(numbered);
        let is_free = |id: &String| !taken.contains(id.as_str()) && !self.used_ids.contains(id);
        let id = ids
            .find(is_free)
            .expect("there are more numbers than headings");
        self.used_ids.insert(id.clone());
        id
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>) -> Block {
        let blocks = self.blocks(Depth::Inner);
        match kind.map(call_out_kind) {
            Some(kind) => Block::CallOut(CallOut { kind, blocks }),
            None => Block::Quote(blocks),
        }
    }

    fn code(&mut self, kind: &CodeBlockKind) -> Block {
        let text = self.raw();
        let ours = match kind {
            CodeBlockKind::Fenced(word) => own_block(word, &text),
            CodeBlockKind::Indented => None,
        };
        ours.unwrap_or_else(|| Block::Code(clean_lines(text.trim_end_matches('\n'))))
    }

    /// The literal text up to the end of a code or HTML block.
    fn raw(&mut self) -> String {
        let mut text = String::new();
        while let Some(event) = self.take() {
            match event {
                Event::Text(part) | Event::Html(part) => text.push_str(part),
                _ => break,
            }
        }
        text
    }

    fn list(&mut self, start: Option<u64>) -> Block {
        let numbering = start.map_or(Numbering::Bullets, Numbering::From);
        let mut items = Vec::new();
        while let Some(Event::Start(Tag::Item)) = self.take() {
            let outer = std::mem::replace(&mut self.task, ItemMark::Plain);
            let blocks = self.blocks(Depth::Inner);
            let mark = std::mem::replace(&mut self.task, outer);
            items.push(Item { mark, blocks });
        }
        Block::List(List { numbering, items })
    }

    fn table(&mut self, columns: &[pulldown_cmark::Alignment]) -> Block {
        let columns: Vec<Alignment> = columns.iter().copied().map(alignment).collect();
        let mut rows = Vec::new();
        while let Some(Event::Start(Tag::TableHead | Tag::TableRow)) = self.take() {
            rows.push(self.row(columns.len()));
        }
        let head = if rows.is_empty() {
            Vec::new()
        } else {
            rows.remove(0)
        };
        Block::Table(Table {
            columns,
            head,
            rows,
        })
    }

    fn row(&mut self, width: usize) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(width);
        while let Some(Event::Start(Tag::TableCell)) = self.take() {
            cells.push(self.closed_inlines());
        }
        cells.resize(width, Cell::new());
        cells
    }

    fn notes(&mut self) -> Vec<Note> {
        let definitions = &mut self.definitions;
        let blocks_of = |label: &&str| {
            let found = definitions.iter_mut().find(|(known, _)| known == label);
            found
                .map(|(_, blocks)| std::mem::take(blocks))
                .unwrap_or_default()
        };
        self.labels
            .iter()
            .map(blocks_of)
            .map(|blocks| Note { blocks })
            .collect()
    }
}

pub(super) fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Strong
            | Tag::Emphasis
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}

fn paragraph(inlines: Vec<Inline>) -> Option<Block> {
    (!inlines.is_empty()).then_some(Block::Paragraph(inlines))
}

pub(super) fn own_block(word: &str, text: &str) -> Option<Block> {
    match word {
        "contents" => Some(Block::Contents),
        "verdict" => figure::verdict(text).map(Block::Verdict),
        "cards" => figure::cards(text).map(Block::Cards),
        "key-values" => figure::key_values(text).map(Block::KeyValues),
        "signatures" => figure::signatures(text).map(Block::Signatures),
        _ => drawing::figure(word, text).map(|figure| Block::Figure(Box::new(figure))),
    }
}

fn call_out_kind(kind: BlockQuoteKind) -> CallOutKind {
    match kind {
        BlockQuoteKind::Note => CallOutKind::Note,
        BlockQuoteKind::Tip => CallOutKind::Tip,
        BlockQuoteKind::Important => CallOutKind::Important,
        BlockQuoteKind::Warning => CallOutKind::Warning,
        BlockQuoteKind::Caution => CallOutKind::Caution,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None | pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Centre,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
