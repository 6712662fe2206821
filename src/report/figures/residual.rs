//! The residual risk with its interval; while it is not rated, the interval alone.

use serde::Serialize;

use super::Named;
use crate::report::Material;
use crate::score::verdict::Status;

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
    let band = material.band();
    let is_rated = is_rated(material);
    let names = names(material);
    ResidualFigure {
        alt: match is_rated {
            true => {
                format!("Residual risk {point} of 100 points, between {low} and {high}; {band}.")
            }
            false => format!(
                "The residual risk is not rated yet. It lies between {low} and {high} of 100 points; {band}."
            ),
        },
        caption: match is_rated {
            true => format!("Residual risk {point} of 100 points: {band}"),
            false => {
                format!("Not rated yet: the residual risk lies between {low} and {high} points")
            }
        },
        low: named(low, names[0]),
        point: is_rated.then(|| named(point, names[1])),
        high: named(high, names[2]),
    }
}

fn named(value: String, name: &str) -> Named {
    Named {
        value,
        name: name.to_owned(),
    }
}

/// Whether the headline says something.
pub fn is_rated(material: &Material) -> bool {
    material.score().ruling.status != Status::Unrated
}

/// What the low end, the headline and the high end assume.
pub fn names(material: &Material) -> [&'static str; 3] {
    let low = match material.score().ruling.coverage < 1.0 {
        true => "if every claim is true and every open question ends well",
        false => "if every claim is true",
    };
    [
        low,
        "as evidenced",
        "if the vendor's word counts for nothing",
    ]
}
