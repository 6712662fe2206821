//! The languages a reader can be told things in.

use serde::{Deserialize, Serialize};

use crate::source::names::{name_of, value_of};

/// A language of reports and interviews.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Language {
    /// The language everything is written in first.
    #[default]
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
}

impl Language {
    /// Every language with its BCP 47 tag.
    pub const NAMES: &'static [(&'static str, Self)] =
        &[("en", Self::English), ("de", Self::German)];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        name_of(Self::NAMES, self)
    }

    /// The language of a BCP 47 tag; the first of ours for any other.
    pub fn of_tag(tag: &str) -> Self {
        let language = tag.split('-').next().unwrap_or_default();
        value_of(Self::NAMES, &language.to_ascii_lowercase()).unwrap_or_default()
    }
}
