//! The figures of a report and the small line format in which templates write them.
//!
//! See the table in [`super`]. Every reader returns `None` for a text that does not follow the form.

use super::inline::{field_inlines, fields};
use super::{Card, Inline, KeyValue, Signature, Tone, Verdict, plain_text};

/// Stacked horizontal bars on one scale from 0 to `max`.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// Says the content of the figure to those who cannot see it.
    pub alt: String,
    pub caption: Vec<Inline>,
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

/// The residual risk (0 to 100) with its interval, on the bands of the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Risk {
    pub alt: String,
    pub caption: Vec<Inline>,
    pub point: f64,
    pub low: f64,
    pub high: f64,
    /// From the lowest up; the last one ends the scale.
    pub bands: Vec<RiskBand>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct RiskBand {
    pub name: String,
    /// Where the band ends.
    pub upper: f64,
}

impl Risk {
    /// End of the scale.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.bands.last().map_or(100.0, |band| band.upper)
    }
}

/// The most parts a bar can have: each needs a pattern of its own.
const MOST_PARTS: usize = 3;

pub(super) fn bars(text: &str) -> Option<Bars> {
    let mut bars = Bars {
        alt: String::new(),
        caption: Vec::new(),
        legend: Vec::new(),
        max: 0.0,
        unit: String::new(),
        rows: Vec::new(),
    };
    for line in lines(text) {
        match setting(line) {
            Some(("alt", value)) => bars.alt = words(value),
            Some(("caption", value)) => bars.caption = field_inlines(value),
            Some(("legend", value)) => bars.legend = fields(value).map(words).collect(),
            Some(("max", value)) => bars.max = number(value)?,
            Some(("unit", value)) => bars.unit = words(value),
            _ => bars.rows.push(bar(line)?),
        }
    }
    let longest = bars.rows.iter().map(Bar::total).fold(0.0, f64::max);
    bars.max = bars.max.max(longest);
    let fits = bars.rows.iter().all(|row| row.parts.len() <= MOST_PARTS)
        && bars.legend.len() <= MOST_PARTS;
    (fits && !bars.alt.is_empty() && !bars.rows.is_empty() && bars.max > 0.0).then_some(bars)
}

fn bar(line: &str) -> Option<Bar> {
    let mut cells = fields(line);
    let label = words(cells.next()?);
    let parts = cells.map(number).collect::<Option<Vec<_>>>()?;
    (!parts.is_empty()).then_some(Bar { label, parts })
}

pub(super) fn risk(text: &str) -> Option<Risk> {
    let (mut alt, mut caption, mut bands) = (None, Vec::new(), Vec::new());
    let (mut point, mut low, mut high) = (None, None, None);
    for line in lines(text) {
        match setting(line)? {
            ("alt", value) => alt = Some(words(value)),
            ("caption", value) => caption = field_inlines(value),
            ("point", value) => point = Some(number(value)?),
            ("low", value) => low = Some(number(value)?),
            ("high", value) => high = Some(number(value)?),
            ("bands", value) => bands = fields(value).map(band).collect::<Option<_>>()?,
            _ => return None,
        }
    }
    let risk = Risk {
        alt: alt?,
        caption,
        point: point?,
        low: low?,
        high: high?,
        bands,
    };
    let ascending =
        risk.bands.is_sorted_by(|a, b| a.upper < b.upper) && risk.bands.first()?.upper > 0.0;
    let inside = risk.low <= risk.point && risk.point <= risk.high && risk.high <= risk.scale();
    (ascending && inside).then_some(risk)
}

fn band(field: &str) -> Option<RiskBand> {
    let (name, upper) = field.trim().rsplit_once(' ')?;
    Some(RiskBand {
        name: words(name),
        upper: number(upper)?,
    })
}

pub(super) fn verdict(text: &str) -> Option<Verdict> {
    let (mut tone_, mut label, mut value_, mut note) = (None, Vec::new(), None, Vec::new());
    for line in lines(text) {
        match setting(line)? {
            ("tone", value) => tone_ = Some(tone(value)?),
            ("label", value) => label = field_inlines(value),
            ("value", value) => value_ = Some(field_inlines(value)),
            ("note", value) => note = field_inlines(value),
            _ => return None,
        }
    }
    Some(Verdict {
        tone: tone_?,
        label,
        value: value_?,
        note,
    })
}

