//! What the composer makes and the paginator places: strips of ink, one below the other.
//!
//! A strip is a band of the page that is never divided: a line of text, a line of a table row, a figure. It
//! knows nothing of pages; [`super::paginate`] decides where it goes.

use std::rc::Rc;

use super::line::Look;
use super::shape::Word;
use super::structure::NodeId;
use super::style::Rgb;
use crate::render::document::Target;

/// A band of the page; positions inside it are from its top and from the left edge of the page.
#[derive(Debug, Clone)]
pub struct Strip {
    /// Space above; dropped at the top of a page.
    pub gap: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
    pub keep: Keep,
    /// The panels that the strip stands in, by their place in [`Flow::panels`].
    pub panels: Vec<usize>,
    /// The table that the strip is part of, by its place in [`Flow::heads`].
    pub table: Option<usize>,
    /// Belongs at the top of a page, unless the page is still rather empty.
    pub starts_page: bool,
    /// The footnotes that the strip refers to, from 1.
    pub notes: Vec<usize>,
}

/// Whether a page may end below a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    Free,
    WithNext,
}

/// Something a strip puts on the page.
#[derive(Debug, Clone)]
pub enum Mark {
    Ink(Ink),
    Link {
        area: Area,
        target: Rc<Target>,
        node: NodeId,
    },
    /// A heading begins here.
    Anchor {
        id: String,
    },
    /// The number of the page on which heading `id` stands, flush with `right`.
    PageNumber {
        id: String,
        right: f32,
        baseline: f32,
        look: Look,
    },
    /// The node is in the tree even without ink.
    Touch(NodeId),
    /// The figure of `node` takes this area.
    Figure {
        node: NodeId,
        area: Area,
    },
}

/// Ink and what it means.
#[derive(Debug, Clone)]
pub struct Ink {
    pub meaning: Meaning,
    pub shape: Shape,
}

/// Ink is content of the report, or it only decorates the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Content(NodeId),
    Decoration,
    /// Head and foot of the page.
    Pagination,
}

/// A rectangle; `y` is its top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    #[must_use]
    pub fn moved_down(self, by: f32) -> Self {
        Self {
            y: self.y + by,
            ..self
        }
    }
}

#[derive(Debug, Clone)]
pub enum Shape {
    /// Clusters `from..to` of a word; `y` is the baseline.
    Text {
        word: Rc<Word>,
        from: usize,
        to: usize,
        x: f32,
        y: f32,
        size: f32,
        colour: Rgb,
    },
    Fill {
        area: Area,
        colour: Rgb,
    },
    Outline {
        area: Area,
        colour: Rgb,
        thickness: f32,
    },
    Line {
        from: (f32, f32),
        to: (f32, f32),
        colour: Rgb,
        thickness: f32,
    },
    Polygon {
        points: Vec<(f32, f32)>,
        colour: Rgb,
    },
    Disc {
        centre: (f32, f32),
        radius: f32,
        colour: Rgb,
    },
    /// The logo of the organisation.
    Logo(Area),
    /// The word across a page that is not final; it knows its place.
    Watermark,
}

impl Shape {
    /// The shape, lower on the page.
    #[must_use]
    pub fn moved_down(mut self, by: f32) -> Self {
        match &mut self {
            Self::Text { y, .. } => *y += by,
            Self::Fill { area, .. } | Self::Outline { area, .. } => area.y += by,
            Self::Line { from, to, .. } => {
                from.1 += by;
                to.1 += by;
            }
            Self::Polygon { points, .. } => points.iter_mut().for_each(|point| point.1 += by),
            Self::Disc { centre, .. } => centre.1 += by,
            Self::Logo(area) => area.y += by,
            Self::Watermark => {}
        }
        self
    }
}

/// A ground behind consecutive strips, drawn anew on each page.
#[derive(Debug, Clone, Copy)]
pub struct Panel {
    pub x: f32,
    pub width: f32,
    pub fill: Option<Rgb>,
    /// A bar along the left edge.
    pub bar: Option<Rgb>,
}

/// A whole report, before it has pages.
#[derive(Debug, Default)]
pub struct Flow {
    pub strips: Vec<Strip>,
    pub panels: Vec<Panel>,
    /// The head of each table, repeated on every page that the table goes on to.
    pub heads: Vec<Vec<Strip>>,
    /// The footnotes; the first has number 1.
    pub notes: Vec<Vec<Strip>>,
}
