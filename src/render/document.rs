//! The report as a tree of blocks: what every renderer walks.
//!
//! [`parse()`] reads the report's Markdown (tables, footnotes, task lists, heading ids, GitHub alerts) with
//! pulldown-cmark. Raw HTML is kept as the text it is and never interpreted; a link leads to a heading of the
//! report or to `http`, `https` or `mailto`, or it is plain text.
//!
//! # Blocks of our own
//!
//! A fenced block with one of these words is not code but a part of the report. Its lines are written by our
//! templates; a field may hold escaped text from outside ([`super::escape`]), because fields are split at
//! unescaped `|` only and read as inline Markdown.
//!
//! | word | lines | shown as |
//! |---|---|---|
//! | `contents` | none | the list of contents with page numbers |
//! | `verdict` | `tone: good\|caution\|bad\|open`, `label: …`, `value: …`, `note: …` | the banner of page one |
//! | `cards` | `label \| value \| note \| tone`, the last two may be left out | key figures side by side |
//! | `key-values` | `label \| value` | a panel of names and values |
//! | `bars` | `legend: a \| b \| c`, `max: 30`, `unit: points`, then `label \| 3.5 \| 1 \| 0` | stacked bars, up to three parts |
//! | `risk` | `low: 31.4 \| words`, `point:` and `high:` likewise, `bands: Low 20 \| Moderate 40 \| …`; without `point:` only the interval | the residual risk on its bands |
//! | `exposure` | `inherent: 90.0`, `low: 0.43 \| words`, `point:` and `high:` likewise, `bands:`, `x: words`, `y: words` | inherent risk against exposure, with lines of equal risk |
//! | `matrix` | `columns: a \| b`, `legend: full words \| none words`, then `label \| full \| none` | a grid of states: `full`, `part`, `empty`, `out`, `open`, `none` |
//! | `timeline` | `observed: 2025-11-21 2026-11-20 words`, `day: 2026-11-20 words`, `legend: full words \| past words`, then `label \| full 2026-01-05 \| past 2024-01-01 2024-12-31` | days and periods on the calendar: `full`, `part`, `past` |
//! | `stair` | `bands:`, `start: 51.8 \| words`, `target: 40 \| words`, then `label \| 45.2` | the steps down to a target |
//! | `signatures` | `role \| name \| date` | lines to sign on; an empty name or date is a blank |
//!
//! `bars` to `stair` are figures: each also takes `caption:` and must have `alt:`, which says its content to
//! those who cannot see it. Settings come first, each once; every other line is a row.
//!
//! A block that does not follow its form is shown as code, so that the mistake is seen.

mod clean;
mod drawing;
mod figure;
mod form;
mod inline;
mod parse;

pub use drawing::{
    Bar, Bars, Drawing, Exposure, Figure, Lane, Mark, Matrix, MatrixRow, Observed, Risk, RiskBand,
    Span, Stair, Standing, State, Step, Timeline,
};
pub use form::{Misdrawn, misdrawn};
pub use parse::parse;

use crate::words::{Words, say};

/// A whole report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// Footnotes in the order of their first reference; the first has number 1.
    pub notes: Vec<Note>,
}

/// A part of the report that stands on lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading(Heading),
    Paragraph(Vec<Inline>),
    List(List),
    Table(Table),
    Quote(Vec<Block>),
    CallOut(CallOut),
    Code(String),
    Rule,
    Contents,
    Verdict(Verdict),
    Cards(Vec<Card>),
    KeyValues(Vec<KeyValue>),
    Figure(Box<Figure>),
    Signatures(Vec<Signature>),
}

/// A heading of the outermost level of blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 1 to 4; never more than one deeper than the heading before it, and the first is 1.
    pub level: u8,
    /// Unique in the document; letters, digits, `-`, `_` and `.` only.
    pub id: String,
    pub text: Vec<Inline>,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Never empty, and free of [hidden](super::escape::is_hidden) characters.
    Text(String),
    Code(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Struck(Vec<Inline>),
    Link {
        target: Target,
        text: Vec<Inline>,
    },
    /// Number of a footnote, from 1.
    NoteReference(usize),
    LineBreak,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The id of a heading in this document.
    Heading(String),
    /// An `http`, `https` or `mailto` address in ASCII.
    Address(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct List {
    pub numbering: Numbering,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    Bullets,
    /// Decimal numbers from this one on.
    From(u64),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub mark: ItemMark,
    pub blocks: Vec<Block>,
}

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemMark {
    /// The bullet or number of the list.
    Plain,
    Open,
    Done,
}

/// Every row has as many cells as the head.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub columns: Vec<Alignment>,
    pub head: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
}

pub type Cell = Vec<Inline>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    Left,
    Centre,
    Right,
}

/// A GitHub alert: a block that must not be missed.
#[derive(Debug, Clone, PartialEq)]
pub struct CallOut {
    pub kind: CallOutKind,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallOutKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl CallOutKind {
    /// The word that stands above the block, so that colour is never the only sign.
    #[must_use]
    pub fn title(self, words: &Words) -> String {
        match self {
            Self::Note => say!(words, "call-out-note"),
            Self::Tip => say!(words, "call-out-tip"),
            Self::Important => say!(words, "call-out-important"),
            Self::Warning => say!(words, "call-out-warning"),
            Self::Caution => say!(words, "call-out-caution"),
        }
    }

    /// How good or bad the news is.
    #[must_use]
    pub fn tone(self) -> Tone {
        match self {
            Self::Note | Self::Important => Tone::Open,
            Self::Tip => Tone::Good,
            Self::Warning => Tone::Caution,
            Self::Caution => Tone::Bad,
        }
    }
}

/// How good or bad a message is; each has its own sign beside its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Good,
    Caution,
    Bad,
    /// Neither: a fact, or something not known yet.
    Open,
}

/// The decision of the report, on page one.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    pub tone: Tone,
    pub label: Vec<Inline>,
    pub value: Vec<Inline>,
    pub note: Vec<Inline>,
}

/// One key figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub label: Vec<Inline>,
    pub value: Vec<Inline>,
    pub note: Vec<Inline>,
    pub tone: Tone,
}

#[derive(Debug, Clone, PartialEq)]
pub struct KeyValue {
    pub label: Vec<Inline>,
    pub value: Vec<Inline>,
}

/// One line to sign on; what is empty is left blank for a pen.
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    pub role: Vec<Inline>,
    pub name: Vec<Inline>,
    pub date: Vec<Inline>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub blocks: Vec<Block>,
}

/// The words of `inlines` without their form; footnote marks are left out.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(inlines, &mut text);
    text
}

fn push_plain(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                push_plain(inner, text)
            }
            Inline::Link { text: inner, .. } => push_plain(inner, text),
            Inline::NoteReference(_) => {}
            Inline::LineBreak => text.push(' '),
        }
    }
}
