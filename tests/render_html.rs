//! The HTML report as a page: landmarks, names, links, and nothing that reaches out.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use idp_assay::render::logo::Logo;
use idp_assay::render::{Letterhead, Metadata, document, html};
use sha2::{Digest, Sha256};

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
        "<main id=\":report\" tabindex=\"-1\">",
        "<header>\n<p>Assurance of &quot;R&amp;D&quot; &lt;Directory&gt;</p>\n<p class=\"mark\" data-mark=\"draft\">draft</p>\n</header>",
        "<nav id=\"contents\" aria-label=\"Contents\">",
        "<footer>\n<p>Northgate · as of 2026-10-14 · Stamp</p>\n",
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
fn what_the_file_says_about_itself_stays_text() {
    let hostile = "</title></style></script><script>alert(1)</script>\" onload=\"x' --><!--";
    let with = |words: &str| {
        let metadata = Metadata {
            title: words.to_owned(),
            author: words.to_owned(),
            subject: words.to_owned(),
            language: "en",
            date: chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap(),
            footer: words.to_owned(),
            mark: Some(words.to_owned()),
            ..Metadata::default()
        };
        html::write(&document::parse(SAMPLE), &metadata)
    };
    let shown = hostile
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;");
    assert_eq!(with(hostile), with("QQQ").replace("QQQ", &shown));
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

/// The text of the only element of a name.
fn text_of<'a>(page: &'a str, name: &str) -> &'a str {
    let opening = format!("<{name}");
    let mut parts = page.split(&opening);
    let text = parts
        .nth(1)
        .and_then(|rest| rest.split_once('>'))
        .unwrap()
        .1;
    assert_eq!(parts.next(), None, "`{name}` stands twice");
    let closing = format!("</{name}>");
    text.split_once(&closing).unwrap().0
}

/// The page without what stands in its style and script.
fn markup(page: &str) -> String {
    let script = text_of(page, "script");
    page.replace(text_of(page, "style"), "").replace(script, "")
}

#[test]
fn every_element_is_closed_in_order() {
    let page = markup(&page(SAMPLE));
    let mut open: Vec<&str> = Vec::new();
    for tag in page
        .split('<')
        .skip(2)
        .map(|rest| rest.split('>').next().unwrap())
    {
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{tag}");
        } else if !tag.ends_with('/') && !["br", "hr", "meta"].contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn nothing_is_loaded_and_only_the_own_script_runs() {
    let page = markup(&page(SAMPLE));
    for forbidden in [
        "<link",
        "<img",
        "<iframe",
        "<object",
        "<form",
        " src=",
        " style=",
        "javascript:",
        " on",
    ] {
        let tags = page
            .split('<')
            .skip(1)
            .filter_map(|rest| rest.split('>').next());
        let found = tags.map(|tag| format!("<{tag}>")).find(|tag| {
            tag.contains(forbidden) && !tag.contains("aria-label=") && !tag.starts_with("<script")
        });
        assert_eq!(found, None, "{forbidden}");
    }
}

#[test]
fn the_policy_names_the_style_and_the_script_by_their_digests() {
    let page = page(SAMPLE);
    let digest = |name| STANDARD.encode(Sha256::digest(text_of(&page, name)));
    let wanted = format!(
        "content=\"default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; ",
        digest("style"),
        digest("script")
    );
    assert!(page.contains(&wanted), "{wanted}");
    assert!(!page.contains("unsafe"));
}

#[test]
fn the_policy_stands_before_what_it_governs() {
    let page = page(SAMPLE);
    let place = |text: &str| page.find(text).unwrap();
    assert!(place("Content-Security-Policy") < place("<style"));
    assert!(place("Content-Security-Policy") < place("<title"));
}

#[test]
fn script_adds_nothing_that_a_reader_needs() {
    let page = page(SAMPLE);
    let before_script = page.split("<script").next().unwrap();
    for needed in ["</main>", "</footer>", "Back to the text", "RV1"] {
        assert!(before_script.contains(needed), "{needed}");
    }
    for added in ["<button", "<input", "aria-sort", " hidden", "<noscript"] {
        assert!(
            !before_script
                .split("</style>")
                .nth(1)
                .unwrap()
                .contains(added),
            "{added}"
        );
    }
}

#[test]
fn the_contents_are_a_landmark_beside_the_report() {
    let page = page(SAMPLE);
    let before = page.split("<main").next().unwrap();
    assert_eq!(page.matches("<nav").count(), 1);
    assert!(before.contains("<a href=\"#results\">Results</a>"));
    assert!(
        !before.contains("href=\"#contents\""),
        "the list names itself"
    );
    assert!(page.contains("<a class=\"to-contents\" href=\"#contents\">Contents</a>"));
    assert!(
        !page.contains(">Contents</h1>"),
        "its heading stands with it"
    );
}

#[test]
fn a_report_without_contents_has_no_way_to_them() {
    let page = markup(&page("# A\n\ntext\n"));
    assert!(!page.contains("<nav") && !page.contains("to-contents"));
}

#[test]
fn each_table_has_a_name_of_its_own() {
    let page = page(SAMPLE);
    let names: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("<caption"))
        .collect();
    assert!(names.len() > 8 && names.iter().all(|name| name.contains(">Table ")));
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    assert_eq!(names.len(), page.matches("<table>").count());
    assert_eq!(
        page.matches("<th ").count(),
        page.matches("<th scope=\"").count()
    );
}

