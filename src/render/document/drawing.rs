//! The figures of a report and the small line format in which templates write them.
//!
//! See the table in [`super`]. Settings such as `alt:` and `caption:` come first, each once; every other line is
//! a row. A reader returns `None` for a text that does not follow its form.

mod bars;
mod exposure;
mod matrix;
mod risk;
mod stair;
mod timeline;

use std::collections::BTreeMap;

pub use bars::{Bar, Bars};
pub use exposure::Exposure;
pub use matrix::{Matrix, MatrixRow, State};
pub use risk::{Risk, RiskBand};
pub use stair::{Stair, Step};
pub use timeline::{Lane, Observed, Span, Standing, Timeline};

use super::Inline;
use super::figure::{lines, number, setting, words};
use super::inline::{field_inlines, fields};

/// A figure with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Says the content of the figure to those who cannot see it; never empty.
    pub alt: String,
    pub caption: Vec<Inline>,
    pub drawing: Drawing,
}

/// What a figure shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    Bars(Bars),
    Risk(Risk),
    Exposure(Exposure),
    Matrix(Matrix),
    Timeline(Timeline),
    Stair(Stair),
}

/// A number with the words that stand at it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub value: f64,
    /// The number as it is written; a figure prints no other.
    pub figure: String,
    /// May be empty.
    pub name: String,
}

impl Mark {
    /// The number, then its words.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{} {}", self.figure, self.name).trim().to_owned()
    }
}

/// Reads what a figure shows.
type Reader = fn(&Form) -> Option<Drawing>;

/// Reads the fenced block of this word.
pub(super) fn figure(word: &str, text: &str) -> Option<Figure> {
    let (keys, read): (&[&'static str], Reader) = match word {
        "bars" => (bars::KEYS, |form| bars::read(form).map(Drawing::Bars)),
        "risk" => (risk::KEYS, |form| risk::read(form).map(Drawing::Risk)),
        "exposure" => (exposure::KEYS, |form| {
            exposure::read(form).map(Drawing::Exposure)
        }),
        "matrix" => (matrix::KEYS, |form| matrix::read(form).map(Drawing::Matrix)),
        "timeline" => (timeline::KEYS, |form| {
            timeline::read(form).map(Drawing::Timeline)
        }),
        "stair" => (stair::KEYS, |form| stair::read(form).map(Drawing::Stair)),
        _ => return None,
    };
    let form = Form::new(text, keys);
    let drawing = read(&form)?;
    let alt = form.words("alt");
    (!alt.is_empty()).then(|| Figure {
        alt,
        caption: form.get("caption").map(field_inlines).unwrap_or_default(),
        drawing,
    })
}

/// The lines of a figure: settings by their key, and rows.
struct Form<'t> {
    settings: BTreeMap<&'static str, &'t str>,
    rows: Vec<&'t str>,
}

impl<'t> Form<'t> {
    fn new(text: &'t str, keys: &[&'static str]) -> Self {
        let mut form = Self {
            settings: BTreeMap::new(),
            rows: Vec::new(),
        };
        for line in lines(text) {
            match form.setting(line, keys) {
                Some((key, value)) => {
                    form.settings.insert(key, value);
                }
                None => form.rows.push(line),
            }
        }
        form
    }

    /// A line with a key that is not set yet, before the first row: words in rows come from outside.
    fn setting(&self, line: &'t str, keys: &[&'static str]) -> Option<(&'static str, &'t str)> {
        let (key, value) = setting(line)?;
        let mut all = keys.iter().chain(&["alt", "caption"]);
        let known = all.find(|known| **known == key)?;
        let is_first = self.rows.is_empty() && !self.settings.contains_key(known);
        is_first.then_some((*known, value))
    }

    fn get(&self, key: &str) -> Option<&'t str> {
        self.settings.get(key).copied()
    }

    /// The words of a setting; none where it is left out.
    fn words(&self, key: &str) -> String {
        self.get(key).map(words).unwrap_or_default()
    }

    /// The fields of a setting; none where it is left out.
    fn list(&self, key: &str) -> Vec<String> {
        self.get(key)
            .map(|value| fields(value).map(words).collect())
            .unwrap_or_default()
    }

    /// A number with its words; `Some(None)` where it is left out.
    fn mark(&self, key: &str) -> Option<Option<Mark>> {
        match self.get(key) {
            Some(value) => mark(value).map(Some),
            None => Some(None),
        }
    }

    fn bands(&self) -> Option<Vec<RiskBand>> {
        risk::bands(self.get("bands")?)
    }

    /// Each row read by `row`; at least one.
    fn each<T>(&self, row: impl Fn(&'t str) -> Option<T>) -> Option<Vec<T>> {
        let rows = self
            .rows
            .iter()
            .copied()
            .map(row)
            .collect::<Option<Vec<_>>>()?;
        (!rows.is_empty()).then_some(rows)
    }
}

/// `51.8 | as evidenced`.
fn mark(value: &str) -> Option<Mark> {
    let mut cells = fields(value);
    let figure = words(cells.next()?);
    Some(Mark {
        value: number(&figure)?,
        figure,
        name: cells.next().map(words).unwrap_or_default(),
    })
}

/// Splits the first word off a field.
fn first_word(field: &str) -> (String, String) {
    let text = words(field);
    match text.trim().split_once(' ') {
        Some((first, rest)) => (first.to_owned(), rest.trim().to_owned()),
        None => (text.trim().to_owned(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_without_its_words_is_refused() {
        assert!(figure("bars", "A | 1").is_none());
        assert!(figure("bars", "alt: x\nA | 1").is_some());
    }

    #[test]
    fn a_row_cannot_pass_for_a_setting() {
        let figure = figure("bars", "alt: x\nalt: y | 1\nunit: z | 2").unwrap();
        let Drawing::Bars(bars) = figure.drawing else {
            panic!("no bars");
        };
        let labels: Vec<&str> = bars.rows.iter().map(|row| row.label.as_str()).collect();
        assert_eq!(
            (figure.alt.as_str(), labels),
            ("x", vec!["alt: y", "unit: z"])
        );
    }

    #[test]
    fn a_figure_keeps_its_numbers_as_they_were_written() {
        let mark = mark("51.80 | as evidenced").unwrap();
        assert_eq!(
            (mark.value, mark.label()),
            (51.8, "51.80 as evidenced".to_owned())
        );
    }
}
