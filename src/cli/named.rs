//! Arguments that take one of a kind's names.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::source::names::value_of;

/// Takes one of `names` for its value.
pub(super) fn named<T>(names: &'static [(&'static str, T)]) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(names.iter().map(|(name, _)| *name))
        .try_map(|name| value_of(names, &name).ok_or("none of the names"))
}
