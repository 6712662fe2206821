//! The word across every page of a report that is not final, as outlines.
//!
//! It lies behind the text, light enough that the text on it keeps its contrast, and it is no text itself: who
//! copies or listens meets the word in the head of the page instead.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::fonts::{Face, UNITS_PER_EM};
use super::shape::Shaper;
use super::style::{self, Rgb, Sheet};

/// The largest type, and the share of the page's diagonal that the word takes.
const LARGEST: f32 = 150.0;
const SHARE: f32 = 0.6;

/// A step of an outline, in points of the page; `y` runs downwards.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    Move((f32, f32)),
    Line((f32, f32)),
    Curve((f32, f32), (f32, f32), (f32, f32)),
    Close,
}

/// A word, drawn from corner to corner.
#[derive(Debug)]
pub struct Watermark {
    pub outlines: Vec<Step>,
    pub colour: Rgb,
}

impl Watermark {
    /// The word on this paper.
    pub fn new(word: &str, sheet: Sheet, shaper: &mut Shaper) -> Self {
        let shaped = shaper.word(Face::Bold, word);
        let units = (shaped.advance as f32).max(1.0);
        let size = (sheet.width.hypot(sheet.height) * SHARE * UNITS_PER_EM / units).min(LARGEST);
        let mut pen = Pen {
            slope: (sheet.width, sheet.height),
            centre: (sheet.width / 2.0, sheet.height / 2.0),
            scale: size / UNITS_PER_EM,
            at: (-units / 2.0, -style::HALF_CAPITAL * UNITS_PER_EM),
            last: (0.0, 0.0),
            outlines: Vec::new(),
        };
        for cluster in &shaped.clusters {
            for glyph in &cluster.glyphs {
                pen.glyph(cluster.face, glyph.id);
                pen.at.0 += glyph.advance as f32;
            }
        }
        Self {
            outlines: pen.outlines,
            colour: style::WATERMARK,
        }
    }
}

/// Turns outlines in font units into outlines on the page.
struct Pen {
    /// Sides of the page; the word runs along its rising diagonal.
    slope: (f32, f32),
    centre: (f32, f32),
    scale: f32,
    /// Where the glyph stands, from the middle of the word.
    at: (f32, f32),
    /// Where the pen stands.
    last: (f32, f32),
    outlines: Vec<Step>,
}

impl Pen {
    fn glyph(&mut self, face: Face, id: u16) {
        let font = FontRef::new(face.bytes()).expect("a bundled face is a valid font");
        let glyphs = font.outline_glyphs();
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if let Some(glyph) = glyphs.get(GlyphId::new(id.into())) {
            glyph
                .draw(settings, self)
                .expect("a glyph of a bundled face can be drawn");
        }
    }

    fn on_page(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let (x, y) = ((x + self.at.0) * self.scale, (y + self.at.1) * self.scale);
        let length = self.slope.0.hypot(self.slope.1);
        let (cos, sin) = (self.slope.0 / length, self.slope.1 / length);
        (
            self.centre.0 + x * cos - y * sin,
            self.centre.1 - x * sin - y * cos,
        )
    }

    fn curve(&mut self, a: (f32, f32), b: (f32, f32), to: (f32, f32)) {
        let step = Step::Curve(self.on_page(a), self.on_page(b), self.on_page(to));
        self.outlines.push(step);
        self.last = to;
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.outlines.push(Step::Move(self.on_page((x, y))));
        self.last = (x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.outlines.push(Step::Line(self.on_page((x, y))));
        self.last = (x, y);
    }

    /// PDF has no curves of the second order; each is exactly one of the third.
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let between = |from: f32, control: f32| from + (control - from) * 2.0 / 3.0;
        let from = self.last;
        self.curve(
            (between(from.0, cx), between(from.1, cy)),
            (between(x, cx), between(y, cy)),
            (x, y),
        );
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.curve((ax, ay), (bx, by), (x, y));
    }

    fn close(&mut self) {
        self.outlines.push(Step::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_stays_on_the_paper() {
        for sheet in [Sheet::A4, Sheet::LETTER] {
            for word in ["I", "Draft", "signature void and a good deal more of it"] {
                let mark = Watermark::new(word, sheet, &mut Shaper::default());
                let points = mark.outlines.iter().flat_map(|step| match *step {
                    Step::Move(to) | Step::Line(to) => vec![to],
                    Step::Curve(a, b, to) => vec![a, b, to],
                    Step::Close => vec![],
                });
                let points: Vec<(f32, f32)> = points.collect();
                assert!(!points.is_empty());
                assert!(points.iter().all(
                    |(x, y)| (0.0..sheet.width).contains(x) && (0.0..sheet.height).contains(y)
                ));
            }
        }
    }
}
