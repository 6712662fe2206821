//! A line of text: stretches of words, each with its look, at their places.

use std::rc::Rc;

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
}

/// A filled line.
#[derive(Debug, Clone, Default)]
pub struct Line {
    pub pieces: Vec<Piece>,
    /// Without the space at the end, which is there for those who copy or listen.
    pub width: f32,
    end: f32,
}

impl Line {
    /// Adds a piece at the end.
    pub fn push(&mut self, mut piece: Piece) {
        piece.x = self.end;
        self.end += piece.width;
        self.width = self.end;
        self.pieces.push(piece);
    }

    /// Adds the space after a word; it does not count while nothing follows it.
    pub fn push_space(&mut self, mut piece: Piece) {
        piece.x = self.end;
        self.end += piece.width;
        self.pieces.push(piece);
    }

    /// Where the next piece goes.
    pub fn end(&self) -> f32 {
        self.end
    }

    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
}
