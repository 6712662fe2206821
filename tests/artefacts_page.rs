//! `docs/artefacts.md` is written from the readers; `UPDATE_DOCS=1 cargo test --test artefacts_page` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write;

use idp_assay::built_in;
use idp_assay::evidence::families::FAMILIES;
use idp_assay::evidence::log;
use idp_assay::pack::fact::FactKind;
use idp_assay::source::names::name_of;

const HEAD: &str = "# What is read from artefacts\n\n\
    Written from the readers in `src/evidence` and the catalogue `questionnaires/facts.yaml`. A file is\n\
    recognised by its content, never by its name; [evidence.md](evidence.md) tells what a fact can prove.\n\n\
    ## Families\n\n\
    | family | format | what |\n\
    |---|---|---|\n";

const FACTS: &str = "\n## Facts\n\n\
    Each fact, the kind of its value, and the questions it answers. A fact without a question is shown and\n\
    held against nothing.\n\n\
    | fact | kind | what | answers |\n\
    |---|---|---|---|\n";

fn page() -> String {
    let mut page = HEAD.to_owned();
    for family in FAMILIES {
        for format in family.formats {
            let _ = writeln!(
                page,
                "| `{}` {} | `{}` | {} |",
                family.id, family.title, format.id, format.title
            );
        }
    }
    for (id, title) in log::FORMATS {
        let _ = writeln!(
            page,
            "| `{}` {} | `{id}` | {title} |",
            log::FAMILY.id,
            log::FAMILY.title
        );
    }
    page.push_str(FACTS);
    let pack = built_in::pack();
    let mut answers: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for question in pack.questions() {
        for link in &question.facts {
            let part = link
                .part
                .as_ref()
                .map_or_else(String::new, |part| format!(" {part}"));
            answers
                .entry(link.fact.as_str())
                .or_default()
                .push(format!("{}{part}", question.id));
        }
    }
    for fact in &pack.facts {
        let mut answered = answers.remove(fact.id.as_str()).unwrap_or_default();
        answered.dedup();
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {} |",
            fact.id,
            name_of(FactKind::NAMES, fact.kind),
            fact.title,
            answered.join(", ")
        );
    }
    page
}

#[test]
fn the_page_of_artefacts_is_that_of_the_readers() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/artefacts.md");
    let page = page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &page).expect("the page can be written");
    }
    let written = std::fs::read_to_string(path).expect("the page is there");
    assert!(
        written == page,
        "docs/artefacts.md is outdated; see the head of this file"
    );
}
