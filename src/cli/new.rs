//! `new`: starts an assessment file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::depth::DepthArg;
use super::language::LanguageArg;
use super::{Failure, Surroundings, store};
use crate::assessment::{Assessment, PackReference};
use crate::built_in;
use crate::pack::Pack;
use crate::pack::language::Language;

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The assessment file to start
    file: PathBuf,
    /// Who sells the service
    #[arg(long, value_parser = name)]
    vendor: String,
    /// The service that is assessed
    #[arg(long, value_parser = name)]
    product: String,
    /// How deep to ask
    #[arg(long, value_enum, default_value = "standard")]
    depth: DepthArg,
    /// Who answers
    #[arg(long, value_parser = name)]
    assessor: Option<String>,
    /// What the interview and the reports speak [default: en]
    #[arg(long, value_enum)]
    language: Option<LanguageArg>,
    /// A pack to use instead of the built-in one, or an extension to add to it; may be repeated
    #[arg(long = "pack", value_name = "PATH")]
    packs: Vec<PathBuf>,
}

/// Longest name, in characters: it stands in every footer.
const LONGEST_NAME: usize = 200;

/// A name that can be shown.
fn name(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("a name is needed".to_string()),
        name if name.chars().count() > LONGEST_NAME => {
            Err(format!("a name has at most {LONGEST_NAME} characters"))
        }
        name => Ok(name.to_string()),
    }
}

/// Runs `new`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let (pack, packs) = packs(&args.packs, &args.file)?;
    let assessment = Assessment {
        vendor: args.vendor,
        product: args.product,
        assessor: args.assessor,
        language: args.language.map(Language::from).unwrap_or_default(),
        packs,
        model: pack.model.version.clone(),
        depth: args.depth.into(),
        as_of: surroundings.as_of.unwrap_or_else(|| surroundings.today()),
        answers: BTreeMap::new(),
        documents: vec![],
        evidence: vec![],
    };
    store::create(&args.file, &assessment)?;
    let file = args.file.display();
    surroundings.say(&format!(
        "started `{file}`; go on with `idp-assay assess {file}`"
    ));
    Ok(())
}

/// The packs to answer with, and how the file refers to them.
fn packs(paths: &[PathBuf], file: &Path) -> Result<(Pack, Vec<PackReference>), Failure> {
    let mut pack: Option<Pack> = None;
    let mut references = Vec::new();
    for path in paths {
        let before = pack.as_ref().map_or(0, |pack| pack.parts.len());
        let loaded = store::load_pack_at(path, pack.as_ref())?;
        let extends_built_in = before == 0 && loaded.parts.len() > 1;
        if extends_built_in {
            references.push(reference(&loaded, 0, None));
        }
        let last = loaded.parts.len() - 1;
        references.push(reference(
            &loaded,
            last,
            Some(store::relative(path, store::folder(file))),
        ));
        pack = Some(loaded);
    }
    Ok(pack.map_or_else(
        || {
            let pack = built_in::pack();
            let references = vec![reference(&pack, 0, None)];
            (pack, references)
        },
        |pack| (pack, references),
    ))
}

fn reference(pack: &Pack, at: usize, path: Option<String>) -> PackReference {
    PackReference {
        part: pack.parts[at].clone(),
        path,
    }
}
