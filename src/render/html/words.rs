//! Every word of the HTML report that does not come from the document, in one place.
//!
//! `{number}`, `{name}` and the like are filled in by [`filled`] or, where the page's script says the
//! words, by the script; a translation may move them about.

use super::inline::escaped;

/// The fixed words in one language.
pub(super) struct Words {
    pub skip: &'static str,
    pub contents: &'static str,
    pub notes: &'static str,
    /// Names the mark of a footnote: `{number}`.
    pub note: &'static str,
    pub back: &'static str,
    /// States of an item of a checklist.
    pub open: &'static str,
    pub done: &'static str,
    /// Names a table: `{number}` of the table, `{name}` of the part of the report it stands in.
    pub table: &'static str,
    /// Length of a long table: `{rows}`.
    pub rows: &'static str,
    /// Head of the columns whose cells are ranks, not numbers.
    pub severity: &'static str,
    /// The severities from the mildest up.
    pub severities: [&'static str; 5],
    /// What stands between the whole of a number and its tenths.
    pub decimal: char,
    pub script: ScriptWords,
}

/// What the script says; each reaches it as an attribute of its element.
pub(super) struct ScriptWords {
    /// `{column}`.
    pub sort_by: &'static str,
    /// `{column}`, and one of the two directions or the order of the report.
    pub ascending: &'static str,
    pub descending: &'static str,
    pub unsorted: &'static str,
    pub filter: &'static str,
    /// `{shown}` of `{rows}`.
    pub filtered: &'static str,
}

impl ScriptWords {
    /// The words as attributes of the script's element.
    pub(super) fn attributes(&self) -> String {
        let words = [
            ("sort-by", self.sort_by),
            ("ascending", self.ascending),
            ("descending", self.descending),
            ("unsorted", self.unsorted),
            ("filter", self.filter),
            ("filtered", self.filtered),
        ];
        let attribute = |(name, words)| format!(" data-{name}=\"{}\"", escaped(words));
        words.map(attribute).concat()
    }
}

pub(super) const ENGLISH: Words = Words {
    skip: "Skip to content",
    contents: "Contents",
    notes: "Notes",
    note: "Note {number}",
    back: "Back to the text",
    open: "open",
    done: "done",
    table: "Table {number}: {name}",
    rows: "{rows} rows",
    severity: "Severity",
    severities: ["Info", "Low", "Medium", "High", "Critical"],
    decimal: '.',
    script: ScriptWords {
        sort_by: "Sort by {column}",
        ascending: "Sorted by {column}, ascending",
        descending: "Sorted by {column}, descending",
        unsorted: "In the order of the report",
        filter: "Show only rows with",
        filtered: "{shown} of {rows} rows shown",
    },
};

/// `words` with each `{key}` replaced; a value is never read for keys itself.
pub(super) fn filled(words: &str, values: &[(&str, &str)]) -> String {
    let mut parts = words.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let known = part.split_once('}').and_then(|(key, rest)| {
            let (_, value) = values.iter().find(|(name, _)| *name == key)?;
            Some((value, rest))
        });
        match known {
            Some((value, rest)) => out.extend([value, rest]),
            None => out.extend(["{", part]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_filled_in_any_order() {
        let values = [("number", "2"), ("name", "A")];
        assert_eq!(filled(ENGLISH.table, &values), "Table 2: A");
        assert_eq!(filled("{name} ({number})", &values), "A (2)");
    }

    #[test]
    fn a_value_is_not_read_for_keys() {
        let values = [("number", "{name}"), ("name", "{number} {")];
        assert_eq!(filled("{number}, {name}", &values), "{name}, {number} {");
    }

    #[test]
    fn what_is_no_key_stays() {
        assert_eq!(filled("{a} {", &[]), "{a} {");
    }
}
