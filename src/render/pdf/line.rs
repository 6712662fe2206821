//! A line of text: stretches of words, each with its look, at their places.

use std::rc::Rc;

use super::bidi::{Level, places};
use super::fonts::Face;
use super::shape::{Word, points};
use super::structure::NodeId;
use super::style::{Rgb, TextStyle};
use crate::render::document::Target;

/// How a run of text looks and what it means.
#[derive(Debug, Clone)]
pub struct Look {
    pub face: Face,
    pub size: f32,
    pub colour: Rgb,
    /// Above the baseline.
    pub rise: f32,
    pub struck: bool,
    pub node: NodeId,
    pub link: Option<Rc<Target>>,
}

impl Look {
    /// Plain text of an element.
    pub fn plain(style: TextStyle, node: NodeId) -> Self {
        Self {
            face: style.face(),
            size: style.size,
            colour: style.colour,
            rise: 0.0,
            struck: false,
            node,
            link: None,
        }
    }
}

/// A stretch of one word, at its place on a line.
#[derive(Debug, Clone)]
pub struct Piece {
    pub word: Rc<Word>,
    /// Clusters `from..to` of the word.
    pub from: usize,
    pub to: usize,
    pub look: Rc<Look>,
    /// From the start of the line.
    pub x: f32,
    pub width: f32,
}

impl Piece {
    /// A whole word at the start of a line.
    pub fn whole(word: Rc<Word>, look: Rc<Look>) -> Self {
        let (to, width) = (word.clusters.len(), points(word.advance, look.size));
        Self {
            word,
            from: 0,
            to,
            look,
            x: 0.0,
            width,
        }
    }

    /// The clusters `from..to` of the word.
    pub fn part(&self, from: usize, to: usize) -> Self {
        let clusters = &self.word.clusters[from..to];
        let advance = clusters.iter().map(|cluster| cluster.advance).sum();
        Self {
            from,
            to,
            width: points(advance, self.look.size),
            ..self.clone()
        }
    }

    fn level(&self) -> Level {
        let first = self.word.clusters.get(self.from);
        first.map_or(Level::ltr(), |cluster| cluster.level)
    }
}

/// A filled line; its pieces stand in the order they are read.
#[derive(Debug, Clone, Default)]
pub struct Line {
    pub pieces: Vec<Piece>,
    /// Without the space at the end, which is there for those who copy or listen.
    pub width: f32,
}

impl Line {
    /// Sets pieces side by side in a paragraph of this level, with the space after the last.
    pub fn new(mut pieces: Vec<Piece>, space: Option<Piece>, base: Level) -> Self {
        let parts = pieces.iter().map(|piece| (piece.level(), piece.width));
        let parts: Vec<(Level, f32)> = parts.collect();
        let width = parts.iter().map(|(_, width)| width).sum();
        for (piece, x) in pieces.iter_mut().zip(places(&parts)) {
            piece.x = x;
        }
        pieces.extend(space.map(|space| Piece {
            x: if base.is_rtl() { -space.width } else { width },
            ..space
        }));
        Self { pieces, width }
    }

    /// The line at the right edge of a column.
    pub fn flush_right(mut self, width: f32) -> Self {
        let free = (width - self.width).max(0.0);
        self.pieces.iter_mut().for_each(|piece| piece.x += free);
        self.width = self.width.max(width);
        self
    }
}
