//! The faces that ship with the program, and which of them can print a text.
//!
//! Only these faces are ever used, never the system's: the same report has the same bytes on every machine.
//! `templates/fonts/README.md` says where they come from and how they were cut.

use std::io::Read;
use std::sync::{LazyLock, OnceLock};

use flate2::read::GzDecoder;
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
    Hebrew,
    Arabic,
    Hangul,
    /// Chinese and Japanese.
    Cjk,
}

/// The unit of every advance outside this module: a thousandth of an em.
pub const UNITS_PER_EM: f32 = 1000.0;

/// Parsed when first asked for.
static FONTS: [OnceLock<Font>; Face::ALL.len()] = [const { OnceLock::new() }; Face::ALL.len()];

macro_rules! face {
    ($name:literal) => {
        (
            include_bytes!(concat!("../../../templates/fonts/", $name, ".ttf")),
            $name,
        )
    };
}

/// Most reports need no Chinese, Japanese or Korean, so these faces are unpacked by the first that does.
static CJK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    unpacked(include_bytes!(
        "../../../templates/fonts/DroidSansFallbackFull.ttf.gz"
    ))
});
static HANGUL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    unpacked(include_bytes!(
        "../../../templates/fonts/HangulGothic-Regular.ttf.gz"
    ))
});

fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut program = Vec::new();
    GzDecoder::new(packed)
        .read_to_end(&mut program)
        .expect("a bundled face can be unpacked");
    program
}

impl Face {
    pub const ALL: [Self; 11] = [
        Self::Regular,
        Self::Bold,
        Self::Italic,
        Self::BoldItalic,
        Self::Mono,
        Self::Maths,
        Self::Symbols,
        Self::Hebrew,
        Self::Arabic,
        Self::Hangul,
        Self::Cjk,
    ];

    /// Asked in this order for what a text face lacks.
    const FALLBACKS: [Self; 6] = [
        Self::Maths,
        Self::Symbols,
        Self::Hebrew,
        Self::Arabic,
        Self::Hangul,
        Self::Cjk,
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
            Self::Hebrew => face!("NotoSansHebrew-Regular"),
            Self::Arabic => face!("NotoSansArabic-Regular"),
            Self::Hangul => (&HANGUL, "HangulGothic"),
            Self::Cjk => (&CJK, "DroidSansFallback"),
        }
    }

    /// The parsed font, shared by all documents of the process.
    #[must_use]
    pub fn font(self) -> &'static Font {
        FONTS[self as usize]
            .get_or_init(|| Font::new(self.bytes(), 0).expect("a bundled face is a valid font"))
    }

    /// Units of the font in thousandths of an em.
    #[must_use]
    pub fn thousandths(self, units: i32) -> i32 {
        match i32::from(self.font().units_per_em()) {
            1000 => units,
            per_em => (units * 1000 + per_em / 2).div_euclid(per_em),
        }
    }

    /// The first face that has every character of `text`: this one, then the fallbacks.
    #[must_use]
    pub fn covering(self, text: &str) -> Option<Self> {
        std::iter::once(self)
            .chain(Self::FALLBACKS)
            .find(|face| face.covers(text))
    }

    fn covers(self, text: &str) -> bool {
        if !text.chars().all(|c| self.may_have(c)) {
            return false;
        }
        let characters = self.font().charmap();
        text.chars().all(|c| characters.map_unicode(c).is_some())
    }

    /// Whether the face is worth asking: no face is unpacked for a text of another script.
    fn may_have(self, c: char) -> bool {
        match self {
            Self::Hangul => matches!(c, '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}'),
            Self::Cjk => matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
                | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}'),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_em_has_a_thousand_units_in_every_face() {
        for face in Face::ALL {
            let per_em = i32::from(face.font().units_per_em());
            assert_eq!(face.thousandths(per_em), 1000, "{}", face.name());
            assert_eq!(face.thousandths(-per_em), -1000, "{}", face.name());
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
        assert_eq!(Face::Regular.covering("ก"), None);
    }

    #[test]
    fn the_scripts_of_names_are_covered() {
        let faces = [
            ("Zoë Łukasz Ελένη Дмитрий ạ́", Face::Bold),
            ("שָׁלוֹם", Face::Hebrew),
            ("مُحَمَّد", Face::Arabic),
            ("株式会社東京カレンダー腾讯騰訊", Face::Cjk),
            ("김민준", Face::Hangul),
        ];
        for (text, face) in faces {
            assert_eq!(Face::Bold.covering(text), Some(face), "{text}");
        }
    }
}
