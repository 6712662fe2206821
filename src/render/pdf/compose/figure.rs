//! What all figures share: a caption, and a drawing that is one element with words for those who do not see it.

use super::text::line_marks;
use super::{Composer, Place};
use crate::render::document::Inline;
use crate::render::pdf::flow::{Ink, Keep, Mark, Meaning, Shape};
use crate::render::pdf::line::Line;
use crate::render::pdf::structure::{Attribute, NodeId, Role};
use crate::render::pdf::style::{self, Rgb};

/// A figure while it is drawn.
pub(super) struct Canvas {
    pub node: NodeId,
    marks: Vec<Mark>,
}

impl Canvas {
    pub(super) fn draw(&mut self, shape: Shape) {
        let meaning = Meaning::Content(self.node);
        self.marks.push(Mark::Ink(Ink { meaning, shape }));
    }

    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), colour: Rgb, thickness: f32) {
        self.draw(Shape::Line {
            from,
            to,
            colour,
            thickness,
        });
    }

    pub(super) fn text(&mut self, line: &Line, x: f32, baseline: f32) {
        self.marks.extend(line_marks(line, x, baseline));
    }

    /// Sets a line with its middle at `x`.
    pub(super) fn centred(&mut self, line: &Line, x: f32, baseline: f32) {
        self.text(line, x - line.width / 2.0, baseline);
    }
}

impl Composer {
    pub(super) fn canvas(&mut self, alt: &str, place: &Place) -> Canvas {
        let node = self
            .tree
            .add(place.node, Role::Figure, Attribute::Alt(alt.to_owned()));
        Canvas {
            node,
            marks: Vec::new(),
        }
    }

    pub(super) fn caption(&mut self, caption: &[Inline], place: &Place) {
        self.space(super::BLOCK_GAP);
        if caption.is_empty() {
            return;
        }
        self.paragraph(caption, &place.styled(style::CELL.bold()));
        self.keep_last();
        self.gap = 0.0;
        self.space(5.0);
    }

    /// Adds the drawing as one strip; it is never divided.
    pub(super) fn push_figure(&mut self, mut canvas: Canvas, place: &Place, height: f32) {
        canvas.marks.push(Mark::Figure {
            node: canvas.node,
            area: place.area(height),
        });
        self.push_strip(height, canvas.marks, Keep::Free);
        self.space(super::BLOCK_GAP);
    }
}
