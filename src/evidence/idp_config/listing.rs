//! The objects that answers of an API list.
//!
//! Exports come as one object, as a list, as a list under a key, or as the recording of many calls; a reader
//! of settings cares for the objects only.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::report::Report;
use crate::evidence::input::json::{Document, Json};

/// The answers in a file, in the order of the file.
pub(in crate::evidence) struct Answers<'d, 'c> {
    /// Each answer.
    pub all: Vec<&'d Json<'c>>,
    /// Whether they were recorded one after another, so that a later one replaces an earlier one.
    pub is_recording: bool,
}

impl<'d, 'c> Answers<'d, 'c> {
    /// The answers in a document: of a recording those that were given, else everything that can be one.
    pub fn of(document: &'d Document<'c>) -> Self {
        let recorded: Vec<_> = document.roots().iter().flat_map(calls).collect();
        match recorded.is_empty() {
            true => Self {
                all: document.views(),
                is_recording: false,
            },
            false => Self {
                all: recorded,
                is_recording: true,
            },
        }
    }

    /// Every object that an answer is or lists, and the rules within listed policies; each once.
    pub fn objects(&self) -> Vec<&'d Json<'c>> {
        let mut seen = BTreeSet::new();
        let mut found = vec![];
        for held in self.all.iter().flat_map(|answer| held(answer)) {
            let rules = held.get("rules").or(held.at(&["_embedded", "rules"]));
            let rules = rules.map_or(&[][..], Json::items);
            for object in std::iter::once(held).chain(rules) {
                if object.is_map() && seen.insert(object.start()) {
                    found.push(object);
                }
            }
        }
        found
    }

    /// When the recording was made, where its answers carry their date.
    pub fn recorded_at(document: &Document) -> Option<DateTime<Utc>> {
        let dates = document.roots().iter().flat_map(|root| {
            let calls = root.get("interactions").map_or(&[][..], Json::items).iter();
            let answers = calls.filter_map(|call| call.get("response"));
            answers
                .chain([root])
                .filter_map(|answer| answer.at(&["headers", "date"]))
        });
        let texts = dates.filter_map(|date| date.one_or_more().first()?.text());
        let moments = texts.filter_map(|text| DateTime::parse_from_rfc2822(text).ok());
        moments.map(|moment| moment.to_utc()).max()
    }
}

/// What an answer is or lists: itself or its items, the items under its keys, and the settings of a tenant.
fn held<'d, 'c>(answer: &'d Json<'c>) -> impl Iterator<Item = &'d Json<'c>> {
    let lists = answer.entries().iter();
    let lists = lists.filter(|(key, held)| held.is_list() || key == "tenant");
    let lists = lists.map(|(_, held)| held);
    std::iter::once(answer)
        .chain(lists)
        .flat_map(Json::one_or_more)
}

/// Whether an answer is or lists what is asked for.
pub(in crate::evidence) fn holds(answer: &Json, is_asked: impl Fn(&Json) -> bool) -> bool {
    held(answer).any(is_asked)
}

/// The successful answers of a recording: a list of calls, or what stands under `interactions`.
fn calls<'d, 'c>(root: &'d Json<'c>) -> Vec<&'d Json<'c>> {
    let calls = root.get("interactions").unwrap_or(root).items().iter();
    let answer = |call: &'d Json<'c>| {
        let response = call.get("response")?;
        if call.has("method") {
            let is_good = call.number_of("status").is_none_or(|status| status < 300.0);
            return is_good.then_some(response);
        }
        call.get("request")?;
        response.at(&["body", "data"]).or(response.get("body"))
    };
    calls.filter_map(answer).collect()
}

/// Of objects with the same id only one: the last of a recording, else the first, and the others are told.
pub(in crate::evidence) fn each_once<'d, 'c>(
    report: &mut Report<'d, 'c>,
    objects: Vec<&'d Json<'c>>,
    id: &str,
    is_recording: bool,
) -> Vec<&'d Json<'c>> {
    let mut at: BTreeMap<&str, usize> = BTreeMap::new();
    let mut kept: Vec<&Json> = vec![];
    for object in objects {
        let known = object.text_of(id).and_then(|id| Some((id, *at.get(id)?)));
        match known {
            Some((_, place)) if is_recording => kept[place] = object,
            Some(_) => {
                // Which of the two holds is not told, so the file proves nothing of all.
                report.odd(format!("the same `{id}` stands twice"), object);
                report.reading.not_whole(format!("an `{id}` stands twice"));
            }
            None => {
                if let Some(id) = object.text_of(id) {
                    at.insert(id, kept.len());
                }
                kept.push(object);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::reading::Context;

    #[test]
    fn only_good_answers_of_a_recording_are_read() {
        let text = r#"[{"method":"GET","status":200,"body":{"asked":1},"response":{"a":1}},
            {"method":"GET","status":404,"response":{"b":1}}]"#;
        let document = Document::parse(text).expect("JSON");
        let answers = Answers::of(&document);
        assert!(answers.is_recording);
        assert_eq!(answers.all.len(), 1);
        assert!(answers.all[0].has("a"));
        let text =
            r#"{"interactions":[{"request":{"uri":"u"},"response":{"body":{"data":{"a":1}}}}]}"#;
        let document = Document::parse(text).expect("JSON");
        assert!(Answers::of(&document).all[0].has("a"));
    }

    #[test]
    fn a_recording_may_carry_its_date() {
        let text = r#"{"interactions":[{"response":{"headers":{"date":["Fri, 17 Mar 2023 14:33:48 GMT"]}}}]}"#;
        let document = Document::parse(text).expect("JSON");
        let at = Answers::recorded_at(&document).expect("it has a date");
        assert_eq!(at.to_rfc3339(), "2023-03-17T14:33:48+00:00");
        let text = r#"{"headers":{"date":"soon"},"body":{}}"#;
        let document = Document::parse(text).expect("JSON");
        assert_eq!(Answers::recorded_at(&document), None);
    }

    #[test]
    fn of_two_with_one_id_the_later_counts_in_a_recording_only() {
        let document =
            Document::parse(r#"[{"id":"a","n":1},{"id":"a","n":2},{"n":3}]"#).expect("JSON");
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let once = |is_recording| {
            let mut report = Report::new(&document, Context::on(day).reading("f", "f", None));
            let items = document.roots()[0].items().iter().collect();
            let kept = each_once(&mut report, items, "id", is_recording);
            let numbers: Vec<_> = kept.iter().filter_map(|kept| kept.number_of("n")).collect();
            (numbers, report.reading.partial.len())
        };
        assert_eq!(once(true), (vec![2.0, 3.0], 0));
        assert_eq!(once(false), (vec![1.0, 3.0], 1));
    }
}
