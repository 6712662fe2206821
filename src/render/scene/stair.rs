//! The way down to a target: a bar a step, each beginning where the one before it ends, on the bands.

use super::bars::{self, Labels};
use super::labels::{self, Label};
use super::measure::{LABEL, Lettering, SMALL};
use super::scale::{Scale, begun, shade};
use super::{Anchor, Area, Canvas, Role, centred, dashed, stroke};
use crate::render::document::{Mark, RiskBand, Stair};

/// Thickness of a step.
const STEP: f32 = 9.0;
const GAP: f32 = 9.0;
/// How the risk after a step is set, in a column at the right.
const NUMBER: (Lettering, Role) = (LABEL.bold(), Role::Ink);

/// Where the stair stands.
struct Field {
    scale: Scale,
    top: f32,
    bottom: f32,
}

pub fn draw(stair: &Stair, canvas: &mut Canvas) -> f32 {
    let labels = step_labels(stair, canvas);
    let left = labels.width + GAP;
    let values = ends(stair);
    let numbers = all_marks(stair).map(|mark| canvas.measure.width(&mark.figure, NUMBER.0));
    let numbers = numbers.fold(0.0, f32::max);
    let scale = Scale {
        values,
        places: (left, canvas.width - numbers - GAP),
    };
    let shown: Vec<(usize, f64, &RiskBand)> = begun(&stair.bands)
        .enumerate()
        .map(|(index, (start, band))| (index, start, band))
        .filter(|(_, start, band)| *start < values.1 && band.upper > values.0)
        .collect();
    let top = name_bands(&shown, scale, canvas);
    let heights: Vec<f32> = labels
        .rows
        .iter()
        .map(|lines| bars::row_height(lines.len()))
        .collect();
    let field = Field {
        scale,
        top,
        bottom: top + heights.iter().sum::<f32>() + 3.0,
    };
    draw_bands(&shown, stair.bands.len(), &field, canvas);
    draw_target(stair, &field, canvas);
    draw_steps(stair, &labels, &heights, &field, canvas);
    draw_edges(stair, &shown, &field, canvas)
}

/// The risk before the first step, and after each.
fn all_marks(stair: &Stair) -> impl Iterator<Item = &Mark> {
    let afters = stair.steps.iter().map(|step| &step.after);
    [&stair.start].into_iter().chain(afters)
}

/// Today's row first, then the steps.
fn step_labels(stair: &Stair, canvas: &mut Canvas) -> Labels {
    let steps = stair.steps.iter().map(|step| step.label.as_str());
    bars::rows(canvas, [stair.start.name.as_str()].into_iter().chain(steps))
}

/// The edges of bands around the stair: a step is seen best where the scale is no longer than it must be.
fn ends(stair: &Stair) -> (f64, f64) {
    let lowest = stair.steps.iter().map(|step| step.after.value);
    let lowest = lowest.fold(stair.target.value, f64::min);
    let edges = || {
        [0.0]
            .into_iter()
            .chain(stair.bands.iter().map(|band| band.upper))
    };
    let below = edges().filter(|edge| *edge < lowest).fold(0.0, f64::max);
    let above = edges().filter(|edge| *edge >= stair.start.value.max(stair.target.value));
    (below, above.fold(f64::INFINITY, f64::min))
}

fn name_bands(shown: &[(usize, f64, &RiskBand)], scale: Scale, canvas: &mut Canvas) -> f32 {
    let (left, right) = scale.places;
    let room = (right - left) / shown.len() as f32 - labels::GAP;
    let mut names = Vec::new();
    for (_, start, band) in shown {
        let middle = (scale.at(*start) + scale.at(band.upper)) / 2.0;
        names.push(Label::new(
            canvas,
            &band.name,
            (SMALL, Role::Muted),
            (middle, room),
        ));
    }
    let (_, most) = labels::set(canvas, &names, SMALL.size, scale.places);
    most as f32 * SMALL.leading() + 3.0
}

fn draw_bands(shown: &[(usize, f64, &RiskBand)], count: usize, field: &Field, canvas: &mut Canvas) {
    for (place, (index, start, band)) in shown.iter().enumerate() {
        let (left, right) = (field.scale.at(*start), field.scale.at(band.upper));
        let area = Area {
            x: left,
            y: field.top,
            width: right - left,
            height: field.bottom - field.top,
        };
        canvas.fill(area, Role::Ground(shade(*index, count)));
        if place > 0 {
            canvas.line(
                (left, field.top),
                (left, field.bottom),
                stroke(Role::Muted, 0.4),
            );
        }
    }
}

/// The line to get below; its words stand at its foot.
fn draw_target(stair: &Stair, field: &Field, canvas: &mut Canvas) {
    let x = field.scale.at(stair.target.value);
    canvas.line(
        (x, field.top),
        (x, field.bottom + 3.0),
        dashed(Role::Accent, 1.3),
    );
}

fn draw_steps(stair: &Stair, labels: &Labels, heights: &[f32], field: &Field, canvas: &mut Canvas) {
    let mut y = field.top + 1.5;
    let mut before = field.scale.at(stair.start.value);
    canvas.disc((before, y + heights[0] / 2.0), 3.6, Role::Ink);
    for ((mark, lines), height) in all_marks(stair).zip(&labels.rows).zip(heights) {
        let middle = y + height / 2.0;
        bars::set_label(canvas, lines, middle);
        let x = field.scale.at(mark.value);
        let area = Area {
            x,
            y: middle - STEP / 2.0,
            width: before - x,
            height: STEP,
        };
        canvas.fill(area, Role::Part(0));
        let is_last = y + height + 2.0 > field.bottom;
        let down = if is_last {
            STEP / 2.0
        } else {
            *height - STEP / 2.0
        };
        canvas.line(
            (x, middle - STEP / 2.0),
            (x, middle + down),
            stroke(Role::Ink, 0.8),
        );
        let at = (canvas.width, centred(middle, LABEL));
        canvas.text(&mark.figure, at, Anchor::End, NUMBER);
        before = x;
        y += height;
    }
}

/// The numbers at the edges and, below them, the words of the target; returns the height of the figure.
fn draw_edges(
    stair: &Stair,
    shown: &[(usize, f64, &RiskBand)],
    field: &Field,
    canvas: &mut Canvas,
) -> f32 {
    let edges: Vec<(f32, String)> = [field.scale.values.0]
        .into_iter()
        .chain(shown.iter().map(|(_, _, band)| band.upper))
        .map(|edge| (field.scale.at(edge), canvas.number(edge)))
        .collect();
    let baseline = field.bottom + 3.0 + SMALL.leading();
    labels::ticks(canvas, &edges, baseline, (SMALL, Role::Muted));
    if stair.target.name.is_empty() {
        return baseline + 3.0;
    }
    let (left, right) = field.scale.places;
    let look = (SMALL.bold(), Role::Accent);
    let place = (field.scale.at(stair.target.value), right - left);
    let label = Label::new(canvas, &stair.target.name, look, place);
    let first = baseline + SMALL.leading() + 1.0;
    let (_, lines) = labels::set(canvas, &[label], first, (left, right));
    first + (lines.max(1) - 1) as f32 * SMALL.leading() + 3.0
}
