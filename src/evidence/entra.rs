//! What Microsoft Graph says of an Entra tenant: credentials of applications, role assignments, conditional
//! access and token lifetimes.
//!
//! The formats share their wrapping: a `value` list with `@odata` marks, a bare list as command lines write
//! it, or one object alone. PowerShell writes the same keys with a capital, so case does not count.

mod applications;
mod conditional_access;
mod pim;
mod roles;
mod token_policy;

use std::collections::BTreeSet;

use super::fact::{Basis, Fact, FactValue, Place, counted};
use super::families::{Family, Format};
use super::input::json::{Document, Json};
use super::reading::{Context, MOST_ANOMALIES, Reading};
use super::time::{self, Moment};

/// Exports of Microsoft Entra.
pub const FAMILY: Family = Family {
    id: ID,
    title: "Microsoft Entra",
    formats: &[
        Format {
            id: "conditional-access",
            title: "Conditional access policies",
            read: conditional_access::read,
        },
        Format {
            id: "token-lifetime-policy",
            title: "Token lifetime policies",
            read: token_policy::read,
        },
        Format {
            id: "pim",
            title: "Role assignments",
            read: pim::read,
        },
        Format {
            id: "applications",
            title: "Credentials of applications and service principals",
            read: applications::read,
        },
    ],
};

const ID: &str = "entra";

/// Sizes of a page: a list of exactly so many rows may go on.
const PAGES: [usize; 4] = [100, 200, 999, 1000];

/// The objects of one kind in a file.
struct Objects<'d> {
    all: Vec<&'d Json<'d>>,
    /// The first value that holds one of them, for facts about all.
    holder: &'d Json<'d>,
    /// Whether they came in lists; an object alone says nothing of the others.
    is_list: bool,
    /// What shows that there are more.
    partial: Vec<String>,
}

impl<'d> Objects<'d> {
    /// The objects that are of a kind, in every answer of the file. A list without any is of the kind when
    /// its `@odata.context` names one of `contexts`.
    fn find(
        document: &'d Document<'d>,
        is_one: fn(&Json) -> bool,
        contexts: &[&str],
    ) -> Option<Self> {
        let mut found: Option<Self> = None;
        let mut seen = BTreeSet::new();
        for view in document.views() {
            let is_alone = is_one(view);
            let rows = match is_alone {
                true => std::slice::from_ref(view),
                false => rows(view),
            };
            let ones = rows.iter().filter(|row| is_one(row));
            let ones: Vec<_> = ones.filter(|row| seen.insert(row.start())).collect();
            if ones.is_empty() && !(rows.is_empty() && is_of(view, contexts)) {
                continue;
            }
            let found = found.get_or_insert_with(|| Self {
                all: vec![],
                holder: view,
                is_list: true,
                partial: vec![],
            });
            found.is_list &= !is_alone;
            found.all.extend(ones);
            if !is_alone {
                found.partial.extend(marks(view, rows.len()));
            }
        }
        found
    }

    /// A reading that holds what is the same for every format.
    fn reading(&self, document: &Document, format: &str, context: &Context) -> Reading {
        let mut reading = context.reading(ID, format, None);
        reading.items = self.all.len() as u64;
        for (key, place) in document.duplicates() {
            reading.odd(format!("key `{key}` stands twice in one object"), place);
        }
        for why in &self.partial {
            reading.not_whole(why);
        }
        reading
    }

    /// What an empty list says: a count of none, and nothing else.
    fn nothing(&self, mut reading: Reading, document: &Document, count: &'static str) -> Reading {
        let place = document.place(self.holder);
        let none = FactValue::Count(0);
        reading.say(Fact::new(count, none, Basis::CompleteList, place));
        reading.finished()
    }
}

/// The rows of an answer: its `value`, or itself where it is a list.
fn rows<'d>(view: &'d Json<'d>) -> &'d [Json<'d>] {
    match field(view, "value") {
        Some(value) => value.items(),
        None => view.items(),
    }
}

fn is_of(view: &Json, contexts: &[&str]) -> bool {
    let context = word(view, "@odata.context").unwrap_or_default();
    // Behind the name may stand what was selected; a path behind it is another list, of one object.
    let selected = context.split('(').next().filter(|_| context.ends_with(')'));
    field(view, "value").is_some_and(Json::is_list)
        && contexts.iter().any(|name| {
            context.ends_with(name) || selected.is_some_and(|list| list.ends_with(name))
        })
}

