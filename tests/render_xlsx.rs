//! The working file read back: what its cells hold, and that words from outside are only words.
//!
//! Formulas are computed by the script `.ci/check_xlsx.py`; here stand the results stored beside them.

mod fixture;
mod outside;
mod sample;
mod workbook;

use chrono::NaiveDate;
use fixture::{Picks, empty, filled};
use idp_assay::assessment::Assessment;
use idp_assay::assessment::answer::{Response, State, Value};
use idp_assay::built_in;
use idp_assay::pack::Pack;
use idp_assay::pack::answer::{AnswerKind, Form};
use idp_assay::render::xlsx;
use idp_assay::report::{Audience, Frame, Report};
use idp_assay::score::score_assessment;
use workbook::{Read, Workbook};

fn bytes(pack: &Pack, assessment: &Assessment, audience: Audience) -> Vec<u8> {
    let report = Report::new(pack, assessment, &Frame::unsigned(audience));
    xlsx::report(pack, assessment, &report).expect("it can be written")
}

fn read(pack: &Pack, assessment: &Assessment) -> Workbook {
    Workbook::read(&bytes(pack, assessment, Audience::Architect))
}

#[test]
fn the_same_assessment_gives_the_same_bytes() {
    let pack = built_in::pack();
    let assessment = sample::assessment(&pack);
    let write = || bytes(&pack, &assessment, Audience::Architect);
    assert_eq!(write(), write());
}

#[test]
fn sheets_stand_in_the_order_used() {
    let pack = built_in::pack();
    let book = read(&pack, &sample::assessment(&pack));
    let names = [
        "Overview",
        "Answers",
        "Findings",
        "Flags",
        "Plan",
        "Requests",
        "Evidence",
        "Documents",
        "Scores",
        "Check",
        "Controls",
        "Levels",
        "Use",
        "Model",
    ];
    assert_eq!(book.names(), names);
}

#[test]
fn an_audience_gets_the_sheets_of_its_sections() {
    let pack = built_in::pack();
    let assessment = filled(&pack, Picks::Mixed);
    let book = Workbook::read(&bytes(&pack, &assessment, Audience::Committee));
    let names = book.names();
    assert!(names.contains(&"Scores") && !names.contains(&"Answers"));
}

#[test]
fn every_sheet_has_a_frozen_head_and_prints_across() {
    let pack = built_in::pack();
    let book = read(&pack, &sample::assessment(&pack));
    for sheet in &book.sheets {
        for part in [
            "state=\"frozen\"",
            "orientation=\"landscape\"",
            "<pageSetUpPr fitToPage=\"1\"/>",
            "fitToHeight=\"0\"",
            "Page &amp;P of &amp;N",
        ] {
            assert!(sheet.xml.contains(part), "{} lacks {part}", sheet.name);
        }
        assert!(sheet.cells.contains_key("A3"), "{}", sheet.name);
    }
}

#[test]
fn lists_are_tables_and_rows_that_formulas_name_are_not() {
    let pack = built_in::pack();
    let book = read(&pack, &sample::assessment(&pack));
    for sheet in &book.sheets {
        let is_list = ![
            "Overview", "Scores", "Check", "Controls", "Levels", "Use", "Model",
        ]
        .contains(&sheet.name.as_str());
        assert_eq!(sheet.xml.contains("<tableParts"), is_list, "{}", sheet.name);
        assert!(!sheet.xml.contains("<autoFilter"), "{}", sheet.name);
    }
}

#[test]
fn the_stored_results_are_the_numbers_of_the_score() {
    let pack = built_in::pack();
    for assessment in [
        filled(&pack, Picks::Mixed),
        filled(&pack, Picks::Best),
        empty(&pack),
        sample::assessment(&pack),
    ] {
        let (book, scored) = (
            read(&pack, &assessment),
            score_assessment(&pack, &assessment),
        );
        let score = &scored.score;
        for (name, expected) in [
            ("residual", score.residual.point),
            ("residual_low", score.residual.low),
            ("residual_open", score.residual.open),
            ("residual_high", score.residual.high),
            ("exposure", score.exposure),
            ("inherent", score.inherent.risk),
            ("coverage", score.ruling.coverage),
            ("confidence", score.ruling.confidence),
        ] {
            let Read::Number { value, formula } = book.named(name) else {
                panic!("{name} is a number");
            };
            assert!(
                (value - expected).abs() < 1e-9,
                "{name}: {value}, not {expected}"
            );
            assert!(formula.is_some(), "{name} is computed");
        }
    }
}

