//! The depth as an argument.

use clap::ValueEnum;

use crate::pack::question::Depth;

/// How deep to ask.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum DepthArg {
    /// The questions that gate a control
    Quick,
    /// Most questions
    Standard,
    /// All questions
    Full,
}

impl From<DepthArg> for Depth {
    fn from(argument: DepthArg) -> Self {
        match argument {
            DepthArg::Quick => Self::Quick,
            DepthArg::Standard => Self::Standard,
            DepthArg::Full => Self::Full,
        }
    }
}