/// What shows that a list is not whole.
fn marks(view: &Json, rows: usize) -> Vec<String> {
    let mut marks = vec![];
    if field(view, "@odata.nextLink").is_some_and(|link| !link.is_null()) {
        marks.push("`@odata.nextLink` leads to more".to_owned());
    }
    let count = field(view, "@odata.count").and_then(Json::number);
    if count.is_some_and(|count| count > rows as f64) {
        marks.push("`@odata.count` is more than the rows in the file".to_owned());
    }
    if PAGES.contains(&rows) {
        marks.push(format!("exactly {rows} rows: there may be another page"));
    }
    if rows == 0 {
        marks.push("the list is empty".to_owned());
    }
    marks
}

/// The value of a key, whatever its case; exactly written goes first.
fn field<'d>(object: &'d Json<'d>, key: &str) -> Option<&'d Json<'d>> {
    let other = || {
        let mut entries = object.entries().iter().rev();
        entries
            .find(|(name, _)| name.eq_ignore_ascii_case(key))
            .map(|(_, value)| value)
    };
    object.get(key).or_else(other)
}

/// The text of a key, whatever the case of the key; none where it is empty.
fn word<'d>(object: &'d Json<'d>, key: &str) -> Option<&'d str> {
    let text = field(object, key)?.text()?.trim();
    (!text.is_empty()).then_some(text)
}

/// The words of a list; a text alone is a list of what its commas part.
fn words<'d>(object: &'d Json<'d>, key: &str) -> Vec<&'d str> {
    let Some(value) = field(object, key) else {
        return vec![];
    };
    let texts = value.one_or_more().iter().filter_map(Json::text);
    let parts = texts.flat_map(|text| text.split(','));
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Whether a list of words has one, whatever its case.
fn has_word(words: &[&str], wanted: &str) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(wanted))
}

/// A moment as Graph writes it, or as the older PowerShell does: `/Date(1795322235000)/`.
fn moment(value: &Json) -> Option<Moment> {
    let wrapped = |text: &str| {
        let number = text.strip_prefix("/Date(")?.strip_suffix(")/")?;
        time::moment(number)
    };
    value
        .text()
        .and_then(wrapped)
        .or_else(|| time::of_json(value))
}

/// What an object is called: its name, else its id.
fn name<'d>(object: &'d Json<'d>) -> &'d str {
    let named = word(object, "displayName").or_else(|| word(object, "appId"));
    named
        .or_else(|| word(object, "id"))
        .unwrap_or("one without a name")
}

/// Tells an anomaly of a value. Finding a place takes a pass over the file, so only those that are shown
/// get one.
fn odd(reading: &mut Reading, document: &Document, what: impl Into<String>, value: &Json) {
    let place = match reading.anomalies.len() < MOST_ANOMALIES {
        true => document.place(value),
        false => Place::default(),
    };
    reading.odd(what, place);
}

/// Counts things, and remembers the first.
#[derive(Default)]
struct Counted<'d> {
    count: u64,
    first: Option<&'d Json<'d>>,
}

impl<'d> Counted<'d> {
    fn add(&mut self, value: &'d Json<'d>) {
        self.count += 1;
        self.first.get_or_insert(value);
    }

    /// The place of the first, or of the list where there is none.
    fn place(&self, document: &Document, holder: &Json) -> Place {
        document.place(self.first.unwrap_or(holder))
    }
}

impl<'d> FromIterator<&'d Json<'d>> for Counted<'d> {
    fn from_iter<I: IntoIterator<Item = &'d Json<'d>>>(values: I) -> Self {
        let mut counted = Self::default();
        values.into_iter().for_each(|value| counted.add(value));
        counted
    }
}

