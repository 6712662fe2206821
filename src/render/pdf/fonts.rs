//! The faces that ship with the program, and which of them can print a text.
//!
//! Only these faces are ever used, never the system's: the same report has the same bytes on every machine.
//! `templates/fonts/README.md` says where they come from and how they were cut.

use std::sync::LazyLock;

use harfrust::Font;

/// A bundled face; the order is the order in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
    Mono,
    /// Fallback for arrows and operators.
    Maths,
    /// Fallback for signs and shapes.
    Symbols,
}

/// Units of an em in every bundled face, and so the unit of every advance in this module.
pub const UNITS_PER_EM: f32 = 1000.0;

macro_rules! face {
    ($name:literal) => {
        (
            include_bytes!(concat!("../../../templates/fonts/", $name, ".ttf")),
            $name,
        )
    };
}

static FONTS: LazyLock<[Font; Face::ALL.len()]> = LazyLock::new(|| Face::ALL.map(parse));

fn parse(face: Face) -> Font {
    Font::new(face.bytes(), 0).expect("a bundled face is a valid font")
}

impl Face {
    pub const ALL: [Self; 7] = [
        Self::Regular,
        Self::Bold,
        Self::Italic,
        Self::BoldItalic,
        Self::Mono,
        Self::Maths,
        Self::Symbols,
    ];

    /// The text face of this weight and slant.
    #[must_use]
    pub fn text(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// The font program.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        self.file().0
    }

    /// The PostScript name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.file().1
    }

    fn file(self) -> (&'static [u8], &'static str) {
        match self {
            Self::Regular => face!("NotoSans-Regular"),
            Self::Bold => face!("NotoSans-Bold"),
            Self::Italic => face!("NotoSans-Italic"),
            Self::BoldItalic => face!("NotoSans-BoldItalic"),
            Self::Mono => face!("NotoSansMono-Regular"),
            Self::Maths => face!("NotoSansMath-Regular"),
            Self::Symbols => face!("NotoSansSymbols2-Regular"),
        }
    }

    /// The parsed font, shared by all documents of the process.
    #[must_use]
    pub fn font(self) -> &'static Font {
        &FONTS[self as usize]
    }

    /// The first face that has every character of `text`: this one, then the fallbacks.
    #[must_use]
    pub fn covering(self, text: &str) -> Option<Self> {
        [self, Self::Maths, Self::Symbols]
            .into_iter()
            .find(|face| face.covers(text))
    }

    fn covers(self, text: &str) -> bool {
        let characters = self.font().charmap();
        text.chars().all(|c| characters.map_unicode(c).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faces_share_one_unit() {
        for face in Face::ALL {
            assert_eq!(
                f32::from(face.font().units_per_em()),
                UNITS_PER_EM,
                "{}",
                face.name()
            );
        }
    }

    #[test]
    fn the_signs_of_the_report_are_covered() {
        for sign in "≤≥≠→←↔✓✗✔✘●○◐■□▲△▼◆◇☐☑☒⚠•·–—…“”‘’€§±×≈\u{fffd}".chars()
        {
            assert!(Face::Bold.covering(&sign.to_string()).is_some(), "{sign}");
        }
    }

    #[test]
    fn a_missing_character_is_said_to_be_missing() {
        assert_eq!(Face::Regular.covering("日"), None);
    }
}
