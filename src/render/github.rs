//! The report as Markdown that GitHub shows well, and any other reader of CommonMark with tables.
//!
//! One more walk over the [`Document`], like HTML and PDF: our own blocks become alerts, tables and drawings in
//! characters, links lead to the anchors that GitHub gives to headings. `text` keeps words from outside words.

mod anchor;
mod figure;
mod panel;
mod text;

use self::anchor::Anchors;
use self::text::Setting;
use super::document::{
    Alignment, Block, CallOut, CallOutKind, Cell, Document, Heading, Inline, Item, ItemMark, List,
    Numbering, Table, plain_text,
};
use crate::words::Words;

/// Writes the whole file; numbers of drawings are printed as `words` does.
#[must_use]
pub fn write(document: &Document, words: &Words) -> String {
    let page = Page {
        document,
        words,
        anchors: Anchors::of(document),
    };
    let mut parts = vec![page.blocks(&document.blocks)];
    parts.extend(page.notes());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// What every block of the file may need to know.
struct Page<'a> {
    document: &'a Document,
    words: &'a Words,
    anchors: Anchors<'a>,
}

impl Page<'_> {
    /// Blocks with a blank line between them. Of two lists in a row, the second takes other markers: the same
    /// ones would make it part of the first.
    fn blocks(&self, blocks: &[Block]) -> String {
        let mut texts = Vec::new();
        let mut before = None;
        for block in blocks {
            let marks = match before {
                Some(Marks::Usual) => Marks::Other,
                Some(Marks::Other) | None => Marks::Usual,
            };
            before = matches!(block, Block::List(_)).then_some(marks);
            texts.push(self.block(block, marks));
        }
        texts.retain(|text| !text.is_empty());
        texts.join("\n\n")
    }

    fn block(&self, block: &Block, marks: Marks) -> String {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => self.text(text, Setting::Paragraph),
            Block::List(list) => self.list(list, marks),
            Block::Table(table) => self.table(table),
            Block::Quote(blocks) => quoted(&self.blocks(blocks)),
            Block::CallOut(call_out) => self.call_out(call_out),
            Block::Code(code) => fenced(code),
            // Neither of the list markers, so that it stays a rule as the first thing of an item.
            Block::Rule => "___".to_owned(),
            Block::Contents => self.contents(),
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::Cards(cards) => self.cards(cards),
            Block::KeyValues(pairs) => self.key_values(pairs),
            Block::Signatures(lines) => self.signatures(lines),
            Block::Figure(figure) => self.figure(figure),
        }
    }

    fn text(&self, inlines: &[Inline], setting: Setting) -> String {
        text::written(inlines, setting, &self.anchors)
    }

    fn heading(&self, heading: &Heading) -> String {
        let text = self.text(&heading.text, Setting::Heading);
        format!("{} {text}", "#".repeat(heading.level.into()))
    }

    fn list(&self, list: &List, marks: Marks) -> String {
        let between = if is_tight(list) { "\n" } else { "\n\n" };
        let items = list.items.iter().zip(0..);
        let items = items.map(|(item, at)| self.item(item, &marker(list.numbering, at, marks)));
        items.collect::<Vec<_>>().join(between)
    }

    fn item(&self, item: &Item, marker: &str) -> String {
        let tick = match item.mark {
            ItemMark::Plain => "",
            ItemMark::Open => "[ ] ",
            ItemMark::Done => "[x] ",
        };
        let text = match item.blocks.as_slice() {
            [first @ Block::Paragraph(_), rest @ ..] if is_tight_item(item) => {
                let lines = [std::slice::from_ref(first), rest].map(|blocks| self.blocks(blocks));
                lines.join("\n").trim_end().to_owned()
            }
            blocks => self.blocks(blocks),
        };
        let indent = " ".repeat(marker.len());
        let text = prefixed(&format!("{tick}{text}"), &indent);
        format!("{marker}{}", text.trim_start())
            .trim_end()
            .to_owned()
    }

    fn table(&self, table: &Table) -> String {
        let rules = table.columns.iter().map(|alignment| match alignment {
            Alignment::Left => "---",
            Alignment::Centre => ":-:",
            Alignment::Right => "--:",
        });
        let rules = format!("|{}|", rules.collect::<Vec<_>>().join("|"));
        let mut lines = vec![self.row(&table.head), rules];
        lines.extend(table.rows.iter().map(|row| self.row(row)));
        lines.join("\n")
    }

    fn row(&self, cells: &[Cell]) -> String {
        let cells = cells.iter().map(|cell| self.text(cell, Setting::Cell));
        line(cells)
    }

    fn call_out(&self, call_out: &CallOut) -> String {
        alert(call_out.kind, &self.blocks(&call_out.blocks))
    }

    /// The headings of the two outermost levels below the title, as the other forms list them.
    fn contents(&self) -> String {
        let headings = self.document.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        });
        let listed: Vec<&Heading> = headings
            .skip(1)
            .filter(|heading| Some(heading.id.as_str()) != self.own_heading())
            .collect();
        let top = listed
            .iter()
            .map(|heading| heading.level)
            .min()
            .unwrap_or(1);
        let shown = listed.iter().filter(|heading| heading.level <= top + 1);
        let lines = shown.map(|heading| {
            let indent = "  ".repeat(usize::from(heading.level - top));
            let title = [Inline::Text(plain_text(&heading.text))];
            let title = self.text(&title, Setting::Paragraph);
            format!("{indent}- [{title}](#{})", self.anchors.of_id(&heading.id))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Id of the heading that the contents stand under.
    fn own_heading(&self) -> Option<&str> {
        let blocks = &self.document.blocks;
        let at = blocks.iter().position(|block| *block == Block::Contents)?;
        blocks[..at].iter().rev().find_map(|block| match block {
            Block::Heading(heading) => Some(heading.id.as_str()),
            _ => None,
        })
    }

    fn notes(&self) -> impl Iterator<Item = String> {
        let notes = self.document.notes.iter().zip(1..);
        notes.map(move |(note, number): (_, usize)| {
            let text = prefixed(&self.blocks(&note.blocks), "    ");
            format!("[^{number}]: {}", text.trim_start())
        })
    }
}

/// Which of two sets of list markers is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marks {
    Usual,
    Other,
}