pub(super) fn cards(text: &str) -> Option<Vec<Card>> {
    let cards = lines(text).map(card).collect::<Option<Vec<_>>>()?;
    (!cards.is_empty()).then_some(cards)
}

fn card(line: &str) -> Option<Card> {
    let cells: Vec<&str> = fields(line).collect();
    let (label, value, rest) = match cells.as_slice() {
        [label, value, rest @ ..] if rest.len() <= 2 => (label, value, rest),
        _ => return None,
    };
    Some(Card {
        label: field_inlines(label),
        value: field_inlines(value),
        note: rest
            .first()
            .map(|note| field_inlines(note))
            .unwrap_or_default(),
        tone: rest.get(1).map_or(Some(Tone::Open), |word| tone(word))?,
    })
}

pub(super) fn key_values(text: &str) -> Option<Vec<KeyValue>> {
    let pair = |line| {
        let cells: Vec<&str> = fields(line).collect();
        let [label, value] = cells.as_slice() else {
            return None;
        };
        Some(KeyValue {
            label: field_inlines(label),
            value: field_inlines(value),
        })
    };
    let pairs = lines(text).map(pair).collect::<Option<Vec<_>>>()?;
    (!pairs.is_empty()).then_some(pairs)
}

pub(super) fn signatures(text: &str) -> Option<Vec<Signature>> {
    let line = |line| {
        let cells: Vec<&str> = fields(line).collect();
        let [role, name, date] = cells.as_slice() else {
            return None;
        };
        Some(Signature {
            role: field_inlines(role),
            name: field_inlines(name),
            date: field_inlines(date),
        })
    };
    let lines = lines(text).map(line).collect::<Option<Vec<_>>>()?;
    (!lines.is_empty()).then_some(lines)
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Splits `key: value`, where the key is one lower-case word.
fn setting(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    key.bytes()
        .all(|b| b.is_ascii_lowercase())
        .then(|| (key, value.trim()))
}

fn words(field: &str) -> String {
    plain_text(&field_inlines(field))
}

/// A finite number of at least 0.
fn number(field: &str) -> Option<f64> {
    field
        .trim()
        .parse()
        .ok()
        .filter(|n: &f64| n.is_finite() && *n >= 0.0)
}

fn tone(word: &str) -> Option<Tone> {
    match word.trim() {
        "good" => Some(Tone::Good),
        "caution" => Some(Tone::Caution),
        "bad" => Some(Tone::Bad),
        "open" => Some(Tone::Open),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RISK: &str = "alt: x\npoint: 51.8\nlow: 31.4\nhigh: 69.6\nbands: Low 20 | Very high 100";

    #[test]
    fn a_bar_may_have_three_parts_and_not_four() {
        assert!(bars("alt: x\nA | 1 | 2 | 3").is_some());
        assert!(bars("alt: x\nA | 1 | 2 | 3 | 4").is_none());
    }

    #[test]
    fn the_scale_is_never_shorter_than_a_bar() {
        assert_eq!(bars("alt: x\nmax: 2\nA | 1 | 2").unwrap().max, 3.0);
    }

    #[test]
    fn a_figure_without_its_words_is_refused() {
        assert!(bars("A | 1").is_none());
        assert!(risk(&RISK.replace("alt: x\n", "")).is_none());
    }

    #[test]
    fn the_point_lies_in_its_interval() {
        assert_eq!(risk(RISK).unwrap().bands[1].name, "Very high");
        assert!(risk(&RISK.replace("51.8", "31.4")).is_some());
        assert!(risk(&RISK.replace("51.8", "31.3")).is_none());
    }

    #[test]
    fn not_a_number_is_no_number() {
        assert!(number("NaN").is_none() && number("inf").is_none() && number("-1").is_none());
        assert_eq!(number(" 0 "), Some(0.0));
    }

    #[test]
    fn a_card_needs_a_label_and_a_value() {
        assert!(cards("a | b").is_some());
        assert!(cards("a").is_none());
        assert!(cards("a | b | c | loud").is_none());
    }
}
