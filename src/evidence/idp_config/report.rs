//! A reading while it is written: settings are read with care, and each fact gets its place.
//!
//! What cannot be read is told and never counts as strict; what shows that a list goes on is marked.

use crate::evidence::fact::{Basis, Fact, FactValue, Limit};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::reading::{MOST_ANOMALIES, Reading};

/// What a 0 stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::evidence) enum Zero {
    /// There is no end.
    Unlimited,
    /// The server does not accept it, so it says nothing.
    Impossible,
}

/// Whether something that could say otherwise is missing from the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::evidence) enum Extent {
    /// Nothing is missing.
    Whole,
    /// Something is.
    Part,
}

/// A reading while it is written.
pub(in crate::evidence) struct Report<'d, 'c> {
    document: &'d Document<'c>,
    /// What was read so far.
    pub reading: Reading,
}

/// Names that are shown; longer ones are cut.
const NAME: usize = 120;
/// Keys under which an answer says that there is another page.
const NEXT: [&str; 6] = [
    "@odata.nextLink",
    "nextLink",
    "NextToken",
    "nextToken",
    "nextPageToken",
    "next",
];
/// Lengths of pages: a list of exactly this length may be the first of several.
const PAGES: [usize; 3] = [100, 200, 1000];

/// A name as it is shown.
pub(in crate::evidence) fn named(object: &Json, keys: &[&str]) -> String {
    let name = keys.iter().find_map(|key| object.text_of(key));
    let name = name.unwrap_or("without a name");
    name[..name.floor_char_boundary(NAME)].to_owned()
}

/// The length of time that a key sets, in units of so many seconds.
pub(in crate::evidence) fn limit(value: Option<&Json>, unit: f64, zero: Zero) -> Limit {
    let Some(value) = value.filter(|value| !value.is_null()) else {
        return Limit::Unset;
    };
    match (value.number(), zero) {
        (None, _) => Limit::Unknown,
        (Some(number), Zero::Unlimited) => Limit::zero_is_unlimited(number * unit),
        (Some(0.0), Zero::Impossible) => Limit::Unknown,
        (Some(number), Zero::Impossible) => Limit::seconds(number * unit),
    }
}

impl<'d, 'c> Report<'d, 'c> {
    /// A report about a document; keys that stand twice in it are told at once.
    pub fn new(document: &'d Document<'c>, mut reading: Reading) -> Self {
        for (key, place) in document.duplicates() {
            reading.odd(format!("the key `{key}` stands twice in one object"), place);
        }
        Self { document, reading }
    }

    /// Says something that stands at a value.
    pub fn say(
        &mut self,
        name: &'static str,
        value: FactValue,
        basis: Basis,
        at: &Json,
        (about, extent): (Option<&str>, Extent),
    ) {
        let mut fact = Fact::new(name, value, basis, self.document.place(at));
        fact.about = about.map(str::to_owned);
        fact.is_whole = extent == Extent::Whole;
        self.reading.say(fact);
    }

    /// Tells something odd at a value. Finding a place takes time, so it stops where nobody reads on.
    pub fn odd(&mut self, what: impl Into<String>, at: &Json) {
        let place = match self.reading.anomalies.len() < MOST_ANOMALIES {
            true => self.document.place(at),
            false => Default::default(),
        };
        self.reading.odd(what, place);
    }

    /// The length of time under a key; one that cannot be read is told.
    pub fn limit(&mut self, holder: &Json, key: &str, unit: f64, zero: Zero) -> Limit {
        let value = holder.get(key);
        let limit = limit(value, unit, zero);
        if let (Limit::Unknown, Some(value)) = (limit, value) {
            self.odd(format!("`{key}` is no length of time"), value);
        }
        limit
    }

    /// The truth value under a key; one that cannot be read is told.
    pub fn truth(&mut self, holder: &Json, key: &str) -> Option<bool> {
        let value = holder.get(key).filter(|value| !value.is_null())?;
        let holds = value.holds_true();
        if holds.is_none() {
            self.odd(format!("`{key}` is neither true nor false"), value);
        }
        holds
    }

