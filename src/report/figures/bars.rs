//! Domains and drivers as stacked bars.

use crate::words::Words;
use serde::Serialize;

use crate::report::drivers::Drivers;

/// How many controls the picture holds; the table beside it has them all.
const TOP: usize = 10;

/// Stacked bars of points.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BarsFigure {
    /// The figure in words.
    pub alt: String,
    /// What it shows.
    pub caption: String,
    /// Names of the parts of a bar.
    pub legend: [&'static str; 3],
    /// What is counted.
    pub unit: &'static str,
    /// The bars, the longest first.
    pub rows: Vec<BarRow>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BarRow {
    /// Its name.
    pub label: String,
    /// Points of each part.
    pub parts: [String; 3],
}

const LEGEND: [&str; 3] = ["not implemented", "not proven", "open"];
const UNIT: &str = "points";

/// Points by domain.
pub fn domains(words: &Words, drivers: &Drivers) -> BarsFigure {
    let domains = &drivers.domains;
    let said = domains.iter().map(|bar| (&bar.title, &bar.points));
    BarsFigure {
        alt: format!(
            "Points of the residual risk by domain: {}.",
            listed(words, said)
        ),
        caption: format!("Where the {} points come from, by domain", drivers.total),
        legend: LEGEND,
        unit: UNIT,
        rows: domains
            .iter()
            .map(|bar| BarRow {
                label: bar.title.clone(),
                parts: [&bar.not_implemented, &bar.not_proven, &bar.open].map(Clone::clone),
            })
            .collect(),
    }
}

/// The controls that add most; none where no control adds a printed tenth.
pub fn drivers(words: &Words, drivers: &Drivers) -> Option<BarsFigure> {
    let rows = &drivers.rows[..drivers.rows.len().min(TOP)];
    let said = rows.iter().map(|row| (&row.title, &row.points));
    (!rows.is_empty()).then(|| BarsFigure {
        alt: format!(
            "Points of the residual risk by the controls that add most: {}.",
            listed(words, said)
        ),
        caption: match rows.len() {
            1 => "The control that adds most".to_owned(),
            count => format!("The {count} controls that add most"),
        },
        legend: LEGEND,
        unit: UNIT,
        rows: rows
            .iter()
            .map(|row| BarRow {
                label: format!("{} {}", row.control, row.title),
                parts: [&row.not_implemented, &row.not_proven, &row.open].map(Clone::clone),
            })
            .collect(),
    })
}

fn listed<'a>(words: &Words, bars: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let bars: Vec<String> = bars
        .map(|(name, points)| format!("{name} {points}"))
        .collect();
    words.listed(&bars)
}
