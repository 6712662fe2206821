//! Why a command ended without its result, and the exit code that says so.

use std::fmt;
use std::process::ExitCode;

use crate::source::{Problems, Style};

/// Why a command ended without its result.
#[derive(Debug)]
pub enum Failure {
    /// The input is wrong: exit code 3.
    Input(Problems),
    /// The machine, or the state of its files, does not let us: exit code 1.
    Machine {
        /// What could not be done.
        message: String,
        /// What helps.
        help: Option<String>,
    },
    /// The command was called in a way that cannot work: exit code 2.
    Usage {
        /// What cannot work.
        message: String,
        /// What works.
        help: String,
    },
    /// The result is worse than `--fail-on` asked for: exit code 10.
    Worse(String),
    /// Somebody pressed Ctrl-C; every answer so far is saved: exit code 130.
    Interrupted,
}

impl Failure {
    /// What could not be done, and what the machine said.
    pub fn machine(what: impl fmt::Display, error: &dyn fmt::Display) -> Self {
        Self::Machine {
            message: format!("{what}: {error}"),
            help: None,
        }
    }

    /// What it is in one line, without place and help.
    pub(crate) fn summary(&self) -> String {
        match self {
            Self::Input(problems) => problems
                .iter()
                .next()
                .map_or_else(String::new, |problem| problem.message().to_owned()),
            Self::Machine { message, .. } | Self::Usage { message, .. } | Self::Worse(message) => {
                message.clone()
            }
            Self::Interrupted => "interrupted".to_owned(),
        }
    }

    /// Shows it on stderr.
    pub(crate) fn show(&self, style: Style) {
        match self {
            Self::Input(problems) => {
                eprintln!("{}", problems.show(style));
                if problems.count() > 1 {
                    eprintln!("\n{} problems", problems.count());
                }
            }
            Self::Machine { message, help } => {
                eprintln!("error: {message}");
                if let Some(help) = help {
                    eprintln!("help: {help}");
                }
            }
            Self::Usage { message, help } => eprintln!("error: {message}\nhelp: {help}"),
            Self::Worse(message) => eprintln!("{message}"),
            Self::Interrupted => eprintln!("{}", super::terminal::interrupted()),
        }
    }

    /// The code the process ends with.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Machine { .. } => 1,
            Self::Usage { .. } => 2,
            Self::Input(_) => 3,
            Self::Worse(_) => 10,
            Self::Interrupted => 130,
        })
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::Input(problems)
    }
}