/// Begins that a sheet could take for a formula, and signs that it could stumble over.
const HOSTILE: [&str; 16] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "{=SUM(1)}",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "https://example.com/x",
    "mailto:a@example.com",
    "internal:'Levels'!A1",
    "<b>&amp;</b>]]>",
    "_x0041_ and \u{1} \u{fffe} \u{202e}",
    "&L&P &\"Arial\"",
    "'quoted\" and \u{1f511}",
];

/// Text that begins alike after cleaning is found so often, whatever the words.
fn shape(book: &Workbook) -> Vec<(String, usize, usize)> {
    let count = |sheet: &workbook::Sheet| {
        let cells = sheet.cells.values();
        let formulas = cells.filter(|cell| cell.formula().is_some()).count();
        (sheet.name.clone(), sheet.cells.len(), formulas)
    };
    book.sheets.iter().map(count).collect()
}

#[test]
fn words_from_outside_are_text_and_never_a_formula_or_a_link() {
    let pack = built_in::pack();
    let plain = shape(&read(&pack, &outside::with(&pack, "harmless")));
    for words in HOSTILE {
        let book = read(&pack, &outside::with(&pack, words));
        assert_eq!(shape(&book), plain, "{words:?}");
        for sheet in &book.sheets {
            assert!(!sheet.xml.contains("<hyperlink"), "{words:?}");
        }
    }
}

#[test]
fn words_come_back_as_they_were() {
    let pack = built_in::pack();
    for words in ["=1+1", "_x0041_", "a < b & c \"d\"", " spaced  "] {
        let book = read(&pack, &outside::with(&pack, words));
        let vendor = &book.sheet("Overview").cells["B4"];
        assert_eq!(vendor.text(), Some(words), "{words:?}");
    }
}

#[test]
fn a_text_too_long_for_a_cell_stands_whole_in_a_sheet_of_its_own() {
    let pack = built_in::pack();
    let words = "=ab\u{1f511}".repeat(10_000);
    let book = read(&pack, &outside::with(&pack, &words));
    let vendor = book.sheet("Overview").cells["B4"].text().expect("a text");
    assert!(vendor.ends_with("(whole in the sheet Long, text 1)"));
    let long = &book.sheet("Long").cells;
    let pieces = ["C4", "C5"].map(|at| long[at].text().expect("a piece"));
    assert_eq!(pieces.concat(), words);
}

/// The built-in pack's first question of a kind, answered so.
fn answered(pack: &Pack, is_kind: fn(&AnswerKind) -> bool, value: Value) -> Assessment {
    let mut questions = pack.questions();
    let question = questions
        .find(|question| {
            let single = matches!(&question.form, Form::Single(kind) if is_kind(kind));
            single && question.when.is_none()
        })
        .expect("the pack asks for one");
    let mut assessment = empty(pack);
    let response = Response {
        state: State::Answered(value),
        note: None,
        by: None,
        on: None,
    };
    assessment.answers.insert(question.id.clone(), response);
    assessment
}

/// The cells of the column that holds values as numbers.
fn values(book: &Workbook) -> Vec<&Read> {
    let cells = book.sheet("Answers").cells.iter();
    let own = cells.filter(|(at, _)| at.starts_with('G') && at.as_str() != "G3");
    own.map(|(_, cell)| cell)
        .filter(|cell| !matches!(cell, Read::Blank))
        .collect()
}

#[test]
fn a_count_is_a_number() {
    let pack = built_in::pack();
    let is_count = |kind: &AnswerKind| matches!(kind, AnswerKind::Count(_));
    let book = read(&pack, &answered(&pack, is_count, Value::Count(5000)));
    let number = |value| Read::Number {
        value,
        formula: None,
    };
    assert_eq!(values(&book), [&number(5000.0)]);
}

#[test]
fn a_day_of_the_assessment_before_1900_is_text_and_a_later_one_a_number() {
    let pack = built_in::pack();
    let as_of = |text: &str| {
        let as_of: NaiveDate = text.parse().expect("a date");
        let assessment = Assessment {
            as_of,
            ..empty(&pack)
        };
        read(&pack, &assessment).sheet("Overview").cells["B6"].clone()
    };
    assert_eq!(as_of("1899-12-31").text(), Some("1899-12-31"));
    let number = Read::Number {
        value: 46_348.0,
        formula: None,
    };
    assert_eq!(as_of("2026-11-22"), number);
}

#[test]
fn names_of_the_parameters_are_defined_for_the_formulas() {
    let pack = built_in::pack();
    let book = read(&pack, &empty(&pack));
    for name in [
        "model_p",
        "model_q",
        "model_kappa",
        "beta_nhi",
        "budget_revocation",
    ] {
        assert!(matches!(book.named(name), Read::Number { .. }), "{name}");
    }
}
