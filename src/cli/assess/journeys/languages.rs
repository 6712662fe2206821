//! The same sitting in two languages: all that is said is said in the language of the assessment.

use super::{answered_at, answered_by, empty, pack};
use crate::built_in;
use crate::checks::documents::settle::settled;
use crate::cli::terminal::script::Key::{self, At, Say, TickAt, Type};
use crate::interview::{Author, Interview, Target};
use crate::pack::Pack;
use crate::pack::language::Language;
use crate::pack::question::Depth;

/// A pack whose own texts are numbers, so that every word of a sitting is one of ours.
fn neutral(mut pack: Pack, language: Language) -> Pack {
    let texts = pack.texts().into_iter().enumerate();
    let texts = texts.map(|(number, (name, _))| (name, format!("#{number}")));
    let texts = texts.collect();
    for framework in pack.catalogue.frameworks.values_mut() {
        framework.name = "#".to_owned();
    }
    pack.translated(language, texts).in_language(language)
}

fn author() -> Author {
    Author {
        name: None,
        on: "2026-06-01".parse().expect("a date"),
    }
}

/// Everything said and offered in a sitting over the small pack, from its first question.
fn told(language: Language, keys: &[Key]) -> Vec<String> {
    let pack = neutral(pack(), language);
    let sitting = answered_by(Interview::new(&pack, empty(&pack), author()), keys);
    assert!(sitting.end.is_ok());
    [sitting.script.shown, sitting.script.offered].concat()
}

/// Everything said and offered in a sitting over the section on SOC 2 of the built-in pack.
fn told_of_documents(language: Language, keys: &[Key]) -> Vec<String> {
    let pack = neutral(built_in::pack(), language);
    let mut assessment = empty(&pack);
    assessment.depth = Depth::Quick;
    let mut interview = Interview::settled_by(settled, &pack, assessment, author());
    interview.limit_to(&"soc2".into()).expect("it is asked");
    let sitting = answered_by(interview, keys);
    assert!(sitting.end.is_ok());
    [sitting.script.shown, sitting.script.offered].concat()
}

/// Words that English sentences are made of, and German ones are not.
const ENGLISH: [&str; 18] = [
    "a", "and", "answer", "answered", "by", "for", "is", "it", "no", "none", "not", "of", "on",
    "or", "the", "to", "with", "yes",
];

/// The words of a line that are ours: no ids, numbers and commands, and nothing quoted.
fn ours(line: &str) -> Vec<&str> {
    let unquoted = line.split('`').step_by(2);
    let words = unquoted.flat_map(str::split_whitespace);
    let words = words.filter(|word| !word.contains(|c: char| c.is_ascii_digit()));
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).collect()
}

/// Holds that each line differs between the languages, and that the German one holds no English.
fn assert_translated(walk: impl Fn(Language) -> Vec<String>) {
    let (english, german) = (walk(Language::English), walk(Language::German));
    assert_eq!(english.len(), german.len());
    for (english, german) in english.iter().zip(&german) {
        let words = ours(german);
        assert!(words.is_empty() || english != german, "{german}");
        let is_left = words.iter().any(|word| ENGLISH.contains(word));
        assert!(!is_left, "{german}");
    }
}

#[test]
fn every_kind_of_answer_and_what_is_refused_is_said_in_the_language() {
    assert_translated(|language| {
        told(
            language,
            &[
                Say(true),
                Type("1-2"),
                Type("9999999999999999999"),
                Type("9007199254740993"),
                Type("5000"),
                Type(""),
                Type("15"),
                Type("never"),
                Type(":b"),
                Type("15 min"),
                At(1),
                TickAt(&[]),
                Say(false),
                TickAt(&[0, 2]),
                Type("90 d"),
                Say(true),
                Type(":b"),
                Type(":u"),
                Type("4711"),
                Type(""),
                Type("8; 9"),
                Type("850"),
                Type("85"),
                Say(false),
                Type("31/1"),
                Type("2026-01-31"),
                Type("2025-01-01"),
                Type("2025-12-31 to 2025-01-01"),
                Type("2025-01-01 to 2025-12-31"),
                Type(";"),
                Type("1; 2"),
                Type("3"),
            ],
        )
    });
}

