//! Which way text runs, and where its parts stand on a line: the Unicode bidirectional algorithm (UAX #9).
//!
//! Text is kept in the order it is read; only places on the line follow the eye. So a line can be broken in
//! the middle of Hebrew or Arabic, and whoever copies the text gets it as it was written.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, bidi_class};

pub use unicode_bidi::Level;

/// The levels of a text: even ones run to the right, odd ones to the left.
pub struct Levels {
    /// One for each byte; none at all when everything runs to the right.
    bytes: Vec<Level>,
    base: Level,
}

impl Levels {
    /// Levels of a paragraph, which runs the way most of its letters do if it also begins that way.
    pub fn of_paragraph(text: &str) -> Self {
        Self::new(text, paragraph_level)
    }

    /// Levels of words in a paragraph that runs to the right.
    pub fn of_words(text: &str) -> Self {
        Self::new(text, |_| Level::ltr())
    }

    fn new(text: &str, base: impl Fn(&str) -> Level) -> Self {
        if !text.chars().any(runs_left) {
            let (bytes, base) = (Vec::new(), Level::ltr());
            return Self { bytes, base };
        }
        let base = base(text);
        let bytes = BidiInfo::new(text, Some(base)).levels;
        Self { bytes, base }
    }

    /// The level of the paragraph as a whole.
    pub fn base(&self) -> Level {
        self.base
    }

    pub fn at(&self, byte: usize) -> Level {
        self.bytes.get(byte).copied().unwrap_or(self.base)
    }

    /// The parts of a range that have one level each.
    pub fn runs(&self, range: Range<usize>) -> Vec<(Range<usize>, Level)> {
        if self.bytes.is_empty() {
            return vec![(range, self.base)];
        }
        let mut start = range.start;
        let chunks = self.bytes[range].chunk_by(|a, b| a == b);
        chunks
            .map(|run| {
                let end = start + run.len();
                (std::mem::replace(&mut start, end)..end, run[0])
            })
            .collect()
    }
}

/// Whether `c` is from a script that runs to the left; a quick test that may say yes too often.
fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202b}' | '\u{202e}' | '\u{2067}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn paragraph_level(text: &str) -> Level {
    let (mut left, mut right, mut begins_left) = (0, 0, None);
    for c in text.chars() {
        match bidi_class(c) {
            BidiClass::R | BidiClass::AL => left += 1,
            BidiClass::L => right += 1,
            _ => continue,
        }
        begins_left.get_or_insert(left > 0);
    }
    match begins_left {
        Some(true) if left > right => Level::rtl(),
        Some(_) | None => Level::ltr(),
    }
}

/// Where each part begins when parts of these levels and widths are set side by side (UAX #9, L2).
pub fn places<W>(parts: &[(Level, W)]) -> Vec<W>
where
    W: Copy + Default + std::ops::AddAssign,
{
    let levels: Vec<Level> = parts.iter().map(|(level, _)| *level).collect();
    let order = match levels.iter().any(Level::is_rtl) {
        true => BidiInfo::reorder_visual(&levels),
        false => (0..parts.len()).collect(),
    };
    let mut places = vec![W::default(); parts.len()];
    let mut pen = W::default();
    for index in order {
        places[index] = pen;
        pen += parts[index].1;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Vec<(&str, u8)> {
        let levels = Levels::of_paragraph(text);
        let runs = levels.runs(0..text.len());
        runs.into_iter()
            .map(|(range, level)| (&text[range], level.number()))
            .collect()
    }

    #[test]
    fn english_is_one_run_to_the_right() {
        assert_eq!(runs("Ada (2026)"), [("Ada (2026)", 0)]);
    }

    #[test]
    fn a_hebrew_name_runs_left_inside_an_english_line() {
        assert_eq!(
            runs("by אב 12 גד."),
            [("by ", 0), ("אב ", 1), ("12", 2), (" גד", 1), (".", 0)]
        );
    }

    #[test]
    fn a_hebrew_paragraph_runs_left_as_a_whole() {
        assert!(Levels::of_paragraph("שלום SOC 2 עולם.").base().is_rtl());
        assert!(Levels::of_paragraph("אב is a vendor").base().is_ltr());
        assert!(Levels::of_paragraph("a: שלום עולם").base().is_ltr());
    }

    #[test]
    fn parts_that_run_left_change_places() {
        let (right, left) = (Level::ltr(), Level::rtl());
        let parts = [(right, 5), (left, 2), (left, 3), (right, 1)];
        assert_eq!(places(&parts), [0, 8, 5, 10]);
    }
}
