//! Rounding for print: tenths that add up to the printed total.
//!
//! Largest remainder (docs/scoring.md 8): every part is cut to a tenth, and the tenths missing to the
//! rounded total go to the parts that lost most. Only what prints rounds.

/// Rounds `parts` to tenths that sum to `total` rounded to a tenth.
///
/// `total` is the sum of the parts, all 0 or more. A tie goes to the earlier part.
pub fn to_tenths(parts: &[f64], total: f64) -> Vec<f64> {
    let mut tenths: Vec<f64> = parts.iter().map(|part| (part * 10.0).floor()).collect();
    let missing = (total * 10.0 + 0.5).floor() - tenths.iter().sum::<f64>();
    let lost = |at: usize| parts[at] * 10.0 - (parts[at] * 10.0).floor();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|&a, &b| lost(b).total_cmp(&lost(a)));
    for at in order.into_iter().take(missing.max(0.0) as usize) {
        tenths[at] += 1.0;
    }
    tenths.into_iter().map(|count| count / 10.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tenths_go_to_the_parts_that_lost_most() {
        assert_eq!(to_tenths(&[1.04, 2.08, 3.08], 6.2), [1.0, 2.1, 3.1]);
    }

    #[test]
    fn a_tie_goes_to_the_earlier_part() {
        assert_eq!(to_tenths(&[0.25, 0.25], 0.5), [0.3, 0.2]);
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(to_tenths(&[0.0, 0.0], 0.0), [0.0, 0.0]);
        assert!(to_tenths(&[], 0.0).is_empty());
    }
}
