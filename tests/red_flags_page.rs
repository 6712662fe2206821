//! `docs/red-flags.md` is written from the rules; `UPDATE_DOCS=1 cargo test --test red_flags_page` writes it anew.

use std::fmt::Write;

use idp_assay::built_in;
use idp_assay::checks::documents::effect::effect;
use idp_assay::checks::documents::rules::RULES;
use idp_assay::pack::document::RedFlag;
use idp_assay::pack::language::Language;
use idp_assay::pack::question::Severity;
use idp_assay::source::names::name_of;
use idp_assay::words::Words;

const HEAD: &str = "# Red flags on assurance documents\n\n\
    Written from `questionnaires/red-flags.yaml` and the rules in `src/checks/documents/rules`.\n\
    `RF-S` is about SOC 2, `RF-I` about ISO/IEC 27001 and its relatives, `RF-X` about several documents\n\
    together. Severities and effects are our judgement unless the source gives them; `judgement` in the\n\
    column of the standing says that the rule itself is one too. A prompt is no finding and never moves the\n\
    score. [documents.md](documents.md) tells how documents count.\n\n\
    | id | red flag | severity | effect | control | standing | reads | source |\n\
    |---|---|---|---|---|---|---|---|\n";

fn page() -> String {
    let pack = built_in::pack();
    let mut page = HEAD.to_owned();
    for rule in RULES {
        let flag = pack
            .documents
            .red_flag(rule.id)
            .expect("each rule has its flag");
        row(&mut page, flag);
    }
    page
}

fn row(page: &mut String, flag: &RedFlag) {
    let severities = flag.severities.iter();
    let names: Vec<&str> = severities
        .map(|severity| name_of(Severity::NAMES, *severity))
        .collect();
    let _ = writeln!(
        page,
        "| {} | {} | {} | {} | {} | {}{} | {} | {} |",
        flag.id,
        flag.title,
        names.join(", "),
        effects(flag),
        flag.control,
        flag.standing.name(),
        if flag.prompt { "; prompt" } else { "" },
        flag.reads,
        flag.source.replace('|', "/"),
    );
}

/// The effect, or one for each severity where they differ.
fn effects(flag: &RedFlag) -> String {
    let english = Words::of(Language::English);
    let words = |severity| effect(flag.id.as_str(), severity).text(english);
    let first = words(flag.severities[0]);
    if flag
        .severities
        .iter()
        .all(|severity| words(*severity) == first)
    {
        return first;
    }
    let each = flag.severities.iter().map(|severity| {
        format!(
            "{}: {}",
            name_of(Severity::NAMES, *severity),
            words(*severity)
        )
    });
    each.collect::<Vec<_>>().join("; ")
}

#[test]
fn the_page_of_red_flags_is_that_of_the_rules() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/red-flags.md");
    let page = page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &page).expect("the page can be written");
    }
    let written = std::fs::read_to_string(path).expect("the page is there");
    assert!(
        written == page,
        "docs/red-flags.md is outdated; see the head of this file"
    );
}
