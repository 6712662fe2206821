//! Runs of text to lines of a given width.
//!
//! Lines may break where Unicode line breaking (UAX #14) says and, if need be, inside words with a hyphen; which
//! of these places are taken is the business of [`super::fill`]. Lines are set ragged right. A word that is wider
//! than a line is cut between clusters, so that no text ever leaves its column.

use std::ops::Range;
use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::bidi::{Level, Levels};
use super::fill::{Aim, Kind, SLACK, Stop, fill};
use super::fonts::Face;
use super::hyphen::SOFT_HYPHEN;
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
    divisions: Vec<Division>,
    ends_line: bool,
}

/// A place inside a segment where a line may end with a hyphen.
struct Division {
    at: Place,
    hyphen: Piece,
}

/// A place in the text: before this cluster of this piece of this segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Place {
    segment: usize,
    piece: usize,
    cluster: usize,
}

/// A paragraph, shaped and ready to be filled into any width.
pub struct Paragraph {
    segments: Vec<Segment>,
    base: Level,
    aim: Aim,
}

impl Paragraph {
    /// Shapes `spans`; a line feed in the text ends a line.
    pub fn new(shaper: &mut Shaper, spans: &[Span]) -> Self {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        let levels = Levels::of_paragraph(&text);
        let mut segments = Vec::new();
        let mut start = 0;
        for (end, opportunity) in linebreaks(&text) {
            if opportunity == BreakOpportunity::Allowed && is_inside_word(&text, end) {
                continue;
            }
            let ends_line =
                opportunity == BreakOpportunity::Mandatory && text[..end].ends_with('\n');
            let cut = Cut {
                spans,
                text: &text,
                levels: &levels,
                start,
                end,
            };
            segments.push(cut.segment(shaper, segments.len(), ends_line));
            start = end;
        }
        let is_code = spans.iter().all(|span| span.look.face == Face::Mono);
        Self {
            segments,
            base: levels.base(),
            aim: if is_code { Aim::Full } else { Aim::Even },
        }
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
            width += segment.width + segment.space_width();
            if segment.ends_line {
                width = 0.0;
            }
        }
        widest
    }

    /// The lines of the paragraph in a column of this width; none for an empty text.
    pub fn lines(&self, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut first = 0;
        let parts = self
            .segments
            .split_inclusive(|segment| segment.ends_line)
            .map(<[Segment]>::len);
        for count in parts {
            self.push_lines(first..first + count, width, &mut lines);
            first += count;
        }
        if self.base.is_rtl() && lines.len() > 1 {
            lines = lines
                .into_iter()
                .map(|line| line.flush_right(width))
                .collect();
        }
        lines
    }

    /// Adds the lines of segments that no line feed parts.
    fn push_lines(&self, segments: Range<usize>, width: f32, lines: &mut Vec<Line>) {
        let end = Place {
            segment: segments.end,
            ..Place::default()
        };
        let mut from = Place {
            segment: segments.start,
            ..Place::default()
        };
        if self.width(segments.clone()) <= width + SLACK {
            lines.push(self.line(from..end, None));
            return;
        }
        let (stops, places) = self.stops(segments, width);
        for index in fill(&stops, width, self.aim) {
            let (to, hyphen) = places[index];
            lines.push(self.line(from..to, hyphen));
            from = to;
        }
    }

    /// Width of segments on one line.
    fn width(&self, segments: Range<usize>) -> f32 {
        let mut end = 0.0;
        let mut next = 0.0;
        for segment in &self.segments[segments] {
            end = next + segment.width;
            next = end + segment.space_width();
        }
        end
    }

    /// All places where a line of these segments may end, with the hyphen that it then needs.
    fn stops(
        &self,
        segments: Range<usize>,
        width: f32,
    ) -> (Vec<Stop>, Vec<(Place, Option<&Piece>)>) {
        let (mut stops, mut places) = (Vec::new(), Vec::new());
        let mut x = 0.0;
        for index in segments {
            let segment = &self.segments[index];
            for (place, at, hyphen) in segment.inner_stops(index, width) {
                let (kind, added) = match hyphen {
                    Some(hyphen) => (Kind::Hyphen, hyphen.width),
                    None => (Kind::Cut, 0.0),
                };
                stops.push(Stop {
                    end: x + at + added,
                    next: x + at,
                    kind,
                });
                places.push((place, hyphen));
            }
            let end = x + segment.width;
            x = end + segment.space_width();
            stops.push(Stop {
                end,
                next: x,
                kind: Kind::Word,
            });
            let place = Place {
                segment: index + 1,
                ..Place::default()
            };
            places.push((place, None));
        }
        (stops, places)
    }

    /// The text between two places as a line, with its hyphen.
    fn line(&self, range: Range<Place>, hyphen: Option<&Piece>) -> Line {
        let (from, to) = (range.start, range.end);
        let last = to.segment.min(self.segments.len() - 1);
        let mut pieces = Vec::new();
        let mut space = None;
        for index in from.segment..=last {
            let segment = &self.segments[index];
            pieces.extend(space.take());
            pieces.extend(segment.between(index, from, to));
            space = segment.space.clone().filter(|_| index < to.segment);
        }
        pieces.extend(hyphen.cloned());
        Line::new(pieces, space, self.base)
    }
}

