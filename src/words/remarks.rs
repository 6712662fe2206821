//! What readers of artefacts note of a file and its facts, in the language of whoever reads it.
//!
//! A reader notes in English, and an assessment records that text. Another language finds the English message
//! that the text was written by: what stands between its fixed parts are the values.

use std::sync::OnceLock;

use super::{ENGLISH, Variable, Words};
use crate::pack::language::Language;

/// How the ids of remarks begin.
const REMARK: &str = "remark-";
/// How the ids of what a fact is about begin.
const MATTER: &str = "matter-";

impl Words {
    /// A recorded remark in this language; one that no message tells stays as it is recorded.
    #[must_use]
    pub fn remark(&self, recorded: &str) -> String {
        self.recorded(REMARK, recorded, |value| self.words_for_a_name(value))
    }

    /// What a recorded fact is about, in this language: names stay, the words that a reader puts beside them
    /// are said.
    #[must_use]
    pub fn matter(&self, recorded: &str) -> String {
        self.recorded(MATTER, recorded, |value| self.matter(value))
    }

    fn recorded(&self, prefix: &str, text: &str, value: impl Fn(&str) -> String) -> String {
        if self.language == Language::English {
            return text.to_owned();
        }
        let mut patterns = of(prefix);
        let told = patterns.find_map(|pattern| Some((pattern, pattern.values(text)?)));
        let Some((pattern, values)) = told else {
            return text.to_owned();
        };
        let values = values.into_iter().map(|text| Variable::from(value(text)));
        let variables: Vec<_> = pattern.names.iter().copied().zip(values).collect();
        self.tell(pattern.id, &variables)
    }

    /// A value as it stands, but for words that a reader writes in its place, such as `a person without a name`.
    fn words_for_a_name(&self, value: &str) -> String {
        let mut fixed = of(REMARK).filter(|pattern| pattern.names.is_empty());
        match fixed.find(|pattern| pattern.fixed[0] == value) {
            Some(pattern) => self.tell(pattern.id, &[]),
            None => value.to_owned(),
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
        Some(Self { id, fixed, names })
    }

    /// The values in a text that is written by this message. A name may hold a fixed part, and names come
    /// first, so parts are sought from the end; a `count` is a number.
    fn values<'t>(&self, text: &'t str) -> Option<Vec<&'t str>> {
        let (first, rest) = self.fixed.split_first()?;
        let text = text.strip_prefix(first)?;
        let Some((last, between)) = rest.split_last() else {
            return text.is_empty().then(Vec::new);
        };
        let mut text = text.strip_suffix(last)?;
        let mut values = vec![];
        for part in between.iter().rev() {
            let (before, value) = text.rsplit_once(part)?;
            values.push(value);
            text = before;
        }
        values.push(text);
        values.reverse();
        let mut named = self.names.iter().zip(&values);
        let fits = named.all(|(name, value)| *name != "count" || value.parse::<u64>().is_ok());
        fits.then_some(values)
    }

    fn length(&self) -> usize {
        self.fixed.iter().map(|part| part.len()).sum()
    }
}

/// The English messages whose ids begin so, those that say most themselves first.
fn of(prefix: &str) -> impl Iterator<Item = &'static Pattern> {
    let patterns = patterns().iter();
    patterns.filter(move |pattern| pattern.id.starts_with(prefix))
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
    fn what_a_fact_is_about_keeps_its_names() {
        let german = Words::of(Language::German);
        let about = german.matter("one and two, browser flows and 2 more");
        assert_eq!(about, "one and two, Abläufe im Browser und 2 weitere");
        for name in [
            "Salt and Pepper more",
            "list, none muted",
            "ann@example.com",
        ] {
            assert_eq!(german.matter(name), name);
        }
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
        for prefix in [REMARK, MATTER] {
            for pattern in of(prefix) {
                let text = pattern.fixed.join("7");
                let found = of(prefix).find(|one| one.values(&text).is_some());
                assert_eq!(found.map(|one| one.id), Some(pattern.id), "{text}");
            }
        }
    }
}
