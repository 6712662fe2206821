//! Where the lines of a paragraph end: the choice that makes the whole paragraph look best.
//!
//! After Knuth and Plass: every way to fill the lines has a cost, and the cheapest is taken. Fewest lines come
//! first, then an even right edge, few hyphens and no lonely word at the end. The best way to each stop is kept,
//! so the work grows with the length of the text times the stops of one line.

/// A place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    /// Width of all text before it, with the hyphen if the line ends here.
    pub end: f32,
    /// Width of all text before the next line, if the line ends here.
    pub next: f32,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Between words.
    Word,
    /// Inside a word, where a hyphen is printed.
    Hyphen,
    /// Inside what is too long for any line.
    Cut,
}

/// What lines are filled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// An even edge.
    Even,
    /// Each line as full as it gets, as in code.
    Full,
}

/// Columns are as wide as their text at times; rounding must not break such a line.
pub const SLACK: f32 = 0.01;

/// Costs. An uneven line costs the square of the share that it leaves free.
const LINE: f32 = 0.6;
const HYPHEN: f32 = 0.25;
/// A hyphen below another.
const LADDER: f32 = 0.08;
const CUT: f32 = 2.0;
/// A last line of one short word or of the end of a word.
const RUNT: f32 = 0.12;
/// Wider than the column: only a single cluster that no column could hold.
const OVERFULL: f32 = 1000.0;

/// A last line shorter than this share of the column is a runt.
const RUNT_SHARE: f32 = 0.12;
const MOST_HYPHENS_IN_A_ROW: usize = 2;

/// The cheapest way to a stop.
#[derive(Debug, Clone, Copy)]
struct Best {
    cost: f32,
    /// The stop before and the hyphens in a row that it ends; none at the start.
    before: Option<(usize, usize)>,
}

const NO_WAY: Best = Best {
    cost: f32::INFINITY,
    before: None,
};

/// The stops at which lines of this width end, by their place in `stops`; the last stop always is one.
pub fn fill(stops: &[Stop], width: f32, aim: Aim) -> Vec<usize> {
    let mut ways: Vec<[Best; MOST_HYPHENS_IN_A_ROW + 1]> = Vec::with_capacity(stops.len());
    for (index, stop) in stops.iter().enumerate() {
        let line = Filling {
            stop,
            is_last: index + 1 == stops.len(),
            width,
            aim,
        };
        let mut best = [NO_WAY; MOST_HYPHENS_IN_A_ROW + 1];
        for before in (0..=index).rev() {
            let start = before.checked_sub(1);
            let from = start.map_or(0.0, |start| stops[start].next);
            let fits = stop.end - from <= width + SLACK;
            if !fits && before < index {
                break;
            }
            let kind = start.map(|start| stops[start].kind);
            let cost = line.cost(from, kind) + if fits { 0.0 } else { OVERFULL };
            match start {
                None => line.improve(&mut best, 0, cost, None),
                Some(start) => {
                    for (row, way) in ways[start].iter().enumerate() {
                        line.improve(&mut best, row, way.cost + cost, Some((start, row)));
                    }
                }
            }
        }
        ways.push(best);
    }
    chosen(&ways)
}

/// A line that ends at a stop.
struct Filling<'a> {
    stop: &'a Stop,
    is_last: bool,
    width: f32,
    aim: Aim,
}

