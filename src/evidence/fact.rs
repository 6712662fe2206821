//! What a file says, typed, with the place where it says so and what that can prove.
//!
//! The same number proves different things: the lifetime of one token can disprove "at most 15
//! minutes" and never prove it, a setting of the tenant can do both. So every fact carries a
//! [`Basis`]. Names of facts are those of `questionnaires/facts.yaml`.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, Utc};

/// Largest number of seconds, things or lines that is kept: beyond it no float counts whole numbers.
pub const MOST: f64 = 9e15;

/// The place of a fact that rests on another list too: this alone, or behind the place in its own.
pub const JOINED: &str = "joined";

/// What a thing is called whose name in the file is blank.
pub const NAMELESS: &str = "(no name)";

/// Something a file says.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its name in the catalogue, such as `access-token-lifetime`.
    pub name: Cow<'static, str>,
    /// What is said.
    pub value: FactValue,
    /// What it rests on.
    pub basis: Basis,
    /// Where it stands.
    pub place: Place,
    /// What it is about, such as a realm, a client or a role; none for the whole tenant.
    pub about: Option<String>,
    /// Whether nothing that could say otherwise is missing from the file.
    pub is_whole: bool,
    /// Seconds by which a moment may lie elsewhere, because the file names no time zone; mostly 0.
    pub uncertain: f64,
}

/// What a fact says.
#[derive(Debug, Clone, PartialEq)]
pub enum FactValue {
    /// A length of time that was seen or counted, in seconds, not negative.
    Duration(f64),
    /// A length of time that is allowed.
    Limit(Limit),
    /// A number of things.
    Count(u64),
    /// A moment.
    Date(DateTime<Utc>),
    /// Names, sorted.
    Set(BTreeSet<String>),
    /// So many of all.
    Share {
        /// How many have it.
        part: u64,
        /// How many there are.
        of: u64,
    },
    /// Whether it holds.
    Holds(bool),
}

impl FactValue {
    /// Brings numbers beyond [`MOST`] down to it and gives blank names a word, so that the value can be
    /// recorded.
    fn settle(&mut self) {
        let most = MOST as u64;
        match self {
            Self::Duration(seconds) | Self::Limit(Limit::Finite(seconds)) => {
                *seconds = seconds.min(MOST);
            }
            Self::Count(count) => *count = (*count).min(most),
            Self::Share { part, of } => (*part, *of) = ((*part).min(most), (*of).min(most)),
            Self::Set(names) => {
                let count = names.len();
                names.retain(|name| !name.trim().is_empty());
                if names.len() < count {
                    names.insert(NAMELESS.to_owned());
                }
            }
            Self::Limit(_) | Self::Date(_) | Self::Holds(_) => {}
        }
    }
}

/// A length of time that a setting allows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// The setting says that there is no end.
    Unlimited,
    /// This many seconds, not negative.
    Finite(f64),
    /// The file does not set it: the server's default holds, which the file does not tell.
    Unset,
    /// It is set to something that cannot be read, such as a placeholder.
    Unknown,
}

impl Limit {
    /// The limit of so many seconds; a negative or impossible number is not known.
    pub fn seconds(seconds: f64) -> Self {
        match seconds.is_finite() && seconds >= 0.0 {
            true => Self::Finite(seconds),
            false => Self::Unknown,
        }
    }

    /// As [`Limit::seconds`], where 0 means that there is no end.
    pub fn zero_is_unlimited(seconds: f64) -> Self {
        match seconds == 0.0 {
            true => Self::Unlimited,
            false => Self::seconds(seconds),
        }
    }

    /// The longer of two; what is not known hides nothing that is: without end stays so.
    pub fn longer(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unlimited, _) | (_, Self::Unlimited) => Self::Unlimited,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Unset, _) | (_, Self::Unset) => Self::Unset,
            (Self::Finite(a), Self::Finite(b)) => Self::Finite(a.max(b)),
        }
    }
}

/// What a fact rests on, and so what it can prove of "all" or "always".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// One or more real items were measured: one counter-example disproves, none proves.
    Measured,
    /// A setting: proves and disproves for the exported tenant and day, when nothing overrides it.
    Configured,
    /// What a service says it can do: supported is not enforced.
    Capability,
    /// A list of all items: proves and disproves, when it is whole.
    CompleteList,
    /// A stretch of a log, or some items: what is there is there, what is absent proves nothing.
    Sample,
    /// Somebody says so.
    Attested,
}

