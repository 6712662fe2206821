//! A figure in print: its caption, and its scene as one element with words for those who do not see it.

use super::text::line_marks;
use super::{Composer, Place};
use crate::render::document::{Figure, Inline};
use crate::render::pdf::flow::{Area, Ink, Keep, Mark, Meaning, Shape};
use crate::render::pdf::palette::colour;
use crate::render::pdf::structure::{Attribute, NodeId, Role};
use crate::render::pdf::style::{self, TextStyle};
use crate::render::scene::measure::Measure;
use crate::render::scene::{self, Anchor, Item, Paint, Point, Scene, Stroke, Text};

/// Kept free of a page for the caption; a drawing too high for the rest is made smaller as a whole.
const CAPTION_ROOM: f32 = 70.0;
/// Between two stripes of a hatching.
const STRIPES: f32 = 3.2;
/// Length of a dash, and from one to the next.
const DASH: (f32, f32) = (2.4, 4.4);

impl Composer {
    pub(super) fn figure(&mut self, figure: &Figure, place: &Place) {
        self.caption(&figure.caption, place);
        let alt = Attribute::Alt(figure.alt.clone());
        let node = self.tree.add(place.node, Role::Figure, alt);
        let mut scene = scene::draw(
            figure,
            place.width,
            &mut Measure::new(&mut self.shaper, self.words),
        );
        let most = self.sheet.text_height() - CAPTION_ROOM;
        let scale = (most / scene.height).min(1.0);
        scene.height *= scale;
        let mut canvas = Canvas {
            node,
            scale,
            left: place.x,
            marks: Vec::new(),
        };
        for item in &scene.items {
            self.draw(item, &mut canvas);
        }
        self.push_figure(canvas, &scene, place);
    }

    fn caption(&mut self, caption: &[Inline], place: &Place) {
        self.space(super::BLOCK_GAP);
        if caption.is_empty() {
            return;
        }
        let first = self.flow.strips.len();
        self.paragraph(caption, &place.styled(style::CELL.bold()));
        for strip in &mut self.flow.strips[first..] {
            strip.keep = Keep::WithNext;
        }
        self.gap = 0.0;
        self.space(5.0);
    }

    fn draw(&mut self, item: &Item, canvas: &mut Canvas) {
        match item {
            Item::Rectangle { area, paint } => canvas.rectangle(*area, *paint),
            Item::Frame { area, stroke } => canvas.frame(*area, *stroke),
            Item::Line { points, stroke } => canvas.curve(points, *stroke),
            Item::Polygon { points, role } => canvas.push(Shape::Polygon {
                points: points.iter().map(|point| canvas.at(*point)).collect(),
                colour: colour(*role),
            }),
            Item::Disc {
                centre,
                radius,
                role,
            } => canvas.push(Shape::Disc {
                centre: canvas.at(*centre),
                radius: radius * canvas.scale,
                colour: colour(*role),
            }),
            Item::Text(text) => self.set_text(text, canvas),
        }
    }

    fn set_text(&mut self, text: &Text, canvas: &mut Canvas) {
        let style = TextStyle {
            size: text.lettering.size * canvas.scale,
            leading: text.lettering.leading() * canvas.scale,
            bold: text.lettering.bold,
            colour: colour(text.role),
        };
        let line = self.words(&text.words, style, canvas.node);
        let (x, baseline) = canvas.at(text.at);
        let left = match text.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - line.width / 2.0,
            Anchor::End => x - line.width,
        };
        canvas.marks.extend(line_marks(&line, left, baseline));
    }

    /// Adds the drawing as one strip; it is never divided.
    fn push_figure(&mut self, mut canvas: Canvas, scene: &Scene, place: &Place) {
        canvas.marks.push(Mark::Figure {
            node: canvas.node,
            area: place.area(scene.height),
        });
        self.push_strip(scene.height, canvas.marks, Keep::Free);
        self.space(super::BLOCK_GAP);
    }
}

/// A figure while it is written.
struct Canvas {
    node: NodeId,
    scale: f32,
    /// The left edge of the column.
    left: f32,
    marks: Vec<Mark>,
}

impl Canvas {
    fn at(&self, (x, y): Point) -> Point {
        (self.left + x * self.scale, y * self.scale)
    }

    fn area(&self, area: scene::Area) -> Area {
        let (x, y) = self.at((area.x, area.y));
        Area {
            x,
            y,
            width: area.width * self.scale,
            height: area.height * self.scale,
        }
    }

    fn push(&mut self, shape: Shape) {
        let meaning = Meaning::Content(self.node);
        self.marks.push(Mark::Ink(Ink { meaning, shape }));
    }

    fn rectangle(&mut self, area: scene::Area, paint: Paint) {
        let (ground, stripes) = match paint {
            Paint::Solid(ground) => (ground, None),
            Paint::Hatched(ground, stripes) => (ground, Some(stripes)),
        };
        self.push(Shape::Fill {
            area: self.area(area),
            colour: colour(ground),
        });
        if let Some(role) = stripes {
            self.hatch(area, scene::stroke(role, 0.7));
        }
    }

    /// Lines at 45°, cut at the edges of the area.
    fn hatch(&mut self, area: scene::Area, stroke: Stroke) {
        let (right, bottom) = (area.x + area.width, area.y + area.height);
        let mut start = area.x - area.height + STRIPES / 2.0;
        while start < right {
            let from = (start.max(area.x), bottom - (area.x - start).max(0.0));
            let to = (start + area.height).min(right);
            self.segment(from, (to, bottom - (to - start)), stroke);
            start += STRIPES;
        }
    }

    fn frame(&mut self, area: scene::Area, stroke: Stroke) {
        self.push(Shape::Outline {
            area: self.area(area.inset(stroke.thickness / 2.0)),
            colour: colour(stroke.role),
            thickness: stroke.thickness * self.scale,
        });
    }

    fn curve(&mut self, points: &[Point], stroke: Stroke) {
        for ends in points.windows(2) {
            match stroke.dashed {
                true => self.dashes(ends[0], ends[1], stroke),
                false => self.segment(ends[0], ends[1], stroke),
            }
        }
    }

    fn dashes(&mut self, from: Point, to: Point, stroke: Stroke) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        let along = |at: f32| {
            let share = (at / length).min(1.0);
            (from.0 + dx * share, from.1 + dy * share)
        };
        let mut start = 0.0;
        while start < length {
            self.segment(along(start), along(start + DASH.0), stroke);
            start += DASH.1;
        }
    }

    fn segment(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.push(Shape::Line {
            from: self.at(from),
            to: self.at(to),
            colour: colour(stroke.role),
            thickness: stroke.thickness * self.scale,
        });
    }
}
