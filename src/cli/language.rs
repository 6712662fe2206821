//! The language as an argument.

use clap::ValueEnum;

use crate::pack::language::Language;

/// What reports and interviews speak.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LanguageArg {
    /// English
    En,
    /// German
    De,
}

impl From<LanguageArg> for Language {
    fn from(argument: LanguageArg) -> Self {
        match argument {
            LanguageArg::En => Self::English,
            LanguageArg::De => Self::German,
        }
    }
}
