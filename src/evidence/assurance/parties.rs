//! The subservice organisations of a SOC 2 report, and whether their controls were tested.

use super::Proposed;
use super::document::{Document, Passage, Section, is_title, part, range};
use super::found::{Found, Weight};
use super::pattern::patterns;
use super::table::{Row, Table, tables};

patterns! {
    // `uses Amazon Web Services ("AWS"), a subservice organization`.
    USED = r#"\b(?:uses|utili[sz]es|relies on) (?P<names>(?-i:[A-Z0-9])[\w&.,'"()+/ -]{1,160}?),? ?\(?"?(?:(?:as|which is|who is|which are) )?(?:(?:a|an|its|the|both|two|three) )?\(?"?subservice organi[sz]ations?\b"#;
    // `uses a subservice organization, Amazon Web Services, to provide`.
    NAMED = r#"\b(?:uses|utili[sz]es|relies on) (?:a|an|the|the following) (?:third-party )?subservice organi[sz]ations?,?:? ?(?:namely |named |called )?(?P<names>(?-i:[A-Z0-9])[\w&.,'"()+/ -]{1,160}?),? (?:to|for|as|which|that)\b"#;
    // `uses two subservice organizations: Example Cloud for hosting, and Example Logs for the storage of logs`.
    LISTED = r"\b(?:uses?|utili[sz]es?|relies on) (?:(?:the following|several|(?P<number>two|three|four|five|six)) )?(?:third-party )?subservice organi[sz]ations: (?P<list>[^\n]{3,500})";
    SENTENCE_END = r"(?-i:(?P<last>\w+)\.(?: [A-Z]|$))";
    ABBREVIATED = r"^(inc|ltd|corp|co|llc)$";
    TITLED = r"^(?:name of (?:the )?)?(?:subservice|sub-service) organi[sz]ations?(?: name)?$";
    SERVICE = r"^(?:services?|purpose|function|role|description|type of service|nature of)\b";
    METHOD = r"\b(?:method|treatment|presentation|carve)";
    CONTROLS = r"\bcontrols?\b|\bcsocs?\b";
    KEYS = r"\bkey (?:management|vault|store|storage)\b|management of (?:\w+ ){0,2}keys\b|\bkms\b|\bhsms?\b|hardware (?:security )?modules?";
    LOGGING = r"\blogs?\b|\blogging\b|\bsiem\b";
    SUPPORT = r"(?:customer|user|technical) support\b|support (?:case|ticket)s?|\bhelp ?desk\b|\bticketing\b";
    NONE = r"does not (?:use|utili[sz]e|rely on) (?:any )?subservice organi[sz]ations?|no subservice organi[sz]ations? (?:are|were|is)";
    // A business can be carved out as well; only what is said of the method, or of these organisations, counts.
    CARVE_OUT = r"carve-? ?out (method|basis|approach|presentation)\b|subservice organi[^.\n]{0,120}carved out|carved out[^.\n]{0,120}subservice organi|does not (include|disclose) (the )?(actual )?controls (at|of|performed by) (the )?(\S+ )?subservice|(did not|does not) (include|extend to) [^.\n]{0,80}subservice organi";
    INCLUSIVE = r"\binclusive (method|basis|approach|presentation)\b";
    CARVE_OUT_CELL = r"^carved?[ -]?out\b";
    INCLUSIVE_CELL = r"^inclusive\b";
    SUFFIX = r"^(?-i:Inc|LLC|L\.L\.C|Ltd|Corp|Limited|GmbH|Corporation)\.*$";
    CSOCS = r"complementary subservice organi[sz]ation controls|\bcsocs?\b";
    HOSTING = r"hosting|hosted|infrastructure|data ?cent(er|re)|colocation|cloud computing|iaas";
}

/// Most of them that are proposed.
const MOST: usize = 30;

