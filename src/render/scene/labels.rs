//! Labels side by side: moved apart where they would stand on each other.

use super::measure::Lettering;
use super::{Anchor, Canvas, Point, Role};

/// The left edges of labels of these widths, each as near to its centre as the others and the ends allow.
///
/// `centres` ascend. Labels that fit between `from` and `to` at all never overlap and never leave it.
pub fn spread(centres: &[f32], widths: &[f32], gap: f32, (from, to): (f32, f32)) -> Vec<f32> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, (centre, width)) in centres.iter().zip(widths).enumerate() {
        let mut group = Group {
            first: index,
            width: *width,
            left: centre - width / 2.0,
            count: 1,
        };
        group.left = group.left.clamp(from, (to - group.width).max(from));
        while let Some(before) = groups.pop_if(|before| before.right() + gap > group.left) {
            group = before.joined(&group, gap);
            group.left = group.left.clamp(from, (to - group.width).max(from));
        }
        groups.push(group);
    }
    let mut lefts = Vec::with_capacity(widths.len());
    for group in groups {
        let mut left = group.left;
        for width in &widths[group.first..group.first + group.count] {
            lefts.push(left);
            left += width + gap;
        }
    }
    lefts
}

/// Labels that touch and move together.
struct Group {
    first: usize,
    count: usize,
    left: f32,
    width: f32,
}

impl Group {
    fn right(&self) -> f32 {
        self.left + self.width
    }

    /// Both groups as one, where their members would have liked to be on average.
    fn joined(self, next: &Self, gap: f32) -> Self {
        let (own, other) = (self.count as f32, next.count as f32);
        let next_left = next.left - self.width - gap;
        Self {
            first: self.first,
            count: self.count + next.count,
            left: (self.left * own + next_left * other) / (own + other),
            width: self.width + gap + next.width,
        }
    }
}

/// A label of some lines that belongs to a place on an axis.
pub struct Label {
    pub centre: f32,
    pub lines: Vec<String>,
    pub look: (Lettering, Role),
    pub width: f32,
}

impl Label {
    /// A label no wider than `room`.
    pub fn new(
        canvas: &mut Canvas,
        words: &str,
        look: (Lettering, Role),
        (centre, room): (f32, f32),
    ) -> Self {
        let lines = canvas.wrap(words, look.0, room);
        let widths = lines.iter().map(|line| canvas.measure.width(line, look.0));
        let width = widths.fold(0.0, f32::max);
        Self {
            centre,
            lines,
            look,
            width,
        }
    }
}

/// Sets labels side by side with their first lines on `baseline`; returns the middle of each and the most lines.
pub fn set(
    canvas: &mut Canvas,
    labels: &[Label],
    baseline: f32,
    ends: (f32, f32),
) -> (Vec<f32>, usize) {
    let centres: Vec<f32> = labels.iter().map(|label| label.centre).collect();
    let widths: Vec<f32> = labels.iter().map(|label| label.width).collect();
    let lefts = spread(&centres, &widths, GAP, ends);
    let mut middles = Vec::with_capacity(labels.len());
    for (label, left) in labels.iter().zip(lefts) {
        let middle = left + label.width / 2.0;
        canvas.lines(&label.lines, (middle, baseline), Anchor::Middle, label.look);
        middles.push(middle);
    }
    let most = labels.iter().map(|label| label.lines.len()).max();
    (middles, most.unwrap_or(0))
}

/// Between two labels.
pub const GAP: f32 = 7.0;

/// Sets numbers along an axis; one that stands too near to the one before it is left out.
pub fn ticks(
    canvas: &mut Canvas,
    ticks: &[(f32, String)],
    y: f32,
    look: (Lettering, Role),
) -> Vec<Point> {
    let mut end = f32::NEG_INFINITY;
    let mut set = Vec::new();
    for (x, words) in ticks {
        let width = canvas.measure.width(words, look.0);
        let left = (x - width / 2.0).clamp(0.0, canvas.width - width);
        if left < end + 3.0 {
            continue;
        }
        canvas.text(words, (left, y), Anchor::Start, look);
        end = left + width;
        set.push((*x, y));
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_room_stand_at_their_places() {
        assert_eq!(
            spread(&[20.0, 80.0], &[20.0, 20.0], 5.0, (0.0, 100.0)),
            [10.0, 70.0]
        );
    }

    #[test]
    fn labels_of_one_place_stand_around_it() {
        let lefts = spread(&[50.0, 50.0, 50.0], &[20.0; 3], 5.0, (0.0, 100.0));
        assert_eq!(lefts, [15.0, 40.0, 65.0]);
    }

    #[test]
    fn labels_at_the_end_stay_inside_and_apart() {
        let lefts = spread(&[96.0, 98.0, 100.0], &[30.0; 3], 5.0, (0.0, 100.0));
        assert_eq!(lefts, [0.0, 35.0, 70.0]);
    }
}
