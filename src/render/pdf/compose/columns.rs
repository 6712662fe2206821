//! How wide the columns of a table are.
//!
//! Short columns (ids, numbers, states) get all they want, so that they stay on one line. What is left goes,
//! step by step, to the column that makes the table lower: a table is read best when it is shortest.

/// A column gives way below its longest word when that would take more than this share of the table.
const LARGEST_LEAST_SHARE: f32 = 0.3;
/// A column is short when it wants no more than this share of what an even division would give it.
const SHORT: f32 = 0.75;
/// Points that are given away at a time.
const STEP: f32 = 3.0;

/// What the texts of one column ask for.
#[derive(Debug, Clone, Default)]
pub(super) struct Demand {
    /// Width of the longest stretch that should not be divided.
    pub least: f32,
    /// Width of each cell if nothing is broken, row by row.
    pub cells: Vec<f32>,
}

impl Demand {
    fn full(&self) -> f32 {
        self.cells.iter().copied().fold(0.0, f32::max)
    }
}

/// Divides `available` between columns.
pub(super) fn column_widths(demands: &[Demand], available: f32) -> Vec<f32> {
    let cap = available * LARGEST_LEAST_SHARE;
    let full: Vec<f32> = demands.iter().map(Demand::full).collect();
    let mut widths: Vec<f32> = demands.iter().map(|demand| demand.least.min(cap)).collect();
    let (wanted, needed) = (full.iter().sum::<f32>(), widths.iter().sum::<f32>());
    if wanted <= available {
        let stretch = available / wanted.max(1.0);
        return full.iter().map(|width| width * stretch).collect();
    }
    if needed >= available {
        return widths
            .iter()
            .map(|width| width * available / needed)
            .collect();
    }
    short_first(&mut widths, &full, available);
    let mut left = available - widths.iter().sum::<f32>();
    while left > 0.0 {
        let step = STEP.min(left);
        let column = best_column(demands, &widths, step);
        widths[column] += step;
        left -= step;
    }
    refine(&mut widths, demands, cap);
    widths
}

/// Widths that are moved between two columns at a time, coarse before fine.
const MOVES: [f32; 3] = [24.0, 10.0, 4.0];
/// A table is judged by no more rows than this, evenly spread.
const MOST_ROWS: usize = 120;

/// Moves width between columns as long as that makes the table lower; what stands on one line stays so.
fn refine(widths: &mut [f32], demands: &[Demand], cap: f32) {
    let floor = |(width, demand): (&f32, &Demand)| match demand.full() {
        full if full <= *width => full,
        _ => demand.least.min(cap),
    };
    let floors: Vec<f32> = widths.iter().zip(demands).map(floor).collect();
    let mut best = height(widths, demands);
    for by in MOVES {
        let mut is_better = true;
        while std::mem::take(&mut is_better) {
            for (from, to) in pairs(widths.len()) {
                if widths[from] - by < floors[from] {
                    continue;
                }
                widths[from] -= by;
                widths[to] += by;
                let height = height(widths, demands);
                if height < best - 0.01 {
                    (best, is_better) = (height, true);
                } else {
                    widths[from] += by;
                    widths[to] -= by;
                }
            }
        }
    }
}

fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |a| (0..count).filter(move |b| *b != a).map(move |b| (a, b)))
}

/// How many lines the rows take together, about; a broken line stays a little shorter than its column.
///
/// Where two columns make a row high, neither alone can make it lower; so what all cells take counts a little.
fn height(widths: &[f32], demands: &[Demand]) -> f32 {
    const FILLED: f32 = 0.94;
    const LITTLE: f32 = 0.05;
    let rows = demands.iter().map(|demand| demand.cells.len()).max();
    let rows = rows.unwrap_or(0);
    let lines = |row: usize| {
        let (mut highest, mut all) = (1.0_f32, 0.0);
        for (demand, width) in demands.iter().zip(widths) {
            let full = demand.cells.get(row).copied().unwrap_or(0.0);
            if full > *width + 0.01 {
                let lines = full / (width * FILLED);
                highest = highest.max(lines.ceil());
                all += lines;
            }
        }
        highest + LITTLE * all
    };
    let step = rows.div_ceil(MOST_ROWS).max(1);
    (0..rows).step_by(step).map(lines).sum()
}

