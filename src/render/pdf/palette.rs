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

#[cfg(test)]
mod tests {
    use super::*;

    /// Linear light of a channel in sRGB (IEC 61966-2-1).
    fn linear(byte: u8) -> f64 {
        let c = f64::from(byte) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    }

    type Matrix = [[f64; 3]; 3];

    /// How linear light is seen: by everybody, and with severity 1.0 of each deficiency, after G. M. Machado,
    /// M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
    /// Deficiency", IEEE TVCG 15 (6), 2009.
    const VISIONS: [(&str, Matrix); 4] = [
        (
            "trichromacy",
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        ),
        (
            "protanopia",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deuteranopia",
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        ),
        (
            "tritanopia",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    /// CIE 1976 lightness, 0 to 100, of a colour as it is seen: what a grey copy keeps of it.
    fn lightness(Rgb(r, g, b): Rgb, vision: &Matrix) -> f64 {
        let light = [linear(r), linear(g), linear(b)];
        let seen = vision.map(|row| {
            let sum: f64 = row
                .iter()
                .zip(light)
                .map(|(share, light)| share * light)
                .sum();
            sum.clamp(0.0, 1.0)
        });
        let y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
        if y > 0.008_856 {
            116.0 * y.cbrt() - 16.0
        } else {
            903.3 * y
        }
    }

    /// The colours of a style sheet's variables `name-0` to `name-4`, once for each scheme that sets them.
    fn variables(name: &str) -> Vec<Vec<Rgb>> {
        let sheet = include_str!("../../../templates/html/report.css");
        let shades: Vec<Vec<Rgb>> = (0..5)
            .map(|index| values(sheet, &format!("--{name}-{index}: #")))
            .collect();
        (0..shades[0].len())
            .map(|scheme| shades.iter().map(|values| values[scheme]).collect())
            .collect()
    }

    fn values(sheet: &str, start: &str) -> Vec<Rgb> {
        let rests = sheet.split(start).skip(1);
        rests
            .map(|rest| {
                let byte =
                    |at: usize| u8::from_str_radix(&rest[at..at + 2], 16).expect("two digits");
                Rgb(byte(0), byte(2), byte(4))
            })
            .collect()
    }

    /// Whether neighbours differ by at least `least` in lightness for everybody.
    fn assert_told_apart(what: &str, colours: &[Rgb], least: f64) {
        for (vision, matrix) in &VISIONS {
            for pair in colours.windows(2) {
                let difference = (lightness(pair[0], matrix) - lightness(pair[1], matrix)).abs();
                assert!(
                    difference >= least,
                    "{what}, {vision}: {pair:?} differ by {difference:.1}"
                );
            }
        }
    }

    #[test]
    fn bands_and_parts_are_told_apart_without_colour() {
        assert_told_apart("bands", &BANDS, 8.0);
        assert_told_apart("parts", &PARTS, 12.0);
        assert_told_apart("grounds", &GROUNDS, 2.0);
    }

    #[test]
    fn bands_and_parts_are_told_apart_on_screen_in_both_schemes() {
        let (bands, grounds) = (variables("band"), variables("ground"));
        assert!(bands.len() >= 2 && grounds.len() >= 2);
        for (bands, grounds) in bands.iter().zip(&grounds) {
            assert_told_apart("bands", bands, 8.0);
            assert_told_apart("grounds", grounds, 2.0);
        }
        let sheet = include_str!("../../../templates/html/report.css");
        let parts = values(sheet, "--accent: #")
            .into_iter()
            .zip(values(sheet, "--mid: #"))
            .zip(values(sheet, "--paper: #"));
        for ((accent, mid), paper) in parts {
            assert_told_apart("parts", &[accent, mid, paper], 12.0);
        }
    }

    #[test]
    fn the_last_band_of_print_is_darkest() {
        let (_, everybody) = &VISIONS[0];
        assert!(BANDS.is_sorted_by(|a, b| lightness(*a, everybody) > lightness(*b, everybody)));
    }

    #[test]
    fn words_can_be_read_on_every_ground() {
        let (_, everybody) = &VISIONS[0];
        let luminance = |colour: Rgb| {
            let l = lightness(colour, everybody);
            ((l + 16.0) / 116.0).powi(3)
        };
        for ground in GROUNDS {
            for words in [style::INK, style::MUTED] {
                let contrast = (luminance(ground) + 0.05) / (luminance(words) + 0.05);
                let least = if words == style::INK { 7.0 } else { 3.0 };
                assert!(contrast >= least, "{words:?} on {ground:?}: {contrast:.2}");
            }
        }
    }
}
