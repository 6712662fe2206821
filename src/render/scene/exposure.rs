//! Inherent risk against exposure: `R = 100 I (1 - exp(-H))` as lines of equal risk, and where we stand on it.

use super::labels::{self, Label};
use super::measure::{LABEL, SMALL};
use super::scale::{Scale, begun, shade, steps};
use super::{Anchor, Area, Canvas, Point, Role, dashed, stroke};
use crate::render::document::{Exposure, Mark, RiskBand};

/// Height of the plot.
const HEIGHT: f32 = 190.0;
/// Room for the numbers of the upward axis.
const LEFT: f32 = 27.0;
/// The least end of the exposure axis: there 92 % of the inherent risk comes through.
const LEAST_END: f64 = 2.5;
/// Points of a line of equal risk.
const CURVE_POINTS: usize = 60;
/// Between the interval and its words.
const CLEAR: f32 = 11.5;

/// The plot inside its axes.
struct Plot {
    x: Scale,
    y: Scale,
    area: Area,
    bands: Vec<RiskBand>,
}

pub fn draw(exposure: &Exposure, canvas: &mut Canvas) -> f32 {
    let names = band_names(exposure, canvas);
    let title = canvas.wrap(&exposure.y, SMALL, canvas.width);
    canvas.lines(
        &title,
        (0.0, SMALL.size),
        Anchor::Start,
        (SMALL, Role::Muted),
    );
    let top = title.len() as f32 * SMALL.leading() + above(exposure) + 6.0;
    let plot = plot(exposure, top, names, canvas);
    plot.draw_bands(canvas);
    plot.name_bands(canvas);
    let words = plot.draw_words(exposure, canvas);
    plot.draw_place(exposure, words, canvas);
    plot.draw_axes(exposure, canvas)
}

/// Width of the widest name of a band, no more than a fifth of the figure.
fn band_names(exposure: &Exposure, canvas: &mut Canvas) -> f32 {
    let most = canvas.width / 5.0;
    let widths = exposure.bands.iter().flat_map(|band| {
        let lines = canvas.measure.wrap(&band.name, SMALL, most);
        let width = |line: &String| canvas.measure.width(line, SMALL);
        lines.iter().map(width).collect::<Vec<_>>()
    });
    widths.fold(0.0, f32::max)
}

/// Room above the plot, where the words at the point would leave it.
fn above(exposure: &Exposure) -> f32 {
    let share = exposure.inherent / exposure.bands.last().map_or(100.0, |band| band.upper);
    if share > 0.85 { 14.0 } else { 0.0 }
}

fn plot(exposure: &Exposure, top: f32, names: f32, canvas: &Canvas) -> Plot {
    let high = exposure.high.value * 1.08;
    let end = (high.max(LEAST_END) * 2.0).ceil() / 2.0;
    let area = Area {
        x: LEFT,
        y: top,
        width: canvas.width - LEFT - names - 6.0,
        height: HEIGHT,
    };
    let risk = exposure.bands.last().map_or(100.0, |band| band.upper);
    Plot {
        x: Scale {
            values: (0.0, end),
            places: (area.x, area.x + area.width),
        },
        y: Scale {
            values: (0.0, risk),
            places: (area.y + area.height, area.y),
        },
        area,
        bands: exposure.bands.clone(),
    }
}

impl Plot {
    fn bottom(&self) -> f32 {
        self.area.y + self.area.height
    }

    fn right(&self) -> f32 {
        self.area.x + self.area.width
    }

    /// The line along which the residual risk is `edge`, from the top of the plot to its right end.
    fn line_of(&self, edge: f64) -> Vec<Point> {
        let (top, end) = (self.y.values.1, self.x.values.1);
        let start = -(1.0 - (edge / top).min(1.0)).ln();
        if !start.is_finite() || start >= end {
            return Vec::new();
        }
        let at = |index: usize| {
            // Squared, so that the steep beginning has more points.
            let share = (index as f64 / CURVE_POINTS as f64).powi(2);
            let h = start + share * (end - start);
            (self.x.at(h), self.y.at(edge / (1.0 - (-h).exp())))
        };
        (0..=CURVE_POINTS).map(at).collect()
    }

    fn draw_bands(&self, canvas: &mut Canvas) {
        let count = self.bands.len();
        canvas.fill(self.area, Role::Ground(shade(0, count)));
        for (index, (edge, _)) in begun(&self.bands).enumerate().skip(1) {
            let mut points = self.line_of(edge);
            if points.is_empty() {
                continue;
            }
            let line = points.clone();
            points.push((self.right(), self.area.y));
            canvas.polygon(points, Role::Ground(shade(index, count)));
            canvas.curve(line, stroke(Role::Paper, 1.0));
        }
    }

    /// The names at the right, each beside its band.
    fn name_bands(&self, canvas: &mut Canvas) {
        let room = canvas.width - self.right() - 5.0;
        let end = self.x.values.1;
        let share = 1.0 - (-end).exp();
        let mut names: Vec<(f32, Vec<String>)> = Vec::new();
        for (start, band) in begun(&self.bands) {
            let (from, to) = (self.y.at(start / share), self.y.at(band.upper / share));
            names.push(((from + to) / 2.0, canvas.wrap(&band.name, SMALL, room)));
        }
        names.reverse();
        let centres: Vec<f32> = names.iter().map(|(centre, _)| *centre).collect();
        let heights: Vec<f32> = names
            .iter()
            .map(|(_, lines)| lines.len() as f32 * SMALL.leading())
            .collect();
        let tops = labels::spread(
            &centres,
            &heights,
            1.0,
            (self.area.y - 2.0, self.bottom() + 2.0),
        );
        for ((_, lines), top) in names.iter().zip(tops) {
            let at = (self.right() + 5.0, top + SMALL.size);
            canvas.lines(lines, at, Anchor::Start, (SMALL, Role::Muted));
        }
    }

