//! The residual risk on its bands.

use super::super::figure::{number, words};
use super::super::inline::fields;
use super::{Form, Mark};

pub(super) const KEYS: &[&str] = &["point", "low", "high", "bands"];

/// The residual risk (0 to 100) with its interval, on the bands of the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Risk {
    /// None while the result is not rated.
    pub point: Option<Mark>,
    pub low: Mark,
    pub high: Mark,
    /// From the lowest up; the last one ends the scale.
    pub bands: Vec<RiskBand>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct RiskBand {
    pub name: String,
    /// Where the band ends.
    pub upper: f64,
}

/// End of a scale of bands.
#[must_use]
pub fn top(bands: &[RiskBand]) -> f64 {
    bands.last().map_or(100.0, |band| band.upper)
}

pub(super) fn read(form: &Form) -> Option<Risk> {
    let risk = Risk {
        point: form.mark("point")?,
        low: form.mark("low")??,
        high: form.mark("high")??,
        bands: form.bands()?,
    };
    let point = risk
        .point
        .as_ref()
        .map_or(risk.low.value, |point| point.value);
    let inside =
        risk.low.value <= point && point <= risk.high.value && risk.high.value <= top(&risk.bands);
    (inside && form.rows.is_empty()).then_some(risk)
}

/// `Low 20 | Moderate 40`, ascending and above 0.
pub(super) fn bands(value: &str) -> Option<Vec<RiskBand>> {
    let bands = fields(value).map(band).collect::<Option<Vec<_>>>()?;
    let ascending = bands.is_sorted_by(|a, b| a.upper < b.upper) && bands.first()?.upper > 0.0;
    ascending.then_some(bands)
}

fn band(field: &str) -> Option<RiskBand> {
    let (name, upper) = field.trim().rsplit_once(' ')?;
    Some(RiskBand {
        name: words(name),
        upper: number(upper)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RISK: &str = "point: 51.8\nlow: 31.4\nhigh: 69.6\nbands: Low 20 | Very high 100";

    fn risk(text: &str) -> Option<Risk> {
        read(&Form::new(text, KEYS))
    }

    #[test]
    fn the_point_lies_in_its_interval() {
        assert_eq!(risk(RISK).unwrap().bands[1].name, "Very high");
        assert!(risk(&RISK.replace("51.8", "31.4")).is_some());
        assert!(risk(&RISK.replace("51.8", "31.3")).is_none());
    }

    #[test]
    fn a_result_that_is_not_rated_has_no_point() {
        assert_eq!(
            risk(&RISK.replace("point: 51.8\n", "")).unwrap().point,
            None
        );
    }
}