impl Basis {
    /// Names as YAML and JSON write them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("measured", Self::Measured),
        ("configured", Self::Configured),
        ("capability", Self::Capability),
        ("complete-list", Self::CompleteList),
        ("sample", Self::Sample),
        ("attested", Self::Attested),
    ];

    /// The name as YAML and JSON write it.
    pub fn name(self) -> &'static str {
        crate::source::names::name_of(Self::NAMES, self)
    }
}

/// Where in a file something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// Path to it: a JSON pointer, `row 7`, or an element; empty for the whole file.
    pub path: String,
    /// Its line, counted from 1, where it is known.
    pub line: Option<u64>,
}

impl Place {
    /// The place of a path, on a line.
    pub fn new(path: impl Into<String>, line: Option<u64>) -> Self {
        let path = path.into();
        Self { path, line }
    }

    /// The row of a table, counted from 1 below the head, that stands on `line`.
    pub fn row(row: u64, line: u64) -> Self {
        Self::new(format!("row {row}"), Some(line))
    }

    /// A path of nothing but blanks leads nowhere.
    pub(super) fn settle(&mut self) {
        if self.path.trim().is_empty() {
            self.path.clear();
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.path.as_str()) {
            (None, "") => write!(f, "whole file"),
            (None, path) => write!(f, "{path}"),
            (Some(line), "") => write!(f, "line {line}"),
            (Some(line), path) => write!(f, "line {line}, {path}"),
        }
    }
}

impl Fact {
    /// Makes the fact one that can be recorded, whatever names and numbers the file holds.
    pub(super) fn settle(&mut self) {
        self.value.settle();
        self.place.settle();
        self.uncertain = self.uncertain.min(MOST);
        if let Some(about) = &mut self.about
            && about.trim().is_empty()
        {
            NAMELESS.clone_into(about);
        }
    }

    /// A fact of this name.
    pub fn new(
        name: impl Into<Cow<'static, str>>,
        value: FactValue,
        basis: Basis,
        place: Place,
    ) -> Self {
        Self {
            name: name.into(),
            value,
            basis,
            place,
            about: None,
            is_whole: true,
            uncertain: 0.0,
        }
    }

    /// What it is about.
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = Some(about.into());
        self
    }

    /// The other record that it rests on, where two lists state it together.
    pub fn joined_with(&self) -> Option<&str> {
        let before = self.place.path.strip_suffix(JOINED)?;
        let is_joined = before.is_empty() || before.ends_with(", ");
        let with = self.about.as_deref()?.strip_prefix("with ");
        with.filter(|_| is_joined)
    }

    /// That something which could say otherwise is missing from the file.
    pub fn in_part(mut self) -> Self {
        self.is_whole = false;
        self
    }

    /// That it may be off by so many seconds.
    pub fn uncertain_by(mut self, seconds: f64) -> Self {
        self.uncertain = seconds;
        self
    }
}

/// `1` and `key` make `1 key`, `2` and `key` make `2 keys`.
pub(crate) fn counted(number: u64, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{number} {thing}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_end_is_the_longest_of_all() {
        let finite = Limit::Finite(1e12);
        assert_eq!(finite.longer(Limit::Unlimited), Limit::Unlimited);
        assert_eq!(Limit::Unknown.longer(Limit::Unlimited), Limit::Unlimited);
        assert_eq!(finite.longer(Limit::Unset), Limit::Unset);
        assert_eq!(finite.longer(Limit::Finite(5.0)), finite);
    }

    #[test]
    fn only_a_fact_of_two_lists_rests_on_another_record() {
        let at = |path: &str, about: &str| {
            let place = Place::new(path, None);
            let fact = Fact::new("users", FactValue::Count(1), Basis::Sample, place).about(about);
            fact.joined_with().map(str::to_owned)
        };
        assert_eq!(at("joined", "with E1").as_deref(), Some("E1"));
        assert_eq!(at("row 9, joined", "with E1").as_deref(), Some("E1"));
        assert_eq!(at("row 9", "with E1"), None);
        assert_eq!(at("/conjoined", "with E1"), None);
        assert_eq!(at("joined", "svc"), None);
    }

    #[test]
    fn a_negative_length_is_none() {
        assert_eq!(Limit::seconds(-1.0), Limit::Unknown);
        assert_eq!(Limit::seconds(0.0), Limit::Finite(0.0));
        assert_eq!(Limit::zero_is_unlimited(0.0), Limit::Unlimited);
    }

    #[test]
    fn a_place_names_its_line_first() {
        assert_eq!(Place::new("/exp", Some(3)).to_string(), "line 3, /exp");
        assert_eq!(Place::row(2, 3).to_string(), "line 3, row 2");
        assert_eq!(Place::default().to_string(), "whole file");
    }
}