    /// Says a truth value under a key, where there is one.
    pub fn say_truth(
        &mut self,
        name: &'static str,
        holder: &Json,
        key: &str,
        told: (Option<&str>, Extent),
    ) {
        if let (Some(holds), Some(at)) = (self.truth(holder, key), holder.get(key)) {
            self.say(name, FactValue::Holds(holds), Basis::Configured, at, told);
        }
    }

    /// Marks what shows that an answer is one page of several.
    pub fn pages(&mut self, answer: &Json) {
        for key in NEXT {
            let next = answer.get(key).and_then(Json::text);
            if next.is_some_and(|next| !next.is_empty()) {
                self.reading
                    .not_whole(format!("`{key}` names a further page"));
            }
        }
        for key in ["IsTruncated", "Truncated"] {
            if answer.truth_of(key) == Some(true) {
                self.reading.not_whole(format!("`{key}` is true"));
            }
        }
        let lists = answer.entries().iter().map(|(_, held)| held);
        let lists = lists.chain([answer]).filter(|held| held.is_list());
        let length = lists.map(|list| list.items().len()).max().unwrap_or(0);
        let total = ["total", "totalResults"]
            .iter()
            .find_map(|key| answer.number_of(key));
        let start = answer.number_of("start").unwrap_or(0.0).max(0.0);
        match total {
            Some(total) if total > start + length as f64 => {
                let why = format!("it lists {length} of {total}");
                self.reading.not_whole(why);
            }
            Some(_) if start > 0.0 => self.reading.not_whole("its first page is missing"),
            None if PAGES.contains(&length) => {
                let why = format!("it lists exactly {length}, the length of a page");
                self.reading.not_whole(why);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::reading::Context;

    fn partial(text: &str) -> Vec<String> {
        let document = Document::parse(text).expect("it is JSON");
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let reading = Context::on(day).reading("f", "f", None);
        let mut report = Report::new(&document, reading);
        report.pages(&document.roots()[0]);
        report.reading.partial
    }

    #[test]
    fn a_zero_is_without_end_or_nothing_but_never_the_strictest() {
        let document =
            Document::parse(r#"[0, 30, -1, "${T:-60}", null, "15", 1e308]"#).expect("JSON");
        let read = |zero| {
            let items = document.roots()[0].items().iter();
            items
                .map(|item| limit(Some(item), 60.0, zero))
                .collect::<Vec<_>>()
        };
        let rest = [
            Limit::Finite(1800.0),
            Limit::Unknown,
            Limit::Unknown,
            Limit::Unset,
            Limit::Finite(900.0),
            Limit::Unknown,
        ];
        assert_eq!(read(Zero::Unlimited)[0], Limit::Unlimited);
        assert_eq!(read(Zero::Impossible)[0], Limit::Unknown);
        assert_eq!(read(Zero::Unlimited)[1..], rest);
        assert_eq!(read(Zero::Impossible)[1..], rest);
        assert_eq!(limit(None, 1.0, Zero::Unlimited), Limit::Unset);
    }

    #[test]
    fn a_page_of_several_is_marked() {
        let of_two = |end: &str| format!(r#"{{"clients": [{{}}, {{}}]{end}}}"#);
        for whole in [
            "",
            r#","total":2,"start":0"#,
            r#","nextToken":"""#,
            r#","next":null"#,
        ] {
            assert_eq!(partial(&of_two(whole)), [] as [&str; 0], "{whole}");
        }
        for page in [
            r#","total":3,"start":0"#,
            r#","total":4,"start":2"#,
            r#","totalResults":3"#,
            r#","NextToken":"a""#,
            r#","IsTruncated":true"#,
            r#","@odata.nextLink":"https://example.com""#,
        ] {
            assert_eq!(partial(&of_two(page)).len(), 1, "{page}");
        }
    }

    #[test]
    fn a_list_as_long_as_a_page_may_go_on() {
        let list = |length: usize| format!("[{}]", vec!["{}"; length].join(","));
        assert_eq!(partial(&list(99)).len(), 0);
        assert_eq!(partial(&list(100)).len(), 1);
        assert_eq!(partial(&list(101)).len(), 0);
    }
}
