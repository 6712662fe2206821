//! The command line: the only place that knows every other module.
//!
//! `store` alone reads and writes files, `terminal` alone prompts. stdout carries the result,
//! stderr the talk. Exit codes: 0 done, 1 failed, 2 usage, 3 bad input, 10 worse than `--fail-on`
//! asked for, 130 interrupted.

mod assess;
mod completions;
mod depth;
mod evidence;
mod failure;
mod language;
mod lint;
mod named;
mod new;
mod pages;
mod proposed;
mod questions;
mod recommend;
mod report;
mod score;
pub mod store;
mod templates;
mod terminal;
mod visible;
mod whatif;

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};

pub use self::failure::Failure;
use crate::source::Style;

/// Heading of the options that every command takes.
const GLOBAL: &str = "Global options";

/// Assess what is left of the identity risk once a cloud identity provider has shown its papers.
#[derive(Debug, Parser)]
#[command(name = "idp-assay", version, arg_required_else_help = true)]
struct Cli {
    /// The day to speak about instead of the file's (year-month-day)
    #[arg(long, global = true, value_name = "DATE", help_heading = GLOBAL)]
    as_of: Option<NaiveDate>,
    /// Colour of messages
    #[arg(long, global = true, value_enum, default_value = "auto", help_heading = GLOBAL)]
    color: Color,
    /// Say nothing but the result and errors
    #[arg(short, long, global = true, help_heading = GLOBAL)]
    quiet: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    /// Where stderr is a terminal and NO_COLOR is not set
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start an assessment file
    New(new::Args),
    /// Answer the questionnaire, from where it stopped
    Assess(assess::Args),
    /// Record what stands behind the answers
    #[command(subcommand)]
    Evidence(evidence::Command),
    /// Show the residual identity risk, its drivers, gates and verdict
    Score(score::Args),
    /// Show what would change the result, best first
    Whatif(whatif::Args),
    /// Advise ISO 27001, SOC 2 or both, with the reasons
    Recommend(recommend::Args),
    /// Write the assessment report
    Report(report::Args),
    /// Write the report's templates out, as a start for your own
    Templates(templates::Args),
    /// Check packs and assessments; show all problems with place and help
    Lint(lint::Args),
    /// Print the questionnaire
    Questions(questions::Args),
    /// Print a completion script for a shell
    Completions(completions::Args),
    /// Print the manual page
    Man,
    /// Read the pages of a PDF on stdin, for the program itself
    #[command(name = pages::COMMAND, hide = true)]
    ReadPages,
}

/// What every command may want to know of its surroundings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Surroundings {
    /// The day to score for, where `--as-of` gave one.
    pub(crate) as_of: Option<NaiveDate>,
    /// Colour on stderr.
    pub(crate) style: Style,
    /// Whether to keep quiet about what is not the result.
    pub(crate) quiet: bool,
}

impl Surroundings {
    /// The day of the clock, here.
    pub(crate) fn today(self) -> NaiveDate {
        chrono::Local::now().date_naive()
    }

    /// Says something that is not the result.
    pub(crate) fn say(self, text: &str) {
        if !self.quiet {
            eprintln!("{text}");
        }
    }
}

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let surroundings = Surroundings {
        as_of: cli.as_of,
        style: style(cli.color),
        quiet: cli.quiet,
    };
    match run(cli.command, surroundings) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.show(surroundings.style);
            failure.exit_code()
        }
    }
}

fn run(command: Command, surroundings: Surroundings) -> Result<(), Failure> {
    match command {
        Command::New(args) => new::run(args, surroundings),
        Command::Assess(args) => assess::run(args, surroundings),
        Command::Evidence(command) => evidence::run(command, surroundings),
        Command::Score(args) => score::run(args, surroundings),
        Command::Whatif(args) => whatif::run(args, surroundings),
        Command::Recommend(args) => recommend::run(args, surroundings),
        Command::Report(args) => report::run(args, surroundings),
        Command::Templates(args) => templates::run(args, surroundings),
        Command::Lint(args) => lint::run(args, surroundings),
        Command::Questions(args) => questions::run(args),
        Command::Completions(args) => completions::run(args),
        Command::Man => completions::man(),
        Command::ReadPages => pages::run(),
    }
}

fn style(color: Color) -> Style {
    let auto = || {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        std::io::stderr().is_terminal() && !no_color
    };
    let colour = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => auto(),
    };
    if colour { Style::Colour } else { Style::Plain }
}

/// Writes the result to stdout; a reader that went away is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::machine("cannot write to stdout", &error))
        }
        _ => Ok(()),
    }
}
