//! What readers of artefacts note of a file, in the language of whoever reads it.
//!
//! A reader notes in English, and an assessment records that text. Another language finds the English message
//! that the text was written by: what stands between its fixed parts are the values.

use std::sync::OnceLock;

use super::{ENGLISH, Variable, Words};
use crate::pack::language::Language;

impl Words {
    /// A recorded remark in this language; one that no message tells stays as it is recorded.
    #[must_use]
    pub fn remark(&self, recorded: &str) -> String {
        if self.language == Language::English {
            return recorded.to_owned();
        }
        let told = patterns()
            .iter()
            .find_map(|pattern| Some((pattern, pattern.values(recorded)?)));
        let Some((pattern, values)) = told else {
            return recorded.to_owned();
        };
        let names = pattern.names.iter().copied();
        let variables: Vec<(&str, Variable)> = names
            .zip(values.into_iter().map(|value| self.value(value)))
            .collect();
        self.tell(pattern.id, &variables)
    }

    /// A value as it stands, but for words that a reader writes in its place, such as `a person without a name`.
    fn value<'a>(&self, value: &'a str) -> Variable<'a> {
        let fixed = patterns().iter().filter(|pattern| pattern.names.is_empty());
        match fixed.into_iter().find(|pattern| pattern.fixed[0] == value) {
            Some(pattern) => self.tell(pattern.id, &[]).into(),
            None => value.into(),
        }
    }
}

/// An English message: its fixed parts, and the names of the variables between them.
struct Pattern {
    id: &'static str,
    fixed: Vec<&'static str>,
    names: Vec<&'static str>,
}

impl Pattern {
    /// Reads `remark-further-page = `{ $key }` names a further page`.
    fn read(line: &'static str) -> Option<Self> {
        let (id, text) = line.split_once(" = ")?;
        let mut parts = text.split("{ $");
        let (mut fixed, mut names) = (vec![parts.next()?], vec![]);
        for part in parts {
            let (name, rest) = part.split_once(" }")?;
            names.push(name);
            fixed.push(rest);
        }
        id.starts_with("remark-")
            .then_some(Self { id, fixed, names })
    }

    /// The values in a text that is written by this message.
    fn values<'t>(&self, text: &'t str) -> Option<Vec<&'t str>> {
        let (first, rest) = self.fixed.split_first()?;
        let mut text = text.strip_prefix(first)?;
        let Some((last, between)) = rest.split_last() else {
            return text.is_empty().then(Vec::new);
        };
        let mut values = vec![];
        for part in between {
            let (value, behind) = text.split_once(part)?;
            values.push(value);
            text = behind;
        }
        values.push(text.strip_suffix(last)?);
        Some(values)
    }

    fn length(&self) -> usize {
        self.fixed.iter().map(|part| part.len()).sum()
    }
}

/// The English messages, those that say most themselves first.
fn patterns() -> &'static [Pattern] {
    static ALL: OnceLock<Vec<Pattern>> = OnceLock::new();
    ALL.get_or_init(|| {
        let files = ENGLISH.iter().filter(|(name, _)| *name == "remarks");
        let lines = files.flat_map(|(_, text)| text.lines());
        let mut patterns: Vec<Pattern> = lines.filter_map(Pattern::read).collect();
        patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.length()));
        patterns
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn german(recorded: &str) -> String {
        Words::of(Language::German).remark(recorded)
    }

    #[test]
    fn english_is_said_as_it_is_recorded() {
        let english = Words::of(Language::English);
        assert_eq!(english.remark("the list is empty"), "the list is empty");
    }

    #[test]
    fn a_remark_keeps_its_values() {
        assert_eq!(german("the list is empty"), "die Liste ist leer");
        assert_eq!(
            german("`totalResults` is 9, and 2 are listed"),
            "`totalResults` ist 9, aufgeführt sind 2"
        );
        assert_eq!(
            german("when `Ann left` left is no date"),
            "wann `Ann left` ausgeschieden ist, ist kein Datum"
        );
    }

    #[test]
    fn one_and_several_are_two_messages() {
        assert_eq!(german("1 event without a time"), "1 Ereignis ohne Zeit");
        assert_eq!(german("2 events without a time"), "2 Ereignisse ohne Zeit");
    }

    #[test]
    fn the_message_that_says_most_is_taken() {
        assert_eq!(
            german("key `a` stands twice within `definition`"),
            "Schlüssel `a` steht in `definition` doppelt"
        );
    }

    #[test]
    fn words_in_the_place_of_a_name_are_said_too() {
        assert_eq!(
            german("when `a person without a name` left is no date"),
            "wann `eine Person ohne Namen` ausgeschieden ist, ist kein Datum"
        );
    }

    #[test]
    fn a_text_of_no_message_stays_as_it_is() {
        assert_eq!(
            german("the list is empty, or so"),
            "the list is empty, or so"
        );
    }

    #[test]
    fn every_message_finds_itself() {
        for pattern in patterns() {
            let text = pattern.fixed.join("7");
            let found = patterns().iter().find(|one| one.values(&text).is_some());
            assert_eq!(found.map(|one| one.id), Some(pattern.id), "{text}");
        }
    }
}
