//! Turns the built-in questionnaire into its checked form, so that no start of the program parses
//! YAML for it. A pack with problems does not compile.
//!
//! It stands in `src` so that the modules it shares with the program are found where they are.

use std::path::{Path, PathBuf};
use std::sync::Arc;

// The build runs the very reader that `--pack` runs; it uses only a part of it.
#[allow(dead_code, unused_imports)]
mod pack;
#[allow(dead_code, unused_imports)]
mod source;

use source::{Code, Problem, Source};

/// Files of the source tree.
struct Tree(PathBuf);

impl pack::reader::Files for Tree {
    fn open(&self, path: &str) -> Result<Arc<Source>, Problem> {
        let path = self.0.join(path);
        let text = std::fs::read_to_string(&path)
            .map_err(|error| Problem::new(Code::Unreadable, error.to_string()))?;
        Ok(Source::new(path.display().to_string(), text))
    }
}

fn main() {
    println!("cargo::rerun-if-changed=questionnaires");
    println!("cargo::rerun-if-changed=src/pack");
    println!("cargo::rerun-if-changed=src/pack.rs");
    println!("cargo::rerun-if-changed=src/source");
    println!("cargo::rerun-if-changed=src/source.rs");
    // Tests that read the real sample files are reported as ignored where there are none.
    println!("cargo::rerun-if-env-changed=IDP_ASSAY_SAMPLES");
    println!("cargo::rustc-check-cfg=cfg(has_samples)");
    if std::env::var_os("IDP_ASSAY_SAMPLES").is_some() {
        println!("cargo::rustc-cfg=has_samples");
    }
    let tree = Tree(PathBuf::from("questionnaires/idp"));
    let manifest =
        pack::reader::Files::open(&tree, "pack.yaml").expect("the built-in manifest is there");
    match pack::reader::read(&manifest, &tree) {
        Ok(pack) => {
            let out = std::env::var_os("OUT_DIR").expect("cargo names the output folder");
            let bytes = postcard::to_stdvec(&pack).expect("a pack can be serialised");
            std::fs::write(Path::new(&out).join("idp.pack"), bytes)
                .expect("the output folder can be written");
        }
        Err(problems) => {
            eprintln!("{problems}");
            std::process::exit(1);
        }
    }
}
