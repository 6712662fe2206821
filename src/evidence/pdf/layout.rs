//! Glyphs into lines, in the order in which they are drawn.
//!
//! Word processors, browsers and typesetters draw in reading order: cell by cell, column by column. Sorting by
//! place instead would mix the lines of neighbouring cells. A line ends where the next glyph stands on another
//! height or further back; words are parted by space glyphs or by gaps. A line that goes up and to the right
//! begins the next cell of its row, and one that comes back to the left begins the next row.

use kurbo::{Point, Vec2};

/// Lengths in font sizes: a gap that parts words, a gap that parts columns, how far a glyph may stand off the
/// line, how far it may stand back, and the distance of lines that parts paragraphs.
const WORD_GAP: f64 = 0.15;
const WORD_GAP_GUESSED: f64 = 0.45;
const COLUMN_GAP: f64 = 1.5;
const OFF_THE_LINE: f64 = 0.4;
const BACK: f64 = 0.5;
const PARAGRAPH_GAP: f64 = 1.8;
/// A gap that parts columns where a column began before, how far up the next cell begins at least, and how far
/// above the first line of the row at most.
const KNOWN_COLUMN_GAP: f64 = 0.5;
const UP: f64 = 0.2;
const ABOVE_THE_ROW: f64 = 6.0;
/// How many places where columns began are remembered.
const COLUMNS: usize = 16;
/// Two prints of one glyph that stand closer than this, in points, imitate a bold one.
const SAME_PLACE: f64 = 1.0;

/// Where a glyph stands, in the direction it is written in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    direction: Direction,
    along: f64,
    end: f64,
    across: f64,
    size: f64,
    is_guessed: bool,
}

/// Which way a line runs on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Right,
    Down,
    Left,
    Up,
    /// A watermark or drawing.
    Oblique,
}

impl Placed {
    /// A glyph that begins at `origin`, ends at `end`, and whose font reaches up to `top`.
    pub(super) fn new(origin: Point, end: Point, top: Point, is_guessed: bool) -> Self {
        let up = top - origin;
        let direction = Direction::of(up);
        let turned = |point: Point| match direction {
            Direction::Right | Direction::Oblique => (point.x, point.y),
            Direction::Down => (point.y, -point.x),
            Direction::Left => (-point.x, -point.y),
            Direction::Up => (-point.y, point.x),
        };
        let (along, across) = turned(origin);
        let (end, _) = turned(end);
        let size = up.hypot().max(1e-3);
        Self {
            direction,
            along,
            end: end.max(along),
            across,
            size,
            is_guessed,
        }
    }
}

impl Direction {
    /// The direction of a line whose letters stand `up`; the y axis points down.
    fn of(up: Vec2) -> Self {
        if up.x.abs() * 10.0 < up.y.abs() {
            if up.y < 0.0 { Self::Right } else { Self::Left }
        } else if up.y.abs() * 10.0 < up.x.abs() {
            if up.x > 0.0 { Self::Down } else { Self::Up }
        } else {
            Self::Oblique
        }
    }
}

/// The line that is being written.
#[derive(Debug)]
struct Line {
    first: Placed,
    last: Placed,
    last_text: String,
    text: String,
}

/// What may be the row of a table.
#[derive(Debug, Clone, Copy)]
struct Row {
    /// Its first line.
    first: Placed,
    /// Whether a gap between columns was in it.
    is_parted: bool,
    /// Whether a line of it began in a later column.
    is_beyond_first: bool,
}

/// Glyphs as they come, lines as they go.
#[derive(Debug)]
pub(super) struct Layout {
    text: String,
    room: usize,
    is_full: bool,
    line: Option<Line>,
    /// Begin and text of the line before.
    before: Option<(Placed, String)>,
    row: Option<Row>,
    /// Where columns began, the latest last.
    columns: Vec<f64>,
}

impl Layout {
    /// An empty page that takes `room` bytes.
    pub(super) fn new(room: usize) -> Self {
        Self {
            text: String::new(),
            room,
            is_full: false,
            line: None,
            before: None,
            row: None,
            columns: Vec::new(),
        }
    }

    /// Puts a glyph on the page.
    pub(super) fn push(&mut self, glyph: Placed, text: &str) {
        let line_length = self.line.as_ref().map_or(0, |line| line.text.len());
        // A line can be parted from the one before by a blank line and a tab, and hold one more.
        self.is_full |= self.text.len() + line_length + text.len() + 4 > self.room;
        if self.is_full || glyph.direction == Direction::Oblique {
            return;
        }
        if let Some(line) = self.line.as_mut().filter(|line| line.goes_on(&glyph)) {
            if line.push(glyph, text, &self.columns) {
                self.remember(glyph.along);
            }
            return;
        }
        self.end_line();
        if text.trim().is_empty() {
            return;
        }
        self.line = Some(Line {
            first: glyph,
            last: glyph,
            last_text: text.to_string(),
            text: text.to_string(),
        });
    }

