//! Reads values of known types out of a tree and notes every problem on the way.
//!
//! Each method gives `None` after it has noted why, so that a caller asks for everything first,
//! builds what is complete, and loses no finding.

mod fields;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::NaiveDate;

pub use self::fields::Fields;

use self::fields::Entry;
use super::names::value_of;
use super::tree::{Node, Value};
use super::{Code, Place, Problem, Source, nearest};

/// Longest list of known names that help spells out.
const MOST_NAMED: usize = 24;

/// Reads one text and collects its problems.
#[derive(Debug)]
pub struct Reader {
    source: Arc<Source>,
    problems: RefCell<Vec<Problem>>,
}

impl Reader {
    /// A reader of the tree of `source`.
    pub fn new(source: &Arc<Source>) -> Self {
        Self {
            source: Arc::clone(source),
            problems: RefCell::default(),
        }
    }

    /// The problems noted, in no particular order.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }

    /// Where a node stands.
    pub fn place(&self, node: &Node) -> Place {
        Place::new(&self.source, node.span.clone())
    }

    /// Notes a problem.
    pub fn note(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// Notes a problem at a node.
    pub fn note_at(&self, node: &Node, problem: Problem) {
        self.note(problem.at(self.place(node)));
    }

    /// Notes that a node is of the wrong kind.
    fn wrong<T>(&self, node: &Node, expected: &str) -> Option<T> {
        let found = node.value.kind();
        self.note_at(
            node,
            Problem::new(
                Code::WrongType,
                format!("expected {expected}, found {found}"),
            ),
        );
        None
    }

    /// The keys and values of a map; repeated keys are noted, the first counts.
    pub fn map<'a>(&'a self, node: &'a Node) -> Option<Fields<'a>> {
        let Value::Map(entries) = &node.value else {
            return self.wrong(node, "a map");
        };
        let mut seen: BTreeMap<&str, Entry> = BTreeMap::new();
        for (key, value) in entries {
            let Some(name) = self.key(key) else { continue };
            if let Some(first) = seen.get(name) {
                self.note_at(
                    key,
                    Problem::new(
                        Code::DuplicateKey,
                        format!("key `{name}` stands here again"),
                    )
                    .also(self.place(first.key), "first written here")
                    .help("keep one of the two"),
                );
                continue;
            }
            seen.insert(name, Entry::new(key, value));
        }
        Some(Fields::new(self, node, seen))
    }

    fn key<'a>(&self, key: &'a Node) -> Option<&'a str>
    where
        Self: 'a,
    {
        match &key.value {
            Value::Text(text) => Some(text),
            _ => self.wrong(key, "a key that is text"),
        }
    }

