//! Evidence on the calendar: periods as bars, days as diamonds, the observed time as a ground behind them.
//!
//! Days that would stand on each other become one longer mark with their number in it. What lies beyond the
//! ends of the axis is shown at its end as an arrow.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::bars::{self, row_height};
use super::labels::{self, Label};
use super::measure::{Lettering, SMALL};
use super::scale::Scale;
use super::{Anchor, Area, Canvas, Point, Role, dashed, legend, stroke};
use crate::render::document::{Lane, Span, Standing, Timeline};

/// Thickness of a period.
const BAR: f32 = 6.5;
/// From the middle of a diamond to its corners.
const DIAMOND: f32 = 4.4;
/// Half the height of a mark that stands for many days.
const MANY: f32 = 5.6;
const GAP: f32 = 10.0;
/// The axis reaches no further from the observed time, in months.
const MOST_BEFORE: u32 = 48;
const MOST_AFTER: u32 = 36;
/// Days of room at both ends of the axis.
const MARGIN: u64 = 20;
/// The number of days in one mark.
const COUNT: Lettering = Lettering {
    size: 6.8,
    bold: true,
};

/// The axis of time.
struct Axis {
    scale: Scale,
    from: NaiveDate,
    to: NaiveDate,
}

impl Axis {
    fn new(timeline: &Timeline, places: (f32, f32)) -> Self {
        let observed = &timeline.observed;
        let spans = || timeline.rows.iter().flat_map(|lane| &lane.spans);
        let first = spans()
            .map(|span| span.from)
            .fold(observed.from, NaiveDate::min);
        let last = spans()
            .map(|span| span.to)
            .fold(observed.to.max(timeline.day), NaiveDate::max);
        let earliest = observed.from.checked_sub_months(Months::new(MOST_BEFORE));
        let latest = observed.to.checked_add_months(Months::new(MOST_AFTER));
        let from = first.max(earliest.unwrap_or(first)) - Days::new(MARGIN);
        let to = last.min(latest.unwrap_or(last)) + Days::new(MARGIN);
        Self {
            scale: Scale {
                values: (number(from), number(to)),
                places,
            },
            from,
            to,
        }
    }

    fn at(&self, day: NaiveDate) -> f32 {
        self.scale.at(number(day))
    }

    /// The first days of quarters on the axis.
    fn quarters(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let (from, to) = (self.from, self.to);
        let months = |year| [1, 4, 7, 10].into_iter().map(move |month| (year, month));
        let days = (from.year()..=to.year()).flat_map(months);
        days.filter_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1))
            .filter(move |day| from <= *day && *day <= to)
    }

    /// Whether any of it is on the axis.
    fn shows(&self, span: &Span) -> bool {
        span.to >= self.from && span.from <= self.to
    }
}

fn number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

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
    let quarter = axis.at(axis.from + Days::new(91)) - left;
    let every = [3, 6, 12]
        .into_iter()
        .find(|months| quarter * *months as f32 / 3.0 >= room);
    let mut numbers = Vec::new();
    for day in axis.quarters() {
        let x = axis.at(day);
        let is_named = (day.month0()).is_multiple_of(every.unwrap_or(12));
        let length = if is_named { 4.0 } else { 2.0 };
        canvas.line((x, y), (x, y + length), stroke(Role::Muted, 0.6));
        if is_named {
            let form = if every == Some(12) || every.is_none() {
                "%Y"
            } else {
                "%Y-%m"
            };
            numbers.push((x, day.format(form).to_string()));
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
        draw_cluster(&cluster, middle, canvas);
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

/// Days of one standing that stand on each other.
struct Cluster {
    standing: Standing,
    days: usize,
    /// Middles of its first and last day.
    from: f32,
    to: f32,
    /// Width of its number; 0 for a single day.
    number: f32,
}

impl Cluster {
    /// From its middle to its upper edge.
    fn height(&self) -> f32 {
        if self.days > 1 { MANY } else { DIAMOND }
    }

    /// Both ends, where it has to hold its number.
    fn ends(&self) -> (f32, f32) {
        let middle = (self.from + self.to) / 2.0;
        let half = ((self.to - self.from) / 2.0).max(self.number / 2.0);
        (middle - half - self.height(), middle + half + self.height())
    }
}

/// The days of a lane as marks that leave each other room, in the order of time.
fn clusters(lane: &Lane, axis: &Axis, canvas: &mut Canvas) -> Vec<Cluster> {
    let mut days: Vec<&Span> = lane
        .spans
        .iter()
        .filter(|span| span.is_day() && axis.shows(span))
        .collect();
    days.sort_by_key(|span| (span.from, span.standing));
    let mut clusters: Vec<Cluster> = Vec::new();
    for span in days {
        let x = axis.at(span.from);
        let mut cluster = Cluster {
            standing: span.standing,
            days: 1,
            from: x,
            to: x,
            number: 0.0,
        };
        while let Some(before) = clusters.pop_if(|before| before.ends().1 > cluster.ends().0) {
            // What counts less gives the whole mark its look: nothing is shown as better than it is.
            cluster = Cluster {
                standing: before.standing.max(cluster.standing),
                days: before.days + cluster.days,
                from: before.from,
                to: cluster.to,
                number: 0.0,
            };
            cluster.number = canvas.measure.width(&cluster.days.to_string(), COUNT);
        }
        clusters.push(cluster);
    }
    clusters
}

fn draw_cluster(cluster: &Cluster, middle: f32, canvas: &mut Canvas) {
    let (left, right) = cluster.ends();
    let half = cluster.height();
    let shape = |inset: f32| {
        let (left, right, half) = (left + inset, right - inset, half - inset);
        vec![
            (left, middle),
            (left + half, middle - half),
            (right - half, middle - half),
            (right, middle),
            (right - half, middle + half),
            (left + half, middle + half),
        ]
    };
    canvas.polygon(shape(-1.0), Role::Paper);
    canvas.polygon(shape(0.0), Role::Accent);
    let (is_single, mut role) = (cluster.days == 1, Role::Paper);
    match cluster.standing {
        Standing::Full => {}
        Standing::Part if is_single => {
            let (x, r) = ((left + right) / 2.0, half - 1.4);
            canvas.polygon(
                vec![(x, middle - r), (x + r, middle), (x, middle + r)],
                Role::Paper,
            );
        }
        Standing::Part => {
            canvas.polygon(shape(1.4), Role::Part(1));
            role = Role::Ink;
        }
        Standing::Past => {
            canvas.polygon(shape(1.4), Role::Paper);
            role = Role::Ink;
        }
    }
    if !is_single {
        let at = ((left + right) / 2.0, super::centred(middle, COUNT));
        canvas.text(&cluster.days.to_string(), at, Anchor::Middle, (COUNT, role));
    }
}

/// A day and a period of this standing, side by side.
fn draw_sample(standing: Standing, area: Area, canvas: &mut Canvas) {
    let middle = area.y + area.height / 2.0;
    let cluster = Cluster {
        standing,
        days: 1,
        from: area.x + 3.0,
        to: area.x + 3.0,
        number: 0.0,
    };
    let bar = Area {
        x: area.x + 7.5,
        y: middle - BAR / 2.0,
        width: area.width - 6.5,
        height: BAR,
    };
    draw_bar(standing, bar, canvas);
    draw_cluster(&cluster, middle, canvas);
}
