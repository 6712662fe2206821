//! The pictures of a report, drawn once: what every written form shows of a figure.
//!
//! A [`Scene`] is a small drawing in points, its origin at the top left, in roles instead of colours: print and
//! screen, light and dark, give each role its look. One file below draws one kind of figure. All words come
//! from the figure, and all are measured with the bundled faces ([`measure`]), so that labels are wrapped or
//! moved until nothing collides, and both forms are laid out alike.
//!
//! No distinction hangs on a hue: parts differ by pattern, marks by shape, bands by lightness and by their
//! names.

mod bars;
mod exposure;
mod labels;
mod legend;
mod matrix;
pub mod measure;
mod risk;
mod scale;
mod stair;
#[cfg(test)]
mod tests;
mod timeline;

use self::measure::{LABEL, Lettering, Measure};
use super::document::{Drawing, Figure};

/// A point, from the top left corner of the scene.
pub type Point = (f32, f32);

/// A drawing that knows neither paper nor screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    /// From the bottom up.
    pub items: Vec<Item>,
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
    /// The area without a margin inside its edges.
    #[must_use]
    pub fn inset(self, by: f32) -> Self {
        let by = by.min(self.width / 2.0).min(self.height / 2.0);
        Self {
            x: self.x + by,
            y: self.y + by,
            width: self.width - 2.0 * by,
            height: self.height - 2.0 * by,
        }
    }
}

/// What a stroke or a ground stands for; each form gives it a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The page itself.
    Paper,
    Ink,
    /// Words and lines of lesser weight.
    Muted,
    /// The one colour of the report.
    Accent,
    Hairline,
    /// Ground of a part of a bar, 0 to 2.
    Part(u8),
    /// Ground of a risk band, 0 (low) to 4 (critical).
    Band(u8),
    /// The same band as the ground behind a drawing, 0 to 4.
    Ground(u8),
}

/// How an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    Solid(Role),
    /// Stripes of the second role on a ground of the first.
    Hatched(Role, Role),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub role: Role,
    pub thickness: f32,
    pub dashed: bool,
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub words: String,
    /// On the baseline.
    pub at: Point,
    pub anchor: Anchor,
    pub lettering: Lettering,
    pub role: Role,
    /// As measured.
    pub width: f32,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    Rectangle {
        area: Area,
        paint: Paint,
    },
    /// A stroke around an area, inside its edges.
    Frame {
        area: Area,
        stroke: Stroke,
    },
    /// A line through points.
    Line {
        points: Vec<Point>,
        stroke: Stroke,
    },
    Polygon {
        points: Vec<Point>,
        role: Role,
    },
    Disc {
        centre: Point,
        radius: f32,
        role: Role,
    },
    Text(Text),
}

/// Draws a figure in this width.
#[must_use]
pub fn draw(figure: &Figure, width: f32, measure: &mut Measure) -> Scene {
    let mut canvas = Canvas::new(width, measure);
    let height = match &figure.drawing {
        Drawing::Bars(bars) => bars::draw(bars, &mut canvas),
        Drawing::Risk(risk) => risk::draw(risk, &mut canvas),
        Drawing::Exposure(exposure) => exposure::draw(exposure, &mut canvas),
        Drawing::Matrix(matrix) => matrix::draw(matrix, &mut canvas),
        Drawing::Timeline(timeline) => timeline::draw(timeline, &mut canvas),
        Drawing::Stair(stair) => stair::draw(stair, &mut canvas),
    };
    Scene {
        width,
        height,
        items: canvas.items,
    }
}

/// A scene while it is drawn.
struct Canvas<'m, 's> {
    width: f32,
    items: Vec<Item>,
    measure: &'m mut Measure<'s>,
}

impl<'m, 's> Canvas<'m, 's> {
    fn new(width: f32, measure: &'m mut Measure<'s>) -> Self {
        Self {
            width,
            items: Vec::new(),
            measure,
        }
    }

    /// A number as the language of the figure writes it.
    fn number(&self, value: f64) -> String {
        self.measure.words.decimal(&value.to_string())
    }

    fn fill(&mut self, area: Area, role: Role) {
        self.rectangle(area, Paint::Solid(role));
    }

    /// An area with neither width nor height leaves no ink.
    fn rectangle(&mut self, area: Area, paint: Paint) {
        if area.width > 0.0 && area.height > 0.0 {
            self.items.push(Item::Rectangle { area, paint });
        }
    }

    fn frame(&mut self, area: Area, stroke: Stroke) {
        if area.width > 0.0 && area.height > 0.0 {
            self.items.push(Item::Frame { area, stroke });
        }
    }

    fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.curve(vec![from, to], stroke);
    }

    fn curve(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.items.push(Item::Line { points, stroke });
    }

    fn polygon(&mut self, points: Vec<Point>, role: Role) {
        self.items.push(Item::Polygon { points, role });
    }

    /// A diamond with its corners this far from its middle.
    fn diamond(&mut self, (x, y): Point, r: f32, role: Role) {
        let points = vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
        self.polygon(points, role);
    }

    fn disc(&mut self, centre: Point, radius: f32, role: Role) {
        self.items.push(Item::Disc {
            centre,
            radius,
            role,
        });
    }

    /// Sets one line; nothing is printed for no words.
    fn text(
        &mut self,
        words: &str,
        at: Point,
        anchor: Anchor,
        (lettering, role): (Lettering, Role),
    ) {
        if words.is_empty() {
            return;
        }
        let width = self.measure.width(words, lettering);
        self.items.push(Item::Text(Text {
            words: words.to_owned(),
            at,
            anchor,
            lettering,
            role,
            width,
        }));
    }

    /// Sets lines one below the other, the first on the baseline of `at`.
    fn lines(&mut self, lines: &[String], at: Point, anchor: Anchor, look: (Lettering, Role)) {
        for (index, line) in lines.iter().enumerate() {
            let y = at.1 + index as f32 * look.0.leading();
            self.text(line, (at.0, y), anchor, look);
        }
    }

    /// The words in lines of at most this width.
    fn wrap(&mut self, words: &str, lettering: Lettering, width: f32) -> Vec<String> {
        self.measure.wrap(words, lettering, width)
    }
}

/// A thin line in a role.
pub fn stroke(role: Role, thickness: f32) -> Stroke {
    Stroke {
        role,
        thickness,
        dashed: false,
    }
}

/// A broken line in a role.
fn dashed(role: Role, thickness: f32) -> Stroke {
    Stroke {
        dashed: true,
        ..stroke(role, thickness)
    }
}

/// The baseline of a label whose capitals stand in the middle of `y`.
fn centred(y: f32, lettering: Lettering) -> f32 {
    y + lettering.size * HALF_CAPITAL
}

/// Half the height of capitals, in ems.
const HALF_CAPITAL: f32 = 0.357;

/// How labels of rows are set.
const ROW_LABEL: (Lettering, Role) = (LABEL, Role::Ink);