impl Filling<'_> {
    /// What the line costs that starts at `from`, after a stop of this kind.
    fn cost(&self, from: f32, before: Option<Kind>) -> f32 {
        let share = (self.stop.end - from) / self.width.max(1.0);
        let edge = match (self.aim, self.is_last) {
            (Aim::Full, _) => 0.0,
            (Aim::Even, true) if before.is_some() && share < RUNT_SHARE => RUNT,
            (Aim::Even, true) => 0.0,
            (Aim::Even, false) => (1.0 - share).max(0.0).powi(2),
        };
        let remainder = self.is_last && before == Some(Kind::Hyphen) && share < 2.0 * RUNT_SHARE;
        let end = match self.stop.kind {
            Kind::Word => 0.0,
            Kind::Hyphen => HYPHEN,
            Kind::Cut => CUT,
        };
        LINE + edge + end + if remainder { RUNT } else { 0.0 }
    }

    /// Takes a way that is cheaper; `row` hyphens in a row end the line before.
    fn improve(&self, best: &mut [Best], row: usize, cost: f32, before: Option<(usize, usize)>) {
        let (row, cost) = match self.stop.kind {
            Kind::Hyphen if row > 0 => (row + 1, cost + LADDER),
            Kind::Hyphen => (1, cost),
            Kind::Word | Kind::Cut => (0, cost),
        };
        if let Some(best) = best.get_mut(row)
            && cost < best.cost
        {
            *best = Best { cost, before };
        }
    }
}

fn chosen(ways: &[[Best; MOST_HYPHENS_IN_A_ROW + 1]]) -> Vec<usize> {
    let Some(last) = ways.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut ends = Vec::new();
    let mut at = Some((last, 0));
    while let Some((stop, row)) = at {
        ends.push(stop);
        at = ways[stop][row].before;
    }
    ends.reverse();
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of these widths with spaces of one between them; a hyphen stands after each negative width.
    fn stops(widths: &[i32]) -> Vec<Stop> {
        let mut at = 0.0;
        let stop = |width: &i32| {
            at += width.abs() as f32;
            let (end, kind) = if *width < 0 {
                (at + 1.0, Kind::Hyphen)
            } else {
                (at, Kind::Word)
            };
            if kind == Kind::Word {
                at += 1.0;
            }
            Stop {
                end,
                next: at,
                kind,
            }
        };
        widths.iter().map(stop).collect()
    }

    #[test]
    fn a_text_that_fits_is_one_line() {
        assert_eq!(fill(&stops(&[3, 3, 3]), 11.0, Aim::Even), [2]);
        assert_eq!(fill(&stops(&[3, 3, 3]), 10.9, Aim::Even).len(), 2);
        assert!(fill(&[], 10.0, Aim::Even).is_empty());
    }

    #[test]
    fn lines_are_even_where_filling_each_would_leave_a_gap() {
        // Filled one by one: `aaa bb|cc|ddddd`.
        let text = stops(&[3, 2, 2, 5]);
        assert_eq!(fill(&text, 6.0, Aim::Full), [1, 2, 3]);
        assert_eq!(fill(&text, 6.0, Aim::Even), [0, 2, 3]);
    }

    #[test]
    fn code_is_filled_line_by_line() {
        assert_eq!(fill(&stops(&[1; 5]), 3.0, Aim::Full), [1, 3, 4]);
    }

    #[test]
    fn a_word_is_divided_only_where_the_gap_is_wide() {
        let wide = stops(&[40, 50, -4, 5, 60]);
        assert_eq!(fill(&wide, 100.0, Aim::Even), [1, 4]);
        let narrow = stops(&[10, -9, 9, 12]);
        assert_eq!(fill(&narrow, 22.0, Aim::Even), [1, 3]);
    }

    #[test]
    fn no_more_than_two_lines_in_a_row_end_in_a_hyphen() {
        let inside = |index: u8| {
            let next = 9.0 * f32::from(index);
            [(next + 1.0, Kind::Hyphen), (next, Kind::Cut)].map(|(end, kind)| Stop {
                end,
                next,
                kind,
            })
        };
        let text: Vec<Stop> = (1..20).flat_map(inside).collect();
        let ends = fill(&text, 10.0, Aim::Even);
        let rows = ends.split(|end| text[*end].kind != Kind::Hyphen);
        let longest = rows.map(<[usize]>::len).max();
        assert_eq!(longest, Some(2), "{ends:?}");
    }

    #[test]
    fn the_last_line_is_not_one_short_word() {
        let text = stops(&[20, 20, 20, 20, 20, 20, 20, 20, 2]);
        assert_eq!(fill(&text, 84.0, Aim::Full), [3, 7, 8]);
        assert_eq!(fill(&text, 84.0, Aim::Even), [3, 6, 8]);
    }
}