/// What the report says of subservice organisations.
pub(super) struct Subservice {
    /// Whether there are any.
    pub(super) has: Option<Found<bool>>,
    /// One row for each.
    pub(super) rows: Vec<Found<Vec<(&'static str, Proposed)>>>,
}

pub(super) fn find(document: &Document) -> Subservice {
    let mut rows = of_tables(document);
    if rows.is_empty() {
        rows = of_list(document);
    }
    if rows.is_empty() {
        rows = of_sentences(document);
    }
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

/// What one of them does.
fn services(text: &str) -> Vec<&'static str> {
    let services = [
        (&HOSTING, "hosting"),
        (&KEYS, "keys"),
        (&LOGGING, "logging"),
        (&SUPPORT, "support"),
    ];
    let named = services.iter().filter(|(word, _)| word.is_match(text));
    named.map(|(_, id)| *id).collect()
}

/// The rows of the tables that list them, and whether another table lists the controls expected of each.
fn of_tables(document: &Document) -> Vec<Found<Vec<(&'static str, Proposed)>>> {
    let is_named = |header: &[String]| header.iter().any(|title| TITLED.is_match(title));
    let all = tables(document.section(Section::Description), is_named);
    let is_of_controls = |table: &&Table<'_>| {
        let mut titles = table.header.iter().filter(|title| !TITLED.is_match(title));
        titles.any(|title| CONTROLS.is_match(title))
    };
    let controls: Vec<_> = all.iter().filter(is_of_controls).collect();
    let method = method(document);
    let mut seen: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for table in all.iter().filter(|table| !is_of_controls(table)) {
        for row in &table.rows {
            let name = name(table, row).filter(|name| !seen.contains(name));
            let Some(name) = name.filter(|_| seen.len() < MOST) else {
                continue;
            };
            seen.push(name.clone());
            let mut values = vec![("name", Proposed::Text(name))];
            let does = table.column(&SERVICE).and_then(|at| row.cell(at));
            let does = does.map(services).filter(|does| !does.is_empty());
            values.extend(does.map(|does| ("does", Proposed::Several(does))));
            let own = table.column(&METHOD).and_then(|at| row.cell(at));
            let method = own.map_or(method, treatment);
            values.extend(method.map(|method| ("method", Proposed::Choice(method))));
            rows.push(row.passage.found_in(values, Weight::Stated, &row.cells));
        }
    }
    if let Some(listed) = listed(&controls, &seen) {
        for (row, name) in rows.iter_mut().zip(&seen) {
            let is_listed = listed.contains(name);
            row.value.push(("csocs", Proposed::YesNo(is_listed)));
        }
    }
    rows
}

/// The name in a row.
fn name(table: &Table<'_>, row: &Row<'_>) -> Option<String> {
    let mut names = names_of(row.cell(table.column(&TITLED)?)?);
    let name = names.pop()?;
    names.is_empty().then_some(name)
}

/// The names of those whose controls are listed; nothing where a row cannot be told.
fn listed(tables: &[&Table<'_>], known: &[String]) -> Option<Vec<String>> {
    if tables.is_empty() || tables.iter().any(|table| table.is_partial) {
        return None;
    }
    let rows = tables
        .iter()
        .flat_map(|table| table.rows.iter().map(move |row| name(table, row)));
    let names: Option<Vec<String>> = rows.collect();
    names.filter(|names| names.iter().all(|name| known.contains(name)))
}

/// How a cell says that one of them is treated.
fn treatment(cell: &str) -> Option<&'static str> {
    match (CARVE_OUT_CELL.is_match(cell), INCLUSIVE_CELL.is_match(cell)) {
        (true, false) => Some("carve-out"),
        (false, true) => Some("inclusive"),
        _ => None,
    }
}

