//! Inherent risk against exposure: the model itself, with our place in it.

use serde::Serialize;

use super::residual::{is_rated, names};
use crate::report::{Material, print};

/// The model `R = 100 I (1 - exp(-H))` as a picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExposureFigure {
    /// The figure in words.
    pub alt: String,
    /// What it shows.
    pub caption: &'static str,
    /// Words for the axis of the exposure.
    pub x: &'static str,
    /// Words for the axis of the inherent risk.
    pub y: &'static str,
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
    pub name: &'static str,
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
        caption: "What our use risks, and how much of it the vendor's gaps let through",
        x: "Exposure H from the vendor's gaps: 0 lets nothing through, 1 lets through 63 %, 2 lets through 86 %",
        y: "Inherent risk of our use, in points; along each edge of a shade the residual risk is the same",
        inherent,
        readings: rows
            .into_iter()
            .filter(|row| row.place != "point" || is_rated(material))
            .collect(),
    }
}

fn row(material: &Material, place: &'static str, name: &'static str, points: f64) -> ReadingRow {
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
    match is_rated(material) {
        true => format!(
            "Our use has an inherent risk of {inherent} of 100 points. The exposure is {}, between {} and {}; it lets {} of that risk through and leaves {} points, {}.",
            point.exposure,
            low.exposure,
            high.exposure,
            point.share,
            point.residual,
            material.band()
        ),
        false => format!(
            "Our use has an inherent risk of {inherent} of 100 points. The exposure lies between {} and {}; it leaves between {} and {} points, {}.",
            low.exposure,
            high.exposure,
            low.residual,
            high.residual,
            material.band()
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
