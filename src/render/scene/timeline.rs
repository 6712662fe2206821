//! Evidence on the calendar: periods as bars, days as diamonds, the observed time as a ground behind them.
//!
//! Days that would stand on each other become one longer mark with their number in it. What lies beyond the
//! ends of the axis is shown at its end as an arrow.

mod axis;
mod cluster;

use chrono::Datelike;

use self::axis::Axis;
use self::cluster::{Cluster, clusters};
use super::bars::{self, row_height};
use super::labels::{self, Label};
use super::measure::SMALL;
use super::{Area, Canvas, Point, Role, dashed, legend, stroke};
use crate::render::document::{Lane, Span, Standing, Timeline};

/// Thickness of a period.
const BAR: f32 = 6.5;
const GAP: f32 = 10.0;

pub fn draw(timeline: &Timeline, canvas: &mut Canvas) -> f32 {
    let names: Vec<String> = timeline
        .legend
        .iter()
        .map(|(_, name)| name.clone())
        .collect();
    let top = legend::draw(canvas, &names, "", 0.0, |index, area, canvas| {
        draw_sample(timeline.legend[index].0, area, canvas);
    });
    let labels = bars::rows(canvas, timeline.rows.iter().map(|lane| lane.label.as_str()));
    let axis = Axis::new(timeline, (labels.width + GAP, canvas.width));
    let field = name_days(timeline, &axis, top, canvas);
    let heights: Vec<f32> = labels
        .rows
        .iter()
        .map(|lines| row_height(lines.len()))
        .collect();
    let bottom = field + heights.iter().sum::<f32>();
    draw_ground(timeline, &axis, (field, bottom), canvas);
    let day = axis.at(timeline.day);
    canvas.line((day, field - 3.0), (day, bottom), stroke(Role::Ink, 0.9));
    let mut y = field;
    for ((lane, lines), height) in timeline.rows.iter().zip(&labels.rows).zip(&heights) {
        let middle = y + height / 2.0;
        bars::set_label(canvas, lines, middle);
        draw_lane(lane, &axis, middle, canvas);
        y += height;
    }
    draw_axis(&axis, bottom, canvas)
}

/// The words of the day, and below them those of the observed time; returns where the lanes begin.
fn name_days(timeline: &Timeline, axis: &Axis, top: f32, canvas: &mut Canvas) -> f32 {
    let ends = axis.scale.places;
    let room = ends.1 - ends.0;
    let day = (axis.at(timeline.day), room);
    let observed = &timeline.observed;
    let middle = (axis.at(observed.from) + axis.at(observed.to)) / 2.0;
    let rows = [
        (&timeline.day_name, (SMALL.bold(), Role::Ink), day),
        (&observed.name, (SMALL, Role::Muted), (middle, room)),
    ];
    let mut y = top;
    for (words, look, place) in rows {
        let label = Label::new(canvas, words, look, place);
        let (_, lines) = labels::set(canvas, &[label], y + SMALL.size, ends);
        y += lines as f32 * SMALL.leading();
    }
    y + 4.0
}

/// The observed time, and a hairline at the beginning of each year.
fn draw_ground(timeline: &Timeline, axis: &Axis, (top, bottom): (f32, f32), canvas: &mut Canvas) {
    let (left, right) = (
        axis.at(timeline.observed.from),
        axis.at(timeline.observed.to),
    );
    let area = Area {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
    };
    canvas.fill(area, Role::Ground(1));
    for end in [left, right] {
        canvas.line((end, top), (end, bottom), dashed(Role::Muted, 0.5));
    }
    for day in axis.quarters().filter(|day| day.month() == 1) {
        let x = axis.at(day);
        canvas.line((x, top), (x, bottom), stroke(Role::Hairline, 0.5));
    }
}

/// Quarters as marks; the years in figures, and halves and quarters too where there is room. Returns the height
/// of the figure.
fn draw_axis(axis: &Axis, y: f32, canvas: &mut Canvas) -> f32 {
    let (left, right) = axis.scale.places;
    canvas.line((left, y), (right, y), stroke(Role::Muted, 0.6));
    let room = canvas.measure.width("0000-00", SMALL) + 8.0;
    let every = axis.naming(room);
    let mut numbers = Vec::new();
    for day in axis.quarters() {
        let x = axis.at(day);
        let is_named = day.month0().is_multiple_of(every);
        let length = if is_named { 4.0 } else { 2.0 };
        canvas.line((x, y), (x, y + length), stroke(Role::Muted, 0.6));
        if is_named {
            let name = match every {
                12 => day.year().to_string(),
                _ => canvas.measure.words.month(day),
            };
            numbers.push((x, name));
        }
    }
    let baseline = y + 5.0 + SMALL.size;
    labels::ticks(canvas, &numbers, baseline, (SMALL, Role::Muted));
    baseline + 3.0
}

fn draw_lane(lane: &Lane, axis: &Axis, middle: f32, canvas: &mut Canvas) {
    for span in &lane.spans {
        if !span.is_day() && axis.shows(span) {
            draw_period(*span, axis, middle, canvas);
        }
        draw_arrows(span, axis, middle, canvas);
    }
    for cluster in clusters(lane, axis, canvas) {
        cluster.draw(middle, canvas);
    }
}

fn draw_period(span: Span, axis: &Axis, middle: f32, canvas: &mut Canvas) {
    let (from, to) = (axis.at(span.from), axis.at(span.to));
    let area = Area {
        x: from.min(to - 1.5),
        y: middle - BAR / 2.0,
        width: (to - from).max(1.5),
        height: BAR,
    };
    draw_bar(span.standing, area, canvas);
}

/// Points out of the picture where there is more than it shows.
fn draw_arrows(span: &Span, axis: &Axis, middle: f32, canvas: &mut Canvas) {
    if span.from < axis.from {
        draw_arrow((axis.scale.places.0, middle), -1.0, canvas);
    }
    if span.to > axis.to {
        draw_arrow((axis.scale.places.1, middle), 1.0, canvas);
    }
}

fn draw_arrow((x, y): Point, direction: f32, canvas: &mut Canvas) {
    let back = x - direction * 7.0;
    let points = vec![(x, y), (back, y - 5.5), (back, y + 5.5)];
    canvas.polygon(points, Role::Ink);
}

fn draw_bar(standing: Standing, area: Area, canvas: &mut Canvas) {
    let part = match standing {
        Standing::Full => 0,
        Standing::Part => 1,
        Standing::Past => 2,
    };
    bars::draw_part(part, area, canvas);
}

/// A day and a period of this standing, side by side.
fn draw_sample(standing: Standing, area: Area, canvas: &mut Canvas) {
    let middle = area.y + area.height / 2.0;
    let bar = Area {
        x: area.x + 7.5,
        y: middle - BAR / 2.0,
        width: area.width - 6.5,
        height: BAR,
    };
    draw_bar(standing, bar, canvas);
    Cluster::day(standing, area.x + 3.0).draw(middle, canvas);
}
