//! What page one can hold: a text that is too long for it is cut there, and stands in full behind the contents.

use serde::Serialize;

use super::Subject;
use super::summary::Summary;

/// Characters of a sentence on page one, and of a name.
const LONGEST: usize = 280;
const LONGEST_NAME: usize = 90;
/// Characters of the name under a signature.
const LONGEST_SIGNATURE: usize = 45;

/// The texts of page one that come from outside or can grow.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Front {
    /// Who sells the service.
    pub vendor: String,
    /// The service.
    pub product: String,
    /// Who answered.
    pub assessor: String,
    /// Why the verdict.
    pub reasons: Vec<String>,
    /// What has to be met.
    pub conditions: Vec<String>,
    /// What the result rests on.
    pub basis: String,
    /// The names that signed, in the order of the lines.
    pub signatures: Vec<String>,
    /// The whole texts of those that were cut.
    pub in_full: Vec<String>,
}

impl Front {
    /// The texts of `summary` as page one shows them.
    pub fn new(subject: &Subject, summary: &Summary) -> Self {
        let mut in_full = Vec::new();
        let mut cut = |texts: &[String], most| -> Vec<String> {
            let texts = texts.iter();
            texts.map(|text| cut(text, most, &mut in_full)).collect()
        };
        let names = [&subject.vendor, &subject.product, &subject.assessor].map(String::clone);
        let names = cut(&names, LONGEST_NAME);
        let [vendor, product, assessor] = names.try_into().expect("three names stay three");
        let signatures: Vec<String> = summary
            .signatures
            .iter()
            .map(|line| line.name.clone())
            .collect();
        Self {
            vendor,
            product,
            assessor,
            reasons: cut(&summary.reasons, LONGEST),
            conditions: cut(&summary.conditions, LONGEST),
            basis: cut(&[summary.basis.join(" ")], LONGEST).concat(),
            signatures: cut(&signatures, LONGEST_SIGNATURE),
            in_full,
        }
    }
}

/// The text, cut between words where it has more than `most` characters.
fn cut(text: &str, most: usize, in_full: &mut Vec<String>) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let whole = in_full.iter().any(|known| known == text);
    if !whole {
        in_full.push(text.to_owned());
    }
    let kept = &text[..end];
    let word = kept.rfind(char::is_whitespace).filter(|at| *at > end / 2);
    format!(
        "{}…",
        kept[..word.unwrap_or(end)].trim_end_matches([' ', ',', ';', '.'])
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_as_long_as_the_room_is_not_cut() {
        let mut in_full = vec![];
        assert_eq!(cut("one two", 7, &mut in_full), "one two");
        assert!(in_full.is_empty());
        assert_eq!(cut("one two three", 12, &mut in_full), "one two…");
        assert_eq!(in_full, ["one two three"]);
    }

    #[test]
    fn a_word_without_end_is_cut_inside() {
        assert_eq!(cut("ääääää", 3, &mut vec![]), "äää…");
    }

    #[test]
    fn a_text_is_given_in_full_once() {
        let mut in_full = vec![];
        cut("one two", 3, &mut in_full);
        cut("one two", 3, &mut in_full);
        assert_eq!(in_full.len(), 1);
    }
}