/// `2 credentials name no end`, as an anomaly at the first of them; nothing where there is none.
fn tell(reading: &mut Reading, document: &Document, of: &Counted, thing: &str, what: &str) {
    if let Some(first) = of.first {
        let what = format!("{} {what}", counted(of.count, thing));
        odd(reading, document, what, first);
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::evidence::input::{Input, No};

    /// The day the files of the tests speak about.
    pub(super) fn day() -> Context<'static> {
        Context::on(NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is a day"))
    }

    pub(super) fn read(format: &str, text: &str) -> Result<Reading, No> {
        let mut input = Input::Json(Document::parse(text).expect("it is JSON"));
        let mut formats = FAMILY.formats.iter();
        let format = formats
            .find(|known| known.id == format)
            .expect("it is a format");
        (format.read)(&mut input, &day())
    }

    pub(super) fn fact<'r>(reading: &'r Reading, name: &str) -> Option<&'r Fact> {
        reading.facts.iter().find(|fact| fact.name == name)
    }

    pub(super) fn value(reading: &Reading, name: &str) -> Option<FactValue> {
        fact(reading, name).map(|fact| fact.value.clone())
    }

    const POLICY: &str =
        r#"{"displayName": "P", "state": "enabled", "conditions": {}, "grantControls": null}"#;

    #[test]
    fn marks_of_paging_make_a_list_part_of_one() {
        let whole = format!(r#"{{"value": [{POLICY}]}}"#);
        assert!(
            read("conditional-access", &whole)
                .expect("policies")
                .partial
                .is_empty()
        );
        for mark in [
            r#""@odata.nextLink": "https://graph.example.com/next""#,
            r#""@odata.count": 2"#,
        ] {
            let text = format!(r#"{{{mark}, "value": [{POLICY}]}}"#);
            let reading = read("conditional-access", &text).expect("policies");
            assert_eq!(reading.partial.len(), 1, "{mark}");
        }
    }

    #[test]
    fn a_full_page_is_no_whole_list_and_one_row_less_is() {
        for (rows, is_part) in [(99, false), (100, true)] {
            let text = format!("[{}]", vec![POLICY; rows].join(","));
            let reading = read("conditional-access", &text).expect("policies");
            assert_eq!(!reading.partial.is_empty(), is_part, "{rows} rows");
        }
    }

    #[test]
    fn recorded_answers_are_unwrapped() {
        let text = format!(r#"[{{"status": 200, "response": {{"value": [{POLICY}]}}}}]"#);
        let reading = read("conditional-access", &text).expect("policies");
        assert_eq!(reading.items, 1);
        assert_eq!(
            fact(&reading, "policies-enforced")
                .expect("said")
                .place
                .path,
            "/0/response/value/0"
        );
    }

    #[test]
    fn an_empty_list_is_known_by_its_context() {
        for (context, is_one) in [
            ("https://graph.example.com/$metadata#applications", true),
            (
                "https://graph.example.com/$metadata#applications(id,appId)",
                true,
            ),
            (
                "https://graph.example.com/$metadata#applications('1')/owners",
                false,
            ),
            ("https://graph.example.com/$metadata#users", false),
        ] {
            let text = format!(r#"{{"@odata.context": "{context}", "value": []}}"#);
            let reading = read("applications", &text);
            assert_eq!(reading.is_ok(), is_one, "{context}");
            for fact in reading.into_iter().flat_map(|reading| reading.facts) {
                assert_eq!(
                    (fact.value, fact.basis),
                    (FactValue::Count(0), Basis::Sample)
                );
            }
        }
    }

    #[test]
    fn each_format_leaves_the_files_of_the_others() {
        let files = [
            POLICY,
            r#"{"appId": "a", "passwordCredentials": [], "keyCredentials": []}"#,
            r#"{"roleDefinitionId": "r", "principalId": "p", "directoryScopeId": "/", "endDateTime": null}"#,
            r#"{"definition": ["{\"TokenLifetimePolicy\":{\"AccessTokenLifetime\":\"1:00:00\"}}"]}"#,
            r#"{"displayName": "a named location", "isTrusted": true}"#,
            r#"{"value": []}"#,
        ];
        let takers = |file: &&str| {
            let formats = FAMILY.formats.iter();
            formats
                .filter(|format| read(format.id, file).is_ok())
                .count()
        };
        assert_eq!(
            files.iter().map(takers).collect::<Vec<_>>(),
            [1, 1, 1, 1, 0, 0]
        );
    }

    #[test]
    fn moments_of_the_older_powershell_are_read() {
        let document =
            Document::parse(r#"["\/Date(1795322235000)\/", "/Date(x)/"]"#).expect("JSON");
        let items = document.roots()[0].items();
        assert_eq!(
            moment(&items[0]).map(|moment| moment.at.timestamp()),
            Some(1_795_322_235)
        );
        assert_eq!(moment(&items[1]), None);
    }
}
