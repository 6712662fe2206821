//! `templates`: writes the templates of the report out, as a start for one's own.

use std::path::PathBuf;

use super::{Failure, Surroundings, store};
use crate::render::markdown;

/// What tells how templates are written.
const MANUAL: (&str, &str) = ("README.md", include_str!("../../templates/README.md"));

/// Arguments of `templates`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder to write them to; it may not hold any of them yet
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

/// Runs `templates`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let mut files = vec![MANUAL];
    files.extend(markdown::BUILT_IN);
    store::write_templates(&args.output, &files)?;
    let folder = args.output.display();
    surroundings.say(&format!(
        "wrote {} templates and their manual to `{folder}`; keep those that you change, \
         and give the folder as `report --template {folder}`",
        files.len() - 1
    ));
    Ok(())
}
