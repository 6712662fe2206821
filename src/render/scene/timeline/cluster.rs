//! Days on the axis: a diamond each, or one longer mark with their number where they would stand on each other.

use super::axis::Axis;
use crate::render::document::{Lane, Span, Standing};
use crate::render::scene::measure::Lettering;
use crate::render::scene::{Anchor, Canvas, Point, Role, centred};

/// From the middle of a diamond to its corners.
const DIAMOND: f32 = 4.4;
/// Half the height of a mark that stands for many days.
const MANY: f32 = 5.6;
/// Thickness of the edge of what is not solid.
const RIM: f32 = 1.4;
/// The number of days in one mark.
const COUNT: Lettering = Lettering {
    size: 6.8,
    bold: true,
};

/// Days of one standing that stand on each other.
pub struct Cluster {
    standing: Standing,
    days: usize,
    /// Middles of its first and last day.
    from: f32,
    to: f32,
    /// Width of its number; 0 for a single day.
    number: f32,
}

impl Cluster {
    /// One day, its middle at `x`.
    pub fn day(standing: Standing, x: f32) -> Self {
        Self {
            standing,
            days: 1,
            from: x,
            to: x,
            number: 0.0,
        }
    }

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

    /// A diamond, or a longer mark with its number; solid, half or hollow.
    pub fn draw(&self, middle: f32, canvas: &mut Canvas) {
        canvas.polygon(self.outline(middle, -1.0), Role::Paper);
        canvas.polygon(self.outline(middle, 0.0), Role::Accent);
        let (left, right) = self.ends();
        let x = (left + right) / 2.0;
        let role = match self.standing {
            Standing::Full => Role::Paper,
            Standing::Part if self.days == 1 => {
                let r = self.height() - RIM;
                let half = vec![(x, middle - r), (x + r, middle), (x, middle + r)];
                canvas.polygon(half, Role::Paper);
                Role::Ink
            }
            Standing::Part => {
                canvas.polygon(self.outline(middle, RIM), Role::Part(1));
                Role::Ink
            }
            Standing::Past => {
                canvas.polygon(self.outline(middle, RIM), Role::Paper);
                Role::Ink
            }
        };
        if self.days > 1 {
            let at = (x, centred(middle, COUNT));
            canvas.text(&self.days.to_string(), at, Anchor::Middle, (COUNT, role));
        }
    }

    /// Its corners, this far inside its edge.
    fn outline(&self, middle: f32, inset: f32) -> Vec<Point> {
        let ((left, right), half) = (self.ends(), self.height() - inset);
        let (left, right) = (left + inset, right - inset);
        vec![
            (left, middle),
            (left + half, middle - half),
            (right - half, middle - half),
            (right, middle),
            (right - half, middle + half),
            (left + half, middle + half),
        ]
    }
}

/// The days of a lane as marks that leave each other room, in the order of time.
pub fn clusters(lane: &Lane, axis: &Axis, canvas: &mut Canvas) -> Vec<Cluster> {
    let mut days: Vec<&Span> = lane
        .spans
        .iter()
        .filter(|span| span.is_day() && axis.shows(span))
        .collect();
    days.sort_by_key(|span| (span.from, span.standing));
    let mut clusters: Vec<Cluster> = Vec::new();
    for span in days {
        let mut cluster = Cluster::day(span.standing, axis.at(span.from));
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