fn marker(numbering: Numbering, at: u64, marks: Marks) -> String {
    let number = |first: u64| first.saturating_add(at).min(MOST);
    match (numbering, marks) {
        (Numbering::Bullets, Marks::Usual) => "- ".to_owned(),
        (Numbering::Bullets, Marks::Other) => "* ".to_owned(),
        (Numbering::From(first), Marks::Usual) => format!("{}. ", number(first)),
        (Numbering::From(first), Marks::Other) => format!("{}) ", number(first)),
    }
}

/// The highest number of an item; CommonMark reads nine digits.
const MOST: u64 = 999_999_999;

fn is_tight(list: &List) -> bool {
    list.items.iter().all(is_tight_item)
}

fn is_tight_item(item: &Item) -> bool {
    match item.blocks.as_slice() {
        [] | [Block::Paragraph(_)] => true,
        [Block::Paragraph(_), Block::List(list)] => is_tight(list),
        _ => false,
    }
}

/// GitHub knows these words and says them in the language of its reader.
fn alert(kind: CallOutKind, text: &str) -> String {
    let word = match kind {
        CallOutKind::Note => "NOTE",
        CallOutKind::Tip => "TIP",
        CallOutKind::Important => "IMPORTANT",
        CallOutKind::Warning => "WARNING",
        CallOutKind::Caution => "CAUTION",
    };
    quoted(&format!("[!{word}]\n{text}"))
}

fn quoted(text: &str) -> String {
    let lines = text.lines().map(|line| format!("> {line}"));
    let lines = lines.map(|line| line.trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

/// Every line that is not blank, behind `prefix`.
fn prefixed(text: &str, prefix: &str) -> String {
    let lines = text.lines().map(|line| match line {
        "" => String::new(),
        line => format!("{prefix}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A block of code, in a fence longer than any in it.
fn fenced(code: &str) -> String {
    let fence = "`".repeat(text::longest_run(code, '`').max(2) + 1);
    format!("{fence}\n{code}\n{fence}")
}

/// A row of a table.
fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells = cells.into_iter().map(|cell| format!(" {cell} |"));
    format!("|{}", cells.collect::<String>())
}
