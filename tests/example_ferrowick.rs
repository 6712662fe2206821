//! The vendor whose answers are held against files: the commands of its README give its assessment, and the
//! table of its README says what the program says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use idp_assay::assessment::evidence::EvidenceRecord;
use idp_assay::cli::store;
use serde_json::Value;

const FOLDER: &str = "examples/ferrowick";
const README: &str = include_str!("../examples/ferrowick/README.md");
/// Verdicts of which the table shows every row.
const WHOLE: [&str; 2] = ["Refuted", "Not settled by the file"];

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

/// Runs a command line in a folder and gives what it wrote to stdout.
fn run(command: &str, folder: &Path) -> String {
    let words = words(command);
    assert_eq!(words[0], "idp-assay");
    let mut program = Command::new(env!("CARGO_BIN_EXE_idp-assay"));
    let output = program.args(&words[1..]).current_dir(folder).output();
    let output = output.expect("the program runs");
    let talk = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command}: {talk}");
    String::from_utf8(output.stdout).expect("the output is text")
}

/// The lines of the shell blocks of the README, in their order.
fn commands() -> Vec<&'static str> {
    let blocks = README.split("```sh\n").skip(1);
    blocks
        .flat_map(|rest| rest.split("```").next().expect("a block ends").lines())
        .collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let path = entry.expect("it is there").path();
        let name = path.file_name().expect("it has a name");
        fs::copy(&path, to.join(name)).expect("it can be copied");
    }
}

fn records(folder: &Path) -> Vec<EvidenceRecord> {
    let opened = store::read(&folder.join("assessment.yaml"), None);
    opened
        .expect("it has no problems")
        .assessment
        .evidence
        .clone()
}

/// Name and bytes of each copy without secrets.
fn copies(folder: &Path) -> BTreeSet<(String, Vec<u8>)> {
    let folder = fs::read_dir(folder.join("assessment.yaml.evidence")).expect("there are copies");
    let paths = folder.map(|entry| entry.expect("it is there").path());
    paths
        .map(|path| {
            let name = path.file_name().expect("it has a name").to_string_lossy();
            let bytes = fs::read(&path).expect("it can be read");
            (name.into_owned(), bytes)
        })
        .collect()
}

#[test]
fn the_commands_of_the_readme_give_the_records_of_the_example() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let (shipped, fresh) = (Path::new(FOLDER), folder.path());
    copy(&shipped.join("artefacts"), &fresh.join("artefacts"));
    fs::copy(shipped.join("answers.yaml"), fresh.join("answers.yaml")).expect("it is copied");
    let commands = commands();
    assert!(commands.len() >= 12, "the README shows commands");
    for command in commands {
        run(command, fresh);
    }
    let (old, new) = (records(shipped), records(fresh));
    assert_eq!(old.len(), 13);
    assert_eq!(old, new);
    assert_eq!(copies(shipped), copies(fresh));
}

/// Question, claim, what the file shows, place and verdict.
type Row = [String; 5];

fn checked() -> BTreeSet<Row> {
    let command = "idp-assay evidence check assessment.yaml --format json";
    let told: Value = serde_json::from_str(&run(command, Path::new(FOLDER))).expect("it is JSON");
    let groups = told["claims"]["groups"].as_array().expect("a list");
    let rows = groups.iter().flat_map(|group| {
        let rows = group["rows"].as_array().expect("a list");
        rows.iter().map(move |row| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            [
                text(&row["question"]),
                text(&row["claim"]),
                text(&row["found"]),
                text(&row["place"]),
                text(&group["title"]),
            ]
        })
    });
    rows.collect()
}

fn shown() -> BTreeSet<Row> {
    let rows = README.lines().filter(|line| line.starts_with("| Q."));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [question, _, claim, found, place, verdict] = cells[..] else {
            panic!("not six cells: {line}")
        };
        [question, claim, found, place, verdict].map(str::to_owned)
    })
    .collect()
}

#[test]
fn the_table_of_the_readme_says_what_the_program_says() {
    let (checked, shown) = (checked(), shown());
    for row in &shown {
        assert!(checked.contains(row), "not so: {row:?}");
    }
    for row in checked
        .iter()
        .filter(|row| WHOLE.contains(&row[4].as_str()))
    {
        assert!(shown.contains(row), "not in the README: {row:?}");
    }
    let verdicts: BTreeSet<&str> = shown.iter().map(|row| row[4].as_str()).collect();
    assert_eq!(verdicts.len(), 4);
}

#[test]
fn nothing_that_looks_like_a_secret_stands_in_what_is_written() {
    let folder = Path::new(FOLDER);
    // The third part of the token, its words in base64url, and the client secret of the realm.
    let secrets = [
        "bm90IGEgc2lnbmF0dXJl",
        "not-a-secret-made-up-for-this-example",
    ];
    for (file, secret) in [("token.json", secrets[0]), ("realm.json", secrets[1])] {
        let artefact = fs::read_to_string(folder.join("artefacts").join(file));
        assert!(artefact.expect("it can be read").contains(secret), "{file}");
    }
    let mut written: Vec<Vec<u8>> = copies(folder).into_iter().map(|copy| copy.1).collect();
    for file in [
        "assessment.yaml",
        "report.md",
        "report.html",
        "report.pdf",
        "score.json",
    ] {
        written.push(fs::read(folder.join(file)).expect("it can be read"));
    }
    for command in [
        "evidence check",
        "evidence requests",
        "evidence list",
        "score",
    ] {
        let printed = run(&format!("idp-assay {command} assessment.yaml"), folder);
        written.push(printed.into_bytes());
    }
    for bytes in &written {
        let text = String::from_utf8_lossy(bytes);
        for secret in secrets {
            assert!(!text.contains(secret), "{secret}");
        }
    }
}
