//! Page one is complete in itself: whatever the names and texts, it fits, and says where the rest stands.

use std::fs;

use idp_assay::assessment::reader;
use idp_assay::render::pdf::{self, Paper};
use idp_assay::render::{Letterhead, Metadata, document, markdown};
use idp_assay::report::{Audience, Frame, Report, SignOff, Signed};
use idp_assay::source::Source;
use lopdf::Document;

const EXAMPLES: [&str; 4] = ["brindlewick", "ferrowick", "larkhaven", "sealwright"];

/// The report of an example with these names in place of its own.
fn markdown_of(example: &str, names: &str) -> String {
    let path = format!("examples/{example}/assessment.yaml");
    let text = fs::read_to_string(&path).expect("the example can be read");
    let lines = text.lines().map(|line| match line.split_once(':') {
        Some((key @ ("vendor" | "product" | "assessor"), _)) => format!("{key}: \"{names}\""),
        _ => line.to_owned(),
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let pack = idp_assay::built_in::pack();
    let assessment = reader::read(&Source::new(path, text), &pack, None).expect("it is valid");
    let sign = || {
        Some(SignOff {
            name: names.to_owned(),
            on: assessment.as_of,
        })
    };
    let frame = Frame {
        digest: Some("d08cf196a033f2a6".repeat(4)),
        signed: Signed {
            assessor: sign(),
            reviewer: sign(),
            committee: sign(),
        },
        ..Frame::unsigned(Audience::Committee)
    };
    markdown::write(&Report::new(&pack, &assessment, &frame)).expect("the templates are valid")
}

/// The texts of the first two pages.
fn pages(markdown: &str, organisation: &str, paper: Paper) -> [String; 2] {
    let metadata = Metadata {
        title: "Report".to_owned(),
        mark: Some("Draft".to_owned()),
        letterhead: Some(Letterhead {
            organisation: organisation.to_owned(),
            logo: None,
        }),
        ..Metadata::default()
    };
    let file = pdf::write(&document::parse(markdown), &metadata, paper).expect("it can be printed");
    let file = Document::load_mem(&file).expect("it can be read");
    [1, 2].map(|page| {
        let text = file.extract_text(&[page]).expect("it has text");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

fn assert_fits(example: &str, names: &str) {
    let markdown = markdown_of(example, names);
    for paper in [Paper::A4, Paper::Letter] {
        let [one, two] = pages(&markdown, names, paper);
        assert!(one.contains("Verdict"), "{example}: {one}");
        assert!(
            one.contains("parameters d5f3"),
            "{example} on {paper:?} with names of {}",
            names.len()
        );
        assert!(two.contains("Contents"), "{example}: {two}");
    }
}

#[test]
fn page_one_of_every_example_fits() {
    for example in EXAMPLES {
        assert_fits(example, "Northgate");
    }
}

#[test]
fn long_names_fit_and_stand_in_full_behind() {
    let name = format!("{}Ltd", "Northgate ".repeat(20));
    for example in EXAMPLES {
        assert_fits(example, &name);
    }
    let markdown = markdown_of("ferrowick", &name);
    let (front, rest) = markdown
        .split_once("## Page one in full")
        .expect("it is there");
    assert!(front.contains("#page-one-in-full") && !front.contains(&name));
    assert!(rest.contains(&name));
}

#[test]
fn a_name_without_end_fits() {
    assert_fits("ferrowick", &"W".repeat(200));
}

#[test]
fn a_short_report_has_nothing_in_full() {
    assert!(!markdown_of("ferrowick", "Northgate").contains("in full under"));
}
