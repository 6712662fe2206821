//! How wide words are, in the bundled faces.

use unicode_segmentation::UnicodeSegmentation;

use crate::render::pdf::fonts::Face;
use crate::render::pdf::shape::{Shaper, points};
use crate::words::Words;

/// Size and weight of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lettering {
    /// In points.
    pub size: f32,
    pub bold: bool,
}

impl Lettering {
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// From baseline to baseline.
    #[must_use]
    pub fn leading(self) -> f32 {
        self.size * 1.28
    }

    /// The face that prints it.
    #[must_use]
    pub fn face(self) -> Face {
        Face::text(self.bold, false)
    }
}

/// Names of rows and of values.
pub const LABEL: Lettering = Lettering {
    size: 8.5,
    bold: false,
};
/// Axes, legends and remarks.
pub const SMALL: Lettering = Lettering {
    size: 7.8,
    bold: false,
};
/// The one number a figure is about.
pub const LARGE: Lettering = Lettering {
    size: 17.0,
    bold: true,
};

/// Measures and wraps words.
pub struct Measure<'s> {
    shaper: &'s mut Shaper,
    /// How numbers are written.
    pub(super) words: &'static Words,
}

impl<'s> Measure<'s> {
    /// A measure that shares the words a shaper knows, for figures in the language of `words`.
    pub fn new(shaper: &'s mut Shaper, words: &'static Words) -> Self {
        Self { shaper, words }
    }

    /// The width of words on one line, in points.
    pub fn width(&mut self, words: &str, lettering: Lettering) -> f32 {
        let mut width = 0.0;
        for part in words.split_inclusive(' ') {
            let word = self.shaper.word(lettering.face(), part);
            width += points(word.advance, lettering.size);
        }
        width
    }

    /// The words in lines no wider than `room`; a word that is too long for any line is divided.
    pub fn wrap(&mut self, words: &str, lettering: Lettering, room: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in words.split_whitespace() {
            let longer = match line.is_empty() {
                true => word.to_owned(),
                false => format!("{line} {word}"),
            };
            if self.width(&longer, lettering) <= room {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = self.divided(word, lettering, room, &mut lines);
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Pushes full lines of a word that fits on none, and returns the rest of it.
    fn divided(
        &mut self,
        word: &str,
        lettering: Lettering,
        room: f32,
        lines: &mut Vec<String>,
    ) -> String {
        let mut line = String::new();
        for sign in word.graphemes(true) {
            let longer = format!("{line}{sign}");
            if !line.is_empty() && self.width(&longer, lettering) > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(sign);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    fn wrapped(words: &str, room: f32) -> Vec<String> {
        Measure::new(&mut Shaper::default(), Words::of(Language::English)).wrap(words, LABEL, room)
    }

    #[test]
    fn words_are_kept_whole_where_they_fit() {
        assert_eq!(wrapped("one two", 200.0), ["one two"]);
        assert_eq!(wrapped("one two", 20.0), ["one", "two"]);
    }

    #[test]
    fn no_word_is_wider_than_its_room_and_none_is_lost() {
        let word = "Lebensversicherungsgesellschaft";
        let lines = wrapped(word, 40.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.concat(), word);
        let mut shaper = Shaper::default();
        let mut measure = Measure::new(&mut shaper, Words::of(Language::English));
        assert!(lines.iter().all(|line| measure.width(line, LABEL) <= 40.0));
    }
}
