//! The glyphs of a page as they are drawn; everything else that is drawn is of no interest.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use kurbo::{Affine, BezPath, Point, Rect};

use super::layout::{Layout, Placed};

/// Glyphs are given in thousandths of the font size.
const EM: f64 = 1000.0;
/// Assumed width of a glyph that does not tell its own.
const GUESSED_WIDTH: f64 = 550.0;

/// A device that keeps the text of a page and draws nothing.
pub(super) struct Collector {
    sheet: Rect,
    layout: Layout,
}

impl Collector {
    /// Collects what stands on `sheet`, up to `room` bytes.
    pub(super) fn new(sheet: Rect, room: usize) -> Self {
        Self {
            sheet: sheet.inflate(1.0, 1.0),
            layout: Layout::new(room),
        }
    }

    /// The text, unless there was more than room for it.
    pub(super) fn finish(self) -> Option<String> {
        self.layout.finish()
    }
}

impl Device<'_> for Collector {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let at = transform * glyph_transform;
        let origin = at * Point::ZERO;
        // What no viewer shows, no person can confirm.
        if !self.sheet.contains(origin) {
            return;
        }
        let (width, is_guessed) = match glyph {
            Glyph::Outline(glyph) => (glyph.advance_width().map(f64::from), false),
            Glyph::Type3(_) => (None, true),
        };
        let end = at * Point::new(width.unwrap_or(GUESSED_WIDTH), 0.0);
        let top = at * Point::new(0.0, EM);
        let placed = Placed::new(origin, end, top, is_guessed || width.is_none());
        match glyph.as_unicode() {
            Some(BfString::Char(c)) => self.layout.push(placed, c.encode_utf8(&mut [0; 4])),
            Some(BfString::String(text)) => self.layout.push(placed, &text),
            None => self.layout.push(placed, "\u{fffd}"),
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
