//! What a SOC 2 report is about: categories, names of the system, points of focus.

use super::document::{Document, Section, part, range};
use super::found::{Candidates, Found, Weight};
use super::pattern::patterns;

/// The categories as the questionnaire orders them, and how they begin.
const CATEGORIES: [(&str, &str); 5] = [
    ("security", "security"),
    ("availability", "availability"),
    ("confidentiality", "confidentiality"),
    ("processing-integrity", "processing"),
    ("privacy", "privacy"),
];

patterns! {
    RELEVANT = r"relevant to (?:the )?(?P<list>(?:security|availability|confidentiality|processing integrity|privacy)(?:(?:,? and |,? & |, ?)(?:the )?(?:security|availability|confidentiality|processing integrity|privacy))*)";
    // `Description of its Cloud Identity System`, `accompanying description of Acme's Directory Platform`.
    SYSTEM = r#"description of (?:(?:its|the|their) |(?P<whose>(?-i:[A-Z])[\w&., -]{1,60}?'s? ))(?P<name>(?-i:[A-Z0-9])[\w&+./() -]{1,80}?) (?:system|platform|services?|application)(?: system)?\b"#;
    GENERIC = r"^(service organization'?s?|saas|cloud|the|information|its|in-scope|software[- ]as[- ]a[- ]service)$|criteria";
    REVISED = r"with revised points of focus ?-? ?\(?2022|points of focus[ ,(-]+(as )?revised in 2022|2022 points of focus";
}

/// The categories of the report. The title of the criteria names all five in every report, so it does not count.
pub(super) fn categories(document: &Document) -> Option<Found<Vec<&'static str>>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        let weight = match passage.section {
            Section::Auditor => Weight::Stated,
            Section::Front | Section::Assertion => Weight::Said,
            _ => continue,
        };
        for found in passage.all(&RELEVANT) {
            let Some(list) = part(&found, "list") else {
                continue;
            };
            let list = list.as_str().to_lowercase();
            let named = CATEGORIES.iter().filter(|(_, begin)| list.contains(begin));
            let ids: Vec<_> = named.map(|(id, _)| *id).collect();
            candidates.add(passage.found(ids, weight, range(&found)));
        }
    }
    candidates.best()
}

/// The name of the system in the title of the description.
pub(super) fn system(document: &Document) -> Option<Found<Vec<String>>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        let weight = match passage.section {
            Section::Front => Weight::Stated,
            Section::Auditor | Section::Assertion => Weight::Said,
            _ => continue,
        };
        for found in passage.all(&SYSTEM) {
            let Some(name) = part(&found, "name") else {
                continue;
            };
            let name = name
                .as_str()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            if !GENERIC.is_match(&name) {
                candidates.add(passage.found(vec![name], weight, range(&found)));
            }
        }
    }
    candidates.best()
}

/// Whether the report refers to the points of focus of 2022. That it does not say so proves nothing.
pub(super) fn points_of_focus(document: &Document) -> Option<Found<&'static str>> {
    document
        .first(&REVISED)
        .map(|found| found.map(|()| "revised-2022"))
}