    fn end_line(&mut self) {
        let Some(line) = self.line.take() else {
            return;
        };
        if let Some((first, text)) = &self.before {
            let is_near = |a: f64, b: f64| (a - b).abs() < SAME_PLACE;
            if *text == line.text
                && is_near(first.along, line.first.along)
                && is_near(first.across, line.first.across)
            {
                return;
            }
            let step = line.first.across - first.across;
            let turned = first.direction != line.first.direction;
            let is_apart = step.abs() > PARAGRAPH_GAP * first.size.max(line.first.size);
            let is_cell = !turned && self.is_cell(first, &line.first);
            let is_next_row = !is_cell && self.is_next_row(&line.first);
            if turned || is_apart || is_next_row {
                self.text.push('\n');
            }
            if is_cell {
                self.text.push('\t');
                self.remember(line.first.along);
            } else if turned || is_apart || is_next_row {
                self.row = None;
            }
            if let Some(row) = &mut self.row {
                let is_right = line.first.along > row.first.along + row.first.size;
                row.is_beyond_first |= is_cell || is_right && row.is_parted;
            }
        }
        let row = self.row.get_or_insert(Row {
            first: line.first,
            is_parted: false,
            is_beyond_first: false,
        });
        row.is_parted |= line.text.contains('\t');
        self.text.push_str(&line.text);
        self.text.push('\n');
        self.before = Some((line.first, line.text));
    }

    /// Whether a line begins the next cell of the row: further right than the line before, and higher.
    fn is_cell(&self, before: &Placed, line: &Placed) -> bool {
        let size = before.size.max(line.size);
        let top = self.row.map_or(f64::MIN, |row| row.first.across);
        line.across < before.across - UP * size
            && line.across > top - ABOVE_THE_ROW * size
            && line.along > before.along + size
    }

    /// Whether a line comes back to where the row began.
    fn is_next_row(&self, line: &Placed) -> bool {
        self.row.is_some_and(|row| {
            row.is_beyond_first && line.along <= row.first.along + row.first.size
        })
    }

    fn remember(&mut self, column: f64) {
        if self.columns.len() == COLUMNS {
            self.columns.remove(0);
        }
        self.columns.push(column);
    }

    /// The text of the page, unless there was more than room for it.
    pub(super) fn finish(mut self) -> Option<String> {
        self.end_line();
        (!self.is_full).then_some(self.text)
    }
}

impl Line {
    fn goes_on(&self, glyph: &Placed) -> bool {
        let size = self.last.size.max(glyph.size);
        glyph.direction == self.last.direction
            && (glyph.across - self.last.across).abs() <= OFF_THE_LINE * size
            && glyph.along >= self.last.end - BACK * size.min(2.0 * self.last.size)
    }

