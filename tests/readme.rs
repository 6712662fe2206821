//! Every output that the README shows was printed by the program.
//!
//! A console block is a command line and what it prints: stdout, then stderr. A line that is only
//! an ellipsis stands for any number of lines. Blocks run in their order, in one folder.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A command line and the output shown under it.
struct Shown {
    command: String,
    output: String,
}

fn shown() -> Vec<Shown> {
    let readme = include_str!("../README.md");
    let blocks = readme.split("```console\n").skip(1);
    let blocks = blocks.map(|rest| rest.split("```").next().expect("a block ends"));
    blocks
        .map(|block| {
            let (command, output) = block.split_once('\n').expect("a block has a command line");
            let command = command
                .strip_prefix("$ ")
                .expect("a command follows a prompt");
            Shown {
                command: command.to_string(),
                output: output.trim_end().to_string(),
            }
        })
        .collect()
}

/// Splits a command line at spaces outside double quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("there is a word").push(c),
        }
    }
    words
}

/// Whether `printed` is what `shown` shows.
fn matches(shown: &str, printed: &str) -> bool {
    let printed: Vec<&str> = printed.trim_end().lines().map(str::trim_end).collect();
    let mut at = 0;
    let mut skipping = false;
    for line in shown.lines().map(str::trim_end) {
        if line == "…" {
            skipping = true;
            continue;
        }
        let found = printed[at..].iter().position(|printed| *printed == line);
        match found {
            Some(0) => at += 1,
            Some(ahead) if skipping => at += ahead + 1,
            _ => return false,
        }
        skipping = false;
    }
    skipping || at == printed.len()
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::os::unix::fs::symlink(root.join("examples"), folder.path().join("examples"))
        .expect("the examples can be linked");
    let shown = shown();
    assert!(shown.len() >= 5, "the README shows commands");
    for Shown { command, output } in shown {
        let words = words(&command);
        assert_eq!(words[0], "idp-assay");
        let result = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
            .args(&words[1..])
            .current_dir(folder.path())
            .output()
            .expect("the program starts");
        let printed = [result.stdout, result.stderr].concat();
        let printed = String::from_utf8(printed).expect("the output is text");
        assert!(matches(&output, &printed), "`{command}` prints\n{printed}");
    }
}

#[test]
fn an_ellipsis_stands_for_any_number_of_lines() {
    assert!(matches("a\n…\nd", "a\nb\nc\nd\n"));
    assert!(matches("…\nd", "d"));
    assert!(!matches("a\nc", "a\nb\nc"));
    assert!(!matches("a\n…\nx", "a\nb"));
}

#[test]
fn every_file_the_readme_links_to_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = include_str!("../README.md");
    for link in readme.split("](").skip(1) {
        let target = link.split(')').next().expect("a link ends");
        if !target.starts_with("http") {
            assert!(
                fs::exists(root.join(target)).expect("it can be looked for"),
                "{target}"
            );
        }
    }
}
