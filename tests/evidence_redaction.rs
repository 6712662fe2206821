//! Nothing that is secret in an artefact is in anything that the program writes: every fixture, every sample
//! and files made to get through are sent through every command, and all that comes out is searched by a
//! searcher that knows nothing of how the program cuts.

#[path = "evidence_redaction/copies.rs"]
mod copies;
#[path = "evidence_redaction/hostile.rs"]
mod hostile;
#[path = "evidence_redaction/inputs.rs"]
mod inputs;
#[path = "evidence_redaction/looks.rs"]
mod looks;
#[path = "evidence_redaction/program.rs"]
mod program;
#[path = "evidence_redaction/secrets.rs"]
mod secrets;

use std::path::{Path, PathBuf};

use crate::program::Run;
use crate::secrets::Secrets;

/// Sends files through every command, and tells which secrets of theirs come out where.
fn leaks(files: &[PathBuf]) -> Vec<String> {
    let mut secrets = Secrets::default();
    for file in files {
        secrets.add(&inputs::text(file));
        if file.starts_with(inputs::fixtures()) {
            secrets.plant(secrets::MARK);
        }
    }
    let run = Run::of(files);
    secrets.found_in(&run.outputs)
}

/// Secrets of the files in a folder that come out, sent through together but for their kinds.
fn leaks_of(folder: &Path) -> Vec<String> {
    let files = inputs::files(folder);
    std::thread::scope(|scope| {
        let chunks = files.chunks(TOGETHER);
        let started: Vec<_> = chunks.map(|files| scope.spawn(|| leaks(files))).collect();
        let ended = started
            .into_iter()
            .flat_map(|run| run.join().expect("it is searched"));
        ended.collect()
    })
}

/// How many files go into one assessment.
const TOGETHER: usize = 75;

#[test]
fn no_secret_of_a_fixture_is_in_any_output() {
    let found = leaks_of(&inputs::fixtures());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
#[cfg_attr(not(has_samples), ignore = "IDP_ASSAY_SAMPLES names no folder")]
fn no_secret_of_a_sample_is_in_any_output() {
    // Samples lie beside the project; without them there is nothing to search.
    let found = inputs::samples()
        .map(|samples| leaks_of(&samples))
        .unwrap_or_default();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_secret_of_a_file_made_to_get_through_is_in_any_output() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let files = hostile::write(folder.path());
    let run = Run::of(&files);
    assert_eq!(
        run.refused,
        Vec::<String>::new(),
        "each of them is of a known kind"
    );
    let mut secrets = Secrets::default();
    secrets.plant(hostile::MARK);
    secrets.plant(hostile::CHOSEN);
    let found = secrets.found_in(&run.outputs);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_secret_of_a_file_that_is_refused_is_in_what_is_said() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let files = hostile::write_refused(folder.path());
    let run = Run::of(&files);
    assert_eq!(run.refused.len(), files.len(), "{:?}", run.refused);
    let mut secrets = Secrets::default();
    secrets.plant(hostile::MARK);
    let found = secrets.found_in(&run.outputs);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_searcher_finds_each_secret_in_the_file_itself() {
    let fixtures = inputs::files(&inputs::fixtures());
    assert!(!fixtures.is_empty());
    let mut holders = 0;
    for file in fixtures {
        let text = inputs::text(&file);
        let mut secrets = Secrets::default();
        secrets.add(&text);
        if text.contains(secrets::MARK) {
            holders += 1;
            let found = secrets.found_in(&[("itself".to_owned(), text)]);
            assert!(!found.is_empty(), "{}", file.display());
        }
    }
    assert!(holders > 5, "{holders}");
}
