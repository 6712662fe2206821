//! The look of the printed report: page, type sizes and colours.
//!
//! Lengths are points. Text colours have a contrast of at least 4.5:1 on the fills they are used on (WCAG 2.2,
//! 1.4.3), and no meaning hangs on colour alone.

use super::fonts::Face;
use crate::render::document::Tone;

/// A4.
pub const PAGE_WIDTH: f32 = 595.276;
pub const PAGE_HEIGHT: f32 = 841.89;
pub const MARGIN: f32 = 62.0;
/// Top and bottom of the text, from the top of the page.
pub const TEXT_TOP: f32 = 60.0;
pub const TEXT_BOTTOM: f32 = PAGE_HEIGHT - 60.0;
pub const TEXT_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

pub const WHITE: Rgb = Rgb(0xff, 0xff, 0xff);
pub const INK: Rgb = Rgb(0x1b, 0x24, 0x30);
pub const MUTED: Rgb = Rgb(0x55, 0x61, 0x70);
pub const ACCENT: Rgb = Rgb(0x0f, 0x4c, 0x6e);
pub const HAIRLINE: Rgb = Rgb(0xd3, 0xda, 0xe1);
pub const RULE: Rgb = Rgb(0x9a, 0xa7, 0xb4);
pub const PANEL: Rgb = Rgb(0xf3, 0xf6, 0xf8);

/// Strong and pale form of a tone; white text stands on the strong one.
#[must_use]
pub fn tone_colours(tone: Tone) -> (Rgb, Rgb) {
    match tone {
        Tone::Good => (Rgb(0x1f, 0x6b, 0x45), Rgb(0xec, 0xf5, 0xef)),
        Tone::Caution => (Rgb(0x8a, 0x56, 0x00), Rgb(0xfb, 0xf4, 0xe6)),
        Tone::Bad => (Rgb(0xa1, 0x2a, 0x2a), Rgb(0xfb, 0xee, 0xee)),
        Tone::Open => (Rgb(0x2f, 0x4f, 0x6b), Rgb(0xee, 0xf3, 0xf7)),
    }
}

/// Half the height of capitals in Noto Sans, in ems.
pub const HALF_CAPITAL: f32 = 0.357;

/// How a run of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    pub size: f32,
    /// From baseline to baseline.
    pub leading: f32,
    pub bold: bool,
    pub colour: Rgb,
}

impl TextStyle {
    const fn new(size: f32, leading: f32, bold: bool, colour: Rgb) -> Self {
        Self {
            size,
            leading,
            bold,
            colour,
        }
    }

    /// From the top of a line to its baseline; capitals stand in the middle of the line.
    #[must_use]
    pub fn baseline(&self) -> f32 {
        self.leading / 2.0 + self.size * HALF_CAPITAL
    }

    /// The face of plain text in this style.
    #[must_use]
    pub fn face(&self) -> Face {
        Face::text(self.bold, false)
    }

    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    #[must_use]
    pub const fn coloured(self, colour: Rgb) -> Self {
        Self { colour, ..self }
    }
}

pub const BODY: TextStyle = TextStyle::new(9.6, 14.3, false, INK);
/// Running text of the front page.
pub const COMPACT: TextStyle = TextStyle::new(9.0, 12.2, false, INK);
pub const LEAD: TextStyle = TextStyle::new(10.4, 15.0, false, MUTED);
pub const SMALL: TextStyle = TextStyle::new(8.3, 11.6, false, MUTED);
pub const CELL: TextStyle = TextStyle::new(8.5, 11.8, false, INK);
pub const CELL_HEAD: TextStyle = TextStyle::new(8.1, 11.2, true, ACCENT);
pub const CODE: TextStyle = TextStyle::new(8.2, 11.8, false, INK);
pub const VERDICT_VALUE: TextStyle = TextStyle::new(20.0, 25.0, true, WHITE);
pub const VERDICT_NOTE: TextStyle = TextStyle::new(9.2, 13.2, false, WHITE);
pub const CARD_VALUE: TextStyle = TextStyle::new(15.0, 19.0, true, INK);
/// Head and foot of the page.
pub const MARGINAL: TextStyle = TextStyle::new(7.6, 10.0, false, MUTED);
pub const TITLE: TextStyle = TextStyle::new(22.5, 28.0, true, INK);

/// The style of a heading and the space above and below it.
#[must_use]
pub fn heading(level: u8) -> (TextStyle, f32, f32) {
    match level {
        1 => (TextStyle::new(20.0, 26.0, true, INK), 36.0, 11.0),
        2 => (TextStyle::new(14.6, 19.0, true, ACCENT), 25.0, 7.0),
        3 => (TextStyle::new(11.4, 15.6, true, INK), 17.0, 4.5),
        _ => (TextStyle::new(9.8, 14.0, true, MUTED), 13.0, 3.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, relative luminance and contrast ratio.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let channel = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        let luminance =
            |Rgb(r, g, b): Rgb| 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_its_ground() {
        for text in [INK, MUTED, ACCENT] {
            assert!(contrast(text, PANEL) >= 4.5, "{text:?}");
        }
        for tone in [Tone::Good, Tone::Caution, Tone::Bad, Tone::Open] {
            let (strong, pale) = tone_colours(tone);
            assert!(
                contrast(WHITE, strong) >= 4.5 && contrast(strong, pale) >= 4.5,
                "{tone:?}"
            );
            assert!(contrast(INK, pale) >= 4.5, "{tone:?}");
        }
    }
}