    /// Writes a glyph, and tells whether it begins a column.
    fn push(&mut self, glyph: Placed, text: &str, columns: &[f64]) -> bool {
        let is_same = (glyph.along - self.last.along).abs() < 1e-6 && text == self.last_text;
        if is_same {
            return false;
        }
        let gap = (glyph.along - self.last.end) / self.last.size.max(glyph.size);
        let word_gap = match self.last.is_guessed {
            true => WORD_GAP_GUESSED,
            false => WORD_GAP,
        };
        let is_known = columns
            .iter()
            .any(|column| (column - glyph.along).abs() < SAME_PLACE);
        let is_column = gap > COLUMN_GAP || gap > KNOWN_COLUMN_GAP && is_known;
        if is_column {
            let words = self.text.trim_end().len();
            self.text.truncate(words);
            self.text.push('\t');
        } else if gap > word_gap && !self.text.ends_with([' ', '\t']) && text != " " {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.last = glyph;
        self.last_text.clear();
        self.last_text.push_str(text);
        is_column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten points high, five wide.
    fn glyph(x: f64, y: f64) -> Placed {
        let top = Point::new(x, y - 10.0);
        Placed::new(Point::new(x, y), Point::new(x + 5.0, y), top, false)
    }

    fn write(layout: &mut Layout, text: &str, x: f64, y: f64) {
        for (at, c) in text.chars().enumerate() {
            let x = x + 5.0 * at as f64;
            layout.push(glyph(x, y), c.encode_utf8(&mut [0; 4]));
        }
    }

    fn laid_out(words: &[(&str, f64, f64)]) -> String {
        let mut layout = Layout::new(1000);
        for (text, x, y) in words {
            write(&mut layout, text, *x, *y);
        }
        layout.finish().expect("there is room")
    }

    #[test]
    fn a_gap_parts_words_and_kerning_does_not() {
        assert_eq!(laid_out(&[("ab", 0.0, 0.0), ("cd", 11.0, 0.0)]), "abcd\n");
        assert_eq!(laid_out(&[("ab", 0.0, 0.0), ("cd", 12.0, 0.0)]), "ab cd\n");
        assert_eq!(laid_out(&[("ab", 0.0, 0.0), ("cd", 8.0, 0.0)]), "abcd\n");
    }

    #[test]
    fn a_wide_gap_parts_columns() {
        assert_eq!(laid_out(&[("ab", 0.0, 0.0), ("cd", 26.0, 0.0)]), "ab\tcd\n");
    }

    #[test]
    fn going_down_or_back_begins_a_line() {
        assert_eq!(laid_out(&[("ab", 0.0, 0.0), ("cd", 0.0, 12.0)]), "ab\ncd\n");
        assert_eq!(laid_out(&[("ab", 50.0, 0.0), ("cd", 0.0, 0.0)]), "ab\ncd\n");
    }

    #[test]
    fn a_line_that_goes_up_to_the_right_begins_the_next_cell() {
        let row = [
            ("one", 0.0, 0.0),
            ("two", 0.0, 12.0),
            ("cell", 100.0, 0.0),
            ("more", 100.0, 12.0),
            ("last", 200.0, 0.0),
        ];
        assert_eq!(laid_out(&row), "one\ntwo\n\tcell\nmore\n\tlast\n");
        let down = [("one", 0.0, 0.0), ("two", 100.0, 12.0)];
        assert_eq!(laid_out(&down), "one\ntwo\n");
        let left = [("one", 100.0, 12.0), ("two", 0.0, 0.0)];
        assert_eq!(laid_out(&left), "one\ntwo\n");
    }

    #[test]
    fn a_line_far_above_its_row_is_no_cell() {
        let text = [("text", 0.0, 700.0), ("Header", 300.0, 20.0)];
        assert_eq!(laid_out(&text), "text\n\nHeader\n");
    }

    #[test]
    fn coming_back_to_the_left_begins_the_next_row() {
        let rows = [
            ("one", 0.0, 0.0),
            ("cell", 100.0, 0.0),
            ("more", 100.0, 12.0),
            ("two", 0.0, 24.0),
            ("cell", 100.0, 24.0),
        ];
        assert_eq!(laid_out(&rows), "one\tcell\nmore\n\ntwo\tcell\n");
    }

    #[test]
    fn lines_in_the_middle_of_a_page_are_no_rows() {
        let lines = [
            ("one", 50.0, 0.0),
            ("line", 100.0, 12.0),
            ("two", 50.0, 24.0),
        ];
        assert_eq!(laid_out(&lines), "one\nline\ntwo\n");
    }

    #[test]
    fn a_narrow_gap_parts_columns_where_one_began_before() {
        let known = [
            ("ab", 0.0, 0.0),
            ("cd", 100.0, 0.0),
            ("abcdefghijklmnopqr", 0.0, 12.0),
            ("cd", 100.0, 12.0),
        ];
        assert_eq!(laid_out(&known), "ab\tcd\nabcdefghijklmnopqr\tcd\n");
        let unknown = [("abcdefghijklmnopqr", 0.0, 12.0), ("cd", 100.0, 12.0)];
        assert_eq!(laid_out(&unknown), "abcdefghijklmnopqr cd\n");
    }

    #[test]
    fn a_raised_ordinal_stays_in_its_line() {
        assert_eq!(laid_out(&[("31", 0.0, 10.0), ("st", 10.0, 7.0)]), "31st\n");
    }

    #[test]
    fn a_wide_step_parts_paragraphs() {
        assert_eq!(
            laid_out(&[("ab", 0.0, 0.0), ("cd", 0.0, 19.0)]),
            "ab\n\ncd\n"
        );
        assert_eq!(laid_out(&[("ab", 0.0, 0.0), ("cd", 0.0, 18.0)]), "ab\ncd\n");
    }

    #[test]
    fn an_imitated_bold_line_is_written_once() {
        assert_eq!(laid_out(&[("ab", 0.0, 0.0), ("ab", 0.3, 0.0)]), "ab\n");
        assert_eq!(laid_out(&[("ab", 0.0, 0.0), ("ab", 0.0, 12.0)]), "ab\nab\n");
    }

    #[test]
    fn a_line_that_runs_up_the_page_is_read() {
        let mut layout = Layout::new(1000);
        for (at, c) in ["a", "b"].iter().enumerate() {
            let y = 100.0 - 5.0 * at as f64;
            let (origin, end) = (Point::new(50.0, y), Point::new(50.0, y - 5.0));
            layout.push(Placed::new(origin, end, Point::new(40.0, y), false), c);
        }
        assert_eq!(layout.finish().as_deref(), Some("ab\n"));
    }

    #[test]
    fn a_watermark_across_the_page_is_left_out() {
        let mut layout = Layout::new(1000);
        write(&mut layout, "ab", 0.0, 0.0);
        let up = Point::new(13.0, -7.0);
        layout.push(
            Placed::new(Point::new(10.0, 0.0), Point::new(17.0, 7.0), up, false),
            "x",
        );
        write(&mut layout, "c", 10.0, 0.0);
        assert_eq!(layout.finish().as_deref(), Some("abc\n"));
    }

    #[test]
    fn text_without_end_is_refused() {
        // Four bytes are kept for what parts a line from the others.
        let mut layout = Layout::new(12);
        write(&mut layout, "12345678", 0.0, 0.0);
        assert!(layout.finish().is_some());
        let mut layout = Layout::new(12);
        write(&mut layout, "123456789", 0.0, 0.0);
        assert_eq!(layout.finish(), None);
    }
}