impl Segment {
    fn space_width(&self) -> f32 {
        self.space.as_ref().map_or(0.0, |space| space.width)
    }

    /// The pieces of this segment, which has this index, from one place to another.
    fn between(&self, index: usize, from: Place, to: Place) -> impl Iterator<Item = Piece> {
        let pieces = self.pieces.iter().enumerate();
        pieces.filter_map(move |(piece, whole)| {
            let place = |cluster| Place {
                segment: index,
                piece,
                cluster,
            };
            if from <= place(0) && place(whole.to) <= to {
                return Some(whole.clone());
            }
            let (mut start, mut end) = (whole.from, whole.to);
            if (from.segment, from.piece) == (index, piece) {
                start = from.cluster;
            } else if place(0) < from {
                return None;
            }
            if (to.segment, to.piece) == (index, piece) {
                end = to.cluster;
            } else if place(0) >= to {
                return None;
            }
            (start < end).then(|| whole.part(start, end))
        })
    }

    /// The places inside the segment where a line may end, how far in they are, and their hyphens.
    fn inner_stops(&self, index: usize, width: f32) -> Vec<(Place, f32, Option<&Piece>)> {
        let is_too_wide = self.width > width + SLACK;
        if self.divisions.is_empty() && !is_too_wide {
            return Vec::new();
        }
        let mut stops = Vec::new();
        let mut divisions = self.divisions.iter().peekable();
        let (mut x, mut line_start) = (0.0, 0.0);
        for (piece, whole) in self.pieces.iter().enumerate() {
            for cluster in whole.from..whole.to {
                let place = Place {
                    segment: index,
                    piece,
                    cluster,
                };
                let advance = points(whole.word.clusters[cluster].advance, whole.look.size);
                let division = divisions.next_if(|division| division.at == place);
                if let Some(division) = division {
                    stops.push((place, x, Some(&division.hyphen)));
                }
                let is_full = x > line_start && x + advance - line_start > width + SLACK;
                if is_too_wide && is_full {
                    stops.push((place, x, None));
                    line_start = x;
                }
                x += advance;
            }
        }
        stops
    }
}

/// Whether a break here would divide a word that is read whole, or only at a soft hyphen.
fn is_inside_word(text: &str, at: usize) -> bool {
    text[..at].ends_with(SOFT_HYPHEN) && !text[at..].starts_with(char::is_whitespace)
        || is_inside_short_token(text, at)
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

/// A part of the text of all spans.
struct Cut<'a> {
    spans: &'a [Span],
    text: &'a str,
    levels: &'a Levels,
    start: usize,
    end: usize,
}

impl Cut<'_> {
    fn segment(&self, shaper: &mut Shaper, index: usize, ends_line: bool) -> Segment {
        let body = self.text[self.start..self.end].trim_end().len() + self.start;
        let mut segment = Segment {
            pieces: Vec::new(),
            width: 0.0,
            space: None,
            divisions: Vec::new(),
            ends_line,
        };
        let has_space = body < self.end && !self.text[body..].starts_with('\n');
        let mut span_start = 0;
        for span in self.spans {
            let span_end = span_start + span.text.len();
            let (from, to) = (self.start.max(span_start), body.min(span_end));
            if from < to {
                self.push_pieces(shaper, span, from..to, &mut segment);
            }
            if has_space && (span_start..span_end).contains(&body) {
                let space = shaper.word_at(span.look.face, " ", self.levels.at(body));
                segment.space = Some(Piece::whole(space, Rc::clone(&span.look)));
            }
            span_start = span_end;
        }
        segment.width = segment.pieces.iter().map(|piece| piece.width).sum();
        segment.divisions = self.divisions(shaper, index, &segment.pieces);
        segment
    }

    /// Adds a part of a span, one piece for each direction of the text.
    fn push_pieces(
        &self,
        shaper: &mut Shaper,
        span: &Span,
        range: Range<usize>,
        segment: &mut Segment,
    ) {
        for (range, level) in self.levels.runs(range) {
            let word = shaper.word_at(span.look.face, &self.text[range], level);
            segment
                .pieces
                .push(Piece::whole(word, Rc::clone(&span.look)));
        }
    }

    fn divisions(&self, shaper: &mut Shaper, segment: usize, pieces: &[Piece]) -> Vec<Division> {
        let mut divisions = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            let is_allowed = piece.word.says_divisions
                || pieces.len() == 1 && self.is_whole_word() && is_running_text(&piece.look);
            if piece.word.divisions.is_empty() || !is_allowed {
                continue;
            }
            let hyphen = shaper.hyphen(piece.look.face);
            let hyphen = Piece::whole(hyphen, Rc::clone(&piece.look));
            divisions.extend(piece.word.divisions.iter().map(|cluster| Division {
                at: Place {
                    segment,
                    piece: index,
                    cluster: *cluster,
                },
                hyphen: hyphen.clone(),
            }));
        }
        divisions
    }

    /// Whether no other part of a compound stands beside this one: `cloud-based` is divided at its own hyphen.
    fn is_whole_word(&self) -> bool {
        let touches = |c: char| !c.is_whitespace();
        !self.text[..self.start].ends_with(touches)
            && (self.text[..self.end].ends_with(char::is_whitespace)
                || !self.text[self.end..].starts_with(touches))
    }
}