    /// Our place: guides to both axes, the interval, the point. The downward guide begins below the words.
    fn draw_place(&self, exposure: &Exposure, words: f32, canvas: &mut Canvas) {
        let y = self.y.at(exposure.inherent);
        let (low, high) = (
            self.x.at(exposure.low.value),
            self.x.at(exposure.high.value),
        );
        canvas.line((self.area.x, y), (low, y), dashed(Role::Ink, 0.5));
        let foot = exposure.point.as_ref().map(|point| self.x.at(point.value));
        if let Some(x) = foot {
            canvas.line((x, words), (x, self.bottom()), dashed(Role::Ink, 0.5));
        }
        for (role, thickness) in [(Role::Paper, 3.6), (Role::Ink, 1.6)] {
            canvas.line((low, y), (high, y), stroke(role, thickness));
        }
        for end in [low, high] {
            canvas.line((end, y - 4.0), (end, y + 4.0), stroke(Role::Ink, 1.6));
        }
        if let Some(x) = foot {
            canvas.diamond((x, y), 7.4, Role::Paper);
            canvas.diamond((x, y), 5.6, Role::Ink);
        }
    }

    /// The words at the point above the interval, those at its ends below; all above where there is no room below.
    /// Returns where they end.
    fn draw_words(&self, exposure: &Exposure, canvas: &mut Canvas) -> f32 {
        let y = self.y.at(exposure.inherent);
        let ends = (self.area.x + 3.0, self.right() - 3.0);
        let room = (ends.1 - ends.0) / 2.0 - labels::GAP;
        let label = |canvas: &mut Canvas, mark: &Mark, look, room| {
            Label::new(canvas, &mark.name, look, (self.x.at(mark.value), room))
        };
        let outer = [&exposure.low, &exposure.high]
            .map(|mark| label(canvas, mark, (SMALL, Role::Ink), room));
        let point = exposure.point.as_ref();
        let point =
            point.map(|mark| label(canvas, mark, (LABEL.bold(), Role::Ink), ends.1 - ends.0));
        let lines = |labels: &[Label]| labels.iter().map(|label| label.lines.len()).max();
        let outer_height = lines(&outer).unwrap_or(0) as f32 * SMALL.leading();
        let fits_below = y + CLEAR + outer_height + 4.0 < self.bottom();
        let mut above = y - CLEAR + 3.0;
        if fits_below {
            labels::set(canvas, &outer, y + CLEAR + SMALL.size * 0.6, ends);
        } else {
            labels::set(canvas, &outer, above - outer_height + SMALL.leading(), ends);
            above -= outer_height + 1.0;
        }
        if let Some(point) = point {
            let rise = (point.lines.len().max(1) - 1) as f32 * LABEL.leading();
            labels::set(canvas, &[point], above - rise, ends);
        }
        if fits_below {
            y + CLEAR + outer_height
        } else {
            y
        }
    }

    /// Axes with few numbers; our own values stand on them in bold. Returns the height of the figure.
    fn draw_axes(&self, exposure: &Exposure, canvas: &mut Canvas) -> f32 {
        let (axis, corner) = (stroke(Role::Muted, 0.6), (self.area.x, self.bottom()));
        canvas.line((self.area.x, self.area.y), corner, axis);
        canvas.line(corner, (self.right(), self.bottom()), axis);
        self.draw_upward(exposure, canvas);
        let baseline = self.bottom() + 11.0;
        self.draw_across(exposure.point.as_ref(), baseline, canvas);
        let lines = canvas.wrap(&exposure.x, SMALL, self.area.width);
        let at = (self.area.x, baseline + SMALL.leading() + 2.0);
        canvas.lines(&lines, at, Anchor::Start, (SMALL, Role::Muted));
        at.1 + (lines.len().max(1) - 1) as f32 * SMALL.leading() + 3.0
    }

    /// The numbers of the inherent risk; a round one makes room for our own.
    fn draw_upward(&self, exposure: &Exposure, canvas: &mut Canvas) {
        let own = self.y.at(exposure.inherent);
        for value in steps(self.y.values, 5) {
            let y = self.y.at(value);
            if (y - own).abs() >= SMALL.leading() {
                self.upward_number(canvas, &canvas.number(value), y, (SMALL, Role::Muted));
            }
        }
        let words = &exposure.inherent_figure;
        self.upward_number(canvas, words, own, (LABEL.bold(), Role::Ink));
    }

    /// The numbers of the exposure; a round one makes room for our own.
    fn draw_across(&self, point: Option<&Mark>, baseline: f32, canvas: &mut Canvas) {
        let (mut own, mut own_width) = (f32::NEG_INFINITY, 0.0);
        if let Some(point) = point {
            own = self.x.at(point.value);
            own_width = canvas.measure.width(&point.figure, LABEL.bold());
            let look = (LABEL.bold(), Role::Ink);
            canvas.text(&point.figure, (own, baseline), Anchor::Middle, look);
        }
        for value in steps(self.x.values, 6) {
            let (x, words) = (self.x.at(value), canvas.number(value));
            let width = canvas.measure.width(&words, SMALL);
            if (x - own).abs() > (width + own_width) / 2.0 + 4.0 {
                canvas.text(&words, (x, baseline), Anchor::Middle, (SMALL, Role::Muted));
            }
        }
    }

    fn upward_number(
        &self,
        canvas: &mut Canvas,
        words: &str,
        y: f32,
        look: (super::Lettering, Role),
    ) {
        let at = (self.area.x - 4.0, super::centred(y, look.0));
        canvas.text(words, at, Anchor::End, look);
    }
}
