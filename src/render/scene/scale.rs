//! From values to places on an axis, and where its numbers stand.

use crate::render::document::RiskBand;

/// A linear scale along one axis.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// Values at both ends.
    pub values: (f64, f64),
    /// Their places.
    pub places: (f32, f32),
}

impl Scale {
    /// Where a value stands; one beyond an end stands at that end.
    pub fn at(&self, value: f64) -> f32 {
        let (low, high) = self.values;
        let share = ((value - low) / (high - low)).clamp(0.0, 1.0) as f32;
        self.places.0 + share * (self.places.1 - self.places.0)
    }
}

/// Multiples of a round step inside the ends, no more than `most` steps.
pub fn steps((low, high): (f64, f64), most: usize) -> Vec<f64> {
    let span = high - low;
    let magnitude = 10f64.powf((span / most as f64).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .map(|factor| factor * magnitude)
        .into_iter()
        .find(|step| span / step <= most as f64 + 1e-9)
        .unwrap_or(span);
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    (first..=last).map(|index| index as f64 * step).collect()
}

/// The shade of a band, 0 to 4, where there are `count` of them.
pub fn shade(index: usize, count: usize) -> u8 {
    let shade = match count {
        0 | 1 => 0,
        _ => index * 4 / (count - 1),
    };
    u8::try_from(shade).unwrap_or(4)
}

/// Each band with where it begins.
pub fn begun(bands: &[RiskBand]) -> impl Iterator<Item = (f64, &RiskBand)> {
    let starts = [0.0].into_iter().chain(bands.iter().map(|band| band.upper));
    starts.zip(bands)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_include_the_ends() {
        assert_eq!(steps((0.0, 100.0), 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(steps((0.0, 3.0), 6), [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0]);
    }

    #[test]
    fn five_bands_have_five_shades() {
        let shades: Vec<u8> = (0..5).map(|band| shade(band, 5)).collect();
        assert_eq!(shades, [0, 1, 2, 3, 4]);
        assert_eq!([shade(0, 2), shade(1, 2)], [0, 4]);
    }

    #[test]
    fn what_is_beyond_an_end_stands_at_it() {
        let scale = Scale {
            values: (0.0, 10.0),
            places: (5.0, 105.0),
        };
        assert_eq!(
            [scale.at(-1.0), scale.at(10.0), scale.at(99.0)],
            [5.0, 105.0, 105.0]
        );
    }
}
