//! The roles of a figure as printed colours: one accent, and greys of the same family.
//!
//! Every pair that must be told apart differs in lightness, so it survives a grey copy and every common kind of
//! colour vision; the tests below simulate both.

use super::style::{self, Rgb};
use crate::render::scene::Role;

/// Grounds of the parts of a bar.
const PARTS: [Rgb; 3] = [style::ACCENT, Rgb(0xb9, 0xd3, 0xe1), style::WHITE];
/// The risk bands from low to critical, in even steps of lightness.
const BANDS: [Rgb; 5] = [
    Rgb(0xe6, 0xef, 0xf4),
    Rgb(0xc2, 0xd7, 0xe3),
    Rgb(0x97, 0xb8, 0xcb),
    Rgb(0x67, 0x94, 0xae),
    Rgb(0x35, 0x6c, 0x8c),
];
/// The bands behind a drawing: paler, and told apart by their edges and names as well.
const GROUNDS: [Rgb; 5] = [
    Rgb(0xf8, 0xfa, 0xfb),
    Rgb(0xed, 0xf3, 0xf7),
    Rgb(0xe0, 0xea, 0xf0),
    Rgb(0xd1, 0xdf, 0xe8),
    Rgb(0xc0, 0xd3, 0xdf),
];

/// The colour of a role in print.
#[must_use]
pub fn colour(role: Role) -> Rgb {
    let shade = |shades: &[Rgb], index: u8| shades[usize::from(index).min(shades.len() - 1)];
    match role {
        Role::Paper => style::WHITE,
        Role::Ink => style::INK,
        Role::Muted => style::MUTED,
        Role::Accent => style::ACCENT,
        Role::Hairline => style::HAIRLINE,
        Role::Part(part) => shade(&PARTS, part),
        Role::Band(band) => shade(&BANDS, band),
        Role::Ground(band) => shade(&GROUNDS, band),
    }
}