/// The items of a list in a sentence; nothing where two sentences list others.
fn of_list(document: &Document) -> Vec<Found<Vec<(&'static str, Proposed)>>> {
    let method = method(document);
    for passage in &document.passages {
        if matches!(passage.section, Section::Tests | Section::Other) {
            continue;
        }
        for found in passage.all(&LISTED) {
            let Some(list) = part(&found, "list") else {
                continue;
            };
            let items = items(sentence(list.as_str()));
            let number = part(&found, "number").and_then(|number| {
                let names = ["two", "three", "four", "five", "six"];
                let number = number.as_str().to_lowercase();
                names.iter().position(|name| *name == number)
            });
            if items.is_empty() || number.is_some_and(|number| number + 2 != items.len()) {
                continue;
            }
            let row = |(name, purpose): (String, Option<String>)| {
                let mut values = vec![("name", Proposed::Text(name))];
                let does = purpose.map_or_else(Vec::new, |purpose| services(&purpose));
                if !does.is_empty() {
                    values.push(("does", Proposed::Several(does)));
                }
                values.extend(method.map(|method| ("method", Proposed::Choice(method))));
                row_at(passage, values, range(&found))
            };
            return items.into_iter().map(row).collect();
        }
    }
    Vec::new()
}

/// The text up to the end of its sentence.
fn sentence(text: &str) -> &str {
    for found in SENTENCE_END.captures_iter(text) {
        let last = found.name("last").map_or("", |last| last.as_str());
        if !ABBREVIATED.is_match(last) {
            let end = found.name("last").map_or(0, |last| last.end());
            return &text[..end];
        }
    }
    text.trim_end_matches('.')
}

/// `Example Cloud for hosting, and Example Logs for logs`: names with their purposes, or without any.
fn items(list: &str) -> Vec<(String, Option<String>)> {
    let pieces = list.split(", ").flat_map(|piece| piece.split(" and "));
    let mut items: Vec<(String, Option<String>)> = Vec::new();
    for piece in pieces {
        let piece = piece.strip_prefix("and ").unwrap_or(piece).trim();
        let is_begun = piece.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        match items.last_mut() {
            _ if piece.is_empty() => {}
            Some((name, None)) if SUFFIX.is_match(piece) => *name = format!("{name}, {piece}"),
            Some((_, Some(purpose))) if !is_begun => *purpose = format!("{purpose}, {piece}"),
            _ => {
                let (name, purpose) = match piece.split_once(" for ") {
                    Some((name, purpose)) => (name, Some(purpose.to_string())),
                    None => (piece, None),
                };
                items.push((name.to_string(), purpose));
            }
        }
    }
    let is_alike = items
        .iter()
        .all(|item| item.1.is_some() == items[0].1.is_some());
    let named = |(name, purpose): (String, Option<String>)| {
        let mut names = names_of(&name);
        let name = names.pop().filter(|_| names.is_empty())?;
        Some((name, purpose))
    };
    let items: Option<Vec<_>> = items.into_iter().map(named).collect();
    items.filter(|_| is_alike).unwrap_or_default()
}

fn of_sentences(document: &Document) -> Vec<Found<Vec<(&'static str, Proposed)>>> {
    let method = method(document);
    let mut description = document.section(Section::Description);
    let lists_controls = description.any(|passage| {
        let mut lines = passage.lines.iter();
        lines.any(|line| is_title(line) && CSOCS.is_match(line))
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
                    if seen.contains(&name) || seen.len() >= MOST {
                        continue;
                    }
                    seen.push(name.clone());
                    let mut row = vec![("name", Proposed::Text(name))];
                    if HOSTING.is_match(passage.after(range(&found).end, 80)) {
                        row.push(("does", Proposed::Several(vec!["hosting"])));
                    }
                    row.extend(method.map(|method| ("method", Proposed::Choice(method))));
                    rows.push(row_at(passage, row, range(&found)));
                }
            }
        }
    }
    // One title says nothing about each of several.
    if let [row] = rows.as_mut_slice()
        && lists_controls
    {
        row.value.push(("csocs", Proposed::YesNo(true)));
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
        let is_suffix = SUFFIX.is_match(piece);
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
