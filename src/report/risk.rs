//! The risk picture: the score with its interval on the bands, and what the interval is made of.

use serde::Serialize;

use super::{Material, ageing, print, terms};
use crate::pack::model::Model;
use crate::score::verdict::Status;
use crate::words::{Words, say};

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
            range: range(words, edge.from, upper),
        })
        .collect()
}

fn range(words: &Words, from: f64, upper: f64) -> String {
    let [from, to] = [from, upper].map(|edge| print::number(words, edge));
    match upper < TOP {
        true => say!(words, "band-from", from, to),
        false => say!(words, "band-from-on", from),
    }
}

fn reading(material: &Material) -> Vec<String> {
    let (words, score) = (material.words, material.score());
    let mut lines = interval(material);
    if let (Some(edge), true) = (
        score.ruling.to_nearest_edge,
        score.ruling.status != Status::Unrated,
    ) {
        let points = print::points(words, edge);
        lines.push(say!(words, "risk-nearest-edge", points));
    }
    let ceiling = print::points(words, score.certificate_ceiling);
    let exposure = print::two_decimals(words, score.exposure);
    lines.push(say!(words, "risk-documents-alone", score = ceiling));
    lines.push(say!(words, "risk-exposure", exposure));
    lines.extend(ageing::stops(material));
    lines
}

/// What the interval is made of, in differences of printed figures, so that a reader can check them.
fn interval(material: &Material) -> Vec<String> {
    let (words, residual) = (material.words, material.score().residual);
    let [point, low, high, open] = [residual.point, residual.low, residual.high, residual.open]
        .map(|value| material.printed_points(value));
    let print = |points| print::points(words, points);
    vec![
        say!(
            words,
            "risk-from-silence",
            points = print(point - open),
            score = print(open)
        ),
        say!(
            words,
            "risk-from-claims",
            points = print(open - low),
            score = print(low)
        ),
        say!(words, "risk-from-word", points = print(high - point)),
    ]
}
