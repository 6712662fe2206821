//! Where a word may be divided at the end of a line.
//!
//! Only plain words are: letters alone, with the punctuation around them. What a reader must see whole is left
//! whole: identifiers, addresses, abbreviations, words with digits, and in English every word with a capital,
//! since most are names. A soft hyphen in the text says it for its word and overrules the patterns.

use hypher::{Lang, hyphenate_bounded};

pub const SOFT_HYPHEN: char = '\u{ad}';

/// Letters that stay together at the start and at the end of a word.
const LEAST: usize = 3;
const SHORTEST_WORD: usize = 7;

/// A language whose words the program can divide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    German,
}

impl Language {
    /// The language of a BCP 47 tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        match tag.split('-').next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "de" => Some(Self::German),
            _ => None,
        }
    }

    fn patterns(self) -> Lang {
        match self {
            Self::English => Lang::English,
            Self::German => Lang::German,
        }
    }

    /// Nouns have capitals in German.
    fn divides_capitalised(self) -> bool {
        self == Self::German
    }
}

/// The places between the syllables of `word`, in bytes; none if it should stay whole.
pub fn divisions(word: &str, language: Language) -> Vec<usize> {
    let bare = word.trim_matches(|c: char| OPENING.contains(c) || CLOSING.contains(c));
    let mut letters = bare.chars();
    let starts_well = letters
        .next()
        .is_some_and(|c| c.is_lowercase() || language.divides_capitalised() && c.is_uppercase());
    if !starts_well || !letters.all(char::is_lowercase) || bare.chars().count() < SHORTEST_WORD {
        return Vec::new();
    }
    let mut at = bare.as_ptr() as usize - word.as_ptr() as usize;
    let end = at + bare.len();
    hyphenate_bounded(bare, language.patterns(), LEAST, LEAST)
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .filter(|at| *at < end)
        .collect()
}

const OPENING: &str = "([{“‘„‚«‹¿¡\"'";
const CLOSING: &str = ")]}”’“‘»›.,;:!?…\"'";

/// The text without its soft hyphens, and where they stood.
pub fn without_soft_hyphens(word: &str) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(word.len());
    let mut places = Vec::new();
    for c in word.chars() {
        if c == SOFT_HYPHEN {
            places.push(text.len());
        } else {
            text.push(c);
        }
    }
    places.retain(|at| (1..text.len()).contains(at));
    (text, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(word: &str, language: Language) -> String {
        let mut text = word.to_owned();
        for at in divisions(word, language).into_iter().rev() {
            text.insert(at, '|');
        }
        text
    }

    #[test]
    fn words_are_divided_between_syllables() {
        assert_eq!(divided("assessment,", Language::English), "assess|ment,");
        assert_eq!(
            divided("“entitlements”", Language::English),
            "“enti|tle|ments”"
        );
        assert_eq!(
            divided("Risikobewertung", Language::German),
            "Risi|ko|be|wer|tung"
        );
    }

    #[test]
    fn what_must_be_seen_whole_is_not_divided() {
        for word in [
            "Northgate",
            "example.org/directory",
            "sso_enforced",
            "ASSURANCE",
            "vendor's",
            "privileged2",
            "deviceTrust",
            "review",
            "",
            "—",
        ] {
            assert_eq!(divided(word, Language::English), word);
        }
        assert_eq!(divided("ISO27001", Language::German), "ISO27001");
    }

    #[test]
    fn a_tag_with_a_region_is_of_its_language() {
        assert_eq!(Language::of_tag("de-AT"), Some(Language::German));
        assert_eq!(Language::of_tag("EN"), Some(Language::English));
        assert_eq!(Language::of_tag("fr"), None);
    }

    #[test]
    fn soft_hyphens_are_taken_out_and_remembered() {
        assert_eq!(
            without_soft_hyphens("\u{ad}Data\u{ad}base\u{ad}"),
            ("Database".to_owned(), vec![4])
        );
    }
}
