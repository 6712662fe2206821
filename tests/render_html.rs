//! The HTML report as a page: landmarks, names, links, and nothing that reaches out.

use std::collections::BTreeSet;

use idp_assay::render::logo::Logo;
use idp_assay::render::{Letterhead, Metadata, document, html};

const SAMPLE: &str = include_str!("render/sample.md");

fn page(markdown: &str) -> String {
    titled("Assurance of \"R&D\" <Directory>", markdown)
}

fn titled(title: &str, markdown: &str) -> String {
    let metadata = Metadata {
        title: title.to_owned(),
        author: "Ada Meyer".to_owned(),
        subject: "An assessment".to_owned(),
        language: "en",
        date: chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap(),
        footer: "Northgate · as of 2026-10-14".to_owned(),
        stamp: "Stamp".to_owned(),
        mark: Some("draft".to_owned()),
        letterhead: None,
    };
    html::write(&document::parse(markdown), &metadata)
}

/// The values of an attribute, in the order of the page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(&start)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

#[test]
fn the_page_says_what_it_is() {
    let page = page(SAMPLE);
    for wanted in [
        "<!doctype html>\n<html lang=\"en\">",
        "<title>Assurance of &quot;R&amp;D&quot; &lt;Directory&gt;</title>",
        "<meta name=\"dcterms.date\" content=\"2026-10-14\">",
        "<a class=\"skip\" href=\"#:report\">",
        "<main id=\":report\">",
        "<nav aria-label=\"Contents\">",
        "<footer>Northgate · as of 2026-10-14 · Stamp</footer>",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
}

#[test]
fn characters_without_ink_are_marked_in_the_title() {
    let page = titled("Acme\u{202e}evil\u{1b}[31m\nID", "# Acme");
    assert!(
        page.contains("<title>Acme\u{fffd}evil\u{fffd}[31m ID</title>"),
        "{page}"
    );
}

#[test]
fn every_id_is_given_once_and_every_link_inside_leads_to_one() {
    let page = page(SAMPLE);
    let ids = values(&page, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len());
    let inner = values(&page, "href")
        .into_iter()
        .filter_map(|target| target.strip_prefix('#'));
    let lost: Vec<&str> = inner.filter(|id| !unique.contains(id)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn every_element_is_closed_in_order() {
    let page = page(SAMPLE);
    let body = page.split("</style>").nth(1).unwrap();
    let mut open: Vec<&str> = vec!["html", "head"];
    for tag in body
        .split('<')
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap())
    {
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{tag}");
        } else if !tag.ends_with('/') && !["br", "hr"].contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    let page = page(SAMPLE);
    for forbidden in [
        "<script",
        "<link",
        "<img",
        "<iframe",
        "@import",
        "src=",
        "javascript:",
        " on",
    ] {
        let tags = page
            .split('<')
            .skip(1)
            .filter_map(|rest| rest.split('>').next());
        let found = tags
            .map(|tag| format!("<{tag}>"))
            .find(|tag| tag.contains(forbidden) && !tag.contains("aria-label"));
        assert_eq!(found, None, "{forbidden}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn each_table_is_a_region_with_a_name_of_its_own() {
    let page = page(SAMPLE);
    let regions: Vec<&str> = page
        .lines()
        .filter(|line| line.contains("role=\"region\""))
        .collect();
    assert!(
        regions.len() > 8
            && regions
                .iter()
                .all(|region| region.contains("tabindex=\"0\" aria-label=\"Table "))
    );
    assert_eq!(regions.iter().collect::<BTreeSet<_>>().len(), regions.len());
    assert_eq!(
        page.matches("<th ").count(),
        page.matches("<th scope=\"col\"").count()
    );
}

#[test]
fn two_tables_below_one_heading_have_two_names() {
    let page = page("# A\n\n| a |\n|--|\n| b |\n\ntext\n\n| a |\n|--|\n| b |\n");
    assert!(page.contains("\"Table 1: A\"") && page.contains("\"Table 2: A\""));
}

#[test]
fn figures_have_a_title_and_a_description() {
    let page = page(SAMPLE);
    assert_eq!(
        page.matches("<svg role=\"img\" aria-labelledby=").count(),
        2
    );
    assert!(page.contains("Residual risk 51.8 of 100, band Elevated."));
}

#[test]
fn the_same_report_has_the_same_bytes() {
    assert_eq!(page(SAMPLE), page(SAMPLE));
}

#[test]
fn the_letterhead_is_in_the_file_itself() {
    let metadata = Metadata {
        title: "Report".to_owned(),
        language: "en",
        letterhead: Some(Letterhead {
            organisation: "R&D <Bank>".to_owned(),
            logo: Some(Logo::read(include_bytes!("render/logo.png").to_vec()).unwrap()),
        }),
        ..Metadata::default()
    };
    let page = html::write(&document::parse("# A"), &metadata);
    assert!(page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo"));
    assert!(page.contains("alt=\"R&amp;D &lt;Bank&gt;\"") && page.contains("img-src data:"));
}
