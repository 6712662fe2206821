//! `lint`: shows all problems of packs and assessments.

use std::path::{Path, PathBuf};

use super::{Failure, Surroundings, store};
use crate::checks::parity::parity;
use crate::pack::Pack;
use crate::source::reader::Reader;
use crate::source::{Code, Problem, tree};

/// Arguments of `lint`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Assessment files, pack manifests, or folders that hold a pack
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

/// Runs `lint`; every path is checked before the first failure is returned.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let mut failed = None;
    for path in &args.paths {
        match lint(path, surroundings) {
            Ok(warnings) => {
                for warning in warnings {
                    surroundings.say(&format!("warning: {}: {warning}", path.display()));
                }
                surroundings.say(&format!("{}: no problems", path.display()));
            }
            Err(failure) => {
                if let Some(earlier) = failed.replace(failure) {
                    Failure::show(&earlier, surroundings.style);
                    eprintln!();
                }
            }
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Checks one file or folder; gives what is worth knowing but no problem.
fn lint(path: &Path, surroundings: Surroundings) -> Result<Vec<String>, Failure> {
    if path.is_dir() || is_manifest(path)? {
        return store::load_pack_at(path, None).map(|pack| warnings(&pack));
    }
    store::read(path, surroundings.as_of).map(|_| vec![])
}

/// A manifest names sections; an assessment names a vendor.
fn is_manifest(path: &Path) -> Result<bool, Failure> {
    let source = store::read_source(path)?;
    let node = tree::parse(&source).map_err(store::refuse)?;
    let reader = Reader::new(&source);
    let Some(fields) = reader.map(&node) else {
        let problem = Problem::new(Code::WrongType, "this is neither an assessment nor a pack");
        return Err(store::refuse(problem.at(reader.place(&node))));
    };
    Ok(fields.optional("sections").is_some() && fields.optional("vendor").is_none())
}

fn warnings(pack: &Pack) -> Vec<String> {
    parity(&pack.model).into_iter().collect()
}
