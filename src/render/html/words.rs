//! Words of the HTML report that are needed in a form of their own: what the script says, and ranks.

use super::inline::escaped;
use crate::pack::question::Severity;
use crate::report::terms;
use crate::words::{Words, say};

/// What the script says, as attributes of its element. It fills in `{column}`, `{shown}` and `{rows}` itself.
pub(super) fn script_attributes(words: &Words) -> String {
    let column = "{column}";
    let (shown, rows) = ("{shown}", "{rows}");
    let said = [
        ("sort-by", say!(words, "html-sort-by", column)),
        ("ascending", say!(words, "html-ascending", column)),
        ("descending", say!(words, "html-descending", column)),
        ("unsorted", say!(words, "html-unsorted")),
        ("filter", say!(words, "html-filter")),
        ("filtered", say!(words, "html-filtered", shown, rows)),
    ];
    let attribute = |(name, said): (&str, String)| format!(" data-{name}=\"{}\"", escaped(&said));
    said.map(attribute).concat()
}

/// The severities from the mildest up.
pub(super) fn severities(words: &Words) -> [String; 5] {
    [
        Severity::Info,
        Severity::Low,
        Severity::Medium,
        Severity::High,
        Severity::Critical,
    ]
    .map(|severity| terms::severity(words, severity))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    #[test]
    fn the_script_finds_its_places_to_fill_in() {
        for language in [Language::English, Language::German] {
            let attributes = script_attributes(Words::of(language));
            assert_eq!(attributes.matches("{column}").count(), 3, "{attributes}");
            assert!(attributes.contains("{shown}") && attributes.contains("{rows}"));
        }
    }
}
