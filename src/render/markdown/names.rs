//! What a template may name: the values of a report, by their paths.
//!
//! A name that a loop gives is followed back to its list, so that `row.titel` is found to mean `row.title`.

use serde_json::Value;

use super::tags::{Tag, tags};

/// How many names one line of help lists.
const MOST: usize = 16;

/// The first name of a path that means nothing, and what could have stood there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The path up to the name; empty at its beginning.
    pub(super) base: String,
    /// The name.
    pub(super) name: String,
    /// What is known at that place.
    pub(super) known: Vec<String>,
    /// Whether the base is a part that this edition of the report does not hold.
    pub(super) is_absent: bool,
}

/// Follows `path`, which stands at `at` in `template`, in the values of the report.
///
/// `None` when all of it is known, or when it begins with something that the template made itself.
pub(super) fn unknown(path: &str, template: &str, at: usize, report: &Value) -> Option<Unknown> {
    let tags = tags(template);
    let before: Vec<Tag> = tags.into_iter().filter(|tag| tag.start() <= at).collect();
    let mut names = path.split('.');
    let first = names.next().unwrap_or_default();
    let Some(mut value) = start(first, &before, report) else {
        let made_here = before.iter().any(|tag| makes(tag, first));
        return (!made_here).then(|| missing(String::new(), first, report));
    };
    let mut base = first.to_owned();
    for name in names {
        match value.get(name) {
            Some(next) => value = next,
            None => return Some(missing(base, name, value)),
        }
        base = format!("{base}.{name}");
    }
    None
}

fn missing(base: String, name: &str, value: &Value) -> Unknown {
    let map = value.as_object();
    let keys = map.into_iter().flat_map(|map| map.keys().cloned());
    Unknown {
        base,
        name: name.to_owned(),
        known: keys.collect(),
        is_absent: value.is_null(),
    }
}

/// The value of a name: an item of the list that a loop goes through, or a part of the report.
fn start<'v>(name: &str, before: &[Tag], report: &'v Value) -> Option<&'v Value> {
    let mut loops = before.iter().enumerate().rev();
    let found = loops.find_map(|(index, tag)| {
        let (item, list) = tag.loop_over()?;
        (item == name).then_some((index, list))
    });
    let Some((index, list)) = found else {
        return report.get(name);
    };
    let mut names = list.split('.');
    let mut value = start(names.next()?, &before[..index], report)?;
    for name in names {
        value = value.get(name)?;
    }
    value.as_array()?.first()
}

/// Whether the tag gives the name a meaning of its own.
fn makes(tag: &Tag, name: &str) -> bool {
    let words: Vec<&str> = tag.words().map(|word| word.path).collect();
    let sets = matches!(words.as_slice(), ["set" | "set_global", given, ..] if *given == name);
    let component = words.first() == Some(&"component");
    sets || component || name == "loop" || tag.loop_over().is_some_and(|(item, _)| item == name)
}

/// A line of help that lists names.
pub(super) fn listed(known: &[String]) -> String {
    let names: Vec<String> = known
        .iter()
        .take(MOST)
        .map(|name| format!("`{name}`"))
        .collect();
    let more = if known.len() > MOST { ", …" } else { "" };
    format!("known here: {}{more}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(path: &str, template: &str) -> Option<(String, String)> {
        let report = json!({
            "summary": {"title": "t", "drivers": [{"control": "NL1"}]},
            "outlook": null,
        });
        let at = template.find(path).expect("the template holds the path");
        unknown(path, template, at, &report).map(|unknown| (unknown.base, unknown.name))
    }

    #[test]
    fn the_first_name_that_means_nothing_is_found() {
        let some = |base: &str, name: &str| Some((base.to_owned(), name.to_owned()));
        assert_eq!(
            found("sumary.title", "{{ sumary.title }}"),
            some("", "sumary")
        );
        assert_eq!(
            found("summary.titel", "{{ summary.titel }}"),
            some("summary", "titel")
        );
        assert_eq!(
            found("outlook.rows", "{{ outlook.rows }}"),
            some("outlook", "rows")
        );
        assert_eq!(found("summary.title", "{{ summary.title }}"), None);
    }

    #[test]
    fn a_name_of_a_loop_means_an_item_of_its_list() {
        let template = "{% for row in summary.drivers %}{{ row.kontrol }}{{ row.control }}";
        let wrong = found("row.kontrol", template);
        assert_eq!(wrong, Some(("row".to_owned(), "kontrol".to_owned())));
        assert_eq!(found("row.control", template), None);
    }

    #[test]
    fn what_the_template_sets_is_known() {
        assert_eq!(found("own", "{% set own = 1 %}{{ own }}"), None);
    }
}
