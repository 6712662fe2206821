//! Patterns as they are written here: a space stands for any white space, a space
//! with a question mark for any or none, and case does not matter.
//!
//! The engine is linear in the length of the text whatever the pattern.

use regex::Regex;

/// Compiles a pattern; `(?-i:…)` makes case matter inside.
pub(super) fn pattern(text: &str) -> Regex {
    let spaces = text.replace(" ?", r"\s*").replace(' ', r"\s+");
    Regex::new(&format!("(?i){spaces}")).expect("the pattern is valid")
}

/// Patterns that are compiled when they are first used.
macro_rules! patterns {
    ($($seen:vis $name:ident = $text:expr;)+) => {
        $($seen static $name: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| crate::evidence::assurance::pattern::pattern($text));)+
    };
}

pub(super) use patterns;
