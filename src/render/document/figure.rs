//! The panels of page one and the small line format in which templates write them.
//!
//! See the table in [`super`]. Every reader returns `None` for a text that does not follow the form.

use super::inline::{field_inlines, fields};
use super::{Card, KeyValue, Signature, Tone, Verdict, plain_text};

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

pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Splits `key: value`, where the key is one lower-case word.
pub(super) fn setting(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    key.bytes()
        .all(|b| b.is_ascii_lowercase())
        .then(|| (key, value.trim()))
}

pub(super) fn words(field: &str) -> String {
    plain_text(&field_inlines(field))
}

/// A finite number of at least 0, with a decimal point or comma.
pub(super) fn number(field: &str) -> Option<f64> {
    field
        .trim()
        .replace(',', ".")
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

    #[test]
    fn not_a_number_is_no_number() {
        assert!(number("NaN").is_none() && number("inf").is_none() && number("-1").is_none());
        assert_eq!(number(" 0 "), Some(0.0));
        assert_eq!([number("51.8"), number("51,8")], [Some(51.8); 2]);
        assert!(number("1,234.5").is_none());
    }

    #[test]
    fn a_card_needs_a_label_and_a_value() {
        assert!(cards("a | b").is_some());
        assert!(cards("a").is_none());
        assert!(cards("a | b | c | loud").is_none());
    }
}
