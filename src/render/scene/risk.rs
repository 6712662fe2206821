//! The residual risk on its bands: a whisker over the interval, a diamond at the point, every end named.

use super::labels::{self, Label};
use super::measure::{LABEL, LARGE, SMALL};
use super::scale::{Scale, begun, shade};
use super::{Anchor, Area, Canvas, Role, stroke};
use crate::render::document::{Mark, Risk, RiskBand};

/// Height of the strip of bands.
const STRIP: f32 = 24.0;
/// Between the numbers and the strip: room for their leaders.
const LEADERS: f32 = 11.0;
/// Between two bands.
const SEAM: f32 = 1.0;

pub fn draw(risk: &Risk, canvas: &mut Canvas) -> f32 {
    let end = risk.bands.last().map_or(100.0, |band| band.upper);
    let scale = Scale {
        values: (0.0, end),
        places: (0.0, canvas.width),
    };
    let top = draw_numbers(risk, scale, canvas);
    draw_bands(&risk.bands, scale, top, canvas);
    draw_whisker(risk, scale, top, canvas);
    draw_names(risk, scale, top + STRIP, canvas)
}

/// The numbers with their words, and leaders to their places; returns where the strip begins.
fn draw_numbers(risk: &Risk, scale: Scale, canvas: &mut Canvas) -> f32 {
    let ends = (0.0, canvas.width);
    let marks: Vec<&Mark> = [Some(&risk.low), risk.point.as_ref(), Some(&risk.high)]
        .into_iter()
        .flatten()
        .collect();
    let is_point = |mark: &Mark| {
        risk.point
            .as_ref()
            .is_some_and(|point| std::ptr::eq(point, mark))
    };
    let room = canvas.width / marks.len() as f32 - labels::GAP;
    let mut names: Vec<Label> = Vec::new();
    for mark in &marks {
        let role = if is_point(mark) {
            Role::Ink
        } else {
            Role::Muted
        };
        let figure_width = canvas.measure.width(&mark.figure, LARGE);
        let mut label = Label::new(
            canvas,
            &mark.name,
            (SMALL, role),
            (scale.at(mark.value), room),
        );
        label.width = label.width.max(figure_width);
        names.push(label);
    }
    let most = names
        .iter()
        .map(|label| label.lines.len())
        .max()
        .unwrap_or(0) as f32;
    // Words above, their numbers below them, so that each number stands nearest to its place.
    for label in &mut names {
        let missing = most as usize - label.lines.len();
        label.lines.splice(0..0, vec![String::new(); missing]);
    }
    let (middles, _) = labels::set(canvas, &names, SMALL.size, ends);
    let baseline = most * SMALL.leading() + LARGE.size * 0.86 + 1.5;
    let strip = baseline + 4.0 + LEADERS;
    for ((mark, label), middle) in marks.iter().zip(&names).zip(middles) {
        let look = match is_point(mark) {
            true => (LARGE, Role::Ink),
            false => (LABEL.bold(), Role::Ink),
        };
        // Under its words, as near to its place as they reach.
        let reach = (label.width - canvas.measure.width(&mark.figure, look.0)) / 2.0;
        let middle = scale.at(mark.value).clamp(middle - reach, middle + reach);
        canvas.text(&mark.figure, (middle, baseline), Anchor::Middle, look);
        let at = scale.at(mark.value);
        let from = middle.clamp(0.4, canvas.width - 0.4);
        let to = at.clamp(0.4, canvas.width - 0.4);
        let line = vec![(from, baseline + 4.0), (to, strip - 2.0), (to, strip)];
        canvas.curve(line, stroke(Role::Ink, 0.6));
    }
    strip
}

fn draw_bands(bands: &[RiskBand], scale: Scale, y: f32, canvas: &mut Canvas) {
    for (index, (start, band)) in begun(bands).enumerate() {
        let (left, right) = (scale.at(start), scale.at(band.upper));
        let seam = if index + 1 < bands.len() { SEAM } else { 0.0 };
        let area = Area {
            x: left,
            y,
            width: right - left - seam,
            height: STRIP,
        };
        canvas.fill(area, Role::Band(shade(index, bands.len())));
    }
}

fn draw_whisker(risk: &Risk, scale: Scale, top: f32, canvas: &mut Canvas) {
    let middle = top + STRIP / 2.0;
    let (low, high) = (scale.at(risk.low.value), scale.at(risk.high.value));
    for (role, halo) in [(Role::Paper, 1.1), (Role::Ink, 0.0)] {
        let thickness = 1.7 + 2.0 * halo;
        let (left, right) = ((low - halo).max(0.0), (high + halo).min(canvas.width));
        canvas.line((left, middle), (right, middle), stroke(role, thickness));
        for end in [low, high] {
            let end = end.clamp(thickness / 2.0, canvas.width - thickness / 2.0);
            let (above, below) = (middle - 6.0 - halo, middle + 6.0 + halo);
            canvas.line((end, above), (end, below), stroke(role, thickness));
        }
    }
    if let Some(point) = &risk.point {
        let at = scale.at(point.value).clamp(7.0, canvas.width - 7.0);
        canvas.diamond((at, middle), 9.2, Role::Paper);
        canvas.diamond((at, middle), 7.0, Role::Ink);
    }
}

/// The names of the bands and the numbers at their edges; returns the height of the figure.
fn draw_names(risk: &Risk, scale: Scale, top: f32, canvas: &mut Canvas) -> f32 {
    let bands = &risk.bands;
    let edges: Vec<(f32, String)> = [0.0]
        .into_iter()
        .chain(bands.iter().map(|band| band.upper))
        .map(|edge| (scale.at(edge), canvas.number(edge)))
        .collect();
    let room = canvas.width / bands.len() as f32 - labels::GAP;
    let mut names = Vec::new();
    for (start, band) in begun(bands) {
        let look = match is_in(risk.point.as_ref(), start, band, bands) {
            true => (LABEL.bold(), Role::Ink),
            false => (LABEL, Role::Muted),
        };
        let middle = (scale.at(start) + scale.at(band.upper)) / 2.0;
        names.push(Label::new(canvas, &band.name, look, (middle, room)));
    }
    let baseline = top + 11.0;
    let ends = (0.0, canvas.width);
    let (_, most) = labels::set(canvas, &names, baseline, ends);
    let ticks = baseline + (most as f32 - 1.0) * LABEL.leading() + SMALL.leading() + 1.5;
    labels::ticks(canvas, &edges, ticks, (SMALL, Role::Muted));
    ticks + 4.0
}

/// Whether the point lies in this band; an edge belongs to the band above it.
fn is_in(point: Option<&Mark>, start: f64, band: &RiskBand, bands: &[RiskBand]) -> bool {
    let is_last = bands.last().is_some_and(|last| std::ptr::eq(last, band));
    point.is_some_and(|point| start <= point.value && (point.value < band.upper || is_last))
}