/// Code is never divided with a hyphen, nor is what stands out: headings, heads of tables, key words.
fn is_running_text(look: &Look) -> bool {
    matches!(look.face, Face::Regular | Face::Italic)
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

    /// The pieces of a line as the eye reads them.
    fn seen(line: &Line) -> Vec<String> {
        let mut pieces: Vec<&Piece> = line.pieces.iter().collect();
        pieces.sort_by(|a, b| a.x.total_cmp(&b.x));
        let text = |piece: &Piece| {
            let clusters = &piece.word.clusters[piece.from..piece.to];
            clusters
                .iter()
                .map(|cluster| cluster.text.as_str())
                .collect()
        };
        pieces.into_iter().map(text).collect()
    }

    #[test]
    fn hebrew_words_change_places_inside_an_english_line() {
        let lines = paragraph("by אב גד 12 Ltd").lines(500.0);
        assert_eq!(
            seen(&lines[0]),
            ["by", " ", "12", " ", "גד", " ", "אב", " ", "Ltd"]
        );
        assert_eq!(text(&lines[0]), "by אב גד 12 Ltd");
    }

    #[test]
    fn a_hebrew_name_is_broken_where_it_is_read() {
        let whole = paragraph("by אבגד הוזח");
        let lines = whole.lines(whole.full_width() - 1.0);
        assert_eq!(
            lines.iter().map(text).collect::<Vec<_>>(),
            ["by אבגד ", "הוזח"]
        );
    }

    #[test]
    fn a_hebrew_paragraph_stands_at_the_right() {
        let lines = paragraph("אבגד הוזח טיכל מנסע").lines(60.0);
        assert!(lines.len() > 1);
        for line in &lines {
            let right = line.pieces.iter().map(|piece| piece.x + piece.width);
            let spaces = line.pieces.iter().filter(|piece| piece.x < 0.0).count();
            assert!((right.fold(0.0, f32::max) - 60.0).abs() < 0.01 && spaces == 0);
        }
    }

    #[test]
    fn chinese_breaks_between_characters() {
        let lines = paragraph("供应商提供了身份服务。").lines(45.0);
        assert_eq!(
            lines.iter().map(text).collect::<Vec<_>>(),
            ["供应商提", "供了身份", "服务。"]
        );
    }

    fn english(text: &str, face: Face) -> Paragraph {
        let look = Look {
            face,
            ..Look::plain(TextStyle { size: 10.0, ..BODY }, Tree::ROOT)
        };
        let span = Span {
            text: text.to_owned(),
            look: Rc::new(look),
        };
        Paragraph::new(&mut Shaper::new("en"), &[span])
    }

    #[test]
    fn a_long_word_in_a_narrow_column_is_divided_with_a_hyphen() {
        let lines = english("the entitlements", Face::Regular).lines(45.0);
        assert_eq!(
            lines.iter().map(text).collect::<Vec<_>>(),
            ["the enti\u{ad}", "tlements"]
        );
        assert!(lines.iter().all(|line| line.width <= 45.0));
    }

    #[test]
    fn what_stands_out_and_code_are_not_divided() {
        for face in [Face::Bold, Face::Mono] {
            let lines = english("the entitlements", face).lines(80.0);
            assert!(!lines.iter().map(text).any(|line| line.contains('\u{ad}')));
        }
    }

    #[test]
    fn a_compound_is_divided_at_its_own_hyphen() {
        let lines = english("vendor-supplied entitlement-reviews", Face::Regular).lines(62.0);
        assert!(!lines.iter().map(text).any(|line| line.contains('\u{ad}')));
    }
}