#[test]
fn every_command_is_said_in_the_language() {
    assert_translated(|language| {
        told(
            language,
            &[
                Type(":b"),
                Say(true),
                Type(":?"),
                Type(":"),
                At(0),
                Type(":d"),
                Type(":note"),
                Type("1"),
                Type(":note"),
                Type("-"),
                Type(":n"),
                Type(""),
                Type("5"),
                Type(":j Q.use.02"),
                Type(":u"),
                Type(""),
                Type("7"),
                Type("2026-12-31"),
                Type(""),
                Type(":n"),
                Type(":?"),
                Type("1 h"),
                Type(":j Q.tok.99"),
                Type(":j Q.zzz.12345678"),
                Type(":j 0"),
                Type(":j Q.tok.01"),
                Type(":clear"),
                Say(true),
                Type(":j"),
                At(1),
                At(0),
                Type(":j Q.use.01"),
                Say(false),
            ],
        )
    });
}

/// A record of a SOC 2 Type II report, with something wrong in it first.
const REPORT: &[Key] = &[
    Type(":e"),
    At(1),
    At(0),
    Type(""),
    Type("2026-12-31"),
    Type("2026-01-20"),
    Type(""),
    Type("2025-01-01 to 2026-02-28"),
    Type("9999999"),
    Type("40"),
    Type("41"),
    Type("2"),
    Say(true),
    Type("CC6.1-04"),
    At(1),
    Type(""),
    Type("1"),
    Type("0"),
    Type("pack.yaml"),
    Type("all"),
    Type("2025-01-01 to 2025-12-31"),
    Type("Q.zzz.12345678"),
    Type("Q.tok.01"),
];

#[test]
fn evidence_of_every_kind_is_said_in_the_language() {
    let others: &[Key] = &[
        Type(":s"),
        Type(":e"),
        At(1),
        Type(":e"),
        At(1),
        Type(":j Q.use.01"),
        Type(":e"),
        At(1),
        Type(":j Q.tok.01"),
        Type(":e"),
        At(1),
        Say(true),
        Type(":e"),
        At(0),
        Type(""),
        Type(""),
        Type(""),
        Type(""),
        At(0),
        Type("1"),
        Type(""),
        Type(":e"),
        At(0),
        At(4),
        At(1),
        Type(""),
        Type(":b"),
        Type(":e"),
        At(0),
        At(5),
        At(0),
        Type(":b"),
        Type(":e"),
        At(0),
        At(6),
        At(0),
        Type(":b"),
    ];
    assert_translated(|language| told(language, &[REPORT, others].concat()));
}

#[test]
fn a_document_and_its_rows_are_said_in_the_language() {
    let keys: &[Key] = &[
        At(0),
        Type(""),
        Type(""),
        Type("1"),
        At(0),
        Type("2025-01-01 to 2025-12-31"),
        Type(":b"),
        Type(""),
        Type(":?"),
        Type("2026-12-31"),
        Type("2026-03-13"),
        At(0),
        At(0),
        TickAt(&[0]),
        Type("1"),
        Say(true),
        At(0),
        Type("2"),
        Say(true),
        At(0),
        Type("CC6.2"),
        Type("CC6.2-03"),
        At(0),
        Type("25"),
        Type("2"),
        Type(""),
        Type(""),
        Type(":s"),
        At(2),
        Type(":b"),
        At(1),
        At(1),
        Say(false),
        At(0),
        Type(":q"),
    ];
    assert_translated(|language| told_of_documents(language, keys));
}

#[test]
fn what_a_file_says_to_an_answer_is_said_in_the_language() {
    const TOKEN: &str = r#"{"access_token": "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzdmMiLCJpYXQiOjE3NjcyMjU2MDAsImV4cCI6MTc2NzMxMjAwMH0.",
        "token_type": "Bearer"}"#;
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    std::fs::write(folder.path().join("1.json"), TOKEN).expect("the file can be written");
    let pack = built_in::pack().in_language(Language::German);
    let mut interview = Interview::new(&pack, empty(&pack), author());
    let target = Target::Question("Q.tok.01".into());
    interview.jump(&target).expect("the question is asked");
    let keys = [Type("15 min"), Type(":e"), At(0), Type("1.json")];
    let sitting = answered_at(interview, &keys, &folder.path().join("a.yaml"));
    for text in [
        "gelesen als token (token-response)",
        "widerlegt: angegeben 15 min, die Datei zeigt 24 h",
        "gespeichert: Nachweis E1, von uns im eigenen Mandanten selbst getestet",
    ] {
        assert!(sitting.script.saw(text), "{:?}", sitting.script.shown);
    }
}