    /// The items of a list.
    pub fn list<'a>(&self, node: &'a Node) -> Option<&'a [Node]> {
        match &node.value {
            Value::List(items) => Some(items),
            _ => self.wrong(node, "a list"),
        }
    }

    /// What `read` makes of each item of a list; `None` if one of them fails.
    pub fn each<'a, T>(
        &self,
        node: &'a Node,
        read: impl Fn(&'a Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let read: Vec<Option<T>> = self.list(node)?.iter().map(read).collect();
        read.into_iter().collect()
    }

    /// Text that is not empty; numbers and booleans count as they are written.
    pub fn text(&self, node: &Node) -> Option<String> {
        let text = match &node.value {
            Value::Text(text) => text.clone(),
            Value::Number(_) | Value::Bool(_) => self.source.text()[node.span.clone()].to_string(),
            _ => return self.wrong(node, "text"),
        };
        if text.trim().is_empty() {
            self.note_at(
                node,
                Problem::new(Code::WrongValue, "expected text, found none"),
            );
            return None;
        }
        Some(text)
    }

    /// A number inside `range`.
    pub fn number(&self, node: &Node, range: RangeInclusive<f64>) -> Option<f64> {
        let Value::Number(number) = node.value else {
            return self.wrong(node, "a number");
        };
        if range.contains(&number) {
            return Some(number);
        }
        let (low, high) = (range.start(), range.end());
        // The end of a range that is as good as open is of use only to whoever went past it.
        let expected = if *high < 1e12 || number > *high {
            format!("from {low} to {high}")
        } else {
            format!("of at least {low}")
        };
        self.note_at(
            node,
            Problem::new(
                Code::OutOfRange,
                format!("expected a number {expected}, found `{number}`"),
            ),
        );
        None
    }

    /// A number above 0.
    pub fn positive(&self, node: &Node) -> Option<f64> {
        let number = self.number(node, f64::MIN..=f64::MAX)?;
        if number > 0.0 {
            return Some(number);
        }
        self.note_at(
            node,
            Problem::new(
                Code::OutOfRange,
                format!("expected a number above 0, found `{number}`"),
            ),
        );
        None
    }

    /// A level or share, 0 to 1.
    pub fn share(&self, node: &Node) -> Option<f64> {
        self.number(node, 0.0..=1.0)
    }

    /// A whole number from 0 to `most`.
    pub fn whole(&self, node: &Node, most: u64) -> Option<u64> {
        let number = self.number(node, 0.0..=most as f64)?;
        if number.fract() == 0.0 {
            return Some(number as u64);
        }
        let message = format!("expected a whole number, found `{number}`");
        self.note_at(node, Problem::new(Code::WrongType, message));
        None
    }

    /// `true` or `false`, `yes` or `no`.
    pub fn boolean(&self, node: &Node) -> Option<bool> {
        match &node.value {
            Value::Bool(value) => Some(*value),
            Value::Text(text) if text == "yes" => Some(true),
            Value::Text(text) if text == "no" => Some(false),
            _ => self.wrong(node, "yes or no"),
        }
    }

    /// A day, written `2026-01-31`.
    pub fn date(&self, node: &Node) -> Option<NaiveDate> {
        let text = self.text(node)?;
        let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok();
        let exact = date.filter(|date| date.to_string() == text);
        if exact.is_none() {
            self.note_at(
                node,
                Problem::new(Code::BadDate, format!("`{text}` is not a date"))
                    .help("write an existing day as year-month-day, such as `2026-01-31`"),
            );
        }
        exact
    }

    /// One of the named values.
    pub fn one_of<T: Copy>(&self, node: &Node, values: &[(&str, T)]) -> Option<T> {
        let text = self.text(node)?;
        let found = value_of(values, &text);
        if found.is_none() {
            let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
            self.unknown(node, Code::WrongValue, "value", &text, &names);
        }
        found
    }

    /// Notes that `found` is no known `what`, with the nearest name or the whole list as help.
    pub fn unknown(&self, node: &Node, code: Code, what: &str, found: &str, known: &[&str]) {
        let help = match nearest(found, known.iter().copied()) {
            Some(name) => format!("did you mean `{name}`?"),
            None if known.is_empty() => format!("there is no {what} to name here"),
            None if known.len() <= MOST_NAMED => format!("use one of: {}", known.join(", ")),
            None => format!("{} are known, none of them like it", known.len()),
        };
        let problem = Problem::new(code, format!("unknown {what} `{found}`"));
        self.note_at(node, problem.help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::tree::parse;
    use crate::source::{Problems, Style};

    fn read<T>(text: &str, read: impl Fn(&Reader, &Node) -> T) -> (T, String) {
        let source = Source::new("a.yaml", text);
        let tree = parse(&source).expect("the text is YAML");
        let reader = Reader::new(&source);
        let value = read(&reader, &tree);
        let problems = Problems::collect(reader.into_problems());
        let shown = problems.map_or(String::new(), |problems| problems.show(Style::Plain));
        (value, shown)
    }

    #[test]
    fn all_problems_of_a_map_are_noted_in_one_run() {
        let text = "weigth: 2\nname: x\nname: y\ncount: 1.5\n";
        let (_, shown) = read(text, |reader, node| {
            let fields = reader.map(node)?;
            let name = fields.text("name");
            let weight = fields
                .needed("weight")
                .and_then(|node| reader.positive(node));
            let count = fields
                .needed("count")
                .and_then(|node| reader.whole(node, 9));
            fields.done();
            Some((name?, weight?, count?))
        });
        insta::assert_snapshot!(shown, @r"
        error[missing-key]: key `weight` is missing
         --> a.yaml:1:1
          |
        1 | weigth: 2
          | ^^^^^^ in this map

        error[unknown-key]: unknown key `weigth`
         --> a.yaml:1:1
          |
        1 | weigth: 2
          | ^^^^^^
          |
          = help: did you mean `weight`?

        error[duplicate-key]: key `name` stands here again
         --> a.yaml:3:1
          |
        2 | name: x
          | ---- first written here
        3 | name: y
          | ^^^^
          |
          = help: keep one of the two

        error[wrong-type]: expected a whole number, found `1.5`
         --> a.yaml:4:8
          |
        4 | count: 1.5
          |        ^^^
        ");
    }

    #[test]
    fn a_number_is_text_as_it_is_written() {
        let (version, shown) = read("version: 1.10\n", |reader, node| {
            let fields = reader.map(node)?;
            fields.text("version")
        });
        assert_eq!((version.as_deref(), shown.as_str()), (Some("1.10"), ""));
    }

    #[test]
    fn a_date_that_does_not_exist_is_refused() {
        let (date, _) = read("2026-02-28", |reader, node| reader.date(node));
        assert!(date.is_some());
        let (date, shown) = read("2026-02-30", |reader, node| reader.date(node));
        assert!(date.is_none());
        insta::assert_snapshot!(shown, @r"
        error[bad-date]: `2026-02-30` is not a date
         --> a.yaml:1:1
          |
        1 | 2026-02-30
          | ^^^^^^^^^^
          |
          = help: write an existing day as year-month-day, such as `2026-01-31`
        ");
    }

    #[test]
    fn keys_that_are_ids_keep_the_order_written() {
        let (names, shown) = read("b: 1\na: 2\nb: 3\n", |reader, node| {
            let fields = reader.map(node).expect("it is a map");
            let names: Vec<String> = fields.ids().iter().map(|id| id.0.to_string()).collect();
            fields.done();
            names
        });
        assert_eq!(names, ["b", "a"]);
        assert!(shown.contains("error[duplicate-key]"));
    }
}
