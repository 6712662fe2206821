//! The look of the printed report: paper, type sizes and colours.
//!
//! Lengths are points. Text colours have a contrast of at least 4.5:1 on the fills they are used on (WCAG 2.2,
//! 1.4.3), and no meaning hangs on colour alone.

use super::flow::Area;
use super::fonts::Face;
use crate::render::document::Tone;

/// Left and right of the text.
pub const MARGIN: f32 = 62.0;
/// Top of the text, and as much below it.
pub const TEXT_TOP: f32 = 60.0;

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    pub width: f32,
    pub height: f32,
}

impl Sheet {
    pub const A4: Self = Self {
        width: 595.276,
        height: 841.89,
    };
    pub const LETTER: Self = Self {
        width: 612.0,
        height: 792.0,
    };

    /// Right edge of the text.
    #[must_use]
    pub const fn text_right(self) -> f32 {
        self.width - MARGIN
    }

    /// Bottom of the text, from the top of the page.
    #[must_use]
    pub const fn text_bottom(self) -> f32 {
        self.height - TEXT_TOP
    }

    #[must_use]
    pub const fn text_width(self) -> f32 {
        self.width - 2.0 * MARGIN
    }

    #[must_use]
    pub const fn text_height(self) -> f32 {
        self.height - 2.0 * TEXT_TOP
    }

    /// A height from the top of the page as one from its bottom, which is how the file counts.
    #[must_use]
    pub const fn upwards(self, y: f32) -> f32 {
        self.height - y
    }

    /// Left, bottom, right and top in the coordinates of the file.
    #[must_use]
    pub const fn bounds(self, area: Area) -> [f32; 4] {
        let top = self.upwards(area.y);
        [area.x, top - area.height, area.x + area.width, top]
    }
}

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

/// The word across a page that is not final: text on it keeps its contrast.
pub const WATERMARK: Rgb = Rgb(0xed, 0xf0, 0xf2);
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

    /// The style at a share of its size.
    #[must_use]
    pub const fn scaled(self, share: f32) -> Self {
        Self {
            size: self.size * share,
            leading: self.leading * share,
            ..self
        }
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

/// Size of running text; all other sizes are steps from it.
const BASE: f32 = 9.3;
/// From one step of the scale to the next: two of them make about a minor third.
const RATIO: f32 = 1.0905;

/// The type size `steps` above running text, or below.
const fn step(steps: i8) -> f32 {
    let (mut size, mut left) = (BASE, steps);
    while left != 0 {
        size = if steps > 0 {
            size * RATIO
        } else {
            size / RATIO
        };
        left -= if steps > 0 { 1 } else { -1 };
    }
    size
}

pub const BODY: TextStyle = TextStyle::new(step(0), 13.8, false, INK);
/// Running text of the front page.
pub const COMPACT: TextStyle = TextStyle::new(step(0), 12.6, false, INK);
pub const LEAD: TextStyle = TextStyle::new(step(0), 13.8, false, MUTED);
pub const SMALL: TextStyle = TextStyle::new(step(-1), 11.6, false, MUTED);
pub const CELL: TextStyle = TextStyle::new(step(-1), 11.6, false, INK);
pub const CELL_HEAD: TextStyle = TextStyle::new(step(-2), 11.2, true, ACCENT);
pub const CODE: TextStyle = TextStyle::new(step(-1), 11.8, false, INK);
pub const NOTE: TextStyle = TextStyle::new(step(-2), 10.4, false, INK);
pub const VERDICT_VALUE: TextStyle = TextStyle::new(step(8), 23.5, true, WHITE);
pub const VERDICT_NOTE: TextStyle = TextStyle::new(step(0), 13.2, false, WHITE);
pub const CARD_VALUE: TextStyle = TextStyle::new(step(6), 19.5, true, INK);
/// Head and foot of the page.
pub const MARGINAL: TextStyle = TextStyle::new(step(-3), 10.0, false, MUTED);
pub const TITLE: TextStyle = TextStyle::new(step(10), 27.5, true, INK);
/// The name in the letterhead.
pub const ORGANISATION: TextStyle = TextStyle::new(step(1), 14.0, true, INK);

/// The style of a heading and the space above and below it.
#[must_use]
pub fn heading(level: u8) -> (TextStyle, f32, f32) {
    match level {
        1 => (TextStyle::new(step(8), 25.0, true, INK), 34.0, 10.0),
        2 => (TextStyle::new(step(5), 18.5, true, ACCENT), 25.0, 6.5),
        3 => (TextStyle::new(step(2), 15.0, true, INK), 17.0, 4.5),
        _ => (TextStyle::new(step(0), 13.8, true, MUTED), 13.0, 3.0),
    }
}

/// How close a page is set: shares of the usual space and type size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Density {
    pub space: f32,
    pub text: f32,
}

impl Density {
    pub const FULL: Self = Self::new(1.0, 1.0);
    /// From the usual setting to the closest that can still be read.
    pub const STEPS: [Self; 8] = [
        Self::FULL,
        Self::new(0.85, 1.0),
        Self::new(0.75, 0.98),
        Self::new(0.65, 0.95),
        Self::new(0.55, 0.92),
        Self::new(0.45, 0.88),
        Self::new(0.35, 0.84),
        Self::new(0.25, 0.8),
    ];

    const fn new(space: f32, text: f32) -> Self {
        Self { space, text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pdf::shape::Shaper;

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
            assert!(contrast(text, WATERMARK) >= 4.5, "{text:?}");
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

    #[test]
    fn figures_stand_below_each_other() {
        let mut shaper = Shaper::default();
        for face in [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic] {
            let mut width = |digit: u8| shaper.word(face, &digit.to_string()).advance;
            let first = width(0);
            assert!((1..=9).all(|digit| width(digit) == first), "{face:?}");
        }
    }

    #[test]
    fn sizes_are_steps_of_one_ratio() {
        let sizes = [NOTE, CELL, BODY, LEAD, CARD_VALUE, VERDICT_VALUE, TITLE];
        for style in sizes {
            let steps = (style.size / BASE).log(RATIO);
            assert!((steps - steps.round()).abs() < 0.001, "{}", style.size);
        }
        assert!(sizes.windows(2).all(|pair| pair[0].size <= pair[1].size));
    }
}
