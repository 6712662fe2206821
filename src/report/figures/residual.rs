//! The residual risk with its interval; while it is not rated, the interval alone.

use serde::Serialize;

use super::Named;
use crate::report::Material;
use crate::score::verdict::Status;
use crate::words::say;

/// The residual risk on the bands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResidualFigure {
    /// The figure in words.
    pub alt: String,
    /// What it shows.
    pub caption: String,
    /// The low end.
    pub low: Named,
    /// The headline; none while the result is not rated.
    pub point: Option<Named>,
    /// The high end.
    pub high: Named,
}

/// Writes down the residual risk.
pub fn residual(material: &Material) -> ResidualFigure {
    let residual = material.score().residual;
    let [low, point, high] =
        [residual.low, residual.point, residual.high].map(|value| material.points(value));
    let (words, band) = (material.words, material.band());
    let [low_name, point_name, high_name] = names(material);
    let (alt, caption) = match is_rated(material) {
        true => (
            say!(words, "figure-residual-alt", point, low, high, band),
            say!(words, "figure-residual", point, band),
        ),
        false => (
            say!(words, "figure-residual-alt-unrated", low, high, band),
            say!(words, "figure-residual-unrated", low, high),
        ),
    };
    let named = |value, name| Named { value, name };
    ResidualFigure {
        alt,
        caption,
        low: named(low, low_name),
        point: is_rated(material).then(|| named(point, point_name)),
        high: named(high, high_name),
    }
}

/// Whether the headline says something.
pub fn is_rated(material: &Material) -> bool {
    material.score().ruling.status != Status::Unrated
}

/// What the low end, the headline and the high end assume.
pub fn names(material: &Material) -> [String; 3] {
    let words = material.words;
    let low = match material.score().ruling.coverage < 1.0 {
        true => say!(words, "reading-low-open"),
        false => say!(words, "reading-low"),
    };
    [
        low,
        say!(words, "reading-point"),
        say!(words, "reading-high"),
    ]
}
