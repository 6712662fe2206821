//! What we say: the words of reports and interviews, one catalogue in every language.
//!
//! The catalogue is [Fluent](https://projectfluent.org/) in `templates/words/<language>/`: a message has an
//! id, may hold variables, and chooses its form by number where a language asks for that. Code and templates
//! name messages and never hold a reader's words; the texts of a questionnaire are translated by
//! [`crate::pack::texts`]. What a language lacks is said in English, and a test finds it.
//!
//! Numbers and dates are written as the language writes them, whatever machine the program runs on.

mod remarks;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

use crate::pack::language::Language;

/// Says a message of a catalogue, with its variables by name: `say!(words, "drivers-rest", count)`.
macro_rules! say {
    ($words:expr, $id:literal) => {
        $words.tell($id, &[])
    };
    ($words:expr, $id:literal, $($rest:tt)+) => {
        $words.tell($id, &$crate::words::say_variables!([] $($rest)+))
    };
}

/// The variables of [`say!`]: `name` or `name = value`, divided by commas.
macro_rules! say_variables {
    ([$($done:tt)*] $name:ident = $value:expr $(, $($rest:tt)*)?) => {
        $crate::words::say_variables!([$($done)* (stringify!($name), $crate::words::Variable::from($value)),] $($($rest)*)?)
    };
    ([$($done:tt)*] $name:ident $(, $($rest:tt)*)?) => {
        $crate::words::say_variables!([$($done)* (stringify!($name), $crate::words::Variable::from(&$name)),] $($($rest)*)?)
    };
    ([$($done:tt)*]) => { [$($done)*] };
}

pub(crate) use {say, say_variables};

/// What takes the place of a variable: a text, or a count that the message may choose its form by.
#[derive(Debug, Clone, PartialEq)]
pub enum Variable<'a> {
    Text(std::borrow::Cow<'a, str>),
    Count(usize),
}

impl<'a> From<&'a str> for Variable<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&&'a str> for Variable<'a> {
    fn from(text: &&'a str) -> Self {
        Self::Text((*text).into())
    }
}

impl<'a> From<&'a String> for Variable<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl<'a> From<&&'a String> for Variable<'a> {
    fn from(text: &&'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Variable<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<usize> for Variable<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<&usize> for Variable<'_> {
    fn from(count: &usize) -> Self {
        Self::Count(*count)
    }
}

/// The catalogue of one language.
pub struct Words {
    language: Language,
    messages: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.language.tag())
    }
}

