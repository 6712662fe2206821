//! Stacked bars.

use super::super::figure::{number, words};
use super::super::inline::fields;
use super::Form;

pub(super) const KEYS: &[&str] = &["legend", "max", "unit"];

/// Stacked horizontal bars on one scale from 0 to `max`.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// Names of the parts of a bar, at most three.
    pub legend: Vec<String>,
    /// End of the scale, above 0 and not below any bar.
    pub max: f64,
    pub unit: String,
    pub rows: Vec<Bar>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    /// At least 0, in the unit of the figure, in the order of the legend.
    pub parts: Vec<f64>,
}

impl Bar {
    #[must_use]
    pub fn total(&self) -> f64 {
        self.parts.iter().sum()
    }
}

/// The most parts a bar can have: each needs a pattern of its own.
const MOST_PARTS: usize = 3;

pub(super) fn read(form: &Form) -> Option<Bars> {
    let rows = form.each(bar)?;
    let asked = form.get("max").map_or(Some(0.0), number)?;
    let longest = rows.iter().map(Bar::total).fold(0.0, f64::max);
    let max = asked.max(longest);
    let legend = form.list("legend");
    let fits = rows.iter().all(|row| row.parts.len() <= MOST_PARTS) && legend.len() <= MOST_PARTS;
    fits.then(|| Bars {
        legend,
        max: if max > 0.0 { max } else { 1.0 },
        unit: form.words("unit"),
        rows,
    })
}

fn bar(line: &str) -> Option<Bar> {
    let mut cells = fields(line);
    let label = words(cells.next()?);
    let parts = cells.map(number).collect::<Option<Vec<_>>>()?;
    (!parts.is_empty()).then_some(Bar { label, parts })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(text: &str) -> Option<Bars> {
        read(&Form::new(text, KEYS))
    }

    #[test]
    fn a_bar_may_have_three_parts_and_not_four() {
        assert!(bars("A | 1 | 2 | 3").is_some());
        assert!(bars("A | 1 | 2 | 3 | 4").is_none());
    }

    #[test]
    fn the_scale_is_never_shorter_than_a_bar() {
        assert_eq!(bars("max: 2\nA | 1 | 2").unwrap().max, 3.0);
    }

    #[test]
    fn bars_may_all_be_nothing() {
        assert_eq!(bars("A | 0.0").unwrap().max, 1.0);
    }
}
