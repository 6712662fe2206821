//! The subservice organisations of a SOC 2 report, and whether their controls were tested.

use super::Proposed;
use super::document::{Document, Passage, Section, is_heading, part, range};
use super::found::{Found, Weight};
use super::pattern::patterns;

patterns! {
    // `uses Amazon Web Services ("AWS"), a subservice organization`.
    USED = r#"\b(?:uses|utili[sz]es|relies on) (?P<names>(?-i:[A-Z0-9])[\w&.,'"()+/ -]{1,160}?),? ?\(?"?(?:(?:as|which is|who is|which are) )?(?:(?:a|an|its|the|both|two|three) )?\(?"?subservice organi[sz]ations?\b"#;
    // `uses a subservice organization, Amazon Web Services, to provide`.
    NAMED = r#"\b(?:uses|utili[sz]es|relies on) (?:a|an|the|the following) (?:third-party )?subservice organi[sz]ations?,?:? ?(?:namely |named |called )?(?P<names>(?-i:[A-Z0-9])[\w&.,'"()+/ -]{1,160}?),? (?:to|for|as|which|that)\b"#;
    NONE = r"does not (?:use|utili[sz]e|rely on) (?:any )?subservice organi[sz]ations?|no subservice organi[sz]ations? (?:are|were|is)";
    CARVE_OUT = r"carve-? ?out( method)?\b|carved out|does not (include|disclose) (the )?(actual )?controls (at|of|performed by) (the )?(\S+ )?subservice|(did not|does not) (include|extend to) [^.\n]{0,80}subservice organi";
    INCLUSIVE = r"\binclusive(ly)?( method)?\b";
    CSOCS = r"complementary subservice organi[sz]ation controls|\bcsocs?\b";
    HOSTING = r"hosting|hosted|infrastructure|data ?cent(er|re)|colocation|cloud computing|iaas";
}

/// What the report says of subservice organisations.
pub(super) struct Subservice {
    /// Whether there are any.
    pub(super) has: Option<Found<bool>>,
    /// One row for each.
    pub(super) rows: Vec<Found<Vec<(&'static str, Proposed)>>>,
}

pub(super) fn find(document: &Document) -> Subservice {
    let rows = rows(document);
    let none = document.first(&NONE).map(|found| found.map(|()| false));
    let has = match (rows.first(), none) {
        (Some(row), None) => Some(row.clone().map(|_| true)),
        (None, none) => none,
        // It speaks of other systems in one of them.
        (Some(_), Some(_)) => None,
    };
    let rows = if has.is_some() { rows } else { Vec::new() };
    Subservice { has, rows }
}

fn rows(document: &Document) -> Vec<Found<Vec<(&'static str, Proposed)>>> {
    let method = method(document);
    let mut description = document.section(Section::Description);
    let lists_controls = description.any(|passage| {
        let mut lines = passage.lines.iter();
        lines.any(|line| is_heading(line) && CSOCS.is_match(line))
    });
    let mut seen: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for passage in &document.passages {
        if matches!(passage.section, Section::Tests | Section::Other) {
            continue;
        }
        for pattern in [&*USED, &*NAMED] {
            for found in passage.all(pattern) {
                let Some(names) = part(&found, "names") else {
                    continue;
                };
                for name in names_of(names.as_str()) {
                    if seen.contains(&name) || seen.len() > 30 {
                        continue;
                    }
                    seen.push(name.clone());
                    let mut row = vec![("name", Proposed::Text(name))];
                    if HOSTING.is_match(passage.after(range(&found).end, 80)) {
                        row.push(("does", Proposed::Several(vec!["hosting"])));
                    }
                    row.extend(method.map(|method| ("method", Proposed::Choice(method))));
                    if lists_controls {
                        row.push(("csocs", Proposed::YesNo(true)));
                    }
                    rows.push(row_at(passage, row, range(&found)));
                }
            }
        }
    }
    rows
}

fn row_at<T>(passage: &Passage, row: T, at: std::ops::Range<usize>) -> Found<T> {
    passage.found(row, Weight::Said, at)
}

/// How all of them are treated; nothing when both methods are named.
fn method(document: &Document) -> Option<&'static str> {
    let carve_out = document.first(&CARVE_OUT).is_some();
    let inclusive = document.first(&INCLUSIVE).is_some();
    match (carve_out, inclusive) {
        (true, false) => Some("carve-out"),
        (false, true) => Some("inclusive"),
        _ => None,
    }
}

/// The names of a list, without their short forms.
fn names_of(list: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for c in list.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '"' => {}
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let mut names: Vec<String> = Vec::new();
    for piece in plain.split(", ").flat_map(|piece| piece.split(" and ")) {
        let piece = piece.split_whitespace().collect::<Vec<_>>().join(" ");
        let piece = piece.trim_matches([',', ' ']);
        let piece = piece.strip_prefix("and ").unwrap_or(piece);
        let is_suffix = matches!(
            piece.trim_end_matches('.'),
            "Inc" | "LLC" | "L.L.C" | "Ltd" | "Corp" | "Limited" | "GmbH" | "Corporation"
        );
        match names.last_mut() {
            Some(last) if is_suffix => *last = format!("{last}, {piece}"),
            _ if piece.is_empty() => {}
            _ => names.push(piece.to_string()),
        }
    }
    let is_name = |name: &String| {
        name.split(' ').all(|word| {
            let is_small = matches!(word, "of" | "the" | "for" | "&" | "+");
            is_small || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        })
    };
    if names.iter().all(is_name) {
        names
    } else {
        Vec::new()
    }
}