#[test]
fn a_table_that_may_scroll_can_be_reached_by_keyboard() {
    let row = |cells: usize| "| a ".repeat(cells) + "|\n";
    let table = |columns| row(columns) + &"|--".repeat(columns) + "|\n" + &row(columns);
    let frame =
        "<div class=\"table wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\":table-1\">";
    assert!(page(&table(4)).contains(frame));
    assert!(!page(&table(3)).contains(frame));
}

#[test]
fn a_long_table_can_be_folded_and_begins_open() {
    let table = |rows| "# A\n\n| a |\n|--|\n".to_owned() + &"| b |\n".repeat(rows);
    let folded =
        "<details class=\"long\" open>\n<summary>Table 1: A <span>12 rows</span></summary>";
    assert!(page(&table(12)).contains(folded));
    assert!(!page(&table(11)).contains("class=\"long\""));
}

#[test]
fn a_line_in_bold_names_the_table_below_it() {
    let page = page("# A\n\n**B**\n\n| a |\n|--|\n| b |\n\n# C\n\n| a |\n|--|\n| b |\n");
    assert!(page.contains("Table 1: B</caption>") && page.contains("Table 2: C</caption>"));
}

#[test]
fn what_sorts_by_value_carries_it() {
    let page = page(
        "| Id | Severity | Points |\n|---|---|--:|\n| Low | High | 7.5 |\n| 12 | – | 90 % |\n| **All** | | **8** |\n",
    );
    let wanted = [
        "<tr><th scope=\"row\">Low</th>",
        "<td class=\"right\" data-value=\"7.5\">7.5</td>",
        "<td class=\"severity high\" data-value=\"3\">High</td>",
        "<td class=\"right\" data-value=\"90\">90 %</td>",
        "<tfoot>\n<tr><th scope=\"row\"><strong>All</strong></th>",
        "<td class=\"right\"><strong>8</strong></td>",
    ];
    for part in wanted {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn an_address_is_printed_unless_it_is_its_own_text() {
    let page = page("[there](https://example.org/a) or <https://example.org/b>\n");
    assert!(page.contains("noreferrer\" class=\"named\">there</a>"));
    assert!(page.contains("noreferrer\">https://example.org/b</a>"));
}

#[test]
fn two_tables_below_one_heading_have_two_names() {
    let page = page("# A\n\n| a |\n|--|\n| b |\n\ntext\n\n| a |\n|--|\n| b |\n");
    assert!(page.contains(">Table 1: A<") && page.contains(">Table 2: A<"));
}

#[test]
fn figures_have_a_title_and_a_description() {
    let page = page(SAMPLE);
    assert_eq!(
        page.matches("<svg role=\"img\" aria-labelledby=").count(),
        2 * 6,
        "each is drawn for wide and for narrow windows"
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
