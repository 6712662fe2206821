//! The pictures of the report: every number and every word that they show.
//!
//! A renderer computes nothing and knows no words: it lays out what stands here. Each picture has a table with
//! the same numbers beside it, and `alt` says its content to those who cannot see it.

mod bars;
mod coverage;
mod exposure;
mod residual;
mod stair;
mod timeline;

use serde::Serialize;

use self::bars::BarsFigure;
use self::coverage::CoverageFigure;
use self::exposure::ExposureFigure;
use self::residual::ResidualFigure;
use self::stair::StairFigure;
use self::timeline::TimelineFigure;
use super::coverage::Coverage;
use super::drivers::Drivers;
use super::risk::{BandEnd, bands};
use super::{Audience, Material};

/// The pictures. Those that its audience does not get, or that would show nothing, are none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// The bands with the score at which each ends.
    pub bands: Vec<BandEnd>,
    /// The residual risk with its interval.
    pub residual: Option<ResidualFigure>,
    /// Inherent risk against exposure.
    pub exposure: Option<ExposureFigure>,
    /// Points by domain.
    pub domains: Option<BarsFigure>,
    /// Points of the controls that add most.
    pub drivers: Option<BarsFigure>,
    /// What the documents do about each topic.
    pub coverage: Option<CoverageFigure>,
    /// The evidence on the calendar.
    pub timeline: Option<TimelineFigure>,
    /// The steps to the next better band.
    pub stair: Option<StairFigure>,
}

/// A number and the words that stand at it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Named {
    /// The number.
    pub value: String,
    /// The words.
    pub name: String,
}

/// A sign of a picture and what it means there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sign {
    /// Name of the sign in the fenced block.
    pub sign: &'static str,
    /// What it means.
    pub name: String,
}

/// The parts of a report that pictures are drawn from.
pub struct Parts<'r> {
    /// Domains and drivers.
    pub drivers: Option<&'r Drivers>,
    /// What the documents cover.
    pub coverage: Option<&'r Coverage>,
}

/// Writes down the pictures for an audience.
pub fn figures(material: &Material, parts: &Parts) -> Figures {
    let audience = material.frame.audience;
    let decides = audience != Audience::Analyst;
    let works = audience != Audience::Committee;
    Figures {
        bands: bands(material.words, &material.pack.model),
        residual: decides.then(|| residual::residual(material)),
        exposure: decides.then(|| exposure::exposure(material)),
        domains: parts
            .drivers
            .map(|each| bars::domains(material.words, each)),
        drivers: parts
            .drivers
            .and_then(|each| bars::drivers(material.words, each)),
        coverage: parts
            .coverage
            .and_then(|each| coverage::coverage(material.words, each)),
        timeline: works.then(|| timeline::timeline(material)).flatten(),
        stair: decides.then(|| stair::stair(material)).flatten(),
    }
}
