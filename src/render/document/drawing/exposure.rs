//! What our use risks, against how far the gaps let it through.

use super::{Form, Mark, RiskBand};

pub(super) const KEYS: &[&str] = &["x", "y", "inherent", "low", "point", "high", "bands"];

/// The model `R = 100 I (1 - exp(-H))` as a plot: exposure across, inherent risk upwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    /// Words for the axis of the exposure.
    pub x: String,
    /// Words for the axis of the inherent risk.
    pub y: String,
    /// `100 I`, from 0 to the end of the bands.
    pub inherent: f64,
    /// `100 I` as it is written.
    pub inherent_figure: String,
    /// `H` at the low end; its name says what it means.
    pub low: Mark,
    /// None while the result is not rated.
    pub point: Option<Mark>,
    pub high: Mark,
    /// Bands of the residual risk; their edges are the lines of equal risk.
    pub bands: Vec<RiskBand>,
}

pub(super) fn read(form: &Form) -> Option<Exposure> {
    let inherent = form.mark("inherent")??;
    let exposure = Exposure {
        x: form.words("x"),
        y: form.words("y"),
        inherent: inherent.value,
        inherent_figure: inherent.figure,
        low: form.mark("low")??,
        point: form.mark("point")?,
        high: form.mark("high")??,
        bands: form.bands()?,
    };
    let point = exposure
        .point
        .as_ref()
        .map_or(exposure.low.value, |point| point.value);
    let inside = exposure.low.value <= point
        && point <= exposure.high.value
        && exposure.inherent <= super::risk::top(&exposure.bands);
    (inside && form.rows.is_empty()).then_some(exposure)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPOSURE: &str =
        "inherent: 90.0\nlow: 0.43\npoint: 0.86\nhigh: 1.45\nbands: Low 20 | High 100";

    fn exposure(text: &str) -> Option<Exposure> {
        read(&Form::new(text, KEYS))
    }

    #[test]
    fn the_inherent_risk_lies_on_the_scale() {
        assert!(exposure(EXPOSURE).is_some());
        assert!(exposure(&EXPOSURE.replace("90.0", "100.1")).is_none());
    }

    #[test]
    fn the_point_lies_in_its_interval() {
        assert!(exposure(&EXPOSURE.replace("0.86", "1.45")).is_some());
        assert!(exposure(&EXPOSURE.replace("0.86", "1.46")).is_none());
    }
}
