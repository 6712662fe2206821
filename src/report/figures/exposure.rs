//! Inherent risk against exposure: the model itself, with our place in it.

use serde::Serialize;

use super::residual::{is_rated, names};
use crate::report::{Material, print};
use crate::words::say;

/// The model `R = 100 I (1 - exp(-H))` as a picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExposureFigure {
    /// The figure in words.
    pub alt: String,
    /// What it shows.
    pub caption: String,
    /// Words for the axis of the exposure.
    pub x: String,
    /// Words for the axis of the inherent risk.
    pub y: String,
    /// `100 I`, in points.
    pub inherent: String,
    /// The low end, the headline where there is one, and the high end.
    pub readings: Vec<ReadingRow>,
}

/// The score in one reading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReadingRow {
    /// Its place in the picture: `low`, `point` or `high`.
    pub place: &'static str,
    /// What it assumes.
    pub name: String,
    /// `H`.
    pub exposure: String,
    /// `1 - exp(-H)`, in percent.
    pub share: String,
    /// The residual risk, in points.
    pub residual: String,
}

/// Writes down the model and our place in it.
pub fn exposure(material: &Material) -> ExposureFigure {
    let (score, residual) = (material.score(), material.score().residual);
    let names = names(material);
    let values = [residual.low, residual.point, residual.high];
    let all = ["low", "point", "high"].into_iter().zip(names).zip(values);
    let rows: Vec<ReadingRow> = all
        .map(|((place, name), value)| row(material, place, name, value))
        .collect();
    let inherent = print::points(
        material.words,
        print::within(score.inherent.points(), 10.0, &[]),
    );
    ExposureFigure {
        alt: alt(material, &inherent, &rows),
        caption: say!(material.words, "figure-exposure"),
        x: say!(material.words, "figure-exposure-x"),
        y: say!(material.words, "figure-exposure-y"),
        inherent,
        readings: rows
            .into_iter()
            .filter(|row| row.place != "point" || is_rated(material))
            .collect(),
    }
}

fn row(material: &Material, place: &'static str, name: String, points: f64) -> ReadingRow {
    let whole = material.score().inherent.points();
    let share = if whole > 0.0 { points / whole } else { 0.0 };
    ReadingRow {
        place,
        name,
        exposure: print::two_decimals(material.words, hazard(share)),
        share: print::percent(material.words, share),
        residual: material.points(points),
    }
}

/// The exposure that lets this share through; the share is below 1 in every score.
fn hazard(share: f64) -> f64 {
    -(-share.clamp(0.0, MOST)).ln_1p()
}

/// Beyond it the exposure would have no end.
const MOST: f64 = 0.9999;

fn alt(material: &Material, inherent: &str, rows: &[ReadingRow]) -> String {
    let [low, point, high] = rows else {
        return String::new();
    };
    let (words, band) = (material.words, material.band());
    match is_rated(material) {
        true => say!(
            words,
            "figure-exposure-alt",
            inherent,
            exposure = point.exposure.as_str(),
            low = low.exposure.as_str(),
            high = high.exposure.as_str(),
            share = point.share.as_str(),
            residual = point.residual.as_str(),
            band
        ),
        false => say!(
            words,
            "figure-exposure-alt-unrated",
            inherent,
            low = low.exposure.as_str(),
            high = high.exposure.as_str(),
            least = low.residual.as_str(),
            most = high.residual.as_str(),
            band
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exposure_gives_its_share_back() {
        for exposure in [0.0, 0.34, 0.86, 4.09_f64] {
            let share = 1.0 - (-exposure).exp();
            assert!((hazard(share) - exposure).abs() < 1e-12, "{exposure}");
        }
    }

    #[test]
    fn no_share_has_an_endless_exposure() {
        assert!(hazard(1.0).is_finite());
    }
}
