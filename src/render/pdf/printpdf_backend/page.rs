//! One page of the display list as operators, so that nothing is said twice.

use super::operators::Operators;
use super::{Parts, font_name, stamps};
use crate::render::pdf::content::{PageContent, Run};
use crate::render::pdf::flow::{Area, Shape};
use crate::render::pdf::fonts::{Face, UNITS_PER_EM};
use crate::render::pdf::shape::{Cluster, Glyph, points};
use crate::render::pdf::style::Rgb;

/// The description of a page.
pub(super) fn written(content: &PageContent, parts: &Parts) -> Vec<u8> {
    let mut writer = PageWriter {
        parts,
        out: Operators::new(parts.sheet),
        state: State::default(),
    };
    content.runs.iter().for_each(|run| writer.run(run));
    writer.out.into_bytes()
}

/// What the page description says at this point.
#[derive(Default)]
struct State {
    fill: Option<Rgb>,
    stroke: Option<Rgb>,
    thickness: Option<f32>,
    font: Option<(Face, f32)>,
    in_text: bool,
    /// Where the next glyph goes if nobody moves it.
    pen: Option<(f32, f32)>,
}

struct PageWriter<'a> {
    parts: &'a Parts<'a>,
    out: Operators,
    state: State,
}

impl PageWriter<'_> {
    fn run(&mut self, run: &Run) {
        self.out.open(run.tag);
        run.shapes.iter().for_each(|shape| self.shape(shape));
        self.end_text();
        self.out.close();
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Text {
                word,
                from,
                to,
                x,
                y,
                size,
                colour,
            } => {
                self.begin_text();
                self.fill_colour(*colour);
                let places = word.places(*from, *to);
                self.text(&word.clusters[*from..*to], places, (*x, *y), *size);
            }
            Shape::Fill { area, colour } => {
                self.end_text();
                self.fill_colour(*colour);
                self.out.filled_rectangle(*area);
            }
            Shape::Outline {
                area,
                colour,
                thickness,
            } => {
                self.stroke_style(*colour, *thickness);
                self.out.stroked_rectangle(*area);
            }
            Shape::Line {
                from,
                to,
                colour,
                thickness,
            } => {
                self.stroke_style(*colour, *thickness);
                self.out.move_to(*from);
                self.out.line_to(*to);
                self.out.stroke();
            }
            Shape::Polygon { points, colour } => self.polygon(points, *colour),
            Shape::Disc {
                centre,
                radius,
                colour,
            } => self.disc(*centre, *radius, *colour),
            Shape::Logo(area) => self.logo(*area),
            Shape::Watermark => {
                self.end_text();
                self.out.form(stamps::WATERMARK);
            }
        }
    }

    fn begin_text(&mut self) {
        if !std::mem::replace(&mut self.state.in_text, true) {
            self.out.begin_text();
            self.state.pen = None;
        }
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.state.in_text) {
            self.out.end_text();
        }
    }

    fn fill_colour(&mut self, colour: Rgb) {
        if self.state.fill.replace(colour) != Some(colour) {
            self.out.fill_colour(colour);
        }
    }

    fn stroke_style(&mut self, colour: Rgb, thickness: f32) {
        self.end_text();
        if self.state.stroke.replace(colour) != Some(colour) {
            self.out.stroke_colour(colour);
        }
        if self.state.thickness.replace(thickness) != Some(thickness) {
            self.out.thickness(thickness);
        }
    }

    fn polygon(&mut self, points: &[(f32, f32)], colour: Rgb) {
        let Some((first, rest)) = points.split_first() else {
            return;
        };
        self.end_text();
        self.fill_colour(colour);
        self.out.move_to(*first);
        rest.iter().for_each(|point| self.out.line_to(*point));
        self.out.close_path();
        self.out.fill();
    }

    /// A circle as four Bézier curves.
    fn disc(&mut self, (x, y): (f32, f32), r: f32, colour: Rgb) {
        self.end_text();
        self.fill_colour(colour);
        let k = 0.5523 * r;
        self.out.move_to((x + r, y));
        for quarter in [
            [(r, k), (k, r), (0.0, r)],
            [(-k, r), (-r, k), (-r, 0.0)],
            [(-r, -k), (-k, -r), (0.0, -r)],
            [(k, -r), (r, -k), (r, 0.0)],
        ] {
            self.out.curve_to(quarter.map(|(dx, dy)| (x + dx, y + dy)));
        }
        self.out.fill();
    }

    fn logo(&mut self, area: Area) {
        self.end_text();
        self.out.picture(stamps::LOGO, area);
    }

    fn text(
        &mut self,
        clusters: &[Cluster],
        places: Option<Vec<i32>>,
        start: (f32, f32),
        size: f32,
    ) {
        let (mut x, y) = start;
        for (index, cluster) in clusters.iter().enumerate() {
            if let Some(places) = &places {
                x = start.0 + points(places[index], size);
            }
            let says_its_text = self.parts.fonts.extracts_as(cluster);
            if !says_its_text {
                self.out.open_text(&cluster.text);
            }
            self.font(cluster.face, size);
            for glyph in &cluster.glyphs {
                self.glyph(cluster.face, glyph, (x, y), size);
                x += points(glyph.advance, size);
            }
            if !says_its_text {
                self.out.close();
            }
        }
    }

    fn font(&mut self, face: Face, size: f32) {
        if self.state.font.replace((face, size)) != Some((face, size)) {
            self.out.font(&font_name(face), size);
        }
    }

    /// Shows one glyph, moving the pen only where it does not stand right already.
    fn glyph(&mut self, face: Face, glyph: &Glyph, at: (f32, f32), size: f32) {
        let (x, y) = (at.0 + points(glyph.dx, size), at.1 - points(glyph.dy, size));
        let (id, _) = self.parts.fonts.glyph(face, glyph.id);
        let mut kern = 0.0;
        let start = match self.state.pen {
            Some((pen, line)) if (line - y).abs() < 0.005 && (pen - x).abs() < size * 2.0 => {
                // Rounded to what a font knows; the pen remembers what is left of it.
                kern = ((pen - x) * UNITS_PER_EM / size).round();
                pen - kern * size / UNITS_PER_EM
            }
            _ => {
                self.out.pen((x, y));
                x
            }
        };
        self.out.glyph(id, kern);
        let advance = points(advance_width(face, glyph.id), size);
        self.state.pen = Some((start + advance, y));
    }
}

/// How far a viewer moves after a glyph: what the font says, not what shaping made of it.
fn advance_width(face: Face, id: u16) -> i32 {
    let metrics = face.font().glyph_metrics();
    face.thousandths(metrics.h_advance(u32::from(id).into()).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pdf::shape::Shaper;

    #[test]
    fn a_viewer_moves_as_far_as_was_shaped_whatever_the_units_of_the_font() {
        for text in ["n", "ж", "株", "한", "א"] {
            let word = Shaper::new("en").word(Face::Regular, text);
            let cluster = &word.clusters[0];
            let moved = advance_width(cluster.face, cluster.glyphs[0].id);
            assert_eq!(moved, cluster.advance, "{text}");
        }
    }
}
