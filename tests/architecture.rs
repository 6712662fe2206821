//! The way of the data is the way of the files: a module uses only what stands left of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may use besides itself.
const ALLOWED: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("evidence", &["source"]),
    ("pack", &["source"]),
    ("built_in", &["pack"]),
    ("words", &["pack"]),
    ("assessment", &["source", "evidence", "pack", "words"]),
    (
        "interview",
        &["source", "evidence", "pack", "words", "assessment"],
    ),
    (
        "checks",
        &["source", "evidence", "pack", "words", "assessment"],
    ),
    (
        "score",
        &["source", "pack", "words", "assessment", "checks"],
    ),
    (
        "recommend",
        &["source", "pack", "words", "assessment", "checks", "score"],
    ),
    (
        "report",
        &[
            "source",
            "evidence",
            "pack",
            "words",
            "assessment",
            "checks",
            "score",
            "recommend",
        ],
    ),
    (
        "render",
        &[
            "source",
            "pack",
            "words",
            "assessment",
            "checks",
            "score",
            "recommend",
            "report",
        ],
    ),
    (
        "cli",
        &[
            "source",
            "pack",
            "words",
            "built_in",
            "evidence",
            "assessment",
            "interview",
            "checks",
            "score",
            "recommend",
            "report",
            "render",
        ],
    ),
];

/// What the inner modules may not know: files, clock, surroundings, terminal, output libraries.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::io::stdin",
    "std::io::stdout",
    "std::time",
    "Local::now",
    "Utc::now",
    "tera::",
    "printpdf::",
    "clap::",
    "dialoguer::",
    "console::",
    "println!",
    "eprintln!",
    "HashMap",
    "HashSet",
];

/// Modules that know nothing of the outside.
const INNER: &[&str] = &[
    "source",
    "evidence",
    "pack",
    "assessment",
    "interview",
    "checks",
    "score",
    "recommend",
    "report",
];

/// Every Rust file of a module with its text, tests and comments left out.
fn files(module: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![root.join(format!("{module}.rs"))];
    if root.join(module).is_dir() {
        open.push(root.join(module));
    }
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("the folder can be read");
            open.extend(entries.map(|entry| entry.expect("the entry can be read").path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("the file can be read");
            let code = text.split("#[cfg(test)]").next().unwrap_or("");
            let code: Vec<&str> = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            files.push((path, code.join("\n")));
        }
    }
    files
}

/// Macros stand at the root of the crate, wherever they are written; those of `words` belong to it.
const MACROS_OF_WORDS: [&str; 2] = ["say", "say_variables"];

/// Modules of the crate that a text names.
fn used(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let name = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_');
        let name: String = name.collect();
        names.push(match MACROS_OF_WORDS.contains(&name.as_str()) {
            true => "words".to_owned(),
            false => name,
        });
    }
    names
}

#[test]
fn a_module_uses_only_what_stands_left_of_it() {
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    for (module, left) in &allowed {
        for (path, code) in files(module) {
            for name in used(&code) {
                let fits = name == *module || left.contains(&name.as_str());
                assert!(fits, "{} of `{module}` uses `{name}`", path.display());
            }
        }
    }
}

#[test]
fn every_module_of_the_crate_has_its_place() {
    let library = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs"));
    let library = library.expect("the library can be read");
    let modules = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "));
    for module in modules.map(|line| line.trim_end_matches(';')) {
        assert!(
            ALLOWED.iter().any(|(name, _)| *name == module),
            "`{module}` has no place"
        );
    }
}

#[test]
fn the_inner_modules_know_nothing_of_the_outside() {
    for module in INNER {
        for (path, code) in files(module) {
            for outside in OUTSIDE {
                assert!(
                    !code.contains(outside),
                    "{} knows `{outside}`",
                    path.display()
                );
            }
        }
    }
}
