//! Runs of text to lines of a given width.
//!
//! Breaks are those of Unicode line breaking (UAX #14); lines are filled greedily and set ragged right. A word
//! that is wider than a line is divided between clusters, so that no text ever leaves its column.

use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::line::{Line, Look, Piece};
use super::shape::{Shaper, points};

/// A run of text in one look.
#[derive(Debug, Clone)]
pub struct Span {
    pub text: String,
    pub look: Rc<Look>,
}

/// Text between two places where a line may break.
struct Segment {
    pieces: Vec<Piece>,
    width: f32,
    /// The white space after it, as one space.
    space: Option<Piece>,
    ends_line: bool,
}

/// A paragraph, shaped and ready to be filled into any width.
pub struct Paragraph {
    segments: Vec<Segment>,
}

impl Paragraph {
    /// Shapes `spans`; a line feed in the text ends a line.
    pub fn new(shaper: &mut Shaper, spans: &[Span]) -> Self {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        let mut segments = Vec::new();
        let mut start = 0;
        for (end, opportunity) in linebreaks(&text) {
            if opportunity == BreakOpportunity::Allowed && is_inside_short_token(&text, end) {
                continue;
            }
            let ends_line =
                opportunity == BreakOpportunity::Mandatory && text[..end].ends_with('\n');
            let cut = Cut {
                spans,
                text: &text,
                start,
                end,
            };
            segments.push(cut.segment(shaper, ends_line));
            start = end;
        }
        Self { segments }
    }

    /// Width of the longest stretch that should not be divided.
    pub fn least_width(&self) -> f32 {
        self.segments
            .iter()
            .map(|segment| segment.width)
            .fold(0.0, f32::max)
    }

    /// Width of the longest line when nothing is broken.
    pub fn full_width(&self) -> f32 {
        let (mut widest, mut width) = (0.0_f32, 0.0);
        for segment in &self.segments {
            widest = widest.max(width + segment.width);
            width += segment.width + segment.space.as_ref().map_or(0.0, |space| space.width);
            if segment.ends_line {
                width = 0.0;
            }
        }
        widest
    }

    /// The lines of the paragraph in a column of this width; none for an empty text.
    pub fn lines(&self, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut line = Line::default();
        for segment in &self.segments {
            if !line.is_empty() && line.end() + segment.width > width + SLACK {
                lines.push(std::mem::take(&mut line));
            }
            for piece in &segment.pieces {
                place(piece, width, &mut line, &mut lines);
            }
            if let Some(space) = &segment.space {
                line.push_space(space.clone());
            }
            if segment.ends_line {
                lines.push(std::mem::take(&mut line));
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }
}

/// Whether a break here would divide something like `RF-S-05` or `ISO/IEC` that is easier to read whole.
fn is_inside_short_token(text: &str, at: usize) -> bool {
    let before = text[..at]
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_graphic())
        .take(LONGEST_WHOLE_TOKEN + 1)
        .count();
    let after = text[at..]
        .chars()
        .take_while(|c| c.is_ascii_graphic())
        .take(LONGEST_WHOLE_TOKEN + 1)
        .count();
    before > 0 && after > 0 && before + after <= LONGEST_WHOLE_TOKEN
}

/// In characters.
const LONGEST_WHOLE_TOKEN: usize = 14;

/// Columns are as wide as their text at times; rounding must not break such a line.
const SLACK: f32 = 0.01;

/// Puts a piece on the line, divided between clusters where it does not fit.
fn place(piece: &Piece, width: f32, line: &mut Line, lines: &mut Vec<Line>) {
    if line.end() + piece.width <= width + SLACK {
        line.push(piece.clone());
        return;
    }
    let size = piece.look.size;
    let mut part = Piece {
        to: piece.from,
        width: 0.0,
        ..piece.clone()
    };
    for index in piece.from..piece.to {
        let advance = points(piece.word.clusters[index].advance, size);
        let is_first = line.is_empty() && part.to == part.from;
        if !is_first && line.end() + part.width + advance > width + SLACK {
            if part.to > part.from {
                line.push(part.clone());
            }
            lines.push(std::mem::take(line));
            part = Piece {
                from: index,
                to: index,
                width: 0.0,
                ..piece.clone()
            };
        }
        part.to = index + 1;
        part.width += advance;
    }
    line.push(part);
}

/// A part of the text of all spans.
struct Cut<'a> {
    spans: &'a [Span],
    text: &'a str,
    start: usize,
    end: usize,
}

