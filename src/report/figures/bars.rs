//! Domains and drivers as stacked bars.

use serde::Serialize;

use crate::report::drivers::Drivers;
use crate::words::{Words, say};

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
    pub legend: [String; 3],
    /// What is counted.
    pub unit: String,
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

fn legend(words: &Words) -> [String; 3] {
    [
        say!(words, "part-not-implemented"),
        say!(words, "part-not-proven"),
        say!(words, "part-open"),
    ]
}

/// Points by domain.
pub fn domains(words: &Words, drivers: &Drivers) -> BarsFigure {
    let domains = &drivers.domains;
    let said = domains.iter().map(|bar| (&bar.title, &bar.points));
    BarsFigure {
        alt: say!(words, "figure-domains-alt", bars = listed(words, said)),
        caption: say!(words, "figure-domains", total = drivers.total.as_str()),
        legend: legend(words),
        unit: say!(words, "figure-points"),
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
        alt: say!(words, "figure-drivers-alt", bars = listed(words, said)),
        caption: say!(words, "figure-drivers", count = rows.len()),
        legend: legend(words),
        unit: say!(words, "figure-points"),
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
        .map(|(name, points)| say!(words, "figure-named", name, points))
        .collect();
    words.listed(&bars)
}
