//! Where blocks are set: a column of the page, and what stands in it.

use crate::render::pdf::flow::{Area, Panel};
use crate::render::pdf::structure::NodeId;
use crate::render::pdf::style::TextStyle;

/// The column in which blocks are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) x: f32,
    pub(super) width: f32,
    /// What the blocks are part of.
    pub(super) node: NodeId,
    pub(super) style: TextStyle,
    /// Space above a paragraph.
    pub(super) gap: f32,
    /// How many lists are around.
    pub(super) list_depth: u8,
}

impl Place {
    /// The column inside this one, `left` and `right` narrower.
    pub(super) fn inset(self, left: f32, right: f32) -> Self {
        Self {
            x: self.x + left,
            width: self.width - left - right,
            ..self
        }
    }

    pub(super) fn in_node(self, node: NodeId) -> Self {
        Self { node, ..self }
    }

    pub(super) fn styled(self, style: TextStyle) -> Self {
        Self { style, ..self }
    }

    pub(super) fn spaced(self, gap: f32) -> Self {
        Self { gap, ..self }
    }

    /// A panel as wide as the column, without a ground yet.
    pub(super) fn panel(&self) -> Panel {
        Panel {
            x: self.x,
            width: self.width,
            fill: None,
            bar: None,
        }
    }

    /// The whole width of the column, from the top of a strip.
    pub(super) fn area(&self, height: f32) -> Area {
        Area {
            x: self.x,
            y: 0.0,
            width: self.width,
            height,
        }
    }

    pub(super) fn right(&self) -> f32 {
        self.x + self.width
    }
}