impl Cut<'_> {
    fn segment(&self, shaper: &mut Shaper, ends_line: bool) -> Segment {
        let body = self.text[self.start..self.end].trim_end().len() + self.start;
        let mut pieces = Vec::new();
        let mut space = None;
        let mut span_start = 0;
        for span in self.spans {
            let span_end = span_start + span.text.len();
            let (from, to) = (self.start.max(span_start), body.min(span_end));
            if from < to {
                let word = shaper.word(span.look.face, &self.text[from..to]);
                pieces.push(Piece::whole(word, Rc::clone(&span.look)));
            }
            let has_space = body < self.end && (span_start..span_end).contains(&body);
            if has_space && self.text[body..].starts_with(' ') {
                space = Some(Piece::whole(
                    shaper.word(span.look.face, " "),
                    Rc::clone(&span.look),
                ));
            }
            span_start = span_end;
        }
        let width = pieces.iter().map(|piece| piece.width).sum();
        Segment {
            pieces,
            width,
            space,
            ends_line,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pdf::structure::Tree;
    use crate::render::pdf::style::{BODY, TextStyle};

    fn paragraph(text: &str) -> Paragraph {
        let style = TextStyle { size: 10.0, ..BODY };
        let look = Look::plain(style, Tree::ROOT);
        Paragraph::new(
            &mut Shaper::default(),
            &[Span {
                text: text.to_owned(),
                look: Rc::new(look),
            }],
        )
    }

    fn text(line: &Line) -> String {
        let clusters = line
            .pieces
            .iter()
            .flat_map(|piece| &piece.word.clusters[piece.from..piece.to]);
        clusters.map(|cluster| cluster.text.as_str()).collect()
    }

    #[test]
    fn a_text_breaks_at_spaces() {
        let lines = paragraph("one two three").lines(40.0);
        assert_eq!(
            lines.iter().map(text).collect::<Vec<_>>(),
            ["one two ", "three"]
        );
    }

    #[test]
    fn a_text_as_wide_as_its_column_stays_on_one_line() {
        let paragraph = paragraph("one two three");
        assert_eq!(paragraph.lines(paragraph.full_width()).len(), 1);
        assert_eq!(paragraph.lines(paragraph.full_width() - 0.1).len(), 2);
    }

    #[test]
    fn a_word_without_a_break_is_divided_and_nothing_is_lost() {
        let word = "m".repeat(1000);
        let lines = paragraph(&word).lines(100.0);
        assert!(lines.iter().all(|line| line.width <= 100.1));
        assert_eq!(lines.iter().map(text).collect::<String>(), word);
    }

    #[test]
    fn even_a_column_of_no_width_ends() {
        assert_eq!(paragraph("abc").lines(0.0).len(), 3);
    }

    #[test]
    fn a_short_identifier_is_not_divided() {
        let lines = paragraph("see RF-S-05").lines(45.0);
        assert_eq!(
            lines.iter().map(text).collect::<Vec<_>>(),
            ["see ", "RF-S-05"]
        );
    }

    #[test]
    fn a_line_feed_ends_a_line() {
        assert_eq!(paragraph("a\nb").lines(100.0).len(), 2);
    }

    #[test]
    fn no_text_is_no_line() {
        assert!(paragraph("").lines(100.0).is_empty());
    }
}