/// The files of a language, each with its name.
macro_rules! files {
    ($language:literal: $($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../templates/words/", $language, "/", $name, ".ftl")))),+]
    };
}

/// The catalogue as it is written, by file.
const ENGLISH: &[(&str, &str)] = files!("en": "common", "terms", "report", "page", "figures", "checks", "advice", "interview", "written", "remarks");
const GERMAN: &[(&str, &str)] = files!("de": "common", "terms", "report", "page", "figures", "checks", "advice", "interview", "written", "remarks");

impl Words {
    /// The catalogue of a language; it is read once.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Words>; 2] = [OnceLock::new(), OnceLock::new()];
        let place = match language {
            Language::English => 0,
            Language::German => 1,
        };
        ALL[place].get_or_init(|| Self::read(language))
    }

    fn read(language: Language) -> Self {
        let tag = language.tag().parse().expect("a tag of ours is a tag");
        let mut messages = FluentBundle::new_concurrent(vec![tag]);
        messages.set_use_isolating(false);
        let own = match language {
            Language::English => &[],
            Language::German => GERMAN,
        };
        for (name, text) in ENGLISH.iter().chain(own) {
            let file = FluentResource::try_new((*text).to_owned());
            let file = file.unwrap_or_else(|(_, errors)| panic!("{name}.ftl: {errors:?}"));
            messages.add_resource_overriding(file);
        }
        Self { language, messages }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the catalogue has a message of that id.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.messages.has_message(id)
    }

    /// The ids of all messages.
    pub fn ids(&self) -> impl Iterator<Item = &'static str> {
        let lines = ENGLISH.iter().flat_map(|(_, text)| text.lines());
        let messages = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        messages.filter_map(|line| line.split_once(" =").map(|(id, _)| id))
    }

    /// The variables that a message cannot be said without; none where there is no such message.
    #[must_use]
    pub fn variables(&self, id: &str) -> Option<BTreeSet<String>> {
        let pattern = self.messages.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let _ = self.messages.format_pattern(pattern, None, &mut errors);
        let missing = |error| match error {
            FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable {
                id,
            })) => Some(id),
            _ => None,
        };
        Some(errors.into_iter().filter_map(missing).collect())
    }

    /// A message, with its variables; an unknown one shows its id. Written by the macro `say`.
    #[must_use]
    pub fn tell(&self, id: &str, variables: &[(&str, Variable)]) -> String {
        let message = self.messages.get_message(id);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return format!("[{id}]");
        };
        let mut arguments = FluentArgs::with_capacity(variables.len());
        for (name, variable) in variables {
            let value: FluentValue = match variable {
                Variable::Text(text) => text.as_ref().into(),
                Variable::Count(count) => (*count).into(),
            };
            arguments.set(*name, value);
        }
        let mut errors = Vec::new();
        let told = self
            .messages
            .format_pattern(pattern, Some(&arguments), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        told.into_owned()
    }

    /// A number with so many decimals.
    #[must_use]
    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.decimal(&format!("{value:.decimals$}"))
    }

    /// A number that is written with a decimal point, as the language writes it.
    #[must_use]
    pub fn decimal(&self, number: &str) -> String {
        number.replace('.', self.decimal_mark())
    }

    /// What stands between the whole of a number and its tenths.
    #[must_use]
    pub fn decimal_mark(&self) -> &'static str {
        match self.language {
            Language::English => ".",
            Language::German => ",",
        }
    }

    /// The number that a text of this language writes with nothing beside it.
    #[must_use]
    pub fn number_in(&self, text: &str) -> Option<f64> {
        text.replace(self.decimal_mark(), ".").parse().ok()
    }

    /// A day. English has no order of its own that all its readers share: ISO 8601 is theirs.
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        match self.language {
            Language::English => day.to_string(),
            Language::German => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        }
    }

    /// A title inside a sentence: English lowers it, German keeps the capitals of its nouns.
    #[must_use]
    pub fn inside(&self, title: &str) -> String {
        match self.language {
            Language::English => title.to_lowercase(),
            Language::German => title.to_owned(),
        }
    }

    /// The day that a text of this language writes with nothing beside it, as [`Self::date`] does.
    #[must_use]
    pub fn day_in(&self, text: &str) -> Option<NaiveDate> {
        match self.language {
            Language::English => text.parse().ok(),
            Language::German => NaiveDate::parse_from_str(text, "%d.%m.%Y").ok(),
        }
    }

    /// The month of a day, short.
    #[must_use]
    pub fn month(&self, day: NaiveDate) -> String {
        match self.language {
            Language::English => format!("{}-{:02}", day.year(), day.month()),
            Language::German => format!("{:02}/{}", day.month(), day.year()),
        }
    }

    /// Things in a row: `a, b and c`.
    #[must_use]
    pub fn listed(&self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => say!(self, "list-last", first = first.join(", "), last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_in_a_word_of_the_language() {
        let things = ["a", "b", "c"].map(String::from);
        assert_eq!(Words::of(Language::English).listed(&things), "a, b and c");
        assert_eq!(Words::of(Language::German).listed(&things), "a, b und c");
        assert_eq!(Words::of(Language::German).listed(&things[..1]), "a");
    }

    #[test]
    fn numbers_and_days_are_written_as_the_language_writes_them() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 2).expect("a day");
        let (english, german) = (Words::of(Language::English), Words::of(Language::German));
        assert_eq!(
            (english.number(51.25, 1), english.date(day)),
            ("51.2".into(), "2026-01-02".into())
        );
        assert_eq!(
            (german.number(51.25, 1), german.date(day)),
            ("51,2".into(), "02.01.2026".into())
        );
    }

    #[test]
    fn what_is_written_is_read_back() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 2).expect("a day");
        for words in [Language::English, Language::German].map(Words::of) {
            assert_eq!(words.day_in(&words.date(day)), Some(day));
            assert_eq!(words.number_in(&words.number(51.2, 1)), Some(51.2));
            assert_eq!(words.day_in("2 January"), None);
        }
    }

    #[test]
    fn a_message_tells_its_variables() {
        let words = Words::of(Language::English);
        let variables = words.variables("period").expect("a message");
        assert_eq!(variables.into_iter().collect::<Vec<_>>(), ["from", "to"]);
        assert_eq!(words.variables("no-such"), None);
        assert!(words.ids().any(|id| id == "period"));
    }

    #[test]
    fn an_unknown_message_shows_its_id() {
        assert_eq!(
            Words::of(Language::English).tell("no-such", &[]),
            "[no-such]"
        );
    }
}
