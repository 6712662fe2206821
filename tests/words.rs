//! The catalogue of words: what is said exists, what exists is said, and every language says all of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The messages of a language by id, with the variables that each uses.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for path in files(&root().join("templates/words").join(language), "ftl") {
        let text = fs::read_to_string(&path).expect("a catalogue");
        let mut id = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((name, _)) = line.split_once('=').filter(|_| starts) {
                id = name.trim().to_owned();
                let known = messages.insert(id.clone(), BTreeSet::new());
                assert!(known.is_none(), "`{id}` stands twice in `{language}`");
            }
            if let Some(variables) = messages.get_mut(&id) {
                variables.extend(variables_of(line));
            }
        }
    }
    messages
}

fn variables_of(line: &str) -> impl Iterator<Item = String> + '_ {
    line.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
        rest[..end.unwrap_or(rest.len())].to_owned()
    })
}

/// All files below a folder with this ending, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = vec![];
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The ids that code and templates say, each with the files that do.
fn said() -> BTreeMap<String, Vec<String>> {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let code = files(&root().join("src"), "rs").into_iter();
    let code = code.map(|path| (path, "say!("));
    let templates = files(&root().join("templates"), "md").into_iter();
    let templates = templates.map(|path| (path, "say(id="));
    for (path, start) in code.chain(templates) {
        if path.ends_with("src/words.rs") || path.ends_with("templates/README.md") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a file of ours");
        for (at, _) in text.match_indices(start) {
            let rest = &text[at + start.len()..];
            let id = rest.split('"').nth(1).unwrap_or("");
            let file = path.display().to_string();
            said.entry(id.to_owned()).or_default().push(file);
        }
    }
    said
}

#[test]
fn everything_that_is_said_stands_in_the_catalogue() {
    let english = catalogue("en");
    for (id, files) in said() {
        assert!(english.contains_key(&id), "`{id}` of {files:?}");
    }
}

#[test]
fn everything_in_the_catalogue_is_said() {
    let (said, english) = (said(), catalogue("en"));
    // `listed` says this one, in the catalogue's own module.
    let silent = english
        .keys()
        .filter(|id| !said.contains_key(*id) && *id != "list-last");
    // These are found by their English text; `tests/remarks.rs` holds that all that readers write is there.
    let is_found = |id: &&String| id.starts_with("remark-") || id.starts_with("matter-");
    let silent = silent.filter(|id| !is_found(id));
    assert_eq!(silent.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_language_says_the_same_with_the_same_variables() {
    assert_eq!(catalogue("de"), catalogue("en"));
}

/// The texts between quotes in code that is no test, each with the number of its line.
fn literals(code: &str) -> Vec<(usize, String)> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found: Vec<(usize, String)> = vec![];
    let (mut line, mut open) = (1, false);
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        line += usize::from(letter == '\n');
        match (open, letter) {
            (false, '/') if letters.peek() == Some(&'/') => {
                line += usize::from(letters.any(|rest| rest == '\n'));
            }
            // A quote as a character is none.
            (false, '\'') if letters.peek() == Some(&'"') => drop(letters.next()),
            (false, '"') => {
                open = true;
                found.push((line, String::new()));
            }
            (true, '"') => open = false,
            (true, '\\') => drop(letters.next()),
            (true, _) => found.last_mut().expect("one is open").1.push(letter),
            (false, _) => {}
        }
    }
    found
}

/// A text as it is printed, without what stands in braces.
fn outside_braces(text: &str) -> String {
    let parts = text.split('{');
    let parts = parts.map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    parts.collect()
}

/// Whether a text holds a word beside something else: a sentence, or a part of one.
fn is_said(text: &str) -> bool {
    let outside = outside_braces(text);
    let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    text.contains(char::is_whitespace) && outside.split_whitespace().any(is_word)
}

#[test]
fn no_sentence_of_the_report_stands_in_its_code() {
    /// What a panic says, which no reader of a report sees.
    const SILENT: [&str; 1] = ["three names stay three"];
    let mut code = files(&root().join("src/report"), "rs");
    code.push(root().join("src/report.rs"));
    // Only tests stand in that file.
    code.retain(|path| !path.ends_with("german.rs"));
    for path in code {
        let text = fs::read_to_string(&path).expect("a file of ours");
        let said = literals(&text).into_iter();
        let said = said.filter(|(_, text)| is_said(text) && !SILENT.contains(&text.as_str()));
        let said: Vec<_> = said.collect();
        assert!(said.is_empty(), "{}: {said:?}", path.display());
    }
}

#[test]
fn what_is_said_is_told_from_ids_and_forms() {
    let code = "let a = \"an id\"; // \"a remark\"\nlet b = ['\"', 'b']; say(\"two\");";
    let texts = literals(code);
    assert_eq!(texts, [(1, "an id".to_owned()), (2, "two".to_owned())]);
    assert!(is_said("{count} more") && is_said("No band"));
    assert!(!is_said("reason-band") && !is_said("{title} ({id})") && !is_said("; "));
}
