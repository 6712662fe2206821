//! Bands: the score in words, binned once, at the end (docs/scoring.md 7).

use crate::pack::model::{Band, BandEdge};

/// The band of a residual risk in points.
pub fn band(edges: &[BandEdge], points: f64) -> Band {
    edges
        .iter()
        .filter(|edge| points >= edge.from)
        .map(|edge| edge.band)
        .max()
        .unwrap_or(Band::Low)
}

/// The score below which a residual risk is in `band` or a milder one; `None` for the worst band.
pub fn upper_edge(edges: &[BandEdge], band: Band) -> Option<f64> {
    edges
        .iter()
        .filter(|edge| edge.band > band)
        .map(|edge| edge.from)
        .min_by(f64::total_cmp)
}

/// Points from a residual risk to the nearest edge between two bands; `None` with one band only.
pub fn to_nearest_edge(edges: &[BandEdge], points: f64) -> Option<f64> {
    edges
        .iter()
        .filter(|edge| edge.from > 0.0)
        .map(|edge| (points - edge.from).abs())
        .min_by(f64::total_cmp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges() -> Vec<BandEdge> {
        [
            (0.0, Band::Low),
            (20.0, Band::Moderate),
            (80.0, Band::Critical),
        ]
        .map(|(from, band)| BandEdge { from, band })
        .to_vec()
    }

    #[test]
    fn a_band_begins_on_its_edge_and_not_below() {
        assert_eq!(band(&edges(), 20.0), Band::Moderate);
        assert_eq!(band(&edges(), 20.0_f64.next_down()), Band::Low);
        assert_eq!(band(&edges(), 0.0), Band::Low);
        assert_eq!(band(&edges(), 100.0), Band::Critical);
    }

    #[test]
    fn a_band_ends_where_the_next_one_begins() {
        assert_eq!(upper_edge(&edges(), Band::Low), Some(20.0));
        assert_eq!(upper_edge(&edges(), Band::Elevated), Some(80.0));
        assert_eq!(upper_edge(&edges(), Band::Critical), None);
    }

    #[test]
    fn the_nearest_edge_lies_between_two_bands() {
        assert_eq!(to_nearest_edge(&edges(), 1.0), Some(19.0));
        assert_eq!(to_nearest_edge(&edges(), 55.0), Some(25.0));
        assert_eq!(to_nearest_edge(&edges()[..1], 55.0), None);
    }
}