/// Raises each short column to its full width, the shortest first.
fn short_first(widths: &mut [f32], full: &[f32], available: f32) {
    let mut order: Vec<usize> = (0..full.len()).collect();
    order.sort_by(|a, b| full[*a].total_cmp(&full[*b]));
    let mut left = available;
    for (done, index) in order.into_iter().enumerate() {
        let even_share = left / (full.len() - done) as f32;
        let others: f32 = widths.iter().sum::<f32>() - widths[index];
        if full[index] <= even_share * SHORT && others + full[index] <= available {
            widths[index] = full[index];
        }
        left -= full[index].min(even_share);
    }
}

/// The column by which the table gets lowest when it is `step` wider; the last one if it does not matter.
fn best_column(demands: &[Demand], widths: &[f32], step: f32) -> usize {
    let rows = demands
        .iter()
        .map(|demand| demand.cells.len())
        .max()
        .unwrap_or(0);
    let mut gains = vec![0.0_f32; demands.len()];
    for row in 0..rows {
        let lines = |column: usize, extra: f32| {
            let width = demands[column].cells.get(row).copied().unwrap_or(0.0);
            (width / (widths[column] + extra).max(1.0)).max(1.0)
        };
        let (mut highest, mut second, mut column) = (1.0, 1.0_f32, None);
        for index in 0..demands.len() {
            let height = lines(index, 0.0);
            if height > highest {
                (second, highest, column) = (highest, height, Some(index));
            } else {
                second = second.max(height);
            }
        }
        if let Some(column) = column {
            gains[column] += highest - lines(column, step).max(second);
        }
    }
    let best = gains
        .iter()
        .enumerate()
        .max_by(|(_, a), (_, b)| a.total_cmp(b));
    best.map_or(0, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demand(least: f32, cells: &[f32]) -> Demand {
        Demand {
            least,
            cells: cells.to_vec(),
        }
    }

    fn is_filled(widths: &[f32]) -> bool {
        (widths.iter().sum::<f32>() - 300.0).abs() < 0.1
    }

    #[test]
    fn short_columns_are_stretched_to_the_full_width() {
        let widths = column_widths(&[demand(10.0, &[20.0]), demand(20.0, &[40.0])], 300.0);
        assert!(is_filled(&widths) && widths[1] > widths[0]);
    }

    #[test]
    fn a_long_text_gets_the_room_that_short_ones_leave() {
        let widths = column_widths(&[demand(30.0, &[30.0]), demand(40.0, &[900.0])], 300.0);
        assert!(is_filled(&widths) && widths[0] >= 30.0 && widths[1] > 250.0);
    }

    #[test]
    fn a_short_column_is_not_wrapped_for_long_ones() {
        let long = [demand(40.0, &[500.0]), demand(40.0, &[400.0])];
        let widths = column_widths(&[&[demand(20.0, &[60.0])], &long[..]].concat(), 300.0);
        assert!(is_filled(&widths));
        assert_eq!(widths[0], 60.0);
    }

    #[test]
    fn the_column_that_is_long_in_most_rows_is_the_widest() {
        let often = demand(30.0, &[400.0; 9]);
        let once = demand(
            30.0,
            &[30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 400.0],
        );
        let widths = column_widths(&[often, once], 300.0);
        assert!(is_filled(&widths) && widths[0] > widths[1]);
    }

    #[test]
    fn two_columns_that_are_long_in_the_same_rows_share_the_room() {
        let (one, other) = (demand(30.0, &[300.0; 9]), demand(30.0, &[300.0; 9]));
        let short = demand(20.0, &[90.0; 9]);
        let demands = [one, other, short];
        let widths = column_widths(&demands, 300.0);
        assert!(is_filled(&widths));
        assert!(height(&widths, &demands) <= height(&[105.0, 105.0, 90.0], &demands) + 0.5);
    }

    #[test]
    fn one_endless_word_leaves_room_for_the_others() {
        let widths = column_widths(&[demand(9000.0, &[9000.0]), demand(40.0, &[80.0])], 300.0);
        assert!(is_filled(&widths) && widths[1] >= 40.0);
    }

    #[test]
    fn empty_columns_do_not_divide_by_zero() {
        let widths = column_widths(&[demand(0.0, &[0.0]), Demand::default()], 300.0);
        assert!(widths.iter().all(|width| width.is_finite()));
    }
}
