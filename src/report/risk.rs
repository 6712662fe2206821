//! The risk picture: the score with its interval on the bands, and what the interval is made of.

use crate::words::Words;
use serde::Serialize;

use super::{Material, ageing, print, terms};
use crate::pack::model::Model;
use crate::score::verdict::Status;

/// The risk picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RiskPicture {
    /// Points of the headline.
    pub point: String,
    /// Points of the low end.
    pub low: String,
    /// Points of the high end.
    pub high: String,
    /// The bands with the score at which each ends.
    pub bands: Vec<BandEnd>,
    /// What the interval is made of, and when the documents in it stop counting.
    pub reading: Vec<String>,
}

/// Where a band ends.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BandEnd {
    /// Name of the band.
    pub name: String,
    /// The score at which the next one begins.
    pub upper: String,
    /// From where to where it runs, in words.
    pub range: String,
}

/// Writes down the risk picture.
pub fn risk_picture(material: &Material) -> RiskPicture {
    let residual = material.score().residual;
    let (point, low, high) = (
        material.points(residual.point),
        material.points(residual.low),
        material.points(residual.high),
    );
    RiskPicture {
        point,
        low,
        high,
        bands: bands(material.words, &material.pack.model),
        reading: reading(material),
    }
}

/// Where the scale ends, in points.
const TOP: f64 = 100.0;

/// The bands of the model with their ends.
pub fn bands(words: &Words, model: &Model) -> Vec<BandEnd> {
    let uppers = model
        .bands
        .iter()
        .skip(1)
        .map(|edge| edge.from)
        .chain([TOP]);
    let edges = model.bands.iter().zip(uppers);
    edges
        .map(|(edge, upper)| BandEnd {
            name: terms::band(words, edge.band),
            upper: print::number(words, upper),
            range: if upper < TOP {
                format!(
                    "{} to below {}",
                    print::number(words, edge.from),
                    print::number(words, upper)
                )
            } else {
                format!("{} and above", print::number(words, edge.from))
            },
        })
        .collect()
}

fn reading(material: &Material) -> Vec<String> {
    let (score, residual) = (material.score(), material.score().residual);
    // Differences of printed figures, so that a reader can check them.
    let printed = |value| material.printed_points(value);
    let (point, low, high, open) = (
        printed(residual.point),
        printed(residual.low),
        printed(residual.high),
        printed(residual.open),
    );
    let mut lines = vec![
        format!(
            "{} points of the interval come from silence: with every open question answered well the score would be {}.",
            print::points(material.words, point - open),
            print::points(material.words, open),
        ),
        format!(
            "{} points come from claims that are not proven: the score is {} if all of them are true.",
            print::points(material.words, open - low),
            print::points(material.words, low),
        ),
        format!(
            "{} points more would be added if the vendor's own word counted for nothing.",
            print::points(material.words, high - point),
        ),
    ];
    if let (Some(edge), true) = (
        score.ruling.to_nearest_edge,
        score.ruling.status != Status::Unrated,
    ) {
        lines.push(format!(
            "The nearest edge between two bands is {} points away.",
            print::points(material.words, edge)
        ));
    }
    lines.push(format!(
        "With assurance documents alone, however good, the score cannot fall below {} in our use.",
        print::points(material.words, score.certificate_ceiling)
    ));
    lines.push(format!(
        "Exposure H is {}; it shows progress at the top of the scale better than the points do.",
        print::two_decimals(material.words, score.exposure)
    ));
    lines.extend(ageing::stops(material));
    lines
}
